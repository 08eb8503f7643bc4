"""The report of the story as a whole, compared with what was last looked at and approved."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

import story
from reportedly.publish import render

GOLDEN = Path(__file__).parents[2] / "golden"
UPDATE = "REPORTEDLY_UPDATE_GOLDEN"
"""Set to 1, the environment variable makes this test write the files anew; look at them before they are committed."""


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_the_report_is_the_approved_one(name: str) -> None:
    """A change of wording or layout shows in the golden file."""
    rendition = render(story.dossier(), name)
    golden = GOLDEN / f"story-{rendition.filename}"
    if os.environ.get(UPDATE) == "1":
        golden.write_bytes(rendition.content)
    assert rendition.content == golden.read_bytes(), f"set {UPDATE}=1 to write {golden.name} anew"
