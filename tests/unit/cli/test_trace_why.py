"""``reportedly trace --why``: which rule or model decided, how surely, and on which characters."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from reportedly.cli import main

Call = Callable[..., Result]
TEXT = "The Ostwind Courier reported that the harbour ministry said two barges had sunk."


def run(*arguments: str | Path) -> str:
    """Run ``reportedly`` with the packaged reader and return what it prints."""
    outcome = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert outcome.exit_code == 0, outcome.output
    return outcome.stdout


@pytest.fixture(scope="module", name="case")
def fixture_case(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A ledger with one report, and the id of its claim."""
    folder = tmp_path_factory.mktemp("case")
    (folder / "barges.txt").write_text(TEXT, encoding="utf-8")
    ledger = folder / "case.db"
    run("add", folder / "barges.txt", "--ledger", ledger)
    claims = json.loads(run("claims", "--ledger", ledger, "--search", "barges had sunk", "--json"))["claims"]
    return ledger, claims[0]["id"]


@pytest.fixture(scope="module", name="why")
def fixture_why(case: tuple[Path, str]) -> list[str]:
    """The lines of the tree with reasons."""
    return run("trace", case[1], "--ledger", case[0], "--why").splitlines()


def test_every_hop_has_rule_and_score(why: list[str]) -> None:
    """Below each source stands who found it and how surely."""
    lines = [line for line in why if "why: " in line]
    assert len(lines) == 2
    assert all("reporting verb + model, score " in line for line in lines)


@pytest.mark.parametrize("words", ["The Ostwind Courier", "the harbour ministry"])
def test_hop_tells_the_characters_of_its_source(why: list[str], words: str) -> None:
    """The reader can look the source up in the text."""
    start = TEXT.index(words)
    assert any(f"source at {start}–{start + len(words)}" in line for line in why)


@pytest.mark.parametrize("words", ["reported", "said"])
def test_hop_tells_the_characters_of_its_cue(why: list[str], words: str) -> None:
    """The reader can look the cue up in the text."""
    start = TEXT.index(words)
    assert any(f"cue at {start}–{start + len(words)}" in line for line in why)


def test_fields_have_their_grounds(why: list[str]) -> None:
    """The claim's own fields are explained as well, with words and characters."""
    start = TEXT.index("two barges")
    assert any("why span: " in line and f"“two barges had sunk” at {start}–" in line for line in why)


def test_without_why_no_rule_is_shown(case: tuple[Path, str]) -> None:
    """Reasons are there for whoever asks."""
    shown = run("trace", case[1], "--ledger", case[0])
    assert "why" not in shown
    assert "harbour ministry (whose word it is)" in shown


def test_json_tells_rule_and_score_anyway(case: tuple[Path, str]) -> None:
    """Programs get rule, score and spans of every hop."""
    hops = json.loads(run("trace", case[1], "--ledger", case[0], "--json"))["pages"][0]["hops"]
    assert [(hop["name"], hop["rule"], hop["score"] > 0.5) for hop in hops] == [
        ("Ostwind Courier", "reporting verb + model", True),
        ("harbour ministry", "reporting verb + model", True),
    ]


def test_hop_that_no_rule_made_says_so(call: Call, ledger: Path) -> None:
    """A plug-in that names no rule is not given one."""
    claims = json.loads(call("claims", "--ledger", ledger, "--search", "12 sailors", "--json").stdout)["claims"]
    shown = call("trace", claims[0]["id"], "--ledger", ledger, "--why").stdout
    assert "why: no rule named, score 1.00; source at 0–14, cue at 15–19" in shown
