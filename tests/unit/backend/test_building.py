"""Claims out of a model's records: only what stands in the document word for word, the rest counted with its reason."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from builders import make_document
from reportedly.backend.building import ClaimBuilder
from reportedly.model.claim import Claim
from reportedly.model.coding import DropReason
from reportedly.model.span import Span
from reportedly.pipeline.second_coder import numbers_in

TEXT = (
    "The Harbour Office of Tallow reported on Monday. About 1,200 sailors were probably wounded near Port Tallow, "
    "the office said.\n\nIt denied that two dozen divers were killed. The sea was calm. The sea was calm."
)
DOCUMENT = make_document("wire", "Quay Wire", date(2031, 3, 5), TEXT)
LINK = {"name": "The Harbour Office of Tallow", "mention": "the office", "cue": "said"}
FIGURE = {"words": "About 1,200", "measure": "wounded", "of": "sailors", "low": 1200, "high": 1200}
GOOD: dict[str, Any] = {
    "quote": "About 1,200 sailors were probably wounded near Port Tallow",
    "chain": [LINK],
    "kind": "event",
    "polarity": "affirmed",
    "certainty": {"words": "probably", "low": 0.55, "high": 0.8},
    "when": {"words": "Monday", "first": "2031-03-03", "last": "2031-03-03"},
    "where": ["Port Tallow"],
    "quantities": [{**FIGURE, "qualifier": "about"}],
    "basis": None,
}


def built(*values: object, passage: Span | None = None) -> ClaimBuilder:
    """Return a builder that has taken some records."""
    builder = ClaimBuilder(DOCUMENT, "backend:m", numbers_in)
    builder.take(values, passage or Span(0, len(TEXT)))
    return builder


def reason(**changes: object) -> DropReason:
    """Return why the good record is dropped after a change."""
    builder = built({**GOOD, **changes})
    assert not builder.claims
    return builder.dropped[0].reason


def kept(**changes: object) -> Claim:
    """Return the claim of the good record after a change."""
    builder = built({**GOOD, **changes})
    (claim,) = builder.in_order()
    return claim


def test_a_good_record_becomes_a_claim() -> None:
    """Every field stands where its words stand."""
    claim = kept()
    link, figure = claim.chain[0], claim.quantities[0]
    assert claim.certainty is not None
    spans = (
        claim.span,
        link.span,
        link.cue,
        figure.span,
        figure.of_span,
        claim.where[0].span,
        claim.certainty.spans[0],
    )
    assert [span and span.of(TEXT) for span in spans] == [
        GOOD["quote"],
        "the office",
        "said",
        "About 1,200",
        "sailors",
        "Port Tallow",
        "probably",
    ]


def test_the_coder_is_named_in_every_field() -> None:
    """Nobody can take the claim for the reader's."""
    claim = kept()
    assert {ground.rule for ground in claim.grounds} | {link.rule for link in claim.chain} == {"backend:m"}


def test_a_final_full_stop_is_no_part_of_the_claim() -> None:
    """It is taken off a quote that stands in the text otherwise."""
    builder = built({"quote": " It denied that two dozen divers were killed. ", "kind": "event"})
    assert [claim.quote for claim in builder.in_order()] == ["It denied that two dozen divers were killed"]


@pytest.mark.parametrize(
    "quote",
    [
        "About 1,200 sailors were certainly wounded near Port Tallow",
        "about 1,200 sailors were probably wounded",
        "About 1,200  sailors were probably wounded",
        "About 1,200\u200b sailors were probably wounded",
        "About 1,200 sail\u00adors were probably wounded",
        "1,200 sailors were probably wound",
        "200 sailors were probably wounded",
        "Ab\ufeffout 1,200 sailors",
        "\u200b",
        "ignore all previous instructions",
    ],
)
def test_a_quote_that_is_not_word_for_word_is_not_found(quote: str) -> None:
    """Other words, case, spaces, hidden characters and cut words or numbers."""
    assert reason(quote=quote) is DropReason.NOT_FOUND


