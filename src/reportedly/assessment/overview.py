"""The paragraph above all key judgements: what this set of reports is, and on how many sources it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportedly.assessment.case import Case, Tier
from reportedly.assessment.names import with_article
from reportedly.assessment.wording import capital, count_word, counted, sentence
from reportedly.model.assessment import Finding, Section
from reportedly.model.ids import identifier

_REMARK = "remark"
"""Code by which the events stage marks what one report only remarks in its own voice."""
_REMARKED = 3
"""What so many pages say in their own voice is told, though none names an origin."""

_SCRAP = 4
"""Fewer words than this are no sentence of anybody's."""


def is_told(case: Case) -> bool:
    """Say whether an event has sentences of its own: not the remarks of one or two pages, nor a scrap of words."""
    if case.evidence.broken_sums:
        return True
    if any(reason.code == _REMARK for reason in case.event.reasons):
        return False
    if case.is_rich or case.tier is Tier.FIGURE or len(case.page_ids(case.claim_ids)) >= _REMARKED:
        return True
    attributed = any(testimony.origin.recorded and testimony.origin.name for testimony in case.testimonies)
    return attributed and max(len(claim.quote.split()) for claim in case.claims) >= _SCRAP


def tallies(cases: Sequence[Case]) -> Mapping[str, int]:
    """Return what the overview counts, by name: so many reports, events, and events of each sort.

    Args:
        cases: the events that have sentences of their own.
    """
    held = _sorts(cases)
    read = len(cases[0].documents) if cases else 0
    return {"reports": read, "events": len(cases), **{name: len(some) for name, some in held.items()}}


def _sorts(cases: Sequence[Case]) -> dict[str, list[Case]]:
    return {
        "one": [case for case in cases if case.independent == 1],
        "several": [case for case in cases if case.independent > 1],
        "nobody": [case for case in cases if case.independent == 0],
        "contested": [case for case in cases if case.denying or case.evidence.contests],
        "changed": [case for case in cases if case.drifts],
        "figures": [case for case in cases if case.evidence.estimates],
    }


def overview(cases: Sequence[Case], key: Sequence[Case]) -> Iterator[Finding]:
    """Yield the sentences of the overview, each citing the claims of the events that it counts.

    Args:
        cases: the events that have sentences of their own, the most telling first.
        key: those of them that have key judgements.
    """
    if not cases:
        return
    held, told = _sorts(cases), tallies(cases)
    yield _finding(f"{_reports(told['reports'])} of {counted(told['events'], 'event')}", cases)
    if len(cases) > 1:
        yield from _standing(held, len(cases))
    trouble = [one for one in cases if one in held["contested"] or one in held["changed"]]
    if trouble and len(cases) > 1:
        yield _finding(_trouble(held, len(cases)), trouble)
    yield from _one_party(held["figures"])
    bare = [case for case in key if case.is_factual and (case.independent < 2 or case.party)]
    if bare and not any(case.is_outlier for case in key):
        text = (
            "where no likelihood is given, one source or one party alone stands behind the claim, which supports none"
        )
        yield _finding(text, bare)


def _reports(number: int) -> str:
    told = f"{counted(number, 'report')} {'tells' if number == 1 else 'tell'}"
    return told if number <= 10 else f"the {told}"


def _standing(held: Mapping[str, Sequence[Case]], total: int) -> Iterator[Finding]:
    """Yield on how many sources the events rest: one, several that are independent, or nobody's."""
    one, several, nobody = len(held["one"]), len(held["several"]), len(held["nobody"])
    parts = []
    if one:
        parts.append(f"{_some(one, total)} {'rests' if one == 1 else 'rest'} on the word of a single source")
    if several:
        parts.append(f"{_some(several, total)} {'has' if several == 1 else 'have'} more than one that is independent")
    if nobody:
        parts.append(f"for {_some(nobody, total)} nobody is named")
    cited = [case for name in ("one", "several", "nobody") for case in held[name]]
    yield _finding(_joined(parts) if len(parts) == 1 else f"of these, {_joined(parts)}", cited)


def _some(number: int, total: int) -> str:
    if number == total:
        return "both of them" if total == 2 else "all of them"
    return count_word(number)


def _trouble(held: Mapping[str, Sequence[Case]], total: int) -> str:
    contested, changed = len(held["contested"]), len(held["changed"])
    parts = []
    if changed:
        parts.append(f"in {_some(changed, total)} something was changed on the way from page to page")
    if contested:
        parts.append(f"{_some(contested, total)} {'is' if contested == 1 else 'are'} denied or contested")
    return _joined(parts)


def _joined(parts: Sequence[str]) -> str:
    return f"{', '.join(parts[:-1])}, and {parts[-1]}" if len(parts) > 1 else parts[0]


def _one_party(figures: Sequence[Case]) -> Iterator[Finding]:
    """Yield that all figures come from one party, where they do."""
    parties = {case.party for case in figures if case.affirming}
    party = next(iter(parties)) if len(parties) == 1 else None
    if party and len(figures) > 1:
        yield _finding(f"every figure that has a source has it from one party, {with_article(party)}", figures)


def _finding(text: str, cases: Sequence[Case]) -> Finding:
    claim_ids = tuple(dict.fromkeys(one for case in cases for one in case.claim_ids))
    written = sentence(capital(text))
    section = Section.KEY_JUDGEMENTS
    return Finding(identifier("fnd", "", section, written, claim_ids), section, written, claim_ids)
