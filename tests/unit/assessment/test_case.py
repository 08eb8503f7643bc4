"""What a case counts as support of its core."""

from __future__ import annotations

from dataclasses import replace

from reportedly.assessment.alternatives import alternatives
from reportedly.assessment.case import Case
from reportedly.assessment.lead import support_sentence
from reportedly.assessment.support import one_origin
from told_events import Source, cases, tell


def _partly_bare() -> Case:
    """Return an event of one source on seven pages, three of which do not say whose word it is."""
    (case,) = cases(tell((Source("Norland Army", 30, 7),)))
    bare = tuple(claim.id for claim in case.claims[4:])
    count = replace(case.evidence.origins, unrecorded_claim_ids=bare)
    return replace(case, evidence=replace(case.evidence, origins=count))


def test_rivals_are_no_two_sources_of_one_figure() -> None:
    """Two sources with different figures do not make two that affirm one of them."""
    (case,) = cases(tell((Source("Norland Army", 30, 3), Source("Lakeland Police", 60))))
    assert case.at_least_two == 0


def test_sources_that_agree_are_two() -> None:
    """Two independent sources with one figure are two."""
    (case,) = cases(tell((Source("Norland Army", 30, 3), Source("Lakeland Police", 31))))
    assert case.at_least_two == 1


def test_pages_that_name_nobody_are_counted_apart() -> None:
    """The sentence on support counts as silent the pages that the list of silent pages names."""
    case = _partly_bare()
    assert "three do not say where it comes from" in support_sentence(case, 0, likely=False)
    (bare,) = [one.text for one in one_origin(case) if "do not say whose word" in one.text]
    assert bare.count("Outlet") == 3


def test_an_error_stands_on_the_pages_that_rely_on_the_source() -> None:
    """A page that names nobody is none that relies on the source."""
    assert any("four pages that rely on it" in one.text for one in alternatives(_partly_bare()))
