"""Modelled numbers in words: rounded to what the model can know, with what moves them and what it takes for granted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from reportedly.assessment.names import with_article
from reportedly.assessment.wording import count_word, listed
from reportedly.model.evidence import Estimate
from reportedly.model.posterior import FigureConflict, FigureShare, Posterior, PriorUsed
from reportedly.model.rounding import floor_of, rounded, shown_range

_MOVES = 0.1
"""A source that shifts the logarithm of the estimate by less than this moves nothing worth a sentence."""
_BIASED = 0.1
"""A habit smaller than this share is none."""
_TIMES = {2: "twice", 3: "three times", 4: "four times", 5: "five times"}
_PARTS = {2: "half", 3: "a third of", 4: "a quarter of", 5: "a fifth of"}


def range_words(estimate: Estimate, posterior: Posterior) -> str:
    """Return the best estimate with its 50 % and 90 % range as a clause."""
    low, half_low, best, half_high, high = shown_range(posterior, floor_of(estimate))
    if low == high:
        return f"the best estimate is {best:,}, and the ranges round to the same number"
    half = f"a 50 % range of {half_low:,} to {half_high:,} and " if half_low != half_high else ""
    return (
        f"the best estimate is {'about ' if best > 10 else ''}{best:,}, with {half}a 90 % range of {low:,} to {high:,}"
    )


def influence(estimate: Estimate, posterior: Posterior) -> tuple[str, FigureShare] | None:
    """Return what the estimate would be without the source that moves it most; None where none moves it much."""
    told = [one for one in posterior.shares if one.shift is not None and one.without is not None]
    most = max(told, key=lambda one: (abs(one.shift or 0.0), one.claim_id), default=None)
    if most is None or most.without is None or abs(most.shift or 0.0) < _MOVES:
        return None
    least = floor_of(estimate) or 0
    best, without = max(rounded(posterior.best), least), rounded(most.without)
    if best == without:
        return None
    turns = "fall" if without < best else "rise"
    return f"without {_figure_of(most)} the best estimate would {turns} from {best:,} to {without:,}", most


def _figure_of(share: FigureShare) -> str:
    return f"the figure of {with_article(share.origin)}" if share.origin else "the figure that nobody is named for"


def assumptions(posterior: Posterior) -> Iterator[str]:
    """Yield what is taken for granted about parties whose figures are off as a rule, with its source."""
    for prior in posterior.priors:
        if prior.name.startswith(_OF_PARTY) and abs(prior.factor - 1) >= _BIASED:
            whose, _, category = prior.name.partition(", ")
            of = f" ({category})" if category and category != _ALL else ""
            source = _FIRST.match(prior.source)
            told = f" ({source[0].strip()})" if source else ""
            yield f"figures of a {whose}{of} are taken to be {times(prior)} as a rule{told}"


_OF_PARTY = "party "
"""How the name of an assumption on a party's habit begins; all other assumptions are listed with the estimate alone."""
_ALL = "any"
_FIRST = re.compile(r"[^:;]+")
"""Where an assumption was published or measured, before what exactly was found there."""


def times(prior: PriorUsed) -> str:
    """Return in words by what a kind of figure is off: ``about twice the true number``."""
    factor = prior.factor
    if factor >= 1:
        near = round(factor)
        if near in _TIMES and abs(factor - near) < 0.15 * near / 2:
            return f"about {_TIMES[near]} the true number"
        return f"about {factor:.1f} times the true number"
    near = round(1 / factor)
    if near in _PARTS and abs(1 / factor - near) < 0.4:
        return f"about {_PARTS[near]} the true number"
    return f"about {rounded(100 * factor)} % of the true number"


def conflict_words(conflict: FigureConflict, names: Mapping[str, str]) -> str:
    """Return which figures can hardly be of one number.

    Args:
        conflict: the figures.
        names: names of the sources by the id of their saying, as prose has them.
    """
    who = list(dict.fromkeys(names[one] for one in conflict.testimony_ids if one in names))
    chance = max(round(100 * conflict.probability), 1)
    how = f"{'fewer than ' if conflict.probability < 0.01 else 'about '}{count_word(chance)} in 100 cases"
    whose = f"the figures of {listed(who)}" if len(who) > 1 else "the figures"
    return f"{whose} can hardly be of one number: figures of one number come to lie so far apart in {how}"


def modelled_numbers(estimate: Estimate) -> frozenset[int]:
    """Return every number that the sentences on an estimate's model may print."""
    posterior = estimate.posterior
    if posterior is None:
        return frozenset()
    found = {50, 90, 100, *shown_range(posterior, floor_of(estimate))}
    found |= {rounded(one.without) for one in posterior.shares if one.without is not None}
    found |= {max(round(100 * one.probability), 1) for one in posterior.conflicts}
    found |= {rounded(100 * one.factor) for one in posterior.priors}
    return frozenset(found)
