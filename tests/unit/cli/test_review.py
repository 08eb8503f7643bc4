"""``reportedly review``: decisions about claims and sources by the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from unit.cli.conftest import Call

SIGNED = ("--by", "A. Analyst", "--reason", "the page says so")


def data_of(outcome: Result) -> Any:
    """Return what a command printed as JSON."""
    assert outcome.exit_code == 0, outcome.output
    return json.loads(outcome.stdout)


def claims_in(call: Call, ledger: Path) -> dict[str, dict[str, Any]]:
    """Return the claims that count, by their words."""
    found = data_of(call("claims", "--ledger", ledger, "--json"))["claims"]
    return {claim["quote"].strip(): claim for claim in found}


def decide(call: Call, ledger: Path, *words: str) -> Any:
    """Record a decision and return what the command tells."""
    return data_of(call("review", *words, *SIGNED, "--ledger", ledger, "--json"))


NINE = "9 sailors were killed near Port Tallow"


def test_a_rejected_claim_is_listed_no_more(call: Call, ledger: Path) -> None:
    """The claim leaves every list, and an undo brings it back."""
    claim = claims_in(call, ledger)[NINE]["id"]
    made = decide(call, ledger, "reject", claim)
    assert NINE not in claims_in(call, ledger)
    assert decide(call, ledger, "undo", made["recorded"]) == {"withdrawn": made["recorded"]}
    assert NINE in claims_in(call, ledger)


def test_a_correction_changes_the_fields_that_are_named(call: Call, ledger: Path) -> None:
    """Figure, source and day are as typed; the words stay."""
    claim = claims_in(call, ledger)[NINE]["id"]
    fields = ("--figure", "killed at least 30 sailors", "--source", "Lighthouse Guild", "--days", "2024-12-15")
    decide(call, ledger, "correct", claim[:12], *fields)
    found = claims_in(call, ledger)[NINE]
    assert (found["quantities"][0]["low"], found["quantities"][0]["high"]) == (30, None)
    assert found["when"] == {"first": "2024-12-15", "last": "2024-12-15"}


def test_an_added_claim_is_listed(call: Call, ledger: Path) -> None:
    """Words that stand in the document become a claim."""
    document = claims_in(call, ledger)[NINE]["document_id"]
    decide(call, ledger, "add", document, "--words", "sailors were killed", "--own-voice")
    assert "sailors were killed" in claims_in(call, ledger)


@pytest.mark.parametrize("clock", [(), ("--as-of", "2024-12-20")])
def test_an_added_claim_is_shown_with_who_added_it(call: Call, ledger: Path, clock: tuple[str, ...]) -> None:
    """It has no entry of its own; the person's is shown."""
    document = claims_in(call, ledger)[NINE]["document_id"]
    made = decide(call, ledger, "add", document, "--words", "sailors were killed", "--own-voice")
    (entry,) = data_of(call("show", made["claim"], *clock, "--ledger", ledger, "--json"))["history"]
    assert (entry["draft"]["subject"], entry["draft"]["actor"]) == (made["recorded"], "A. Analyst")


def test_words_that_do_not_stand_there_are_refused(call: Call, ledger: Path) -> None:
    """Nobody puts words into a page."""
    claim = claims_in(call, ledger)[NINE]["id"]
    outcome = call("review", "correct", claim, "--words", "90 sailors drowned", *SIGNED, "--ledger", ledger)
    assert outcome.exit_code == 2
    assert "E290" in outcome.stderr


@pytest.mark.parametrize("figure", ["killed many", "dead 12", "12 killed", "killed -3"])
def test_a_figure_in_no_known_form_is_refused(call: Call, ledger: Path, figure: str) -> None:
    """A figure is a measure, a number with its bound, and whom it counts."""
    claim = claims_in(call, ledger)[NINE]["id"]
    assert call("review", "correct", claim, "--figure", figure, *SIGNED, "--ledger", ledger).exit_code == 2


def test_a_field_and_its_absence_are_refused(call: Call, ledger: Path) -> None:
    """Nobody can say that a claim has a figure and that it has none."""
    claim = claims_in(call, ledger)[NINE]["id"]
    fields = ("--figure", "killed 3", "--no-figures")
    assert call("review", "correct", claim, *fields, *SIGNED, "--ledger", ledger).exit_code == 2


def test_decisions_are_listed_with_whether_they_hold(call: Call, ledger: Path) -> None:
    """The list is what the bare command prints."""
    made = decide(call, ledger, "accept", claims_in(call, ledger)[NINE]["id"])
    (found,) = data_of(call("review", "--ledger", ledger, "--json"))["reviews"]
    assert (found["id"], found["holds"], found["stale"]) == (made["recorded"], True, False)


def test_the_log_of_a_claim_tells_who_and_why(call: Call, ledger: Path) -> None:
    """It begins with the machine's entry."""
    claim = claims_in(call, ledger)[NINE]["id"]
    decide(call, ledger, "unsure", claim)
    told = data_of(call("review", "log", claim, "--ledger", ledger, "--json"))["log"]
    assert [(one["who"], one["why"]) for one in told[1:]] == [("A. Analyst", "the page says so")]


def test_the_log_of_everything_is_printed(call: Call, ledger: Path) -> None:
    """Without a claim the newest decisions are told."""
    decide(call, ledger, "unsure", claims_in(call, ledger)[NINE]["id"])
    assert "A. Analyst" in call("review", "log", "--ledger", ledger).stdout


def test_a_source_is_graded_and_the_letter_taken_back(call: Call, ledger: Path) -> None:
    """A letter is undone by its id like any decision."""
    made = decide(call, ledger, "grade", "Lighthouse Guild", "C")
    assert made["letter"] == "C"
    assert decide(call, ledger, "undo", made["recorded"]) == {"withdrawn": made["recorded"]}


def test_a_rejection_without_a_reason_is_refused(call: Call, ledger: Path) -> None:
    """The log has to say why."""
    claim = claims_in(call, ledger)[NINE]["id"]
    assert call("review", "reject", claim, "--by", "A. Analyst", "--ledger", ledger).exit_code == 2
