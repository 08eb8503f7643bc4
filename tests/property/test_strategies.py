"""The worlds that property tests draw are well formed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from property.strategies import World, copies, worlds


@given(worlds())
def test_every_quote_stands_at_its_span(world: World) -> None:
    """The text at a claim's span is the claim's quote."""
    texts = {document.id: document.text for document in world.documents}
    assert all(claim.span.of(texts[claim.document_id]) == claim.quote for claim in world.claims)


@given(worlds())
def test_every_figure_stands_inside_its_claim(world: World) -> None:
    """The words of a figure lie in the claim's span."""
    spans = [(claim.span, q.span) for claim in world.claims for q in claim.quantities]
    assert all(inner is not None and outer.covers(inner) for outer, inner in spans)


@given(worlds())
def test_ids_are_unique(world: World) -> None:
    """No two claims or documents share an id."""
    ids = [claim.id for claim in world.claims] + [document.id for document in world.documents]
    assert len(ids) == len(set(ids))


@given(st.data())
def test_a_copy_adds_one_report_with_the_same_words(data: st.DataObject) -> None:
    """A copy has text and claims of a report at hand, and another outlet."""
    world = data.draw(worlds())
    more = data.draw(copies(world))
    copy = more.documents[-1]
    twins = [d for d in world.documents if d.text == copy.text and d.outlet != copy.outlet]
    assert twins
    assert sorted(c.quote for c in more.of(copy)) in [sorted(c.quote for c in world.of(twin)) for twin in twins]


@given(st.data())
def test_a_copy_is_never_older_than_its_source(data: st.DataObject) -> None:
    """A copy appears on the day of a report with its text or later, or on no known day."""
    world = data.draw(worlds())
    copy = data.draw(copies(world)).documents[-1]
    days = [d.day for d in world.documents if d.text == copy.text]
    assert copy.day is None or any(day is not None and day <= copy.day for day in days)
