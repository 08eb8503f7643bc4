"""Lint: what is wrong with the words in which a text judges, and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.span import Span


class LintRule(StrEnum):
    """A rule of wording; the value is its code."""

    MIXED_SCALES = "L01"
    """Likelihood words that no one scale has together."""
    MIXED_ROWS = "L02"
    """Words of both rows of ICD 203 in one product."""
    LIKELIHOOD_AND_CONFIDENCE = "L03"
    """A degree of likelihood and a level of confidence in one sentence."""
    POSSIBILITY = "L04"
    """A word that says only that something is not excluded, in place of a judgement."""
    NUMBER_MISFIT = "L05"
    """A number that lies outside of the row of the word beside it."""
    BELIEF = "L06"
    """A verb of feeling in place of a judgement."""
    DOUBLE_HEDGE = "L07"
    """Two hedges on one statement, which have no number together."""
    NO_SOURCE = "L08"
    """Hearsay without whose it is."""
    NO_NUMBER = "L09"
    """A likelihood word without its number; only where asked for."""
    OFF_SCALE = "L10"
    """A likelihood word that the chosen scale does not have; only where a scale is chosen."""
    NO_BASIS = "L11"
    """A level of confidence without what it rests on; only where asked for."""


DEFAULT_RULES = frozenset(LintRule) - {LintRule.NO_NUMBER, LintRule.NO_BASIS}
"""What is checked unless asked otherwise; the rules left out are demands that no standard makes of every sentence."""


@dataclass(frozen=True, slots=True)
class Breach:
    """One place where a text breaks a rule of wording."""

    rule: LintRule
    span: Span
    """The words, in characters of the text."""
    words: str
    what: str
    """What is wrong, in a sentence."""
    why: str
    """The standard and its section."""
    advice: str
    """What to do."""
