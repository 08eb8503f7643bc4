"""Whatever a model answers, what is kept stands in the document."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from builders import make_document
from reportedly.backend.coder import SecondCoder
from reportedly.model.claim import Basis, Claim, Kind, Polarity
from reportedly.model.coding import Coding
from reportedly.model.span import Span
from reportedly.pipeline.second_coder import numbers_in
from stand_in import Scripted

TEXT = (
    "Office: 12 men were killed, 1,200 fled. The Office said so. It may be two dozen.\nÜ\u200bber 12 men were killed. "
    "A\u0301 man, \U0001f600 said: 12. The Office said 3.5 tons. The Office said so."
)
_WORDS = TEXT.split(" ")
_PIECES = st.builds(
    lambda start, length: TEXT[start : start + length], st.integers(0, len(TEXT)), st.integers(0, len(TEXT))
)
_RUNS = st.builds(
    lambda start, count: " ".join(_WORDS[start : start + count]), st.integers(0, len(_WORDS)), st.integers(1, 9)
)
_STRINGS = _PIECES | _RUNS | st.text(max_size=12) | st.sampled_from(["12", "reports", "may", "two dozen", "\u200b"])
_JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _STRINGS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_STRINGS, inner, max_size=3),
    max_leaves=6,
)
_DAYS = st.sampled_from(["2031-03-03", "2031-03-04"])
_LINK = st.sampled_from(
    [
        {"name": "The Office", "mention": "Office", "cue": "said"},
        {"name": "man", "mention": "man", "cue": None},
        {"name": "reports", "mention": None, "cue": "said"},
    ]
)
_FIGURE = st.sampled_from(
    [
        {"words": "12 men", "measure": "killed", "of": "men", "low": 12, "high": 12},
        {"words": "1,200", "measure": "displaced", "of": "", "low": 1200, "high": None},
        {"words": "two dozen", "measure": "other", "of": None, "low": 24, "high": 24},
        {"words": "200", "measure": "other", "of": None, "low": 200, "high": 200},
        {"words": "12", "measure": "killed", "of": "me", "low": 12, "high": 12},
        {"words": "12 men", "measure": "killed", "of": "men", "low": 12, "high": 120},
    ]
)
_HEDGE = st.sampled_from(
    [None, {"words": "may", "low": 0.2, "high": 0.55}, {"words": "killed", "low": 0.2, "high": 0.6}]
)
_TIME = st.none() | st.fixed_dictionaries({"words": _RUNS, "first": _DAYS, "last": _DAYS})
_QUOTE = st.sampled_from(["12 men were killed, 1,200 fled", "It may be two dozen", "12 men were killed"]) | _RUNS
_GOOD = st.fixed_dictionaries(
    {
        "quote": _QUOTE,
        "kind": st.sampled_from([*map(str, Kind)]),
        "chain": st.lists(_LINK, max_size=2),
        "polarity": st.sampled_from([*map(str, Polarity)]),
        "certainty": _HEDGE,
        "when": _TIME,
        "where": st.lists(st.sampled_from(["men", "Office", "dozen"]) | _STRINGS, max_size=2),
        "quantities": st.lists(_FIGURE, max_size=2),
        "basis": st.sampled_from([*map(str, Basis), None]),
    },
)
_BAD = st.fixed_dictionaries(
    {"quote": _STRINGS, "kind": st.sampled_from([*map(str, Kind), "rumour"])},
    optional=dict.fromkeys(("chain", "polarity", "certainty", "when", "where", "quantities", "basis"), _JUNK),
)
_RECORDS = _GOOD | _BAD | _JUNK
_ANSWERS = (st.lists(_GOOD, max_size=6) | st.lists(_RECORDS, max_size=6)).map(
    lambda claims: json.dumps({"claims": claims})
)


def coding_of(answers: list[str], passage: int) -> Coding:
    """Return what the second coder makes of answers."""
    document = make_document("d", None, None, TEXT)
    return SecondCoder(Scripted(answers), "m", numbers_in, passage=passage, overlap=passage // 3).code(document)


def placed(claim: Claim) -> list[tuple[Span | None, str]]:
    """Return every span of a claim with the words that it is to hold."""
    found: list[tuple[Span | None, str]] = [(claim.span, claim.quote)]
    found += [(place.span, place.name) for place in claim.where]
    found += [(one.of_span, one.of) for one in claim.quantities if one.of]
    if claim.certainty:
        found += zip(claim.certainty.spans, claim.certainty.words, strict=True)
    return found


@given(answers=st.lists(_ANSWERS, min_size=1, max_size=3), passage=st.integers(40, 300))
def test_every_kept_word_stands_in_the_text(answers: list[str], passage: int) -> None:
    """``text[span]`` is the quote, for the claim and for all that hangs on it."""
    for claim in coding_of(answers, passage).claims:
        assert all(span is not None and span.of(TEXT) == words for span, words in placed(claim))


@given(answers=st.lists(_ANSWERS, min_size=1, max_size=3), passage=st.integers(40, 300))
def test_every_kept_source_is_named_in_the_text(answers: list[str], passage: int) -> None:
    """A name stands in the text with the words that mean it, or the source is hearsay."""
    links = [link for claim in coding_of(answers, passage).claims for link in claim.chain]
    assert all((link.name in TEXT and link.span) or (link.name == "reports" and link.cue) for link in links)


@given(answers=st.lists(_ANSWERS, min_size=1, max_size=3), passage=st.integers(40, 300))
def test_every_kept_figure_is_stated_in_its_claim(answers: list[str], passage: int) -> None:
    """Its words lie inside the quote and state its numbers."""
    for claim in coding_of(answers, passage).claims:
        for one in claim.quantities:
            assert one.span is not None
            assert claim.span.covers(one.span)
            assert {one.low, one.high} - {None} <= numbers_in(one.span.of(TEXT))


@given(answers=st.lists(_ANSWERS, min_size=1, max_size=3), passage=st.integers(40, 300))
def test_kept_claims_stand_in_order_each_at_a_place_of_its_own(answers: list[str], passage: int) -> None:
    """No place is taken twice."""
    spans = [claim.span for claim in coding_of(answers, passage).claims]
    assert spans == sorted(set(spans))


@given(records=st.lists(_RECORDS, max_size=6))
def test_nothing_vanishes(records: list[Any]) -> None:
    """Of a document in one passage, every claim that was given is kept or counted as dropped."""
    coding = coding_of([json.dumps({"claims": records})], 6000)
    whole = [one for one in coding.dropped if one.reason.drops_the_claim]
    assert len(coding.claims) + len(whole) == len(records)
