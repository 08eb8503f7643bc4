"""What the published rules of projects that record conflicts give on the same figures, side by side."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportedly.model.claim import SourceClass
from reportedly.model.evidence import EstimateInput
from reportedly.model.posterior import RuleRange
from reportedly.model.reason import Reason

Range = tuple[int | None, int | None, int | None]
"""Low, best and high; None where nothing bounds that end."""


@dataclass(frozen=True)
class PublishedRule:
    """A named rule that turns the figures of independent origins into one range."""

    title: str
    rule: str
    combine: Callable[[Sequence[EstimateInput]], Range]


def _point(value: EstimateInput) -> int:
    if value.best is not None:
        return value.best
    return value.low if value.low is not None else value.high or 0


def _points(inputs: Sequence[EstimateInput]) -> list[int]:
    return sorted(_point(value) for value in inputs)


def _ends(inputs: Sequence[EstimateInput]) -> tuple[int | None, int | None]:
    """Return the lowest lower and the highest upper end; an open end above all others leaves the range open."""
    lows = [value.low for value in inputs if value.low is not None]
    highs = [value.high for value in inputs if value.high is not None]
    low = min(*lows, *_points(inputs)) if lows else None
    high = max(highs, default=None)
    open_ends = [value.low for value in inputs if value.high is None and value.low is not None]
    if high is not None and any(end > high for end in open_ends):
        high = None
    return low, high


def _ucdp(inputs: Sequence[EstimateInput]) -> Range:
    low, high = _ends(inputs)
    points = _points(inputs)
    return low, points[(len(points) - 1) // 2], high


def _acled(inputs: Sequence[EstimateInput]) -> Range:
    low, high = _ends(inputs)
    return low, _points(inputs)[0], high


def _range(inputs: Sequence[EstimateInput]) -> Range:
    low, high = _ends(inputs)
    return low, None, high


UCDP = PublishedRule(
    "UCDP low/best/high over origins",
    "low and high are the outermost ends, best the lower median of the independent origins (UCDP GED codebook:"
    " best is the most reliable, else the lower, of differing figures)",
    _ucdp,
)
ACLED = PublishedRule(
    "ACLED most conservative over origins",
    "best is the most conservative figure of the independent origins (ACLED codebook on fatalities)",
    _acled,
)
IBC = PublishedRule(
    "IBC minimum to maximum over origins",
    "from the lowest to the highest figure of the independent origins, no best (Iraq Body Count)",
    _range,
)
AIRWARS = PublishedRule(
    "Airwars minimum to maximum over credible origins",
    "from the lowest to the highest figure of the origins that are named and credible, hearsay and crowds left out"
    " where there are others (Airwars, methodology; a word for a number is read by the convention that was chosen)",
    _range,
)
PUBLISHED = (ACLED, UCDP, IBC, AIRWARS)
"""In the order in which they are printed."""
_HEARSAY = frozenset({SourceClass.REPORTS, SourceClass.CROWD, SourceClass.UNKNOWN})


def credible(inputs: Sequence[EstimateInput], classes: Sequence[SourceClass]) -> tuple[EstimateInput, ...]:
    """Return the figures of origins that are no hearsay; all of them where there are no others."""
    held = tuple(one for one, kind in zip(inputs, classes, strict=True) if kind not in _HEARSAY)
    return held or tuple(inputs)


def rule_ranges(inputs: Sequence[EstimateInput], classes: Sequence[SourceClass]) -> tuple[RuleRange, ...]:
    """Return the range of each published rule.

    Args:
        inputs: figures of independent origins; at least one.
        classes: the class of each figure's origin.
    """
    ids = tuple(one.claim_id for one in inputs)
    found = []
    for rule in PUBLISHED:
        some = credible(inputs, classes) if rule is AIRWARS else inputs
        found.append(RuleRange(rule.title, *rule.combine(some), Reason("rule", rule.rule, ids)))
    return tuple(found)
