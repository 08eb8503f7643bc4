"""Each kind of change is seen where it is planted, and nothing is where nothing changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

import story
from builders import make_testimony, standing
from reportedly.model.change import Change, ChangeKind, Changes, Turn
from reportedly.model.event import Event, Grouping
from reportedly.model.evidence import Collapse, Edge, EdgeKind, Evidence, Grade, IncidentLabel
from reportedly.model.posterior import Posterior
from reportedly.model.reason import Reason
from story_pages import CENTRE, POLICE, losses, others
from views import FERRY, FILM, FIRE, LOSS, Redo, compared, of_kind, redone, whole, without

OWN, RELAY, WIRE, LEDGER, QUICK, COAST, CITY, BRIEF, DENIAL = (claim.id for claim in losses())
EIGHT, CAUSE, SHOWN, HIGHER, VIDEO, HURT, TREATED = (claim.id for claim in others())


def the_one(changes: Changes, kind: ChangeKind) -> Change:
    """Return the only change of a kind."""
    found = of_kind(changes, kind)
    assert len(found) == 1, [one.text for one in changes.changes]
    return found[0]


def hospital_is_a_copy(evidence: Evidence) -> Evidence:
    """Return the ferry's evidence with the hospital found to have it from the police."""
    police, hospital = evidence.origins.origins
    why = Reason("same-text", "the hospital's words are those of the police", (TREATED,))
    collapse = Collapse("same-text", hospital.origin.name, police.origin.name, why)
    origins = replace(
        evidence.origins, origins=(police, replace(hospital, counts=False)), independent=1, collapses=(collapse,)
    )
    edges = (Edge(HURT, EdgeKind.NAMES, None), Edge(TREATED, EdgeKind.RELAYS, HURT))
    return replace(evidence, origins=origins, lineage=replace(evidence.lineage, edges=edges))


def test_equal_views_give_no_change() -> None:
    """What stayed the same is not told."""
    changes = compared(whole(), whole())
    assert changes.changes == ()
    assert changes.new_claim_ids == changes.gone_document_ids == ()


def test_an_event_of_which_nothing_was_known_is_new() -> None:
    """It is told once, with pages and origins, and nothing else is told of it."""
    changes = compared(without(HURT, TREATED), whole())
    assert [one.kind for one in changes.changes] == [ChangeKind.EVENT]
    assert changes.changes[0].text == (
        "New is the claim that three passengers were wounded: one page, two independent origins, Lakeland Police and St"
        " Brannoc Hospital."
    )
    assert set(changes.changes[0].claims_after) == {HURT, TREATED} == set(changes.new_claim_ids)


def test_a_second_origin_is_told_with_what_it_makes() -> None:
    """A new independent origin comes with those it stands beside and their number."""
    changes = compared(without(TREATED), whole())
    assert the_one(changes, ChangeKind.ORIGIN).text == (
        "St Brannoc Hospital now affirms the claim that three passengers were wounded, beside Lakeland Police, which"
        " makes two independent origins."
    )
    assert of_kind(changes, ChangeKind.COUNT) == []


def test_a_likelihood_that_could_not_be_given_before_is_told_with_its_number() -> None:
    """Word and number stand in the sentence, and the change carries the likelihood."""
    change = the_one(compared(without(TREATED), whole()), ChangeKind.LIKELIHOOD)
    assert (change.turn, change.before, change.after) == (Turn.REVISED, "", "likely (55-80 %)")
    assert change.likelihood is not None
    assert "likely (55-80 %)" in change.text


def test_a_denial_is_told_with_who_denies() -> None:
    """A new denial became known."""
    change = the_one(compared(without(DENIAL), whole()), ChangeKind.DENIAL)
    assert change.turn is Turn.KNOWN
    assert change.text.startswith("The Ministry of Defence of Sudria now denies the claim that about 200 Sudrian")
    assert change.claims_after == (DENIAL,)


def test_a_contradiction_comes_with_a_denial() -> None:
    """The contest that the evidence stage finds is told, too."""
    change = the_one(compared(without(DENIAL), whole()), ChangeKind.CONTEST)
    assert change.text.endswith("now contradict one another on whether the losses were suffered.")


