"""Check the shape of single files: length, annotations, docstrings, left-over marks, paths of one machine."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from statistics import median, quantiles

MAX_FILE = 400
MAX_FUNCTION = 60
MAX_STORY = 120
"""Lines of a function in the tests: an invented story told as one literal reads best in one piece."""
MAX_P95 = 30
MAX_MEDIAN_TEST = 14
LEFT_OVER = re.compile(r"\b(?:" + "|".join(["TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK"]) + r")\b")
MACHINE_PATH = re.compile(r"(?<![\w.~<])/(?:work|home|root|Users|tmp|opt|mnt)/\w|\b[A-Z]:\\\\?Users")

Function = ast.FunctionDef | ast.AsyncFunctionDef
Node = ast.Module | ast.ClassDef | Function


def python_files(root: Path) -> list[Path]:
    """Return the Python files below a folder in a fixed order."""
    return sorted(root.rglob("*.py"))


def functions(path: Path) -> Iterator[Function]:
    """Yield every function and method of a file, nested ones too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, Function):
            yield node


def length(function: Function) -> int:
    """Return the number of lines of a function from ``def`` to its last line."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def long_files(root: Path) -> list[str]:
    """Return the files with more than 400 lines."""
    counted = ((path, len(path.read_text(encoding="utf-8").splitlines())) for path in python_files(root))
    return [f"{path}: {lines} lines" for path, lines in counted if lines > MAX_FILE]


def long_functions(root: Path, limit: int = MAX_FUNCTION) -> list[str]:
    """Return the functions with more lines than the limit."""
    return [
        f"{path}:{function.lineno} {function.name}: {length(function)} lines"
        for path in python_files(root)
        for function in functions(path)
        if length(function) > limit
    ]


def p95_length(root: Path) -> float:
    """Return the length that 95 of 100 functions do not exceed."""
    lengths = [length(function) for path in python_files(root) for function in functions(path)]
    return quantiles(lengths, n=20)[-1] if len(lengths) > 1 else float(sum(lengths))


def median_test_length(root: Path) -> float:
    """Return the median length of the tests below a folder, in lines."""
    return float(median([length(test) for path in python_files(root) for test in tests_of(path)] or [0]))


def tests_of(path: Path) -> Iterator[Function]:
    """Yield the test functions of a file."""
    if path.name.startswith("test_"):
        yield from (function for function in functions(path) if function.name.startswith("test_"))


def unannotated(root: Path) -> list[str]:
    """Return every argument or result without an annotation."""
    return [f"{path}:{line}" for path in python_files(root) for f in functions(path) for line in _bare(f)]


def _bare(function: Function) -> Iterator[str]:
    arguments = function.args
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    named += [star for star in (arguments.vararg, arguments.kwarg) if star]
    for argument in named:
        if argument.annotation is None and argument.arg not in {"self", "cls"}:
            yield f"{function.lineno} {function.name}: {argument.arg}"
    if function.returns is None:
        yield f"{function.lineno} {function.name}: result"


def undocumented(root: Path) -> list[str]:
    """Return every public module, class, function and method without a docstring."""
    return list(chain.from_iterable(map(_undocumented_in, python_files(root))))


def _undocumented_in(path: Path) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    if not ast.get_docstring(tree):
        yield f"{path}: module"
    waiting: list[tuple[str, ast.AST]] = [("", tree)]
    while waiting:
        prefix, parent = waiting.pop()
        for node in ast.iter_child_nodes(parent):
            if isinstance(node, ast.ClassDef | Function) and not node.name.startswith("_"):
                if not ast.get_docstring(node):
                    yield f"{path}:{node.lineno} {prefix}{node.name}"
                if isinstance(node, ast.ClassDef):
                    waiting.append((f"{prefix}{node.name}.", node))


def packages_without_in_and_out(root: Path) -> list[str]:
    """Return the packages whose docstring does not name what goes in and what comes out."""
    found = []
    for path in sorted(root.glob("*/__init__.py")):
        words = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        if not (re.search(r"\b[Ii]n[:,] ", words) and re.search(r"\b[Oo]ut[:,] ", words)):
            found.append(str(path))
    return found


def tests_without_docstring(root: Path) -> list[str]:
    """Return the tests that do not state their fact."""
    return [
        f"{path}:{test.lineno} {test.name}"
        for path in python_files(root)
        for test in tests_of(path)
        if not ast.get_docstring(test)
    ]


def lines_with(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    """Return the places where a pattern stands in text files; files that are no text are passed over."""
    found = []
    for path in paths:
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except UnicodeDecodeError:
            continue
        found += [f"{path}:{number}" for number, line in enumerate(lines, 1) if pattern.search(line)]
    return found
