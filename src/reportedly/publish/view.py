"""The report as every format prints it: claims numbered, findings sorted to their events, tables ready."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reportedly.model.assessment import Finding, Section
from reportedly.model.change import Course
from reportedly.model.claim import Claim, Polarity
from reportedly.model.counting import is_vague
from reportedly.model.document import Document
from reportedly.model.dossier import Dossier
from reportedly.model.event import Event
from reportedly.model.evidence import (
    Alarm,
    Evidence,
    Grade,
    OriginCount,
    at_least,
    origin_distribution,
    surely_several,
)
from reportedly.model.ids import is_id
from reportedly.model.reason import Reason
from reportedly.publish.figure_groups import figure_groups
from reportedly.publish.figure_picture import FigureGroup
from reportedly.publish.labels import (
    causation_label,
    day_label,
    days_label,
    forecast_label,
    page_labels,
    quantity_label,
)
from reportedly.publish.relation_words import relation_words
from reportedly.publish.routes import Ways, ways_of


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with its number and everything that the list of claims prints."""

    number: int
    claim: Claim
    page: str
    day: str
    document: int
    """Number of its document."""
    chain: tuple[str, ...]
    """Names from the outermost relay to the origin."""
    facts: tuple[tuple[str, str], ...]
    """Names and values of the coded fields that are not empty."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A finding as printed, with the numbers of its claims and its reasons."""

    text: str
    refs: tuple[int, ...]
    reasons: tuple[str, ...]
    section: Section


@dataclass(frozen=True, slots=True)
class AlarmView:
    """One false corroboration as the report prints it."""

    severity: str
    looks_like: str
    text: str
    claim_ids: tuple[str, ...]
    words: tuple[str, ...]
    """The words that it rests on, each after the name of its page."""


