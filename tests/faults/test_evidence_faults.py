"""Planted bugs that the invariants of events and evidence must catch."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.events.grouping import group
from reportedly.events.naming import Voice, Voices
from reportedly.events.nodes import Family
from reportedly.evidence import origins
from reportedly.evidence.casebook import Library
from reportedly.evidence.weigh import weigh
from reportedly.model.actors import ActorRegistry, folded
from reportedly.model.event import Origin
from reportedly.model.evidence import Evidence
from unit.events.tellings import Told, tell


def copied(told: Told, outlet: str) -> Told:
    """Reprint a report under another outlet."""
    document = replace(told[0], id=f"doc-{outlet}", outlet=outlet)
    return document, replace(told[1], id=f"clm-{outlet}", document_id=document.id)


def weighed(*told: Told) -> list[Evidence]:
    """Weigh the claims of some reports."""
    documents, claims = [one[0] for one in told], [one[1] for one in told]
    grouping = group(claims, documents, ActorRegistry())
    return list(weigh(grouping, claims, documents, ActorRegistry()))


def most_origins(*told: Told) -> int:
    """Return the highest number of independent origins of any event."""
    return max(one.origins.independent for one in weighed(*told))


BARE = tell("a", "26 people died on the ferry Marla.", "26 people died on the ferry Marla", killed=("26", 26, 26))


def test_a_reprint_adds_no_origin() -> None:
    """Two outlets with one text and no source are one origin at most."""
    assert most_origins(BARE, copied(BARE, "Second Leaf")) == 1


def test_counting_outlets_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With every outlet taken for an origin and every claim standing alone, a reprint would add one."""

    def outlet(_: Voices, family: Family) -> Voice:
        name = family.documents[0].outlet or ""
        return Voice(folded(name), Origin(name), name, own=True)

    monkeypatch.setattr(Voices, "_own", outlet)
    second = tell("b", f"{BARE[0].text} So we hear.", BARE[1].quote, outlet="Second Leaf", killed=("26", 26, 26))
    assert most_origins(BARE, second) == 2


def test_forgetting_dependence_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the search for dependence switched off, one who builds on another would count."""
    quote = "40 people died on the ferry Marla"
    text = f"{quote}, the Toll Group said. It took the lists of the Velt Coastguard and rounded."
    first = "26 people died on the ferry Marla"
    told = (
        tell("a", f"{first}, Velt Coastguard said.", first, "Velt Coastguard", killed=("26", 26, 26)),
        tell("b", text, quote, "Toll Group", killed=("40", 40, 40)),
    )
    assert most_origins(*told) == 1
    monkeypatch.setattr(origins, "_leaning", lambda *_: None)
    assert most_origins(*told) == 2


def test_dating_reports_backwards_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the order of publication turned round, a report would be taken from a later one."""
    early = replace_day(BARE, 1)
    late = replace_day(copied(BARE, "Second Leaf"), 2)
    assert [e.parent_claim_id for e in weighed(early, late)[0].lineage.edges].count(None) == 1
    parents = {e.claim_id: e.parent_claim_id for e in weighed(early, late)[0].lineage.edges}
    assert parents[late[1].id] == early[1].id
    before = Library.before
    monkeypatch.setattr(Library, "before", lambda self, a, b: before(self, b, a))
    parents = {e.claim_id: e.parent_claim_id for e in weighed(early, late)[0].lineage.edges}
    assert parents[late[1].id] is None


def replace_day(told: Told, day: int) -> Told:
    """Move a report to another day of its month."""
    published = told[0].published
    assert published is not None
    moved = replace(published, day=published.day.replace(day=day))
    return replace(told[0], published=moved), told[1]
