"""Tables of coded claims for tests: rows as dictionaries, and what the stages make of them."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterable, Mapping

from reportedly.claims.coded import claim_of
from reportedly.events.coded import group_coded
from reportedly.evidence.weigh import weigh
from reportedly.model.actors import Actor, ActorRegistry
from reportedly.model.claim import Claim, SourceClass
from reportedly.model.coded import CodedRow, Table
from reportedly.model.document import Capture, Refusal
from reportedly.model.event import Grouping, Judgement
from reportedly.model.evidence import Evidence
from reportedly.read.coded import read_coded

REGISTRY = ActorRegistry(
    (
        Actor("no-defence", "Norland Defence Office", ("NDO", "DIN"), SourceClass.AGENCY, "Norland"),
        Actor("no-speaker", "Ida Brask", (), SourceClass.PERSON, "Norland", "no-defence"),
        Actor("su-staff", "Sundmark General Staff", ("SGS",), SourceClass.MILITARY, "Sundmark"),
    ),
    {"Norland": ("norland", "norlanders"), "Sundmark": ("sundmark", "sundmarkers")},
)
ROW = {
    "claim_id": "A1",
    "claimant": "NDO",
    "relayed_by": "Quay Post <- NDO",
    "date_said": "2031-05-03",
    "side_affected": "Sundmark",
    "category": "killed",
    "number_low": "30",
    "qualifier": "at least",
    "as_of_date": "2031-05-02",
}


def row(**cells: str) -> dict[str, str]:
    """Return a good row with some of its cells exchanged."""
    return {**ROW, **cells}


def written(rows: Iterable[Mapping[str, str]], delimiter: str = ",") -> str:
    """Return rows as a table."""
    listed = list(rows)
    columns = list(dict.fromkeys(name for each in listed for name in each))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", delimiter=delimiter, lineterminator="\n")
    writer.writeheader()
    writer.writerows(listed)
    return out.getvalue()


def capture(text: str | bytes) -> Capture:
    """Return a table's capture."""
    content = text.encode() if isinstance(text, str) else text
    return Capture("cap-t", "t.csv", "text/csv", hashlib.sha256(content).hexdigest(), content)


def read(text: str | bytes, table: Table = Table.RELAYS, *, blind: bool = False) -> list[CodedRow | Refusal]:
    """Read a table."""
    return list(read_coded(capture(text), table, blind=blind))


def taken(text: str | bytes, table: Table = Table.RELAYS, *, blind: bool = False) -> list[CodedRow]:
    """Return the rows of a table that were taken."""
    return [item for item in read(text, table, blind=blind) if isinstance(item, CodedRow)]


def refused(text: str | bytes, table: Table = Table.RELAYS) -> list[Refusal]:
    """Return what of a table was refused."""
    return [item for item in read(text, table) if isinstance(item, Refusal)]


def claim(**cells: str) -> Claim:
    """Return the claim of one row."""
    return claim_of(taken(written([row(**cells)]))[0], REGISTRY, "A. Coder")


class Drawn:
    """Rows grouped and weighed."""

    def __init__(
        self,
        rows: Iterable[Mapping[str, str]],
        sayings: Iterable[Mapping[str, str]] = (),
        judgements: tuple[Judgement, ...] = (),
    ) -> None:
        """Read, code, group and weigh the rows of one or two tables."""
        own = list(sayings)
        read_rows = taken(written(rows)) + (taken(written(own), Table.TESTIMONIES) if own else [])
        self.claims = [claim_of(one, REGISTRY, "A. Coder") for one in read_rows]
        self.documents = [one.document for one in read_rows]
        self.key = {made.id: one.document.key for one, made in zip(read_rows, self.claims, strict=True)}
        self.grouping: Grouping = group_coded(self.claims, self.documents, REGISTRY, judgements)
        self.evidence: tuple[Evidence, ...] = weigh(self.grouping, self.claims, self.documents, REGISTRY)

    @property
    def sayings(self) -> list[list[str]]:
        """The keys of the rows of each testimony."""
        return sorted(sorted(self.key[claim] for claim in one.claim_ids) for one in self.grouping.testimonies)

    @property
    def events(self) -> list[list[str]]:
        """The keys of the rows of each event."""
        return sorted(sorted(self.key[claim] for claim in one.claim_ids) for one in self.grouping.events)

    @property
    def drifts(self) -> list[tuple[str, str]]:
        """Row and type of each change."""
        return sorted((self.key[one.claim_id], str(one.type)) for each in self.evidence for one in each.drifts)

    @property
    def independent(self) -> list[int]:
        """Independent origins of each event."""
        return sorted(one.origins.independent for one in self.evidence)

    @property
    def parents(self) -> dict[str, str | None]:
        """The parent of each row."""
        edges = (edge for one in self.evidence for edge in one.lineage.edges)
        return {self.key[edge.claim_id]: self.key.get(edge.parent_claim_id or "") for edge in edges}
