"""Changes in coded rows: what cells can tell and what they cannot, and what the coder judged by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.evidence.casebook import Casebook, figure_of
from reportedly.model.claim import Claim, Quantity
from reportedly.model.coded import CODER, DRIFT, NOTED, OWN, coded_words, coder_of, is_coded
from reportedly.model.event import Testimony
from reportedly.model.evidence import Drift, DriftType, Severity
from reportedly.model.ids import identifier
from reportedly.model.reason import Reason
from reportedly.model.wording import is_description

_OPEN = frozenset({"at least", "more than", "up to", "fewer than"})
_HEDGES = frozenset({DriftType.HEDGE_DROPPED, DriftType.HEDGE_STRENGTHENED})
_GRAVE = frozenset({DriftType.SIDE, DriftType.CLAIMANT, DriftType.POLARITY})
_FEW = 3
"""Rows that must agree before what they give is taken for what an origin said that is not at hand."""
_ARROW = re.compile(r"\s*(?:->|→)\s*")


def with_coded(book: Casebook, found: Sequence[Drift]) -> tuple[Drift, ...]:
    """Return the changes of an event, those of coded rows as their cells bear them out or as their coder judged them.

    What the coder judged by hand stands for the row: a type that the program finds as well keeps the program's words.
    A change that the coder only notes on a relay called faithful counts where the program finds it as well. Events
    without coded rows keep what was found.

    Args:
        book: the event.
        found: the changes that the comparison of claims finds.
    """
    rows = [claim for claim in book.claims if is_coded(claim)]
    if not rows:
        return tuple(found)
    coded = {claim.id for claim in rows}
    kept = [drift for drift in found if drift.claim_id not in coded]
    for testimony in book.testimonies:
        for claim in book.members(testimony):
            if claim.id in coded:
                drifts = [one for one in found if one.claim_id == claim.id and _borne_out(book, testimony, one)]
                drifts += _cells_differ(book, testimony, claim, {one.type for one in drifts})
                kept += drifts if coder_of(claim) is None else _judged(book, testimony, claim, drifts)
    place = {claim: at for at, claim in enumerate(book.event.claim_ids)}
    return tuple(sorted(kept, key=lambda drift: (place[drift.claim_id], drift.type, drift.id)))


def _borne_out(book: Casebook, testimony: Testimony, drift: Drift) -> bool:
    """Say whether cells can show a change that was found.

    A day behind the testimony's is the day up to which the relay counts, no other day of the event. A figure inside a
    range of the testimony is one of the numbers that the range was made of. Where the origin's own saying is not in a
    table, a likelihood or a day that few rows give is not taken for the origin's.
    """
    relay, reference = (book.library.claims[key] for key in (drift.claim_id, drift.against_claim_id))
    own = _own(reference)
    members = book.members(testimony)
    if drift.type in {DriftType.DAY, DriftType.STALE}:
        days = relay.when, reference.when
        if days[0] is None or days[1] is None or days[0].first > days[1].last:
            return False
        return own or sum(claim.when == days[1] for claim in members) >= _FEW
    if drift.type is DriftType.FIGURE:
        pair = figure_of(reference), figure_of(relay)
        return pair[0] is None or pair[1] is None or not _inside(pair[0], pair[1])
    if drift.type in _HEDGES and reference.certainty is not None:
        return own or 2 * sum(claim.certainty is not None for claim in members) > len(members)
    return True


def _own(claim: Claim) -> bool:
    return any(ground.field == OWN for ground in claim.grounds)


def _inside(left: Quantity, right: Quantity) -> bool:
    ends = [turn if isinstance(turn := quantity.turn, tuple) else (turn, turn) for quantity in (left, right)]
    ranged = any(low != high for low, high in ends)
    return ranged and ends[0][0] <= ends[1][1] and ends[1][0] <= ends[0][1]


def _cells_differ(book: Casebook, testimony: Testimony, claim: Claim, known: Iterable[DriftType]) -> list[Drift]:
    """Return what two cells show beside what was found: a bound made rough, a name that is not the origin's."""
    reference = book.reference(testimony)
    if reference.id == claim.id:
        return []
    made = []
    before, after = figure_of(reference), figure_of(claim)
    if before is not None and after is not None and before.turn == after.turn and DriftType.BOUND not in known:
        words = (before.qualifier or "", after.qualifier or "")
        if "about" in words and set(words) & _OPEN and _settled(book.members(testimony), reference, claim):
            text = tuple(
                f"{word} {quantity.low or quantity.high}" for word, quantity in zip(words, (before, after), strict=True)
            )
            made.append(_drift(testimony, reference, claim, DriftType.BOUND, text[0], text[1], ()))
    name = _other_name(book, testimony, claim)
    if name and DriftType.CLAIMANT not in known:
        made.append(_drift(testimony, reference, claim, DriftType.CLAIMANT, testimony.origin.name, name, ()))
    return made


