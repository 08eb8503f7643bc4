"""Drafts are checked and chained."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from ledger_samples import START, claim, withdrawal
from reportedly.ledger.batch import FIRST_PREVIOUS, chain, check
from reportedly.model.entry import Draft
from reportedly.model.errors import LedgerError

UNACCEPTABLE = {
    "no actor": replace(claim("clm-1"), actor=" "),
    "no reason": replace(claim("clm-1"), reason=""),
    "no subject": claim(""),
    "long subject": claim("c" * 65),
    "no body": replace(claim("clm-1"), body=""),
    "body no JSON": replace(claim("clm-1"), body="{"),
    "body too deep": replace(claim("clm-1"), body="[" * 100_000),
    "withdrawal with body": replace(withdrawal("clm-1"), body="{}"),
    "NUL": replace(claim("clm-1"), reason="a\0b"),
    "half a surrogate pair": replace(claim("clm-1"), body='"\ud800"'),
    "half a pair in the subject": claim("clm-\ud800"),
}


@pytest.mark.parametrize("draft", UNACCEPTABLE.values(), ids=UNACCEPTABLE)
def test_an_unacceptable_draft_is_refused_with_advice(draft: Draft) -> None:
    """What cannot stand in a ledger is refused by code, and the caller is told what to do."""
    with pytest.raises(LedgerError) as caught:
        check([claim("clm-0"), draft])
    assert (caught.value.code, bool(caught.value.advice)) == ("E309", True)


def test_good_drafts_pass() -> None:
    """An assertion and a withdrawal with actor and reason are accepted."""
    check([claim("clm-1"), withdrawal("clm-1")])


def test_the_first_entry_has_number_one_and_no_forerunner() -> None:
    """The chain begins at 1 with 64 zeros before it."""
    [entry] = chain([claim("clm-1")], None, START)
    assert (entry.number, entry.batch, entry.previous_hash) == (1, 1, FIRST_PREVIOUS)


def test_each_entry_binds_the_one_before() -> None:
    """Numbers have no gap, and the previous hash is the hash of the entry before."""
    entries = list(chain([claim(f"clm-{n}") for n in range(5)], None, START))
    assert all((b.number, b.previous_hash) == (a.number + 1, a.hash) for a, b in pairwise(entries))


def test_a_batch_goes_on_from_the_last_entry() -> None:
    """The next batch has the next number and the next batch number."""
    [last] = chain([claim("clm-1")], None, START)
    [entry] = chain([claim("clm-2")], last, START)
    assert (entry.number, entry.batch, entry.previous_hash) == (2, 2, last.hash)


def test_the_hash_is_that_of_the_content() -> None:
    """Each entry fits its own hash."""
    assert all(entry.expected_hash() == entry.hash for entry in chain([claim("a"), claim("b")], None, START))