def test_a_contradiction_that_is_settled_is_told() -> None:
    """Where nothing contradicts any more, that is said."""
    change = the_one(compared(whole(), redone(LOSS, lambda one: replace(one, contests=()))), ChangeKind.CONTEST)
    assert "no longer contradict" in change.text


def test_pages_that_add_no_origin_are_counted_as_such() -> None:
    """The echo is told as an echo."""
    change = the_one(compared(without(COAST, QUICK), whole()), ChangeKind.PAGES)
    assert change.text == (
        "Two more pages carry the claim that about 200 Sudrian and Ostian troops were lost as of 14 December 2024, and"
        " none of them adds a further origin."
    )
    assert set(change.claims_after) == {COAST, QUICK}


def test_an_origin_that_turns_out_to_be_a_copy_makes_corroboration_fall() -> None:
    """The count falls, with who no longer counts and why."""
    changes = compared(whole(), redone(FERRY, hospital_is_a_copy))
    change = the_one(changes, ChangeKind.COUNT)
    assert change.turn is Turn.FELL
    assert change.text == (
        "The claim that three passengers were wounded now rests on one origin, Lakeland Police, where two were counted"
        " before; St Brannoc Hospital no longer counts apart."
    )
    assert change.why.text == "the hospital's words are those of the police"


def test_a_likelihood_that_is_lost_falls() -> None:
    """Where no likelihood can be given any more, the earlier one is quoted."""
    change = the_one(compared(whole(), redone(FERRY, hospital_is_a_copy)), ChangeKind.LIKELIHOOD)
    assert (change.turn, change.before, change.after) == (Turn.FELL, "likely (55-80 %)", "")


def test_a_page_found_to_repeat_another_is_told() -> None:
    """What was known as a word of its own has a page that it was taken from."""
    change = the_one(compared(whole(), redone(FERRY, hospital_is_a_copy)), ChangeKind.COPY)
    assert "turned out to have the claim that three passengers were wounded from" in change.text


def test_a_sentence_that_counts_too_many_origins_is_no_longer_borne_out() -> None:
    """The earlier judgement is quoted, and what is wrong with it is said."""
    found = of_kind(compared(whole(), redone(FERRY, hospital_is_a_copy)), ChangeKind.SENTENCE)
    assert {one.turn for one in found} == {Turn.FELL}
    assert any("neither relaying the other" in one.before for one in found)


def test_more_pages_make_no_earlier_sentence_wrong() -> None:
    """Growth is no fault of what was said before."""
    assert of_kind(compared(without(COAST, QUICK), whole()), ChangeKind.SENTENCE) == []


def test_an_origin_that_stands_for_another_figure_is_not_called_a_copy() -> None:
    """It still counts, but not for what the event is named after."""
    grouping = story.grouping()
    hospital = next(one for one in grouping.testimonies if one.claim_ids == (TREATED,))
    assert hospital.quantity is not None
    other = replace(hospital, quantity=replace(hospital.quantity, low=40, high=40))
    told = tuple(other if one is hospital else one for one in grouping.testimonies)
    later = replace(whole(), grouping=replace(grouping, testimonies=told))
    change = the_one(compared(whole(), later), ChangeKind.COUNT)
    assert change.text.endswith("where two were counted before; St Brannoc Hospital bears out something else.")


def test_a_known_origin_that_counts_again_raises_the_number() -> None:
    """Where no new origin explains it, the number itself is told."""
    change = the_one(compared(redone(FERRY, hospital_is_a_copy), whole()), ChangeKind.COUNT)
    assert change.turn is Turn.REVISED
    assert "two independent origins, Lakeland Police and St Brannoc Hospital, where one was counted" in change.text


def regraded(grade: Grade) -> Changes:
    """Compare the story with one in which the fire has another grade."""
    return compared(whole(), redone(FIRE, lambda one: replace(one, grade=grade)))


@pytest.mark.parametrize(
    ("grade", "turn", "word"),
    [
        (Grade("B", 2, "low"), Turn.REVISED, "rose from C6 to B2"),
        (Grade("D", 6, "low"), Turn.FELL, "fell from C6 to D6"),
        (Grade("D", 2, "low"), Turn.REVISED, "changed from C6 to D2"),
        (Grade("F", 6, "low"), Turn.FELL, "fell from C6 to F6"),
    ],
)
def test_a_grade_moves_up_down_or_aside(grade: Grade, turn: Turn, word: str) -> None:
    """Better on one axis and worse on the other is neither; unknown is no middle."""
    change = the_one(regraded(grade), ChangeKind.GRADE)
    assert change.turn is turn
    assert word in change.text


