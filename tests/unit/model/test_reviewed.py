"""How decisions about claims take effect, as pure functions."""

from __future__ import annotations

from dataclasses import replace

from reportedly.model.cause import Causation, Sense
from reportedly.model.claim import (
    Claim,
    FigureRelation,
    Ground,
    Kind,
    Measure,
    Quantity,
    Relation,
    RelationType,
)
from reportedly.model.review import Decision, Review
from reportedly.model.reviewed import disclosed, effective, holds, is_stale, same_reading
from reportedly.model.span import Span

TEXT = "12 sailors drowned and 3 were rescued because the mast broke at night"
CODERS = {"first": ("ada", "bo")}


def claim_at(start: int, end: int, *figures: int) -> Claim:
    """Return a claim with some figures."""
    span = Span(start, end)
    quantities = tuple(Quantity(Measure.KILLED, "sailors", one, one) for one in figures)
    return Claim(Claim.identify("doc-a", span), "doc-a", span, span.of(TEXT), quantities=quantities)


DROWNED, RESCUED = claim_at(0, 18, 12), claim_at(23, 37, 3)


def decided(
    claim: Claim,
    decision: Decision,
    author: str = "ada",
    reading: Claim | None = None,
    round_name: str = "",
    adjudicates: bool = False,
) -> Review:
    """Return a decision about a claim."""
    key = Review.identify(claim.id, author, round_name, adjudicates)
    machine = None if decision is Decision.ADD else claim
    return Review(key, claim.id, "doc-a", decision, author, "so", machine, reading, round_name, adjudicates)


def test_claims_without_decisions_are_as_they_were() -> None:
    """Even their order."""
    assert effective([RESCUED, DROWNED], []) == (RESCUED, DROWNED)


def test_an_added_claim_comes_in() -> None:
    """The machine need not have found it."""
    assert effective([DROWNED], [decided(RESCUED, Decision.ADD, reading=RESCUED)]) == tuple(
        sorted((DROWNED, RESCUED), key=lambda one: one.id)
    )


def test_a_reference_to_a_rejected_claim_goes() -> None:
    """No claim points at one that does not count."""
    ground = Ground("figure_relations", "and")
    pointing = replace(
        RESCUED,
        relation=Relation(RelationType.ADDS_TO, DROWNED.id),
        figure_relations=(FigureRelation(RelationType.ADDS_TO, 0, DROWNED.id, 0, ground),),
        causes=(Causation(Sense.EXPLAINS, None, None, Span(38, 45), "because", effect_claim=DROWNED.id),),
    )
    (left,) = effective([DROWNED, pointing], [decided(DROWNED, Decision.REJECT)])
    assert (left.relation, left.figure_relations, left.causes[0].effect_claim) == (None, (), None)


def test_a_reference_to_a_figure_that_was_taken_out_goes() -> None:
    """A corrected claim without figures is no part of a sum."""
    relation = FigureRelation(RelationType.ADDS_TO, 0, DROWNED.id, 0, Ground("figure_relations", "and"))
    pointing = replace(RESCUED, figure_relations=(relation,))
    bare = replace(DROWNED, quantities=())
    found = effective([DROWNED, pointing], [decided(DROWNED, Decision.CORRECT, reading=bare)])
    assert all(not one.figure_relations for one in found)


def test_a_claim_found_a_word_shorter_is_the_same() -> None:
    """A rejected claim does not come back under another id."""
    shorter = claim_at(0, 17, 12)
    assert effective([shorter], [decided(DROWNED, Decision.REJECT)]) == ()


def test_a_reference_to_a_claim_found_a_word_shorter_leads_to_the_persons() -> None:
    """What took a claim's place is what others point at."""
    shorter = claim_at(0, 17, 12)
    pointing = replace(RESCUED, relation=Relation(RelationType.ADDS_TO, shorter.id))
    reading = replace(DROWNED, kind=Kind.TALLY)
    found = {
        one.id: one for one in effective([shorter, pointing], [decided(DROWNED, Decision.CORRECT, reading=reading)])
    }
    relation = found[RESCUED.id].relation
    assert set(found) == {DROWNED.id, RESCUED.id}
    assert relation is not None
    assert relation.to == DROWNED.id


def test_a_claim_beside_it_stays() -> None:
    """A rejection takes no neighbour along."""
    assert effective([DROWNED, RESCUED], [decided(DROWNED, Decision.REJECT)]) == (RESCUED,)


def test_who_decides_later_holds() -> None:
    """Whatever both said."""
    first, second = decided(DROWNED, Decision.REJECT), decided(DROWNED, Decision.ACCEPT, "bo")
    assert holds([first, second]) == {DROWNED.id: second}
    assert holds([second, first]) == {DROWNED.id: first}


def test_an_adjudication_holds_before_later_decisions() -> None:
    """It was made to end the matter."""
    last = decided(DROWNED, Decision.REJECT, "cy", adjudicates=True)
    assert holds([last, decided(DROWNED, Decision.ACCEPT, "bo")]) == {DROWNED.id: last}


def test_coders_who_differ_decide_nothing() -> None:
    """The machine's reading stands."""
    told = [
        decided(DROWNED, Decision.REJECT, "ada", round_name="first"),
        decided(DROWNED, Decision.ACCEPT, "bo", round_name="first"),
    ]
    assert holds(told, CODERS) == {}


def test_coders_who_correct_alike_have_decided() -> None:
    """By whatever ground each of them set a field."""
    readings = [replace(DROWNED, kind=Kind.TALLY, grounds=(Ground("kind", who),)) for who in ("ada", "bo")]
    told = [
        decided(DROWNED, Decision.CORRECT, who, reading, "first")
        for who, reading in zip(("ada", "bo"), readings, strict=True)
    ]
    assert holds(told, CODERS) == {DROWNED.id: told[-1]}


def test_coders_who_correct_otherwise_decide_nothing() -> None:
    """A correction is agreed on where the readings are the same."""
    told = [
        decided(DROWNED, Decision.CORRECT, who, replace(DROWNED, kind=kind), "first")
        for who, kind in (("ada", Kind.TALLY), ("bo", Kind.CAUSE))
    ]
    assert holds(told, CODERS) == {}


def test_a_round_that_nobody_knows_decides_nothing() -> None:
    """One coder alone is no agreement."""
    assert holds([decided(DROWNED, Decision.REJECT, "ada", round_name="first")]) == {}


def test_blind_decisions_are_disclosed_when_the_round_has_decided() -> None:
    """Before that each is its coder's alone."""
    told = [decided(DROWNED, Decision.REJECT, who, round_name="first") for who in ("ada", "bo")]
    assert disclosed(told[:1], CODERS) == ()
    assert disclosed(told, CODERS) == tuple(told)


def test_a_decision_is_stale_when_the_machine_reads_otherwise() -> None:
    """A figure read anew, or a claim that is not found any more; a new rule for the same is none."""
    review = decided(DROWNED, Decision.ACCEPT)
    assert is_stale(review, None)
    assert is_stale(review, claim_at(0, 18, 13))
    assert not is_stale(review, replace(DROWNED, grounds=(Ground("kind", "new rule"),)))


def test_no_reading_is_only_like_no_reading() -> None:
    """A claim that was not found is no claim with empty fields."""
    assert same_reading(None, None)
    assert not same_reading(None, DROWNED)
