"""Read the quantities of a claim: every count that it asserts, with measure, bounds, scope and day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from reportedly.claims.content import Content, Tense
from reportedly.claims.days_find import TimeWords
from reportedly.claims.figures_evidence import NOTHING, Reading, figure_features
from reportedly.claims.figures_lexicon import forms
from reportedly.claims.figures_measures import measure_of
from reportedly.claims.figures_nouns import Counted, counted_by, number_token, sufferers_of
from reportedly.claims.figures_numerals import Numeral, find_numerals
from reportedly.claims.figures_uncounted import uncounted
from reportedly.claims.linear import load_model
from reportedly.model.claim import Measure, Quantity


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity on its way, with the tokens it was read from."""

    quantity: Quantity
    number: Any
    noun: Any | None
    measure_token: Any | None
    score: float = 1.0
    """Probability of the measure."""


def read_figures(content: Content, times: Sequence[TimeWords], earlier: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return the figures of a content in order, scope and day still open.

    Args:
        content: the claim's content.
        times: the time expressions of its sentences; numbers inside them count nothing.
        earlier: the figures of the claims before it in the document, last one last.
    """
    if not _may_count(content.lower):
        return ()
    taken = [time.span for time in times]
    found: list[Figure] = []
    for numeral in find_numerals(content.parse.text, content.span):
        if any(numeral.core.overlaps(span) for span in taken):
            continue
        figure = _figure(content, numeral, [*earlier, *found])
        if figure is not None:
            found.append(figure)
    return tuple(_remainders(content, _subsets(content, found), earlier))


_COUNT_HINT = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundreds?|thousands?|"
    r"millions?|billions?|dozens?|scores|tens|several|few|couple)\b"
)


def _may_count(lower: str) -> bool:
    return _COUNT_HINT.search(lower) is not None


def _figure(content: Content, numeral: Numeral, earlier: Sequence[Figure]) -> Figure | None:
    reading = rule_reading(content, numeral, earlier)
    if reading is None:
        return None
    model = load_model("measure")
    scores = model.probabilities(figure_features(reading, content, [figure.quantity for figure in earlier]))
    label = max(model.labels, key=lambda one: (scores[one], one == reading.rule, one))
    if reading.settled or scores[label] < _STANDS.get(reading.rule, RULE_STANDS) * scores.get(reading.rule, 0.0):
        label = reading.rule
    if label == NOTHING:
        return None
    found = rule_figure(reading)
    return replace(found, quantity=replace(reading.quantity, measure=Measure(label)), score=scores.get(label, 0.0))


RULE_STANDS = 8.0
"""How many times likelier another label must be than the one that a rule has words for; by cross-validation, more than
this costs accuracy, and less gives up words that the training texts hardly have."""
_STANDS = {NOTHING: 1.0, Measure.OTHER.value: 1.0}
"""The same where the rules had no words: they are only what is left."""


def rule_reading(content: Content, numeral: Numeral, earlier: Sequence[Figure]) -> Reading | None:
    """Return what the rules make of a number, or None where it hangs nowhere in the tree.

    Args:
        content: the content it stands in.
        numeral: the number.
        earlier: the figures before it in the document, last one last.
    """
    counted = counted_by(content, numeral)
    number = number_token(content, numeral)
    if number is None:
        return None
    measure, token = measure_of(content, number, counted.noun)
    known = frozenset(figure.quantity.low for figure in earlier if figure.quantity.low is not None)
    idle = uncounted(content, numeral, counted, number, measure, known)
    quantity = _quantity(content, numeral, counted, number, (measure, token), earlier)
    turn = not idle and _one_reading(content, numeral, quantity, token)
    return Reading(numeral, counted, number, measure, token, idle, quantity, turn)


def _one_reading(content: Content, numeral: Numeral, quantity: Quantity, token: Any | None) -> bool:
    """Say whether the words around a number leave no choice: a part of a counted whole, both outcomes, an illness."""
    text = content.parse.text
    before = text[max(content.span.start, numeral.span.start - 30) : numeral.span.start]
    behind = text[numeral.span.end : content.span.end]
    whole = re.match(_PART_OF.pattern + r"(?:\d|" + _COUNT_HINT.pattern + ")", behind, re.IGNORECASE)
    part = re.search(r"(?:\d|" + _COUNT_HINT.pattern + r")" + _PART_OF.pattern + "$", before, re.IGNORECASE)
    both = quantity.measure is Measure.CASUALTIES and _beside(content, numeral, Measure.KILLED) is Measure.CASUALTIES
    ill = quantity.measure is Measure.OTHER and _ill(content, token)
    return bool(whole or part or both or ill or _ALL_BUT.search(before))


def rule_figure(reading: Reading) -> Figure:
    """Return the figure that the rules alone make of a number."""
    noun = reading.counted.noun
    bare = noun is None or noun.lower_ == "more"
    return Figure(reading.quantity, reading.number, None if bare else noun, reading.token)


def _quantity(
    content: Content,
    numeral: Numeral,
    counted: Counted,
    number: Any,
    governed: tuple[Measure, Any | None],
    earlier: Sequence[Figure],
) -> Quantity:
    measure, token = governed
    noun = None if counted.noun is None or counted.noun.lower_ == "more" else counted.noun
    if measure in {Measure.OTHER, Measure.KILLED, Measure.WOUNDED, Measure.LOST}:
        measure = _beside(content, numeral, measure)
    of_span = counted.span if noun is not None else None
    of = " ".join(of_span.of(content.parse.text).split()) if of_span else ""
    if noun is None:
        back = counted.back or counted.noun is not None
        before = _antecedent(earlier, content, measure, back, vague=numeral.vague)
        if before is not None:
            of, of_span = before.quantity.of, before.quantity.of_span
            if token is None and content.tense is Tense.NONE:
                measure = before.quantity.measure
    sufferers = sufferers_of(content, number, of)
    if sufferers is not None:
        of_span = sufferers
        of = " ".join(of_span.of(content.parse.text).split())
    elif noun is not None and measure is Measure.OTHER and not forms(noun).isdisjoint(_VICTIMS):
        measure = next((one.quantity.measure for one in reversed(earlier) if one.quantity.measure in _HARM), measure)
    if measure is Measure.WOUNDED and _ill(content, token):
        measure = Measure.OTHER
    return Quantity(measure, of, numeral.low, numeral.high, numeral.qualifier, span=numeral.span, of_span=of_span)


_BOTH_BEHIND = re.compile(
    r"^[^.;\d]{0,90}?\b(?:both )?(?:killed|dead) (?:and|or|as well as) (?:wounded|injured)\b", re.IGNORECASE
)
"""``30 soldiers were killed and wounded``, ``200 losses in killed and wounded``: one figure for both."""
_KILLED_AND_WOUNDED = re.compile(r"\b(?:killed|dead) (?:and|or) (?:wounded|injured)\b[^\d]{0,24}$", re.IGNORECASE)
_OUTCOME_AT = re.compile(
    r"\b(?P<noun>losses|dead|deaths|casualties|wounded|injured|missing)\s+(?:at|to|of|:)\s+$", re.IGNORECASE
)
_AS_OUTCOME = re.compile(r"^[^,.;]{0,40}\bas (?P<noun>missing|dead|killed|wounded|injured)\b", re.IGNORECASE)


def _beside(content: Content, numeral: Numeral, measure: Measure) -> Measure:
    """Return the measure that words right before or after a figure give, or else ``measure``."""
    text = content.parse.text
    before = text[content.span.start : numeral.span.start]
    behind = text[numeral.span.end : max(content.span.end, content.sentence.span.end)]
    if _KILLED_AND_WOUNDED.search(before) or _BOTH_BEHIND.match(behind):
        return Measure.CASUALTIES
    match = _OUTCOME_AT.search(before) or _AS_OUTCOME.match(text[numeral.span.end : content.span.end])
    if measure is Measure.OTHER and match is not None:
        return OUTCOME_WORDS[match["noun"].lower()]
    return measure


OUTCOME_WORDS = {
    "losses": Measure.LOST,
    "dead": Measure.KILLED,
    "deaths": Measure.KILLED,
    "killed": Measure.KILLED,
    "casualties": Measure.CASUALTIES,
    "wounded": Measure.WOUNDED,
    "injured": Measure.WOUNDED,
    "missing": Measure.MISSING,
}
"""Measures of the words that stand right beside a figure."""

_VICTIMS = frozenset({"victim", "fatality"})
_HARM = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES})
_SHARING = {Measure.INTERCEPTED: Measure.LAUNCHED, Measure.DESTROYED: Measure.LAUNCHED}
_OF_THINGS = frozenset({Measure.INTERCEPTED, Measure.DESTROYED, Measure.DAMAGED, Measure.LAUNCHED})
_VIOLENCE = re.compile(
    (
        r"\b(?:attack|explo\w*|shot|shoot\w*|crash\w*|bomb\w*|"
        r"strike|fire|soldiers?|police|gun\w*|quake|accident)\b"
    ),
    re.IGNORECASE,
)
_DISEASE = re.compile(
    r"\b(?:virus|flu|influenza|cholera|infect\w*|outbreak|epidemic|pandemic|disease|symptoms?|measles|ebola|covid|"
    r"patients?|illness|fever|poison\w*)\b",
    re.IGNORECASE,
)
_HOSPITAL = frozenset("hospitalize hospitalise take rush airlift admit fly treat transport transfer".split())


def _ill(content: Content, token: Any | None) -> bool:
    """Say whether people in hospital are there for an illness and not for violence or an accident."""
    if token is None or (token.lemma_.lower() not in _HOSPITAL and "hospital" not in token.lower_):
        return False
    text = content.parse.text
    return len(_DISEASE.findall(text)) > max(2, len(_VIOLENCE.findall(text)))


def _antecedent(
    earlier: Sequence[Figure], content: Content, measure: Measure, back: bool, *, vague: bool
) -> Figure | None:
    """Return the earlier figure whose noun a number without one shares.

    Within a sentence any figure will do; across sentences the words must point back (``two of them``, ``nine more``)
    or count the same thing, drones shot down being those launched.
    """
    for figure in reversed(earlier[-8:]):
        span = figure.quantity.span
        if span is None or (not figure.quantity.of and figure.quantity.measure is not measure):
            continue
        same_sentence = content.sentence.span.start <= span.start
        near = span.start > content.sentence.span.start - 500
        alike = figure.quantity.measure in {measure, _SHARING.get(measure, measure)}
        alike = alike or (measure in _OF_THINGS and figure.quantity.measure is Measure.OTHER)
        if (same_sentence and not vague) or (near and (back or (alike and not vague))):
            return figure
    return None


_PART_OF = re.compile(r"(?:\s+\w+)?\s+(?:out )?of\s+(?:the |its |their |some )?")
_ALL_BUT = re.compile(r"\ball but\s+$", re.IGNORECASE)


def _subsets(content: Content, found: list[Figure]) -> list[Figure]:
    """Read ``43 of 84 shot down`` and ``all but one of the sixteen died``."""
    done = list(found)
    for index, (first, second) in enumerate(pairwise(found)):
        one, other = first.quantity, second.quantity
        if one.span is None or other.span is None:
            continue
        between = content.parse.text[one.span.end : other.span.start].lower()
        if not _PART_OF.fullmatch(between):
            continue
        shared = other.of or one.of
        part = Measure.OTHER
        if first.noun is not None and first.noun != second.noun:
            shared_of, shared_span = one.of, one.of_span
        else:
            shared_of, shared_span = shared, other.of_span or one.of_span
        if one.measure is Measure.INTERCEPTED:
            part = Measure.LAUNCHED
        before = content.parse.text[max(content.span.start, one.span.start - 9) : one.span.start].lower()
        if _ALL_BUT.search(before) and one.low and other.low and one.low == one.high and other.high:
            one = replace(one, low=other.low - one.low, high=other.high - one.low)
        done[index] = replace(first, quantity=replace(one, of=shared_of, of_span=shared_span))
        done[index + 1] = replace(second, quantity=replace(other, measure=part))
    return done


def _remainders(content: Content, found: list[Figure], earlier: Sequence[Figure]) -> list[Figure]:
    """Read ``all but five returned`` against the number spoken of before; leave out what cannot be worked out."""
    done: list[Figure] = []
    for index, figure in enumerate(found):
        quantity = figure.quantity
        start = quantity.span.start if quantity.span else 0
        before = content.parse.text[max(content.span.start, start - 9) : start]
        follows = (
            index + 1 < len(found) and found[index + 1].quantity.measure is Measure.OTHER and figure.noun is not None
        )
        if (
            not _ALL_BUT.search(before)
            or (follows and quantity.low != quantity.high)
            or _worked_out(content, found, index)
        ):
            done.append(figure)
            continue
        whole = next(
            (one.quantity for one in reversed(earlier) if one.quantity.of == quantity.of and one.quantity.high), None
        )
        if whole is not None and whole.low == whole.high and whole.low and quantity.low and whole.low > quantity.low:
            rest = whole.low - quantity.low
            done.append(replace(figure, quantity=replace(quantity, low=rest, high=rest)))
    return done


def _worked_out(content: Content, found: Sequence[Figure], index: int) -> bool:
    if index + 1 >= len(found):
        return False
    one, other = found[index].quantity.span, found[index + 1].quantity.span
    return (
        one is not None
        and other is not None
        and _PART_OF.fullmatch(content.parse.text[one.end : other.start].lower()) is not None
    )
