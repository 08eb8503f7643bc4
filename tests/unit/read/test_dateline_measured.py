"""How often the inferred publication day is right on dated articles."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly.read.dateline import infer_day

FEWEST = {"data/corpora/wikinews.jsonl": 170, "data/claims/train.jsonl": 30, "data/corpora/muc_news.jsonl": 1150}


@pytest.mark.shared
@pytest.mark.parametrize("name", sorted(FEWEST))
def test_inferred_days_are_right(shared_path: Callable[[str], Path], name: str) -> None:
    """Of the days inferred from the text alone at least 99 in 100 are the recorded ones."""
    right = inferred = 0
    with shared_path(name).open(encoding="utf-8") as lines:
        for record in map(json.loads, lines):
            document = record.get("document", record)
            stated = document.get("published", document.get("date"))
            published = infer_day(document["text"]).published
            if stated and published:
                inferred += 1
                right += published.day.isoformat() == stated[:10]
    assert inferred >= FEWEST[name]
    assert right >= 0.99 * inferred
