"""Rounds of blind double coding: open one, code a claim, see how far it is, close it, adjudicate.

What a round measures is how far people read the same claims alike. So its claims are chosen by a rule that is written
down, the coders are fixed, and nobody sees another's decision before all are done or the round is closed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reportedly.ledger.store import Ledger
from reportedly.model.claim import Claim, Kind, Polarity
from reportedly.model.codec import from_json, to_json
from reportedly.model.document import Document
from reportedly.model.entry import Draft, EntryKind
from reportedly.model.errors import NotFound, SettingsError
from reportedly.model.ids import digest
from reportedly.model.review import CodedField, Decision, Review, Round, Sampling
from reportedly.model.reviewed import same_reading
from reportedly.pipeline.decided import claims_with
from reportedly.pipeline.growing import Grower
from reportedly.pipeline.judging import refuse_machine
from reportedly.pipeline.record import Recorder
from reportedly.pipeline.toolkit import Toolkit
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.blinds import Blinds, blinds_of, decision_ids, rounds_in
from reportedly.pipeline.workbench.decision_log import is_measurement
from reportedly.pipeline.workbench.reviewing import ReviewWish, document_in, record_review

LARGEST = 2000
"""Claims of one round."""


@dataclass(frozen=True, slots=True)
class RoundWish:
    """The round that somebody wants to open."""

    name: str
    coders: tuple[str, ...]
    size: int
    """How many claims; all that there are where there are fewer."""
    fields: tuple[CodedField, ...]
    sampling: Sampling
    seed: int
    shows_reading: bool
    note: str = ""
    event: str = ""
    """Id of the event whose claims are coded; empty = all claims."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one coder is."""

    coder: str
    done: int
    of: int


@dataclass(frozen=True, slots=True)
class RoundState:
    """A round with how far it is."""

    round: Round
    progress: tuple[Progress, ...]
    over: bool
    """Whether its decisions may be seen by all."""


@dataclass(frozen=True, slots=True)
class CodingDesk:
    """One claim of a round as a coder gets it: without anybody's decision but the coder's own."""

    round: Round
    claim: Claim
    """The machine's reading; without the coded fields where the round does not show them."""
    document: Document
    own: Review | None
    """What the coder decided before."""
    place: int
    """From 1, in the coder's order."""
    done: int
    after: str
    """The next claim that the coder has not decided; empty where none is left."""
    before: str
    """The claim before in the round; empty for the first."""


def open_round(ledger: Path, wish: RoundWish, author: str, tools: Toolkit) -> Round:
    """Choose the claims of a round and record it.

    Raises:
        SettingsError: E208 where the author is the machine, E298 where the round cannot be opened so.
    """
    refuse_machine(author)
    name, coders = wish.name.strip(), tuple(dict.fromkeys(one.strip() for one in wish.coders if one.strip()))
    _refuse(not name, "a round needs a name", name)
    _refuse(len(coders) < 2, "a round needs two coders or more", ", ".join(coders))
    _refuse(not wish.fields, "a round codes one field or more", name)
    _refuse(not 1 <= wish.size <= LARGEST, f"a round has 1 to {LARGEST:,} claims", str(wish.size))
    for coder in coders:
        refuse_machine(coder)
    with Ledger.open(ledger, write=True) as book:
        taken = {one.name.casefold() for one in rounds_in(book)}
        _refuse(name.casefold() in taken, "another round has this name", name)
        chosen = _sampled(book, wish)
        _refuse(not chosen, "there are no claims to code", wish.event)
        made = Round(
            Round.identify(name),
            name,
            coders,
            chosen,
            author,
            wish.note.strip(),
            wish.fields,
            wish.sampling,
            wish.seed,
            wish.shows_reading,
        )
        _record(book, made, author, f"blind round of {len(chosen)} claims by {', '.join(coders)}", tools)
    return made


def close_round(ledger: Path, round_id: str, author: str, reason: str, tools: Toolkit) -> Round:
    """End a round before all coders are done; its decisions are open from then on.

    Raises:
        NotFound: where no round has this id.
        SettingsError: E208 where the author is the machine, E298 where it is closed already.
    """
    refuse_machine(author)
    with Ledger.open(ledger, write=True) as book:
        found = round_in(book, round_id)
        _refuse(found.closed, "the round is closed", found.name)
        closed = replace(found, closed=True)
        _record(book, closed, author, reason.strip() or "closed", tools)
    return closed


def round_states(bench: Bench) -> tuple[RoundState, ...]:
    """Return all rounds, the open ones first, then by name."""
    blinds = blinds_of(bench.book)
    found = [round_state(bench, one, blinds) for one in blinds.rounds.values()]
    return tuple(sorted(found, key=lambda one: (one.over, one.round.name.casefold())))


def round_state(bench: Bench, one: Round, blinds: Blinds) -> RoundState:
    """Return how far a round is; the counts tell nothing of what was decided."""
    progress = tuple(
        Progress(coder, len(bench.book.numbers(EntryKind.REVIEW, decision_ids(one, coder))), len(one.claim_ids))
        for coder in one.coders
    )
    return RoundState(one, progress, one.name in blinds.over)


def round_in(book: Ledger, round_id: str) -> Round:
    """Return a round by its id.

    Raises:
        NotFound: where no round has it.
    """
    entry = book.get(EntryKind.ROUND, round_id)
    if entry is None:
        raise NotFound("E401", "no round has this id", round_id, "look at the list of rounds")
    return from_json(Round, entry.draft.body)


