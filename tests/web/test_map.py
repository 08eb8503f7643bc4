"""The map of places in a browser: drawn from this machine alone, to be used by keys, with a table beside it."""

from __future__ import annotations

from playwright.sync_api import Browser

from market import event_of, market
from web_server import NARROW, watched

__all__ = ["market"]


def test_the_map_is_drawn_and_asks_nobody(browser: Browser, market: str) -> None:
    """Outlines and footprints are there, the console is clean, no address outside is asked, axe finds no barrier."""
    event = event_of(browser, market)
    with watched(browser, market) as seen:
        page = seen.go(f"/event/{event}/places")
        page.locator("figure[data-drawn]").wait_for(timeout=15000)
        assert page.locator(".map path.place").count() >= 1
        assert page.locator(".map path.country").count() >= 1
        assert seen.violations() == []


def test_keys_change_the_scale(browser: Browser, market: str) -> None:
    """The map can be focused, and its scale changes by the plus key."""
    event = event_of(browser, market)
    with watched(browser, market) as seen:
        page = seen.go(f"/event/{event}/places")
        page.locator("figure[data-drawn]").wait_for(timeout=15000)
        before = page.locator(".leaflet-control-scale-line").first.inner_text()
        page.locator("[data-canvas]").focus()
        page.keyboard.press("+")
        page.wait_for_function(
            "before => document.querySelector('.leaflet-control-scale-line').innerText !== before", arg=before
        )


def test_the_map_fits_a_telephone(browser: Browser, market: str) -> None:
    """At 400 pixels nothing is scrolled sideways."""
    event = event_of(browser, market)
    with watched(browser, market, NARROW) as seen:
        page = seen.go(f"/event/{event}/places")
        page.locator("figure[data-drawn]").wait_for(timeout=15000)
        assert seen.overflow() == 0


def test_without_javascript_the_table_tells_all(browser: Browser, market: str) -> None:
    """Where no script runs there is no empty map, and every place stands in the table."""
    event = event_of(browser, market)
    with watched(browser, market, script=False) as seen:
        page = seen.go(f"/event/{event}/places")
        assert page.locator("figure[data-map]").is_hidden()
        assert page.locator(".place-table tbody tr").count() >= 1
