"""Files and functions stay small, typed and documented."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from shape import sources

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "reportedly"
TESTS = ROOT / "tests"

Check = Callable[[Path], list[str]]


def repository_files() -> list[Path]:
    """Return the files that belong to the repository, or all but the environment where git is absent."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    names = [name for name in listed.stdout.split("\0") if name]
    return [path for path in (ROOT / name for name in names) if path.is_file() and path.suffix != ".lock"]


@pytest.mark.parametrize("folder", [SOURCE, TESTS], ids=["src", "tests"])
@pytest.mark.parametrize("check", [sources.long_files, sources.unannotated])
def test_every_file_keeps_the_shape(check: Check, folder: Path) -> None:
    """No file over 400 lines and nothing without annotation, in the source and in the tests."""
    assert check(folder) == []


@pytest.mark.parametrize(("folder", "limit"), [(SOURCE, sources.MAX_FUNCTION), (TESTS, sources.MAX_STORY)])
def test_no_function_is_long(folder: Path, limit: int) -> None:
    """No function of the source has more than 60 lines, and none of the tests more than a story needs."""
    assert sources.long_functions(folder, limit) == []


def test_most_functions_are_short() -> None:
    """95 of 100 functions have 30 lines or fewer."""
    assert sources.p95_length(SOURCE) <= sources.MAX_P95


def test_most_tests_are_short() -> None:
    """Half of the tests have 14 lines or fewer."""
    assert sources.median_test_length(TESTS) <= sources.MAX_MEDIAN_TEST


def test_everything_public_is_documented() -> None:
    """Every public module, class, function and method has a docstring."""
    assert sources.undocumented(SOURCE) == []


def test_every_package_names_what_goes_in_and_what_comes_out() -> None:
    """The docstring of each package says In and Out."""
    assert sources.packages_without_in_and_out(SOURCE) == []


def test_every_test_states_its_fact() -> None:
    """Every test has a docstring."""
    assert sources.tests_without_docstring(TESTS) == []


def test_nothing_is_left_for_later() -> None:
    """No mark of unfinished work stands in the repository."""
    assert sources.lines_with(sources.LEFT_OVER, repository_files()) == []


def test_no_path_of_one_machine_is_written_down() -> None:
    """No file of the repository names a folder of somebody's machine."""
    assert sources.lines_with(sources.MACHINE_PATH, repository_files()) == []


PLANTED = [
    (sources.long_files, "x = 1\n" * 401),
    (sources.long_functions, "def f() -> None:\n" + "    x = 1\n" * 60),
    (sources.unannotated, "def f(x) -> None:\n    pass\n"),
    (sources.unannotated, "def f(x: int):\n    pass\n"),
    (sources.unannotated, "def f(*, key=1) -> None:\n    pass\n"),
    (sources.undocumented, "x = 1\n"),
    (sources.undocumented, '"""M."""\nclass A:\n    """A."""\n    def f(self) -> None:\n        pass\n'),
    (sources.tests_without_docstring, "def test_f() -> None:\n    assert True\n"),
]


@pytest.mark.parametrize(("check", "text"), PLANTED)
def test_a_breach_is_caught(tmp_path: Path, check: Check, text: str) -> None:
    """Each check finds exactly the one breach that is planted for it."""
    (tmp_path / "test_planted.py").write_text(text, encoding="utf-8")
    assert len(check(tmp_path)) == 1


def test_a_package_without_in_and_out_is_caught(tmp_path: Path) -> None:
    """A package whose docstring names only what goes in is seen."""
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / "__init__.py").write_text('"""Half. In: Claim."""', encoding="utf-8")
    assert len(sources.packages_without_in_and_out(tmp_path)) == 1


@pytest.mark.parametrize("text", ["# TO" + "DO: later", "FIX" + "ME"])
def test_a_left_over_mark_is_caught(tmp_path: Path, text: str) -> None:
    """A mark of unfinished work is seen."""
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert len(sources.lines_with(sources.LEFT_OVER, [tmp_path / "a.txt"])) == 1


@pytest.mark.parametrize("text", ["see /" + "home/anna/x", 'open("/' + 'work/data")', r"C:" + r"\Users\anna"])
def test_a_machine_path_is_caught(tmp_path: Path, text: str) -> None:
    """A path into somebody's home is seen; an address of the web is none."""
    (tmp_path / "a.txt").write_text(f"https://example.org/home/x\n{text}", encoding="utf-8")
    assert sources.lines_with(sources.MACHINE_PATH, [tmp_path / "a.txt"]) == [f"{tmp_path / 'a.txt'}:2"]


def test_long_functions_raise_the_95th_percentile(tmp_path: Path) -> None:
    """A tree in which one function of ten is long does not pass as mostly short."""
    short, long = "def f() -> None:\n    x = 1\n", "def f() -> None:\n" + "    x = 1\n" * 50
    (tmp_path / "a.py").write_text(short * 9 + long, encoding="utf-8")
    assert sources.p95_length(tmp_path) > sources.MAX_P95
