"""Whatever the text, every claim quotes it and every ground lies inside it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.claims.extractor import Extractor, load_extractor
from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.span import Span

_PARTS = st.sampled_from(
    [
        "The navy said ",
        "according to the ministry",
        "two barges sank",
        "at least 30 people were killed",
        '"',
        "“",
        "”",
        ", citing Ilsa Brandt, ",
        "on Monday",
        ".",
        "\n\n",
        "? ",
        "reportedly ",
        "12,000 ",
        "killed and wounded ",
        "(ORA) ",
        "The Ostwind Rescue Agency ",
        "It denied that ",
        "because the dam broke",
        "which led to floods",
        ", forcing people to flee",
        "This was due to fog",
        "will fall soon if it rains",
        " \u200b",
        "émigré ",
        "🙂",
        "—",
        "and ",
    ]
)


@pytest.fixture(scope="module", name="reader")
def fixture_reader() -> Extractor:
    """The packaged extractor."""
    return load_extractor()


def _spans(claim: Claim) -> list[Span]:
    found = [claim.span, *(place.span for place in claim.where), *(one for g in claim.grounds for one in g.spans)]
    found += [span for link in claim.chain for span in (link.span, link.cue) if span is not None]
    found += [span for quantity in claim.quantities for span in (quantity.span, quantity.of_span) if span is not None]
    for cause in claim.causes:
        found += [span for span in (cause.cause, cause.effect, cause.connective) if span is not None]
    if claim.forecast is not None:
        found += [*claim.forecast.words, *([claim.forecast.condition] if claim.forecast.condition else [])]
    return found


@settings(max_examples=60)
@given(st.lists(_PARTS, min_size=1, max_size=25))
def test_every_span_lies_in_the_text_and_the_quote_is_its_words(reader: Extractor, parts: list[str]) -> None:
    """``text[span] == quote`` for every claim, and no ground points outside the text."""
    text = "".join(parts)
    for claim in reader.extract(Document("doc-x", "x", text)):
        assert claim.span.of(text) == claim.quote
        assert claim.quote.strip()
        assert all(span.end <= len(text) for span in _spans(claim))


@settings(max_examples=20)
@given(st.lists(_PARTS, min_size=1, max_size=20))
def test_same_text_gives_same_claims(reader: Extractor, parts: list[str]) -> None:
    """Extraction holds no state: the second reading equals the first."""
    document = Document("doc-x", "x", "".join(parts))
    assert reader.extract(document) == reader.extract(document)
