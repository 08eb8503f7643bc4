"""The pages and claims of an invented story: an agency's 200 on eight pages, footage, a denial, a ferry.

Norland is at war with Sudria, whose Ostian allies fight beside it. Everything here is made up.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from builders import (
    Basis,
    ClaimFields,
    Days,
    hedge,
    make_claim,
    make_document,
    make_link,
    make_quantity,
)
from reportedly.model.claim import Claim, Kind, Measure, Polarity, Relation, RelationType, Scope, SourceClass
from reportedly.model.document import Document
from reportedly.model.event import Origin

DAY = date(2024, 12, 14)
NEXT = date(2024, 12, 15)
LATER = date(2024, 12, 16)

AGENCY_NAME = "Directorate of Military Intelligence of Norland"
INSTITUTE = "Institute for Frontier Studies"
BOTH = "Sudrian and Ostian troops"

AGENCY = Origin(AGENCY_NAME, "nl-dmi", "Norland", SourceClass.AGENCY)
ARMY = Origin("Norland Army", "nl-army", "Norland", SourceClass.MILITARY)
CENTRE = Origin("Norland Information Centre", None, "Norland", SourceClass.ORGANISATION)
MINISTRY = Origin("Ministry of Defence of Sudria", "sd-mod", "Sudria", SourceClass.GOVERNMENT)
POLICE = Origin("Lakeland Police", None, None, SourceClass.OFFICE)
HOSPITAL = Origin("St Brannoc Hospital", None, None, SourceClass.ORGANISATION)
NOBODY = Origin("", recorded=False)


@cache
def pages() -> dict[str, Document]:
    """Return the documents of the story by key."""
    texts = (
        (
            "dmi-bulletin",
            AGENCY_NAME,
            DAY,
            "Evening bulletin",
            (
                "As of 14 December, Sudrian and Ostian troops in the Tarn district have lost about 200 personnel,"
                " killed and wounded.\n\nOstian soldiers recently fired on vehicles of the Falcon battalion. Eight"
                " Sudrian soldiers were killed, probably because of the language barrier."
            ),
        ),
        (
            "ifs-daily",
            INSTITUTE,
            DAY,
            "Daily assessment",
            (
                "The Directorate of Military Intelligence of Norland reported that Sudrian and Ostian troops have lost"
                " about 200 personnel in the Tarn district."
            ),
        ),
        (
            "harbour-wire-1",
            "Harbour Wire",
            NEXT,
            "Institute explains losses in Tarn",
            (
                "The Institute for Frontier Studies writes, citing the Directorate of Military Intelligence of Norland,"
                " that Sudrian and Ostian troops lost 200 personnel in the Tarn district.\n\nOn Sunday the Norland Army"
                " published drone footage showing at least two dozen dead Ostian soldiers. In response the Norland"
                " Information Centre said that the losses were even higher than in the video."
            ),
        ),
        (
            "morning-ledger",
            "The Morning Ledger",
            NEXT,
            "Two hundred killed in Tarn",
            (
                "Around 200 Sudrian and Ostian troops were killed in the Tarn district, the Directorate of Military"
                " Intelligence of Norland said. The Ministry of Defence of Sudria denied that its units had suffered"
                " losses of that kind."
            ),
        ),
        (
            "quick-live",
            "Quick Live",
            NEXT,
            "Bloody Saturday",
            (
                "On Saturday 200 Sudrian and Ostian troops were killed in one day, according to Norland's military"
                " intelligence."
            ),
        ),
        (
            "city-gazette",
            "City Gazette",
            LATER,
            "Ostian losses mount",
            (
                "Norland's military intelligence says 200 Ostian soldiers were killed in the Tarn district, the"
                " Northern Telegraph reported."
            ),
        ),
        (
            "coast-radio",
            "Coast Radio",
            NEXT,
            "Losses in Tarn",
            (
                "Sudrian and Ostian troops have lost about 200 personnel, killed and wounded, the Directorate of"
                " Military Intelligence of Norland reported on 14 December."
            ),
        ),
        (
            "daily-brief",
            "Daily Brief",
            LATER,
            "What we know",
            ("Some 200 Sudrian and Ostian troops have been killed in the Tarn district."),
        ),
        (
            "hill-post",
            "Hill Post",
            LATER,
            "Footage from Tarn",
            ("A video by the Norland Army shows at least 24 dead Ostian soldiers near Greenfield."),
        ),
        (
            "lake-echo",
            "Lake Echo",
            NEXT,
            "Ferry runs aground",
            (
                "Three passengers were injured when a ferry ran aground on Lake Brannoc, Lakeland Police said."
                " St Brannoc Hospital said it had treated three passengers."
            ),
        ),
    )
    return {key: make_document(key, outlet, day, text, title) for key, outlet, day, title, text in texts}


def _agency(page: Document, mention: str, cue: str, said: Days | None = None) -> tuple:  # type: ignore[type-arg]
    return (make_link(page, AGENCY_NAME, mention, cue, SourceClass.AGENCY, said),)


def _figure(page: Document, words: str, measure: Measure, of: str, qualifier: str | None = None) -> ClaimFields:
    scope = Scope.CUMULATIVE if measure is Measure.LOST else Scope.INCIDENT
    quantity = make_quantity(page, words, measure, of, 200, 200, qualifier, scope, DAY)
    return ClaimFields(Kind.TALLY, when=Days.on(DAY), quantities=(quantity,))


@cache
def losses() -> tuple[Claim, ...]:
    """Return the claims that carry the agency's 200, and the denial last."""
    page = pages()
    own, relay, wire = page["dmi-bulletin"], page["ifs-daily"], page["harbour-wire-1"]
    ledger, quick, city = page["morning-ledger"], page["quick-live"], page["city-gazette"]
    coast, brief = page["coast-radio"], page["daily-brief"]
    wire_chain = (
        make_link(wire, INSTITUTE, "The Institute for Frontier Studies", "writes", SourceClass.INSTITUTE),
        make_link(
            wire, AGENCY_NAME, "the Directorate of Military Intelligence of Norland", "citing", SourceClass.AGENCY
        ),
    )
    killed = Measure.KILLED
    denial = ClaimFields(Kind.STATEMENT, Polarity.DENIED)
    denier = make_link(
        ledger, MINISTRY.name, "The Ministry of Defence of Sudria", "denied that", SourceClass.GOVERNMENT
    )
    return (
        make_claim(
            own,
            "As of 14 December, Sudrian and Ostian troops in the Tarn district have lost about 200 personnel,"
            " killed and wounded",
            (),
            _figure(own, "about 200", Measure.LOST, BOTH, "about"),
        ),
        make_claim(
            relay,
            "Sudrian and Ostian troops have lost about 200 personnel in the Tarn district",
            _agency(relay, "The Directorate of Military Intelligence of Norland", "reported that"),
            _figure(relay, "about 200", Measure.LOST, BOTH, "about"),
        ),
        make_claim(
            wire,
            "Sudrian and Ostian troops lost 200 personnel in the Tarn district",
            wire_chain,
            _figure(wire, "200", Measure.LOST, BOTH),
        ),
        make_claim(
            ledger,
            "Around 200 Sudrian and Ostian troops were killed in the Tarn district",
            _agency(ledger, "the Directorate of Military Intelligence of Norland", "said"),
            _figure(ledger, "Around 200", killed, BOTH, "about"),
        ),
        make_claim(
            quick,
            "On Saturday 200 Sudrian and Ostian troops were killed in one day",
            _agency(quick, "Norland's military intelligence", "according to"),
            _figure(quick, "200", killed, BOTH),
        ),
        make_claim(
            coast,
            "Sudrian and Ostian troops have lost about 200 personnel, killed and wounded",
            _agency(coast, "the Directorate of Military Intelligence of Norland", "reported on", Days.on(DAY)),
            _figure(coast, "about 200", Measure.LOST, BOTH, "about"),
        ),
        make_claim(
            city,
            "200 Ostian soldiers were killed in the Tarn district",
            (
                make_link(city, "Northern Telegraph", "Northern Telegraph", "reported"),
                *_agency(city, "Norland's military intelligence", "says"),
            ),
            _figure(city, "200", killed, "Ostian soldiers"),
        ),
        make_claim(
            brief,
            "Some 200 Sudrian and Ostian troops have been killed in the Tarn district",
            (),
            _figure(brief, "Some 200", killed, BOTH, "about"),
        ),
        make_claim(ledger, "its units had suffered losses of that kind", (denier,), denial),
    )


