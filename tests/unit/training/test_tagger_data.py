"""Windows with labels for training: folds that never change, and what each word is to an act."""

from __future__ import annotations

from typing import Any

import pytest
from acts import located
from hypothesis import given
from hypothesis import strategies as st
from tagger_data import CARRIED, CONTENT, CONTENT_ON, CUE, FOLDS, OUTSIDE, SOURCE, SOURCE_ON, fold_of, window_records

from reportedly.claims.extractor import Extractor, load_extractor

Record = dict[str, Any]
TEXT = "As the old mayor put it, the dam was safe. It rained."


@pytest.fixture(scope="module", name="reader")
def fixture_reader() -> Extractor:
    """The packaged reader, for sentences and pieces of words."""
    return load_extractor()


def records(reader: Extractor, text: str, **fields: Any) -> list[Record]:
    """Return the windows of a text with one act."""
    plain = {"id": "a1", "source": "the old mayor", "cue": ["As", "put it"], "content": "the dam was safe"}
    made = located(text, [{**plain, "sort": "think", "polarity": "denied", **fields}])
    assert reader.network is not None
    return list(window_records(text, "doc-1", made, reader.nlp, reader.network.cutter))


@pytest.mark.parametrize(("name", "fold"), [("doc-1", 5), ("doc-2", 2), ("wn-100", 3), ("émigré", 3)])
def test_fold_of_a_document_never_changes(name: str, fold: int) -> None:
    """A fold depends on nothing but the id: another training measures on the same documents."""
    assert fold_of(name) == fold


@given(st.text(max_size=30))
def test_every_document_has_a_fold(name: str) -> None:
    """Whatever the id, there is a fold, and asking twice gives the same."""
    assert fold_of(name) == fold_of(name) in range(FOLDS)


def test_window_names_document_and_fold(reader: Extractor) -> None:
    """Each line says of which document it is and to which fold it belongs."""
    one = records(reader, TEXT)[0]
    assert (one["doc"], one["fold"], one["window"]) == ("doc-1", fold_of("doc-1"), 0)


def test_words_have_their_roles(reader: Extractor) -> None:
    """First and further words of the source differ, and every run of the cue is cue."""
    one = records(reader, TEXT)[0]["acts"][0]
    assert one["roles"][:6] == [CUE, SOURCE, SOURCE_ON, SOURCE_ON, CUE, CUE]


def test_words_are_content_or_not(reader: Extractor) -> None:
    """The first word of a content is marked apart, what is carried on as such."""
    one = records(reader, TEXT, carried="It rained")[0]["acts"][0]
    assert one["contents"][7:] == [CONTENT, *[CONTENT_ON] * 3, OUTSIDE, CARRIED, CARRIED, OUTSIDE]


def test_main_run_of_a_cue_is_its_longest(reader: Extractor) -> None:
    """``as X put it`` is sought at ``put it``."""
    assert records(reader, TEXT)[0]["acts"][0]["cue"] == [4, 5]


def test_sort_and_polarity_are_numbers(reader: Extractor) -> None:
    """They are counted in the order of the program's own enumerations."""
    one = records(reader, TEXT)[0]["acts"][0]
    assert (one["sort"], one["polarity"]) == (2, 1)


def test_act_is_labelled_only_where_its_cue_is(reader: Extractor) -> None:
    """A window without the cue knows nothing of the act."""
    found = records(reader, TEXT + " It rained on." * 150)
    assert len(found) > 1
    assert [len(one["acts"]) for one in found] == [1, *[0] * (len(found) - 1)]


def test_words_are_places_of_the_text(reader: Extractor) -> None:
    """The offsets of a window's words give the words back."""
    one = records(reader, TEXT)[0]
    assert [TEXT[start:end] for start, end in one["words"]][:4] == ["As", "the", "old", "mayor"]
