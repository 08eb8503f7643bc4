"""Cut a text into sentences with their places, and blank out what is not the text's own voice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

BLANK = "_"
"""Stands for each character of another's words."""

_QUOTED = re.compile(
    r"“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|(?<!\w)\"[^\"\n]*\"(?!\w)|(?<!\w)‘[^’]*(?:’\w[^’]*)*’(?!\w)",
)
_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_END = re.compile(
    r"(?:[.!?…]+[\"”’)\]]*(?=\s+[\"“‘(\[]*(?:[A-Z0-9_\-•*]|$)))|\s*\|\s*|\n(?=[ \t]*(?:[-*•+]"
    r"|\d+[.)])[ \t])|[ \t]*\n[ \t]*\n"
)
_SHORTENED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Lt|Maj|Capt|Sgt|Cpl|Adm|Brig|Sen|Rep|Gov|Pres|St|No|Nos|vs"
    r"|approx|ca|cf|Fig|p|pp"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Inc|Ltd|Co|Corp|etc|al|e\.g|i\.e|U\.S|U\.K|U\.N|a\.m|p\.m)"
    r"|\b[A-Z])\.$"
)
_SHORT_LINE = 50
"""A line shorter than this that ends without a mark is a heading or an item, and no part of what follows."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a text, others' words blanked out."""

    text: str
    start: int
    """Where it begins in the whole text."""

    @property
    def end(self) -> int:
        """Where it ends in the whole text."""
        return self.start + len(self.text)


def own_words(text: str) -> str:
    """Return the text with everything in quotation marks blanked out, at the same length.

    A quotation that is not closed ends with its paragraph.
    """
    parts: list[str] = []
    last = 0
    for gap in [*_PARAGRAPH.finditer(text), None]:
        end = gap.start() if gap else len(text)
        parts.append(_QUOTED.sub(_blanked, text[last:end]))
        if gap:
            parts.append(gap.group())
            last = gap.end()
    return "".join(parts)


_LONGEST = 2000
"""Characters of the longest sentence; what has no full stop for longer is cut, so that no text takes long."""


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text; items of lists, cells of tables and short lines are sentences of their own."""
    start = 0
    for cut in [*_cuts(text), len(text)]:
        while cut - start > _LONGEST:
            space = text.rfind(" ", start + 1, start + _LONGEST)
            middle = space if space > 0 else start + _LONGEST
            yield from _sentence(text, start, middle)
            start = middle
        yield from _sentence(text, start, cut)
        start = cut


def _cuts(text: str) -> list[int]:
    found = {match.end() for match in _END.finditer(text) if not _SHORTENED.search(text[: match.end()][-12:])}
    line_start = 0
    for match in re.finditer(r"\n", text):
        line = text[line_start : match.start()].strip()
        follows = text[match.end() :].lstrip(" \t")[:1]
        if line and (line[-1] in ".!?:;" or (len(line) < _SHORT_LINE and not follows.islower())):
            found.add(match.end())
        line_start = match.end()
    return sorted(found)


def _sentence(text: str, start: int, end: int) -> Iterator[Sentence]:
    part = text[start:end]
    stripped = part.strip(" \t\n|")
    if stripped:
        yield Sentence(stripped, start + part.index(stripped))


def _blanked(match: re.Match[str]) -> str:
    words = match.group()
    closed = len(words) > 1 and words[-1] in '”“»"’'
    inner = words[1:-1] if closed else words[1:]
    return words[0] + re.sub(r"[^\s]", BLANK, inner) + (words[-1] if closed else "")
