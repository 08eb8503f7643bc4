"""The figures of the task ``attribution``."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reportedly.bench.attribution import record, score, score_document
from reportedly.model.attributed import Attributed, Form, Sort, Stance
from reportedly.model.claim import SourceClass
from reportedly.model.span import Span
from shared_data import shared_path

Record = dict[str, Any]
TEXT = "The Courier wrote that the navy denied that two barges had sunk. Rain fell, sailors noted."
PERFECT = {"p": 1.0, "r": 1.0, "f1": 1.0}
FIGURES = ("detect", "source", "cue", "triple", "nested")


def places(*words: str) -> list[list[int]]:
    """Return where words stand in the text."""
    return [[TEXT.index(one), TEXT.index(one) + len(one)] for one in words]


def act(name: str, source: str, cue: str, *content: str, parent: str | None = None) -> Record:
    """Return an attribution in the form of the scorer."""
    sources = places(source) if source else []
    return {"id": name, "source": sources, "cue": places(cue), "content": places(*content), "parent": parent}


def line(*acts: Record, doc: str = "d") -> Record:
    """Return a line over the text above."""
    return {"doc": doc, "text": TEXT, "attributions": list(acts)}


OUTER = act("a", "The Courier", "wrote", "that the navy denied that two barges had sunk")
INNER = act("b", "the navy", "denied", "that two barges had sunk", parent="a")
LAST = act("c", "sailors", "noted", "Rain fell")
GOLD = line(OUTER, INNER, LAST)


def figures(*acts: Record) -> Record:
    """Score a prediction of the text."""
    return score([GOLD], [line(*acts)])


def test_gold_against_itself_is_right_everywhere() -> None:
    """A prediction that equals gold scores 1 in every figure."""
    found = figures(OUTER, INNER, LAST)
    assert [found[name] for name in FIGURES] == [PERFECT] * 5
    assert found["core"] == {"recall": 1.0, "precision": 1.0}


def test_order_and_names_of_ids_do_not_matter() -> None:
    """A prediction has its own ids and comes in any order."""
    renamed = [LAST | {"id": "x"}, INNER | {"id": "y", "parent": "z"}, OUTER | {"id": "z"}]
    assert figures(*renamed) == figures(OUTER, INNER, LAST)


def test_a_missed_attribution_costs_recall() -> None:
    """Two of three are found, and what is found is right."""
    assert figures(OUTER, INNER)["detect"] == {"p": 1.0, "r": 0.6667, "f1": 0.8}


def test_an_invented_attribution_costs_precision() -> None:
    """One too many is one wrong of four."""
    assert figures(OUTER, INNER, LAST, act("x", "", "wrote", "wrote"))["detect"]["p"] == 0.75


def test_a_wrong_source_spoils_source_and_triple_alone() -> None:
    """The attribution is found and its cue right; under another's name it is wrong as a whole."""
    found = figures(OUTER, INNER, act("c", "The Courier", "noted", "Rain fell"))
    assert [found[name]["f1"] for name in FIGURES] == [1.0, 0.6667, 1.0, 0.6667, 1.0]


def test_a_missing_source_is_a_wrong_source() -> None:
    """Naming nobody where somebody is named is no half success."""
    assert figures(OUTER, INNER, LAST | {"source": []})["source"]["r"] == 0.6667


def test_no_source_on_both_sides_is_right() -> None:
    """Where gold names nobody, naming nobody is right."""
    nobody = line(LAST | {"source": []})
    assert score([nobody], [nobody])["source"] == PERFECT


def test_a_wrong_cue_spoils_cue_and_triple_alone() -> None:
    """Other words that attribute cost the cue."""
    found = figures(OUTER, INNER, LAST | {"cue": places("wrote")})
    assert [found[name]["f1"] for name in FIGURES] == [1.0, 1.0, 0.6667, 0.6667, 1.0]


def test_a_cue_is_right_from_one_shared_word() -> None:
    """How far a cue reaches is a matter of taste."""
    assert figures(OUTER, INNER, LAST | {"cue": places("sailors noted")})["cue"] == PERFECT


def test_a_lost_parent_spoils_the_nesting_alone() -> None:
    """An attribution that stands beside its teller and not inside loses the edge."""
    found = figures(OUTER, INNER | {"parent": None}, LAST)
    assert (found["nested"]["f1"], found["triple"]) == (0.0, PERFECT)


def test_a_parent_too_many_costs_precision() -> None:
    """An invented edge is one wrong of two."""
    assert figures(OUTER, INNER, LAST | {"parent": "a"})["nested"] == {"p": 0.5, "r": 1.0, "f1": 0.6667}


def test_documents_without_nesting_count_no_edges() -> None:
    """Where gold was annotated without parents, predicted ones are not held against anybody."""
    assert score([line(LAST)], [line(LAST | {"parent": "a"}, OUTER)])["nested"]["p"] == 0.0


def test_a_content_that_shares_too_little_is_not_found() -> None:
    """Below a Dice of one half it is another attribution."""
    assert figures(OUTER, INNER, LAST | {"content": places("Rain fell, sailors noted", "barges had sunk")})["detect"][
        "r"
    ] == pytest.approx(0.6667)


def test_marks_and_spaces_cost_nothing() -> None:
    """Only words are compared."""
    assert figures(OUTER, INNER, LAST | {"content": places(" Rain fell, ")}) == figures(OUTER, INNER, LAST)


