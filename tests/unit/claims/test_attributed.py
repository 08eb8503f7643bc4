"""Who is made to say what, as it is handed out: source, cue and content as words, nested; all sentences invented."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from reportedly.claims.extractor import Extractor
from reportedly.model.attributed import Attributed, Sort, Stance
from reportedly.model.claim import Claim, SourceClass
from reportedly.model.document import Document
from reportedly.model.span import Span

Read = Callable[[str], tuple[Attributed, ...]]
ClaimsOf = Callable[..., tuple[Claim, ...]]
THREE = (
    "The newspaper wrote that the institute had assessed that captured soldiers told interrogators "
    "their unit had lost half its men."
)


@pytest.fixture(scope="module", name="read")
def fixture_read(extractor: Extractor) -> Read:
    """Give the attributions of a text."""

    def read(text: str) -> tuple[Attributed, ...]:
        return extractor.attributions(Document("doc-test", "test", text))

    return read


def _words(text: str, spans: Sequence[Span]) -> str:
    return " ... ".join(span.of(text) for span in spans)


def _one(found: Sequence[Attributed]) -> Attributed:
    assert len(found) == 1
    return found[0]


def test_three_sources_are_told_apart(read: Read) -> None:
    """A paper, an institute and soldiers each have an attribution of their own."""
    assert [one.name for one in read(THREE)] == ["newspaper", "institute", "captured soldiers"]


def test_each_of_three_stands_in_the_one_before(read: Read) -> None:
    """The tree goes as the text goes: the paper tells of the institute, the institute of the soldiers."""
    found = read(THREE)
    assert [one.parent for one in found] == [None, found[0].id, found[1].id]


def test_innermost_content_is_what_the_soldiers_told(read: Read) -> None:
    """The last content of a nest holds no cue any more."""
    assert _words(THREE, read(THREE)[2].content) == "their unit had lost half its men"


def test_told_a_medium_sets_a_via(read: Read) -> None:
    """Who told a paper said it through that paper."""
    one = _one(read("Ilsa Brandt told the Ostwind Courier that the dam was safe."))
    assert (one.name, one.via) == ("Ilsa Brandt", ("Ostwind Courier",))


def test_told_an_audience_sets_no_via(read: Read) -> None:
    """Listeners pass nothing on."""
    assert _one(read("Ilsa Brandt told reporters that the dam was safe.")).via == ()


@pytest.mark.parametrize(
    "text",
    [
        "The Ostwind Courier reported, citing the harbour ministry, that two barges had sunk.",
        "Two barges had sunk, the Ostwind Courier reported, citing the harbour ministry.",
    ],
)
def test_cited_source_stands_inside_the_one_that_cites(read: Read, text: str) -> None:
    """Whom a medium cites is a source of its own, under the medium."""
    outer, inner = read(text)
    assert (outer.name, inner.name, inner.parent) == ("Ostwind Courier", "harbour ministry", outer.id)


def test_cited_source_that_no_rule_sees_stands_inside(read: Read) -> None:
    """``citing`` means the same whoever finds it."""
    outer, inner = read("The Ostwind Courier wrote, citing two sailors, that the captain had drowned.")
    assert (inner.name, inner.parent) == ("two sailors", outer.id)


def test_affirmed_is_the_rule(read: Read) -> None:
    """A plain saying affirms its content."""
    assert _one(read("The ministry said that two barges had sunk.")).stance is Stance.AFFIRMED


@pytest.mark.parametrize(
    "text", ["The ministry denied that two barges had sunk.", "The navy denied losing two barges."]
)
def test_denial_is_a_stance(read: Read, text: str) -> None:
    """Who denies is made to say the contrary."""
    assert _one(read(text)).stance is Stance.DENIED


@pytest.mark.parametrize(
    "cue",
    [
        "could not confirm that",
        "could not verify that",
        "would not comment on whether",
        "declined to say whether",
    ],
)
def test_withholding_is_a_stance(read: Read, cue: str) -> None:
    """Who leaves it open neither affirms nor denies."""
    assert _one(read(f"The ministry {cue} two barges had sunk.")).stance is Stance.WITHHELD


def test_not_to_deny_is_no_denial(read: Read) -> None:
    """Who does not deny is not made to say the contrary."""
    assert _one(read("The navy did not deny that two barges had sunk.")).stance is not Stance.DENIED


def test_negation_in_the_content_is_no_stance(read: Read) -> None:
    """To say that nothing happened is to affirm that nothing happened."""
    assert _one(read("The ministry said that no barge had sunk.")).stance is Stance.AFFIRMED


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("The mayor is likely to say that the dam is safe.", ("likely",)),
        ("The institute suggested that two barges had sunk.", ("suggested",)),
    ],
)
def test_hedge_in_the_cue_is_kept(read: Read, text: str, hedges: tuple[str, ...]) -> None:
    """How surely it is said belongs to the attribution."""
    hedge = _one(read(text)).hedge
    assert hedge is not None
    assert hedge.words == hedges


@pytest.mark.parametrize("content", ["two barges had probably sunk", "the dam may break", "it is likely to rain"])
def test_hedge_in_the_content_stays_there(read: Read, content: str) -> None:
    """How surely the content is put is none of the attribution's hedge."""
    one = _one(read(f"The institute said that {content}."))
    assert (one.hedge, _words(f"The institute said that {content}.", one.content)) == (None, f"that {content}")


