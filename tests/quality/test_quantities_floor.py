"""Estimates of quantities from generated reports do not become worse than they are.

The reports come from the shared generator of copying sources; origins are traced and what classes of origins are off by
is learned from the reports alone. The floors lie under what was measured on other seeds.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reportedly.bench.tasks import run_task
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from shared_data import shared_path

pytestmark = [pytest.mark.shared, pytest.mark.slow]
HARD = ("--p_attr", ".2", "--p_mut", ".4")
EVENTS = 1000


@pytest.mark.parametrize(
    ("options", "floors"), [((), (0.86, 0.95, 0.93, 0.73)), (HARD, (0.86, 0.95, 1.0, 0.71))], ids=["plain", "hard"]
)
def test_numbers_of_generated_events(
    options: tuple[str, ...], floors: tuple[float, float, float, float], tmp_path: Path
) -> None:
    """Nine in ten ranges hold the number, and ranges and best estimates are as good as they were."""
    generator = str(shared_path("eval/gen_copying.py"))
    asked = ["--mode", "news", "--seed", "32", "--n_obj", str(EVENTS), *options]
    subprocess.run([sys.executable, generator, str(tmp_path), *asked], check=True)
    figures = measured(tmp_path)
    assert floors[0] <= figures["interval_coverage"] <= floors[1]
    assert figures["winkler_ln"] <= floors[2]
    assert figures["within_1.25x"] >= floors[3]


def measured(folder: Path) -> dict[str, float]:
    """Fuse the numbers of a folder's reports and score them."""
    found = folder / "found.tsv"
    run_task("origins", folder / "reports.tsv", found, prepare(Settings(executor="serial")))
    scorer = str(shared_path("eval/score_fusion.py"))
    numbers = str(found.with_suffix(".quantities.tsv"))
    command = [sys.executable, scorer, "num", "--truth", str(folder / "truth.tsv"), "--pred", numbers]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(told.stdout)
    return figures
