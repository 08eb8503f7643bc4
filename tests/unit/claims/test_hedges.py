"""Probability words give the intervals of the codebook's table."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.model.claim import Claim

Fill = Callable[..., tuple[Claim, ...]]

TABLE = [
    ("The dam will almost certainly fail.", 0.95, 0.99),
    ("It is nearly certain that the dam failed.", 0.95, 0.99),
    ("The dam is very likely to fail.", 0.80, 0.95),
    ("A failure is highly probable.", 0.80, 0.95),
    ("The dam is likely to fail.", 0.55, 0.80),
    ("The dam probably failed.", 0.55, 0.80),
    ("The dam presumably failed.", 0.55, 0.80),
    ("The dam apparently failed.", 0.55, 0.80),
    ("The dam appears to have failed.", 0.55, 0.80),
    ("The dam seems to have failed.", 0.55, 0.80),
    ("The dam has a roughly even chance of failing.", 0.45, 0.65),
    ("The dam possibly failed.", 0.20, 0.55),
    ("The dam may have failed.", 0.20, 0.55),
    ("The dam might fail.", 0.20, 0.55),
    ("The dam could fail.", 0.20, 0.55),
    ("Perhaps the dam failed.", 0.20, 0.55),
    ("The dam is unlikely to fail.", 0.20, 0.45),
    ("A failure is improbable.", 0.20, 0.45),
    ("The dam is very unlikely to fail.", 0.05, 0.20),
    ("The dam is highly unlikely to fail.", 0.05, 0.20),
    ("The chance of a failure is remote.", 0.01, 0.05),
    ("There is almost no chance that the dam fails.", 0.01, 0.05),
]


@pytest.mark.parametrize(("text", "low", "high"), TABLE, ids=[row[0] for row in TABLE])
def test_every_row_of_the_table_is_read(fill: Fill, text: str, low: float, high: float) -> None:
    """Each probability word gives its interval."""
    certainty = fill(text)[0].certainty
    assert certainty is not None
    assert (certainty.low, certainty.high) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "The dam failed.",
        "The dam reportedly failed.",
        "The dam allegedly failed.",
        "The dam is expected to fail.",
        "The dam will fail.",
        "Residents could not leave.",
        "The band returned in May.",
        "Crews came as soon as possible.",
        "The mayor appeared at noon.",
    ],
)
def test_other_words_are_no_hedge(fill: Fill, text: str) -> None:
    """Words of source, plan, ability and permission, and the month, say nothing on certainty."""
    assert fill(text)[0].certainty is None


def test_a_hedge_in_the_cue_counts(fill: Fill) -> None:
    """``Data suggest that`` hedges the content though it lies outside the span."""
    text = "Radar data suggest that the dam failed."
    certainty = fill(text, "the dam failed", source="Radar data", cue="suggest")[0].certainty
    assert certainty is not None
    assert (certainty.low, certainty.spans[0].of(text)) == (0.20, "suggest")


def test_indicates_is_no_hedge(fill: Fill) -> None:
    """``Indicate`` in the cue states flatly."""
    claim = fill("Radar data indicate that the dam failed.", "the dam failed", source="Radar data", cue="indicate")[0]
    assert claim.certainty is None


@pytest.mark.parametrize(
    "text",
    [
        "The army may use the airfield until June under the agreement.",
        "Only parliament may allocate funds.",
        "Chairman May resigned.",
        "The suspected gunman was arrested on Monday.",
        "Potential buyers visited the plant on Monday.",
        "It was not possible to reach the village.",
        "Police arrested a man on suspicion of murder.",
        "Investigators will look at the feed to which the animal may have been exposed.",
        "Men are more likely to smoke.",
    ],
)
def test_permission_names_and_side_clauses_hedge_nothing(fill: Fill, text: str) -> None:
    """A word of the table counts only where it hedges what is asserted."""
    assert fill(text)[0].certainty is None


@pytest.mark.parametrize(
    ("text", "content", "low"),
    [
        ("It is possible that a few trucks got through.", "a few trucks got through", 0.20),
        ("Speculation is growing that the president will resign.", "the president will resign", 0.20),
    ],
)
def test_a_hedge_left_out_of_the_content_still_counts(fill: Fill, text: str, content: str, low: float) -> None:
    """What the content hangs on in its sentence hedges it."""
    certainty = fill(text, content)[0].certainty
    assert certainty is not None
    assert certainty.low == low


def test_what_only_appears_possible_is_possible(fill: Fill) -> None:
    """Of ``appears possible`` the weaker word holds."""
    certainty = fill("A break-out to the south appears possible.")[0].certainty
    assert certainty is not None
    assert (certainty.low, certainty.high) == (0.20, 0.55)


def test_capitals_hedge_like_small_letters(fill: Fill) -> None:
    """A text in capitals is read alike."""
    certainty = fill("THE DAM MAY HAVE BEEN MINED.")[0].certainty
    assert certainty is not None
    assert certainty.low == 0.20


@pytest.mark.parametrize(
    ("text", "content", "low"),
    [
        ("The rebels doubt that the convoy carried food.", "the convoy carried food", 0.20),
        ("The images appear to show at least nine damaged aircraft.", "at least nine damaged aircraft", 0.55),
    ],
)
def test_a_hedge_of_the_cue_is_seen_with_the_words_around_it(
    claims_of: Callable[..., tuple[Claim, ...]], text: str, content: str, low: float
) -> None:
    """``doubt that`` and ``appear to show`` hedge what they introduce."""
    claim = next(one for one in claims_of(text) if one.quote == content)
    assert claim.certainty is not None
    assert claim.certainty.low == low
