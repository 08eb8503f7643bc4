"""The chain of custody, from the page to the origin."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.model.errors import NotFound
from reportedly.pipeline.custody import trace
from reportedly.pipeline.run import assess_paths
from toy import toy_tools
from toy_reports import write_reports


def test_a_hop_gives_the_words_of_source_and_cue(tmp_path: Path) -> None:
    """Each hop carries the words of the text that make it one, and the last is the origin."""
    dossier = assess_paths([write_reports(tmp_path / "reports")], toy_tools()).dossier
    claim = next(claim for claim in dossier.claims if claim.quote.startswith("9 sailors"))
    page = trace(dossier, claim.id[:14]).pages[0]
    assert [(hop.words, hop.cue, hop.is_origin) for hop in page.hops] == [("Lighthouse Guild", "said", True)]


def test_a_trace_says_what_the_claim_belongs_to(tmp_path: Path) -> None:
    """A traced claim comes with its event, its saying and the count of origins."""
    dossier = assess_paths([write_reports(tmp_path / "reports")], toy_tools()).dossier
    claim = next(claim for claim in dossier.claims if claim.quote.startswith("12 sailors"))
    custody = trace(dossier, claim.id)
    assert custody.event is not None
    assert custody.testimony is not None
    assert custody.origins is not None


def test_an_unknown_claim_cannot_be_traced(tmp_path: Path) -> None:
    """An id that no claim has is an error."""
    dossier = assess_paths([write_reports(tmp_path / "reports")], toy_tools()).dossier
    with pytest.raises(NotFound):
        trace(dossier, "clm-none")
