"""Answers kept by the hash of their request, one JSON file each, so that a run can be repeated byte for byte."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from reportedly.backend.protocol import Backend, ChatAnswer, ChatRequest
from reportedly.backend.wire import UnusableBody, json_of
from reportedly.model.errors import BackendError

FORM = 1
"""Number of the form in which answers are kept."""


class Mode(StrEnum):
    """Where answers come from."""

    RECORD = "record"
    """Every request is sent, and its answer takes the place of a kept one."""
    REPLAY = "replay"
    """A kept answer is taken; what has none is sent, and its answer kept."""
    STRICT = "strict"
    """Kept answers alone; a request without one is an error, and nothing is sent."""


class _Answer(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    text: str
    model: str
    finish: str


class _Kept(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)

    form: int
    key: str
    request: dict[str, object]
    answer: _Answer


Write = Callable[[Path, bytes], object]
"""Writes a file so that nobody meets half of it."""


@dataclass(frozen=True)
class CachedBackend:
    """Answers from a folder, and from another backend where the mode allows it."""

    folder: Path
    mode: Mode
    write: Write
    inner: Backend | None = None
    """Who is asked; None where nobody may be."""

    def __post_init__(self) -> None:
        """Refuse a mode that sends with nobody to send to."""
        if self.inner is None and self.mode is not Mode.STRICT:
            raise ValueError(f"mode {self.mode} needs a backend")

    def ask(self, request: ChatRequest) -> ChatAnswer:
        """Return the kept answer, or ask and keep.

        Raises:
            BackendError: E604 where nothing is kept and the mode is strict, E605 where what is kept is damaged.
        """
        path = self.path_of(request)
        if self.mode is not Mode.RECORD and path.is_file():
            return _kept(path, request)
        if self.mode is Mode.STRICT or self.inner is None:
            advice = "run it in mode replay, with a backend, to ask for what is missing"
            raise BackendError("E604", "the cache holds no answer to a request", str(path), advice)
        answer = self.inner.ask(request)
        self.write(path, _told(request, answer))
        return answer

    def path_of(self, request: ChatRequest) -> Path:
        """Return the file of a request's answer."""
        return self.folder / f"{request.key}.json"


def _told(request: ChatRequest, answer: ChatAnswer) -> bytes:
    kept = {
        "form": FORM,
        "key": request.key,
        "request": request.body(),
        "answer": {"text": answer.text, "model": answer.model, "finish": answer.finish},
    }
    return (json.dumps(kept, indent=1, sort_keys=True) + "\n").encode("ascii")


def _kept(path: Path, request: ChatRequest) -> ChatAnswer:
    """Return a kept answer, checked against the request it is to answer."""
    try:
        kept = _Kept.model_validate(json_of(path.read_bytes()))
    except (OSError, UnusableBody, ValidationError, UnicodeDecodeError) as error:
        raise _damaged(path, "cannot be read") from error
    if (kept.form, kept.key) != (FORM, request.key) or kept.request != request.body():
        raise _damaged(path, "belongs to another request")
    return ChatAnswer(kept.answer.text, kept.answer.model, kept.answer.finish)


def _damaged(path: Path, what: str) -> BackendError:
    return BackendError("E605", f"a kept answer {what}", str(path), "delete the file, or take the folder anew")
