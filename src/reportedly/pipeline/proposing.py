"""Propose how forecasts came out, by what later reports say; a person decides.

The rule for a proposition. A later claim speaks to a forecast where it was published after it, tells a fact (no plan,
view or forecast of its own), lies within the horizon, shares a name with it where it has one, holds the word that the
forecast turns on and the next one (``ban`` and ``cars`` in ``will ban cars``), and its own words cover at least
``NEEDED`` of the forecast's, weighed by how rare they are; words that only the sentence around it holds count half.
Where no such word is found ``NEEDED_ALL`` must be covered. It speaks for ``yes`` or, where it denies or negates what
the forecast affirms, for ``no``; where the forecast counts something, the later figure decides, and one that could be
either says nothing. Each origin has one vote: its best claim adds ``VOTE`` to the log-odds times its fit, less where it
is hedged, and half where it is the forecaster itself or no origin is on record. Below ``TELL`` nothing is proposed.
That no report speaks of a thing is never taken for its not having happened. The figures were set on some fifty invented
pairs of a forecast and a later report so that hardly any wrong outcome is proposed; the price is silence.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from reportedly.events.likeness import Comparator
from reportedly.events.nodes import Node, families, nodes_of
from reportedly.model.claim import Claim, Kind, Measure, Polarity, Quantity
from reportedly.model.days import Days
from reportedly.model.dossier import Dossier
from reportedly.model.event import Testimony
from reportedly.model.prediction import Outcome, Prediction, Voice
from reportedly.model.reason import Reason
from reportedly.model.wording import content, names

NEEDED = 0.75
"""Share of a forecast's words that a later claim must cover."""
NEEDED_ALL = 0.85
"""The same where the word that the forecast turns on is not found."""
VOTE = 1.0
"""Log-odds of one origin that tells all of it plainly: one gives 0.73, two 0.88."""
CEILING = 0.95
TELL = 0.6
"""Least probability of a proposal."""
_HALF = 0.5
_LONG = 5
"""Letters from which two words of which one begins the other are one."""
_NEAR = 1.1
"""Figures nearer than this factor are one, as rounding makes them."""
_FAR = 1.25
"""Figures farther apart than this factor are two."""
_AHEAD = re.compile(
    r"\b(?:will|won't|would|could|may|might|if|unless|expects?|expected|plans?|planned|threatens?|fears?|feared|risks?)\b"
)
_NOT = re.compile(r"\b(?:not|never|nobody|no one|no longer|(?:failed|fails|failing) to)\b|n['’]t\b")
_UNDOING = re.compile(
    r"\b(?:without|avert\w*|avoid\w*|prevent\w*|cancel\w*|abandon\w*|scrapp\w*|suspend\w*|postpon\w*|call\w* off)\b"
)
"""Words that say of a thing that it did not come about, unless the forecast itself is of them."""
_DOUBLED = re.compile(r"([bdglmnprt])\1$")
_TURN = re.compile(r"\b(?:will|would|shall|may|might|could|can|to)\b")
_GRAMMAR = frozenset(
    content(
        "end forecast predict prediction expect expected likely unlikely chance probability risk coming soon shortly "
        "later nightfall midnight noon dawn hours weekend spring summer autumn winter decade century weeks months years"
    )
)
_PAST = {
    content(form)[0]: content(forms.split()[0])[0]
    for forms in (
        "rise rose risen; fall fell fallen; begin began begun; hold held; win won; lose lost; break broke broken; "
        "sink sank sunk; shrink shrank shrunk; grow grew grown; fly flew flown; freeze froze frozen; burst; "
        "speak spoke spoken; choose chose chosen; meet met; leave left; pay paid; sell sold; buy bought; send sent; "
        "spend spent; build built; bring brought; drive drove driven; withdraw withdrew withdrawn; seek sought; "
        "strike struck stricken; swear swore sworn; quit; find found; lead led; stand stood; become became; "
        "give gave given; take took taken; retake retook retaken; overthrow overthrew "
        "overthrown; run ran"
    ).split("; ")
    for form in forms.split()
    if content(form) and content(forms.split()[0])
}
"""Stem of a form of an irregular verb -> stem of its base."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """How a forecast seems to have come out."""

    prediction_id: str
    outcome: Outcome
    share: float | None
    value: float | None
    probability: float
    """How surely, by the rules of this module."""
    known_on: date
    claim_ids: tuple[str, ...]
    reasons: tuple[Reason, ...]
    sure: bool = False
    """Whether it may be recorded without a person; never for a proposition."""


@dataclass(frozen=True, slots=True)
class _Thing:
    """What a forecast says would come about, taken apart."""

    words: frozenset[str]
    turn: str
    """The word it turns on; empty where none is found."""
    object: str
    """The next word of content behind that: whom or what it is done to, as a rule; empty where there is none."""
    names: frozenset[str]
    negated: bool
    figure: Quantity | None
    window: Days
    days: Days | None
    """Of an own judgement: the days of what it says was so."""


@dataclass(frozen=True, slots=True)
class _Vote:
    node: Node
    yes: bool
    weight: float
    origin: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class _Fact:
    """A claim that tells a fact, with the bases of its words, and of these and those of its sentence."""

    node: Node
    inside: frozenset[str]
    held: frozenset[str]


@dataclass
class Later:
    """The reports of a ledger, ready to be asked what they say of forecasts."""

    dossier: Dossier

    @cached_property
    def facts(self) -> tuple[_Fact, ...]:
        """The claims that tell facts, by wording."""
        told = [claim for claim in self.dossier.claims if claim.kind in {Kind.EVENT, Kind.TALLY}]
        plain = [claim for claim in told if not _AHEAD.search(claim.quote)]
        nodes = nodes_of(plain, families(self.dossier.documents))
        return tuple(_Fact(node, _bases(node.words), _bases(node.words | node.around)) for node in nodes)

    @cached_property
    def comparator(self) -> Comparator:
        """Knows how rare words are."""
        families_held = {one.key: one for one in families(self.dossier.documents).values()}
        return Comparator(tuple(families_held[key] for key in sorted(families_held)))

    @cached_property
    def testimonies(self) -> dict[str, Testimony]:
        """Testimonies by claim id."""
        return {claim: one for one in self.dossier.testimonies for claim in one.claim_ids}

    def proposal(self, prediction: Prediction) -> Proposal | None:
        """Return how a proposition seems to have come out; None where later reports do not tell."""
        thing = self._thing(prediction)
        if thing is None or not thing.words:
            return None
        best: dict[str, _Vote] = {}
        for vote in self._votes(prediction, thing):
            there = best.get(vote.origin)
            if there is None or vote.weight > there.weight:
                best[vote.origin] = vote
        return _drawn(prediction, [best[origin] for origin in sorted(best)])

    def _thing(self, prediction: Prediction) -> _Thing | None:
        if prediction.made_on is None:
            return None
        claim = self._cited(prediction)
        if claim is None and prediction.maker.voice is not Voice.PERSON:
            return None
        text = claim.quote if claim is not None else prediction.text
        negated = claim.forecast.negated if claim and claim.forecast else bool(_NOT.search(text.lower()))
        beside = frozenset(content(f"{prediction.condition} {self._beside(claim)}")) | _GRAMMAR
        figures = claim.quantities if claim is not None else ()
        own = prediction.maker.voice is Voice.OWN
        turn, aim = ("", "") if own else self._turn(claim, text, beside)
        return _Thing(
            words=_bases(frozenset(content(text)) - beside),
            turn=turn,
            object=aim,
            names=_bases(names(text) - beside),
            negated=negated ^ (claim is not None and claim.polarity is Polarity.DENIED),
            figure=figures[0] if figures else None,
            window=Days(prediction.made_on, max(prediction.due or date.max, prediction.made_on)),
            days=claim.when if own and claim is not None else None,
        )

    def _cited(self, prediction: Prediction) -> Claim | None:
        """Return the earliest claim that makes the statement, or that affirms what an own judgement is on."""
        held = [one for one in map(self.dossier.claim_by_id.get, prediction.claim_ids) if one is not None]
        affirm = [one for one in held if one.polarity is Polarity.AFFIRMED and not _NOT.search(one.quote.lower())]
        days = self.dossier.document_by_id
        return min(affirm or held, key=lambda one: (days[one.document_id].day or date.max, one.id), default=None)

    def _beside(self, claim: Claim | None) -> str:
        """Return the words of a claim that tell its sureness and its time, not what would come about."""
        if claim is None:
            return ""
        text = self.dossier.document_by_id[claim.document_id].text
        spans = [span for ground in claim.grounds if ground.field == "when" for span in ground.spans]
        spans += claim.certainty.spans if claim.certainty else ()
        if claim.forecast is not None:
            spans += [*claim.forecast.words, *([claim.forecast.horizon.words] if claim.forecast.horizon.words else [])]
        return " ".join(span.of(text) for span in spans)

    def _turn(self, claim: Claim | None, text: str, beside: frozenset[str]) -> tuple[str, str]:
        """Return the first two words of content behind the words that make it a forecast."""
        if claim is not None and claim.forecast is not None and claim.forecast.words:
            end = claim.forecast.words[0].end - claim.span.start
        else:
            found = _TURN.search(text)
            end = found.end() if found else len(text)
        behind = [_base(word) for word in content(text[max(end, 0) :]) if word not in beside]
        turn, aim, *_ = *behind, "", ""
        return turn, aim

    def _votes(self, prediction: Prediction, thing: _Thing) -> Iterator[_Vote]:
        for fact in self.facts:
            node = fact.node
            turns = _turns(thing.turn, fact.inside) and _turns(thing.object, fact.held)
            if not turns or thing.words.isdisjoint(fact.inside) or not _in_time(node, thing):
                continue
            fit, answer = self._fit(fact, thing), _answer(node, thing)
            if fit < (NEEDED if thing.turn else NEEDED_ALL) or answer is None:
                continue
            origin, share = self._origin(node.claim, prediction)
            if share and node.claim.id not in prediction.claim_ids:
                yield _vote(fact, thing, answer, fit, (origin, share))

    def _fit(self, fact: _Fact, thing: _Thing) -> float:
        """Return the weighed share of the thing's words that a claim covers; 0 where it shares none of its names."""
        if thing.names and thing.names.isdisjoint({word.lstrip("=") for word in fact.held}):
            return 0.0
        turn = {thing.turn} if thing.turn else set()
        whole = self.comparator.weight(thing.words)
        inside = self.comparator.weight(thing.words & (fact.inside | turn))
        around = self.comparator.weight(thing.words & (fact.held | turn))
        return (inside + _HALF * (around - inside)) / whole if whole else 0.0

    def _origin(self, claim: Claim, prediction: Prediction) -> tuple[str, float]:
        """Return whose word a claim is, and what share of a vote it has; an own judgement's own origins have none."""
        testimony = self.testimonies.get(claim.id)
        own = prediction.maker.voice is Voice.OWN
        if testimony is None or not testimony.origin.recorded or not testimony.origin.name:
            return "", 0.0 if own else _HALF
        if own:
            before = {self.testimonies[one].origin for one in prediction.claim_ids if one in self.testimonies}
            return testimony.origin.name, 0.0 if testimony.origin in before else 1.0
        name = testimony.origin.name
        if claim.origin is not None and not set(testimony.claim_ids).isdisjoint(prediction.claim_ids):
            # A saying that was grouped with the forecast it bears out is still the word of whom it names.
            name = claim.origin.name
        return name, _HALF if name == prediction.maker.name else 1.0


