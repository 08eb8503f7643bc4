"""From bytes to characters."""

from __future__ import annotations

import codecs

import pytest

from reportedly.read.decoding import Decoded, decode

SENTENCE = "The ministry said “at least 30” people died near the café – officials confirmed it."


@pytest.mark.parametrize(
    "content",
    [
        SENTENCE.encode(),
        codecs.BOM_UTF8 + SENTENCE.encode(),
        SENTENCE.encode("utf-16"),
        codecs.BOM_UTF16_BE + SENTENCE.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + SENTENCE.encode("utf-32-le"),
    ],
)
def test_unicode_is_read_without_loss(content: bytes) -> None:
    """UTF-8 and marked UTF-16 and UTF-32 give the text, without its mark, and nothing to record."""
    assert decode(content) == Decoded(SENTENCE)


def test_declared_encoding_is_used() -> None:
    """A declared encoding is tried where the bytes are not UTF-8, and is no guess."""
    assert decode("Їжак і ґанок".encode("cp1251"), "windows-1251") == Decoded("Їжак і ґанок")


@pytest.mark.parametrize("declared", ["rot13", "unicode_escape", "no-such", "", None])
def test_unusable_declaration_is_passed_over(declared: str | None) -> None:
    """A declared name that is no encoding of pages leads to a guess, recorded."""
    decoded = decode("Müller sagte".encode("latin-1") + b" in K\xf6ln \xfcber", declared)
    assert decoded is not None
    assert [loss.code for loss in decoded.losses] == ["L110"]


def test_western_bytes_are_guessed_and_recorded() -> None:
    """Windows text is read right, and the guess is named."""
    decoded = decode(SENTENCE.encode("cp1252"))
    assert decoded is not None
    assert decoded.text == SENTENCE
    assert [(loss.code, "cp1252" in loss.what) for loss in decoded.losses] == [("L110", True)]


def test_cyrillic_bytes_are_guessed() -> None:
    """A Cyrillic code page is told from a Western one."""
    text = "Министерство обороны сообщило, что не менее 30 человек погибли в результате удара."
    decoded = decode(text.encode("cp1251"))
    assert decoded is not None
    assert decoded.text == text


def test_few_wrong_bytes_in_utf8_are_replaced_with_their_place() -> None:
    """One damaged byte does not turn the other letters into rubbish."""
    sound = "Größe über Köln, Düsseldorf, Münster und größere Städte. ".encode() * 3
    decoded = decode(sound + b"\xff end")
    assert decoded is not None
    assert "Größe über Köln" in decoded.text
    assert [(loss.code, loss.where) for loss in decoded.losses] == [("L111", f"byte {len(sound)}")]
