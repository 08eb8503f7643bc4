"""Verify a ledger: walk its chain from the first entry to the last and name everything that does not fit.

Nothing is trusted, and nothing that a file can hold makes it fail: what cannot be read is damage like any other. What
it cannot see is a ledger whose newest batches were all cut off with a tool that keeps the rest consistent; against
that, note the ``head`` that it returns and compare.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import SQLAlchemyError

from reportedly.ledger import faults, migrate, sqlite
from reportedly.ledger.batch import FIRST_PREVIOUS
from reportedly.ledger.once import Once
from reportedly.ledger.reading import unpacked
from reportedly.ledger.tables import CONTENT, CURRENT, ENTRY, entry_of
from reportedly.ledger.view import Words, words_of
from reportedly.model.entry import Action, Entry, EntryKind
from reportedly.model.errors import LedgerError

_COPY = "go back to a copy of the ledger; entries that are not named here are sound"
_REBUILD = "rebuild the view with reportedly verify --rebuild; no entry is lost"
_CAPTURE = "read the report in again, or go back to a copy of the ledger"
_MAX_PROBES = 100_000
"""Numbers looked up one by one behind an unreadable place."""
_UNREADABLE = (SQLAlchemyError, LedgerError, ValueError, OverflowError, MemoryError)


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is wrong with a ledger."""

    number: int | None
    """The entry that is hit, or the first of several; None where it is no entry."""
    what: str
    """What is wrong, in words."""
    advice: str
    """What can be done."""
    last: int | None = None
    """The last of several entries in a row."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What a walk through the ledger found."""

    ok: bool
    """Whether nothing is wrong."""
    entries: int
    """Entries that were read."""
    batches: int
    damage: tuple[Damage, ...] = ()
    head: str = FIRST_PREVIOUS
    """Hash of the newest entry that was read: it stands for the whole ledger up to there."""

    @property
    def mends_by_rebuilding(self) -> bool:
        """Whether all that is wrong goes away when the view is made anew from the entries."""
        return not self.ok and all(damage.advice == _REBUILD for damage in self.damage)


@dataclass(slots=True)
class _Walk:
    """What is known so far on the way along the chain."""

    damage: list[Damage] = field(default_factory=list)
    entries: int = 0
    batches: int = 0
    expected: int = 1
    """Number that the next entry must have."""
    newest: Entry | None = None
    """The newest sound entry."""
    linked: bool = True
    """Whether the next entry must continue ``newest``; not so behind a damaged place."""
    holds: dict[tuple[str, str], int] = field(default_factory=dict)
    """Kind and subject -> number of the entry that holds."""
    words: dict[int, Words] = field(default_factory=dict)
    captured: dict[str, int] = field(default_factory=dict)
    """Hash of stored bytes -> number of an entry that needs them."""
    once: Once = field(default_factory=Once)

    def note(self, number: int | None, what: str, advice: str = _COPY, last: int | None = None) -> None:
        """Keep one damage."""
        self.damage.append(Damage(number, what, advice, last))

    @property
    def chain_is_sound(self) -> bool:
        """Whether no entry is damaged so far."""
        return all(damage.number is None for damage in self.damage)


def verify(path: str | PathLike[str]) -> Verification:
    """Walk a ledger and name every damaged entry; the file is only read.

    Args:
        path: the ledger's file.

    Returns:
        The verification; not ``ok`` too where the file is no ledger any more.

    Raises:
        LedgerError: E301 where there is no file.
    """
    file = Path(path).absolute().resolve()
    if not file.exists():
        raise faults.absent(file)
    walk = _Walk()
    engine = sqlite.engine_for(file, write=False, inspect=True)
    try:
        with engine.connect() as connection, connection.begin():
            _examine(connection, walk)
    except _UNREADABLE as error:
        walk.note(None, f"the file cannot be read as a ledger: {_cause(error)}")
    finally:
        engine.dispose()
    head = walk.newest.hash if walk.newest else FIRST_PREVIOUS
    return Verification(not walk.damage, walk.entries, walk.batches, tuple(walk.damage), head)


