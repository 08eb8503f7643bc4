"""What was revised: figures, estimates, grades, likelihood, counts of origins, ways, and which event is which.

Each is told as revised where it moved up or sideways, and as fallen where there is less behind it than before.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping

from reportedly.assessment.change_build import Sides, estimate_figure, likelihood_words, measure_noun, origin_key
from reportedly.assessment.figures import figure_noun
from reportedly.assessment.lead import substance
from reportedly.assessment.names import origin_name, origin_names, verb
from reportedly.assessment.wording import capital, count_word, counted, listed
from reportedly.model.change import Change, ChangeKind, Turn
from reportedly.model.claim import Measure
from reportedly.model.evidence import EdgeKind, Estimate, OriginStanding
from reportedly.model.reason import Reason
from reportedly.model.rounding import told_posterior

REVISED = Turn.REVISED
_LETTERS = "ABCDEF"
_BEST, _ENDS = 0.05, 0.1
"""By how much, as a natural logarithm, a best estimate and the ends of its range may move without being told; ours:
less than the rounding of most figures."""
_CONFIDENCE = ("low", "moderate", "high")


def revised(sides: Sides) -> Iterator[Change]:
    """Yield what was revised about an event, upward, downward or sideways."""
    yield from _own_figures(sides)
    yield from _estimates(sides)
    yield from _count(sides)
    yield from _likelihood(sides)
    yield from _grade(sides)
    yield from _confidence(sides)
    yield from _label(sides)
    yield from _copies(sides)
    yield from _contests(sides)


def _own_figures(sides: Sides) -> Iterator[Change]:
    told = {one.id: one for one in sides.later.testimonies}
    for new in sides.later.testimonies:
        old = told.get(new.revises or "")
        if old is None or old.quantity is None or new.quantity is None or not sides.is_new(new.claim_ids):
            continue
        if sides.is_new(old.claim_ids):
            continue
        before, after = figure_noun(old.quantity), figure_noun(new.quantity)
        if before != after:
            text = f"{origin_name(new.origin)} revised its own figure, from {before} to {after}"
            why = Reason("own-revision", "the same origin gave a later figure of the same matter", new.claim_ids)
            yield sides.change(
                REVISED, ChangeKind.OWN_FIGURE, text, (before, after), why, (old.claim_ids, new.claim_ids)
            )


def _estimates(sides: Sides) -> Iterator[Change]:
    earlier, later = (_by_measure(side.evidence.estimates) for side in (sides.earlier, sides.later))
    for measure in [one for one in later if one in earlier]:
        old, new = earlier[measure], later[measure]
        before, after = estimate_figure(old), estimate_figure(new)
        if before == after or _stays(old, new):
            continue
        fresh = tuple(one.claim_id for one in new.inputs if sides.is_new((one.claim_id,)))
        names = _speakers(sides, fresh)
        cause = f" on the word of {listed(names)}" if names else ""
        noun = measure_noun(measure, new.of)
        text = f"for {substance(sides.later)}, the estimate of {noun} moved from {before} to {after}{cause}"
        why = Reason("new-figures" if fresh else "reweighed", _estimate_reason(fresh), fresh)
        inputs = tuple(one.claim_id for one in old.inputs), fresh or tuple(one.claim_id for one in new.inputs)
        yield sides.change(REVISED, ChangeKind.ESTIMATE, text, (before, after), why, inputs)


def _stays(old: Estimate, new: Estimate) -> bool:
    """Say whether what the figures make probable moved by too little to be told."""
    left, right = told_posterior(old), told_posterior(new)
    if left is None or right is None:
        return False
    told = ((left.best, right.best, _BEST), (left.low, right.low, _ENDS), (left.high, right.high, _ENDS))
    return all(abs(math.log1p(two) - math.log1p(one)) < most for one, two, most in told)


def _estimate_reason(fresh: tuple[str, ...]) -> str:
    return "figures came in that were not known before" if fresh else "the same figures are weighed otherwise"


def _by_measure(estimates: tuple[Estimate, ...]) -> dict[Measure, Estimate]:
    """Return the first estimate of each measure."""
    return {one.measure: one for one in reversed(estimates)}


def _speakers(sides: Sides, claim_ids: tuple[str, ...]) -> list[str]:
    wanted = set(claim_ids)
    told = (one for one in sides.later.testimonies if one.origin.recorded and wanted & set(one.claim_ids))
    return origin_names(one.origin for one in told)


def _count(sides: Sides) -> Iterator[Change]:
    """Yield how the number of independent origins moved where no new origin tells it."""
    before, after = sides.earlier.independent, sides.later.independent
    known = {origin_key(one.origin): one for one in sides.earlier.affirming if one.counts}
    now = {origin_key(one.origin): one for one in sides.later.affirming if one.counts}
    names = origin_names(one.origin for one in sides.later.affirming)
    held = (counted(before, "origin"), counted(after, "origin"))
    if after < before:
        lost = {key: one for key, one in known.items() if key not in now}
        why = _why_lost(sides, {one.origin.name for one in lost.values()})
        rest = f"one origin, {listed(names)}" if after == 1 else f"{counted(after, 'independent origin')}"
        told = _no_longer(sides, lost)
        text = f"{substance(sides.later)} now rests on {rest}, where {count_word(before)} were counted before{told}"
        yield sides.change(Turn.FELL, ChangeKind.COUNT, text, held, why, (sides.earlier.affirming_claims, ()))
    elif after > before and not any(sides.is_new(one.claim_ids) for key, one in now.items() if key not in known):
        text = (
            f"{substance(sides.later)} now rests on {counted(after, 'independent origin')}, {listed(names)}, where "
            f"{count_word(before)} {'was' if before == 1 else 'were'} counted before"
        )
        why = Reason("counted-apart", "origins that were known now count as independent", sides.later.affirming_claims)
        yield sides.change(REVISED, ChangeKind.COUNT, text, held, why, ((), sides.later.affirming_claims))


def _no_longer(sides: Sides, lost: Mapping[str, OriginStanding]) -> str:
    """Return who no longer counts apart, and who still does but stands for something else of the event."""
    standings = sides.later.evidence.origins.origins
    counting = {origin_key(one.origin) for one in standings if one.counts and not one.denies}
    copied = origin_names(one.origin for key, one in lost.items() if key not in counting)
    other = origin_names(one.origin for key, one in lost.items() if key in counting)
    apart = f"; {listed(copied)} no longer {verb(copied, 'counts', 'count')} apart" if copied else ""
    return f"{apart}; {listed(other)} {verb(other, 'bears', 'bear')} out something else" if other else apart


def _why_lost(sides: Sides, names: set[str]) -> Reason:
    for collapse in sides.later.evidence.origins.collapses:
        if collapse.what in names:
            return collapse.reason
    return Reason("fewer-origins", "an origin that counted apart no longer does", sides.earlier.affirming_claims)


def _likelihood(sides: Sides) -> Iterator[Change]:
    judged, now = sides.judged
    old, new = judged.likelihood, now.likelihood
    if (old and (old.word, old.low)) == (new and (new.word, new.low)):
        return
    why = now.reasons[-1] if now.reasons else Reason("rule", "the likelihood rule gives another word")
    held, what = (likelihood_words(old), likelihood_words(new)), substance(sides.later)
    rises = new is not None and (old is None or new.low > old.low)
    if new is None:
        text = f"no likelihood is given any more for {what}, where “{held[0]}” was given before"
    elif old is None:
        text = f"{what}, for which no likelihood could be given before, is now held to be {held[1]}"
    else:
        moved = "rose" if rises else "fell"
        text = f"the likelihood given to {what} {moved} to {held[1]}, from “{held[0]}”"
    if new is not None and "chance" in new.word and old is None:
        text = f"there is now a {held[1]} of {what}, for which no likelihood could be given before"
    yield sides.change(REVISED if rises else Turn.FELL, ChangeKind.LIKELIHOOD, text, held, why, likelihood=new)


def _grade(sides: Sides) -> Iterator[Change]:
    old, new = sides.earlier.evidence.grade, sides.later.evidence.grade
    if (old.source, old.information) == (new.source, new.information):
        return
    steps = (_LETTERS.index(old.source) - _LETTERS.index(new.source), old.information - new.information)
    falls = max(steps) <= 0
    moved = "fell" if falls else ("rose" if min(steps) >= 0 else "changed")
    text = f"the grade of {substance(sides.later)} {moved} from {old.code} to {new.code}"
    known = {reason.text for reason in old.reasons}
    fresh = [reason for reason in new.reasons if reason.text not in known]
    why = fresh[0] if fresh else Reason("grade", "the grade follows from other evidence than before")
    yield sides.change(Turn.FELL if falls else REVISED, ChangeKind.GRADE, text, (old.code, new.code), why)


def _confidence(sides: Sides) -> Iterator[Change]:
    old, new = sides.earlier.evidence.grade, sides.later.evidence.grade
    if old.confidence == new.confidence:
        return
    falls = _rank(new.confidence) < _rank(old.confidence)
    moved = "fell" if falls else "rose"
    text = f"confidence in {substance(sides.later)} {moved} from {old.confidence} to {new.confidence}"
    why = new.reasons[-1] if new.reasons else Reason("confidence", "the evidence is other than before")
    held = (old.confidence, new.confidence)
    yield sides.change(Turn.FELL if falls else REVISED, ChangeKind.CONFIDENCE, text, held, why)


def _rank(confidence: str) -> int:
    return _CONFIDENCE.index(confidence) if confidence in _CONFIDENCE else -1


def _label(sides: Sides) -> Iterator[Change]:
    old, new = sides.earlier.evidence.grade.label, sides.later.evidence.grade.label
    if old != new and old is not None and new is not None:
        text = f"{substance(sides.later)}, labelled {old} before, is now labelled {new}"
        why = Reason("label", "the label follows from origins, denials and who is held responsible")
        yield sides.change(REVISED, ChangeKind.LABEL, text, (str(old), str(new)), why)


def _copies(sides: Sides) -> Iterator[Change]:
    """Yield the pages that seemed to have it from elsewhere and turned out to have it from another page."""
    found: dict[str, list[str]] = defaultdict(list)
    later = sides.later
    for claim_id, edge in later.edge_by_claim.items():
        old = sides.earlier.edge_by_claim.get(claim_id)
        parent = later.claim_by_id.get(edge.parent_claim_id or "")
        if old and parent and edge.kind is EdgeKind.RELAYS and old.kind is not EdgeKind.RELAYS:
            found[parent.document_id].append(claim_id)
    for document_id in sorted(found):
        ids = later.known(found[document_id])
        pages = list(dict.fromkeys(later.page_list(ids)))
        source = later.pages[document_id]
        text = f"{listed(pages)} turned out to have {substance(later)} from {source}"
        edge = later.edge_by_claim[ids[0]]
        why = edge.reasons[0] if edge.reasons else Reason("relay", f"{source} carries the same words", ids)
        held = ("no page was known from which they had it", f"from {source}")
        yield sides.change(REVISED, ChangeKind.COPY, capital(text), held, why, (ids, ids))


def _contests(sides: Sides) -> Iterator[Change]:
    old, new = ({one.about: one for one in side.evidence.contests} for side in (sides.earlier, sides.later))
    fresh = [one for about, one in new.items() if about not in old]
    if fresh:
        about, why = fresh[0].about, fresh[0].reason
        text = f"the origins of {substance(sides.later)} now contradict one another on {about}"
        yield sides.change(REVISED, ChangeKind.CONTEST, text, ("", about), why, ((), why.claim_ids))
    elif old and not new:
        about = next(iter(old))
        text = f"the origins of {substance(sides.later)} no longer contradict one another on {about}"
        why = Reason("settled", "what contradicted it is no longer part of the event")
        yield sides.change(REVISED, ChangeKind.CONTEST, text, (about, ""), why)
