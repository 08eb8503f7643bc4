"""Each way in which a text makes a source speak gives the right chain; all sentences are invented."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.model.claim import Claim, Polarity

ClaimsOf = Callable[..., tuple[Claim, ...]]

CASES = [
    ("verb before", "The harbour ministry said that two barges had sunk.", "two barges had sunk", ["harbour ministry"]),
    ("verb behind", "Two barges had sunk, the harbour ministry said.", "Two barges had sunk", ["harbour ministry"]),
    ("inverted", "Two barges had sunk, said Ilsa Brandt.", "Two barges had sunk", ["Ilsa Brandt"]),
    ("inserted", "Losses on the barges, the ministry said, are higher.", "are higher", ["ministry"]),
    ("according to", "According to police, two men fled the depot.", "two men fled the depot", ["police"]),
    ("participle", "The mayor left early, saying the dam was safe.", "the dam was safe", ["mayor"]),
    (
        "told a medium",
        "Ilsa Brandt told the Ostwind Courier that the dam was safe.",
        "the dam was safe",
        ["Ostwind Courier", "Ilsa Brandt"],
    ),
    ("told an audience", "Ilsa Brandt told reporters that the dam was safe.", "the dam was safe", ["Ilsa Brandt"]),
    (
        "citing",
        "The Ostwind Courier reported, citing the harbour ministry, that two barges had sunk.",
        "two barges had sunk",
        ["Ostwind Courier", "harbour ministry"],
    ),
    (
        "quoted as saying",
        "The Ostwind Courier quoted Ilsa Brandt as saying that the dam was safe.",
        "the dam was safe",
        ["Ostwind Courier", "Ilsa Brandt"],
    ),
    (
        "nested",
        "The Ostwind Courier reported that the navy said two barges had sunk.",
        "two barges had sunk",
        ["Ostwind Courier", "navy"],
    ),
    ("hearsay adverb", "Two barges reportedly sank near the pier on Monday.", "sank near the pier", ["reports"]),
    (
        "hearsay passive",
        "It is believed that two barges sank near the pier.",
        "two barges sank near the pier",
        ["reports"],
    ),
    (
        "imagery with owner",
        "Footage published by the navy shows two burning barges.",
        "two burning barges",
        ["navy", "Footage"],
    ),
    (
        "authored text",
        "A report by the Brandt Institute says that the dam is unsafe.",
        "the dam is unsafe",
        ["Brandt Institute"],
    ),
    ("claim noun", "The navy's claim that the pier was mined is disputed.", "the pier was mined", ["navy"]),
    ("called for", "The mayor called for an inquiry into the sinking.", "an inquiry into the sinking", ["mayor"]),
    ("characterises", "The minister called the report a fabrication.", "a fabrication", ["minister"]),
    (
        "source interviewed",
        "Survivors interviewed by Radio Ostwind described masked men on the pier.",
        "masked men on the pier",
        ["Radio Ostwind", "Survivors"],
    ),
]


def _claim(claims: tuple[Claim, ...], words: str) -> Claim:
    return next(claim for claim in claims if words in claim.quote)


@pytest.mark.parametrize(("text", "words", "chain"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_chain_of_each_pattern(claims_of: ClaimsOf, text: str, words: str, chain: list[str]) -> None:
    """The chain names every hop, outermost first, and nothing else."""
    assert [link.name for link in _claim(claims_of(text), words).chain] == chain


@pytest.mark.parametrize(("text", "words"), [case[1:3] for case in CASES], ids=[case[0] for case in CASES])
def test_content_is_without_source_and_cue(claims_of: ClaimsOf, text: str, words: str) -> None:
    """Neither the last source nor its cue stands at an edge of the content."""
    claim = _claim(claims_of(text), words)
    link = claim.chain[-1]
    assert link.cue is None or not (claim.span.start == link.cue.start or claim.span.end == link.cue.end)


def test_own_voice_has_no_chain(claims_of: ClaimsOf) -> None:
    """A plain sentence is the document's own."""
    assert claims_of("Two barges sank near the pier on Monday.")[0].chain == ()


def test_publisher_is_never_a_link(claims_of: ClaimsOf) -> None:
    """A document that names itself as the source speaks in its own voice."""
    claims = claims_of("The Ostwind Courier found that two barges had sunk.", outlet="Ostwind Courier")
    assert all(link.name != "Ostwind Courier" for claim in claims for link in claim.chain)


def test_denial_is_polarity_of_the_cue(claims_of: ClaimsOf) -> None:
    """What a source denies is denied, and its words stay affirmed words."""
    claim = _claim(claims_of("The navy denied that two barges had sunk."), "two barges")
    assert (claim.polarity, claim.quote) == (Polarity.DENIED, "two barges had sunk")


def test_what_was_left_unsaid_is_own_voice(claims_of: ClaimsOf) -> None:
    """``did not say whether`` attributes nothing to the one who kept silent."""
    claims = claims_of("The navy did not say whether two barges had sunk.")
    assert all(claim.chain == () for claim in claims)


def test_own_earlier_report_is_no_link(claims_of: ClaimsOf) -> None:
    """``We also wrote that`` adds no hop."""
    claims = claims_of("We also wrote that two barges had sunk near the pier.")
    assert [claim.chain for claim in claims if "barges" in claim.quote] == [()]


def test_cited_ground_is_no_source(claims_of: ClaimsOf) -> None:
    """``citing health concerns`` names a ground and nobody who said it."""
    claims = claims_of("The mayor said he would resign, citing health concerns.")
    assert all(len(claim.chain) <= 1 for claim in claims)


def test_each_link_has_its_words(claims_of: ClaimsOf) -> None:
    """A link points at the words that name the source and at those that make it speak."""
    text = "Ilsa Brandt told the Ostwind Courier that the dam was safe."
    links = _claim(claims_of(text), "dam").chain
    assert [(link.span.of(text), link.cue.of(text)) for link in links if link.span and link.cue] == [
        ("the Ostwind Courier", "told"),
        ("Ilsa Brandt", "told"),
    ]
