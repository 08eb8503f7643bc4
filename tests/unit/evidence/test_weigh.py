"""What the evidence stage finds behind an event; all is invented."""

from __future__ import annotations

from datetime import date

import pytest

from builders import ClaimFields
from reportedly.events.grouping import group
from reportedly.evidence.weigh import weigh
from reportedly.model.actors import Actor, ActorRegistry
from reportedly.model.certainty import Certainty
from reportedly.model.claim import Measure, Polarity, SourceClass
from reportedly.model.days import Days
from reportedly.model.errors import SettingsError
from reportedly.model.evidence import DriftType, EdgeKind, Evidence
from unit.events.tellings import Told, tell

LEAD = "The ferry Marla sank off Cape Velt on Tuesday."
REGISTRY = ActorRegistry(
    (
        Actor("velt-coastguard", "Velt Coastguard", (), SourceClass.AGENCY),
        Actor("tarn-army", "Tarn Army", (), SourceClass.MILITARY, "Tarn"),
        Actor("tarn-ministry", "Tarn Ministry", (), SourceClass.GOVERNMENT, "Tarn"),
    ),
    {"Tarn": ("tarn",)},
)


def toll(key: str, words: str, *chain: str, day: int = 13, rest: str = "", **more: object) -> Told:
    """Tell a death toll in the words of a figure, such as ``at least 26``."""
    number = int(words.rsplit(maxsplit=1)[-1])
    qualifier = words.rsplit(" ", 1)[0] if " " in words else None
    measure = more.pop("measure", Measure.KILLED)
    verb = {Measure.KILLED: "died", Measure.MISSING: "are missing"}[measure]  # type: ignore[index]  # a Measure
    quote = f"{words} people {verb} on the ferry Marla{rest}"
    source = f", {chain[-1]} said" if chain else ""
    low = None if qualifier == "up to" else number
    high = None if qualifier in {"at least", "more than"} else number
    return tell(
        key,
        f"{LEAD} {quote}{source}. More in part {key} of this report.",
        quote,
        *chain,
        day=date(2031, 5, day),
        killed=(words, low, high),
        qualifier=qualifier,
        measure=measure,  # type: ignore[arg-type]  # a Measure
        **more,  # type: ignore[arg-type]  # keywords of tell
    )


def weighed(*told: Told, policy: str = "ucdp", registry: ActorRegistry = REGISTRY) -> Evidence:
    """Weigh reports that make one event."""
    documents, claims = [one[0] for one in told], [one[1] for one in told]
    grouping = group(claims, documents, registry)
    (evidence,) = weigh(grouping, claims, documents, registry, policy)
    return evidence


def types(evidence: Evidence) -> list[DriftType]:
    """Return the types of all drifts."""
    return [drift.type for drift in evidence.drifts]


def test_fourteen_pages_with_one_origin_are_one() -> None:
    """However many outlets carry a saying, it has one origin."""
    told = [toll(f"p{n}", "26", "Velt Coastguard", outlet=f"Leaf {n}") for n in range(14)]
    assert weighed(*told).origins.independent == 1


def test_an_institute_that_quotes_an_agency_is_the_agencys_word() -> None:
    """The innermost link is the origin."""
    told = (toll("a", "26", "Velt Coastguard"), toll("b", "26", "Institute for Ferries", "Velt Coastguard"))
    assert weighed(*told).origins.independent == 1


def test_two_bodies_are_two_origins() -> None:
    """Bodies that rest on nobody else count each."""
    assert weighed(toll("a", "26", "Velt Coastguard"), toll("b", "11", "Harbour Police")).origins.independent == 2


def test_an_unknown_lineage_is_no_second_confirmation() -> None:
    """A page that names nobody adds nothing to an origin."""
    evidence = weighed(toll("a", "26", "Velt Coastguard"), toll("b", "11"))
    assert evidence.origins.independent == 1
    assert [c.code for c in evidence.origins.collapses] == ["unrecorded"]


def test_an_unknown_lineage_alone_counts_one_and_is_graded_unknown() -> None:
    """When nothing else stands behind an event, it has one origin that cannot be judged."""
    evidence = weighed(toll("a", "26"))
    assert (evidence.origins.independent, evidence.grade.source, evidence.grade.information) == (1, "F", 6)


