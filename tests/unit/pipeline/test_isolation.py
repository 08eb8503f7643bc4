"""Reading in a child process."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from captures import LINES, PAGE, capture_of
from reportedly.model.document import Document, Refusal
from reportedly.pipeline import isolation
from reportedly.pipeline.isolation import REFUSALS, ReadLimits, read_all
from reportedly.read.reader import read_capture

PAGE_TEXT = (
    "<html><body><article><p>"
    + "The agency said that thirty had died near Köln. " * 10
    + "</p></article></body></html>"
)


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        ("Friday, January 4, 2019\n\nThirty died – 🙂.", "text/plain"),
        (PAGE_TEXT, PAGE),
        ('{"id": "a", "text": "A\\u0000", "published": "2024-12-16T09:10+02:00"}\n{\n{"id": "a", "text": "B"}', LINES),
        ("", "image/png"),
    ],
)
def test_child_gives_what_the_reader_gives(content: str, media_type: str) -> None:
    """Documents, spans, stamps, losses and refusals come through the process unchanged."""
    capture = capture_of(content, media_type)
    assert list(read_all([capture])) == list(read_capture(capture))


def test_one_process_serves_all_captures(monkeypatch: pytest.MonkeyPatch) -> None:
    """The child is started once for a batch."""
    started: list[object] = []

    class Counted(isolation._Worker):
        def __init__(self, limits: ReadLimits) -> None:
            started.append(limits)
            super().__init__(limits)

    monkeypatch.setattr(isolation, "_Worker", Counted)
    captures = [capture_of(f"Report {number}.", origin=f"{number}.txt") for number in range(20)]
    assert [getattr(item, "key", "") for item in read_all(captures)] == [f"{number}.txt" for number in range(20)]
    assert len(started) == 1


def test_no_process_is_started_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A batch without captures starts no child."""
    monkeypatch.setattr(isolation, "_Worker", None)
    assert list(read_all([])) == []


def test_refusals_pass_through_in_their_place() -> None:
    """What ingest refused keeps its place among what is read."""
    refusal = Refusal("R101", "no such file", "x", "Check.")
    items = list(read_all([capture_of("One."), refusal, capture_of("Two.")]))
    assert items[1] == refusal
    assert [type(item).__name__ for item in items] == ["Document", "Refusal", "Document"]


def test_abandoned_batch_ends_its_process() -> None:
    """A reader of the first document only leaves no process behind."""
    batch = read_all([capture_of("One."), capture_of("Two.")])
    assert isinstance(next(batch), Document)
    worker = batch.gi_frame.f_locals["worker"]  # type: ignore[attr-defined]  # a generator at run time
    batch.close()  # type: ignore[attr-defined]
    assert worker._process.poll() is not None


def test_script_without_main_guard_can_read(tmp_path: Path) -> None:
    """The child does not run the user's script again."""
    script = tmp_path / "script.py"
    script.write_text(
        "import hashlib\n"
        "from reportedly.model.document import Capture\n"
        "from reportedly.pipeline.isolation import read_all\n"
        "capture = Capture('cap-1', 'a.txt', 'text/plain', hashlib.sha256(b'x').hexdigest(), b'x')\n"
        "print(sum(1 for _ in read_all([capture])))\n"
    )
    program = "import json, sys; sys.path[:] = json.loads(sys.argv[2]); exec(open(sys.argv[1]).read())"
    done = subprocess.run(
        [sys.executable, "-c", program, script, json.dumps(sys.path)], capture_output=True, text=True, check=True
    )
    assert done.stdout == "1\n"


@pytest.mark.parametrize("code", sorted(REFUSALS))
def test_every_code_has_title_and_advice(code: str) -> None:
    """Codes are R3 and two digits, with words for both parts."""
    title, advice = REFUSALS[code]
    assert code.startswith("R3")
    assert title
    assert advice.endswith(".")
