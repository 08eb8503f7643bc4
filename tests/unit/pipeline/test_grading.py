"""People's letters for sources: used in grades wherever these are shown, beside the machine's, and taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reportedly.ledger.store import Ledger
from reportedly.model.card import CardQuery
from reportedly.model.codec import to_json
from reportedly.model.entry import EntryKind
from reportedly.model.errors import SettingsError
from reportedly.model.evidence import Evidence
from reportedly.model.grading import SourceGrade, SourceLetter
from reportedly.pipeline.run import add_paths, dossier_of
from reportedly.pipeline.toolkit import Toolkit
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.grading import grade_source, source_grades, undo_source_grade
from reportedly.pipeline.workbench.listing import card_page
from reportedly.pipeline.workbench.matters import event_dossier
from reportedly.pipeline.workbench.opening import bring_up_to_date, catch_up
from toy import toy_tools
from toy_reports import write_reports

TOOLS = toy_tools()
GUILD, WHO, WHY = "Lighthouse Guild", "A. Analyst", "it was there"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Give a ledger with three reports."""
    add_paths([write_reports(tmp_path / "reports")], TOOLS, tmp_path / "a.db")
    return tmp_path / "a.db"


def told(evidence: tuple[Evidence, ...]) -> SourceGrade:
    """Return the grade of the guild."""
    return next(one for each in evidence for one in each.grade.sources if one.origin == GUILD)


def reported(ledger: Path, tools: Toolkit = TOOLS) -> SourceGrade:
    """Return the guild's grade as the report gives it."""
    return told(dossier_of(ledger, tools).dossier.evidence)


def event_of(ledger: Path) -> str:
    """Return the event that the guild speaks of."""
    found = dossier_of(ledger, TOOLS).dossier.evidence
    return next(one.event_id for one in found if any(each.origin == GUILD for each in one.grade.sources))


def test_a_persons_letter_is_the_one_that_counts(ledger: Path) -> None:
    """The report grades the source as the person does."""
    grade_source(ledger, GUILD, SourceLetter.B, WHO, WHY, TOOLS)
    assert reported(ledger).letter is SourceLetter.B


def test_the_machines_letter_stays_beside_it(ledger: Path) -> None:
    """The reasons name the person, why, and the machine's letter."""
    before = reported(ledger)
    grade_source(ledger, GUILD, SourceLetter.B, WHO, WHY, TOOLS)
    first, *rest = reported(ledger).reasons
    assert first.text == f"{GUILD}: B by {WHO}: {WHY} (the machine's letter is {before.letter})"
    assert tuple(rest) == before.reasons


def test_event_page_and_report_agree(ledger: Path) -> None:
    """The page of one event shows the letter that the report shows."""
    grade_source(ledger, GUILD, SourceLetter.D, WHO, WHY, TOOLS)
    with Bench.open(ledger, TOOLS) as bench:
        assert told(event_dossier(bench, event_of(ledger)).evidence) == reported(ledger)


def test_an_earlier_day_shows_the_letter(ledger: Path) -> None:
    """The page of one event as of a day shows the person's letter, too."""
    grade_source(ledger, GUILD, SourceLetter.D, WHO, WHY, TOOLS)
    day = datetime(2024, 12, 16, tzinfo=UTC).date()
    with Bench.open(ledger, TOOLS) as bench:
        assert told(event_dossier(bench, event_of(ledger), day).evidence).letter is SourceLetter.D


def test_nothing_that_is_drawn_changes(ledger: Path) -> None:
    """The ledger's evidence keeps the machine's letters."""
    with Ledger.open(ledger) as book:
        before = [entry.hash for entry in book.current(EntryKind.EVIDENCE)]
    grade_source(ledger, GUILD, SourceLetter.B, WHO, WHY, TOOLS)
    with Ledger.open(ledger) as book:
        assert [entry.hash for entry in book.current(EntryKind.EVIDENCE)] == before


def test_a_letter_taken_back_leaves_the_dossier_as_it_was(ledger: Path) -> None:
    """After an undo the dossier is the same byte for byte."""
    before = to_json(dossier_of(ledger, TOOLS).dossier)
    made = grade_source(ledger, GUILD, SourceLetter.B, WHO, WHY, TOOLS)
    assert to_json(dossier_of(ledger, TOOLS).dossier) != before
    undo_source_grade(ledger, made.id, "B. Second", "no", TOOLS)
    assert to_json(dossier_of(ledger, TOOLS).dossier) == before


def test_of_two_peoples_letters_the_later_counts(ledger: Path) -> None:
    """Both stay in force, so that the earlier counts again when the later is taken back."""
    grade_source(ledger, GUILD, SourceLetter.B, WHO, WHY, TOOLS)
    second = grade_source(ledger, GUILD.upper(), SourceLetter.E, "B. Second", "it was not", TOOLS)
    assert reported(ledger).letter is SourceLetter.E
    undo_source_grade(ledger, second.id, "B. Second", "no", TOOLS)
    assert reported(ledger).letter is SourceLetter.B


def test_an_earlier_moment_knows_no_later_letter(ledger: Path) -> None:
    """By a moment of recording before it, a letter does not hold."""
    moment, before = datetime.now(UTC), reported(ledger)
    grade_source(ledger, GUILD, SourceLetter.B, WHO, WHY, TOOLS)
    earlier = replace(TOOLS, settings=replace(TOOLS.settings, recorded_by=moment))
    assert reported(ledger, earlier) == before


def test_letters_in_force_are_told(ledger: Path) -> None:
    """Who opens the page of sources sees who gave which letter."""
    made = grade_source(ledger, GUILD, SourceLetter.B, WHO, WHY, TOOLS)
    with Bench.open(ledger, TOOLS) as bench:
        assert source_grades(bench) == (made,)


def test_a_letter_needs_a_reason(ledger: Path) -> None:
    """Nobody grades without saying why."""
    with pytest.raises(SettingsError, match="E293"):
        grade_source(ledger, GUILD, SourceLetter.B, WHO, " ", TOOLS)


def test_the_card_shows_the_letter(ledger: Path) -> None:
    """The list of events grades as the event's own page does, and can be filtered by it."""
    bring_up_to_date(ledger, TOOLS)
    grade_source(ledger, GUILD, SourceLetter.B, WHO, WHY, TOOLS)
    catch_up(ledger, TOOLS)
    with Bench.open(ledger, TOOLS) as bench:
        cards = card_page(bench, CardQuery(letter=SourceLetter.B)).cards
        assert [card.event_id for card in cards] == [event_of(ledger)]
