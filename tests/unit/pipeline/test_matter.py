"""One event as its page asks for it: days, rows of tables, and what was drawn lately."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coded_tables import row, written
from reportedly.model.entry import EntryKind
from reportedly.model.errors import NotFound
from reportedly.pipeline.imported import Order, import_tables
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.lately import Lately
from reportedly.pipeline.workbench.matter import Matter, matter_of
from reportedly.pipeline.workbench.matter_course import course_in_bench

TOOLS = prepare(Settings())


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of one table: a saying, relayed on the next day, and another matter."""
    folder = tmp_path_factory.mktemp("tables")
    rows = [
        row(claim_id="A1", root_id="S1"),
        row(claim_id="A2", root_id="S1", relayed_by="Morning Sheet <- NDO", date_said="2031-05-04"),
        row(claim_id="B1", root_id="S2", number_low="4000", as_of_date="2031-08-01", date_said="2031-08-02"),
    ]
    table, ledger = folder / "claims.csv", folder / "tables.db"
    table.write_text(written(rows), encoding="utf-8")
    import_tables(Order(table), TOOLS, ledger)
    return ledger


def matter(ledger: Path, day: date | None) -> Matter:
    """Return the larger event of a ledger as known on a day."""
    with Bench.open(ledger, TOOLS) as bench:
        events = bench.events(bench.book.subjects(EntryKind.EVENT))
        found = matter_of(bench, max(events, key=lambda one: (len(one.claim_ids), one.id)).id, day)
    assert isinstance(found, Matter)
    return found


def test_an_event_of_tables_is_known_on_its_first_day(tables: Path) -> None:
    """Of the rows of tables only those of the event are drawn, and only those of the day."""
    found = matter(tables, date(2031, 5, 3))
    assert [one.key for one in found.dossier.documents] == ["A1"]
    assert found.tables


def test_an_event_of_tables_is_not_compared(tables: Path) -> None:
    """What is drawn from a part of the rows is not held against what all of them give."""
    assert matter(tables, date(2031, 5, 3)).since == ()


def test_what_came_later_is_counted(tables: Path) -> None:
    """The claims of today's event that are left out are known."""
    found = matter(tables, date(2031, 5, 3))
    assert (len(found.late), found.pages, found.days) == (1, 2, (date(2031, 5, 3), date(2031, 5, 4)))


def test_before_the_first_page_nothing_is_known(tables: Path) -> None:
    """The dossier has no event and no card."""
    found = matter(tables, date(2031, 1, 1))
    assert (found.dossier.events, found.card) == ((), None)


def test_a_course_has_the_days_on_which_pages_came(tables: Path) -> None:
    """Each day that changed anything is there."""
    with Bench.open(tables, TOOLS) as bench:
        event = matter(tables, None).event
        assert [one.pages for one in course_in_bench(bench, event.id).standings] == [1, 2]


def test_an_id_that_never_was_is_not_found(tables: Path) -> None:
    """There is no page of an event that nobody recorded."""
    with Bench.open(tables, TOOLS) as bench, pytest.raises(NotFound):
        matter_of(bench, "evt-none", None)


def test_what_was_asked_for_lately_is_made_once() -> None:
    """A second question with the same key makes nothing."""
    made: list[int] = []
    kept: Lately[None] = Lately(2)
    for _ in range(2):
        kept.get("day", lambda: made.append(1))
    assert made == [1]


def test_what_was_not_asked_for_longest_is_dropped() -> None:
    """Only so many values are kept."""
    kept: Lately[int] = Lately(2)
    for number in (1, 2, 3):
        kept.get(number, lambda number=number: number)  # type: ignore[misc]
    assert kept.get(1, lambda: 10) == 10
    assert kept.get(3, lambda: 30) == 3
