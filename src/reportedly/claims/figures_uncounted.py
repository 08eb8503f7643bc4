"""Numbers that count nothing by the codebook: dates, ages, distances, shares, money, ordinals, parts of names."""

from __future__ import annotations

import re
from typing import Any

from reportedly.claims.content import Content
from reportedly.claims.figures_lexicon import forms, named_outcome
from reportedly.claims.figures_nouns import Counted
from reportedly.claims.figures_numerals import Numeral
from reportedly.model.claim import Measure

_UNITS = frozenset(
    """
    second minute hour day night week weekend fortnight month year decade century quarter metre meter kilometre
    kilometer km mile yard foot feet inch centimetre centimeter millimetre millimeter nm knot acre hectare gram
    kilogram kilo kg tonne ton pound ounce litre liter gallon barrel bushel degree percent percentage % per-cent
    cent point megawatt gigawatt kilowatt watt volt mph kph kmh dollar euro pound yen yuan ruble rouble hryvnia
    rupee peso franc crown krone krona zloty shilling penny pence quid time fold term dose hectolitre byte
    megabyte gigabyte magnitude pixel calorie page word line round stage minute level fifth third tenth eighth
    sixth seventh quarter half ninth twentieth hundredth storey story floor lap o'clock pm am winter summer
    phase class tier grade category calibre caliber feature finger piece type kind sort view treatment wound
    part mm cm occasion way step mach
    """.split()
)
"""Lemmas of units and of nouns that figures measure rather than count."""

_CURRENCY_BEFORE = re.compile(r"(?:[$€£¥₹₽₴]|\b(?:US|A|C|NZ|HK)\$|\b(?:KSh|Rs\.?|USD|EUR|GBP|RMB|NT\$))\s*$")
_CURRENCY_AFTER = re.compile(
    (
        r"^\s*(?:-\s*)?(?:%|percent\b|per\s+cent\b|[$€£¥°]|"
        r"USD\b|EUR\b|bn\b|million (?:dollars|euros|pounds)\b)"
    ),
    re.IGNORECASE,
)
_AGE_AFTER = re.compile(
    (
        r"^(?:[-\s]+(?:year|month|week|day)s?[-\s]+old\b|"
        r"[-\s](?:and|to)[-\s]\S+[-\s]year)"
    ),
    re.IGNORECASE,
)
_AGE_BEFORE = re.compile(
    (
        r"\b(?:aged?|ages|under the age of|over the age of|aged "
        r"between|age of)(?:\s+(?:\w+\s+(?:and|to|or)))?\s+$"
    ),
    re.IGNORECASE,
)
_COMPOUND_AFTER = re.compile(r"^-[A-Za-z]")
_COMPOUND_UNIT = re.compile(r"^-(?:strong|man|member|person|some|odd|plus)\b", re.IGNORECASE)
_CLOCK_AFTER = re.compile(r"^\s*(?:[ap]\.?m\b|hours\b|hrs\b|o['’]clock\b|UTC\b|GMT\b|noon\b|:\d)", re.IGNORECASE)
_NAME_BEFORE = re.compile(
    r"\b(?:No\.?|number|article|section|chapter|page|phase|type|level|category|route|highway|flight|room|gate|camp|"
    r"point|part|unit|terminal|platform|channel|version|grade|"
    r"class|stage|step|day|week|magnitude|force|group of|area)\s+$",
    re.IGNORECASE,
)
_POINTING = frozenset({"the", "these", "those", "both", "all", "his", "her", "their", "its", "our", "my"})
_ORDINAL_AFTER = re.compile(r"^(?:st|nd|rd|th)\b")
_ONE_COUNTS = re.compile(r"\b(?:only|just|least|at most|than|all but|exactly|up to)\s+(?:the\s+)?$", re.IGNORECASE)
_ONE_NOUNS = frozenset({"case", "death", "fatality", "casualty", "person", "survivor", "body", "injury", "infection"})
_RATE_BEFORE = re.compile(
    r"\b(?:per|calling|phon(?:ed|ing)|dial(?:l?ed|l?ing)?|past|(?:boy|girl|man|woman|son|daughter|child|youth) of)\s+$",
    re.IGNORECASE,
)
_RATE_AFTER = re.compile(
    (
        r"^(?:\s+[a-z]+){0,2}\s+per\s+(?!cent\b)[\w]|^\s+(?:in the (?:morning|afternoon|evening)|past "
        r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve))\b|^\s+years?\s+(?:of age|old)\b"
    ),
    re.IGNORECASE,
)
_AGED_LIST = re.compile(r"\b(?:aged|ages)\s+(?:[\w-]+,?\s+(?:and\s+)?)*$", re.IGNORECASE)
_AGE_UNDER = re.compile(
    (
        r"\b(?:children|those|people|anyone|kids|adults|infants|"
        r"persons|men|women)\s+(?:aged\s+)?(?:under|over|above|below)\s+$"
    ),
    re.IGNORECASE,
)
_SINGULAR_UNITS = frozenset(
    (
        "mile hour day week month year minute pound ounce foot "
        "kilometre kilometer metre meter acre gallon inch tonne ton"
    ).split()
)
_RATIO_BEFORE = re.compile(r"\bone\s+(?:\w+\s+)?(?:in|out of)\s+(?:every\s+)?$", re.IGNORECASE)
_RATIO_AFTER = re.compile(
    r"^(?:\s+\w+)?\s+in\s+(?:every\s+)?(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b", re.IGNORECASE
)
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def uncounted(
    content: Content, numeral: Numeral, counted: Counted, number: Any, measure: Measure, known: frozenset[int]
) -> bool:
    """Say whether a numeral is no quantity by the codebook.

    Args:
        content: the claim's content.
        numeral: the figure.
        counted: the noun it stands with.
        number: the figure's token.
        measure: what the figure would count.
        known: numbers that the document has given before.
    """
    text = content.parse.text
    before = text[max(0, numeral.core.start - 40) : numeral.core.start]
    after = text[numeral.core.end : numeral.core.end + 40]
    return (
        not numeral.whole
        or _year(numeral, counted, number)
        or _elliptical(content, numeral, counted, before)
        or _written_otherwise(numeral, before, after)
        or _unit(content, numeral, counted)
        or _name(content, numeral, counted, number, before)
        or _points_back(numeral, counted, before, known)
        or _article(numeral, counted, before, measure)
        or _person_age(content, numeral, after)
    )


