"""What must hold of tables of coded claims whatever stands in their cells."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from coded_tables import REGISTRY, ROW, Drawn, read, written
from reportedly.claims.coded import claim_of
from reportedly.claims.coded_changes import changes_of
from reportedly.model.coded import CodedRow, Table
from reportedly.read.relayed import read_claimant, read_relayed

CELLS = st.one_of(
    st.sampled_from(["", "-", "NDO", "30", "killed", "at least", "2031-05-03", "a <- (b) <- c", "(x)", ">30", "1,200"]),
    st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=30),
)
ROWS = st.lists(st.fixed_dictionaries(dict.fromkeys((*ROW, "distortion", "relation", "content"), CELLS)), max_size=6)
WORLDS = st.lists(
    st.fixed_dictionaries(
        {
            "claimant": st.sampled_from(["NDO", "Ida Brask", "SGS", "Velle Office", "officials (anonymous)", "Holm"]),
            "relayed_by": st.sampled_from(["Post <- NDO", "Wire", "Post <- (Wire) <- SGS", ""]),
            "date_said": st.sampled_from(["2031-05-03", "2031-05-04", ""]),
            "event": st.sampled_from(["", "raid"]),
            "side_affected": st.sampled_from(["Norland", "Sundmark", "Norland+Sundmark", "-"]),
            "category": st.sampled_from(["killed", "wounded", "casualties", "no comment"]),
            "number_low": st.sampled_from(["", "30", "37", "200"]),
            "number_high": st.sampled_from(["", "200"]),
            "qualifier": st.sampled_from(["", "about", "likely", "several hundred"]),
            "as_of_date": st.sampled_from(["2031-05-02", ""]),
            "distortion": st.sampled_from(["", "side", "category: a -> b"]),
        }
    ),
    min_size=1,
    max_size=8,
)


def numbered(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """Give each row an id."""
    return [{"claim_id": f"R{number}", **row} for number, row in enumerate(rows)]


@given(ROWS, st.sampled_from(Table))
def test_every_row_is_taken_or_refused(rows: list[dict[str, str]], table: Table) -> None:
    """No cell brings the reader down, and no row goes missing: one item a row that holds anything."""
    text = written([{"root_id": f"S{number}", **row} for number, row in enumerate(rows)] or [ROW])
    assert len(read(text, table)) == max(1, len(rows))


@given(st.binary(max_size=300))
def test_any_bytes_are_read(content: bytes) -> None:
    """Whatever the file holds, rows and refusals come out."""
    assert all(item is not None for item in read(content))


@given(ROWS)
def test_spans_quote_cells(rows: list[dict[str, str]]) -> None:
    """Every span of a claim lies inside a cell or is the content, and the quote is the text at its span."""
    for row in read(written(rows or [ROW])):
        if isinstance(row, CodedRow):
            claim, text = claim_of(row, REGISTRY, "A. Coder"), row.document.text
            assert claim.quote == claim.span.of(text)
            spans = [span for ground in claim.grounds for span in ground.spans]
            spans += [link.span for link in claim.chain if link.span is not None]
            assert all(any(cell.covers(span) for cell in row.cells.values()) for span in spans)
            assert all(link.name == link.span.of(text) for link in claim.chain if link.span is not None)


@given(WORLDS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(rows: list[dict[str, str]], chance: random.Random) -> None:
    """Shuffled rows give equal sayings, events, changes, parents and counts."""
    ordered = numbered(rows)
    shuffled = list(ordered)
    chance.shuffle(shuffled)
    first, second = Drawn(ordered), Drawn(shuffled)
    assert (first.grouping, first.evidence) == (second.grouping, second.evidence)


@given(WORLDS)
def test_every_row_has_one_saying_and_one_event(rows: list[dict[str, str]]) -> None:
    """Sayings and events are partitions of the rows that were taken."""
    drawn = Drawn(numbered(rows))
    keys = sorted(drawn.key.values())
    assert sorted(key for saying in drawn.sayings for key in saying) == keys
    assert sorted(key for event in drawn.events for key in event) == keys


@given(WORLDS)
def test_a_copied_row_adds_no_origin(rows: list[dict[str, str]]) -> None:
    """Another page with the same cells confirms nothing."""
    ordered = numbered(rows)
    copy = {**ordered[0], "claim_id": "copy", "relayed_by": f"Copyist <- {ordered[0]['claimant']}"}
    assert sum(Drawn([*ordered, copy]).independent) <= sum(Drawn(ordered).independent)


@given(st.text(max_size=60))
def test_names_stand_in_their_cell(cell: str) -> None:
    """Names of relays and claimants are what stands at their spans."""
    relayed = read_relayed(cell)
    names = [*relayed.hops, *([relayed.page] if relayed.page else []), *(read_claimant(cell) if cell.strip() else ())]
    assert all(name.span.of(cell) == name.name for name in names)


@given(st.text(max_size=60))
def test_changes_stand_in_their_cell(cell: str) -> None:
    """Each change quotes a part of the cell, once a type."""
    changes = changes_of(cell)
    assert len({change.type for change in changes}) == len(changes)
    assert all(change.span.end <= len(cell) and change.span.of(cell).strip() for change in changes)
