"""Numbers that count nothing by the codebook: dates, ages, distances, shares, money, ordinals, parts of names."""

from __future__ import annotations

import re
from typing import Any

from reportedly.claims.content import Content
from reportedly.claims.figures_nouns import Counted
from reportedly.claims.figures_numerals import Numeral
from reportedly.model.claim import Measure

_UNITS = frozenset(
    """
    second minute hour day night week weekend fortnight month year decade century quarter
    metre meter kilometre kilometer km mile yard foot feet inch centimetre centimeter millimetre millimeter nm knot acre hectare
    gram kilogram kilo kg tonne ton pound ounce litre liter gallon barrel bushel
    degree percent percentage % per-cent cent point megawatt gigawatt kilowatt watt volt mph kph kmh
    dollar euro pound yen yuan ruble rouble hryvnia rupee peso franc crown krone krona zloty shilling penny pence quid
    time fold term dose hectolitre byte megabyte gigabyte magnitude pixel calorie page word line round stage minute level
    fifth third tenth eighth sixth seventh quarter half ninth twentieth hundredth storey story floor lap o'clock pm am
    phase class tier grade category calibre caliber mm cm occasion way step mach
    """.split()
)
"""Lemmas of units and of nouns that figures measure rather than count."""

_CURRENCY_BEFORE = re.compile(r"(?:[$€£¥₹₽₴]|\b(?:US|A|C|NZ|HK)\$|\b(?:KSh|Rs\.?|USD|EUR|GBP|RMB|NT\$))\s*$")
_CURRENCY_AFTER = re.compile(r"^\s*(?:-\s*)?(?:%|percent\b|per\s+cent\b|[$€£¥°]|USD\b|EUR\b|bn\b|million (?:dollars|euros|pounds)\b)", re.I)
_AGE_AFTER = re.compile(r"^(?:[-\s]+(?:year|month|week|day)s?[-\s]+old\b|[-\s](?:and|to)[-\s]\S+[-\s]year)", re.I)
_AGE_BEFORE = re.compile(r"\b(?:aged?|ages|under the age of|over the age of|aged between|age of)(?:\s+(?:\w+\s+(?:and|to|or)))?\s+$", re.I)
_COMPOUND_AFTER = re.compile(r"^-[A-Za-z]")
_COMPOUND_UNIT = re.compile(r"^-(?:strong|man|member|person|some|odd|plus)\b", re.I)
_CLOCK_AFTER = re.compile(r"^\s*(?:[ap]\.?m\b|hours\b|hrs\b|o['’]clock\b|UTC\b|GMT\b|noon\b|:\d)", re.I)
_NAME_BEFORE = re.compile(
    r"\b(?:No\.?|number|article|section|chapter|page|phase|type|level|category|route|highway|flight|room|gate|camp|"
    r"point|part|unit|terminal|platform|channel|version|grade|class|stage|step|day|week|magnitude|group of|area)\s+$",
    re.I,
)
_POINTING = frozenset({"the", "these", "those", "both", "his", "her", "their", "its", "our", "my"})
_ORDINAL_AFTER = re.compile(r"^(?:st|nd|rd|th)\b")
_ONE_COUNTS = re.compile(r"\b(?:only|just|least|at most|than|all but|exactly|up to)\s+(?:the\s+)?$", re.I)
_ONE_NOUNS = frozenset({"case", "death", "fatality", "casualty", "person", "survivor", "body", "injury", "infection"})
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def uncounted(content: Content, numeral: Numeral, counted: Counted, number: Any, measure: Measure) -> bool:
    """Say whether a numeral is no quantity by the codebook.

    Args:
        content: the claim's content.
        numeral: the figure.
        counted: the noun it stands with.
        number: the figure's token.
        measure: what the figure would count.
    """
    text = content.parse.text
    before = text[max(0, numeral.core.start - 40) : numeral.core.start]
    after = text[numeral.core.end : numeral.core.end + 40]
    return (
        not numeral.whole
        or _written_otherwise(numeral, before, after)
        or _unit(content, numeral, counted)
        or _name(content, numeral, number, before)
        or _points_back(content, numeral, counted, before, measure)
        or _article(numeral, counted, before, measure)
        or _person_age(content, numeral, after)
    )


def _written_otherwise(numeral: Numeral, before: str, after: str) -> bool:
    if _CURRENCY_BEFORE.search(before) or _CURRENCY_AFTER.match(after) or _CLOCK_AFTER.match(after):
        return True
    if _AGE_AFTER.match(after) or _AGE_BEFORE.search(before) or _ORDINAL_AFTER.match(after):
        return True
    if _COMPOUND_AFTER.match(after) and not _COMPOUND_UNIT.match(after):
        return True
    return bool(_YEAR.fullmatch(numeral.written) and (not after[:2].strip() or re.match(r"^\s*[,.;)]", after)))


def _unit(content: Content, numeral: Numeral, counted: Counted) -> bool:
    nouns = [] if counted.noun is None else [counted.noun]
    following = [t for t in content.tokens_at(content.span) if t.idx + content.offset >= numeral.core.end][:2]
    for token in [*nouns, *(following[:1])]:
        if token.lemma_.lower() in _UNITS or token.lower_ in _UNITS:
            return True
    if len(following) == 2 and following[1].lemma_.lower() in _UNITS and following[0].pos_ in {"ADJ", "SYM", "PUNCT"} and not counted.partitive:
        return following[0].lower_ not in {"first", "last"} or True
    return False


def _name(content: Content, numeral: Numeral, number: Any, before: str) -> bool:
    if numeral.vague:
        return False
    if _NAME_BEFORE.search(before):
        return True
    label = number.ent_type_
    if label in {"PRODUCT", "LAW", "WORK_OF_ART", "FAC"} and number.ent_iob_ == "I":
        return True
    if numeral.core.start > content.span.start and before[-1:].isspace():
        previous = next((t for t in content.tokens if t.idx + len(t.text) + content.offset == numeral.core.start - 1), None)
        if previous is not None and previous.pos_ == "PROPN" and number.head is previous and number.dep_ in {"nummod", "appos"}:
            return True
    return False


def _points_back(content: Content, numeral: Numeral, counted: Counted, before: str, measure: Measure) -> bool:
    """Say whether a small number behind ``the`` only takes up what was counted before."""
    last = before.lower().split()[-1:] or [""]
    if last[0] not in _POINTING or numeral.vague or numeral.qualifier:
        return False
    if counted.partitive or counted.noun is None:
        return False
    if numeral.low is None or numeral.low > 12:
        return False
    if last[0] in {"the", "these", "those"}:
        return measure is Measure.OTHER or not content.sentence.span.start <= numeral.core.start
    return False


def _article(numeral: Numeral, counted: Counted, before: str, measure: Measure) -> bool:
    if numeral.written != "one":
        return numeral.low == 0
    if _ONE_COUNTS.search(before) or measure is not Measure.OTHER:
        return False
    return counted.noun is None or counted.partitive or counted.noun.lemma_.lower() not in _ONE_NOUNS


def _person_age(content: Content, numeral: Numeral, after: str) -> bool:
    """Say whether a figure stands alone between commas behind a name, as ages do."""
    text = content.parse.text
    before = text[max(0, numeral.core.start - 2) : numeral.core.start]
    if before != ", " or not re.match(r"^\s*(?:[,.;)]|and\b|$)", after) or not numeral.written.isdigit():
        return False
    previous = next((t for t in reversed(content.tokens) if t.idx + content.offset < numeral.core.start - 2), None)
    return previous is not None and previous.pos_ == "PROPN" and int(numeral.written) < 120
