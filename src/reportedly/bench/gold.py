"""Read gold files, and hand on only what the product may see of them."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from reportedly.model.errors import InputError

GoldLine = dict[str, Any]


def read_lines(path: Path) -> list[GoldLine]:
    """Return the objects of a file with one JSON object a line.

    Raises:
        InputError: where the file cannot be read, or a line is no JSON object.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        return [_object(line, f"{path}, line {number}") for number, line in enumerate(lines, 1) if line.strip()]
    except (OSError, UnicodeDecodeError) as error:
        raise InputError("E102", f"cannot be read: {error}", str(path), "give a file of JSON lines") from error


def _object(line: str, where: str) -> GoldLine:
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError("E103", f"no JSON: {error.msg}", where, "repair the line") from error
    if not isinstance(value, dict):
        raise InputError("E103", "no JSON object", where, "repair the line")
    return value


@contextmanager
def inputs_only(gold: Sequence[GoldLine]) -> Iterator[Path]:
    """Write the documents of gold lines, and nothing else of them, into a file that lasts for the block."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "documents.jsonl"
        write_lines((line["document"] for line in gold), path)
        yield path


def write_lines(lines: Iterable[object], path: Path) -> None:
    """Write objects, one a line."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
