"""Planted bugs in lineage that its tests must catch."""

from __future__ import annotations

import numpy as np
import pytest

from reportedly.evidence import forests, relays
from reportedly.evidence.relays import trace_tellings
from told_tables import echoes, tell, two_origins


def test_forgetting_that_outlets_repeat_themselves_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With repeats taken for reports, an outlet that says the same again would change the probabilities."""
    told = two_origins()
    again = [*told, tell("e2", "again", told[0].outlet, 20.0, 217, told[0].stated)]
    (before,), (after,) = trace_tellings(told), trace_tellings(again)
    assert before.distribution == after.distribution
    monkeypatch.setattr(relays, "_without_repeats", lambda tellings: (list(tellings), {}))
    (after,) = trace_tellings(again)
    assert before.distribution != after.distribution


def test_forgetting_names_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With any name as good as the line's, two origins with one figure would be taken for one."""
    told = [*echoes("e", 3), *(tell("e", f"d{at}", f"Leaf {at}", at + 0.5, 217, "Velt Doctors") for at in range(3))]
    (forest,) = trace_tellings(told)
    assert forest.at_least_two > 0.5
    monkeypatch.setattr(forests, "_agreement", lambda beam, *_: np.ones(beam.names.shape))
    (forest,) = trace_tellings(told)
    assert forest.at_least_two < 0.5
