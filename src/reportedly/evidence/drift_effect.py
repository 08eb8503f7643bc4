"""How grave a change is: what it does to the estimate, if the relay's words are taken at face value."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

from reportedly.evidence.drift_figures import measured
from reportedly.evidence.drift_pairs import Comparison, Found
from reportedly.evidence.drift_time import periods
from reportedly.evidence.phrases import parties
from reportedly.model.certainty import Certainty
from reportedly.model.claim import Measure, Quantity
from reportedly.model.evidence import DriftType, Severity
from reportedly.model.measures import Bounds, contains

MINOR_RATIO = 1.1
"""Up to a tenth is what rounding to two digits does to a count."""
GRAVE_RATIO = 2.6
"""Nine in ten ratios of the highest to the lowest count that was published of one incident are smaller (incidents of
Airwars with a range, 36 % of 841: median 1.5, ninth decile 2.6)."""
MINOR_STEP = 0.125
"""Half the widest band of ICD 203 (20 to 45 and 55 to 80 per cent): less leaves a word in its band or at its edge."""
EVEN = 0.5
SAME_WEEK = 3
"""Days by which a report may err within one week's news; more can make another event of it."""
_NEGATION = re.compile(r"\b(?:not|never|no|none|nobody|nothing|without)\b|n['’]t\b", re.IGNORECASE)


@dataclass(frozen=True)
class Effect:
    """What a change does to the estimate or its reading."""

    severity: Severity
    text: str
    """In words, from ``would``."""
    log_ratio: float | None = None


def effect_of(pair: Comparison, found: Found) -> Effect:
    """Return what a change does, by its type."""
    return _EFFECTS[found.type](pair, found)


def by_ratio(log_ratio: float) -> Severity:
    """Return the severity of a change that multiplies an estimate, by the logarithm of the factor."""
    size = abs(log_ratio)
    if size <= math.log(MINOR_RATIO):
        return Severity.MINOR
    return Severity.SERIOUS if size <= math.log(GRAVE_RATIO) else Severity.GRAVE


def log_ratio(before: Bounds, after: Bounds) -> float:
    """Return the logarithm of the factor between the middles of two ranges; one is added to both, so that 0 counts."""
    return math.log((_middle(after) + 1) / (_middle(before) + 1))


def range_words(bounds: Bounds) -> str:
    """Return a range in words: ``30``, ``0–30``, ``at least 30``, ``at most 30``."""
    low, high = bounds.low, bounds.high
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return f"at least {low:,}" if low is not None else f"at most {high or 0:,}"


def _middle(bounds: Bounds) -> float:
    low, high = bounds.low, bounds.high
    if low is not None and high is not None:
        return (low + high) / 2
    return low if low is not None else (high or 0) / 2


def _plain(quantity: Quantity) -> Bounds:
    return Bounds(quantity.low, quantity.high)


def _moved(what: str, before: Bounds, after: Bounds) -> Effect:
    """Return the effect on one count whose range moves."""
    size = log_ratio(before, after)
    verb = "raise" if size > 0 else "lower" if size < 0 else "change"
    text = f"would {verb} {what} from {range_words(before)} to {range_words(after)}"
    return Effect(by_ratio(size), text, size)


def _figures(pair: Comparison, _: Found) -> Effect:
    if pair.figures is None:
        return Effect(Severity.SERIOUS, "would stand as news though it is old")
    before, after = pair.figures
    return _moved(f"the {measured(pair.relay, after)}", _plain(before), _plain(after))


def _stale(pair: Comparison, _: Found) -> Effect:
    later = [t for t in pair.book.testimonies if t.revises == pair.testimony.id and t.quantity is not None]
    if not later or pair.figures is None or later[0].quantity is None:
        return Effect(Severity.SERIOUS, "would give an old story as news")
    effect = _moved(f"the {later[0].quantity.measure}", _plain(later[0].quantity), _plain(pair.figures[1]))
    return Effect(max(effect.severity, Severity.SERIOUS, key=list(Severity).index), effect.text, effect.log_ratio)


def _bound(pair: Comparison, found: Found) -> Effect:
    if pair.figures is None:
        return Effect(Severity.MINOR, "would change the bound")
    before, after = (_plain(quantity) for quantity in pair.figures)
    opened = [end for end in ("low", "high") if (getattr(before, end) is None) != (getattr(after, end) is None)]
    size = log_ratio(before, after)
    severity = Severity.SERIOUS if opened else by_ratio(size)
    what = measured(pair.relay, pair.figures[1])
    if not opened:
        text = f"would move the bound of the {what} from “{found.before}” to “{found.after}”"
    else:
        text = f"would change the {what} from {range_words(before)} to {range_words(after)}"
    return Effect(severity, text, size)


def _measure(pair: Comparison, found: Found) -> Effect:
    if pair.figures is None:
        return Effect(Severity.SERIOUS, f"would count {found.before} as {found.after}")
    first, second = (Measure(found.before), Measure(found.after))
    before, after = (_plain(quantity) for quantity in pair.figures)
    gained = _moved(f"the {second}", _implied(first, before, second), after)
    lost = _moved(f"the {first}", before, _implied(second, after, first))
    return max((gained, lost), key=lambda effect: abs(effect.log_ratio or 0.0))


