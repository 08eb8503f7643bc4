"""The pieces that patterns of time expressions are built of."""

from __future__ import annotations

FULL_MONTH = (
    "(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    "JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)"
)
SHORT_MONTH = r"(?:(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
MONTH = rf"(?:{FULL_MONTH}|{SHORT_MONTH})"
WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\.)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%°]|[.,:]\d|\w)"
YEAR = r"(?:1[0-9]|20)\d\d(?![\d%])"
ERA = r"(?:B\.?\s?C\.?(?:E\b\.?)?|BC\b)"
ANY_YEAR = rf"(?:(?P<bcy>\d{{1,4}})\s*(?P<bc>{ERA})|(?P<y>{YEAR}))"
SAME_YEAR = r"(?P<yr>(?:that|the\s+same|the\s+following|the\s+next|the\s+previous|last|this|next)\s+year)"
TAIL_YEAR = rf"(?:,?\s+(?:of\s+)?{ANY_YEAR}|,?\s+(?:of\s+)?{SAME_YEAR})?"
EDGE = (
    r"(?:(?P<edge>(?:(?i:the)\s+)?(?:very\s+)?(?:beginning|start|end|middle|close|rest|remainder|"
    r"(?:early|latter|later|first|last)\s+(?:part|days|weeks|months))\s+of|"
    r"(?:(?i:the)\s+)?(?i:early|late|mid)(?:\s+(?:in|to\s+mid|or\s+early))?|later\s+in|earlier\s+in|(?i:mid(?:dle)?-))"
    r"(?:\s+the\s+month\s+of)?\s*(?:[-–]\s*|\s)?)"
)
DAY_PART = r"(?:morning|afternoon|evening|night|midnight|noon|midday|dawn|dusk)"
UNIT = r"(?:minute|hour|day|night|week|fortnight|month|quarter|year|decade|centur(?:y|ie))s?"
RANGE = r"\s*(?:-|–|—|\bto\b|\band\b|\buntil\b|\btill\b|\bthrough\b)\s*"
APPROXIMATE = (
    r"(?:(?:about|around|some|nearly|almost|roughly|approximately|over|under|more\s+than|less\s+than|at\s+least|"
    r"up\s+to|just\s+over|just\s+under|just|only|another|at\s+most|close\s+to)\s+)?"
)
DAY_PARTS = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "midnight": "24:00",
    "noon": "12:00",
    "midday": "12:00",
    "dawn": "MO",
    "dusk": "EV",
    "daytime": "DT",
}
"""What stands after the T of a TIMEX3 value."""
SEASONS = {"spring": ("SP", 3), "summer": ("SU", 6), "autumn": ("FA", 9), "fall": ("FA", 9), "winter": ("WI", 12)}
"""TIMEX3 code and first month, of the northern hemisphere as weather services count."""
UNIT_CODES = {
    "minute": "M",
    "hour": "H",
    "day": "D",
    "night": "D",
    "week": "W",
    "fortnight": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}


def singular(unit: str) -> str:
    """Return the name of a unit in lower case and in the singular."""
    low = unit.lower()
    return "century" if low.startswith("centur") else low.removesuffix("s")
