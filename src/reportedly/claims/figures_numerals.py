"""Read numerals with their qualifiers out of text: digits, number words, vague words, ranges and bounds."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from math import prod

from reportedly.claims.number_words import ONES, TENS
from reportedly.model.span import Span

_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
_VAGUE_LOWS = {
    "a couple": 2,
    "several": 3,
    "a few": 3,
    "dozens": 24,
    "scores": 24,
    "hundreds": 200,
    "thousands": 2000,
    "tens of thousands": 20_000,
    "hundreds of thousands": 200_000,
    "millions": 2_000_000,
    "tens of millions": 20_000_000,
    "hundreds of millions": 200_000_000,
    "tens": 20,
}
"""Lowest number that a vague word stands for, by the codebook's table; larger ones continue its pattern."""

_WORD = "|".join(sorted({*ONES, *TENS}, key=len, reverse=True))
_SCALE = "dozen|hundred|thousand|million|billion"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:\.\d+)?"
_PLAIN = (
    rf"(?:(?:{_DIGITS})(?:[\s-]+(?:{_SCALE})\b)*"
    rf"|(?:half a|a|an)\s+(?:{_SCALE})\b"
    rf"(?:(?:\s+and)?\s+(?:{_WORD})(?:-(?:{_WORD}))?\b)?"
    rf"|(?:{_WORD}|hundred|dozen)(?:[\s-]+(?:{_WORD}|{_SCALE})\b|"
    rf"(?:(?<=hundred)|(?<=thousand))\s+and\s+(?:{_WORD})\b)*)"
)
_NUMERAL = re.compile(rf"(?<![\w.,$€£¥#/:])(?<![A-Za-z.]-)(?:{_PLAIN})(?![\d]|\.\d|,\d{{3}}|:\d)", re.IGNORECASE)
_VAGUE = re.compile(
    rf"\b(?:(?P<some>several|(?<!quite )a few|a couple of|a couple|"
    rf"few)\s+(?P<of>(?:{_SCALE})s?(?:\s+(?:thousand|million)s?)?)\b|"
    r"(?P<word>(?:tens|hundreds) of (?:thousands|millions)|a couple(?= of| dozen| "
    r"hundred)|several|(?<!quite )a few|dozens|scores|hundreds|thousands|millions|tens)\b)",
    re.IGNORECASE,
)
_GLUE = re.compile(r"^\s*(?:-|–|—|to|or|and|,? perhaps)\s*$", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|from)\s+$", re.IGNORECASE)
_CHANGE = re.compile(
    (
        r"\b(?:ris|rose|fall|fell|drop|lower|rais|increas|decreas|cut|"
        r"climb|grew|grow|down|up|went|go)\w*\b[^.;]{0,60}\bfrom\s+$"
    ),
    re.IGNORECASE,
)

