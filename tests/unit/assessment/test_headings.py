"""An event is headed by the figure of its leading saying."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.assessment.case import Case
from reportedly.assessment.headings import heading
from told_events import Source, cases, tell


def _case(label: str) -> Case:
    """Return an event on which the leading source counts 30 and another 60, under the given label."""
    (case,) = cases(tell((Source("Norland Army", 30, 3), Source("Lakeland Police", 60))))
    return replace(case, event=replace(case.event, label=label))


def test_another_sources_figure_heads_no_event() -> None:
    """Where the label bears the figure of a rival, the leading figure takes its place."""
    assert heading(_case("60 soldiers killed, 1 March 2025")) == "30 soldiers killed"


def test_people_whom_nobody_counted_head_no_event() -> None:
    """The right number of the wrong people is another figure."""
    assert heading(_case("30 terrorists killed")) == "30 soldiers killed"


@pytest.mark.parametrize("label", ["30 soldiers killed near Tarn", "30 people killed", "30 soldiers were killed near"])
def test_the_leading_figure_keeps_its_label(label: str) -> None:
    """A label that bears the leading figure, or words of its claims, stays as it is."""
    assert heading(_case(label)) == label


def test_a_denial_keeps_its_label() -> None:
    """Where nobody but deniers are named, no figure leads."""
    (case,) = cases(tell((Source("Norland Army", 30, denies=True),)))
    assert heading(case) == case.event.label
