"""Small words of the assessment: numbers, plurals, lists, days and quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from reportedly.model.days import Days

SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
"""Counts that are written as words; larger ones are written in digits."""

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

LEFT_OPEN = "left open"
"""What the evidence stage writes for a day that the origin does not give."""


NOTED = "what the origin said"
"""What a change has before it where its coder notes the change and not the words that were changed."""
WORD_ONLY = "word only"
"""What the evidence stage writes where an origin offers nothing but its word."""


def count_word(number: int) -> str:
    """Return a count as prose has it: words up to ten, digits with commas above."""
    return SMALL[number] if 0 <= number < len(SMALL) else f"{number:,}"


def counted(number: int, noun: str, plural: str | None = None) -> str:
    """Return a count with its noun in the right number: ``one page``, ``no pages``, ``14 pages``."""
    return f"{count_word(number)} {noun if number == 1 else plural or noun + 's'}"


def listed(items: Sequence[str], most: int = 6, more: tuple[str, str] = ("other", "others")) -> str:
    """Join names: ``A``, ``A and B``, ``A, B and C``; a long list ends in ``and 5 others``.

    Args:
        items: the names in the order wanted.
        most: how many names are printed before the rest is only counted.
        more: the noun of the rest, for one and for many.
    """
    if len(items) > most + 1:
        rest = len(items) - most
        items = (*items[:most], f"{count_word(rest)} {more[rest > 1]}")
    if len(items) <= 1:
        return "".join(items)
    return f"{', '.join(items[:-1])} and {items[-1]}"


def capital(text: str) -> str:
    """Return the text with its first letter as a capital; names that begin in small letters stay when quoted."""
    return text[:1].upper() + text[1:]


def day(value: date, year: bool = True) -> str:
    """Return a day as ``14 December 2024``."""
    text = f"{value.day} {_MONTHS[value.month - 1]}"
    return f"{text} {value.year}" if year else text


def days(value: Days) -> str:
    """Return an interval with its preposition: ``on 14 December 2024``, ``from 13 to 15 December 2024``."""
    first, last = value.first, value.last
    if first == last:
        return f"on {day(first)}"
    if (first.month, first.year) == (last.month, last.year) and first.day == 1 and (last + timedelta(days=1)).day == 1:
        return f"in {_MONTHS[first.month - 1]} {first.year}"
    if (first.month, first.year) == (last.month, last.year):
        return f"from {first.day} to {day(last)}"
    return f"from {day(first, year=first.year != last.year)} to {day(last)}"


_ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")


def day_words(text: str) -> str:
    """Return a text with its ISO days written out: ``2024-12-13..2024-12-14`` as ``13 to 14 December 2024``."""
    first, dots, last = text.partition("..")
    if dots and _ISO.fullmatch(first) and _ISO.fullmatch(last):
        return days(Days(*sorted((date.fromisoformat(first), date.fromisoformat(last))))).split(" ", 1)[1]
    return _ISO.sub(lambda match: day(date.fromisoformat(match.group())), text)


def quoted(words: str, most: int = 240) -> str:
    """Return another's words in quotation marks on one line, cut at a word where they run on."""
    line = re.sub(r"\s+", " ", words).strip().replace("“", "‘").replace("”", "’")
    if len(line) > most:
        line = line[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    return f"“{line}”"


def percent(low: float, high: float) -> str:
    """Return an interval of probability as ``55-80 %``; the upper half, which has no word at even, as ``>50 %``."""
    if (low, high) == (0.5, 1.0):
        return ">50 %"
    return f"{round(low * 100)}-{round(high * 100)} %"


_CHANCE = re.compile(r"\b(?:chance|possibility|odds)$|^chances\b")
_PLURAL = re.compile(r"\b(?:odds|chances)\b")


def judged(word: str, low: float, high: float) -> str:
    """Return how a sentence begins that gives a likelihood, with the number beside the word.

    Args:
        word: a word of any yardstick.
        low: of its interval.
        high: of its interval.

    Returns:
        ``it is likely (55-80 %) that``, ``there is a remote chance (0-5 %) that``, ``there are roughly even odds
        (45-55 %) that``, ``the chance is remote (1-5 %) that``.
    """
    told = f"{word} ({percent(low, high)})"
    if word == "remote":
        return f"the chance is {told} that"
    if _CHANCE.search(word):
        article = "" if word.startswith("almost") or _PLURAL.search(word) else f"{indefinite(word)} "
        return f"there {'are' if _PLURAL.search(word) else 'is'} {article}{told} that"
    if word.endswith(" not") and not word.startswith(("about", "more")):
        return f"it is {told} so that"
    return f"it is {told} that"


def indefinite(word: str) -> str:
    """Return the article of a word of likelihood: ``an`` before a vowel, else ``a``."""
    return "an" if word[:1].lower() in "aeiou" else "a"


def sentence(text: str) -> str:
    """Return the text as a sentence: first letter capital, one full stop at its end."""
    text = re.sub(r"\s+", " ", text).strip()
    return capital(text) if text.endswith((".", "?", "!")) else capital(text) + "."
