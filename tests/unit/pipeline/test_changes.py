"""Which changes are asked for, who made them, and in what order they come."""

from __future__ import annotations

from dataclasses import replace

import pytest

import story
from reportedly.model.dossier import Dossier
from reportedly.model.errors import NotFound, SettingsError
from reportedly.model.evidence import Severity
from reportedly.pipeline.changes import Wanted, changes_of


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """Give the story, with one change taken over from another page."""
    held = story.dossier()
    evidence = held.evidence_by_event[story.loss_event()[0].id]
    first, second = [drift for drift in evidence.drifts if drift.type == "measure"][:2]
    taken = replace(second, inherited=True, made_by_claim_id=first.claim_id)
    drifts = tuple(taken if drift == second else drift for drift in evidence.drifts)
    mended = tuple(replace(one, drifts=drifts) if one == evidence else one for one in held.evidence)
    return replace(held, evidence=mended)


def test_the_gravest_come_first(dossier: Dossier) -> None:
    """Changes are ordered by severity."""
    found = [drift.severity for drift in changes_of(dossier, Wanted()).drifts]
    assert found == sorted(found, key=list(reversed(Severity)).index)


def test_a_least_severity_leaves_out_the_lesser(dossier: Dossier) -> None:
    """Grave and nothing else."""
    assert {drift.severity for drift in changes_of(dossier, Wanted(severity="grave")).drifts} == {Severity.GRAVE}


def test_a_type_chooses_changes(dossier: Dossier) -> None:
    """Side alone."""
    assert {str(drift.type) for drift in changes_of(dossier, Wanted(type="side")).drifts} == {"side"}


def test_an_event_is_chosen_by_words_of_its_label(dossier: Dossier) -> None:
    """Friendly fire has no change."""
    assert changes_of(dossier, Wanted(event="friendly fire")).drifts == ()


def test_an_unknown_event_is_told(dossier: Dossier) -> None:
    """No id and no label begins so."""
    with pytest.raises(NotFound):
        changes_of(dossier, Wanted(event="evt-nothing-of-the-kind"))


@pytest.mark.parametrize("wanted", [Wanted(type="colour"), Wanted(severity="dreadful")])
def test_unknown_words_are_told(dossier: Dossier, wanted: Wanted) -> None:
    """Neither a type nor a severity that there is not."""
    with pytest.raises(SettingsError, match="there is no"):
        changes_of(dossier, wanted)


def test_what_was_taken_over_counts_for_its_maker(dossier: Dossier) -> None:
    """The maker has one change made and one taken over."""
    makers = changes_of(dossier, Wanted(type="measure")).makers
    assert (makers[0].made, makers[0].copied) == (1, 1)


def test_an_outlet_is_found_by_what_it_made(dossier: Dossier) -> None:
    """The page that took the change over comes with the page that made it."""
    page = changes_of(dossier, Wanted(type="measure")).makers[0].page
    assert len(changes_of(dossier, Wanted(type="measure", outlet=page.lower())).drifts) == 2
