"""The tables of stories: which texts are tied, which story each is in and what was drawn from it.

Everything here is derived from the entries and may be dropped at any time; the next report that is added makes it anew.
What the rows mean is the caller's: this package only keeps and finds them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection, delete, insert, or_, select, tuple_, update

from reportedly.ledger.tables import (
    STORY_CLAIM,
    STORY_DOCUMENT,
    STORY_DRAWN,
    STORY_STATE,
    STORY_TABLES,
    STORY_TERM,
    STORY_TEXT,
    STORY_TIE,
)
from reportedly.model.entry import EntryKind

_MANY = 400
"""Values in one query."""

Item = TypeVar("Item")


class StoryState(NamedTuple):
    """How far the tables reach."""

    number: int
    """The entry up to which they hold."""
    settings: str
    """A key of the settings under which events were drawn."""


class TextRow(NamedTuple):
    """One text."""

    text: str
    day: str
    profile: str
    story: str


class TieRow(NamedTuple):
    """Two tied texts."""

    left: str
    right: str
    score: float


class DrawnRow(NamedTuple):
    """One thing drawn from a story."""

    kind: str
    subject: str
    story: str


class StoryIndex:
    """The tables of stories within one transaction."""

    def __init__(self, connection: Connection) -> None:
        """Work inside the caller's transaction."""
        self._connection = connection

    def state(self) -> StoryState | None:
        """Return how far the tables reach; None where they hold nothing."""
        row = self._connection.execute(select(STORY_STATE)).one_or_none()
        return None if row is None else StoryState(row.number, row.settings)

    def set_state(self, state: StoryState) -> None:
        """Say how far the tables reach."""
        self._connection.execute(delete(STORY_STATE))
        self._connection.execute(insert(STORY_STATE), state._asdict())

    def clear(self) -> None:
        """Empty all tables."""
        for table in STORY_TABLES:
            self._connection.execute(delete(table))

    def before(self, term: str, day: str, text: str, limit: int) -> list[tuple[str, str]]:
        """Return day and key of the last texts before a place in a list, nearest first."""
        place = tuple_(STORY_TERM.c.day, STORY_TERM.c.text) < (day, text)
        found = select(STORY_TERM.c.day, STORY_TERM.c.text).where(STORY_TERM.c.term == term, place)
        ordered = found.order_by(STORY_TERM.c.day.desc(), STORY_TERM.c.text.desc()).limit(limit)
        return [(row.day, row.text) for row in self._connection.execute(ordered)]

    def after(self, term: str, day: str, text: str, limit: int) -> list[tuple[str, str]]:
        """Return day and key of the first texts behind a place in a list, nearest first."""
        place = tuple_(STORY_TERM.c.day, STORY_TERM.c.text) > (day, text)
        found = select(STORY_TERM.c.day, STORY_TERM.c.text).where(STORY_TERM.c.term == term, place)
        ordered = found.order_by(STORY_TERM.c.day, STORY_TERM.c.text).limit(limit)
        return [(row.day, row.text) for row in self._connection.execute(ordered)]

    def texts(self, keys: Iterable[str]) -> list[TextRow]:
        """Return texts by key; unknown ones are left out."""
        queries = (select(STORY_TEXT).where(STORY_TEXT.c.text.in_(part)) for part in _parts(keys))
        return [TextRow(*row) for query in queries for row in self._connection.execute(query)]

    def put_texts(self, rows: Sequence[TextRow], terms: Iterable[tuple[str, str, str]]) -> None:
        """Add texts, and their places in lists as term, day and key."""
        self._insert("INSERT INTO story_text(text, day, profile, story) VALUES (?, ?, ?, ?)", rows)
        self._insert("INSERT INTO story_term(term, day, text) VALUES (?, ?, ?)", terms)

    def drop_text(self, text: str, day: str, terms: Iterable[str]) -> None:
        """Remove a text with its places in the lists of its terms, and its ties."""
        self._connection.execute(delete(STORY_TEXT).where(STORY_TEXT.c.text == text))
        place = STORY_TERM.c.day == day, STORY_TERM.c.text == text
        for part in _parts(terms):
            self._connection.execute(delete(STORY_TERM).where(STORY_TERM.c.term.in_(part), *place))
        self._connection.execute(delete(STORY_TIE).where(or_(STORY_TIE.c.left == text, STORY_TIE.c.right == text)))

    def set_story(self, story: str, texts: Iterable[str]) -> None:
        """Say which story texts belong to."""
        for part in _parts(texts):
            self._connection.execute(update(STORY_TEXT).where(STORY_TEXT.c.text.in_(part)).values(story=story))

    def ties(self, texts: Iterable[str]) -> list[TieRow]:
        """Return the ties of which at least one end is among some texts, each once."""
        found: set[TieRow] = set()
        for part in _parts(texts):
            for end in (STORY_TIE.c.left, STORY_TIE.c.right):
                found.update(TieRow(*row) for row in self._connection.execute(select(STORY_TIE).where(end.in_(part))))
        return sorted(found)

    def add_ties(self, rows: Iterable[TieRow]) -> None:
        """Add ties."""
        self._insert('INSERT INTO story_tie("left", "right", score) VALUES (?, ?, ?)', rows)

    def cut(self, left: str, right: str) -> None:
        """Remove the tie of two texts."""
        self._connection.execute(delete(STORY_TIE).where(STORY_TIE.c.left == left, STORY_TIE.c.right == right))

    def documents(self, texts: Iterable[str]) -> list[tuple[str, str]]:
        """Return the documents that carry some texts, each with its text."""
        queries = (select(STORY_DOCUMENT).where(STORY_DOCUMENT.c.text.in_(part)) for part in _parts(texts))
        return sorted((row.document, row.text) for query in queries for row in self._connection.execute(query))

    def texts_of_documents(self, documents: Iterable[str]) -> dict[str, str]:
        """Return the text of each of some documents; unknown ones are left out."""
        queries = (select(STORY_DOCUMENT).where(STORY_DOCUMENT.c.document.in_(part)) for part in _parts(documents))
        return {row.document: row.text for query in queries for row in self._connection.execute(query)}

    def put_documents(self, rows: Iterable[tuple[str, str]]) -> None:
        """Add documents with their texts; those that are there stay."""
        self._insert("INSERT OR IGNORE INTO story_document(document, text) VALUES (?, ?)", rows)

    def claims(self, documents: Iterable[str]) -> list[tuple[str, str]]:
        """Return the claims that stand in some documents, each with its document."""
        queries = (select(STORY_CLAIM).where(STORY_CLAIM.c.document.in_(part)) for part in _parts(documents))
        return sorted((row.claim, row.document) for query in queries for row in self._connection.execute(query))

    def texts_of(self, claims: Iterable[str]) -> dict[str, str]:
        """Return the text that each of some claims stands in; unknown claims are left out."""
        both = select(STORY_CLAIM.c.claim, STORY_DOCUMENT.c.text).join(
            STORY_DOCUMENT, STORY_DOCUMENT.c.document == STORY_CLAIM.c.document
        )
        queries = (both.where(STORY_CLAIM.c.claim.in_(part)) for part in _parts(claims))
        return {row.claim: row.text for query in queries for row in self._connection.execute(query)}

    def put_claims(self, rows: Iterable[tuple[str, str]]) -> None:
        """Add claims with their documents; those that are there stay."""
        self._insert("INSERT OR IGNORE INTO story_claim(claim, document) VALUES (?, ?)", rows)

    def documents_of(self, claims: Iterable[str]) -> dict[str, str]:
        """Return the document that each of some claims stands in; unknown claims are left out."""
        queries = (select(STORY_CLAIM).where(STORY_CLAIM.c.claim.in_(part)) for part in _parts(claims))
        return {row.claim: row.document for query in queries for row in self._connection.execute(query)}

    def reviews(self, documents: Iterable[str]) -> list[tuple[str, str]]:
        """Return every decision ever made about claims of some documents, withdrawn ones too, with the document."""
        wanted = STORY_DRAWN.c.kind == EntryKind.REVIEW.value
        queries = (select(STORY_DRAWN).where(wanted, STORY_DRAWN.c.story.in_(part)) for part in _parts(documents))
        return sorted((row.subject, row.story) for query in queries for row in self._connection.execute(query))

    def put_reviews(self, rows: Iterable[tuple[str, str]]) -> None:
        """Add people's decisions with the documents of their claims; those that are there stay."""
        statement = "INSERT OR IGNORE INTO story_drawn(kind, subject, story) VALUES (?, ?, ?)"
        self._insert(statement, ((EntryKind.REVIEW.value, review, document) for review, document in rows))

    def drawn(self, stories: Iterable[str]) -> list[DrawnRow]:
        """Return what was drawn from some stories."""
        queries = (select(STORY_DRAWN).where(STORY_DRAWN.c.story.in_(part)) for part in _parts(stories))
        return sorted(DrawnRow(*row) for query in queries for row in self._connection.execute(query))

    def stories_of_drawn(self, kind: str, subjects: Iterable[str]) -> list[str]:
        """Return the stories from which some things of one kind were drawn."""
        wanted = (STORY_DRAWN.c.kind == kind, STORY_DRAWN.c.story != "")
        queries = (select(STORY_DRAWN.c.story).where(*wanted, STORY_DRAWN.c.subject.in_(p)) for p in _parts(subjects))
        return sorted({row.story for query in queries for row in self._connection.execute(query)})

    def stories_of_texts(self, texts: Iterable[str]) -> list[str]:
        """Return the stories that some texts belong to."""
        queries = (select(STORY_TEXT.c.story).where(STORY_TEXT.c.text.in_(part)) for part in _parts(texts))
        return sorted({row.story for query in queries for row in self._connection.execute(query)} - {""})

    def texts_in(self, stories: Iterable[str]) -> list[str]:
        """Return the texts of some stories."""
        queries = (select(STORY_TEXT.c.text).where(STORY_TEXT.c.story.in_(part)) for part in _parts(stories))
        return sorted(row.text for query in queries for row in self._connection.execute(query))

    def replace_drawn(self, stories: Iterable[str], rows: Iterable[DrawnRow]) -> None:
        """Forget what was drawn from some stories and keep what is drawn now."""
        for part in _parts(stories):
            self._connection.execute(delete(STORY_DRAWN).where(STORY_DRAWN.c.story.in_(part)))
        self._insert("INSERT OR REPLACE INTO story_drawn(kind, subject, story) VALUES (?, ?, ?)", rows)

    def _insert(self, statement: str, rows: Iterable[tuple[object, ...]]) -> None:
        held = [tuple(row) for row in rows]
        if held:
            self._connection.exec_driver_sql(statement, held)


def _parts(items: Iterable[Item]) -> Iterator[list[Item]]:
    held = list(items)
    for start in range(0, len(held), _MANY):
        yield held[start : start + _MANY]
