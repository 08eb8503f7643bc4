"""Choosing a reader."""

from __future__ import annotations

import subprocess
import sys

from captures import refused
from reportedly.ingest.media import BY_SUFFIX
from reportedly.read.reader import READERS


def test_unknown_media_type_is_refused() -> None:
    """A type without a reader is R210."""
    assert refused("x", "image/png").code == "R210"


def test_every_type_that_is_taken_in_has_a_reader() -> None:
    """Ingest and read agree on the types."""
    assert set(BY_SUFFIX.values()) == set(READERS)


def test_light_readers_do_not_load_the_page_parser() -> None:
    """Reading text alone must not pay for lxml and trafilatura."""
    program = "import sys, reportedly.read.light; sys.exit('trafilatura' in sys.modules or 'lxml' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
