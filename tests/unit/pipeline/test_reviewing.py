"""People's decisions about claims: recorded, in effect wherever the ledger is read, taken back without a trace."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from reportedly.ledger.store import Ledger
from reportedly.ledger.verify import verify
from reportedly.model.assessment import Section
from reportedly.model.claim import Claim, Measure
from reportedly.model.codec import to_json
from reportedly.model.entry import Draft, EntryKind
from reportedly.model.errors import NotFound, SettingsError
from reportedly.model.review import Decision, Round
from reportedly.model.span import Span
from reportedly.pipeline.growing import Grower
from reportedly.pipeline.predicting import append_beside
from reportedly.pipeline.record import Recorder, held
from reportedly.pipeline.run import Run, add_paths, dossier_of
from reportedly.pipeline.toolkit import Toolkit
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.correcting import Figure, corrected
from reportedly.pipeline.workbench.reviewing import (
    ReviewWish,
    add_claim,
    history_of_claim,
    machine_claim,
    record_review,
    reviews_of,
    undo_review,
)
from toy import toy_tools
from toy_reports import write_reports

TOOLS = toy_tools()
WHO, WHY = "A. Analyst", "the page says so"


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Give a ledger with three reports."""
    add_paths([write_reports(tmp_path / "reports")], TOOLS, tmp_path / "a.db")
    return tmp_path / "a.db"


def drawn(ledger: Path, tools: Toolkit = TOOLS) -> Run:
    """Return the dossier of a ledger."""
    return dossier_of(ledger, tools)


def claim_of(ledger: Path, words: str) -> Claim:
    """Return the first claim that begins with some words."""
    return next(claim for claim in drawn(ledger).dossier.claims if claim.quote.strip().startswith(words))


def state_of(ledger: Path) -> dict[str, str]:
    """Return everything that holds about events, by subject."""
    kinds = (EntryKind.JUDGEMENT, EntryKind.EVENT, EntryKind.TESTIMONY, EntryKind.EVIDENCE)
    with Ledger.open(ledger) as book:
        return {entry.draft.subject: entry.draft.body for kind in kinds for entry in book.current(kind)}


def draw_anew(ledger: Path) -> None:
    """Draw everything that follows from a ledger's claims anew."""
    with Ledger.open(ledger, write=True) as book:
        grower = Grower(book, Recorder(book), TOOLS)
        grower.leave()
        grower.draw()


def thirty(ledger: Path, claim: Claim) -> Claim:
    """Return a claim with 30 killed."""
    with Ledger.open(ledger) as book:
        documents = Bench(book, TOOLS).documents([claim.document_id])
    return corrected(claim, documents[0], figures=[Figure(Measure.KILLED, "sailors", 30, 30)])


def test_a_rejected_claim_does_not_count(ledger: Path) -> None:
    """No view of the ledger holds a claim that a person rejected."""
    claim = claim_of(ledger, "9 sailors")
    record_review(ledger, ReviewWish(claim.id, Decision.REJECT, WHO, WHY), TOOLS)
    assert claim.id not in drawn(ledger).dossier.claim_by_id


def test_a_rejected_claim_stays_in_the_ledger_as_the_machine_read_it(ledger: Path) -> None:
    """A decision does not overwrite the machine's entry."""
    claim = claim_of(ledger, "9 sailors")
    record_review(ledger, ReviewWish(claim.id, Decision.REJECT, WHO, WHY), TOOLS)
    with Bench.open(ledger, TOOLS) as bench:
        assert machine_claim(bench, claim.id) == claim


def test_the_finding_of_a_rejected_only_origin_falls(ledger: Path) -> None:
    """Where the only claim of an origin goes, its finding goes."""
    claim = claim_of(ledger, "9 sailors")
    before = drawn(ledger).dossier.assessment
    record_review(ledger, ReviewWish(claim.id, Decision.REJECT, WHO, WHY), TOOLS)
    after = drawn(ledger).dossier.assessment
    assert any(claim.id in one.claim_ids for one in before.findings)
    assert not any(claim.id in one.claim_ids for one in after.findings)


