"""The dossier and the head and foot of every page, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from web_server import NARROW, WIDE, Watched, watched

COLOURS = ("light", "dark")
_SMALL = """() => [...document.querySelectorAll("button, select, input:not([type=hidden]), summary, .site-nav a")]
    .map((one) => [one, one.getBoundingClientRect()])
    .filter(([one, box]) => one.checkVisibility() && (box.height < 24 || box.width < 20))
    .map(([one]) => one.outerHTML.slice(0, 120))"""


def coloured(seen: Watched, theme: str) -> None:
    """Choose the colours by the form at the foot."""
    name = {"light": "Light", "dark": "Dark"}[theme]
    seen.page.get_by_role("button", name=name, exact=True).click()


@pytest.mark.parametrize("theme", COLOURS)
@pytest.mark.parametrize("path", ["/", "/?contested=1", "/help"])
def test_axe_finds_no_barrier_in_either_colour(shown: Watched, path: str, theme: str) -> None:
    """Contrast and all else holds in light and in dark."""
    shown.go(path)
    coloured(shown, theme)
    assert shown.page.locator("html").get_attribute("data-theme") == theme
    assert shown.violations() == []


def test_an_event_is_opened_from_its_heading(shown: Watched) -> None:
    """The first heading leads to the event's page."""
    page = shown.go("/")
    heading = page.locator("article h2 a").first
    label = heading.inner_text()
    heading.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(label[:20], ignore_case=True)


def test_each_mark_has_its_words(shown: Watched) -> None:
    """Whoever hears the page hears name, standing and pages of the first origin."""
    page = shown.go("/")
    first = page.locator("article .origin-marks li").first
    assert first.inner_text().split()[0] != ""
    assert "independent origin," in (first.text_content() or "")


def test_there_is_one_dot_for_each_page_that_carries_an_origin(shown: Watched) -> None:
    """The number beside the dots is theirs."""
    first = shown.go("/").locator("article .origin-pages").first
    told = (first.locator("span").inner_text()).split()[0]
    assert first.locator("circle").count() == int(told)


def test_the_list_is_narrowed_by_its_form(shown: Watched) -> None:
    """What is chosen stands in the address, and the list says how many of all are left."""
    page = shown.go("/")
    page.get_by_text("Narrow the list").click()
    page.get_by_label("Contested only").check()
    page.get_by_role("button", name="Narrow", exact=True).click()
    assert "contested=1" in page.url
    expect(page.locator(".found")).to_contain_text(" of ")


def test_the_list_can_be_narrowed_without_javascript(browser: Browser, example_address: str) -> None:
    """Form and folds are the browser's own."""
    with watched(browser, example_address, script=False) as seen:
        page = seen.go("/")
        page.get_by_text("Narrow the list").click()
        page.get_by_label("Kind").select_option("tally")
        page.get_by_role("button", name="Narrow", exact=True).click()
        assert "kind=tally" in page.url
        expect(page.locator("article").first).to_contain_text("Running tally")


def test_the_keys_are_listed_and_the_list_closes(shown: Watched) -> None:
    """A question mark opens the list of keys, Escape closes it."""
    page = shown.go("/")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_hidden()


def test_the_open_list_of_keys_has_no_barrier(shown: Watched) -> None:
    """The dialog too."""
    shown.go("/").keyboard.press("?")
    assert shown.violations() == []


def test_keys_go_through_the_list(shown: Watched) -> None:
    """The second press of j stands on the second event."""
    page = shown.go("/")
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator("article h2 a").nth(1)
    expect(second).to_be_focused()


def test_a_slash_leads_to_the_search(shown: Watched) -> None:
    """What is typed then goes into the field and is no key."""
    page = shown.go("/")
    page.keyboard.press("/")
    page.keyboard.type("?j")
    expect(page.locator("#find")).to_have_value("?j")


def test_single_keys_can_be_turned_off(shown: Watched) -> None:
    """Then a question mark opens nothing."""
    page = shown.go("/")
    page.get_by_role("button", name="Turn single keys off").click()
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keyboard")).to_be_hidden()


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_targets_are_large_enough_on_the_dossier(browser: Browser, example_address: str, width: int) -> None:
    """Buttons, fields and folds are at least 24 pixels high (WCAG 2.5.8)."""
    with watched(browser, example_address, width) as seen:
        assert seen.go("/").evaluate(_SMALL) == []


def test_the_printed_page_has_no_navigation(shown: Watched) -> None:
    """Paper has nothing to click."""
    page = shown.go("/")
    page.emulate_media(media="print")
    expect(page.locator(".masthead")).to_be_hidden()
    expect(page.locator("article").first).to_be_visible()


def test_what_narrows_the_list_is_taken_away_by_a_click(shown: Watched) -> None:
    """The other choices stay in force."""
    page = shown.go("/?kind=tally&sort=newest")
    page.get_by_role("link", name="Take away Kind: running tally").click()
    assert page.url.endswith("/?sort=newest")


def test_a_list_is_kept_under_a_name(working: Watched) -> None:
    """Whoever narrows the list can keep it, and it stands above all others' lists from then on."""
    page = working.go("/?kind=tally")
    page.get_by_label("Keep this list as").fill("Running tallies")
    page.get_by_role("button", name="Keep", exact=True).click()
    working.go("/").get_by_role("link", name="Running tallies").click()
    assert page.url.endswith("/?kind=tally")
