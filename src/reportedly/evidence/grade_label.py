"""The label of an incident, after the grading that Airwars publishes with each of its incidents."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from reportedly.evidence.casebook import victims
from reportedly.evidence.contests import agree
from reportedly.evidence.grade_case import SURE, GradeCase, Said, one_party, two_of
from reportedly.evidence.responsibility import doers, owns_up
from reportedly.model.claim import Kind
from reportedly.model.event import EventKind, Testimony
from reportedly.model.evidence import IncidentLabel, OriginStanding
from reportedly.model.grading import InformationDigit, SayingGrade, SourceGrade, SourceLetter
from reportedly.model.reason import Reason

_TELLING = frozenset({Kind.EVENT, Kind.TALLY})

Labelled = tuple[IncidentLabel, Reason]


def label_of(case: GradeCase, sayings: Sequence[SayingGrade], sources: Sequence[SourceGrade]) -> Labelled | None:
    """Return the label of an event with its reason; None where it is a view, a plan or a forecast.

    Strict by design: *confirmed* asks for the word of the party held responsible itself, beside an independent origin,
    *fair* for two surely independent origins of no one party, none of which is unreliable. All else that somebody
    affirms is weak or contested.
    """
    telling = {one for one, claim in case.references.items() if claim.kind in _TELLING}
    if case.book.event.kind is EventKind.QUESTION or not telling:
        return None
    affirmed = [said for said in case.sayings if said[1].id in telling]
    if case.sayings and not affirmed:
        return None
    if not affirmed:
        text = "nobody's recorded word affirms it as an event"
        return IncidentLabel.UNGRADED, Reason("ungraded", text, case.book.event.claim_ids[:1])
    return (
        _discounted(case, sayings)
        or _contested_by_doer(case, affirmed)
        or _confirmed(case, affirmed)
        or _contested(case, affirmed)
        or _fair(case, affirmed, sources)
        or _weak(affirmed)
    )


def _discounted(case: GradeCase, sayings: Sequence[SayingGrade]) -> Labelled | None:
    """Independent origins that agree with each other deny everything that is affirmed."""
    judged = [one for one in sayings if one.digit.judged]
    outweighed = all(one.digit is InformationDigit.IMPROBABLE for one in judged)
    if not judged or not outweighed or not case.well_attested([said for said in case.denials if said[0].counts]):
        return None
    names = ", ".join(sorted({standing.origin.name for standing, _ in case.denials if standing.counts}))
    text = f"independent origins deny it and agree with each other: {names}"
    return IncidentLabel.DISCOUNTED, Reason("discounted", text, _firsts(case.denials))


def _firsts(said: Sequence[Said]) -> tuple[str, ...]:
    return tuple(testimony.claim_ids[0] for _, testimony in said)


def _owners(case: GradeCase, affirmed: Sequence[Said]) -> list[Said]:
    """Return the sayings by which their own origin owns up to the harm."""
    return [
        (standing, testimony)
        for standing, testimony in affirmed
        if owns_up(case.book, case.references[testimony.id], standing.origin)
    ]


def _party(standing: OriginStanding) -> str:
    return standing.origin.side or standing.origin.name


def _contested_by_doer(case: GradeCase, affirmed: Sequence[Said]) -> Labelled | None:
    """The party that owns up to it also denies it, or another owns up too."""
    owners = _owners(case, affirmed)
    parties = {_party(standing) for standing, _ in owners}
    denying = [said for said in case.denials if _party(said[0]) in parties]
    if len(parties) < 2 and not denying:
        return None
    text = f"who did it is disputed: {', '.join(sorted(parties))} own{'s' if len(parties) == 1 else ''} up to it"
    text += "" if not denying else ", and the same party denies it"
    return IncidentLabel.CONTESTED, Reason("contested", text, (*_firsts(owners), *_firsts(denying)))


def _confirmed(case: GradeCase, affirmed: Sequence[Said]) -> Labelled | None:
    """The party held responsible accepts it; an origin of another party tells of it and blames nobody else."""
    for standing, testimony in _owners(case, affirmed):
        others = [said for said in affirmed if _party(said[0]) != _party(standing)]
        others = [said for said in others if two_of(standing, said[0]) >= SURE]
        blamed = {side for _, other in others for side in _blamed(case, other)}
        if others and blamed <= {_party(standing)}:
            witness = others[0][0].origin.name
            text = f"{standing.origin.name} accepts responsibility, and {witness} tells of it independently"
            return IncidentLabel.CONFIRMED, Reason("accepted", text, _firsts([(standing, testimony), others[0]]))
    return None


def _blamed(case: GradeCase, testimony: Testimony) -> frozenset[str]:
    return doers(case.book.library.registry, case.references[testimony.id].quote)


def _contested(case: GradeCase, affirmed: Sequence[Said]) -> Labelled | None:
    """A counted origin denies it, or counted origins name different parties as responsible."""
    denying = [said for said in case.denials if said[0].counts]
    if denying:
        names = ", ".join(sorted({standing.origin.name for standing, _ in denying}))
        text = f"{names} den{'y' if ', ' in names else 'ies'} it"
        return IncidentLabel.CONTESTED, Reason("denied", text, (*_firsts(denying), *_firsts(affirmed[:1])))
    blaming = [(said, found) for said in affirmed if (found := _blamed(case, said[1]))]
    for (left, ours), (right, theirs) in combinations(blaming, 2):
        if left[0] is not right[0] and not ours & theirs:
            first, second = ", ".join(sorted(ours)), ", ".join(sorted(theirs))
            text = f"{left[0].origin.name} holds {first} responsible, {right[0].origin.name} {second}"
            return IncidentLabel.CONTESTED, Reason("blame-differs", text, _firsts([left, right]))
    return None


def _fair(case: GradeCase, affirmed: Sequence[Said], sources: Sequence[SourceGrade]) -> Labelled | None:
    """Two credible origins that are surely independent, and not of one party, tell of it."""
    unreliable = {one.origin for one in sources if one.letter is SourceLetter.E}
    credible = [said for said in affirmed if said[0].origin.name not in unreliable and case.firm(said[1])]
    for left, right in combinations(credible, 2):
        if left[0] is not right[0] and case.sure(left[0], right[0]) and _of_one_thing(case, left[1], right[1]):
            text = f"two credible independent origins tell of it: {left[0].origin.name} and {right[0].origin.name}"
            return IncidentLabel.FAIR, Reason("two-origins", text, _firsts([left, right]), two_of(left[0], right[0]))
    return None


def _of_one_thing(case: GradeCase, left: Testimony, right: Testimony) -> bool:
    """Say whether two sayings attest one incident: they agree, or count the same harm and differ on how many."""
    one, two = left.quantity, right.quantity
    counted = one is not None and two is not None and one.measure is two.measure and victims(one.of) == victims(two.of)
    return counted or agree(case.book, left, right)


def _weak(affirmed: Sequence[Said]) -> Labelled:
    names = sorted({standing.origin.name for standing, _ in affirmed})
    standings = [standing for standing, _ in affirmed]
    ids = _firsts(affirmed)[:5]
    if len(names) == 1:
        return IncidentLabel.WEAK, Reason("single-source", f"a single origin, {names[0]}, tells of it", ids)
    if all(one_party(standings[0], one) for one in standings):
        text = f"all origins belong to one party ({standings[0].origin.side}): {', '.join(names)}"
        return IncidentLabel.WEAK, Reason("one-side", text, ids)
    text = f"{', '.join(names)} tell of it, but no two credible ones that are surely independent attest the same"
    return IncidentLabel.WEAK, Reason("not-sure", text, ids)