def test_a_corrected_figure_changes_the_estimate(ledger: Path) -> None:
    """What a person corrects is what is weighed."""
    claim = claim_of(ledger, "9 sailors")
    record_review(ledger, ReviewWish(claim.id, Decision.CORRECT, WHO, WHY, thirty(ledger, claim)), TOOLS)
    found = drawn(ledger).dossier.evidence
    assert any(estimate.high == 30 for one in found for estimate in one.estimates)


def test_a_corrected_figure_changes_the_key_judgements(ledger: Path) -> None:
    """The sentences that are read first are drawn from the corrected claim."""
    claim = claim_of(ledger, "9 sailors")
    record_review(ledger, ReviewWish(claim.id, Decision.CORRECT, WHO, WHY, thirty(ledger, claim)), TOOLS)
    keys = [one.text for one in drawn(ledger).dossier.assessment.findings if one.section is Section.KEY_JUDGEMENTS]
    assert any("30 sailors" in text for text in keys)
    assert not any("nine sailors" in text for text in keys)


def test_a_decision_taken_back_leaves_the_dossier_as_it_was(ledger: Path) -> None:
    """After an undo the dossier is the same byte for byte."""
    before = to_json(drawn(ledger).dossier)
    claim = claim_of(ledger, "12 sailors")
    made = record_review(ledger, ReviewWish(claim.id, Decision.CORRECT, WHO, WHY, thirty(ledger, claim)), TOOLS)
    assert to_json(drawn(ledger).dossier) != before
    undo_review(ledger, made.id, "B. Second", "a slip", TOOLS)
    assert to_json(drawn(ledger).dossier) == before


@pytest.mark.parametrize("decision", [Decision.REJECT, Decision.CORRECT])
def test_what_is_drawn_is_what_drawing_all_anew_gives(ledger: Path, decision: Decision) -> None:
    """Only the story of the claim is drawn anew, and nothing else had to be."""
    claim = claim_of(ledger, "12 sailors")
    reading = thirty(ledger, claim) if decision is Decision.CORRECT else None
    record_review(ledger, ReviewWish(claim.id, decision, WHO, WHY, reading), TOOLS)
    quick = state_of(ledger)
    draw_anew(ledger)
    assert state_of(ledger) == quick


def test_a_decision_is_known_after_everything_was_drawn_anew(ledger: Path) -> None:
    """The tables of stories name people's decisions when they are made anew, so that an undo finds its claim."""
    claim = claim_of(ledger, "12 sailors")
    before = state_of(ledger)
    made = record_review(ledger, ReviewWish(claim.id, Decision.REJECT, WHO, WHY), TOOLS)
    draw_anew(ledger)
    with Bench.open(ledger, TOOLS) as bench:
        assert reviews_of(bench, [claim.id])
        assert not bench.claims([claim.id])
    undo_review(ledger, made.id, WHO, "no", TOOLS)
    assert state_of(ledger) == before


def test_the_bench_shows_claims_as_they_count(ledger: Path) -> None:
    """A page of one event shows the corrected claim."""
    claim = claim_of(ledger, "9 sailors")
    reading = thirty(ledger, claim)
    record_review(ledger, ReviewWish(claim.id, Decision.CORRECT, WHO, WHY, reading), TOOLS)
    with Bench.open(ledger, TOOLS) as bench:
        assert bench.claims([claim.id]) == (reading,)


def test_of_two_peoples_decisions_the_later_holds(ledger: Path) -> None:
    """The second person's rejection holds."""
    claim = claim_of(ledger, "9 sailors")
    record_review(ledger, ReviewWish(claim.id, Decision.CORRECT, WHO, WHY, thirty(ledger, claim)), TOOLS)
    record_review(ledger, ReviewWish(claim.id, Decision.REJECT, "B. Second", WHY), TOOLS)
    assert claim.id not in drawn(ledger).dossier.claim_by_id


