"""Bad input through the real command: named, refused with advice, and everything else is done."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from reportedly import cli

SOURCE = Path(cli.__file__).parents[2]
MEGABYTE = 1_000_000


def reportedly(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    command = [sys.executable, "-c", "from reportedly.cli import main; main()", *map(str, arguments)]
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Assess a folder of two good reports and everything that can be wrong, and return the JSON with the status."""
    folder = tmp_path_factory.mktemp("bad") / "reports"
    folder.mkdir()
    good = (
        "Published: 2024-12-14\n\nThe harbour office said on Saturday that 12 sailors were killed near Port Tallow.\n"
    )
    (folder / "good.txt").write_text(good, encoding="utf-8")
    (folder / "empty.txt").touch()
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "encoding.txt").write_bytes("Ünïcödé ".encode("utf-16-be") * 60 + b"\x81\x8d\xff")
    (folder / "huge.txt").write_bytes(b"The river rose again on Monday. " * (50 * MEGABYTE // 32))
    lines = [
        json.dumps({"id": "fine", "text": "The mayor said that 3 bridges were closed."}),
        "{broken",
        '{"id": "bare"}',
    ]
    (folder / "lines.jsonl").write_text("\n".join(lines), encoding="utf-8")
    done = reportedly("assess", folder, "--ledger", folder.parent / "case.db", "--json")
    return {"status": done.returncode, "ledger": folder.parent / "case.db", **json.loads(done.stdout)}


@pytest.mark.slow
def test_everything_else_is_processed(outcome: dict[str, Any]) -> None:
    """The good file and the good line are assessed, and the exit status says that some input was refused."""
    assert (outcome["status"], outcome["documents"]) == (1, 2)


@pytest.mark.slow
@pytest.mark.parametrize(
    "place", ["empty.txt", "binary.txt", "encoding.txt", "huge.txt", "lines.jsonl, line 2", "lines.jsonl, line 3"]
)
def test_each_fault_is_named_with_file_and_line(outcome: dict[str, Any], place: str) -> None:
    """Each refusal gives the place, what is wrong in words, and what to do."""
    refusal = next(refusal for refusal in outcome["refusals"] if refusal["where"] == place)
    assert refusal["what"]
    assert refusal["advice"]


@pytest.mark.slow
def test_refusals_are_kept_in_the_ledger(outcome: dict[str, Any]) -> None:
    """The ledger verifies, and holds every refusal."""
    checked = json.loads(reportedly("doctor", "--ledger", outcome["ledger"], "--json").stdout)
    ledger = next(check for check in checked["checks"] if check["name"] == "ledger")
    assert checked["ok"]
    assert f"{len(outcome['refusals'])} refusal" in ledger["detail"]


@pytest.mark.slow
def test_nothing_readable_ends_with_3(tmp_path: Path) -> None:
    """Where every input is bad the status is 3, and the refusal is shown with its advice."""
    (tmp_path / "empty.txt").touch()
    done = reportedly("assess", tmp_path / "empty.txt")
    assert (done.returncode, done.stdout) == (3, "")
    assert "R102" in done.stderr
    assert "E101" in done.stderr
