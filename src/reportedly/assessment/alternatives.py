"""Findings on what else was considered: rival readings of the same evidence, with what speaks for and against each.

Every reading is drawn from a fact of the evidence stage: a denial, figures that differ, a change on the way, nameless
sources of one day, a page that names nobody, a source whose independence is in doubt, pages that share one source.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, islice

from reportedly.assessment.case import Case
from reportedly.assessment.doubts import lineage_readings
from reportedly.assessment.figures import number_range
from reportedly.assessment.key import told_change
from reportedly.assessment.names import origin_name, origin_names, verb, with_article
from reportedly.assessment.reading import Reading
from reportedly.assessment.variants import varied
from reportedly.assessment.wording import LEFT_OPEN, NOTED, count_word, counted, day, day_words, listed, quoted
from reportedly.model.assessment import Finding, Section
from reportedly.model.claim import Basis, Measure, Quantity
from reportedly.model.event import Testimony
from reportedly.model.evidence import AlarmCode, Drift, DriftType

_MOST = 4
"""Readings of one event that are told; those that would change most come first."""
_WORDS = {DriftType.MEASURE, DriftType.SIDE, DriftType.FIGURE, DriftType.SCOPE}
"""Changes that may be a better word for the same thing: what is counted, whose, how many, over what time."""
_WIDER = ("casualties", "lost")
_MANY = 5
"""From so many pages on, it is told beside other readings."""
_FEW = 3
"""From so many pages on, that one error could stand on all of them is worth a sentence."""


def alternatives(case: Case, turn: int = 0) -> Iterator[Finding]:
    """Yield the rival readings of the evidence on an event, those that would change most first."""
    if not case.carrying or not case.is_factual:
        return
    held = (
        _denial(case),
        _differing(case, turn),
        _better_word(case, turn),
        _briefing(case),
        lineage_readings(case, turn),
    )
    readings = list(islice(chain.from_iterable(held), _MOST))
    if not readings or len(case.page_ids(case.affirming_claims)) >= _MANY:
        readings = [*readings[: _MOST - 1], *_one_error(case, turn)]
    alike = {reading.follows: reading for reading in readings}
    for place, reading in enumerate(alike.values(), start=turn):
        yield case.finding(Section.ALTERNATIVES, reading.text(place), reading.claim_ids, reading.reasons)


def _denial(case: Case) -> Iterator[Reading]:
    deniers = origin_names(one.origin for one in case.denying)
    if not deniers or not case.affirming:
        return
    names = origin_names(one.origin for one in case.affirming)
    who, (iss, they) = listed(deniers), (verb(deniers, "is", "are"), "they" if len(deniers) > 1 else "it")
    alone, several = "and nothing else here supports it", f"though {count_word(len(names))} sources stand behind it"
    rest = alone if len(names) == 1 else several
    follows = f"if {who} {iss} right, {listed(names)} {verb(names, 'is', 'are')} wrong, {rest}"
    reasons_for = f"nobody outside {with_article(case.party)} affirms it" if case.party else ""
    sides = sorted({one.origin.side for one in case.denying if one.origin.side})
    has = f"{they} {'have' if they == 'they' else 'has'}"
    interest = f"{has} an interest of {'their' if they == 'they' else 'its'} own" if sides else ""
    figure = any(one.denial and one.quantity for one in case.testimonies)
    against = " and ".join(part for part in (interest, "" if figure else "the denial comes without a figure") if part)
    yield Reading(follows, (*case.affirming_claims, *case.denying_claims), reasons_for, against)


def _differing(case: Case, turn: int) -> Iterator[Reading]:
    """Yield that figures which differ are of different things, and so do not contradict one another."""
    for contest in case.evidence.contests:
        current = [one for one in case.testimonies if one.id in contest.testimony_ids and one.id not in case.replaced]
        held = [one for one in current if _counts(one)]
        pair = _farthest(held)
        if pair is None:
            continue
        left, right = pair
        if (one := left.quantity) is None or (other := right.quantity) is None:
            continue
        names = [origin_name(said.origin) for said in (left, right)]
        figures = [_number(figure) for figure in (one, other)]
        words = {
            "a": names[0],
            "x": figures[0],
            "b": names[1],
            "y": figures[1],
            "gives": verb(names[:1], "gives", "give"),
        }
        same = "" if one.measure is Measure.OTHER else f", and both count the {one.measure}"
        yield Reading(
            varied(_NO_CONTRADICTION, turn).format_map(words),
            (*left.claim_ids, *right.claim_ids),
            _apart(case, left, right),
            f"both stand in reports of one event{same}",
            (contest.reason,),
        )


_NO_CONTRADICTION = (
    "the figures of {a} ({x}) and {b} ({y}) do not contradict one another if they are not of the same people and days",
    "{a} ({x}) and {b} ({y}) are both right if they did not count the same people on the same days",
    "that {a} {gives} {x} and {b} {y} is a contradiction only if both counted the same people on the same days",
)


def _counts(one: Testimony) -> bool:
    """Say whether a saying is a named source's figure."""
    return one.quantity is not None and not one.denial and one.origin.recorded and bool(one.origin.name)


