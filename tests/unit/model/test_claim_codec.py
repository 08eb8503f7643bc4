"""Claims that older versions wrote can still be read."""

from __future__ import annotations

import json

import pytest

import story
from reportedly.model.claim import Claim, RelationType
from reportedly.model.codec import from_json, to_data


def older() -> str:
    """Return a claim with a relation as it was written before relations had factors and figures had relations."""
    data = to_data(next(claim for claim in story.claims() if claim.relation))
    del data["figure_relations"], data["relation"]["factor"]
    return json.dumps(data)


def test_a_claim_without_the_newer_fields_is_read() -> None:
    """What a stored claim does not say of its figures is nothing."""
    claim = from_json(Claim, older())
    assert claim.figure_relations == ()
    assert claim.relation is not None
    assert (claim.relation.type, claim.relation.factor) == (RelationType.MORE_THAN, None)


@pytest.mark.parametrize("name", ["more than", "less than", "consistent with", "update of", "part of", "cause of"])
def test_the_names_of_relations_are_kept(name: str) -> None:
    """Every name that a ledger may hold is a type of relation."""
    assert RelationType(name).value == name
