"""Score the forecasts of a ledger, all together and maker by maker."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.evidence.scoring import probability_score, share_figure
from reportedly.evidence.scoring_map import calibration_map
from reportedly.evidence.scoring_ranges import range_score
from reportedly.model.claim import Measure
from reportedly.model.prediction import Chance, Prediction, PredictionKind
from reportedly.model.score import TOO_FEW, Case, ProbabilityScore, RangeCase, Scorecard
from reportedly.pipeline.forecasts import Standing, State


def scorecards(
    standings: Sequence[Standing], by_source: bool = False, with_late: bool = False
) -> tuple[Scorecard, ...]:
    """Return the scores of all forecasts together, then those of each maker, whatever their order.

    Args:
        standings: the forecasts with how they stand.
        by_source: also give every maker a card, the one with most resolved forecasts first.
        with_late: also score what was put on record only when the outcome was known.
    """
    cards = [_card("", "", standings, with_late)]
    if by_source:
        makers: dict[tuple[str, str], list[Standing]] = defaultdict(list)
        for one in standings:
            makers[one.prediction.maker.name, str(one.prediction.maker.voice)].append(one)
        several = (_card(name, voice, held, with_late) for (name, voice), held in makers.items())
        cards += sorted(several, key=lambda card: (-card.resolved, card.who, card.voice))
    return tuple(cards)


def score_pairs(cases: Sequence[Case]) -> ProbabilityScore | None:
    """Return all scores of probabilities with outcomes that stand in no ledger."""
    return probability_score(cases)


def _card(who: str, voice: str, standings: Sequence[Standing], with_late: bool) -> Scorecard:
    resolved = [one for one in standings if one.state is State.RESOLVED]
    scored = [one for one in resolved if with_late or not one.late]
    weights = matter_weights([one.prediction for one in scored])
    numbers = _cases(scored, weights, lambda chance: chance.number, spread=True)
    words = _cases(scored, weights, lambda chance: chance.by_word, spread=False)
    flat = [_Flat(share, weights[one.prediction.id]) for one in scored if (share := _flat(one)) is not None]
    return Scorecard(
        who=who,
        voice=voice,
        resolved=len(scored),
        number=probability_score(numbers),
        word=probability_score(words),
        flat=share_figure([one.share for one in flat], [one.weight for one in flat]) if flat else None,
        flat_n=len(flat),
        ranges=range_score(_ranges(scored, weights)),
        too_few=len(scored) < TOO_FEW,
        map=calibration_map(numbers),
        void=sum(one.state is State.VOID for one in standings),
        unresolved=sum(one.resolution is None for one in standings),
        late=len(resolved) - len(scored),
    )


@dataclass(frozen=True, slots=True)
class _Flat:
    share: float
    weight: float


def _flat(one: Standing) -> float | None:
    """Return to what share a statement without any probability came true; None for any other."""
    if one.resolution is None or one.prediction.kind is not PredictionKind.PROPOSITION:
        return None
    return one.resolution.share if one.prediction.chance is None else None


def _cases(
    scored: Sequence[Standing], weights: Mapping[str, float], said: Callable[[Chance], float | None], spread: bool
) -> list[Case]:
    """Return the resolved propositions with a probability, in order of id; with the interval where ``spread``."""
    found = []
    for one in sorted(scored, key=lambda one: one.prediction.id):
        chance, resolution = one.prediction.chance, one.resolution
        number = said(chance) if chance is not None else None
        if chance is None or number is None or resolution is None or resolution.share is None:
            continue
        ends = (chance.low, chance.high) if spread else (None, None)
        found.append(Case(number, resolution.share, weights[one.prediction.id], *ends))
    return found


def _ranges(scored: Sequence[Standing], weights: Mapping[str, float]) -> list[RangeCase]:
    found = []
    for one in sorted(scored, key=lambda one: one.prediction.id):
        expected, resolution = one.prediction.expected, one.resolution
        if expected is not None and resolution is not None and resolution.value is not None:
            ends = (expected.low, expected.high, expected.half_low, expected.half_high)
            found.append(RangeCase(resolution.value, expected.best, *ends, weights[one.prediction.id]))
    return found


def matter_weights(predictions: Sequence[Prediction]) -> dict[str, float]:
    """Return the weight of each prediction by id: those of one maker that share a claim and a measure weigh 1 together.

    A judgement that is published anew as reports come in is still one judgement on one matter.
    """
    chief = {one.id: one.id for one in predictions}
    first: dict[tuple[str, str, Measure | None, str, str], str] = {}
    for one in sorted(predictions, key=lambda one: one.id):
        for key in _matters(one):
            other = _chief(chief, first.setdefault(key, one.id))
            chief[_chief(chief, one.id)] = other
    size: dict[str, int] = defaultdict(int)
    for one in predictions:
        size[_chief(chief, one.id)] += 1
    return {one.id: 1 / size[_chief(chief, one.id)] for one in predictions}


def _matters(one: Prediction) -> list[tuple[str, str, Measure | None, str, str]]:
    measure, of = (one.expected.measure, one.expected.of) if one.expected else (None, "")
    return [(one.maker.name, str(one.maker.voice), measure, of, claim_id) for claim_id in one.claim_ids]


def _chief(chief: dict[str, str], one: str) -> str:
    while chief[one] != one:
        one = chief[one]
    return one
