"""Coded rows as the grouping of tables sees them: whose word, of whom, what, how many, when."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from reportedly.events.labels import LONGEST
from reportedly.events.nodes import Node
from reportedly.events.signs import AKIN
from reportedly.model.actors import Actor, ActorRegistry, folded
from reportedly.model.claim import Link, Measure, Polarity, Quantity, SourceClass
from reportedly.model.coded import OWN, coded_words
from reportedly.model.counting import is_vague
from reportedly.model.wording import content, is_description, likeness

WIDE = frozenset({Measure.LOST, Measure.CASUALTIES})
"""Measures that hold others: a relay narrows them far more often than it widens the others."""
_NEAR, _NEAR_VAGUE = 1.25, 2.0
"""Ratios up to which two figures of one origin, measure and day are one figure that a relay changed; words such as
``several hundred`` are rendered more freely."""
_SHOWN = frozenset({SourceClass.IMAGERY, SourceClass.DOCUMENT, SourceClass.DATA})
"""Classes of links that show rather than say."""
_NOBODY = frozenset({SourceClass.CROWD, SourceClass.ANONYMOUS, SourceClass.REPORTS})
"""Classes of actors that are many people, of whom one may be named elsewhere."""
_GENERIC = frozenset(
    "army military forces force ministry minister defence defense government president presidency office centre center "
    "command staff general spokesman spokesperson secretary press service intelligence agency police council committee "
    "union party group media news officials official sources bloggers milbloggers telegram twitter facebook channel "
    "senior anonymous unnamed video region regional national state united central armed special operations north south "
    "east west city corp company department directorate regiment brigade battalion battalions unit units".split()
)
"""Words of names that many names share."""
_SAME_WORDS = 0.3
"""Share of the words of two sentences from which they tell one thing, by Dice."""
_CITING = re.compile(r"\s(?:citing|quoting|via)\s")
_SILENT = re.compile(r"\b(?:no comment|declin|refus)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, eq=False)
class Item:
    """One coded row."""

    node: Node
    registry: ActorRegistry

    @cached_property
    def claimant(self) -> str:
        """The cell that says whose word it is."""
        return coded_words(self.node.claim, "claimant", self.node.text)

    @property
    def speaker(self) -> Link:
        """The origin, or who shows the lists, papers or pictures that the last link is."""
        links = self.node.claim.chain
        common = not links[-1].name[:1].isupper() and len(links) > 1 and links[-2].name in self.claimant
        return links[-2] if len(links) > 1 and (common or links[-1].source_class in _SHOWN) else links[-1]

    @property
    def _named(self) -> str:
        told = re.split(_CITING, self.claimant)[0]
        return told if self.speaker.name in told else f"{told} / {self.speaker.name}"

    @cached_property
    def actors(self) -> frozenset[str]:
        """The actors of the registry that the cell names, and the bodies that such people speak for."""
        parts = [self.speaker.name]
        parts += re.split(r"[/;,()\"“”]", re.split(_CITING, self.claimant)[0])
        citing = re.split(r"\s(?:citing|quoting)\s", self.claimant)
        found = [self.registry.find(part.strip()) for part in (parts if len(citing) == 1 else parts[:1])]
        known = [actor for actor in found if actor is not None and actor.source_class not in _NOBODY]
        return frozenset(key for actor in known for key in _roots(actor))

    @cached_property
    def tokens(self) -> frozenset[str]:
        """The telling words of the cell: capitalised, and neither a people nor a common part of names."""
        words = {word for word in _WORD.findall(self._named) if word[0].isupper()}
        plain = {folded(word) for word in words if not self.registry.sides_in(word)}
        return frozenset(word for word in plain if len(word) > 2 and word not in _GENERIC and " " not in word)

    @cached_property
    def forms(self) -> tuple[frozenset[str], ...]:
        """The names that the cell holds, each as its words without initials: with a telling word, or of several."""
        told = (part.strip() for part in re.split(r"[/;,()\"“”]", self._named))
        names = (name for name in told if name[:1].isupper())
        words = (frozenset(word for word in folded(name).split() if len(word) > 1) for name in names)
        return tuple(form for form in words if form & self.tokens or len(form) > 1)

    @cached_property
    def silent(self) -> bool:
        """Whether the row tells that somebody said nothing."""
        return bool(_SILENT.search(coded_words(self.node.claim, "kind", self.node.text)))

    @cached_property
    def anonymous(self) -> bool:
        """Whether the origin is only described."""
        if self.actors:
            return False
        link = self.speaker
        described = link.source_class is SourceClass.ANONYMOUS or is_description(link.name)
        return not self.forms or (described and not (self.tokens and link.name[:1].isupper()))

    @cached_property
    def description(self) -> frozenset[str]:
        """The words of a description, in the singular."""
        words = {folded(word).removesuffix("s") for word in _WORD.findall(self.speaker.name)}
        return frozenset(word for word in words if word not in {"senior", "anonymou", "unnamed", "the"})

    @cached_property
    def people(self) -> tuple[str, ...]:
        """The sides that the description of an unnamed origin bears."""
        return self.registry.sides_in(self.claimant)

    @cached_property
    def said(self) -> date | None:
        """The day of saying, else the day on which the content holds, else the page's day."""
        link = self.node.claim.chain[-1]
        days = link.said or self.node.claim.when
        return days.first if days is not None else self.node.family.day

    @cached_property
    def side(self) -> frozenset[str]:
        """Whose people the row counts: sides of the registry, else the cell's words; empty where it does not say."""
        return frozenset(self.registry.sides_in(self._whose)) or frozenset(content(self._whose))

    @property
    def _whose(self) -> str:
        return coded_words(self.node.claim, "of", self.node.text)

    @cached_property
    def whose(self) -> frozenset[str]:
        """The words of the cell that says whose people the row counts."""
        return frozenset(content(self._whose))

    @cached_property
    def figure(self) -> Quantity | None:
        """The figure, where the cells give one."""
        return self.node.figures[0] if self.node.figures else None

    @cached_property
    def category(self) -> frozenset[str]:
        """The words of what a row without a figure tells."""
        return frozenset(content(coded_words(self.node.claim, "kind", self.node.text)))

    @cached_property
    def told(self) -> frozenset[str]:
        """The words of the coder's sentence; empty where there is none."""
        return frozenset(content(coded_words(self.node.claim, "content", self.node.text)))

    @cached_property
    def event(self) -> str:
        """The coder's name of the event; empty where there is none."""
        return folded(self.name)

    @property
    def name(self) -> str:
        """The coder's name of the event as written; empty where there is none."""
        return coded_words(self.node.claim, "event", self.node.text)

    @property
    def phrase(self) -> str:
        """The content in a phrase: the coder's sentence, else whose and what."""
        told = coded_words(self.node.claim, "content", self.node.text)
        whose = "" if self._whose in {"-", "–"} else self._whose
        words = told or ", ".join(
            part for part in (whose, coded_words(self.node.claim, "kind", self.node.text)) if part
        )
        return words if len(words) <= LONGEST else words[: LONGEST - 1].rsplit(" ", 1)[0] + "…"

    @cached_property
    def own(self) -> bool:
        """Whether the row is the origin's own saying."""
        return any(ground.field == OWN for ground in self.node.claim.grounds)

    @property
    def denied(self) -> bool:
        """Whether the origin denies the content."""
        return self.node.claim.polarity is Polarity.DENIED

    @cached_property
    def keys(self) -> frozenset[str]:
        """Keys one of which two rows of one origin share."""
        if self.anonymous:
            return frozenset({"described"})
        common = (" ".join(sorted(form & _GENERIC)) for form in self.forms if len(form & _GENERIC) > 1)
        words = {f"word {word}" for word in self.tokens} | {f"words {name}" for name in common}
        return frozenset({f"actor {key}" for key in self.actors} | words)


