"""What fell or was regrouped: events and claims that are gone, words taken back, sentences that no longer hold."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from reportedly.assessment.case import Case
from reportedly.assessment.change_build import Sides, keys, made, origin_key
from reportedly.assessment.check import sound
from reportedly.assessment.derivable import Support
from reportedly.assessment.lead import substance
from reportedly.assessment.names import origin_names, verb
from reportedly.assessment.pairs import Pair
from reportedly.assessment.wording import counted, listed, quoted
from reportedly.model.assessment import Finding, Section
from reportedly.model.change import Change, ChangeKind, Turn
from reportedly.model.reason import Reason

FELL = Turn.FELL
_JUDGING = frozenset({Section.KEY_JUDGEMENTS, Section.CORROBORATED})
_GONE, _FEWER = "E502", "E507"
"""Codes of the check: a claim that is no longer there, another count of independent origins."""


def gone(case: Case) -> Change:
    """Return the change that an event makes of which no claim is left."""
    text = f"nothing is left of {substance(case)}: none of the claims that it stood on is held any more"
    why = Reason("withdrawn", "its claims were withdrawn", case.claim_ids)
    pages = counted(len(case.page_ids(case.claim_ids)), "page")
    return made(FELL, ChangeKind.GONE, text, (case, None), (pages, ""), why, (case.claim_ids, ()))


def fell(sides: Sides, held: Collection[str]) -> Iterator[Change]:
    """Yield the claims of an event that are withdrawn, and the origins that take back what they said.

    Args:
        sides: the event as it was and as it is.
        held: ids of all claims of the later view.
    """
    ids = tuple(one for one in sides.earlier.claim_ids if one not in held)
    if ids:
        were = "was" if len(ids) == 1 else "were"
        text = f"{counted(len(ids), 'claim')} {were} withdrawn from what stands behind {substance(sides.later)}"
        why = Reason("withdrawn", "the ledger no longer holds them", ids)
        number = (counted(len(sides.earlier.claim_ids), "claim"), counted(len(sides.later.claim_ids), "claim"))
        yield sides.change(FELL, ChangeKind.WITHDRAWN, text, number, why, (ids, ()))
    affirmed = keys(sides.earlier, denying=False)
    turned = [one for one in sides.later.evidence.origins.origins if one.denies and origin_key(one.origin) in affirmed]
    if turned:
        names, claims = origin_names(one.origin for one in turned), tuple(c for one in turned for c in one.claim_ids)
        text = (
            f"{listed(names)}, which affirmed it before, now {verb(names, 'denies', 'deny')} {substance(sides.later)}"
        )
        why = Reason("retracted", "the origin itself takes it back", claims)
        yield sides.change(FELL, ChangeKind.RETRACTED, text, ("affirmed", "denied"), why, ((), claims))


def regrouped(pair: Pair) -> Iterator[Change]:
    """Yield what was found to be one event, and what was told apart."""
    earlier, later = pair.earlier, pair.later
    if later is None or earlier is None:
        return
    for case in pair.joined:
        text = f"{substance(case)} is found to be about the same as {substance(earlier)}"
        ids = later.known(case.claim_ids)
        why = Reason("same-event", "what came in, or a decision, ties their claims together", ids)
        change = made(Turn.REVISED, ChangeKind.MERGED, text, (case, later), ("two", "one"), why, (case.claim_ids, ids))
        yield replace(change, events_before=(earlier.event.id, case.event.id))
    for case in pair.parted:
        text = f"{substance(case)} is told apart from {substance(later)}"
        ids = earlier.known(case.claim_ids)
        why = Reason("not-same-event", "what came in, or a decision, holds their claims apart", case.claim_ids)
        change = made(Turn.REVISED, ChangeKind.SPLIT, text, (earlier, case), ("one", "two"), why, (ids, case.claim_ids))
        yield replace(change, events_after=(later.event.id, case.event.id))


def fallen_sentences(
    findings: Iterable[Finding], sides: Iterable[Sides], held: Collection[str], support: Support
) -> Iterator[Change]:
    """Yield the judgements of the earlier assessment that the later evidence no longer bears out.

    That more pages carry a thing makes no sentence on it wrong. What makes it wrong is a claim that is no longer held,
    or fewer independent origins than it counts.

    Args:
        findings: what the earlier assessment said.
        sides: the events of both views.
        held: ids of all claims of the later view.
        support: what the later view bears out.
    """
    of_event = {one.earlier.event.id: one for one in sides}
    for finding in findings:
        side = of_event.get(finding.event_id or "")
        if side is None or finding.section not in _JUDGING:
            continue
        fewer = side.later.independent < side.earlier.independent
        moved = replace(finding, event_id=side.later.event.id)
        code = "".join(sound([moved], held, support)[1])[:4]
        if code == _GONE or (code == _FEWER and fewer):
            what = "it cites a claim that is gone" if code == _GONE else "it counts more origins than are left"
            text = f"the earlier sentence {quoted(finding.text)} is no longer borne out: {what}"
            why = Reason("unsupported", what, finding.claim_ids)
            yield side.change(FELL, ChangeKind.SENTENCE, text, (finding.text, ""), why, (finding.claim_ids, ()))
