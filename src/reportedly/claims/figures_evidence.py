"""What speaks for the measure of a figure, or against there being one: named features for the learned reader.

The rules of ``figures_measures`` and ``figures_uncounted`` read what they have words for. The model weighs their
verdict together with the words around the figure, the verbs above it and what the text counted before, and so reads
``of the 40 names 13 were officers`` or ``26 drones took part``, for which no rule stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportedly.claims.content import Content
from reportedly.claims.figures_nouns import Counted
from reportedly.claims.figures_numerals import Numeral
from reportedly.model.claim import Measure, Quantity

NOTHING = "none"
"""Label of a number that counts nothing."""
HARM = re.compile(
    r"\b(?:kill\w*|dead|deaths?|died?|dies|dying|injur\w+|wound\w+|hurt|shot|casualt\w+|losse?s?|lost|captur\w+|"
    r"prisoners?|missing|arrest\w+|detain\w+|deploy\w+|troops?|destroy\w+|damag\w+|intercept\w+|launch\w+|fired|"
    r"displac\w+|evacuat\w+|fled|attack\w*|struck|hit|victims?|toll|bod(?:y|ies)|hospital\w*|kidnap\w*|abduct\w*)\b"
)
"""Words that say what befell those who are counted."""
_STEPS = (1, 2, 3, 5, 10, 20, 50, 100, 1000, 10_000, 100_000, 1_000_000)
_NEAR = 60
_LEFT, _RIGHT = 7, 9


@dataclass(frozen=True, slots=True)
class Reading:
    """A number as the rules read it."""

    numeral: Numeral
    counted: Counted
    number: Any
    """The token by which the figure hangs in the tree."""
    measure: Measure
    """What the verbs and nouns above it say."""
    token: Any | None
    """The token that says so."""
    uncounted: bool
    """Whether the rules hold that it counts nothing."""
    quantity: Quantity
    """What the rules make of it where it counts."""
    settled: bool = False
    """Whether a turn of phrase decides it that has one reading: ``all but one of the sixteen``."""

    @property
    def rule(self) -> str:
        """The rules' verdict as a label."""
        return NOTHING if self.uncounted else self.quantity.measure.value


def figure_features(reading: Reading, content: Content, earlier: Sequence[Quantity]) -> tuple[str, ...]:
    """Return what speaks for each measure of a number, as named features.

    Args:
        reading: what the rules read.
        content: the content it stands in.
        earlier: the quantities counted before it in the document, last one last.
    """
    names = [*_shape(reading, content), *_above(reading), *_around(reading, content), *_before(reading, earlier)]
    return tuple(dict.fromkeys(names))


def _shape(reading: Reading, content: Content) -> Iterator[str]:
    numeral, noun, rule = reading.numeral, reading.counted.noun, reading.rule
    digits = numeral.written[:1].isdigit()
    value = numeral.low if numeral.low is not None else numeral.high
    year = digits and value is not None and 1500 <= value <= 2100 and "," not in numeral.written
    lemma = noun.lemma_.lower() if noun is not None else "NONE"
    yield from ("bias", f"rule {rule}", f"rule {rule} noun {lemma}", f"noun {lemma}", f"suffix {lemma[-3:]}")
    yield f"measure {reading.measure} uncounted {reading.uncounted}"
    yield f"token {reading.token.lemma_.lower() if reading.token is not None else ''}"
    yield f"written {digits} {_bucket(value)} year {year}"
    yield f"rule {rule} written {digits} {_bucket(value)}"
    yield f"vague {numeral.vague}"
    yield f"qualifier {numeral.qualifier}"
    yield f"rule {rule} no noun {noun is None}"
    yield f"back {reading.counted.back} {reading.counted.partitive}"
    yield f"entity {reading.number.ent_type_}"
    yield f"entity of noun {noun.ent_type_ if noun is not None else ''}"
    yield f"tense {content.tense} rule {rule}"
    yield f"chain {min(1, len(content.draft.chain))} {rule}"
    yield f"opening {content.sentence.paragraph == 0} {rule}"
    yield from (f"child {child.lower_}" for child in (noun.children if noun is not None else ()))


