"""Counting independent origins of generated reports does not become worse than it is.

The reports come from the shared generator of copying sources and from the worlds in ``training/relay_worlds.py``, which
copy in other ways; the floors lie under what was measured on other seeds.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from relay_worlds import WORLDS, invented, write

from reportedly.bench.tasks import run_task
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from shared_data import shared_path

pytestmark = [pytest.mark.shared, pytest.mark.slow]
HARD = ("--p_attr", ".2", "--p_mut", ".4")
EVENTS = 300


def measured(folder: Path) -> dict[str, float]:
    """Trace the reports of a folder and score the origins."""
    found = folder / "found.tsv"
    run_task("origins", folder / "reports.tsv", found, prepare(Settings(executor="serial")))
    scorer = str(shared_path("eval/score_fusion.py"))
    command = [sys.executable, scorer, "origin", "--truth", str(folder / "origins.tsv"), "--pred", str(found)]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(told.stdout)
    return figures


@pytest.mark.parametrize(
    ("options", "floors"), [((), (0.985, 0.02, 0.02)), (HARD, (0.98, 0.03, 0.02))], ids=["plain", "hard"]
)
def test_generated_reports_lead_to_their_origins(
    options: tuple[str, ...], floors: tuple[float, float, float], tmp_path: Path
) -> None:
    """B-cubed F1 reaches its floor; false and missed corroborations are rare."""
    generator = str(shared_path("eval/gen_copying.py"))
    asked = ["--mode", "news", "--seed", "31", "--n_obj", str(EVENTS), *options]
    subprocess.run([sys.executable, generator, str(tmp_path), *asked], check=True)
    figures = measured(tmp_path)
    assert figures["b3_f1"] >= floors[0]
    assert figures["false_corroboration_rate"] <= floors[1]
    assert figures["missed_corroboration_rate"] <= floors[2]


@pytest.mark.parametrize(
    ("world", "floor"),
    [("wires", 0.99), ("rumour", 0.94), ("local", 0.98), ("noisy", 0.96), ("large", 0.975), ("tiny", 0.98)],
)
def test_other_worlds_lead_to_their_origins(world: str, floor: float, tmp_path: Path) -> None:
    """Reports that are copied in other ways are led back too."""
    write(tmp_path, invented(WORLDS[world], EVENTS, 31))
    assert measured(tmp_path)["b3_f1"] >= floor