def test_an_attribution_without_content_does_not_count() -> None:
    """Empty contents are dropped on both sides."""
    assert figures(OUTER, INNER, LAST, LAST | {"id": "e", "content": []})["predicted"] == 3


def test_a_document_without_predictions_counts_as_missed() -> None:
    """Every gold document counts, predicted or not."""
    assert score([GOLD], [])["detect"] == {"p": 0.0, "r": 0.0, "f1": 0.0}


def test_a_document_that_gold_does_not_know_is_ignored() -> None:
    """Predictions elsewhere neither help nor hurt."""
    assert score([GOLD], [GOLD, line(OUTER, doc="other")]) == score([GOLD], [GOLD])


def test_core_counts_verbs_of_speech_alone() -> None:
    """``wrote`` and ``noted`` are core, ``denied`` is not."""
    counts = score_document(TEXT, GOLD["attributions"], [OUTER])
    assert (counts["core gold"], counts["core found"], counts["core right"]) == (2, 1, 1)


def test_a_record_holds_what_the_scorer_reads() -> None:
    """Offsets are pairs of numbers, and the parent is an id."""
    one = Attributed(
        *("att-1", "d", (Span(0, 3),), "Ada", SourceClass.PERSON, (Span(4, 8),), (Span(9, 12), Span(20, 24))),
        sort=Sort.SAY,
        stance=Stance.AFFIRMED,
        form=Form.CLAUSE,
        statement=True,
        parent="att-0",
    )
    spans = {"source": [[0, 3]], "cue": [[4, 8]], "content": [[9, 12], [20, 24]]}
    assert record(one) == {"id": "att-1", **spans, "parent": "att-0"}


def _spans(dice: random.Random, words: list[tuple[int, int]], most: int) -> list[list[int]]:
    starts = sorted(dice.sample(range(len(words) - 6), dice.randint(0, most)))
    return [[words[one][0], words[one + dice.randint(0, 5)][1]] for one in starts]


def _random_acts(dice: random.Random, words: list[tuple[int, int]]) -> list[Record]:
    acts: list[Record] = []
    for number in range(dice.randint(0, 6)):
        spans = {"source": _spans(dice, words, 1), "cue": _spans(dice, words, 2), "content": _spans(dice, words, 3)}
        acts.append({"id": f"e{number}", **spans, "parent": dice.choice([None, f"e{dice.randint(0, 5)}"])})
    return acts


def _shaken(dice: random.Random, acts: list[Record]) -> list[Record]:
    """Attributions with some dropped, some parts moved by a few characters and some parents lost."""
    kept = [one for one in acts if dice.random() < 0.8]
    moved = []
    for one in kept:
        parts = {
            role: [[max(0, low + dice.choice([0, 0, 6, -6])), high + dice.choice([0, 0, 9])] for low, high in one[role]]
            for role in ("source", "cue", "content")
        }
        moved.append({**one, **parts, "parent": one["parent"] if dice.random() < 0.8 else None})
    return moved


def _lines(dice: random.Random) -> tuple[list[Record], list[Record]]:
    gold, predicted = [], []
    for number in range(25):
        spoken = [dice.choice("said noted barge dam told fog, rain. pier reports Ada".split()) for _ in range(60)]
        text, words, at = " ".join(spoken), [], 0
        for word in spoken:
            words.append((at, at + len(word)))
            at += len(word) + 1
        acts = _random_acts(dice, words)
        gold.append({"doc": f"d{number}", "text": text, "attributions": acts})
        more = [one | {"id": f"x{one['id']}"} for one in _random_acts(dice, words)[:2]]
        predicted.append({"doc": f"d{number}", "attributions": [*_shaken(dice, acts), *more]})
    return gold, predicted


def _theirs(folder: Path, gold: list[Record], predicted: list[Record]) -> Record:
    scorer = shared_path("eval/score_attribution.py")
    files = []
    for name, lines in (("gold", gold), ("predicted", predicted)):
        files.append(folder / f"{name}.jsonl")
        files[-1].write_text("".join(json.dumps(one) + "\n" for one in lines), encoding="utf-8")
    command = [sys.executable, str(scorer), *map(str, files), "--by", "cue", "--json"]
    figures: Record = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    return figures


NAMES = {
    "detect": "B detect",
    "source": "B source~",
    "cue": "B cue~",
    "triple": "B triple~",
    "nested": "D nested edges",
}


@pytest.mark.shared
@pytest.mark.parametrize("seed", range(4))
def test_the_figures_are_those_of_the_scorer(tmp_path: Path, seed: int) -> None:
    """On random spans the task gives the figures that the shared scorer gives."""
    gold, predicted = _lines(random.Random(seed))
    ours, theirs = score(gold, predicted), _theirs(tmp_path, gold, predicted)
    assert {name: list(ours[name].values()) for name in NAMES} == {name: theirs[NAMES[name]] for name in NAMES}


@pytest.mark.shared
@pytest.mark.parametrize("seed", range(2))
def test_the_core_is_that_of_the_scorer(tmp_path: Path, seed: int) -> None:
    """Recall and precision over verbs of speech are those that the scorer counts by cue."""
    gold, predicted = _lines(random.Random(seed))
    core = _theirs(tmp_path, gold, predicted)["by"]["core"]
    expected = {"recall": core["detect"] / core["gold"], "precision": core["right"] / core["pred"]}
    assert score(gold, predicted)["core"] == {name: round(figure, 4) for name, figure in expected.items()}
