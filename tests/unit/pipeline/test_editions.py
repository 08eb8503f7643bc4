"""Editions: sentences held against what their claims support now, saved without loss, published only when all hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edition_samples import OTHER, TOOLS, WHO, Begun, begun, typed
from reportedly.ledger.store import Ledger
from reportedly.ledger.verify import verify
from reportedly.model.edition import BlockKind, Edition, EditionStatus, SentenceCheck, Standing
from reportedly.model.entry import EntryKind
from reportedly.model.errors import NotFound, SettingsError
from reportedly.model.review import Decision
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.editions import (
    Beginning,
    EditionMoved,
    Saving,
    begin,
    editions,
    publish_edition,
    restored,
    versions_of,
)
from reportedly.pipeline.workbench.editions_edit import Words, added, moved, remarked, without
from reportedly.pipeline.workbench.reviewing import ReviewWish, record_review, undo_review


@pytest.fixture
def desk(tmp_path: Path) -> Begun:
    """A ledger of three reports with an edition on its events."""
    return begun(tmp_path)


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    """The same for tests that change nothing."""
    return begun(tmp_path_factory.mktemp("still"))


def check(desk: Begun, words: str, text: str) -> SentenceCheck:
    """Return how a sentence stands when somebody types other words for it."""
    return desk.ground().check(typed(desk.sentence(words), text))


def codes(found: SentenceCheck) -> set[str]:
    """Return the codes of what takes a sentence its support."""
    return {one.code for one in found.faults}


def fallen(desk: Begun) -> set[str]:
    """Return the texts of the sentences that have no support now."""
    checks = desk.checks()
    return {one.text for one in desk.edition().blocks if one.id in checks and checks[one.id].standing is Standing.FALLS}


def reject(desk: Begun, claim_id: str) -> str:
    """Have a person reject a claim; return the decision's id."""
    return record_review(desk.ledger, ReviewWish(claim_id, Decision.REJECT, OTHER, "misread"), TOOLS).id


def own(desk: Begun, text: str, claim_ids: tuple[str, ...]) -> Edition:
    """Add a sentence of one's own at the end."""
    return desk.save(lambda _, edition: added(edition, Words(text, claim_ids), "", WHO, "needed"), None)


def test_an_edition_begins_with_sentences_that_hold(still: Begun) -> None:
    """Everything that the assessment says has its support."""
    assert {one.standing for one in still.checks().values()} == {Standing.HOLDS}


def test_a_sentence_that_holds_says_why(still: Begun) -> None:
    """Green comes with its grounds."""
    assert all(one.grounds for one in still.checks().values())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Harbour Office says that 13 sailors were killed.", "figure"),
        ("The Harbour Office says that 77 sailors were killed.", "E506"),
        ("The Harbour Office says that 2 sailors were killed.", "figure"),
        ("The Coast Bureau says that 12 sailors were killed.", "name"),
        ("The Harbour Office says that “12 soldiers were killed”.", "quotation"),
        ("It is likely (55-80 %) that 12 sailors were killed.", "E504"),
        ("Two independent sources say that 12 sailors were killed.", "E507"),
        ("That 12 sailors were killed is confirmed.", "origins"),
        ("Confidence in the claim is high.", "confidence"),
        ("It is graded A1.", "grade"),
        (" ", "empty"),
    ],
)
def test_what_its_claims_do_not_bear_out_takes_a_sentence_its_support(still: Begun, text: str, code: str) -> None:
    """Numbers, names, quotations, likelihoods, confidence, grades and counts of origins are held against the claims."""
    found = check(still, "says that 12", text)
    assert found.standing is Standing.FALLS
    assert code in codes(found)


