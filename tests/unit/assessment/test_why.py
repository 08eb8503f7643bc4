"""The assessment tells causes as they are claimed, with hedge, chain and contradiction, and cites every claim."""

from __future__ import annotations

import pytest

from reportedly.claims.extractor import load_extractor
from reportedly.model.assessment import Finding, Section
from reportedly.model.document import Document
from reportedly.model.dossier import Dossier
from reportedly.pipeline.reading import Coded
from reportedly.pipeline.run import draw
from toy import toy_tools

TEXT = (
    "Heavy rain caused floods in the Orle valley that killed 12 people, the weather service said. "
    "The floods led to the closure of two bridges. "
    "The ministry said the floods were not caused by heavy rain. "
    "A broken dam may have caused the floods, engineers said."
)


@pytest.fixture(scope="module", name="dossier")
def fixture_dossier() -> Dossier:
    """The dossier of one report that tells causes."""
    document = Document("doc-rain", "rain", TEXT)
    return draw([Coded(document, load_extractor().extract(document))], toy_tools())


def _told(dossier: Dossier) -> list[Finding]:
    return [one for one in dossier.assessment.findings if one.section is Section.CAUSES]


def test_a_cause_is_told_with_who_says_so(dossier: Dossier) -> None:
    """The speaker stands before cause and effect."""
    assert any(one.text.startswith("According to the weather service, “Heavy rain”") for one in _told(dossier))


def test_a_denied_cause_is_told_as_denied(dossier: Dossier) -> None:
    """The ministry's denial is its own sentence, and the contradiction another."""
    texts = [one.text for one in _told(dossier)]
    assert any("is not the cause of" in text for text in texts)
    assert any("both claimed and denied" in text for text in texts)


def test_the_hedge_of_a_cause_is_printed_with_its_interval(dossier: Dossier) -> None:
    """``may have caused`` keeps its word and number."""
    assert any("hedged with “may” (20-55 %)" in one.text for one in _told(dossier))


def test_a_chain_cites_the_claims_of_all_its_parts(dossier: Dossier) -> None:
    """What is put together names everything that it is put together from."""
    chains = [one for one in _told(dossier) if one.text.startswith("Put together")]
    assert chains
    assert all(len(one.claim_ids) >= 2 for one in chains)


def test_every_sentence_cites_claims_of_the_dossier(dossier: Dossier) -> None:
    """No sentence on causes stands on nothing."""
    assert all(one.claim_ids and set(one.claim_ids) <= set(dossier.claim_by_id) for one in _told(dossier))
