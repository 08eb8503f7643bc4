"""Infer a publication day from the text itself: rather no day than a wrong one.

Three forms are trusted, all of them within the first lines:

* a line of its own with a weekday and a date that agree (``Friday, January 4, 2019``);
* a line that says so (``Published: 16 December 2024``);
* a wire's dateline (``ORRIN, 3 March 2025 -``; ``LIMA, 25 OCT 89 (EFE) --``; without a year only where the weekday and
  another full date of the text leave one year).

A weekday that does not fit its date, or two days that contradict each other, give no day and a recorded loss.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reportedly.model.document import DayBasis, Loss, Published
from reportedly.model.span import Span
from reportedly.read.codes import loss
from reportedly.read.publication import FIRST_YEAR, LAST_YEAR

HEAD_LINES = 5
"""Lines with words in which a line of its own or a labelled day is looked for."""
DATELINE_LINES = 3
"""Lines with words that may open with a dateline: a headline and a byline can stand before it."""
NEAR_DAYS = 45
"""How far from a dateline without a year the text's full date may lie that fixes the year."""
_PIVOT = 70
"""Two-digit years from here on are of the 1900s (POSIX ``strptime`` has 69)."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?P<weekday>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs?|ur)?(?:day)?\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year>\d{4}|\d{2})\b"
_FULL_YEAR = r"(?P<year>\d{4})\b"


def _forms(year: str) -> tuple[str, str]:
    """Return the patterns of a date, month first and day first, each with an optional weekday before it."""
    weekday = rf"(?:{_WEEKDAY},?\s+)?"
    return rf"{weekday}{_MONTH}\s+{_DAY}{year}", rf"{weekday}{_DAY}\s+(?:of\s+)?{_MONTH}{year}"


def _patterns(year: str, before: str = "", after: str = "") -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(f"{before}(?P<date>{form}){after}", re.IGNORECASE) for form in _forms(year))


_TIME = r"(?:[\s,|–-]+(?:at\s+)?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*(?:[A-Z]{2,5}|[+-]\d{2}:?\d{2}))?)?"
_ALONE = _patterns(rf",?\s+{_FULL_YEAR}", r"\s*", rf"{_TIME}[\s.|]*$")
_LABEL = r"\s*(?:first\s+)?(?:published|posted|publication date|date of publication)(?:\s+on)?\s*:?\s*"
_LABELLED = (
    *_patterns(rf",?\s+{_FULL_YEAR}", _LABEL, rf"{_TIME}[\s.|]*$"),
    re.compile(rf"{_LABEL}(?P<date>(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)){_TIME}[\s.|]*$", re.IGNORECASE),
    re.compile(rf"{_LABEL}(?P<date>(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>\d{{4}})){_TIME}[\s.|]*$", re.IGNORECASE),
)
_CAPITAL = r"(?-i:[^\W\d_a-z])[\w.'’-]*"
_JOINED = rf"(?:\s(?:{_CAPITAL}|(?-i:of|de|del|la|el|al|upon|sur|am|an|der)))"
_PLACE = rf"\s*(?P<place>{_CAPITAL}{_JOINED}{{0,3}}(?:\s\([^()\n]{{1,30}}\))?(?:,\s{_CAPITAL}{_JOINED}{{0,2}})??),\s+"
_NO_PLACE = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:on|in|at|by|since|after|before|until|till|from|for|as)\b",
    re.IGNORECASE,
)
"""Words that make what stands before a date the opening of a sentence, not a wire's place."""
_DASH = r"\s*(?:\([^()\n]{1,40}\)\s*)?(?:--|[-–—])(?=\s|$)"
_DATELINE = _patterns(rf",?\s+{_YEAR}", _PLACE, _DASH)
_YEARLESS = _patterns("", _PLACE, _DASH)
_ANYWHERE = _patterns(rf",?\s+{_FULL_YEAR}", r"\b")


@dataclass(frozen=True, slots=True)
class Inference:
    """The day that a text gives away, or why it does not."""

    published: Published | None = None
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class _Candidate:
    day: date
    span: Span
    detail: str