@pytest.mark.parametrize(
    "text",
    [
        "12 sailors were killed, the Harbour Office says.",
        "The Harbour Office said: “12 sailors were killed near Port Tallow”.",
        "Confidence in the claim is low.",
        "That 12 sailors were killed is not confirmed.",
    ],
)
def test_other_words_for_the_same_hold(still: Begun, text: str) -> None:
    """A person may word a sentence as they like as long as it says what its claims say."""
    assert codes(check(still, "says that 12", text)) == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Harbour Office says that perhaps 12 sailors were killed.", "E505"),
        ("The Harbour Office says that at least 12 sailors were killed.", "differs-bound"),
        ("The Harbour Office says that 12 sailors were wounded.", "differs-measure"),
        ("The Harbour Office does not say that 12 sailors were killed.", "differs-negation"),
        ("The Harbour Office says that 12 sailors were killed", "stop"),
    ],
)
def test_what_is_not_false_and_yet_not_the_same_asks_for_a_look(still: Begun, text: str, code: str) -> None:
    """Wording off the rules, and meaning other than the finding's, is remarked."""
    found = check(still, "says that 12", text)
    assert found.standing is Standing.LOOK
    assert code in {one.code for one in found.remarks}


def test_a_sentence_of_ones_own_rests_on_nothing_until_claims_are_chosen(desk: Begun) -> None:
    """Without claims it has no support, with them it has."""
    own(desk, "The Harbour Office counts 12 sailors.", ())
    block = desk.sentence("counts 12")
    assert codes(desk.checks()[block.id]) == {"no-claim"}
    desk.word(block, block.text, desk.sentence("says that 12").claim_ids)
    assert desk.checks()[block.id].standing is Standing.HOLDS


def test_the_fall_of_one_claim_takes_the_support_of_what_rests_on_it_alone(desk: Begun) -> None:
    """Sentences on other claims and other figures stay as they are."""
    (nine,) = desk.sentence("not the only figure").claim_ids
    twelve = desk.sentence("says that 12")
    resting = {one.text for one in desk.edition().blocks if nine in one.claim_ids}
    reject(desk, nine)
    red = fallen(desk)
    assert resting <= red
    assert twelve.text not in red


def test_a_rejected_claim_is_named_with_who_rejected_it_and_why(desk: Begun) -> None:
    """The reason says whose decision took the support away."""
    block = desk.sentence("not the only figure")
    reject(desk, block.claim_ids[0])
    told = [one.text for one in desk.checks()[block.id].faults if one.code == "claim-gone"]
    assert "9 sailors were killed near Port Tallow" in told[0]
    assert f"{OTHER}, " in told[0]
    assert told[0].endswith("misread)")


def test_taking_the_decision_back_gives_the_support_back(desk: Begun) -> None:
    """Nothing was changed in the edition meanwhile."""
    before = desk.edition()
    decision = reject(desk, desk.sentence("not the only figure").claim_ids[0])
    assert fallen(desk)
    undo_review(desk.ledger, decision, OTHER, "was right", TOOLS)
    assert fallen(desk) == set()
    assert desk.edition() == before


def test_naming_the_claim_that_is_left_restores_the_support(desk: Begun) -> None:
    """A sentence on two pages falls with one, and holds again on the other."""
    first, second = desk.sentence("says that 12").claim_ids
    own(desk, "The Harbour Office counts 12 sailors.", (first, second))
    reject(desk, first)
    block = desk.sentence("counts 12")
    assert desk.checks()[block.id].standing is Standing.FALLS
    desk.word(block, block.text, (second,))
    assert desk.checks()[block.id].standing is Standing.HOLDS


def test_the_present_wording_is_offered_and_nothing_is_changed(desk: Begun) -> None:
    """A sentence whose finding reads otherwise now keeps its words until a person takes the others."""
    block = desk.sentence("on two pages")
    reject(desk, block.claim_ids[0])
    found = desk.checks()[block.id]
    assert found.standing is Standing.FALLS
    assert desk.sentence("on two pages") == block


def test_two_people_do_not_overwrite_each_other(desk: Begun) -> None:
    """The second save of one sentence is refused, whoever makes it."""
    block, seen = desk.sentence("says that 12"), desk.edition().version
    desk.word(block, "12 sailors were killed, the Harbour Office says.", who=OTHER, seen=seen)
    with pytest.raises(EditionMoved) as refused:
        desk.word(block, "The Harbour Office counts 12 sailors.", seen=seen)
    assert refused.value.code == "E275"
    assert desk.sentence("the Harbour Office says.").author == OTHER


