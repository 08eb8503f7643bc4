"""Words with offsets, and words cut into the pieces of the encoder's vocabulary."""

from __future__ import annotations

from importlib import resources
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.claims.tagger.wordpiece import WordPiece, words_of

CUTTER = WordPiece({"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "shell": 3, "##ing": 4, "cafe": 5, "the": 6})


@pytest.fixture(scope="module")
def packaged() -> WordPiece:
    """The vocabulary that the package brings."""
    return WordPiece.load(
        Path(str(resources.files("reportedly").joinpath("data", "models", "attribution.vocabulary.txt")))
    )


def test_marks_stand_alone() -> None:
    """Punctuation is a word of its own, so that a quotation mark never sticks to a name."""
    text = "He said: “No.”"
    assert [span.of(text) for span in words_of(text)] == ["He", "said", ":", "“", "No", ".", "”"]


def test_longest_piece_wins() -> None:
    """A word is cut into its longest known beginning and what continues it."""
    assert CUTTER.pieces("Shelling") == (3, 4)


def test_accents_and_case_do_not_count() -> None:
    """The vocabulary is uncased and without accents."""
    assert CUTTER.pieces("Café") == (5,)


def test_unknown_word_is_one_piece() -> None:
    """What cannot be cut without a rest is unknown as a whole."""
    assert CUTTER.pieces("shellx") == (0,)


def test_overlong_word_is_unknown() -> None:
    """A run of a hundred letters and more is no word that could be cut in useful time."""
    assert CUTTER.pieces("shell" * 30) == (0,)


def test_package_vocabulary_knows_its_marks(packaged: WordPiece) -> None:
    """The marks that open and part a window have the numbers that the encoder was trained with."""
    assert (packaged.opening, packaged.parting) == (101, 102)


@given(st.text(max_size=300))
def test_words_cover_everything_but_spaces(text: str) -> None:
    """Words lie in order, do not overlap, and leave out nothing but white space."""
    spans = list(words_of(text))
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert "".join(span.of(text) for span in spans) == "".join(text.split())


@given(st.text(min_size=1, max_size=40))
def test_every_word_has_pieces(packaged: WordPiece, word: str) -> None:
    """No word vanishes: each has at least one piece."""
    assert packaged.pieces(word)
