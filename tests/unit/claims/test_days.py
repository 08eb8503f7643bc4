"""When a content happened: its own days, days carried on, and the day of saying kept apart."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.claims.days import said_days
from reportedly.claims.parse import Parse
from reportedly.model.claim import Claim
from reportedly.model.span import Span

Fill = Callable[..., tuple[Claim, ...]]
PUBLISHED = "2024-12-16"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Drones struck the refinery on Friday.", "2024-12-13"),
        ("The toll stood at 40 as of 14 December.", "2024-12-14"),
        ("Fighting has gone on since December 10.", "2024-12-10..2024-12-16"),
        ("Parliament votes on Tuesday.", "2024-12-17"),
        ("The bridge will reopen in March.", "2025-03-01..2025-03-31"),
        ("The army lost the town recently.", "None"),
        ("The bridge is expected to reopen in the near term.", "None"),
    ],
)
def test_the_words_of_a_content_date_it(fill: Fill, text: str, days: str) -> None:
    """Days in the content are the content's; vague words give none."""
    assert str(fill(text, published=PUBLISHED)[0].when) == days


def test_the_day_carries_over_to_the_next_sentence_on_the_event(fill: Fill) -> None:
    """A past event without a day takes the day that the sentence before set."""
    text = "A bus crashed near the lake on Friday. Four passengers died."
    second = fill(text, "A bus crashed near the lake on Friday", "Four passengers died", published=PUBLISHED)[1]
    assert str(second.when) == "2024-12-13"


def test_a_carried_day_is_grounded_in_the_words_that_set_it(fill: Fill) -> None:
    """The ground of a carried day points at the earlier sentence."""
    text = "A bus crashed near the lake on Friday. Four passengers died."
    second = fill(text, "A bus crashed near the lake on Friday", "Four passengers died", published=PUBLISHED)[1]
    ground = next(one for one in second.grounds if one.field == "when")
    assert (ground.rule, [span.of(text) for span in ground.spans]) == ("carried", ["Friday"])


def test_the_day_of_saying_is_not_the_day_of_the_content(fill: Fill) -> None:
    """``Said on Saturday`` dates the link and leaves the content open."""
    text = "The minister said on Saturday that the harbour is important."
    claim = fill(text, "the harbour is important", source="minister", cue="said", published=PUBLISHED)[0]
    assert (claim.when, str(claim.chain[0].said)) == (None, "2024-12-14")


def test_said_days_are_found_beside_the_cue(parse: Callable[..., Parse]) -> None:
    """The helper gives the day of saying with its words."""
    parsed = parse("The mayor told reporters on Friday that the dam failed on Monday.", PUBLISHED)
    cue, content = Span(10, 14), Span(parsed.text.index("the dam"), len(parsed.text) - 1)
    found = said_days(parsed, cue, content)
    assert found is not None
    assert (str(found[0]), found[1].of(parsed.text)) == ("2024-12-13", "Friday")


def test_relative_words_of_a_quotation_count_from_the_day_of_saying(fill: Fill) -> None:
    """``Yesterday`` in what was said on Saturday is Friday, and the ground says so."""
    text = "\u201cDrones struck the refinery yesterday\u201d, the governor said on Saturday."
    claim = fill(text, "Drones struck the refinery yesterday", source="governor", cue="said", published=PUBLISHED)[0]
    ground = next(one for one in claim.grounds if one.field == "when")
    assert (str(claim.when), str(claim.chain[0].said)) == ("2024-12-13", "2024-12-14")
    assert ground.rule == "near-day, counted from the day of saying"


def test_a_weekday_that_disagrees_with_its_date_is_a_ground_to_check(fill: Fill) -> None:
    """The conflict stands beside the rule that set the day."""
    claim = fill("Drones struck the refinery on Friday, December 14.", published=PUBLISHED)[0]
    assert [one.rule for one in claim.grounds if one.field == "when"] == [
        "day",
        "to check: Friday disagrees with 2024-12-14, a Saturday",
    ]
