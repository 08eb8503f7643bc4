"""Write ``docs/reference`` from the code, or say which of its pages are out of date.

    python docs/generate.py            write the pages
    python docs/generate.py --check    change nothing; exit 1 where a page is out of date

Everything on these pages is read from the source: help texts, hook signatures, code tables, docstrings, the schema.
"""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import json
import pkgutil
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum
from importlib import resources
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import click

import reportedly.model
from reportedly.cli import clocks
from reportedly.cli import main as command_line
from reportedly.model import errors
from reportedly.model.codes import CodeMeaning
from reportedly.model.conversion import percents
from reportedly.pipeline import hooks
from reportedly.pipeline import resources as resource_files

PAGES = Path(__file__).parent / "reference"
SOURCE = Path(errors.__file__).parents[1]
CODE = re.compile(r"E\d{3}")
NOTICE = "<!-- Written by docs/generate.py from the code. Change the code and run it again. -->"
HELP: Mapping[str, Any] = {"terminal_width": 88, "max_content_width": 88, "help_option_names": ["-h", "--help"]}
"""How help texts are set, so that the pages do not depend on anybody's terminal."""


def pages() -> dict[str, str]:
    """Return every page of the reference: file name and content."""
    makers: dict[str, tuple[str, Callable[[], Iterable[str]]]] = {
        "commands.md": ("Commands", commands),
        "clocks.md": ("What a day means", what_a_day_means),
        "codes.md": ("Errors, refusals, losses and exit statuses", codes),
        "hooks.md": ("Plug-in hooks", plugin_hooks),
        "schema.md": ("Fields of the JSON report", schema),
        "scales.md": ("Scales of words", scales),
        "types.md": ("Types of the model", types),
    }
    made = {name: _page(title, maker()) for name, (title, maker) in makers.items()}
    links = [f"- [{title}]({name})" for name, (title, _) in makers.items()]
    return {**made, "README.md": _page("Reference", ["These pages are drawn from the code.", "", *links])}


def _page(title: str, lines: Iterable[str]) -> str:
    return "\n".join([NOTICE, "", f"# {title}", "", *lines]).rstrip() + "\n"


def _cell(text: str) -> str:
    return " ".join(_code(text).split()).replace("|", "\\|")


def _code(text: str) -> str:
    return text.replace("``", "`")


def commands() -> Iterator[str]:
    """Yield the help text of every built-in command."""
    yield from _command(command_line, "reportedly")


def _command(command: click.Command, name: str) -> Iterator[str]:
    settings: dict[str, Any] = {**command.context_settings, **HELP}
    context = click.Context(command, info_name=name, **settings)
    yield from (f"## `{name}`", "", "```text", *(line.rstrip() for line in command.get_help(context).splitlines()))
    yield from ("```", "")
    if isinstance(command, click.Group):
        for child in sorted(command.list_commands(context)):
            found = command.get_command(context, child)
            if found is not None and (found.callback is None or "reportedly" in (found.callback.__module__ or "")):
                yield from _command(found, f"{name} {child}")


def what_a_day_means() -> Iterator[str]:
    """Yield what ``--as-of`` and ``--recorded-by`` mean for each command, and which take neither."""
    yield from (
        "`--as-of DAY` asks what was **published** by the end of a day: a document counts where its day of",
        "publication is known and not later. A document without a day cannot be placed and is left out and listed",
        "(R401). What people judged counts whenever they did, but only on claims that had been published: nothing",
        "shown tells of a later report. Inputs that could not be read have no day and stay listed.",
        "",
        "`--recorded-by MOMENT` asks what the **ledger held** at a moment: documents, claims and decisions recorded",
        "later do not count, and what was withdrawn later still does. The two clocks can be asked together: *what did",
        "we hold on Tuesday of what had been published by Sunday?* `claims --search` looks among claims as they stand",
        "today.",
        "",
        "| command | with `--as-of` | `--recorded-by` |",
        "|---|---|---|",
    )
    for name, meaning in clocks.AS_OF.items():
        yield f"| `{name}` | {_cell(meaning)} | {'yes' if name in clocks.RECORDED_BY else ''} |"
    yield from ("", "| command without a day | why |", "|---|---|")
    yield from (f"| `{name}` | {_cell(why)} |" for name, why in clocks.WITHOUT.items())


def codes() -> Iterator[str]:
    """Yield the tables of exit statuses, errors, refusals and losses."""
    yield from (
        "An **error** ends a command. A **refusal** is an input that was not taken; the rest goes on. A **loss**",
    )
    yield from ("is something of a document that did not reach its text; the document is used all the same.", "")
    yield from _exit_statuses()
    yield from _errors()
    yield from _meanings("Refusals", "REFUSALS")
    yield from _meanings("Losses", "LOSSES")


def _exit_statuses() -> Iterator[str]:
    yield from ("## Exit statuses", "", "| status | meaning |", "|---|---|")
    found = {
        errors.EXIT_OK: "Everything was done",
        errors.EXIT_SOME_REFUSED: "Part of the input was refused, and the rest was done",
        errors.ReportedlyError.exit_status: "Something of ours went wrong",
    }
    for kind in _subclasses(errors.ReportedlyError):
        words = (inspect.getdoc(kind) or "").splitlines()[0].rstrip(".")
        previous = found.get(kind.exit_status)
        found[kind.exit_status] = f"{previous}; {words}" if previous else words
    yield from (f"| {status} | {_cell(found[status])} |" for status in sorted(found))
    yield ""


