"""The queue of review: which claims are worth a look, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from reportedly.model.errors import SettingsError
from reportedly.model.reason import Reason
from reportedly.pipeline.workbench.queue import QueuePage, QueueQuery, QueueRow, QueueState
from reportedly.web.views.review_claim import query_words
from reportedly.web.views.review_words import chain_words, figure_words

STATES = (
    (QueueState.OPEN, "Not decided"),
    (QueueState.UNSURE, "Unsure"),
    (QueueState.DISAGREED, "Disagreed"),
    (QueueState.STALE, "Stale"),
    (QueueState.DECIDED, "Decided"),
    (QueueState.ALL, "All"),
)
_TOLD = 2
"""Reasons told of a claim in the queue."""


@dataclass(frozen=True, slots=True)
class QueueLine:
    """One claim of the queue as it is printed."""

    row: QueueRow
    chain: str
    figures: str
    moves: tuple[Reason, ...]
    """What would move, the most first."""
    doubts: tuple[Reason, ...]
    """Why it may be misread, the most first."""
    address: str


@dataclass(frozen=True, slots=True)
class QueueTab:
    """One state by which the queue is narrowed."""

    name: str
    address: str
    current: bool


@dataclass(frozen=True, slots=True)
class QueueView:
    """What the page shows."""

    lines: tuple[QueueLine, ...]
    tabs: tuple[QueueTab, ...]
    query: QueueQuery
    total: int
    event_label: str
    """The event to which the queue is narrowed; empty where it is not."""


def queue_query(asked: Mapping[str, str]) -> QueueQuery:
    """Return what an address asks of the queue.

    Raises:
        SettingsError: E297 where there is no such state or page.
    """
    state, page = asked.get("state", ""), asked.get("page", "")
    if state and state not in set(QueueState):
        raise SettingsError("E297", "the queue has no such state", state[:80], f"one of: {', '.join(QueueState)}")
    if page and not (page.isascii() and page.isdecimal() and int(page[:9])):
        raise SettingsError("E297", "this is no page of the queue", page[:80], "give a number from 1")
    return QueueQuery(
        QueueState(state) if state else QueueState.OPEN,
        asked.get("event", "").strip(),
        asked.get("source", "").strip(),
        int(page[:9]) if page else 1,
    )


def queue_view(found: QueuePage, query: QueueQuery) -> QueueView:
    """Return what the page of the queue shows."""
    tabs = tuple(
        QueueTab(name, f"/review{query_words(replace(query, state=state))}", state is query.state)
        for state, name in STATES
    )
    labels = [row.event_label for row in found.rows if query.event]
    return QueueView(
        tuple(_line(row, query) for row in found.rows), tabs, query, found.total, labels[0] if labels else query.event
    )


def _line(row: QueueRow, query: QueueQuery) -> QueueLine:
    moves = [one for one in row.worth.reasons if one.code.startswith("moves")]
    doubts = [one for one in row.worth.reasons if one.code.startswith("doubt")]
    return QueueLine(
        row,
        chain_words(row.claim.chain),
        figure_words(row.claim) if row.claim.quantities else "",
        tuple(moves[:_TOLD]),
        tuple(doubts[:_TOLD]),
        f"/review/claim/{row.claim.id}{query_words(query)}",
    )
