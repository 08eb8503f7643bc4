"""What holds of place names in any text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.claims.places_resolve import PlaceReader
from reportedly.gazetteer.load import bundled

READER = PlaceReader(bundled())
WORDS = st.sampled_from(
    "Moscow London Kursk Oblast Georgia Texas Paris U.S. Ukrainian forces said near in the of , . Sudzha Orlovka "
    "north-east 5 km Springfield Lake St. Mr. Jordan \n — (Reuters) ’s İstanbul ﬁ Київ".split(" ")
)
TEXTS = st.one_of(st.lists(WORDS, max_size=30).map(" ".join), st.text(max_size=80))


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_spans_quote_their_names_in_order(text: str) -> None:
    """Every name is what stands at its span, and no two names overlap."""
    found = READER.read(text)
    assert [one.span.of(text) for one in found] == [one.name for one in found]
    assert all(one.span.end <= other.span.start for one, other in pairwise(found))


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_probabilities_sum_to_one_at_most(text: str) -> None:
    """What is left is for places that nobody listed."""
    for one in READER.read(text):
        assert sum(candidate.probability for candidate in one.candidates) <= 1.001
        assert all(candidate.reasons for candidate in one.candidates)


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_reading_twice_is_reading_once(text: str) -> None:
    """The reader keeps nothing of a document."""
    assert READER.read(text) == READER.read(text)
