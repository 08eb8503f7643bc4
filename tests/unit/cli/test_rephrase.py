"""``reportedly report --rephrase``: a model's words where the gate lets them pass, said plainly."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from stand_in import completion, stand_in
from toy_reports import write_reports

Call = Callable[..., Result]


@pytest.fixture
def ledger(call: Call, tmp_path: Path) -> Path:
    """Give a small ledger."""
    path = tmp_path / "case.db"
    assert call("add", write_reports(tmp_path / "reports"), "--ledger", path).exit_code == 0
    return path


def test_what_a_model_makes_up_never_stands_in_the_report(call: Call, ledger: Path, tmp_path: Path) -> None:
    """The warning is shown, every rewording is refused, and the report is the one without a model."""
    plain = call("report", "--ledger", ledger)
    with stand_in(completion({"sentence": "Some 4,000 were surely killed."})) as server:
        chosen = ("--backend", server.address, "--backend-model", "m", "--cache", tmp_path / "kept")
        outcome = call("report", "--ledger", ledger, "--rephrase", *chosen)
        assert server.bodies
    assert outcome.exit_code == 0
    assert outcome.stdout == plain.stdout
    assert "Warning: text is sent" in outcome.stderr
    assert "0 sentences reworded" in outcome.stderr


def test_without_the_flag_nothing_is_sent(call: Call, ledger: Path, tmp_path: Path) -> None:
    """An address alone asks nobody."""
    with stand_in(completion({"sentence": "x"})) as server:
        chosen = ("--backend", server.address, "--backend-model", "m", "--cache", tmp_path / "kept")
        assert call("report", "--ledger", ledger, *chosen).exit_code == 0
        assert server.bodies == []


def test_rephrasing_without_a_backend_is_refused(call: Call, ledger: Path, tmp_path: Path) -> None:
    """A model must be named; nothing is guessed."""
    outcome = call("report", "--ledger", ledger, "--rephrase", "--backend-model", "m", "--cache", tmp_path / "kept")
    assert outcome.exit_code == 2
    assert "E263" in outcome.stderr