def test_an_unnamed_source_may_be_one_of_the_others() -> None:
    """``rescuers`` beside a named body is no further origin."""
    assert weighed(toll("a", "26", "Velt Coastguard"), toll("b", "31", "rescuers")).origins.independent == 1


def test_one_who_builds_on_another_does_not_count() -> None:
    """An estimate drawn from another body's lists rests on that body."""
    quote = "40 people died on the ferry Marla"
    text = f"{LEAD} {quote}, the Toll Group said. It took the lists of the Velt Coastguard and rounded."
    leaning = tell("b", text, quote, "Toll Group", killed=("40", 40, 40))
    evidence = weighed(toll("a", "26", "Velt Coastguard"), leaning)
    assert [(c.code, c.into) for c in evidence.origins.collapses] == [("depends-on", "Velt Coastguard")]


def test_every_page_that_does_not_count_has_its_reason() -> None:
    """A relay is named with the origin that it repeats."""
    evidence = weighed(toll("a", "26", "Velt Coastguard"), toll("b", "26", "Velt Coastguard", outlet="Leaf", day=14))
    assert [(c.code, c.what, c.into) for c in evidence.origins.collapses] == [("relay", "Leaf", "Velt Coastguard")]


def test_origins_of_one_party_are_flagged() -> None:
    """Two bodies of one side are two origins of one side."""
    origins = weighed(toll("a", "26", "Tarn Army"), toll("b", "31", "Tarn Ministry")).origins
    assert (origins.independent, origins.sides, origins.one_side) == (2, ("Tarn",), True)


def test_agreement_of_one_party_does_not_confirm() -> None:
    """Digit 1 asks for origins that are not all of one side."""
    evidence = weighed(toll("a", "26", "Tarn Army"), toll("b", "at least 20", "Tarn Ministry"))
    assert (evidence.grade.information, evidence.grade.confidence) == (2, "moderate")


def test_agreement_of_unlike_bodies_confirms() -> None:
    """Two independent origins that agree earn digit 1."""
    evidence = weighed(toll("a", "26", "Velt Coastguard"), toll("b", "at least 20", "Tarn Ministry"))
    assert (evidence.grade.source, evidence.grade.information, evidence.grade.confidence) == ("B", 1, "high")


def test_contradiction_is_contested_and_not_confirmed() -> None:
    """Figures that cannot all hold are shown and keep the digit down."""
    evidence = weighed(toll("a", "26", "Velt Coastguard"), toll("b", "60", "Harbour Police"))
    assert [c.reason.code for c in evidence.contests] == ["figures-differ"]
    assert evidence.grade.information == 3


def test_a_denial_is_contested() -> None:
    """An affirmed and a denied claim stand against each other."""
    denied = toll("b", "26", "Harbour Police", fields=ClaimFields(polarity=Polarity.DENIED))
    evidence = weighed(toll("a", "26", "Velt Coastguard"), denied)
    assert "denied" in [c.reason.code for c in evidence.contests]
    assert evidence.grade.information == 4


@pytest.mark.parametrize(
    ("first", "second", "drift"),
    [
        ("at least 26", "26", DriftType.BOUND),
        ("about 26", "26", DriftType.HEDGE_DROPPED),
        ("268", "286", DriftType.FIGURE),
    ],
)
def test_a_changed_figure_is_a_drift(first: str, second: str, drift: DriftType) -> None:
    """A bound that is dropped and digits that are exchanged are told apart."""
    evidence = weighed(toll("a", first, "Velt Coastguard"), toll("b", second, "Velt Coastguard", day=14))
    assert types(evidence) == [drift]


def test_a_faithful_relay_has_no_drift() -> None:
    """Another outlet with the same words changed nothing."""
    evidence = weighed(toll("a", "26", "Velt Coastguard"), toll("b", "26", "Velt Coastguard", outlet="Leaf", day=14))
    assert evidence.drifts == ()


