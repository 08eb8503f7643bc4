"""Killed at any moment, a writer loses nothing that it acknowledged and leaves nothing half done."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path

import pytest

import reportedly
from faults.ledger.appender import Order
from faults.ledger.history import acknowledged_batches, problems
from ledger_samples import claim
from reportedly.ledger.store import Ledger

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")

KILLS = int(os.environ.get("REPORTEDLY_KILLS", "200"))
"""How often the writer is killed; a night's run sets more."""
KILLS_PER_LEDGER = 10
EARLY = 0.05
"""Seconds after its start within which every third child is killed: mostly while it opens or makes the ledger."""
PATIENCE = 60.0
"""Seconds that a child may take for a few batches."""
CONTROL_KILLS = 60


class Appender:
    """The program that forks the children."""

    def __init__(self) -> None:
        paths = [str(Path(reportedly.__file__).parents[1]), *filter(None, [os.environ.get("PYTHONPATH")])]
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("appender.py"))],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        )

    def run(self, order: Order, wait: Callable[[], None] | None) -> int:
        """Let one child work, kill it when ``wait`` returns, if that is given, and return its wait status."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(asdict(order)) + "\n")
        self._process.stdin.flush()
        child = int(self._process.stdout.readline())
        if wait is not None:
            wait()
            os.kill(child, signal.SIGKILL)
        return int(self._process.stdout.readline())

    def close(self) -> None:
        """End the program."""
        self._process.communicate()


@pytest.fixture(scope="module")
def appender() -> Iterator[Appender]:
    """Start the program once for all tests."""
    program = Appender()
    yield program
    program.close()


def random_moment(chance: random.Random, acknowledged: Path) -> Callable[[], None]:
    """Return a function that waits for a random moment of a child's work: its beginning, or between two batches.

    The second sort is measured in the child's own batches, so that a slow machine is killed at the same points.
    """
    early, batches, share = chance.uniform(0, EARLY), chance.randint(2, 6), chance.uniform(0, 2)
    if chance.random() < 1 / 3:
        return lambda: time.sleep(early)
    before = size_of(acknowledged)

    def wait() -> None:
        times: list[float] = []
        size, latest = before, time.monotonic() + PATIENCE
        while len(times) < batches and time.monotonic() < latest:
            if size_of(acknowledged) > size:
                size = size_of(acknowledged)
                times.append(time.monotonic())
            time.sleep(0.0002)
        time.sleep(share * (times[-1] - times[0]) / (batches - 1))

    return wait


def size_of(path: Path) -> int:
    """Return the length of a file; 0 where there is none yet."""
    return path.stat().st_size if path.exists() else 0


def kill_many(appender: Appender, folder: Path, kills: int, seed: int, bug: str = "") -> tuple[list[str], int]:
    """Kill children at random moments; return what the checker finds and how many batches were acknowledged."""
    chance = random.Random(seed)
    found: list[str] = []
    total = 0
    for kill in range(kills):
        ledger = folder / f"{kill // KILLS_PER_LEDGER}.db"
        acknowledged = ledger.with_suffix(".txt")
        order = Order(str(ledger), str(acknowledged), f"k{kill}", bug)
        status = appender.run(order, random_moment(chance, acknowledged))
        assert status == signal.SIGKILL, "the child ended before it was killed"
        found += [f"kill {kill}: {problem}" for problem in problems(ledger, acknowledged)]
        if bug and found:
            break
        if (kill + 1) % KILLS_PER_LEDGER == 0 or kill + 1 == kills:
            total += len(acknowledged_batches(acknowledged))
    return found, total


@pytest.mark.slow
def test_no_acknowledged_entry_is_lost_to_kills(appender: Appender, tmp_path: Path) -> None:
    """After 200 random kills every acknowledged entry is there, no batch is half, and nothing needs repair."""
    seed = int(os.environ.get("REPORTEDLY_SEED", "20250106"))
    found, acknowledged = kill_many(appender, tmp_path, KILLS, seed)
    assert found == [], f"replay with REPORTEDLY_SEED={seed}"
    assert acknowledged > KILLS, "the children were killed before they could do anything"


@pytest.mark.slow
@pytest.mark.parametrize(("bug", "symptom"), [("early", "is lost"), ("split", "entries")])
def test_the_checker_catches_a_planted_bug(appender: Appender, tmp_path: Path, bug: str, symptom: str) -> None:
    """A writer that acknowledges too early, or commits batches in halves, is caught by the same kills and checker."""
    found, _ = kill_many(appender, tmp_path, CONTROL_KILLS, seed=1, bug=bug)
    assert any(symptom in problem for problem in found)


def test_a_writer_that_is_not_killed_passes(appender: Appender, tmp_path: Path) -> None:
    """The checker finds nothing where nothing went wrong."""
    order = Order(str(tmp_path / "a.db"), str(tmp_path / "a.txt"), "calm", batches=30)
    assert appender.run(order, None) == 0
    assert len(acknowledged_batches(tmp_path / "a.txt")) == 30
    assert problems(tmp_path / "a.db", tmp_path / "a.txt") == []


def test_a_killed_writer_leaves_its_place(appender: Appender, tmp_path: Path) -> None:
    """The next writer goes on at once, without any repair."""
    acknowledged = tmp_path / "a.txt"
    assert (
        appender.run(Order(str(tmp_path / "a.db"), str(acknowledged), "one"), lambda: time.sleep(0.2)) == signal.SIGKILL
    )
    with Ledger.open(tmp_path / "a.db", write=True) as ledger:
        before = ledger.state().entries
        assert ledger.append([claim("clm-1")])[0].number == before + 1


@pytest.mark.parametrize("promised", ["never-written\n", "calm-0\nnever-written\n"])
def test_the_checker_misses_no_lost_batch(appender: Appender, tmp_path: Path, promised: str) -> None:
    """A promise that the ledger does not keep is a problem, in an existing ledger and where there is none."""
    (tmp_path / "a.txt").write_text(promised)
    assert len(problems(tmp_path / "a.db", tmp_path / "a.txt")) == 1
    appender.run(Order(str(tmp_path / "a.db"), str(tmp_path / "b.txt"), "calm", batches=3), None)
    assert problems(tmp_path / "a.db", tmp_path / "a.txt") == ["acknowledged batch never-written is lost"]
