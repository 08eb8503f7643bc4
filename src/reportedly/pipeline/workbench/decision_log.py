"""Who decided what, when and why, as the ledger's own entries tell it; what a blind round hides is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from reportedly.ledger.store import Ledger
from reportedly.model.claim import Claim
from reportedly.model.codec import from_json
from reportedly.model.entry import Action, Entry, EntryKind
from reportedly.model.event import Judgement, Same, Verdict
from reportedly.model.review import Review, Round, SourceJudgement
from reportedly.pipeline.decided import claims_with
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.blinds import Blinds, blinds_of

LOGGED = (EntryKind.REVIEW, EntryKind.JUDGEMENT, EntryKind.SOURCE_GRADE, EntryKind.ROUND)
"""Kinds of entries by which people decide something."""
_DONE = {
    "accept": "accepted",
    "correct": "corrected",
    "reject": "rejected",
    "unsure": "unsure",
    "add": "added",
}
_CHUNK = 400
_MACHINE = "reportedly "
"""With what the program signs its own entries; no person may sign so."""


@dataclass(frozen=True, slots=True)
class LogLine:
    """One entry of the ledger by which somebody decided something."""

    number: int
    recorded: datetime
    who: str
    what: str
    """What was done, in a few words: ``corrected``, ``taken back``, ``graded B`` ..."""
    about: str
    """What it is about, for people."""
    why: str
    kind: EntryKind
    subject: str
    """Id of the decision; what is taken back by."""
    claim_id: str = ""
    document_id: str = ""
    round: str = ""
    in_force: bool = False
    """Whether it is what holds for its subject now."""
    undoable: bool = False
    """Whether it can be taken back; a coder's decision in a blind round is a measurement and stays."""


@dataclass(frozen=True, slots=True)
class LogQuery:
    """Which entries are wanted; what is empty asks for nothing."""

    who: str = ""
    kind: EntryKind | None = None
    before: int | None = None
    """Only entries with a smaller number."""
    size: int = 50


@dataclass(frozen=True, slots=True)
class LogPage:
    """Some entries, the newest first."""

    lines: tuple[LogLine, ...]
    older: int | None
    """The number before which to go on; None where nothing is left."""
    hidden: int
    """Entries of open blind rounds that were left out."""


def log_page(bench: Bench, query: LogQuery, person: str) -> LogPage:
    """Return the newest decisions that a person may see.

    Args:
        bench: the open ledger.
        query: which are wanted.
        person: who looks.
    """
    kinds = [query.kind] if query.kind else list(LOGGED)
    blinds = blinds_of(bench.book)
    found: list[LogLine] = []
    hidden, before = 0, query.before
    while len(found) <= query.size:
        entries = bench.book.latest(kinds, _CHUNK, before, machine=_MACHINE)
        for entry in entries:
            if not is_by_person(entry) or (query.who and query.who.casefold() not in entry.draft.actor.casefold()):
                continue
            line = line_of(bench.book, entry, blinds, person)
            hidden += line is None
            found += [line] if line is not None else []
            if len(found) > query.size:
                break
        if len(entries) < _CHUNK:
            break
        before = entries[-1].number
    shown = tuple(found[: query.size])
    return LogPage(shown, shown[-1].number if len(found) > query.size else None, hidden)


def lines_of(bench: Bench, entries: Iterable[Entry], person: str, blinds: Blinds) -> tuple[LogLine, ...]:
    """Return what entries tell of decisions, as far as a person may see them, in their order."""
    found = (line_of(bench.book, entry, blinds, person) for entry in entries)
    return tuple(line for line in found if line is not None)


def is_by_person(entry: Entry) -> bool:
    """Say whether a person made an entry."""
    return not entry.draft.actor.startswith(_MACHINE) and entry.draft.actor != "machine"


def line_of(book: Ledger, entry: Entry, blinds: Blinds, person: str) -> LogLine | None:
    """Return what one entry tells; None where it must not be shown."""
    told = _asserted(book, entry)
    holds = book.get(entry.draft.kind, entry.draft.subject)
    current = holds is not None and holds.number == entry.number
    what, about, ids = _told(book, entry, told)
    if isinstance(told, Review) and blinds.hides(told, person):
        return None
    return LogLine(
        entry.number,
        entry.recorded,
        entry.draft.actor,
        what,
        about,
        entry.draft.reason,
        entry.draft.kind,
        entry.draft.subject,
        *ids,
        in_force=current,
        undoable=current and entry.draft.action is Action.ASSERT and not is_measurement(told),
    )


def is_measurement(told: object) -> bool:
    """Say whether a decision stays whatever people decide later: a round's, and what a coder said in it."""
    return isinstance(told, Round | Claim) or (isinstance(told, Review) and bool(told.round) and not told.adjudicates)


Told = Review | Judgement | SourceJudgement | Round | Claim | None
_MODELS: dict[EntryKind, type[Review] | type[Judgement] | type[SourceJudgement] | type[Round] | type[Claim]] = {
    EntryKind.REVIEW: Review,
    EntryKind.JUDGEMENT: Judgement,
    EntryKind.SOURCE_GRADE: SourceJudgement,
    EntryKind.ROUND: Round,
    EntryKind.CLAIM: Claim,
}


def _asserted(book: Ledger, entry: Entry) -> Told:
    """Return what an entry says, or for a withdrawal what it takes back."""
    model = _MODELS.get(entry.draft.kind)
    if model is None:
        return None
    source = entry
    if entry.draft.action is Action.WITHDRAW:
        before = [one for one in book.history(entry.draft.subject) if one.number < entry.number]
        said = [one for one in before if one.draft.action is Action.ASSERT and one.draft.kind is entry.draft.kind]
        if not said:
            return None
        source = said[-1]
    return from_json(model, source.draft.body)


def _told(book: Ledger, entry: Entry, told: Told) -> tuple[str, str, tuple[str, str, str]]:
    back = entry.draft.action is Action.WITHDRAW
    if isinstance(told, Review):
        reading = told.corrected or told.machine
        ids = (told.claim_id, told.document_id, told.round)
        done = _DONE[told.decision] if not told.adjudicates else f"adjudicated: {_DONE[told.decision]}"
        return f"took back: {done}" if back else done, reading.quote if reading else told.claim_id, ids
    if isinstance(told, Judgement):
        quotes = {one.id: one.quote for one in claims_with(book, [told.left, told.right]).values()}
        about = " · ".join(quotes.get(one, one) for one in (told.left, told.right))
        return " ".join(_judged(told, back)), about, (told.left, "", "")
    if isinstance(told, SourceJudgement):
        return f"took back: graded {told.letter}" if back else f"graded {told.letter}", told.source, ("", "", "")
    if isinstance(told, Round):
        done = "closed the round" if told.closed else "opened the round"
        return "took the round back" if back else done, told.name, ("", "", told.name)
    if isinstance(told, Claim):
        return "no longer read" if back else "read by the machine", told.quote, (told.id, told.document_id, "")
    return "taken back" if back else "recorded", entry.draft.subject, ("", "", "")


def _judged(told: Judgement, back: bool) -> Iterator[str]:
    if back:
        yield "took back:"
    yield {Verdict.SAME: "same", Verdict.NOT_SAME: "not the same", Verdict.UNSURE: "perhaps the same"}[told.verdict]
    yield "event" if told.about is Same.EVENT else "saying"