def _implied(told: Measure, bounds: Bounds, wanted: Measure) -> Bounds:
    """Return what a count of one measure says of another: some of it, at least it, or nothing."""
    if contains(told, wanted):
        return Bounds(0, bounds.high if bounds.high is not None else bounds.low)
    if contains(wanted, told):
        return Bounds(bounds.low if bounds.low is not None else 0, None)
    return Bounds(0, 0)


def _side(pair: Comparison, found: Found) -> Effect:
    if pair.figures is None:
        return Effect(Severity.GRAVE, "would lay it on other people")
    before, after = pair.figures
    registry = pair.book.library.registry
    ours, theirs = set(parties(pair.reference, before, registry)), set(parties(pair.relay, after, registry))
    shared = ours & theirs
    most = before.turn if isinstance(before.turn, int) else before.turn[1]
    given = Bounds(0, most) if shared else Bounds(0, 0)
    effect = _moved(f"the {measured(pair.relay, after)} among “{found.after}”", given, _plain(after))
    dropped = log_ratio(Bounds(0, most) if shared else _plain(before), Bounds(0, 0))
    size = max(effect.log_ratio or 0.0, dropped, key=abs)
    return Effect(by_ratio(size), effect.text, effect.log_ratio)


def _hedge(pair: Comparison, found: Found) -> Effect:
    before, after = pair.reference.certainty, pair.relay.certainty
    if before is None:
        return _narrowed(pair, found)
    start, end = (before.low + before.high) / 2, _probability(after)
    text = f"would raise its probability from {before.low:.0%} to {before.high:.0%} up to {_surety(after)}"
    if end - start < MINOR_STEP:
        return Effect(Severity.MINOR, text)
    return Effect(Severity.GRAVE if start <= EVEN < end else Severity.SERIOUS, text)


def _probability(certainty: Certainty | None) -> float:
    return 1.0 if certainty is None else (certainty.low + certainty.high) / 2


def _surety(certainty: Certainty | None) -> str:
    return "certainty" if certainty is None else f"{certainty.low:.0%} to {certainty.high:.0%}"


def _narrowed(pair: Comparison, found: Found) -> Effect:
    figures = pair.figures
    if figures is not None and figures[0].qualifier == "about" and found.type is DriftType.HEDGE_DROPPED:
        before, after = Bounds.of(figures[0]), Bounds.of(figures[1])
        text = f"would narrow the {measured(pair.relay, figures[1])} from {range_words(before)} to {range_words(after)}"
        return Effect(Severity.MINOR, text, log_ratio(before, after))
    return Effect(Severity.SERIOUS, "would make a fact of what the origin only has signs of")


def _evidence(_: Comparison, __: Found) -> Effect:
    return Effect(Severity.SERIOUS, "would give proof to what rests on a word alone, and so a better grade")


def _day(pair: Comparison, _: Found) -> Effect:
    before, after = pair.reference.when, pair.relay.when
    if before is None or after is None or before.overlaps(after):
        return Effect(Severity.MINOR, "would date what the testimony leaves open")
    gap = before.gap(after)
    text = f"would move it by {gap} day{'' if gap == 1 else 's'}"
    return Effect(Severity.MINOR if gap <= SAME_WEEK else Severity.SERIOUS, text)


def _scope(pair: Comparison, found: Found) -> Effect:
    """A total laid on one day multiplies that day's count by the days that the total covers."""
    text = f"would give the count of {found.before} as that of {found.after}"
    before, after = periods(pair)
    if before is None or after is None:
        return Effect(Severity.SERIOUS, text)
    size = math.log(before / after)
    return Effect(max(by_ratio(size), Severity.SERIOUS, key=list(Severity).index), text, size)


def _claimant(_: Comparison, found: Found) -> Effect:
    return Effect(Severity.GRAVE, f"would make a second origin, {found.after}, of one saying of {found.before}")


def _polarity(_: Comparison, found: Found) -> Effect:
    return Effect(Severity.GRAVE, f"would turn what is {found.before} into its opposite")


def _quotation(_: Comparison, found: Found) -> Effect:
    turned = len(_NEGATION.findall(found.before)) % 2 != len(_NEGATION.findall(found.after)) % 2
    if turned:
        return Effect(Severity.GRAVE, "would turn the quoted words into their opposite")
    return Effect(Severity.SERIOUS, "would put words into the mouth of the one who is quoted")


_EFFECTS: dict[DriftType, Callable[[Comparison, Found], Effect]] = {
    DriftType.MEASURE: _measure,
    DriftType.SIDE: _side,
    DriftType.BOUND: _bound,
    DriftType.FIGURE: _figures,
    DriftType.HEDGE_DROPPED: _hedge,
    DriftType.HEDGE_STRENGTHENED: _hedge,
    DriftType.EVIDENCE_UPGRADED: _evidence,
    DriftType.DAY: _day,
    DriftType.SCOPE: _scope,
    DriftType.CLAIMANT: _claimant,
    DriftType.FUSED: _figures,
    DriftType.QUOTATION: _quotation,
    DriftType.STALE: _stale,
    DriftType.POLARITY: _polarity,
}
