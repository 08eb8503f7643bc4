"""Every wording of every sentence is good English, whatever the numbers, names and sides are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import story
from builders import make_drift
from grammar import faults
from reportedly.assessment.figures import figure_phrase
from reportedly.assessment.lead import bare_pages, lead_sentence, spelled, support_sentence
from reportedly.assessment.variants import varied
from reportedly.assessment.wording import sentence
from reportedly.model.claim import Measure, Quantity
from reportedly.model.evidence import DriftType
from told_events import Source, assessed, cases, tell

NAMES = (
    "Norland Army",
    "Ministry of Defence of Sudria",
    "Lakeland Police",
    "Doctors",
    "Anna Vey",
    "Special Forces of Tarn",
)
NUMBERS = st.sampled_from((1, 2, 7, 10, 11, 60, 1200))
SOURCES = st.lists(
    st.builds(
        Source,
        st.sampled_from((*NAMES, "")),
        NUMBERS,
        st.integers(1, 12),
        st.sampled_from((None, "Norland", "United States")),
        st.booleans(),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda one: one.name,
)


def sound_sources(sources: list[Source]) -> tuple[Source, ...]:
    """Return sources of which none is nobody's denial."""
    return tuple(one if one.name else Source("", one.number, one.pages) for one in sources)


@settings(max_examples=150)
@given(st.lists(SOURCES, min_size=1, max_size=4))
def test_whatever_is_told_is_told_in_good_english(events: list[list[Source]]) -> None:
    """No sentence has a fault of grammar, and none was withheld."""
    made = assessed(*(tell(sound_sources(sources), at=at) for at, sources in enumerate(events)))
    assert ([one for finding in made.findings for one in faults(finding.text)], made.withheld) == ([], ())


@pytest.mark.parametrize("turn", range(6))
@pytest.mark.parametrize("pages", [1, 2, 3, 11])
@pytest.mark.parametrize("bare", [0, 1, 2, 12])
def test_every_turn_of_a_single_source_is_sound(turn: int, pages: int, bare: int) -> None:
    """One source on one, two and many pages, with pages that name nobody beside it, in every wording."""
    sources = [Source("Norland Army", 30, pages), *([Source("", 30, bare)] if bare else [])]
    (case,) = cases(tell(tuple(sources)))
    told = [lead_sentence(case, turn), support_sentence(case, turn, likely=False)]
    assert len(bare_pages(case)) == bare
    assert [fault for text in told for fault in faults(text)] == []


def test_the_storys_sentences_have_no_fault() -> None:
    """The invented story reads without a fault of grammar."""
    assert [one for finding in story.assessment().findings for one in faults(finding.text)] == []


@given(st.integers(0, 1000), st.integers(2, 5))
def test_neighbours_take_different_wordings(turn: int, many: int) -> None:
    """Of several wordings no two neighbours have the same."""
    options = list(range(many))
    assert varied(options, turn) != varied(options, turn + 1)


@pytest.mark.parametrize(
    "text",
    [
        "It stands on one pages.",
        "It stands on 16 page.",
        "It it so.",
        "a page says so.",
        "It stands on an page.",
        "It is told , again.",
        "One do not say where it comes from.",
        "It is counted with tes-44c765723ecd16a99759bfee.",
    ],
)
def test_the_rules_find_faults(text: str) -> None:
    """A planted fault is found."""
    assert list(faults(text))


@pytest.mark.parametrize("kind", list(DriftType))
@pytest.mark.parametrize("pages", [1, 2, 8])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("about 200", "200"),
        ("word only", "Drone footage"),
        ("left open", "2025-03-04"),
        ("", "killed"),
        ("seven", "Seven"),
    ],
)
def test_every_change_is_told_in_good_english(kind: DriftType, pages: int, before: str, after: str) -> None:
    """Each type of change by one, two and many pages, with words on either side or none."""
    told = tell((Source("Norland Army", 200, 9, "Norland"),))
    (said,) = told.testimonies
    drifts = tuple(make_drift(kind, one, said, before, after, "serious") for one in told.claims[1 : pages + 1])
    made = assessed(replace(told, evidence=replace(told.evidence, drifts=drifts)))
    assert ([one for finding in made.findings for one in faults(finding.text)], made.withheld) == ([], ())


@pytest.mark.parametrize("measure", list(Measure))
@pytest.mark.parametrize("number", [1, 8, 200])
@pytest.mark.parametrize("of", ["", "soldiers", "a battalion", "WORKERS", "its crew", "Ostian units"])
def test_every_measure_is_told_in_good_english(measure: Measure, number: int, of: str) -> None:
    """Each measure with one, few and many, of people, bodies and nobody."""
    figure = Quantity(measure, of, number, number)
    assert list(faults(sentence(f"the Norland Army says that {spelled(figure_phrase(figure))}"))) == []
