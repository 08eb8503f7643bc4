"""What became known: events, origins, denials, first figures, sayings and pages of which nothing was known before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.assessment.case import Case
from reportedly.assessment.change_build import (
    UNATTRIBUTED,
    Sides,
    estimate_figure,
    has_any,
    is_minor,
    keys,
    made,
    measure_noun,
    origin_key,
)
from reportedly.assessment.figures import figure_noun
from reportedly.assessment.lead import substance
from reportedly.assessment.names import origin_names, verb
from reportedly.assessment.wording import capital, count_word, counted, listed
from reportedly.model.change import Change, ChangeKind, Turn
from reportedly.model.claim import Measure
from reportedly.model.event import Testimony
from reportedly.model.evidence import OriginStanding
from reportedly.model.ids import identifier
from reportedly.model.reason import Reason

KNOWN = Turn.KNOWN


def new_event(case: Case) -> Change:
    """Return the change that an event of which nothing was known makes."""
    pages = counted(len(case.page_ids(case.core)), "page")
    names = origin_names(one.origin for one in case.affirming)
    text = f"new is {substance(case)}: {pages}, {_resting(case, names)}"
    why = Reason("first-report", "no report that was known before speaks of it", case.claim_ids)
    after = f"{pages}, {counted(len(case.affirming), 'origin')}"
    less = 0.0 if names or case.denying else UNATTRIBUTED
    claims = ((), case.core or case.claim_ids)
    return made(KNOWN, ChangeKind.EVENT, text, (None, case), ("", after), why, claims, less=less)


def _resting(case: Case, names: Sequence[str]) -> str:
    if not names:
        deniers = origin_names(one.origin for one in case.denying)
        return f"denied by {listed(deniers)}" if deniers else "and nobody is named whose word it is"
    if case.independent > 1:
        return f"{count_word(case.independent)} independent origins, {listed(names)}"
    return f"on the word of {listed(names)}"


def remarks(cases: Sequence[Case]) -> Iterator[Change]:
    """Yield the one change that all new remarks of single reports make together."""
    minor = [case for case in cases if is_minor(case)]
    claims = tuple(sorted(one for case in minor for one in case.claim_ids))
    if not claims:
        return
    further = counted(len(claims), "further claim")
    text = f"{capital(further)} that no origin stands for became known."
    why = Reason("remark", "pages say them in their own voice, without a figure", claims)
    events = tuple(sorted(case.event.id for case in minor))
    name = identifier("chg", ChangeKind.REMARKS, text, (), events, (), claims)
    yield Change(name, KNOWN, ChangeKind.REMARKS, text, (), events, "", further, why, (), claims, 0.0)


def became_known(sides: Sides) -> Iterator[Change]:
    """Yield what became known of an event of which something was known."""
    fresh = [one for one in sides.later.evidence.origins.origins if one.origin.recorded and _is_new(sides, one)]
    core = set(sides.later.core)
    affirming = [one for one in fresh if not one.denies and one.counts and has_any(one.claim_ids, core)]
    yield from _denials(sides, [one for one in fresh if one.denies])
    yield from _origins(sides, affirming)
    yield from _sayings(sides, [one for one in fresh if not one.denies and one not in affirming])
    yield from _first_figures(sides)
    yield from _pages(sides, bool(affirming))


def _is_new(sides: Sides, one: OriginStanding) -> bool:
    return origin_key(one.origin) not in keys(sides.earlier) and sides.is_new(one.claim_ids)


def _denials(sides: Sides, fresh: Sequence[OriginStanding]) -> Iterator[Change]:
    if fresh:
        names, ids = origin_names(one.origin for one in fresh), _ids(fresh)
        text = f"{listed(names)} now {verb(names, 'denies', 'deny')} {substance(sides.later)}"
        why = Reason("denial", "an origin of which nothing was known denies it", ids)
        held = ("denied by nobody" if not sides.earlier.denying else "denied", f"denied by {listed(names)}")
        yield sides.change(KNOWN, ChangeKind.DENIAL, text, held, why, ((), ids))


def _origins(sides: Sides, fresh: Sequence[OriginStanding]) -> Iterator[Change]:
    if not fresh:
        return
    names, ids, later = origin_names(one.origin for one in fresh), _ids(fresh), sides.later
    still = {origin_key(one.origin) for one in later.affirming}
    known = origin_names(one.origin for one in sides.earlier.affirming if origin_key(one.origin) in still)
    number = later.independent
    beside = f", beside {listed(known)}" if known else ""
    total = f", which makes {count_word(number)} independent origins" if number > 1 else ""
    text = f"{listed(names)} now {verb(names, 'affirms', 'affirm')} {substance(later)}{beside}{total}"
    if not sides.earlier.affirming:
        text = f"{substance(later)}, for which nobody's word was on record, now stands on that of {listed(names)}"
    why = Reason("new-origin", "it has its word from none of the others, as far as the reports tell", ids)
    held = (counted(sides.earlier.independent, "origin"), counted(number, "origin"))
    yield sides.change(KNOWN, ChangeKind.ORIGIN, text, held, why, ((), ids))


def _sayings(sides: Sides, fresh: Sequence[OriginStanding]) -> Iterator[Change]:
    """Yield new origins that do not bear out the core: those that count for nothing, and those with other figures."""
    told = {one.id: one for one in sides.later.testimonies}
    collapses = {one.what: one for one in sides.later.evidence.origins.collapses}
    for one in fresh:
        names, ids = origin_names([one.origin]), one.claim_ids
        figure = next((_figure(told[key]) for key in one.testimony_ids if key in told and told[key].quantity), "")
        said = f" with a figure of {verb(names, 'its', 'their')} own, {figure}" if figure else ""
        speaks = verb(names, "speaks", "speak")
        text = f"{listed(names)} now {speaks} of what was known as {substance(sides.earlier)}{said}"
        if not one.counts:
            text += ", and counts for no further origin"
        collapse = collapses.get(one.origin.name)
        why = collapse.reason if collapse else Reason("other-figure", "it does not bear out what most pages carry", ids)
        yield sides.change(KNOWN, ChangeKind.SAYING, text, ("", figure), why, ((), ids))


def _figure(testimony: Testimony) -> str:
    return figure_noun(testimony.quantity) if testimony.quantity else ""


def _first_figures(sides: Sides) -> Iterator[Change]:
    known = {one.measure for one in sides.earlier.evidence.estimates}
    told: set[Measure] = set()
    for estimate in sides.later.evidence.estimates:
        ids = tuple(one.claim_id for one in estimate.inputs)
        if estimate.measure not in known | told and sides.is_new(ids):
            told.add(estimate.measure)
            noun = f" of {measure_noun(estimate.measure, estimate.of)}" if known else ""
            what = substance(sides.earlier)
            text = f"for what was known as {what}, there is now a first figure{noun}: {estimate_figure(estimate)}"
            why = Reason("first-figure", "no report that was known before gave one", ids)
            yield sides.change(KNOWN, ChangeKind.FIGURE, text, ("", estimate_figure(estimate)), why, ((), ids))


def _pages(sides: Sides, explained: bool) -> Iterator[Change]:
    """Yield how many more pages carry it where they bring no further origin: the echo that looks like confirmation."""
    earlier, later = sides.earlier, sides.later
    known = set(earlier.page_ids(earlier.claim_ids))
    pages = later.page_ids(later.core)
    fresh = [one for one in pages if one not in known]
    if not fresh or explained:
        return
    core = set(later.core)
    ids = tuple(claim.id for claim in later.claims if claim.document_id in fresh and claim.id in core)
    several = len(fresh) > 1
    number = counted(len(fresh), "more page")
    none = "none of them adds a further origin" if several else "it adds no further origin"
    text = f"{number} {'carry' if several else 'carries'} {substance(later)}, and {none}"
    why = Reason("relay", "they have it from origins that were known, or name nobody", ids)
    held = (counted(len(earlier.page_ids(earlier.core)), "page"), counted(len(pages), "page"))
    yield sides.change(KNOWN, ChangeKind.PAGES, text, held, why, ((), ids))


def _ids(standings: Sequence[OriginStanding]) -> tuple[str, ...]:
    return tuple(claim_id for one in standings for claim_id in one.claim_ids)
