"""Group coded rows into testimonies and events by their cells; people's judgements beat the machine's."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

from reportedly.events.coded_items import WIDE, Item, one_event, one_origin, saying_score
from reportedly.events.describe import describe
from reportedly.events.labels import label
from reportedly.events.naming import Voices
from reportedly.events.nodes import families, nodes_of
from reportedly.events.testimonies import Saying
from reportedly.events.verdicts import MACHINE, Verdicts
from reportedly.model.actors import ActorRegistry
from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.event import Event, Grouping, Judgement, Same, Testimony, Verdict
from reportedly.model.reason import Reason

_HELD = 2
"""Rows that must give a wider measure or more sides before these are taken for the origin's."""
_DAYS = 2
"""Days by which two tables may differ on when one thing was said."""


def group_coded(
    claims: Sequence[Claim],
    documents: Sequence[Document],
    registry: ActorRegistry,
    judgements: Sequence[Judgement] = (),
) -> Grouping:
    """Find which coded rows relay one saying, and which sayings are about one event.

    Args:
        claims: claims taken from tables, in any order.
        documents: the rows written out.
        registry: who is who.
        judgements: earlier judgements; those by people are kept to.

    Returns:
        Events with their testimonies and every judgement, in the order of days; equal input in any order gives an
        equal result.
    """
    verdicts = Verdicts(judgements)
    unique = {claim.id: claim for claim in claims}
    family_of = families(documents)
    apart = verdicts.apart(Same.EVENT) | verdicts.apart(Same.TESTIMONY)
    nodes = nodes_of([unique[key] for key in sorted(unique)], family_of, apart)
    items = [Item(node, registry) for node in nodes]
    voices = Voices(nodes, registry)
    told = _sayings(items, verdicts)
    sayings = [_saying(members, voices) for members in told]
    item_of = {item.node: item for item in items}
    leads = [item_of[saying.nodes[0]] for saying in sayings]
    _one_voice(told, leads, sayings)
    made = [
        _described([sayings[at] for at in members], leads[members[0]], verdicts)
        for members in _events(leads, sayings, verdicts)
    ]
    links = [*_links(sayings), *verdicts.people]
    return _grouping(made, links)


class _Sets:
    """Disjoint sets of numbers, of which some must stay apart."""

    def __init__(self, size: int, apart: Iterable[tuple[int, int]]) -> None:
        self._home = list(range(size))
        self._members = {number: [number] for number in range(size)}
        self._apart: dict[int, set[int]] = defaultdict(set)
        for left, right in apart:
            self._apart[left].add(right)
            self._apart[right].add(left)

    def members(self, number: int) -> list[int]:
        return self._members[self._home[number]]

    def join(self, left: int, right: int) -> None:
        keep, drop = sorted((self._home[left], self._home[right]))
        if keep == drop or drop in self._apart[keep]:
            return
        for number in self._members[drop]:
            self._home[number] = keep
        self._members[keep] += self._members.pop(drop)
        for other in self._apart.pop(drop, set()):
            self._apart[other].discard(drop)
            self._apart[other].add(keep)
            self._apart[keep].add(other)

    def all(self) -> list[list[int]]:
        return sorted(sorted(members) for members in self._members.values())


def _sayings(items: Sequence[Item], verdicts: Verdicts) -> list[list[Item]]:
    number = {claim: at for at, item in enumerate(items) for claim in item.node.claim_ids}
    sets = _Sets(len(items), _numbered(verdicts.apart(Same.TESTIMONY), number))
    for left, right in _numbered(verdicts.together(Same.TESTIMONY), number):
        sets.join(left, right)
    scored = []
    for left, right in _candidates(items):
        score = saying_score(items[left], items[right]) if one_origin(items[left], items[right]) else 0.0
        if score:
            scored.append((-score, left, right))
    for _, left, right in sorted(scored):
        if not _two_own(items, sets, left, right):
            sets.join(left, right)
    _join_described(items, sets)
    return [[items[at] for at in members] for members in sets.all()]


def _two_own(items: Sequence[Item], sets: _Sets, left: int, right: int) -> bool:
    """Say whether a join would make two sayings one that an origin is on record with apart."""
    return all(any(items[at].own for at in sets.members(side)) for side in (left, right))


def _numbered(pairs: Iterable[frozenset[str]], number: Mapping[str, int]) -> list[tuple[int, int]]:
    found = (sorted({number[claim] for claim in pair if claim in number}) for pair in pairs)
    return sorted({(pair[0], pair[1]) for pair in found if len(pair) == 2})


