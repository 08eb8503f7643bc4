"""The tasks by name; a new one is one file and one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from reportedly.bench import (
    attribution,
    claims,
    coref,
    counts,
    dossier,
    forecast,
    fusion,
    origins,
    places,
    quantities,
    time,
)
from reportedly.model.errors import SettingsError
from reportedly.pipeline.toolkit import Toolkit

Task = Callable[[Path, Path | None, Toolkit], dict[str, Any]]
"""Takes gold, where to write predictions (None = nowhere) and tools; returns figures."""

TASKS: Mapping[str, Task] = MappingProxyType(
    {
        "attribution": attribution.run,
        "claims": claims.run,
        "coref": coref.run,
        "counts": counts.run,
        "dossier": dossier.run,
        "forecast": forecast.run,
        "fusion": fusion.run,
        "origins": origins.run,
        "places": places.run,
        "quantities": quantities.run,
        "time": time.run,
    }
)


def run_task(
    name: str, gold: Path, predictions: Path | None, tools: Toolkit, *, train_until: int | None = None
) -> dict[str, Any]:
    """Run a task and return its figures, ready for JSON.

    Args:
        name: one of ``TASKS``.
        gold: the task's gold file or folder.
        predictions: file to write what the product predicted into, in the form that the task's scorer documents.
        tools: settings and what they name.
        train_until: last day that a forecast knows; for ``quantities`` alone.

    Raises:
        SettingsError: where there is no such task, or it knows no days.
        InputError: where the gold cannot be read.
    """
    if name not in TASKS:
        raise SettingsError("E209", "no such task", name, f"take one of {', '.join(TASKS)}")
    if train_until is None:
        return TASKS[name](gold, predictions, tools)
    if name != "quantities":
        raise SettingsError("E209", "--train-until is for quantities alone", name, "leave it out")
    return quantities.run(gold, predictions, tools, train_until)
