"""The catalogue's tables are kept, found and dropped as told, and never stand in the way of the entries."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from ledger_samples import claim, document, open_ledger, raw
from reportedly.ledger import catalogue_claims
from reportedly.ledger.catalogue import (
    CLAIM,
    EVENT,
    CardRow,
    CatalogueState,
    ClaimRow,
    DocumentRow,
    EventRow,
    MarkRow,
    ProfileRow,
    TraitRow,
)
from reportedly.ledger.store import Ledger
from reportedly.ledger.verify import verify
from reportedly.model.card import CardQuery
from reportedly.model.entry import Draft, EntryKind
from reportedly.model.search import ClaimQuery, DocumentQuery, Facet

STATE = CatalogueState(4, "settings")


def event_row(number: int, event: str, interest: float = 1.0) -> tuple[EventRow, CardRow]:
    """Return an event with its card."""
    grade = ("B", 2, "moderate")
    days = ("2031-03-01", "2031-03-02", "2031-03-03")
    row = EventRow(number, event, f"evd-{event}", "incident", *grade, 0, 0, 1, 1, *days, interest, 7)
    return row, CardRow(number, f"label of {event}", "{}")


PROFILE = ProfileRow(7, '{"side": ["Tarn"], "measure": ["killed", "wounded"], "kind": ["event"]}')


def claim_row(number: int, name: str, source: str = "Tarn Rescue") -> tuple[ClaimRow, TraitRow]:
    """Return a claim of the event."""
    place = ("doc-1", 0, "evt-1", "tes-1", source)
    return ClaimRow(number, name, *place, "B", "2", "2031-03-01", float(number), ""), TraitRow(number, 4, 7, "B2")


def listed(path: Path) -> Ledger:
    """Return a ledger with a document, two claims and an event, and their catalogue."""
    ledger = open_ledger(path)
    event = Draft(EntryKind.EVENT, "evt-1", "{}", "reportedly test", "drawn")
    ledger.append([document("doc-1", "Forty were hurt."), claim("clm-1"), claim("clm-2", "ten were lost"), event])
    with ledger.catalogue() as index:
        index.put_events([event_row(4, "evt-1")])
        index.put_claims([claim_row(2, "clm-1"), claim_row(3, "clm-2", "Velt Coastguard")])
        index.put_profiles([PROFILE])
        index.put_documents([DocumentRow(1, "doc-1", "a.txt", "", "Morning Leaf", "2031-03-01", 0, 0, 16)])
        index.put_marks([MarkRow(EVENT, "place", "Tarn", 4), MarkRow(CLAIM, "place", "Velt", 2)])
        index.count_claims(["doc-1"])
        index.set_state(STATE)
    return ledger


def test_a_row_for_each_event_and_document_is_whole(tmp_path: Path) -> None:
    """The catalogue knows by counting whether it lacks rows."""
    with listed(tmp_path / "a.db") as ledger:
        with ledger.catalogue_now() as index:
            assert index.is_whole()
        with ledger.catalogue() as index:
            index.drop_documents(["doc-1"])
            assert not index.is_whole()


def test_rebuilding_the_view_empties_it(tmp_path: Path) -> None:
    """Nothing that was derived survives a rebuilding."""
    with listed(tmp_path / "a.db") as ledger:
        ledger.rebuild_view()
        with ledger.catalogue_now() as index:
            assert index.state() is None
        with ledger.finding() as found:
            assert found.claims(ClaimQuery(), 5).total == 0


def test_verification_does_not_mind_what_is_derived(tmp_path: Path) -> None:
    """A catalogue that somebody changed is no damage to the ledger."""
    listed(tmp_path / "a.db").close()
    with raw(tmp_path / "a.db") as connection:
        connection.execute("DELETE FROM catalogue_claim")
        connection.execute("UPDATE catalogue_card SET card = 'torn'")
    assert verify(tmp_path / "a.db").ok


def test_a_document_knows_how_many_claims_stand_in_it(tmp_path: Path) -> None:
    """Counting writes the number of rows of claims into the document's row."""
    with listed(tmp_path / "a.db") as ledger, ledger.finding() as found:
        total, rows = found.documents(DocumentQuery())
    assert (total, [row.claims for row in rows]) == (1, [2])


