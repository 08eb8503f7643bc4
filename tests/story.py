"""The events, evidence and dossier of the invented story whose pages stand in ``story_pages``."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from importlib.resources import files

from builders import (
    Collapse,
    Contest,
    Days,
    Edge,
    EdgeKind,
    Estimate,
    EstimateInput,
    Evidence,
    Grade,
    Lineage,
    OriginCount,
    OriginStanding,
    make_drift,
    make_event,
    make_testimony,
    standing,
)
from reportedly.assessment.assess import assess
from reportedly.model.assessment import Assessment
from reportedly.model.claim import Claim, Measure, Scope
from reportedly.model.codec import from_json
from reportedly.model.document import Document, Refusal
from reportedly.model.dossier import Dossier
from reportedly.model.event import Event, EventKind, Grouping, Testimony
from reportedly.model.evidence import DriftType, IncidentLabel
from reportedly.model.grading import SourceGrade, SourceLetter
from reportedly.model.reason import Reason
from reportedly.model.yardstick import Yardstick
from story_pages import (
    AGENCY,
    AGENCY_NAME,
    ARMY,
    BOTH,
    CENTRE,
    DAY,
    HOSPITAL,
    INSTITUTE,
    MINISTRY,
    NEXT,
    NOBODY,
    POLICE,
    losses,
    others,
    pages,
)


def _with_testimonies(event: Event, testimonies: tuple[Testimony, ...]) -> Event:
    return replace(event, testimony_ids=tuple(testimony.id for testimony in testimonies))


@cache
def loss_event() -> tuple[Event, tuple[Testimony, ...], Evidence]:
    """Return the event of the 200 with its testimonies and evidence."""
    claims = losses()
    own, relay, wire, ledger, quick, coast, city, brief, denial = claims
    event = make_event(
        EventKind.TALLY,
        "200 Sudrian and Ostian troops lost in the Tarn district",
        claims,
        when=Days.on(DAY),
        where=("Tarn district",),
        measures=(Measure.KILLED, Measure.LOST),
    )
    said = make_testimony(event.id, AGENCY, (own, relay, coast, ledger, quick, wire, city))
    bare = make_testimony(event.id, NOBODY, (brief,))
    denied = make_testimony(event.id, MINISTRY, (denial,), denial=True)
    testimonies = (said, bare, denied)
    names = EdgeKind.NAMES
    lineage = Lineage(
        event.id,
        (
            Edge(own.id, EdgeKind.OWN, None),
            Edge(relay.id, EdgeKind.RELAYS, own.id),
            Edge(wire.id, EdgeKind.RELAYS, relay.id, (INSTITUTE,)),
            Edge(ledger.id, names, None),
            Edge(quick.id, names, None),
            Edge(coast.id, names, None),
            Edge(city.id, names, None, ("Northern Telegraph",)),
            Edge(denial.id, names, None),
            Edge(brief.id, EdgeKind.UNRECORDED, None),
        ),
    )
    drifts = (
        make_drift(DriftType.HEDGE_DROPPED, wire, said, "about 200", "200", "minor"),
        make_drift(DriftType.MEASURE, ledger, said, "lost", "killed", "serious"),
        make_drift(DriftType.MEASURE, quick, said, "lost", "killed", "serious"),
        make_drift(DriftType.DAY, quick, said, "as of 14 December 2024", "on 14 December 2024, in one day", "serious"),
        make_drift(DriftType.MEASURE, city, said, "lost", "killed", "serious"),
        make_drift(DriftType.SIDE, city, said, BOTH, "Ostian soldiers", "grave"),
    )
    copies = Reason("same-origin", "names the Directorate as its source", (ledger.id,))
    count = OriginCount(
        1,
        (
            standing(AGENCY, (said,), (own, relay, wire, ledger, quick, coast, city)),
            standing(NOBODY, (bare,), (brief,), counts=False),
            standing(MINISTRY, (denied,), (denial,)),
        ),
        (
            Collapse("relay", "Institute for Frontier Studies", AGENCY_NAME, copies),
            Collapse("unrecorded", "Daily Brief", "", Reason("no-source", "names nobody and gives the same figure")),
        ),
        (brief.id,),
        ("Norland",),
        True,
    )
    estimates = (
        Estimate(
            Measure.LOST,
            BOTH,
            Scope.CUMULATIVE,
            200,
            200,
            200,
            "UCDP low/best/high over origins",
            (EstimateInput(said.id, own.id, 200, 200, "about"),),
        ),
        Estimate(
            Measure.KILLED,
            BOTH,
            Scope.INCIDENT,
            None,
            None,
            200,
            "UCDP low/best/high over origins",
            (EstimateInput(bare.id, brief.id, 200, 200, "about"),),
        ),
    )
    grade = Grade(
        "C",
        6,
        "low",
        (
            Reason("party", "the origin is a party to the conflict and speaks of its enemy's losses", (own.id,)),
            Reason("one-origin", "no second independent origin", (own.id,)),
        ),
        IncidentLabel.CONTESTED,
        (
            SourceGrade(
                AGENCY_NAME, SourceLetter.C, (Reason("source-class", "an agency, a body of Norland", (own.id,)),)
            ),
        ),
    )
    contest = Contest(
        "whether the losses were suffered",
        (said.id, denied.id),
        Reason(
            "denied",
            "the Ministry of Defence of Sudria denies what the Directorate of Military Intelligence of Norland says",
            (denial.id,),
        ),
    )
    evidence = Evidence(event.id, lineage, drifts, count, estimates, grade, (contest,))
    return _with_testimonies(event, testimonies), testimonies, evidence


def _plain_evidence(
    event: Event,
    standings: tuple[OriginStanding, ...],
    count: OriginCount,
    grade: Grade,
    estimates: tuple[Estimate, ...] = (),
) -> Evidence:
    edges = tuple(Edge(claim_id, EdgeKind.NAMES, None) for claim_id in event.claim_ids)
    return Evidence(event.id, Lineage(event.id, edges), (), replace(count, origins=standings), estimates, grade)


@cache
def small_events() -> tuple[tuple[Event, tuple[Testimony, ...], Evidence], ...]:
    """Return friendly fire, footage and ferry, each with testimonies and evidence."""
    eight, cause, shown, higher, video, hurt, treated = others()
    fire = make_event(
        EventKind.INCIDENT, "Eight Sudrian soldiers killed by friendly fire", (eight, cause), measures=(Measure.KILLED,)
    )
    fire_said = make_testimony(fire.id, AGENCY, (eight, cause))
    policy = "UCDP low/best/high over origins"
    fire_evidence = _plain_evidence(
        fire,
        (standing(AGENCY, (fire_said,), (eight, cause)),),
        OriginCount(1, (), (), (), ("Norland",), True),
        Grade("C", 6, "low"),
        (
            Estimate(
                Measure.KILLED,
                "Sudrian soldiers",
                Scope.INCIDENT,
                8,
                8,
                8,
                policy,
                (EstimateInput(fire_said.id, eight.id, 8, 8, None),),
            ),
        ),
    )
    film = make_event(
        EventKind.INCIDENT,
        "At least 24 dead Ostian soldiers in footage",
        (shown, video, higher),
        when=Days.on(NEXT),
        where=("Greenfield",),
        measures=(Measure.KILLED,),
    )
    film_shown = make_testimony(film.id, ARMY, (shown, video))
    film_higher = make_testimony(film.id, CENTRE, (higher,))
    film_evidence = _plain_evidence(
        film,
        (standing(ARMY, (film_shown,), (shown, video)), standing(CENTRE, (film_higher,), (higher,))),
        OriginCount(2, (), (), (), ("Norland",), True),
        Grade("C", 3, "low"),
        (
            Estimate(
                Measure.KILLED,
                "Ostian soldiers",
                None,
                24,
                24,
                None,
                policy,
                (EstimateInput(film_shown.id, shown.id, 24, None, "at least"),),
            ),
        ),
    )
    ferry = make_event(
        EventKind.INCIDENT,
        "Three passengers injured as a ferry ran aground",
        (hurt, treated),
        when=Days.on(NEXT),
        where=("Lake Brannoc",),
        measures=(Measure.WOUNDED,),
    )
    police = make_testimony(ferry.id, POLICE, (hurt,))
    hospital = make_testimony(ferry.id, HOSPITAL, (treated,))
    ferry_evidence = _plain_evidence(
        ferry,
        (standing(POLICE, (police,), (hurt,)), standing(HOSPITAL, (hospital,), (treated,))),
        OriginCount(2, (), (), (), (), False),
        Grade("B", 2, "moderate"),
        (
            Estimate(
                Measure.WOUNDED,
                "passengers",
                Scope.INCIDENT,
                3,
                3,
                3,
                policy,
                (EstimateInput(police.id, hurt.id, 3, 3, None), EstimateInput(hospital.id, treated.id, 3, 3, None)),
            ),
        ),
    )
    return (
        (_with_testimonies(fire, (fire_said,)), (fire_said,), fire_evidence),
        (_with_testimonies(film, (film_shown, film_higher)), (film_shown, film_higher), film_evidence),
        (_with_testimonies(ferry, (police, hospital)), (police, hospital), ferry_evidence),
    )


@cache
def grouping() -> Grouping:
    """Return the story's events and testimonies."""
    parts = (loss_event(), *small_events())
    return Grouping(tuple(event for event, _, _ in parts), tuple(t for _, some, _ in parts for t in some), ())


