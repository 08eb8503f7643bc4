"""The votes on an event: which proposition it is about, and what each independent origin says of it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from reportedly.evidence.casebook import Casebook, people
from reportedly.model.belief import Interest, OriginVote, Proposition
from reportedly.model.claim import Claim, Kind, Measure, Quantity
from reportedly.model.counting import unit_word
from reportedly.model.event import EventKind, Origin, Testimony
from reportedly.model.evidence import OriginCount

_TELLING = frozenset({Kind.EVENT, Kind.TALLY})
_LOSSES = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.LOST, Measure.CAPTURED})
_FORCES = frozenset({"=soldier"})
_ABOUT = 1.25
"""Factor within which two figures are about the same; the reach that the scores of figures use (evidence.md, 2.3)."""


def proposition_of(book: Casebook) -> Proposition | None:
    """Return what an event's testimonies affirm or deny; None where they do neither.

    An incident or a state: that it happened. A running tally with figures: that the figure is about right. Questions
    about the future have none, since forecasts and assessments do not affirm that anything is so.
    """
    if book.event.kind is EventKind.QUESTION:
        return None
    return Proposition.MAGNITUDE if book.event.kind is EventKind.TALLY else Proposition.HAPPENED


def votes_of(book: Casebook, count: OriginCount) -> tuple[OriginVote, ...]:
    """Return one vote for each origin that counts, and one for each word whose lineage is not recorded.

    An origin whose standing words both affirm and deny does not vote. On a tally, an origin whose figure is not about
    the one that most origins give denies this magnitude, and one without a figure does not vote. Words that weigh,
    predict or explain are no votes either: they do not affirm that it happened.
    """
    told = {t.id: t for t in book.testimonies if t.id not in book.superseded and t.claim_ids}
    ballots = []
    for standing in count.origins:
        words = [told[one] for one in standing.testimony_ids if one in told]
        nameless = any(c.code == "unrecorded" and c.what == standing.origin.name for c in count.collapses)
        if standing.counts or nameless:
            ballots.append((standing.origin, words, standing.counts))
    ballots += [(t.origin, [t], False) for t in told.values() if not t.origin.recorded]
    figure = _common(book, [words for _, words, recorded in ballots if recorded])
    votes = (_vote(book, origin, words, figure, recorded=recorded) for origin, words, recorded in ballots)
    return tuple(vote for vote in votes if vote is not None)


def _vote(
    book: Casebook, origin: Origin, words: Sequence[Testimony], figure: Quantity | None, *, recorded: bool
) -> OriginVote | None:
    said = [(t, book.reference(t)) for t in words]
    said = [(t, claim) for t, claim in said if claim.kind in _TELLING or t.denial]
    if proposition_of(book) is Proposition.MAGNITUDE:
        said = [(t, claim) for t, claim in said if t.denial or _same_kind(t.quantity, figure)]
    if not said or len({t.denial for t, _ in said}) > 1:
        return None
    testimony, claim = max(said, key=lambda pair: (_low(pair[1]), book.library.moment(pair[1]), pair[1].id))
    denies = testimony.denial
    if proposition_of(book) is Proposition.MAGNITUDE and not denies:
        denies = not any(_about(t.quantity, figure) for t, _ in said)
    certainty = claim.certainty
    return OriginVote(
        origin=origin.name if recorded else "",
        source_class=origin.source_class,
        side=origin.side,
        denies=denies,
        low=certainty.low if certainty else 1.0,
        high=certainty.high if certainty else 1.0,
        interest=interest_of(book, origin, testimony),
        recorded=recorded,
        claim_ids=tuple(claim.id for _, claim in said),
    )


def _low(claim: Claim) -> float:
    return claim.certainty.low if claim.certainty else 1.0


def interest_of(book: Casebook, origin: Origin, testimony: Testimony) -> Interest:
    """Return whom a word serves: losses of one's own fighters against one's interest, those of others for it.

    Only where the figure counts fighters or units of known parties. Dead civilians serve whoever is not blamed for
    them, which no figure tells.
    """
    figure = testimony.quantity
    if origin.side is None or figure is None or figure.measure not in _LOSSES:
        return Interest.NONE
    kinds = people(figure.of)
    sides = book.library.registry.sides_in(figure.of) or _borne(figure.of, origin.side)
    fighters = kinds == _FORCES or (not kinds and unit_word(figure.of))
    if not fighters or not sides or (origin.side in sides and len(sides) > 1):
        return Interest.NONE
    return Interest.AGAINST if (origin.side in sides) is not testimony.denial else Interest.SELF_SERVING


def _borne(of: str, side: str) -> tuple[str, ...]:
    """Return the side if the words bear its name or adjective, for parties outside of the registry."""
    return (side,) if side[:5].casefold() in of.casefold() else ()


def _common(book: Casebook, words: Sequence[Sequence[Testimony]]) -> Quantity | None:
    """Return the figure that most origins are about; of equals the one told first."""
    figures = [(t, t.quantity) for told in words for t in told if t.quantity is not None and not t.denial]
    if not figures:
        return None

    def rank(told: tuple[Testimony, Quantity]) -> tuple[int, tuple[str, str], str]:
        backing = sum(any(_about(t.quantity, told[1]) for t in said) for said in words)
        return (-backing, book.library.moment(book.reference(told[0])), told[0].id)

    return min(figures, key=rank)[1]


def _same_kind(left: Quantity | None, right: Quantity | None) -> bool:
    if left is None or right is None:
        return False
    return left.measure is right.measure and people(left.of) == people(right.of)


def _about(left: Quantity | None, right: Quantity | None) -> bool:
    """Say whether two figures are about the same: their intervals meet when each is a quarter wider."""
    if left is None or right is None or not _same_kind(left, right):
        return False
    one, two = _bounds(left), _bounds(right)
    return one[0] <= two[1] * _ABOUT and two[0] <= one[1] * _ABOUT


def _bounds(figure: Quantity) -> tuple[float, float]:
    return (figure.low or 0, math.inf if figure.high is None else figure.high)