def test_two_peoples_decisions_do_not_overwrite_each_other(ledger: Path) -> None:
    """When the later decision is taken back the earlier one holds again."""
    claim = claim_of(ledger, "9 sailors")
    reading = thirty(ledger, claim)
    record_review(ledger, ReviewWish(claim.id, Decision.CORRECT, WHO, WHY, reading), TOOLS)
    second = record_review(ledger, ReviewWish(claim.id, Decision.REJECT, "B. Second", WHY), TOOLS)
    undo_review(ledger, second.id, "B. Second", "I was wrong", TOOLS)
    assert drawn(ledger).dossier.claim_by_id[claim.id] == reading


def test_an_acceptance_is_of_the_claim_as_it_counts(ledger: Path) -> None:
    """Who accepts a corrected claim keeps it, also when the correction is taken back."""
    claim = claim_of(ledger, "9 sailors")
    reading = thirty(ledger, claim)
    first = record_review(ledger, ReviewWish(claim.id, Decision.CORRECT, WHO, WHY, reading), TOOLS)
    record_review(ledger, ReviewWish(claim.id, Decision.ACCEPT, "B. Second", ""), TOOLS)
    undo_review(ledger, first.id, WHO, "a slip", TOOLS)
    assert drawn(ledger).dossier.claim_by_id[claim.id] == reading


def test_who_is_unsure_changes_nothing(ledger: Path) -> None:
    """A correction holds although somebody else is unsure."""
    claim = claim_of(ledger, "9 sailors")
    reading = thirty(ledger, claim)
    record_review(ledger, ReviewWish(claim.id, Decision.CORRECT, WHO, WHY, reading), TOOLS)
    record_review(ledger, ReviewWish(claim.id, Decision.UNSURE, "B. Second", ""), TOOLS)
    assert drawn(ledger).dossier.claim_by_id[claim.id] == reading


def test_an_added_claim_counts(ledger: Path) -> None:
    """A claim that the machine missed is in every view, and goes with the decision."""
    document = next(one for one in drawn(ledger).dossier.documents if one.key == "courier")
    start = document.text.index("sailors were killed")
    made = add_claim(ledger, document.id, (WHO, ""), TOOLS, span=Span(start, start + len("sailors were killed")))
    assert drawn(ledger).dossier.claim_by_id[made.claim_id].quote == "sailors were killed"
    undo_review(ledger, made.id, WHO, "a slip", TOOLS)
    assert made.claim_id not in drawn(ledger).dossier.claim_by_id


def test_an_earlier_moment_knows_no_later_decision(ledger: Path) -> None:
    """By a moment of recording before it, a decision does not hold."""
    claim = claim_of(ledger, "9 sailors")
    moment = datetime.now(UTC)
    record_review(ledger, ReviewWish(claim.id, Decision.REJECT, WHO, WHY), TOOLS)
    earlier = replace(TOOLS, settings=replace(TOOLS.settings, recorded_by=moment))
    assert claim.id in drawn(ledger, earlier).dossier.claim_by_id


def test_an_earlier_day_knows_the_decision(ledger: Path) -> None:
    """A decision holds for earlier days, as people's judgements do."""
    claim = claim_of(ledger, "12 sailors")
    record_review(ledger, ReviewWish(claim.id, Decision.REJECT, WHO, WHY), TOOLS)
    document = drawn(ledger).dossier.document_by_id[claim.document_id]
    then = replace(TOOLS, settings=replace(TOOLS.settings, as_of=document.day))
    assert claim.id not in drawn(ledger, then).dossier.claim_by_id


def open_round(ledger: Path, *coders: str) -> None:
    """Record a round of blind coding."""
    made = Round(Round.identify("first"), "first", coders, (), WHO)
    with Ledger.open(ledger, write=True) as book:
        append_beside(book, [Draft(EntryKind.ROUND, made.id, to_json(made), WHO, "a test")])


