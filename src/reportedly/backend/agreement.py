"""Set two coders' claims side by side: what both found, where they differ, and how far they agree beyond chance.

Claims are paired one to one by the assignment with the highest summed Dice overlap of their spans, and a pair counts
from 0.5. Agreement on a field is the share of pairs with one value and Krippendorff's alpha for nominal data (K.
Krippendorff, Content Analysis, 4th ed. 2019, ch. 12), with a percentile bootstrap interval over documents.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from reportedly.model.claim import Claim
from reportedly.model.span import Span

PAIRED_FROM = 0.5
"""Dice overlap from which two spans are one claim."""
FEWEST_DOCUMENTS = 5
"""Below this many documents no interval is given."""
_DRAWS = 1000
Who = Callable[[str], str]
"""Returns one word for all names of a source."""


@dataclass(frozen=True, slots=True)
class Pair:
    """One claim that both coders found."""

    reader: Claim
    other: Claim
    differing: tuple[str, ...]
    """The fields on which they differ, in the order of ``FIELDS``."""


@dataclass(frozen=True, slots=True)
class DocumentAgreement:
    """Two coders on one document."""

    document_id: str
    pairs: tuple[Pair, ...]
    reader_only: tuple[Claim, ...]
    other_only: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """Two coders on one field, over all pairs."""

    field: str
    pairs: int
    same: int
    share: float | None
    """None where there is no pair."""
    alpha: float | None
    """Krippendorff's alpha; None where all values are one, so that chance cannot be told."""
    low: float | None
    high: float | None
    """The 95 % interval of alpha; None for fewer than five documents with pairs."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two coders on all documents."""

    both: int
    reader_only: int
    other_only: int
    found: float | None
    """Dice of the two sets of claims: how far they agree on what is a claim; None where neither found any."""
    fields: tuple[FieldAgreement, ...]
    documents: tuple[DocumentAgreement, ...]


def _values(who: Who) -> Mapping[str, Callable[[Claim], Hashable]]:
    """Return how each field is read for comparison."""
    return {
        "origin": lambda claim: who(claim.chain[-1].name) if claim.chain else "",
        "chain": lambda claim: tuple(who(link.name) for link in claim.chain),
        "kind": lambda claim: claim.kind,
        "polarity": lambda claim: claim.polarity,
        "certainty": lambda claim: claim.certainty and (claim.certainty.low, claim.certainty.high),
        "when": lambda claim: claim.when,
        "figures": lambda claim: tuple(sorted((one.measure, str(one.low), str(one.high)) for one in claim.quantities)),
        "basis": lambda claim: claim.basis,
    }


FIELDS = tuple(_values(str))
"""The fields that are compared."""


def agreement(coded: Sequence[tuple[str, Sequence[Claim], Sequence[Claim]]], who: Who) -> Agreement:
    """Compare two coders.

    Args:
        coded: document id, the built-in reader's claims, the other coder's claims.
        who: gives names of one source the same word.
    """
    values = _values(who)
    documents = tuple(_document(key, ours, theirs, values) for key, ours, theirs in coded)
    both = sum(len(one.pairs) for one in documents)
    alone = sum(len(one.reader_only) for one in documents), sum(len(one.other_only) for one in documents)
    whole = 2 * both + sum(alone)
    return Agreement(
        both,
        *alone,
        round(2 * both / whole, 4) if whole else None,
        tuple(_field(name, value, documents) for name, value in values.items()),
        documents,
    )


def dice(one: Span, other: Span) -> float:
    """Return how far two spans cover the same characters, 0 to 1."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared / (len(one) + len(other)) if shared > 0 else 0.0


def paired(ours: Sequence[Span], theirs: Sequence[Span]) -> list[tuple[int, int]]:
    """Return the pairs of the best assignment that overlap enough, in the order of the first coder."""
    if not ours or not theirs:
        return []
    weights = numpy.array([[dice(one, other) for other in theirs] for one in ours])
    rows, columns = linear_sum_assignment(weights, maximize=True)
    found = zip(rows.tolist(), columns.tolist(), strict=True)
    return [(row, column) for row, column in found if weights[row, column] >= PAIRED_FROM]


def _document(
    key: str, ours: Sequence[Claim], theirs: Sequence[Claim], values: Mapping[str, Callable[[Claim], Hashable]]
) -> DocumentAgreement:
    found = paired([claim.span for claim in ours], [claim.span for claim in theirs])
    pairs = []
    for mine, other in ((ours[row], theirs[column]) for row, column in found):
        differing = tuple(name for name, value in values.items() if value(mine) != value(other))
        pairs.append(Pair(mine, other, differing))
    rows, columns = {row for row, _ in found}, {column for _, column in found}
    return DocumentAgreement(
        key,
        tuple(pairs),
        tuple(claim for number, claim in enumerate(ours) if number not in rows),
        tuple(claim for number, claim in enumerate(theirs) if number not in columns),
    )


def _field(name: str, value: Callable[[Claim], Hashable], documents: Sequence[DocumentAgreement]) -> FieldAgreement:
    numbers: dict[Hashable, int] = {}
    rows = [
        (index, *(numbers.setdefault(value(claim), len(numbers)) for claim in (pair.reader, pair.other)))
        for index, document in enumerate(documents)
        for pair in document.pairs
    ]
    if not rows:
        return FieldAgreement(name, 0, 0, None, None, None, None)
    table = numpy.array(rows)
    same = int((table[:, 1] == table[:, 2]).sum())
    low, high = _interval(table)
    alpha = nominal_alpha(table[:, 1], table[:, 2])
    return FieldAgreement(name, len(rows), same, round(same / len(rows), 4), _rounded(alpha), low, high)


def nominal_alpha(
    one: NDArray[numpy.int64], other: NDArray[numpy.int64], weights: NDArray[numpy.int64] | None = None
) -> float | None:
    """Return Krippendorff's alpha of two coders for nominal values, none of them missing.

    Args:
        one: the first coder's values as numbers from 0, one a unit.
        other: the second coder's.
        weights: how often each unit counts; None = once.

    Returns:
        1 for full agreement, 0 for what chance would give, below 0 for less; None where all values are one.
    """
    often = numpy.ones(len(one), dtype=numpy.int64) if weights is None else weights
    counts = numpy.bincount(one, often, minlength=int(other.max()) + 1)
    counts = counts + numpy.bincount(other, often, minlength=len(counts))
    total = counts.sum()
    by_chance = total**2 - (counts**2).sum()
    if by_chance <= 0:
        return None
    return float(1 - (total - 1) * 2 * often[one != other].sum() / by_chance)


def _interval(table: NDArray[numpy.int64]) -> tuple[float | None, float | None]:
    """Return the 95 % bootstrap interval of alpha over documents; the same draws for the same table."""
    documents, numbers = numpy.unique(table[:, 0], return_inverse=True)
    if len(documents) < FEWEST_DOCUMENTS:
        return None, None
    chance = numpy.random.default_rng(0)
    draws = chance.multinomial(len(documents), numpy.full(len(documents), 1 / len(documents)), size=_DRAWS)
    found = [nominal_alpha(table[:, 1], table[:, 2], draw[numbers]) for draw in draws]
    known = [alpha for alpha in found if alpha is not None]
    if not known:
        return None, None
    low, high = numpy.percentile(known, [2.5, 97.5])
    return _rounded(float(low)), _rounded(float(high))


def _rounded(alpha: float | None) -> float | None:
    return None if alpha is None else round(alpha, 4)
