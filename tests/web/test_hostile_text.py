"""Whatever stands in a stored field, pages show it and never obey it."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from hostile import PAYLOADS, PLANTED, hostile_ledger, payloads_in_parts
from hostile_people import decide_with
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from reportedly.pipeline.workbench.opening import bring_up_to_date
from reportedly.web.desk import PERSON_COOKIE
from web_server import Watched, watched, workbench

PARTS = 10
START = (
    "/",
    "/documents",
    "/review",
    "/review/rounds",
    "/review/log",
    "/add",
    "/refusals",
    "/publish",
    "/search?q=dockers",
    "/help",
    "/api",
)
_IDS = re.compile(r"[a-z]{3}-[0-9a-f]{6,}|%[0-9A-F]{2}.*")
_FILE = re.compile(r"/download/|\.(?:csv|json|xml)(?:\?|$)")
"""Addresses of files, which a browser keeps and does not show."""
_LIKE = 4
"""Pages of one kind that are visited."""


def has_run(page: Page) -> bool:
    """Say whether a payload ran on the open page or left an element there."""
    script = f"window.{PLANTED} !== undefined || document.querySelector('[data-{PLANTED}]') !== null"
    return bool(page.evaluate(script))


def crawl(seen: Watched) -> list[str]:
    """Visit every kind of page that links lead to; return the addresses at which something ran."""
    waiting, known, kinds, ran = list(START), set(START), dict[str, int](), list[str]()
    while waiting:
        path = waiting.pop(0)
        page = seen.go(path)
        if has_run(page):
            ran.append(path)
        for link in page.eval_on_selector_all("a[href^='/']", "all => all.map(one => one.getAttribute('href'))"):
            address = link.partition("#")[0]
            kind = _IDS.sub("*", address.partition("?")[0])
            if address not in known and not _FILE.search(address) and kinds.get(kind, 0) < _LIKE:
                kinds[kind] = kinds.get(kind, 0) + 1
                known.add(address)
                waiting.append(address)
    return ran


@pytest.mark.slow
@pytest.mark.parametrize("part", range(PARTS))
def test_stored_payloads_run_nowhere(browser: Browser, tmp_path: Path, part: int) -> None:
    """Three hundred payloads in every stored field run nothing, load nothing and leave no element behind."""
    ledger = tmp_path / "hostile.db"
    payloads, tools = payloads_in_parts(PARTS)[part], prepare(Settings())
    hostile_ledger(ledger, payloads)
    bring_up_to_date(ledger, tools)
    decide_with(ledger, payloads, tools)
    with workbench(ledger) as address, watched(browser, address) as seen:
        name = quote(f"Coder {payloads[14]}")
        seen.page.context.add_cookies([{"name": PERSON_COOKIE, "value": name, "url": address}])
        assert crawl(seen) == []


def test_there_are_three_hundred_payloads() -> None:
    """They are as many as are promised, and each differs."""
    assert len(set(PAYLOADS)) == 300


@pytest.mark.parametrize("payload", PAYLOADS[:6])
def test_a_payload_that_is_not_escaped_is_noticed(browser: Browser, payload: str) -> None:
    """A page that printed a payload as it is would be caught."""
    page = browser.new_page()
    page.set_content(f"<p>{payload}</p>")
    page.wait_for_timeout(100)
    assert has_run(page)
    page.close()
