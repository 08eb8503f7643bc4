"""What a sentence says, taken apart into signs that a rewording must leave as they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from reportedly.assessment.rephrase_words import (
    BOUNDS,
    CAUSES,
    CONFIDENCE,
    DIRECTIONS,
    INDEPENDENCE,
    KINDRED,
    LIKELIHOOD,
    MEASURES,
    MODALS,
    NEGATIONS,
    QUANTIFIERS,
    SAYING,
    STYLE,
    TIMES,
)
from reportedly.model.wording import stem

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)")
_BRACKET = re.compile(r"\([^)]*\)")
_WORD = re.compile(r"[A-Za-zÀ-ÿ]+(?:['’-][A-Za-zÀ-ÿ]+)*|\d+(?:[.,]\d+)*|%")
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
        " eighteen nineteen twenty".split()
    )
    if number > 1
} | {word: 10 * at for at, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), start=3)}
_NUMERAL = r"(?:\d[\d,.]*|" + "|".join(_NUMBERS) + r"|one)\b"
_LINKS = frozenset({"of", "the", "for", "and", "at"})
_AFTER = ("or more", "or fewer")
_ORDERED: Mapping[str, Mapping[str, str]] = {
    "likelihood": LIKELIHOOD, "measure": MEASURES, "direction": DIRECTIONS, "share": QUANTIFIERS, "modality": MODALS,
    "independence": INDEPENDENCE,
}  # fmt: skip
"""Classes whose order tells what belongs to what."""
_PRESENT: Mapping[str, Mapping[str, str]] = {
    "confidence": CONFIDENCE, "cause": CAUSES, "time": TIMES,
}  # fmt: skip
"""Classes whose words may change places."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The signs of one sentence."""

    quotations: tuple[str, ...]
    numbers: tuple[str, ...]
    brackets: tuple[str, ...]
    names: tuple[str, ...]
    """Words written as names in their order, the speaker's left out."""
    speakers: tuple[str, ...]
    """Names before a verb of saying or after ``according to``."""
    counted: tuple[str, ...]
    """Each number with the word that follows it."""
    bounds: tuple[str, ...]
    """Each bound with its number."""
    classes: Mapping[str, tuple[str, ...]]
    """Words of meaning by kind."""
    negations: tuple[str, ...]
    """What stands after each negation."""
    dates: tuple[str, ...]
    """Each day with the preposition before it."""
    voices: tuple[str, ...]
    """Each verb of harm with whether it was done or suffered."""
    content: tuple[str, ...]
    """Stems of all other words that tell something, sorted."""


def signs_of(text: str) -> Signs:
    """Return the signs of a sentence."""
    quotations = tuple(_QUOTED.findall(text))
    plain = _QUOTED.sub(" Qq ", text)
    brackets = tuple(_BRACKET.findall(plain))
    plain = _BRACKET.sub(" ", plain)
    speakers, rest = _speakers(plain)
    bounds, unbound = _bounds(plain)
    classes = {code: tuple(name for name, _ in _found(unbound, table)) for code, table in _ORDERED.items()}
    classes |= {code: tuple(sorted(n for n, _ in _found(unbound, table))) for code, table in _PRESENT.items()}
    said = [name for name, _ in _found(unbound, SAYING)]
    classes["saying"] = (*(["says"] if "says" in said or speakers else []), *(one for one in said if one != "says"))
    return Signs(
        quotations,
        tuple(_numbers(plain)),
        brackets,
        tuple(_names(rest)),
        speakers,
        tuple(_counted(plain)),
        bounds,
        {code: held for code, held in classes.items() if held},
        tuple(sorted(_negated(unbound))),
        tuple(_dates(plain)),
        tuple(_voices(plain)),
        tuple(sorted(_content(unbound))),
    )


def _numbers(text: str) -> Iterator[str]:
    for match in _WORD.finditer(text):
        word = match.group()
        if word[0].isdigit():
            yield word.rstrip(".,").replace(",", "")
        elif word.lower() in _NUMBERS:
            yield str(_NUMBERS[word.lower()])


_NAME = r"(?:the |The )?((?:[A-Z][\w'’&.-]*)(?: (?:(?:of|the|for|and|at) )*[A-Z][\w'’&.-]*)*)"
_SAYS = r"says?|said|states?|stated|reports?|reported|writes?|wrote|puts? it|has it|claims?|claimed"
_BEFORE = re.compile(rf"{_NAME},? (?:itself |themselves )?(?:{_SAYS})\b")
_ACCORDING = re.compile(rf"(?i:according to|in the words of|so says|says|reports) {_NAME}")


def _speakers(text: str) -> tuple[tuple[str, ...], str]:
    """Return who is said to speak, and the text without these names."""
    found: list[str] = []

    def taken(match: re.Match[str]) -> str:
        found.append(match[1].removeprefix("The ").strip())
        return match.group().replace(match[1].rstrip(".,"), " ", 1)

    rest = _BEFORE.sub(taken, text)
    rest = _ACCORDING.sub(taken, rest)
    return tuple(name.rstrip(".,") for name in found), rest


def _names(text: str) -> Iterator[str]:
    """Yield the words written as names; at the start of a sentence only those that are no common word."""
    for match in _WORD.finditer(text):
        word = match.group()
        if not word[0].isupper() or word == "Qq":
            continue
        before = text[: match.start()].rstrip()
        starts = not before or before[-1] in ".!:;"
        named = text[match.end() + 1 : match.end() + 2].isupper() and word.lower() not in STYLE
        if starts and not named and _is_common(word.lower()):
            continue
        yield re.sub(r"['’]s?$", "", word)


