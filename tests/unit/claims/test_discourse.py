"""Attribution beyond one sentence: quotations, frames, summing up, carrying on."""

from __future__ import annotations

from collections.abc import Callable

from reportedly.model.claim import Claim

ClaimsOf = Callable[..., tuple[Claim, ...]]


def _origins(claims: tuple[Claim, ...]) -> list[str]:
    return [claim.origin.name if claim.origin else "" for claim in claims]


def test_quotation_over_sentences_belongs_to_one_speaker(claims_of: ClaimsOf) -> None:
    """All sentences between the marks are the speaker's who is named at the end."""
    claims = claims_of('"The dam is safe. The gates were closed on Monday," said Ilsa Brandt.')
    assert set(_origins(claims)) == {"Ilsa Brandt"}


def test_second_quotation_of_a_paragraph_goes_on(claims_of: ClaimsOf) -> None:
    """A quotation without a cue that follows in the paragraph belongs to the speaker before."""
    claims = claims_of('"The dam is safe," said Ilsa Brandt. "The gates were closed on Monday."')
    assert set(_origins(claims)) == {"Ilsa Brandt"}


def test_report_that_sums_up_reaches_back(claims_of: ClaimsOf) -> None:
    """``This is stated in a report by`` attributes the paragraph above."""
    text = "The dam has three cracks. The gates no longer close.\n\nThis is stated in a report by the Brandt Institute."
    assert _origins(claims_of(text)) == ["Brandt Institute", "Brandt Institute"]


def test_relay_that_turns_to_material_stays_the_outer_link(claims_of: ClaimsOf) -> None:
    """Analysts who refer to data are the outer link of what an agency says next."""
    text = "Analysts refer to public data. In particular, the navy reported that two barges had sunk."
    chain = [link.name for link in claims_of(text)[-1].chain]
    assert chain == ["Analysts", "navy"]


def test_consequence_carries_the_saying_on(claims_of: ClaimsOf) -> None:
    """``As a result of`` goes on with what the source was made to say before."""
    text = "The navy said two barges collided in fog. As a result of the collision, three sailors drowned."
    assert _origins(claims_of(text))[-1] == "navy"


def test_next_sentence_is_own_voice_by_default(claims_of: ClaimsOf) -> None:
    """A saying is not carried over a sentence that does not lean on it."""
    text = "The navy said two barges collided in fog. The harbour was built in 1911."
    assert _origins(claims_of(text))[-1] == ""


def test_questions_and_headings_are_no_claims(claims_of: ClaimsOf) -> None:
    """What asks and what only heads a text asserts nothing."""
    text = "Barges lost at Ostwind\n\nWho closed the gates? Two barges sank near the pier on Monday."
    assert [claim.quote for claim in claims_of(text)] == ["Two barges sank near the pier on Monday"]


def test_dateline_is_no_part_of_the_sentence(claims_of: ClaimsOf) -> None:
    """Place, day and agency before the dash are not in the content."""
    claims = claims_of("OSTWIND, March 3 (CW) - Two barges sank near the pier.")
    assert claims[0].quote == "Two barges sank near the pier"
