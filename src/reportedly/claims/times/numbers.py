"""Read the number words that stand before units of time."""

from __future__ import annotations

import re

from reportedly.claims.number_words import ONES, TENS

ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"twenty-first": 21, "final": -1, "last": -1}
"""Ordinal words by number; the last of a row is -1."""
_ALTERNATIVES = "|".join(ONES)
COUNT = (
    rf"(?:\d{{1,3}}(?:,\d{{3}})*(?:\.\d+)?(?:\s+1/2)?|(?:{'|'.join(TENS)})(?:[- ](?:{_ALTERNATIVES})\b)?|"
    rf"(?:{_ALTERNATIVES})\b|(?:a|one|two|three)\s+hundred|hundred|(?:a\s+)?couple(?:\s+of)?|half\s+an?|an?)"
)
"""Pattern of a number that can be read."""
OPEN_COUNT = (
    r"(?:(?:a\s+|the\s+|these\s+|those\s+)?(?:few|several|many|some|number\s+of|dozen|handful\s+of)(?:\s+more)?)"
)
"""Pattern of a number that the text leaves open."""


def read_count(words: str) -> float | None:
    """Return the number that words of ``COUNT`` mean, None where the text leaves it open."""
    low = re.sub(r"\s+", " ", words.lower()).strip()
    if re.match(r"\d", low):
        return float(re.sub(r"[^\d.].*$", "", low.replace(",", ""))) + (0.5 if low.endswith("1/2") else 0.0)
    if low.startswith("half"):
        return 0.5
    if "couple" in low:
        return 2.0
    parts = re.split(r"[- ]", low)
    if parts[-1] == "hundred":
        return 100.0 * ONES.get(parts[0], 1)
    if parts[0] in TENS:
        return float(TENS[parts[0]] + (ONES.get(parts[1], 0) if len(parts) > 1 else 0))
    return float(ONES[parts[0]]) if parts[0] in ONES else 1.0 if parts[0] in {"a", "an"} else None


def read_ordinal(words: str) -> int | None:
    """Return the number of an ordinal: ``third``, ``21st``; -1 for ``last``."""
    low = words.lower()
    digits = re.match(r"\d+", low)
    return int(digits.group()) if digits else ORDINALS.get(low)
