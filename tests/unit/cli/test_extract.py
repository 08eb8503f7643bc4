"""``reportedly extract``: the fixed contract that benchmarks rely on."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from click.testing import Result

from toy_reports import REPORTS, report

Call = Callable[..., Result]


def write_lines(path: Path, lines: list[Any]) -> Path:
    """Write objects, one a line."""
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return path


def extracted(call: Call, source: Path) -> list[dict[str, Any]]:
    """Return what the command writes for a file."""
    target = source.with_name("claims.jsonl")
    assert call("extract", source, "--output", target).exit_code in {0, 1}
    return [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]


def test_one_line_a_document_in_order(call: Call, tmp_path: Path) -> None:
    """Each document gives a line with its own id, in the order of the input, claims or none."""
    lines = [report(*one) for one in reversed(REPORTS)]
    found = extracted(call, write_lines(tmp_path / "docs.jsonl", [*lines, report("blank", None, "No stop here")]))
    assert [line["document"]["id"] for line in found] == ["courier", "gazette", "wire", "blank"]


def test_gold_lines_give_what_plain_lines_give(call: Call, tmp_path: Path) -> None:
    """Of a gold line only the document is looked at."""
    plain = [report(*one) for one in REPORTS]
    gold = [{"document": one, "claims": [{"span": [0, 3], "chain": [{"name": "nobody"}]}]} for one in plain]
    first = extracted(call, write_lines(tmp_path / "plain.jsonl", plain))
    assert extracted(call, write_lines(tmp_path / "gold.jsonl", gold)) == first


def test_links_carry_span_and_cue(call: Call, tmp_path: Path) -> None:
    """Every chain link has the span of its source and of its cue in code points of the given text."""
    text = "Ünïted Göats said: 4 sheep were killed."
    line = extracted(call, write_lines(tmp_path / "docs.jsonl", [report("one", None, text)]))[0]
    claim = line["claims"][0]
    link = claim["chain"][0]
    places = [claim["span"], link["span"], link["cue"]]
    assert [text[start:end] for start, end in places] == ["4 sheep were killed", "Ünïted Göats", "said"]


def test_a_broken_line_is_refused_and_the_rest_extracted(call: Call, tmp_path: Path) -> None:
    """A line that is no JSON is named with its number; the other lines are done."""
    source = write_lines(tmp_path / "docs.jsonl", [report(*REPORTS[0])])
    source.write_text(source.read_text() + "{broken\n" + json.dumps(report(*REPORTS[1])) + "\n", encoding="utf-8")
    outcome = call("extract", source, "--output", tmp_path / "claims.jsonl")
    assert outcome.exit_code == 1
    assert "docs.jsonl, line 2" in outcome.stderr
    assert len((tmp_path / "claims.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_bench_prints_one_object_of_figures(call: Call, tmp_path: Path) -> None:
    """The benchmark sees no gold claim, writes its predictions and prints figures."""
    gold = [{"document": report(*REPORTS[0]), "claims": []}]
    source, target = write_lines(tmp_path / "gold.jsonl", gold), tmp_path / "predicted.jsonl"
    outcome = call("bench", "claims", source, "--predictions", target)
    assert json.loads(outcome.stdout)["documents"] == 1
    assert json.loads(target.read_text(encoding="utf-8"))["document"] == {"id": "wire"}
