"""Formats by name."""

from __future__ import annotations

import pytest

import story
from reportedly.model.errors import SettingsError
from reportedly.publish import FORMATS, render


@pytest.mark.parametrize("name", [name for name in FORMATS if name != "docx"])
def test_every_format_of_text_is_written_as_utf_8(name: str) -> None:
    """Each format gives a named file with text in it."""
    rendition = render(story.dossier(), name)
    assert rendition.filename.rpartition(".")[0]
    assert "harbour-wire-" in rendition.content.decode("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_equal_dossiers_give_equal_bytes(name: str) -> None:
    """A format is a function of the dossier alone."""
    assert render(story.dossier(), name) == render(story.dossier(), name)


def test_an_unknown_format_names_those_there_are() -> None:
    """The error tells which formats there are."""
    with pytest.raises(SettingsError, match="markdown, html, json, jsonl, csv, docx, bibtex, csl"):
        render(story.dossier(), "papyrus")
