"""What the sentences of an edition are held against, read from a ledger for one look at it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from threading import Lock

from reportedly.assessment.case import build_cases
from reportedly.assessment.derivable import Support
from reportedly.assessment.grounding import Grounding
from reportedly.assessment.sentence_check import check_sentence
from reportedly.model.claim import Claim
from reportedly.model.codec import from_json
from reportedly.model.document import Document
from reportedly.model.dossier import Dossier
from reportedly.model.edition import Block, BlockKind, Edition, SentenceCheck
from reportedly.model.entry import Action, Entry, EntryKind
from reportedly.model.event import Grouping
from reportedly.model.ids import digest
from reportedly.model.reason import Reason
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.matters_many import events_dossier, events_with
from reportedly.pipeline.workbench.reviewing import history_of_claim
from reportedly.publish.labels import cut, day_label

_MOST_CHECKED = 1000
"""Sentences, saved or typed, whose checks are kept."""
_QUOTE = 80
"""Characters of a claim's words in a reason."""


@dataclass(frozen=True)
class Ground:
    """The events of an edition as they are now, and what its sentences are held against."""

    dossier: Dossier
    grounding: Grounding
    _checked: dict[Block, SentenceCheck] = field(default_factory=dict)

    def check(self, block: Block) -> SentenceCheck:
        """Return how a sentence stands now."""
        if block not in self._checked:
            if len(self._checked) > _MOST_CHECKED:
                self._checked.clear()
            self._checked[block] = check_sentence(block, self.grounding)
        return self._checked[block]

    def checks(self, edition: Edition) -> Mapping[str, SentenceCheck]:
        """Return how every sentence of an edition stands now, by the id of its block."""
        return {one.id: self.check(one) for one in edition.blocks if one.kind is BlockKind.SENTENCE}


class _Kept:
    """The last grounds that were asked for: typing asks for one every half second, and the ledger hardly changes."""

    def __init__(self, most: int) -> None:
        self._held: OrderedDict[tuple[object, ...], Ground] = OrderedDict()
        self._most = most
        self._guard = Lock()

    def get(self, key: tuple[object, ...]) -> Ground | None:
        with self._guard:
            if key in self._held:
                self._held.move_to_end(key)
            return self._held.get(key)

    def put(self, key: tuple[object, ...], ground: Ground) -> Ground:
        with self._guard:
            self._held[key] = ground
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return ground


_KEPT = _Kept(4)


def ground_of(bench: Bench, edition: Edition, more: Iterable[str] = ()) -> Ground:
    """Return what the sentences of an edition are held against now.

    Events are found again by their claims, so that an event that was drawn anew is still the same matter. As long as
    nothing is recorded, the same is returned.

    Args:
        bench: the open ledger.
        edition: the edition as saved.
        more: ids of further claims that somebody is about to choose.
    """
    cited = _cited(edition)
    further = frozenset(more) - cited
    key = _key(bench, edition, further)
    return _KEPT.get(key) or _KEPT.put(key, _ground(bench, edition, cited | further))


def ground_once_saved(bench: Bench, old: Edition, new: Edition) -> Ground:
    """Return what the sentences of an edition are held against once it is saved as another.

    It is that of the old one where both rest on the same claims.
    """
    same = old.events == new.events and _cited(old) == _cited(new)
    return ground_of(bench, old if same else new)


def keep_ground(bench: Bench, edition: Edition, ground: Ground) -> None:
    """Say that a ground still holds after nothing but this edition was recorded."""
    _KEPT.put(_key(bench, edition, frozenset()), Ground(ground.dossier, ground.grounding))


def _cited(edition: Edition) -> frozenset[str]:
    return frozenset(claim for block in edition.blocks for claim in block.claim_ids)


def _key(bench: Bench, edition: Edition, further: frozenset[str]) -> tuple[object, ...]:
    tools = bench.tools
    read = (tools.settings.policy, tools.convention.name, tools.yardstick.name)
    return (str(bench.book.path), bench.book.top(), *read, edition, further)


def _ground(bench: Bench, edition: Edition, cited: frozenset[str]) -> Ground:
    wanted = cited | {claim for event in edition.events for claim in event}
    events = events_with(bench, wanted)
    dossier = events_dossier(bench, [event.id for event in events], edition.as_of)
    claims = dict(dossier.claim_by_id)
    documents = dict(dossier.document_by_id)
    loose = bench.claims(cited - claims.keys())
    pages = {one.id: one for one in bench.documents(claim.document_id for claim in loose)}
    gone = {one: _what_became(bench, one) for one in cited - claims.keys() - {claim.id for claim in loose}}
    for claim in loose:
        late = _too_late(pages.get(claim.document_id), edition)
        if late:
            gone[claim.id] = Reason("too-late", f"the claim “{cut(claim.quote, _QUOTE)}” {late}", (claim.id,))
        else:
            claims[claim.id] = claim
            documents |= {claim.document_id: pages[claim.document_id]} if claim.document_id in pages else {}
    grouping = Grouping(dossier.events, dossier.testimonies, ())
    cases = build_cases(grouping, dossier.evidence, dossier.claims, dossier.documents)
    support = Support(cases, bench.tools.yardstick)
    changed = {one: _read_anew(bench, claims[one]) for one in _read_otherwise(edition, claims)}
    return Ground(dossier, Grounding(support, dossier.assessment.findings, claims, documents, gone, changed))


def _read_otherwise(edition: Edition, claims: Mapping[str, Claim]) -> set[str]:
    """Return the claims that are read otherwise than when a sentence on them was saved."""
    footings = [block.footing for block in edition.blocks if block.footing]
    readings = {pair for footing in footings for pair in footing.readings}
    return {one for one, reading in readings if one in claims and digest(claims[one]) != reading}


def _too_late(document: Document | None, edition: Edition) -> str:
    """Return why a claim does not count on the edition's day; empty where it does."""
    day = document.day if document else None
    if edition.as_of is None or (day is not None and day <= edition.as_of):
        return ""
    return f"was not published by {day_label(edition.as_of)}"


def _what_became(bench: Bench, claim_id: str) -> Reason:
    """Return what became of a claim that is no longer there, from the ledger's history."""
    history = history_of_claim(bench, claim_id)
    told = [entry for entry in history if entry.draft.kind is EntryKind.CLAIM and entry.draft.body]
    if not told:
        return Reason("claim-gone", f"there is no claim {claim_id}", (claim_id,))
    quote = cut(from_json(Claim, told[-1].draft.body).quote, _QUOTE)
    last = history[-1]
    taken = last.draft.kind is EntryKind.CLAIM and last.draft.action is Action.WITHDRAW
    how = "was taken out" if taken else "does not count any more"
    return Reason("claim-gone", f"the claim “{quote}” {how} {_by(last)}", (claim_id,))


def _read_anew(bench: Bench, claim: Claim) -> Reason:
    """Return who changed the reading of a claim since a sentence was saved."""
    history = history_of_claim(bench, claim.id)
    how = _by(history[-1]) if history else ""
    told = f"the claim “{cut(claim.quote, _QUOTE)}” is read otherwise since this was saved {how}".rstrip()
    return Reason("claim-changed", told, (claim.id,))


def _by(entry: Entry) -> str:
    return f"({entry.draft.actor}, {entry.recorded:%d %b %Y}: {cut(entry.draft.reason, _QUOTE)})"
