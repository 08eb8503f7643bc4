"""The rules on scales: no mixture, no other word than the scale's, and numbers that fit their words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reportedly.assessment.lint.numbers import fits, stated
from reportedly.assessment.lint.vocabulary import Family, Use, Vocabulary
from reportedly.assessment.lint.voices import reported
from reportedly.model.lint import Breach, LintRule
from reportedly.model.span import Span

_ICD = "ICD 203, D.6.e(2)(a)"
_NAMED = {
    "PHIA": re.compile(r"\bPHIA\b|(?i:\bprobability yardstick\b)"),
    "IPCC": re.compile(r"\bIPCC\b"),
    "Kent 1964": re.compile(r"\bSherman Kent\b|\bKent(?:’s|'s)? (?:scale|words)"),
    "STIX 2.1 WEP": re.compile(r"\bSTIX\b"),
}
"""Names by which a text says which scale it is on."""


_SCALE_NAME = re.compile(r"\b(?:ICD 203|PHIA|IPCC|STIX|MISP|Kent)\b")
_OF_WORDS = re.compile(
    r"(?i)\b(?:means?|stands? for|runs? from|words?|terms?|rows?|tables?|written as"
    r"|called|defined|scales?)\b"
)
_STRAY = re.compile(
    r"better than even(?: chances?| odds)?|even odds|equal chances?|fifty-fifty|(?:very|quite|fairly"
    r"|rather|reasonably|somewhat) (?:likely"
    r"|unlikely|probable|improbable|doubtful)|highly doubtful"
)
"""Words that are on no scale; beside a word of one they leave the reader without a number."""


def breaches_of_scale(
    uses: Sequence[Use], vocabulary: Vocabulary, chosen: Sequence[Family], text: str
) -> Iterator[Breach]:
    """Yield mixtures of scales and rows, words off the chosen scale, and numbers that do not fit their words.

    Args:
        uses: the likelihood words of a text that judge something.
        vocabulary: the words of all scales, the default scale's first.
        chosen: the families to one of which the text must keep; empty = its scale is found from its words.
        text: the whole text.
    """
    own = [use for use in uses if not _told(use)]
    known = [use for use in own if vocabulary.having(use.word)]
    if chosen:
        family = _main(chosen, known) or chosen[0]
        yield from (_off_scale(use, family) for use in own if not _on(use, family, vocabulary))
        known = [use for use in known if _on(use, family, vocabulary)]
    else:
        found = _named_family(text, vocabulary, known) or _main(vocabulary.families, known)
        if found is None:
            return
        family = found
    yield from _mixtures(known, family, vocabulary)
    yield from _strays(own, known, family)
    yield from _misfits(own, family, vocabulary)


def _told(use: Use) -> bool:
    """Return whether a word is somebody else's, or is only spoken of: ``on ICD 203 likely means 55-80 %``."""
    text = use.sentence.text
    names = {match.group() for match in _SCALE_NAME.finditer(text)}
    spoken_of = len(names) > 1 or (bool(names) and bool(_OF_WORDS.search(text)))
    return spoken_of or reported(text, use.start - use.sentence.start)


def _strays(own: Sequence[Use], known: Sequence[Use], family: Family) -> Iterator[Breach]:
    """Yield words that no scale has, where they stand in one sentence with a word of a scale."""
    beside = {use.sentence.start: use for use in known}
    places = {use.start for use in known}
    for use in own:
        other = beside.get(use.sentence.start)
        if other and use.start not in places and _STRAY.fullmatch(use.word):
            what = f"{use.word!r} is on no scale, {other.word!r} beside it is a word of {family.scale.name}"
            yield _breach(LintRule.MIXED_SCALES, use, what, _ICD, "take all words from one scale and name it")


def _named_family(text: str, vocabulary: Vocabulary, known: Sequence[Use]) -> Family | None:
    """Return the family whose name the text gives, where that has all words."""
    for family in vocabulary.families:
        pattern = _NAMED.get(family.scale.name)
        if pattern and pattern.search(text) and all(use.word in family.words for use in known):
            return family
    return None


