"""Signs: what speaks for or against two claims being about one event, each with its value and its reason.

A sign has no weight of its own; ``likeness`` weighs signs by a table that is learned.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple, Protocol

from reportedly.events.nodes import Family, Node
from reportedly.model.claim import Kind, Place, Polarity
from reportedly.model.days import Days
from reportedly.model.distance import kilometres

_FAR = 10
_NEAR = 1.5
_GROWTH = 5
_DAYS_FREE = 1
_GAP_MOST = 9
_FRESH = 14
_APART_MOST = 100
_CLOSE = 250
"""Characters, white space left out, within which two claims of one text stand side by side."""
_AROUND_START = 3
_ROUND = 20
_INSIDE = 0.8
_SURE_PLACE = 0.7
_FINE_KM = 40
"""Places that are this far apart, and none inside the other, are two places."""

DEAR = frozenset({"passage"})
"""Codes of signs that take long to look up."""

AKIN = {
    frozenset(pair)
    for pair in (
        ("killed", "casualties"),
        ("wounded", "casualties"),
        ("lost", "casualties"),
        ("lost", "killed"),
        ("destroyed", "damaged"),
        ("detained", "captured"),
        ("aboard", "rescued"),
    )
}
"""Facets that overlap without being the same: figures of one may be meant as the other, or hold the other."""

_FORCES = frozenset({"=police", "=fighter", "=soldier"})
_OF_INCIDENTS = frozenset({"killed", "wounded", "casualties", "lost", "captured", "destroyed", "damaged"})
"""Facets whose running totals and single incidents are different things; the missing of an incident are not."""
LOSSES = frozenset({"killed", "wounded", "casualties", "lost", "missing"})
"""Measures that relays exchange for each other."""
PLAIN = _OF_INCIDENTS | frozenset(
    "missing hunger detained displaced rescued aboard trapped crowd vehicles deployed infected".split()
)
"""Facets that say what happens to those who are counted; the others only name who or what is counted."""
_COUNTED_UP = _OF_INCIDENTS | {"missing", "detained", "displaced", "infected", "rescued", "hunger"}
"""Facets that later reports of one event count anew, as a rule upwards."""


class Sign(NamedTuple):
    """One thing that speaks for or against, before it is weighed; put into words only where somebody asks."""

    code: str
    text: str
    """The words, with places for what is told."""
    value: float = 1.0
    """How much of it there is: a share, a number of days, or 1."""
    told: tuple[object, ...] = ()

    @property
    def words(self) -> str:
        """The words with what is told; of a set its members in order."""
        told = (", ".join(sorted(value)) if isinstance(value, frozenset) else value for value in self.told)
        return self.text.format(*told)


class Background(Protocol):
    """Compares texts and sets of words against the other texts at hand."""

    def one_story(self, left: Family, right: Family) -> float:
        """Return to what share two texts tell one story, 0 to 1."""

    def shared(self, left: frozenset[str], right: frozenset[str]) -> float:
        """Return the weighted share of words that two sets have in common, 0 to 1."""

    def inside(self, left: frozenset[str], right: frozenset[str]) -> float:
        """Return the weighted share of the smaller set's words that the other holds, 0 to 1."""


def signs_of(left: Node, right: Node, background: Background, *, every: bool = True) -> list[Sign]:
    """Return the signs that hold for two nodes.

    Args:
        left: one claim.
        right: another claim.
        background: compares words against the other texts at hand.
        every: also those that are dear to look up and weigh nothing in the packaged table.
    """
    dear = [*_dear(left, right, background)] if every else []
    return [
        Sign("prior", "two claims taken at random"),
        *_about(left, right, background),
        *dear,
        *_places(left, right),
        *_figures(left, right),
        *_time(left, right),
        *_manner(left, right),
    ]


def _about(left: Node, right: Node, background: Background) -> Iterator[Sign]:
    story = background.one_story(left.family, right.family)
    ours, theirs = left.telling(right), right.telling(left)
    words = background.shared(ours, theirs)
    if not (left.facets or right.facets):
        words = max(words, _INSIDE * background.inside(_plain(left, ours), _plain(right, theirs)))
    around = min(1.0, background.shared(ours, right.around) + background.shared(left.around, theirs))
    met = left.facets & right.facets & PLAIN
    yield Sign("story-counted" if met else "story", "their reports tell one story to {:.0%}", story, (story,))
    if words:
        yield Sign("words", "they share {:.0%} of their content words", words, (words,))
    if around:
        yield Sign("around", "the sentence of one holds {:.0%} of the other", around, (around,))
    if left.names and right.names:
        if left.names & right.names:
            share = background.shared(left.names, right.names)
            yield Sign("names-met", "they share {:.0%} of their names", share, (share,))
        else:
            yield Sign("names", "they name different places or bodies")
    elif _foreign(left, right) or _foreign(right, left):
        yield Sign("names-foreign", "the names of one stand nowhere in the other report")


def _plain(node: Node, words: frozenset[str]) -> frozenset[str]:
    """Return the words that are no names: who is spoken of is not yet what is said."""
    return frozenset(word for word in words if word.lstrip("=") not in node.names)


