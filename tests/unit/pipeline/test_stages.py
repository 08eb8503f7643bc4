"""The order of the stages."""

from __future__ import annotations

from reportedly.pipeline.stages import STAGES, misplaced


def test_every_stage_reads_what_is_there() -> None:
    """No stage reads what an earlier one has not given."""
    assert misplaced(STAGES) == []


def test_the_names_read_as_the_sentence_of_the_design() -> None:
    """The stages stand in the order of the design's line."""
    names = " ".join(stage.name for stage in STAGES)
    assert names == "ingest read claims events evidence assessment publish"


def test_stages_in_the_wrong_order_are_seen() -> None:
    """A stage that stands before the one it needs is named with what it misses."""
    assert "read reads Capture before it is there" in misplaced(STAGES[::-1])


def test_every_stage_lives_in_the_package_of_its_name() -> None:
    """The function that a stage names stands in the package of the stage."""
    modules = [str(getattr(stage.function, "__module__", "")) for stage in STAGES]
    assert [module.split(".")[1] for module in modules] == [stage.name for stage in STAGES]
