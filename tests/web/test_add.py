"""Adding in a browser: a text, files, a refusal with advice, a hostile name; jobs are followed without a reload."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, FilePayload

from web_server import NARROW, Watched, watched

TEXT = "The Tarn mayor said that at least 9 people were wounded in a fire at a mill in Tarn on 3 March 2025."
HOSTILE = "<img src=x onerror=\"document.title='ran'\">.txt"


def file(name: str, content: bytes) -> FilePayload:
    """Return a file as a browser hands it over."""
    return {"name": name, "mimeType": "text/plain", "buffer": content}


def test_a_text_is_pasted_and_leads_to_its_event(working: Watched) -> None:
    """The job is followed to its end on the page, and its event can be opened from there."""
    page = working.go("/add")
    page.get_by_label("Words of the report").fill(TEXT)
    page.get_by_label("Outlet").fill("Tarn Daily")
    page.get_by_role("button", name="Add text").click()
    page.locator("#job-events").wait_for(timeout=60000)
    assert "A. Analyst" in page.locator("#job").inner_text()
    page.locator(".job-events a").first.click()
    assert page.locator("h1").count() == 1


def test_a_refused_file_is_told_with_advice(working: Watched) -> None:
    """One file is read, the other refused, and both are told; axe finds no barrier."""
    page = working.go("/add")
    page.set_input_files("#files", [file("mill.txt", TEXT.encode()), file("scan.pdf", b"%PDF-1.7")])
    page.get_by_role("button", name="Add files").click()
    page.locator("#job-refused").wait_for(timeout=60000)
    refusals = page.locator(".refusals").inner_text()
    assert "scan.pdf" in refusals
    assert "What to do:" in refusals
    assert page.get_by_role("link", name="mill.txt").count() == 1
    assert working.violations() == []


def test_a_hostile_name_is_shown_as_text(working: Watched) -> None:
    """The name of a file runs nothing, neither before it is sent nor after."""
    page = working.go("/add")
    page.set_input_files("#files", [file(HOSTILE, TEXT.encode())])
    assert HOSTILE in page.locator("[data-chosen]").inner_text()
    page.get_by_role("button", name="Add files").click()
    page.locator("#job-documents").wait_for(timeout=60000)
    assert "<img src=x" in page.locator(".job-documents").inner_text()
    assert page.locator("main img").count() == 0
    assert page.title() != "ran"


def test_too_many_files_are_told_before_they_are_sent(shown: Watched) -> None:
    """The page says what the server would say."""
    page = shown.go("/add")
    page.set_input_files("#files", [file(f"{row}.txt", b"x") for row in range(101)])
    assert "at most 100 files" in page.locator("[data-chosen]").inner_text()


@pytest.mark.parametrize("path", ["/refusals", "/refusals?show=losses"])
def test_lists_of_refusals_and_losses_have_no_barrier(browser: Browser, example_address: str, path: str) -> None:
    """Both lists can be used by everybody, on a telephone too."""
    with watched(browser, example_address, NARROW) as seen:
        seen.go(path)
        assert seen.violations() == []
        assert seen.overflow() == 0
