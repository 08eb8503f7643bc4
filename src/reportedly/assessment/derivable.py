"""Which numbers a finding may print: its claims', those counted from the evidence, and the yardstick's."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from reportedly.assessment.case import Case, build_cases
from reportedly.assessment.doubts import about_percent, copied
from reportedly.assessment.lead import bare_pages
from reportedly.assessment.modelled import modelled_numbers
from reportedly.assessment.overview import is_told, tallies
from reportedly.assessment.wording import SMALL, percent
from reportedly.model.assessment import Finding, Section
from reportedly.model.change import Changes
from reportedly.model.claim import Claim, Quantity
from reportedly.model.days import Days
from reportedly.model.evidence import Estimate
from reportedly.model.yardstick import Yardstick

_DIGITS = re.compile(r"\d+(?:,\d{3})+|\d+")
SMALL_NUMBERS = {word: number for number, word in enumerate(SMALL)}
"""Number words of counts, ``no`` for 0."""

_WORDS = {word: number for word, number in SMALL_NUMBERS.items() if number > 1}
_WORD = re.compile(rf"(?i)\b({'|'.join(_WORDS)})\b")
_QUOTED = re.compile(r"“[^”]*”")
_REST = re.compile(r"\band (?:\w+|[\d,]+) others?\b")
"""The end of a list too long to print; what it counts is the list itself."""


def unquoted(text: str) -> str:
    """Return the text without what stands in quotation marks, which are another's words."""
    return _QUOTED.sub("“”", text)


def numbers_in(text: str, words: bool = True) -> set[int]:
    """Return the numbers of a text: digits, with commas or without, and the words from two to ten.

    Args:
        text: any text.
        words: whether number words count; ``one`` never does, since it is a pronoun as often.
    """
    found = {int(match.replace(",", "")) for match in _DIGITS.findall(text)}
    return found | ({_WORDS[match.lower()] for match in _WORD.findall(text)} if words else set())