def _candidates(items: Sequence[Item]) -> list[tuple[int, int]]:
    """Return the pairs that share a key of their origin and lie within two days; equal rows are paired once each."""
    index: dict[tuple[str, object], list[int]] = defaultdict(list)
    firsts: dict[object, int] = {}
    pairs: set[tuple[int, int]] = set()
    for at, item in enumerate(items):
        first = firsts.setdefault(_signature(item), at)
        if first != at:
            pairs.add((first, at))
            continue
        for key in item.keys:
            for day in _days(item):
                pairs.update((other, at) for other in index[key, day])
            index[key, item.said].append(at)
    return sorted(pairs)


def _signature(item: Item) -> object:
    figure = item.figure
    counted = (figure.measure, figure.low, figure.high, figure.qualifier) if figure else None
    return (item.claimant, item.said, item.side, counted, item.category, item.event, item.denied, item.own and item)


def _days(item: Item) -> list[object]:
    if item.said is None:
        return [None]
    return [item.said + timedelta(days=days) for days in range(-_DAYS, _DAYS + 1)]


def _join_described(items: Sequence[Item], sets: _Sets) -> None:
    """Put a row whose origin is only described to the one named saying of that day with its figure, if there is one."""
    named: dict[object, list[int]] = defaultdict(list)
    for at, item in enumerate(items):
        if not item.anonymous and item.figure is not None:
            named[item.said].append(at)
    for at, item in enumerate(items):
        if not item.anonymous or item.figure is None or item.own or not _plural(item):
            continue
        fitting = [
            other
            for other in named[item.said]
            if items[other].figure is not None
            and items[other].figure.measure is item.figure.measure  # type: ignore[union-attr]
            and items[other].side == item.side
            and saying_score(items[other], item) >= 0.9
        ]
        homes = {min(sets.members(other)) for other in fitting}
        if len(homes) == 1:
            sets.join(homes.pop(), at)


def _plural(item: Item) -> bool:
    """Say whether a description may cover somebody who is named elsewhere: several people of a sort."""
    return item.node.claim.chain[-1].name.rstrip(")").casefold().endswith("s")


def _saying(members: Sequence[Item], voices: Voices) -> Saying:
    """Return the saying of some rows, led by the row that stands for what the origin said."""
    lead = _lead(members)
    saying = Saying(voices.of(lead.node), [lead.node])
    given = Counter(_reading(item) for item in members)
    for item in members:
        if item is not lead:
            saying.reasons[item.node] = _reason(lead, item, given[_reading(item)] < given[_reading(lead)])
            saying.nodes.append(item.node)
    return saying


def _one_voice(told: Sequence[Sequence[Item]], leads: Sequence[Item], sayings: Sequence[Saying]) -> None:
    """Give all sayings of one origin one voice: that of the first whom the registry or the origin's own row names."""
    sets = _Sets(len(told), ())
    homes: dict[str, int] = {}
    index: dict[str, list[Item]] = defaultdict(list)
    for at, item in ((at, item) for at, members in enumerate(told) for item in members if not item.anonymous):
        if item.claimant in homes:
            sets.join(homes[item.claimant], at)
            continue
        homes[item.claimant] = at
        for key in sorted(item.keys):
            for other in index[key]:
                if one_origin(other, item):
                    sets.join(homes[other.claimant], at)
            index[key].append(item)
    for members in sets.all():
        best = min(members, key=lambda at: _known(leads[at], sayings[at]))
        for at in members:
            if sayings[at].voice.key != sayings[best].voice.key and sayings[best].voice.recorded:
                sayings[at].voice = replace(sayings[best].voice, own=leads[at].own)


def _known(lead: Item, saying: Saying) -> tuple[object, ...]:
    """Return a sort key: known to the registry first, then on record, then by how many rows name the origin so."""
    return (not lead.actors, not lead.own, -len(saying.nodes), lead.node.order)


def _lead(members: Sequence[Item]) -> Item:
    """Return the origin's own row; else the row that says most.

    Relays lose detail and seldom add any: of measures the wide one goes first, of sides the more, where several rows
    have them or as many as have others; of figures the one that most pages give, and one with a qualifier.
    """
    figures = Counter(_reading(item) for item in members)
    wide = Counter(item.figure is not None and item.figure.measure in WIDE for item in members)
    measures = Counter(_measure(item) for item in members)
    sides = Counter(item.side for item in members)
    held = wide[True] >= min(_HELD, wide[False])

    def rank(item: Item) -> tuple[object, ...]:
        figure = item.figure
        wider = figure is not None and figure.measure in WIDE and held
        more = len(item.side) if sides[item.side] >= min(_HELD, max(sides.values())) else 0
        qualified = figure is not None and figure.qualifier is not None
        return (
            not item.own,
            item.anonymous,
            not wider,
            -more,
            -measures[_measure(item)],
            -figures[_reading(item)],
            not qualified,
            item.node.order,
        )

    return min(members, key=rank)


