"""What became of the figures that sources gave, and how often pages changed what they relay; all is invented."""

from __future__ import annotations

from datetime import date

import pytest

from builders import ClaimFields
from reportedly.events.grouping import group
from reportedly.evidence.grades import regraded
from reportedly.evidence.history import histories_of, records_of
from reportedly.evidence.weigh import weigh
from reportedly.model.days import Days
from reportedly.model.event import Grouping
from reportedly.model.history import FigureRecord, Outcome, Rate, Records
from unit.events.tellings import Told
from unit.evidence.graded import REGISTRY, told


def records(*reports: Told) -> Records:
    """Return the records of some reports."""
    documents, claims = [d for d, _ in reports], [c for _, c in reports]
    grouping = group(claims, documents, REGISTRY)
    return records_of(grouping, weigh(grouping, claims, documents, REGISTRY), claims, documents)


def figures(name: str, *reports: Told) -> list[FigureRecord]:
    """Return the figures of one source."""
    return [figure for one in records(*reports).sources if one.name == name for figure in one.figures]


COASTGUARD = told("a", "26", "Velt Coastguard", day=13)


def test_a_figure_that_an_independent_origin_later_gives_is_confirmed() -> None:
    """With the days that it took and both claims."""
    later = told("b", "26", "Velt Rescue Mission", day=15, outlet="L", rest=", after the roof fell in")
    (one,) = figures("Velt Coastguard", COASTGUARD, later)
    assert (one.outcome, one.days, one.by) == (Outcome.CONFIRMED, 2, ("Velt Rescue Mission",))
    assert one.reason.claim_ids == (COASTGUARD[1].id, later[1].id)


def test_whoever_repeats_what_was_known_is_not_confirmed_by_it() -> None:
    """The later one of the two stays open."""
    later = told("b", "26", "Velt Rescue Mission", day=15, outlet="L", rest=", after the roof fell in")
    assert [one.outcome for one in figures("Velt Rescue Mission", COASTGUARD, later)] == [Outcome.OPEN]


def test_one_who_differs_contradicts_nobody() -> None:
    """One word against one word resolves neither."""
    later = told("b", "60", "Velt Rescue Mission", day=15, outlet="L")
    assert [one.outcome for one in figures("Velt Coastguard", COASTGUARD, later)] == [Outcome.OPEN]


def test_a_figure_against_two_who_agree_is_contradicted() -> None:
    """With the factor by which it was off."""
    first = told("b", "52", "Velt Rescue Mission", day=14, outlet="L", rest=", after the roof fell in")
    second = told("c", "52", "Lakeland Observers", day=14, outlet="M", rest=", most of them in the hall")
    (one,) = figures("Velt Coastguard", COASTGUARD, first, second)
    assert (one.outcome, one.factor, one.days) == (Outcome.CONTRADICTED, 2.0, 1)


def test_two_of_one_party_contradict_nobody() -> None:
    """They may share what they know and what they want."""
    first = told("b", "52", "Tarn Army", day=14, outlet="L", rest=", after the roof fell in")
    second = told("c", "52", "Tarn Ministry", day=14, outlet="M", rest=", most of them in the hall")
    assert [one.outcome for one in figures("Velt Coastguard", COASTGUARD, first, second)] == [Outcome.OPEN]


@pytest.mark.parametrize(("number", "outcome"), [("39", Outcome.REVISED_UP), ("13", Outcome.REVISED_DOWN)])
def test_a_source_that_replaces_its_figure_has_revised_it(number: str, outcome: Outcome) -> None:
    """Its first figure is revised, its last is open."""
    found = figures("Velt Coastguard", COASTGUARD, told("b", number, "Velt Coastguard", day=15, outlet="L"))
    assert [(one.outcome, one.factor) for one in found] == [(outcome, int(number) / 26), (Outcome.OPEN, None)]


def test_a_record_is_a_share_with_its_interval() -> None:
    """One of one is no certainty."""
    assert Rate.of_counts(1, 1) == Rate(1, 1, 0.2699, 1.0)


def test_nothing_resolved_leaves_everything_possible() -> None:
    """0 of 0 is anything from never to always."""
    assert Rate.of_counts(0, 0) == Rate(0, 0, 0.0, 1.0)


def test_the_nameless_have_no_record() -> None:
    """``Officials`` of one report are not those of another."""
    assert [one.name for one in records(told("a", "26", "officials")).sources] == []


def test_a_page_is_charged_with_the_changes_that_it_made() -> None:
    """Who dropped the bound is charged with it, who told it first is not."""
    bound = told("a", "at least 26", "Velt Coastguard")
    found = {one.page: one for one in records(bound, told("b", "26", "Velt Coastguard", day=14, outlet="L")).relays}
    assert (found["L"].changed.number, found["L"].relayed) == (1, 1)
    assert found["Morning Leaf"].changed.number == 0


def test_a_short_record_changes_no_grade() -> None:
    """The grades of the evidence stage stand."""
    reports = (COASTGUARD, told("b", "26", "Velt Rescue Mission", day=15, outlet="L"))
    documents, claims = [d for d, _ in reports], [c for _, c in reports]
    grouping = group(claims, documents, REGISTRY)
    evidence = weigh(grouping, claims, documents, REGISTRY)
    assert regraded(evidence, histories_of(grouping, evidence, claims, documents)) == evidence


def confirmed_often(times: int) -> list[Told]:
    """Return reports of as many matters, in each of which one body is borne out two days later."""
    found = []
    for number in range(times):
        month, day = 1 + number % 12, 2 + 14 * (number // 12)
        when = ClaimFields(when=Days.on(date(2031, month, day)))
        for body, later, rest in (("Velt Coastguard", 0, ""), ("Velt Rescue Mission", 2, ", after the roof fell in")):
            key, figure = f"{number} {later}", str(20 + 3 * number)
            found.append(told(key, figure, body, day=day + later, month=month, outlet=key, rest=rest, fields=when))
    return found


def test_a_long_record_lifts_the_letter_of_every_event() -> None:
    """Twenty-two matters, each graded by the others; what the evidence stage gave is kept beside it."""
    told_in = confirmed_often(22)
    pairs = [told_in[at : at + 2] for at in range(0, 44, 2)]
    groupings = [group([c for _, c in pair], [d for d, _ in pair], REGISTRY) for pair in pairs]
    evidence = [
        one
        for pair, grouping in zip(pairs, groupings, strict=True)
        for one in weigh(grouping, [c for _, c in pair], [d for d, _ in pair], REGISTRY)
    ]
    events = tuple(event for grouping in groupings for event in grouping.events)
    whole = Grouping(events, tuple(one for grouping in groupings for one in grouping.testimonies), ())
    histories = histories_of(whole, evidence, [c for _, c in told_in], [d for d, _ in told_in])
    after = regraded(evidence, histories)
    letters = {one.letter for e in after for one in e.grade.sources if one.origin == "Velt Coastguard"}
    assert letters == {"A"}
    assert {one.by_class for e in after for one in e.grade.sources} == {"B"}
