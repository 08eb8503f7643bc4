"""Labels: a short phrase for people, built from what is counted, whose, where and when, or the shortest clause."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from reportedly.events.nodes import Node
from reportedly.model.claim import Measure, Quantity
from reportedly.model.days import Days

LONGEST = 90
_PHRASE = 45
_NOUNS = {
    Measure.KILLED: "killed",
    Measure.WOUNDED: "wounded",
    Measure.CASUALTIES: "killed or wounded",
    Measure.LOST: "lost",
    Measure.MISSING: "missing",
    Measure.CAPTURED: "captured",
    Measure.DEPLOYED: "deployed",
    Measure.DISPLACED: "displaced",
    Measure.DETAINED: "detained",
    Measure.ATTACKED: "attacked",
    Measure.DESTROYED: "destroyed",
    Measure.DAMAGED: "damaged",
    Measure.LAUNCHED: "launched",
    Measure.INTERCEPTED: "intercepted",
}
_DANGLING = re.compile(
    r"^(?:it|its|they|their|he|she|his|her|this|that|these|those|who|which|how|what|why|because|so|and|but|when|where"
    r"|the same|put|for its part)\b",
    re.IGNORECASE,
)
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|will|would|may|might|could|can|did|does|do|\w+ed|\w+en)\b",
    re.IGNORECASE,
)
_BODIES = re.compile(r"\b(?:units|forces|contingents|formations|battalions|brigades|regiments|armies)$", re.IGNORECASE)
"""Plurals of bodies of people: what is counted are those in them."""
_GENERIC = frozenset({"", "people", "others", "persons", "men"})


def label(nodes: Sequence[Node]) -> str:
    """Return a phrase for an event: of its leading figure, or else its shortest claim that reads by itself."""
    built = _of_figure(nodes)
    return built if built and len(built) <= LONGEST else _of_words(nodes)


def _of_figure(nodes: Sequence[Node]) -> str:
    """Build ``about 200 soldiers of Norland lost in the Aumer region`` from the figure that most claims give."""
    counts: Counter[tuple[Measure, int | None, int | None, str | None]] = Counter()
    for node in nodes:
        counts.update({_reading(q) for q in node.figures[:1] if q.measure in _NOUNS})
    if not counts:
        return ""
    first = {_reading(node.figures[0]): at for at, node in reversed(list(enumerate(nodes))) if node.figures}
    best = min(counts, key=lambda reading: (-counts[reading], first[reading]))
    told = [(node, node.figures[0]) for node in nodes if node.figures and _reading(node.figures[0]) == best]
    quantity = told[0][1]
    days = _shared_days([node.days for node, _ in told])
    whose = _whose([q.of for _, q in told])
    place = _place([name for each, _ in told for name in _places(each)])
    day = f", {days.first.day} {days.first:%B %Y}" if days and days.length == 1 else ""
    since = f" by {quantity.as_of.day} {quantity.as_of:%B %Y}" if quantity.as_of is not None else day
    core = f"{_number(quantity)} {whose} {_NOUNS[quantity.measure]}"
    if quantity.measure is Measure.CASUALTIES and _BODIES.search(whose):
        core = f"{_number(quantity)} casualties among {whose}"
    built = [" ".join(f"{core}{rest}".split()) for rest in (f"{place}{since}", place, since, "")]
    return next((words for words in built if len(words) <= LONGEST), built[-1])


def _shared_days(told: Sequence[Days | None]) -> Days | None:
    """Return the days that the first teller and more than half of all give: a day that pages add is no label."""
    return told[0] if told.count(told[0]) * 2 > len(told) else None


def _reading(quantity: Quantity) -> tuple[Measure, int | None, int | None, str | None]:
    return (quantity.measure, quantity.low, quantity.high, quantity.qualifier)


def _number(quantity: Quantity) -> str:
    low, high = quantity.low, quantity.high
    if low is not None and high is not None and low != high:
        return f"{low:,}-{high:,}"
    number = f"{low if low is not None else high or 0:,}"
    plain = quantity.qualifier in {"about", "at least", "more than", "up to", "fewer than"}
    return f"{quantity.qualifier} {number}" if plain else number


def _whose(phrases: Sequence[str]) -> str:
    """Return the phrase that most texts use for whom a figure counts, the fullest of those used alike."""
    counts = Counter(" ".join(phrase.split()) for phrase in phrases)
    told = [phrase for phrase in counts if phrase.casefold() not in _GENERIC]
    told = [phrase for phrase in told if " " in phrase] or told
    short = [phrase for phrase in told if len(phrase) <= _PHRASE] or told
    return min(short, key=lambda phrase: (-counts[phrase], -len(phrase), phrase), default="people")


def _places(node: Node) -> list[str]:
    """Return the places that a claim names with a preposition, which is how it says where."""
    quote = node.claim.quote
    return [
        f"{match[1]} {match[2]}"
        for place in node.claim.where
        if (match := re.search(rf"\b(in|near|at|off|around) ((?:the )?{re.escape(place.name)}\b)", quote))
    ]


def _place(names: Sequence[str]) -> str:
    counts = Counter(names)
    best = min(counts, key=lambda name: (-counts[name], name), default="")
    return f" {best}" if best else ""


def _of_words(nodes: Sequence[Node]) -> str:
    """Return the shortest claim that reads by itself: a clause with a verb that does not lean on what stands before."""

    def rank(node: Node) -> tuple[bool, bool, bool, bool, int]:
        quote = node.claim.quote
        words = quote.split()
        dangling = bool(_DANGLING.match(quote)) or node.claim.quote[:1].islower()
        return (not node.claim.chain and len(nodes) > 1, len(words) < 4, dangling, not _VERB.search(quote), len(words))

    best = min(nodes, key=lambda node: (rank(node), node.order))
    quote = " ".join(best.claim.quote.split()).strip("\"“”' ")
    return quote if len(quote) <= LONGEST else quote[: LONGEST - 1].rsplit(" ", 1)[0] + "…"
