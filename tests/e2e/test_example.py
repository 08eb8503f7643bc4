"""The bundled example, from its files to the assessment."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.model.claim import Claim
from reportedly.model.codec import to_json
from reportedly.model.document import Document
from reportedly.model.dossier import Dossier
from reportedly.model.event import Event
from reportedly.model.evidence import Grade
from reportedly.pipeline.reading import Coded
from reportedly.pipeline.run import draw
from reportedly.pipeline.toolkit import Toolkit
from reportedly.publish import FORMATS, render

ORDERS = 20


def copied(one: Coded) -> Coded:
    """Return the same report under another name, as another outlet would print it."""
    page = one.document
    key, outlet = f"copy of {page.key}", "The Copying Gazette"
    document_id = Document.identify(key, page.text, page.title, outlet, page.published)
    claims = tuple(
        replace(claim, id=Claim.identify(document_id, claim.span), document_id=document_id) for claim in one.claims
    )
    return Coded(replace(page, id=document_id, key=key, outlet=outlet), claims)


def standing(dossier: Dossier) -> dict[str, tuple[int, Grade]]:
    """Return for each claim the origins and the grade of its event."""
    found = {}
    for event in dossier.events:
        evidence = dossier.evidence_by_event[event.id]
        for claim_id in event.claim_ids:
            found[claim_id] = (evidence.origins.independent, evidence.grade)
    return found


def figure_200(dossier: Dossier) -> list[Event]:
    """Return the events whose claims carry the figure 200."""
    claims = dossier.claim_by_id
    return [
        event
        for event in dossier.events
        if any(200 in {q.low, q.high} for claim_id in event.claim_ids for q in claims[claim_id].quantities)
    ]


def test_every_span_gives_its_quote(coded: tuple[Coded, ...]) -> None:
    """The characters at a claim's span are the claim's quote, in every document."""
    wrong = [c.id for one in coded for c in one.claims if c.span.of(one.document.text) != c.quote]
    assert wrong == []


def test_shuffled_orders_give_equal_bytes(coded: tuple[Coded, ...], tools: Toolkit) -> None:
    """Twenty orders of reading give one dossier, byte for byte."""
    dice, made = random.Random(2024), set()
    for _ in range(ORDERS):
        made.add(to_json(draw(dice.sample(coded, len(coded)), tools)))
    assert len(made) == 1


def test_every_format_is_the_same_in_any_order(coded: tuple[Coded, ...], tools: Toolkit) -> None:
    """The written files do not depend on the order of reading either."""
    there, back = draw(coded, tools), draw(coded[::-1], tools)
    assert [name for name in FORMATS if render(there, name) != render(back, name)] == []


@settings(max_examples=12)
@given(data=st.data())
def test_a_copy_never_raises_origins_or_grade(coded: tuple[Coded, ...], tools: Toolkit, data: st.DataObject) -> None:
    """Whichever report is copied, no event gains an origin or a better grade."""
    copy = copied(data.draw(st.sampled_from(coded)))
    before, after = standing(draw(coded, tools)), standing(draw([*coded, copy], tools))
    for claim_id, (origins, grade) in before.items():
        new = after[claim_id][1]
        assert after[claim_id][0] <= origins
        assert not new.letter.judged or (grade.letter.judged and new.letter >= grade.letter)
        assert not new.digit.judged or (grade.digit.judged and new.digit >= grade.digit)


def test_the_200_stands_on_many_pages_and_one_origin(coded: tuple[Coded, ...], tools: Toolkit) -> None:
    """The figure that sixteen pages carry has one independent origin."""
    dossier = draw(coded, tools)
    events = figure_200(dossier)
    widest = max(events, key=lambda event: len(event.claim_ids))
    assert len({dossier.claim_by_id[claim_id].document_id for claim_id in widest.claim_ids}) >= 10
    assert dossier.evidence_by_event[widest.id].origins.independent == 1


@pytest.mark.slow
def test_all_origins_of_the_200_belong_to_one_side(coded: tuple[Coded, ...], tools: Toolkit) -> None:
    """The assessment knows that everybody named stands on one side."""
    dossier = draw(coded, tools)
    widest = max(figure_200(dossier), key=lambda event: len(event.claim_ids))
    origins = dossier.evidence_by_event[widest.id].origins
    assert (origins.one_side, origins.sides) == (True, ("Ukraine",))
