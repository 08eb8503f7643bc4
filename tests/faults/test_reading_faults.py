"""Hostile, broken and oversized input: one refusal each, and the batch goes on.

Every check has a planted bug that it must catch.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml.html import HtmlElement

from captures import LINES, PAGE, capture_of, loss_codes, read_one
from reportedly.ingest.files import IngestLimits, collect
from reportedly.model.document import Capture, Document, Loss, Refusal
from reportedly.pipeline import isolation
from reportedly.pipeline.isolation import ReadLimits, read_all
from reportedly.read import page_losses

GOOD = capture_of("Thirty died.", origin="good.txt")
STALLING_PAGE = b"<html><body><article><p>" + b"<b>x</b> text " * 16_000 + b"</p></article></body></html>"
FAULTS = {
    "slow": "time.sleep(10)",
    "dies": "os.kill(os.getpid(), signal.SIGKILL)",
    "hungry": "bytearray(2 << 30)",
    "faulty": "raise KeyError('x')",
    "noisy": "print('x' * 100_000, flush=True)",
}
"""Origin of a capture -> what its reader does first in the child."""

Plant = Callable[[], None]


@pytest.fixture
def faulty_child(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the child do what the capture's origin says before it reads."""
    lines = [
        "import json, os, signal, sys, time",
        "sys.path[:] = json.loads(sys.argv[1])",
        "import reportedly.pipeline.reader_process as child",
        f"faults, read = {FAULTS!r}, child._read",
        "def faulty(capture):",
        "    exec(faults.get(capture.origin, 'pass'))",
        "    yield from read(capture)",
        "child._read = faulty",
        "child.serve(int(sys.argv[2]))",
    ]
    monkeypatch.setattr(isolation, "_PROGRAM", "\n".join(lines))


def _outcome(origin: str, seconds: float = 1.0) -> list[str]:
    """Return what a batch gives whose middle capture is faulty: a key or a code each."""
    captures = [GOOD, capture_of("Middle.", origin=origin), GOOD]
    limits = ReadLimits(seconds=seconds, memory_bytes=1 << 30)
    return [item.key if isinstance(item, Document) else item.code for item in read_all(captures, limits)]


@pytest.mark.parametrize(
    ("origin", "code"), [("slow", "R301"), ("dies", "R302"), ("hungry", "R303"), ("faulty", "R304")]
)
@pytest.mark.usefixtures("faulty_child")
def test_faulty_reading_costs_one_refusal(origin: str, code: str) -> None:
    """A late, killed, hungry or failing reading is one refusal between two documents."""
    assert _outcome(origin) == ["good.txt", code, "good.txt"]


@pytest.mark.usefixtures("faulty_child")
def test_what_a_library_prints_does_no_harm() -> None:
    """Standard output of the child is not the channel of its answers."""
    assert _outcome("noisy", seconds=20) == ["good.txt", "noisy", "good.txt"]


@pytest.mark.usefixtures("faulty_child")
def test_refusal_names_the_file() -> None:
    """The refusal of a dead process says which file and how it ended."""
    (item,) = read_all([capture_of("x", origin="dies")])
    assert isinstance(item, Refusal)
    assert (item.where, "status -9" in item.what) == ("dies", True)


def _check_deadline() -> None:
    begun = time.monotonic()
    assert _outcome("slow") == ["good.txt", "R301", "good.txt"]
    assert time.monotonic() - begun < 9


@pytest.mark.usefixtures("faulty_child")
def test_isolation_that_does_not_kill_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted bug: the deadline passes and nobody ends the process."""
    _check_deadline()

    def only_note(deadline: isolation._Deadline) -> None:
        deadline.passed = True

    monkeypatch.setattr(isolation._Deadline, "_kill", only_note)
    with pytest.raises(AssertionError):
        _check_deadline()


@pytest.mark.usefixtures("faulty_child")
def test_isolation_that_keeps_a_dead_worker_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted bug: the dead process is used for the next capture."""
    monkeypatch.setattr(isolation._Worker, "usable", property(lambda _: True, lambda *_: None), raising=False)
    assert _outcome("dies") != ["good.txt", "R302", "good.txt"]


def test_stalling_page_is_cut_at_the_deadline() -> None:
    """A fifth of a megabyte of small tags stalls the extractor; the batch goes on without it."""
    begun = time.monotonic()
    items = list(read_all([capture_of(STALLING_PAGE, PAGE, "stall.html"), GOOD], ReadLimits(seconds=2)))
    assert isinstance(items[0], Document) or items[0].code == "R301"
    assert isinstance(items[1], Document)
    assert time.monotonic() - begun < 15