def test_confidence_is_told_in_a_sentence_of_its_own() -> None:
    """Confidence never stands beside a likelihood."""
    change = the_one(regraded(Grade("C", 6, "high")), ChangeKind.CONFIDENCE)
    assert change.text.startswith("Confidence in the claim that eight")
    assert "rose from low to high" in change.text


def test_a_label_moves() -> None:
    """The label of an incident is told where both views have one."""
    before = redone(FIRE, lambda one: replace(one, grade=replace(one.grade, label=IncidentLabel.WEAK)))
    after = redone(FIRE, lambda one: replace(one, grade=replace(one.grade, label=IncidentLabel.FAIR)))
    assert "labelled weak before, is now labelled fair" in the_one(compared(before, after), ChangeKind.LABEL).text


def test_an_estimate_moves_with_its_numbers() -> None:
    """Both ranges stand in the sentence."""
    raised = redone(FIRE, lambda one: replace(one, estimates=(replace(one.estimates[0], best=9, high=11),)))
    change = the_one(compared(whole(), raised), ChangeKind.ESTIMATE)
    assert change.text.endswith("moved from 8 to 9 (8–11).")
    assert (change.before, change.after) == ("8", "9 (8–11)")


@pytest.mark.parametrize(("best", "number"), [(9.1, 0), (14.0, 1)])
def test_a_posterior_moves_by_more_than_a_rounding(best: float, number: int) -> None:
    """What is made probable is told where it moved, with its range; a twentieth more or less is not."""

    def probable(size: float) -> Redo:
        found = Posterior(size, 8.0, 11.0, 6.0, 19.0, (), ())
        return lambda one: replace(one, estimates=(replace(one.estimates[0], posterior=found),))

    found = of_kind(compared(redone(FIRE, probable(9.0)), redone(FIRE, probable(best))), ChangeKind.ESTIMATE)
    assert [one.after for one in found] == ["14 (6–19)"] * number


def test_a_first_figure_is_told() -> None:
    """An event that had no figure and has one."""
    before = without(EIGHT)
    assert of_kind(compared(before, whole()), ChangeKind.FIGURE)[0].after == "8"


def test_an_event_that_is_gone_is_told() -> None:
    """Nothing is left of it, and its claims are those of the earlier view."""
    changes = compared(whole(), without(HURT, TREATED))
    change = the_one(changes, ChangeKind.GONE)
    assert change.turn is Turn.FELL
    assert set(change.claims_before) == {HURT, TREATED} == set(changes.gone_claim_ids)
    assert change.claims_after == ()


def test_claims_that_were_withdrawn_are_told() -> None:
    """What stands behind the event is less."""
    change = the_one(compared(whole(), without(COAST)), ChangeKind.WITHDRAWN)
    assert change.claims_before == (COAST,)
    assert change.text.startswith("One claim was withdrawn from what stands behind the claim that about 200")


def test_an_origin_that_takes_back_its_word_is_told() -> None:
    """The origin that affirmed now denies."""

    def turned(evidence: Evidence) -> Evidence:
        (only,) = evidence.origins.origins
        return replace(evidence, origins=replace(evidence.origins, origins=(replace(only, denies=True),)))

    change = the_one(compared(whole(), redone(FIRE, turned)), ChangeKind.RETRACTED)
    assert change.turn is Turn.FELL
    assert "which affirmed it before, now denies" in change.text