_BEFORE: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?:^|\W)(?P<q>{words})\s+[\"“'‘]?$", re.IGNORECASE))
    for name, words in (
        (
            "at least",
            (
                "at least|at the very least|no fewer than|not fewer "
                "than|no less than|not less than|a minimum of|minimum of"
            ),
        ),
        ("up to", "up to|at most|at the most|no more than|not more than|a maximum of|maximum of|as many as"),
        (
            "more than",
            (
                r"more than|over|above|upwards? of|in excess of|exceed(?:ed|s|ing)?|"
                r"surpass(?:ed|es|ing)?|topp(?:ed|ing)|beyond|well over|just over"
            ),
        ),
        ("fewer than", "fewer than|less than|under|below|not even|short of"),
        (
            "about",
            (
                r"about|around|some|nearly|almost|roughly|approximately|"
                r"approx\.?|circa|ca\.?|close to|near to|nearer|an estimated|"
                "estimated|approaching|in the region of|or so"
            ),
        ),
    )
)
_AFTER: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("at least", re.compile(r"^(?:\s+or more\b|\s+at (?:the )?least\b|\s+as a minimum\b|\+|-plus\b)", re.IGNORECASE)),
    ("up to", re.compile(r"^\s+(?:at (?:the )?most\b|or fewer\b|or less\b)", re.IGNORECASE)),
    ("about", re.compile(r"^(?:\s+or so\b|-odd\b)", re.IGNORECASE)),
)
_PARTITIVE_OVER = re.compile(r"\b(?:take|took|handed|hand|voted|fell|turn(?:ed)?)\s+over\s+$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A figure as the text writes it."""

    span: Span
    """The figure with its qualifier."""
    core: Span
    """The figure alone."""
    low: int | None
    high: int | None
    qualifier: str | None
    """As ``Quantity.qualifier``."""
    vague: bool = False
    """Whether it is a word such as ``dozens``."""
    whole: bool = True
    """False where the text gives a fraction, as in 7.1, which counts nothing."""
    written: str = ""
    """The figure alone, in lower case."""


def value_of(words: str) -> Decimal | None:
    """Return the number that digits or number words stand for; None where they make none."""
    total, part, seen = Decimal(0), Decimal(0), False
    for word in re.findall(r"[a-z]+|[\d.,\s\u00a0\u202f]*\d", words.lower()):
        if word in {"a", "an", "and", "half"}:
            continue
        digits = re.sub(r"[,\s]", "", word)
        if digits[:1].isdigit():
            part, seen = part + Decimal(digits), True
        elif word in ONES or word in TENS:
            part, seen = part + (ONES.get(word) or TENS[word]), True
        elif word in _SCALES:
            scale = _SCALES[word]
            part = (part if part or seen else Decimal(1)) * scale
            seen = True
            if scale >= 1000:
                total, part = total + part, Decimal(0)
    if not seen:
        return None
    value = total + part
    return value / 2 if words.lower().startswith("half a") else value


def find_numerals(text: str, span: Span) -> tuple[Numeral, ...]:
    """Return the figures inside a span in order, ranges joined and qualifiers read.

    Args:
        text: the document's text.
        span: where to look; a qualifier must lie inside it too.
    """
    piece = span.of(text)
    cores = _cores(piece)
    found: list[Numeral] = []
    index = 0
    while index < len(cores):
        joined = _range_at(piece, cores, index)
        if joined is not None:
            found.append(joined)
            index += 2
            continue
        found.append(_single(piece, cores[index]))
        index += 1
    return tuple(_shifted(numeral, span.start) for numeral in found)


def _cores(piece: str) -> list[tuple[int, int]]:
    vague = [match.span() for match in _VAGUE.finditer(piece)]
    plain = [
        match.span()
        for match in _NUMERAL.finditer(piece)
        if not any(start < match.end() and match.start() < end for start, end in vague)
        and (match.end() == len(piece) or not piece[match.end()].isalpha())
    ]
    return sorted(vague + plain)


def _range_at(piece: str, cores: list[tuple[int, int]], index: int) -> Numeral | None:
    if index + 1 >= len(cores):
        return None
    (start, middle), (after, end) = cores[index], cores[index + 1]
    glue = piece[middle:after]
    if not _GLUE.match(glue):
        return None
    opened = _BETWEEN.search(piece[:start])
    if glue.strip().lower() == "and" and not (opened and opened.group().lower().startswith("between")):
        return None
    if _CHANGE.search(piece[:start]):
        return None
    low, high = value_of(piece[start:middle]), value_of(piece[after:end])
    if low is None or high is None:
        return None
    low = _scaled(piece[start:middle], piece[after:end], low, high)
    if not low < high or low != int(low) or high != int(high) or (glue.strip().lower() == "or" and high > 10 * low):
        return None
    begin = opened.start() if opened else start
    return Numeral(Span(begin, end), Span(start, end), int(low), int(high), None, written=piece[start:end].lower())


def _scaled(first: str, second: str, low: Decimal, high: Decimal) -> Decimal:
    """Carry the scale of ``two to three hundred`` back to the first figure."""
    scale = re.search(rf"\b({_SCALE})$", second.lower())
    if scale and not re.search(_SCALE, first.lower()) and low * _SCALES[scale.group(1)] <= high:
        return low * _SCALES[scale.group(1)]
    return low


def _single(piece: str, core: tuple[int, int]) -> Numeral:
    start, end = core
    written = piece[start:end].lower()
    vague = _VAGUE.match(piece, start)
    if vague:
        return _vague(vague, start, end, written)
    value = value_of(written)
    whole = value is not None and value == int(value)
    number = int(value) if value is not None else 0
    qualifier, begin, finish = _qualifier(piece, start, end)
    low: int | None = number
    high: int | None = number
    if qualifier in {"at least", "more than"}:
        high = None
    elif qualifier in {"up to", "fewer than"}:
        low = None
    return Numeral(Span(begin, finish), Span(start, end), low, high, qualifier, whole=whole, written=written)


def _vague(match: re.Match[str], start: int, end: int, written: str) -> Numeral:
    if match["word"]:
        low, name = _VAGUE_LOWS[match["word"].lower()], match["word"].lower()
    else:
        name, count = written, 2 if "couple" in match["some"].lower() else 3
        scales = [_SCALES[word.rstrip("s")] for word in match["of"].lower().split()]
        low = 24 if scales == [12] else count * prod(scales)
    return Numeral(Span(start, end), Span(start, end), low, None, name, vague=True, written=written)


def _qualifier(piece: str, start: int, end: int) -> tuple[str | None, int, int]:
    before = piece[max(0, start - 30) : start]
    base = max(0, start - 30)
    for name, pattern in _BEFORE:
        match = pattern.search(before)
        if match and not (name == "more than" and _PARTITIVE_OVER.search(before)):
            return name, base + match.start("q"), end
    after = piece[end : end + 20]
    for name, pattern in _AFTER:
        match = pattern.match(after)
        if match:
            return name, start, end + match.end()
    return None, start, end


def _shifted(numeral: Numeral, by: int) -> Numeral:
    return replace(numeral, span=numeral.span.shifted(by), core=numeral.core.shifted(by))
