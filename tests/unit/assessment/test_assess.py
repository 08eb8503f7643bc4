"""The assessment of the invented story, sentence by sentence."""

from __future__ import annotations

import random

import pytest

import story
from reportedly.assessment.assess import assess
from reportedly.model.assessment import Assessment, Finding, Section
from reportedly.model.codec import to_json
from reportedly.model.event import Grouping
from story_pages import AGENCY_NAME


def texts(section: Section) -> list[str]:
    """Return the sentences of one section of the story's assessment."""
    return [one.text for one in story.assessment().findings if one.section is section]


@pytest.mark.parametrize(
    ("section", "text"),
    [
        (
            Section.KEY_JUDGEMENTS,
            "The {short} says that about 200 Sudrian and Ostian troops were lost as of 14 December 2024.",
        ),
        (
            Section.KEY_JUDGEMENTS,
            ("It stands on eight pages: seven go back to that one word, and one does not say where it comes from."),
        ),
        (
            Section.KEY_JUDGEMENTS,
            ("That source belongs to one side, Norland, and the Ministry of Defence of Sudria denies it."),
        ),
        (
            Section.KEY_JUDGEMENTS,
            "On the way, four of the eight pages changed it, most often from “lost” to “killed”.",
        ),
        (
            Section.KEY_JUDGEMENTS,
            "The figure is of all who were lost, in whatever way; it is not a number of the dead.",
        ),
        (
            Section.KEY_JUDGEMENTS,
            "Confidence in the claim is low, since its one source has an interest in how this is told.",
        ),
        (Section.KEY_JUDGEMENTS, "It is likely (55-80 %) that three passengers were wounded."),
        (Section.CLAIMED, "Harbour Wire has it from the Institute for Frontier Studies."),
        (
            Section.CORROBORATED,
            "Lakeland Police and St Brannoc Hospital both affirm it, neither relaying the other.",
        ),
        (
            Section.ONE_ORIGIN,
            "If {agency} is wrong, nothing on these eight pages is left to support it.",
        ),
        (Section.ONE_ORIGIN, "Daily Brief does not say whose word it is, so it counts as no confirmation."),
        (
            Section.ONE_SIDE,
            "The {short} speaks for one side, Norland, which has an interest in how this is told.",
        ),
        (
            Section.CHANGED,
            "City Gazette speaks of “Ostian soldiers” where {agency} spoke of “Sudrian and Ostian troops”.",
        ),
        (
            Section.CONTESTED,
            (
                "According to the Morning Ledger, the Ministry of Defence of Sudria denied this: “its units had"
                " suffered losses of that kind”."
            ),
        ),
        (
            Section.CONTESTED,
            (
                "With “the losses were even higher than in the video”, the Norland Information Centre sets it above"
                " “at least two dozen dead Ostian soldiers” but gives no figure."
            ),
        ),
        (
            Section.FIGURES,
            (
                "By UCDP low/best/high over origins, the number of Ostian soldiers killed is at least 24 (no"
                " source gives an upper bound), all of it on the word of the Norland Army."
            ),
        ),
        (Section.FIGURES, "Lost and killed are different measures, so these figures are never added up."),
        (
            Section.CAUSES,
            (
                "The {short} gives as the cause “probably because of the language barrier”, hedged with “probably”"
                " (55-80 %)."
            ),
        ),
        (
            Section.WOULD_CHANGE,
            (
                "The assessment would change with a source that does not belong to Norland, a figure from the other"
                " party, proof of where and when the footage was taken, or a list of names."
            ),
        ),
    ],
)
def test_the_story_is_told_in_plain_sentences(section: Section, text: str) -> None:
    """Each section says what the evidence bears, and no more."""
    assert text.format(agency=f"the {AGENCY_NAME}", short=AGENCY_NAME) in texts(section)


def test_pages_that_made_the_same_change_share_a_sentence() -> None:
    """Three pages that turned lost into killed are told once."""
    assert any(
        text.startswith("The Morning Ledger, Quick Live and City Gazette write “killed”")
        for text in texts(Section.CHANGED)
    )


def test_every_finding_cites_a_claim() -> None:
    """No sentence stands without a claim."""
    assert all(finding.claim_ids for finding in story.assessment().findings)


def test_key_judgements_come_first() -> None:
    """All key judgements stand before any other finding."""
    keys = [finding.section is Section.KEY_JUDGEMENTS for finding in story.assessment().findings]
    assert keys == sorted(keys, reverse=True)


def test_findings_of_one_event_follow_the_order_of_sections() -> None:
    """Within an event the sections come in their fixed order."""
    order = list(Section)
    for event in story.grouping().events:
        rest = [one.section for one in story.assessment().findings if one.event_id == event.id]
        assert rest == sorted(rest, key=order.index)


def shuffled(seed: int) -> Assessment:
    """Assess the story with everything given in another order."""
    dice = random.Random(seed)

    def mixed(items: tuple) -> list:  # type: ignore[type-arg]  # any of the story's tuples
        return dice.sample(items, len(items))

    found = story.grouping()
    grouping = Grouping(tuple(mixed(found.events)), tuple(mixed(found.testimonies)), ())
    return assess(
        grouping,
        mixed(story.evidence()),
        mixed(story.claims()),
        mixed(story.documents()),
        story.yardstick(),
        "UCDP low/best/high over origins",
        None,
        "Losses in Tarn",
    )


@pytest.mark.parametrize("seed", range(20))
def test_order_does_not_matter(seed: int) -> None:
    """The same evidence in any order gives the same bytes."""
    assert to_json(shuffled(seed)) == to_json(story.assessment())


def test_nothing_gives_an_empty_assessment() -> None:
    """No documents give no findings and no error."""
    empty = assess(Grouping((), (), ()), (), (), (), story.yardstick(), "policy", None, "Nothing")
    assert (empty.findings, empty.document_ids) == ((), ())


def test_documents_stand_in_order_of_publication() -> None:
    """The list of documents runs by day."""
    days = {document.id: document.day for document in story.documents()}
    read = [days[one] for one in story.assessment().document_ids]
    assert read == sorted(read, key=str)


def test_the_leads_are_the_first_sentences_on_each_event() -> None:
    """What the list of events prints is what the whole assessment says first of each."""
    whole, first = story.assessment(), dict[str, Finding]()
    for one in whole.findings:
        if one.event_id is not None:
            first.setdefault(one.event_id, one)
    given = story.grouping(), story.evidence(), story.claims(), story.documents(), story.yardstick()
    leads = assess(*given, whole.policy, None, "Losses in Tarn", leads=True).findings
    assert {one.event_id: one.text for one in leads} == {event: one.text for event, one in first.items()}