def _turns(turn: str, words: frozenset[str]) -> bool:
    """Say whether the word that a forecast turns on is among others; the ends of longer words may differ."""
    if not turn or turn in words:
        return True
    return len(turn) >= _LONG and any(
        len(word) >= _LONG and (word.startswith(turn) or turn.startswith(word)) for word in words
    )


def _vote(fact: _Fact, thing: _Thing, yes: bool, fit: float, whose: tuple[str, float]) -> _Vote:
    node, (origin, share) = fact.node, whose
    sure = node.claim.certainty
    hedge = abs(sure.low + sure.high - 1) if sure else 1.0
    weight = VOTE * (fit - NEEDED / 2) / (1 - NEEDED / 2) * share * hedge
    shared = ", ".join(sorted(word.lstrip("=") for word in thing.words & fact.held))
    who = origin or "a page that names nobody"
    text = f"{who} tells it on {node.family.day}: “{node.claim.quote}” ({shared})"
    reason = Reason("yes" if yes else "no", text, node.claim_ids, round(weight if yes else -weight, 3))
    return _Vote(node, yes, weight, origin, reason)


def _bases(words: frozenset[str]) -> frozenset[str]:
    return frozenset(_base(word) for word in words)


def _base(word: str) -> str:
    """Return the base of a stem: of an irregular verb, or without the letter that an ending doubled (``bann``)."""
    return _PAST.get(word) or _DOUBLED.sub(r"\1", word)


