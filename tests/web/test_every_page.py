"""What holds for every page: nothing from outside, no complaint, no barrier, no overflow."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from web_server import NARROW, WIDE, Watched, watched

PAGES = (
    "/",
    "/help",
    "/documents",
    "/source/Tessel%20Wire",
    "/review",
    "/review/rounds",
    "/review/log",
    "/add",
    "/refusals",
    "/publish",
    "/search",
    "/search?q=killed",
    "/search?q=wounded&among=events",
    "/search?q=none",
    "/api",
)


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_barrier(shown: Watched, path: str) -> None:
    """No page breaks a rule of WCAG 2.2 AA that axe knows."""
    shown.go(path)
    assert shown.violations() == []


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_a_page_is_as_wide_as_its_window(browser: Browser, example_address: str, path: str, width: int) -> None:
    """Nothing has to be scrolled sideways, on a telephone either."""
    with watched(browser, example_address, width) as seen:
        seen.go(path)
        assert seen.overflow() == 0


@pytest.mark.parametrize("path", PAGES)
def test_a_page_can_be_read_without_javascript(browser: Browser, example_address: str, path: str) -> None:
    """Every page has its heading where no script runs."""
    with watched(browser, example_address, script=False) as seen:
        assert seen.go(path).locator("h1").count() == 1
