"""Two views of one ledger, what is new since the last assessment, and the course of an event."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from reportedly.ledger.store import Ledger
from reportedly.model.assessment import Section
from reportedly.model.change import ChangeKind, Turn
from reportedly.model.codec import to_json
from reportedly.model.dossier import Dossier
from reportedly.model.entry import EntryKind
from reportedly.model.errors import NotFound
from reportedly.pipeline.course import course_in, figure_of
from reportedly.pipeline.diff import Diff, End, diff_ledger, diff_paths, page_of
from reportedly.pipeline.judging import Wish, judge
from reportedly.pipeline.run import add_paths, assess_paths, dossier_of
from reportedly.pipeline.settings import Settings
from toy import NAME, toy_tools
from toy_reports import write_reports

FIRST, SECOND, THIRD = (date(2024, 12, day) for day in (14, 15, 16))
LATER = (
    ("herald", "2024-12-17", "Harbour Office said: 14 sailors were killed near Port Tallow."),
    ("post", "2024-12-18", "Ferry Board said: 12 sailors were killed near Port Tallow. Rain fell on Sunday."),
)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Give a ledger of five reports of five days."""
    path = tmp_path / "a.db"
    add_paths([write_reports(tmp_path / "reports", *LATER)], toy_tools(), path)
    return path


def between(ledger: Path, first: date | None, last: date | None) -> Diff:
    """Compare two days of a ledger."""
    return diff_ledger(ledger, (End(first), End(last)), toy_tools())


def new(dossier: Dossier) -> list[str]:
    """Return the sentences on what is new."""
    return [one.text for one in dossier.assessment.findings if one.section is Section.SINCE]


def test_a_day_and_itself_are_the_same(ledger: Path) -> None:
    """Nothing changes within a view."""
    assert between(ledger, SECOND, SECOND).changes.changes == ()


def test_an_echo_is_told_as_one(ledger: Path) -> None:
    """The page of the second day adds no origin."""
    found = between(ledger, FIRST, SECOND)
    assert (found.documents, found.claims) == ((1, 2), (2, 4))
    (pages,) = [one for one in found.changes.changes if one.kind is ChangeKind.PAGES]
    assert pages.turn is Turn.KNOWN
    assert pages.text.startswith("One more page carries")


def test_a_second_origin_becomes_known(ledger: Path) -> None:
    """A body of which nothing was known speaks of it."""
    found = between(ledger, SECOND, THIRD).changes
    assert any("Lighthouse Guild" in one.text for one in found.of(Turn.KNOWN))


def test_every_change_cites_claims_of_its_views(ledger: Path) -> None:
    """Claims before were known then, claims after are known now, and each change has some."""
    found = between(ledger, FIRST, None).changes
    before, after = ({claim.id for claim in view.claims} for view in (found.earlier, found.later))
    assert found.changes
    assert all(before >= set(one.claims_before) and after >= set(one.claims_after) for one in found.changes)
    assert all(one.claims_before or one.claims_after for one in found.changes)


def test_reports_alone_are_compared_like_a_ledger(ledger: Path, tmp_path: Path) -> None:
    """The same reports without a ledger give the same changes."""
    alone = diff_paths([tmp_path / "reports"], (End(FIRST), End(None)), toy_tools())
    assert to_json(alone.changes) == to_json(between(ledger, FIRST, None).changes)


def test_the_page_of_changes_names_every_claim(ledger: Path) -> None:
    """The Markdown page lists each cited claim once, with its words."""
    found = between(ledger, FIRST, None)
    page = page_of(found).decode()
    cited = {one for change in found.changes.changes for one in (*change.claims_before, *change.claims_after)}
    assert page.count("#### Claim ") == len(cited)
    assert "## What became known" in page


def test_an_empty_page_of_changes_says_so(ledger: Path) -> None:
    """Where nothing changed the page says that nothing did."""
    assert "Nothing changed." in page_of(between(ledger, FIRST, FIRST), "Calm").decode()


def test_a_decision_recorded_between_two_moments_is_a_change(ledger: Path) -> None:
    """By the clock of recording, a judgement changes what is held though no report came."""
    with Ledger.open(ledger) as book:
        before = list(book.entries())[-1].recorded
        ids = sorted(entry.draft.subject for entry in book.current(EntryKind.CLAIM) if "12 sailors" in entry.draft.body)
    judge(ledger, (ids[0], ids[1]), Wish(False, True, "Ada", "another ship"), toy_tools())
    found = diff_ledger(ledger, (End(None, before), End(None)), toy_tools()).changes
    assert found.changes
    assert found.new_document_ids == ()


def test_to_assess_twice_is_to_say_the_same_twice(tmp_path: Path) -> None:
    """An unchanged ledger gives the same bytes and records nothing further."""
    reports, path = write_reports(tmp_path / "reports", *LATER), tmp_path / "a.db"
    first = assess_paths([reports / "wire.json"], toy_tools(), path).dossier
    second = assess_paths([reports], toy_tools(), path).dossier
    with Ledger.open(path) as book:
        top = book.top()
    third = assess_paths([reports], toy_tools(), path).dossier
    with Ledger.open(path) as book:
        assert book.top() == top
    assert new(first) == []
    assert new(second)
    assert to_json(third) == to_json(second)
    assert to_json(dossier_of(path, toy_tools(), compared=True).dossier) == to_json(second)