def _in_time(node: Node, thing: _Thing) -> bool:
    """Say whether a claim came after the forecast and tells of a time within its horizon."""
    published, when = node.family.day, node.claim.when
    if published is None or published <= thing.window.first:
        return False
    if thing.days is not None:
        return when is None or when.gap(thing.days) <= 1
    if when is not None:
        return when.overlaps(thing.window)
    return published <= thing.window.last


def _answer(node: Node, thing: _Thing) -> bool | None:
    """Say whether a claim speaks for what was forecast or against it; None where its figure could be either."""
    quote = node.claim.quote.lower()
    told = {word[:_LONG] for word in thing.words}
    undone = any(found.group()[:_LONG] not in told for found in _UNDOING.finditer(quote))
    negated = (bool(_NOT.search(quote)) or undone) ^ (node.claim.polarity is Polarity.DENIED)
    if thing.figure is None or negated:
        return negated == thing.negated
    counts = {thing.figure.measure} if thing.figure.measure is not Measure.OTHER else set(Measure)
    figures = [figure for figure in node.claim.quantities if figure.measure in counts]
    answers = {figure_answer(thing.figure, figure) for figure in figures} or {None}
    answer = answers.pop() if len(answers) == 1 else None
    return None if answer is None else answer ^ thing.negated


