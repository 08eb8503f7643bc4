"""What a model answers when it is asked for claims: the form of the records, and nothing believed of them yet."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from reportedly.backend.wire import UnusableBody, json_of
from reportedly.model.claim import Basis, Kind, Measure, Polarity, Scope

MOST_CLAIMS = 500
"""Claims in one answer beyond which it is no coding of a passage."""
_LARGEST = 10**12
_THOUGHT = "</think>"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class UnusableAnswer(ValueError):
    """An answer that is not in the form that was asked for; says why."""


def _day(value: object) -> date:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        raise ValueError("no day of the form 2024-12-20")
    return date.fromisoformat(value)


Day = Annotated[date, BeforeValidator(_day)]
_Number = Annotated[int, Field(ge=0, le=_LARGEST)]
_Share = Annotated[float, Field(ge=0, le=1)]


class _Record(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)


class LinkRecord(_Record):
    """One source of a chain."""

    name: str
    mention: str | None = None
    cue: str | None = None


class HedgeRecord(_Record):
    """How surely a claim is put."""

    words: str
    low: _Share
    high: _Share


class TimeRecord(_Record):
    """The days of a claim."""

    words: str
    first: Day
    last: Day


class FigureRecord(_Record):
    """One count."""

    words: str
    measure: Annotated[Measure, Field(strict=False)]
    of: str | None = None
    low: _Number | None = None
    high: _Number | None = None
    qualifier: str | None = None
    scope: Annotated[Scope | None, Field(strict=False)] = None
    as_of: Day | None = None


class ClaimRecord(_Record):
    """One claim as a model gives it."""

    quote: str
    chain: Annotated[list[LinkRecord], Field(max_length=8)] = []
    kind: Annotated[Kind, Field(strict=False)]
    polarity: Annotated[Polarity, Field(strict=False)] = Polarity.AFFIRMED
    certainty: HedgeRecord | None = None
    when: TimeRecord | None = None
    where: Annotated[list[str], Field(max_length=30)] = []
    quantities: Annotated[list[FigureRecord], Field(max_length=30)] = []
    basis: Annotated[Basis | None, Field(strict=False)] = None


def record_of(value: object) -> ClaimRecord | None:
    """Return one claim's record; None where a field has no admissible value."""
    try:
        return ClaimRecord.model_validate(value)
    except ValidationError:
        return None


def claims_in(answer: str) -> list[Any]:
    """Return the claims of an answer, unchecked one by one.

    Raises:
        UnusableAnswer: where the answer holds no JSON object with a list of claims, or far too many.
    """
    claims = object_in(answer).get("claims")
    if not isinstance(claims, list):
        raise UnusableAnswer("no list of claims")
    if len(claims) > MOST_CLAIMS:
        raise UnusableAnswer(f"{len(claims)} claims in one passage")
    return claims


def object_in(answer: str) -> dict[str, Any]:
    """Return the JSON object that an answer holds, whatever stands around it: a fence, a sentence, thoughts.

    Raises:
        UnusableAnswer: where there is none.
    """
    said = answer.rpartition(_THOUGHT)[2]
    start, end = said.find("{"), said.rfind("}")
    if start < 0 or end < start:
        raise UnusableAnswer("no JSON object")
    try:
        found = json_of(said[start : end + 1])
    except UnusableBody as error:
        raise UnusableAnswer(str(error)) from error
    if not isinstance(found, dict):
        raise UnusableAnswer("no JSON object")
    return found


def quote_of(value: object) -> str:
    """Return the quote of a claim whose record may be broken, for the record of what was dropped."""
    quote = value.get("quote") if isinstance(value, dict) else None
    if isinstance(quote, str):
        return quote
    return json.dumps(value, ensure_ascii=False, default=str)
