"""``reportedly add`` with addresses and feeds."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from page_server import Reply, article, pages
from reportedly.pipeline.workbench import gathering

Call = Callable[..., Result]
TEXT = "The Tarn mayor said that at least 9 people were wounded in a fire at a mill in Tarn on 3 March 2025."


@pytest.fixture(autouse=True)
def _in_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "PAUSE", 0.0)


def test_a_page_is_added_by_its_address(call: Call, tmp_path: Path) -> None:
    """An address among the paths is fetched; a ledger is made where there is none."""
    with pages({"/mill": Reply(article(TEXT))}) as web:
        words = ("--allow-private", "--ledger", tmp_path / "case.db", "--json")
        outcome = call("add", web.at("/mill"), *words)
    assert outcome.exit_code == 0, outcome.output
    assert json.loads(outcome.stdout)["added"] == 1


def test_files_and_pages_are_added_together(call: Call, reports: Path, tmp_path: Path) -> None:
    """A folder and an address in one call become one addition."""
    with pages({"/mill": Reply(article(TEXT))}) as web:
        words = ("--allow-private", "--ledger", tmp_path / "case.db", "--json")
        outcome = call("add", reports, web.at("/mill"), *words)
    assert json.loads(outcome.stdout)["added"] == 4


def test_a_feed_is_added(call: Call, tmp_path: Path) -> None:
    """The pages that it names are fetched."""
    feed = b"<rss><channel><item><link>/mill</link></item></channel></rss>"
    replies = {"/feed": Reply(feed, headers={"Content-Type": "text/xml"}), "/mill": Reply(article(TEXT))}
    with pages(replies) as web:
        words = ("--allow-private", "--ledger", tmp_path / "case.db", "--json")
        outcome = call("add", "--feed", web.at("/feed"), *words)
    assert json.loads(outcome.stdout)["added"] == 1


def test_a_page_of_this_machine_is_refused_unless_it_is_allowed(call: Call, tmp_path: Path) -> None:
    """Without --allow-private nothing on this machine is asked."""
    with pages({"/mill": Reply(article(TEXT))}) as web:
        outcome = call("add", web.at("/mill"), "--ledger", tmp_path / "case.db")
        assert web.asked == []
    assert outcome.exit_code != 0
    assert "R111" in outcome.output


def test_nothing_named_is_a_usage_error(call: Call, tmp_path: Path) -> None:
    """Neither path nor feed: the command says what to name."""
    assert call("add", "--ledger", tmp_path / "case.db").exit_code == 2
