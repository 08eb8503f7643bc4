"""Content words, names and shared wording."""

from __future__ import annotations

import pytest

from reportedly.model.span import Span
from reportedly.model.wording import (
    containment,
    content,
    is_description,
    likeness,
    names,
    sentence_around,
    sentences,
    shingles,
    stem,
    wording,
)


@pytest.mark.parametrize("words", [("killed", "dead", "bodies"), ("arrested", "detained"), ("lorry", "trucks")])
def test_words_of_one_concept_share_a_stem(words: tuple[str, ...]) -> None:
    """Everyday synonyms of what reports count become one token."""
    assert len({stem(word) for word in words}) == 1


def test_endings_do_not_count() -> None:
    """Plural and tense of other words are cut off."""
    assert stem("Harbours") == stem("harbour")


def test_content_leaves_out_grammar_and_numbers() -> None:
    """Only words that tell what a sentence is about remain."""
    assert content("On Monday 17 people said the warehouse was empty") == ("warehous", "empty")


def test_names_are_capitals_within_a_sentence() -> None:
    """The first word of a sentence is no name by its capital alone."""
    assert names("Fishermen left Port Velt. They met the NRK.") >= {"velt", "nrk"}
    assert "fishermen" not in names("Fishermen left Port Velt.")


def test_wording_hides_numbers() -> None:
    """Two sentences that differ in the number alone have one wording."""
    assert wording("Seventeen people fell") == wording("19 people fell")


def test_a_short_text_is_its_own_run() -> None:
    """Fewer words than a run still give one run."""
    assert shingles(("a", "b")) == {("a", "b")}
    assert shingles(()) == frozenset()


def test_likeness_and_containment_of_nothing_are_nothing() -> None:
    """Empty sets are like nothing."""
    assert likeness([], ["a"]) == containment(["a"], []) == 0.0


def test_a_part_is_contained_whole() -> None:
    """Containment asks for the smaller set only, likeness for both."""
    assert containment("ab", "abcd") == 1.0
    assert likeness("ab", "abcd") == pytest.approx(2 / 3)


def test_sentences_cover_a_text() -> None:
    """Sentences end at punctuation before a capital and at line breaks."""
    assert [span.of("One. Two!\nThree") for span in sentences("One. Two!\nThree")] == ["One. ", "Two!\n", "Three"]


def test_the_sentence_around_a_span_holds_it() -> None:
    """A span across two sentences gets both."""
    text = "One man came. Two men left. Three slept."
    assert sentence_around(text, Span(4, 20)) == Span(0, 28)


@pytest.mark.parametrize("name", ["rescuers", "a senior official", "the doctors and the organisers", "US officials"])
def test_a_description_names_nobody(name: str) -> None:
    """Sources that are only described are told from names."""
    assert is_description(name)


@pytest.mark.parametrize("name", ["Dunmar police", "Velt Coastguard", "harbour master of Port Lomb"])
def test_a_named_body_is_no_description(name: str) -> None:
    """A body with a name of its own is one, whatever stands beside it."""
    assert not is_description(name)
