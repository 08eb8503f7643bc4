"""Take the pictures of the workbench that docs/workbench.md shows, at 1280 and 400 CSS pixels.

    python docs/take_pictures.py            # needs Chromium, and the packages of the tests

The pages are those of ``reportedly demo``, after a few decisions, so that the same pictures can be taken again.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from reportedly.pipeline.settings import Settings  # noqa: E402
from reportedly.pipeline.toolkit import prepare  # noqa: E402
from reportedly.pipeline.workbench.demo import fill  # noqa: E402
from web_server import NARROW, WIDE, chromium, workbench  # noqa: E402 - the tests' own server

TARGET = ROOT / "docs" / "pictures" / "workbench"
HEIGHT = {WIDE: 1500, NARROW: 1300}
EVENT = "About 200 casualties"


def addresses(page: Page, base: str) -> dict[str, str]:
    """Return the addresses of the pages that are shown, by the name of the picture."""
    page.goto(base + "/")
    event = page.get_by_role("link", name=EVENT).first.get_attribute("href") or ""
    page.goto(base + event)
    document = page.locator("a[href^='/document/']").first.get_attribute("href") or ""
    page.goto(base + "/review")
    claim = page.locator(".queue a").first.get_attribute("href") or ""
    return {
        "dossier": "/",
        "event": event,
        "lineage": f"{event}#lineage",
        "as-known-on": f"{event}?as_of=2024-12-14",
        "document": document,
        "review": "/review",
        "claim": claim,
        "add": "/add",
        "publish": "/publish",
        "search": "/search?q=casualties",
    }


def begun(page: Page, base: str) -> str:
    """Begin an edition with what the page proposes, reject a claim that it rests on, and return its address."""
    page.goto(base + "/publish")
    page.get_by_label("Title").fill("North Korean losses in the Kursk region, 14 to 18 December 2024")
    page.get_by_role("button", name="Begin").click()
    page.wait_for_url("**/publish/*")
    edition = page.url.removeprefix(base)
    page.goto(base + "/")
    page.get_by_role("link", name=EVENT).first.click()
    page.locator("a[href^='/review/claim/']").nth(3).click()
    page.get_by_label("Reason").fill("a headline that the text does not bear out")
    page.locator("button[value=reject]").click()
    page.wait_for_url("**saved=**")
    return edition


def main() -> None:
    """Fill a ledger, serve it, take the pictures."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        ledger = Path(folder) / "demo.db"
        fill(ledger, prepare(Settings()))
        browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"])
        with workbench(ledger) as base:
            first = browser.new_page()
            first.goto(base + "/")
            first.get_by_label("Decisions are recorded under").last.fill("A. Analyst")
            first.get_by_role("button", name="Keep this name").last.click()
            take(browser, base, addresses(first, base))
            take(browser, base, {"edition": begun(first, base)})
        browser.close()


def take(browser: Browser, base: str, wanted: dict[str, str]) -> None:
    """Take a picture of each address at both widths."""
    for width in (WIDE, NARROW):
        page = browser.new_page(viewport={"width": width, "height": HEIGHT[width]})
        for name, path in wanted.items():
            page.goto(base + path)
            page.wait_for_timeout(1500)
            page.screenshot(path=TARGET / f"{name}-{width}.jpg", type="jpeg", quality=72)
        page.close()


if __name__ == "__main__":
    main()
