"""The order of the links of a chain: who relays stands outside, what is cited stands inside."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from reportedly.claims.attribution import Attribution
from reportedly.claims.cast import Cast
from reportedly.claims.chains import Chains
from reportedly.claims.parse import Parse
from reportedly.model.claim import Claim, Polarity, SourceClass
from unit.claims.made import act, place, ruled

Read = Callable[..., Parse]
ClaimsOf = Callable[..., tuple[Claim, ...]]
TEXT = "The Ostwind Courier wrote that the navy said that the old pier was mined in spring."
THREE = (
    "The newspaper wrote that the institute had assessed that captured soldiers told interrogators "
    "their unit had lost half its men."
)
PIER = "the old pier was mined in spring"


@pytest.fixture(scope="module", name="nested")
def fixture_nested(parse: Read) -> tuple[Parse, list[Attribution]]:
    """A medium that tells what a navy says."""
    read = parse(TEXT)
    outer = ruled(read, "wrote", f"the navy said that {PIER}", source="Ostwind Courier")
    return read, [outer, ruled(read, "said", PIER, source="navy")]


def _names(read: Parse, attributions: Sequence[Attribution], words: str, outlet: str | None = None) -> list[str]:
    links, _, _ = Chains(Cast.of(read), attributions).chain(place(read.text, words), outlet)
    return [link.name for link in links]


def test_who_reaches_further_stands_outside(nested: tuple[Parse, list[Attribution]]) -> None:
    """The one whose content holds the other's saying is the outer link."""
    assert _names(*nested, PIER) == ["Ostwind Courier", "navy"]


def test_order_of_finding_does_not_matter(nested: tuple[Parse, list[Attribution]]) -> None:
    """The chain is the same whichever attribution was found first."""
    read, found = nested
    assert _names(read, found[::-1], PIER) == ["Ostwind Courier", "navy"]


def test_what_only_the_outer_one_says_has_one_link(nested: tuple[Parse, list[Attribution]]) -> None:
    """The saying itself is the medium's word alone."""
    assert _names(*nested, "the navy said") == ["Ostwind Courier"]


def test_what_nobody_says_has_no_link(nested: tuple[Parse, list[Attribution]]) -> None:
    """The document's own words have an empty chain."""
    assert _names(*nested, "The Ostwind Courier wrote") == []


def test_publisher_is_never_a_link(nested: tuple[Parse, list[Attribution]]) -> None:
    """A document that cites itself relays nothing."""
    assert _names(*nested, PIER, "Ostwind Courier") == ["navy"]


def test_every_cue_of_a_chain_is_kept_in_order(nested: tuple[Parse, list[Attribution]]) -> None:
    """The cues come as the links do, outermost first."""
    read, found = nested
    _, _, cues = Chains(Cast.of(read), found).chain(place(TEXT, PIER), None)
    assert [cue.of(TEXT) for cue in cues] == ["wrote", "said"]


def test_innermost_attribution_decides_the_polarity(parse: Read) -> None:
    """What is told of a denial is denied."""
    text = "The Ostwind Courier wrote that the navy denied that the old pier was mined."
    read = parse(text)
    outer = ruled(read, "wrote", "the navy denied that the old pier was mined", source="Ostwind Courier")
    inner = ruled(read, "denied", "the old pier was mined", source="navy", polarity=Polarity.DENIED)
    _, polarity, _ = Chains(Cast.of(read), [outer, inner]).chain(place(text, "the old pier was mined"), None)
    assert polarity is Polarity.DENIED


def test_medium_of_the_same_content_stands_outside(parse: Read) -> None:
    """Of two sources of one content the medium relays the other, wherever it is named."""
    text = "The pier was mined, the navy said, the Ostwind Courier reported."
    read = parse(text)
    first = ruled(read, "said", "The pier was mined", source="navy")
    second = ruled(read, "reported", "The pier was mined", source="Ostwind Courier")
    assert _names(read, [first, second], "The pier was mined") == ["Ostwind Courier", "navy"]


def test_cited_source_stands_inside(parse: Read) -> None:
    """Who is cited is nearer to the origin than who cites."""
    text = "The mayor said, citing the navy, that the pier was mined."
    read = parse(text)
    first = ruled(read, "said", "the pier was mined", source="mayor")
    cited = ruled(read, "citing", "the pier was mined", source="navy", rule="citing", inner=True)
    assert _names(read, [cited, first], "the pier was mined") == ["mayor", "navy"]