def _roots(actor: Actor) -> Iterable[str]:
    yield actor.id
    if actor.part_of and actor.source_class in {SourceClass.PERSON, SourceClass.OFFICE}:
        yield actor.part_of


def one_origin(left: Item, right: Item) -> bool:
    """Say whether two rows name one origin: one actor, or a name and a fuller form where one is not known."""
    if left.anonymous and right.anonymous:
        apart = left.people and right.people and not set(left.people) & set(right.people)
        return not apart and bool(left.description & right.description)
    if left.anonymous or right.anonymous:
        return False
    if left.actors and right.actors:
        return bool(left.actors & right.actors)
    return any(ours <= theirs or theirs <= ours for ours in left.forms for theirs in right.forms)


def saying_score(left: Item, right: Item) -> float:
    """Return how well two rows of one origin fit into one saying, 0 where they do not.

    Equal figures do although a relay exchanged the measure for a like one or left out a side; so do figures close
    together of one measure on one day. Without figures one day's words on one side are one saying, unless the coder's
    sentences tell different things.
    """
    if left.denied != right.denied or (left.event and right.event and left.event != right.event):
        return 0.0
    if not _sides_fit(left, right):
        return 0.0
    same_day = left.said == right.said
    if left.figure is None or right.figure is None:
        if left.figure is not right.figure or not same_day:
            return 0.0
        if left.told and right.told:
            share = likeness(left.told, right.told)
            return 0.6 + 0.4 * share if share >= _SAME_WORDS else 0.0
        return 0.9 if left.category == right.category else 0.7
    alike = _measures_fit(left.figure.measure, right.figure.measure)
    if not alike:
        return 0.0
    closeness = _closeness(left.figure, right.figure)
    if closeness < 1 and not (same_day and left.figure.measure is right.figure.measure) and not _vague(left, right):
        return 0.0
    return 0.5 * closeness + 0.2 * alike + 0.1 * (left.side == right.side) + 0.2 * same_day if closeness else 0.0


