"""Planted bugs in sums and relations of figures that their tests must catch."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.evidence import sums as sums_module
from reportedly.evidence.casebook import Casebook
from reportedly.model import measures
from reportedly.model.claim import Measure, Quantity, RelationType
from reportedly.model.errors import UnlikeMeasures
from reportedly.model.measures import Bounds, SumVerdict, add
from unit.evidence.totals import FIGURES, LOSSES, K, one_event, report, sums, with_parts

KILLED, WOUNDED = Quantity(Measure.KILLED, "", 1, 1), Quantity(Measure.WOUNDED, "", 1, 1)


def test_adding_unlike_measures_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With any measures taken for like, killed and wounded would make a number of nothing."""
    with pytest.raises(UnlikeMeasures):
        add([KILLED, WOUNDED])
    monkeypatch.setattr(measures, "common_measure", lambda *_: Measure.KILLED)
    assert add([KILLED, WOUNDED]) == Bounds(2, 2)


def test_a_sum_that_takes_killed_for_all_casualties_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With casualties made of the killed alone, an incomplete list would be flagged."""
    told = report("The army had 4,700 casualties, 600 of them killed.", *FIGURES[:2])
    assert not any(one.broken for one in sums(told))
    monkeypatch.setattr(measures, "_complete", lambda *_: True)
    assert [one.verdict for one in sums(told)] == [SumVerdict.TOO_LITTLE]


def test_mixing_sources_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With whoever speaks left out of account, one body's dead would be held against another's casualties."""
    document, claim = report(LOSSES, *FIGURES)
    whole = replace(claim, id="clm-a", quantities=claim.quantities[:1])
    link = replace(claim.chain[0], name="Velt Doctors")
    parts = replace(claim, id="clm-b", quantities=claim.quantities[1:], chain=(link,))
    assert sums((document, whole), (document, parts)) == ()
    monkeypatch.setattr(sums_module, "folded", lambda _: "")
    assert len(sums((document, whole), (document, parts))) == 1


def test_adding_people_who_can_be_the_same_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With all kinds of people taken for different ones, nine women and five civilians would exceed twelve."""
    text = "The storm killed 12 people, including nine women and five civilians."
    document, claim = report(
        text, ("12", K, "people", 12, 12), ("nine", K, "women", 9, 9), ("five", K, "civilians", 5, 5)
    )
    told = (document, with_parts(claim, 0, 1, 2))
    assert not any(one.broken for one in sums(told))
    monkeypatch.setattr(sums_module, "_disjoint", lambda *_: True)
    assert [one.verdict for one in sums(told)] == [SumVerdict.TOO_MUCH]


def test_taking_a_part_for_a_rival_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With parts counted as figures of the whole, the range of the dead would begin at the five civilians."""
    text = "The raid killed 30 people, five of them civilians."
    document, claim = report(text, ("30", K, "people", 30, 30), ("five", K, "people", 5, 5))
    tied = with_parts(claim, 0, 1)
    whole = replace(claim, id="clm-a", quantities=claim.quantities[:1])
    relation = replace(tied.figure_relations[0], figure=0, to="clm-a")
    part = replace(claim, id="clm-b", quantities=claim.quantities[1:], figure_relations=(relation,))
    assert relation.type is RelationType.PART_OF
    assert [one.low for one in one_event((document, whole), (document, part))[1][0].estimates] == [30]
    monkeypatch.setattr(Casebook, "subordinate", lambda *_: None)
    assert [one.low for one in one_event((document, whole), (document, part))[1][0].estimates] == [5]
