"""A view as of a day is the view of a ledger that never got a later report."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from property.strategies import FIRST_DAY, REGISTRY, World, copies, worlds
from reportedly.ledger.store import Ledger
from reportedly.model.codec import to_json
from reportedly.model.document import Document
from reportedly.model.entry import Draft, EntryKind
from reportedly.model.event import Judgement, Same, Verdict
from reportedly.pipeline.record import Recorder
from reportedly.pipeline.run import drawn_from
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import Toolkit
from reportedly.publish import FORMATS, render
from toy import NAME, toy_tools


@cache
def tools(day: int) -> Toolkit:
    """Return tools as of a day of the worlds."""
    chosen = Settings(model=NAME, executor="serial", as_of=FIRST_DAY + timedelta(day))
    return replace(toy_tools(settings=chosen), registry=REGISTRY)


def exported(world: World, documents: Iterable[Document], people: Iterable[Judgement], day: int) -> list[bytes]:
    """Record some reports of a world and return every format of the view as of a day."""
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "a.db", write=True) as book:
        recorder = Recorder(book)
        for document in documents:
            recorder.coded(document, world.of(document), "read")
        drafts = [Draft(EntryKind.JUDGEMENT, one.id, to_json(one), one.author, "so") for one in people]
        if drafts:
            book.append(drafts)
        dossier, _ = drawn_from(book, tools(day))
    return [to_json(dossier).encode(), *(render(dossier, name).content for name in FORMATS)]


@st.composite
def judgements(draw: st.DrawFn, world: World) -> tuple[Judgement, ...]:
    """Draw up to three decisions on pairs of claims."""
    ids = sorted(claim.id for claim in world.claims)
    made = {}
    for _ in range(draw(st.integers(0, 3)) if len(ids) > 1 else 0):
        left, right = sorted(draw(st.lists(st.sampled_from(ids), min_size=2, max_size=2, unique=True)))
        about, verdict = draw(st.sampled_from(Same)), draw(st.sampled_from((Verdict.SAME, Verdict.NOT_SAME)))
        key = Judgement.identify(about, left, right, "ada")
        made[key] = Judgement(key, about, left, right, verdict, "ada", 1.0)
    return tuple(made.values())


@settings(max_examples=15)
@given(st.data(), st.integers(0, 5))
def test_later_reports_and_decisions_on_them_change_no_byte(data: st.DataObject, day: int) -> None:
    """Whatever came later, and whatever people said of it: every format is the same."""
    world = data.draw(worlds())
    world = data.draw(copies(world))
    people = data.draw(judgements(world))
    last = FIRST_DAY + timedelta(day)
    early = [one for one in world.documents if one.day is None or one.day <= last]
    known = {claim.id for one in early if one.day is not None for claim in world.of(one)}
    told = [one for one in people if {one.left, one.right} <= known]
    assert exported(world, world.documents, people, day) == exported(world, early, told, day)
