"""The pages for people name what there is, and nothing that is not there."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import pytest

from reportedly import __version__
from reportedly.cli import main
from reportedly.cli.app import COMMANDS

ROOT = Path(__file__).parents[2]
NEEDED = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "SECURITY.md", "docs/tutorial.md", "docs/method.md")
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").glob("*.md")])
_LINK = re.compile(r"\]\((?!https?://|mailto:|#)([^)#\s]+)")
_CALL = re.compile(r"^\s*(?:\$ )?(?:\.venv/bin/)?reportedly (.+)$", re.MULTILINE)


def console_calls(page: Path) -> Iterator[list[str]]:
    """Yield the arguments of each call of the command that a page's code blocks show."""
    for block in re.findall(r"```(?:console|bash|sh)\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
        for call in _CALL.findall(block.replace("\\\n", " ")):
            yield shlex.split(call, comments=True)


def action_of(arguments: Sequence[str]) -> click.Command | None:
    """Return the command that is called: in a group the action that is named, or else that which is listed."""
    command = main.get_command(click.Context(main), arguments[0])
    if not isinstance(command, click.Group):
        return command
    named = arguments[1] if len(arguments) > 1 and not arguments[1].startswith("-") else "list"
    return command.get_command(click.Context(command), named)


@pytest.mark.parametrize("name", NEEDED)
def test_the_pages_are_there(name: str) -> None:
    """Every page that a newcomer looks for exists."""
    assert (ROOT / name).is_file()


def test_every_command_is_shown_to_people() -> None:
    """Each command stands on some page outside the reference."""
    pages = [page for page in PAGES if "reference" not in page.parts]
    shown = " ".join(page.read_text(encoding="utf-8") for page in pages)
    assert [name for name in COMMANDS if f"reportedly {name}" not in shown and f"`{name}" not in shown] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    """A link to a file of the repository finds the file."""
    links = _LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_call_on_a_page_is_one_that_works(page: Path) -> None:
    """Commands and options in code blocks exist."""
    wrong = []
    for arguments in console_calls(page):
        command = action_of(arguments)
        known = (
            {name for option in command.params for name in option.opts + option.secondary_opts} if command else set()
        )
        given = {part.split("=")[0] for part in arguments[1:] if re.match(r"--?[a-z]", part)}
        if command is None or given - known - {"--help", "-h"}:
            wrong.append(arguments)
    assert wrong == []


def test_the_changelog_knows_this_version() -> None:
    """The version of the package has a heading of its own."""
    headings = re.findall(r"^## .*$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert any(__version__ in heading for heading in headings)


@pytest.mark.parametrize("target", ["demo", "test"])
def test_the_readme_names_the_targets_that_work(target: str) -> None:
    """``make demo`` and ``make test`` stand in the README and in the Makefile."""
    assert f"make {target}" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