def test_dropping_an_event_drops_its_marks(tmp_path: Path) -> None:
    """An event that goes leaves no place behind by which it could be found."""
    with listed(tmp_path / "a.db") as ledger:
        with ledger.catalogue() as index:
            index.drop_events(["evt-1"])
        with ledger.finding() as found:
            assert found.events(CardQuery()).cards() == (0, [])
            assert found.events(CardQuery()).facets(5) == ()
            assert found.events(CardQuery(place="Tarn")).cards()[0] == 0


def test_words_find_claims_by_their_quotes(tmp_path: Path) -> None:
    """The word index and the catalogue meet at the number of the entry."""
    with listed(tmp_path / "a.db") as ledger, ledger.finding() as found:
        told = found.claims(ClaimQuery(text="forty"), 5)
    assert (told.total, [row.claim for row in told.claims]) == (1, ["clm-1"])


def test_words_find_events_by_their_claims(tmp_path: Path) -> None:
    """An event fits when one of its claims holds the words."""
    with listed(tmp_path / "a.db") as ledger, ledger.finding() as found:
        assert found.events(CardQuery(text="lost")).cards()[0] == 1
        assert found.events(CardQuery(text="burnt")).cards()[0] == 0


def test_a_search_for_no_word_at_all_finds_nothing(tmp_path: Path) -> None:
    """Punctuation alone is not a wish for everything."""
    with listed(tmp_path / "a.db") as ledger, ledger.finding() as found:
        assert found.claims(ClaimQuery(text="?!"), 5).total == 0
        assert found.documents(DocumentQuery(text="?!"))[0] == 0
        assert found.events(CardQuery(text="?!")).cards()[0] == 0


def test_part_of_a_name_is_enough_where_no_name_is_the_same(tmp_path: Path) -> None:
    """A name in full, whatever its case, excludes longer names; a part stands for all that hold it."""
    with listed(tmp_path / "a.db") as ledger, ledger.finding() as found:
        assert found.claims(ClaimQuery(source="coast"), 5).total == 1
        assert found.claims(ClaimQuery(source="TARN RESCUE"), 5).total == 1
        assert found.claims(ClaimQuery(source="e"), 5).total == 2
        assert found.claims(ClaimQuery(source="nobody at all"), 5).total == 0


@pytest.mark.parametrize(("query", "count"), [({"side": "Tarn"}, 2), ({"side": "Velt"}, 0), ({"place": "vel"}, 1)])
def test_traits_and_marks_choose_claims(tmp_path: Path, query: dict[str, str], count: int) -> None:
    """What a claim has one of is looked up in its profile, what it has several of in its marks."""
    with listed(tmp_path / "a.db") as ledger, ledger.finding() as found:
        assert found.claims(ClaimQuery(**query), 5).total == count  # type: ignore[arg-type]


def test_a_broad_search_gives_what_was_recorded_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where very many claims fit, rank says nothing, and sources are not counted."""
    monkeypatch.setattr(catalogue_claims, "BROAD", 1)
    with listed(tmp_path / "a.db") as ledger, ledger.finding() as found:
        told = found.claims(ClaimQuery(text="were"), 5)
    assert (told.ranked, [row.claim for row in told.claims]) == (False, ["clm-2", "clm-1"])
    assert Facet.SOURCE not in {one.facet for one in told.facets}


def test_facets_count_marks_and_columns(tmp_path: Path) -> None:
    """Values that a claim has several of are counted like those that it has one of."""
    with listed(tmp_path / "a.db") as ledger, ledger.finding() as found:
        facets = found.claims(ClaimQuery(), 5).facets
        counts = {one.facet: [(v.value, v.count) for v in one.values] for one in facets}
    assert counts[Facet.MEASURE] == [("killed", 2), ("wounded", 2)]
    assert counts[Facet.PLACE] == [("Velt", 1)]
    assert counts[Facet.SOURCE] == [("Tarn Rescue", 1), ("Velt Coastguard", 1)]


def test_a_writer_can_be_waited_for(tmp_path: Path) -> None:
    """With time to wait, a second writer gets the place when the first gives it back."""
    first = open_ledger(tmp_path / "a.db")
    threading.Timer(0.2, first.close).start()
    with Ledger.open(tmp_path / "a.db", write=True, wait=5) as second:
        assert second.top() == 0
