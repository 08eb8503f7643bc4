"""People's judgements: recorded, heeded, taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportedly.ledger.store import Ledger
from reportedly.model.codec import from_json
from reportedly.model.entry import EntryKind
from reportedly.model.errors import NotFound, SettingsError
from reportedly.model.event import Event
from reportedly.pipeline.judging import Wish, judge, judge_events, part_claims, undo
from reportedly.pipeline.run import add_paths, dossier_of
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.matters import event_now
from toy import toy_tools
from toy_reports import report, write_reports

APART = Wish(same=False, about_event=True, author="A. Analyst", reason="another ship")
ONE = Wish(same=True, about_event=True, author="A. Analyst", reason="one matter")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Give a ledger with three reports."""
    add_paths([write_reports(tmp_path / "reports")], toy_tools(), tmp_path / "a.db")
    return tmp_path / "a.db"


def killed_pair(ledger: Path) -> tuple[str, str]:
    """Return the two claims that relay the Harbour Office."""
    claims = dossier_of(ledger, toy_tools()).dossier.claims
    left, right = [claim.id for claim in claims if claim.quote.startswith("12 sailors")]
    return left, right


def together(ledger: Path, pair: tuple[str, str]) -> bool:
    """Say whether one event holds both claims."""
    events = dossier_of(ledger, toy_tools()).dossier.events
    return any(set(pair) <= set(event.claim_ids) for event in events)


def test_two_claims_that_a_person_tells_apart_are_apart(ledger: Path) -> None:
    """A person's judgement outranks the machine's grouping."""
    pair = killed_pair(ledger)
    assert together(ledger, pair)
    judge(ledger, pair, APART, toy_tools())
    assert not together(ledger, pair)


def test_a_judgement_taken_back_leaves_no_trace_but_history(ledger: Path) -> None:
    """After an undo the groups are as before, and both entries stand in the history."""
    pair = killed_pair(ledger)
    made = judge(ledger, pair, APART, toy_tools())
    undo(ledger, made.id, "B. Second", "same ship after all", toy_tools())
    assert together(ledger, pair)
    with Ledger.open(ledger) as book:
        assert [entry.draft.actor for entry in book.history(made.id)] == ["A. Analyst", "B. Second"]


def test_adding_more_reports_keeps_a_persons_judgement(ledger: Path, tmp_path: Path) -> None:
    """A later run neither withdraws nor overwrites what a person said."""
    made = judge(ledger, killed_pair(ledger), APART, toy_tools())
    more = write_reports(tmp_path / "more", ("late", "2024-12-18", "Ferry Board said: 3 boats were sunk."))
    add_paths([more], toy_tools(), ledger)
    with Ledger.open(ledger) as book:
        assert book.get(EntryKind.JUDGEMENT, made.id) is not None


@pytest.mark.parametrize("author", ["", "machine", "reportedly 9.9"])
def test_a_judgement_needs_a_persons_name(ledger: Path, author: str) -> None:
    """Nobody can sign as the program."""
    with pytest.raises(SettingsError, match="person"):
        judge(ledger, killed_pair(ledger), Wish(True, True, author, "why"), toy_tools())


def test_nothing_to_take_back_is_an_error(ledger: Path) -> None:
    """An undo where nobody has judged anything is refused."""
    with pytest.raises(NotFound):
        undo(ledger, "jdg-1", "A. Analyst", "why", toy_tools())


def events_of(ledger: Path) -> dict[str, tuple[str, ...]]:
    """Return the claims of each event that the ledger holds, by the event's id."""
    with Ledger.open(ledger) as book:
        found = [from_json(Event, entry.draft.body) for entry in book.current(EntryKind.EVENT)]
    return {event.id: event.claim_ids for event in found}


def apart_events(ledger: Path) -> tuple[str, str]:
    """Add a report of other matters and return the event of the sailors and that of the orchard."""
    folder = ledger.parent / "more"
    folder.mkdir()
    told = report("almanac", "2024-12-20", "Orchard Board said: apples ripened early in Lower Fenwick.")
    (folder / "almanac.json").write_text(json.dumps(told), encoding="utf-8")
    add_paths([folder], toy_tools(), ledger)
    quotes = {claim.id: claim.quote.strip() for claim in dossier_of(ledger, toy_tools()).dossier.claims}
    found = events_of(ledger)
    left, right = (
        next(key for key, ids in found.items() if any(quotes[one].startswith(words) for one in ids))
        for words in ("12 sailors", "apples")
    )
    return left, right


def test_two_events_that_a_person_calls_one_are_one(ledger: Path) -> None:
    """All claims of both are in one event."""
    left, right = apart_events(ledger)
    wanted = {*events_of(ledger)[left], *events_of(ledger)[right]}
    judge_events(ledger, (left, right), ONE, toy_tools())
    assert any(wanted <= set(ids) for ids in events_of(ledger).values())


def test_events_made_one_come_apart_when_it_is_taken_back(ledger: Path) -> None:
    """Each judgement that was recorded can be withdrawn."""
    pair, before = apart_events(ledger), events_of(ledger)
    for made in judge_events(ledger, pair, ONE, toy_tools()):
        undo(ledger, made.id, "A. Analyst", "no", toy_tools())
    assert events_of(ledger) == before


def test_claims_that_a_person_parts_from_an_event_leave_it(ledger: Path) -> None:
    """No event holds a parted claim together with one that stays."""
    left, right = killed_pair(ledger)
    event = next(key for key, ids in events_of(ledger).items() if left in ids)
    part_claims(ledger, event, [right], APART, toy_tools())
    assert not any({left, right} <= set(ids) for ids in events_of(ledger).values())


def test_an_event_judged_against_itself_is_refused(ledger: Path) -> None:
    """One event is no pair."""
    event = next(iter(events_of(ledger)))
    with pytest.raises(SettingsError, match="E207"):
        judge_events(ledger, (event, event), APART, toy_tools())


def test_an_event_that_is_no_longer_drawn_leads_to_what_became_of_it(ledger: Path) -> None:
    """An address that somebody kept shows the event that holds most of its claims now."""
    left, right = apart_events(ledger)
    judge_events(ledger, (left, right), ONE, toy_tools())
    assert right not in events_of(ledger)
    with Bench.open(ledger, toy_tools()) as bench:
        assert event_now(bench, right).id in events_of(ledger)
