"""Two coders side by side: pairs, fields, and agreement beyond chance against worked examples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import ClaimFields, make_claim, make_document, make_link
from reportedly.backend.agreement import FIELDS, Agreement, agreement, dice, nominal_alpha, paired
from reportedly.model.claim import Claim, Kind
from reportedly.model.span import Span

TEXT = "The Office said that twelve boats sank. The Guild said that the harbour was closed at noon."
DOCUMENT = make_document("d", None, None, TEXT)
SANK = make_claim(DOCUMENT, "twelve boats sank", (make_link(DOCUMENT, "Office", "Office"),))
CLOSED = make_claim(DOCUMENT, "the harbour was closed at noon", (make_link(DOCUMENT, "Guild", "Guild"),))


def compared(ours: Sequence[Claim], theirs: Sequence[Claim]) -> Agreement:
    """Return the comparison of one document."""
    return agreement([("d", ours, theirs)], str.casefold)


def test_dice_is_twice_what_is_shared_over_both_lengths() -> None:
    """Half of each shared is one half."""
    assert [dice(Span(0, 4), Span(2, 6)), dice(Span(0, 4), Span(4, 8)), dice(Span(1, 3), Span(1, 3))] == [0.5, 0, 1]


def test_pairs_are_the_best_assignment() -> None:
    """A span is not given away to the first that fits it a little."""
    ours, theirs = [Span(0, 10), Span(5, 15)], [Span(5, 14), Span(0, 9)]
    assert paired(ours, theirs) == [(0, 1), (1, 0)]


def test_spans_that_share_little_are_no_pair() -> None:
    """Below half the two speak of different claims."""
    assert paired([Span(0, 10)], [Span(6, 16)]) == []


def test_full_agreement() -> None:
    """Everything found by both, nothing differs."""
    found = compared([SANK, CLOSED], [SANK, CLOSED])
    assert (found.both, found.reader_only, found.other_only, found.found) == (2, 0, 0, 1.0)
    assert {one.same for one in found.fields} == {2}


def test_claims_of_one_coder_alone_are_listed() -> None:
    """Each side's own, and how far they agree on what is a claim."""
    found = compared([SANK], [CLOSED])
    assert (found.documents[0].reader_only, found.documents[0].other_only, found.found) == ((SANK,), (CLOSED,), 0.0)


def test_differing_fields_are_named() -> None:
    """Origin, chain and kind differ, the rest does not."""
    other = replace(SANK, chain=(), kind=Kind.TALLY)
    assert compared([SANK], [other]).documents[0].pairs[0].differing == ("origin", "chain", "kind")


def test_names_of_one_source_agree() -> None:
    """Sources are compared by who they are, not by their spelling."""
    other = replace(SANK, chain=(replace(SANK.chain[0], name="OFFICE"),))
    assert compared([SANK], [other]).documents[0].pairs[0].differing == ()


def test_nothing_found_by_anybody() -> None:
    """No share is made up."""
    found = compared([], [])
    assert (found.found, {one.share for one in found.fields}) == (None, {None})


def test_every_field_is_reported() -> None:
    """In one order, whatever was found."""
    assert tuple(one.field for one in compared([], []).fields) == FIELDS


@pytest.mark.parametrize(
    ("one", "other", "alpha"),
    [
        ([0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0], 0.0952),
        ([0, 1, 2], [0, 1, 2], 1.0),
        ([0, 1], [1, 0], -0.5),
        ([0, 0], [0, 0], None),
    ],
)
def test_alpha_of_worked_examples(one: list[int], other: list[int], alpha: float | None) -> None:
    """The first is Krippendorff's own binary example of ten articles."""
    found = nominal_alpha(numpy.array(one), numpy.array(other))
    assert (found and round(found, 4)) == alpha


@given(pairs=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=1, max_size=20))
def test_alpha_does_not_depend_on_who_is_first(pairs: list[tuple[int, int]]) -> None:
    """Coders are interchangeable, and no agreement is better than full."""
    one, other = (numpy.array(column) for column in zip(*pairs, strict=True))
    found = nominal_alpha(one, other)
    assert found == nominal_alpha(other, one)
    assert found is None or found <= 1


def many(count: int) -> Agreement:
    """Return a comparison of several documents, with every third kind differing."""
    other = replace(SANK, kind=Kind.TALLY)
    kinds = [make_claim(DOCUMENT, SANK.quote, SANK.chain, ClaimFields(kind)) for kind in (Kind.EVENT, Kind.STATEMENT)]
    coded = [(str(n), [kinds[n % 2]], [other if n % 3 == 0 else kinds[n % 2]]) for n in range(count)]
    return agreement(coded, str)


def test_an_interval_needs_five_documents() -> None:
    """Below that nothing is said about chance."""
    kind = {one.field: one for one in many(4).fields}["kind"]
    assert (kind.alpha is None, kind.low) == (False, None)


def test_the_interval_holds_alpha_and_is_the_same_again() -> None:
    """Drawn from a fixed seed."""
    kind = {one.field: one for one in many(12).fields}["kind"]
    assert kind.alpha is not None
    assert kind.low is not None
    assert kind.high is not None
    assert kind.low <= kind.alpha <= kind.high < 1
    assert many(12) == many(12)
