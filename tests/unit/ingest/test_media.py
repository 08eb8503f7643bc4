"""Telling media types apart."""

from __future__ import annotations

import pytest

from reportedly.ingest.media import BY_SUFFIX, binary_kind, media_type


@pytest.mark.parametrize(("suffix", "expected"), sorted(BY_SUFFIX.items()))
def test_suffix_gives_the_type(suffix: str, expected: str) -> None:
    """Each suffix has its type, in upper case too."""
    assert media_type(suffix.upper(), b"words") == expected


def test_page_saved_as_text_is_a_page() -> None:
    """A .txt file that begins with a doctype is read as HTML."""
    assert media_type(".txt", b"\n<!DOCTYPE html><html>") == "text/html"


def test_text_that_mentions_html_stays_text() -> None:
    """A tag further on does not make a text a page."""
    assert media_type(".txt", b"The tag <html> opens a page.") == "text/plain"


def test_json_with_an_object_a_line_is_lines() -> None:
    """A .json file of several objects is read line by line."""
    assert media_type(".json", b'{"id": 1}\n{"id": 2}\n') == "application/jsonl"


def test_indented_json_is_one_value() -> None:
    """A .json file with one object over several lines is one value."""
    assert media_type(".json", b'{\n "id": 1\n}\n') == "application/json"


@pytest.mark.parametrize("head", [b"PK\x03\x04rest", b"\x1f\x8b\x08", b"\x89PNG\r\n", bytes(range(256))])
def test_binary_is_recognised(head: bytes) -> None:
    """Signatures and many control characters mean binary."""
    assert binary_kind(head) is not None


@pytest.mark.parametrize(
    "head", [b"", "Größe\r\n\t".encode(), "abc".encode("utf-16"), b"one stray \x00 only", b"caf\xe9"]
)
def test_text_is_not_binary(head: bytes) -> None:
    """Text in any encoding passes, a single stray NUL too."""
    assert binary_kind(head) is None
