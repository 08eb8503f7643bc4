"""Coded rows: claims that a person has coded in a table, with the document that each row is written out as."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.claim import Claim
from reportedly.model.days import Days
from reportedly.model.document import Document
from reportedly.model.span import Span

CODED = "coded cell"
"""The rule of a ground whose value was taken from a cell of a table."""
CODER = "coder"
"""The field of a ground that says who judged what the relay changed; its rule is the person's name."""
DRIFT = "drift"
"""The field of a ground for one change as the coder judged it; its rule is the type of the change."""
NOTED = "noted"
"""The field of a ground for a change that the coder notes on a relay and calls it faithful all the same."""
DEPENDS_ON = "depends on"
"""The field of a ground for the sayings that this one is stated to rest on; its rule is the id of one of them."""
OWN = "own"
"""The field of a ground that marks a row as the origin's own saying."""


class Table(StrEnum):
    """What the rows of a table are."""

    RELAYS = "relays"
    """What pages carry, most of them from others."""
    TESTIMONIES = "testimonies"
    """What origins said themselves."""


@dataclass(frozen=True, slots=True)
class Hop:
    """One name of a cell that tells through whom a claim came."""

    name: str
    span: Span
    """The name in the row's document."""
    unsure: bool = False
    """Whether the coder put it in brackets: the page names it, but does not link to it or was not seen to."""


@dataclass(frozen=True, slots=True)
class CodedRow:
    """One row of a table, checked and written out as a document of its own."""

    table: Table
    line: int
    """The line of the file on which the row begins, from 1."""
    document: Document
    cells: Mapping[str, Span]
    """Column -> its cell in the document; empty cells are left out."""
    claimant: tuple[Hop, ...]
    """Whose word it is, the origin last; before it who passed it on, as the cell itself says."""
    relays: tuple[Hop, ...] = ()
    """Through whom the page has it, outermost first, without the page itself."""
    low: int | None = None
    high: int | None = None
    said: Days | None = None
    as_of: Days | None = None
    denied: bool = False

    def cell(self, column: str) -> str:
        """Return the words of a cell; empty where the row has none."""
        span = self.cells.get(column)
        return span.of(self.document.text) if span is not None else ""


def is_coded(claim: Claim) -> bool:
    """Say whether a claim was taken from a table rather than read out of a text."""
    return any(ground.rule == CODED for ground in claim.grounds)


def coded_words(claim: Claim, field: str, text: str) -> str:
    """Return the words of the cell behind a field of a coded claim; empty where the row has no such cell.

    Args:
        claim: a coded claim.
        field: the ground's field, such as ``measure`` or ``of``.
        text: the text of the claim's document.
    """
    for ground in claim.grounds:
        if ground.field == field and ground.rule == CODED and ground.spans:
            return ground.spans[0].of(text)
    return ""


def coder_of(claim: Claim) -> str | None:
    """Return who judged by hand what the relay changed; None where nobody did."""
    return next((ground.rule for ground in claim.grounds if ground.field == CODER), None)


def coded_claims(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims that were taken from tables."""
    return tuple(claim for claim in claims if is_coded(claim))
