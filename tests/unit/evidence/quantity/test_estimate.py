"""Posteriors of the numbers of an event, from whose word they are to plain words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from reportedly.model.claim import Basis, Measure, Scope, SourceClass
from reportedly.model.posterior import FigureRole
from reportedly.model.quantity_priors import NO_PRIORS
from unit.evidence.quantity.told import PRIORS, Saying, codes, estimates, posterior

VELT = Saying("Army of Velt", 60, 60, "Velt", source_class=SourceClass.MILITARY)
WATCH = Saying("River Watch", 20, 20)
LATER = date(2031, 7, 13)


def test_one_partys_word_alone_is_shifted_wide_and_says_so() -> None:
    """60 enemies by an army's word is about 30, and the reason names the party."""
    found = posterior(VELT)
    assert found.best == pytest.approx(30, abs=1)
    assert found.high / found.low > 8
    (reason,) = (one for one in found.reasons if one.code == "one-party")
    assert "Velt alone" in reason.text


def test_a_neutral_origin_is_believed_more() -> None:
    """Beside a monitor's 20 the army's 60 counts for little."""
    found = posterior(VELT, WATCH)
    assert found.shares[0].origin == "River Watch"
    assert found.best < 26
    assert "one-party" not in codes(found)


@pytest.mark.parametrize(
    ("side", "of", "best"),
    [
        ("Velt", "soldiers of Orsal", 30),
        ("Orsal", "soldiers of Orsal", 200),
        (None, "soldiers of Orsal", 60),
        ("Velt", "soldiers", 60),
    ],
    ids=["enemy", "own", "neutral", "unknown"],
)
def test_the_relation_sets_the_shift(side: str | None, of: str, best: float) -> None:
    """A party's figures are too high for its enemy and too low for itself; others are right on the mean."""
    told = replace(VELT, side=side, of=of, source_class=SourceClass.OFFICE)
    assert posterior(told).best == pytest.approx(best, rel=0.05)


def test_dead_civilians_are_not_an_armys_own_losses() -> None:
    """A party does not hide two thirds of its civilians' deaths."""
    found = posterior(replace(VELT, side="Orsal", of="civilians of Orsal", source_class=SourceClass.OFFICE))
    assert found.best == pytest.approx(60, rel=0.05)


def test_categories_have_factors_of_their_own() -> None:
    """Tanks destroyed are told 1.9 times over, helicopters 2.6 times."""
    tanks = replace(VELT, of="tanks of Orsal", measure=Measure.DESTROYED, low=190, high=190)
    assert posterior(tanks, measure=Measure.DESTROYED).best == pytest.approx(100, rel=0.04)
    machines = replace(tanks, of="helicopters of Orsal")
    assert posterior(machines, measure=Measure.DESTROYED).best == pytest.approx(73, rel=0.04)


def test_every_prior_used_is_named_with_its_source() -> None:
    """The bias and the noise that were used are printed."""
    found = posterior(VELT)
    assert any(one.factor == 2.0 and "PNAS" in one.source for one in found.priors)
    assert [one.name for one in found.priors] == sorted(one.name for one in found.priors)


def test_roles_follow_the_words() -> None:
    """At least, up to, a range, a vague word and pictures each have their role."""
    cases = [
        (Saying("A", 24, None, qualifier="at least"), FigureRole.LOWER),
        (Saying("A", None, 24, qualifier="up to"), FigureRole.UPPER),
        (Saying("A", 24, 40), FigureRole.RANGE),
        (Saying("A", 24, 24, qualifier="dozens"), FigureRole.WORD),
        (Saying("A", 24, 24, source_class=SourceClass.IMAGERY), FigureRole.FLOOR),
        (Saying("A", 24, 24, basis=Basis.FOOTAGE), FigureRole.FLOOR),
        (Saying("A", 24, 24, words="were identified by name at the ford"), FigureRole.FLOOR),
        (Saying("A", 24, 24), FigureRole.COUNT),
    ]
    assert [posterior(saying).shares[0].role for saying, _ in cases] == [role for _, role in cases]


def test_an_enemys_footage_is_still_its_word() -> None:
    """A party that shows pictures of its enemy's losses and puts a number on them sets no floor."""
    assert posterior(replace(VELT, basis=Basis.FOOTAGE)).shares[0].role is FigureRole.COUNT


