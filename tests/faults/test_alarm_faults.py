"""Planted bugs that the tests of drift and of false corroboration must catch; all is invented."""

from __future__ import annotations

import re

import pytest

from reportedly.evidence import alarm_case, alarm_figures, alarm_names, alarm_pages, alarm_words, drift, drift_effect
from reportedly.evidence.alarm_case import AlarmCase
from reportedly.model.claim import Measure
from reportedly.model.evidence import AlarmCode, Severity
from unit.evidence import test_alarms as told
from unit.evidence import test_makers as makers
from unit.evidence.relays import BUREAU, codes, drifts, said, tell

NOTHING = re.compile(r"(?!)")


def test_taking_every_confirmation_at_its_word_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With relays taken for sources of their own, a relay would confirm."""
    relay = told.cited(13, told.NOON, told.INSTITUTE, BUREAU)
    pages = (told.SOURCE, relay, told.dead(14, told.BARK, told.INSTITUTE, "confirmed"))
    assert AlarmCode.CONFIRMED_BY_RELAY in codes(*pages)
    monkeypatch.setattr(alarm_words, "_speaks_itself", lambda *_: True)
    assert AlarmCode.CONFIRMED_BY_RELAY not in codes(*pages)


def test_overlooking_a_denied_confirmation_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With negation unread, ``could not confirm`` would raise an alarm."""
    text = f"{BUREAU} said that {told.DEAD}. The {told.INSTITUTE} could not confirm the figure."
    late = tell(14, told.BARK, text, told.DEAD, BUREAU, cue="said", count="214", number=214, of="soldiers")
    pages = (told.SOURCE, told.cited(13, told.NOON, told.INSTITUTE, BUREAU), late)
    assert codes(*pages) == set()
    monkeypatch.setattr(alarm_words, "NEGATION", NOTHING)
    monkeypatch.setattr(alarm_words, "_TAIL", re.compile(r"(?: (?:has|could|not))*\s*$"))
    assert AlarmCode.CONFIRMED_BY_RELAY in codes(*pages)


def test_short_names_for_other_bodies_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With every spelling taken for another body, a short form would raise an alarm."""
    pages = (told.SOURCE, told.dead(13, told.BARK, "Intelligence Bureau"))
    assert codes(*pages) == set()
    monkeypatch.setattr(alarm_names, "_apart", lambda left, right: left != right)
    assert AlarmCode.ONE_ACTOR in codes(*pages)


def test_one_briefing_of_two_branches_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With branches of office unread, hospital and police would be one."""
    pages = (
        told.nameless(12, told.LEAF, "a hospital official", 300),
        told.nameless(12, told.BARK, "a police official", 200),
    )
    assert codes(*pages) == set()
    monkeypatch.setattr(alarm_figures, "_BRANCH", ())
    assert codes(*pages) == {AlarmCode.ONE_BRIEFING}


def test_sums_in_a_third_mouth_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With every sum taken for nobody's, a body's own count would raise an alarm."""
    pages = (
        told.dead(12, told.LEAF, told.FIRE, number=14),
        told.dead(12, told.BARK, told.HOSPITAL, number=9),
        told.dead(14, told.NOON, told.INSTITUTE, number=23),
    )
    assert AlarmCode.ADDED not in codes(*pages)
    monkeypatch.setattr(alarm_figures, "_named", lambda case, _: list(case.count.origins))
    assert AlarmCode.ADDED in codes(*pages)


def test_likeness_taken_for_one_text_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With any shared run enough, two texts on one matter would be one."""
    other = f"{BUREAU} said that {told.DEAD}. " + "Neighbours wept in the lanes and nobody slept there. " * 4
    pages = (told.page(12, told.LEAF, told.LONG), told.page(13, told.BARK, other))
    assert codes(*pages) == set()
    monkeypatch.setattr(alarm_pages, "_ONE_TEXT", 0.0)
    assert codes(*pages) == {AlarmCode.ONE_TEXT}


def test_a_page_that_names_itself_taken_for_a_circle_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With any citation answered by any other, two pages of one source would run in a circle."""
    pages = (told.SOURCE, told.dead(13, told.BARK, told.LEAF, "reported"))
    assert AlarmCode.CIRCULAR not in codes(*pages)
    homes = {told.SOURCE[1].id: "leaf", pages[1][1].id: "bark"}
    monkeypatch.setattr(AlarmCase, "outlet", lambda _, claim: homes[claim.id])
    monkeypatch.setattr(
        alarm_pages, "_cited", lambda _, claim: [one for one in homes.values() if one != homes[claim.id]]
    )
    assert AlarmCode.CIRCULAR in codes(*pages)


def test_one_origin_taken_for_a_side_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With bodies that do not count let in, one origin's pages would make a side."""
    pages = (told.SOURCE, told.dead(12, told.BARK, "Norland Guard", number=200))
    assert codes(*pages) == {AlarmCode.ONE_SIDE}
    monkeypatch.setattr(AlarmCase, "counted", ())
    assert codes(*pages) == set()


def test_charging_every_page_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the way of a change unread, who copied it would have made it."""
    assert any(one.inherited for one in drifts(makers.ORIGIN, makers.MAKER, makers.TAKER))
    monkeypatch.setattr(drift, "_same", lambda *_: False)
    assert not any(one.inherited for one in drifts(makers.ORIGIN, makers.MAKER, makers.TAKER))


def test_a_fixed_severity_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With every factor minor, a noughts' slip would be."""
    first = said(12, "Leaf", "140 men were killed at Aumer", BUREAU, count="140", number=140, of="men")
    second = said(14, "Bark", "1400 men were killed at Aumer", BUREAU, count="1400", number=1400, of="men")
    assert [(one.type, one.severity) for one in drifts(first, second)] == [("figure", Severity.GRAVE)]
    monkeypatch.setattr(drift_effect, "GRAVE_RATIO", 100.0)
    assert [one.severity for one in drifts(first, second)] == [Severity.SERIOUS]


def test_films_among_the_speakers_are_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """A link that shows and does not speak is no source that confirms."""
    assert alarm_case.said_by(told.SOURCE[1]) is not None
    monkeypatch.setattr(alarm_case, "SHOWN", frozenset({told.SOURCE[1].chain[0].source_class}))
    assert alarm_case.said_by(told.SOURCE[1]) is None


def test_no_measure_contained_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With casualties that hold no captured, the captured would rise from nought."""
    quote = "30 men were lost at Aumer"
    first, second = (
        said(day, page, quote, BUREAU, count="30", number=30, of="men", measure=measure)
        for day, page, measure in ((12, "Leaf", Measure.CASUALTIES), (14, "Bark", Measure.CAPTURED))
    )
    assert [one.severity for one in drifts(first, second)] == [Severity.SERIOUS]
    monkeypatch.setattr(drift_effect, "contains", lambda *_: False)
    assert [one.severity for one in drifts(first, second)] == [Severity.GRAVE]