def _foreign(left: Node, right: Node) -> bool:
    """Say whether most names of one claim are found nowhere in the other's report."""
    return bool(left.names) and 2 * len(left.names - right.family.held) > len(left.names)


def _dear(left: Node, right: Node, background: Background) -> Iterator[Sign]:
    passage = background.shared(left.passage, right.passage)
    yield Sign("passage", "their paragraphs share {:.0%} of their content words", min(1.0, 2 * passage), (passage,))


def _places(left: Node, right: Node) -> Iterator[Sign]:
    ours, theirs = left.claim.where, right.claim.where
    if not ours or not theirs:
        return
    pairs = [(one, other) for one in ours for other in theirs]
    if any(_meet(one, other) for one, other in pairs):
        yield Sign("place-met", "both are at {}", 1.0, (ours[0].name,))
    elif all(_apart_by_map(one, other) for one, other in pairs):
        yield Sign("place-apart", "{} and {} are different places", 1.0, (ours[0].name, theirs[0].name))


def _meet(one: Place, other: Place) -> bool:
    if one.name.casefold() == other.name.casefold():
        return True
    return one.at is not None and other.at is not None and one.at.id == other.at.id


def _apart_by_map(one: Place, other: Place) -> bool:
    """Say whether two places lie farther apart than their own size; places that no gazetteer knows never do."""
    first, second = one.at, other.at
    if first is None or second is None or None in (first.lat, first.lon, second.lat, second.lon):
        return False
    if min(first.probability, second.probability) < _SURE_PLACE:
        return False
    gap = kilometres((first.lat or 0, first.lon or 0), (second.lat or 0, second.lon or 0))
    return gap > max(_FINE_KM, first.radius_km + second.radius_km)


def _figures(left: Node, right: Node) -> Iterator[Sign]:
    if left.facets and right.facets:
        yield from _measures(left, right)
    elif left.facets or right.facets:
        yield Sign("measure-one", "only one of them counts something")
    if same_figure(left, right):
        yield Sign("figure", "they give the same figure")
    if left.figures and right.figures:
        yield from _people(left, right)
        yield from _magnitudes(left, right)


def _measures(left: Node, right: Node) -> Iterator[Sign]:
    both = (left.facets, right.facets)
    if not left.facets & right.facets:
        if any(frozenset((a, b)) in AKIN for a in left.facets for b in right.facets):
            yield Sign("measure-akin", "they count things that overlap: {} / {}", 1.0, both)
            yield from _bare(left, right)
        elif _plainly(left) and _plainly(right):
            yield Sign("measure-differs", "they count different things: {} / {}", 1.0, both)
        else:
            yield Sign("counted-differs", "what they count is named otherwise: {} / {}", 1.0, both)
        return
    known = any(facet in PLAIN for facet in left.facets & right.facets)
    yield Sign("measure" if known else "counted", "both are about {} / {}", 1.0, both)
    yield from _bare(left, right)


def _bare(left: Node, right: Node) -> Iterator[Sign]:
    """What speaks against two claims on one measure of which only one gives a figure, or neither does."""
    bare = next((node for node in (left, right) if not node.figures), None)
    if bare is None or bare.claim.polarity is Polarity.DENIED:
        return
    if not (left.figures or right.figures):
        if left.family.key != right.family.key and left.source != right.source:
            yield Sign("figure-none", "another speaks and neither gives a figure")
        return
    yield Sign("figure-one", "only one of them gives a figure")
    if left.source and right.source and left.source != right.source:
        yield Sign("figure-other", "and another speaks")


def _plainly(node: Node) -> bool:
    return any(facet in PLAIN for facet in node.facets)


def _magnitudes(left: Node, right: Node) -> Iterator[Sign]:
    if _far_apart(left, right):
        yield Sign("figures-far", "one figure is over {} times the other", 1.0, (_FAR,))
        return
    met = left.facets & right.facets
    if not met or same_figure(left, right):
        return
    early, late = sorted((left, right), key=lambda node: node.order)
    first, second = early.sizes[0][1], late.sizes[0][1]
    if max(first, second) <= _NEAR * min(first, second):
        yield Sign("figures-near", "{} and {} lie close together", 1.0, (first, second))
    days = (early.family.day, late.family.day)
    later = days[0] is not None and days[1] is not None and days[0] < days[1]
    if later and met & _COUNTED_UP and left.cumulative == right.cumulative and first < second <= _GROWTH * first:
        yield Sign("series", "{}, and later {}: one count that grows", 1.0, (first, second))


def _far_apart(left: Node, right: Node) -> bool:
    """Say whether every figure that two claims give of one measure lies an order of magnitude from the other's."""
    met = False
    for measure, one in left.sizes:
        for other_measure, other in right.sizes:
            if measure is other_measure:
                if max(one, other) <= _FAR * min(one, other):
                    return False
                met = True
    return met


