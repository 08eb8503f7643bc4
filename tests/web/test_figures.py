"""The chart of figures in a browser: drawn under the policy, replaced by a picture where no script runs."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from reportedly.pipeline.run import assess_paths
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from web_server import NARROW, watched, workbench

MARKET = "killed in an explosion at a market in Kharkiv on 2 March"
REPORTS = (
    ("Harrow Post", "2025-03-03", f"At least 24 people were {MARKET}, the regional prosecutor's office said."),
    ("Lowmoor Herald", "2025-03-04", f"At least 24 people were {MARKET}, the regional prosecutor's office said."),
    ("Tarn Daily", "2025-03-04", f"The Kharkiv mayor said that 31 people were {MARKET}."),
    ("Quay Mail", "2025-03-06", f"The State Emergency Service said that between 34 and 37 people were {MARKET}."),
    ("Vale Courier", "2025-03-08", f"Human Rights Watch said that about 36 people were {MARKET}."),
)


@pytest.fixture(scope="module")
def market(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A workbench over reports on one explosion, with figures of several origins and a place."""
    folder = tmp_path_factory.mktemp("market")
    lines = [
        json.dumps({"id": f"r{row}", "outlet": outlet, "published": day, "title": "Explosion", "text": text})
        for row, (outlet, day, text) in enumerate(REPORTS)
    ]
    (folder / "reports.jsonl").write_text("\n".join(lines), encoding="utf-8")
    ledger = folder / "market.db"
    assess_paths([folder / "reports.jsonl"], prepare(Settings()), ledger)
    with workbench(ledger) as address:
        yield address


def event_of(browser: Browser, market: str) -> str:
    """Return the id of the event that most pages tell of."""
    with watched(browser, market) as seen:
        links = seen.go("/").locator("main a[href^='/event/']")
        found = {str(links.nth(row).get_attribute("href")).split("/")[2].split("?")[0] for row in range(links.count())}
        sizes = {one: len(seen.page.request.get(f"{market}/event/{one}/figures.json").text()) for one in found}
    return max(sizes, key=lambda one: sizes[one])


def test_the_chart_is_drawn_under_the_policy(browser: Browser, market: str) -> None:
    """Vega draws an SVG without a complaint of the console, and the page's own picture gives way to it."""
    event = event_of(browser, market)
    with watched(browser, market) as seen:
        page = seen.go(f"/event/{event}/figures")
        page.locator("[data-drawn]").wait_for(timeout=15000)
        assert page.locator("[data-plot] svg").count() >= 1
        assert page.locator("[data-fallback]").first.is_hidden()
        assert seen.violations() == []


def test_the_chart_fits_a_telephone(browser: Browser, market: str) -> None:
    """At 400 pixels the chart is drawn anew for its width, and nothing is scrolled sideways."""
    event = event_of(browser, market)
    with watched(browser, market, NARROW) as seen:
        page = seen.go(f"/event/{event}/figures")
        page.locator("[data-drawn]").wait_for(timeout=15000)
        assert seen.overflow() == 0


def test_a_mark_leads_to_its_row(browser: Browser, market: str) -> None:
    """A click on a symbol moves the focus to the claim's link in the table."""
    event = event_of(browser, market)
    with watched(browser, market) as seen:
        page = seen.go(f"/event/{event}/figures")
        page.locator("[data-drawn]").wait_for(timeout=15000)
        page.locator("[data-plot] svg .mark-symbol path").last.click(force=True)
        assert page.locator("tr.pointed").count() == 1


def test_without_javascript_a_picture_stands_there(browser: Browser, market: str) -> None:
    """The drawing of the report is shown with the table below it."""
    event = event_of(browser, market)
    with watched(browser, market, script=False) as seen:
        page = seen.go(f"/event/{event}/figures")
        assert page.locator("[data-fallback] svg").first.is_visible()
        assert (
            page.get_by_role("link", name="in its words").count() >= 1 or page.locator(".figure-table a").count() >= 1
        )
