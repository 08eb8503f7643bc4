"""The figures of the task ``claims``."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reportedly.bench.claims import chains_agree, pair_spans, score
from shared_data import shared_path

TEXT = "Eight soldiers died on Monday near the bridge, officials said. Two trucks burned."


def claim(start: int, end: int, **fields: Any) -> dict[str, Any]:
    """Return a claim of the codebook's form that says nothing but what is given."""
    empty: dict[str, Any] = {
        "chain": [],
        "kind": "event",
        "polarity": "affirmed",
        "certainty": None,
        "when": None,
        "quantities": [],
    }
    return {"span": [start, end], **empty, **fields}


def line(*claims: dict[str, Any]) -> dict[str, Any]:
    """Return a gold line over the text above."""
    return {"document": {"id": "d", "text": TEXT}, "claims": list(claims)}


def test_gold_against_itself_is_right_everywhere() -> None:
    """A prediction that equals gold scores 1 in every figure that has something to divide by."""
    killed = {"measure": "killed", "of": "soldiers", "low": 8, "high": 8, "scope": "incident"}
    gold = line(claim(0, 45, chain=[{"name": "officials"}], quantities=[killed]), claim(63, 80))
    figures = score([gold], [gold])
    assert figures["whole"] == {"p": 1.0, "r": 1.0, "f1": 1.0}
    assert [figures[name] for name in ("origin", "chain", "kind", "of", "scope")] == [1.0] * 5


def test_a_wrong_origin_spoils_the_whole_claim_alone() -> None:
    """A claim under another's name is found, and is not right as a whole."""
    figures = score(
        [line(claim(0, 45, chain=[{"name": "officials"}]))], [line(claim(0, 45, chain=[{"name": "rebels"}]))]
    )
    assert (figures["claim"]["f1"], figures["origin"], figures["whole"]["f1"]) == (1.0, 0.0, 0.0)


def test_an_optional_claim_is_neither_rewarded_nor_punished() -> None:
    """Finding an optional claim changes nothing."""
    gold = line(claim(0, 45), claim(63, 80, optional=True))
    assert score([gold], [line(claim(0, 45), claim(63, 80))]) == score([gold], [line(claim(0, 45))])


def test_a_document_without_predictions_counts_as_missed() -> None:
    """Every gold document counts, predicted or not."""
    assert score([line(claim(0, 45))], [])["claim"]["r"] == 0.0


def test_spans_that_share_too_few_words_are_no_pair() -> None:
    """Two spans are one claim only from a token F1 of one half."""
    assert pair_spans(TEXT, [(0, 5)], [(0, 45)]) == []


def test_an_alias_is_a_right_name() -> None:
    """A link is right where gold lists its name as an alias, articles and accents aside."""
    assert chains_agree([{"name": "the Défense ministry"}], [{"name": "MoD", "aliases": ["Defense Ministry"]}])


def shaken(gold: dict[str, Any], dice: random.Random) -> dict[str, Any]:
    """Return a prediction with the gold's claims dropped, moved, renamed and refilled at random."""
    claims = []
    for one in gold["claims"]:
        start, end = one["span"]
        fields = {**one, "span": [start + dice.choice([0, 0, 7]), end + dice.choice([0, 0, 25])]}
        if dice.random() < 0.3:
            fields |= {"chain": one["chain"][1:], "when": None, "quantities": one.get("quantities", [])[1:]}
        claims += [fields] * dice.choice([0, 1, 1, 1, 2])
    return {"document": {"id": gold["document"]["id"]}, "claims": claims}


@pytest.mark.shared
@pytest.mark.parametrize("seed", range(3))
def test_the_figures_are_those_of_the_scorer(tmp_path: Path, seed: int) -> None:
    """On shaken gold the task gives the figures that the shared scorer gives."""
    gold, scorer = shared_path("data/claims/dev.jsonl"), shared_path("eval/score_claims.py")
    lines = [json.loads(one) for one in gold.read_text(encoding="utf-8").splitlines()]
    dice = random.Random(seed)
    predicted = [shaken(one, dice) for one in lines]
    file = tmp_path / "predicted.jsonl"
    file.write_text("".join(json.dumps(one) + "\n" for one in predicted), encoding="utf-8")
    command = [sys.executable, str(scorer), str(gold), str(file), "--json"]
    theirs = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert score(lines, predicted) == json.loads(theirs)
