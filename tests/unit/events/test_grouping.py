"""Which claims share an event and a testimony."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from reportedly.events.grouping import group
from reportedly.model.actors import ActorRegistry
from reportedly.model.event import EventKind, Judgement, Same, Verdict
from unit.events.tellings import Told, grouped, saying_of, tell

SUNK = "The ferry Marla sank off Cape Velt on Tuesday."


def ferry(key: str, number: int, *chain: str, outlet: str = "Morning Leaf", day: int = 13, more: str = "") -> Told:
    """Tell that so many people died on the ferry."""
    quote = f"{number} people died on the ferry Marla"
    source = f", {chain[-1]} said" if chain else ""
    text = f"{SUNK} {quote}{source}. {more}"
    return tell(key, text, quote, *chain, outlet=outlet, day=date(2031, 5, day), killed=(str(number), number, number))


def person(left: Told, right: Told, verdict: Verdict, about: Same = Same.EVENT, author: str = "Nadia") -> Judgement:
    """Let a person judge two claims."""
    first, second = sorted((left[1].id, right[1].id))
    return Judgement(Judgement.identify(about, first, second, author), about, first, second, verdict, author, 1.0)


def regrouped(told: list[Told], *judgements: Judgement) -> list[set[str]]:
    """Group under judgements and return the events as sets of claim ids."""
    documents, claims = [one[0] for one in told], [one[1] for one in told]
    return [set(e.claim_ids) for e in group(claims, documents, ActorRegistry(), judgements).events]


def test_two_reports_of_one_death_toll_are_one_event() -> None:
    """Same ship, same measure, same day: one event."""
    one, two = ferry("a", 26, "Velt Coastguard"), ferry("b", 11, "Harbour Police")
    assert len(grouped(one, two).events) == 1


def test_another_place_and_thing_is_another_event() -> None:
    """Equal words about a bakery elsewhere do not join the ferry."""
    quote = "Four people died when gas exploded in a bakery in Dunmar"
    other = tell("c", f"{quote}, the fire brigade said.", quote, "fire brigade", killed=("Four", 4, 4))
    assert len(grouped(ferry("a", 26, "Velt Coastguard"), other).events) == 2


def test_relays_of_one_origin_with_one_figure_are_one_testimony() -> None:
    """However many pages carry it, one saying stays one."""
    told = [ferry(key, 26, "Velt Coastguard", outlet=f"Leaf {key}") for key in "abc"]
    assert len(grouped(*told).testimonies) == 1


def test_two_origins_with_one_figure_are_two_testimonies() -> None:
    """An equal figure does not make two bodies one, where each has words of its own."""
    quote = "the harbour morgue took in 26 bodies from the Marla"
    own = tell("b", f"{SUNK} On Wednesday {quote}, Doctor Ilm said.", quote, "Doctor Ilm", killed=("26", 26, 26))
    assert len(grouped(ferry("a", 26, "Velt Coastguard"), own).testimonies) == 2


def test_a_later_figure_of_one_origin_revises_the_earlier() -> None:
    """A body that corrects itself is no second body."""
    early, late = ferry("a", 9, "Velt Coastguard"), ferry("b", 26, "Velt Coastguard", day=15)
    grouping = grouped(early, late)
    assert saying_of(grouping, late).revises == saying_of(grouping, early).id


def test_exchanged_digits_are_a_slip_of_the_relay() -> None:
    """62 for 26 in the same sentence of the same origin is no revision but a changed figure."""
    early, late = ferry("a", 26, "Velt Coastguard"), ferry("b", 62, "Velt Coastguard", day=15)
    grouping = grouped(early, late)
    assert saying_of(grouping, late) == saying_of(grouping, early)


def test_a_report_under_the_origins_own_name_speaks_as_the_origin() -> None:
    """An agency's own notice belongs to the testimony of those who quote the agency."""
    notice, relay = ferry("a", 26, outlet="Velt Coastguard"), ferry("b", 26, "Velt Coastguard", day=14)
    grouping = grouped(notice, relay)
    assert saying_of(grouping, notice) == saying_of(grouping, relay)


def test_an_outlets_own_voice_is_no_origin() -> None:
    """Nothing says whose word it is: the lineage is not recorded."""
    bare = ferry("a", 26)
    assert not saying_of(grouped(bare), bare).origin.recorded


def test_an_odd_figure_betrays_whose_word_it_is() -> None:
    """A rewrite without source but with the same odd figure belongs to the older testimony."""
    named, bare = ferry("a", 26, "Velt Coastguard"), ferry("b", 26, day=14)
    grouping = grouped(named, bare)
    assert saying_of(grouping, bare).origin.name == "Velt Coastguard"


