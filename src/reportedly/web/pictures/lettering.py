"""How wide texts are, by classes of letters: an upper bound for common fonts, so that no text outgrows its box."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_NARROW = frozenset("iljI.,:;'|!()[]ft’‘ -/")
_BROAD = frozenset("mwMWQO@%—…→▲◆○“”")


@lru_cache(4096)
def text_width(text: str, size: float) -> float:
    """Return the width of a text in pixels.

    Args:
        text: one line.
        size: of the font, in pixels.
    """
    return size * sum(_share(letter) for letter in text)


def fitted(text: str, width: float, size: float) -> str:
    """Return a text on one line, cut with an ellipsis where it is wider than ``width`` pixels."""
    line = " ".join(text.split())
    if text_width(line, size) <= width:
        return line
    while line and text_width(line + "…", size) > width:
        line = line[:-1]
    return line.rstrip() + "…"


def lined(text: str, width: float, size: float, most: int) -> tuple[str, ...]:
    """Break a text into at most ``most`` lines of ``width`` pixels; the last is cut where more is left."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most - 1:
        line = words.pop(0)
        while words and text_width(f"{line} {words[0]}", size) <= width:
            line += f" {words.pop(0)}"
        lines.append(fitted(line, width, size))
    if words:
        lines.append(fitted(" ".join(words), width, size))
    return tuple(lines)


def _share(letter: str) -> float:
    if letter in _NARROW:
        return 0.37
    if letter in _BROAD or unicodedata.east_asian_width(letter) in "WF":
        return 0.99
    return 0.7 if letter.isupper() else 0.61
