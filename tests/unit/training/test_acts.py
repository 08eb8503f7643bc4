"""Annotated acts: words become offsets, and stand-off files hold no words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from acts import checked, faults, located, places, to_standoff
from standoff import TextMismatchError, write_entry

Record = dict[str, Any]
TEXT = "Ada said the dam was safe. The dam was safe, Ada said. Ib told Ada that the dam was safe, he wrote."
DOCUMENT = {"id": "doc-1", "title": "Dam", "outlet": "Quay Post", "date": "2030-05-04", "text": TEXT}


def act(name: str, source: Any, cue: Any, content: Any, **fields: Any) -> Record:
    """Return an act as an annotator writes it."""
    plain = {"id": name, "name": "Ada", "class": "person", "sort": "say", "polarity": "affirmed", "parent": None}
    return {**plain, "source": source, "cue": cue, "content": content, **fields}


def words(one: Record, role: str) -> list[str]:
    """Return the words at the places of a role."""
    return [TEXT[start:end] for start, end in one[role]]


def test_words_are_found() -> None:
    """Every part of an act becomes the place of its words."""
    one = located(TEXT, [act("a1", "Ada", "said", "the dam was safe")])[0]
    assert [words(one, role) for role in ("source", "cue", "content")] == [["Ada"], ["said"], ["the dam was safe"]]


def test_nearest_words_are_taken() -> None:
    """Of words that stand in the text more than once, those beside each other belong together."""
    one = located(TEXT, [act("a1", "Ada", "said", "The dam was safe")])[0]
    assert (one["source"], one["cue"]) == ([[45, 48]], [[49, 53]])


def test_acts_are_sought_in_the_order_of_the_text() -> None:
    """Words that stand in several places are not sought before the act that precedes them in the list."""
    text = "Fog, Ada said. It rained, Ib said. Fog, Ada said."
    second = located(text, [act("a1", "Ib", "said", "It rained"), act("a2", "Ada", "said", "Fog")])[1]
    assert (second["content"], second["source"]) == ([[35, 38]], [[40, 43]])


def test_same_words_a_second_time_are_the_second_place() -> None:
    """Two acts of the same words are not one."""
    text = "Ada said it rained. Ada said it rained."
    first, second = located(text, [act(name, "Ada", "said", "it rained") for name in ("a1", "a2")])
    assert (first["content"], second["content"]) == ([[9, 18]], [[29, 38]])


def test_several_parts_are_all_found() -> None:
    """A content in two parts has two places, the second near the first."""
    text = "The dam, Ada said, was safe. Later it was safe."
    one = located(text, [act("a1", "Ada", "said", ["The dam", "was safe"])])[0]
    assert one["content"] == [[0, 7], [19, 27]]


def test_medium_and_what_is_carried_on_are_found() -> None:
    """``via`` and ``carried`` become places too."""
    one = located(TEXT, [act("a1", "Ib", "told", "the dam was safe", via="Ada", carried="he wrote")])[0]
    assert (words(one, "via"), words(one, "carried")) == (["Ada"], ["he wrote"])
    assert one["via"] == [[63, 66]]


def test_no_source_is_no_place() -> None:
    """An act without a source has an empty list."""
    assert located(TEXT, [act("a1", None, "said", "the dam was safe")])[0]["source"] == []


def test_notes_are_left_out() -> None:
    """What an annotator noted for himself is not handed on."""
    assert "note" not in located(TEXT, [act("a1", "Ada", "said", "the dam was safe", note="hm")])[0]


def test_words_that_are_not_in_the_text_are_refused() -> None:
    """An annotation of other words is no annotation of this text."""
    with pytest.raises(ValueError, match="not in the text: 'Eva'"):
        located(TEXT, [act("a1", "Eva", "said", "the dam was safe")])


def test_part_of_a_word_is_not_the_word() -> None:
    """``art`` does not stand in ``party``."""
    with pytest.raises(ValueError, match="not in the text"):
        places("the party", "art")


def test_sound_acts_have_no_faults() -> None:
    """What is located fits its text."""
    assert list(faults(located(TEXT, [act("a1", "Ada", "said", "the dam was safe")]), TEXT)) == []


@pytest.mark.parametrize(
    "wrong",
    [
        {"content": []},
        {"parent": "a9"},
        {"sort": "sing"},
        {"polarity": "maybe"},
        {"source": [[90, 999]]},
        {"cue": [[4, 4]]},
        {"carried": [[3, 4]]},
        {"via": [[-1, 3]]},
    ],
)
def test_unfit_values_are_faults(wrong: Record) -> None:
    """Empty contents, unknown parents and values, and places outside the text are told."""
    one = located(TEXT, [act("a1", "Ada", "said", "the dam was safe")])[0]
    assert len(list(faults([{**one, **wrong}], TEXT))) == 1


def test_id_that_is_there_twice_is_a_fault() -> None:
    """Both acts of one id are told."""
    one = located(TEXT, [act("a1", "Ada", "said", "the dam was safe")])[0]
    assert len(list(faults([one, one], TEXT))) == 2


def _entry() -> Record:
    acts = located(TEXT, [act("a1", "Ada", "said", "the dam was safe", carried="he wrote")])
    return to_standoff(DOCUMENT, acts, "first", "CC BY 4.0")


def test_standoff_holds_no_words_of_the_text() -> None:
    """Neither text nor source, cue and content stand in the file; the name of the source alone does."""
    written = json.dumps(_entry())
    assert not any(one in written for one in ("said", "dam was", "he wrote"))


def test_standoff_names_document_and_annotator() -> None:
    """The file says of which document it is, by whom, and under which licences."""
    entry = _entry()
    assert (entry["document"]["published"], entry["document"]["length"]) == ("2030-05-04", len(TEXT))
    assert (entry["annotator"], entry["annotation_licence"]) == ("first", "CC BY 4.0")


def test_acts_come_back_with_their_text() -> None:
    """With the annotated text the acts are what they were."""
    assert checked(_entry(), TEXT) == located(TEXT, [act("a1", "Ada", "said", "the dam was safe", carried="he wrote")])


def test_another_text_is_refused() -> None:
    """Offsets into a text that was changed would mean nothing."""
    with pytest.raises(TextMismatchError, match="doc-1"):
        checked(_entry(), TEXT + " ")


def test_file_has_an_act_a_line(tmp_path: Path) -> None:
    """A change of one act is a change of one line."""
    write_entry(_entry(), tmp_path, "attributions")
    written = (tmp_path / "doc-1.json").read_text(encoding="utf-8")
    assert json.loads(written) == _entry()
    assert sum('"id": "a' in line for line in written.splitlines()) == 1
