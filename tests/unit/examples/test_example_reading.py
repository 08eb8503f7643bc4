"""The bundled example is read whole: every report, with outlet, day and all the words that the truth file quotes."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from reportedly.ingest.files import collect
from reportedly.model.document import Capture, Document
from reportedly.read.reader import read_capture

EXAMPLE = Path(__file__).parents[3] / "examples" / "kursk-2024-12"
TRUTH = json.loads(EXAMPLE.with_name("kursk-2024-12.expected.json").read_text(encoding="utf-8"))["documents"]


@cache
def _documents() -> dict[str, Document]:
    captures = [item for item in collect([EXAMPLE]) if isinstance(item, Capture)]
    read = [item for capture in captures for item in read_capture(capture)]
    return {item.key: item for item in read if isinstance(item, Document)}


def test_nothing_else_is_read() -> None:
    """The folder gives the documents of the truth file, and nothing is refused."""
    assert sorted(_documents()) == sorted(entry["id"] for entry in TRUTH)


@pytest.mark.parametrize("entry", TRUTH, ids=lambda entry: entry["id"])
def test_day_and_its_basis_are_right(entry: dict[str, Any]) -> None:
    """Each report has the day of publication that the truth file gives, known in the same way."""
    published = _documents()[entry["id"]].published
    assert published is not None
    assert (str(published.day), published.basis.value) == (entry["published"], entry["day_basis"])


@pytest.mark.parametrize("entry", TRUTH, ids=lambda entry: entry["id"])
def test_every_quoted_word_survives_reading(entry: dict[str, Any]) -> None:
    """All quotes of the truth file stand in the text as it was read, each once."""
    text = _documents()[entry["id"]].text
    assert [claim["quote"] for claim in entry["claims"] if text.count(claim["quote"]) != 1] == []


def test_every_outlet_is_known() -> None:
    """Each report has an outlet and a title."""
    assert all(document.outlet and document.title for document in _documents().values())
