"""Pages of review beside the claim: a missed claim, one event regrouped, one source graded, the log of decisions."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.entry import EntryKind
from reportedly.model.errors import SettingsError
from reportedly.model.event import Same, Verdict
from reportedly.model.grading import SourceLetter
from reportedly.pipeline.workbench.decision_log import LogLine, LogPage, LogQuery
from reportedly.pipeline.workbench.regrouping import GroupDesk
from reportedly.pipeline.workbench.source_desk import SourceDesk
from reportedly.publish.labels import day_label
from reportedly.publish.table import guarded
from reportedly.web.views.review_claim import Paper
from reportedly.web.views.review_form import FormState, Words
from reportedly.web.views.review_text import Excerpt, whole
from reportedly.web.views.review_words import chain_words

LETTERS = tuple(
    zip(
        SourceLetter,
        (
            "completely reliable",
            "usually reliable",
            "fairly reliable",
            "not usually reliable",
            "unreliable",
            "cannot be judged",
        ),
        strict=True,
    )
)
KINDS = (
    (EntryKind.REVIEW, "claims"),
    (EntryKind.JUDGEMENT, "groups"),
    (EntryKind.SOURCE_GRADE, "sources"),
    (EntryKind.ROUND, "rounds"),
)
"""Kinds of decisions by which the log is narrowed."""


@dataclass(frozen=True, slots=True)
class AddView:
    """What the page shows on which a missed claim is added."""

    paper: Paper
    excerpt: Excerpt
    form: FormState
    claims: int
    """Claims that are marked."""


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One claim of an event as it is printed."""

    claim_id: str
    quote: str
    chain: str
    outlet: str
    day: str
    saying: int
    """Number of the saying that it relays, from 1; 0 for none."""


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """What somebody judged of two claims."""

    id: str
    who: str
    what: str
    left: str
    right: str
    why: str


@dataclass(frozen=True, slots=True)
class OtherRow:
    """An event that could be merged with."""

    event_id: str
    label: str
    pages: int


@dataclass(frozen=True, slots=True)
class GroupView:
    """What the page of regrouping shows."""

    event_id: str
    label: str
    rows: tuple[GroupRow, ...]
    sayings: tuple[str, ...]
    """Names of the origins of the sayings, by number."""
    judged: tuple[JudgedRow, ...]
    others: tuple[OtherRow, ...]
    words: str


@dataclass(frozen=True, slots=True)
class SourceView:
    """What the page of a source shows."""

    desk: SourceDesk
    letters: tuple[tuple[str, str], ...]
    mine: str
    """The person's own letter in force; empty where there is none."""
    mine_id: str


@dataclass(frozen=True, slots=True)
class LogView:
    """What the log shows."""

    page: LogPage
    query: LogQuery
    kinds: tuple[tuple[str, str], ...]


def add_view(document: Document, claims: tuple[Claim, ...], asked: Mapping[str, str]) -> AddView:
    """Return what the page shows on which a missed claim is added.

    Args:
        document: the document.
        claims: its claims as they count.
        asked: the address's query; ``from`` and ``to`` say where the words stand.
    """
    words = Words(*(asked.get(name, "") if asked.get(name, "").isdecimal() else "" for name in ("from", "to")))
    paper = Paper(document.id, document.outlet or document.key, document.title or "", document.day)
    return AddView(paper, whole(document.text, claims), FormState(words=words), len(claims))


def group_view(desk: GroupDesk, words: str) -> GroupView:
    """Return what the page of regrouping shows."""
    numbers = {one.id: number for number, one in enumerate(desk.testimonies, start=1)}
    rows = tuple(
        GroupRow(
            one.claim_id,
            one.quote,
            " → ".join(one.chain) or chain_words(()),
            one.outlet,
            day_label(one.day),
            numbers.get(one.testimony_id, 0),
        )
        for one in desk.claims
    )
    quotes = {**desk.quotes, **{row.claim_id: row.quote for row in rows}}
    judged = tuple(
        JudgedRow(
            one.id,
            one.author,
            {Verdict.SAME: "the same", Verdict.NOT_SAME: "not the same", Verdict.UNSURE: "perhaps the same"}[
                one.verdict
            ]
            + (" event" if one.about is Same.EVENT else " saying"),
            quotes.get(one.left, one.left),
            quotes.get(one.right, one.right),
            one.reasons[0].text if one.reasons else "",
        )
        for one in desk.judged
    )
    sayings = tuple(one.origin.name if one.origin.recorded else "nobody named" for one in desk.testimonies)
    others = tuple(OtherRow(one.event_id, one.label, one.pages) for one in desk.others)
    return GroupView(desk.event.id, desk.event.label, rows, sayings, judged, others, words)


def source_view(desk: SourceDesk, person: str) -> SourceView:
    """Return what the page of a source shows."""
    own = [one for one in desk.people if one.author == person]
    letters = tuple((str(letter), words) for letter, words in LETTERS)
    return SourceView(desk, letters, str(own[-1].letter) if own else "", own[-1].id if own else "")


def log_query(asked: Mapping[str, str]) -> LogQuery:
    """Return what an address asks of the log.

    Raises:
        SettingsError: E297 where there is no such kind, or no number of an entry.
    """
    kind, before = asked.get("kind", ""), asked.get("before", "")
    known = {one.value: one for one, _ in KINDS}
    if kind and kind not in known:
        raise SettingsError("E297", "the log has no such kind", kind[:80], f"one of: {', '.join(known)}")
    if before and not (before.isascii() and before.isdecimal()):
        raise SettingsError("E297", "this is no number of an entry", before[:80], "follow the links of the log")
    return LogQuery(asked.get("who", "").strip(), known.get(kind), int(before[:14]) if before else None)


def log_view(page: LogPage, query: LogQuery) -> LogView:
    """Return what the log shows."""
    return LogView(page, query, tuple((kind.value, name) for kind, name in KINDS))


def log_csv(lines: tuple[LogLine, ...]) -> str:
    """Return entries as a table, one a row."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(
        ["entry", "recorded", "who", "what", "about", "why", "kind", "subject", "claim", "round", "in force"]
    )
    for line in lines:
        cells = (
            str(line.number),
            line.recorded.isoformat(),
            line.who,
            line.what,
            line.about,
            line.why,
            line.kind.value,
            line.subject,
            line.claim_id,
            line.round,
            "yes" if line.in_force else "no",
        )
        writer.writerow(map(guarded, cells))
    return out.getvalue()