def _sides_fit(left: Item, right: Item) -> bool:
    """Say whether two rows may count the people of one side: sides or words in common, or one that names nobody."""
    return not left.side or not right.side or bool((left.side | left.whose) & (right.side | right.whose))


def _vague(left: Item, right: Item) -> bool:
    return all(item.figure is not None and is_vague(item.figure) for item in (left, right))


def _measures_fit(left: Measure, right: Measure) -> float:
    if left is right:
        return 1.0
    if left in WIDE and right in WIDE:
        return 0.9
    return 0.5 if frozenset((left.value, right.value)) in AKIN or Measure.OTHER in {left, right} else 0.0


def _closeness(left: Quantity, right: Quantity) -> float:
    """Return 1 for figures that turn on one number or lie in each other's range, less where they are only close."""
    if left.turn == right.turn:
        return 1.0
    first, second = _ends(left), _ends(right)
    if first[0] <= second[1] and second[0] <= first[1]:
        return 1.0
    ratio = max(first[0], second[0]) / max(1, min(first[1], second[1]))
    most = _NEAR_VAGUE if is_vague(left) or is_vague(right) else _NEAR
    return 0.5 if ratio <= most and max(first[1], second[1]) >= 10 else 0.0


def _ends(quantity: Quantity) -> tuple[int, int]:
    turn = quantity.turn
    return turn if isinstance(turn, tuple) else (turn, turn)


def one_event(left: Item, right: Item) -> bool:
    """Say whether the sayings of two origins are about one event.

    They are where the coder gives them one name; else only where they give one telling figure of one measure and side
    for one day. A row says too little for more, and a wrong link would be a false confirmation.
    """
    if left.event or right.event:
        return left.event == right.event
    first, second = left.figure, right.figure
    if first is None or second is None or first.turn != second.turn or first.measure is not second.measure:
        return False
    days = left.node.claim.when, right.node.claim.when
    near = days[0] is not None and days[1] is not None and days[0].gap(days[1]) <= 1
    return near and left.side == right.side and _telling(_ends(first)[1])


def _telling(number: int) -> bool:
    """Say whether two origins hardly give a number by chance or by rounding: it has two digits that are no noughts."""
    return len(str(number).rstrip("0")) > 1
