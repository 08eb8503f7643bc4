"""Coded rows are grouped by their cells: whose word, of whom, what, how many, when."""

from __future__ import annotations

import pytest

from coded_tables import Drawn, row
from reportedly.model.event import Judgement, Same, Verdict

SAYING = {"root_id": "S1", "date_said": "2031-05-03", "claimant": "NDO", "side_affected": "Sundmark"}


def together(**cells: str) -> bool:
    """Say whether a second row with these cells joins the saying of the first."""
    return len(Drawn([row(), row(claim_id="A2", **cells)]).sayings) == 1


@pytest.mark.parametrize(
    ("cells", "joined"),
    [
        ({}, True),
        ({"claimant": "NDO/DIN"}, True),
        ({"claimant": "Norland Defence Office (Brask)"}, True),
        ({"claimant": "Ida Brask"}, True),
        ({"claimant": "SGS"}, False),
        ({"claimant": "Velle Fire Brigade"}, False),
        ({"category": "killed+wounded"}, True),
        ({"category": "wounded"}, False),
        ({"side_affected": "Sundmark+Norland"}, True),
        ({"side_affected": "Norland"}, False),
        ({"number_low": "31"}, True),
        ({"number_low": "300"}, False),
        ({"number_low": "", "number_high": "30"}, True),
        ({"date_said": "2031-05-04"}, True),
        ({"date_said": "2031-05-04", "number_low": "31"}, False),
        ({"date_said": "2031-06-04"}, False),
        ({"polarity": "denied"}, False),
        ({"event": "another raid"}, True),
    ],
)
def test_one_saying(cells: dict[str, str], joined: bool) -> None:
    """One origin, one figure, one day: a relay may have changed one of measure, side or bound."""
    assert together(**cells) == joined


def test_rows_of_two_named_events_are_two_sayings() -> None:
    """The coder's names of events keep rows apart."""
    assert len(Drawn([row(event="raid"), row(claim_id="A2", event="siege")]).sayings) == 2


def test_two_bodies_of_one_town_are_two_origins() -> None:
    """A word that two names share does not make them one."""
    rows = [row(claimant="Velle Fire Brigade"), row(claim_id="A2", claimant="Velle Harbour Office")]
    assert Drawn(rows).sayings == [["A1"], ["A2"]]


def test_a_fuller_name_is_the_same_origin() -> None:
    """A name and the name with initials, office or first name."""
    rows = [row(claimant="J. Holmer (Blue Aid)"), row(claim_id="A2", claimant="Jonas Holmer")]
    assert Drawn(rows).sayings == [["A1", "A2"]]


def test_described_people_of_two_sides_are_two_origins() -> None:
    """Officials of one country are not those of another."""
    rows = [row(claimant="a Norland official"), row(claim_id="A2", claimant="a Sundmark official")]
    rows = [{**each, "claimant": f"{each['claimant']} (anonymous)"} for each in rows]
    assert len(Drawn(rows).sayings) == 2


def test_described_people_of_one_sort_on_one_day_are_one_origin() -> None:
    """``a senior official`` and ``officials`` who give one figure on one day."""
    rows = [row(claimant="senior official (anonymous)"), row(claim_id="A2", claimant="officials (anonymous)")]
    assert len(Drawn(rows).sayings) == 1


def test_words_without_figures_of_one_day_are_one_saying() -> None:
    """Several contents of one statement."""
    bare = {"number_low": "", "qualifier": ""}
    rows = [row(category="losses (no number)", **bare), row(claim_id="A2", category="use in assaults", **bare)]
    assert Drawn(rows).sayings == [["A1", "A2"]]


def test_two_sayings_on_record_stay_two() -> None:
    """A relay between two rows of the table of sayings does not join them."""
    sayings = [
        {**SAYING, "category": "killed", "number_low": "30"},
        {**SAYING, "root_id": "S2", "category": "killed", "number_low": "31"},
    ]
    assert [key for key in Drawn([row()], sayings).sayings if {"S1", "S2"} <= set(key)] == []


def test_a_person_binds() -> None:
    """What a person judges the same is one saying."""
    drawn = Drawn([row(), row(claim_id="A2", number_low="300")])
    left, right = sorted(one.id for one in drawn.claims)
    bound = Judgement("jdg-1", Same.TESTIMONY, left, right, Verdict.SAME, "A. Coder", 1.0)
    assert Drawn([row(), row(claim_id="A2", number_low="300")], (), (bound,)).sayings == [["A1", "A2"]]


