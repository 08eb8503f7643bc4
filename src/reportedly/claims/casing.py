"""Give texts that came in capitals alone their small letters back, and lines their flow, without moving a character.

The text pipeline was trained on mixed case and on unbroken paragraphs; teletyped and transcribed reports have neither.
What it is handed differs from the document's text in case and white space alone, and never in length, so that every
place it finds is a place of the document.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources

from reportedly.model.span import Span

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}")
_BRACKETED = re.compile(r"[\[(]([A-Z]{2,6})[\])]")
_OPENING = re.compile(r"(?:^|[!?:][\"”’')\]]*|(?<![^A-Z][A-Z])\.[\"”’')\]]*|--|\[)\s*[\"“‘'(]*$")
_RUN = re.compile(r"[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*")
_LINE_OF_TEXT = re.compile(r"[^\n]*\S[^\n]*")
_VOWELS = frozenset("AEIOUY")
_SMALL_ENDINGS = (
    "ing",
    "ed",
    "ly",
    "tion",
    "tions",
    "ment",
    "ments",
    "ness",
    "ous",
    "able",
    "ible",
    "ists",
    "ist",
    "ers",
    "ives",
    "ive",
    "ful",
    "less",
    "ity",
    "ism",
    "ance",
    "ence",
)
"""Endings of common English words, for words that no training text had."""
_CAPITALS_FROM = 0.85
"""Share of capitals among the letters from which a stretch of text has lost its case."""
_LEAST_LETTERS = 24
"""Letters below which a stretch is too short to tell: a heading, an acronym, initials."""
_WRAPPED_LINES = 4
"""Lines that go on in the next one from which the breaks of a text are taken for a typist's and not for paragraphs."""
_LINE = (55, 90)
"""Characters in most of the lines that a machine or a typist has broken, and in any."""


@cache
def _writing() -> Mapping[str, str]:
    """Return for each known word whether it is written small, with a capital or in capitals."""
    path = resources.files("reportedly").joinpath("data", "models", "casing.json")
    listed: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return {word: kind for kind, words in listed.items() for word in words.split()}


def lost_case(text: str) -> bool:
    """Say whether a stretch of text is written in capitals alone."""
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) >= _LEAST_LETTERS and sum(map(str.isupper, letters)) >= _CAPITALS_FROM * len(letters)


def with_case(text: str) -> str:
    """Return a text in capitals with small letters where words are commonly written so; the length stays.

    Args:
        text: a stretch of text; where its case is not lost it comes back as it is.
    """
    if not lost_case(text):
        return text
    shouted = {match.group(1) for match in _BRACKETED.finditer(text)}
    kept = [Span(*match.span()) for match in _INITIALS.finditer(text)]
    done, last = [], 0
    for match in _WORD.finditer(text):
        done.append(text[last : match.start()])
        place = Span(*match.span())
        if any(span.covers(place) for span in kept):
            done.append(match.group())
        else:
            opening = _OPENING.search(text[max(0, match.start() - 12) : match.start()]) is not None
            done.append(_written(match.group(), opening=opening, shouted=match.group() in shouted))
        last = match.end()
    done.append(text[last:])
    restored = "".join(done)
    return restored if len(restored) == len(text) else text


def _written(word: str, *, opening: bool, shouted: bool) -> str:
    small = word.lower()
    kind = _kind(small)
    if shouted or kind == "capitals" or small == "i":
        return word
    if kind is None and 1 < len(word) <= 5 and _VOWELS.isdisjoint(word):
        return word
    return small if kind == "small" and not opening else word[:1] + small[1:]


def _kind(small: str) -> str | None:
    known = _writing()
    if small in known:
        return known[small]
    for ending in ("'s", "’s", "s", "es", "ed", "d", "ing", "ly"):
        stem = small.removesuffix(ending)
        if stem != small and stem in known:
            return known[stem] if known[stem] != "capitals" or ending in {"'s", "’s", "s"} else None
    return "small" if small.endswith(_SMALL_ENDINGS) else None


def blocks(text: str) -> Iterator[Span]:
    """Yield the spans of a text's paragraphs: lines, or runs of lines where a typist broke them at one width.

    Args:
        text: the document's text.
    """
    runs = [Span(*match.span()) for match in _RUN.finditer(text)]
    if _wrapped([line for run in runs for line in _lines(run, text)[:-1]], text):
        yield from runs
        return
    for run in runs:
        yield from _lines(run, text)


def _lines(run: Span, text: str) -> list[Span]:
    return [Span(*match.span()) for match in _LINE_OF_TEXT.finditer(text, run.start, run.end)]


def _wrapped(full: list[Span], text: str) -> bool:
    """Say whether lines with a line below them are of a typist's width, and most do not end a sentence."""
    lengths = [len(line.of(text).strip()) for line in full]
    if len(full) < _WRAPPED_LINES or max(lengths) > _LINE[1]:
        return False
    closed = sum(line.of(text).rstrip().endswith((".", "!", "?", '"', "”")) for line in full)
    return sum(length >= _LINE[0] for length in lengths) >= 0.7 * len(full) and closed <= 0.4 * len(full)


def readable(text: str, span: Span) -> str:
    """Return a paragraph as the text pipeline should see it: one line, in the case that words are written in."""
    return with_case(span.of(text).replace("\n", " ").replace("\r", " "))
