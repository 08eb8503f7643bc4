"""The letter of each origin: its class, how it stands to the matter, and its record; what it says plays no part."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.evidence.casebook import SHOWN, people
from reportedly.evidence.grade_case import GradeCase
from reportedly.evidence.responsibility import hurt
from reportedly.model.claim import Quantity, SourceClass
from reportedly.model.evidence import OriginStanding
from reportedly.model.grading import Relation, SourceGrade, SourceLetter
from reportedly.model.history import SourceHistory
from reportedly.model.reason import Reason
from reportedly.model.review import SourceJudgement

_NEUTRAL = {
    SourceClass.ORGANISATION: SourceLetter.B,
    SourceClass.INSTITUTE: SourceLetter.B,
    SourceClass.AGENCY: SourceLetter.B,
    SourceClass.OFFICE: SourceLetter.B,
    SourceClass.GOVERNMENT: SourceLetter.B,
    SourceClass.MEDIUM: SourceLetter.B,
    SourceClass.DATA: SourceLetter.B,
    SourceClass.MILITARY: SourceLetter.C,
    SourceClass.ARMED_GROUP: SourceLetter.D,
}
"""Letters of bodies of the registry that belong to no party, after the Admiralty scale (NATO AJP-2.1). B at most: A
asks for a record, which no list of names holds."""
_BODILESS = frozenset(
    {SourceClass.CROWD, SourceClass.ANONYMOUS, SourceClass.REPORTS, SourceClass.UNKNOWN, *(SHOWN - {SourceClass.DATA})}
)
"""Classes that are nobody who could be relied on, whatever their side."""
_PARTY = {
    Relation.OWN: SourceLetter.C,
    Relation.PARTY: SourceLetter.C,
    Relation.OTHERS: SourceLetter.C,
    Relation.ENEMY: SourceLetter.D,
}
"""Letters of bodies of a party by what they speak of. On its enemy's losses a party told about twice the number that
others found, on its own one of the two about a third (Radford and others, PNAS 2023): on the enemy's there is the
interest besides. An armed group stands one letter lower: it has fewer who could check it."""
_WHY = {
    Relation.NO_PARTY: "a body of no party",
    Relation.OWN: "a body of a party ({side}) on losses of its own side",
    Relation.ENEMY: "a body of a party ({side}) on losses of another side, which parties overstate",
    Relation.OTHERS: "a body of {side} on losses of others",
    Relation.PARTY: "a body of {side}",
    Relation.UNKNOWN: "",
}
RECORD = 10
"""Resolved figures from which a record moves a letter. Set by hand: of four that were all right the 90 % interval still
begins at 0.60 (Wilson), and with fewer than ten a single figure more or less would move a letter back and forth."""
PROVEN = 20
"""Resolved figures from which a record can earn an A."""
GOOD = 0.7
"""Lower end of the interval of the share that was right from which a record lifts a letter."""
BEST = 0.85
"""The same for an A."""
POOR = 0.5
"""Upper end of that interval below which a record lowers a letter: wrong more often than right."""
BY_PERSON = "person"
"""Code of the reason of a letter that a person gave."""
_ORDER = "ABCDE"


def sources_of(case: GradeCase) -> tuple[SourceGrade, ...]:
    """Return the letter of each recorded origin by class and relation alone, those that count and affirm first."""
    ordered = sorted(
        (one for one in case.count.origins if one.origin.recorded),
        key=lambda one: (not one.counts, one.denies, one.origin.name),
    )
    return tuple(_by_class(case, one) for one in ordered)


def _by_class(case: GradeCase, standing: OriginStanding) -> SourceGrade:
    origin = standing.origin
    relation = _relation(case, standing)
    letter = _letter(standing, relation)
    text = _words(origin.name, letter, origin.source_class, _WHY[relation].format(side=origin.side))
    reason = Reason("source-class", text, standing.claim_ids[:1])
    return SourceGrade(origin.name, letter, (reason,), relation, letter)


def _letter(standing: OriginStanding, relation: Relation) -> SourceLetter:
    origin = standing.origin
    if origin.actor_id is None or origin.source_class in _BODILESS:
        return SourceLetter.F
    if relation is Relation.NO_PARTY:
        return _NEUTRAL.get(origin.source_class, SourceLetter.F)
    letter = _PARTY[relation]
    return _lower(letter) if origin.source_class is SourceClass.ARMED_GROUP else letter


def _words(name: str, letter: SourceLetter, source_class: SourceClass, relation: str) -> str:
    if letter is not SourceLetter.F:
        return f"{name}: {source_class}, {relation}"
    if source_class in SHOWN:
        return f"{name} shows rather than says; what it shows counts for the information"
    return f"{name} is no body of the registry whose class tells how reliable it is"


def _relation(case: GradeCase, standing: OriginStanding) -> Relation:
    """Return how an origin stands to what it tells; of several matters that on which it is least to be relied on."""
    origin = standing.origin
    if origin.side is None:
        return Relation.NO_PARTY if origin.actor_id is not None else Relation.UNKNOWN
    registry = case.book.library.registry
    figures = [case.told[one].quantity for one in standing.testimony_ids]
    losses = {side for figure in figures for side in hurt(registry, figure) or _borne(figure, origin.side)}
    if losses - {origin.side}:
        return Relation.ENEMY if origin.side in case.fighting else Relation.OTHERS
    return Relation.OWN if losses else Relation.PARTY


def _borne(figure: Quantity | None, side: str) -> frozenset[str]:
    """Return the side if a count of fighters bears its name, for parties outside of the registry."""
    own = figure is not None and people(figure.of) == {"=soldier"} and side[:5].casefold() in figure.of.casefold()
    return frozenset({side} if own else ())


def _lower(letter: SourceLetter) -> SourceLetter:
    return SourceLetter(_ORDER[min(_ORDER.index(letter) + 1, len(_ORDER) - 1)])


def with_records(grades: Sequence[SourceGrade], records: Mapping[str, SourceHistory]) -> tuple[SourceGrade, ...]:
    """Return letters with the record of each source taken in, where it is long enough.

    Args:
        grades: letters by class, as ``sources_of`` gives them.
        records: for each origin's name its record without the event that is graded, so that no word vouches for itself.
    """
    return tuple(_on_record(one, records.get(one.origin)) for one in grades)


def _on_record(grade: SourceGrade, history: SourceHistory | None) -> SourceGrade:
    if history is None or history.right.of < RECORD:
        return grade
    letter = _moved(grade.by_class, history)
    told = f"{history.right.number} of its {history.right.of} resolved figures were right"
    span = f"90 % interval {history.right.low:.2f} to {history.right.high:.2f}"
    text = f"by its record {letter}: {told} ({span})"
    reason = Reason("record", text, history.examples, history.right.number / history.right.of)
    return replace(grade, letter=letter, reasons=(*grade.reasons, reason))


def _moved(letter: SourceLetter, history: SourceHistory) -> SourceLetter:
    """Return a letter after a record: one step up or down; who could not be judged is judged by the record alone."""
    right = history.right
    if not letter.judged:
        return SourceLetter.B if right.low >= GOOD else SourceLetter.E if right.high <= POOR else SourceLetter.C
    if right.high <= POOR:
        return _lower(letter)
    if right.low < GOOD or letter is SourceLetter.A:
        return letter
    if letter is SourceLetter.B:
        return SourceLetter.A if right.of >= PROVEN and right.low >= BEST else letter
    return SourceLetter(_ORDER[_ORDER.index(letter) - 1])


def by_people(grades: Sequence[SourceGrade], given: Mapping[str, SourceJudgement]) -> tuple[SourceGrade, ...]:
    """Return letters with those that people gave in place of the machine's, which the reasons go on to tell.

    Args:
        grades: letters by class and record.
        given: by origin's name the letter that a person gives it.
    """
    return tuple(_by_person(one, given[one.origin]) if one.origin in given else one for one in grades)


def _by_person(grade: SourceGrade, judgement: SourceJudgement) -> SourceGrade:
    told = f"{grade.origin}: {judgement.letter} by {judgement.author}: {judgement.reason}"
    rests_on = grade.reasons[0].claim_ids if grade.reasons else ()
    reason = Reason(BY_PERSON, f"{told} (the machine's letter is {grade.letter})", rests_on)
    return replace(grade, letter=judgement.letter, reasons=(reason, *grade.reasons))


def best_of(
    grades: Sequence[SourceGrade], affirming: frozenset[str], claim_ids: Sequence[str]
) -> tuple[SourceLetter, tuple[Reason, ...]]:
    """Return the letter of the best known of the origins that affirm an event, with its reasons.

    Those that cannot be judged are no worse and no better than others; they are left out.

    Args:
        grades: of all origins of the event.
        affirming: names of those that count and affirm.
        claim_ids: what the reason rests on where nobody can be judged.
    """
    judged = [one for one in grades if one.origin in affirming and one.letter.judged]
    if judged:
        best = min(judged, key=lambda one: (one.letter, one.origin))
        return best.letter, best.reasons
    text = "no origin that affirms it can be judged as a source"
    return SourceLetter.F, (Reason("source-unknown", text, tuple(claim_ids[:1])),)