def test_a_person_holds_apart() -> None:
    """What a person judges not the same is two sayings."""
    drawn = Drawn([row(), row(claim_id="A2")])
    left, right = sorted(one.id for one in drawn.claims)
    apart = Judgement("jdg-1", Same.TESTIMONY, left, right, Verdict.NOT_SAME, "A. Coder", 0.0)
    assert Drawn([row(), row(claim_id="A2")], (), (apart,)).sayings == [["A1"], ["A2"]]


def test_two_origins_of_one_named_event() -> None:
    """The coder's name of an event joins what different origins say of it, and they count."""
    drawn = Drawn([row(event="raid"), row(claim_id="A2", claimant="SGS", event="raid", category="wounded")])
    assert (drawn.events, drawn.independent) == ([["A1", "A2"]], [2])


def test_two_origins_with_a_round_figure_are_two_events() -> None:
    """A round figure alone is no confirmation."""
    assert Drawn([row(), row(claim_id="A2", claimant="SGS")]).independent == [1, 1]


def test_two_origins_with_a_telling_figure_are_one_event() -> None:
    """The same odd figure of one measure, side and day."""
    assert Drawn([row(number_low="37"), row(claim_id="A2", claimant="SGS", number_low="37")]).independent == [2]


def test_no_comment_confirms_nothing() -> None:
    """Who says nothing of an event is no origin of it."""
    silent = row(claim_id="A2", claimant="SGS", event="raid", category="no comment", number_low="", qualifier="")
    assert Drawn([row(event="raid"), silent]).independent == [1, 1]


def test_two_names_of_one_body_are_one_origin() -> None:
    """A body and the person who speaks for it count once."""
    rows = [row(event="raid"), row(claim_id="A2", event="raid", claimant="Ida Brask", category="wounded")]
    assert Drawn(rows).independent == [1]


def test_a_stated_dependence_is_no_second_origin() -> None:
    """A saying that is stated to rest on another of its event does not count beside it."""
    sayings = [
        {**SAYING, "category": "killed", "number_low": "37", "event": "raid"},
        {**SAYING, "root_id": "S2", "claimant": "SGS", "category": "killed", "number_low": "37", "event": "raid"},
    ]
    sayings[1]["depends_on"] = "S1"
    assert Drawn([row(event="raid", number_low="37")], sayings).independent == [1]


def test_the_event_bears_the_coders_name() -> None:
    """A named event is listed under its name."""
    assert Drawn([row(event="the raid on Velle")]).grouping.events[0].label == "the raid on Velle"


def test_a_saying_that_rests_on_another_event_is_no_second_origin() -> None:
    """What one reckons from others' words is not independent of them, wherever these stand."""
    sayings = [
        {**SAYING, "category": "killed", "number_low": "37", "event": "raid"},
        {**SAYING, "root_id": "S2", "claimant": "SGS", "category": "killed", "number_low": "52", "event": "raid"},
    ]
    sayings[1]["depends_on"] = "S9"
    assert Drawn([row(event="raid", number_low="37")], sayings).independent == [1]


def test_two_sentences_of_one_statement_are_two_sayings() -> None:
    """Where the coder writes out what is said, different things are told apart."""
    bare = {"number_low": "", "qualifier": "", "category": "statement"}
    rows = [
        row(content="The gate was closed at dawn", **bare),
        row(claim_id="A2", content="No ship may leave before the inquiry ends", **bare),
        row(claim_id="A3", content="The gate was closed at dawn on Friday", **bare),
    ]
    assert Drawn(rows).sayings == [["A1", "A3"], ["A2"]]


def test_a_ministry_is_known_by_its_common_words_too() -> None:
    """``Ministry of Defence`` is short for the one ministry of the table that gives the figure."""
    rows = [row(claimant="Ghelmoran Ministry of Defence"), row(claim_id="A2", claimant="Ministry of Defence")]
    assert Drawn(rows).sayings == [["A1", "A2"]]


def test_footage_is_its_publishers_word() -> None:
    """What shows the content is no other speaker."""
    rows = [row(claimant="Bettany Krole"), row(claim_id="A2", claimant="footage", relayed_by="Post <- Bettany Krole")]
    assert Drawn(rows).sayings == [["A1", "A2"]]
