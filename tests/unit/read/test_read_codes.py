"""The tables of read's refusals and losses."""

from __future__ import annotations

import pytest

from reportedly.read.codes import LOSSES, REFUSALS, loss, refuse


@pytest.mark.parametrize("code", sorted({**REFUSALS, **LOSSES}))
def test_every_code_has_title_and_advice(code: str) -> None:
    """Codes are R2 or L1 and two digits, with words for both parts."""
    title, advice = {**REFUSALS, **LOSSES}[code]
    assert code[:2] in {"R2", "L1"}
    assert title
    assert advice.endswith(".")


def test_refusal_names_the_place() -> None:
    """Where it stands is the file and line that was given."""
    assert refuse("R203", "r.jsonl, line 2", "no value").where == "r.jsonl, line 2"


def test_loss_says_detail_after_title() -> None:
    """The detail of the case follows the title."""
    assert loss("L110", "cp1252").what == "the encoding was guessed: cp1252"
