"""False corroboration of each kind, with a sound counterpart beside each; all is invented."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.model.claim import SourceClass
from reportedly.model.evidence import AlarmCode, Severity
from unit.evidence.relays import BUREAU, Told, alarms, codes, said, tell

LEAF, BARK, NOON = "Morning Leaf", "Evening Bark", "Noon Paper"
DEAD = "214 soldiers were killed at Tresk"
FOUGHT = "Tarnish soldiers fought at the Aumer weir"
INSTITUTE = "Weir Institute"


def dead(day: int, outlet: str, source: str, verb: str = "said", number: int = 214, **more: object) -> Told:
    """Let a report give a source's count of the dead at Tresk."""
    quote = f"{number} soldiers were killed at Tresk"
    return said(day, outlet, quote, source, verb, count=str(number), number=number, of="soldiers", **more)


def cited(day: int, outlet: str, *chain: str) -> Told:
    """Let a report have the 214 through the links of a chain."""
    text = f"{DEAD}, {' citing '.join(chain)} said. Report {day} of {outlet}."
    return tell(day, outlet, text, DEAD, *chain, count="214", number=214, of="soldiers")


SOURCE = dead(12, LEAF, BUREAU)


def test_a_confirmation_by_a_relay_is_none() -> None:
    """One page shows that the institute has it from the bureau; the next lets it confirm."""
    assert codes(SOURCE, cited(13, NOON, INSTITUTE, BUREAU), dead(14, BARK, INSTITUTE, "confirmed")) == {
        AlarmCode.CONFIRMED_BY_RELAY
    }


def test_a_confirmation_by_an_outlet_that_names_its_source_is_none() -> None:
    """The outlet's own page says whose word it is."""
    assert AlarmCode.CONFIRMED_BY_RELAY in codes(SOURCE, dead(13, NOON, BUREAU), dead(14, BARK, NOON, "confirmed"))


@pytest.mark.parametrize(
    "words",
    [
        f"The figure was confirmed by the {INSTITUTE}",
        f"The {INSTITUTE} has since corroborated this toll",
        f"The {INSTITUTE} also verified the report",
    ],
)
def test_a_confirmation_in_the_next_sentence_is_none_either(words: str) -> None:
    """The sentence after the claim says who is to have confirmed it."""
    text = f"{BUREAU} said that {DEAD}. {words}."
    late = tell(14, BARK, text, DEAD, BUREAU, cue="said", count="214", number=214, of="soldiers")
    assert codes(SOURCE, cited(13, NOON, INSTITUTE, BUREAU), late) == {AlarmCode.CONFIRMED_BY_RELAY}


def test_who_could_not_confirm_confirms_nothing() -> None:
    """The verb is denied."""
    text = f"{BUREAU} said that {DEAD}. The {INSTITUTE} could not confirm the figure."
    late = tell(14, BARK, text, DEAD, BUREAU, cue="said", count="214", number=214, of="soldiers")
    assert codes(SOURCE, cited(13, NOON, INSTITUTE, BUREAU), late) == set()


def test_a_confirmation_by_a_body_of_its_own_is_one() -> None:
    """Nothing shows that the institute has it from anybody."""
    assert codes(SOURCE, dead(14, BARK, INSTITUTE, "confirmed")) == set()


def test_a_confirmation_by_who_has_only_signs_is_none() -> None:
    """The body itself has indications."""
    found = alarms(said(12, LEAF, FOUGHT, BUREAU, "has indications"), said(14, BARK, FOUGHT, BUREAU, "confirmed"))
    assert [(one.code, one.severity) for one in found] == [(AlarmCode.CONFIRMED_BY_RELAY, Severity.GRAVE)]


def test_an_alarm_quotes_the_words_it_rests_on() -> None:
    """The verb of the confirmation and the words for signs, each in its page."""
    (found,) = alarms(said(12, LEAF, FOUGHT, BUREAU, "has indications"), said(14, BARK, FOUGHT, BUREAU, "confirmed"))
    assert [one.quote for one in found.spans] == ["confirmed", "has indications"]


@pytest.mark.parametrize("other", ["Secret Service of Norland", "Arvid Moln"])
def test_two_names_of_one_body_are_no_two_sources(other: str) -> None:
    """Another name of the bureau, or who heads it."""
    assert AlarmCode.ONE_ACTOR in codes(SOURCE, dead(13, BARK, other))


def test_a_shorter_name_is_no_other_source() -> None:
    """Nobody takes the Intelligence Bureau and the Norland Intelligence Bureau for two."""
    assert codes(SOURCE, dead(13, BARK, "Intelligence Bureau")) == set()


def test_two_names_in_one_breath_are_no_two_sources() -> None:
    """One sentence joins the bureau and its head."""
    text = f"{BUREAU} and its chief Arvid Moln said that {DEAD}."
    page = tell(12, LEAF, text, DEAD, BUREAU, count="214", number=214, of="soldiers")
    assert codes(page) == {AlarmCode.ONE_ACTOR}


def test_two_bodies_in_one_breath_are_two() -> None:
    """The institute is no part of the bureau."""
    text = f"{BUREAU} and the {INSTITUTE} said that {DEAD}."
    assert codes(tell(12, LEAF, text, DEAD, BUREAU, count="214", number=214, of="soldiers")) == set()


