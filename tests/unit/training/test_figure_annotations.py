"""The annotated figures: they find their texts, hold values of the codebook, and teach what they mark."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import figures
import pytest
from standoff import text_hash

from counted import reader
from reportedly.claims.figures_numerals import find_numerals
from reportedly.model.claim import Measure, Scope
from reportedly.model.count import Period, Victims
from reportedly.model.span import Span
from shared_data import shared_path

FOLDER = Path(figures.__file__).parent / "annotations/figures"
FILES = sorted(path.name for path in FOLDER.glob("*.jsonl"))
STANDOFF = {"muc.jsonl", "wikinews.jsonl"}
UNSTATED = {"killed", "wounded", "casualties", "captured", "missing", "detained"}
Record = dict[str, Any]
each_file = pytest.mark.parametrize("name", FILES)


def records(name: str) -> list[Record]:
    """Return the annotated documents of a file."""
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


def marked(name: str) -> list[tuple[Record, Record]]:
    """Return every figure of a file with its document."""
    return [(one, figure) for one in records(name) for figure in one["figures"]]


@each_file
def test_spans_lie_in_their_text(name: str) -> None:
    """Figure and noun have places, and none runs past the end."""
    for document, figure in marked(name):
        spans = [Span(*span) for span in (figure["span"], figure["of"]) if span is not None]
        assert all(len(span) > 0 and span.end <= document["length"] for span in spans), document["id"]


@each_file
def test_values_are_of_the_codebook(name: str) -> None:
    """Measure, scope, period and sort of people have no other names."""
    for document, figure in marked(name):
        assert figure["measure"] in set(Measure), document["id"]
        assert figure["scope"] in set(Scope), document["id"]
        assert figure["period"] in set(Period), document["id"]
        assert figure["side"] in set(Victims), document["id"]


@each_file
def test_marks_are_yes_or_no(name: str) -> None:
    """No mark is left open."""
    marks = [figure[mark] for _, figure in marked(name) for mark in ("stated", "again", "main")]
    assert all(isinstance(mark, bool) for mark in marks)


@each_file
def test_bounds_run_forward(name: str) -> None:
    """Every figure has an end, and the lower one is not above the upper."""
    for document, figure in marked(name):
        ends = [figure[end] for end in ("low", "high") if figure.get(end) is not None]
        assert ends, document["id"]
        assert ends == sorted(ends), document["id"]


@each_file
def test_victims_without_a_number_were_harmed(name: str) -> None:
    """Only what befalls people stands without a number."""
    assert {figure["measure"] for _, figure in marked(name) if not figure["stated"]} <= UNSTATED


@each_file
def test_totals_are_numbers_of_dead_and_wounded(name: str) -> None:
    """A document about one incident has both totals, others none."""
    for document in records(name):
        totals = document["totals"]
        assert totals is None or set(totals) <= {"killed", "wounded"}, document["id"]
        assert all(isinstance(number, int) and number >= 0 for number in (totals or {}).values()), document["id"]


@each_file
def test_every_document_has_its_licence(name: str) -> None:
    """Nothing stands there without one."""
    assert all(one["licence"] for one in records(name))


def test_no_document_is_there_twice() -> None:
    """An id stands once over all files."""
    keys = [one["id"] for name in FILES for one in records(name)]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("name", sorted(STANDOFF))
def test_no_text_of_others_is_in_the_repository(name: str) -> None:
    """Stand-off files hold neither text nor title."""
    assert not any({"text", "title"} & set(one) for one in records(name))


@pytest.mark.parametrize("name", sorted(set(FILES) - STANDOFF))
def test_invented_texts_are_the_annotated_ones(name: str) -> None:
    """Hash and length fit."""
    documents = records(name)
    assert [(text_hash(one["text"]), len(one["text"])) for one in documents] == [
        (one["sha256"], one["length"]) for one in documents
    ]


@pytest.mark.shared
def test_every_annotation_finds_its_text() -> None:
    """The shared texts have the hash and the length of what was annotated."""
    found = list(figures.annotated(shared_path("data").parent))
    assert len(found) == sum(len(records(name)) for name in FILES)
    assert all(len(record["text"]) == record["length"] for record, _ in found)


@pytest.mark.shared
def test_another_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Offsets are not read against a text that was changed."""
    monkeypatch.setattr(figures, "text_hash", lambda text: text_hash(f"{text} Corrected."))
    with pytest.raises(ValueError, match="another text"):
        list(figures.annotated(shared_path("data").parent))


@pytest.mark.shared
@pytest.mark.parametrize("held", ["dev", "seed"])
def test_no_document_is_there_to_measure(held: str) -> None:
    """Neither id nor text of a held-out claim file is among the annotated ones."""
    lines = shared_path(f"data/claims/{held}.jsonl").read_text(encoding="utf-8").splitlines()
    documents = [json.loads(line)["document"] for line in lines]
    ours = [one for name in FILES for one in records(name)]
    assert {one["id"] for one in documents}.isdisjoint(one["id"] for one in ours)
    assert {text_hash(one["text"]) for one in documents}.isdisjoint(one["sha256"] for one in ours)


@pytest.mark.shared
@pytest.mark.parametrize("held", ["muc4_tst1", "muc4_tst2"])
def test_no_report_of_a_test_split_is_there(held: str) -> None:
    """The reports of the MUC test splits teach nothing."""
    lines = shared_path(f"data/counts/{held}.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.loads(line)["doc_id"] for line in lines}.isdisjoint(one["id"] for one in records("muc.jsonl"))


@pytest.mark.shared
def test_stated_figures_stand_where_numbers_are() -> None:
    """Nearly every figure that is marked as stated meets a number that the reader finds, with the same ends."""
    stated = same = 0
    for record, _ in figures.annotated(shared_path("data").parent):
        numerals = find_numerals(record["text"], Span(0, len(record["text"])))
        for figure in (one for one in record["figures"] if one["stated"]):
            near = [one for one in numerals if one.span.overlaps(Span(*figure["span"]))]
            stated += 1
            same += any((one.low, one.high) == (figure.get("low"), figure.get("high")) for one in near)
    assert same / stated >= 0.98


TEXT = "The blast of 2011 killed 12 miners. A nurse was wounded, and 4 doors were locked."


def _figure(words: str, measure: str, stated: bool) -> Record:
    start = TEXT.index(words)
    facets = {"period": "incident", "again": False, "main": True, "side": "civilian", "scope": "incident"}
    return {"span": [start, start + len(words)], "measure": measure, "stated": stated, **facets}


def _labels(name: str) -> list[str]:
    """Return the labels of the examples that the text above gives one model."""
    marks = [_figure("12", "killed", stated=True), _figure("A nurse", "wounded", stated=False)]
    record = {"id": "made", "text": TEXT, "figures": marks}
    found = figures.figure_examples(record, "made", figures.parsed(record, reader().nlp))
    return [example.label for model, example in found if model == name]


def test_numbers_that_are_not_marked_teach_nothing_counted() -> None:
    """The marked number has its measure, the doors ``none``."""
    labels = _labels("measure")
    assert [label for label in labels if label != "none"] == ["killed"]
    assert labels[-1] == "none"


def test_a_marked_victim_teaches_its_measure() -> None:
    """The nurse is the one victim without a number."""
    assert [label for label in _labels("victim") if label != "none"] == ["wounded"]


@pytest.mark.parametrize("name", ["period", "again", "main", "side"])
def test_each_marked_figure_teaches_its_facets(name: str) -> None:
    """Both marked ones, in the order of the text."""
    assert len(_labels(name)) == 2
