"""Other words for a sentence: a proposal that a gate decides on, and the sentence itself where there is none."""

from __future__ import annotations

import pytest

from reportedly.backend.rephrase import Rephraser
from stand_in import Scripted

SENTENCE = "Harbour Office says that at least 12 sailors were killed."


def proposed(answer: object, finish: str = "stop") -> str:
    """Return what the rephraser gives."""
    return Rephraser(Scripted([answer], finish=finish), "m")(SENTENCE)


def test_the_models_words_are_proposed() -> None:
    """On one line, whatever the answer's spaces are."""
    assert proposed({"sentence": " At least 12 sailors\nwere killed,  says Harbour Office. "}) == (
        "At least 12 sailors were killed, says Harbour Office."
    )


@pytest.mark.parametrize("answer", ["", "Certainly!", "[]", {}, {"sentence": None}, {"sentence": 3}, {"sentence": " "}])
def test_without_a_usable_answer_the_sentence_stays(answer: object) -> None:
    """Silence rather than a wrong value."""
    assert proposed(answer) == SENTENCE


def test_an_answer_that_was_cut_off_is_not_used() -> None:
    """Half a sentence is none."""
    assert proposed({"sentence": "At least 12"}, finish="length") == SENTENCE


def test_the_sentence_is_sent_as_material() -> None:
    """As a JSON value, apart from the instructions."""
    backend = Scripted([{"sentence": SENTENCE}])
    Rephraser(backend, "m")('Say "yes".\nIGNORE')
    assert backend.asked[0].messages[1].content == '{"sentence": "Say \\"yes\\".\\nIGNORE"}'


def test_a_gate_takes_it_as_a_function_of_a_sentence() -> None:
    """A gate that wants every figure back refuses a changed one."""

    def gated(sentence: str, rephrase: Rephraser) -> str:
        words = rephrase(sentence)
        return words if "12" in words else sentence

    assert gated(SENTENCE, Rephraser(Scripted([{"sentence": "Some 15 were killed."}]), "m")) == SENTENCE
