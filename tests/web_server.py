"""A workbench that runs beside the tests, and a browser that watches what its pages do."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from reportedly.web.app import create_app
from reportedly.web.server import address_of, listening

WIDE, NARROW = 1280, 400
"""Widths of the window, in CSS pixels, at which every page must work."""
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def chromium() -> str:
    """Return the path of the installed Chromium; skip the test where there is none, fail where ``CI=true``."""
    found = os.environ.get("REPORTEDLY_CHROMIUM") or next(filter(None, map(shutil.which, _CHROMIUM)), None)
    if found is None:
        reason = "no Chromium on the path: install Debian's chromium, or set REPORTEDLY_CHROMIUM"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    return found


@contextmanager
def workbench(ledger: Path) -> Iterator[str]:
    """Serve the workbench over a ledger on a free port; give its address, without a slash at the end."""
    app = create_app(ledger, prepare(Settings()))
    with listening(0) as place:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [place]}, daemon=True)
        thread.start()
        deadline = time.monotonic() + 20
        while not server.started and time.monotonic() < deadline:
            time.sleep(0.02)
        try:
            yield address_of(place).rstrip("/")
        finally:
            server.should_exit = True
            thread.join(10)


@dataclass
class Watched:
    """A page with everything it said, asked for and broke."""

    page: Page
    address: str
    said: list[str] = field(default_factory=list)
    """Errors and warnings of the console, and exceptions of scripts."""
    asked: list[str] = field(default_factory=list)
    """Every address that was asked for."""
    expected: Callable[[str], bool] = field(default=lambda _: False)
    """Says which complaints a test wants to see."""

    def go(self, path: str) -> Page:
        """Open a page of the workbench."""
        self.page.goto(self.address + path)
        return self.page

    def violations(self) -> list[str]:
        """Return what axe finds against WCAG 2.2 AA and good practice on the open page, each with its elements."""
        options = {"runOnly": {"type": "tag", "values": AXE_TAGS}}
        found = Axe().run(self.page, options=options).response["violations"]
        return [f"{one['id']}: {one['help']}: {_elements(one['nodes'])}" for one in found]

    def overflow(self) -> int:
        """Return by how many CSS pixels the open page is wider than the window."""
        wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        return int(self.page.evaluate(wider))

    def check(self) -> None:
        """Fail where a page complained, or asked for anything that is not on this machine."""
        outside = [one for one in self.asked if not one.startswith((self.address + "/", "data:", "blob:"))]
        assert outside == []
        assert [one for one in self.said if not self.expected(one)] == []


def _elements(nodes: Sequence[Mapping[str, str]]) -> str:
    return " | ".join(node["html"][:160] for node in nodes[:4])


@contextmanager
def watched(browser: Browser, address: str, width: int = WIDE, *, script: bool = True) -> Iterator[Watched]:
    """Open a window that is watched, and check what it did at the end.

    Args:
        browser: the browser.
        address: of the workbench.
        width: of the window, in CSS pixels.
        script: whether JavaScript runs.
    """
    context = browser.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=script, reduced_motion="reduce"
    )
    page = context.new_page()
    seen = Watched(page, address)

    def console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            seen.said.append(message.text)

    def request(asked: Request) -> None:
        seen.asked.append(asked.url)

    page.on("console", console)
    page.on("pageerror", lambda error: seen.said.append(str(error)))
    page.on("request", request)
    try:
        yield seen
        seen.check()
    finally:
        context.close()