def _written_otherwise(numeral: Numeral, before: str, after: str) -> bool:
    if _CURRENCY_BEFORE.search(before) or _CURRENCY_AFTER.match(after) or _CLOCK_AFTER.match(after):
        return True
    if (
        _AGE_AFTER.match(after)
        or _AGE_BEFORE.search(before)
        or _AGED_LIST.search(before)
        or _AGE_UNDER.search(before)
        or _ORDINAL_AFTER.match(after)
    ):
        return True
    if _COMPOUND_AFTER.match(after) and not _COMPOUND_UNIT.match(after):
        return True
    if _RATE_BEFORE.search(before) or _RATE_AFTER.match(after) or re.fullmatch(r"\d{7,}", numeral.written):
        return True
    ratio = numeral.written == "one" and _RATIO_AFTER.match(after) is not None
    return ratio or _RATIO_BEFORE.search(before) is not None


def _year(numeral: Numeral, counted: Counted, number: Any) -> bool:
    """Say whether four digits are a year: ``the 2013 incident``, not ``2013 refugees``."""
    if not _YEAR.fullmatch(numeral.written) or numeral.qualifier:
        return False
    plural = counted.noun is not None and counted.noun.tag_ in {"NNS", "NNPS"}
    return not plural and (
        number.ent_type_ == "DATE" or (counted.noun is not None and counted.noun.tag_ in {"NN", "NNP"})
    )


def _elliptical(content: Content, numeral: Numeral, counted: Counted, before: str) -> bool:
    """Say whether a bare number is a clock time, takes up others (``all four``) or is set aside (``not 440``)."""
    if re.search(r"\bnot\s+$", before) and numeral.qualifier is None:
        return True
    if counted.noun is not None or counted.partitive:
        return False
    small = numeral.low is not None and numeral.low <= 12
    if re.search(r"\b(?:all|these|those|the)\s+$", before, re.IGNORECASE) and small and numeral.qualifier is None:
        return True
    alone = numeral.core.end >= content.span.end or not content.parse.text[numeral.core.end].isspace()
    return (
        small
        and alone
        and numeral.qualifier is None
        and re.search(r"\b(?:by|at|until|till|since)\s+$", before) is not None
        and not any(named_outcome(t) for t in content.tokens)
    )