def _farthest(held: Sequence[Testimony]) -> tuple[Testimony, Testimony] | None:
    """Return the two figures of different sources that lie farthest apart, the smaller first; None without two."""
    ranked = sorted(held, key=lambda one: (_size(one.quantity), one.origin.name, one.id))
    pairs = [(one, other) for one in ranked for other in ranked if one.origin.name < other.origin.name]
    if not pairs:
        return None
    left, right = max(pairs, key=lambda pair: abs(_size(pair[0].quantity) - _size(pair[1].quantity)))
    return (left, right) if _size(left.quantity) <= _size(right.quantity) else (right, left)


def _size(figure: Quantity | None) -> int:
    return 0 if figure is None else figure.high or figure.low or 0


def _number(figure: Quantity) -> str:
    return number_range(figure.low, figure.high, figure.qualifier)


def _apart(case: Case, left: Testimony, right: Testimony) -> str:
    """Return what in the words sets two figures apart: people, days or scope; empty where nothing does."""
    one, other = left.quantity, right.quantity
    if one is None or other is None:
        return ""
    who = [origin_name(left.origin), origin_name(right.origin)]
    if one.of and other.of and one.of.casefold() != other.of.casefold():
        return f"{who[0]} {verb(who[:1], 'counts', 'count')} {quoted(one.of)} and {who[1]} {quoted(other.of)}"
    if one.as_of and other.as_of and one.as_of != other.as_of:
        return f"the one is as of {day(one.as_of)}, the other as of {day(other.as_of)}"
    if one.scope and other.scope and one.scope is not other.scope:
        return "the one is a total and the other of one incident"
    told = [_first_told(case, said) for said in (left, right)]
    if told[0] and told[1] and told[0] != told[1]:
        return f"the one was told on {day(told[0])}, the other on {day(told[1])}"
    return ""


def _first_told(case: Case, said: Testimony) -> date | None:
    """Return the day of a saying, or else of the first page that carries it."""
    if said.said and said.said.length == 1:
        return said.said.first
    days = [case.documents[one].day for one in case.page_ids(said.claim_ids)]
    return min((one for one in days if one), default=None)


def _better_word(case: Case, turn: int) -> Iterator[Reading]:
    """Yield that the pages which changed a word have the right one, and the source the wrong or the wider one."""
    groups: dict[tuple[DriftType, str, str], list[Drift]] = {}
    for drift in case.drifts:
        if drift.type in _WORDS and drift.before not in {"", LEFT_OPEN, NOTED} and drift.after and told_change(drift):
            groups.setdefault((drift.type, drift.before, drift.after), []).append(drift)
    ranked = sorted(groups.items(), key=lambda item: (-len(case.page_ids(one.claim_id for one in item[1])), item[0]))
    for (kind, before, after), drifts in ranked[:2]:
        pages = case.page_list(drift.claim_id for drift in drifts)
        old, new = quoted(day_words(before), 80), quoted(day_words(after), 80)
        said = next((one for one in case.testimonies if one.id == drifts[0].testimony_id), None)
        if said is None or not said.origin.recorded or not said.origin.name:
            continue
        who = origin_name(said.origin)
        deadly = kind is DriftType.MEASURE and before in _WIDER and after == "killed"
        follows = "; all of those counted would then be dead" if deadly else ""
        are, they = verb(pages, "is", "are"), "they know" if len(pages) > 1 else "it knows"
        options = (
            f"{listed(pages)} {are} right with {new} for {old} only if {they} more than {who} said{follows}",
            f"{new} for {old} on {listed(pages)} would take another source than {who}{follows}",
        )
        counts = f"{count_word(len(pages))} pages write so" if len(pages) > 2 else ""
        against = f"{'each of them' if len(pages) > 1 else 'this page'} names {who} and no other source"
        cited = [claim for drift in drifts for claim in (drift.claim_id, drift.against_claim_id)]
        yield Reading(varied(options, turn), cited, counts, against)


def _briefing(case: Case) -> Iterator[Reading]:
    for alarm in case.evidence.alarms:
        if alarm.code is AlarmCode.ONE_BRIEFING and case.known(alarm.claim_ids):
            pages = listed(case.page_list(alarm.claim_ids))
            yield Reading(
                f"the nameless sources of {pages} count as one source if they spoke at one briefing",
                alarm.claim_ids,
                "they are of one kind, spoke on one day and name nobody",
                "their figures differ",
                alarm.reasons,
            )


def _one_error(case: Case, turn: int) -> Iterator[Reading]:
    """Yield that all pages repeat one error."""
    pages = len(case.page_ids(case.attributed))
    if case.independent != 1 or pages < _FEW or len(case.affirming) != 1:
        return
    who = origin_name(case.affirming[0].origin)
    told = counted(pages, "page")
    options = (
        f"one error of {who} would stand on all of the {told} that rely on it",
        f"should {who} be mistaken, the {told} that rely on it are mistaken with it",
    )
    interest = (
        "this source has an interest in how this is told" if case.party else "none of the pages names anybody else"
    )
    offered = sorted({basis for one in case.core if (basis := case.claim_by_id[one].basis)})
    shown = f"the source offers {_OFFERED[offered[0]]}" if offered else ""
    yield Reading(varied(options, turn), case.core, interest, shown)


_OFFERED = {
    Basis.FOOTAGE: "footage",
    Basis.DOCUMENT: "a document",
    Basis.INTERCEPT: "an intercept",
    Basis.EYEWITNESS: "an eyewitness",
    Basis.DATA: "data",
}
