"""What is not known is told where it matters, the most valuable first."""

from __future__ import annotations

import story
from reportedly.assessment.gaps import gaps
from reportedly.model.assessment import Section
from reportedly.model.claim import SourceClass
from told_events import Source, cases, tell


def open_questions(*sources: Source) -> list[str]:
    """Return what is not known about an event."""
    return [finding.text for finding in gaps(cases(tell(sources))[0])]


def of_the_story() -> list[str]:
    """Return what the story's assessment lists as not known."""
    return [one.text for one in story.assessment().findings if one.section is Section.GAPS]


def test_a_wide_measure_leaves_the_dead_open() -> None:
    """Of ``lost`` nobody knows how many were killed, and that is asked first."""
    assert of_the_story()[0] == (
        "How many of those counted were killed is not known, since the figure takes killed, wounded, missing and"
        " captured together."
    )


def test_the_deniers_own_figure_is_missed() -> None:
    """A denial without a figure leaves the other side's number open."""
    assert "The Ministry of Defence of Sudria gives no figure of its own." in of_the_story()


def test_the_other_sides_figure_is_missed() -> None:
    """Where only one party counts, the other's count is missed."""
    told = open_questions(Source("Norland Army", 30, 2, "Norland"))
    assert told[0] == "No figure from any side but Norland is at hand."


def test_the_sources_own_page_is_missed() -> None:
    """A body whose words are known through others alone is asked for its own page."""
    told = open_questions(Source("Norland Army", 30, 2, "Norland", source_class=SourceClass.MILITARY))
    assert "What the Norland Army itself published is not at hand; its words are known through two pages." in told


def test_how_a_closed_body_knows_is_asked() -> None:
    """An agency that does not say how it knows is asked; a hospital that counts its own patients is not."""
    closed = Source("Norland Agency", 30, 1, None, source_class=SourceClass.AGENCY)
    assert "How the Norland Agency knows is not said." in open_questions(closed)
    assert not any("knows" in text for text in open_questions(Source("St Brannoc Hospital", 30)))


def test_what_is_borne_out_from_outside_misses_no_material() -> None:
    """Two independent sources of no party leave nothing to be checked that matters first."""
    told = open_questions(Source("Lakeland Police", 30), Source("St Brannoc Hospital", 30))
    assert not any("could be checked" in text for text in told)
