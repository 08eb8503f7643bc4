"""``reportedly lint``: does a text judge in words that can be held to?"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json

if TYPE_CHECKING:
    from reportedly.pipeline.lint import Placed


@click.command("lint")
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path)
)
@click.option("--scale", help="The scale that the texts must keep to, such as phia or icd203:2; else whichever fits.")
@click.option(
    "--rule", "rules", multiple=True, help="Check this rule alone, by code or name; can be given more than once."
)
@click.option("--numbers", is_flag=True, help="Ask for a number beside each likelihood word, too.")
@click.option(
    "--lines/--whole",
    "by_line",
    default=None,
    help="Take each line as a text of its own, or a file as one; without either a list of sentences is taken by line.",
)
@options.json_option
def command(
    files: tuple[Path, ...],
    scale: str | None,
    rules: tuple[str, ...],
    numbers: bool,
    by_line: bool | None,
    as_json: bool,
) -> None:
    """Check the wording of assessments.

    Reads text, Markdown, HTML, or JSON lines with a text in each; - reads stdin. Found are words of different scales
    (L01) or of both rows of ICD 203 (L02), likelihood and confidence in one sentence (L03), possible, may, could and
    the like as a judgement (L04), numbers that do not fit their words (L05), we believe (L06), two hedges at once (L07)
    and hearsay without a source (L08). On request: a number beside each word (L09), the basis of each confidence (L11).
    With --scale also words that it does not have (L10). Others' words in quotation marks are left alone. A file is one
    text, but 20 and more lines of plain text with a sentence each are a list of texts. Exit status 1 where something
    was found, else 0.

    \b
    Example:
      reportedly lint assessment.md
      reportedly lint assessment.md --scale phia --numbers
      reportedly lint - --rule possibility --json < draft.txt
    """
    from reportedly.model.lint import LintRule
    from reportedly.pipeline.lint import lint_bytes, lint_file, make_linter, rules_named

    wanted = rules_named(rules) | ({LintRule.NO_NUMBER} if numbers else frozenset())
    checker = make_linter(scale, wanted)
    found: list[Placed] = []
    for file in files:
        if str(file) == "-":
            found += lint_bytes(sys.stdin.buffer.read(), "-", checker, ".txt", by_line)
        else:
            found += lint_file(file, checker, by_line)
    if as_json:
        print_json({"files": [str(file) for file in files], "found": [_data(one) for one in found]})
    else:
        _print(found)
    if found:
        raise click.exceptions.Exit(1)


def _data(one: Placed) -> dict[str, Any]:
    breach = one.breach
    return {
        "file": one.file,
        "line": one.line,
        "column": one.column,
        "start": breach.span.start,
        "end": breach.span.end,
        "rule": breach.rule.value,
        "name": breach.rule.name.lower().replace("_", "-"),
        "words": breach.words,
        "what": breach.what,
        "why": breach.why,
        "advice": breach.advice,
    }


def _print(found: list[Placed]) -> None:
    from reportedly.cli.console import console, plain

    out = console()
    for one in found:
        breach = one.breach
        out.print(plain(f"{one.file}:{one.line}:{one.column}: {breach.rule.value} {breach.what}"), soft_wrap=True)
        out.print(plain(f"    {breach.why} -> {breach.advice}"), soft_wrap=True)
    out.print(plain(f"{len(found)} found" if found else "nothing found"))
