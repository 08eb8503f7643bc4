"""A search in the browser: words, a facet, a kept search, and back."""

from __future__ import annotations

from playwright.sync_api import expect

from web_server import Watched


def test_a_search_is_narrowed_and_kept(working: Watched) -> None:
    """Words lead to claims, a facet narrows them, and a name keeps the search."""
    page = working.go("/search")
    page.get_by_label("Words", exact=True).fill("killed")
    page.locator(".search-words button").click()
    page.locator(".facet a").first.click()
    expect(page.locator(".chips a")).to_have_count(1)
    there = page.url
    page.get_by_label("Keep this search under a name").fill("Losses")
    page.get_by_role("button", name="Keep", exact=True).click()
    page = working.go("/search")
    page.get_by_role("link", name="Losses", exact=True).click()
    assert page.url == there


def test_a_found_claim_leads_to_its_words(shown: Watched) -> None:
    """A click on a claim opens its document at the claim."""
    page = shown.go("/search?q=killed")
    page.locator(".hit-words a").first.click()
    assert "/document/" in page.url
    claim = page.url.partition("#")[2]
    expect(page.locator(f"#{claim}")).to_have_count(1)
