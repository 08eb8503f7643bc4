"""How much a reader gains by opening an event: a sum of grounds, each with what it adds.

The number orders the dossier and says nothing about truth. It takes in what the event's own pages show and nothing
else, neither the day on which somebody looks nor other events, so that a stored card stays right.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from math import fsum, log2, log10

from reportedly.model.card import AlarmMark, Worth
from reportedly.model.claim import Measure
from reportedly.model.evidence import Drift, Estimate, Severity
from reportedly.model.reason import Reason

_GAP_MOST = 4.0
"""What the gap adds at most: sixteen pages on one origin."""
_CONTEST = 2.0
_FURTHER_SIDE = 1.0
_ALARMS = {Severity.MINOR: 0.25, Severity.SERIOUS: 0.75, Severity.GRAVE: 1.5}
_ALARMS_MOST = 3.0
_DRIFTS = {Severity.MINOR: 0.25, Severity.SERIOUS: 0.5, Severity.GRAVE: 1.0}
_PEOPLE = frozenset(
    {
        Measure.KILLED,
        Measure.WOUNDED,
        Measure.CASUALTIES,
        Measure.LOST,
        Measure.MISSING,
        Measure.DISPLACED,
        Measure.DETAINED,
    }
)
"""Measures of harm to people; a tenfold of these adds twice as much as a tenfold of others."""
_TENFOLD, _TENFOLD_OTHER = 0.5, 0.25
_FIGURE_MOST = 3.0


def worth_of(
    pages: int,
    independent: int,
    sides: Collection[str],
    contested: bool,
    alarms: Collection[AlarmMark],
    drifts: Collection[Drift],
    estimate: Estimate | None,
) -> Worth:
    """Return how much is gained by opening an event; the weights of the reasons sum to the value.

    The parts and their weights are our own choice, told in docs/method.md ("What is worth looking at first").

    Args:
        pages: documents that tell of it.
        independent: origins that count.
        sides: sides of all origins, of those that deny as well.
        contested: whether somebody denies it or figures cannot stand beside each other.
        alarms: what looks like a confirmation and is none.
        drifts: changes that relays made.
        estimate: the leading figure's; None where no figure is told.
    """
    parts = (
        _origins(independent),
        _gap(pages, independent),
        _contest(sides, contested),
        _alarms(alarms),
        _drifts(drifts),
        _figure(estimate),
    )
    reasons = tuple(reason for part in parts for reason in part)
    return Worth(round(fsum(reason.weight or 0.0 for reason in reasons), 2), reasons)


def _origins(independent: int) -> Iterator[Reason]:
    """Two origins that know by themselves are worth more than one, each further one less: log2(1 + n)."""
    if independent:
        noun = "independent origin" if independent == 1 else "independent origins"
        yield _part("origins", f"{independent} {noun}", log2(1 + independent))


def _gap(pages: int, independent: int) -> Iterator[Reason]:
    """What looks better attested than it is: log2(pages / origins), at most 4; one page more than origins is none."""
    origins = max(independent, 1)
    if pages > origins:
        text = f"{pages} pages stand on {independent or 'no'} independent {'origin' if independent == 1 else 'origins'}"
        yield _part("gap", text, min(log2(pages / origins), _GAP_MOST))


def _contest(sides: Collection[str], contested: bool) -> Iterator[Reason]:
    if contested:
        yield _part("contested", "the sources contradict one another", _CONTEST)
    if contested and len(sides) > 1:
        yield _part("sides", f"{len(sides)} sides speak of it", _FURTHER_SIDE)


def _alarms(alarms: Collection[AlarmMark]) -> Iterator[Reason]:
    if alarms:
        noun = "false confirmation" if len(alarms) == 1 else "false confirmations"
        worst = max((Severity(one.severity) for one in alarms), key=list(Severity).index)
        weight = min(fsum(_ALARMS[Severity(one.severity)] for one in alarms), _ALARMS_MOST)
        yield _part("alarms", f"{len(alarms)} {noun}, the worst {worst}", weight)


def _drifts(drifts: Collection[Drift]) -> Iterator[Reason]:
    if drifts:
        worst = max((one.severity for one in drifts), key=list(Severity).index)
        noun = "change" if len(drifts) == 1 else "changes"
        yield _part("drift", f"{len(drifts)} {noun} on the way, the worst {worst}", _DRIFTS[worst])


def _figure(estimate: Estimate | None) -> Iterator[Reason]:
    """A tenfold of the best number, or of the only bound, adds 0.5 where it counts harm to people, else 0.25."""
    if estimate is None:
        return
    told = (estimate.best, estimate.low, estimate.high)
    size = next((number for number in told if number is not None), 0)
    if size > 0:
        tenfold = _TENFOLD if estimate.measure in _PEOPLE else _TENFOLD_OTHER
        what = "of different things" if estimate.measure is Measure.OTHER else str(estimate.measure)
        yield _part("figure", f"a figure of {size:,} {what}", min(tenfold * log10(1 + size), _FIGURE_MOST))


def _part(code: str, text: str, weight: float) -> Reason:
    return Reason(code, text, (), round(weight, 2))
