"""Read a forecast that a person enters: a text with a probability or a range, a word for it, and a day."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date

from reportedly.assessment.predictions import quantity_words
from reportedly.model.claim import Measure
from reportedly.model.days import Days
from reportedly.model.errors import SettingsError
from reportedly.model.forecast import STATED_NUMBER, Horizon, HorizonBasis
from reportedly.model.prediction import (
    Chance,
    Expected,
    Maker,
    Prediction,
    PredictionKind,
    Voice,
    evidence_digest,
)
from reportedly.model.yardstick import Band, Yardstick

_NUMBER = r"(\d{1,15}(?:\.\d{1,15})?|\.\d{1,15})"
_PAIR = re.compile(rf"\A\s*{_NUMBER}\s?(%?)(?:\s?(?:-|–|to)?\s?{_NUMBER}\s?(%?))?\s*\Z")
_COUNT = r"(\d[\d,]{0,20}(?:\.\d{1,15})?|\.\d{1,15})"
_RANGE = re.compile(rf"\A\s*{_COUNT}\s?(?:-|–|to)\s?{_COUNT}\s*\Z")


@dataclass(frozen=True, slots=True)
class Entered:
    """What a person gave."""

    text: str
    by: str
    made_on: date
    probability: str = ""
    """``.6``, ``60 %``, ``.6-.8``; empty where only a word was given."""
    word: str = ""
    by_day: date | None = None
    condition: str = ""
    measure: str = ""
    """What is counted; empty for a proposition."""
    range90: str = ""
    range50: str = ""
    best: float | None = None
    """None = the geometric middle of the range on 1 + x."""


def prediction_of(entered: Entered, yardstick: Yardstick) -> Prediction:
    """Return the prediction that a person's words make.

    Args:
        entered: what was given.
        yardstick: the table on which the word is read.

    Raises:
        SettingsError: E253, where text, probability, word or range cannot be used or are missing.
    """
    if not entered.text.strip():
        raise _unusable("it does not say what is predicted", "--text", "say it in a sentence")
    quantity = bool(entered.measure or entered.range90)
    if quantity and (entered.probability or entered.word):
        raise _unusable("a quantity has ranges, no probability", entered.text, "give either the one or the other")
    expected = _expected(entered) if quantity else None
    if entered.by_day is not None and entered.by_day < entered.made_on:
        raise _unusable("it ends before it was made", str(entered.by_day), "give a later --by-day")
    days = Days(entered.made_on, entered.by_day) if entered.by_day else None
    return Prediction(
        id="",
        kind=PredictionKind.QUANTITY if quantity else PredictionKind.PROPOSITION,
        maker=Maker(entered.by.strip(), Voice.PERSON),
        text=f"{entered.text} ({quantity_words(expected)})" if expected else entered.text,
        claim_ids=(),
        chance=None if quantity else _chance(entered, yardstick),
        expected=expected,
        horizon=Horizon(days, HorizonBasis.STATED if days else HorizonBasis.OPEN),
        condition=entered.condition,
        made_on=entered.made_on,
        evidence_digest=evidence_digest({}),
    ).identified()


def _chance(entered: Entered, yardstick: Yardstick) -> Chance:
    band = _band(entered.word, yardstick) if entered.word else None
    if not entered.probability:
        if band is None:
            raise _unusable("neither probability nor word", entered.text, "give --probability .7 or --word likely")
        return Chance((band.low + band.high) / 2, band.low, band.high, entered.word, yardstick.name)
    low, high = _probabilities(entered.probability)
    if band is None:
        return Chance((low + high) / 2, low, high, "", STATED_NUMBER)
    if not band.low <= (low + high) / 2 <= band.high:
        what = f"“{entered.word}” is {band.low:g} to {band.high:g} on {yardstick.name}, not {(low + high) / 2:g}"
        raise _unusable(what, entered.text, "let word and number agree, or choose another --yardstick")
    return Chance((low + high) / 2, band.low, band.high, entered.word, yardstick.name)


def _band(word: str, yardstick: Yardstick) -> Band:
    folded = " ".join(word.casefold().split())
    for band in yardstick.bands:
        if folded in {one.casefold() for one in band.words}:
            return band
    known = ", ".join(band.words[0] for band in yardstick.bands)
    raise _unusable(f"{yardstick.name} has no such word", word, f"take one of {known}")


def _probabilities(words: str) -> tuple[float, float]:
    """Return the ends of a probability as it was given: ``.6``, ``60 %``, ``.6-.8``, ``60-80 %``."""
    found = _PAIR.match(words)
    if found is None:
        raise _unusable("this is no probability", words, "give .7, 70 % or .6-.8")
    per = 100 if found[2] or found[4] else 1
    low = float(found[1]) / per
    high = float(found[3]) / per if found[3] else low
    if not 0 <= low <= high <= 1:
        raise _unusable("a probability lies between 0 and 1, the lower one first", words, "give .7, 70 % or .6-.8")
    return low, high


def _expected(entered: Entered) -> Expected:
    if not entered.range90:
        raise _unusable("a quantity needs its 90 % range", entered.text, "give --range90 100-300")
    low, high = _ends(entered.range90)
    best = math.expm1((math.log1p(low) + math.log1p(high)) / 2) if entered.best is None else float(entered.best)
    half = _ends(entered.range50) if entered.range50 else (None, None)
    inner = (best,) if half[0] is None or half[1] is None else (half[0], best, half[1])
    if list(inner) != sorted(inner) or inner[0] < low or inner[-1] > high:
        raise _unusable("the ranges do not lie in one another", entered.text, "90 % outside, 50 % inside, best within")
    try:
        measure = Measure(entered.measure or Measure.OTHER)
    except ValueError as error:
        raise _unusable("no such measure", entered.measure, f"take one of {', '.join(Measure)}") from error
    return Expected(measure, "", None, best, low, high, *half)


def _ends(words: str) -> tuple[float, float]:
    found = _RANGE.match(words)
    if found is None:
        raise _unusable("this is no range", words, "give two numbers from 0, such as 100-300")
    low, high = (float(end.replace(",", "")) for end in found.groups())
    if low > high:
        raise _unusable("the range ends below its beginning", words, "give the lower number first")
    return low, high


def _unusable(what: str, where: str, advice: str) -> SettingsError:
    return SettingsError("E253", what, where, advice)