def test_changes_to_different_sentences_both_stay(desk: Begun) -> None:
    """Two people may work on one edition at once."""
    first, second, seen = desk.sentence("says that 12"), desk.sentence("two pages"), desk.edition().version
    desk.word(first, "12 sailors were killed, the Harbour Office says.", who=OTHER, seen=seen)
    desk.word(second, "It stands on two pages.", seen=seen)
    texts = {one.text for one in desk.edition().blocks}
    assert {"12 sailors were killed, the Harbour Office says.", "It stands on two pages."} <= texts


def test_every_save_is_kept_with_who_and_why(desk: Begun) -> None:
    """The history is the ledger's own."""
    desk.word(desk.sentence("says that 12"), "12 sailors were killed, the Harbour Office says.", who=OTHER)
    with Bench.open(desk.ledger, TOOLS) as bench:
        told = [(one.number, one.author, one.reason) for one in versions_of(bench, desk.edition_id)]
    assert told == [(2, OTHER, "a test"), (1, WHO, "begun: all of them")]
    assert verify(desk.ledger).mends_by_rebuilding is False


def test_a_version_can_be_brought_back(desk: Begun) -> None:
    """Undo is a save of its own."""
    before = desk.edition()
    desk.save(lambda _, edition: without(edition, edition.blocks[1].id))
    after = desk.save(restored(1))
    assert [one.text for one in after.blocks] == [one.text for one in before.blocks]
    assert after.version == 3


def test_an_unknown_version_cannot_be_brought_back(desk: Begun) -> None:
    """E277."""
    with pytest.raises(NotFound, match="E277"):
        desk.save(restored(9))


@given(by=st.integers(-20, 20), place=st.integers(0, 7))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_moving_changes_the_order_alone(still: Begun, by: int, place: int) -> None:
    """Every block is still there once, and the moved one as far as there is room."""
    edition = still.edition()
    block = edition.blocks[place]
    after = moved(edition, block.id, by).blocks
    assert sorted(after, key=lambda one: one.id) == sorted(edition.blocks, key=lambda one: one.id)
    assert after.index(block) == min(max(place + by, 0), len(after) - 1)


def test_a_remark_is_kept_and_is_no_change_of_the_words(desk: Begun) -> None:
    """Colleagues may note something on a published edition, too."""
    publish_edition(desk.ledger, TOOLS, desk.edition_id, Saving(WHO, "ready", 1))
    block = desk.sentence("says that 12")
    desk.save(lambda _, edition: remarked(edition, block.id, OTHER, "Ask them again."), None)
    edition = desk.edition()
    assert [(one.author, one.text) for one in desk.sentence("says that 12").remarks] == [(OTHER, "Ask them again.")]
    assert edition.status is EditionStatus.PUBLISHED


def test_published_editions_are_recorded_as_assessments(desk: Begun) -> None:
    """What is published stands in the ledger with its sentences, and the edition says so."""
    made = publish_edition(desk.ledger, TOOLS, desk.edition_id, Saving(WHO, "ready", 1))
    with Ledger.open(desk.ledger) as book:
        assert book.get(EntryKind.ASSESSMENT, made.assessment_id) is not None
        assert book.count(EntryKind.PREDICTION) > 0
    assert made.status is EditionStatus.PUBLISHED


def test_an_edition_with_a_fallen_sentence_is_not_published(desk: Begun) -> None:
    """E276 names them, and nothing is recorded."""
    desk.word(desk.sentence("says that 12"), "The Harbour Office says that 13 sailors were killed.")
    with pytest.raises(SettingsError, match="13 sailors") as refused:
        publish_edition(desk.ledger, TOOLS, desk.edition_id, Saving(WHO, "ready", 2))
    assert refused.value.code == "E276"
    with Ledger.open(desk.ledger) as book:
        assert book.count(EntryKind.ASSESSMENT) == 0


