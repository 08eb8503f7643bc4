"""A workbench over invented reports on one explosion, with figures of several origins and a place."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from reportedly.pipeline.run import assess_paths
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from web_server import watched, workbench

MARKET = "killed in an explosion at a market in Kharkiv on 2 March"
REPORTS = (
    ("Harrow Post", "2025-03-03", f"At least 24 people were {MARKET}, the regional prosecutor's office said."),
    ("Lowmoor Herald", "2025-03-04", f"At least 24 people were {MARKET}, the regional prosecutor's office said."),
    ("Tarn Daily", "2025-03-04", f"The Kharkiv mayor said that 31 people were {MARKET}."),
    ("Quay Mail", "2025-03-06", f"The State Emergency Service said that between 34 and 37 people were {MARKET}."),
    ("Vale Courier", "2025-03-08", f"Human Rights Watch said that about 36 people were {MARKET}."),
)


@pytest.fixture(scope="session")
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