def _examine(connection: Connection, walk: _Walk) -> None:
    if not sqlite.is_marked(connection) and migrate.form_of(connection) is None:
        walk.note(None, "the file holds no ledger")
        return
    for part, check in _CHECKS.items():
        try:
            check(connection, walk)
        except _UNREADABLE as error:
            walk.note(None, f"{part} cannot be read: {_cause(error)}")


def _check_form(connection: Connection, walk: _Walk) -> None:
    if not sqlite.is_marked(connection):
        walk.note(None, "the file does not carry the mark of a ledger")
    for name in sqlite.missing_guards(connection):
        walk.note(None, f"the guard {name} against changes is gone or altered")
    form = migrate.form_of(connection)
    if form != migrate.NEWEST:
        what = f"the tables have form {form}, this program knows {migrate.NEWEST}"
        walk.note(None, what, "install the newest Reportedly; if it is that already, go back to a copy")


def _check_entries(connection: Connection, walk: _Walk) -> None:
    for stored in _stored_entries(connection, walk):
        walk.entries += 1
        try:
            entry = entry_of(stored)
        except (ValueError, KeyError) as error:
            _note_unsound(walk, stored.get("number"), str(error))
            continue
        if entry.expected_hash() == entry.hash:
            _follow(walk, entry)
            _apply(walk, entry)
        else:
            _note_unsound(walk, entry.number, "its content does not fit its hash")


def _note_unsound(walk: _Walk, number: object, why: str) -> None:
    """Name a damaged row by its place in the order, since its own number may be what is damaged."""
    named = "" if number == walk.expected else f" (it is stored under {number!r})"
    walk.note(walk.expected, f"entry {walk.expected} was changed{named}: {why}")
    walk.expected += 1
    walk.linked = False


def _follow(walk: _Walk, entry: Entry) -> None:
    if entry.number < walk.expected:
        walk.note(entry.number, f"entry {entry.number} stands out of order")
        return
    if entry.number > walk.expected:
        _note_gap(walk, entry.number - 1)
    if walk.linked:
        _check_link(walk, entry)
    if walk.newest is None or entry.batch != walk.newest.batch:
        walk.batches += 1
    walk.newest, walk.expected, walk.linked = entry, entry.number + 1, True


def _note_gap(walk: _Walk, until: int) -> None:
    first, walk.linked = walk.expected, False
    if until == first:
        walk.note(first, f"entry {first} is missing or unreadable")
    elif until > first:
        walk.note(first, f"entries {first} to {until} are missing or unreadable", last=until)


def _check_link(walk: _Walk, entry: Entry) -> None:
    last = walk.newest
    if entry.previous_hash != (last.hash if last else FIRST_PREVIOUS):
        what = f"entry {entry.number} does not continue entry {entry.number - 1}: one of the two was replaced"
        walk.note(entry.number, what)
    if entry.batch - (last.batch if last else 0) not in ({0, 1} if last else {1}):
        walk.note(entry.number, f"entry {entry.number} skips a batch")
    elif last and entry.batch == last.batch and entry.recorded != last.recorded:
        walk.note(entry.number, f"entry {entry.number} has another time of recording than the rest of its batch")


def _apply(walk: _Walk, entry: Entry) -> None:
    if what := walk.once.meet(entry):
        walk.note(entry.number, what)
    key = (entry.draft.kind.value, entry.draft.subject)
    walk.words.pop(walk.holds.pop(key, 0), None)
    if entry.draft.action is Action.WITHDRAW:
        return
    walk.holds[key] = entry.number
    try:
        words = words_of(entry.draft.kind, entry.draft.body)
        data = json.loads(entry.draft.body) if entry.draft.kind is EntryKind.CAPTURE else None
    except (ValueError, RecursionError) as error:
        walk.note(entry.number, f"the body of entry {entry.number} is no JSON: {error}")
        return
    if words:
        walk.words[entry.number] = words
    if isinstance(data, dict) and isinstance(data.get("sha256"), str):
        walk.captured.setdefault(data["sha256"], entry.number)