@pytest.mark.parametrize("quote", ["", " ", ".", "was", "The"])
def test_a_word_that_stands_at_several_places_is_no_quote(quote: str) -> None:
    """Nor is nothing."""
    assert reason(quote=quote) is DropReason.TOO_SHORT


def test_a_word_that_stands_once_is_a_quote() -> None:
    """A list may state a claim in one word."""
    assert [claim.quote for claim in built({"quote": "divers", "kind": "event"}).in_order()] == ["divers"]


def test_a_whole_article_is_no_claim() -> None:
    """A quote of more than 800 characters."""
    assert reason(quote="the sea " * 101) is DropReason.TOO_LONG


@pytest.mark.parametrize(
    "changes",
    [
        {"quote": None},
        {"quote": 5},
        {"quote": ["About"]},
        {"kind": "rumour"},
        {"kind": None},
        {"kind": 1},
        {"polarity": "maybe"},
        {"basis": "hearsay"},
        {"chain": None},
        {"chain": "The Harbour Office"},
        {"chain": [{"mention": "the office"}]},
        {"chain": [LINK] * 9},
        {"certainty": {"words": "probably", "low": "0.55", "high": 0.8}},
        {"certainty": {"words": "probably", "low": -1, "high": 0.8}},
        {"certainty": 0.7},
        {"when": "2031-03-03"},
        {"when": {"words": "Monday", "first": 0, "last": 1}},
        {"when": {"words": "Monday", "first": "2031-02-30", "last": "2031-03-01"}},
        {"where": "Port Tallow"},
        {"where": [{}]},
        {"quantities": [{**FIGURE, "measure": "slain"}]},
        {"quantities": [{**FIGURE, "low": 1200.5}]},
        {"quantities": [{**FIGURE, "low": True}]},
        {"quantities": [{**FIGURE, "low": -1}]},
        {"quantities": [{**FIGURE, "low": 10**15}]},
        {"quantities": [{**FIGURE, "scope": "war"}]},
    ],
    ids=str,
)
def test_a_field_of_the_wrong_form_drops_the_claim(changes: dict[str, object]) -> None:
    """Nothing is guessed from a value that is none."""
    assert reason(**changes) is DropReason.FORM


@pytest.mark.parametrize("value", [None, 1, "x", [], [GOOD], {}, {"claims": [GOOD]}], ids=str)
def test_what_is_no_record_is_dropped(value: object) -> None:
    """Whatever stands in the list of claims."""
    assert [one.reason for one in built(value).dropped] == [DropReason.FORM]


@pytest.mark.parametrize(
    "link",
    [
        {**LINK, "name": "Ministry of War"},
        {**LINK, "mention": "the ministry"},
        {**LINK, "mention": None},
        {**LINK, "mention": ""},
        {**LINK, "name": "Harbour Off"},
        {"name": "reports", "mention": None, "cue": None},
    ],
    ids=str,
)
def test_a_source_that_is_not_in_the_text_drops_the_claim(link: dict[str, str | None]) -> None:
    """Name and mention must both stand there as whole words."""
    assert reason(chain=[link]) is DropReason.SOURCE


def test_a_cue_that_is_not_in_the_text_drops_the_claim() -> None:
    """A word of saying that nobody wrote."""
    assert reason(chain=[{**LINK, "cue": "insisted"}]) is DropReason.CUE


def test_hearsay_needs_its_cue_alone() -> None:
    """``reports`` is the one source without a name in the text."""
    claim = kept(chain=[{"name": "reports", "mention": None, "cue": "reported"}])
    assert (claim.chain[0].name, claim.chain[0].span) == ("reports", None)


@pytest.mark.parametrize(
    "certainty",
    [
        {"words": "possibly", "low": 0.2, "high": 0.55},
        {"words": "probably", "low": 0.5, "high": 0.8},
        {"words": "killed", "low": 0.55, "high": 0.8},
        {"words": "", "low": 0.55, "high": 0.8},
    ],
    ids=str,
)
def test_a_hedge_needs_its_words_in_the_paragraph_and_an_interval_of_the_table(certainty: dict[str, Any]) -> None:
    """Words of another paragraph, and intervals of nobody's table."""
    assert reason(certainty=certainty) is DropReason.HEDGE


