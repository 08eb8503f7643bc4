"""Totals are checked against the parts that a text tells, and unlike measures stay apart."""

from __future__ import annotations

from dataclasses import replace

from builders import ClaimFields, make_claim, make_document, make_link, make_quantity
from reportedly.assessment.assess import assess
from reportedly.model.assessment import Section
from reportedly.model.claim import FigureRelation, Ground, Measure, RelationType, Scope
from reportedly.model.days import Days
from reportedly.model.measures import CheckedSum, SumVerdict
from story import yardstick
from unit.events.tellings import DAY
from unit.evidence.totals import FIGURES, LOSSES, C, K, W, one_event, report, sums, with_parts


def test_killed_and_wounded_of_one_text_are_held_against_its_casualties() -> None:
    """4,700 casualties are not 600 killed and 3,800 wounded."""
    (found,) = sums(report(LOSSES, *FIGURES))
    assert (found.verdict, found.low) == (SumVerdict.TOO_LITTLE, 4400)


def test_what_fits_is_no_fault() -> None:
    """900 killed make up for what was lacking."""
    document, claim = report(LOSSES, FIGURES[0], ("600", K, "", 900, 900), FIGURES[2])
    assert [one.verdict for one in sums((document, claim))] == [SumVerdict.HOLDS]


def test_copies_of_a_text_are_checked_once() -> None:
    """Two outlets with one text have one fault."""
    assert len(sums(report(LOSSES, *FIGURES), report(LOSSES, *FIGURES, outlet="Second Leaf"))) == 1


def test_parts_told_by_another_text_are_not_held_against_a_total() -> None:
    """One page's wounded say nothing against another page's casualties."""
    first = report("The army had 4,700 casualties.", FIGURES[0])
    assert sums(first, report("The army had 9,000 wounded.", ("9,000", W, "", 9000, 9000), outlet="Second Leaf")) == ()


def test_kinds_of_whom_nobody_is_two_are_added() -> None:
    """Nine women and five men are more than twelve people."""
    text = "The storm killed 12 people, including nine women and five men."
    women, men = ("nine", K, "women", 9, 9), ("five", K, "men", 5, 5)
    document, claim = report(text, ("12", K, "people", 12, 12), women, men)
    (found,) = sums((document, with_parts(claim, 0, 1, 2)))
    assert (found.verdict, found.low) == (SumVerdict.TOO_MUCH, 14)


def test_kinds_that_can_overlap_are_not_added() -> None:
    """Nine women and five civilians can be nine people."""
    text = "The storm killed 12 people, including nine women and five civilians."
    women, others = ("nine", K, "women", 9, 9), ("five", K, "civilians", 5, 5)
    document, claim = report(text, ("12", K, "people", 12, 12), women, others)
    assert [one.broken for one in sums((document, with_parts(claim, 0, 1, 2)))] == [False, False]


def test_a_part_takes_the_measure_of_its_total() -> None:
    """Fifteen children among twelve dead are too many though nobody says again that they died."""
    text = "The storm killed 12 people, among them fifteen children."
    document, claim = report(text, ("12", K, "people", 12, 12), ("fifteen", Measure.OTHER, "children", 15, 15))
    assert [one.verdict for one in sums((document, with_parts(claim, 0, 1)))] == [SumVerdict.TOO_MUCH]


def test_wounded_are_never_added_to_killed() -> None:
    """Without casualties there is no sum of killed and wounded."""
    assert sums(report("The army had 600 killed and 3,800 wounded.", *FIGURES[1:])) == ()


def losses_in_two_sentences(of: str, scope: Scope, days: Days | None) -> tuple[CheckedSum, ...]:
    """Tell casualties of soldiers since May, then killed and wounded of others, over another time or on one day."""
    first, second = "The army had 4,700 casualties among soldiers since May", "On Sunday 3,800 were wounded, 600 killed"
    document = make_document("a", "Morning Leaf", DAY, f"{first}. {second}.")
    link = (make_link(document, "Velt Ministry"),)
    whole = make_quantity(document, "4,700", C, "soldiers", 4700, 4700, None, Scope.CUMULATIVE)
    wounded = make_quantity(document, "3,800", W, of, 3800, 3800, None, scope)
    killed = make_quantity(document, "600", K, of, 600, 600, None, scope)
    total = make_claim(document, first, link, ClaimFields(quantities=(whole,)))
    parts = make_claim(document, second, link, ClaimFields(quantities=(wounded, killed), when=days))
    return sums((document, total), (document, parts))


def test_figures_of_one_people_and_time_are_parts() -> None:
    """Across sentences, too, killed and wounded are held against casualties."""
    assert [one.verdict for one in losses_in_two_sentences("", Scope.CUMULATIVE, None)] == [SumVerdict.TOO_LITTLE]


def test_other_people_are_no_parts() -> None:
    """The police are no part of the soldiers' losses."""
    assert losses_in_two_sentences("police officers", Scope.CUMULATIVE, None) == ()


def test_a_day_s_figures_are_no_parts_of_a_running_total() -> None:
    """Sunday's wounded are no breakdown of the losses since May."""
    assert losses_in_two_sentences("", Scope.INCIDENT, Days.on(DAY)) == ()


def test_a_fault_reaches_the_assessment_with_its_numbers_and_claims() -> None:
    """The sentence names page, total, parts and their sum, and cites the claim."""
    document, claim = report(LOSSES, *FIGURES)
    grouping, evidence = one_event((document, claim))
    written = assess(grouping, evidence, [claim], [document], yardstick(), "ucdp", None, "Losses")
    (finding,) = [one for one in written.findings if one.section is Section.SUMS]
    assert finding.text == (
        "In Morning Leaf, the parts do not sum: 4,700 casualties stated, 600 killed + 3,800 wounded = 4,400."
    )
    assert finding.claim_ids == (claim.id,)


def test_a_part_is_no_rival_of_its_total() -> None:
    """Five of the thirty dead do not pull the range of the dead down to five."""
    document, whole = report("The raid killed 30 people, of whom five were civilians.", ("30", K, "people", 30, 30))
    part = make_claim(
        document,
        "of whom five were civilians",
        whole.chain,
        ClaimFields(quantities=(make_quantity(document, "five", K, "people", 5, 5),)),
    )
    whole = make_claim(document, "The raid killed 30 people", whole.chain, ClaimFields(quantities=whole.quantities))
    ground = Ground("figure_relations", "points back to its total", (part.span,))
    part = replace(part, figure_relations=(FigureRelation(RelationType.PART_OF, 0, whole.id, 0, ground),))
    (evidence,) = one_event((document, whole), (document, part))[1]
    assert [(one.low, one.best, one.high) for one in evidence.estimates] == [(30, 30, 30)]
