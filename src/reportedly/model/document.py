"""Captures, documents, and what was refused or lost on the way: the results of ingest and read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from reportedly.model.ids import identifier
from reportedly.model.span import Span


@dataclass(frozen=True, slots=True)
class Capture:
    """Bytes as they were taken in, before anything was read out of them."""

    id: str
    """``cap-`` and digits, derived from origin and content."""
    origin: str
    """Where the bytes came from: a path relative to what was asked for, or an address."""
    media_type: str
    """``text/plain``, ``text/markdown``, ``text/html``, ``application/json`` or ``application/jsonl``."""
    sha256: str
    """SHA-256 of ``content`` as 64 hexadecimal digits."""
    content: bytes
    """The bytes themselves."""


class DayBasis(StrEnum):
    """How a publication day is known."""

    GIVEN = "given"
    """Stated in the record that came with the document."""
    METADATA = "metadata"
    """Read from the page's own metadata."""
    INFERRED = "inferred"
    """Worked out from the text: a weekday and a date that agree, or a dateline."""


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published, and how that is known."""

    day: date
    basis: DayBasis
    detail: str
    """The rule that gave the day, in words."""
    at: datetime | None = None
    """The minute of publication, local to the outlet, where the record gives one."""
    span: Span | None = None
    """The words of the text that the day was inferred from."""


@dataclass(frozen=True, slots=True)
class Loss:
    """Something of a capture that did not reach the document's text."""

    code: str
    """Code of the loss, from the error reference (``L...``)."""
    what: str
    """What is missing, in words."""
    where: str = ""
    """Byte offset, line or element."""


@dataclass(frozen=True, slots=True)
class Document:
    """The text of one report and what is known about its publication; every offset points into ``text``."""

    id: str
    """``doc-`` and digits, derived from key, outlet, title, publication and text."""
    key: str
    """The id that the user's file gave it, or the file's name."""
    text: str
    title: str | None = None
    outlet: str | None = None
    published: Published | None = None
    address: str | None = None
    """Where the report stands on the web, if recorded."""
    capture_id: str | None = None
    losses: tuple[Loss, ...] = ()

    @staticmethod
    def identify(key: str, text: str, title: str | None, outlet: str | None, published: Published | None) -> str:
        """Return the id of a document with this content."""
        moment = None if published is None else (published.day, published.at)
        return identifier("doc", key, outlet, title, moment, text)

    @property
    def day(self) -> date | None:
        """The day of publication, or None where it is not known."""
        return self.published.day if self.published else None

    @property
    def moment(self) -> tuple[str, str, str]:
        """A sort key: the minute of publication where it is known, then key and id."""
        at = self.published.at if self.published else None
        return (at.isoformat() if at else "", self.key, self.id)


@dataclass(frozen=True, slots=True)
class Refusal:
    """An input that was not taken, with the reason and what to do about it."""

    code: str
    """Code from the error reference (``R...``)."""
    what: str
    """What is wrong, in words."""
    where: str
    """File, and line where there is one."""
    advice: str
    """What the user can do."""

    @property
    def id(self) -> str:
        """``ref-`` and digits, derived from code and place."""
        return identifier("ref", self.code, self.where, self.what)
