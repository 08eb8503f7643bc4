"""Read reports kept as JSON: one object, a list of objects, or one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from reportedly.model.document import Capture, Document, Loss, Refusal
from reportedly.read.building import Found, build
from reportedly.read.codes import refuse
from reportedly.read.decoding import Decoded, decode

_LONGEST_ID = 200


@dataclass(frozen=True, slots=True)
class _Record:
    value: object
    where: str
    number: int
    losses: tuple[Loss, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    found: Found
    where: str


def read_json(capture: Capture) -> Iterator[Document | Refusal]:
    """Read a JSON file that holds one record or a list of them."""
    decoded = decode(capture.content)
    if decoded is None:
        yield refuse("R206", capture.origin)
        return
    value = _parsed(decoded.text, capture.origin)
    if isinstance(value, Refusal):
        yield value
        return
    if not isinstance(value, list):
        value = [value]
    places = ((f"{capture.origin}, item {number}", number) for number in range(1, len(value) + 1))
    records = (
        _Record(item, where, number, decoded.losses) for item, (where, number) in zip(value, places, strict=True)
    )
    yield from _documents(records, capture)


def read_json_lines(capture: Capture) -> Iterator[Document | Refusal]:
    """Read a file with one record a line; a bad line is refused by its number and the rest is read."""
    yield from _documents(_line_records(capture), capture)


def _line_records(capture: Capture) -> Iterator[_Record | Refusal]:
    lines = _lines(capture.content)
    if lines is None:
        yield refuse("R206", capture.origin)
        return
    for number, line in enumerate(lines, start=1):
        where = f"{capture.origin}, line {number}"
        if line is None:
            yield refuse("R206", where)
        elif line.text.strip():
            value = _parsed(line.text, where)
            yield value if isinstance(value, Refusal) else _Record(value, where, number, line.losses)


def _lines(content: bytes) -> list[Decoded | None] | None:
    """Decode line by line; None where no encoding fits.

    Where some lines are plainly UTF-8, another line that is not stands alone as None: guessing an encoding for the
    whole file would spoil the good ones.
    """
    decoded = decode(content)
    if decoded is None or decoded.losses:
        lines = [_utf8(line) for line in content.split(b"\n")]
        if any(line is not None and not line.text.isascii() for line in lines):
            return lines
    return None if decoded is None else [Decoded(text, decoded.losses) for text in decoded.text.split("\n")]


def _utf8(line: bytes) -> Decoded | None:
    try:
        return Decoded(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return None


def _parsed(text: str, where: str) -> object:
    """Return the value of a JSON text, or the refusal of it."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        return refuse("R203", where, f"{error.msg} at column {error.colno} of line {error.lineno}")
    except RecursionError:
        return refuse("R203", where, "nested too deep")
    except ValueError:  # Python refuses whole numbers of thousands of digits
        return refuse("R203", where, "a number is too long")


def _documents(records: Iterator[_Record | Refusal], capture: Capture) -> Iterator[Document | Refusal]:
    first_place: dict[str, str] = {}
    empty = True
    for record in records:
        empty = False
        item = record if isinstance(record, Refusal) else _found(record, capture.origin)
        if isinstance(item, Refusal):
            yield item
        elif item.found.key in first_place:
            yield refuse("R205", item.where, f"{item.found.key}, first in {first_place[item.found.key]}")
        else:
            first_place[item.found.key] = item.where
            yield build(item.found, capture.id, item.where)
    if empty:
        yield refuse("R209", capture.origin)


def _found(record: _Record, origin: str) -> _Place | Refusal:
    """Look at a record's fields; of an annotated record (``{"document": ..., "claims": ...}``) only at the document."""
    fields = record.value
    if isinstance(fields, Mapping) and "text" not in fields and "document" in fields:
        fields = fields["document"]
    if not isinstance(fields, Mapping):
        return refuse("R204", record.where)
    text = fields.get("text")
    if text is None:
        return refuse("R201", record.where)
    if not isinstance(text, str):
        return refuse("R202", record.where)
    key = _key(fields.get("id"), record, origin)
    if isinstance(key, Refusal):
        return key
    address = fields.get("address")
    found = Found(
        key=key,
        text=text,
        title=fields.get("title"),
        outlet=fields.get("outlet"),
        address=fields.get("url") if address is None else address,
        published=fields.get("published"),
        losses=record.losses,
    )
    return _Place(found, record.where)


def _key(value: object, record: _Record, origin: str) -> str | Refusal:
    """Return the record's own id, or the file's name and the record's number where it has none."""
    if value is None or value == "":
        return f"{origin}#{record.number}"
    if isinstance(value, bool) or not isinstance(value, int | str):
        return refuse("R208", record.where, f"a {type(value).__name__}")
    key = str(value).strip()
    if not key or len(key) > _LONGEST_ID or not key.isprintable():
        return refuse("R208", record.where, "empty, too long or not printable")
    return key
