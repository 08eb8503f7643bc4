"""Parts, updates and additions are read from the words that say so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from builders import ClaimFields, make_claim, make_document, make_quantity
from reportedly.claims.relations_figures import with_figure_relations
from reportedly.model.claim import Claim, Measure, RelationType

Fill = Callable[..., tuple[Claim, ...]]
PART, UPDATE, ADDS = RelationType.PART_OF, RelationType.UPDATE_OF, RelationType.ADDS_TO


def ties(claims: tuple[Claim, ...]) -> set[tuple[int, RelationType, int]]:
    """Return the relations as number, type, number."""
    by_id = {claim.id: claim for claim in claims}
    return {
        (
            claim.quantities[one.figure].low or claim.quantities[one.figure].high or 0,
            one.type,
            by_id[one.to].quantities[one.to_figure].low or by_id[one.to].quantities[one.to_figure].high or 0,
        )
        for claim in claims
        for one in claim.figure_relations
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The army suffered 4,700 casualties, including 600 killed.", {(600, PART, 4700)}),
        ("The quake killed 17 people, among them three children.", {(3, PART, 17)}),
        ("The quake killed 17 people, three of them children.", {(3, PART, 17)}),
        ("The fire killed 30 people, of whom 5 were civilians.", {(5, PART, 30)}),
        ("Of the 84 drones launched, 43 were shot down.", set()),
        ("The army shot down 43 of 84 drones.", {(43, PART, 84)}),
        ("The quake killed 17 people and wounded 30.", set()),
        ("The raid killed 17 people, including three children, and 12 soldiers were wounded.", {(3, PART, 17)}),
    ],
)
def test_parts_are_tied_to_their_total(fill: Fill, text: str, expected: set[tuple[int, RelationType, int]]) -> None:
    """The words of inclusion tie a part to its total, and nothing else does."""
    assert ties(fill(text)) == expected


Figure = tuple[str, Measure, int]


def tied(text: str, *figures: Figure) -> set[tuple[int, RelationType, int]]:
    """Tie the given figures of a text of one claim, however the reader of figures would have read it."""
    document = make_document("a", "Morning Leaf", None, text)
    held = tuple(make_quantity(document, words, measure, "", number, number) for words, measure, number in figures)
    return ties(with_figure_relations([make_claim(document, text, (), ClaimFields(quantities=held))], text))


KILLED, WOUNDED, CASUALTIES = Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES
TOTAL: Figure = ("4,700", CASUALTIES, 4700)


@pytest.mark.parametrize("glue", [" and ", ", and ", ", "])
def test_a_list_goes_on_with_the_parts(glue: str) -> None:
    """What is joined to a part and can be one is a part as well."""
    text = f"The army suffered 4,700 casualties, including 600 killed{glue}3,800 wounded."
    found = tied(text, TOTAL, ("600", KILLED, 600), ("3,800", WOUNDED, 3800))
    assert found == {(600, PART, 4700), (3800, PART, 4700)}


def test_a_list_ends_with_what_cannot_be_a_part() -> None:
    """Twelve tanks are no casualties."""
    text = "The army suffered 4,700 casualties, including 600 killed, and 12 tanks."
    found = tied(text, TOTAL, ("600", KILLED, 600), ("12", Measure.DESTROYED, 12))
    assert found == {(600, PART, 4700)}


def test_a_comma_closes_a_list_of_one() -> None:
    """``Including three children, and 12 soldiers`` counts the soldiers beside the first number."""
    text = "The raid killed 17 people, including three children, and 12 soldiers."
    found = tied(text, ("17", KILLED, 17), ("three", KILLED, 3), ("12", KILLED, 12))
    assert found == {(3, PART, 17)}


def test_words_that_name_the_dead_do_not_mean_the_wounded() -> None:
    """``Of the dead, five`` passes over the wounded to the dead."""
    text = "The raid killed 17 people and wounded 40. Of the dead, five were children."
    found = tied(text, ("17", KILLED, 17), ("40", WOUNDED, 40), ("five", Measure.OTHER, 5))
    assert found == {(5, PART, 17)}


def test_who_the_dead_include_are_parts() -> None:
    """``The dead included five`` points back over the end of a sentence."""
    text = "The raid killed 17 people. The dead included five children."
    assert tied(text, ("17", KILLED, 17), ("five", KILLED, 5)) == {(5, PART, 17)}


def test_a_day_s_addition_is_no_update() -> None:
    """``Another 12`` adds, even where the toll rose."""
    text = "The raid killed 30 people. Another 12 died."
    assert tied(text, ("30", KILLED, 30), ("12", KILLED, 12)) == {(12, ADDS, 30)}


def test_what_was_said_at_first_is_updated_by_what_stands_beside_it() -> None:
    """``Initially said`` marks the older number whichever stands first."""
    text = "The toll is 25. Police initially said that 40 had died."
    assert tied(text, ("25", KILLED, 25), ("40", KILLED, 40)) == {(25, UPDATE, 40)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The clinic counted 312 dead, up from 207 a day before.", {(312, UPDATE, 207)}),
        ("The clinic counted 312 dead, down from 207 a day before.", set()),
    ],
)
def test_a_number_set_against_an_older_one_updates_it(text: str, expected: set[tuple[int, RelationType, int]]) -> None:
    """``Up from`` names the older number, if it is smaller."""
    assert tied(text, ("312", KILLED, 312), ("207", KILLED, 207)) == expected


def test_parts_of_a_new_number_are_no_parts_of_the_old_one() -> None:
    """``Of these`` passes over the number that was replaced."""
    text = "The clinic counted 312 dead, up from 207. Of these, 41 were children."
    found = tied(text, ("312", KILLED, 312), ("207", KILLED, 207), ("41", KILLED, 41))
    assert (41, PART, 312) in found


def test_them_of_a_far_sentence_are_no_total() -> None:
    """``Of them`` reaches back over one end of a sentence, not over two."""
    text = "The raid killed 17 people. Fire broke out. Nine of them fled."
    assert tied(text, ("17", KILLED, 17), ("Nine", Measure.OTHER, 9)) == set()


def test_others_of_another_sentence_are_not_counted_beside_it() -> None:
    """``Three others`` stands against the sentence's own first number only."""
    text = "The raid wounded nine. Two died and three others were hurt."
    assert tied(text, ("nine", WOUNDED, 9), ("Two", KILLED, 2), ("three", WOUNDED, 3)) == set()


