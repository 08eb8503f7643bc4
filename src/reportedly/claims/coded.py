"""Make the claim of a coded row: every field from a cell, and every field's ground the cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.claims.coded_changes import changes_of
from reportedly.claims.coded_figures import basis_of, certainty_of, kind_of, measure_of, quantity_of
from reportedly.claims.source_class import source_class
from reportedly.model.actors import Actor, ActorRegistry, folded
from reportedly.model.claim import Claim, Ground, Link, Place, Polarity, SourceClass
from reportedly.model.coded import CODED, CODER, DEPENDS_ON, DRIFT, NOTED, OWN, CodedRow, Hop, Table
from reportedly.model.span import Span

_CONTENT = (
    *("content", "quote", "side_affected", "category", "number", "number_low", "number_high", "number_kind"),
    *("qualifier", "hedge"),
)
_FIELDS = {
    "kind": "category",
    "polarity": "polarity",
    "when": "as_of_date",
    "certainty": "hedge",
    "event": "event",
    "content": "content",
    "measure": "category",
    "of": "side_affected",
    "low": "number_low",
    "high": "number_high",
    "number": "number",
    "qualifier": "qualifier",
    "claimant": "claimant",
    "said": "date_said",
    "relayed by": "relayed_by",
}
"""Field of a ground -> the column whose cell it quotes."""
_UNSURE = 0.6
"""Score of a link that the coder put in brackets."""
_ANONYMOUS = re.compile(r"\b(?:anonymous|unnamed|unidentified|not named)\b", re.IGNORECASE)


def claim_of(row: CodedRow, registry: ActorRegistry, author: str = "") -> Claim:
    """Return the claim of a coded row.

    Args:
        row: the row, as it was read.
        registry: who is who; tells that the last name of ``relayed_by`` is the claimant under another name.
        author: who coded it; the author of the changes that its ``distortion`` tells.
    """
    span = _content(row)
    quantity = quantity_of(row)
    return Claim(
        id=Claim.identify(row.document.id, span),
        document_id=row.document.id,
        span=span,
        quote=span.of(row.document.text),
        chain=_chain(row, registry),
        kind=kind_of(row),
        polarity=Polarity.DENIED if row.denied else Polarity.AFFIRMED,
        certainty=certainty_of(row),
        when=row.as_of,
        where=(Place(row.cell("place"), row.cells["place"]),) if "place" in row.cells else (),
        quantities=(quantity,) if quantity is not None else (),
        basis=basis_of(row),
        grounds=tuple(_grounds(row, author)),
    )


def _content(row: CodedRow) -> Span:
    spans = [row.cells[column] for column in _CONTENT if column in row.cells]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _grounds(row: CodedRow, author: str) -> Iterator[Ground]:
    for field, column in _FIELDS.items():
        if column in row.cells and not (field == "measure" and measure_of(row.cell(column)) is None):
            yield Ground(field, CODED, (row.cells[column],))
    if row.table is Table.TESTIMONIES:
        yield Ground(OWN, CODED, (row.cells["root_id"],))
    if "depends_on" in row.cells:
        cell = row.cells["depends_on"]
        for name in re.finditer(r"[^;,\s]+", row.cell("depends_on")):
            yield Ground(DEPENDS_ON, name[0], (Span(cell.start + name.start(), cell.start + name.end()),))
    judged = tuple(row.cells[column] for column in ("relation", "distortion") if column in row.cells)
    if judged:
        yield Ground(CODER, author, judged)
    field = NOTED if row.cell("relation").casefold().startswith("faithful") else DRIFT
    for change in changes_of(row.cell("distortion")):
        yield Ground(field, change.type, (change.span.shifted(row.cells["distortion"].start),))


def _chain(row: CodedRow, registry: ActorRegistry) -> tuple[Link, ...]:
    """Return the relays and then the claimant; names at the end of the relays that mean the claimant are left out."""
    relays = list(row.relays)
    origin = row.claimant[-1].name
    outlet = row.document.outlet or ""
    while relays and _means(relays[-1].name, row, registry):
        relays.pop()
    hops = [*relays, *row.claimant]
    if row.table is Table.RELAYS and len(hops) > 1 and folded(hops[0].name) == folded(outlet) != folded(origin):
        hops = hops[1:]
    links = [_link(hop) for hop in hops]
    last = links[-1]
    links[-1] = Link(last.name, last.span, None, row.said, _class(row, last, registry), last.rule, last.score)
    return tuple(links)


def _link(hop: Hop) -> Link:
    return Link(hop.name, hop.span, source_class=SourceClass.UNKNOWN, rule=CODED, score=_UNSURE if hop.unsure else 1.0)


def _class(row: CodedRow, link: Link, registry: ActorRegistry) -> SourceClass:
    actor = registry.find(link.name)
    if actor is not None:
        return actor.source_class
    if _ANONYMOUS.search(row.cell("claimant")):
        return SourceClass.ANONYMOUS
    return source_class(link.name, person=False).source_class


def _means(name: str, row: CodedRow, registry: ActorRegistry) -> bool:
    """Say whether a name behind an arrow is the claimant by another name: one actor, one word, or his country."""
    cell = row.cell("claimant")
    parts = [part for part in re.split(r"[/;,()\"“”]| citing | via ", cell) if part.strip()]
    actors = [actor for part in (row.claimant[-1].name, *parts) if (actor := registry.find(part.strip())) is not None]
    other = registry.find(name)
    if other is not None and any(_one_body(other, actor) for actor in actors):
        return True
    if other is not None and actors:
        return False
    if other is None and registry.sides_in(name) and actors and _is_side(name, actors, registry):
        return True
    ours, theirs = set(folded(cell).split()), folded(name).split()
    return bool(theirs) and all(word in ours for word in theirs)


def _is_side(name: str, actors: Sequence[Actor], registry: ActorRegistry) -> bool:
    marks = {folded(mark) for actor in actors for mark in registry.sides.get(actor.side or "", ())}
    return folded(name) in marks


def _one_body(left: Actor, right: Actor) -> bool:
    return right.id in {left.id, left.part_of} or right.part_of == left.id
