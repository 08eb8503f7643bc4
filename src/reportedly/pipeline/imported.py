"""Import tables of coded claims: rows to documents and claims, what their coder judged, all that is drawn of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from pathlib import Path

from reportedly.claims.coded import claim_of
from reportedly.events.grouped import group_all
from reportedly.ingest.files import take_table
from reportedly.ledger.store import Ledger
from reportedly.model.claim import Claim
from reportedly.model.codec import to_json
from reportedly.model.coded import CodedRow, Table
from reportedly.model.document import Capture, Refusal
from reportedly.model.entry import Draft, EntryKind
from reportedly.model.event import Judgement, Same, Verdict
from reportedly.model.reason import Reason
from reportedly.pipeline.comparing import Difference, compared
from reportedly.pipeline.growing import Grower
from reportedly.pipeline.intake import NothingRead
from reportedly.pipeline.judging import refuse_machine
from reportedly.pipeline.reading import Coded, known_by
from reportedly.pipeline.record import Recorder
from reportedly.pipeline.run import Run, draw, drawn_from
from reportedly.pipeline.toolkit import Toolkit
from reportedly.read.coded import read_coded

_ROUNDS = 3
"""How often what the coder holds apart is asked for before it is left as it is; one round has always been enough."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be imported and how."""

    relays: Path
    """The table of what pages carry."""
    testimonies: Path | None = None
    """The table of what origins said themselves."""
    author: str = ""
    """Who coded them; empty = the coder of the file."""
    blind: bool = False
    """Whether the coder's own judgements (root_id, relation, distortion) are left out and everything is computed."""

    @property
    def coder(self) -> str:
        """The author of the judgements that the tables hold."""
        return self.author or f"coder of {self.relays.name}"

    @property
    def paths(self) -> tuple[Path, ...]:
        """The tables."""
        return (self.relays, self.testimonies) if self.testimonies is not None else (self.relays,)


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import gives back."""

    run: Run
    rows: int
    """Rows that were taken."""
    keys: tuple[str, ...]
    """Keys of the documents of the table of relays, in the order of the table."""
    differences: tuple[Difference, ...] = ()
    """Where the coder judged one thing and the program finds another; empty where it was asked to look blind."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What came out of reading the tables."""

    rows: tuple[CodedRow, ...]
    claims: tuple[Claim, ...]
    """One claim a row, in their order."""
    refusals: tuple[Refusal, ...]

    def by(self, day: date | None) -> _Read:
        """Return the rows whose pages were published by a day; those without a day are refused where one is asked."""
        kept = known_by([row.document for row in self.rows], day)
        known = {document.id for document in kept.documents}
        pairs = [pair for pair in zip(self.rows, self.claims, strict=True) if pair[0].document.id in known]
        rows, claims = tuple(row for row, _ in pairs), tuple(claim for _, claim in pairs)
        return _Read(rows, claims, self.refusals + kept.refusals)

    @property
    def coded(self) -> tuple[Coded, ...]:
        return tuple(Coded(row.document, (claim,)) for row, claim in zip(self.rows, self.claims, strict=True))


def import_tables(order: Order, tools: Toolkit, ledger: Path | None = None) -> Imported:
    """Read tables of coded claims and weigh them as claims out of texts are weighed.

    What the coder judged by hand is kept as a person's judgement and beats the machine's; where it differs from what
    the program finds by itself, both are handed out.

    Args:
        order: the tables, and whether the coder's judgements count.
        tools: settings and what they name.
        ledger: the ledger to record everything in, made where it is missing; None keeps nothing.

    Raises:
        NothingRead: where no row could be read; in a ledger the refusals are recorded all the same.
        SettingsError: where the author is the machine.
        LedgerError: where the ledger cannot be written.
    """
    refuse_machine(order.coder)
    captures, refused = _captures(order)
    read = _read(captures, order, tools, refused, blind=order.blind)
    judgements = () if order.blind else _judgements(read, order.coder, tools)
    run = _kept(captures, read, judgements, order, tools, ledger)
    day = tools.settings.as_of
    shown = read.by(day)
    keys = tuple(row.document.key for row in shown.rows if row.table is Table.RELAYS)
    if order.blind:
        return Imported(run, len(read.rows), keys)
    alone = _read(captures, order, tools, refused, blind=True).by(day)
    found = draw(alone.coded, tools)
    return Imported(run, len(read.rows), keys, compared(shown.rows, shown.claims, found))


def _captures(order: Order) -> tuple[dict[Table, Capture], tuple[Refusal, ...]]:
    taken: dict[Table, Capture] = {}
    refused: list[Refusal] = []
    for table, path in zip((Table.RELAYS, Table.TESTIMONIES), order.paths, strict=False):
        item = take_table(path)
        if isinstance(item, Refusal):
            refused.append(item)
        else:
            taken[table] = item
    return taken, tuple(refused)


