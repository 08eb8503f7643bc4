"""Work out the days that a matched time expression means; one function for each way of writing."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.claims import days_words as words
from reportedly.claims.days_words import Direction
from reportedly.model.days import Days


@dataclass(frozen=True, slots=True)
class Moment:
    """What an expression is worked out against."""

    published: date | None
    direction: Direction
    anchor: Days | None
    """The days that the text speaks of at this place, for ``the next day`` and ``two days earlier``."""


Worker = Callable[[re.Match[str], Moment], Days | None]


def _number(word: str) -> int:
    low = word.lower()
    return int(low) if low.isdigit() else words.SMALL_NUMBERS[low]


def _month(word: str) -> int:
    return words.MONTHS[word.rstrip(".").lower()]


def _day(word: str) -> int:
    return int(re.sub(r"\D", "", word))


def _on(day: date | None) -> Days | None:
    return None if day is None else Days.on(day)


def _dated(day: str, month: str, year: str | None, weekday: str | None, moment: Moment) -> date | None:
    if year:
        try:
            return date(int(year), _month(month), _day(day))
        except ValueError:
            return None
    if moment.published is None:
        return None
    known = words.WEEKDAYS[weekday.lower()] if weekday else None
    return words.day_without_year(_month(month), _day(day), moment.published, moment.direction, known)


def iso_days(match: re.Match[str], _: Moment) -> Days | None:
    """Work out ``2024-12-14``."""
    try:
        return Days.on(date.fromisoformat(match.group()))
    except ValueError:
        return None


def date_days(match: re.Match[str], moment: Moment) -> Days | None:
    """Work out ``Saturday, December 14, 2024`` and ``14 December``."""
    part = match.groupdict()
    return _on(_dated(part["d"], part["m"], part["y"], part["w"], moment))


def date_range_days(match: re.Match[str], moment: Moment) -> Days | None:
    """Work out ``December 13-14`` and ``June 28 to July 2``."""
    part = match.groupdict()
    second_month = part.get("m2") or part["m"]
    first_month = part["m"] if part.get("m2") else second_month
    last = _dated(part["d2"], second_month, part["y"], None, moment)
    first = _dated(part["d"], first_month, part["y"], None, moment)
    if first is None or last is None:
        return None
    if first > last:
        first = words.add_years(first, -1)
    return Days(first, last)


def month_of_days(match: re.Match[str], moment: Moment) -> Days | None:
    """Work out ``early October`` as the whole month and ``the end of June`` as its last day."""
    part = match.groupdict()
    month = _month(part["m"])
    if part["y"]:
        days = words.month_days(int(part["y"]), month)
    elif moment.published is None:
        return None
    elif "last year" in (part["turn"] or "").lower():
        days = words.month_days(moment.published.year - 1, month)
    elif "next year" in (part["turn"] or "").lower():
        days = words.month_days(moment.published.year + 1, month)
    else:
        turn = (part["pre"] or "").lower()
        ahead = turn.startswith("next")
        if turn == "last" and month == moment.published.month:
            return words.month_days(moment.published.year - 1, month)
        days = words.month_without_year(month, moment.published, Direction.AHEAD if ahead else moment.direction)
    return Days.on(days.last) if "end of" in (part["pre"] or "").lower() else days


def month_range_days(match: re.Match[str], moment: Moment) -> Days | None:
    """Work out ``between January 2016 and December 2019``."""
    part = match.groupdict()
    if part["y"]:
        last = words.month_days(int(part["y"]), _month(part["m2"]))
    elif moment.published is None:
        return None
    else:
        last = words.month_without_year(_month(part["m2"]), moment.published, moment.direction)
    first = words.month_days(int(part["y1"] or last.first.year), _month(part["m"]))
    if first.first > last.last:
        first = words.month_days(last.first.year - 1, _month(part["m"]))
    return Days(first.first, last.last)


def month_part_days(match: re.Match[str], moment: Moment) -> Days | None:
    """Work out ``the first week of January`` and ``the second half of May``."""
    if match["y"]:
        days = words.month_days(int(match["y"]), _month(match["m"]))
    elif moment.published is None:
        return None
    else:
        days = words.month_without_year(_month(match["m"]), moment.published, moment.direction)
    size = {"week": 7, "half": 15, "third": 10}[match["unit"]]
    if match["part"] == "last":
        return Days(max(days.first, days.last - timedelta(days=size - 1)), days.last)
    start = days.first + timedelta(days=size * ("first", "second", "third").index(match["part"]))
    end = days.last if match["unit"] == "half" and match["part"] == "second" else start + timedelta(days=size - 1)
    return Days(start, min(end, days.last))


_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}


def season_days(match: re.Match[str], _: Moment) -> Days | None:
    """Work out a season by whole months of the northern hemisphere, as weather services count."""
    year, month = int(match["y"]), _SEASONS[match["s"].lower()]
    last = words.month_days(year + (month + 2) // 13, (month + 1) % 12 + 1)
    return Days(date(year, month, 1), last.last)


def weekday_days(match: re.Match[str], moment: Moment) -> Days | None:
    """Work out a weekday: the nearest on or before publication, or ahead where the content looks ahead."""
    if moment.published is None:
        return None
    number = words.WEEKDAYS[match["w"].lower()]
    turn = (match["turn"] or "").lower()
    ahead = turn in {"next", "coming"} or (turn != "last" and moment.direction is Direction.AHEAD)
    day = words.nearest_weekday(number, moment.published, Direction.AHEAD if ahead else Direction.BACK)
    if turn in {"next", "last"} and day == moment.published:
        day += timedelta(days=7 if turn == "next" else -7)
    return Days.on(day)


def weekday_range_days(match: re.Match[str], moment: Moment) -> Days | None:
    """Work out ``Friday to Sunday``."""
    if moment.published is None:
        return None
    last = words.nearest_weekday(words.WEEKDAYS[match["w2"].lower()], moment.published, moment.direction)
    back = (last.weekday() - words.WEEKDAYS[match["w"].lower()]) % 7
    return Days(last - timedelta(days=back), last)


_NEAR = {"yesterday": -1, "tomorrow": 1, "last night": -1, "previous night": -1}


def near_days(match: re.Match[str], moment: Moment) -> Days | None:
    """Work out ``yesterday``, ``today``, ``last night``, ``now``."""
    if moment.published is None:
        return None
    low = match.group().lower()
    shift = next((days for word, days in _NEAR.items() if word in low), 0)
    if low.startswith("the day before"):
        shift -= 1
    return Days.on(moment.published + timedelta(days=shift))


def overnight_days(_: re.Match[str], moment: Moment) -> Days | None:
    """Work out ``overnight`` as the night that ended on the day of publication."""
    if moment.published is None:
        return None
    return Days(moment.published - timedelta(days=1), moment.published)


def weekend_days(match: re.Match[str], moment: Moment) -> Days | None:
    """Work out ``at the weekend`` and ``this weekend``."""
    if moment.published is None:
        return None
    turn = (match["turn"] or "").lower()
    monday = words.week_days(moment.published).first
    if turn == "next" or (turn != "last" and moment.direction is Direction.AHEAD):
        saturday = monday + timedelta(days=12 if turn == "next" and moment.published.weekday() > 4 else 5)
    elif moment.published.weekday() >= 5 and turn != "last":
        return Days(monday + timedelta(days=5), monday + timedelta(days=6) if turn == "this" else moment.published)
    else:
        saturday = monday - timedelta(days=2)
    return Days(saturday, saturday + timedelta(days=1))


def turned_days(match: re.Match[str], moment: Moment) -> Days | None:
    """Work out ``last week`` as Monday to Sunday of the week before; months and years alike."""
    if moment.published is None:
        return None
    turn, unit = match["turn"].lower(), match["unit"].lower()
    shift = {"last": -1, "next": 1}.get(turn, 0)
    if unit == "week":
        return words.week_days(moment.published + timedelta(days=7 * shift))
    if unit == "month":
        days = words.shift_month(moment.published, shift)
        return Days.on(days.last) if match["end"] else days
    days = words.year_days(moment.published.year + shift)
    return Days.on(days.last) if match["end"] else days


def past_stretch_days(match: re.Match[str], moment: Moment) -> Days | None:
    """Work out ``over the past two days``: from so many units before publication up to it."""
    if moment.published is None:
        return None
    count = _number(match["n"]) if match["n"] else 1
    return Days(_shifted(moment.published, -count, match["unit"]), moment.published)


def _shifted(day: date, count: int, unit: str) -> date:
    low = unit.lower()
    if low.startswith("hour"):
        return day + timedelta(days=round(count / 24) if abs(count) >= 12 else 0)
    if low.startswith(("day", "night")):
        return day + timedelta(days=count)
    if low.startswith("week"):
        return day + timedelta(weeks=count)
    return words.add_months(day, count) if low.startswith("month") else words.add_years(day, count)


def _blurred(day: date, unit: str) -> Days:
    """Return the days that a shift by this unit leaves open: a month for months, a year for years."""
    low = unit.lower()
    if low.startswith("month"):
        return words.shift_month(day, 0)
    return words.year_days(day.year) if low.startswith("year") else Days.on(day)


def ago_days(match: re.Match[str], moment: Moment) -> Days | None:
    """Work out ``three days ago``."""
    if moment.published is None:
        return None
    count = _number(match["n"])
    return _blurred(_shifted(moment.published, -count, match["unit"]), match["unit"])


def from_anchor_days(match: re.Match[str], moment: Moment) -> Days | None:
    """Work out ``two days earlier`` from the days that the text speaks of."""
    if moment.anchor is None or moment.anchor.length > 7:
        return None
    later = match["way"].lower() in {"later", "after", "afterwards"}
    unit, count = match["unit"], _number(match["n"])
    if unit.lower().startswith("hour") and count < 24:
        return moment.anchor
    base = moment.anchor.last if later else moment.anchor.first
    return _blurred(_shifted(base, count if later else -count, unit), unit)


def day_beside_days(match: re.Match[str], moment: Moment) -> Days | None:
    """Work out ``the next day`` from the days that the text speaks of."""
    if moment.anchor is None or moment.anchor.length > 7:
        return None
    low = match.group().lower()
    if "same" in low or "that" in low:
        return moment.anchor
    later = "next" in low or "following" in low or "after" in low
    base = moment.anchor.last if later else moment.anchor.first
    return Days.on(base + timedelta(days=1 if later else -1))


def week_beside_days(match: re.Match[str], moment: Moment) -> Days | None:
    """Work out ``the previous week`` from the days that the text speaks of."""
    if moment.anchor is None or moment.anchor.length > 31:
        return None
    later = any(word in match.group().lower() for word in ("following", "after", "later"))
    if later:
        return Days(moment.anchor.last + timedelta(days=1), moment.anchor.last + timedelta(days=7))
    return Days(moment.anchor.first - timedelta(days=7), moment.anchor.first - timedelta(days=1))


def year_days(match: re.Match[str], _: Moment) -> Days | None:
    """Work out ``in 2014``."""
    days = words.year_days(int(match["y"]))
    return Days.on(days.last) if "end of" in match.group().lower() else days


def year_range_days(match: re.Match[str], _: Moment) -> Days | None:
    """Work out ``from 2014 to 2016``."""
    first, last = int(match["y"]), int(match["y2"])
    if last < 100:
        last += first // 100 * 100
    return Days(date(first, 1, 1), date(last, 12, 31)) if first <= last else None


def decade_days(match: re.Match[str], _: Moment) -> Days | None:
    """Work out ``the 1990s``."""
    start = int(match["y"])
    return Days(date(start, 1, 1), date(start + 9, 12, 31))


_HOLIDAYS = {
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "christmas": (12, 25),
    "new year": (1, 1),
}


def holiday_days(match: re.Match[str], moment: Moment) -> Days | None:
    """Work out holidays that fall on one day of every year."""
    if moment.published is None:
        return None
    month, day = _HOLIDAYS[match.group().lower().replace("’", "'")]
    return _on(words.day_without_year(month, day, moment.published, moment.direction))


def european_range_days(match: re.Match[str], moment: Moment) -> Days | None:
    """Work out ``13-14 December`` and ``28 June to 2 July``."""
    part = match.groupdict()
    last = _dated(part["d2"], part["m2"], part["y"], None, moment)
    first = _dated(part["d"], part["m"] or part["m2"], part["y"], None, moment)
    if first is None or last is None:
        return None
    return Days(words.add_years(first, -1) if first > last else first, last)