def test_a_figure_that_its_own_origin_revised_is_told() -> None:
    """Before and after are the origin's own figures."""
    grouping = story.grouping()
    first = next(one for one in grouping.testimonies if one.claim_ids == (EIGHT, CAUSE))
    assert first.quantity is not None
    old = replace(first, id="tst-old", claim_ids=(EIGHT,))
    new = replace(
        first, id="tst-new", claim_ids=(CAUSE,), quantity=replace(first.quantity, low=9, high=9), revises="tst-old"
    )
    told = tuple(one for one in grouping.testimonies if one is not first)
    event = next(one for one in grouping.events if first.id in one.testimony_ids)
    revised = replace(event, testimony_ids=("tst-old", "tst-new"))
    events = tuple(revised if one is event else one for one in grouping.events)
    later = replace(whole(), grouping=Grouping(events, (*told, old, new), ()))
    change = the_one(compared(without(CAUSE), later), ChangeKind.OWN_FIGURE)
    assert "revised its own figure, from 8 " in change.text
    assert (change.claims_before, change.claims_after) == ((EIGHT,), (CAUSE,))


def split_film() -> tuple[tuple[Event, ...], tuple[Evidence, ...]]:
    """Return events and evidence with the film's claims on two events."""
    events, evidence = list(story.grouping().events), list(story.evidence())
    film, found = events.pop(FILM), evidence.pop(FILM)
    for ids in ((SHOWN, VIDEO), (HIGHER,)):
        name = Event.identify(ids)
        kept = tuple(one for one in found.lineage.edges if one.claim_id in ids)
        events.append(replace(film, id=name, claim_ids=ids))
        evidence.append(replace(found, event_id=name, lineage=replace(found.lineage, event_id=name, edges=kept)))
    return tuple(events), tuple(evidence)


def test_events_that_part_and_join_are_named() -> None:
    """Ids change with claims; what was one and is two, or the other way round, is told and not taken for new."""
    events, evidence = split_film()
    parted = replace(whole(), grouping=replace(story.grouping(), events=events), evidence=evidence)
    apart, together = compared(whole(), parted), compared(parted, whole())
    assert len(the_one(apart, ChangeKind.SPLIT).events_after) == 2
    assert len(the_one(together, ChangeKind.MERGED).events_before) == 2
    for changes in (apart, together):
        assert of_kind(changes, ChangeKind.EVENT) == of_kind(changes, ChangeKind.GONE) == []


def test_a_new_origin_of_an_event_told_apart_is_told() -> None:
    """What is split off with a word that was not known does not lose it."""
    by_id = {claim.id: claim for claim in others()}
    higher, video = by_id[HIGHER], by_id[VIDEO]
    events, evidence = list(story.grouping().events), list(story.evidence())
    film, found = events.pop(FILM), evidence.pop(FILM)
    kept, child = Event.identify((SHOWN,)), Event.identify((HIGHER, VIDEO))
    old, new = make_testimony(child, CENTRE, (higher,)), make_testimony(child, POLICE, (video,))
    origins = replace(found.origins, origins=(standing(CENTRE, (old,), (higher,)), standing(POLICE, (new,), (video,))))
    edges = {one.claim_id: one for one in found.lineage.edges}
    for name, ids in ((kept, (SHOWN,)), (child, (HIGHER, VIDEO))):
        told = tuple(one for one in film.testimony_ids) if name == kept else (old.id, new.id)
        events.append(replace(film, id=name, claim_ids=ids, testimony_ids=told))
        held = replace(found.lineage, event_id=name, edges=tuple(edges[one] for one in ids))
        evidence.append(replace(found, event_id=name, lineage=held, origins=origins))
    said = (*(one for one in story.grouping().testimonies if one.event_id != film.id), old, new)
    later = replace(whole(), grouping=Grouping(tuple(events), said, ()), evidence=tuple(evidence))
    changes = compared(without(VIDEO), later)
    assert len(of_kind(changes, ChangeKind.SPLIT)) == 1
    assert any("Lakeland Police now affirms" in one.text for one in of_kind(changes, ChangeKind.ORIGIN))


def test_changes_come_by_weight_and_know_both_sides() -> None:
    """The weightiest first; every change names claims that its views hold."""
    changes = compared(without(DENIAL, TREATED, COAST), redone(FIRE, lambda one: replace(one, grade=Grade("D", 6, ""))))
    weights = [one.weight for one in changes.changes]
    assert weights == sorted(weights, reverse=True)
    before, after = ({claim.id for claim in view.claims} for view in (changes.earlier, changes.later))
    assert all(before >= set(one.claims_before) and after >= set(one.claims_after) for one in changes.changes)
    assert all(one.claims_before or one.claims_after for one in changes.changes)