def test_a_decision_of_a_blind_round_changes_nothing(ledger: Path) -> None:
    """Until all its coders agree, a round is a measurement."""
    open_round(ledger, WHO, "B. Second")
    claim = claim_of(ledger, "9 sailors")
    before = state_of(ledger)
    record_review(ledger, ReviewWish(claim.id, Decision.REJECT, WHO, WHY, round="first"), TOOLS)
    assert claim.id in drawn(ledger).dossier.claim_by_id
    assert state_of(ledger) == before


def test_a_blind_decision_is_in_no_dossier(ledger: Path) -> None:
    """What one coder decided is told to nobody before the round is decided."""
    open_round(ledger, WHO, "B. Second")
    claim = claim_of(ledger, "9 sailors")
    record_review(ledger, ReviewWish(claim.id, Decision.REJECT, WHO, WHY, round="first"), TOOLS)
    assert drawn(ledger).dossier.reviews == ()


def test_the_dossier_tells_who_corrected_what(ledger: Path) -> None:
    """A report's file holds the decision with the machine's reading beside the person's."""
    claim = claim_of(ledger, "9 sailors")
    made = record_review(ledger, ReviewWish(claim.id, Decision.CORRECT, WHO, WHY, thirty(ledger, claim)), TOOLS)
    assert drawn(ledger).dossier.reviews == (made,)


def test_what_all_coders_of_a_round_agree_on_holds(ledger: Path) -> None:
    """The last coder's decision makes it count."""
    open_round(ledger, WHO, "B. Second")
    claim = claim_of(ledger, "9 sailors")
    for author in (WHO, "B. Second"):
        record_review(ledger, ReviewWish(claim.id, Decision.REJECT, author, WHY, round="first"), TOOLS)
    assert claim.id not in drawn(ledger).dossier.claim_by_id


def test_an_adjudication_holds_before_all(ledger: Path) -> None:
    """Between coders who differ the adjudicator decides."""
    open_round(ledger, WHO, "B. Second")
    claim = claim_of(ledger, "9 sailors")
    record_review(ledger, ReviewWish(claim.id, Decision.REJECT, WHO, WHY, round="first"), TOOLS)
    record_review(ledger, ReviewWish(claim.id, Decision.ACCEPT, "B. Second", WHY, round="first"), TOOLS)
    wish = ReviewWish(claim.id, Decision.REJECT, "C. Third", WHY, round="first", adjudicates=True)
    record_review(ledger, wish, TOOLS)
    assert claim.id not in drawn(ledger).dossier.claim_by_id


def test_a_stranger_does_not_code_a_round(ledger: Path) -> None:
    """Only the coders of a round decide in it."""
    open_round(ledger, WHO, "B. Second")
    wish = ReviewWish(claim_of(ledger, "9 sailors").id, Decision.REJECT, "C. Third", WHY, round="first")
    with pytest.raises(SettingsError, match="E294"):
        record_review(ledger, wish, TOOLS)


def test_a_rejected_claim_does_not_come_back_by_a_later_reading(ledger: Path) -> None:
    """A reading of nearly the same words is the same claim."""
    claim = claim_of(ledger, "9 sailors")
    record_review(ledger, ReviewWish(claim.id, Decision.REJECT, WHO, WHY), TOOLS)
    document = drawn(ledger).dossier.document_by_id[claim.document_id]
    span = Span(claim.span.start, claim.span.end - 1)
    again = replace(claim, id=Claim.identify(document.id, span), span=span, quote=span.of(document.text))
    with Ledger.open(ledger, write=True) as book:
        recorder = Recorder(book)
        recorder.coded(document, [again], "read anew")
        assert again in held(book).read
        assert again not in held(book).claims


def test_a_corrected_claim_that_the_machine_finds_no_more_counts(ledger: Path) -> None:
    """The person's reading outlives the machine's."""
    claim = claim_of(ledger, "9 sailors")
    reading = thirty(ledger, claim)
    record_review(ledger, ReviewWish(claim.id, Decision.CORRECT, WHO, WHY, reading), TOOLS)
    document = drawn(ledger).dossier.document_by_id[claim.document_id]
    with Ledger.open(ledger, write=True) as book:
        Recorder(book).coded(document, [], "read anew")
        assert reading in held(book).claims


