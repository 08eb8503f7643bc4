"""Set what a coder judged by hand beside what the program finds by itself: useful to both."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.model.claim import Claim
from reportedly.model.coded import DRIFT, NOTED, CodedRow, Table, coder_of
from reportedly.model.dossier import Dossier

ALONE = "a saying of its own"
FAITHFUL = "nothing changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One row on which coder and program differ."""

    key: str
    """The row's id."""
    about: str
    """``saying`` or ``change``."""
    coded: str
    """What the coder judged."""
    found: str
    """What the program finds."""


def compared(rows: Sequence[CodedRow], claims: Sequence[Claim], found: Dossier) -> tuple[Difference, ...]:
    """Return where the coder's judgements differ from a dossier that was drawn without them, by row.

    Args:
        rows: the rows with the coder's judgements.
        claims: their claims, one a row, in their order.
        found: the dossier of the same rows without the judgements.
    """
    by_key = {found.document_by_id[claim.document_id].key: claim.id for claim in found.claims}
    relays = [(row, claim) for row, claim in zip(rows, claims, strict=True) if row.table is Table.RELAYS]
    roots = {row.document.key: row.cell("root_id") for row, _ in relays if row.cell("root_id")}
    roots |= {row.document.key: row.document.key for row in rows if row.table is Table.TESTIMONIES}
    names = {claim: key for key, claim in by_key.items()}
    said = {key: one.id for one in found.testimonies for key in one.claim_ids}
    members = {one.id: [names[key] for key in one.claim_ids if key in names] for one in found.testimonies}
    changes: dict[str, set[str]] = defaultdict(set)
    for evidence in found.evidence:
        for drift in evidence.drifts:
            changes[drift.claim_id].add(str(drift.type))
    differences = [*_sayings(roots, {key: said[claim] for key, claim in by_key.items() if claim in said}, members)]
    for row, claim in relays:
        key = row.document.key
        if coder_of(claim) is not None and key in by_key:
            differences += _changes(key, row, claim, changes[by_key[key]])
    return tuple(sorted(differences, key=lambda one: (one.key, one.about)))


def _sayings(
    roots: Mapping[str, str], said: Mapping[str, str], members: Mapping[str, Sequence[str]]
) -> list[Difference]:
    """Return the rows that the program puts elsewhere than most rows of their saying, or among others' rows."""
    homes: dict[str, Counter[str]] = defaultdict(Counter)
    owners: dict[str, Counter[str]] = defaultdict(Counter)
    for key, root in roots.items():
        if key in said:
            homes[root][said[key]] += 1 + (key == root)
            owners[said[key]][root] += 1 + (key == root)
    made = []
    for key, root in sorted(roots.items()):
        if key not in said:
            continue
        home = min(homes[root], key=lambda one: (-homes[root][one], one))
        owner = min(owners[said[key]], key=lambda one: (-owners[said[key]][one], one))
        if said[key] != home or owner != root:
            others = [other for other in members[said[key]] if other != key]
            words = f"with {', '.join(others[:4])}{' ...' if len(others) > 4 else ''}" if others else ALONE
            made.append(Difference(key, "saying", root, words))
    return made


def _changes(key: str, row: CodedRow, claim: Claim, found: set[str]) -> list[Difference]:
    coded = {ground.rule for ground in claim.grounds if ground.field == DRIFT}
    noted = {ground.rule for ground in claim.grounds if ground.field == NOTED}
    if coded == found or (not coded and found <= noted):
        return []
    untyped = row.cell("distortion") if row.cell("distortion") and not coded and not noted else ""
    words = ", ".join(sorted(coded)) or (f"{FAITHFUL} ({', '.join(sorted(noted))} noted)" if noted else untyped)
    return [Difference(key, "change", words or FAITHFUL, ", ".join(sorted(found)) or FAITHFUL)]
