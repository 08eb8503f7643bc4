"""Testimonies read as figures of one number: counts, bounds, bands, floors, older totals."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from reportedly.evidence.casebook import Casebook, origin_key
from reportedly.evidence.quantity.spec import Part, Spec
from reportedly.evidence.quantity.standpoint import Standpoint, relation_of
from reportedly.model.claim import Basis, Quantity, Scope, SourceClass
from reportedly.model.counting import Convention, interval_words, is_vague
from reportedly.model.event import Testimony
from reportedly.model.posterior import FigureRole, PriorUsed
from reportedly.model.quantity_priors import Assumption, BiasPrior, QuantityPriors, SideRelation
from reportedly.model.reason import Reason

_LISTED = re.compile(
    r"\b(?:by name|names? (?:of|are known)|lists? of (?:the )?(?:names|dead|fallen)|obituar\w+|named (?:dead|losses)"
    r"|(?:identified|confirmed|verified) (?:the )?(?:names|deaths? by name)|photograph(?:ed|s of)"
    r"|visually confirmed)\b",
    re.IGNORECASE,
)
"""Words by which each of those counted was seen or is known by name; general English."""
_MONTH = 30.0
_FRESH = 2
"""Days by which a running total may be older than the newest and still be taken for one of the same day."""
_UNSURE = frozenset(
    {
        SourceClass.ANONYMOUS,
        SourceClass.CROWD,
        SourceClass.REPORTS,
        SourceClass.ARMED_GROUP,
        SourceClass.MILITARY,
        SourceClass.PERSON,
    }
)
"""Classes whose figures are never taken for the very number."""
_UNHURRIED = frozenset({FigureRole.COUNT, FigureRole.WORD, FigureRole.RANGE})


@dataclass(frozen=True)
class Told:
    """One testimony as a figure, with why it is taken so."""

    testimony: Testimony
    claim_id: str
    spec: Spec
    relation: SideRelation
    bias: BiasPrior
    text: str
    """In words what it does."""


@dataclass
class Reading:
    """What is gathered while the figures of a number are read."""

    told: list[Told] = field(default_factory=list)
    priors: dict[str, PriorUsed] = field(default_factory=dict)
    reasons: list[Reason] = field(default_factory=list)


class Reader:
    """Reads testimonies of one event as figures."""

    def __init__(self, book: Casebook, convention: Convention, priors: QuantityPriors) -> None:
        """Keep what all figures of an event share."""
        self.book, self.convention, self.priors = book, convention, priors
        self._parties: dict[str, int] = {}
        self._origins: dict[str, int] = {}

    def newest(self, told: Iterable[Testimony]) -> date | None:
        """Return the last day that any figure holds for; None where no day is known."""
        return max((day for one in told if (day := self.day(one)) is not None), default=None)

    def read(
        self,
        told: Sequence[Testimony],
        seen: Standpoint,
        into: Reading,
        newest: date | None,
        part: Part = Part.SELF,
    ) -> list[Told]:
        """Return testimonies as figures and note the priors that were used.

        Args:
            told: testimonies of one measure, by publication.
            seen: whose losses they count.
            into: where priors and reasons are noted.
            newest: the day that a running total is estimated for; None = older totals are not told apart.
            part: how what they count stands to the number that is estimated.
        """
        found = [self._one(one, seen, newest, into, part) for one in self._latest(told, into)]
        return [one for one in found if one is not None]

    def day(self, testimony: Testimony) -> date | None:
        """Return the day that a figure holds for: as of, of saying, or of publication."""
        quantity = testimony.quantity
        if quantity is not None and quantity.as_of is not None:
            return quantity.as_of
        if testimony.said is not None:
            return testimony.said.last
        return self.book.library.day(self.book.reference(testimony))

    def _latest(self, told: Sequence[Testimony], into: Reading) -> list[Testimony]:
        """Return the testimonies less those that their own origin has replaced since, which are named."""
        series: dict[str, list[Testimony]] = defaultdict(list)
        for one in told:
            series[origin_key(one.origin) or one.id].append(one)
        kept = []
        for said in series.values():
            days = [day for one in said if (day := self.day(one)) is not None]
            last = max(days, default=None)
            for one in said:
                day = self.day(one)
                if last is None or day is None or day == last:
                    kept.append(one)
                else:
                    text = f"the earlier {_stated(one)} of {_name(one)} is left out: it has told a newer number since"
                    into.reasons.append(Reason("earlier", text, one.claim_ids[:1]))
        return sorted(kept, key=lambda one: one.id)

    def _one(
        self, testimony: Testimony, seen: Standpoint, newest: date | None, into: Reading, part: Part
    ) -> Told | None:
        quantity, origin = testimony.quantity, testimony.origin
        if quantity is None:
            return None
        relation = relation_of(origin, seen, self.priors)
        bias = self.priors.bias(relation, seen.category)
        noise = self.priors.noise(origin.source_class)
        base = Spec(
            FigureRole.COUNT,
            None,
            None,
            noise.spread,
            math.log(bias.factor),
            bias.spread,
            party=self._number(self._parties, origin.side or origin_key(origin) or testimony.id),
            origin=self._number(self._origins, origin_key(origin) or testimony.id),
            part=part,
        )
        if relation is SideRelation.NEUTRAL and origin.source_class not in _UNSURE:
            base = replace(base, exact=self._assumed(Assumption.EXACT, into).factor)
        spec, text = self._shaped(base, testimony, quantity, relation, into)
        spec, text = self._aged(spec, text, testimony, newest, into)
        if spec.role is not FigureRole.FLOOR:
            name = f"{_BENT[relation]}, {bias.category}"
            into.priors[name] = PriorUsed(name, bias.factor, bias.spread, bias.source)
            scatter = f"scatter of figures of the class {noise.source_class}"
            into.priors[scatter] = PriorUsed(scatter, 1.0, noise.spread, noise.source)
        return Told(testimony, self.book.reference(testimony).id, spec, relation, bias, text)

    def _number(self, known: dict[str, int], key: str) -> int:
        return known.setdefault(key, len(known))

    def _assumed(self, name: Assumption, into: Reading) -> PriorUsed:
        value = self.priors.value(name)
        used = PriorUsed(_ASSUMED[name], value.factor, value.spread, value.source)
        into.priors[used.name] = used
        return used

    def _shaped(
        self, base: Spec, testimony: Testimony, quantity: Quantity, relation: SideRelation, into: Reading
    ) -> tuple[Spec, str]:
        """Return a figure by its words: floor, band, bound or count."""
        low, high = quantity.low, quantity.high
        seen = self._seen(testimony, quantity, relation)
        if seen is not None and low is not None:
            share = self._assumed(seen, into)
            spec = replace(base, role=FigureRole.FLOOR, low=low, high=low, seen=_beta(share.factor, share.spread))
            return replace(spec, mean=0.0, spread=0.0, exact=0.0), f"{low:,} {_SEEN[seen]}, so it is no smaller"
        if is_vague(quantity):
            return self._vague(base, quantity, into)
        if low is not None and high is not None and low != high:
            return replace(base, role=FigureRole.RANGE, low=low, high=high), f"between {low:,} and {high:,}"
        if high is None or low is None:
            return self._bound(base, quantity, into)
        if quantity.qualifier == "about":
            wider = self._assumed(Assumption.ABOUT, into).factor
            return replace(base, low=low, high=high, scale=base.scale * wider, about=True), f"about {low:,}"
        return replace(base, low=low, high=high), f"{low:,}"

    def _bound(self, base: Spec, quantity: Quantity, into: Reading) -> tuple[Spec, str]:
        words = quantity.qualifier
        if quantity.low is not None:
            gap = self._assumed(Assumption.LOWER, into).spread
            spec = replace(base, role=FigureRole.LOWER, low=quantity.low, gap=gap, loose=self._loose(into))
            return spec, f"{words or 'at least'} {quantity.low:,}, mostly said of a number a little above"
        gap = self._assumed(Assumption.UPPER, into).spread
        spec = replace(base, role=FigureRole.UPPER, high=quantity.high, gap=gap, loose=self._loose(into))
        return spec, f"{words or 'up to'} {quantity.high:,}, mostly said of a number a little below"

    def _loose(self, into: Reading) -> tuple[float, float]:
        loose = self._assumed(Assumption.LOOSE, into)
        return (loose.factor, loose.spread)

    def _vague(self, base: Spec, quantity: Quantity, into: Reading) -> tuple[Spec, str]:
        read = self.convention.interval(quantity)
        low, high = read.low, read.high
        text = f"“{quantity.qualifier}”, {interval_words(low, high, read.best)} by {read.convention}"
        if low is not None and high is not None and low != high:
            return replace(base, role=FigureRole.WORD, low=low, high=high, exact=0.0), text
        noise = self._assumed(Assumption.WORD, into).spread
        if low is not None and high is None:
            return replace(base, role=FigureRole.WORD, low=low, exact=0.0, gap=noise), text
        best = read.best or low or high or 0
        wider = math.hypot(base.scale, noise)
        return replace(base, role=FigureRole.WORD, low=best, high=best, scale=wider, exact=0.0), text

    def _seen(self, testimony: Testimony, quantity: Quantity, relation: SideRelation) -> Assumption | None:
        """Return whether each of those counted was seen: by name, or in pictures that are not an enemy's alone."""
        claim = self.book.reference(testimony)
        if quantity.low is None or is_vague(quantity) or quantity.qualifier == "about":
            return None
        if _LISTED.search(claim.quote) and relation is not SideRelation.ENEMY:
            return Assumption.NAMES
        if testimony.origin.source_class is SourceClass.IMAGERY:
            return Assumption.FOOTAGE
        shown = claim.basis is Basis.FOOTAGE and relation is not SideRelation.ENEMY
        return Assumption.FOOTAGE if shown else None

    def _aged(
        self, spec: Spec, text: str, testimony: Testimony, newest: date | None, into: Reading
    ) -> tuple[Spec, str]:
        """Return an older running total as what it is of the newest: a bound that it has grown from."""
        quantity, day = testimony.quantity, self.day(testimony)
        if quantity is None or quantity.scope is not Scope.CUMULATIVE or day is None or newest is None:
            return spec, text
        age = (newest - day).days
        if age <= _FRESH or spec.role not in _UNHURRIED | {FigureRole.LOWER}:
            return spec, text
        growth = self._assumed(Assumption.GROWTH, into).spread * age / _MONTH
        loose = self._loose(into)
        grown = replace(spec, role=FigureRole.LOWER, low=spec.low, high=None, gap=spec.gap + growth, loose=loose)
        return grown, f"{text}, {age} days before the newest total, so the total is no smaller now"


