"""The dossier's page as a view, and what its addresses ask for."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from reportedly.model.card import AlarmMark, CardPage, CardQuery, CardSort, EventCard, OriginMark, Worth
from reportedly.model.claim import Measure, SourceClass
from reportedly.model.errors import SettingsError
from reportedly.model.event import EventKind
from reportedly.model.grading import InformationDigit, SourceLetter
from reportedly.model.search import Facet, FacetCount, FacetCounts, SavedView
from reportedly.pipeline.workbench.holdings import Holdings
from reportedly.web.views.dossier_lines import SHOWN, choices_of, dossier_view, grade_view, line_of, narrowings
from reportedly.web.views.dossier_query import card_query

HELD = Holdings(3, 9, 2, 1, 4, date(2025, 3, 4))
NEWEST = date(2025, 3, 4)


def card(origins: tuple[OriginMark, ...] = (), alarms: tuple[AlarmMark, ...] = (), grade: str = "B3") -> EventCard:
    """Return a card of an event near Tarn."""
    return EventCard(
        "evt-1", "Soldiers killed", EventKind.INCIDENT, None, None, (), (Measure.KILLED,), 7, 2, origins, 1, ("Ostia",),
        grade, "low", None, alarms, 0, False, "killed: 40", "The staff says so.", NEWEST, Worth(1.0, ()),
    )  # fmt: skip


def test_an_empty_query_asks_for_everything() -> None:
    """A form that was sent without a choice is no choice."""
    assert card_query({"kind": "", "text": " ", "first": "", "page": ""}) == CardQuery()


def test_a_query_asks_for_what_its_fields_say() -> None:
    """Values become those of the model."""
    asked = {
        "kind": "tally",
        "measure": "killed",
        "contested": "1",
        "sort": "newest",
        "page": "2",
        "last": "2025-03-01",
    }
    assert card_query(asked) == CardQuery(
        kind=EventKind.TALLY,
        measure=Measure.KILLED,
        contested=True,
        sort=CardSort.NEWEST,
        page=2,
        last=date(2025, 3, 1),
    )


@pytest.mark.parametrize(
    "asked", [{"kind": "party"}, {"measure": "eaten"}, {"page": "0"}, {"page": "-1"}, {"page": "²"}, {"sort": "x"}]
)
def test_a_value_that_no_field_knows_is_refused(asked: dict[str, str]) -> None:
    """The error says which values there are."""
    with pytest.raises(SettingsError, match="E284"):
        card_query(asked)


def test_a_page_holds_no_more_than_a_hundred_events() -> None:
    """An address cannot ask for everything at once."""
    assert card_query({"size": "999999"}).size == 100


def test_letter_and_digit_stand_apart() -> None:
    """A grade is two grades."""
    grade = grade_view("D3")
    assert (grade.letter, grade.digit, grade.judged) == ("D", "3", True)


@pytest.mark.parametrize("code", ["F3", "B6", "F6"])
def test_f_and_6_are_said_to_be_unknown(code: str) -> None:
    """Neither is a bad grade."""
    grade = grade_view(code)
    assert not grade.judged
    assert "cannot be judged" in grade.words


def test_many_origins_are_folded_away() -> None:
    """Those that count stay in sight."""
    many = tuple(OriginMark(f"Origin {number}", None, 1, counts=number < 2) for number in range(SHOWN + 5))
    line = line_of(card(many))
    assert len(line.origins) == SHOWN
    assert len(line.hidden) == 5
    assert [one.standing.value for one in line.origins[:2]] == ["counts", "counts"]


def test_one_origin_too_many_is_not_folded_away_alone() -> None:
    """Folding a single line would save nothing."""
    many = tuple(OriginMark(f"Origin {number}", None, 1, counts=True) for number in range(SHOWN + 1))
    assert line_of(card(many)).hidden == ()


def test_alarms_are_told_with_the_worst_in_words() -> None:
    """Gravity is a word, not a colour."""
    alarms = (AlarmMark("a", "grave", "looks like x; is y"), AlarmMark("b", "minor", "looks like z; is y"))
    told = line_of(card(alarms=alarms)).alarms
    assert told is not None
    assert told.words == "2 false confirmations, the worst grave"


def test_an_order_alone_narrows_nothing() -> None:
    """Only what leaves events out is said to narrow the list."""
    page = CardPage((card(),), 1, 1, 25)
    assert not dossier_view(HELD, CardQuery(sort=CardSort.NEWEST), page, ()).narrowed
    assert [one.field for one in dossier_view(HELD, CardQuery(side="Ostia"), page, ()).narrowed] == ["side"]


def test_everything_that_narrows_a_list_can_be_taken_away() -> None:
    """Each choice but order, page and size has a name on the page."""
    query = CardQuery(
        "x", EventKind.STATE, "s", Measure.LOST, "p", "o", SourceClass.MEDIUM, SourceLetter.B, InformationDigit.UNKNOWN,
        NEWEST, NEWEST, True, True,
    )  # fmt: skip
    chosen = {one.name for one in fields(CardQuery)} - {"sort", "page", "size"}
    assert {one.field for one in narrowings(query)} == chosen


def test_sides_can_be_chosen_with_their_counts() -> None:
    """What is chosen stays to be chosen where nothing that fits has it."""
    facets = (FacetCounts(Facet.SIDE, (FacetCount("Ostia", 4),)),)
    view = dossier_view(HELD, CardQuery(side="Sudria"), CardPage((), 0, 1, 25), facets)
    assert choices_of(view).sides == (("Ostia", "Ostia (4)"), ("Sudria", "Sudria"))


def test_only_lists_of_the_dossier_are_kept_lists() -> None:
    """Searches for claims and documents have their own page."""
    kept = [SavedView("sav-1", "tallies", "/?kind=tally", "A"), SavedView("sav-2", "trees", "/search?q=trees", "A")]
    view = dossier_view(HELD, CardQuery(), CardPage((), 0, 1, 25), (), kept)
    assert [one.name for one in view.saved] == ["tallies"]