def _settled(members: Sequence[Claim], reference: Claim, claim: Claim) -> bool:
    """Say whether a rough figure beside a bound is plainly the relay's: the origin's own row has it, or all but one."""
    given = [figure.qualifier for one in members if (figure := figure_of(one)) is not None]
    kept, odd = (given.count(figure.qualifier) for one in (reference, claim) if (figure := figure_of(one)) is not None)
    return _own(reference) or (kept >= _FEW and odd == 1)


def _other_name(book: Casebook, testimony: Testimony, claim: Claim) -> str:
    """Return the claimant's name where nobody knows it as the name of the testimony's origin, who is known; else ""."""
    registry = book.library.registry
    text = book.library.document(claim).text
    parts = re.split(r"[/;,()]|\s(?:citing|quoting|via)\s", coded_words(claim, "claimant", text))
    name = claim.chain[-1].name if claim.chain else ""
    strange = testimony.origin.actor_id is not None and not any(registry.find(part.strip()) for part in (name, *parts))
    return name if strange and not is_description(name) and not _own(claim) else ""


def _judged(book: Casebook, testimony: Testimony, claim: Claim, found: Sequence[Drift]) -> list[Drift]:
    """Return the changes that the coder names, in the program's words where it finds the same type."""
    author = coder_of(claim) or ""
    text = book.library.document(claim).text
    named = {ground.rule: ground.spans[0].of(text) for ground in claim.grounds if ground.field == DRIFT}
    words = {ground.rule: ground.spans[0].of(text) for ground in claim.grounds if ground.field == NOTED} | named
    kept = [
        replace(one, reasons=(*one.reasons, _said(author, words[one.type], claim)))
        for one in found
        if one.type in words
    ]
    there = {str(one.type) for one in kept}
    reference = book.reference(testimony)
    for kind, told in named.items():
        if kind not in there:
            before, after = _sides_of(told)
            reasons = (_said(author, told, claim),)
            kept.append(_drift(testimony, reference, claim, DriftType(kind), before, after, reasons))
    return kept


def _said(author: str, words: str, claim: Claim) -> Reason:
    return Reason(CODER, f"{author}: {words}", (claim.id,))


def _sides_of(words: str) -> tuple[str, str]:
    """Return what stands before and behind the arrow of a coder's words; all behind where there is none."""
    told = words.split(":", maxsplit=1)[-1].strip()
    parts = _ARROW.split(told, maxsplit=1)
    return (parts[0], parts[1]) if len(parts) == 2 else ("what the origin said", told)


def _drift(
    testimony: Testimony,
    reference: Claim,
    claim: Claim,
    kind: DriftType,
    before: str,
    after: str,
    reasons: tuple[Reason, ...],
) -> Drift:
    spans = [span for ground in claim.grounds if ground.field == DRIFT and ground.rule == kind for span in ground.spans]
    told = Reason(f"{kind}-differs", f"the testimony has “{before}”, the relay “{after}”", (reference.id, claim.id))
    return Drift(
        id=identifier("dri", kind, claim.id, reference.id),
        type=kind,
        claim_id=claim.id,
        testimony_id=testimony.id,
        against_claim_id=reference.id,
        before=before,
        after=after,
        span=spans[0] if spans else claim.span,
        against_span=reference.span,
        severity=Severity.GRAVE if kind in _GRAVE else Severity.SERIOUS,
        reasons=reasons or (told,),
        made_by_claim_id=claim.id,
    )