def infer_day(text: str) -> Inference:
    """Return the publication day that the text's first lines state.

    Args:
        text: the stored text; the span of the result points into it.
    """
    candidates: list[_Candidate] = []
    losses: list[Loss] = []
    for number, (start, line) in enumerate(_head(text)):
        found = _read_line(line, start, text, may_be_dateline=number < DATELINE_LINES)
        if isinstance(found, Loss):
            losses.append(found)
        elif found is not None:
            candidates.append(found)
    days = sorted({candidate.day for candidate in candidates})
    if len(days) > 1:
        losses.append(loss("L123", ", ".join(day.isoformat() for day in days)))
    if losses or not candidates:
        return Inference(losses=tuple(losses))
    first = candidates[0]
    return Inference(Published(first.day, DayBasis.INFERRED, first.detail, span=first.span))


def _head(text: str) -> Iterator[tuple[int, str]]:
    """Yield the first lines that hold words, each with its offset."""
    start = given = 0
    while given < HEAD_LINES and start < len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if text[start:end].strip():
            given += 1
            yield start, text[start:end]
        start = end + 1


def _read_line(line: str, start: int, text: str, *, may_be_dateline: bool) -> _Candidate | Loss | None:
    """Return the day that a line states, the loss where it contradicts itself, or None."""
    line = line[:200]
    for pattern in _ALONE:
        match = pattern.match(line)
        if match and match["weekday"]:
            return _settle(match, start, "weekday and date on a line of its own")
    for pattern in _LABELLED:
        if match := pattern.match(line):
            return _settle(match, start, "a line that names the day of publication")
    if not may_be_dateline:
        return None
    for pattern in _DATELINE:
        match = pattern.match(line)
        if match and not _NO_PLACE.search(match["place"]):
            return _settle(match, start, "dateline")
    for pattern in _YEARLESS:
        match = pattern.match(line)
        if match and match["weekday"] and not _NO_PLACE.search(match["place"]):
            return _settle_year(match, start, text)
    return None


def _settle(match: re.Match[str], start: int, rule: str) -> _Candidate | Loss | None:
    """Return the day of a full date, the loss where its weekday is another one, None where there is no such day."""
    year = match["year"]
    day = _day(_century(int(year)) if len(year) == 2 else int(year), match)
    if day is None:
        return None
    weekday = match.groupdict().get("weekday")
    words, span = match["date"], Span(start + match.start("date"), start + match.end("date"))
    if weekday and _WEEKDAYS.index(weekday[:3].lower()) != day.weekday():
        return loss("L122", f"{words!r} was a {day:%A}", f"characters {span.start} to {span.end}")
    notes = [rule, *(["weekday and date agree"] if weekday else []), *(["two-digit year"] if len(year) == 2 else [])]
    return _Candidate(day, span, "; ".join(notes))


def _settle_year(match: re.Match[str], start: int, text: str) -> _Candidate | None:
    """Return the day of a dateline without a year where its weekday and the text's full dates leave one year."""
    stated = [
        day for pattern in _ANYWHERE for other in pattern.finditer(text) if (day := _day(int(other["year"]), other))
    ]
    fitting: set[date] = set()
    for year in sorted({near + shift for near in {day.year for day in stated} for shift in (-1, 0, 1)}):
        day = _day(year, match)
        near = day is not None and any(abs((day - other).days) <= NEAR_DAYS for other in stated)
        if day is not None and near and day.weekday() == _WEEKDAYS.index(match["weekday"][:3].lower()):
            fitting.add(day)
    if len(fitting) != 1:
        return None
    span = Span(start + match.start("date"), start + match.end("date"))
    return _Candidate(fitting.pop(), span, "dateline; year from its weekday and a full date of the text")


def _century(year: int) -> int:
    return year + (1900 if year >= _PIVOT else 2000)


def _day(year: int, match: re.Match[str]) -> date | None:
    month = match["month"].lower()
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, number, int(match["day"]))
    except ValueError:
        return None