def _on(use: Use, family: Family, vocabulary: Vocabulary) -> bool:
    """Return whether a word is on a family's scale, in whichever row."""
    return any(home.scale.name == family.scale.name for home in vocabulary.having(use.word)) or use.word in family.words


def _main(families: Sequence[Family], known: Sequence[Use]) -> Family | None:
    """Return the family that has most of the words; of several the one that comes first."""
    counted = Counter(use.word for use in known)
    if not counted:
        return None
    first = [family for family in families if family.scale == families[0].scale]
    if all(any(word in family.words for family in first) for word in counted):
        families = first  # all words are the default scale's: its rows decide, whatever other scale has both
    ordered = list(families)
    return max(ordered, key=lambda one: (_covered(one, counted), -ordered.index(one)))


def _covered(family: Family, counted: Mapping[str, int]) -> int:
    """Return how many words a family has, a family with all of them first."""
    held = sum(number for word, number in counted.items() if word in family.words)
    return held + sum(counted.values()) * all(word in family.words for word in counted)


def _mixtures(known: Sequence[Use], family: Family, vocabulary: Vocabulary) -> Iterator[Breach]:
    """Yield the words that the main family does not have: each beside a word that it has, else once."""
    beside = {use.sentence.start for use in known if use.word in family.words}
    strange = [use for use in known if use.word not in family.words]
    anchor = next((use for use in known if use.word in family.words), None)
    told: set[str] = set()
    for use in sorted(strange, key=lambda one: (one.sentence.start not in beside, one.start)):
        if use.word in told and use.sentence.start not in beside:
            continue
        told.add(use.word)
        neighbour = next((one for one in known if one.word in family.words and one.sentence == use.sentence), anchor)
        yield _mixture(use, neighbour, family, vocabulary)


def _mixture(use: Use, anchor: Use | None, family: Family, vocabulary: Vocabulary) -> Breach:
    homes = vocabulary.having(use.word)
    rows = [home for home in homes if home.scale.name == family.scale.name]
    against = f"{anchor.word!r}" if anchor else family.name
    if rows:
        what = f"{use.word!r} is a word of {rows[0].name}, {against} one of row {family.row}"
        why = f"{_ICD}: terms of different rows are not to be mixed"
        return _breach(LintRule.MIXED_ROWS, use, what, why, f"take the word of row {family.row} for both")
    what = f"{use.word!r} is a word of {homes[0].scale.name}, {against} one of {family.scale.name}"
    why = f"{_ICD}: one set of terms; the same word has other numbers on another scale"
    return _breach(LintRule.MIXED_SCALES, use, what, why, "take all words from one scale and name it")


def _off_scale(use: Use, chosen: Family) -> Breach:
    what = f"{use.word!r} is no word of {chosen.name}"
    words = ", ".join(band.words[chosen.row - 1 if chosen.scale.word_rows > 1 else 0] for band in chosen.scale.bands)
    return _breach(LintRule.OFF_SCALE, use, what, chosen.scale.source, f"take one of: {words}")


def _misfits(own: Sequence[Use], family: Family, vocabulary: Vocabulary) -> Iterator[Breach]:
    alone = Counter(use.sentence.start for use in own)
    for use in own:
        homes = vocabulary.having(use.word)
        if not homes:
            continue
        home = family if use.word in family.words else homes[0]
        number = stated(use, alone[use.sentence.start] == 1)
        if number and not fits(number, use, home, homes):
            band = home.words[use.word]
            row = f"{band.low * 100:g}-{band.high * 100:g} %"
            what = f"{number.text} does not fit {use.word!r}, which is {row} on {home.scale.name}"
            better = home.scale.band((number.low + number.high) / 2)
            advice = f"say {better.words[0]!r}, or correct the number" if better else "correct the word or the number"
            yield _breach(LintRule.NUMBER_MISFIT, use, what, home.scale.source, advice)


def _breach(rule: LintRule, use: Use, what: str, why: str, advice: str) -> Breach:
    return Breach(rule, Span(use.start, use.end), use.word, what, why, advice)