def _unit(content: Content, numeral: Numeral, counted: Counted) -> bool:
    if counted.noun is not None and not forms(counted.noun).isdisjoint(_UNITS):
        return True
    following = [t for t in content.tokens if t.idx + content.offset >= numeral.core.end][:2]
    if not following or counted.partitive:
        return False
    if following[0].lower_ in _SINGULAR_UNITS and numeral.written != "one":
        return True
    if not forms(following[0]).isdisjoint(_UNITS):
        return counted.noun is None or following[0].head != counted.noun
    measured = following[0].pos_ in {"ADJ", "SYM"} or following[0].text == "-"
    return len(following) == 2 and measured and not forms(following[1]).isdisjoint(_UNITS)


def _name(content: Content, numeral: Numeral, counted: Counted, number: Any, before: str) -> bool:
    if numeral.vague:
        return False
    if _NAME_BEFORE.search(before):
        return True
    if number.ent_type_ in {"PRODUCT", "LAW", "WORK_OF_ART", "FAC"} and number.ent_iob_ == "I":
        return True
    if counted.noun is not None and counted.noun.tag_ == "NNP" and numeral.written.isdigit() and not numeral.qualifier:
        return True
    end = numeral.core.start - content.offset - 1
    previous = next((t for t in content.sentence.tokens if t.idx + len(t.text) == end), None)
    if previous is None or not before[-1:].isspace() or not numeral.written.isdigit():
        return False
    named = previous.pos_ == "PROPN" or any(mark.isupper() for mark in previous.text[1:])
    apart = previous.ent_type_ in {"DATE", "TIME"} or (previous.ent_type_ == "GPE" and number.dep_ == "nummod")
    return (
        named
        and not apart
        and (numeral.low or 0) < 1000
        and number.head is not None
        and not _counts_plural(number, numeral)
    )


def _counts_plural(number: Any, numeral: Numeral) -> bool:
    return number.dep_ == "nummod" and number.head.i > number.i and number.head.tag_ == "NNS" and (numeral.low or 0) > 9


def _points_back(numeral: Numeral, counted: Counted, before: str, known: frozenset[int]) -> bool:
    """Say whether a number behind ``the`` only takes up what was counted before: a small one, or one given before."""
    last = before.lower().split()[-1:] or [""]
    if last[0] not in _POINTING or numeral.vague or numeral.qualifier or counted.partitive:
        return False
    if counted.noun is None:
        return last[0] in {"the", "these", "those"} and numeral.low in known
    if last[0] in {"all", "both"}:
        return numeral.low is not None and numeral.low <= 12
    if last[0] not in {"the", "these", "those"}:
        return False
    return numeral.low is not None and (numeral.low <= 12 or numeral.low in known)


def _article(numeral: Numeral, counted: Counted, before: str, measure: Measure) -> bool:
    if numeral.written != "one":
        return numeral.low == 0
    if _ONE_COUNTS.search(before) or measure is not Measure.OTHER:
        return False
    return counted.noun is None or counted.partitive or forms(counted.noun).isdisjoint(_ONE_NOUNS)


_PERSON = frozenset(
    "brother sister son daughter man woman boy girl father mother suspect victim driver student".split()
)


def _person_age(content: Content, numeral: Numeral, after: str) -> bool:
    """Say whether a figure stands alone behind a name, as ages do: between commas, or after ``she was``."""
    text = content.parse.text
    if not numeral.written.isdigit() or int(numeral.written) > 119 or numeral.qualifier:
        return False
    before = text[max(0, numeral.core.start - 16) : numeral.core.start]
    if not re.match(r"^\s*(?:[,.;)]|and\b|$)", after) and numeral.core.end < content.span.end:
        return False
    if re.search(r"\b(?:he|she) (?:was|is) $", before, re.IGNORECASE):
        return True
    listed = re.search(r", (?:\d+ and )?$", before)
    if listed is None:
        return False
    cut = numeral.core.start - len(listed.group())
    previous = next((t for t in reversed(content.tokens) if t.idx + content.offset < cut), None)
    return previous is not None and (previous.pos_ == "PROPN" or not forms(previous).isdisjoint(_PERSON))
