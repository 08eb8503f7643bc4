"""``reportedly lint``: files of several forms, places, exit status, choice of scale and rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from reportedly.cli import main

MARKDOWN = """# Title

It is **very likely** (80-95 %) that the road is open.

> It may rain.

The bridge *may* have fallen; see `may` in [a note](https://example.org/may-be).
"""
HTML = """<html><head><title>It may be</title></head><body>
<h2>High confidence</h2><p>The raid is likely.</p>
<p>The bridge <b>may</b> have fallen.</p><blockquote>It may.</blockquote></body></html>
"""


def run(*arguments: str | Path, stdin: str | None = None) -> Result:
    """Run ``reportedly lint``."""
    return CliRunner().invoke(main, ["lint", *(str(argument) for argument in arguments)], input=stdin)


def found(*arguments: str | Path, stdin: str | None = None) -> list[dict[str, Any]]:
    """Return what ``--json`` lists."""
    listed: list[dict[str, Any]] = json.loads(run(*arguments, "--json", stdin=stdin).stdout)["found"]
    return listed


def test_a_clean_file_gives_exit_status_0(tmp_path: Path) -> None:
    """And says that nothing was found."""
    path = tmp_path / "a.txt"
    path.write_text("It is likely (55-80 %) that the bridge fell.", encoding="utf-8")
    outcome = run(path)
    assert (outcome.exit_code, outcome.stdout.strip()) == (0, "nothing found")


@pytest.mark.parametrize(("name", "text", "line", "column"), [("a.md", MARKDOWN, 7, 13), ("a.html", HTML, 3, 18)])
def test_places_are_those_of_the_file(tmp_path: Path, name: str, text: str, line: int, column: int) -> None:
    """Marks, code, addresses and block quotes are skipped and move nothing."""
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    (one,) = found(path)
    assert (one["rule"], one["line"], one["column"], one["words"]) == ("L04", line, column, "may")
    assert text[one["start"] : one["end"]] == "may"


def test_people_see_place_rule_and_advice() -> None:
    """Two lines a finding, from stdin."""
    outcome = run("-", stdin="The bridge may have fallen.\n")
    assert outcome.exit_code == 1
    assert outcome.stdout.startswith("-:1:12: L04 'may' judges nothing")
    assert "-> give the likelihood by a word of the scale" in outcome.stdout


def test_lines_can_be_texts_of_their_own() -> None:
    """Two scales in two lines are no mixture then."""
    text = "A truce is very likely.\nA mutiny is highly unlikely.\n"
    assert [one["rule"] for one in found("-", stdin=text)] == ["L01"]
    assert found("-", "--lines", stdin=text) == []


def test_a_list_of_sentences_is_taken_by_line() -> None:
    """Twenty lines with a sentence each are no product; ``--whole`` makes one of them."""
    text = "A truce is very likely.\nA mutiny is highly unlikely.\n" * 10
    assert found("-", stdin=text) == []
    assert {one["rule"] for one in found("-", "--whole", stdin=text)} == {"L01"}


def test_records_are_texts_of_their_own(tmp_path: Path) -> None:
    """JSON lines with a text each; the line is the record's."""
    path = tmp_path / "a.jsonl"
    texts = ("A truce is very likely.", "A mutiny is highly unlikely.", "It may rain.")
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts), encoding="utf-8")
    assert [(one["rule"], one["line"]) for one in found(path)] == [("L04", 3)]


def test_the_number_can_be_asked_for() -> None:
    """``--numbers`` adds the rule to the default ones."""
    assert [one["rule"] for one in found("-", "--numbers", stdin="A truce is likely. It may rain.")] == ["L09", "L04"]


def test_a_scale_and_a_rule_can_be_chosen() -> None:
    """By the names that ``words`` takes, and by code or name."""
    text = "A truce is highly likely. It may rain."
    assert [one["rule"] for one in found("-", "--scale", "icd203", stdin=text)] == ["L10", "L04"]
    assert [one["name"] for one in found("-", "--rule", "possibility", stdin=text)] == ["possibility"]


@pytest.mark.parametrize(
    ("arguments", "content", "status", "code"),
    [
        (["--rule", "L99"], "x", 2, "E231"),
        (["--scale", "stixlevels"], "x", 2, "E205"),
        (["--scale", "phia:2"], "x", 2, "E205"),
        ([], b"\xff\xfe\x00", 3, "E232"),
    ],
)
def test_what_cannot_be_checked_is_refused(
    tmp_path: Path, arguments: list[str], content: str | bytes, status: int, code: str
) -> None:
    """Each with its code."""
    path = tmp_path / "a.txt"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    outcome = run(path, *arguments, "--json")
    assert (outcome.exit_code, json.loads(outcome.stdout)["error"]["code"]) == (status, code)


def test_a_record_without_a_text_is_refused(tmp_path: Path) -> None:
    """With the number of its line."""
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "Rain."}\n{"words": 1}\n', encoding="utf-8")
    error = json.loads(run(path, "--json").stdout)["error"]
    assert error["code"] == "E232"
    assert error["where"].endswith("a.jsonl:2")


def test_bytes_on_stdin_are_refused_as_in_a_file() -> None:
    """What is no text is never told to be clean."""
    result = CliRunner().invoke(main, ["lint", "-"], input=b"\xff\xfe\x00may\xc5")
    assert (result.exit_code, "E232" in result.stderr) == (3, True)
