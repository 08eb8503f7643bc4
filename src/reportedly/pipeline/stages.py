"""The order of the stages, on one page: what each reads, what it gives, and the function that does it.

A stage reads only what an earlier one gives; ``misplaced`` finds those that do not, and a test runs it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.assessment.assess import assess
from reportedly.claims.extractor import Extractor
from reportedly.events.grouping import group
from reportedly.evidence.weigh import weigh
from reportedly.ingest.files import collect
from reportedly.model.actors import ActorRegistry
from reportedly.model.assessment import Assessment
from reportedly.model.claim import Claim
from reportedly.model.document import Capture, Document, Refusal
from reportedly.model.event import Event, Grouping, Judgement, Testimony
from reportedly.model.evidence import Evidence
from reportedly.model.yardstick import Yardstick
from reportedly.pipeline.stage_words import doing
from reportedly.publish import Rendition, render
from reportedly.read.reader import read_capture


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the way from bytes to a page."""

    name: str
    """The package that holds it."""
    does: str
    """What it does, in words that progress shows."""
    reads: tuple[type, ...]
    gives: tuple[type, ...]
    function: object
    """What is called; named here so that a reader finds it."""


GIVEN: tuple[type, ...] = (Path, ActorRegistry, Yardstick, Judgement)
"""What is there before the first stage: paths, registry, yardstick, and what people have judged."""

STAGES: tuple[Stage, ...] = (
    Stage("ingest", doing("ingest"), (Path,), (Capture, Refusal), collect),
    Stage("read", doing("read"), (Capture,), (Document, Refusal), read_capture),
    Stage("claims", doing("claims"), (Document,), (Claim,), Extractor.extract),
    Stage(
        "events",
        doing("events"),
        (Claim, Document, ActorRegistry, Judgement),
        (Event, Testimony, Judgement, Grouping),
        group,
    ),
    Stage("evidence", doing("evidence"), (Grouping, Claim, Document, ActorRegistry), (Evidence,), weigh),
    Stage("assessment", doing("assessment"), (Grouping, Evidence, Claim, Document, Yardstick), (Assessment,), assess),
    Stage(
        "publish",
        doing("publish"),
        (Assessment, Document, Refusal, Claim, Event, Testimony, Judgement, Evidence),
        (Rendition,),
        render,
    ),
)


def misplaced(stages: Sequence[Stage], given: Sequence[type] = GIVEN) -> list[str]:
    """Return what stages read before anything gives it, one line each; empty where the order is right."""
    there = set(given)
    wrong = []
    for stage in stages:
        wrong += [f"{stage.name} reads {kind.__name__} before it is there" for kind in stage.reads if kind not in there]
        there.update(stage.gives)
    return wrong
