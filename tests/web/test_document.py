"""The reader in a real browser: chains by pointer and by keys, marks that can be switched off, text that stays text."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from builders import make_claim, make_document, make_link
from reader_samples import ledger_of
from reportedly.ledger.store import Ledger
from reportedly.model.codec import from_json
from reportedly.model.document import Document
from reportedly.model.entry import EntryKind
from web_server import NARROW, WIDE, Watched, watched, workbench

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>{{7*7}}\r\n"


@pytest.fixture(scope="module")
def document(example_ledger: Path) -> Document:
    """The example's document that cites the most pages."""
    with Ledger.open(example_ledger) as book:
        found = [from_json(Document, one.draft.body) for one in book.current(EntryKind.DOCUMENT)]
    return next(one for one in found if one.outlet == "Signal & Field")


@pytest.fixture
def path(document: Document) -> str:
    """Its address."""
    return f"/document/{document.id}"


@pytest.fixture
def page(shown: Watched, path: str) -> Page:
    """The document in a wide window."""
    return shown.go(path)


def _number(page: Page, number: int) -> Locator:
    return page.locator(f'#paper a.number[data-number="{number}"]')


def test_the_text_is_the_document(page: Page, document: Document) -> None:
    """What the browser holds as text between all marks is the stored text."""
    assert page.evaluate("document.getElementById('paper').textContent") == document.text


def test_focus_shows_the_chain(page: Page) -> None:
    """A claim that has the focus has its chain beside it, from the page to the origin."""
    _number(page, 5).focus()
    expect(page.locator("#panel-h")).to_have_text("Claim 5 of 19")
    names = page.locator("#panel .hop b").all_text_contents()
    assert names == ["Signal & Field", "Tessel Wire", "Main Directorate of Intelligence of Ukraine"]


def test_hovering_shows_the_chain_and_lights_its_words(page: Page) -> None:
    """The words of source and cue light up with the claim that they speak for."""
    page.locator('#paper [data-for="5"]').first.hover()
    expect(page.locator("#panel-h")).to_have_text("Claim 5 of 19")
    assert "Tessel Wire" in page.locator("#paper .source.lit").all_text_contents()


def test_the_panel_stays_when_the_pointer_goes_to_it(page: Page) -> None:
    """What hovering showed can be read and used: it stays until it is closed or another claim is chosen."""
    page.locator('#paper [data-claim="4"]').hover()
    expect(page.locator("#panel")).to_be_visible()
    page.locator("#panel blockquote").hover()
    page.wait_for_timeout(300)
    expect(page.locator("#panel-h")).to_have_text("Claim 4 of 19")


def test_keys_step_through_the_claims(page: Page) -> None:
    """J and k, right and left go to the next and the previous claim, and the focus goes with them."""
    for key in ("j", "j", "ArrowRight", "k"):
        page.keyboard.press(key)
    expect(_number(page, 2)).to_be_focused()


def test_tab_goes_in_reading_order(page: Page) -> None:
    """The key that everybody knows goes from claim to claim as they are read."""
    _number(page, 7).focus()
    page.keyboard.press("Tab")
    expect(_number(page, 8)).to_be_focused()


def test_escape_closes_and_leaves_the_focus(page: Page) -> None:
    """Esc closes what the focus opened without moving the focus."""
    _number(page, 5).focus()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    expect(_number(page, 5)).to_be_focused()


def test_escape_in_the_panel_goes_back_to_the_claim(page: Page) -> None:
    """Who closes the panel from inside stands at the claim again, and the panel stays closed."""
    _number(page, 5).focus()
    page.locator("#panel .note-acts a").first.focus()
    page.keyboard.press("Escape")
    expect(_number(page, 5)).to_be_focused()
    expect(page.locator("#panel")).to_be_hidden()


def test_a_click_on_the_words_goes_to_the_event(page: Page) -> None:
    """The words of a claim lead where its number leads."""
    page.locator('#paper [data-claim="4"]').click()
    page.wait_for_url("**/event/**")


def test_the_event_leads_back_to_the_claim(page: Page) -> None:
    """From a claim to its row on the event's page and back to its words."""
    claim = _number(page, 5).get_attribute("id")
    _number(page, 5).click()
    page.wait_for_url(f"**/event/**#{claim}")
    row = page.locator(f'tr:has([id="{claim}"])')
    row.get_by_role("link").first.click()
    page.wait_for_url("**/document/**")
    expect(page.locator("#panel-h")).to_have_text("Claim 5 of 19")


def test_the_way_back_ends_at_the_claim(shown: Watched, path: str) -> None:
    """With the claim in the address its chain stands open."""
    page = shown.go(path)
    claim = _number(page, 9).get_attribute("id")
    shown.go(f"{path}?claim={claim}#{claim}")
    expect(page.locator("#panel-h")).to_have_text("Claim 9 of 19")


def test_a_role_can_be_switched_off(page: Page) -> None:
    """Without its tick a role looks like the text around it."""
    source = page.locator("#paper .source").first
    assert "underline" in source.evaluate("e => getComputedStyle(e).textDecorationLine")
    page.locator("#show-source").uncheck()
    assert source.evaluate("e => getComputedStyle(e).textDecorationLine") == "none"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_barrier(shown: Watched, path: str, scheme: str) -> None:
    """The reader with an open claim breaks no rule in light or dark."""
    shown.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page = shown.go(path)
    _number(page, 5).focus()
    assert shown.violations() == []


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_nothing_is_wider_than_the_window(browser: Browser, example_address: str, path: str, width: int) -> None:
    """With an open claim the page fits a telephone."""
    with watched(browser, example_address, width) as seen:
        _number(seen.go(path), 5).focus()
        assert seen.overflow() == 0


def test_the_sheet_does_not_cover_the_claim(browser: Browser, example_address: str, path: str) -> None:
    """On a telephone the claim that has the focus stays in sight above the sheet."""
    with watched(browser, example_address, NARROW) as seen:
        page = seen.go(path)
        _number(page, 14).focus()
        claim, sheet = _number(page, 14).bounding_box(), page.locator("#panel").bounding_box()
        assert claim is not None
        assert sheet is not None
        assert claim["y"] >= 0
        assert claim["y"] + claim["height"] < sheet["y"]


def test_everything_is_there_without_javascript(browser: Browser, example_address: str, path: str) -> None:
    """Text, chains, facts and ways on can be read where no script runs, and marks can be switched off."""
    with watched(browser, example_address, script=False) as seen:
        page = seen.go(path)
        assert page.locator("#paper .number").count() == page.locator(".note").count() == 19
        expect(page.locator(".note").nth(4).locator(".hop.relay b")).to_have_text("Tessel Wire")
        page.locator("#show-hedge").uncheck()
        expect(page.locator("#panel")).to_be_hidden()


def test_markup_in_every_field_runs_nothing(browser: Browser, tmp_path: Path) -> None:
    """A document made of markup is read as it is written, to the last carriage return."""
    text = f"{HOSTILE} said that {HOSTILE} burnt.\n\nThe end.\r\n"
    told = make_document(HOSTILE, HOSTILE, date(2024, 12, 16), text, HOSTILE)
    claim = make_claim(told, f"{HOSTILE} burnt", (make_link(told, HOSTILE, HOSTILE, "said"),))
    ledger = ledger_of(tmp_path / "hostile.db", (told, (claim,)))
    with workbench(ledger) as address, watched(browser, address) as seen:
        page = seen.go(f"/document/{told.id}")
        _number(page, 1).focus()
        assert page.evaluate("document.getElementById('paper').textContent") == text
        assert page.locator("main script, main img").count() == 0
