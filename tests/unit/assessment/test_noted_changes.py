"""A change that a coder only notes is told as a note, not as words that replaced others."""

from __future__ import annotations

from dataclasses import replace

from builders import make_drift
from reportedly.assessment.case import Case
from reportedly.assessment.dispute import changed
from reportedly.assessment.key import change_sentence
from reportedly.model.evidence import DriftType
from told_events import Source, cases, tell


def _noted() -> Case:
    """Return an event of which one page's coder notes a change of day, without what stood there before."""
    (case,) = cases(tell((Source("Norland Army", 30, 3),)))
    said, note = case.testimonies[0], "announcement day taken as event day"
    drift = make_drift(DriftType.DAY, case.claims[-1], said, "what the origin said", note, "serious")
    return replace(case, evidence=replace(case.evidence, drifts=(drift,)))


def test_a_noted_change_is_told_as_the_coders_note() -> None:
    """The sentence names the sort of change and quotes the note."""
    (one,) = changed(_noted())
    assert "changes what the Norland Army said (day), as the coder" in one.text
    assert one.text.endswith("notes: “announcement day taken as event day”.")


def test_a_key_judgement_quotes_no_note() -> None:
    """The key judgement says that a page changed it, and gives no words that nobody wrote."""
    assert change_sentence(_noted()) == "One of the three pages changed what was said."
