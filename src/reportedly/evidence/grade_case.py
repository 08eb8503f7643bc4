"""One event as its grade sees it: who affirms it, who bears whom out, who speaks against whom, and how surely."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from reportedly.evidence.casebook import Casebook, victims
from reportedly.evidence.contests import agree, incompatible
from reportedly.model.claim import Claim, Kind, Quantity, Scope
from reportedly.model.event import Testimony
from reportedly.model.evidence import (
    Alarm,
    AlarmCode,
    Contest,
    OriginCount,
    OriginStanding,
)
from reportedly.model.measures import CheckedSum

SURE = 0.9
"""Probability of two independent origins from which one confirms the other (digit 1)."""
_ONE_WORD = frozenset(
    {
        AlarmCode.CIRCULAR,
        AlarmCode.ONE_TEXT,
        AlarmCode.ONE_BRIEFING,
        AlarmCode.ONE_ACTOR,
        AlarmCode.CONFIRMED_BY_RELAY,
    }
)
"""Alarms by which two origins may be one."""
_PAIRED = frozenset({"counter-claim", "odds-differ"})
"""Contests between two sayings that are no denial and no figures."""
_NEAR = 1.5
"""Factor within which a bound must be of another's number to bear it out: ``at least 1`` is no confirmation of 26."""
_LIKELY = 0.55
"""Lower end of ``likely``: what is put below it (``may have``) does not affirm."""

Said = tuple[OriginStanding, Testimony]


def two_of(left: OriginStanding, right: OriginStanding) -> float:
    """Return the probability that two origins are independent, as ``origin_distribution`` reckons it for two."""
    return left.probability * right.probability


def one_party(left: OriginStanding, right: OriginStanding) -> bool:
    """Say whether two origins belong to one and the same party."""
    return left.origin.side is not None and left.origin.side == right.origin.side


def bears_out(book: Casebook, left: Testimony, right: Testimony) -> bool:
    """Say whether two testimonies say the same, and, where one gives a bound only, about the same number."""
    if not agree(book, left, right):
        return False
    one, two = left.quantity, right.quantity
    if one is None or two is None or None not in {one.low, one.high, two.low, two.high}:
        return True
    first, second = _number(one), _number(two)
    return max(first, second) <= _NEAR * min(first, second)


def _number(figure: Quantity) -> float:
    """Return the number that a figure turns on, the middle of a range."""
    turn = figure.turn
    return sum(turn) / 2 if isinstance(turn, tuple) else float(turn)


