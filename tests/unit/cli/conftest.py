"""What the tests of the command line share: a way to call it, with a quick extractor, and a ledger."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportedly.cli import main
from reportedly.pipeline import plugins
from toy import NAME, toy_plugins
from toy_reports import write_reports

Call = Callable[..., Result]


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch) -> Call:
    """Give a function that runs ``reportedly`` with the toy extractor."""
    monkeypatch.setattr(plugins, "installed", toy_plugins)
    monkeypatch.setenv("REPORTEDLY_SPACY_MODEL", NAME)

    def run(*arguments: str | Path) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments])

    return run


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Give a folder with three reports."""
    return write_reports(tmp_path / "reports")


@pytest.fixture
def ledger(call: Call, reports: Path, tmp_path: Path) -> Path:
    """Give a ledger that holds the three reports."""
    path = tmp_path / "case.db"
    assert call("add", reports, "--ledger", path).exit_code == 0
    return path