def _check_loss_of_depth() -> None:
    deep = "<p>Words on top that stay in the page.</p>" * 5 + "<div>" * 3000 + "<p>A deep claim.</p>" + "</div>" * 3000
    assert "L101" in loss_codes(read_one(f"<html><body><article>{deep}</article></body></html>", PAGE))


def test_reader_that_swallows_a_loss_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted bug: nobody looks at what the parser dropped past its depth."""
    _check_loss_of_depth()

    def swallow(*_: object) -> tuple[Loss, ...]:
        return ()

    monkeypatch.setattr("reportedly.read.page.parsing_losses", swallow)
    with pytest.raises(AssertionError):
        _check_loss_of_depth()


def test_thousand_levels_lose_nothing_in_the_child() -> None:
    """Text below a thousand levels, and after them, reaches the document or is recorded as lost."""
    deep = "<div>" * 1000 + "<p>The deep claim is that two hundred were lost.</p>" + "</div>" * 1000
    page = f"<html><body><article>{deep}<p>The closing denial says that nobody was there.</p></article></body></html>"
    (item,) = read_all([capture_of(page, PAGE)])
    assert isinstance(item, Document)
    assert ("deep claim" in item.text and "closing denial" in item.text) or "L101" in loss_codes(item)


def test_parser_limit_is_seen_by_counting_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the parser's own word for it, the missing words still show."""
    parsed: list[tuple[Loss, ...]] = []
    original = page_losses.parsing_losses

    def without_log(source: str, tree: HtmlElement, _: object) -> tuple[Loss, ...]:
        parsed.append(original(source, tree, ()))
        return parsed[-1]

    monkeypatch.setattr("reportedly.read.page.parsing_losses", without_log)
    deep = "<p>Words on top that stay.</p>" * 5 + "<div>" * 3000 + "<p>A deep claim of seven words here.</p>"
    read_one(f"<html><body><article>{deep}</article></body></html>", PAGE)
    assert [loss.code for loss in parsed[0]] == ["L102"]


def _check_large_file(path: Path) -> None:
    begun = time.monotonic()
    (item,) = collect([path])
    assert isinstance(item, Refusal)
    assert (item.code, item.where) == ("R103", path.name)
    assert time.monotonic() - begun < 0.5


@pytest.fixture
def large_file(tmp_path: Path) -> Path:
    """Return a text of 50 MB."""
    path = tmp_path / "large.txt"
    path.write_bytes(b"Thirty people died near the river. " * 1_430_000)
    return path


def test_fifty_megabytes_are_refused_unread(large_file: Path) -> None:
    """The size is asked of the system, not found by reading."""
    _check_large_file(large_file)


def test_ingest_that_reads_large_files_is_caught(large_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Planted bug: the size limit is not looked at."""
    monkeypatch.setattr(collect, "__defaults__", (IngestLimits(max_bytes=1 << 40),))
    with pytest.raises(AssertionError):
        _check_large_file(large_file)


def _bad_folder(folder: Path) -> None:
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "broken.jsonl").write_text('{"id": "a", "text": "A."}\n{"id":\n{"id": "c", "text": "C."}\n')
    (folder / "empty.txt").touch()
    (folder / "good.txt").write_text("Thirty died.")
    (folder / "latin.txt").write_bytes("The café said “no” – twice.".encode("cp1252"))
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7")


def test_bad_files_cost_nothing_but_themselves(tmp_path: Path) -> None:
    """Of a folder with every fault the rest is read, each refusal by file and line."""
    _bad_folder(tmp_path)
    items = list(read_all(collect([tmp_path])))
    assert [item.key if isinstance(item, Document) else f"{item.code} {item.where}" for item in items] == [
        "R104 binary.txt",
        "a",
        "R203 broken.jsonl, line 2",
        "c",
        "R102 empty.txt",
        "good.txt",
        "latin.txt",
        "R105 scan.pdf",
    ]


def test_result_does_not_depend_on_the_order(tmp_path: Path) -> None:
    """The same captures in another order give the same documents and refusals."""
    _bad_folder(tmp_path)
    captures = [item for item in collect([tmp_path]) if isinstance(item, Capture)]
    forward = sorted(item.id for item in read_all(captures))
    assert sorted(item.id for item in read_all(reversed(captures))) == forward


def test_lines_of_ten_thousand_records_pass() -> None:
    """A large file of records comes through the pipe whole."""
    lines = "\n".join(f'{{"id": "{number}", "text": "Thirty died."}}' for number in range(10_000))
    assert sum(isinstance(item, Document) for item in read_all([capture_of(lines, LINES)])) == 10_000
