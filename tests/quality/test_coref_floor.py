"""Grouping mentions of ECB+ topics 26-35, which nothing was learned from, does not become worse than it is."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.bench.coref import run
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from shared_data import shared_path

HELD_OUT = range(26, 36)


def _held_out(source: Path, target: Path) -> Path:
    lines = source.read_text(encoding="utf-8").splitlines(keepends=True)
    target.write_text("".join(line for line in lines if json.loads(line)["topic"] in HELD_OUT), encoding="utf-8")
    return target


@pytest.mark.shared
@pytest.mark.slow
def test_mentions_are_grouped(tmp_path: Path) -> None:
    """CoNLL F1, gold mentions, no gold topics; the floor lies a little under what was measured."""
    scorer = shared_path("eval/score_coref.py")
    _held_out(shared_path("data/coref/ecbplus_docs.jsonl"), tmp_path / "held_docs.jsonl")
    gold = _held_out(shared_path("data/coref/ecbplus_mentions.jsonl"), tmp_path / "held_mentions.jsonl")
    found = tmp_path / "found.jsonl"
    run(gold, found, prepare(Settings(executor="serial")))
    told = subprocess.run(
        [sys.executable, str(scorer), str(gold), str(found)], capture_output=True, text=True, check=True
    )
    assert json.loads(told.stdout)["CoNLL"] >= 77.0
