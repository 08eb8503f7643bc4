"""Short ways to build reports with totals and parts; all is invented."""

from __future__ import annotations

from dataclasses import replace

from builders import ClaimFields, make_claim, make_document, make_link, make_quantity
from reportedly.evidence.weigh import weigh
from reportedly.model.actors import ActorRegistry
from reportedly.model.claim import Claim, FigureRelation, Ground, Measure, RelationType
from reportedly.model.document import Document
from reportedly.model.event import Event, EventKind, Grouping, Origin, Testimony
from reportedly.model.evidence import Evidence
from reportedly.model.ids import identifier
from reportedly.model.measures import CheckedSum
from unit.events.tellings import DAY

K, W, C = Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES
Figure = tuple[str, Measure, str, int | None, int | None]


def report(text: str, *figures: Figure, outlet: str = "Morning Leaf") -> tuple[Document, Claim]:
    """Build a report of one claim with figures, none of them tied to another."""
    document = make_document(outlet, outlet, DAY, text)
    held = tuple(make_quantity(document, words, one, of, low, high) for words, one, of, low, high in figures)
    link = make_link(document, "Velt Ministry")
    return document, make_claim(document, text.rstrip("."), (link,), ClaimFields(quantities=held))


def with_parts(claim: Claim, total: int, *parts: int) -> Claim:
    """Tie figures of a claim to its total."""
    ground = Ground("figure_relations", "points back to its total", (claim.span,))
    tied = tuple(FigureRelation(RelationType.PART_OF, part, claim.id, total, ground) for part in parts)
    return replace(claim, figure_relations=tied)


def one_event(*told: tuple[Document, Claim]) -> tuple[Grouping, tuple[Evidence, ...]]:
    """Weigh reports that are all of one event, a testimony a claim."""
    claims = [claim for _, claim in told]
    ids = tuple(claim.id for claim in claims)
    key = Event.identify(ids)
    said = tuple(
        Testimony(
            identifier("tes", claim.id),
            key,
            Origin(claim.chain[-1].name if claim.chain else "", recorded=bool(claim.chain)),
            (claim.id,),
            claim.quantities[0],
        )
        for claim in claims
    )
    event = Event(key, EventKind.TALLY, "losses at Velt", ids, tuple(one.id for one in said))
    grouping = Grouping((event,), said, ())
    return grouping, weigh(grouping, claims, [document for document, _ in told], ActorRegistry())


def sums(*told: tuple[Document, Claim]) -> tuple[CheckedSum, ...]:
    """Return the checked sums of reports of one event."""
    return one_event(*told)[1][0].sums


LOSSES = "The army had 4,700 casualties, 600 killed and 3,800 wounded."
FIGURES: tuple[Figure, ...] = (
    ("4,700", C, "", 4700, 4700),
    ("600", K, "", 600, 600),
    ("3,800", W, "", 3800, 3800),
)
