"""The page of one event: what is known, how surely, on whose word, and what does not count."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.model.assessment import Finding, Section
from reportedly.model.card import EventCard, OriginMark
from reportedly.model.dossier import Dossier
from reportedly.model.evidence import Contest, Evidence, Grade, OriginCount
from reportedly.model.reason import Reason
from reportedly.pipeline.workbench.matter import Matter
from reportedly.publish.labels import count_label, days_label, origin_label, quantity_label
from reportedly.publish.routes import OriginRow
from reportedly.publish.view import Chapter, Report, build_report
from reportedly.web.pictures.origin_marks import Standing, standing_of
from reportedly.web.views.event_claims import ClaimRef, ClaimRow, chosen, claim_rows, refs_of
from reportedly.web.views.event_clocks import NO_CLOCKS, Clocks, clocks_of
from reportedly.web.views.event_graph import graph_of
from reportedly.web.views.event_known import KnownOn, known_on
from reportedly.web.views.event_nodes import NO_GRAPH, Graph

LETTERS = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}
"""The Admiralty letters (NATO AJP-2.1) in words."""
DIGITS = {
    1: "confirmed by other independent sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}
"""The Admiralty digits (NATO AJP-2.1) in words."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Why something is said, with the claims that show it."""

    text: str
    refs: tuple[ClaimRef, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence with the claims it rests on and its grounds."""

    text: str
    refs: tuple[ClaimRef, ...]
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One section of findings."""

    name: str
    anchor: str
    sentences: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Graded:
    """The grade with letter and digit apart, each in words."""

    letter: str
    letter_means: str
    digit: int
    digit_means: str
    confidence: str
    label: str
    """Of the incident; empty where the event is none."""
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class OriginLine:
    """One origin with its standing."""

    name: str
    side: str
    letter: str
    pages: int
    standing: str
    """Such as ``independent origin`` or ``denies it``."""
    counts: bool
    denies: bool
    recorded: bool
    notes: tuple[str, ...]
    refs: tuple[ClaimRef, ...]


@dataclass(frozen=True, slots=True)
class SayingLine:
    """One saying with its digit."""

    testimony_id: str
    origin: str
    figure: str
    said: str
    pages: int
    denial: bool
    digit: str
    """Empty where it was not graded."""
    grounds: tuple[Ground, ...]
    refs: tuple[ClaimRef, ...]


@dataclass(frozen=True, slots=True)
class AlarmLine:
    """What looks like a confirmation and is none."""

    severity: str
    looks_like: str
    text: str
    words: tuple[str, ...]
    """The words it rests on, each after the name of its page."""
    refs: tuple[ClaimRef, ...]


@dataclass(frozen=True, slots=True)
class ContestLine:
    """Sayings that cannot all be right."""

    about: str
    why: str
    sides: tuple[Ground, ...]
    """Each saying with its claims."""


@dataclass(frozen=True, slots=True)
class CollapseLine:
    """Pages or origins that do not count by themselves, of one kind and with one reason."""

    what: tuple[str, ...]
    into: str
    why: str
    refs: tuple[ClaimRef, ...]


@dataclass(frozen=True)
class EventView:
    """Everything that the page of an event shows."""

    event_id: str
    heading: str
    known: KnownOn
    facts: tuple[tuple[str, str], ...]
    pages: int
    independent: int
    surely: str
    """How surely there are two independent origins, in words; empty where hardly."""
    graded: Graded | None
    key: tuple[Told, ...]
    parts: tuple[Part, ...]
    marks: tuple[OriginMark, ...]
    """Origins as they are drawn."""
    origins: tuple[OriginLine, ...]
    sayings: tuple[SayingLine, ...]
    alarms: tuple[AlarmLine, ...]
    contests: tuple[ContestLine, ...]
    collapses: tuple[CollapseLine, ...]
    claims: tuple[ClaimRow, ...]
    graph: Graph
    """Who took it from whom."""
    clocks: Clocks
    """When it happened, was said, published and recorded."""


def event_view(matter: Matter, as_of: date | None, unfold: Sequence[str] = ()) -> EventView:
    """Return the page of an event.

    Args:
        matter: the event with its dossier.
        as_of: the day that was asked for; None = today.
        unfold: groups of the graph whose pages are to be shown one by one.
    """
    known = known_on(matter, as_of)
    if not matter.dossier.events:
        heading = _capital(matter.event.label)
        return EventView(
            matter.event.id, heading, known, (), 0, 0, "", None, (), (), (), (), (), (), (), (), (), NO_GRAPH, NO_CLOCKS
        )
    report = build_report(matter.dossier)
    refs = refs_of(report)
    event = matter.dossier.events[0]
    evidence = matter.dossier.evidence_by_event.get(event.id)
    chapter = next((one for one in report.chapters if one.event.id == event.id), None)
    card = matter.card
    findings = [one for one in matter.dossier.assessment.findings if _belongs(one)]
    return EventView(
        matter.event.id,
        _capital(event.label),
        known,
        _facts(matter.dossier, evidence),
        len(matter.dossier.documents),
        card.independent if card else 0,
        chapter.surely if chapter else "",
        _graded(evidence.grade, refs) if evidence else None,
        tuple(_told(one, refs) for one in findings if one.section is Section.KEY_JUDGEMENTS),
        _parts(findings, refs),
        card.origins if card else (),
        tuple(_origin(one, refs, matter.card) for one in chapter.ways.origins) if chapter else (),
        _sayings(matter.dossier, evidence, refs) if evidence else (),
        _alarms(chapter, refs) if chapter else (),
        tuple(_contest(one, matter.dossier, refs) for one in evidence.contests) if evidence else (),
        _collapses(evidence.origins, refs) if evidence else (),
        claim_rows(report, refs),
        _graph(matter, report, refs, unfold) if evidence else NO_GRAPH,
        clocks_of(matter, refs),
    )


def _graph(matter: Matter, report: Report, refs: Mapping[str, ClaimRef], unfold: Sequence[str]) -> Graph:
    dossier = matter.dossier
    labels = {one.document.id: one.label for one in report.documents}
    day = dossier.assessment.as_of
    address = f"/event/{matter.event.id}" + (f"?as_of={day}" if day else "")
    return graph_of(dossier, labels, refs, matter.card.origins if matter.card else (), unfold, address)


def _belongs(finding: Finding) -> bool:
    """Say whether a finding is about the event: what heads a whole set of reports says nothing of one event alone."""
    return finding.event_id is not None or finding.section is not Section.KEY_JUDGEMENTS


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _told(finding: Finding, refs: Mapping[str, ClaimRef]) -> Told:
    return Told(finding.text, chosen(refs, finding.claim_ids), _grounds(finding.reasons, refs))


def _grounds(reasons: Iterable[Reason], refs: Mapping[str, ClaimRef]) -> tuple[Ground, ...]:
    """Return reasons as grounds; those with the same words are one."""
    claims: dict[str, list[str]] = {}
    for one in reasons:
        text = one.text if one.weight is None else f"{one.text} ({one.weight:+.2f})"
        claims.setdefault(text, []).extend(one.claim_ids)
    return tuple(Ground(text, chosen(refs, ids)) for text, ids in claims.items())


def _parts(findings: Iterable[Finding], refs: Mapping[str, ClaimRef]) -> tuple[Part, ...]:
    held: dict[Section, list[Finding]] = {}
    for one in findings:
        held.setdefault(one.section, []).append(one)
    return tuple(
        Part(
            _capital(section.value),
            f"part-{section.name.lower().replace('_', '-')}",
            tuple(_told(one, refs) for one in held[section]),
        )
        for section in Section
        if section is not Section.KEY_JUDGEMENTS and section in held
    )


def _facts(dossier: Dossier, evidence: Evidence | None) -> tuple[tuple[str, str], ...]:
    event = dossier.events[0]
    sides = evidence.origins.sides if evidence else ()
    drifts = len({one.claim_id for one in evidence.drifts}) if evidence else 0
    facts = (
        ("When", days_label(event.when) or "no day is told"),
        ("Where", ", ".join(event.where) or "no place is told"),
        ("Sides that affirm", ", ".join(sides) or "no party known"),
        ("Counts", ", ".join(str(one) for one in event.measures)),
        ("Changed on the way", count_label(drifts, "claim") if drifts else "nothing found"),
        ("See with the same eyes", _correlated(evidence.origins) if evidence else ""),
    )
    return tuple((name, value) for name, value in facts if value)


def _correlated(origins: OriginCount) -> str:
    pairs = [f"{one.left} and {one.right} ({one.reason.text})" for one in origins.correlations]
    worth = f"; worth about {origins.effective:.1f} of {origins.independent} origins"
    return "; ".join(pairs) + worth if pairs else ""


def _graded(grade: Grade, refs: Mapping[str, ClaimRef]) -> Graded:
    letters = tuple(reason for one in grade.sources for reason in one.reasons)
    return Graded(
        str(grade.source),
        LETTERS[str(grade.source)],
        int(grade.information),
        DIGITS[int(grade.information)],
        grade.confidence,
        str(grade.label or ""),
        _grounds((*letters, *grade.reasons), refs),
    )


def _origin(row: OriginRow, refs: Mapping[str, ClaimRef], card: EventCard | None) -> OriginLine:
    mark = next((one for one in card.origins if one.name == row.name), None) if card else None
    standing = standing_of(mark).words if mark and row.recorded else Standing.UNRECORDED.words
    return OriginLine(
        row.name,
        row.side,
        row.letter,
        mark.pages if mark else row.pages,
        standing,
        row.counts,
        row.denies,
        row.recorded,
        row.notes,
        chosen(refs, row.claim_ids),
    )


def _sayings(dossier: Dossier, evidence: Evidence, refs: Mapping[str, ClaimRef]) -> tuple[SayingLine, ...]:
    digits = {one.testimony_id: one for one in evidence.grade.sayings}
    lines = []
    for one in dossier.testimonies:
        graded = digits.get(one.id)
        pages = {dossier.claim_by_id[claim].document_id for claim in one.claim_ids if claim in dossier.claim_by_id}
        lines.append(
            SayingLine(
                one.id,
                origin_label(one.origin),
                quantity_label(one.quantity) if one.quantity else "",
                days_label(one.said),
                len(pages),
                one.denial,
                str(int(graded.digit.value)) if graded else "",
                _grounds(graded.reasons, refs) if graded else (),
                chosen(refs, one.claim_ids),
            )
        )
    return tuple(sorted(lines, key=lambda line: (line.denial, -line.pages, line.origin, line.figure)))


def _alarms(chapter: Chapter, refs: Mapping[str, ClaimRef]) -> tuple[AlarmLine, ...]:
    return tuple(
        AlarmLine(one.severity, one.looks_like, one.text, one.words, chosen(refs, one.claim_ids))
        for one in chapter.alarms
    )


def _contest(one: Contest, dossier: Dossier, refs: Mapping[str, ClaimRef]) -> ContestLine:
    sides = []
    for testimony_id in one.testimony_ids:
        saying = dossier.testimony_by_id.get(testimony_id)
        if saying is not None:
            figure = f": {quantity_label(saying.quantity)}" if saying.quantity else ""
            denies = " (denies it)" if saying.denial else ""
            sides.append(Ground(f"{origin_label(saying.origin)}{figure}{denies}", chosen(refs, saying.claim_ids)))
    return ContestLine(one.about, one.reason.text, tuple(sides))


def _collapses(origins: OriginCount, refs: Mapping[str, ClaimRef]) -> tuple[CollapseLine, ...]:
    """Return what does not count, pages of one fate and reason in one line."""
    held: dict[tuple[str, str], tuple[list[str], list[str]]] = {}
    for one in origins.collapses:
        names, claims = held.setdefault((one.into, one.reason.text), ([], []))
        names.append(one.what or "a saying that names nobody")
        claims.extend(one.reason.claim_ids)
    return tuple(
        CollapseLine(tuple(dict.fromkeys(names)), into, why, chosen(refs, claims))
        for (into, why), (names, claims) in held.items()
    )