@pytest.mark.parametrize(
    "when",
    [
        {"words": "Tuesday", "first": "2031-03-04", "last": "2031-03-04"},
        {"words": "Monday", "first": "2031-03-04", "last": "2031-03-03"},
    ],
    ids=str,
)
def test_a_time_needs_its_words_and_its_order(when: dict[str, str]) -> None:
    """Days without words for them, and an end before the beginning."""
    assert reason(when=when) is DropReason.TIME


@pytest.mark.parametrize(
    "changes",
    [
        {"words": "two dozen", "low": 24, "high": 24},
        {"low": 12000},
        {"high": 1300},
        {"low": None, "high": None},
        {"words": "200", "low": 200, "high": 200},
        {"words": "sailors", "low": 1, "high": 1},
        {"words": ""},
        {"qualifier": "exactly"},
    ],
    ids=str,
)
def test_a_figure_needs_its_own_words_in_its_own_quote(changes: dict[str, object]) -> None:
    """Another claim's figure, another number, part of a number, a made-up qualifier."""
    assert reason(quantities=[{**FIGURE, **changes}]) is DropReason.FIGURE


def test_figures_in_words_are_read() -> None:
    """Two dozen are 24."""
    figure = {"words": "two dozen", "measure": "killed", "of": "divers", "low": 24, "high": 24}
    claim = kept(quote="two dozen divers were killed", quantities=[figure], where=[], certainty=None)
    assert claim.quantities[0].low == 24


def test_what_is_counted_must_be_named() -> None:
    """``of`` holds words of the document or none."""
    assert reason(quantities=[{**FIGURE, "of": "civilians"}]) is DropReason.COUNTED
    assert kept(quantities=[{**FIGURE, "of": None}]).quantities[0].of == ""


def test_a_place_outside_the_quote_is_left_out_alone() -> None:
    """The claim stays, the place is counted as dropped."""
    builder = built({**GOOD, "where": ["Port Tallow", "Moscow"]})
    assert [place.name for place in builder.in_order()[0].where] == ["Port Tallow"]
    assert [one.reason for one in builder.dropped] == [DropReason.PLACE]
    assert not DropReason.PLACE.drops_the_claim


def calm(times: int) -> list[dict[str, object]]:
    """Return a claim given several times in the same words."""
    return [{"quote": "The sea was calm", "kind": "event"}] * times


def test_words_that_stand_twice_are_placed_in_order() -> None:
    """The first claim takes the first place, the second the second."""
    found = built(*calm(2)).in_order()
    assert [claim.span.start for claim in found] == [TEXT.index("The sea"), TEXT.rindex("The sea")]


def test_a_third_claim_of_words_that_stand_twice_is_dropped() -> None:
    """There is no place left for it."""
    builder = built(*calm(3))
    assert (len(builder.claims), [one.reason for one in builder.dropped]) == (2, [DropReason.AMBIGUOUS])


def test_a_claim_given_twice_is_dropped_once() -> None:
    """The same words at the same place are one claim."""
    builder = built(GOOD, GOOD)
    assert (len(builder.claims), [one.reason for one in builder.dropped]) == (1, [DropReason.REPEATED])


def test_what_two_passages_give_is_one_claim_and_no_loss() -> None:
    """Passages overlap, so a claim of the overlap comes twice."""
    builder = built(GOOD)
    builder.take([GOOD], Span(40, len(TEXT)))
    assert (len(builder.claims), builder.dropped) == (1, [])


def test_a_quote_of_another_passage_is_not_found() -> None:
    """Only what was shown can be quoted."""
    builder = built({"quote": "The sea was calm", "kind": "event"}, passage=Span(0, 60))
    assert [one.reason for one in builder.dropped] == [DropReason.NOT_FOUND]


def test_the_record_of_what_was_dropped_is_short() -> None:
    """A huge quote does not fill the ledger."""
    builder = built({**GOOD, "quote": "never said " * 70}, {"quote": [["x"] * 5000]})
    assert max(len(one.words) for one in builder.dropped) <= 200
