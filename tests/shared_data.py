"""Find the data that tests read from the folder ``shared`` beside the repository."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

VARIABLE = "REPORTEDLY_SHARED"
"""Environment variable that names another folder."""


def shared_path(relative: str) -> Path:
    """Return the path of one shared file; skip the test where it is absent, fail it where ``CI=true``.

    Args:
        relative: path inside the folder, such as ``data/claims/dev.jsonl``.
    """
    beside = Path(__file__).resolve().parents[2] / "shared"
    path = Path(os.environ.get(VARIABLE, beside)) / relative
    if path.exists():
        return path
    reason = f"shared data {relative} is not there; put it beside the repository or set {VARIABLE}"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)
