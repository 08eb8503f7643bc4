"""What a round shows when it is over: how far its coders agree on each field and where they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.evidence.agreement.agree import agreement
from reportedly.evidence.agreement.ratings import Value
from reportedly.model.actors import ActorRegistry, folded
from reportedly.model.agreement import Agreement, Metric
from reportedly.model.claim import Claim, Kind, Measure, Polarity
from reportedly.model.codec import from_json
from reportedly.model.document import Document
from reportedly.model.entry import EntryKind
from reportedly.model.errors import NotFound, SettingsError
from reportedly.model.review import CodedField, Decision, Review, Round
from reportedly.pipeline.decided import claims_with, decided_in
from reportedly.pipeline.toolkit import Toolkit
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.blinds import blinds_of, decision_ids
from reportedly.pipeline.workbench.reviewing import ReviewWish, document_in, record_review
from reportedly.pipeline.workbench.rounds import RoundState, Said, round_in, round_state

NONE = "none"
_MOST_VALUES = 16
"""Values up to which two coders' values are set against each other in a table."""


@dataclass(frozen=True, slots=True)
class Confusion:
    """How often two coders gave which pair of values: rows are the first's, columns the second's."""

    values: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class FieldResult:
    """How far the coders agree on one field."""

    field: str
    agreement: Agreement
    confusion: Confusion | None
    """For two coders and few values; else None."""


@dataclass(frozen=True, slots=True)
class CodedClaim:
    """One claim of a round with what each coder gave it."""

    claim_id: str
    quote: str
    decisions: tuple[str, ...]
    """By coder; empty where one has not decided."""
    values: Mapping[str, tuple[str, ...]]
    """By field and coder; empty where there is no value."""
    differing: tuple[str, ...]
    """Fields in which values differ."""
    adjudicated: str
    """Who decided between, and how; empty where nobody has."""


@dataclass(frozen=True, slots=True)
class RoundResults:
    """What a round came to."""

    state: RoundState
    overall: Agreement
    """Of the whole reading: all coded fields at once, same or not."""
    fields: tuple[FieldResult, ...]
    claims: tuple[CodedClaim, ...]
    """In the round's order."""


@dataclass(frozen=True, slots=True)
class Between:
    """One claim of a round that is over, for somebody who decides between its coders."""

    round: Round
    claim_id: str
    document: Document
    machine: Claim | None
    decisions: tuple[Review, ...]
    """Of the coders who decided, in the round's order."""
    adjudication: Review | None
    after: str
    """The next claim on which the coders differ and nobody has decided; empty where none is left."""


@dataclass(frozen=True, slots=True)
class _How:
    """How a field is read for comparison."""

    of: Callable[[Claim, ActorRegistry], Value | None]
    metric: Metric = Metric.NOMINAL
    values: tuple[Value, ...] = ()


def results_of(bench: Bench, round_id: str) -> RoundResults:
    """Return what a round came to.

    Raises:
        NotFound: where no round has this id.
        SettingsError: E299 where it is not over.
    """
    one = round_in(bench.book, round_id)
    blinds = blinds_of(bench.book)
    if one.name not in blinds.over:
        raise SettingsError("E299", "the round is not over", one.name, "wait for all coders, or close it")
    rows = [_decisions(bench, one, coder) for coder in one.coders]
    by_claim = {claim: tuple(row.get(claim) for row in rows) for claim in one.claim_ids}
    registry = bench.tools.registry
    names = [field for field in CodedField if field in one.fields]
    tables = {field: [[_value(field, of, registry) for of in row] for row in by_claim.values()] for field in names}
    results = tuple(_result(field, tables[field]) for field in names)
    whole = [[_whole(of, names, registry) for of in row] for row in by_claim.values()]
    settled = _adjudications(bench, one, by_claim)
    claims = tuple(
        _coded(claim, row, {field: tables[field][place] for field in names}, settled.get(claim))
        for place, (claim, row) in enumerate(by_claim.items())
    )
    return RoundResults(round_state(bench, one, blinds), agreement(whole), results, claims)


def between(bench: Bench, round_id: str, claim_id: str) -> Between:
    """Return one claim of a round that is over, with what its coders decided.

    Raises:
        NotFound: where the round, or the claim in it, is not there.
        SettingsError: E299 where the round is not over.
    """
    found = results_of(bench, round_id)
    one = found.state.round
    if claim_id not in one.claim_ids:
        raise NotFound("E401", "the round has no such claim", claim_id, "look at the round")
    rows = [_decisions(bench, one, coder).get(claim_id) for coder in one.coders]
    said = tuple(row for row in rows if row is not None)
    if not said:
        raise NotFound("E401", "nobody has coded this claim", claim_id, "there is nothing to decide between")
    left = [row.claim_id for row in found.claims if row.differing and not row.adjudicated and row.claim_id != claim_id]
    return Between(
        one,
        claim_id,
        document_in(bench.book, said[0].document_id),
        claims_with(bench.book, [claim_id]).get(claim_id),
        said,
        _adjudications(bench, one, {claim_id: said}).get(claim_id),
        next(iter(left), ""),
    )


