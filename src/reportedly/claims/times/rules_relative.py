"""Rules for times told from the reference day, or from another time of the text."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from reportedly.claims.times.grammar import APPROXIMATE, DAY_PART, DAY_PARTS, FULL_MONTH, UNIT, WEEKDAY, singular
from reportedly.claims.times.numbers import COUNT, OPEN_COUNT, read_count
from reportedly.claims.times.relative import nearest, shifted_day, shifted_point, unit_beside
from reportedly.claims.times.rule import Clock, Point, Rule, Sense, Trigger, rule
from reportedly.claims.times.senses import duration_value, point_sense, season_sense, weekend_sense
from reportedly.claims.times.years import month_number, weekday_number
from reportedly.model.days import Days
from reportedly.model.times import AnchorKind, Direction, Granularity, TimeType

_PRESENT = Sense(TimeType.DATE, "PRESENT_REF", Granularity.VAGUE)


def at_part(sense: Sense, word: str | None) -> Sense:
    """Return a day narrowed to its morning, evening or night; the days stay the same."""
    code = DAY_PARTS.get((word or "").lower())
    if code is None:
        return sense
    return replace(sense, type=TimeType.TIME, granularity=Granularity.DAY_PART, value=f"{sense.value}T{code}")


def _weekday(match: re.Match[str], clock: Clock) -> Sense | None:
    turn = (match["turn"] or "").lower().split()
    day = nearest(weekday_number(match["w"]), clock, turn[-1] if turn else "")
    if day is None:
        open_day = f"XXXX-WXX-{weekday_number(match['w']) + 1}"
        return at_part(Sense(TimeType.DATE, open_day, Granularity.DAY), match["part"])
    return at_part(point_sense(Point.of(day), clock.base_kind), match["part"])


_SHIFTS = (
    ("day before yesterday", -2),
    ("day after tomorrow", 2),
    ("yesterday", -1),
    ("tomorrow", 1),
    ("last night", -1),
)


def _near_day(match: re.Match[str], clock: Clock) -> Sense | None:
    low = re.sub(r"\s+", " ", match.group().lower())
    if clock.narrative:
        return _PRESENT if low == "today" else None
    word = re.search(DAY_PART, low)
    part = "night" if "tonight" in low else word.group() if word else None
    if clock.reference is None:
        return at_part(Sense(TimeType.DATE, "XXXX-XX-XX", Granularity.DAY), part)
    shift = next((days for words, days in _SHIFTS if words in low), 0)
    day = clock.reference + timedelta(days=shift)
    return at_part(point_sense(Point.of(day), AnchorKind.REFERENCE), part)


def _overnight(_: re.Match[str], clock: Clock) -> Sense | None:
    """Read ``overnight`` as the night that ended on the reference day."""
    if clock.reference is None or clock.narrative:
        return None
    days = Days(clock.reference - timedelta(days=1), clock.reference)
    return Sense(
        TimeType.TIME, f"{days.first}TNI", Granularity.DAY_PART, days, days, Point.of(days.last), AnchorKind.REFERENCE
    )


def _turn(words: str) -> tuple[int, bool]:
    """Return the shift, and whether it is counted from the time of which the text spoke last."""
    low = re.sub(r"\s+", " ", words.lower())
    if low in {"this", "this coming", "the", "the current", "current"}:
        return 0, False
    if low in {"last", "next", "this past", "the coming", "the past"}:
        return (-1 if low in {"last", "this past", "the past"} else 1), False
    if "same" in low or "that" in low:
        return 0, True
    return (-1 if "previous" in low or "preceding" in low else 1), True


def _turned(match: re.Match[str], clock: Clock) -> Sense | None:
    """Read ``last week``, ``that year``, ``the end of next month``."""
    shift, spoken = _turn(match["turn"])
    base, kind = _base(clock, spoken)
    if base is None:
        return _open(singular(match["unit"]))
    sense = unit_beside(base, shift, singular(match["unit"]), kind)
    if sense is None or sense.interval is None or match["edge"] is None:
        return sense
    return replace(sense, interval=_edge(sense.interval, match["edge"].lower(), clock, sense.granularity))


def _open(unit: str) -> Sense:
    value = {"week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "year": "XXXX"}.get(unit, "XXXX")
    return Sense(TimeType.DATE, value, Granularity.STRETCH)


def _base(clock: Clock, spoken: bool) -> tuple[Point | None, AnchorKind]:
    if spoken and clock.running is not None:
        day = clock.day
        finer = Point.of(day.last) if clock.running.day is None and day and _holds(clock.running, day) else None
        return finer or clock.running, AnchorKind.TEXT
    return clock.base, clock.base_kind


def _holds(point: Point, days: Days) -> bool:
    whole = point.days
    return whole is not None and whole.first <= days.last <= whole.last


def _edge(days: Days, edge: str, clock: Clock, grain: Granularity) -> Days:
    reference = None if clock.narrative else clock.reference
    inside = reference is not None and days.first <= reference <= days.last
    if reference is not None and inside and re.match(r"earlier|so far", edge):
        return Days(days.first, reference)
    if reference is not None and inside and edge.startswith("later"):
        return Days(reference, days.last)
    if grain is not Granularity.MONTH or clock.narrative:
        return days
    if re.search(r"early|beginning|start", edge):
        return Days(days.first, days.first + timedelta(days=9))
    if re.search(r"late\b|end", edge):
        return Days(days.first + timedelta(days=20), days.last)
    return Days(days.first + timedelta(days=10), days.first + timedelta(days=19)) if "mid" in edge else days


def _turned_the(match: re.Match[str], clock: Clock) -> Sense | None:
    """Read ``the end of the year`` in the year of which the text spoke last; in news that of the reference day."""
    base = clock.running if clock.narrative and clock.running else clock.base
    if base is None:
        return None
    sense = unit_beside(base, 0, singular(match["unit"]), clock.base_kind)
    if sense is None or sense.interval is None:
        return sense
    return replace(sense, interval=_edge(sense.interval, match["edge"].lower(), clock, sense.granularity))


def _weekend(_: re.Match[str], clock: Clock) -> Sense | None:
    """Read ``at the weekend``: the running or last one, or the next where the text looks ahead."""
    if clock.reference is None or clock.narrative:
        return None
    saturday = clock.reference - timedelta(days=clock.reference.weekday() - 5)
    if clock.reference.weekday() < 5 and clock.direction is Direction.BACK:
        saturday -= timedelta(days=7)
    return weekend_sense(saturday, AnchorKind.REFERENCE)


def _turned_season(match: re.Match[str], clock: Clock) -> Sense | None:
    shift, spoken = _turn(match["turn"])
    base, kind = _base(clock, spoken)
    if base is None:
        return None
    name, year = match["s"].lower(), base.year
    month = base.month or 6
    begun = month >= {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}[name]
    if name == "winter" and month <= 2 and shift == 0:
        year -= 1
    elif shift == -1 and not (spoken or (not begun and name != "winter")):
        year -= 0 if begun and month >= 9 and name in {"spring", "summer"} else 1
    elif shift == -1:
        year -= 1
    elif shift == 1 and begun:
        year += 1
    return season_sense(name, year, kind)


def _turned_month(match: re.Match[str], clock: Clock) -> Sense | None:
    shift, spoken = _turn(match["turn"])
    base, kind = _base(clock, spoken)
    if base is None:
        return None
    month, current = month_number(match["m"]), base.month or 1
    year = base.year
    if shift == -1 and month >= current:
        year -= 1
    elif shift == 1 and month <= current:
        year += 1
    return point_sense(Point(year, month), kind)


def _ago(match: re.Match[str], clock: Clock) -> Sense | None:
    count, unit = read_count(match["n"]), singular(match["unit"])
    base = clock.base
    if count is None or base is None:
        return Sense(TimeType.DATE, "PAST_REF", Granularity.VAGUE)
    sense = shifted_point(base, -count, unit, clock.base_kind)
    return sense or Sense(TimeType.DATE, "PAST_REF", Granularity.VAGUE)


def _open_ago(_: re.Match[str], __: Clock) -> Sense | None:
    return Sense(TimeType.DATE, "PAST_REF", Granularity.VAGUE)


def _from_text(match: re.Match[str], clock: Clock) -> Sense | None:
    """Read ``two days earlier`` and ``a year later`` from the time of which the text spoke last."""
    count, unit = read_count(match["n"]), singular(match["unit"])
    later = match["way"].lower() in {"later", "after", "afterwards", "afterward", "on"}
    if count is None:
        return None
    base = Point.of(clock.day.last if later else clock.day.first) if clock.day else clock.running
    if unit in {"year", "decade", "month", "quarter"} and clock.running is not None:
        base = clock.running
    kind = AnchorKind.TEXT
    if base is None and clock.base is not None:
        base, kind = clock.base, clock.base_kind
    sense = None if base is None else shifted_point(base, count if later else -count, unit, kind)
    return sense or Sense(TimeType.DATE, "XXXX-XX-XX", Granularity.DAY)


def _open_from_text(match: re.Match[str], _: Clock) -> Sense | None:
    later = match["way"].lower() in {"later", "after", "afterwards"}
    return Sense(TimeType.DATE, "FUTURE_REF" if later else "PAST_REF", Granularity.VAGUE)


def _day_beside(match: re.Match[str], clock: Clock) -> Sense | None:
    """Read ``the next day``, ``that night``, ``the morning after``."""
    low = match.group().lower()
    word = re.search(DAY_PART, low)
    day, kind = clock.day, AnchorKind.TEXT
    if day is None and clock.reference is not None and not clock.narrative:
        day, kind = Days.on(clock.reference), AnchorKind.REFERENCE
    if day is None or (clock.running is not None and clock.running.year < 1):
        return at_part(Sense(TimeType.DATE, "XXXX-XX-XX", Granularity.DAY), word.group() if word else None)
    if re.search(r"\b(?:same|that|this)\b", low):
        found = day.last
    elif re.search(r"\b(?:next|following|after)\b", low):
        found = day.last + timedelta(days=1)
    else:
        found = day.first - timedelta(days=1)
    return at_part(point_sense(Point.of(found), kind), word.group() if word else None)


def _past_stretch(match: re.Match[str], clock: Clock) -> Sense | None:
    """Read ``the past 24 hours`` and ``the next two weeks`` as days that end or begin with the reference day."""
    count, unit = (read_count(match["n"]) if match["n"] else 1), singular(match["unit"])
    value = duration_value(count, unit)
    short = unit in {"hour", "day", "night", "week", "fortnight", "month", "minute"}
    kind = TimeType.DATE if short and not clock.narrative else TimeType.DURATION
    if clock.reference is None or clock.narrative or count is None:
        return Sense(kind, value, Granularity.STRETCH)
    ahead = re.search(r"next|coming|following", match["turn"].lower()) is not None
    other = shifted_point(Point.of(clock.reference), count if ahead else -count, unit, AnchorKind.REFERENCE)
    if other is None or other.interval is None:
        return Sense(kind, value, Granularity.STRETCH)
    far = shifted_day(clock.reference, count if ahead else -count, unit)
    if far is None:
        return Sense(kind, value, Granularity.STRETCH)
    days = Days(min(far, clock.reference), max(far, clock.reference))
    return Sense(kind, value, Granularity.STRETCH, days, days, None, AnchorKind.REFERENCE)


def _past_unit(match: re.Match[str], clock: Clock) -> Sense | None:
    if match["unit"].lower() != "weekend":
        return _past_stretch(match, clock)
    return _weekend(match, replace(clock, direction=Direction.BACK))


_EDGE = (
    r"(?:(?P<edge>(?:the\s+)?(?:very\s+)?(?:beginning|start|end|middle|rest|remainder|first\s+part|(?:latter|early)\s+part)\s+of|"
    r"(?:early|late|later|earlier|mid|so\s+far)(?:\s+in)?)[\s-]+)?"
)
_TURN = (
    r"(?P<turn>(?:this\s+past|this\s+coming|last|this|next|(?:that|the)\s+same|that|"
    r"the\s+(?:previous|preceding|following|next|coming|current)))"
)
_N = rf"(?P<n>{COUNT})"

RULES: tuple[Rule, ...] = (
    rule(
        "weekday",
        rf"\b(?:(?:late|early|earlier)\s+(?:on\s+)?)?(?:(?P<turn>[Ll]ast|[Nn]ext|[Tt]his(?:\s+coming|\s+past)?|[Cc]oming|[Pp]ast)\s+)?(?P<w>{WEEKDAY})(?!s\b)(?:\s+(?P<part>{DAY_PART}))?(?!\w)",
        _weekday,
        Trigger.WEEKDAY,
    ),
    rule(
        "near-day",
        rf"\b(?:the\s+day\s+before\s+yesterday|the\s+day\s+after\s+tomorrow|(?:earlier\s+|later\s+|early\s+|late\s+)?(?:yesterday|today|tomorrow)(?:\s+{DAY_PART})?|tonight|last\s+night|(?:earlier\s+)?this\s+(?:morning|afternoon|evening)|earlier\s+in\s+the\s+day)\b",
        _near_day,
        Trigger.ANY,
        anycase=True,
    ),
    rule("overnight", r"\bovernight\b", _overnight, Trigger.ANY, anycase=True),
    rule(
        "turned",
        rf"\b{_EDGE}{_TURN}\s+(?P<unit>week(?:end)?|fortnight|month|quarter|year|decade|century)\b(?!-|\s+of\b)",
        _turned,
        Trigger.UNIT,
        anycase=True,
    ),
    rule(
        "turned",
        r"\b(?P<edge>(?:the\s+)?(?:beginning|start|end|middle|close|rest)\s+of|early\s+in|late\s+in|later\s+in|earlier\s+in)\s+(?P<turn>the)\s+(?P<unit>week|month|year|decade|century)\b",
        _turned_the,
        Trigger.UNIT,
        anycase=True,
    ),
    rule(
        "turned",
        r"\b(?:(?<=at )|(?<=over )|(?<=during ))(?P<edge>)(?P<turn>the(?:\s+past)?)\s+(?P<unit>weekend)\b",
        _weekend,
        Trigger.UNIT,
        anycase=True,
    ),
    rule(
        "turned-season",
        r"\b(?:early\s+|late\s+|later\s+|earlier\s+)?" + _TURN + r"\s+(?P<s>spring|summer|autumn|fall|winter)\b",
        _turned_season,
        Trigger.SEASON,
        anycase=True,
    ),
    rule(
        "turned-month",
        r"\b(?P<turn>(?i:last|this|next|the\s+(?:previous|following)))\s+(?P<m>" + FULL_MONTH + r")\b(?!\s+\d)",
        _turned_month,
        Trigger.MONTH,
    ),
    rule("ago", rf"\b{APPROXIMATE}{_N}[\s-]+(?P<unit>{UNIT})\s+ago\b", _ago, Trigger.UNIT, anycase=True),
    rule(
        "ago",
        rf"\b(?P<n>{OPEN_COUNT}\s+)?(?P<unit>(?:minutes|hours|days|weeks|months|years|decades))\s+ago\b",
        _open_ago,
        Trigger.UNIT,
        anycase=True,
    ),
    rule(
        "from-anchor",
        rf"\b{APPROXIMATE}{_N}\s+(?:full\s+)?(?P<unit>{UNIT})\s+(?P<way>earlier|later|afterwards?|previously|"
        r"(?:before|after|on)(?=\s*[,.;:)]))\b",
        _from_text,
        Trigger.UNIT,
        anycase=True,
    ),
    rule(
        "from-anchor",
        rf"\b(?:{OPEN_COUNT}\s+)?(?P<unit>(?:days|weeks|months|years|decades))\s+(?P<way>earlier|later|afterwards|previously)\b",
        _open_from_text,
        Trigger.UNIT,
        anycase=True,
    ),
    rule(
        "day-beside",
        rf"\b(?:early\s+|late\s+|later\s+|earlier\s+)?(?:(?:the|that)\s+(?:very\s+)?(?:next|following|same|previous)\s+(?:day|{DAY_PART})|the\s+(?:day|night)\s+(?:before|after)(?!\s+(?:the|[A-Z]|his|her|its|their|a\b))|that\s+(?:same\s+)?(?:day|morning|afternoon|evening|night))\b",
        _day_beside,
        Trigger.UNIT,
        anycase=True,
    ),
    rule(
        "past-stretch",
        rf"\b(?P<turn>the\s+(?:past|last|previous|preceding|next|coming|following))\s+{APPROXIMATE}(?P<n>{COUNT})\s+(?:\w+\s+)?(?P<unit>{UNIT})\b(?!\s+of\s+(?:[A-Z]|\d))",
        _past_stretch,
        Trigger.UNIT,
        anycase=True,
    ),
    rule(
        "past-stretch",
        r"\b(?P<n>)(?P<turn>(?:the|this)\s+past)\s+(?P<unit>hour|day|week|month|quarter|year|decade|century|weekend)\b",
        _past_unit,
        Trigger.UNIT,
        anycase=True,
    ),
)