def _subclasses(kind: type[errors.ReportedlyError]) -> Iterator[type[errors.ReportedlyError]]:
    """Yield the errors of the model below a type; those that packages add share their parent's status."""
    for child in sorted(kind.__subclasses__(), key=lambda one: one.__name__):
        if child.__module__ == errors.__name__:
            yield child
            yield from _subclasses(child)


def _errors() -> Iterator[str]:
    yield from ("## Errors", "", "| code | type | what |", "|---|---|---|")
    found = {row for path in sorted(SOURCE.rglob("*.py")) for row in _raised(ast.parse(path.read_text("utf-8")))}
    yield from (f"| {code} | `{kind}` | {_cell(what)} |" for code, kind, what in sorted(found))
    yield ""


def _raised(tree: ast.Module) -> Iterator[tuple[str, str, str]]:
    """Yield code, type and words of every error that a module makes: calls and pairs that begin with a code."""
    owners = {id(part): node.name for node in tree.body if isinstance(node, ast.ClassDef) for part in node.body}
    for scope in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        words = {
            node.targets[0].id: node.value
            for node in ast.walk(scope)
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)
        }
        for node in ast.walk(scope):
            parts = node.args if isinstance(node, ast.Call) else node.elts if isinstance(node, ast.Tuple) else []
            if len(parts) > 1 and isinstance(parts[0], ast.Constant) and CODE.fullmatch(str(parts[0].value)):
                kind = _kind_of_error(node, tree, owners.get(id(scope), ""))
                what = _said(parts[1], words)
                yield str(parts[0].value), kind, (ast.get_docstring(scope) or what) if what == "…" else what


def _kind_of_error(node: ast.AST, tree: ast.Module, owner: str) -> str:
    """Return the type that is made: the one called, the class it stands in, or the only one that is imported."""
    if isinstance(node, ast.Call):
        name = ast.unparse(node.func)
        return owner if name == "super().__init__" else name.rsplit(".", 1)[-1]
    imports = [one for one in tree.body if isinstance(one, ast.ImportFrom) and one.module == errors.__name__]
    return imports[0].names[0].name if imports else ""


