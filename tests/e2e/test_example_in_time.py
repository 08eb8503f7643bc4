"""The bundled example over its five days: what became known, what fell, and how belief moved."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date

import pytest

from reportedly.model.assessment import Section
from reportedly.model.change import ChangeKind, Changes, Turn
from reportedly.model.codec import to_json
from reportedly.pipeline.course import courses_of
from reportedly.pipeline.diff import compare
from reportedly.pipeline.known import Known, by_document
from reportedly.pipeline.reading import Coded
from reportedly.pipeline.run import draw
from reportedly.pipeline.since import since_day
from reportedly.pipeline.toolkit import Toolkit

DAYS = tuple(date(2024, 12, day) for day in (14, 15, 16, 17, 18))


def known(coded: tuple[Coded, ...], day: date) -> Known:
    """Return what was published by a day."""
    return Known(tuple(one for one in coded if one.document.day and one.document.day <= day), (), ())


def between(coded: tuple[Coded, ...], tools: Toolkit, first: date, last: date) -> Changes:
    """Compare two days of the example."""
    return compare(known(coded, first), known(coded, last), (first, last), tools)


def test_the_echo_of_the_200_is_told_as_an_echo(coded: tuple[Coded, ...], tools: Toolkit) -> None:
    """From 14 to 15 December many pages take up the 200, and none of them is a further origin."""
    pages = [one for one in between(coded, tools, DAYS[0], DAYS[1]).changes if one.kind is ChangeKind.PAGES]
    told = [one.text for one in pages if "about 200" in one.text]
    assert len(told) == 1
    assert told[0].endswith("none of them adds a further origin.")
    assert int_of(pages[0].after) - int_of(pages[0].before) >= 5


def int_of(words: str) -> int:
    """Return the number that stands first in a phrase."""
    small = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
    first = words.split(maxsplit=1)[0]
    return small.index(first) if first in small else int(first)


def test_the_200_never_gain_an_origin(coded: tuple[Coded, ...], tools: Toolkit) -> None:
    """Over all five days no change says that the 200 has a further origin."""
    found = between(coded, tools, DAYS[0], DAYS[-1]).changes
    assert not [one.text for one in found if one.kind in {ChangeKind.ORIGIN, ChangeKind.COUNT} and "200" in one.text]


def test_the_footage_becomes_known_on_the_16th(coded: tuple[Coded, ...], tools: Toolkit) -> None:
    """What the footage shows is new between the 15th and the 16th."""
    known_now = between(coded, tools, DAYS[1], DAYS[2]).of(Turn.KNOWN)
    assert any(one.kind is ChangeKind.EVENT and "at least 24" in one.text for one in known_now)


@pytest.mark.parametrize("at", range(5))
def test_a_day_is_the_same_as_itself(coded: tuple[Coded, ...], tools: Toolkit, at: int) -> None:
    """No day differs from itself."""
    assert between(coded, tools, DAYS[at], DAYS[at]).changes == ()


def test_new_claims_add_up(coded: tuple[Coded, ...], tools: Toolkit) -> None:
    """Day by day the same claims become known as from the first day to the last."""
    steps = [between(coded, tools, *pair).new_claim_ids for pair in itertools.pairwise(DAYS)]
    whole = between(coded, tools, DAYS[0], DAYS[-1]).new_claim_ids
    assert sorted(one for step in steps for one in step) == sorted(whole)


@pytest.mark.parametrize("at", range(4))
def test_what_is_new_is_borne_out(coded: tuple[Coded, ...], tools: Toolkit, at: int) -> None:
    """Whatever day the assessment is compared with, no sentence on what is new is withheld."""
    now = known(coded, DAYS[-1])
    told = draw(now.coded, tools, since=since_day(now, DAYS[at], tools)).assessment
    assert any(one.section is Section.SINCE for one in told.findings)
    assert told.withheld == draw(now.coded, tools).assessment.withheld


def test_the_course_of_the_200_is_sixteen_pages_on_one_origin(coded: tuple[Coded, ...], tools: Toolkit) -> None:
    """Pages pile up day by day; the origin stays the one it was."""
    dossier = draw(coded, tools)
    course = courses_of(dossier, (), tools)[0]
    assert "200" in course.label
    assert {one.independent for one in course.standings} == {1}
    pages = [one.pages for one in course.standings]
    assert pages == sorted(pages)
    assert pages[-1] >= 4 * pages[0]


def test_each_line_of_a_course_is_the_view_of_its_day(coded: tuple[Coded, ...], tools: Toolkit) -> None:
    """Grade, origins and surety are those that a report as of that day gives."""
    dossier = draw(coded, tools)
    for course in courses_of(dossier, (), tools)[:3]:
        for one in course.standings:
            assert one.day is not None
            settings = replace(tools.settings, as_of=one.day)
            then = draw(known(coded, one.day).coded, replace(tools, settings=settings))
            evidence = then.evidence_by_event[one.event_id]
            assert (one.grade, one.confidence) == (evidence.grade.code, evidence.grade.confidence)
            assert one.at_least_two == evidence.origins.at_least_two


def test_a_shuffled_example_changes_no_byte(coded: tuple[Coded, ...], tools: Toolkit) -> None:
    """Documents in another order give the same changes."""
    found = between(coded, tools, DAYS[0], DAYS[2])
    documents = [one.document for one in reversed(coded)]
    again = by_document(documents, [claim for one in reversed(coded) for claim in reversed(one.claims)])
    assert to_json(between(again, tools, DAYS[0], DAYS[2])) == to_json(found)