@dataclass(frozen=True)
class Support:
    """What the numbers of an assessment can be derived from."""

    cases: Sequence[Case]
    yardstick: Yardstick
    since: Changes | None = None
    """What changed since an earlier view, whose numbers may stand in sentences on what is new."""

    @cached_property
    def _cases(self) -> dict[str, Case]:
        return {case.event.id: case for case in self.cases}

    @cached_property
    def _overall(self) -> frozenset[int]:
        """What sentences on no one event may count: reports, events, events of each sort."""
        return frozenset(tallies([case for case in self.cases if is_told(case)]).values())

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        return {claim.id: claim for case in self.cases for claim in (*case.claims, *case.answers)}

    def independent(self, finding: Finding) -> int | None:
        """Return how many independent origins the finding's event has; None where it is about no one event."""
        case = self._cases.get(finding.event_id or "")
        return case.independent if case else None

    def names(self, finding: Finding) -> list[str]:
        """Return the names and others' words that may stand in a finding's text, longest first."""
        case = self._cases.get(finding.event_id or "")
        cases = [case, *(self._before(case) if finding.section is Section.SINCE else ())] if case else []
        found = {name for one in cases for name in _names(one) if name}
        return sorted(found, key=lambda name: (-len(name), name))

    def underived(self, finding: Finding) -> set[int]:
        """Return the numbers in a finding's text that nothing given bears out."""
        text = finding.text
        for interval in sorted(self._intervals(finding)):
            text = text.replace(f"({interval})", "()")
        printed = numbers_in(_REST.sub("", unquoted(text))) | numbers_in(text, words=False)
        return printed - self._allowed(finding)

    def figures(self, finding: Finding) -> set[int]:
        """Return the numbers that its own claims give; what is counted or comes of all claims together is left out."""
        cited = [self._claims[one] for one in finding.claim_ids if one in self._claims]
        return {number for claim in cited for number in _claim_numbers(claim)}

    def _intervals(self, finding: Finding) -> set[str]:
        """Return the intervals of probability that may stand in a finding, in brackets: its own, and its claims'."""
        bands = {(band.low, band.high) for band in self.yardstick.bands}
        cited = [self._claims[one] for one in finding.claim_ids if one in self._claims]
        hedges = [hedge for one in cited for hedge in (one.certainty, *(cause.certainty for cause in one.causes))]
        own = {(finding.likelihood.low, finding.likelihood.high)} & bands if finding.likelihood else set()
        own |= bands if finding.section is Section.SINCE else set()
        return {percent(low, high) for low, high in own | {(one.low, one.high) for one in hedges if one}}

    @cached_property
    def _of_document(self) -> dict[str, list[Claim]]:
        held: dict[str, list[Claim]] = defaultdict(list)
        for claim in self._claims.values():
            held[claim.document_id].append(claim)
        return held

    def _beside(self, cited: Sequence[Claim]) -> list[Claim]:
        """Return the claims of the same documents: a cause may be told in another sentence than its effect."""
        return [one for document in {claim.document_id for claim in cited} for one in self._of_document[document]]

    def _allowed(self, finding: Finding) -> set[int]:
        allowed: set[int] = set()
        cited = [self._claims[claim_id] for claim_id in finding.claim_ids if claim_id in self._claims]
        for claim in (*cited, *(self._beside(cited) if finding.section is Section.CAUSES else ())):
            allowed |= _claim_numbers(claim)
        allowed.add(len(cited))
        if not finding.event_id:
            allowed |= self._overall
        case = self._cases.get(finding.event_id or "")
        if case:
            allowed |= _counts(case, cited) | _evidence_numbers(case)
            if finding.section is Section.ALTERNATIVES:
                allowed |= _alternative_numbers(case)
            for words in _names(case):
                allowed |= numbers_in(words)
        if finding.section is Section.SINCE and self.since:
            allowed |= self._since_numbers(self.since, case)
        return allowed

    @cached_property
    def _earlier(self) -> dict[str, Case]:
        """The events of the earlier view by their claims."""
        view = self.since.earlier if self.since else None
        cases = build_cases(view.grouping, view.evidence, view.claims, view.documents) if view else ()
        return {claim_id: case for case in cases for claim_id in case.claim_ids}

    def _before(self, case: Case) -> list[Case]:
        """Return what an event was in the earlier view."""
        found = {self._earlier[one].event.id: self._earlier[one] for one in case.claim_ids if one in self._earlier}
        return [found[key] for key in sorted(found)]

    def _since_numbers(self, since: Changes, case: Case | None) -> set[int]:
        """Return the numbers of the earlier view that a sentence on what is new may print, and how many came in."""
        view = since.earlier
        days = [view.as_of or max((one.day for one in view.documents if one.day), default=None)]
        found = {len(view.documents), len(since.new_document_ids)} | _day_numbers(days)
        if case is None:
            return found
        pages = set(case.page_ids(case.core))
        for old in self._before(case):
            known = set(old.page_ids(old.claim_ids))
            found |= {len(pages - known)} | _counts(old, ()) | _evidence_numbers(old)
            found |= {number for claim in old.claims for number in _claim_numbers(claim)}
            found |= {number for words in _names(old) for number in numbers_in(words)}
        for one in (case, *self._before(case)):
            found |= _posterior_numbers(one) | {one.evidence.grade.information}
        return found | {number for claim in case.claims for number in _claim_numbers(claim)}


def _claim_numbers(claim: Claim) -> set[int]:
    found = numbers_in(claim.quote)
    days = [quantity.as_of for quantity in claim.quantities if quantity.as_of]
    for interval in (claim.when, *(link.said for link in claim.chain)):
        days += [interval.first, interval.last] if interval else []
    for quantity in claim.quantities:
        found |= {bound for bound in (quantity.low, quantity.high) if bound is not None} | numbers_in(quantity.of)
    return found | _day_numbers(days)