def _measure(item: Item) -> object:
    return item.figure.measure if item.figure is not None else None


def _reading(item: Item) -> object:
    return (item.figure.turn, item.figure.qualifier) if item.figure is not None else None


def _reason(lead: Item, item: Item, lone: bool) -> Reason:
    ids = (lead.node.claim_ids[0], item.node.claim_ids[0])
    name = lead.node.claim.chain[-1].name
    first, second = lead.figure, item.figure
    measures = {figure.measure for figure in (first, second) if figure is not None}
    if first is not None and second is not None and len(measures) > 1 and not measures <= WIDE:
        text = f"{name} with the same figure, as {second.measure} instead of {first.measure}"
        return Reason("measure-changed", text, ids)
    if lead.side and item.side and lead.side != item.side:
        return Reason("measure-changed", f"{name} with the same figure, of others", ids)
    if first is not None and second is not None and (lone or first.turn != second.turn):
        return Reason("figure-changed", f"{name} on the same day with a figure close by", ids)
    if not one_origin(lead, item):
        return Reason("same-content", f"what {item.claimant} said, as {name} did", ids)
    return Reason("same-origin", f"{name} with the same {'figure' if first else 'content'}", ids)


def _events(leads: Sequence[Item], sayings: Sequence[Saying], verdicts: Verdicts) -> list[list[int]]:
    number = {claim: at for at, saying in enumerate(sayings) for node in saying.nodes for claim in node.claim_ids}
    sets = _Sets(len(sayings), _numbered(verdicts.apart(Same.EVENT), number))
    for left, right in _numbered(verdicts.together(Same.EVENT), number):
        sets.join(left, right)
    named: dict[str, list[int]] = defaultdict(list)
    counted: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, item in enumerate(leads):
        told = [Item(node, item.registry) for node in sayings[at].nodes]
        names = {one.event for one in told if one.event and not one.silent}
        for name in names:
            named[name].append(at)
        if not names and item.figure is not None:
            counted[item.side, item.figure.measure, item.figure.turn].append(at)
    for members in named.values():
        for other in members[1:]:
            sets.join(members[0], other)
    for members in counted.values():
        for left, right in combinations(members, 2):
            if one_event(leads[left], leads[right]):
                sets.join(left, right)
    return sets.all()


def _described(sayings: Sequence[Saying], lead: Item, verdicts: Verdicts) -> tuple[Event, tuple[Testimony, ...]]:
    """Return an event with its testimonies, named by the row that leads its first saying."""
    event, testimonies = describe(sayings, verdicts)
    told = label([lead.node]) if lead.figure is not None else lead.phrase
    return replace(event, label=lead.name or told or event.label), testimonies


def _links(sayings: Iterable[Saying]) -> list[Judgement]:
    found = []
    for saying in sayings:
        first = saying.nodes[0].claim_ids[0]
        told = [(node.claim_ids[0], saying.reasons[node]) for node in saying.nodes[1:] if node in saying.reasons]
        told += [(copy, Reason("same-text", "the same row")) for node in saying.nodes for copy in node.claim_ids[1:]]
        for claim, reason in told:
            left, right = sorted((first, claim))
            key = Judgement.identify(Same.TESTIMONY, left, right, MACHINE)
            found.append(Judgement(key, Same.TESTIMONY, left, right, Verdict.SAME, MACHINE, 1.0, (reason,)))
    return found


def _grouping(made: Iterable[tuple[Event, tuple[Testimony, ...]]], judgements: Iterable[Judgement]) -> Grouping:
    ordered = sorted(made, key=lambda pair: (-len(pair[0].claim_ids), str(pair[0].when or "9999"), pair[0].id))
    by_id = {judgement.id: judgement for judgement in judgements}
    return Grouping(
        events=tuple(event for event, _ in ordered),
        testimonies=tuple(testimony for _, testimonies in ordered for testimony in testimonies),
        judgements=tuple(by_id[key] for key in sorted(by_id)),
    )