def test_a_force_caps_what_it_can_lose() -> None:
    """11,000 there at most cannot lose more; the reason says so."""
    force = Saying("River Watch", 11000, 11000, of="soldiers of Orsal", measure=Measure.DEPLOYED)
    found = posterior(replace(VELT, low=30000, high=30000), force)
    assert found.high <= 11000
    assert "cap" in codes(found)


def test_another_sides_force_is_no_cap() -> None:
    """How many of Norrin were there bounds no losses of Orsal."""
    force = Saying("River Watch", 100, 100, of="soldiers of Norrin", measure=Measure.DEPLOYED)
    assert "cap" not in codes(posterior(replace(VELT, low=3000, high=3000), force))


def test_an_older_total_is_a_floor_of_a_newer_one() -> None:
    """A monitor's total of two months before only says that it is no smaller now."""
    new = Saying("Sea Watch", 900, 900, scope=Scope.CUMULATIVE, day=LATER)
    old = Saying("River Watch", 400, 400, scope=Scope.CUMULATIVE)
    found = posterior(old, new)
    roles = {one.origin: one.role for one in found.shares}
    assert roles == {"River Watch": FigureRole.LOWER, "Sea Watch": FigureRole.COUNT}
    assert found.best == pytest.approx(900, rel=0.05)


def test_a_later_word_of_one_origin_takes_the_place_of_its_earlier() -> None:
    """Two totals of one origin are one figure, and the older one is named."""
    new = Saying("River Watch", 900, 900, scope=Scope.CUMULATIVE, day=LATER)
    found = posterior(Saying("River Watch", 400, 400, scope=Scope.CUMULATIVE), new)
    assert len(found.shares) == 1
    assert "earlier" in codes(found)


def test_a_falling_total_is_named() -> None:
    """A running total that its origin makes smaller is told with both numbers."""
    new = Saying("River Watch", 300, 300, scope=Scope.CUMULATIVE, day=LATER, revises=0)
    (found,) = estimates(Saying("River Watch", 400, 400, scope=Scope.CUMULATIVE), new)
    (reason,) = (one for one in found.reasons if one.code == "falls")
    assert "400 to 300" in reason.text


def test_figures_far_apart_are_flagged() -> None:
    """20 and 400 by two monitors can hardly be of one number; 20 and 24 can."""
    assert posterior(WATCH, Saying("Sea Watch", 400, 400)).conflicts[0].probability < 0.05
    assert posterior(WATCH, Saying("Sea Watch", 24, 24)).conflicts == ()


def test_a_partys_exaggeration_is_no_conflict() -> None:
    """50 by an enemy beside a monitor's 20 is what is to be expected."""
    assert posterior(WATCH, replace(VELT, low=50, high=50)).conflicts == ()


def test_casualties_hear_of_the_killed_of_others() -> None:
    """A monitor's dead bear on the army's casualties; the army's own dead do not."""
    hurt = replace(VELT, low=900, high=900, measure=Measure.CASUALTIES)
    linked = posterior(hurt, Saying("River Watch", 50, 50), measure=Measure.CASUALTIES)
    assert "link" in codes(linked)
    assert linked.best < posterior(hurt, measure=Measure.CASUALTIES).best
    assert "link" not in codes(posterior(hurt, VELT, measure=Measure.CASUALTIES))


def test_without_priors_nothing_is_modelled() -> None:
    """Only the published rules are left."""
    (found,) = estimates(VELT, priors=NO_PRIORS)
    assert found.posterior is None
    assert found.rules


def test_nobodys_word_is_no_basis() -> None:
    """A figure whose lineage is not recorded has no posterior."""
    (found,) = estimates(Saying("", 20, 20, recorded=False))
    assert found.posterior is None


def test_the_modelled_policy_prints_the_posterior() -> None:
    """Low, best and high are the 90 % range and the median."""
    (found,) = estimates(VELT, policy="model")
    assert found.posterior is not None
    assert (found.low, found.best, found.high) == (found.posterior.low, found.posterior.best, found.posterior.high)


def test_a_users_prior_takes_the_place_of_the_bundled_one() -> None:
    """With a factor of 6 for enemies killed, 60 is about 10."""
    biases = tuple(replace(one, factor=6.0, source="ours") if one.relation == "enemy" else one for one in PRIORS.biases)
    found = posterior(VELT, priors=replace(PRIORS, biases=biases))
    assert found.best == pytest.approx(10, abs=1)
    assert any(one.source == "ours" for one in found.priors)
