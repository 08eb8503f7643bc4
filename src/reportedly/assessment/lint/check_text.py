"""Check the wording of a text: scales, likelihood beside confidence, and words that judge nothing.

Whatever stands in quotation marks is another's and is not checked, nor is possibility in indirect speech. The rules
come from ICD 203 (2 January 2015), section D.6.e(2), PHIA's guidance of 24 March 2025, and Sherman Kent, Words of
Estimative Probability (1964).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from reportedly.assessment.lint.confidence import has_basis, levels
from reportedly.assessment.lint.hedges import beliefs, double_hedges, hearsay
from reportedly.assessment.lint.numbers import gives_number, stated
from reportedly.assessment.lint.possibility import possibilities
from reportedly.assessment.lint.scales import breaches_of_scale
from reportedly.assessment.lint.sentences import Sentence, own_words, sentences
from reportedly.assessment.lint.vocabulary import Family, Use, Vocabulary, families
from reportedly.model.lint import DEFAULT_RULES, Breach, LintRule
from reportedly.model.span import Span
from reportedly.model.yardstick import Yardstick

_UNCERTAINTY = "ICD 203, D.6.e(2)"
_SENTENCE = "ICD 203, D.6.e(2)(b): no level of confidence and degree of likelihood in one sentence"
_POSSIBLE = (
    "Kent 1964: such a word covers everything from almost none to almost all; PHIA 2025: no terms outside the yardstick"
)

_BASIS = f"{_UNCERTAINTY}: the basis of confidence is to be explained"
_JUDGEMENT = f"{_UNCERTAINTY} and (3): judgements are told as such"
_SOURCES = "ICD 203, D.6.e(1) and (3): sources are described, information is told from judgement"


@dataclass(frozen=True)
class Linter:
    """The rules of wording over some scales of likelihood."""

    vocabulary: Vocabulary
    chosen: tuple[Family, ...] = ()
    """The families to one of which texts must keep; empty = each text is on the scale that has most of its words."""
    rules: Collection[LintRule] = DEFAULT_RULES

    def breaches(self, text: str) -> tuple[Breach, ...]:
        """Return what breaks the rules, in the order of the text; the text is one product."""
        cut = tuple(sentences(own_words(text)))
        uses = [use for sentence in cut for use in self.vocabulary.uses(sentence)]
        found = list(breaches_of_scale(uses, self.vocabulary, self.chosen, text))
        for sentence in cut:
            found += self._in_sentence(sentence, [use for use in uses if use.sentence == sentence])
        kept = {_key(one): one for one in found if one.rule in self.rules}
        return tuple(kept[key] for key in sorted(kept))

    def _in_sentence(self, sentence: Sentence, uses: Sequence[Use]) -> Iterator[Breach]:
        yield from _surety(sentence, uses)
        yield from _hedged(sentence)
        for span in beliefs(sentence):
            what = f"{_words(sentence, span)!r} tells a feeling"
            yield _made(LintRule.BELIEF, sentence, span, what, _JUDGEMENT, "say what is judged and how likely it is")
        for span in hearsay(sentence):
            what = f"{_words(sentence, span)!r} names nobody"
            yield _made(LintRule.NO_SOURCE, sentence, span, what, _SOURCES, "say whose word it is")
        yield from self._without_number(uses)

    def _without_number(self, uses: Sequence[Use]) -> Iterator[Breach]:
        for use in uses:
            if self.vocabulary.having(use.word) and not stated(use, len(uses) == 1):
                what, why = f"{use.word!r} has no number beside it", "readers put one word into many numbers"
                yield Breach(
                    LintRule.NO_NUMBER,
                    Span(use.start, use.end),
                    use.word,
                    what,
                    why,
                    "print its interval behind the word",
                )


def _surety(sentence: Sentence, uses: Sequence[Use]) -> Iterator[Breach]:
    """Yield a level of confidence beside a likelihood, and one that rests on nothing."""
    found = next(levels(sentence), None)
    if found is None:
        return
    if uses or gives_number(sentence):
        likelihood = repr(uses[0].word) if uses else "a probability"
        what = f"{likelihood} and {_words(sentence, found)!r} stand in one sentence"
        advice = "give the confidence a sentence of its own"
        yield _made(LintRule.LIKELIHOOD_AND_CONFIDENCE, sentence, found, what, _SENTENCE, advice)
    if not has_basis(sentence):
        what = "the confidence rests on nothing that is named"
        yield _made(LintRule.NO_BASIS, sentence, found, what, _BASIS, "say on what it rests")


def _hedged(sentence: Sentence) -> Iterator[Breach]:
    """Yield two hedges on one statement, and words of possibility that are not part of them."""
    doubles = list(double_hedges(sentence))
    for span in doubles:
        what = "two hedges on one statement"
        yield _made(LintRule.DOUBLE_HEDGE, sentence, span, what, _UNCERTAINTY, "keep one word, of the scale")
    for span in possibilities(sentence):
        if not any(span.overlaps(other) for other in doubles):
            what = f"{_words(sentence, span)!r} judges nothing"
            advice = "give the likelihood by a word of the scale, or say what is not known"
            yield _made(LintRule.POSSIBILITY, sentence, span, what, _POSSIBLE, advice)


def linter(
    scales: Sequence[Yardstick],
    chosen: Yardstick | None = None,
    row: int | None = None,
    rules: Collection[LintRule] = DEFAULT_RULES,
) -> Linter:
    """Return a linter over some scales.

    Args:
        scales: of likelihood, the default one first; what is a mixture is found from their words.
        chosen: the scale that texts must keep to; None = whichever fits a text.
        row: the row of its words that texts must keep to, from 1; None = one of them, whichever.
        rules: those to check.
    """
    held = families([chosen]) if chosen else ()
    return Linter(Vocabulary(scales), tuple(one for one in held if row in (None, one.row)), rules)


def _key(breach: Breach) -> tuple[int, str, int]:
    return breach.span.start, breach.rule, breach.span.end


def _words(sentence: Sentence, span: Span) -> str:
    return sentence.text[span.start - sentence.start : span.end - sentence.start]


def _made(rule: LintRule, sentence: Sentence, span: Span, what: str, why: str, advice: str) -> Breach:
    return Breach(rule, span, _words(sentence, span), what, why, advice)