@dataclass(frozen=True, slots=True)
class SayingView:
    """One saying of an event with its digit, as the report prints it."""

    origin: str
    figure: str
    """Its figure in words; empty where it has none."""
    digit: int
    reason: str
    claim_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """One event of the report."""

    number: int
    event: Event
    label: str
    facts: tuple[tuple[str, str], ...]
    key: tuple[Sentence, ...]
    sections: tuple[tuple[str, tuple[Sentence, ...]], ...]
    ways: Ways
    figures: tuple[FigureGroup, ...]
    grade: Grade
    collapses: tuple[tuple[str, str, str], ...]
    """What does not count, with what it is counted, why."""
    pages: int
    independent: int
    surely: str
    """How surely two origins or more that are independent bear it out, in words; empty where hardly any do."""
    small: bool
    """Whether it is printed in short among the smaller reports."""
    alarms: tuple[AlarmView, ...] = ()
    """What looks like a further confirmation and is none, with the words it rests on."""
    course: Course | None = None
    """How belief in it moved over the days; None where it did not, or nobody asked."""
    sayings: tuple[SayingView, ...] = ()
    """The digits of the single sayings, where they are not all the same."""

    @property
    def grade_reasons(self) -> tuple[Reason, ...]:
        """The grounds of the grade: of the letter of every origin, then of digit, confidence and label."""
        letters = tuple(reason for one in self.grade.sources for reason in one.reasons)
        return tuple(dict.fromkeys((*letters, *self.grade.reasons)))


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document with its number and claims."""

    number: int
    document: Document
    label: str
    day: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class Report:
    """The whole report."""

    dossier: Dossier
    claims: tuple[ClaimView, ...]
    numbers: Mapping[str, int]
    chapters: tuple[Chapter, ...]
    general: tuple[Sentence, ...]
    """Findings that belong to no one event."""
    since: tuple[Sentence, ...]
    """What is new since an earlier assessment, on whatever event."""
    overview: tuple[Sentence, ...]
    """What this set of reports is, above all key judgements."""
    documents: tuple[DocumentView, ...]

    @property
    def key_chapters(self) -> tuple[Chapter, ...]:
        """Chapters with key judgements, in their order."""
        return tuple(chapter for chapter in self.chapters if chapter.key)


def build_report(dossier: Dossier) -> Report:
    """Return the report of a dossier; claims are numbered as they are first cited, the rest by document and place."""
    numbers = _numbers(dossier)
    labels = page_labels(dossier.documents)
    order = {document_id: place for place, document_id in enumerate(dossier.assessment.document_ids)}
    read = sorted(dossier.documents, key=lambda one: (order.get(one.id, len(order)), one.id))
    places = {document.id: place for place, document in enumerate(read, start=1)}
    claims = tuple(
        claim_view(claim, numbers, dossier, labels, places)
        for claim in sorted(dossier.claims, key=lambda claim: numbers[claim.id])
        if claim.document_id in places
    )
    told = dossier.assessment.findings
    since = tuple(_sentence(one, numbers) for one in told if one.section is Section.SINCE)
    whole = [_sentence(one, numbers) for one in told if one.event_id is None and one.section is not Section.SINCE]
    overview = tuple(one for one in whole if one.section is Section.KEY_JUDGEMENTS)
    general = tuple(one for one in whole if one.section is not Section.KEY_JUDGEMENTS)
    documents = tuple(document_view(document, places[document.id], labels, dossier) for document in read)
    chapters = _chapters(dossier, numbers, labels)
    return Report(dossier, claims, numbers, chapters, general, since, overview, documents)


def _numbers(dossier: Dossier) -> dict[str, int]:
    known = dossier.claim_by_id
    events_first = sorted(dossier.assessment.findings, key=lambda finding: finding.event_id is None)
    cited = [one for finding in events_first for one in finding.claim_ids if one in known]
    order = {document_id: place for place, document_id in enumerate(dossier.assessment.document_ids)}
    rest = sorted(dossier.claims, key=lambda claim: (order.get(claim.document_id, len(order)), claim.span, claim.id))
    everything = dict.fromkeys([*cited, *(claim.id for claim in rest)])
    return {claim_id: number for number, claim_id in enumerate(everything, start=1)}


def _chapters(dossier: Dossier, numbers: Mapping[str, int], labels: Mapping[str, str]) -> tuple[Chapter, ...]:
    held: dict[str, list[Finding]] = {}
    for finding in dossier.assessment.findings:
        if finding.section is Section.SINCE:
            continue
        if finding.event_id in dossier.event_by_id and finding.event_id in dossier.evidence_by_event:
            held.setdefault(finding.event_id, []).append(finding)
    return tuple(
        _chapter(number, dossier, dossier.event_by_id[event_id], findings, numbers, labels)
        for number, (event_id, findings) in enumerate(held.items(), start=1)
    )


def _chapter(
    number: int,
    dossier: Dossier,
    event: Event,
    findings: list[Finding],
    numbers: Mapping[str, int],
    labels: Mapping[str, str],
) -> Chapter:
    evidence = dossier.evidence_by_event[event.id]
    sentences = [_sentence(finding, numbers) for finding in findings]
    key = tuple(one for one in sentences if one.section is Section.KEY_JUDGEMENTS)
    sections = [
        (str(section), tuple(one for one in sentences if one.section is section))
        for section in Section
        if section is not Section.KEY_JUDGEMENTS
    ]
    ways = ways_of(dossier, event, evidence, labels)
    core = _core(findings, ways)
    affirming = [one for one in ways.origins if not one.denies and core & set(one.claim_ids)]
    independent = sum(one.counts for one in affirming)
    shares = origin_distribution(one.probability for one in affirming if one.probability > 0)
    pages = {dossier.claim_by_id[one].document_id for one in core if one in dossier.claim_by_id}
    return Chapter(
        number,
        event,
        event.label[:1].upper() + event.label[1:],
        _event_facts(event, evidence),
        key,
        tuple((name, held) for name, held in sections if held),
        ways,
        figure_groups(dossier, evidence),
        evidence.grade,
        tuple(dict.fromkeys((_named(c.what), _named(c.into), c.reason.text) for c in evidence.origins.collapses)),
        len(pages),
        independent,
        surely_several(independent, at_least(2, shares)),
        not key and {one.section for one in sentences} <= {Section.CLAIMED, Section.CAUSES, Section.CONTESTED},
        tuple(_alarm_view(alarm, dossier, labels) for alarm in evidence.alarms),
        next((course for course in dossier.courses if course.event_id == event.id), None),
        _saying_views(dossier, evidence.grade),
    )


def _saying_views(dossier: Dossier, grade: Grade) -> tuple[SayingView, ...]:
    found = []
    unlike = len({one.digit.value for one in grade.sayings}) > 1
    for one in grade.sayings if unlike else ():
        testimony = dossier.testimony_by_id.get(one.testimony_id)
        figure = quantity_label(testimony.quantity) if testimony is not None and testimony.quantity else ""
        ids = tuple(dict.fromkeys(claim for reason in one.reasons for claim in reason.claim_ids))
        found.append(SayingView(one.origin, figure, int(one.digit.value), one.reasons[0].text, ids))
    return tuple(sorted(found, key=lambda one: (one.digit, one.origin, one.figure)))


def _named(name: str) -> str:
    """Return what is counted with another by its name; a saying that has none is known by its id alone."""
    return "a saying that names nobody" if is_id(name) else name


def _alarm_view(alarm: Alarm, dossier: Dossier, labels: Mapping[str, str]) -> AlarmView:
    words = tuple(
        f"{labels[one.document_id]}: “{one.quote}”" for one in alarm.spans if one.document_id in dossier.document_by_id
    )
    return AlarmView(alarm.severity, alarm.looks_like, alarm.text, alarm.claim_ids, words)


def _core(findings: list[Finding], ways: Ways) -> set[str]:
    """Return the claims that the event's first key judgement counts; all that affirm where it has none."""
    for finding in findings:
        if finding.section is Section.KEY_JUDGEMENTS:
            denied = {one for row in ways.rows if ways.origins[row.origin].denies for one in row.claim_ids}
            return set(finding.claim_ids) - denied
    return {one for row in ways.rows if not ways.origins[row.origin].denies for one in row.claim_ids}