def _day_numbers(days: Sequence[date | None]) -> set[int]:
    return {number for day in days if day for number in (day.day, day.year)}


def _counts(case: Case, cited: Sequence[Claim]) -> set[int]:
    core = set(case.core)
    return {
        len(cited),
        len({claim.document_id for claim in cited}),
        len(case.page_ids(case.carrying)),
        len(case.page_ids(case.claim_ids)),
        len(case.page_ids(case.core)),
        len(case.page_ids(case.core)) - len(bare_pages(case)),
        len(bare_pages(case)),
        len(case.affirming),
        case.independent,
        len(case.page_ids(drift.claim_id for drift in case.drifts if drift.claim_id in core)),
    }


def _evidence_numbers(case: Case) -> set[int]:
    days: list[date | None] = [case.documents[one].day for one in case.page_ids(case.claim_ids)]
    for interval in (case.event.when, *(testimony.said for testimony in case.testimonies)):
        days += _ends(interval)
    found = _day_numbers(days)
    figures: list[Quantity | Estimate] = [one.quantity for one in case.testimonies if one.quantity]
    for figure in [*figures, *case.evidence.estimates]:
        found |= {bound for bound in (figure.low, figure.high) if bound is not None}
    found |= {one.best for one in case.evidence.estimates if one.best is not None}
    for estimate in case.evidence.estimates:
        found |= modelled_numbers(estimate)
        for prior in estimate.posterior.priors if estimate.posterior else ():
            found |= numbers_in(prior.name) | numbers_in(prior.source) | numbers_in(f"{prior.factor:.1f}")
    for checked in case.evidence.sums:
        told = [checked.total.quantity, *(part.quantity for part in checked.parts)]
        ends = [(checked.low, checked.high), *((one.low, one.high) for one in told)]
        found |= {end for pair in ends for end in pair if end is not None}
    return found


def _posterior_numbers(case: Case) -> set[int]:
    made = [one.posterior for one in case.evidence.estimates if one.posterior]
    return {round(number) for one in made for number in (one.best, one.low, one.high)}


def _alternative_numbers(case: Case) -> set[int]:
    """Return what a rival reading may print: one origin more, doubts in per cent, pages that share a change."""
    doubts = [one.probability for one in case.evidence.origins.origins]
    edges = [case.edge_by_claim[one] for one in case.core if one in case.edge_by_claim]
    percents = {about_percent(end) for one in doubts for end in (one, 1 - one)} | {
        about_percent(copied(e)) for e in edges
    }
    changed: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for drift in case.drifts:
        changed[drift.type, drift.before, drift.after].add(case.claim_by_id[drift.claim_id].document_id)
    relying = len(case.page_ids(case.affirming_claims))
    return {case.independent + 1, relying} | percents | {len(pages) for pages in changed.values()}


def _ends(interval: Days | None) -> list[date | None]:
    return [interval.first, interval.last] if interval else []


def _names(case: Case) -> Iterator[str]:
    evidence = case.evidence
    yield from {case.pages[claim.document_id] for claim in (*case.claims, *case.answers)}
    yield from (testimony.origin.name for testimony in case.testimonies)
    yield from (testimony.quantity.of for testimony in case.testimonies if testimony.quantity)
    yield from (standing.origin.name for standing in evidence.origins.origins)
    yield from (name for edge in evidence.lineage.edges for name in edge.via)
    yield from (link.name for claim in (*case.claims, *case.answers) for link in claim.chain)
    yield from (words for one in evidence.origins.collapses for words in (one.what, one.into))
    yield from evidence.origins.sides
    yield from (words for drift in evidence.drifts for words in (drift.before, drift.after))
    yield from (words for one in evidence.estimates for words in (one.of, one.policy))
    yield from (words for one in evidence.contests for words in (one.about, one.reason.text))
    yield from (part.quantity.of for one in evidence.sums for part in (one.total, *one.parts))
    yield from (word for claim in case.claims if claim.certainty for word in claim.certainty.words)
