"""A catalogue that is brought up to date step by step holds what filling it anew gives, and filters keep their word."""

from __future__ import annotations

import random
import shutil
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from property.strategies import FIRST_DAY, World, copies, worlds
from property.test_growing_ledger import add, coded_of, judge, tools
from reportedly.ledger.store import Ledger
from reportedly.model.card import CardQuery, CardSort, EventCard
from reportedly.model.claim import Kind, Measure, SourceClass
from reportedly.model.entry import EntryKind
from reportedly.model.event import EventKind, Judgement, Same, Verdict
from reportedly.model.grading import InformationDigit, SourceLetter
from reportedly.model.search import ClaimQuery, Facet, Hit
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.catalogue import refresh
from reportedly.pipeline.workbench.listing import card_facets, card_page, claim_page

TABLES = ("state", "event", "card", "claim", "document", "mark", "trait")
DAYS = st.none() | st.integers(-1, 8).map(lambda n: FIRST_DAY + timedelta(n))
CARD_QUERIES = st.builds(
    CardQuery,
    text=st.sampled_from(("", "", "Tarn", "killed", "fired harbour")),
    kind=st.none() | st.sampled_from(EventKind),
    side=st.sampled_from(("", "", "Tarn", "Velt")),
    measure=st.none() | st.sampled_from((Measure.KILLED, Measure.WOUNDED)),
    source=st.sampled_from(("", "", "velt coastguard", "Ministry")),
    letter=st.none() | st.sampled_from(SourceLetter),
    digit=st.none() | st.sampled_from(InformationDigit),
    first=DAYS,
    last=DAYS,
    alarms=st.booleans(),
    contested=st.booleans(),
    sort=st.sampled_from(CardSort),
    size=st.just(100),
)
CLAIM_QUERIES = st.builds(
    ClaimQuery,
    text=st.sampled_from(("", "", "Tarn", "killed", "fired harbour")),
    source=st.sampled_from(("", "", "Tarn Rescue", "ministry")),
    measure=st.none() | st.sampled_from((Measure.KILLED, Measure.WOUNDED)),
    side=st.sampled_from(("", "", "Tarn")),
    first=DAYS,
    last=DAYS,
    digit=st.none() | st.sampled_from(InformationDigit),
    kind=st.none() | st.sampled_from((Kind.EVENT, Kind.TALLY)),
    size=st.just(100),
)


def listed(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return everything that a ledger's catalogue holds."""
    with closing(sqlite3.connect(path)) as connection:
        return {name: sorted(connection.execute(f"SELECT * FROM catalogue_{name}")) for name in TABLES}


def refreshed(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Bring the catalogue up to date and return what it holds."""
    with Ledger.open(path, write=True) as book:
        refresh(book, tools())
    return listed(path)


def anew(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return what a catalogue filled from nothing holds, on a copy."""
    other = path.with_name("anew.db")
    shutil.copy(path, other)
    with Ledger.open(other, write=True) as book, book.catalogue() as index:
        index.clear()
    return refreshed(other)


def filled(folder: str, world: World) -> Path:
    """Return a ledger of a world with its catalogue."""
    path = Path(folder) / "a.db"
    add(path, [coded_of(world)])
    refreshed(path)
    return path


@settings(max_examples=5)
@given(st.data(), st.randoms(use_true_random=False))
def test_step_by_step_is_filled_anew(data: st.DataObject, chance: random.Random) -> None:
    """Reports one by one, with copies among them, leave the rows that filling anew gives, after each step."""
    world = data.draw(copies(data.draw(worlds(6))))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        for coded in chance.sample(coded_of(world), len(world.documents)):
            add(path, [[coded]])
            assert refreshed(path) == anew(path)


@settings(max_examples=6)
@given(worlds(6), st.data())
def test_a_judgement_moves_what_filling_anew_moves(world: World, data: st.DataObject) -> None:
    """A judgement that comes and goes leaves the rows that filling anew gives."""
    ids = sorted(claim.id for claim in world.claims)
    left, right = sorted(data.draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2)))
    about, verdict = data.draw(st.sampled_from(Same)), data.draw(st.sampled_from((Verdict.SAME, Verdict.NOT_SAME)))
    made = Judgement(Judgement.identify(about, left, right, "ada"), about, left, right, verdict, "ada", 1.0)
    with tempfile.TemporaryDirectory() as folder:
        path = filled(folder, world)
        before = listed(path)
        judge(path, made)
        assert refreshed(path) == anew(path)
        judge(path, made, take_back=True)
        after = refreshed(path)
        assert after == anew(path)
        assert len(after["claim"]) == len(before["claim"])


@settings(max_examples=8)
@given(worlds(8), st.lists(CARD_QUERIES, min_size=8, max_size=8))
def test_a_filter_lists_what_fits_and_nothing_else(world: World, queries: list[CardQuery]) -> None:
    """Each listed event exists and fits; those that fit are all listed."""
    with tempfile.TemporaryDirectory() as folder:
        path = filled(folder, world)
        with Bench.open(path, tools()) as bench:
            every = card_page(bench, CardQuery(size=1000)).cards
            assert {card.event_id for card in every} == set(bench.book.subjects(EntryKind.EVENT))
            for query in queries:
                found = card_page(bench, query)
                assert found.total == len(found.cards)
                wanted = {card.event_id for card in every if _fits(card, query)}
                wanted = {event for event in wanted if _holds_words(bench, event, query.text)}
                assert {card.event_id for card in found.cards} == wanted


