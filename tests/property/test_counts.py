"""What holds of counts, headlines and restored case whatever the text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from counted import made, read
from reportedly.claims.casing import blocks, readable, with_case
from reportedly.claims.headlines import signed
from reportedly.model.claim import Measure
from reportedly.model.count import Count, Period
from reportedly.model.span import Span
from reportedly.model.totals import LEAD, incident_totals

LETTERS = st.text(st.characters(categories=("L", "N", "P", "Z"), include_characters="\n\r\t"), max_size=120)
WORDS = st.sampled_from(
    "GUNMEN killed KILLED wounded three THREE 12 at least AT LEAST up to no neither nor a an THE nurse "
    "FARMERS soldiers Tarn TARN İLVARAN ß ŉ U.S. [QORL] and or was WERE shot dead missing on May 14 2012 "
    ", . ! ? : - – -- police: mayor said by enemy hundreds of dozens several fewer than since 2014 \n "
    "\n\n \r\n “ ” ' BREAKING: UPDATE 2-".split(" ")
)
TEXTS = st.lists(WORDS, max_size=30).map(" ".join)
MOST = st.none() | st.integers(0, 90)
COUNTS = st.builds(
    made,
    MOST,
    MOST,
    st.sampled_from((Measure.KILLED, Measure.WOUNDED, Measure.MISSING)),
    start=st.integers(0, LEAD + 50),
    stated=st.booleans(),
    main=st.booleans(),
    period=st.sampled_from(tuple(Period)),
)


@given(TEXTS | LETTERS | LETTERS.map(str.upper))
def test_restored_text_keeps_its_length_and_its_letters(text: str) -> None:
    """Only the case of letters changes, and every sign stays in its place."""
    restored = with_case(text)
    assert len(restored) == len(text)
    assert all(one == other or one.casefold() == other.casefold() for one, other in zip(restored, text, strict=True))


@given(TEXTS | LETTERS)
def test_blocks_hold_all_words_once_and_in_order(text: str) -> None:
    """Nothing but white space lies outside of the blocks, and none overlaps another."""
    spans = list(blocks(text))
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert "".join("".join(span.of(text) for span in spans).split()) == "".join(text.split())


@given(TEXTS | LETTERS)
def test_what_the_pipeline_sees_is_one_line_of_the_same_length(text: str) -> None:
    """A paragraph's places are the document's."""
    for span in blocks(text):
        seen = readable(text, span)
        assert (len(seen), "\n" in seen) == (len(span), False)


@given(TEXTS.map(lambda text: text.replace("\n", " ")), st.booleans())
def test_a_headlines_source_stands_in_it(text: str, known: bool) -> None:
    """Source and content are pieces of the line that do not overlap."""
    line = Span(0, len(text))
    found = signed(text, line, lambda _: known)
    if found is not None:
        assert line.covers(found.source)
        assert line.covers(found.content)
        assert not found.source.overlaps(found.content)
        assert found.source.of(text).strip()


@given(TEXTS)
@settings(max_examples=30)
def test_counts_quote_the_text_in_order(text: str) -> None:
    """Every span lies in the text and quotes words, ``of`` and source included."""
    found = read(text)
    assert [one.span.start for one in found] == sorted(one.span.start for one in found)
    for one in found:
        assert one.span.of(text).strip()
        assert one.quantity.of_span is None or " ".join(one.quantity.of_span.of(text).split()) == one.quantity.of
        assert all(link.span is None or link.span.of(text).strip() for link in one.chain)


@given(TEXTS)
@settings(max_examples=30)
def test_every_count_has_an_end_and_its_ends_run_forward(text: str) -> None:
    """No count is without a number, and no range runs backwards."""
    for one in read(text):
        low, high = one.quantity.low, one.quantity.high
        assert low is not None or high is not None
        assert low is None or high is None or low <= high


@given(TEXTS)
@settings(max_examples=20)
def test_reading_is_pure(text: str) -> None:
    """The same text gives the same counts, whatever was read before."""
    first = read(text)
    read("Nine soldiers were killed in Velt, the mayor said.")
    assert read(text) == first


@given(st.lists(COUNTS, max_size=8), COUNTS)
def test_totals_never_fall_when_a_fresh_count_is_added(counts: list[Count], more: Count) -> None:
    """Among fresh counts, one more takes nobody away."""
    before, after = incident_totals(counts), incident_totals([*counts, more])
    assert all(after[measure] >= number for measure, number in before.items())


@given(st.lists(COUNTS, max_size=8).flatmap(lambda all_: st.tuples(st.just(all_), st.permutations(all_))))
def test_totals_do_not_depend_on_the_order(pair: tuple[list[Count], list[Count]]) -> None:
    """The same counts in another order have the same totals."""
    assert incident_totals(pair[0]) == incident_totals(pair[1])
