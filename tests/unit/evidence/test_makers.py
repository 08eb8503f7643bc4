"""Who made a change first, and who only took it over; all is invented."""

from __future__ import annotations

from reportedly.model.claim import Measure
from unit.evidence.relays import BUREAU, Told, drifts, said, tell, weighed

LOST = "63 men are missing after the flood at Aumer"
DIED = "63 men were killed in the flood at Aumer"


def word(day: int, outlet: str, quote: str, measure: Measure, more: str = "") -> Told:
    """Let an outlet relay the bureau's 63."""
    text = f"{quote}, {BUREAU} said{more}. Report {day} has further matters of its own to tell."
    chain = (more.rsplit(", ", maxsplit=1)[-1].removesuffix(" reported"), BUREAU) if more else (BUREAU,)
    return tell(day, outlet, text, quote, *chain, cue="said", count="63", number=63, measure=measure, of="men")


ORIGIN = word(12, "Morning Leaf", LOST, Measure.MISSING)
MAKER = word(13, "Evening Bark", DIED, Measure.KILLED)
TAKER = word(14, "Noon Paper", DIED, Measure.KILLED, ", Evening Bark reported")


def test_a_change_is_charged_to_the_report_that_made_it() -> None:
    """The relay that cites the maker took the change over."""
    made = {drift.claim_id: (drift.made_by_claim_id, drift.inherited) for drift in drifts(ORIGIN, MAKER, TAKER)}
    assert made == {MAKER[1].id: (MAKER[1].id, False), TAKER[1].id: (MAKER[1].id, True)}


def test_a_change_made_twice_has_two_makers() -> None:
    """Two relays without a tie made the same change each by itself."""
    other = word(14, "Noon Paper", "in the flood at Aumer 63 men died", Measure.KILLED)
    free = [drift for drift in drifts(ORIGIN, MAKER, other) if drift.claim_id == other[1].id]
    assert all(drift.made_by_claim_id in {MAKER[1].id, other[1].id} for drift in free)


def test_a_relay_that_sets_its_parent_right_has_no_change() -> None:
    """The origin is what counts, not the report between."""
    right = word(14, "Noon Paper", LOST, Measure.MISSING, ", Evening Bark reported")
    assert [drift.claim_id for drift in drifts(ORIGIN, MAKER, right)] == [MAKER[1].id]


def test_what_is_taken_over_says_from_whom() -> None:
    """The reason names the page that made the change."""
    (taken,) = [drift for drift in drifts(ORIGIN, MAKER, TAKER) if drift.inherited]
    assert [reason.text for reason in taken.reasons if reason.code == "inherited"] == [
        "taken over from Evening Bark, which made the change"
    ]


def test_every_maker_has_the_change_itself() -> None:
    """The claim that is charged has a change of the same type that it made itself."""
    found = drifts(ORIGIN, MAKER, TAKER)
    own = {(drift.type, drift.claim_id) for drift in found if not drift.inherited}
    assert all((drift.type, drift.made_by_claim_id) in own for drift in found)


def test_one_saying_without_change_has_none() -> None:
    """A relay in the origin's words is faithful."""
    same = said(14, "Noon Paper", "the weir at Aumer is dry", BUREAU)
    assert [e.drifts for e in weighed(said(12, "Morning Leaf", "the weir at Aumer is dry", BUREAU), same)] == [()]
