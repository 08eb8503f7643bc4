"""Replacing characters that cannot be kept."""

from __future__ import annotations

import pytest

from reportedly.read.cleaning import clean


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a\x00b", "a b"), ("a\ud800b", "a\ufffdb"), ("a\u202eb", "a b"), ("\u2066Anna\u2069", " Anna ")],
)
def test_unusable_characters_are_replaced_one_for_one(text: str, expected: str) -> None:
    """NUL, half surrogate pairs and direction controls go; no offset moves."""
    assert clean(text).text == expected


def test_replacement_is_recorded_with_count_and_place() -> None:
    """The loss says how many, what and where the first stood."""
    (loss,) = clean("ab\x00\x00", "title").losses
    assert (loss.code, loss.what, loss.where) == (
        "L112",
        "characters that cannot be kept were replaced: 2 control characters",
        "title, character 2",
    )


@pytest.mark.parametrize("text", ["a\tb\r\nc", "שלום\u200e", "a\u200bb", "🙂", "e\u0301"])
def test_ordinary_text_is_kept(text: str) -> None:
    """Tabs, line ends, plain direction marks, joiners and emoji stay as they are."""
    assert clean(text).text == text
    assert clean(text).losses == ()
