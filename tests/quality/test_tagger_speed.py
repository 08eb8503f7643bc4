"""The tagger of times reads a hundred documents of 300 words a second in one process."""

from __future__ import annotations

import json
from datetime import date
from time import process_time

import pytest

from reportedly.claims.times.tagger import tag
from shared_data import shared_path

WORDS = 300
FASTEST = 100


@pytest.mark.shared
@pytest.mark.slow
def test_a_hundred_documents_a_second() -> None:
    """Processor time counts, so that other work on the machine does not; texts differ, so that no cache helps."""
    lines = shared_path("data/time/wikiwars_dev.jsonl").read_text(encoding="utf-8").splitlines()
    words = [word for line in lines for word in json.loads(line)["text"].split(" ")]
    texts = [" ".join(words[start : start + WORDS]) for start in range(0, len(words), WORDS)][:200]
    start = process_time()
    for text in texts:
        tag(text, date(2024, 12, 16))
    assert len(texts) / (process_time() - start) >= FASTEST