def _said(node: ast.expr, words: Mapping[str, ast.expr]) -> str:
    """Return the words of an expression, three dots where they are known only when it happens."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(_said(part, {}) for part in node.values)
    if isinstance(node, ast.Name) and node.id in words:
        return _said(words[node.id], {})
    return "…"


def _meanings(title: str, table: str) -> Iterator[str]:
    yield from (f"## {title}", "", "| code | what | what to do |", "|---|---|---|")
    for code, meaning in sorted(_tables(table)):
        yield f"| {code} | {_cell(meaning.title)} | {_cell(meaning.advice)} |"
    yield ""


def _tables(name: str) -> Iterator[tuple[str, CodeMeaning]]:
    for path in sorted(SOURCE.rglob("*.py")):
        if re.search(rf"^{name}\b", path.read_text("utf-8"), re.MULTILINE):
            module = importlib.import_module(".".join(path.relative_to(SOURCE.parent).with_suffix("").parts))
            table = getattr(module, name)
            yield from table.items() if isinstance(table, Mapping) else ()


def plugin_hooks() -> Iterator[str]:
    """Yield the signature and the words of every hook."""
    yield from (*_code(inspect.getdoc(hooks) or "").replace("::\n", ":\n").splitlines(), "")
    for name, function in inspect.getmembers(hooks, inspect.isfunction):
        if name.startswith("reportedly_"):
            given = ", ".join(f"{p.name}: {p.annotation}" for p in inspect.signature(function).parameters.values())
            answer = inspect.signature(function).return_annotation
            yield from (f"## `{name}`", "", "```python", f"def {name}({given}) -> {answer}", "```", "")
            yield from (*_code(inspect.getdoc(function) or "").splitlines(), "")


def schema() -> Iterator[str]:
    """Yield one table for each object of the published JSON Schema."""
    file = resources.files("reportedly").joinpath("data", "schema", "dossier.schema.json")
    whole = json.loads(file.read_text("utf-8"))
    yield from ("The JSON report follows `dossier.schema.json`, which ships in the package (JSON Schema 2020-12).", "")
    yield from _fields("The report", whole)
    for name, part in sorted(whole.get("$defs", {}).items()):
        if "enum" in part:
            yield from (
                f"## {name}",
                "",
                _sentence(part),
                "",
                "One of " + ", ".join(f"`{v}`" for v in part["enum"]) + ".",
                "",
            )
        else:
            yield from _fields(name, part)


def _sentence(part: Mapping[str, Any]) -> str:
    return _code(str(part.get("description", "")).split("\n\n")[0])


def _fields(name: str, part: Mapping[str, Any]) -> Iterator[str]:
    needed = set(part.get("required", ()))
    yield from (f"## {name}", "", _sentence(part), "", "| field | type | always there |", "|---|---|---|")
    for field, kind in part.get("properties", {}).items():
        yield f"| `{field}` | {_cell(_kind(kind))} | {'yes' if field in needed else 'no'} |"
    yield ""


def _kind(part: Mapping[str, Any]) -> str:
    if "$ref" in part:
        return str(part["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in part:
        return " or ".join(_kind(option) for option in part["anyOf"])
    if "const" in part:
        return f"`{part['const']}`"
    if part.get("type") == "array":
        items = part.get("items") or {}
        return f"list of {_kind(items)}" if items else "list"
    return str(part.get("format") or part.get("type") or "any")


def types() -> Iterator[str]:
    """Yield every public type of the model with its fields."""
    for info in sorted(pkgutil.iter_modules(reportedly.model.__path__), key=lambda one: one.name):
        module = importlib.import_module(f"reportedly.model.{info.name}")
        found = [kind for _, kind in inspect.getmembers(module, inspect.isclass) if kind.__module__ == module.__name__]
        told = [kind for kind in found if dataclasses.is_dataclass(kind) or issubclass(kind, StrEnum)]
        if told:
            yield from (
                f"## `reportedly.model.{info.name}`",
                "",
                *_code(inspect.getdoc(module) or "").splitlines()[:1],
                "",
            )
        for kind in told:
            yield from _type(kind, module)


def _type(kind: type[Any], module: ModuleType) -> Iterator[str]:
    words = _attribute_words(kind, module)
    yield from (f"### {kind.__name__}", "", *_code(inspect.getdoc(kind) or "").splitlines(), "")
    if issubclass(kind, StrEnum):
        yield from ("| member | value | |", "|---|---|---|")
        yield from (f"| `{one.name}` | `{one.value}` | {_cell(words.get(one.name, ''))} |" for one in kind)
    else:
        yield from ("| field | type | |", "|---|---|---|")
        for field in dataclasses.fields(kind):
            yield f"| `{field.name}` | `{_cell(str(field.type))}` | {_cell(words.get(field.name, ''))} |"
    yield ""


def scales() -> Iterator[str]:
    """Yield one table for each bundled scale, then what readers take words for."""
    yield from ("One word has other numbers on other scales, so the name of the scale goes with the word.", "")
    for key in resource_files.scale_names():
        scale = resource_files.load_scale(key)
        yield from (f"## `{key}`: {scale.name}", "", f"Scale of {scale.of}, {scale.kind}. {scale.note}", "")
        yield from ("| code | words | interval | value | on what |", "|---|---|---|---|---|")
        for band in scale.bands:
            value = "" if band.point is None else f"{band.point:.0%}"
            yield f"| {band.code} | {' / '.join(band.words)} | {percents(band)} | {value} | |"
        for row in scale.named:
            written = "" if row.exported is None else f"written as {row.exported:.0%}, not read back"
            place = "unknown" if row.unknown else ""
            yield f"| {row.code} | {' / '.join(row.words)} | {place} | {written} | {row.basis} |"
        yield from ("", f"Source: {scale.source}; {scale.edition}.", "")
    for survey in resource_files.load_perceptions():
        yield from (f"## What readers hear: {survey.name}", "", f"{survey.readers} readers. {survey.note}", "")
        yield from ("| word | median | middle half | inside its row of ICD 203 |", "|---|---|---|---|")
        for heard in survey.words:
            share = "" if heard.share is None else f"{heard.share:.0%}"
            yield f"| {', '.join(heard.words)} | {heard.median:.0%} | {heard.low:.0%} to {heard.high:.0%} | {share} |"
        yield from ("", f"Source: {survey.source}.", "")


def _attribute_words(kind: type[Any], module: ModuleType) -> dict[str, str]:
    """Return the docstrings that stand below the attributes of a class."""
    tree = ast.parse(inspect.getsource(module))
    body = next(node.body for node in tree.body if isinstance(node, ast.ClassDef) and node.name == kind.__name__)
    words = {}
    for node, following in pairwise(body):
        name = _attribute(node)
        if name and isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant):
            words[name] = str(following.value.value)
    return words


def _attribute(node: ast.stmt) -> str:
    target = (
        node.target if isinstance(node, ast.AnnAssign) else node.targets[0] if isinstance(node, ast.Assign) else None
    )
    return target.id if isinstance(target, ast.Name) else ""


def stale() -> list[str]:
    """Return the names of pages that differ from what the code says, or that nothing makes."""
    wanted = pages()
    there = {path.name: path.read_text("utf-8") for path in sorted(PAGES.glob("*.md"))}
    return sorted(name for name in wanted.keys() | there.keys() if wanted.get(name) != there.get(name))


def run(arguments: list[str]) -> int:
    """Write the pages or check them; return the exit status."""
    if "--check" in arguments:
        old = stale()
        sys.stdout.write("".join(f"out of date: docs/reference/{name}\n" for name in old))
        return 1 if old else 0
    PAGES.mkdir(exist_ok=True)
    for name, content in pages().items():
        (PAGES / name).write_text(content, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
