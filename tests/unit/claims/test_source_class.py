"""What sort of source a name is, and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.linear import load_model
from reportedly.claims.source_class import MODEL, by_table, features, source_class
from reportedly.model.claim import SourceClass


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ministry of Harbours of Velt", SourceClass.GOVERNMENT),
        ("Velt's General Staff", SourceClass.MILITARY),
        ("Institute for Frontier Questions", SourceClass.INSTITUTE),
        ("National Intelligence Directorate", SourceClass.AGENCY),
        ("two officials who asked not to be named", SourceClass.ANONYMOUS),
        ("residents of the harbour quarter", SourceClass.CROWD),
        ("satellite images", SourceClass.IMAGERY),
        ("a leaked memo", SourceClass.DOCUMENT),
        ("reports", SourceClass.REPORTS),
        ("the Evening Post", SourceClass.MEDIUM),
        ("Harbour Front militia", SourceClass.ARMED_GROUP),
    ],
)
def test_a_name_tells_its_class(name: str, expected: SourceClass) -> None:
    """The head word and its company tell what sort of source speaks."""
    assert source_class(name, person=False).source_class is expected


def test_a_persons_name_is_a_person() -> None:
    """A name that the document uses for a person is a person's, with near certainty."""
    found = source_class("Maren Oldwick", person=True)
    assert found.source_class is SourceClass.PERSON
    assert found.probability > 0.9


def test_the_reasons_can_be_read() -> None:
    """A judgement names the features that speak for it, and the bias is none."""
    reasons = source_class("Ministry of Harbours", person=False).reasons
    assert "by the table: government" in reasons
    assert "bias" not in reasons


def test_the_head_outweighs_what_is_added() -> None:
    """What stands behind the head only says whose or where it is."""
    assert "head ministry" in features("Ministry of Posts of Velt", person=False)


def test_an_owner_is_no_head() -> None:
    """In ``the army's hospital`` a hospital speaks."""
    assert "head hospital" in features("the army's hospital", person=False)


@pytest.mark.parametrize("name", ["", " ", "—"])
def test_a_name_without_words_is_unknown(name: str) -> None:
    """Marks alone name nobody."""
    assert source_class(name, person=False).source_class is SourceClass.UNKNOWN


def test_the_table_goes_by_the_head_first() -> None:
    """The hand-made table takes the ministry in ``Ministry of the Army`` for a ministry."""
    assert by_table("Ministry of the Army", person=False) is SourceClass.GOVERNMENT


def test_every_label_of_the_model_is_a_class() -> None:
    """The packaged model gives classes of the codebook, and has a weight for each of them."""
    model = load_model(MODEL)
    assert {SourceClass(label) for label in model.labels} <= set(SourceClass)
    assert {len(row) for row in model.weights.values()} == {len(model.labels)}


@given(st.text(max_size=60), st.booleans())
def test_every_text_has_a_class(name: str, person: bool) -> None:
    """Whatever stands in the place of a name gets a class with a probability and the same one each time."""
    found = source_class(name, person=person)
    assert 0 < found.probability <= 1
    assert found == source_class(name, person=person)