def test_cited_source_at_the_head_of_the_sentence_stands_inside(claims_of: ClaimsOf) -> None:
    """``Citing Y, X said``: Y is nearer to the origin though it is named first."""
    claim = claims_of("Citing two sailors, the mayor said that the captain had drowned.")[-1]
    assert [link.name for link in claim.chain] == ["mayor", "two sailors"]


def test_relay_is_kept_for_later_words_in_the_paragraph(claims_of: ClaimsOf) -> None:
    """Who told a station goes on telling it until the paragraph ends."""
    claims = claims_of("Ilsa Brandt told Radio Ostwind that the dam was safe. Brandt said that two gates were closed.")
    assert [link.name for link in claims[-1].chain] == ["Radio Ostwind", "Ilsa Brandt"]


def test_relay_is_not_kept_for_another_paragraph(claims_of: ClaimsOf) -> None:
    """A new paragraph may be about another talk."""
    claims = claims_of(
        "Ilsa Brandt told Radio Ostwind that the dam was safe.\n\nBrandt said that two gates were closed."
    )
    assert [link.name for link in claims[-1].chain] == ["Ilsa Brandt"]


def test_asking_twice_gives_the_same_chain(parse: Read) -> None:
    """A chain depends on the text alone, and not on what was asked for before."""
    text = "The mayor said that the gates were shut. The mayor told the Courier that the dam was safe."
    read = parse(text)
    first = ruled(read, "said", "the gates were shut", source="mayor")
    pair = (*ruled(read, "told", source="Courier").sources, *ruled(read, "told", source="mayor").sources)
    chains = Chains(Cast.of(read), [first, ruled(read, "told", "the dam was safe", sources=pair)])
    places = [place(text, "the gates were shut"), place(text, "the dam was safe"), place(text, "the gates were shut")]
    before, _, after = (chains.chain(one, None)[0] for one in places)
    assert before == after


def test_hearsay_inside_a_named_saying_is_no_link(parse: Read) -> None:
    """``The navy said the pier was reportedly mined``: the navy reports, nobody else need be sought."""
    text = "The navy said the pier was reportedly mined."
    read = parse(text)
    said = ruled(read, "said", "the pier was reportedly mined", source="navy")
    hearsay = ruled(read, "reportedly", "the pier was reportedly mined", fallback_name="reports")
    assert _names(read, [said, hearsay], "the pier was reportedly mined") == ["navy"]


def test_hearsay_alone_is_a_link(parse: Read) -> None:
    """Where nobody is named the link is called ``reports``."""
    text = "The pier was reportedly mined."
    read = parse(text)
    hearsay = ruled(read, "reportedly", "The pier was reportedly mined", fallback_name="reports")
    links = Chains(Cast.of(read), [hearsay]).links(hearsay)
    assert [(link.name, link.source_class) for link in links] == [("reports", SourceClass.REPORTS)]


def test_same_name_is_one_link(parse: Read) -> None:
    """Two cues of one source do not make it relay itself."""
    text = "The navy said that the navy found that the pier was mined."
    read = parse(text)
    outer = ruled(read, "said", "the navy found that the pier was mined", source="The navy")
    inner = ruled(read, "found", "the pier was mined", source="the navy")
    assert _names(read, [outer, inner], "the pier was mined") == ["navy"]


def test_link_tells_rule_score_and_places(parse: Read) -> None:
    """A link says who found it, how surely, and on which characters."""
    text = "The navy said that the pier was mined."
    read = parse(text)
    seen = act(text, "said", "the pier was mined", source="The navy")
    one = ruled(read, "said", "the pier was mined", source="navy", act=seen, score=0.8)
    link = Chains(Cast.of(read), [one]).links(one)[0]
    assert (link.rule, link.score, link.cue) == ("reporting verb + model", 0.8, place(text, "said"))


@pytest.mark.parametrize(
    ("text", "words", "chain"),
    [
        (
            THREE,
            "their unit had lost half its men",
            ["newspaper", "institute", "captured soldiers"],
        ),
        (
            "Ilsa Brandt told Radio Ostwind that the dam was safe, the Ostwind Courier reported.",
            "the dam was safe",
            ["Ostwind Courier", "Radio Ostwind", "Ilsa Brandt"],
        ),
        (
            "The agency said the ministry had confirmed that two barges sank.",
            "two barges sank",
            ["agency", "ministry"],
        ),
    ],
)
def test_chain_of_a_claim_runs_from_the_relay_to_the_origin(
    claims_of: ClaimsOf, text: str, words: str, chain: list[str]
) -> None:
    """A claim's chain names everybody through whom it came, the last of them its origin."""
    claim = next(one for one in claims_of(text) if words in one.quote)
    assert [link.name for link in claim.chain] == chain