def test_a_person_speaks_for_the_body_that_the_text_names() -> None:
    """``Ina Roth, who speaks for the Velt Coastguard`` is the coastguard's word."""
    spoken = ferry("b", 26, "Ina Roth", more="Ina Roth, who speaks for the Velt Coastguard, was tired.")
    grouping = grouped(ferry("a", 26, "Velt Coastguard"), spoken)
    assert len(grouping.testimonies) == 1


def test_a_reprint_is_judged_the_same_with_its_reason() -> None:
    """The same text under another outlet is linked as such."""
    one = ferry("a", 26, "Velt Coastguard")
    document = replace(one[0], id="doc-copy", outlet="Second Leaf")
    copy = (document, replace(one[1], id="clm-copy", document_id="doc-copy"))
    found = [j for j in grouped(one, copy).judgements if j.about is Same.TESTIMONY]
    assert [(j.verdict, j.score, j.reasons[0].code) for j in found] == [(Verdict.SAME, 1.0, "same-text")]


def test_every_link_of_the_machine_has_reasons() -> None:
    """No judgement comes without its grounds."""
    told = [ferry("a", 26, "Velt Coastguard"), ferry("b", 11, "Harbour Police"), ferry("c", 26, day=14)]
    assert all(judgement.reasons for judgement in grouped(*told).judgements)


def test_a_person_parts_what_the_machine_would_join() -> None:
    """``not same`` by a person splits an event."""
    one, two = ferry("a", 26, "Velt Coastguard"), ferry("b", 11, "Harbour Police")
    assert len(regrouped([one, two], person(one, two, Verdict.NOT_SAME))) == 2


def test_a_parted_pair_does_not_meet_through_a_third() -> None:
    """Two claims that a person holds apart never share an event."""
    told = [ferry(key, number, "Velt Coastguard") for key, number in (("a", 26), ("b", 11), ("c", 12))]
    events = regrouped(told, person(told[0], told[2], Verdict.NOT_SAME))
    assert not any({told[0][1].id, told[2][1].id} <= event for event in events)


def test_a_person_joins_what_the_machine_would_part() -> None:
    """``same`` by a person binds strangers."""
    one = ferry("a", 26, "Velt Coastguard")
    other = tell("z", "Bread got dearer in Dunmar.", "Bread got dearer in Dunmar")
    assert regrouped([one, other], person(one, other, Verdict.SAME)) == [{one[1].id, other[1].id}]


def test_of_two_judgements_by_people_the_later_holds() -> None:
    """The last word on a pair counts."""
    one, two = ferry("a", 26, "Velt Coastguard"), ferry("b", 11, "Harbour Police")
    said = (person(one, two, Verdict.NOT_SAME), person(one, two, Verdict.SAME, author="Omar"))
    assert len(regrouped([one, two], *said)) == 1


def test_a_person_parts_two_relays_of_one_testimony() -> None:
    """``not same testimony`` splits a saying and leaves the event whole."""
    one, two = ferry("a", 26, "Velt Coastguard"), ferry("b", 26, "Velt Coastguard", outlet="Leaf b")
    said = person(one, two, Verdict.NOT_SAME, Same.TESTIMONY)
    grouping = group([one[1], two[1]], [one[0], two[0]], ActorRegistry(), [said])
    assert (len(grouping.events), len(grouping.testimonies)) == (1, 2)


def test_the_judgements_of_people_are_kept() -> None:
    """What people judged is part of the result."""
    one, two = ferry("a", 26, "Velt Coastguard"), ferry("b", 11, "Harbour Police")
    said = person(one, two, Verdict.NOT_SAME)
    assert said in group([one[1], two[1]], [one[0], two[0]], ActorRegistry(), [said]).judgements


def test_one_claim_alone_is_an_event() -> None:
    """Not everything has a companion."""
    assert [event.kind for event in grouped(ferry("a", 26, "Velt Coastguard")).events] == [EventKind.INCIDENT]


def test_nothing_gives_nothing() -> None:
    """No claims, no events."""
    assert group([], [], ActorRegistry()).events == ()


def test_a_saying_through_an_outlet_at_hand_is_its_origins() -> None:
    """What ``the Noon Paper`` has from the coastguard stays the coastguard's where another cites the paper for it."""
    quote = "214 people were killed when the ferry sank off Skarn"
    first = tell(
        "n",
        f"{quote}, the Coastguard said.",
        quote,
        "Coastguard",
        outlet="Noon Paper",
        day=date(2031, 5, 3),
        killed=("214", 214, 214),
    )
    second = tell(
        "e",
        f"{quote}, the Noon Paper reports.",
        quote,
        "Noon Paper",
        outlet="Evening Bark",
        day=date(2031, 5, 4),
        killed=("214", 214, 214),
    )
    found = grouped(first, second)
    assert saying_of(found, first).id == saying_of(found, second).id
    assert saying_of(found, second).origin.name == "Coastguard"
