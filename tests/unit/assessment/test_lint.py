"""The linter of wording: sets of planted and clean sentences, each rule by itself, and rules taken away."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.assessment.lint.check_text import Linter
from reportedly.assessment.lint.sentences import sentences
from reportedly.model.lint import DEFAULT_RULES, LintRule
from reportedly.pipeline.lint import make_linter, rules_named

SETS = Path(__file__).parent / "lint_sets"
NAMES = ("", "_2", "_3", "_4", "_5", "_6", "_7")


def planted(name: str) -> list[tuple[str, str]]:
    """Return the planted sentences of a set, each with the code of its rule."""
    lines = (SETS / f"planted{name}.tsv").read_text("utf-8").splitlines()
    return [(code, text) for code, _, text in (line.partition("\t") for line in lines)]


def clean(name: str) -> list[str]:
    """Return the clean sentences of a set."""
    return (SETS / f"clean{name}.txt").read_text("utf-8").splitlines()


def codes(text: str, checker: Linter | None = None) -> list[str]:
    """Return the codes of what is found in a text."""
    return [breach.rule.value for breach in (checker or make_linter()).breaches(text)]


@pytest.fixture(scope="module", name="checker")
def fixture_checker() -> Linter:
    """The linter with its default rules."""
    return make_linter()


@pytest.mark.parametrize("name", NAMES)
def test_every_planted_violation_is_found(name: str, checker: Linter) -> None:
    """Each by the rule that it was planted for."""
    assert [text for code, text in planted(name) if code not in codes(text, checker)] == []


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_found_in_clean_sentences(name: str, checker: Linter) -> None:
    """News and assessments, with the month, ability, leave, law, trade, names and other people's words."""
    assert [(text, codes(text, checker)) for text in clean(name) if codes(text, checker)] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_sets_are_large_enough(name: str) -> None:
    """At least 40 planted sentences of eight rules and 100 clean ones, none twice."""
    assert len({text for _, text in planted(name)}) == len(planted(name)) >= 40
    assert len(set(clean(name))) == len(clean(name)) >= 100
    assert {code for code, _ in planted(name)} == {rule.value for rule in list(LintRule)[:8]}


def test_an_independent_set_is_found_but_for_three(checker: Linter) -> None:
    """60 planted sentences by somebody who had not seen the rules: 55 were found at first, 57 since."""
    found = [text for _, text in planted("_independent") if codes(text, checker)]
    assert (len(planted("_independent")), len(found)) == (60, 57)


def test_nothing_is_found_in_an_independent_clean_set(checker: Linter) -> None:
    """200 clean sentences by the same hand."""
    held = clean("_independent")
    assert len(held) == 200
    assert [text for text in held if codes(text, checker)] == []


@pytest.mark.parametrize("rule", list(LintRule)[:8])
def test_a_rule_that_is_taken_away_is_missed(rule: LintRule) -> None:
    """The sets see it when any one rule stops working."""
    without = make_linter(rules=DEFAULT_RULES - {rule})
    assert any(code == rule.value and code not in codes(text, without) for code, text in planted(""))


def test_a_finding_says_where_what_why_and_what_to_do(checker: Linter) -> None:
    """The span holds the words, and the standard has its section."""
    text = "The road is open. It is likely (30 %) that the mine was laid in May."
    (breach,) = checker.breaches(text)
    assert breach.span.of(text) == breach.words == "likely"
    assert breach.what == "30 % does not fit 'likely', which is 55-80 % on ICD 203"
    assert "section D.6.e(2)(a)" in breach.why
    assert breach.advice == "say 'unlikely', or correct the number"


def test_a_mixture_across_sentences_is_found_once(checker: Linter) -> None:
    """A text is one product; the word that strays is named with the scales of both."""
    text = "A truce is very likely. Talks go on. A deal is very likely. A mutiny is highly unlikely."
    (breach,) = checker.breaches(text)
    assert breach.what == "'highly unlikely' is a word of PHIA, 'very likely' one of ICD 203"


@pytest.mark.parametrize(
    ("scale", "text", "expected"),
    [
        (None, "A strike is highly likely and a lock-out is unlikely.", []),
        ("phia", "A strike is highly likely and a lock-out is unlikely.", []),
        ("icd203", "A strike is highly likely.", ["L10"]),
        ("icd203", "A strike is likely and a lock-out probable.", ["L02"]),
        ("icd203:2", "A strike is probable and a lock-out improbable.", []),
        ("icd203:2", "A strike is likely.", ["L02"]),
        ("phia", "A strike is likely and a lock-out is probable.", []),
        ("phia", "A strike is likely (75-80 %).", ["L05"]),
        (None, "A strike is likely (55-75 %).", []),
        ("ipcc", "A strike is very likely (90-100 %) and a lock-out is about as likely as not.", []),
        ("stixdni", "A strike is likely (60-79 %).", []),
    ],
)
def test_a_chosen_scale_decides(scale: str | None, text: str, expected: list[str]) -> None:
    """Words off it, its other row, and numbers that do not fit it."""
    assert codes(text, make_linter(scale)) == expected


@pytest.mark.parametrize(
    ("text", "rules", "expected"),
    [
        ("A strike is likely.", ["no-number"], ["L09"]),
        ("A strike is likely (55-80 %).", ["no-number"], []),
        ("There is a 70 % chance of a strike, which makes it likely.", ["no-number"], []),
        ("Confidence in this judgement is low.", ["L11"], ["L11"]),
        ("Confidence in this judgement is low, since one origin alone stands for it.", ["L11"], []),
        ("It may rain.", ["L01", "double-hedge"], []),
    ],
)
def test_rules_can_be_asked_for(text: str, rules: list[str], expected: list[str]) -> None:
    """By code or name; only these are then checked."""
    assert codes(text, make_linter(rules=rules_named(rules))) == expected


@pytest.mark.parametrize(
    "text",
    [
        "“It may rain,” he said.",
        '"It may rain," he said, "and it could snow."',
        "He wrote that it was ‘possible that nobody’s there’.",
        "“It may rain.\n\nIt is possible that the wind turns.",
        "«Cela may be», said the envoy.",
    ],
)
def test_quotations_are_left_alone(text: str, checker: Linter) -> None:
    """Whatever marks they stand in; one that is not closed ends with its paragraph."""
    found = [breach.span.of(text) for breach in checker.breaches(text)]
    assert found == (["It is possible"] if "\n" in text else [])


def test_a_heading_is_no_part_of_the_next_sentence(checker: Linter) -> None:
    """A line of its own without a full stop ends there."""
    assert checker.breaches("High confidence\nThe raid is likely.\n\n- Moderate confidence\n- A truce is likely") == ()


def test_the_same_text_gives_the_same_findings() -> None:
    """In the order of the text."""
    text = "It may rain. It is likely (10 %) so. We believe it."
    found = make_linter().breaches(text)
    assert found == make_linter().breaches(text)
    assert [breach.rule.value for breach in found] == ["L04", "L05", "L06"]


def test_a_sentence_without_an_end_is_cut() -> None:
    """However long a line is, no piece of it takes long; nothing of it is lost."""
    text = "It is likely that it rains and " * 400
    pieces = list(sentences(text))
    assert max(len(one.text) for one in pieces) <= 2000
    assert "".join(one.text for one in pieces).replace(" ", "") == text.replace(" ", "")
    assert all(text[one.start : one.end] == one.text for one in pieces)
