"""Planted bugs in the estimate of quantities that its tests must catch."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest

from reportedly.evidence.quantity import estimate as estimate_module
from reportedly.evidence.quantity import fuse, habits, likelihood, neighbours, reading
from reportedly.model.claim import Measure, Scope, SourceClass
from reportedly.model.quantity_priors import SideRelation
from unit.evidence.quantity.test_fused import told
from unit.evidence.quantity.told import Saying, both, count, enemy, floor, posterior

VELT = Saying("Army of Velt", 60, 60, "Velt", source_class=SourceClass.MILITARY)
MARSHAL = replace(VELT, origin="Marshal of Velt")


@pytest.fixture(autouse=True)
def _fresh() -> Iterator[None]:
    """Keep nothing that was worked out under a planted bug."""
    fuse.fused.cache_clear()
    yield
    fuse.fused.cache_clear()


def _forget() -> None:
    """Let go of tables of noise."""
    likelihood._noise_table.cache_clear()
    likelihood._own_table.cache_clear()


def test_taking_a_party_at_its_word_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With every origin neutral, an army's 60 dead enemies would be 60."""
    assert posterior(VELT).best < 35
    monkeypatch.setattr(reading, "relation_of", lambda *_: SideRelation.NEUTRAL)
    assert posterior(VELT).best == 60


def test_bodies_of_a_party_as_strangers_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With each body off by itself, an army and its marshal would narrow the range like two witnesses."""
    shared = posterior(VELT, MARSHAL)
    fuse.fused.cache_clear()
    number = reading.Reader._number
    fresh = iter(range(1000))
    monkeypatch.setattr(
        reading.Reader, "_number", lambda self, known, key: next(fresh) if key == "Velt" else number(self, known, key)
    )
    apart = posterior(VELT, MARSHAL)
    assert math.log(apart.high / apart.low) < math.log(shared.high / shared.low) - 0.2


def test_a_bound_taken_for_a_count_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With ``at least 24`` read as 24, the estimate would not lie above it."""
    bound = Saying("River Watch", 24, None, qualifier="at least")
    assert posterior(bound).best > 24
    monkeypatch.setattr(
        reading.Reader, "_bound", lambda _, base, told, __: (replace(base, low=told.low, high=told.low), "24")
    )
    assert posterior(bound).best == 24


def test_a_soft_floor_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With pictures as one count among others, a lower claim would pull the range under what was seen."""
    assert both(enemy(20), floor(24)).full[0] >= 24
    fuse.fused.cache_clear()
    monkeypatch.setattr(likelihood, "_floor_share", lambda _, logs: np.ones_like(logs))
    assert both(enemy(20), floor(24)).full[0] < 24


def test_a_forgotten_cap_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the force as a bound, more than it would be lost."""
    force = Saying("River Watch", 11000, 11000, of="soldiers of Orsal", measure=Measure.DEPLOYED)
    claimed = replace(VELT, low=30000, high=30000)
    assert posterior(claimed, force).high <= 11000
    monkeypatch.setattr(estimate_module, "cap_of", lambda *_: None)
    assert posterior(claimed, force).high > 11000


def test_anybodys_force_as_a_cap_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the people left out of account, a hundred of another army would cap the losses."""
    force = Saying("River Watch", 100, 100, of="soldiers of Norrin", measure=Measure.DEPLOYED)
    claimed = replace(VELT, low=3000, high=3000)
    assert posterior(claimed, force).high > 1000
    monkeypatch.setattr(neighbours, "_same_people", lambda *_: True)
    assert posterior(claimed, force).high <= 100


def test_an_own_figure_heard_twice_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a party's dead taken to bear on its casualties, it would confirm itself."""
    hurt = replace(VELT, low=900, high=900, measure=Measure.CASUALTIES)
    dead = replace(VELT, low=10, high=10)
    alone = posterior(hurt, measure=Measure.CASUALTIES).best
    assert posterior(hurt, dead, measure=Measure.CASUALTIES).best == alone
    monkeypatch.setattr(neighbours, "origin_key", lambda origin: str(id(origin)))
    moved = replace(hurt, side=None), replace(dead, side=None)
    assert posterior(*moved, measure=Measure.CASUALTIES).best != posterior(moved[0], measure=Measure.CASUALTIES).best


def test_an_older_total_as_a_rival_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With age left out of account, a total of two months before would pull the newest down."""
    new = Saying("Sea Watch", 900, 900, scope=Scope.CUMULATIVE, day=VELT.day.replace(month=7))
    old = Saying("River Watch", 400, 400, scope=Scope.CUMULATIVE)
    assert posterior(old, new).best >= 880
    monkeypatch.setattr(reading, "_FRESH", 10**6)
    assert posterior(old, new).best < 880


def test_noise_with_light_tails_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With noise that knows no outliers, one figure of three could drag the estimate off."""
    specs = [
        count(40, exact=0.0, spread=0.0),
        count(44, 2, exact=0.0, spread=0.0),
        count(900, 3, exact=0.0, spread=0.0),
    ]
    robust = both(*specs).best
    fuse.fused.cache_clear()
    _forget()
    monkeypatch.setattr(
        likelihood,
        "stated_share",
        lambda level, scale, number, *_: np.exp(-0.5 * ((level - math.log(number)) / scale) ** 2) / 1000,
    )
    monkeypatch.setattr(likelihood, "NOTHING", 0.0)
    light = both(*specs).best
    _forget()
    assert light > 1.5 * robust


def test_biases_without_an_anchor_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With biases left wherever the search ends, all numbers of a table could be off together."""
    assert abs(float(habits.learned(told(60, 3)).bias.mean())) < 1e-9
    monkeypatch.setattr(habits, "_centred", lambda found: found)
    assert abs(float(habits.learned(told(60, 3)).bias.mean())) > 1e-9
