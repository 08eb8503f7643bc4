"""Read what a claim of kind forecast predicts: probability, horizon, condition and negation."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib import resources
from typing import Any

from reportedly.claims.content import Content
from reportedly.claims.hedges import TABLE_NAME
from reportedly.claims.tree import negated
from reportedly.model.certainty import Certainty
from reportedly.model.days import Days
from reportedly.model.forecast import STATED_NUMBER, Forecast, Horizon, HorizonBasis
from reportedly.model.span import Span

_MARKERS = re.compile(
    r"\b(?:will|won't|shall|would|(?:is|are|was|were) (?:not )?(?:going|set|due|bound|about|likely|unlikely|poised|"
    r"expected|forecast|predicted|projected) to|expect(?:s|ed)?|could|may|might|forecasts?|predict(?:s|ed|ion)?|"
    r"project(?:s|ed|ion))\b|'ll\b"
)
_NUMBER = re.compile(
    r"\b(?P<low>\d{1,2}(?:\.\d+)?)(?: ?(?:-|–|to) ?(?P<high>\d{1,2}(?:\.\d+)?))?(?: ?%| per ?cent)"
    r"(?= (?:chance|probability|likelihood|risk)\b)|\b(?:chance|probability|likelihood|risk)\b[^.;,]{0,40}? "
    r"(?P<after>\d{1,2}(?:\.\d+)?)(?: ?%| per ?cent)"
)
_ANNOUNCES = re.compile(r"^ (?:chance|probability|likelihood|risk) (?:that )?$")
_CONDITIONS = frozenset({"if", "unless", "provided", "should", "assuming"})
_END = re.compile(
    r"\b(?:by|before|until|till) (?:the )?end of (?:the |this )?(?P<unit>week|month|year)|\bby year-end\b"
)


@dataclass(frozen=True, slots=True)
class Width:
    """A named width of horizon words that have no end of their own."""

    name: str
    words: re.Pattern[str]
    first: int
    """Days from the saying to the first day of the horizon."""
    last: int


@cache
def widths() -> tuple[Width, ...]:
    """Return the widths of ``data/times/horizons.json`` in the order of the file; the first that fits counts."""
    text = resources.files("reportedly").joinpath("data", "times", "horizons.json").read_text("utf-8")
    rows = json.loads(text)["policies"]
    return tuple(
        Width(row["name"], re.compile(rf"\b(?:{row['words']})\b"), int(row["first"]), int(row["last"])) for row in rows
    )


def read_forecast(content: Content, certainty: Certainty | None, when: Days | None, said: date | None) -> Forecast:
    """Return what a content predicts.

    Args:
        content: the content of a claim of kind forecast.
        certainty: the claim's hedge.
        when: the days that the claim's own words give.
        said: the day of saying, or else of publication, from which widths are counted; None where neither is known.
    """
    low, high, yardstick = _probability(content, certainty)
    return Forecast(
        low=low,
        high=high,
        yardstick=yardstick,
        negated=content.root is not None and _denies(content),
        horizon=_horizon(content, when, said),
        condition=_condition(content),
        words=tuple(content.local(*match.span()) for match in _MARKERS.finditer(content.lower)),
    )


def _probability(content: Content, certainty: Certainty | None) -> tuple[float | None, float | None, str]:
    stated = _NUMBER.search(content.lower) or _before(content)
    if stated is not None:
        low = float(stated["low"] or stated["after"]) / 100
        high = float(stated["high"]) / 100 if stated["high"] else low
        return min(low, high), max(low, high), STATED_NUMBER
    return (certainty.low, certainty.high, TABLE_NAME) if certainty else (None, None, "")


def _before(content: Content) -> re.Match[str] | None:
    """Find a probability that is told right before the content: ``a 30 percent chance that``."""
    frame = content.parse.text[content.sentence.span.start : content.span.start].lower()
    return next((one for one in _NUMBER.finditer(frame) if _ANNOUNCES.match(frame[one.end() :])), None)


def _denies(content: Content) -> bool:
    """Say whether the predicate is negated, through ``is not expected to`` as well; ``unlikely`` is no negation."""
    root: Any = content.root
    below = [one for one in root.children if one.dep_ == "xcomp" and root.lemma_ in {"be", "expect", "go"}]
    return negated(root) or any(negated(one) for one in below)


def _horizon(content: Content, when: Days | None, said: date | None) -> Horizon:
    if when is not None:
        begun = said is not None and when.first < said <= when.last
        return Horizon(Days(said, when.last) if said and begun else when, HorizonBasis.STATED)
    end = _END.search(content.lower)
    if end is not None:
        days = Days(said, _last_of(end["unit"] or "year", said)) if said else None
        return Horizon(days, HorizonBasis.POLICY, f"end of {end['unit'] or 'year'}", content.local(*end.span()))
    for width in widths():
        match = width.words.search(content.lower)
        if match is not None:
            days = _wide(width, said) if said else None
            return Horizon(days, HorizonBasis.POLICY, width.name, content.local(*match.span()))
    return Horizon(None, HorizonBasis.OPEN)


def _wide(width: Width, said: date) -> Days:
    return Days(said + timedelta(days=width.first), said + timedelta(days=width.last))


def _last_of(unit: str, day: date) -> date:
    if unit == "week":
        return day + timedelta(days=6 - day.weekday())
    following = date(day.year + 1, 1, 1)
    if unit == "month" and day.month < 12:
        following = date(day.year, day.month + 1, 1)
    return following - timedelta(days=1)


def _condition(content: Content) -> Span | None:
    for token in content.tokens:
        opens = token.lower_ in _CONDITIONS and token.dep_ in {"mark", "aux", "prep", "advcl"}
        if token.lower_ == "should" and not (opens and _inverted(token)):
            continue
        if opens:
            clause = token if token.dep_ in {"prep", "advcl"} else token.head
            words = [one for one in clause.subtree if one.i in content.places and one.i >= token.i]
            if words and clause != content.root:
                return content.span_of(_clipped(words))
    return None


def _inverted(modal: Any) -> bool:
    """``should the bridge fail``: the modal stands before its subject."""
    return any(one.dep_ in {"nsubj", "nsubjpass"} and one.i > modal.i for one in modal.head.children)


def _clipped(words: Sequence[Any]) -> Sequence[Any]:
    end = len(words)
    while end > 1 and words[end - 1].is_punct:
        end -= 1
    return words[:end]