def same_figure(left: Node, right: Node) -> bool:
    """Say whether two claims give one and the same telling figure, whatever its bound.

    A round number (200, 5,000) tells nothing by itself; it does where both hold it of one day and one place.
    """
    if left.turns.isdisjoint(right.turns):
        return False
    numbers = [max(value) if isinstance(value, tuple) else value for value in left.turns & right.turns]
    return any(odd(number) for number in numbers) or (max(numbers) >= _ROUND and one_scene(left, right))


def one_scene(left: Node, right: Node) -> bool:
    """Say whether two claims hold of one day and name one place or people."""
    first, second = left.scene_days, right.scene_days
    apart = first is not None and second is not None and not first.overlaps(second)
    return not apart and bool(left.names & right.names)


def odd(number: int) -> bool:
    """Say whether a number is telling: neither below 3 nor a single digit with zeros behind it."""
    return number >= 3 and not (number >= 10 and len(str(number).rstrip("0")) == 1 and number % 100 == 0)


def _people(left: Node, right: Node) -> Iterator[Sign]:
    first, second = left.people, right.people
    if first and second and not first & second:
        yield Sign("people-differ", "they count different people")
    elif (first ^ second) & _FORCES and not first & second and not same_figure(left, right):
        yield Sign("people-one", "one counts the members of a force, the other does not say")


def _time(left: Node, right: Node) -> Iterator[Sign]:
    first, second = left.days, right.days
    if first and second:
        yield from _days(first, second)
    else:
        gap = _apart(left, right)
        if gap > _FRESH:
            yield Sign("days-apart", "{} days lie between", min(_APART_MOST, gap), (gap,))
    if left.figures and right.figures and _other_scope(left, right):
        yield Sign("scope-differs", "one is a running total, the other is not")
    if left.since and right.since and abs((left.since - right.since).days) > _AROUND_START:
        yield Sign("start-differs", "they count since {} and {}", 1.0, (left.since, right.since))


def _days(first: Days, second: Days) -> Iterator[Sign]:
    gap = first.gap(second)
    if gap == 0:
        yield Sign("day", "both speak of {}", 1.0, (first,))
    elif gap > _DAYS_FREE:
        yield Sign("day-differs", "{} days lie between", min(_GAP_MOST, gap), (gap,))


def _other_scope(left: Node, right: Node) -> bool:
    if left.cumulative == right.cumulative or same_figure(left, right):
        return False
    total, single = (left, right) if left.cumulative else (right, left)
    day = single.days.first if single.days else single.family.day
    if total.since and day and 0 <= (day - total.since).days <= _AROUND_START:
        return False
    return bool((left.facets | right.facets) & _OF_INCIDENTS)


def _apart(left: Node, right: Node) -> int:
    first = left.days.first if left.days else left.family.day
    second = right.days.first if right.days else right.family.day
    return abs((first - second).days) if first and second else 0


def _manner(left: Node, right: Node) -> Iterator[Sign]:
    counted = left.facets & right.facets
    if left.source and left.source == right.source and counted:
        yield Sign("source", "both give the word of {}", 1.0, (left.claim.chain[-1].name,))
    if left.source and right.source and left.source != right.source and counted:
        yield Sign("sources", "two sources count the same thing")
    kind = _question(left)
    met = not (left.words.isdisjoint(right.words | right.around) and right.words.isdisjoint(left.around))
    if met and kind is not None and kind is _question(right):
        yield Sign("kind", "both are of kind {}", 1.0, (kind,))
    if (left.claim.polarity is Polarity.DENIED) != (right.claim.polarity is Polarity.DENIED) and met:
        yield Sign("denial", "one denies what shares words with the other")
    if left.family.key == right.family.key:
        yield from _one_text(left, right)


def _one_text(left: Node, right: Node) -> Iterator[Sign]:
    yield Sign("same-text", "both stand in one text")
    if abs(left.place - right.place) <= _CLOSE:
        yield Sign("side-by-side", "they stand side by side")
    both = left.figures and right.figures and left.facets == right.facets
    if both and left.turns.isdisjoint(right.turns) and _chain(left) == _chain(right):
        yield Sign("sibling", "one source gives both figures in one text")


def _question(node: Node) -> Kind | None:
    """Return whether a claim answers a question, why or what will be; odds given to something are such an answer."""
    kind = node.claim.kind
    if kind in {Kind.JUDGEMENT, Kind.STATEMENT} and node.claim.certainty is not None:
        return Kind.FORECAST
    return kind if kind in {Kind.FORECAST, Kind.CAUSE} else None


def one_saying(left: Node, right: Node) -> bool:
    """Say whether two claims of one origin relay one saying: the same telling figure, the same or a like measure.

    Two unlike measures in one text are two figures of the origin. In two texts they are one figure that a relay
    changed, provided that place and day do not speak against it.
    """
    if not same_figure(left, right):
        return False
    if left.facets & right.facets:
        return True
    like = any(frozenset((a, b)) in AKIN for a in left.facets & LOSSES for b in right.facets & LOSSES)
    return like and left.family.key != right.family.key and one_scene(left, right)


def _chain(node: Node) -> tuple[str, ...]:
    return tuple(link.name for link in node.claim.chain)