@settings(max_examples=8)
@given(worlds(8), st.lists(CLAIM_QUERIES, min_size=8, max_size=8))
def test_a_search_finds_what_fits_and_nothing_else(world: World, queries: list[ClaimQuery]) -> None:
    """Each claim that is found fits what was asked, and is found once."""
    with tempfile.TemporaryDirectory() as folder:
        path = filled(folder, world)
        with Bench.open(path, tools()) as bench:
            for query in queries:
                found = claim_page(bench, query)
                ids = [hit.claim.id for hit in found.hits]
                assert len(set(ids)) == len(ids) == found.total
                assert all(_hit_fits(hit, query) for hit in found.hits)
            assert claim_page(bench, ClaimQuery(size=1000)).total == len(world.claims)


@settings(max_examples=6)
@given(worlds(8))
def test_a_facet_counts_what_its_filter_finds(world: World) -> None:
    """The number beside a measure, a side or a grade is how many its filter lists."""
    with tempfile.TemporaryDirectory() as folder:
        path = filled(folder, world)
        with Bench.open(path, tools()) as bench:
            for facet in card_facets(bench, CardQuery()):
                for value in facet.values:
                    assert card_page(bench, _narrowed_cards(facet.facet, value.value)).total == value.count
            for facet in claim_page(bench, ClaimQuery()).facets:
                for value in facet.values:
                    assert claim_page(bench, _narrowed_claims(facet.facet, value.value)).total == value.count


@settings(max_examples=5)
@given(worlds(8), st.sampled_from(CardSort), st.integers(1, 3))
def test_pages_give_every_event_once(world: World, sort: CardSort, size: int) -> None:
    """Going through all pages of any order meets every event exactly once."""
    with tempfile.TemporaryDirectory() as folder:
        path = filled(folder, world)
        with Bench.open(path, tools()) as bench:
            total = card_page(bench, CardQuery()).total
            pages = (card_page(bench, CardQuery(sort=sort, page=n, size=size)) for n in range(1, total // size + 2))
            ids = [card.event_id for page in pages for card in page.cards]
            assert sorted(ids) == sorted(bench.book.subjects(EntryKind.EVENT))


def _holds_words(bench: Bench, event: str, text: str) -> bool:
    claims = bench.claims(claim for one in bench.events([event]) for claim in one.claim_ids)
    return any(_has_words(claim.quote, text) for claim in claims)


def _has_words(quote: str, text: str) -> bool:
    return all(word.casefold() in quote.casefold().split() for word in text.split())


def _fits(card: EventCard, query: CardQuery) -> bool:
    held = (
        query.kind in {None, card.kind},
        query.side in {"", *card.sides},
        query.measure in {None, *card.measures},
        query.letter in {None, card.grade[0]},
        query.digit is None or int(query.digit) == int(card.grade[1]),
        not query.contested or card.contested,
        not query.alarms or bool(card.alarms),
        not query.first or (card.last is not None and card.last >= query.first),
        not query.last or (card.first is not None and card.first <= query.last),
        not query.source or _is_named(query.source, [one.name for one in card.origins]),
    )
    return all(held)


def _is_named(asked: str, names: Iterable[str]) -> bool:
    return any(asked.casefold() in name.casefold() for name in names)


def _hit_fits(hit: Hit, query: ClaimQuery) -> bool:
    claim = hit.claim
    held = (
        _has_words(claim.quote, query.text),
        query.measure in {None, *(one.measure for one in claim.quantities)},
        query.kind in {None, claim.kind},
        query.digit is None or hit.grade[1:] == str(int(query.digit)),
        not query.first or (hit.day is not None and hit.day >= query.first),
        not query.last or (hit.day is not None and hit.day <= query.last),
    )
    return all(held)


def _narrowed_cards(facet: Facet, value: str) -> CardQuery:
    match facet:
        case Facet.SIDE:
            return CardQuery(side=value)
        case Facet.MEASURE:
            return CardQuery(measure=Measure(value))
        case Facet.SOURCE_CLASS:
            return CardQuery(source_class=SourceClass(value))
        case Facet.LETTER:
            return CardQuery(letter=SourceLetter(value))
        case Facet.DIGIT:
            return CardQuery(digit=InformationDigit(int(value)))
        case Facet.KIND:
            return CardQuery(kind=EventKind(value))
        case Facet.PLACE:
            return CardQuery(place=value)
        case _:
            return CardQuery(source=value)


def _narrowed_claims(facet: Facet, value: str) -> ClaimQuery:
    match facet:
        case Facet.SIDE:
            return ClaimQuery(side=value)
        case Facet.MEASURE:
            return ClaimQuery(measure=Measure(value))
        case Facet.SOURCE_CLASS:
            return ClaimQuery(source_class=SourceClass(value))
        case Facet.LETTER:
            return ClaimQuery(letter=SourceLetter(value))
        case Facet.DIGIT:
            return ClaimQuery(digit=InformationDigit(int(value)))
        case Facet.KIND:
            return ClaimQuery(kind=Kind(value))
        case Facet.PLACE:
            return ClaimQuery(place=value)
        case _:
            return ClaimQuery(source=value)
