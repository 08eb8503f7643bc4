"""When the catalogue is filled, followed and made anew, and what a page does with one that is damaged."""

from __future__ import annotations

from pathlib import Path

import pytest

from ledger_samples import drop_catalogue, raw
from reportedly.ledger.store import Ledger
from reportedly.model.card import CardQuery
from reportedly.model.errors import LedgerDamaged
from reportedly.model.search import DocumentQuery
from reportedly.pipeline.run import grow_paths
from reportedly.pipeline.workbench import catalogue
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.cards import card_of
from reportedly.pipeline.workbench.catalogue import is_behind
from reportedly.pipeline.workbench.listing import card_page, document_page
from reportedly.pipeline.workbench.matters import event_dossier
from reportedly.pipeline.workbench.opening import bring_up_to_date, catch_up
from toy import toy_tools
from toy_reports import write_reports

MORE = ("leaflet", "2024-12-17", "Lighthouse Guild said: 9 sailors were killed near Port Tallow. Rain fell.")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger of a few reports, ready to be shown."""
    made = tmp_path / "a.db"
    grow_paths([write_reports(tmp_path / "reports")], toy_tools(), made)
    bring_up_to_date(made, toy_tools())
    return made


@pytest.fixture
def fills(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Note each time that the catalogue is filled anew."""
    times: list[str] = []
    real = catalogue._fill

    def noted(*given: object) -> None:
        times.append("fill")
        real(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(catalogue, "_fill", noted)
    return times


def behind(path: Path) -> bool:
    """Say whether a ledger's catalogue lacks its newest entries."""
    with Ledger.open(path) as book:
        return is_behind(book)


def test_a_report_that_is_added_is_listed_with_it(ledger: Path, fills: list[str], tmp_path: Path) -> None:
    """A ledger that was shown once keeps its catalogue while it grows, without filling it anew."""
    grow_paths([write_reports(tmp_path / "more", MORE)], toy_tools(), ledger)
    assert not behind(ledger)
    assert fills == []
    with Bench.open(ledger, toy_tools()) as bench:
        assert document_page(bench, DocumentQuery()).total == 4


def test_a_ledger_that_nobody_looks_at_has_no_catalogue(fills: list[str], tmp_path: Path) -> None:
    """Reading reports costs nothing for pages that are never asked for."""
    grow_paths([write_reports(tmp_path / "reports")], toy_tools(), tmp_path / "b.db")
    assert fills == []


def test_a_card_is_that_of_its_event_page(ledger: Path) -> None:
    """The listed card is the one that the event's own dossier gives."""
    with Bench.open(ledger, toy_tools()) as bench:
        cards = card_page(bench, CardQuery()).cards
        assert cards
        assert all(card == card_of(event_dossier(bench, card.event_id)) for card in cards)


def test_lost_rows_are_made_anew_at_the_next_opening(ledger: Path, fills: list[str]) -> None:
    """A catalogue that lacks rows is not trusted."""
    with raw(ledger) as connection:
        connection.execute("DELETE FROM catalogue_event WHERE number = (SELECT min(number) FROM catalogue_event)")
    bring_up_to_date(ledger, toy_tools())
    assert fills == ["fill"]


def test_a_torn_card_is_an_error_with_advice(ledger: Path) -> None:
    """What cannot be read is never shown as something else."""
    with raw(ledger) as connection:
        connection.execute("UPDATE catalogue_card SET card = '{}'")
    with Bench.open(ledger, toy_tools()) as bench, pytest.raises(LedgerDamaged) as caught:
        card_page(bench, CardQuery())
    assert caught.value.code == "E285"


def test_a_rebuilt_ledger_is_listed_again(ledger: Path, fills: list[str]) -> None:
    """After the view is rebuilt the next page fills the catalogue."""
    with Ledger.open(ledger, write=True) as book:
        book.rebuild_view()
    catch_up(ledger, toy_tools())
    assert (fills, behind(ledger)) == (["fill"], False)


def test_while_somebody_writes_the_old_list_stands(ledger: Path) -> None:
    """A page does not wait for a writer."""
    with Ledger.open(ledger, write=True) as book:
        book.rebuild_view()
        catch_up(ledger, toy_tools())
    assert behind(ledger)


def test_a_card_whose_event_is_gone_is_left_out(ledger: Path) -> None:
    """A list that is older than the ledger names no event that does not exist."""
    with raw(ledger) as connection:
        connection.execute("DELETE FROM current_entry WHERE kind = 'event'")
    with Bench.open(ledger, toy_tools()) as bench:
        assert card_page(bench, CardQuery()).cards == ()


def test_a_ledger_of_the_form_before_is_brought_up(ledger: Path) -> None:
    """A ledger that an earlier version wrote is opened, not refused."""
    with raw(ledger) as connection:
        drop_catalogue(connection)
        connection.execute("UPDATE alembic_version SET version_num = '0003'")
    bring_up_to_date(ledger, toy_tools())
    assert not behind(ledger)
