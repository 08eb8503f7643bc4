"""Editions in the browser: a wrong figure is told before and after saving, mended, previewed and printed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from web_server import NARROW, Watched, watched

FIGURE = "about 200 casualties"


@pytest.fixture
def begun(working: Watched) -> Page:
    """The editor of a new edition on the events of most interest."""
    page = working.go("/publish")
    page.get_by_label("Title").fill("Losses in Kursk")
    page.get_by_role("button", name="Begin with their key judgements").click()
    expect(page.get_by_role("heading", name="Losses in Kursk")).to_be_visible()
    working.expected = lambda said: "409" in said
    return page


def edit(page: Page, old: str, new: str) -> None:
    """Open the form of the first sentence that says something and type something else."""
    row = page.locator("li.block", has_text=old).filter(has=page.locator("p.said", has_text=old)).first
    row.get_by_role("link", name="Edit").click()
    field = page.get_by_label("Sentence", exact=True)
    field.fill(field.input_value().replace(old, new))


def test_a_wrong_figure_is_told_before_and_after_it_is_saved(begun: Page) -> None:
    """Typing says it, saving keeps saying it, and the finding's wording mends it."""
    edit(begun, FIGURE, "about 260 casualties")
    expect(begun.locator(".typed .tag.bad")).to_have_text("Not supported")
    begun.get_by_role("button", name="Save", exact=True).click()
    expect(begun.locator("li.block.bad")).to_have_count(1)
    expect(begun.locator("li.block.bad .fault")).to_contain_text("260")
    begun.get_by_role("button", name="Take the present wording for sentence").click()
    expect(begun.locator("li.block.bad")).to_have_count(0)


def test_an_edition_with_a_wrong_figure_is_refused_and_leads_to_it(begun: Page) -> None:
    """The refusal lists the sentence, and its link opens the form."""
    edit(begun, FIGURE, "about 260 casualties")
    begun.get_by_role("button", name="Save", exact=True).click()
    begun.get_by_role("button", name="Publish", exact=True).click()
    expect(begun.get_by_role("heading", name="Not published")).to_be_visible()
    begun.get_by_role("link", name="Mend it").click()
    expect(begun.get_by_label("Sentence", exact=True)).to_contain_text("260")


def test_the_pages_of_an_edition_have_no_barrier(begun: Page, working: Watched) -> None:
    """Editor with an open form, preview and history keep WCAG 2.2 AA."""
    address = begun.url.removeprefix(working.address)
    edit(begun, FIGURE, "about 260 casualties")
    expect(begun.locator(".typed .tag.bad")).to_be_visible()
    found = working.violations()
    for rest in ("/preview", "/history"):
        working.go(address + rest)
        found += working.violations()
    assert found == []


def test_an_edition_is_read_and_mended_on_a_telephone(begun: Page, working: Watched, browser: Browser) -> None:
    """Nothing has to be scrolled sideways at 400 pixels, with the form open or in the preview."""
    address = begun.url.removeprefix(working.address)
    block = begun.locator("li.block:not(.heading)").first.get_attribute("id")
    with watched(browser, working.address, NARROW) as seen:
        for rest in ("", f"?edit={block}", "/preview", "/history"):
            seen.go(address + rest)
            assert seen.overflow() == 0


def test_an_edition_is_mended_without_javascript(begun: Page, working: Watched, browser: Browser) -> None:
    """Links open forms, and forms save."""
    address = begun.url.removeprefix(working.address)
    with watched(browser, working.address, script=False) as seen:
        page = seen.go("/")
        page.get_by_label("Decisions are recorded under").fill("B. Editor")
        page.get_by_role("button", name="Keep this name").click()
        page = seen.go(address)
        edit(page, FIGURE, "about 260 casualties")
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.locator("li.block.bad")).to_have_count(1)


def test_a_sentence_is_moved_by_keyboard(begun: Page) -> None:
    """The button with the arrow changes places."""
    said = begun.locator("li.block:not(.heading) p.said")
    first, second = said.nth(0).inner_text(), said.nth(1).inner_text()
    begun.get_by_role("button", name="Move 2 down").focus()
    begun.keyboard.press("Enter")
    expect(said.nth(0)).to_have_text(second)
    expect(said.nth(1)).to_have_text(first)


def test_the_print_holds_the_edition_and_nothing_else(begun: Page, working: Watched) -> None:
    """On paper there is no navigation, no form and no button, but every claim and document."""
    working.go(begun.url.removeprefix(working.address) + "/preview")
    begun.emulate_media(media="print")
    for gone in ("header.masthead", "footer.foot", "nav", ".preview-tools"):
        for one in begun.locator(gone).all():
            expect(one).to_be_hidden()
    expect(begun.get_by_role("heading", name="Documents")).to_be_visible()
    expect(begun.locator("#claim-1")).to_be_visible()
    assert begun.pdf(prefer_css_page_size=True).startswith(b"%PDF")
