"""The child process that reads captures for ``pipeline.isolation``: it may be killed at any moment.

Frames are an eight-byte length and that many bytes. A request is two frames: the capture's names as JSON, and its
content. The answer is a frame ``started``, then one frame for each document or refusal, then a frame that says how it
ended. All of it is JSON, so that a child which hostile input has taken over cannot make its parent run anything.
"""

from __future__ import annotations

import json
import os
import signal
import struct
import sys
from collections.abc import Iterator
from typing import BinaryIO

from reportedly.model.codec import to_json
from reportedly.model.document import Capture, Document, Refusal
from reportedly.read.light import LIGHT_READERS

if sys.platform != "win32":
    import resource

STARTED, DOCUMENT, REFUSAL, DONE, OUT_OF_MEMORY, FAILED = b"S", b"D", b"R", b"E", b"M", b"X"
"""First byte of an answer's frames; what follows is JSON, or the name of an exception after ``FAILED``."""

_LENGTH = struct.Struct(">Q")


def write_frame(stream: BinaryIO, content: bytes) -> None:
    """Write one frame; the stream is not flushed."""
    stream.write(_LENGTH.pack(len(content)))
    stream.write(content)


def read_frame(stream: BinaryIO) -> bytes | None:
    """Return the next frame, or None where the stream ends before the frame does."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    content = stream.read(length)
    return content if len(content) == length else None


def serve(memory_bytes: int) -> None:
    """Answer requests from standard input until it ends.

    Args:
        memory_bytes: most address space that this process may take; 0 sets no limit.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt from the keyboard is the parent's to handle
    _limit_memory(memory_bytes)
    requests = sys.stdin.buffer
    with os.fdopen(os.dup(1), "wb") as answers:
        os.dup2(2, 1)  # what libraries print must not run into the frames
        while (names := read_frame(requests)) is not None and (content := read_frame(requests)) is not None:
            capture = Capture(**json.loads(names), content=content)
            for frame in _answer(capture):
                write_frame(answers, frame)
                if frame[:1] not in {DOCUMENT, REFUSAL}:
                    answers.flush()


def _limit_memory(memory_bytes: int) -> None:
    """Set the limit where the system knows one: Windows has none, and macOS refuses it."""
    if sys.platform != "win32" and memory_bytes:
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = memory_bytes if hard == resource.RLIM_INFINITY else min(memory_bytes, hard)
        try:
            resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
        except (ValueError, OSError):
            return


def _answer(capture: Capture) -> Iterator[bytes]:
    """Yield the frames that answer one request; whatever goes wrong is said in the last one."""
    try:
        found = _read(capture)
        yield STARTED
        for item in found:
            yield (DOCUMENT if isinstance(item, Document) else REFUSAL) + to_json(item).encode()
        yield DONE
    except MemoryError:
        yield OUT_OF_MEMORY
    except Exception as error:  # noqa: BLE001 - a fault in one reader must not end the batch
        yield FAILED + type(error).__name__.encode()


def _read(capture: Capture) -> Iterator[Document | Refusal]:
    """Return the reading of a capture, not begun; the page parser is loaded with the first page only."""
    reader = LIGHT_READERS.get(capture.media_type)
    if reader is None:
        from reportedly.read.reader import read_capture  # noqa: PLC0415 - loads lxml and trafilatura

        reader = read_capture
    return reader(capture)
