"""Review in a real browser: keys, words chosen by selecting them, and the same without a script."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from web_server import NARROW, WIDE, Watched, watched

expect.set_options(timeout=20_000)
CHOOSE = """
([words]) => {
  const text = document.querySelector("[data-excerpt]");
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const at = walker.currentNode.data.indexOf(words);
    if (at >= 0 && walker.currentNode.parentElement.dataset.from) {
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + words.length);
      document.getSelection().removeAllRanges();
      document.getSelection().addRange(range);
      return true;
    }
  }
  return false;
}
"""


def first_claim(seen: Watched) -> Page:
    """Open the page of the first claim of the queue."""
    page = seen.go("/review")
    page.locator(".queue a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Is this what the page says?")
    page.wait_for_load_state()  # keys do something once the scripts have run
    return page


def test_axe_finds_no_barrier_on_a_claim(shown: Watched) -> None:
    """The page of a claim breaks no rule with its form open."""
    page = first_claim(shown)
    page.keyboard.press("c")
    assert page.locator("#correct").get_attribute("open") is not None
    assert shown.violations() == []


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("page", ["add?document={document_id}", "event/{event_id}?q=killed", "source/GUR"])
def test_axe_finds_no_barrier_beside_the_claim(browser: Browser, example_address: str, page: str, width: int) -> None:
    """Pages to add a claim, to regroup an event and to grade a source break no rule and fit, on a telephone too."""
    with watched(browser, example_address, width) as seen:
        row = seen.page.request.get(f"{example_address}/review.json").json()["lines"][0]["row"]
        seen.go("/review/" + page.format(**row))
        assert seen.violations() == []
        assert seen.overflow() == 0


def test_two_people_code_a_round(browser: Browser, own_address: str) -> None:
    """Two people code three claims in two windows; only then does the page tell how far they agree."""
    with watched(browser, own_address) as anna, watched(browser, own_address) as bela:
        for seen, name in ((anna, "Anna"), (bela, "Bela")):
            seen.go("/review/rounds").get_by_label("Decisions are recorded under").fill(name)
            seen.page.get_by_role("button", name="Keep this name").click()
        page = anna.go("/review/rounds")
        page.get_by_label("Name", exact=True).fill("Pilot")
        page.get_by_label("How many claims").fill("3")
        page.get_by_label("Coders").fill("Anna\nBela")
        page.get_by_label("the machine's reading, too").check()
        page.get_by_role("button", name="Open the round").click()
        address = page.url.removeprefix(own_address)
        for seen, last in ((anna, "a"), (bela, "u")):
            seen.go(f"{address}/code")
            for place, key in enumerate(("a", "a", last), start=1):
                expect(seen.page.get_by_text(f"claim {place} of 3")).to_be_visible()
                assert seen.page.get_by_role("heading", name="How far they agree").count() == 0
                seen.page.wait_for_load_state()
                seen.page.keyboard.press(key)
                seen.page.wait_for_load_state()
        expect(bela.page.get_by_role("heading", name="How far they agree")).to_be_visible()
        assert bela.violations() == []
        expect(bela.page.get_by_role("region", name="Agreement by field")).to_contain_text("the whole reading")


def test_a_claim_fits_a_telephone(browser: Browser, example_address: str) -> None:
    """The form of a claim needs no sideways scrolling at 400 pixels."""
    with watched(browser, example_address, NARROW) as seen:
        first_claim(seen).keyboard.press("c")
        assert seen.overflow() == 0


def test_keys_accept_and_take_back(working: Watched) -> None:
    """The key a accepts, z takes it back, n goes on."""
    page = first_claim(working)
    page.keyboard.press("a")
    expect(page.get_by_role("heading", name="Saved: accepted")).to_be_visible()
    page.wait_for_load_state()
    page.keyboard.press("z")
    expect(page.get_by_role("heading", name="Saved: accepted")).to_have_count(0)
    page.wait_for_load_state()
    before = page.url
    page.keyboard.press("n")
    page.wait_for_url(lambda address: address != before)


def test_keys_do_nothing_while_somebody_types(working: Watched) -> None:
    """A letter typed into the reason is a letter."""
    page = first_claim(working)
    page.get_by_label("Reason").press_sequentially("a sad error, unsure")
    expect(page.get_by_label("Reason")).to_have_value("a sad error, unsure")


def test_keys_can_be_switched_off(working: Watched) -> None:
    """Who has switched single keys off accepts nothing by pressing a."""
    page = first_claim(working)
    page.get_by_role("button", name="Turn single keys off").click()
    page.keyboard.press("a")
    page.wait_for_timeout(300)
    expect(page.get_by_role("heading", name="Saved: accepted")).to_have_count(0)


def test_rejecting_by_keys_asks_for_a_reason(working: Watched) -> None:
    """The key r leads to the reason, and Enter rejects."""
    page = first_claim(working)
    page.keyboard.press("r")
    page.keyboard.type("only announces")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Saved: rejected")).to_be_visible()


def test_words_are_chosen_by_selecting_them(working: Watched) -> None:
    """Words selected in the text become the claim's words, counted in the document's own characters."""
    page = first_claim(working)
    words = (page.locator(".piece.content").last.text_content() or "").split()
    chosen = " ".join(words[-2:])
    assert page.evaluate(CHOOSE, [chosen])
    page.get_by_role("button", name="Use the selected words as the claim").click()
    page.get_by_label("Reason").fill("cut wrongly")
    page.get_by_role("button", name="Save the correction").click()
    expect(page.locator(".readings")).to_contain_text(chosen)
    expect(page.locator(".piece.content").first).to_have_text(re.compile(re.escape(chosen.split()[0])))


def test_a_claim_is_corrected_without_javascript(browser: Browser, own_address: str) -> None:
    """The form alone corrects a claim, shows what that changed, and takes it back."""
    with watched(browser, own_address, script=False) as seen:
        page = seen.go("/review?source=footage")
        page.get_by_label("Decisions are recorded under").fill("A. Analyst")
        page.get_by_role("button", name="Keep this name").click()
        page.locator(".queue a").first.click()
        page.get_by_text("Correct its fields").click()
        page.locator("#figure-0-low").fill("40")
        page.locator("#figure-0-high").fill("")
        page.get_by_label("Reason").fill("misread")
        page.get_by_role("button", name="Save the correction").click()
        expect(page.locator(".saved")).to_contain_text("40")
        page.get_by_role("button", name="Undo").click()
        expect(page.locator(".readings")).not_to_contain_text("40")
