"""Windows of whole sentences for the encoder."""

from __future__ import annotations

from reportedly.claims.tagger.windows import LONGEST, OVERLAP, Window, windows
from reportedly.claims.tagger.wordpiece import WordPiece
from reportedly.model.span import Span

CUTTER = WordPiece({"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "one": 3, ".": 4})


def _windows(sentence: str, count: int, per_paragraph: int = 1000) -> tuple[str, list[Window]]:
    text = sentence * count
    spans = [(Span(n * len(sentence), (n + 1) * len(sentence)), n // per_paragraph) for n in range(count)]
    return text, windows(text, spans, CUTTER)


def test_short_document_is_one_window() -> None:
    """What fits is read in one piece."""
    _, found = _windows("one one. ", 10)
    assert len(found) == 1


def test_no_window_is_too_long() -> None:
    """A window with its marks stays within what the encoder was trained on."""
    _, found = _windows("one one one. ", 400)
    assert all(len(window.pieces) <= LONGEST + 2 for window in found)


def test_windows_overlap() -> None:
    """The end of one window is read again at the head of the next."""
    _, found = _windows("one one one. ", 400)
    shared = set(found[0].words) & set(found[1].words)
    assert len(shared) >= OVERLAP * 3 // 4


def test_every_word_is_in_a_window() -> None:
    """Nothing of a long document is left unread."""
    text, found = _windows("one one one. ", 400)
    assert {word for window in found for word in window.words} == {
        Span(at, at + 3) for at in range(0, len(text), 1) if text[at : at + 3] == "one" and text[at - 1 : at] != "o"
    } | {Span(at, at + 1) for at, sign in enumerate(text) if sign == "."}


def test_endless_sentence_is_cut() -> None:
    """A sentence longer than any window is read in parts and does not stop the reading."""
    text = "one " * 2000
    found = windows(text, [(Span(0, len(text)), 0)], CUTTER)
    assert sum(len(window.words) for window in found) >= 2000


def test_paragraphs_are_parted() -> None:
    """A mark stands where a paragraph ends, so that the encoder sees the break."""
    _, found = _windows("one. ", 4, per_paragraph=2)
    assert found[0].pieces.count(CUTTER.parting) == 2


def test_first_piece_of_each_word_is_known() -> None:
    """Each word's vector is taken from its first piece."""
    _, found = _windows("one one. ", 3)
    assert [found[0].pieces[place] for place in found[0].firsts][:3] == [3, 3, 4]
