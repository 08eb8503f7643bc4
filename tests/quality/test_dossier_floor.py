"""Tracing claims across the invented dossier, from its texts, does not become worse than it is.

The figures are those of the dossier's own scorer (B-cubed of sayings and events, share of right parents, F1 of
changes); the floors lie a little under what was measured. Raise them when the product becomes better.
"""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reportedly.bench.dossier import prediction_lines
from reportedly.pipeline.run import assess_paths
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from shared_data import shared_path

pytestmark = [pytest.mark.shared, pytest.mark.slow]


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Assess the dossier's texts and score what was found."""
    folder = shared_path("data/dossier/invented")
    scorer = shared_path("eval/score_dossier.py")
    found = tmp_path_factory.mktemp("dossier") / "found.jsonl"
    found.write_text("".join(f"{line}\n" for line in _lines(folder / "documents.jsonl")), encoding="utf-8")
    told = subprocess.run(
        [sys.executable, str(scorer), str(folder), str(found), "--json"], capture_output=True, text=True, check=True
    )
    measured: dict[str, Any] = json.loads(told.stdout)
    return measured


@cache
def _lines(documents: Path) -> tuple[str, ...]:
    dossier = assess_paths([documents], prepare(Settings(executor="serial"))).dossier
    return tuple(json.dumps(line) for line in prediction_lines(dossier))


def test_sayings_are_told_apart(figures: dict[str, Any]) -> None:
    """Claims of one saying are together, others apart."""
    assert figures["testimony"]["f1"] >= 0.945


def test_events_are_told_apart(figures: dict[str, Any]) -> None:
    """Claims of one event are together, others apart; joining what is apart is the worse mistake."""
    assert figures["event"]["f1"] >= 0.805
    assert figures["event"]["p"] >= 0.98


def test_parents_are_found(figures: dict[str, Any]) -> None:
    """Claims are led back to the report that they were taken from, and to none where there is none."""
    assert figures["parent"] >= 0.835
    assert figures["parent_none"] >= 0.97


def test_changes_are_found(figures: dict[str, Any]) -> None:
    """What relays changed is told, and what they left as it was is not."""
    assert figures["drift"]["f1"] >= 0.82
    assert figures["false_alarm"] <= 0.01


def test_origins_are_counted(figures: dict[str, Any]) -> None:
    """The number of independent origins is right, and one origin is hardly ever taken for two."""
    assert figures["origins"] >= 0.75
    assert figures["false_corroboration"] <= 0.1