def _stored_entries(connection: Connection, walk: _Walk) -> Iterator[dict[str, object]]:
    """Yield rows in the order in which they are stored; behind a place that cannot be read, go on where it can."""
    after = 0
    while True:
        try:
            for row in connection.execute(select(ENTRY).where(ENTRY.c.number > after).order_by(ENTRY.c.number)):
                yield row._asdict()
        except _UNREADABLE as error:
            top = _top(connection, walk.expected)
            found = _next_readable(connection, walk.expected, top)
            if found is None:
                what = f"from entry {walk.expected} on nothing can be read: {_cause(error)}"
                walk.note(walk.expected, what, last=max(top, walk.expected))
                return
            yield found
            after = walk.expected - 1
        else:
            return


def _top(connection: Connection, start: int) -> int:
    """Return the highest number that may exist, as far as damage lets us know, and not absurdly far from ``start``."""
    for column in (ENTRY.c.number, CURRENT.c.number):
        try:
            highest = connection.execute(select(func.max(column))).scalar()
        except _UNREADABLE:
            continue
        if isinstance(highest, int):
            return min(highest, start + _MAX_PROBES)
    return start


def _next_readable(connection: Connection, start: int, top: int) -> dict[str, object] | None:
    for number in range(start, top + 1):
        try:
            row = connection.execute(select(ENTRY).where(ENTRY.c.number == number)).first()
        except _UNREADABLE:
            continue
        if row is not None:
            return row._asdict()
    return None


def _check_contents(connection: Connection, walk: _Walk) -> None:
    needed = dict(walk.captured)
    for sha256 in connection.execute(select(CONTENT.c.sha256).order_by(CONTENT.c.sha256)).scalars().all():
        number = needed.pop(sha256, None)
        try:
            row = connection.execute(select(CONTENT).where(CONTENT.c.sha256 == sha256)).one()
            unpacked(sha256, row.size, row.compressed)
        except _UNREADABLE as error:
            walk.note(number, f"the bytes of a capture are damaged: {_cause(error)}", _CAPTURE)
    for sha256, number in needed.items():
        walk.note(number, f"the bytes {sha256} that entry {number} speaks of are not stored", _CAPTURE)


def _check_view(connection: Connection, walk: _Walk) -> None:
    if not walk.chain_is_sound:
        return
    rows = connection.execute(select(CURRENT.c.kind, CURRENT.c.subject, CURRENT.c.number)).all()
    if _noted_as_cut_off(walk, "current view", (number for _, _, number in rows)):
        return
    differing = {((kind, subject), number) for kind, subject, number in rows} ^ set(walk.holds.items())
    if differing:
        walk.note(None, f"the current view differs from the entries in {len(differing)} places", _REBUILD)


def _check_words(connection: Connection, walk: _Walk) -> None:
    if not walk.chain_is_sound:
        return
    indexed = {number: (title, text) for number, title, text in sqlite.indexed_words(connection)}
    if not _noted_as_cut_off(walk, "word index", indexed) and indexed != walk.words:
        walk.note(None, "the word index differs from the entries", _REBUILD)


def _noted_as_cut_off(walk: _Walk, part: str, numbers: Iterable[int]) -> bool:
    """Note entries behind the chain's end that a part still speaks of; rebuilding would wipe out their last trace."""
    end = walk.newest.number if walk.newest else 0
    last = max((number for number in numbers if isinstance(number, int)), default=end)
    if last <= end:
        return False
    what = f"the {part} speaks of entry {last}, but the chain ends with entry {end}: the newest entries were cut off"
    walk.note(end + 1, what, last=last if last > end + 1 else None)
    return True


def _check_structure(connection: Connection, walk: _Walk) -> None:
    for line in sqlite.broken_structure(connection):
        walk.note(None, f"the database's own check says: {line}")


_CHECKS: dict[str, Callable[[Connection, _Walk], None]] = {
    "the form of the tables": _check_form,
    "the table of entries": _check_entries,
    "the stored bytes": _check_contents,
    "the current view": _check_view,
    "the word index": _check_words,
    "the structure of the file": _check_structure,
}


def _cause(error: Exception) -> str:
    return str(getattr(error, "orig", None) or error)