def coding_desk(bench: Bench, round_id: str, person: str, claim_id: str = "") -> CodingDesk | None:
    """Return the claim that a coder is to decide.

    Args:
        bench: the open ledger.
        round_id: the round.
        person: the coder.
        claim_id: the claim asked for; empty = the first that the coder has not decided.

    Returns:
        The claim; None where the coder has decided all and asks for none.

    Raises:
        NotFound: where the round, or the claim in it, is not there.
        SettingsError: E299 where the person does not code the round, or it is over.
    """
    one = round_in(bench.book, round_id)
    if person not in one.coders:
        raise SettingsError("E299", "you do not code this round", person, "its coders were fixed when it was opened")
    if one.name in blinds_of(bench.book).over:
        raise SettingsError("E299", "the round is over", one.name, "look at its results")
    ids = dict(zip(one.claim_ids, decision_ids(one, person), strict=True))
    decided = bench.book.holding(EntryKind.REVIEW, ids.values())
    there = claims_with(bench.book, one.claim_ids)
    open_ones = [claim for claim in one.claim_ids if ids[claim] not in decided and claim in there]
    wanted = claim_id or next(iter(open_ones), "")
    if not wanted:
        return None
    if wanted not in ids or wanted not in there:
        raise NotFound("E401", "the round has no such claim", wanted, "code the next one")
    place = one.claim_ids.index(wanted)
    own = decided.get(ids[wanted])
    claim = there[wanted] if one.shows_reading else blank(there[wanted], one.fields)
    return CodingDesk(
        round=one,
        claim=claim,
        document=document_in(bench.book, claim.document_id),
        own=from_json(Review, own.draft.body) if own is not None else None,
        place=place + 1,
        done=len(decided),
        after=next((other for other in open_ones if other != wanted), ""),
        before=one.claim_ids[place - 1] if place else "",
    )


def blank(claim: Claim, fields: Sequence[CodedField]) -> Claim:
    """Return a claim without what the machine read of some fields, so that nobody is led by it."""
    chosen = set(fields)
    made = replace(claim, grounds=(), relation=None, figure_relations=())
    if chosen & {CodedField.ORIGIN, CodedField.CHAIN}:
        made = replace(made, chain=())
    if chosen & {CodedField.MEASURE, CodedField.FIGURE}:
        made = replace(made, quantities=())
    if CodedField.KIND in chosen:
        made = replace(made, kind=Kind.EVENT, forecast=None, causes=())
    if CodedField.POLARITY in chosen:
        made = replace(made, polarity=Polarity.AFFIRMED)
    if CodedField.HEDGE in chosen:
        made = replace(made, certainty=None)
    if CodedField.DAYS in chosen:
        made = replace(made, when=None)
    if CodedField.PLACES in chosen:
        made = replace(made, where=())
    return made


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says of a claim of a round."""

    decision: Decision
    reading: Claim | None = None
    """To correct it; accepted where it is the machine's reading."""
    reason: str = ""
    """Not needed in a round."""


def code_claim(ledger: Path, desk: CodingDesk, person: str, said: Said, tools: Toolkit) -> Review:
    """Record a coder's decision about a claim of a round.

    Args:
        ledger: the ledger.
        desk: the claim as the coder got it.
        person: the coder.
        said: the decision.
        tools: settings and what they name.

    Raises:
        SettingsError: as ``record_review``.
    """
    decision, reading = said.decision, said.reading
    with Ledger.open(ledger) as book:
        machine = claims_with(book, [desk.claim.id])[desk.claim.id]
    if reading is not None and decision is Decision.CORRECT and same_reading(reading, machine):
        decision, reading = Decision.ACCEPT, None
    why = said.reason.strip() or f"coded in the round {desk.round.name}"
    return record_review(ledger, ReviewWish(desk.claim.id, decision, person, why, reading, desk.round.name), tools)


def refuse_undo(bench: Bench, decision_id: str) -> None:
    """Refuse to take back what a coder said in a blind round: it is a measurement, and others may have seen it.

    Raises:
        SettingsError: E299.
    """
    entry = bench.book.get(EntryKind.REVIEW, decision_id)
    if entry is not None and is_measurement(told := from_json(Review, entry.draft.body)):
        advice = "code the claim again while the round is open, or decide about it outside of the round"
        raise SettingsError("E299", "what was coded in a blind round is not taken back", told.round, advice)


def _record(book: Ledger, one: Round, author: str, reason: str, tools: Toolkit) -> None:
    grower = Grower(book, Recorder(book), tools)
    book.append([Draft(EntryKind.ROUND, one.id, to_json(one), author, reason)])
    grower.settle()


def _sampled(book: Ledger, wish: RoundWish) -> tuple[str, ...]:
    """Return the claims of a round: those with the smallest hashes of seed and id, or those with the most worth."""
    if wish.sampling is Sampling.WORTH:
        with book.worthy() as index:
            return tuple(row.claim for row in index.rows(wish.event, "", 0, wish.size))
    ids = set(book.subjects(EntryKind.CLAIM))
    if wish.event:
        with book.worthy() as index:
            ids &= {row.claim for row in index.rows(wish.event, "", 0, len(ids))}
    order = sorted(ids, key=lambda one: digest("round", wish.seed, one))
    return tuple(order[: wish.size])


def _refuse(wrong: bool, what: str, where: str) -> None:
    if wrong:
        raise SettingsError("E298", f"the round cannot be opened or closed so: {what}", where, "mend it and try again")
