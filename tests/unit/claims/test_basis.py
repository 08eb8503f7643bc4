"""What an origin offers for its word."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.model.claim import Claim

Fill = Callable[..., tuple[Claim, ...]]


@pytest.mark.parametrize(
    ("source", "basis"),
    [
        ("drone footage", "footage"),
        ("satellite images", "footage"),
        ("hospital registers", "document"),
        ("radio intercepts", "intercept"),
        ("flight data", "data"),
        ("the mayor", None),
        ("The Picture Company", None),
    ],
)
def test_the_source_shows_what_it_offers(fill: Fill, source: str, basis: str | None) -> None:
    """A picture, paper, intercept or data set is a basis; an office or a company is none."""
    text = f"According to {source}, two barges sank."
    assert fill(text, "two barges sank", source=source, cue="According to")[0].basis == basis


def test_who_saw_it_is_an_eyewitness(fill: Fill) -> None:
    """A source that says what it saw offers its eyes."""
    text = '"I saw two barges sink," said Mara Lind.'
    assert fill(text, "I saw two barges sink", source="Mara Lind", cue="said")[0].basis == "eyewitness"


def test_words_outside_the_content_name_the_basis(fill: Fill) -> None:
    """``Based on satellite images`` is the basis of the institute's claim."""
    text = "Based on satellite images, the institute said two barges sank."
    assert fill(text, "two barges sank", source="institute", cue="said")[0].basis == "footage"


def test_the_documents_own_voice_offers_nothing(fill: Fill) -> None:
    """Without a source there is no basis."""
    assert fill("Two barges sank.")[0].basis is None
