"""Run the commands of ``docs/tutorial.md`` and put what they print into it.

    python docs/transcribe.py            write the page
    python docs/transcribe.py --check    change nothing; exit 1 where an output differs

Two kinds of comments in the page are instructions::

    <!-- claim NAME: DOCUMENT: WORDS -->     calls the claim of this document that holds these words {NAME}
    <!-- run: ARGUMENTS -->                  the block below is what ``reportedly ARGUMENTS`` prints
    <!-- run: ARGUMENTS | WORDS -> WORDS --> only from the line that holds the first words to before the one with the
                                             second; either may be left out

All commands run in one fresh folder, in the order of the page, with the example beside them.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "tutorial.md"
PROGRAM = "from reportedly.cli import main; main()"
SHOWN = 8
"""Digits of an id that are printed; the commands accept a shortened id."""
HEAD = re.compile(r"head [0-9a-f]{16,64}")
"""The head of a ledger's chain, which depends on the time of recording."""
INSTRUCTION = re.compile(
    r"<!-- claim (?P<name>\w+): (?P<document>[^:]+): (?P<words>.+?) -->"
    r"|<!-- run: (?P<arguments>.+?)(?: \| (?P<first>.*?) ?-> ?(?P<last>.*?))? -->\n```console\n(?:[^\n]*\n)*?```",
)


class Session:
    """A folder with the example in it, and what the page has called by a name so far."""

    def __init__(self, folder: Path) -> None:
        """Put the example where the page says that it is."""
        self.folder = folder
        self.names: dict[str, str] = {}
        (folder / "examples").symlink_to(ROOT / "examples")

    def run(self, arguments: str) -> str:
        """Return what a command prints, without colours, at a fixed width."""
        words = [re.sub(r'^"|"$', "", word) for word in re.findall(r'"[^"]*"|\S+', arguments)]
        kept = {name: value for name, value in os.environ.items() if name not in {"FORCE_COLOR", "CLICOLOR_FORCE"}}
        done = subprocess.run(  # noqa: S603  # the program itself, with the words of our own page
            [sys.executable, "-c", PROGRAM, *words],
            cwd=self.folder,
            env={**kept, "COLUMNS": "100", "NO_COLOR": "1", "PYTHONPATH": str(ROOT / "src")},
            capture_output=True,
            text=True,
            check=False,
        )
        printed = HEAD.sub("head …", done.stdout + done.stderr)
        return "\n".join(line.rstrip() for line in printed.splitlines()).strip("\n")

    def name_claim(self, name: str, document: str, words: str) -> None:
        """Remember the short id of the claim of a document that holds some words."""
        self.run("export --ledger case.db --format json --output all.json")
        dossier = json.loads((self.folder / "all.json").read_text("utf-8"))
        keys = {one["id"]: one["key"] for one in dossier["documents"]}
        found = [c["id"] for c in dossier["claims"] if keys[c["document_id"]] == document and words in c["quote"]]
        if not found:
            raise SystemExit(f"no claim of {document} holds: {words}")
        self.names[name] = found[0][: len("clm-") + SHOWN]

    def answer(self, match: re.Match[str]) -> str:
        """Return an instruction with its block made anew."""
        if match["name"]:
            self.name_claim(match["name"], match["document"], match["words"])
            return match[0]
        arguments = re.sub(r"\{(\w+)\}", lambda found: self.names[found[1]], match["arguments"])
        printed = cut(self.run(arguments), match["first"] or "", match["last"] or "")
        head = match[0].split("\n", 1)[0]
        return f"{head}\n```console\n$ reportedly {arguments}\n{printed}\n```"


def cut(text: str, first: str, last: str) -> str:
    """Return the lines from the one that holds ``first`` to before the next one that holds ``last``."""
    lines = text.splitlines()
    start = next((number for number, line in enumerate(lines) if first in line), 0) if first else 0
    after = range(start + 1, len(lines))
    end = next((number for number in after if last in lines[number]), len(lines)) if last else len(lines)
    kept = "\n".join(lines[start:end]).strip("\n")
    return "\n".join([*(["..."] if start else []), kept, *(["..."] if end < len(lines) else [])])


def transcribed(page: str) -> str:
    """Return the page with every block made anew."""
    with tempfile.TemporaryDirectory() as folder:
        return INSTRUCTION.sub(Session(Path(folder)).answer, page)


def run(arguments: list[str]) -> int:
    """Write the page or check it; return the exit status."""
    old = PAGE.read_text("utf-8")
    new = transcribed(old)
    if "--check" in arguments:
        return int(new != old)
    PAGE.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
