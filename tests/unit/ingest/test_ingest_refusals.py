"""The table of ingest's refusals."""

from __future__ import annotations

import pytest

from reportedly.ingest.refusals import REFUSALS, refuse


@pytest.mark.parametrize("code", sorted(REFUSALS))
def test_every_refusal_has_title_and_advice(code: str) -> None:
    """Codes are R and three digits, with words for both parts."""
    title, advice = REFUSALS[code]
    assert code.startswith("R1")
    assert title
    assert advice.endswith(".")


def test_refusal_says_detail_after_title() -> None:
    """The detail of the case follows the title."""
    assert refuse("R102", "a.txt", "0 bytes").what == "the file is empty: 0 bytes"
