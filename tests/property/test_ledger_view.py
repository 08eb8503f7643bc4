"""Whatever is asserted and withdrawn, the current view is what the entries say."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from ledger_samples import claim, document, open_ledger, withdrawal
from reportedly.ledger import sqlite
from reportedly.ledger.store import Ledger
from reportedly.ledger.verify import verify
from reportedly.model.entry import Action, Draft, EntryKind

subjects = st.sampled_from(["a", "b", "c", "ab"])
kinds = st.sampled_from([EntryKind.CLAIM, EntryKind.DOCUMENT, EntryKind.EVENT])
words = st.sampled_from(["forty hurt", "", "fifty lost", "Łódź"])
drafts = st.one_of(
    st.builds(claim, subjects, words),
    st.builds(document, subjects, words, words),
    st.builds(withdrawal, subjects, kinds),
)
batches = st.lists(st.lists(drafts, max_size=5), max_size=8)


def held(sequence: list[list[Draft]]) -> dict[tuple[str, str], int]:
    """Return what holds after a sequence of batches, worked out in the plainest way."""
    view: dict[tuple[str, str], int] = {}
    for number, draft in enumerate((draft for batch in sequence for draft in batch), 1):
        view.pop((draft.kind.value, draft.subject), None)
        if draft.action is Action.ASSERT:
            view[draft.kind.value, draft.subject] = number
    return view


def derived(ledger: Ledger) -> bytes:
    """Return the bytes of the view and the word index."""
    with ledger._transaction() as connection:
        rows = connection.exec_driver_sql("SELECT kind, subject, number FROM current_entry ORDER BY 1, 2").all()
        return repr(([tuple(row) for row in rows], list(sqlite.indexed_words(connection)))).encode()


@given(batches)
def test_rebuilding_gives_the_same_bytes(sequence: list[list[Draft]]) -> None:
    """The view kept up batch by batch equals the view rebuilt from all entries, and the ledger verifies."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.db"
        with open_ledger(path) as ledger:
            for batch in sequence:
                ledger.append(batch)
            before = derived(ledger)
            ledger.rebuild_view()
            assert derived(ledger) == before
        assert verify(path).ok


@given(batches)
def test_the_view_is_the_last_word_on_each_subject(sequence: list[list[Draft]]) -> None:
    """The view is what a plain walk over the drafts gives, by ``current`` and by time of recording alike."""
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "a.db") as ledger:
        entries = [entry for batch in sequence for entry in ledger.append(batch)]
        expected = held(sequence)
        assert {
            (e.draft.kind.value, e.draft.subject): e.number for k in EntryKind for e in ledger.current(k)
        } == expected
        if entries:
            late = entries[-1].recorded
            past = [e for kind in EntryKind for e in ledger.current(kind, recorded_until=late)]
            assert {(e.draft.kind.value, e.draft.subject): e.number for e in past} == expected


@given(batches, st.integers(0, 7))
def test_the_past_does_not_change(sequence: list[list[Draft]], moment: int) -> None:
    """What was known at a time stays what it was, whatever is recorded later."""
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "a.db") as ledger:
        known: list[list[int]] = []
        times = []
        for batch in (batch for batch in sequence if batch):
            times.append(ledger.append(batch)[0].recorded)
            known.append([entry.number for entry in ledger.current(EntryKind.CLAIM)])
        if times:
            then = moment % len(times)
            seen = ledger.current(EntryKind.CLAIM, recorded_until=times[then])
            assert [entry.number for entry in seen] == known[then]
