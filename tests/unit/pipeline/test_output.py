"""Files are written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.model.errors import SettingsError
from reportedly.pipeline.output import replace_file


def test_a_file_is_replaced_and_nothing_else_is_left(tmp_path: Path) -> None:
    """The new content stands under the name, and no half-written file beside it."""
    (tmp_path / "a.txt").write_text("old", encoding="utf-8")
    replace_file(tmp_path / "a.txt", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a.txt": b"new"}


def test_missing_folders_are_made(tmp_path: Path) -> None:
    """A file in a folder that is not there yet brings the folder along."""
    assert replace_file(tmp_path / "x" / "y" / "a.txt", b"new").read_bytes() == b"new"


def test_a_place_that_cannot_be_written_is_an_error_of_the_settings(tmp_path: Path) -> None:
    """Where a file stands in place of a folder, the error names the path."""
    (tmp_path / "x").touch()
    with pytest.raises(SettingsError, match=r"a\.txt"):
        replace_file(tmp_path / "x" / "a.txt", b"new")
