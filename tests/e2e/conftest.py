"""The bundled example, read and coded once with the real extractor."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.pipeline.intake import code, read_paths
from reportedly.pipeline.reading import Coded
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import Toolkit, prepare

EXAMPLE = Path(__file__).parents[2] / "examples" / "kursk-2024-12"


@pytest.fixture(scope="session")
def tools() -> Toolkit:
    """Give what a run with the real extractor works with."""
    return prepare(Settings(executor="serial"))


@pytest.fixture(scope="session")
def coded(tools: Toolkit) -> tuple[Coded, ...]:
    """Give the example's documents with their claims."""
    return tuple(code(read_paths([EXAMPLE], tools).documents, tools))