def _beta(mean: float, spread: float) -> tuple[float, float]:
    """Return the parameters of the Beta distribution with a mean and a standard deviation."""
    weight = max(mean * (1 - mean) / max(spread * spread, 1e-6) - 1, 0.5)
    return (mean * weight, (1 - mean) * weight)


def _stated(testimony: Testimony) -> str:
    quantity = testimony.quantity
    return interval_words(quantity.low, quantity.high) if quantity else "number"


def _name(testimony: Testimony) -> str:
    return testimony.origin.name or "somebody unnamed"


_BENT = {
    SideRelation.ENEMY: "party on its enemy's losses",
    SideRelation.OWN: "party on its own losses",
    SideRelation.NEUTRAL: "no party",
    SideRelation.UNKNOWN: "party of unknown leaning",
}
_SEEN = {Assumption.NAMES: "are listed or shown one by one", Assumption.FOOTAGE: "are seen in pictures"}
_ASSUMED = {
    Assumption.SHARED: "correlation of two bodies of one party",
    Assumption.EXACT: "share of neutral figures that are the very number",
    Assumption.ABOUT: "noise of “about” beside that of a plain figure",
    Assumption.WORD: "noise of a word for a number",
    Assumption.LOWER: "number above “at least”",
    Assumption.UPPER: "number below “up to”",
    Assumption.LOOSE: "share of bounds that are only bounds",
    Assumption.HEAPED: "share of large numbers that are rounded",
    Assumption.GROWTH: "growth of a running total in thirty days",
    Assumption.NAMES: "share of the dead whom lists hold",
    Assumption.FOOTAGE: "share of what happened that pictures show",
    Assumption.WOUNDED: "wounded for each one killed",
}


def used(name: Assumption, priors: QuantityPriors) -> PriorUsed:
    """Return a further assumption as it is printed."""
    value = priors.value(name)
    return PriorUsed(_ASSUMED[name], value.factor, value.spread, value.source)
