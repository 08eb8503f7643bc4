"""Read captures in a child process that is killed when it takes too long or too much memory.

Hostile or broken pages can stall a parser for half a minute or bring it down (docs: method, hostile input). One such
capture costs one refusal: the child is replaced and the batch goes on.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import BinaryIO, cast

from reportedly.model.codec import from_json
from reportedly.model.codes import CodeMeaning
from reportedly.model.document import Capture, Document, Refusal
from reportedly.pipeline import reader_process as child

REFUSALS: Mapping[str, CodeMeaning] = MappingProxyType(
    {
        "R301": CodeMeaning("reading took too long and was stopped", "Save the report's words as a .txt file."),
        "R302": CodeMeaning("the reading process died", "Save the report's words as a .txt file; report the fault."),
        "R303": CodeMeaning(
            "reading took too much memory and was stopped", "Split the file, or save its words as .txt."
        ),
        "R304": CodeMeaning("the reader failed", "Report the fault together with the file, if it may be shared."),
    }
)
"""Code -> title and advice of what isolation refuses."""

_START_SECONDS = 60.0
_STDERR_SHOWN = 200
_PROGRAM = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from reportedly.pipeline.reader_process import serve; serve(int(sys.argv[2]))"
)


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """What one capture may cost."""

    seconds: float = 20.0
    """Wall time to read one capture; starting the process does not count."""
    memory_bytes: int = 1 << 30
    """Address space of the process; 0 sets no limit. Has no effect on Windows and macOS."""


_DEFAULT_LIMITS = ReadLimits()


def read_all(
    captures: Iterable[Capture | Refusal], limits: ReadLimits = _DEFAULT_LIMITS
) -> Iterator[Document | Refusal]:
    """Read captures one after another, each within its limits.

    Args:
        captures: what ``ingest`` took in; its refusals pass through in their place.
        limits: what one capture may cost.

    Yields:
        What ``read_capture`` gives for each capture, or one refusal that names the capture where its reading was cut
        short: nothing of a capture that was not read to its end is given.
    """
    worker: _Worker | None = None
    try:
        for capture in captures:
            if isinstance(capture, Refusal):
                yield capture
                continue
            worker = worker or _Worker(limits)
            items = worker.read(capture)
            if not worker.usable:
                worker.close()
                worker = None
            yield from items
    finally:
        if worker is not None:
            worker.close()


class _Worker:
    """One child process; usable until a reading is cut short."""

    def __init__(self, limits: ReadLimits) -> None:
        self.usable = True
        self._limits = limits
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed by close()
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and program
            [sys.executable, "-c", _PROGRAM, json.dumps(sys.path), str(limits.memory_bytes)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
        )
        self._requests = cast(BinaryIO, self._process.stdin)
        self._answers = cast(BinaryIO, self._process.stdout)

    def read(self, capture: Capture) -> list[Document | Refusal]:
        """Return what the capture holds, or the one refusal that says how its reading ended."""
        with _Deadline(self._process, _START_SECONDS) as start:
            frame = self._send(capture)
        items: list[Document | Refusal] = []
        with _Deadline(self._process, self._limits.seconds) as deadline:
            while frame is not None and frame[:1] in {child.STARTED, child.DOCUMENT, child.REFUSAL}:
                if frame[:1] == child.DOCUMENT:
                    items.append(from_json(Document, frame[1:]))
                elif frame[:1] == child.REFUSAL:
                    items.append(from_json(Refusal, frame[1:]))
                frame = child.read_frame(self._answers)
        self.usable = frame == child.DONE and not (start.passed or deadline.passed)
        return items if frame == child.DONE else [self._cut_short(capture, frame, late=start.passed or deadline.passed)]

    def _send(self, capture: Capture) -> bytes | None:
        """Send the request and return the answer's first frame; None where the child has died."""
        names = {
            "id": capture.id,
            "origin": capture.origin,
            "media_type": capture.media_type,
            "sha256": capture.sha256,
        }
        try:
            child.write_frame(self._requests, json.dumps(names).encode())
            child.write_frame(self._requests, capture.content)
            self._requests.flush()
        except OSError:
            return None
        return child.read_frame(self._answers)

    def _cut_short(self, capture: Capture, frame: bytes | None, *, late: bool) -> Refusal:
        if late:
            return _refuse("R301", capture, f"the limit is {self._limits.seconds:g} s")
        if frame is None:
            return _refuse("R302", capture, self._last_words())
        if frame == child.OUT_OF_MEMORY:
            return _refuse("R303", capture, f"the limit is {self._limits.memory_bytes >> 20} MiB")
        return _refuse("R304", capture, frame[1:].decode("utf-8", "replace"))

    def _last_words(self) -> str:
        """Return how the child ended and the last line that it wrote."""
        status = self._process.wait()
        self._errors.seek(0)
        lines = self._errors.read().decode("utf-8", "replace").strip().splitlines()
        return f"status {status}" + (f", {lines[-1][:_STDERR_SHOWN]}" if lines else "")

    def close(self) -> None:
        """End the child at once; it holds nothing that could be lost."""
        self._process.kill()
        self._process.wait()
        for stream in (self._requests, self._answers, self._errors):
            try:
                stream.close()
            except OSError:  # the rest of a request to a dead child cannot be flushed
                continue


class _Deadline:
    """Kill a process when a block takes too long; a thread's timer works where ``select`` on pipes does not."""

    def __init__(self, process: subprocess.Popen[bytes], seconds: float) -> None:
        self.passed = False
        self._process = process
        self._timer = threading.Timer(seconds, self._kill)
        self._timer.daemon = True

    def _kill(self) -> None:
        self.passed = True
        self._process.kill()

    def __enter__(self) -> _Deadline:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._timer.join()  # a timer caught in the act has set ``passed`` by then


def _refuse(code: str, capture: Capture, detail: str) -> Refusal:
    meaning = REFUSALS[code]
    return Refusal(code=code, what=f"{meaning.title}: {detail}", where=capture.origin, advice=meaning.advice)
