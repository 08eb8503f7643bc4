"""Faults of grammar that composed sentences are prone to, found by rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

_FAULTS = {
    "two spaces": r"  ",
    "a word twice": r"(?i)\b(the|a|an|of|that|to|and|is|are|it|in|on|has|have) \1\b(?! source| page)",
    "a comma or stop astray": r" [,.;:]|,,|,\.|;\.|\.\.",
    "a where an belongs": r"\ba (?=[aeio]\w)(?!one\b)(?!\w*-)|\ban (?=[bcdfgjklmnpqrstvwyz]\w)",
    "one with a plural": r"(?i)\b(?:one|1) (?:pages|reports|events|sources|claims)\b",
    "many with a singular": (
        r"(?i)\b(?:two|three|four|five|six|seven|eight|nine|ten|[2-9]|\d{2,}) (?:page|report|event|source|claim)\b"
        r"(?! more)"
    ),
    "one of whom many do": (
        r"(?i)\bone (?:rest|go|name|do not say|have)\b|\b(?:two|three|\d+) (?:rests|goes|names|does)\b"
    ),
    "an empty place": r"\{|\}|\bNone\b(?! of)|\( ?\)|“”",
    "an id": r"\b[a-z]{3}-[0-9a-f]{24}\b",
    "an unnamed fullness": r"(?i)\bunnamed the\b|\bof of\b|\bby by\b",
}


def faults(text: str) -> Iterator[str]:
    """Yield what is wrong with a sentence, if anything; other people's words are left out."""
    own = re.sub(r"“[^”]*”", "“…”", text)
    for name, pattern in _FAULTS.items():
        if match := re.search(pattern, own):
            yield f"{name} ({match.group()!r}): {text}"
    if not re.match(r"[A-Z“0-9]", text):
        yield f"no capital: {text}"
    if not re.search(r"[.?!]$", text):
        yield f"no full stop: {text}"
    if text.count("“") != text.count("”") or text.count("(") != text.count(")"):
        yield f"marks without a fellow: {text}"