def nameless(day: int, outlet: str, source: str, number: int) -> Told:
    """Let somebody in office who is not named count the dead."""
    return dead(day, outlet, source, number=number, classes=SourceClass.ANONYMOUS)


def test_one_briefing_with_two_magnitudes_is_no_two_counts() -> None:
    """Officials of one kind on one day."""
    found = codes(nameless(12, LEAF, "a senior official", 300), nameless(12, BARK, "officials", 200))
    assert found == {AlarmCode.ONE_BRIEFING}


@pytest.mark.parametrize(
    ("first", "second", "day"),
    [
        ("a hospital official", "a police official", 12),
        ("a Norland official", "a Sorland official", 12),
        ("an official", "an official", 22),
    ],
)
def test_officials_of_other_kind_party_or_day_are_no_one_briefing(first: str, second: str, day: int) -> None:
    """Another branch, another side or another week."""
    assert codes(nameless(12, LEAF, first, 300), nameless(day, BARK, second, 200)) == set()


FIRE, HOSPITAL = "Varn Fire Brigade", "Lorrin Hospital"


@pytest.mark.parametrize("chain", [(f"{FIRE} and {HOSPITAL}",), ()])
def test_the_sum_of_two_origins_is_no_count(chain: tuple[str, ...]) -> None:
    """23 is 14 and 9, in both their mouths or in nobody's."""
    quote = "23 soldiers were killed at Tresk"
    text = f"{quote}, the {chain[0]} said." if chain else f"{quote}."
    total = tell(14, NOON, text, quote, *chain, count="23", number=23, of="soldiers")
    assert AlarmCode.ADDED in codes(dead(12, LEAF, FIRE, number=14), dead(12, BARK, HOSPITAL, number=9), total)


def test_a_count_of_ones_own_that_equals_a_sum_is_a_count() -> None:
    """A third body may well count 23."""
    told = (dead(12, LEAF, FIRE, number=14), dead(12, BARK, HOSPITAL, number=9), dead(14, NOON, INSTITUTE, number=23))
    assert AlarmCode.ADDED not in codes(*told)


LONG = (
    f"{BUREAU} said that {DEAD}. Crews worked through the night with lamps and dogs to reach the lower floors of the"
    " mill. The mayor will speak on Tuesday about the old bridge and what is to become of it."
)


def page(day: int, outlet: str, text: str) -> Told:
    """Let an outlet print a text."""
    return tell(day, outlet, text, DEAD, BUREAU, count="214", number=214, of="soldiers")


@pytest.mark.parametrize("text", [LONG, LONG.replace("with lamps and dogs ", "") + " Shops stayed shut."])
def test_several_pages_with_one_text_are_one(text: str) -> None:
    """Word for word, or with cuts."""
    assert codes(page(12, LEAF, LONG), page(13, BARK, text)) == {AlarmCode.ONE_TEXT}


def test_two_texts_on_one_matter_are_two() -> None:
    """The figure is the same, the words are not."""
    other = f"Norland counts its losses. {BUREAU} put it in a line on its page: {DEAD}. Neighbours wept in the lanes."
    assert codes(page(12, LEAF, LONG), page(13, BARK, other)) == set()


def test_reports_that_cite_each_other_run_in_a_circle() -> None:
    """The Leaf has it from the Bark, and the Bark from the Leaf."""
    assert codes(dead(12, LEAF, BARK, "reported"), dead(13, BARK, LEAF, "reported")) == {AlarmCode.CIRCULAR}


def test_an_origin_that_cites_a_relay_of_itself_runs_in_a_circle() -> None:
    """The bureau's own page gives the Leaf for what the Leaf has from the bureau."""
    assert AlarmCode.CIRCULAR in codes(dead(12, LEAF, BUREAU), dead(14, BUREAU, LEAF, "reported"))


def test_a_page_that_names_itself_runs_in_no_circle() -> None:
    """``Told the Morning Leaf`` on the Leaf's own page."""
    assert AlarmCode.CIRCULAR not in codes(cited(12, LEAF, LEAF, BUREAU), dead(13, BARK, LEAF, "reported"))


def test_origins_of_one_party_are_said_to_be_of_one() -> None:
    """The bureau and the guard both are Norland's."""
    assert codes(SOURCE, dead(12, BARK, "Norland Guard", number=200)) == {AlarmCode.ONE_SIDE}


def test_origins_without_a_party_raise_no_alarm() -> None:
    """Two bodies that nothing ties bear each other out."""
    assert codes(dead(12, LEAF, FIRE), dead(12, BARK, HOSPITAL)) == set()


def test_the_gravest_comes_first() -> None:
    """Alarms stand in order of severity."""
    told = (SOURCE, cited(13, NOON, INSTITUTE, BUREAU), dead(14, BARK, INSTITUTE, "confirmed"))
    found = [one.severity for one in alarms(*told, replace_outlet(told[0], "Old Post"))]
    assert found == sorted(found, key=list(reversed(Severity)).index)


def replace_outlet(told: Told, outlet: str) -> Told:
    """Reprint a report under another name."""
    document = replace(told[0], id=f"doc-{outlet}", outlet=outlet)
    return document, replace(told[1], id=f"clm-{outlet}", document_id=document.id)
