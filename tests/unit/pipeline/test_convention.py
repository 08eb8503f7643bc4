"""The counting convention of a run reaches its figures and is named wherever they are printed."""

from __future__ import annotations

import csv
import io
import json

import pytest

from reportedly.model.dossier import Dossier
from reportedly.model.errors import SettingsError
from reportedly.pipeline.reading import Coded
from reportedly.pipeline.run import draw
from reportedly.pipeline.settings import Settings
from reportedly.publish import render
from toy import NAME, toy_tools
from unit.events.tellings import tell

QUOTE = "Dozens of sailors died at Port Tallow"
NAMES = {"codebook": "Codebook", "acled": "ACLED", "ucdp": "UCDP", "airwars": "Airwars", "survey": "Survey quartiles"}


def drawn(convention: str, of: str = "sailors") -> Dossier:
    """Draw a dossier from one report of dozens of dead."""
    told = tell("a", f"{QUOTE}, Harbour Office said.", QUOTE, "Harbour Office", killed=("Dozens", 24, None), of=of,
                qualifier="dozens")  # fmt: skip
    settings = Settings(model=NAME, executor="serial", convention=convention)
    return draw([Coded(told[0], (told[1],))], toy_tools(settings=settings))


@pytest.mark.parametrize(
    ("convention", "ends"),
    [
        ("codebook", (24, 24, None)),
        ("acled", (12, 12, None)),
        ("airwars", (12, 12, 24)),
        ("survey", (24, 36, 36)),
    ],
)
def test_estimates_are_drawn_by_the_convention(
    convention: str, ends: tuple[int | None, int | None, int | None]
) -> None:
    """Dozens of dead make another range by each table."""
    (estimate,) = drawn(convention).evidence[0].estimates
    assert (estimate.low, estimate.best, estimate.high) == ends
    assert estimate.convention == NAMES[convention]


def test_a_run_models_every_number_and_names_the_rules() -> None:
    """A dossier's estimates have a posterior with its priors, and the ranges of four published rules."""
    (estimate,) = drawn("survey").evidence[0].estimates
    assert estimate.posterior is not None
    assert 24 <= estimate.posterior.best <= 36
    assert estimate.posterior.priors
    assert len(estimate.rules) == 4


@pytest.mark.parametrize("convention", sorted(NAMES))
@pytest.mark.parametrize("form", ["markdown", "html", "json", "csv"])
def test_every_form_names_the_convention(convention: str, form: str) -> None:
    """No figure is published without the table it was read by."""
    assert NAMES[convention] in render(drawn(convention), form).content.decode()


def test_the_json_holds_each_figure_as_it_was_read() -> None:
    """The reading stands beside the figure as coded, with the reason."""
    (count,) = json.loads(render(drawn("acled"), "json").content)["counts"]
    assert (count["interval"]["low"], count["interval"]["best"]) == (12, 12)
    assert "dozens" in count["interval"]["reason"]


def test_the_table_holds_the_figure_as_coded_and_as_counted() -> None:
    """The codebook's lower end stays beside the convention's."""
    (row,) = csv.DictReader(io.StringIO(render(drawn("acled"), "csv").content.decode()))
    assert (row["low"], row["counted_low"], row["counted_best"], row["convention"]) == ("24", "12", "12", "ACLED")


def test_sentences_print_the_number_by_the_convention() -> None:
    """No sentence says that dozens are at least 24 where the convention says 12."""
    said = " ".join(finding.text for finding in drawn("acled").assessment.findings)
    assert "dozens (at least 12)" in said
    assert "at least 24" not in said


def test_claims_stay_as_they_are_coded() -> None:
    """A convention reads figures and never changes a claim."""
    assert drawn("acled").claims == drawn("codebook").claims


def test_the_reason_of_an_estimate_says_how_the_word_was_read() -> None:
    """A reader finds the word, the number and the table."""
    (estimate,) = drawn("acled").evidence[0].estimates
    assert "“dozens” is 12 or more by ACLED" in [reason.text for reason in estimate.reasons]


def test_an_unknown_convention_is_refused_before_the_work_begins() -> None:
    """The error lists the conventions that there are."""
    with pytest.raises(SettingsError, match="airwars, codebook"):
        toy_tools(settings=Settings(model=NAME, executor="serial", convention="rule of thumb"))


def test_battalions_are_shown_as_people_and_not_counted_as_such() -> None:
    """A count of units keeps its own number; the people stand in a reason."""
    (estimate,) = drawn("codebook", of="battalions of marines").evidence[0].estimates
    assert estimate.low == 24
    assert any("7,200 or more" in reason.text for reason in estimate.reasons)
