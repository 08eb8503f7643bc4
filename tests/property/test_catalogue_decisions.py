"""A catalogue that follows people's decisions and letters holds what filling it anew gives."""

from __future__ import annotations

import tempfile

from hypothesis import given, settings
from hypothesis import strategies as st

from property.strategies import World, worlds
from property.test_catalogue import anew, filled, listed, refreshed
from property.test_growing_ledger import tools, wished
from reportedly.model.grading import SourceLetter
from reportedly.pipeline.workbench.grading import grade_source, undo_source_grade
from reportedly.pipeline.workbench.reviewing import record_review, undo_review


@settings(max_examples=6)
@given(worlds(6), st.data())
def test_a_decision_moves_what_filling_anew_moves(world: World, data: st.DataObject) -> None:
    """A decision about a claim that comes and goes leaves the rows that filling anew gives."""
    with tempfile.TemporaryDirectory() as folder:
        path = filled(folder, world)
        claim = data.draw(st.sampled_from(world.claims))
        made = record_review(path, wished(data, claim, world), tools())
        assert refreshed(path) == anew(path)
        undo_review(path, made.id, "ada", "so", tools())
        assert refreshed(path) == anew(path)


@settings(max_examples=6)
@given(worlds(6), st.data())
def test_a_letter_moves_what_filling_anew_moves(world: World, data: st.DataObject) -> None:
    """A person's letter for a source that comes and goes leaves the rows that filling anew gives."""
    names = sorted({link.name for claim in world.claims for link in claim.chain[-1:]}) or ["nobody"]
    with tempfile.TemporaryDirectory() as folder:
        path = filled(folder, world)
        before = {name: rows for name, rows in listed(path).items() if name != "state"}
        letter = data.draw(st.sampled_from(SourceLetter))
        made = grade_source(path, data.draw(st.sampled_from(names)), letter, "ada", "so", tools())
        assert refreshed(path) == anew(path)
        undo_source_grade(path, made.id, "ada", "so", tools())
        after = refreshed(path)
        assert {name: rows for name, rows in after.items() if name != "state"} == before
