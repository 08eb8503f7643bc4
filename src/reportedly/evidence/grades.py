"""Grades: source and information on two axes that never mix, and confidence, each with its reasons."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.evidence.casebook import Casebook
from reportedly.evidence.contests import agree
from reportedly.model.claim import Basis, SourceClass
from reportedly.model.evidence import Contest, Grade, OriginCount, OriginStanding
from reportedly.model.reason import Reason

_NEUTRAL = {
    SourceClass.ORGANISATION: "B",
    SourceClass.INSTITUTE: "B",
    SourceClass.AGENCY: "B",
    SourceClass.OFFICE: "B",
    SourceClass.GOVERNMENT: "B",
    SourceClass.MEDIUM: "B",
    SourceClass.DATA: "B",
    SourceClass.MILITARY: "C",
    SourceClass.ARMED_GROUP: "D",
}
"""Letters for bodies of the registry that belong to no party of the conflict, after the Admiralty scale (A reliable to
E unreliable): B as a rule, since A asks for a record of tests that a registry does not hold."""

_SOLID = frozenset({Basis.FOOTAGE, Basis.DOCUMENT, Basis.DATA})


def grade_of(book: Casebook, count: OriginCount, contests: Sequence[Contest]) -> Grade:
    """Grade one event: Admiralty letter and digit (NATO AJP-2.1), confidence after JP 2-0.

    F and 6 mean that nothing can be judged and are never read as middling.
    """
    source, why_source = _source(count)
    information, why_information = _information(book, count, contests)
    confidence, why_confidence = _confidence(book, source, count, contests)
    return Grade(source, information, confidence, (why_source, why_information, why_confidence))


def _letter(standing: OriginStanding) -> str:
    origin = standing.origin
    if origin.actor_id is None:
        return "F"
    if origin.side is not None:
        return "D" if origin.source_class is SourceClass.ARMED_GROUP else "C"
    return _NEUTRAL.get(origin.source_class, "F")


def _source(count: OriginCount) -> tuple[str, Reason]:
    known = sorted((_letter(one), one.origin.name) for one in count.origins if one.counts and not one.denies)
    judged = [pair for pair in known if pair[0] != "F"]
    if not judged:
        return "F", Reason("source-unknown", "no origin is known to the registry, so none can be judged")
    letter, name = judged[0]
    party = next((o.origin.side for o in count.origins if o.origin.name == name and o.origin.side), None)
    kind = f"a body of one party ({party})" if party else "a body of no party"
    return letter, Reason("source-class", f"the best known origin is {name}, {kind}")


def _information(book: Casebook, count: OriginCount, contests: Sequence[Contest]) -> tuple[int, Reason]:
    affirming = [one for one in count.origins if one.counts and not one.denies]
    denied = any(contest.reason.code == "denied" for contest in contests)
    if not affirming:
        return 6, Reason("origin-unknown", "nobody's recorded word affirms it independently")
    if denied and len(affirming) == 1:
        return 4, Reason("denied", "one origin affirms it and another denies it")
    if len(affirming) == 1:
        if not contests and _solid(book, affirming[0]):
            return 2, Reason("one-origin-shown", "one origin, which shows footage, documents or data for it")
        return 3, Reason("one-origin", "it rests on one origin alone")
    if contests:
        return 3, Reason("contested", f"{len(affirming)} independent origins that contradict each other")
    agreed = _agreed(book, affirming)
    if not agreed and any(_solid(book, one) for one in affirming):
        return 2, Reason("one-origin-shown", "none bears another out, but one shows footage, documents or data for it")
    if not agreed:
        return 3, Reason("no-agreement", f"{len(affirming)} independent origins speak of it, none bears another out")
    if all(left.origin.side == right.origin.side is not None for left, right in agreed):
        return 2, Reason("one-side", "independent origins agree, but they belong to one party")
    return 1, Reason("confirmed", "independent origins that are not all of one party agree")


def _agreed(book: Casebook, standing: Sequence[OriginStanding]) -> list[tuple[OriginStanding, OriginStanding]]:
    """Return the pairs of origins that say the same."""
    told = {t.id: t for t in book.testimonies}
    return [
        (left, right)
        for at, left in enumerate(standing)
        for right in standing[at + 1 :]
        if any(agree(book, told[a], told[b]) for a in left.testimony_ids for b in right.testimony_ids)
    ]


def _solid(book: Casebook, standing: OriginStanding) -> bool:
    testimonies = [t for t in book.testimonies if t.id in standing.testimony_ids]
    return any(book.reference(testimony).basis in _SOLID for testimony in testimonies)


def _confidence(book: Casebook, source: str, count: OriginCount, contests: Sequence[Contest]) -> tuple[str, Reason]:
    affirming = [one for one in count.origins if one.counts and not one.denies]
    sides = {one.origin.side for one in affirming}
    one_party = len(sides) == 1 and None not in sides
    if len(affirming) < 2:
        return "low", Reason("uncorroborated", "fewer than two independent origins affirm it")
    if not _agreed(book, affirming):
        return "low", Reason("no-agreement", "independent origins speak of it, but none bears another out")
    if contests or one_party or source == "F":
        return "moderate", Reason(
            "partly-corroborated", "corroborated, but contested, of one party or of unknown bodies"
        )
    return "high", Reason("corroborated", f"{len(affirming)} independent origins agree, none contradicts")