def _is_common(word: str) -> bool:
    return word in STYLE or word in _NUMBERS or word in _common_words() or bool(NEGATIONS.fullmatch(word))


@cache
def _common_words() -> frozenset[str]:
    """Return every single word of the classes and of the small words of our findings."""
    tables = (BOUNDS, SAYING, *_ORDERED.values(), *_PRESENT.values())
    return frozenset(word for table in tables for phrase in table for word in phrase.split()) | _PLAIN


_PLAIN = frozenset(
    "nothing everything where how whose confidence footage each either both on at all no only such so".split()
)


def _counted(text: str) -> Iterator[str]:
    """Yield each number with the word that it counts, where one follows it without a break."""
    for match in _WORD.finditer(text):
        word = match.group()
        if not (word[0].isdigit() or word.lower() in _NUMBERS):
            continue
        after = _COUNTS.match(text, match.end())
        noun = after[1].lower() if after else ""
        grammar = (noun in STYLE and noun not in KINDRED) or noun in _NUMBERS or NEGATIONS.fullmatch(noun)
        told = "" if not noun or grammar else KINDRED.get(noun, stem(noun))
        yield f"{_value(word)} {told}".rstrip()


_COUNTS = re.compile(r" (?:of (?:the|these|those) |of |were |was )?([A-Za-zÀ-ÿ]+(?:['’-][A-Za-zÀ-ÿ]+)*)")
_MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
)
_DATE = re.compile(rf"(?i)\b(as of|[a-z]+) (?:the )?(\d{{1,2}} (?:{_MONTH})|{_MONTH})\b")
_HARMED = re.compile(
    r"(?i)\b(?:killed|wounded|injured|lost|captured|destroyed|damaged|shot|attacked|detained|displaced)\b"
)
_SUFFERED = re.compile(rf"(?i)(?:\b(?:was|were|been|be|being|is|are|and|or)\b[^,.;:]{{0,16}}|{_NUMERAL} )$")


def _dates(text: str) -> Iterator[str]:
    for match in _DATE.finditer(text):
        yield f"{match[1].lower()} {match[2]}"


def _voices(text: str) -> Iterator[str]:
    """Yield for each verb of harm whether those named before suffered it, and whether a doer follows."""
    for match in _HARMED.finditer(text):
        suffered = _SUFFERED.search(text[max(match.start() - 30, 0) : match.start()])
        doer = re.match(r" (?:\w+ )?by (?!\d)", text[match.end() :])
        if not suffered or doer:
            yield f"{'by' if doer else 'done'} {stem(match.group().lower())}"


def _bounds(text: str) -> tuple[tuple[str, ...], str]:
    """Return each bound with its number, and the text without the bounds."""
    found: list[tuple[int, str]] = []

    def before(match: re.Match[str]) -> str:
        found.append((match.start(), f"{BOUNDS[match[1].lower()]} {_value(match[2])}"))
        return " " * len(match[1]) + match.group()[len(match[1]) :]

    def after(match: re.Match[str]) -> str:
        found.append((match.start(), f"{BOUNDS[match[2].lower()]} {_value(match[1])}"))
        return match[1] + " " * (len(match.group()) - len(match[1]))

    phrases = "|".join(sorted((one for one in BOUNDS if one not in _AFTER), key=len, reverse=True))
    text = re.sub(rf"(?i)\b({phrases}) (?:the |a )?({_NUMERAL})", before, text)
    text = re.sub(rf"(?i)\b({_NUMERAL}) ({'|'.join(_AFTER)})\b", after, text)
    return tuple(words for _, words in sorted(found)), text


def _value(numeral: str) -> str:
    return str(_NUMBERS.get(numeral.lower(), numeral.rstrip(".,").replace(",", "")))


@cache
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(re.escape(one) for one in phrases)})(?!\w)")


def _found(text: str, table: Mapping[str, str]) -> list[tuple[str, int]]:
    """Return the classes of a table that stand in a text with their places, longest phrases first."""
    pattern = _pattern(tuple(sorted(table, key=lambda one: (-len(one), one))))
    return [(table[match.group().lower()], match.start()) for match in pattern.finditer(text)]


def _negated(text: str) -> Iterator[str]:
    """Yield for each negation the first telling word after it, so that it cannot move to another."""
    for match in NEGATIONS.finditer(text):
        words = [one.group().lower() for one in _WORD.finditer(text[match.end() : match.end() + 60])]
        telling = next((one for one in words if one not in _GRAMMAR), "")
        yield stem(telling) if telling else "-"


_GRAMMAR = frozenset("of the a an these those them it its to is are was were be been has have had do does did".split())


def _content(text: str) -> Iterator[str]:
    """Yield the stems of all words that are in no class, are no numeral and no small word."""
    text = _pattern(_phrases()).sub(" ", text)
    for match in _WORD.finditer(text):
        word = match.group().lower()
        known = word in STYLE or word in _NUMBERS or NEGATIONS.fullmatch(word) or word in {"qq", "%"}
        if not (known or word[0].isdigit()):
            yield stem(re.sub(r"['’]s?$", "", word))


@cache
def _phrases() -> tuple[str, ...]:
    """Return every word and phrase that has a class, longest first."""
    held = {phrase for table in (SAYING, *_ORDERED.values(), *_PRESENT.values()) for phrase in table}
    return tuple(sorted(held, key=lambda one: (-len(one), one)))
