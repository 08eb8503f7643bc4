"""One walk through the whole workbench, as the command opens it: from the demonstration to a decision and back."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from web_server import Watched, watched

TOLD = "About 200 casualties among Russian and North Korean units in the Kursk region"


@pytest.fixture
def demonstration() -> Iterator[str]:
    """The address that ``reportedly demo`` prints once it answers."""
    command = [sys.executable, "-m", "reportedly", "demo", "--port", "0", "--no-browser", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        said = json.loads("".join(iter(running.stdout.readline, "}\n")) + "}")
        yield said["address"].rstrip("/")
        running.send_signal(signal.SIGINT)
        running.wait(20)


def told(page: Page) -> list[str]:
    """Return the sentences of the open event."""
    page.wait_for_load_state()
    return page.locator(".told p").all_inner_texts()


def named(seen: Watched) -> Page:
    """Say who is working."""
    page = seen.go("/")
    page.get_by_label("Decisions are recorded under").last.fill("A. Analyst")
    page.get_by_role("button", name="Keep this name").last.click()
    return page


@pytest.mark.slow
def test_from_the_demonstration_to_a_decision_and_back(browser: Browser, demonstration: str) -> None:
    """An event's lineage leads to a page, its claim is corrected, the assessment changes, and undo restores it."""
    with watched(browser, demonstration) as seen:
        seen.page.set_default_timeout(10_000)
        page = named(seen)
        page.get_by_role("link", name=TOLD).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(TOLD)
        event, before = page.url, told(page)
        assert not any("250" in sentence for sentence in before)

        page.locator(".lineage-wide .node[href*='/document/']").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/document/**")
        page.get_by_role("link", name="casualties: about 200").first.focus()
        page.locator("#panel").get_by_role("link", name="Check this claim").click()
        page.wait_for_url("**/review/claim/**")
        page.wait_for_load_state()
        page.keyboard.press("c")
        page.locator("#figure-0-low").fill("250")
        page.locator("#figure-0-high").fill("250")
        page.get_by_label("Reason").fill("the statement says 250")
        page.get_by_role("button", name="Save the correction").click()
        expect(page.get_by_role("heading", name="Saved: corrected")).to_be_visible()

        page.goto(event)
        assert any("200 to 250" in sentence for sentence in told(page))

        page.go_back()
        page.get_by_role("button", name="Undo").click()
        page.goto(event)
        assert told(page) == before

        page.get_by_label("As known on").fill("2024-12-14")
        page.get_by_role("button", name="Show").last.click()
        page.wait_for_url("**as_of=2024-12-14**")
        expect(page.locator("main")).to_contain_text("14 Dec 2024")
        assert "16 pages" not in page.locator("main").inner_text()
