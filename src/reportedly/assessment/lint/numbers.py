"""Read the probability that stands beside a likelihood word, and say whether it fits the word's row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.assessment.lint.sentences import Sentence
from reportedly.assessment.lint.vocabulary import Family, Use

_ONE = r"(?P<{0}>\d+(?:\.\d+)?|\.\d+)"
_PER_CENT = r"(?:%|per ?cent\b|percent\b|pct\b)"
_DASH = r"(?:-|–|—|to|and)"
_ABOUT = r"(?:about|around|roughly|approximately|some|probability(?: of)?|p\s*=|≈|~|between|circa|ca\.?|at|i\.e\.,?)"
_RANGE = (
    rf"(?:{_ABOUT}\s*)*(?P<bound>>|≥|<|≤|over |more than |above |at least |less than |under |below |up to )?\s*"
    rf"{_ONE.format('low')}\s*{_PER_CENT}?(?:\s*{_DASH}\s*{_ONE.format('high')})?\s*(?P<sign>{_PER_CENT})?"
)
_BESIDE = re.compile(rf"(?i)\s*[(\[]\s*{_RANGE}(?:\s*(?:chance|probability|likelihood))?\s*[)\],;]")
_CHANCE = re.compile(
    rf"(?i)\b{_RANGE}\s*(?:chance|probability|likelihood|odds)\b"
    rf"|\b(?:probability|chance|likelihood|odds)\b(?:\s+[\w-]+){{0,5}}?\s+(?:of|is|at|as)\s+"
    + _RANGE.replace("<low>", "<low2>")
    .replace("<high>", "<high2>")
    .replace("<bound>", "<bound2>")
    .replace("<sign>", "<sign2>")
)
_ODDS = re.compile(
    r"(?i)\b(?:one|two|three|four|nine|\d+)[- ](?:in|out of)[- ](?:two|three|four|five"
    r"|six|ten|\d+) (?:chance|probability|likelihood)\b"
)
_AT_END = re.compile(rf"(?i)[(\[]\s*{_RANGE}\s*[)\]]\W*$")
_GRID = 5
"""A range at the end of a sentence is taken for a probability where both ends are whole fives."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A probability that a text gives."""

    low: float
    high: float
    start: int
    end: int

    @property
    def text(self) -> str:
        """The number as it would be printed."""
        low, high = round(self.low * 100, 1), round(self.high * 100, 1)
        return f"{low:g} %" if low == high else f"{low:g}-{high:g} %"


def stated(use: Use, alone: bool) -> Stated | None:
    """Return the probability that belongs to a likelihood word, or None.

    Args:
        use: the word.
        alone: whether it is the only likelihood word of its sentence; a number elsewhere in it is then the word's.
    """
    sentence = use.sentence
    beside = _BESIDE.match(sentence.text, use.end - sentence.start)
    if beside:
        return _number(beside, sentence, "")
    if not alone:
        return None
    chance = _CHANCE.search(sentence.text)
    if chance:
        return _number(chance, sentence, "" if chance["low"] else "2")
    last = _AT_END.search(sentence.text, use.end - sentence.start)
    found = _number(last, sentence, "") if last else None
    whole = (
        found and found.low < found.high and all(round(end * 100, 3) % _GRID == 0 for end in (found.low, found.high))
    )
    return found if whole else None


def gives_number(sentence: Sentence) -> bool:
    """Return whether a sentence gives a probability as a number."""
    return bool(_CHANCE.search(sentence.text) or _ODDS.search(sentence.text))


def fits(number: Stated, use: Use, family: Family, others: Sequence[Family]) -> bool:
    """Return whether a probability fits its word.

    It does where it lies in the word's row, or is the very row of the word on another scale.
    """
    band = family.words[use.word]
    if _inside(number, band.low, band.high):
        return True
    if number.high == 1 and number.low < 1:  # a bound from below: it has to lie inside of the row, not at its top
        return band.low <= number.low < band.high
    if number.low == 0 and number.high > 0:
        return band.low < number.high <= band.high
    rows = [one.words[use.word] for one in others if use.word in one.words]
    return any(abs(row.low - number.low) < 1e-6 and abs(row.high - number.high) < 1e-6 for row in rows)


def _inside(number: Stated, low: float, high: float) -> bool:
    return low - 1e-6 <= number.low and number.high <= high + 1e-6


def _number(match: re.Match[str], sentence: Sentence, name: str) -> Stated | None:
    low, sign, bound = match[f"low{name}"], match[f"sign{name}"], (match[f"bound{name}"] or "").strip().lower()
    first, last = float(low), float(match[f"high{name}"] or low)
    percent = bool(sign) or "%" in match.group() or "cent" in match.group()
    if not percent and max(first, last) > 1:
        return None
    scale = 100 if percent else 1
    first, last = first / scale, last / scale
    if max(first, last) > 1 or first > last:
        return None
    place = (sentence.start + match.start(), sentence.start + match.end())
    if bound in {">", "≥", "over", "more than", "above", "at least"}:
        return Stated(first, 1.0, *place)
    return Stated(0.0 if bound else first, last, *place)
