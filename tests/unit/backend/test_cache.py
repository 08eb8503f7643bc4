"""Kept answers: the three modes, the form of the files, and what is damaged."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.backend.cache import CachedBackend, Mode
from reportedly.backend.protocol import ChatRequest, Message, Role
from reportedly.model.errors import BackendError
from reportedly.pipeline.output import replace_file
from stand_in import Scripted

REQUEST = ChatRequest("m", (Message(Role.SYSTEM, "Be exact."), Message(Role.USER, "Ünï \ud800 \u200b")), 10)


def cached(folder: Path, mode: Mode, *answers: object) -> CachedBackend:
    """Return a backend over a folder, and over answers where there are any."""
    return CachedBackend(folder, mode, replace_file, Scripted(answers) if answers else None)


def test_replay_asks_once(tmp_path: Path) -> None:
    """What is kept is not asked for again."""
    first = cached(tmp_path, Mode.REPLAY, "one", "two")
    assert [first.ask(REQUEST).text, first.ask(REQUEST).text] == ["one", "one"]


def test_record_asks_every_time(tmp_path: Path) -> None:
    """A new answer takes the place of the kept one."""
    cached(tmp_path, Mode.RECORD, "one").ask(REQUEST)
    assert cached(tmp_path, Mode.RECORD, "two").ask(REQUEST).text == "two"
    assert cached(tmp_path, Mode.STRICT).ask(REQUEST).text == "two"


def test_strict_never_asks(tmp_path: Path) -> None:
    """What is not kept is E604, even with somebody to ask."""
    with pytest.raises(BackendError, match="E604"):
        cached(tmp_path, Mode.STRICT, "one").ask(REQUEST)


@pytest.mark.parametrize("mode", [Mode.RECORD, Mode.REPLAY])
def test_a_mode_that_sends_needs_a_receiver(tmp_path: Path, mode: Mode) -> None:
    """Without a backend only strict is possible."""
    with pytest.raises(ValueError, match="needs a backend"):
        cached(tmp_path, mode)


def test_one_file_a_request_named_by_its_hash(tmp_path: Path) -> None:
    """The file holds the request as it was sent and the answer."""
    cached(tmp_path, Mode.RECORD, "one").ask(REQUEST)
    (file,) = tmp_path.iterdir()
    kept = json.loads(file.read_bytes())
    assert file.name == f"{REQUEST.key}.json"
    assert (kept["request"], kept["answer"]["text"]) == (REQUEST.body(), "one")


def test_the_same_answers_are_the_same_bytes(tmp_path: Path) -> None:
    """No time, address or machine stands in the file."""
    for folder in ("a", "b"):
        cached(tmp_path / folder, Mode.RECORD, "one").ask(REQUEST)
    files = [next((tmp_path / folder).iterdir()) for folder in ("a", "b")]
    assert files[0].read_bytes() == files[1].read_bytes()


@pytest.mark.parametrize(
    "change",
    [
        {"model": "n"},
        {"max_tokens": 11},
        {"temperature": 0.5},
        {"seed": 1},
        {"json_object": False},
        {"messages": (Message(Role.USER, "Be exact."),)},
    ],
    ids=str,
)
def test_any_change_of_a_request_changes_its_key(change: dict[str, object]) -> None:
    """Model, messages and every parameter are part of the key."""
    assert replace(REQUEST, **change).key != REQUEST.key  # type: ignore[arg-type]  # fields of the request


@pytest.mark.parametrize("mode", [Mode.REPLAY, Mode.STRICT])
@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b'{"form": 1}', b"\xff", b"[" * 100_000, b'{"form": 2}'], ids=str
)
def test_a_damaged_file_is_e605(tmp_path: Path, mode: Mode, content: bytes) -> None:
    """A kept answer that cannot be read is never passed over in silence."""
    backend = cached(tmp_path, mode, "one")
    backend.path_of(REQUEST).write_bytes(content)
    with pytest.raises(BackendError, match="E605"):
        backend.ask(REQUEST)


def test_an_answer_to_another_request_is_e605(tmp_path: Path) -> None:
    """A file that was renamed does not answer what it was not asked."""
    other = replace(REQUEST, seed=7)
    backend = cached(tmp_path, Mode.REPLAY, "one")
    backend.ask(other)
    backend.path_of(other).rename(backend.path_of(REQUEST))
    with pytest.raises(BackendError, match="E605"):
        backend.ask(REQUEST)


def test_a_request_that_was_changed_in_its_file_is_e605(tmp_path: Path) -> None:
    """Key and request in the file must fit each other."""
    backend = cached(tmp_path, Mode.REPLAY, "one")
    backend.ask(REQUEST)
    path = backend.path_of(REQUEST)
    path.write_bytes(path.read_bytes().replace(b"Be exact.", b"Be vague."))
    with pytest.raises(BackendError, match="E605"):
        backend.ask(REQUEST)
