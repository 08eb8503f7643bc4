"""Bodies of one party never confirm each other; all is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib.resources import files

import pytest

from builders import ClaimFields, make_claim, make_document, make_link, make_quantity
from reportedly.events.grouping import group
from reportedly.evidence.weigh import weigh
from reportedly.model.actors import ActorRegistry
from reportedly.model.claim import Claim, Kind, Measure, SourceClass
from reportedly.model.codec import from_json
from reportedly.model.document import Document
from reportedly.model.evidence import Evidence

Told = tuple[Document, Claim]


@pytest.fixture(scope="module")
def registry() -> ActorRegistry:
    """Read the shipped registry."""
    return from_json(ActorRegistry, (files("reportedly") / "data" / "actors.json").read_text(encoding="utf-8"))


def killed(key: str, body: str, of: str = "Norland soldiers") -> Told:
    """Let a body give 26 killed at the Aumer weir."""
    quote = f"26 {of} were killed at the Aumer weir on Monday"
    text = f"{quote}, the {body} said. This is report {key}."
    document = make_document(key, f"Leaf {key}", date(2031, 5, 13), text)
    quantity = make_quantity(document, "26", Measure.KILLED, of, 26, 26)
    return document, make_claim(document, quote, (make_link(document, body),), ClaimFields(quantities=(quantity,)))


def weighed(*told: Told) -> Evidence:
    """Weigh reports that make one event."""
    documents, claims = [one[0] for one in told], [one[1] for one in told]
    (evidence,) = weigh(group(claims, documents, ActorRegistry()), claims, documents, ActorRegistry())
    return evidence


def test_two_bodies_of_one_fighting_country_are_of_one_side() -> None:
    """No list knows them, but their adjective is that of the soldiers the claims are about."""
    origins = weighed(killed("a", "Norlander Defence Ministry"), killed("b", "Army of Norland")).origins
    assert (origins.independent, origins.sides, origins.one_side) == (2, ("Norland",), True)


def test_agreement_of_one_unlisted_party_is_no_confirmation() -> None:
    """Digit 1 is out of reach for two bodies of one side."""
    assert weighed(killed("a", "Norlander Defence Ministry"), killed("b", "Army of Norland")).grade.information == 2


def test_agreement_with_a_body_of_no_party_confirms() -> None:
    """A body outside the party that says the same earns digit 1."""
    assert weighed(killed("a", "Norlander Defence Ministry"), killed("b", "Velt Rescue Mission")).grade.information == 1


def test_an_adjective_that_fights_nowhere_marks_no_party() -> None:
    """A Norland ministry is of no side where the claims know no Norland soldiers."""
    assert weighed(killed("a", "Norlander Defence Ministry", "people")).origins.sides == ()


def imagery(key: str, publisher: str, day: int) -> Told:
    """Let a page show footage that a body published."""
    quote = "26 Norland soldiers lay dead at the Aumer weir"
    text = f"Footage released by {publisher} showed that {quote}. This is report {key}."
    document = make_document(key, f"Leaf {key}", date(2031, 5, day), text)
    quantity = make_quantity(document, "26", Measure.KILLED, "Norland soldiers", 26, 26)
    shown = make_link(document, "Footage", source_class=SourceClass.IMAGERY)
    links = (make_link(document, publisher), shown)
    return document, make_claim(document, quote, links, ClaimFields(quantities=(quantity,)))


def test_the_footage_of_an_arm_is_the_footage_of_the_army(registry: ActorRegistry) -> None:
    """One film that pages credit to different arms of one army is one origin."""
    told = imagery("a", "Ukrainian military", 13), imagery("b", "Ukrainian special forces", 14)
    documents, claims = [one[0] for one in told], [one[1] for one in told]
    (evidence,) = weigh(group(claims, documents, registry), claims, documents, registry)
    assert (evidence.origins.independent, len(evidence.origins.origins)) == (1, 1)


def test_a_comment_on_footage_is_a_contest_and_no_confirmation(registry: ActorRegistry) -> None:
    """Who only says that losses are higher than in the film saw no more than the film."""
    film = imagery("a", "Ukrainian military", 13)
    words = "Losses at the Aumer weir are higher than in the video"
    text = f"{film[0].text} {words}, the Center for Countering Disinformation said."
    document = replace(film[0], text=text)
    links = (make_link(document, "Center for Countering Disinformation"),)
    comment = make_claim(document, words, links, ClaimFields(kind=Kind.JUDGEMENT))
    claims = [film[1], comment]
    (evidence,) = weigh(group(claims, [document], registry), claims, [document], registry)
    assert (evidence.origins.independent, [c.reason.code for c in evidence.contests]) == (1, ["counter-claim"])
