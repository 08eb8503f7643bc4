"""The picture of calibration is sound SVG and shows what it is given."""

from __future__ import annotations

from xml.etree import ElementTree

from reportedly.evidence.scoring import probability_score
from reportedly.model.score import Case
from reportedly.publish.calibration_picture import draw_calibration

SVG = "{http://www.w3.org/2000/svg}"


def drawn(title: str = "All forecasts", note: str = "") -> ElementTree.Element:
    """Draw three bins and parse the picture."""
    score = probability_score([Case(0.1, 0), Case(0.5, 1), Case(0.5, 0), Case(0.95, 1)])
    assert score is not None
    return ElementTree.fromstring(draw_calibration(score, title, note))


def texts(picture: ElementTree.Element) -> list[str]:
    """Return its lines of text."""
    return [one.text or "" for one in picture.iter(f"{SVG}text")]


def test_each_bin_is_a_point_with_its_number() -> None:
    """Three bins, of one, two and one."""
    picture = drawn()
    assert len(list(picture.iter(f"{SVG}circle"))) == 3
    assert [text for text in texts(picture) if text.isdigit()] == ["1", "2", "1"]


def test_a_point_stands_where_its_figures_are() -> None:
    """Half stated and half true is the middle of the square."""
    points = [(one.get("cx"), one.get("cy")) for one in drawn().iter(f"{SVG}circle")]
    assert points[1] == ("270.0", "256.0")


def test_a_title_is_never_mark_up() -> None:
    """Names come from documents."""
    picture = drawn("<script>x</script> & Co", "a < b")
    assert "<script>x</script> & Co" in texts(picture)
    assert "a < b" in texts(picture)
    assert list(picture.iter(f"{SVG}script")) == []


def test_it_says_its_scale_in_words() -> None:
    """For whoever cannot see it."""
    description = drawn().find(f"{SVG}desc")
    assert description is not None
    assert "0 perfect, 1 worst" in (description.text or "")
