"""Published rules side by side on the same figures."""

from __future__ import annotations

from reportedly.evidence.quantity.rules import credible, rule_ranges
from reportedly.model.claim import SourceClass
from reportedly.model.evidence import EstimateInput
from unit.evidence.quantity.told import Saying, estimates

TOLD = (Saying("A", 10, 10), Saying("B", 20, 30), Saying("C", 25, None, qualifier="at least"))


def ranges(*sayings: Saying) -> dict[str, tuple[int | None, int | None, int | None]]:
    """Return the range of each rule by the first word of its name."""
    (found,) = estimates(*sayings)
    return {one.rule.split()[0]: (one.low, one.best, one.high) for one in found.rules}


def test_the_rules_differ_in_their_best() -> None:
    """ACLED takes the lowest figure, UCDP the lower median, IBC and Airwars none."""
    assert ranges(*TOLD) == {
        "ACLED": (10, 10, 30),
        "UCDP": (10, 20, 30),
        "IBC": (10, None, 30),
        "Airwars": (10, None, 30),
    }


def test_airwars_leaves_hearsay_out() -> None:
    """A crowd's figure widens IBC's range and not that of Airwars; where there is nothing else, it stands."""
    inputs = tuple(EstimateInput(name, name, number, number, None, number) for name, number in (("A", 10), ("B", 90)))
    classes = (SourceClass.ORGANISATION, SourceClass.CROWD)
    found = {one.rule.split()[0]: (one.low, one.high) for one in rule_ranges(inputs, classes)}
    assert (found["IBC"], found["Airwars"]) == ((10, 90), (10, 10))
    assert credible(inputs[1:], classes[1:]) == inputs[1:]


def test_each_rule_names_its_source() -> None:
    """The reason tells whose rule it is and rests on the claims."""
    (found,) = estimates(*TOLD)
    assert all(one.reason.text and one.reason.claim_ids for one in found.rules)


def test_airwars_is_a_policy() -> None:
    """``--policy airwars`` prints its range."""
    (found,) = estimates(*TOLD, policy="airwars")
    assert (found.low, found.best, found.high) == (10, None, 30)
    assert "Airwars" in found.policy