@cache
def evidence() -> tuple[Evidence, ...]:
    """Return the story's evidence, one for each event."""
    return (loss_event()[2], *(part[2] for part in small_events()))


@cache
def claims() -> tuple[Claim, ...]:
    """Return all claims of the story in the order of documents and text."""
    order = {document.id: place for place, document in enumerate(pages().values())}
    return tuple(sorted((*losses(), *others()), key=lambda claim: (order[claim.document_id], claim.span)))


@cache
def documents() -> tuple[Document, ...]:
    """Return the documents of the story."""
    return tuple(pages().values())


@cache
def refusals() -> tuple[Refusal, ...]:
    """Return one input that was not taken."""
    return (Refusal("R101", "the file is empty", "reports/empty.txt", "remove it or save it again"),)


@cache
def yardstick() -> Yardstick:
    """Return the ICD 203 table as it lies in the package."""
    return from_json(Yardstick, files("reportedly").joinpath("data/yardsticks/icd203.json").read_text("utf-8"))


@cache
def assessment() -> Assessment:
    """Return the story's assessment."""
    policy = "UCDP low/best/high over origins"
    return assess(grouping(), evidence(), claims(), documents(), yardstick(), policy, None, "Losses in Tarn")


@cache
def dossier() -> Dossier:
    """Return everything known about the story."""
    found = grouping()
    return Dossier(
        documents(), refusals(), claims(), found.events, found.testimonies, found.judgements, evidence(), assessment()
    )