def test_what_is_new_is_told_against_the_last_assessment(tmp_path: Path) -> None:
    """The first sentence says how many reports came in and on how many the last assessment rested."""
    reports, path = write_reports(tmp_path / "reports"), tmp_path / "a.db"
    assess_paths([reports / "wire.json"], toy_tools(), path)
    dossier = assess_paths([reports], toy_tools(), path).dossier
    assert new(dossier)[0] == (
        "Two reports came in since the last assessment, which rested on one report, published by 14 December 2024."
    )


def test_the_last_assessment_is_the_one_that_knew_most(tmp_path: Path) -> None:
    """A look back at an earlier day does not become what is compared with."""
    reports, path = write_reports(tmp_path / "reports", *LATER), tmp_path / "a.db"
    few = [reports / f"{name}.json" for name in ("wire", "gazette", "courier")]
    assess_paths(few, toy_tools(), path)
    assess_paths(few, toy_tools(settings=Settings(model=NAME, executor="serial", as_of=FIRST)), path)
    assert "which rested on three reports" in new(assess_paths([reports], toy_tools(), path).dossier)[0]


def test_a_view_as_of_a_day_knows_no_later_assessment(tmp_path: Path) -> None:
    """An assessment that rested on later reports is compared with as far as it is known by the day."""
    reports, path = write_reports(tmp_path / "reports", *LATER), tmp_path / "a.db"
    assess_paths([reports], toy_tools(), path)
    tools = toy_tools(settings=Settings(model=NAME, executor="serial", as_of=SECOND))
    assert new(dossier_of(path, tools, compared=True).dossier) == []


def test_what_is_new_since_a_day_needs_no_ledger(tmp_path: Path) -> None:
    """``--since`` compares with what was published by that day."""
    reports = write_reports(tmp_path / "reports", *LATER)
    tools = toy_tools(settings=Settings(model=NAME, executor="serial", since=SECOND))
    run = assess_paths([reports], tools)
    assert new(run.dossier)[0] == "Three reports came in after 15 December 2024, when two reports were known."
    assert run.dossier.assessment.withheld == ()


def test_a_report_without_a_day_is_not_called_new(tmp_path: Path) -> None:
    """What cannot be placed in time is no news since a day."""
    reports = write_reports(tmp_path / "reports", ("undated", None, "Ferry Board said: 3 boats were sunk."))
    tools = toy_tools(settings=Settings(model=NAME, executor="serial", since=THIRD))
    assert new(assess_paths([reports], tools).dossier) == []


def test_a_decision_since_the_last_assessment_is_told_as_one(tmp_path: Path) -> None:
    """Where no report came in but a person judged, that is what is said."""
    reports, path = write_reports(tmp_path / "reports", *LATER), tmp_path / "a.db"
    assess_paths([reports], toy_tools(), path)
    with Ledger.open(path) as book:
        ids = sorted(entry.draft.subject for entry in book.current(EntryKind.CLAIM) if "12 sailors" in entry.draft.body)
    judge(path, (ids[0], ids[1]), Wish(False, True, "Ada", "another ship"), toy_tools())
    found = new(assess_paths([reports], toy_tools(), path).dossier)
    assert not found or "what changed follows from decisions" in found[0]


def test_the_course_is_that_of_the_views_of_each_day(ledger: Path) -> None:
    """Each line of the course says what a view as of its day says."""
    event = dossier_of(ledger, toy_tools()).dossier.events[0]
    course = course_in(ledger, event.id, toy_tools())
    assert [one.day for one in course.standings][:3] == [FIRST, SECOND, THIRD]
    for one in course.standings:
        then = dossier_of(ledger, toy_tools(settings=Settings(model=NAME, executor="serial", as_of=one.day))).dossier
        evidence = then.evidence_by_event[one.event_id]
        assert one.claim_ids == tuple(c for c in one.claim_ids if c in then.event_by_id[one.event_id].claim_ids)
        assert one.grade == evidence.grade.code
        assert one.at_least_two <= evidence.origins.at_least_two


def test_a_course_names_the_pages_that_came_in(ledger: Path) -> None:
    """Each line names the pages that it knows beyond the one before."""
    event = dossier_of(ledger, toy_tools()).dossier.events[0]
    standings = course_in(ledger, event.id[:14], toy_tools()).standings
    assert [one.new_pages for one in standings[:2]] == [("Wire",), ("Gazette",)]
    assert [one.pages for one in standings] == sorted(one.pages for one in standings)
    assert figure_of(standings[0]) == "12 (7 to 21) killed"


def test_an_event_is_found_by_the_words_of_its_label(ledger: Path) -> None:
    """Words that fit one label are enough; those that fit none or several are refused."""
    event = dossier_of(ledger, toy_tools()).dossier.events[0]
    assert course_in(ledger, event.label, toy_tools()).event_id == event.id
    with pytest.raises(NotFound):
        course_in(ledger, "volcano", toy_tools())


def test_a_course_ends_at_the_day_asked_for(ledger: Path) -> None:
    """Nothing later shows in it."""
    event = dossier_of(ledger, toy_tools()).dossier.events[0]
    tools = toy_tools(settings=Settings(model=NAME, executor="serial", as_of=SECOND))
    assert [one.day for one in course_in(ledger, event.id, tools).standings] == [FIRST, SECOND]


def test_a_published_dossier_has_the_courses_of_its_key_events(ledger: Path) -> None:
    """Where documents span several days, the report holds how belief moved."""
    dossier = dossier_of(ledger, toy_tools(), compared=True).dossier
    assert dossier.courses
    assert {course.event_id for course in dossier.courses} <= {event.id for event in dossier.events}
