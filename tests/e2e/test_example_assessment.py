"""The written assessment of the bundled example, read as a careful reader of its facts would."""

from __future__ import annotations

import itertools
import os
from pathlib import Path

import pytest

from reportedly.assessment.rephrase import rephrasing
from reportedly.model.assessment import Section
from reportedly.model.dossier import Dossier
from reportedly.pipeline.reading import Coded
from reportedly.pipeline.run import draw
from reportedly.pipeline.toolkit import Toolkit
from traced import astray

GOLDEN = Path(__file__).parents[1] / "golden" / "example-key-judgements.txt"


@pytest.fixture(scope="module")
def dossier(coded: tuple[Coded, ...], tools: Toolkit) -> Dossier:
    """Return everything known about the example."""
    return draw(coded, tools)


def key_judgements(dossier: Dossier) -> str:
    """Return the key judgements, a paragraph an event, the overview first."""
    paragraphs: dict[str, list[str]] = {}
    for finding in dossier.assessment.findings:
        if finding.section is Section.KEY_JUDGEMENTS:
            paragraphs.setdefault(finding.event_id or "", []).append(finding.text)
    return "\n\n".join(" ".join(sentences) for sentences in paragraphs.values()) + "\n"


def test_every_sentence_leads_back_to_the_right_words(dossier: Dossier) -> None:
    """The quotations, figures and names of each sentence stand in the claims that it cites."""
    assert list(astray(dossier)) == []


def test_nothing_was_withheld(dossier: Dossier) -> None:
    """Every sentence that was composed is borne out."""
    assert dossier.assessment.withheld == ()


def test_key_judgements_are_those_of_a_careful_reader(dossier: Dossier) -> None:
    """They stand as they were read and approved."""
    if os.environ.get("REPORTEDLY_UPDATE_GOLDEN"):
        GOLDEN.write_text(key_judgements(dossier), "utf-8")
    assert key_judgements(dossier) == GOLDEN.read_text("utf-8")


@pytest.mark.parametrize(
    "fact",
    [
        "about 200 casualties among Russian and North Korean units",
        "not a number of the dead",
        "eight servicemen",
        "at least 30 casualties among North Korean soldiers",
        "at least 24 North Korean soldiers were killed",
        "50 North Korean soldiers were killed and 47 wounded",
        "“has indications” became “has confirmed”",
        "became “GRU”",
    ],
)
def test_the_facts_of_the_example_stand_in_its_key_judgements(dossier: Dossier, fact: str) -> None:
    """What the list of facts holds to be the matter is said on the first page."""
    assert fact in key_judgements(dossier)


def test_neighbours_do_not_sound_alike(dossier: Dossier) -> None:
    """No two events that follow one another begin or end their key judgements with the same four words."""
    paragraphs = key_judgements(dossier).strip().split("\n\n")[1:]
    openings = [one.split()[:3] for one in paragraphs]
    endings = [one.rstrip(".").split()[-5:] for one in paragraphs]
    assert all(one != other for one, other in itertools.pairwise(openings))
    assert all(one != other for one, other in itertools.pairwise(endings))


def test_every_sentence_passes_its_own_gate(dossier: Dossier) -> None:
    """A rewriter that returns a sentence as it was is accepted on every finding of the example."""
    texts = {finding.text for finding in dossier.assessment.findings}
    assert [text for text in sorted(texts) if not rephrasing(text, text).accepted] == []


def test_one_body_under_two_names_is_named_once_with_a_cause(dossier: Dossier) -> None:
    """A cause is not told as that of a body and of the same body in other words."""
    told = [one.text for one in dossier.assessment.findings if one.section is Section.CAUSES]
    assert told
    assert not any("Ukraine's Main Directorate of Intelligence" in text for text in told)
