"""What is installed holds everything that is needed at run time."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "reportedly"


@pytest.fixture(scope="module")
def wheel_names(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """Build the wheel and return the names of the files in it."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stderr
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as archive:
        return frozenset(archive.namelist())


def missing(folder: Path, prefix: str, names: frozenset[str]) -> list[str]:
    """Return the files below a folder that the wheel does not hold under a prefix."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)
    return [name for path in files if (name := f"{prefix}/{path.relative_to(folder).as_posix()}") not in names]


@pytest.mark.slow
def test_the_wheel_holds_code_data_templates_and_migrations(wheel_names: frozenset[str]) -> None:
    """Every file of the source tree is in the wheel."""
    assert missing(SOURCE, "reportedly", wheel_names) == []


@pytest.mark.slow
def test_the_wheel_holds_the_bundled_example(wheel_names: frozenset[str]) -> None:
    """Every file of the examples is in the wheel."""
    assert missing(ROOT / "examples", "reportedly/data/examples", wheel_names) == []


@pytest.mark.slow
def test_the_wheel_holds_no_tests(wheel_names: frozenset[str]) -> None:
    """What is installed is the product alone."""
    assert [name for name in wheel_names if not name.startswith(("reportedly/", "reportedly-"))] == []