def _event_facts(event: Event, evidence: Evidence) -> tuple[tuple[str, str], ...]:
    grade = evidence.grade
    facts = (
        ("When", days_label(event.when)),
        ("Where", ", ".join(event.where)),
        ("Party of the origins", ", ".join(evidence.origins.sides)),
        ("Not fully independent", _correlated(evidence.origins)),
        ("Changes on the way", str(len(evidence.drifts)) if evidence.drifts else ""),
        ("Grade", grade.code),
        ("Incident label", str(grade.label) if grade.label else ""),
        ("Confidence", grade.confidence),
    )
    return tuple((name, value) for name, value in facts if value)


def _correlated(origins: OriginCount) -> str:
    """Return which origins see with the same eyes, and what all are worth as independent ones."""
    pairs = [f"{one.left} and {one.right} ({one.reason.text})" for one in origins.correlations]
    return f"{'; '.join(pairs)}; worth about {origins.effective:.1f} of {origins.independent}" if pairs else ""


def _sentence(finding: Finding, numbers: Mapping[str, int]) -> Sentence:
    refs = sorted({numbers[one] for one in finding.claim_ids if one in numbers})
    weighed = tuple(
        reason.text if reason.weight is None else f"{reason.text} ({reason.weight:+.2f})" for reason in finding.reasons
    )
    return Sentence(finding.text, tuple(refs), tuple(dict.fromkeys(weighed)), finding.section)


def claim_view(
    claim: Claim, numbers: Mapping[str, int], dossier: Dossier, labels: Mapping[str, str], places: Mapping[str, int]
) -> ClaimView:
    """Return a claim as lists print it.

    Args:
        claim: the claim.
        numbers: the number of every claim by id.
        dossier: everything that is known.
        labels: the name of each document by id.
        places: the number of each document by id.
    """
    document = dossier.document_by_id[claim.document_id]
    hedge = claim.certainty
    interval = f"{', '.join(hedge.words)} ({round(hedge.low * 100)}-{round(hedge.high * 100)} %)" if hedge else ""
    facts = (
        ("kind", str(claim.kind)),
        ("polarity", "denied" if claim.polarity is Polarity.DENIED else ""),
        ("figure", "; ".join(quantity_label(quantity) for quantity in claim.quantities)),
        ("counted", "; ".join(_readings(claim, dossier))),
        ("stands to others", "; ".join(relation_words(claim, dossier.claim_by_id, numbers))),
        ("hedge", interval),
        ("when", days_label(claim.when)),
        ("where", ", ".join(place.name for place in claim.where)),
        ("basis", str(claim.basis or "")),
        ("causes", "; ".join(causation_label(one, document.text) for one in claim.causes)),
        ("forecast", forecast_label(claim.forecast) if claim.forecast else ""),
    )
    return ClaimView(
        numbers[claim.id],
        claim,
        labels[document.id],
        day_label(document.day),
        places[document.id],
        tuple(link.name for link in claim.chain),
        tuple((name, value) for name, value in facts if value),
    )


def _readings(claim: Claim, dossier: Dossier) -> list[str]:
    """Return how the claim's vague words were read."""
    read = [dossier.count_by_figure.get((claim.id, place)) for place in range(len(claim.quantities))]
    vague = [one for one, quantity in zip(read, claim.quantities, strict=True) if one and is_vague(quantity)]
    return list(dict.fromkeys(one.reason for one in vague))


def document_view(document: Document, number: int, labels: Mapping[str, str], dossier: Dossier) -> DocumentView:
    """Return a document as lists print it, with its claims in the dossier."""
    held = tuple(claim for claim in dossier.claims if claim.document_id == document.id)
    return DocumentView(number, document, labels[document.id], day_label(document.day), held)