def figure_answer(forecast: Quantity, told: Quantity) -> bool | None:
    """Say whether a figure bears a forecast figure out.

    Returns:
        True or False; None where the figure is a bound that leaves it open, or neither near nor far.
    """
    low, high = told.low, told.high
    plain = forecast.low is not None and forecast.low == forecast.high
    floor = None if forecast.low is None else forecast.low / (_NEAR if plain else 1)
    top = None if forecast.high is None else forecast.high * (_NEAR if plain else 1)
    far = _FAR / _NEAR if plain else 1.0
    if (floor is not None and high is not None and high < floor / far) or (
        top is not None and low is not None and low > top * far
    ):
        return False
    above = floor is None or (low is not None and low >= floor)
    below = top is None or (high is not None and high <= top)
    return True if above and below else None


def _drawn(prediction: Prediction, votes: Sequence[_Vote]) -> Proposal | None:
    odds = math.fsum(vote.weight if vote.yes else -vote.weight for vote in votes)
    sureness = min(CEILING, 1 / (1 + math.exp(-abs(odds))))
    if not votes or sureness < TELL:
        return None
    yes = odds > 0
    days = [vote.node.family.day for vote in votes if vote.yes == yes and vote.node.family.day]
    reasons = [vote.reason for vote in votes]
    if prediction.condition:
        reasons.append(Reason("condition", f"it holds only on a condition: “{prediction.condition}”"))
    return Proposal(
        prediction_id=prediction.id,
        outcome=Outcome.YES if yes else Outcome.NO,
        share=float(yes),
        value=None,
        probability=round(sureness, 3),
        known_on=min(days),
        claim_ids=tuple(claim for vote in votes if vote.yes == yes for claim in vote.node.claim_ids[:1]),
        reasons=tuple(reasons),
    )