def _read(
    captures: Mapping[Table, Capture], order: Order, tools: Toolkit, refused: Sequence[Refusal], *, blind: bool
) -> _Read:
    rows: list[CodedRow] = []
    refusals = list(refused)
    for table, capture in captures.items():
        for item in read_coded(capture, table, blind=blind):
            if isinstance(item, Refusal):
                refusals.append(item)
            else:
                rows.append(item)
    claims = tuple(claim_of(row, tools.registry, order.coder) for row in rows)
    return _Read(tuple(rows), claims, tuple(refusals))


def _root(row: CodedRow) -> str:
    return row.document.key if row.table is Table.TESTIMONIES else row.cell("root_id")


def _judgements(read: _Read, coder: str, tools: Toolkit) -> tuple[Judgement, ...]:
    """Return what the coder's ids of sayings judge: the rows of one id same, and apart what else would be joined."""
    roots: dict[str, list[Claim]] = defaultdict(list)
    root_of: dict[str, str] = {}
    for row, claim in zip(read.rows, read.claims, strict=True):
        if _root(row):
            roots[_root(row)].append(claim)
            root_of[claim.id] = _root(row)
    made = {}
    for root, claims in sorted(roots.items()):
        first, *others = sorted(claims, key=lambda claim: claim.id)
        for other in others:
            one = _judgement(first, other, Verdict.SAME, coder, f"both are coded as {root}")
            made[one.id] = one
    documents = [row.document for row in read.rows]
    for _ in range(_ROUNDS):
        grouping = group_all(read.claims, documents, tools.registry, tuple(made.values()))
        mixed = [sorted({root_of[key] for key in one.claim_ids if key in root_of}) for one in grouping.testimonies]
        pairs = {pair for names in mixed for pair in combinations(names, 2)}
        if not pairs:
            break
        for left, right in sorted(pairs):
            firsts = [min(roots[root], key=lambda claim: claim.id) for root in (left, right)]
            one = _judgement(firsts[0], firsts[1], Verdict.NOT_SAME, coder, f"they are coded as {left} and {right}")
            made[one.id] = one
    return tuple(made[key] for key in sorted(made))


def _judgement(first: Claim, second: Claim, verdict: Verdict, coder: str, why: str) -> Judgement:
    left, right = sorted((first.id, second.id))
    return Judgement(
        id=Judgement.identify(Same.TESTIMONY, left, right, coder),
        about=Same.TESTIMONY,
        left=left,
        right=right,
        verdict=verdict,
        author=coder,
        score=1.0 if verdict is Verdict.SAME else 0.0,
        reasons=(Reason("person", why, (left, right)),),
    )


def _kept(
    captures: Mapping[Table, Capture],
    read: _Read,
    judgements: Sequence[Judgement],
    order: Order,
    tools: Toolkit,
    ledger: Path | None,
) -> Run:
    """Draw the dossier, in memory or from the ledger with everything recorded in it."""
    if ledger is None:
        if not read.rows:
            raise NothingRead(order.paths, read.refusals)
        known = read.by(tools.settings.as_of)
        ids = {claim.id for claim in known.claims}
        people = [one for one in judgements if {one.left, one.right} <= ids]
        dossier = draw(known.coded, tools, known.refusals, people)
        return Run(dossier, dossier.refusals, len(read.rows))
    with Ledger.open(ledger, write=True) as book:
        recorder = Recorder(book)
        grower = Grower(book, recorder, tools)
        for capture in captures.values():
            recorder.capture(capture)
        recorder.refusals(read.refusals)
        added = sum(not recorder.has(row.document.id) for row in read.rows)
        for coded in read.coded:
            recorder.coded(coded.document, coded.claims, f"imported; coded by {order.coder}")
        recorder.finish_captures()
        _record(book, judgements)
        if not read.rows:
            raise NothingRead(order.paths, read.refusals)
        grower.draw(read.coded, judgements)
        dossier, undated = drawn_from(book, tools)
    return Run(dossier, read.refusals + undated, added)


def _record(book: Ledger, judgements: Iterable[Judgement]) -> None:
    there = {entry.draft.subject: entry.draft.body for entry in book.current(EntryKind.JUDGEMENT)}
    drafts = [
        Draft(EntryKind.JUDGEMENT, one.id, to_json(one), one.author, "; ".join(reason.text for reason in one.reasons))
        for one in judgements
    ]
    new = [draft for draft in drafts if there.get(draft.subject) != draft.body]
    if new:
        book.append(new)