def test_a_change_after_publication_makes_a_draft_of_it(desk: Begun) -> None:
    """What readers have is no longer what is here."""
    publish_edition(desk.ledger, TOOLS, desk.edition_id, Saving(WHO, "ready", 1))
    made = desk.word(desk.sentence("says that 12"), "12 sailors were killed, the Harbour Office says.")
    assert made.status is EditionStatus.DRAFT


def test_saving_leaves_the_tables_of_stories_valid(desk: Begun) -> None:
    """An edition concerns nothing that is drawn from claims."""
    desk.word(desk.sentence("says that 12"), "12 sailors were killed, the Harbour Office says.")
    publish_edition(desk.ledger, TOOLS, desk.edition_id, Saving(WHO, "ready", 2))
    with Ledger.open(desk.ledger) as book:
        top = book.top()
        with book.stories_now() as index:
            state = index.state()
    assert state is not None
    assert state.number == top


def test_an_edition_can_be_as_known_on_a_day(tmp_path: Path) -> None:
    """What was published later does not stand in it."""
    desk = begun(tmp_path)
    with Bench.open(desk.ledger, TOOLS) as bench:
        events = bench.book.subjects(EntryKind.EVENT)
    wish = Beginning("Then", events, "all of them", as_of=date(2024, 12, 15))
    then = Begun(desk.ledger, begin(desk.ledger, TOOLS, wish, WHO).id)
    assert not any("Lighthouse" in one.text for one in then.edition().blocks)
    assert {one.standing for one in then.checks().values()} == {Standing.HOLDS}


def test_a_claim_of_a_later_day_does_not_count_on_an_earlier_one(tmp_path: Path) -> None:
    """Choosing it takes the sentence its support."""
    desk = begun(tmp_path)
    late = desk.sentence("not the only figure").claim_ids
    with Bench.open(desk.ledger, TOOLS) as bench:
        events = bench.book.subjects(EntryKind.EVENT)
    wish = Beginning("Then", events, "all of them", as_of=date(2024, 12, 15))
    then = Begun(desk.ledger, begin(desk.ledger, TOOLS, wish, WHO).id)
    own(then, "Lighthouse Guild says that 9 sailors were killed.", late)
    assert "too-late" in codes(then.checks()[then.sentence("Lighthouse").id])


@pytest.mark.parametrize("events", [(), ("evt-" + "0" * 24,), tuple(f"evt-{n:024x}" for n in range(51))])
def test_an_edition_needs_events(desk: Begun, events: tuple[str, ...]) -> None:
    """E279 for none, for too many, and for unknown ones."""
    with pytest.raises(SettingsError, match="E279"):
        begin(desk.ledger, TOOLS, Beginning("x", events, "x"), WHO)


def test_the_machine_begins_no_edition(desk: Begun) -> None:
    """E208: an edition is a person's."""
    with pytest.raises(SettingsError, match="E208"):
        begin(desk.ledger, TOOLS, Beginning("x", ("evt-1",), "x"), "machine")


@pytest.mark.parametrize("text", ["", " \n ", "x" * 4001])
def test_a_block_says_something_and_not_too_much(desk: Begun, text: str) -> None:
    """E278."""
    with pytest.raises(SettingsError, match="E278"):
        own(desk, text, ())


def test_the_list_has_the_edition_saved_last_first(desk: Begun) -> None:
    """With who saved it."""
    with Bench.open(desk.ledger, TOOLS) as bench:
        events = bench.book.subjects(EntryKind.EVENT)
    begin(desk.ledger, TOOLS, Beginning("Second", events, "all"), OTHER)
    with Bench.open(desk.ledger, TOOLS) as bench:
        told = [(edition.title, last.author) for edition, last in editions(bench)]
    assert told == [("Second", OTHER), ("Losses at Port Tallow", WHO)]


def test_headings_need_no_support(still: Begun) -> None:
    """Only sentences are held against claims."""
    headings = {one.id for one in still.edition().blocks if one.kind is BlockKind.HEADING}
    assert headings
    assert not headings & still.checks().keys()
