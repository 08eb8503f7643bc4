"""Read plain and Markdown text, with a few lines at the very top that say title, outlet, day and address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reportedly.model.document import Capture, Document, Refusal
from reportedly.read.building import Found, build
from reportedly.read.codes import refuse
from reportedly.read.decoding import decode
from reportedly.read.markdown import heading_of, plain_text

FIELD_OF: Mapping[str, str] = {
    "id": "id",
    "title": "title",
    "outlet": "outlet",
    "published": "published",
    "address": "address",
    "url": "address",
}
"""Words before the colon, in lower case, and the field that they fill."""

_LINE = re.compile(r"(?P<name>[A-Za-z]+):[ \t]+(?P<value>\S.*)")
_LONGEST_BLOCK = 40


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the top of a file says about the report, and the report itself."""

    body: str
    fields: Mapping[str, str] = field(default_factory=dict)
    """Field -> value; only those of ``FIELD_OF``."""


def read_plain(capture: Capture) -> Iterator[Document | Refusal]:
    """Read a text or Markdown file as one report.

    The front matter is no part of the text. Line ends become newlines; Markdown is read as the text it stands for, and
    its first heading is the title where none is given.
    """
    decoded = decode(capture.content)
    if decoded is None:
        yield refuse("R206", capture.origin)
        return
    front = split_front_matter(decoded.text.replace("\r\n", "\n").replace("\r", "\n"))
    text, title = front.body, front.fields.get("title")
    if capture.media_type == "text/markdown":
        text, title = plain_text(front.body), title or heading_of(front.body)
    found = Found(
        key=front.fields.get("id", capture.origin),
        text=text,
        title=title,
        outlet=front.fields.get("outlet"),
        address=front.fields.get("address"),
        published=front.fields.get("published"),
        losses=decoded.losses,
    )
    yield build(found, capture.id, capture.origin)


def split_front_matter(text: str) -> FrontMatter:
    """Part the lines that describe a report from its text.

    Either ``Title: ...``, ``Outlet: ...``, ``Published: ...``, ``Address: ...`` (or ``Url:``, ``Id:``) as the first
    lines, ended by an empty line; or ``name: value`` lines between two lines ``---``, of which unknown names are
    passed over. A file without either is all text.

    Args:
        text: the decoded file, lines ended by newlines.
    """
    lines = text.split("\n", _LONGEST_BLOCK)
    if lines[0].rstrip() == "---":
        end = next((n for n, line in enumerate(lines[1:_LONGEST_BLOCK], start=1) if line.rstrip() == "---"), None)
        if end is not None:
            return FrontMatter(_body(lines[end + 1 :]), _fields(lines[1:end]))
        return FrontMatter(text)
    end = next((n for n, line in enumerate(lines[:_LONGEST_BLOCK]) if not _known(line)), 0)
    if end == 0 or lines[end].strip():
        return FrontMatter(text)
    return FrontMatter(_body(lines[end:]), _fields(lines[:end]))


def _known(line: str) -> bool:
    match = _LINE.match(line)
    return match is not None and match["name"].lower() in FIELD_OF


def _fields(lines: list[str]) -> dict[str, str]:
    matches = [match for line in lines if (match := _LINE.match(line)) and match["name"].lower() in FIELD_OF]
    return {FIELD_OF[match["name"].lower()]: _unquoted(match["value"].strip()) for match in matches}


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _body(lines: list[str]) -> str:
    return "\n".join(lines).lstrip("\n")