def test_inability_is_no_hedge(read: Read) -> None:
    """``could not confirm`` says what somebody was unable to do, not how likely the content is."""
    assert _one(read("Police could not confirm that two barges had sunk.")).hedge is None


@pytest.mark.parametrize("tail", ["say officials", "officials say"])
def test_headline_names_its_source_behind_the_comma(read: Read, tail: str) -> None:
    """A headline without a stop is read like a sentence."""
    text = f"Two barges sink near Ostwind pier, {tail}"
    one = _one(read(text))
    assert (one.name, _words(text, one.content)) == ("officials", "Two barges sink near Ostwind pier")


@pytest.mark.parametrize("adverb", ["reportedly", "allegedly"])
def test_hearsay_adverb_has_no_source(read: Read, adverb: str) -> None:
    """``reportedly`` attributes to nobody by name."""
    text = f"Two barges {adverb} sank near the pier on Monday."
    one = _one(read(text))
    assert (one.source, one.name, one.source_class, _words(text, one.cue)) == (
        (),
        "reports",
        SourceClass.REPORTS,
        adverb,
    )


def test_hearsay_passive_leaves_the_cue_out_of_the_content(read: Read) -> None:
    """``The navy is believed to have lost``: what is believed stands on both sides of the cue."""
    text = "The navy is believed to have lost two barges."
    one = _one(read(text))
    first, last = _words(text, one.content).split(" ... ")
    assert (one.source, first, last.removeprefix("to ")) == ((), "The navy", "have lost two barges")


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The harbour ministry said two barges had sunk.", "two barges had sunk"),
        ("Two barges had sunk, the harbour ministry said.", "Two barges had sunk"),
        ("Two barges had sunk, said the harbour ministry.", "Two barges had sunk"),
        ("Two barges had sunk, according to the harbour ministry.", "Two barges had sunk"),
        ("Two barges, the harbour ministry says, have sunk off Ostwind.", "Two barges ... have sunk off Ostwind"),
        ("The pier, according to the harbour ministry, was mined in March.", "The pier ... was mined in March"),
    ],
)
def test_source_is_found_before_inside_and_behind(read: Read, text: str, content: str) -> None:
    """Wherever source and cue stand, the content is what is left."""
    one = _one(read(text))
    assert (_words(text, one.source).lower(), _words(text, one.content)) == ("the harbour ministry", content)


def test_day_behind_an_inserted_cue_changes_no_source(read: Read) -> None:
    """``X, the ministry said on Monday, was closed``: the ministry speaks, not X."""
    found = read("The old dam, the harbour ministry said on Monday, was closed in March.")
    assert [one.name for one in found] == ["harbour ministry"]


def test_quotation_in_two_parts_is_one_attribution(read: Read) -> None:
    """A quotation that its speaker interrupts has one content with two parts."""
    text = '"The dam," said Ilsa Brandt, "is safe and the gates are closed."'
    assert [span.of(text) for span in _one(read(text)).content] == ["The dam", "is safe and the gates are closed"]


def test_several_cues_of_one_source_are_several_attributions(read: Read) -> None:
    """Each act of saying counts, and each has the same name."""
    found = read("The mayor said that the dam was safe. The mayor added that the gates were closed.")
    assert [one.name for one in found] == ["mayor", "mayor"]


