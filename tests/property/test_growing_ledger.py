"""A ledger that grows report by report holds what drawing everything at once gives."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from property.strategies import REGISTRY, World, copies, worlds
from reportedly.events import stories, ties
from reportedly.events.grouping import group
from reportedly.evidence.weigh import weigh
from reportedly.ledger.store import Ledger
from reportedly.ledger.verify import verify
from reportedly.model.claim import Claim, Link
from reportedly.model.codec import to_json
from reportedly.model.entry import Action, Draft, EntryKind
from reportedly.model.event import Judgement, Same, Verdict
from reportedly.model.ids import identifier
from reportedly.model.review import Decision
from reportedly.pipeline.growing import Grower
from reportedly.pipeline.reading import Coded
from reportedly.pipeline.record import Recorder, held
from reportedly.pipeline.toolkit import Toolkit
from reportedly.pipeline.workbench.reviewing import ReviewWish, record_review, undo_review
from toy import toy_tools

Drawn = dict[tuple[EntryKind, str], str]


@pytest.fixture(autouse=True, scope="module")
def short_lists() -> Iterator[None]:
    """Make three texts a long list and four a large story, so that the bounds are met."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ties, "NEAR", 3)
        patch.setattr(stories, "MOST", 4)
        yield


@cache
def tools() -> Toolkit:
    """Return tools that know the worlds' actors."""
    return replace(toy_tools(), registry=REGISTRY)


def at_once(world: World, people: tuple[Judgement, ...] = ()) -> Drawn:
    """Group and weigh everything and return what a ledger should hold."""
    kit = tools()
    found = group(world.claims, world.documents, REGISTRY, people)
    evidence = weigh(
        found, world.claims, world.documents, REGISTRY, kit.settings.policy, kit.convention, kit.units, kit.priors
    )
    return {
        **{(EntryKind.JUDGEMENT, one.id): to_json(one) for one in found.judgements},
        **{(EntryKind.EVENT, one.id): to_json(one) for one in found.events},
        **{(EntryKind.TESTIMONY, one.id): to_json(one) for one in found.testimonies},
        **{(EntryKind.EVIDENCE, identifier("evd", one.event_id)): to_json(one) for one in evidence},
    }


def held_in(book: Ledger) -> Drawn:
    """Return what a ledger holds."""
    kinds = (EntryKind.JUDGEMENT, EntryKind.EVENT, EntryKind.TESTIMONY, EntryKind.EVIDENCE)
    return {(kind, entry.draft.subject): entry.draft.body for kind in kinds for entry in book.current(kind)}


def add(path: Path, parts: list[list[Coded]]) -> None:
    """Add reports, each part with a handle of its own."""
    for part in parts:
        with Ledger.open(path, write=True) as book:
            recorder = Recorder(book)
            grower = Grower(book, recorder, tools())
            for coded in part:
                recorder.coded(coded.document, coded.claims, "read")
            grower.draw(part)


def judge(path: Path, judgement: Judgement, take_back: bool = False) -> None:
    """Record a person's judgement, or take it back."""
    body, action = ("", Action.WITHDRAW) if take_back else (to_json(judgement), Action.ASSERT)
    with Ledger.open(path, write=True) as book:
        grower = Grower(book, Recorder(book), tools())
        book.append([Draft(EntryKind.JUDGEMENT, judgement.id, body, judgement.author, "so", action=action)])
        grower.draw(judged=[judgement])


def coded_of(world: World) -> list[Coded]:
    """Return the reports of a world with their claims."""
    return [Coded(document, world.of(document)) for document in world.documents]


@settings(max_examples=12)
@given(st.data(), st.randoms(use_true_random=False))
def test_report_by_report_is_all_at_once(data: st.DataObject, chance: random.Random) -> None:
    """Reports added one by one, in any order, copies among them, leave what all of them together give."""
    world = data.draw(worlds(8))
    world = data.draw(copies(world))
    order = chance.sample(coded_of(world), len(world.documents))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        add(path, [[one] for one in order])
        with Ledger.open(path) as book:
            assert held_in(book) == at_once(world)


@settings(max_examples=6)
@given(worlds(7), st.data())
def test_a_judgement_draws_what_all_at_once_gives(world: World, data: st.DataObject) -> None:
    """A person's judgement that comes and goes leaves what drawing everything with and without it gives."""
    ids = sorted(claim.id for claim in world.claims)
    left, right = sorted(data.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2)))
    about, verdict = data.draw(st.sampled_from(Same)), data.draw(st.sampled_from((Verdict.SAME, Verdict.NOT_SAME)))
    key = Judgement.identify(about, left, right, "ada")
    made = Judgement(key, about, left, right, verdict, "ada", 1.0)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        add(path, [[one] for one in coded_of(world)])
        judge(path, made)
        with Ledger.open(path) as book:
            assert held_in(book) == at_once(world, (made,))
        judge(path, made, take_back=True)
        with Ledger.open(path) as book:
            assert held_in(book) == at_once(world)


def wished(data: st.DataObject, claim: Claim, world: World) -> ReviewWish:
    """Draw a decision about a claim; a corrected one tells what another claim of the world tells."""
    decision = data.draw(st.sampled_from((Decision.ACCEPT, Decision.CORRECT, Decision.REJECT, Decision.UNSURE)))
    other = data.draw(st.sampled_from(world.claims))
    figures = tuple(replace(one, span=None, of_span=None) for one in other.quantities)
    reading = replace(claim, chain=tuple(Link(link.name) for link in other.chain), quantities=figures)
    author = data.draw(st.sampled_from(("ada", "bo")))
    return ReviewWish(claim.id, decision, author, "so", reading if decision is Decision.CORRECT else None)


@settings(max_examples=12)
@given(worlds(7), st.data(), st.randoms(use_true_random=False))
def test_decisions_draw_what_all_at_once_gives(world: World, data: st.DataObject, chance: random.Random) -> None:
    """Decisions about claims that come and go leave what drawing everything with and without them gives."""
    world = data.draw(copies(world))
    ids = sorted(claim.id for claim in world.claims)
    left, right = sorted((data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(ids))))
    people = (
        Judgement(
            Judgement.identify(Same.EVENT, left, right, "ada"), Same.EVENT, left, right, Verdict.SAME, "ada", 1.0
        ),
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        add(path, [[one] for one in coded_of(world)])
        judge(path, people[0])
        made = set()
        for _ in range(data.draw(st.integers(1, 4))):
            claim = data.draw(
                st.sampled_from(world.claims) | st.sampled_from([c for c in world.claims if c.id in {left, right}])
            )
            made.add(record_review(path, wished(data, claim, world), tools()).id)
        with Ledger.open(path) as book:
            assert held_in(book) == at_once(World(world.documents, held(book).claims), people)
        for review in chance.sample(sorted(made), len(made)):
            undo_review(path, review, "ada", "so", tools())
        with Ledger.open(path) as book:
            assert held_in(book) == at_once(world, people)


@settings(max_examples=3)
@given(worlds())
def test_a_ledger_that_grew_is_sound(world: World) -> None:
    """Verification finds nothing wrong with a ledger whose tables of stories are filled."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        add(path, [[one] for one in coded_of(world)])
        assert verify(path).ok
