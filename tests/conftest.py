"""What all tests share: the shared data's place and Hypothesis profiles."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from shared_data import shared_path as _shared_path

_CALM = (HealthCheck.too_slow, HealthCheck.function_scoped_fixture)
settings.register_profile("default", deadline=None, derandomize=True, max_examples=50, suppress_health_check=_CALM)
settings.register_profile("thorough", deadline=None, max_examples=1000, suppress_health_check=_CALM)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(scope="session")
def shared_path() -> Callable[[str], Path]:
    """Return the function that finds shared data by its path inside the folder."""
    return _shared_path
