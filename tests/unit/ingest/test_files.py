"""Taking in files and folders."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from reportedly.ingest.files import IngestLimits, collect
from reportedly.model.document import Capture, Refusal


def _origins(*paths: Path) -> list[str]:
    return [item.origin for item in collect(paths) if isinstance(item, Capture)]


def _codes(*paths: Path) -> list[str]:
    return [item.code for item in collect(paths) if isinstance(item, Refusal)]


def test_folder_is_walked_in_sorted_order(tmp_path: Path) -> None:
    """Files come in the order of their names, folders in their place among them."""
    (tmp_path / "b").mkdir()
    for name in ("c.txt", "a.txt", "b/z.md", "b/a.txt"):
        (tmp_path / name).write_text("Thirty died.")
    assert _origins(tmp_path) == ["a.txt", "b/a.txt", "b/z.md", "c.txt"]


def test_order_of_arguments_does_not_matter(tmp_path: Path) -> None:
    """The same paths in another order give the same captures."""
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("One.")
    two.write_text("Two.")
    assert list(collect([two, one])) == list(collect([one, two]))


def test_file_named_twice_is_taken_once(tmp_path: Path) -> None:
    """A folder and a file inside it give that file once."""
    file = tmp_path / "a.txt"
    file.write_text("Thirty died.")
    assert _origins(tmp_path, file) == ["a.txt"]


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    """Names that begin with a dot are neither taken nor refused."""
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "a.txt").write_text("x")
    (tmp_path / ".hidden.txt").write_text("x")
    (tmp_path / "a.txt").write_text("x")
    assert [getattr(item, "origin", "?") for item in collect([tmp_path])] == ["a.txt"]


def test_capture_holds_bytes_and_hash(tmp_path: Path) -> None:
    """A capture's content is the file's bytes and its hash is theirs."""
    (tmp_path / "a.txt").write_bytes(b"abc")
    (item,) = collect([tmp_path / "a.txt"])
    assert isinstance(item, Capture)
    assert item.content == b"abc"
    assert item.sha256.startswith("ba7816bf")


def test_missing_path_is_refused(tmp_path: Path) -> None:
    """A path that does not exist is R101, and the rest is taken."""
    (tmp_path / "a.txt").write_text("x")
    assert _codes(tmp_path / "no.txt", tmp_path / "a.txt") == ["R101"]
    assert _origins(tmp_path / "no.txt", tmp_path / "a.txt") == ["a.txt"]


def test_empty_file_is_refused(tmp_path: Path) -> None:
    """A file without a byte is R102 and named."""
    (tmp_path / "a.txt").touch()
    (item,) = collect([tmp_path])
    assert isinstance(item, Refusal)
    assert (item.code, item.where) == ("R102", "a.txt")


def test_large_file_is_refused(tmp_path: Path) -> None:
    """A file over the limit is R103 and says both sizes."""
    (tmp_path / "a.txt").write_bytes(b"x" * 1001)
    (item,) = collect([tmp_path], IngestLimits(max_bytes=1000))
    assert isinstance(item, Refusal)
    assert (item.code, "1,001" in item.what, "1,000" in item.what) == ("R103", True, True)


def test_file_at_the_limit_is_taken(tmp_path: Path) -> None:
    """The limit itself is not too much."""
    (tmp_path / "a.txt").write_bytes(b"x" * 1000)
    (item,) = collect([tmp_path], IngestLimits(max_bytes=1000))
    assert isinstance(item, Capture)


def test_binary_content_is_refused(tmp_path: Path) -> None:
    """A PDF that is called .txt is R104 and the kind is said."""
    (tmp_path / "a.txt").write_bytes(b"%PDF-1.7 rest")
    (item,) = collect([tmp_path])
    assert isinstance(item, Refusal)
    assert (item.code, "PDF" in item.what) == ("R104", True)


@pytest.mark.parametrize("name", ["a.pdf", "a.docx", "LICENSE"])
def test_other_formats_are_refused_with_those_read(tmp_path: Path, name: str) -> None:
    """An unknown suffix is R105 and the advice lists what is read."""
    (tmp_path / name).write_text("x")
    (item,) = collect([tmp_path])
    assert isinstance(item, Refusal)
    assert (item.code, ".jsonl" in item.advice) == ("R105", True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open any file")
def test_unreadable_file_is_refused(tmp_path: Path) -> None:
    """A file without read permission is R106."""
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "a.txt").chmod(0)
    assert _codes(tmp_path) == ["R106"]


def test_open_error_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the disk on opening is R106 and says what the system said."""
    (tmp_path / "a.txt").write_text("x")

    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)
    (item,) = collect([tmp_path])
    assert isinstance(item, Refusal)
    assert (item.code, "Input/output error" in item.what) == ("R106", True)


def test_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    """A link inside a folder may not bring in a file from outside."""
    (tmp_path / "secret.txt").write_text("x")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").symlink_to(tmp_path / "secret.txt")
    assert _codes(tmp_path / "in") == ["R107"]


def test_link_to_a_parent_does_not_loop(tmp_path: Path) -> None:
    """A link to the folder itself is not walked a second time."""
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "loop").symlink_to(tmp_path)
    assert _origins(tmp_path) == ["a.txt"]
    assert _codes(tmp_path) == []


def test_broken_link_is_refused(tmp_path: Path) -> None:
    """A link to nothing inside the folder is R101."""
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    assert _codes(tmp_path) == ["R101"]


def test_empty_folder_is_refused(tmp_path: Path) -> None:
    """A folder without files is R108."""
    assert _codes(tmp_path) == ["R108"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_named_pipe_is_refused(tmp_path: Path) -> None:
    """A pipe is R109 and is not opened, since that would wait for ever."""
    os.mkfifo(tmp_path / "a.txt")
    assert _codes(tmp_path) == ["R109"]


def test_name_that_is_not_utf8_is_printable(tmp_path: Path) -> None:
    """The odd byte of a file's name is spelled out in the origin."""
    path = os.fsencode(tmp_path) + b"/a\xff.txt"
    Path(os.fsdecode(path)).write_text("x")
    assert _origins(tmp_path) == ["a\\xff.txt"]
