"""The gate between a rewriter and the assessment: nothing but the sound of a sentence may change."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import story
from reportedly.assessment.rephrase import Rephrasing, rephrase, rephrasing
from rewordings import BAD, GOOD, LIKELY

MOSTLY = 0.8
"""Share of the good rewordings that should pass: a refusal costs style only."""


@pytest.mark.parametrize(("finding", "offered"), BAD)
def test_a_bad_rewording_is_refused(finding: str, offered: str) -> None:
    """Every planted change of meaning is refused, and the finding's own text stays."""
    gated = rephrasing(finding, offered)
    assert (gated.accepted, gated.text, bool(gated.reasons)) == (False, finding, True)


def test_there_are_enough_plants() -> None:
    """The planted set is as large as the bar asks for, and no plant is its finding."""
    assert len({one for one in BAD if one[0] != one[1]}) >= 60
    assert len(set(GOOD)) >= 40


def test_good_rewordings_mostly_pass() -> None:
    """A rewording that says the same is accepted as a rule."""
    passed = sum(rephrasing(finding, offered).accepted for finding, offered in GOOD)
    assert passed / len(GOOD) >= MOSTLY


@pytest.mark.parametrize("finding", sorted({one.text for one in story.assessment().findings}))
def test_a_finding_is_a_rewording_of_itself(finding: str) -> None:
    """Every sentence of an assessment passes when it comes back as it was."""
    assert rephrasing(finding, finding) == Rephrasing(True, finding)


@given(st.sampled_from(sorted({finding for finding, _ in BAD})), st.integers(0, 9999))
def test_no_other_number_comes_in(finding: str, number: int) -> None:
    """A sentence to which a number was added is refused whatever the number."""
    assert not rephrasing(finding, f"{finding[:-1]} in {number}.").accepted


@given(st.sampled_from(sorted({finding for finding, _ in BAD})), st.text(max_size=200))
def test_any_text_gets_an_answer(finding: str, offered: str) -> None:
    """Whatever a rewriter returns, the gate answers with the finding or a text that it accepted."""
    gated = rephrasing(finding, offered)
    assert gated.text == (finding if not gated.accepted else " ".join(offered.split(" ")).strip())


def test_a_refused_rewording_leaves_the_assessment_as_it_was() -> None:
    """A rewriter that adds a figure changes nothing, and each refusal is counted."""
    done = rephrase(story.assessment(), lambda text: text.replace("200", "300"))
    touched = sum("200" in one.text for one in story.assessment().findings)
    assert (done.assessment, done.accepted, done.refused) == (story.assessment(), 0, touched)


def test_an_accepted_rewording_keeps_claims_and_likelihood() -> None:
    """Only the text of the finding changes."""
    done = rephrase(story.assessment(), lambda text: text.replace(" wounded.", " injured."))
    changed = [
        (old, new)
        for old, new in zip(story.assessment().findings, done.assessment.findings, strict=True)
        if old.text != new.text
    ]
    assert done.accepted == len(changed) >= 1
    assert all(
        (old.id, old.claim_ids, old.likelihood) == (new.id, new.claim_ids, new.likelihood) for old, new in changed
    )


def test_a_rewriter_that_fails_is_no_error() -> None:
    """A finding on which the rewriter fails stays as it was and counts as unchanged."""

    def failing(text: str) -> str:
        raise ValueError(text)

    done = rephrase(story.assessment(), failing)
    assert (done.assessment, done.unchanged) == (story.assessment(), len(story.assessment().findings))


def test_a_refusal_says_why() -> None:
    """The reason names the sign that changed, before and after."""
    (reason,) = rephrasing(LIKELY, LIKELY.replace("three", "four")).reasons[:1]
    assert (reason.code, "3 became 4" in reason.text) == ("number", True)
