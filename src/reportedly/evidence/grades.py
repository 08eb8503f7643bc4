"""Grades: the source by itself, the information by itself, confidence and label, each with its reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.evidence.casebook import origin_key
from reportedly.evidence.grade_case import GradeCase
from reportedly.evidence.grade_confidence import confidence_of
from reportedly.evidence.grade_information import information_of
from reportedly.evidence.grade_label import label_of
from reportedly.evidence.grade_source import RECORD, best_of, by_people, sources_of, with_records
from reportedly.evidence.history import without
from reportedly.model.actors import folded
from reportedly.model.event import Origin
from reportedly.model.evidence import Evidence, Grade
from reportedly.model.grading import SourceGrade
from reportedly.model.history import SourceHistory
from reportedly.model.reason import Reason
from reportedly.model.review import SourceJudgement


def grade_of(case: GradeCase) -> Grade:
    """Grade one event: Admiralty letter and digit (NATO AJP-2.1), confidence after JP 2-0, label after Airwars.

    Letters are those of class and relation alone: they follow from the event's own story. ``on_record`` takes in what
    became of the sources' figures in other events.
    """
    sources = sources_of(case)
    digit, why_digit, sayings = information_of(case)
    ids = case.book.event.claim_ids
    letter, why_letter = best_of(sources, _affirming(case), ids)
    confidence, why_confidence = confidence_of(sayings, sources, ids)
    labelled = label_of(case, sayings, sources)
    why_label = (labelled[1],) if labelled else ()
    reasons = (*why_letter, *why_digit, why_confidence, *why_label)
    return Grade(letter, digit, confidence, reasons, labelled[0] if labelled else None, sources, sayings)


def _affirming(case: GradeCase) -> frozenset[str]:
    return frozenset(one.origin.name for one in case.affirming)


def regraded(evidence: Sequence[Evidence], histories: Sequence[SourceHistory]) -> tuple[Evidence, ...]:
    """Return evidence with the letters of sources that have a record long enough, each event by the others alone.

    Args:
        evidence: as ``weigh`` gives it, one an event.
        histories: the records of the sources over all of these events.
    """
    long = {_key(one): one for one in histories if one.right.of >= RECORD}
    if not long:
        return tuple(evidence)
    return tuple(on_record(one, _records(one, long)) for one in evidence)


def _key(history: SourceHistory) -> str:
    return origin_key(Origin(history.name, history.actor_id))


def _records(evidence: Evidence, long: Mapping[str, SourceHistory]) -> dict[str, SourceHistory]:
    """Return the records of an event's origins, by name, without what this event adds to them."""
    keys = {one.origin.name: origin_key(one.origin) for one in evidence.origins.origins if one.origin.recorded}
    return {name: without(long[key], evidence.event_id) for name, key in keys.items() if key in long}


def on_record(evidence: Evidence, records: Mapping[str, SourceHistory]) -> Evidence:
    """Return evidence whose letters, and with them the confidence, take in the records of its sources.

    Digit and label stay as they are: they are about the information.

    Args:
        evidence: of one event, as ``weigh`` gives it.
        records: by origin's name the record without this event.
    """
    return _with_letters(evidence, with_records(evidence.grade.sources, records))


def judged_by_people(evidence: Sequence[Evidence], judgements: Sequence[SourceJudgement]) -> tuple[Evidence, ...]:
    """Return evidence in which the letters that people gave sources are the ones that count, and confidence with them.

    The machine's letter stays in the reasons beside the person's. Of several people's letters the latest counts.

    Args:
        evidence: of any events, with the letters that the machine gives.
        judgements: the letters by people that are in force, oldest first.
    """
    by_source = {key: one for one in judgements for key in (one.source, folded(one.source))}
    return tuple(_judged(one, by_source) for one in evidence) if by_source else tuple(evidence)


def _judged(evidence: Evidence, by_source: Mapping[str, SourceJudgement]) -> Evidence:
    origins = [one.origin for one in evidence.origins.origins if one.origin.recorded]
    found = {one.name: by_source.get(one.actor_id or folded(one.name)) for one in origins}
    given = {name: judgement for name, judgement in found.items() if judgement is not None}
    return _with_letters(evidence, by_people(evidence.grade.sources, given)) if given else evidence


def _with_letters(evidence: Evidence, sources: tuple[SourceGrade, ...]) -> Evidence:
    grade = evidence.grade
    if sources == grade.sources:
        return evidence
    names = frozenset(one.origin.name for one in evidence.origins.origins if one.counts and not one.denies)
    ids = tuple(edge.claim_id for edge in evidence.lineage.edges)
    letter, why_letter = best_of(sources, names, ids)
    confidence, why_confidence = confidence_of(grade.sayings, sources, ids)
    old_letter = best_of(grade.sources, names, ids)[1]
    old_confidence = confidence_of(grade.sayings, grade.sources, ids)[1]
    kept = tuple(one for one in grade.reasons if one not in old_letter and one != old_confidence)
    regraded = replace(
        grade,
        source=letter,
        confidence=confidence,
        reasons=(*why_letter, *_before_label(kept, why_confidence, labelled=grade.label is not None)),
        sources=sources,
    )
    return replace(evidence, grade=regraded)


def _before_label(kept: tuple[Reason, ...], confidence: Reason, *, labelled: bool) -> tuple[Reason, ...]:
    """Put the reason of the confidence before that of the label, which comes last."""
    return (*kept[:-1], confidence, kept[-1]) if labelled and kept else (*kept, confidence)