def _bucket(value: int | None) -> str:
    if value is None:
        return NOTHING
    return next((f"<={top}" for top in _STEPS if value <= top), "more")


def _above(reading: Reading) -> Iterator[str]:
    number, noun = reading.number, reading.counted.noun
    head = noun if noun is not None else number
    role = current = head
    while current.dep_ in {"conj", "appos", "nmod", "compound"} and current.head != current:
        current = role = current.head
    label = role.dep_
    preposition = role.head.lower_ if label == "pobj" else ""
    verbs = [above for above in head.ancestors if above.pos_ in {"VERB", "AUX"}]
    verb = verbs[0].lemma_.lower() if verbs else "NONE"
    lemma = noun.lemma_.lower() if noun is not None else "NONE"
    yield from (f"verb {verb} {label}", f"verb {verb}", f"role {label} {preposition}", f"verb {verb} noun {lemma}")
    yield f"number {number.dep_} {number.head.pos_}"
    if len(verbs) > 1:
        yield f"second verb {verbs[1].lemma_.lower()} {reading.rule}"
    above = [token.lemma_.lower() for token in number.ancestors]
    yield from (f"above {word}" for word in above[:5])
    yield from (f"above {word} {label}" for word in above[:2])


def _around(reading: Reading, content: Content) -> Iterator[str]:
    tokens, first = list(content.sentence.tokens), content.sentence.tokens.start
    own = [token.i - first for token in content.tokens_at(reading.numeral.span)] or [reading.number.i - first]
    low, high, rule = own[0], own[-1], reading.rule
    yield f"previous {_lemma(tokens, low - 1)}"
    yield f"previous {_lemma(tokens, low - 2)} {_lemma(tokens, low - 1)}"
    yield f"next {_lemma(tokens, high + 1)}"
    yield f"next {_lemma(tokens, high + 1)} {_lemma(tokens, high + 2)}"
    yield f"parts {' '.join(token.pos_ for token in tokens[high + 1 : high + 3])}"
    yield f"first {low == 0}"
    yield from (f"left {word}" for word in _words(tokens[max(0, low - _LEFT) : low]))
    yield from (f"right {word}" for word in _words(tokens[high + 1 : high + _RIGHT]))
    yield from (f"near right {word}" for word in _words(tokens[high + 1 : high + 4]))
    yield from (f"beside {token.lemma_.lower()}" for token in tokens if token.pos_ in {"VERB", "NOUN", "ADJ"})
    text, span = content.parse.text, reading.numeral.span
    yield from (f"near {word}" for word in _harm(text[max(0, span.start - _NEAR) : span.end + _NEAR]))
    harm = _harm(content.sentence.span.of(text))
    yield from (f"sentence {word} rule {rule}" for word in harm)
    yield f"harmless {not harm} {rule}"


def _before(reading: Reading, earlier: Sequence[Quantity]) -> Iterator[str]:
    last = earlier[-1].measure.value if earlier else NOTHING
    rule = reading.rule
    yield f"rule {rule} last {last}"
    yield f"last {last} no noun {reading.counted.noun is None}"
    yield f"last {last} rule {rule} back {reading.counted.back}"
    if earlier:
        yield f"last of {earlier[-1].of.lower()[-12:]}"
    if len(earlier) > 1:
        yield f"second last {earlier[-2].measure}"


def _lemma(tokens: Sequence[Any], place: int) -> str:
    return str(tokens[place].lemma_.lower()) if 0 <= place < len(tokens) else "_"


def _words(tokens: Sequence[Any]) -> Iterator[str]:
    return (token.lemma_.lower() for token in tokens if not token.is_punct)


def _harm(text: str) -> list[str]:
    return sorted(set(HARM.findall(text.lower())))