def test_the_same_decision_twice_is_one_entry(ledger: Path) -> None:
    """A form that is sent twice records once."""
    wish = ReviewWish(claim_of(ledger, "9 sailors").id, Decision.REJECT, WHO, WHY)
    made = record_review(ledger, wish, TOOLS)
    record_review(ledger, wish, TOOLS)
    with Ledger.open(ledger) as book:
        assert len(book.history(made.id)) == 1


def test_the_log_tells_who_decided_and_who_took_it_back(ledger: Path) -> None:
    """The history of a claim holds the machine's entry, the decision and the undo."""
    claim = claim_of(ledger, "9 sailors")
    made = record_review(ledger, ReviewWish(claim.id, Decision.REJECT, WHO, WHY), TOOLS)
    undo_review(ledger, made.id, "B. Second", "no", TOOLS)
    with Bench.open(ledger, TOOLS) as bench:
        told = history_of_claim(bench, claim.id)
        assert [entry.draft.actor for entry in told][1:] == [WHO, "B. Second"]
        assert [entry.draft.reason for entry in told][1:] == [WHY, "no"]


def test_decisions_in_force_are_told_by_claim(ledger: Path) -> None:
    """Withdrawn decisions are left out."""
    claim = claim_of(ledger, "9 sailors")
    first = record_review(ledger, ReviewWish(claim.id, Decision.UNSURE, WHO, ""), TOOLS)
    second = record_review(ledger, ReviewWish(claim.id, Decision.REJECT, "B. Second", WHY), TOOLS)
    undo_review(ledger, second.id, WHO, "no", TOOLS)
    with Bench.open(ledger, TOOLS) as bench:
        assert reviews_of(bench, [claim.id]) == {claim.id: (first,)}


def test_a_machine_decides_nothing(ledger: Path) -> None:
    """The program's own name is refused."""
    wish = ReviewWish(claim_of(ledger, "9 sailors").id, Decision.REJECT, "reportedly 1.0", WHY)
    with pytest.raises(SettingsError, match="E208"):
        record_review(ledger, wish, TOOLS)


def test_a_rejection_needs_a_reason(ledger: Path) -> None:
    """Nobody rejects without saying why."""
    with pytest.raises(SettingsError, match="E291"):
        record_review(ledger, ReviewWish(claim_of(ledger, "9 sailors").id, Decision.REJECT, WHO, " "), TOOLS)


def test_an_unknown_claim_is_refused(ledger: Path) -> None:
    """There is nothing to decide about it."""
    with pytest.raises(NotFound):
        record_review(ledger, ReviewWish("clm-none", Decision.ACCEPT, WHO, ""), TOOLS)


def test_a_reading_that_does_not_quote_the_page_is_refused(ledger: Path) -> None:
    """A correction keeps ``text[span]`` equal to the quote."""
    claim = claim_of(ledger, "9 sailors")
    wish = ReviewWish(claim.id, Decision.CORRECT, WHO, WHY, replace(claim, quote="90 sailors drowned"))
    with pytest.raises(SettingsError, match="E290"):
        record_review(ledger, wish, TOOLS)


def test_a_reading_at_another_claims_words_is_refused(ledger: Path) -> None:
    """Two claims at the same words would be one claim counted twice."""
    claim, other = claim_of(ledger, "12 sailors"), claim_of(ledger, "The sea")
    wish = ReviewWish(claim.id, Decision.CORRECT, WHO, WHY, replace(other, id=claim.id))
    with pytest.raises(SettingsError, match="E292"):
        record_review(ledger, wish, TOOLS)


def test_a_ledger_with_decisions_is_sound(ledger: Path) -> None:
    """Verification finds nothing wrong."""
    claim = claim_of(ledger, "9 sailors")
    record_review(ledger, ReviewWish(claim.id, Decision.REJECT, WHO, WHY), TOOLS)
    assert verify(ledger).ok
