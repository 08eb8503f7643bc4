"""One browser for all tests of pages, and workbenches over the bundled example."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from reportedly.pipeline.run import assess_paths
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from web_server import Watched, chromium, watched, workbench

EXAMPLE = Path(__file__).parents[2] / "examples" / "kursk-2024-12"
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium."""
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium(), args=list(_FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def example_ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the bundled example; read only."""
    ledger = tmp_path_factory.mktemp("workbench") / "example.db"
    assess_paths([EXAMPLE], prepare(Settings()), ledger)
    return ledger


@pytest.fixture(scope="session")
def example_address(example_ledger: Path) -> Iterator[str]:
    """A workbench over the bundled example for tests that change nothing."""
    with workbench(example_ledger) as address:
        yield address


@pytest.fixture
def own_ledger(example_ledger: Path, tmp_path: Path) -> Path:
    """A copy of the example's ledger that a test may change."""
    return Path(shutil.copy(example_ledger, tmp_path / "own.db"))


@pytest.fixture
def own_address(own_ledger: Path) -> Iterator[str]:
    """A workbench over a copy of the example that a test may change."""
    with workbench(own_ledger) as address:
        yield address


@pytest.fixture
def shown(browser: Browser, example_address: str) -> Iterator[Watched]:
    """A watched window at the workbench over the example; reading only."""
    with watched(browser, example_address) as seen:
        yield seen


@pytest.fixture
def working(browser: Browser, own_address: str) -> Iterator[Watched]:
    """A watched window at a workbench of the test's own, with a person's name set."""
    with watched(browser, own_address) as seen:
        page = seen.go("/")
        page.get_by_label("Decisions are recorded under").fill("A. Analyst")
        page.get_by_role("button", name="Keep this name").click()
        yield seen
