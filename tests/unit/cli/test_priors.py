"""``reportedly priors`` and ``--priors``: what is taken for granted can be seen and replaced."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from click.testing import Result

Call = Callable[..., Result]


def test_every_prior_is_shown_with_its_source(call: Call) -> None:
    """The table names relation, category, factor and where it was published."""
    shown = call("priors").stdout
    assert "figures, enemy" in shown
    assert "PNAS" in " ".join(shown.split())


def test_what_is_printed_can_be_given_back(call: Call, tmp_path: Path) -> None:
    """The JSON object is a file of priors itself."""
    printed = call("priors", "--json").stdout
    path = tmp_path / "own.json"
    path.write_text(printed.replace('"name": "Published', '"name": "My published'), encoding="utf-8")
    again = json.loads(call("priors", "--priors", path, "--json").stdout)
    assert again["biases"] == json.loads(printed)["biases"]


def test_own_priors_reach_an_assessment(call: Call, reports: Path, tmp_path: Path) -> None:
    """A run with a file of priors works, one with a wrong file ends with 2."""
    path = tmp_path / "own.json"
    path.write_text('{"name": "ours", "noises": [{"source_class": "unknown", "spread": 0.5, "source": "us"}]}')
    assert call("assess", reports, "--priors", path, "--json").exit_code == 0
    path.write_text('{"name": "ours", "noises": 3}')
    outcome = call("assess", reports, "--priors", path)
    assert outcome.exit_code == 2
    assert "E219" in outcome.stderr


def test_a_wrong_file_is_refused_with_the_place(call: Call, tmp_path: Path) -> None:
    """The refusal names the value that cannot be used."""
    path = tmp_path / "own.json"
    bias = {"relation": "enemyy", "category": "any", "factor": 2, "spread": 0.2, "source": "us"}
    path.write_text(json.dumps({"name": "ours", "biases": [bias]}), encoding="utf-8")
    outcome = call("priors", "--priors", path)
    assert (outcome.exit_code, "biases.0.relation" in outcome.stderr) == (2, True)