@dataclass(frozen=True)
class GradeCase:
    """One event with everything that a grade rests on."""

    book: Casebook
    count: OriginCount
    contests: Sequence[Contest] = ()
    sums: Sequence[CheckedSum] = ()
    alarms: Sequence[Alarm] = ()
    fighting: frozenset[str] = frozenset()
    """The sides that take part in what the event's story tells."""

    @cached_property
    def told(self) -> dict[str, Testimony]:
        """The event's testimonies by id."""
        return {testimony.id: testimony for testimony in self.book.testimonies}

    @cached_property
    def affirming(self) -> tuple[OriginStanding, ...]:
        """The recorded origins that count as independent and affirm."""
        return tuple(one for one in self.count.origins if one.counts and not one.denies and one.origin.recorded)

    @cached_property
    def sayings(self) -> tuple[Said, ...]:
        """What these origins affirm now, by id: words that a later one of the same origin replaces are left out."""
        found = [
            (standing, self.told[one])
            for standing in self.affirming
            for one in standing.testimony_ids
            if one in self.told and not self.told[one].denial and one not in self.book.superseded
        ]
        return tuple(sorted(found, key=lambda said: said[1].id))

    @cached_property
    def denials(self) -> tuple[Said, ...]:
        """What recorded origins deny, whether they count or not, by id."""
        found = [
            (standing, self.told[one])
            for standing in self.count.origins
            for one in standing.testimony_ids
            if standing.origin.recorded and one in self.told and self.told[one].denial
        ]
        return tuple(sorted(found, key=lambda said: said[1].id))

    @cached_property
    def references(self) -> dict[str, Claim]:
        """The claim that stands for each testimony."""
        return {
            testimony.id: self.book.reference(testimony) for testimony in self.book.testimonies if testimony.claim_ids
        }

    def ahead(self, testimony: Testimony) -> bool:
        """Say whether a testimony is about what is to come, as the first reports of it put it."""
        moment = self.book.library.moment(self.references[testimony.id])
        first = (one for one in self.book.members(testimony) if self.book.library.moment(one) == moment)
        return any(claim.kind is Kind.FORECAST for claim in first)

    def firm(self, testimony: Testimony) -> bool:
        """Say whether a testimony affirms: stated flatly, or put as likely at least."""
        certainty = self.references[testimony.id].certainty
        return certainty is None or certainty.low >= _LIKELY

    @cached_property
    def _agreeing(self) -> dict[str, dict[str, Said]]:
        """What counted origins say that bears each saying out, by the ids of both."""
        found: dict[str, dict[str, Said]] = {testimony.id: {} for _, testimony in self.sayings}
        groups: dict[object, list[Said]] = defaultdict(list)
        for said in self.sayings:
            if self.firm(said[1]):
                figure = said[1].quantity
                groups[(figure.measure, victims(figure.of)) if figure is not None else None].append(said)
        for one, other in (pair for group in groups.values() for pair in combinations(group, 2)):
            if one[0] is not other[0] and bears_out(self.book, one[1], other[1]):
                found[one[1].id][other[1].id] = other
                found[other[1].id][one[1].id] = one
        return found

    def supporters(self, testimony: Testimony) -> tuple[OriginStanding, ...]:
        """Return the other counted origins that affirm the same, by name."""
        return _once(standing for standing, _ in self._agreeing.get(testimony.id, {}).values())

    @cached_property
    def _kinds(self) -> dict[object, list[Said]]:
        """The current figures of recorded origins by what they count; parts of others and additions are no rivals."""
        found: dict[object, list[Said]] = defaultdict(list)
        for standing in self.count.origins:
            for testimony in (self.told[one] for one in standing.testimony_ids if one in self.told):
                figure = testimony.quantity
                if not standing.origin.recorded or figure is None or testimony.denial:
                    continue
                if testimony.id not in self.book.superseded and self.book.subordinate(testimony) is None:
                    found[_kind(figure)].append((standing, testimony))
        return found

    def _rivals(self, testimony: Testimony) -> tuple[Said, ...]:
        """Return the sayings of recorded origins, counted or not, that cannot hold beside one that affirms."""
        figure = testimony.quantity
        kin = self._kinds.get(_kind(figure), []) if figure is not None else []
        mine = any(other is testimony for _, other in kin)
        found = [said for said in kin if mine and incompatible(testimony, said[1])]
        paired = {one for pair in self._paired if testimony.id in pair for one in pair} - {testimony.id}
        found += [
            (standing, self.told[one])
            for standing in self.count.origins
            for one in standing.testimony_ids
            if one in paired and one in self.told and standing.origin.recorded
        ]
        return tuple(dict.fromkeys(found))

    @cached_property
    def _paired(self) -> tuple[tuple[str, ...], ...]:
        return tuple(one.testimony_ids for one in self.contests if one.reason.code in _PAIRED)

    def against(self, testimony: Testimony) -> tuple[Said, ...]:
        """Return what recorded origins say against a saying: denials, then what cannot hold beside it."""
        return (*self.denials, *self._rivals(testimony))

    def alarm_between(self, left: OriginStanding, right: OriginStanding) -> Alarm | None:
        """Return the first alarm by which two origins may be one; None where there is none."""
        for alarm in self.alarms:
            claims = set(alarm.claim_ids)
            if alarm.code in _ONE_WORD and claims & set(left.claim_ids) and claims & set(right.claim_ids):
                return alarm
        return None

    def sure(self, left: OriginStanding, right: OriginStanding) -> bool:
        """Say whether two counted origins are surely independent, of no one party, and no alarm makes them one."""
        if not (left.counts and right.counts) or one_party(left, right) or two_of(left, right) < SURE:
            return False
        return self.alarm_between(left, right) is None

    def well_attested(self, said: Sequence[Said]) -> bool:
        """Say whether two of some origins that say one thing are surely independent of each other."""
        return any(
            left is not right and self._of_one_word(one, two) and self.sure(left, right)
            for (left, one), (right, two) in combinations(said, 2)
        )

    def _of_one_word(self, left: Testimony, right: Testimony) -> bool:
        return (left.denial and right.denial) or right.id in self._agreeing.get(left.id, {})


def _kind(figure: Quantity) -> object:
    return (figure.measure, victims(figure.of), figure.scope or Scope.INCIDENT)


def _once(standings: Iterable[OriginStanding]) -> tuple[OriginStanding, ...]:
    found = {one.origin.name: one for one in standings}
    return tuple(found[name] for name in sorted(found))