def test_a_part_may_stand_in_the_next_sentence(fill: Fill) -> None:
    """``Five of them`` points back across the end of a sentence."""
    told = fill("The storm killed 30 people. Five of them were children.", "The storm killed 30 people", "Five of them")
    assert ties(told) == {(5, PART, 30)}


def test_an_inclusion_does_not_reach_over_a_sentence(fill: Fill) -> None:
    """``Including`` needs its total in its own sentence."""
    text = "The storm killed 30 people. Many fled, including 5 children."
    assert ties(fill(text, "The storm killed 30 people", "Many fled, including 5 children")) == set()


def test_one_has_no_parts(fill: Fill) -> None:
    """Nobody is part of a single person."""
    text = "One soldier was killed. Five of them were wounded."
    assert ties(fill(text, "One soldier was killed", "Five of them were wounded")) == set()


@pytest.mark.parametrize(
    ("first", "second", "number", "old"),
    [
        ("Twelve people were killed", "The death toll has risen to 31", 31, 12),
        ("Twelve people were killed", "The death toll climbed to 31 on Sunday", 31, 12),
        ("Forty people were killed", "Officials revised the death toll down to 25", 25, 40),
        ("Forty people were killed", "Officials lowered the death toll to 25", 25, 40),
        ("Thirty people were killed", "Officials later put the death toll at 44", 44, 30),
    ],
)
def test_updates_take_the_place_of_what_was_told(fill: Fill, first: str, second: str, number: int, old: int) -> None:
    """A toll that rose, fell or was put anew updates the figure of its measure before."""
    assert ties(fill(f"{first}. {second}.", first, second)) == {(number, UPDATE, old)}


def test_an_update_within_a_sentence_ties_both_of_its_numbers(fill: Fill) -> None:
    """``Risen to 31 from 27`` holds the old number itself."""
    assert ties(fill("The death toll has risen to 31 from 27.")) == {(31, UPDATE, 27)}


def test_a_toll_cannot_rise_to_less(fill: Fill) -> None:
    """A smaller number after ``risen to`` speaks of something else."""
    told = fill("Forty people died. The death toll rose to 15.", "Forty people died", "The death toll rose to 15")
    assert ties(told) == set()


def test_a_wounded_count_does_not_update_the_dead(fill: Fill) -> None:
    """Updates stay within a measure."""
    second = "The number of wounded rose to 31"
    assert ties(fill(f"Twelve people were killed. {second}.", "Twelve people were killed", second)) == set()


def test_what_rises_must_be_a_count(fill: Fill) -> None:
    """Troops who were sent are no toll that rose."""
    second = "Thirty-one soldiers rose to speak"
    assert ties(fill(f"Twelve people were killed. {second}.", "Twelve people were killed", second)) == set()


@pytest.mark.parametrize(
    "second", ["Another 12 people were killed on Tuesday", "A further 12 people died", "12 more people were killed"]
)
def test_additions_are_tied_to_the_figure_before(fill: Fill, second: str) -> None:
    """Another 12 are counted beside the 30."""
    assert ties(fill(f"The raid killed 30 people. {second}.", "The raid killed 30 people", second)) == {(12, ADDS, 30)}


def test_others_of_another_measure_add_to_nothing(fill: Fill) -> None:
    """Two dead and 12 others wounded are two measures."""
    text = "Two people were killed and 12 others were wounded."
    assert ties(fill(text, "Two people were killed", "12 others were wounded")) == set()


def test_more_than_is_a_bound_and_no_addition(fill: Fill) -> None:
    """``More than 12`` counts nobody beside others."""
    second = "More than 12 people died on Tuesday"
    assert ties(fill(f"The raid killed 30 people. {second}.", "The raid killed 30 people", second)) == set()


def test_each_relation_carries_its_words(fill: Fill) -> None:
    """The ground of a relation lies in the text."""
    text = "The quake killed 17 people, among them three children."
    (claim,) = fill(text)
    (relation,) = claim.figure_relations
    assert [span.of(text) for span in relation.ground.spans] == ["among them"]


def test_the_claim_as_a_whole_refers_as_its_figure_does(fill: Fill) -> None:
    """Where no comparison is made, a claim's relation is that of its figure to another claim."""
    first, second = fill(
        "Twelve people were killed. The death toll rose to 31.",
        "Twelve people were killed",
        "The death toll rose to 31",
    )
    assert second.relation is not None
    assert (second.relation.type, second.relation.to) == (UPDATE, first.id)


def test_measures_are_left_as_they_were_read(fill: Fill) -> None:
    """Relations change no figure."""
    (claim,) = fill("The army suffered 4,700 casualties, including 600 killed.")
    assert [one.measure for one in claim.quantities] == [Measure.CASUALTIES, Measure.KILLED]
