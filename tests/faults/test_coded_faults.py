"""Planted bugs that the tests of coded tables must catch."""

from __future__ import annotations

import pytest

from coded_tables import Drawn, row
from reportedly.events import coded, coded_items
from reportedly.events.coded_items import Item
from reportedly.evidence import coded_drift

ECHO = [row(claim_id=f"A{number}", relayed_by=f"Page {number} <- NDO") for number in range(5)]


def test_an_echo_is_one_origin() -> None:
    """Five pages with one saying."""
    assert (len(Drawn(ECHO).sayings), Drawn(ECHO).independent) == (1, [1])


def test_counting_pages_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With every row a saying of its own, the echo falls apart."""
    monkeypatch.setattr(coded, "one_origin", lambda _left, _right: False)
    assert len(Drawn(ECHO).sayings) == 5


def test_joining_by_any_shared_word_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two bodies of one town would be one origin."""
    rows = [row(claimant="Velle Fire Brigade"), row(claim_id="A2", claimant="Velle Harbour Office")]
    assert len(Drawn(rows).sayings) == 2
    monkeypatch.setattr(coded, "one_origin", lambda left, right: bool(left.tokens & right.tokens))
    assert len(Drawn(rows).sayings) == 1


def test_joining_events_by_round_figures_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two origins with 30 would confirm each other."""
    rows = [row(), row(claim_id="A2", claimant="SGS")]
    assert Drawn(rows).independent == [1, 1]
    monkeypatch.setattr(coded_items, "_telling", lambda _number: True)
    assert Drawn(rows).independent == [2]


def test_forgetting_the_coder_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """A relay that the coder calls faithful would be accused."""
    rows = [row(claim_id=f"A{n}", relation="faithful_relay") for n in range(4)]
    rows.append(row(claim_id="B", relation="faithful_relay", category="killed+wounded"))
    assert Drawn(rows).drifts == []
    monkeypatch.setattr(coded_drift, "coder_of", lambda _claim: None)
    assert Drawn(rows).drifts == [("B", "measure")]


def test_leading_by_the_first_row_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With any row for the origin's, the faithful relays would be accused."""
    rows = [row(claim_id="A1", category="killed"), *(row(claim_id=f"B{n}", category="casualties") for n in (1, 2))]
    assert Drawn(rows).drifts == [("A1", "measure")]

    def narrow(members: list[Item]) -> Item:
        return min(members, key=lambda item: item.figure is None or item.figure.measure != "killed")

    monkeypatch.setattr(coded, "_lead", narrow)
    assert Drawn(rows).drifts == [("B1", "measure"), ("B2", "measure")]
