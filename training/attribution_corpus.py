"""Read all documents with annotated attributions: texts joined from the shared data or from our own invented ones."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from acts import checked

ATTRIBUTIONS = Path(__file__).parent / "annotations" / "attributions"
OWN_TEXTS = Path(__file__).parent / "annotations"
Record = dict[str, Any]


class MissingTextError(ValueError):
    """No text was found for an annotated document."""


def texts(shared: Path, own: Path = OWN_TEXTS) -> dict[str, str]:
    """Return every text that may be annotated: id -> text.

    Args:
        shared: the folder of the shared data.
        own: the folder whose ``documents.jsonl`` files hold our invented texts.
    """
    found: dict[str, str] = {}
    for path in [*sorted((shared / "data/corpora").glob("*.jsonl")), *sorted(own.glob("*/documents.jsonl"))]:
        found.update((line["id"], line["text"]) for line in _lines(path) if "id" in line)
    for name in ("train", "invented"):
        for line in _lines(shared / "data/claims" / f"{name}.jsonl"):
            found[line["document"]["id"]] = line["document"]["text"]
    return found


def _lines(path: Path) -> Iterator[Record]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def annotated(shared: Path, folder: Path = ATTRIBUTIONS) -> Iterator[tuple[str, str, list[Record]]]:
    """Yield id, text and acts of every annotated document, by id.

    Raises:
        MissingTextError: if a text is nowhere to be found.
        TextMismatchError: if a text is not the one that was annotated.
    """
    known = texts(shared)
    for path in sorted(folder.glob("*.json")):
        entry = json.loads(path.read_text(encoding="utf-8"))
        name = entry["document"]["id"]
        if name not in known:
            raise MissingTextError(f"{name}: annotated, but no text with this id was found")
        yield name, known[name], checked(entry, known[name])
