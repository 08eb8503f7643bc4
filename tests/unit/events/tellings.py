"""Short ways to build reports and claims for the tests of events and evidence; all is invented."""

from __future__ import annotations

from datetime import date

from builders import ClaimFields, make_claim, make_document, make_link, make_quantity
from reportedly.events.grouping import group
from reportedly.model.actors import ActorRegistry
from reportedly.model.claim import Claim, Measure, SourceClass
from reportedly.model.document import Document
from reportedly.model.event import Grouping, Testimony

DAY = date(2031, 5, 13)
Told = tuple[Document, Claim]


def tell(
    key: str,
    text: str,
    quote: str,
    *chain: str,
    outlet: str = "Morning Leaf",
    day: date | None = DAY,
    killed: tuple[str, int | None, int | None] | None = None,
    measure: Measure = Measure.KILLED,
    of: str = "people",
    qualifier: str | None = None,
    fields: ClaimFields | None = None,
) -> Told:
    """Build a report and the one claim in it; ``killed`` holds the figure's words and bounds."""
    document = make_document(key, outlet, day, text)
    links = tuple(make_link(document, name, source_class=_class(name)) for name in chain)
    given = fields or ClaimFields()
    if killed is not None:
        quantity = make_quantity(document, killed[0], measure, of, killed[1], killed[2], qualifier)
        given = ClaimFields(**{**given.__dict__, "quantities": (quantity,)})
    return document, make_claim(document, quote, links, given)


def _class(name: str) -> SourceClass:
    return SourceClass.IMAGERY if "footage" in name else SourceClass.UNKNOWN


def grouped(*told: Told, registry: ActorRegistry | None = None) -> Grouping:
    """Group the claims of some reports."""
    documents, claims = [one[0] for one in told], [one[1] for one in told]
    return group(claims, documents, registry or ActorRegistry())


def saying_of(grouping: Grouping, told: Told) -> Testimony:
    """Return the testimony that holds a report's claim."""
    return next(t for t in grouping.testimonies if told[1].id in t.claim_ids)