def test_a_drift_quotes_both_sides() -> None:
    """Before and after are the words at the spans."""
    early, late = toll("a", "at least 26", "Velt Coastguard"), toll("b", "26", "Velt Coastguard", day=14)
    (drift,) = weighed(early, late).drifts
    assert drift.span is not None
    assert drift.span.of(late[0].text) == drift.after == "26"
    assert drift.against_span is not None
    assert drift.against_span.of(early[0].text) == drift.before == "at least 26"


def test_a_dropped_hedge_is_a_drift() -> None:
    """What was probable and is now flat was changed."""
    hedged = ClaimFields(certainty=Certainty(0.55, 0.8, ("probably",)))
    evidence = weighed(toll("a", "26", "Velt Coastguard", fields=hedged), toll("b", "26", "Velt Coastguard", day=14))
    assert types(evidence) == [DriftType.HEDGE_DROPPED]


def test_another_day_is_a_drift() -> None:
    """The day of the event was moved."""
    first = ClaimFields(when=Days.on(date(2031, 5, 13)))
    second = ClaimFields(when=Days.on(date(2031, 5, 14)))
    evidence = weighed(
        toll("a", "26", "Velt Coastguard", fields=first), toll("b", "26", "Velt Coastguard", day=14, fields=second)
    )
    assert types(evidence) == [DriftType.DAY]


def test_footage_that_nobody_had_is_a_drift() -> None:
    """A relay that names a better kind of proof upgrades the evidence."""
    shown = toll("b", "26", "Tarn Army", "footage", day=14)
    evidence = weighed(toll("a", "26", "Tarn Army"), shown, registry=ActorRegistry())
    assert types(evidence) == [DriftType.EVIDENCE_UPGRADED]


def test_a_replaced_figure_told_again_is_stale() -> None:
    """A relay that gives the old figure after the origin replaced it is out of date."""
    told = (
        toll("a", "9", "Velt Coastguard"),
        toll("b", "26", "Velt Coastguard", day=15),
        toll("c", "9", "Velt Coastguard", outlet="Leaf", day=17),
    )
    assert types(weighed(*told)) == [DriftType.STALE]


def test_an_estimate_leaves_out_what_its_origin_replaced() -> None:
    """Only the last figure of an origin counts."""
    (estimate,) = weighed(toll("a", "9", "Velt Coastguard"), toll("b", "26", "Velt Coastguard", day=15)).estimates
    assert (estimate.low, estimate.best, estimate.high) == (26, 26, 26)


@pytest.mark.parametrize(
    ("policy", "ends"), [("ucdp", (11, 11, 26)), ("acled", (11, 11, 26)), ("range", (11, None, 26))]
)
def test_an_estimate_follows_its_policy(policy: str, ends: tuple[int | None, ...]) -> None:
    """Each policy is a named rule over the independent origins."""
    told = (toll("a", "26", "Velt Coastguard"), toll("b", "11", "Harbour Police"))
    (estimate,) = weighed(*told, policy=policy).estimates
    assert (estimate.low, estimate.best, estimate.high) == ends


def test_a_lower_bound_leaves_the_range_open() -> None:
    """``at least 26`` gives no upper end."""
    (estimate,) = weighed(toll("a", "at least 26", "Velt Coastguard")).estimates
    assert (estimate.low, estimate.high) == (26, None)


def test_an_unknown_policy_is_refused() -> None:
    """A policy that does not exist is a mistake of the settings."""
    with pytest.raises(SettingsError, match="E210"):
        weighed(toll("a", "26", "Velt Coastguard"), policy="mean")


def test_a_relay_points_to_the_origins_own_publication() -> None:
    """Where the origin's own page is at hand and older, the relay was taken from it."""
    notice = toll("a", "26", outlet="Velt Coastguard")
    relay = toll("b", "26", "Velt Coastguard", day=14)
    edges = {edge.claim_id: edge for edge in weighed(notice, relay).lineage.edges}
    assert edges[notice[1].id].kind is EdgeKind.OWN
    assert edges[relay[1].id].parent_claim_id == notice[1].id


def test_a_page_without_a_source_has_no_recorded_lineage() -> None:
    """Nothing says where the claim came from."""
    (edge,) = weighed(toll("a", "26")).lineage.edges
    assert edge.kind is EdgeKind.UNRECORDED
