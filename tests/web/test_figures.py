"""The chart of figures in a browser: drawn under the policy, replaced by a picture where no script runs."""

from __future__ import annotations

from playwright.sync_api import Browser

from market import event_of, market
from web_server import NARROW, watched

__all__ = ["market"]


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
