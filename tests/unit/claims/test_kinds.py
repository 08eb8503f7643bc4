"""The kind of a claim follows from its predicate, its words and its source."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.model.claim import Claim

Fill = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Drones struck the refinery on Friday.", "event"),
        ("So far, 46 people have died from the virus in the province.", "tally"),
        ("because the bridge had been closed", "cause"),
        ("The rains will return next week.", "forecast"),
        ("The court is the highest civil court in the country.", "statement"),
    ],
)
def test_plain_sentences_get_their_kind(fill: Fill, text: str, kind: str) -> None:
    """A typical sentence of each kind is read as that kind."""
    assert fill(text)[0].kind == kind


def test_an_opinion_of_a_speaker_is_a_judgement(fill: Fill) -> None:
    """What a speaker rates is a judgement."""
    text = '"This is a terrible and dangerous decision," the senator said.'
    claim = fill(text, "This is a terrible and dangerous decision", source="senator", cue="said")[0]
    assert claim.kind == "judgement"


def test_the_ground_names_the_features_that_decided(fill: Fill) -> None:
    """The kind is grounded in the content with the strongest features."""
    claim = fill("Drones struck the refinery on Friday.")[0]
    ground = next(one for one in claim.grounds if one.field == "kind")
    assert ground.rule
    assert ground.spans == (claim.span,)