def test_second_verb_shares_the_source(read: Read) -> None:
    """``said ... and added``: the subject is named once and speaks twice."""
    text = "The minister said the dam was safe and added that the gates were closed."
    found = read(text)
    assert [(one.name, _words(text, one.cue)) for one in found] == [("minister", "said"), ("minister", "added")]


def test_third_verb_shares_the_source(read: Read) -> None:
    """A list of three verbs has one speaker."""
    found = read(
        "The ministry said two barges had sunk, added that nobody had drowned and warned that a storm was near."
    )
    assert [one.name for one in found] == ["ministry"] * 3


def test_pronoun_has_the_full_name(read: Read) -> None:
    """The words stay those of the place, the name is the fullest of the document."""
    text = "Ilsa Brandt arrived on Monday. She said that the dam was safe."
    one = _one(read(text))
    assert (_words(text, one.source), one.name) == ("She", "Ilsa Brandt")


def test_own_voice_has_no_attribution(read: Read) -> None:
    """A report that names no source makes nobody say anything."""
    assert read("The harbour was built in 1911. It has two piers and a lighthouse.") == ()


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("The ministry said that two barges had sunk.", Sort.SAY),
        ("Satellite images show that the pier was destroyed.", Sort.SHOW),
        ("The navy believes that the barges were sunk by mines.", Sort.THINK),
        ("The mayor plans to rebuild the pier next year.", Sort.INTEND),
    ],
)
def test_sort_is_what_the_source_does(read: Read, text: str, sort: Sort) -> None:
    """To say, to show, to think and to intend are four things."""
    assert _one(read(text)).sort is sort


def test_plan_is_no_statement(read: Read) -> None:
    """What somebody plans is neither true nor false."""
    assert not _one(read("The mayor plans to rebuild the pier next year.")).statement


def test_saying_is_a_statement(read: Read) -> None:
    """What somebody says happened can be true or false."""
    assert _one(read("The ministry said that two barges had sunk.")).statement


def test_what_is_withheld_makes_no_link(claims_of: ClaimsOf) -> None:
    """Nobody is the origin of what he could not confirm."""
    claims = claims_of("Police could not confirm that two barges had sunk.")
    assert all(claim.origin is None for claim in claims)


def test_both_finders_are_named(read: Read) -> None:
    """A plain saying is found by a rule and by the model."""
    one = _one(read("The ministry said that two barges had sunk."))
    assert (one.rule, one.flagged) == ("reporting verb + model", False)


def test_rules_stand_alone_without_networks(extractor: Extractor) -> None:
    """An extractor without networks reads by rules, and nothing is put down to a model."""
    alone = replace(extractor, network=None)
    found = alone.attributions(Document("doc-test", "test", "The ministry denied that two barges had sunk."))
    assert [(one.name, one.stance, one.rule) for one in found] == [("ministry", Stance.DENIED, "reporting verb")]


def test_ids_are_derived_from_the_document(extractor: Extractor) -> None:
    """The same words in another document are another attribution."""
    first, second = (extractor.attributions(Document(name, name, THREE)) for name in ("doc-a", "doc-b"))
    assert {one.id for one in first}.isdisjoint(one.id for one in second)
    assert all(one.id.startswith("att-") and one.document_id == "doc-a" for one in first)


@pytest.mark.parametrize(
    "text",
    [
        THREE,
        pytest.param(
            "Radio Ostwind quoted Ilsa Brandt as saying that the dam was safe.",
        ),
    ],
)
def test_no_two_attributions_have_one_id(read: Read, text: str) -> None:
    """An id names one attribution, or a parent could not be told."""
    ids = [one.id for one in read(text)]
    assert len(set(ids)) == len(ids)


def test_nothing_is_content_and_carried_on(read: Read) -> None:
    """What the cue introduces is not carried on from it."""
    one = _one(read('"The dam is safe," said Ilsa Brandt.'))
    assert not any(place.overlaps(content) for place in one.carried for content in one.content)


def test_nobody_speaks_through_himself(read: Read) -> None:
    """A source is not its own medium."""
    assert all(one.name not in one.via for one in read("Dam unsafe, says Brandt Institute"))