def adjudicate(ledger: Path, desk: Between, person: str, said: Said, tools: Toolkit) -> Review:
    """Record who is right on a claim of a round; it takes effect at once.

    Raises:
        SettingsError: as ``record_review``.
    """
    reason = said.reason.strip() or f"decided between the coders of the round {desk.round.name}"
    wish = ReviewWish(desk.claim_id, said.decision, person, reason, said.reading, desk.round.name, True)
    return record_review(ledger, wish, tools)


def _decisions(bench: Bench, one: Round, coder: str) -> dict[str, Review]:
    ids = decision_ids(one, coder)
    found = bench.book.holding(EntryKind.REVIEW, ids)
    return {
        claim: from_json(Review, found[review].draft.body)
        for claim, review in zip(one.claim_ids, ids, strict=True)
        if review in found
    }


def _adjudications(bench: Bench, one: Round, by_claim: Mapping[str, Sequence[Review | None]]) -> dict[str, Review]:
    documents = {of.document_id for row in by_claim.values() for of in row if of is not None}
    found = decided_in(bench.book, documents).reviews
    return {review.claim_id: review for review in found if review.adjudicates and review.round == one.name}


def _result(field: CodedField, table: list[list[Value | None]]) -> FieldResult:
    how = _HOW[field]
    found = agreement(table, how.metric, how.values)
    plain = how.metric is Metric.NOMINAL and table and len(table[0]) == 2
    return FieldResult(field.value, found, _confusion(table) if plain else None)


def _confusion(table: Sequence[Sequence[Value | None]]) -> Confusion | None:
    pairs = Counter((str(row[0]), str(row[1])) for row in table if row[0] is not None and row[1] is not None)
    values = sorted({value for pair in pairs for value in pair})
    if not 1 < len(values) <= _MOST_VALUES:
        return None
    return Confusion(tuple(values), tuple(tuple(pairs[left, right] for right in values) for left in values))


def _coded(
    claim_id: str, row: Sequence[Review | None], values: Mapping[CodedField, Sequence[Value | None]], by: Review | None
) -> CodedClaim:
    machine = next((of.machine for of in row if of is not None and of.machine is not None), None)
    told = {field.value: tuple("" if one is None else str(one) for one in given) for field, given in values.items()}
    return CodedClaim(
        claim_id,
        machine.quote if machine else claim_id,
        tuple(of.decision.value if of is not None else "" for of in row),
        told,
        tuple(name for name, given in told.items() if len({one for one in given if one}) > 1),
        f"{by.author}: {by.decision}" if by is not None else "",
    )


def _value(field: CodedField, review: Review | None, registry: ActorRegistry) -> Value | None:
    """Return what a decision says of a field; None where it says nothing: nobody decided, or was unsure."""
    if review is None or review.decision is Decision.UNSURE:
        return None
    if field is CodedField.CLAIM:
        return "no" if review.decision is Decision.REJECT else "yes"
    reading = review.reading
    return None if reading is None else _HOW[field].of(reading, registry)


def _whole(review: Review | None, fields: Sequence[CodedField], registry: ActorRegistry) -> str | None:
    if review is None or review.decision is Decision.UNSURE:
        return None
    return " | ".join(str(_value(field, review, registry)) for field in (CodedField.CLAIM, *fields))


def _name(name: str, registry: ActorRegistry) -> str:
    actor = registry.find(name)
    return actor.name if actor is not None else folded(name)


def _origin(claim: Claim, registry: ActorRegistry) -> str:
    return _name(claim.origin.name, registry) if claim.origin else "the page itself"


def _chain(claim: Claim, registry: ActorRegistry) -> str:
    return " → ".join(_name(link.name, registry) for link in claim.chain) or "the page itself"


def _hedge(claim: Claim, _: ActorRegistry) -> float:
    """Return the middle of the hedge's interval; 1 where the claim is stated flatly."""
    return round((claim.certainty.low + claim.certainty.high) / 2, 4) if claim.certainty else 1.0


def _figure(claim: Claim, _: ActorRegistry) -> float | None:
    turn = claim.quantities[0].turn if claim.quantities else None
    return None if turn is None else sum(turn) / 2 if isinstance(turn, tuple) else float(turn)


_HOW: Mapping[CodedField, _How] = {
    CodedField.CLAIM: _How(lambda _, __: "yes", values=("yes", "no")),
    CodedField.ORIGIN: _How(_origin),
    CodedField.CHAIN: _How(_chain),
    CodedField.KIND: _How(lambda claim, _: claim.kind.value, values=tuple(one.value for one in Kind)),
    CodedField.POLARITY: _How(lambda claim, _: claim.polarity.value, values=tuple(one.value for one in Polarity)),
    CodedField.HEDGE: _How(_hedge, Metric.ORDINAL),
    CodedField.MEASURE: _How(
        lambda claim, _: claim.quantities[0].measure.value if claim.quantities else NONE,
        values=(*(one.value for one in Measure), NONE),
    ),
    CodedField.FIGURE: _How(_figure, Metric.RATIO),
    CodedField.DAYS: _How(lambda claim, _: str(claim.when) if claim.when else NONE),
    CodedField.PLACES: _How(lambda claim, _: ", ".join(sorted({folded(one.name) for one in claim.where})) or NONE),
}
