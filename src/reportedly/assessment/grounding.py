"""What the sentences of an edition are held against: the events as they are drawn now, and what is no longer there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportedly.assessment.case import Case
from reportedly.assessment.derivable import Support
from reportedly.assessment.wording import percent
from reportedly.model.assessment import Finding, Likelihood
from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.event import Event
from reportedly.model.reason import Reason


@dataclass(frozen=True)
class Grounding:
    """Everything that sentences are held against."""

    support: Support
    findings: Sequence[Finding]
    """The assessment's sentences on the events as they are drawn now."""
    claims: Mapping[str, Claim]
    """Claims that there are, by id."""
    documents: Mapping[str, Document]
    gone: Mapping[str, Reason]
    """Of each claim that is no longer there what became of it, by id."""
    changed: Mapping[str, Reason]
    """Of each claim that is read otherwise than when a sentence was saved who changed it and why, by id."""

    @property
    def events(self) -> tuple[Event, ...]:
        """The events, the most telling first."""
        return tuple(case.event for case in self.support.cases)

    def event_of(self, claim_ids: Sequence[str]) -> Event | None:
        """Return the event that most of some claims speak of, the more telling of two; None where there is none."""
        told = Counter(self._home[one] for one in claim_ids if one in self._home)
        if not told:
            return None
        most = max(told.values())
        return next(event for event in self.events if told[event.id] == most)

    def case_of(self, event: Event | None) -> Case | None:
        """Return an event with its evidence."""
        return self._cases.get(event.id) if event else None

    def likelihoods(self, event_id: str | None) -> tuple[Likelihood, ...]:
        """Return what likelihoods the findings on an event have now."""
        held = (one.likelihood for one in self.findings if one.event_id == event_id and one.likelihood)
        return tuple(dict.fromkeys(held))

    def likelihood_in(self, text: str, event_id: str | None) -> Likelihood | None:
        """Return the likelihood of an event's findings that a text prints with word and number."""
        for one in self.likelihoods(event_id):
            if f"{one.word} ({percent(one.low, one.high)})" in text:
                return one
        return None

    @cached_property
    def event_by_id(self) -> Mapping[str, Event]:
        """Events by id."""
        return {case.event.id: case.event for case in self.support.cases}

    @cached_property
    def _cases(self) -> dict[str, Case]:
        return {case.event.id: case for case in self.support.cases}

    @cached_property
    def _home(self) -> dict[str, str]:
        return {claim: case.event.id for case in self.support.cases for claim in case.claim_ids}
