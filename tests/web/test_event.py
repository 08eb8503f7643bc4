"""The page of an event in a real browser: keys through the lineage, days by slider and by link, pictures that fit."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from reportedly.model.entry import EntryKind
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from reportedly.pipeline.workbench.bench import Bench
from web_server import NARROW, WIDE, Watched, watched

NODES = ".lineage-wide .node"


@pytest.fixture(scope="module")
def path(example_ledger: Path) -> str:
    """The address of the event of the example that most claims tell of."""
    with Bench.open(example_ledger, prepare(Settings())) as bench:
        events = bench.events(bench.book.subjects(EntryKind.EVENT))
    return f"/event/{max(events, key=lambda one: (len(one.claim_ids), one.id)).id}"


@pytest.fixture
def page(shown: Watched, path: str) -> Page:
    """The event in a wide window."""
    return shown.go(path)


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("query", ["", "?as_of=2024-12-15", "?as_of=2020-01-01"])
def test_axe_finds_no_barrier(browser: Browser, example_address: str, path: str, width: int, query: str) -> None:
    """The page breaks no rule that axe knows, today, on a day, and before anything was known."""
    with watched(browser, example_address, width) as seen:
        seen.go(path + query)
        assert seen.violations() == []


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_the_page_is_as_wide_as_its_window(browser: Browser, example_address: str, path: str, width: int) -> None:
    """Wide pictures and tables are scrolled inside themselves."""
    with watched(browser, example_address, width) as seen:
        seen.go(path)
        assert seen.overflow() == 0


def test_keys_reach_every_node_from_above(page: Page) -> None:
    """The tabulator walks the nodes of the lineage in the order in which they are drawn."""
    page.locator(NODES).first.focus()
    walked = []
    for _ in range(page.locator(NODES).count()):
        walked.append(page.evaluate("Number(document.activeElement.dataset.node)"))
        page.keyboard.press("Tab")
    assert walked == list(range(len(walked)))


def test_an_arrow_key_goes_to_the_next_node(page: Page) -> None:
    """Arrows walk, too."""
    page.locator(NODES).first.focus()
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.dataset.node") == "1"


def test_focus_lights_the_chain(page: Page) -> None:
    """What a node rests on, and what rests on it, stays lit; the rest fades."""
    page.locator(NODES).last.focus()
    assert page.locator(".lineage-wide .tie.lit").count() > 1
    assert page.locator(".lineage-wide .node.faded").count() > 1
    expect(page.locator(NODES).last).not_to_have_class("faded")


def test_a_page_of_the_lineage_leads_to_the_reader(page: Page) -> None:
    """A node of a page opens the document at the claim."""
    page.locator(".lineage-wide .node-page").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/document/*")
    assert "claim=" in page.url


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_letters_stay_in_their_boxes(browser: Browser, example_address: str, path: str, form: str) -> None:
    """No line of text is wider than the node or the word on a way that it stands in."""
    wider = """form => [...document.querySelectorAll(`.lineage-${form} .node, .lineage-${form} .chip`)].filter(one => {
        const box = one.querySelector("path, rect").getBBox();
        return [...one.querySelectorAll("text")].some(text => text.getBBox().width > box.width);
    }).map(one => one.textContent)"""
    with watched(browser, example_address, WIDE if form == "wide" else NARROW) as seen:
        assert seen.go(path).evaluate(wider, form) == []


def test_the_slider_shows_an_earlier_day(page: Page) -> None:
    """A step of the slider draws the page anew, with its address, and says what is left out."""
    slider = page.get_by_label("Days on which pages appeared")
    slider.focus()
    slider.press("Home")
    expect(page.locator(".notice").first).to_contain_text("As known on 14 Dec 2024")
    page.wait_for_url("**as_of=2024-12-14")
    expect(page.get_by_label("As known on")).to_have_value("2024-12-14")


def test_after_a_step_the_slider_can_be_moved_on(page: Page) -> None:
    """The slider is there again, at its place, with its day in words."""
    slider = page.get_by_label("Days on which pages appeared")
    slider.focus()
    slider.press("Home")
    expect(page.locator(".notice").first).to_contain_text("14 Dec 2024")
    expect(page.get_by_label("Days on which pages appeared")).to_have_attribute("aria-valuetext", "14 Dec 2024")


def test_days_can_be_chosen_without_javascript(browser: Browser, example_address: str, path: str) -> None:
    """The days on which pages appeared are links, and the slider is not shown."""
    with watched(browser, example_address, script=False) as seen:
        page = seen.go(path)
        expect(page.get_by_label("Days on which pages appeared")).to_be_hidden()
        page.locator(".known-days summary").click()
        page.get_by_role("link", name="15 Dec 2024", exact=True).click()
        expect(page.locator(".notice").first).to_contain_text("As known on 15 Dec 2024")


def test_a_field_without_javascript_asks_for_a_day(browser: Browser, example_address: str, path: str) -> None:
    """The form is an ordinary one."""
    with watched(browser, example_address, script=False) as seen:
        page = seen.go(path)
        page.get_by_label("As known on").fill("2024-12-16")
        page.get_by_role("button", name="Show").click()
        expect(page.get_by_role("heading", name="Since then")).to_be_visible()


def test_an_event_not_known_yet_says_since_when_it_is(shown: Watched, path: str) -> None:
    """Before the first page there is a way to the day of the first page."""
    page = shown.go(f"{path}?as_of=2020-01-01")
    page.get_by_role("link", name="Show it as first known on 14 Dec 2024").click()
    expect(page.get_by_role("heading", name="Key findings")).to_be_visible()


def test_a_mark_of_the_timeline_opens_the_table(page: Page) -> None:
    """A mark of several claims leads to its row, and the closed table opens."""
    page.locator(".clocks-wide .clock-published").nth(1).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#clocks-table")).to_have_attribute("open", "")


def test_the_course_is_drawn_when_it_comes_into_view(page: Page) -> None:
    """Scrolling to it fetches how belief moved, with its table."""
    page.locator("#course-h").scroll_into_view_if_needed()
    expect(page.locator("#course table")).to_be_visible(timeout=15_000)


def test_axe_finds_no_barrier_in_the_course(shown: Watched, path: str) -> None:
    """The page of the course breaks no rule that axe knows."""
    shown.go(f"{path}/course")
    assert shown.violations() == []