@cache
def others() -> tuple[Claim, ...]:
    """Return the claims on friendly fire, footage and ferry."""
    page = pages()
    own, wire, hill, lake = page["dmi-bulletin"], page["harbour-wire-1"], page["hill-post"], page["lake-echo"]
    eight = make_quantity(own, "Eight", Measure.KILLED, "Sudrian soldiers", 8, 8, None, Scope.INCIDENT)
    dozens = make_quantity(wire, "at least two dozen", Measure.KILLED, "Ostian soldiers", 24, None, "at least")
    footage = make_quantity(hill, "at least 24", Measure.KILLED, "Ostian soldiers", 24, None, "at least")
    hurt = make_quantity(lake, "Three", Measure.WOUNDED, "passengers", 3, 3, None, Scope.INCIDENT)
    treated = make_quantity(lake, "three", Measure.WOUNDED, "passengers", 3, 3, None, Scope.INCIDENT)
    sunday = Days.on(NEXT)
    shown = make_claim(
        wire,
        "at least two dozen dead Ostian soldiers",
        (
            make_link(wire, ARMY.name, "the Norland Army", "published", SourceClass.MILITARY),
            make_link(wire, "drone footage", "drone footage", "showing", SourceClass.IMAGERY),
        ),
        ClaimFields(when=sunday, quantities=(dozens,), basis=Basis.FOOTAGE),
    )
    return (
        make_claim(own, "Eight Sudrian soldiers were killed", (), ClaimFields(quantities=(eight,))),
        make_claim(
            own,
            "probably because of the language barrier",
            (),
            ClaimFields(Kind.CAUSE, certainty=hedge(own, "probably", 0.55, 0.8)),
        ),
        shown,
        make_claim(
            wire,
            "the losses were even higher than in the video",
            (make_link(wire, CENTRE.name, "the Norland Information Centre", "said that"),),
            ClaimFields(Kind.JUDGEMENT, relation=Relation(RelationType.MORE_THAN, shown.id)),
        ),
        make_claim(
            hill,
            "at least 24 dead Ostian soldiers near Greenfield",
            (make_link(hill, ARMY.name, "the Norland Army", "shows", SourceClass.MILITARY),),
            ClaimFields(when=sunday, where=("Greenfield",), quantities=(footage,), basis=Basis.FOOTAGE),
        ),
        make_claim(
            lake,
            "Three passengers were injured when a ferry ran aground on Lake Brannoc",
            (make_link(lake, POLICE.name, "Lakeland Police", "said", SourceClass.OFFICE),),
            ClaimFields(when=sunday, where=("Lake Brannoc",), quantities=(hurt,)),
        ),
        make_claim(
            lake,
            "it had treated three passengers",
            (make_link(lake, HOSPITAL.name, "St Brannoc Hospital", None, SourceClass.ORGANISATION),),
            ClaimFields(when=sunday, quantities=(treated,)),
        ),
    )
