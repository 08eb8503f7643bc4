"""Testimonies: within one event, the claims that relay one saying of one origin."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from reportedly.events.likeness import Comparator
from reportedly.events.naming import UNRECORDED, Voice
from reportedly.events.nodes import Node
from reportedly.events.signs import PLAIN, odd
from reportedly.model.actors import folded
from reportedly.model.claim import Kind, Polarity
from reportedly.model.reason import Reason
from reportedly.model.wording import containment, likeness, wording

Figure = int | tuple[int, int] | None

_SAME_SAYING = 0.34
_SAME_WORDS = 0.8
_BETRAYED = 0.6
_COPIED = 0.12
_SAME_WORDS_BARE = 0.6
_VIEWS = frozenset({Kind.FORECAST, Kind.CAUSE, Kind.JUDGEMENT})
_SAME_DESCRIPTION = 0.2
"""Shares of wording from which: two sayings of one origin are one; two sentences are one; a sentence betrays its
source; a text was copied in part. Set on the invented dossier."""


@dataclass
class Saying:
    """A testimony in the making: its nodes, whose word it is and why they belong together."""

    voice: Voice
    nodes: list[Node]
    reasons: dict[Node, Reason] = field(default_factory=dict)
    """Why each node but the first belongs here."""

    @property
    def figure(self) -> Figure:
        """The number that the saying turns on; None without a figure."""
        return _first_figure(self.nodes[0])

    @property
    def day(self) -> date:
        """The first day on which a report carries the saying; the last of all days where none is dated."""
        return min(_day(node) for node in self.nodes)

    @property
    def own(self) -> bool:
        """Whether the origin's own publication is among the nodes."""
        return self.voice.own or any(node.claim.chain == () for node in self.nodes[:1] if self.voice.own)

    def take(self, other: Saying, reason: Reason) -> None:
        """Take in another saying's nodes."""
        for node in other.nodes:
            self.reasons[node] = other.reasons.get(node, reason)
        self.nodes.extend(other.nodes)
        self.nodes.sort(key=lambda node: node.order)


def _day(node: Node) -> date:
    return node.family.day or date.max


def copied(left: Node, right: Node) -> float:
    """Return the share of four-word runs that the shorter of two texts has from the other; numbers count as equal."""
    return containment(left.family.runs, right.family.runs)


def alike(left: Node, right: Node) -> float:
    """Return how much of the wording of two quotes is equal, whatever the numbers."""
    return likeness(wording(left.claim.quote), wording(right.claim.quote))


def _first_figure(node: Node) -> Figure:
    return node.figures[0].turn if node.figures else None


def _why(code: str, text: str, node: Node, other: Node) -> Reason:
    return Reason(code, text, (other.claim_ids[0], node.claim_ids[0]))


def sayings_of(nodes: Sequence[Node], voice_of: Callable[[Node], Voice], comparator: Comparator) -> list[Saying]:
    """Divide the nodes of one event into sayings.

    Equal figure of one origin first, then wording of one origin, then what figure or wording betrays: evidence.md
    (section 3) finds that grouping by value and qualifier first and by stated origin second beats either alone.
    """
    ordered = sorted(nodes, key=lambda node: node.order)
    recorded = [node for node in ordered if voice_of(node).recorded and not voice_of(node).anonymous]
    sayings: list[Saying] = []
    for node in recorded:
        if not _through_outlet(node, voice_of(node), sayings, comparator):
            _place(node, voice_of(node), sayings, comparator)
    _join_copied_figures(sayings)
    _join_false_claimants(sayings)
    _join_turned(sayings, comparator)
    for node in ordered:
        if node not in recorded:
            _attach(node, voice_of(node), sayings, comparator)
    return sorted(sayings, key=lambda saying: saying.nodes[0].order)


def _through_outlet(node: Node, voice: Voice, sayings: list[Saying], comparator: Comparator) -> bool:
    """Put a node whose source is an outlet at hand to the saying that the outlet's own page relays.

    ``Radio X reports that`` makes Radio X a relay, wherever its page has this from another.
    """
    if voice.own or not voice.named:
        return False
    wanted = folded(voice.named)
    for saying in sayings:
        for other in saying.nodes:
            pages = {folded(document.outlet or "") for document in other.family.documents}
            if wanted not in pages or saying.voice.key == voice.key or not other.order[:2] < node.order[:2]:
                continue
            if _compatible(saying, node) and _repetition(node, saying, comparator) >= _SAME_SAYING:
                text = f"{voice.named} has this from {saying.voice.origin.name}"
                saying.reasons[node] = _why("through-outlet", text, node, other)
                saying.nodes.append(node)
                return True
    return False


def _place(node: Node, voice: Voice, sayings: list[Saying], comparator: Comparator) -> None:
    """Put a node with a known origin to the saying it repeats, or let it begin one."""
    best: tuple[float, Saying] | None = None
    for saying in sayings:
        if saying.voice.key != voice.key or not _compatible(saying, node):
            continue
        score = _repetition(node, saying, comparator)
        if score >= _SAME_SAYING and (best is None or score > best[0]):
            best = (score, saying)
    if best is None:
        sayings.append(Saying(voice, [node]))
        return
    saying = best[1]
    what = "figure" if node.figures else "content"
    code, text = "same-origin", f"{voice.origin.name} with the same {what}"
    if voice.miscalled:
        code, text = "claimant-changed", f"the report calls {voice.origin.name} “{voice.miscalled}”"
    saying.reasons[node] = _why(code, text, node, saying.nodes[0])
    saying.nodes.append(node)
    if voice.own and not saying.voice.own:
        saying.voice = voice


def _repetition(node: Node, saying: Saying, comparator: Comparator) -> float:
    """Return how well a node repeats what one origin said, 0 to 1: its figure, or else its words.

    A forecast, cause or judgement of one origin in one event is seldom two; half the words are enough there.
    """
    first = saying.nodes[0]
    if node.figures and first.figures:
        return 1.0 if saying.figure == _first_figure(node) else 0.0
    words = max(comparator.shared(other.words, node.words) for other in saying.nodes)
    if node.figures or first.figures:
        return words if words >= _SAME_WORDS_BARE else 0.0
    if node.claim.kind is first.claim.kind and node.claim.kind in _VIEWS:
        words *= 2
    return min(1.0, words)


def _compatible(saying: Saying, node: Node) -> bool:
    denied = {other.claim.polarity is Polarity.DENIED for other in saying.nodes}
    facets = frozenset().union(*(other.facets for other in saying.nodes)) & PLAIN
    ours = node.facets & PLAIN
    if saying.nodes[0].figures and node.figures and facets and ours and not facets & ours:
        return _fused_measure(facets, ours)
    return (node.claim.polarity is Polarity.DENIED) in denied


def _fused_measure(left: frozenset[str], right: frozenset[str]) -> bool:
    """Say whether one of two facets may be a blurred form of the other."""
    both = left | right
    return "casualties" in both or "lost" in both


def _join_copied_figures(sayings: list[Saying]) -> None:
    """Join a saying whose figure a copyist changed: one origin, one sentence, a slip in the number.

    Any other later figure of the origin is a revision and stays a saying of its own.
    """
    for late in sorted(sayings, key=lambda saying: saying.nodes[0].order, reverse=True):
        if late.voice.own or late.figure is None:
            continue
        for early in sorted(sayings, key=lambda saying: saying.nodes[0].order):
            if early is late or early.voice.key != late.voice.key or early.figure is None or early.day > late.day:
                continue
            if not early.nodes[0].facets & late.nodes[0].facets:
                continue
            pair = next(((e, n) for n in late.nodes for e in early.nodes if _miscopied(e, n)), None)
            if pair is not None:
                early.take(
                    late, _why("figure-changed", "one sentence of one origin with another figure", pair[1], pair[0])
                )
                sayings.remove(late)
                break


def _miscopied(first: Node, late: Node) -> bool:
    """Say whether a later figure is a slip of the pen in the same sentence: digits exchanged, a nought more or less.

    Another number in equal wording is no sign of a slip: an outlet that updates its text keeps the wording.
    """
    if not first.order[:2] < late.order[:2] or alike(first, late) < _SAME_WORDS * 0.75:
        return False
    return _slip(_first_figure(first), _first_figure(late))


def _slip(left: Figure, right: Figure) -> bool:
    """Say whether two numbers hold the same digits in another order, or differ by a factor of ten."""
    if not isinstance(left, int) or not isinstance(right, int) or left == right or min(left, right) < 10:
        return False
    return sorted(str(left)) == sorted(str(right)) or max(left, right) == 10 * min(left, right)


def _join_false_claimants(sayings: list[Saying]) -> None:
    """Join a saying that repeats another origin's sentence and odd figure: the relay named the wrong claimant."""
    for late in sorted(sayings, key=lambda saying: saying.nodes[0].order, reverse=True):
        if late.figure is None or late.voice.own:
            continue
        for early in sorted(sayings, key=lambda saying: saying.nodes[0].order):
            if early is late or early.voice.key == late.voice.key or early.figure != late.figure:
                continue
            if early.day >= late.day or not odd(_number(early.figure)):
                continue
            surer = _first_rank(early) > _first_rank(late)
            pair = next(
                ((e, n) for n in late.nodes for e in early.nodes if _one_sentence(e, n) and (surer or _cites(n, e))),
                None,
            )
            if pair is not None:
                reason = f"{early.voice.origin.name} said this sentence with this figure before"
                early.take(late, _why("claimant-changed", reason, pair[1], pair[0]))
                sayings.remove(late)
                break


def _join_turned(sayings: list[Saying], comparator: Comparator) -> None:
    """Join a saying that affirms what its origin denied before: one content, turned round.

    Only a relay can turn a saying. The origin's own later word to the contrary is a saying of its own.
    """
    for late in sorted(sayings, key=lambda saying: saying.nodes[0].order, reverse=True):
        node = late.nodes[0]
        for early in sorted(sayings, key=lambda saying: saying.nodes[0].order):
            first = early.nodes[0]
            turned = first.claim.polarity is Polarity.DENIED and node.claim.polarity is Polarity.AFFIRMED
            if not turned or late.voice.own or early.voice.key != late.voice.key or early.day > late.day:
                continue
            if first.family.key != node.family.key and comparator.shared(first.words, node.words) >= _SAME_WORDS:
                early.take(late, _why("polarity-changed", "the origin said the opposite of this", node, first))
                sayings.remove(late)
                break


def _cites(late: Node, early: Node) -> bool:
    """Say whether a claim names the outlet of another among those who relayed it."""
    named = {folded(link.name) for link in late.claim.chain[:-1]}
    return any(folded(document.outlet or "") in named for document in early.family.documents)


def _first_rank(saying: Saying) -> int:
    return len({node.family.key for node in saying.nodes}) + 10 * saying.voice.own


def _number(value: Figure) -> int:
    return value[1] if isinstance(value, tuple) else value or 0


def _one_sentence(early: Node, late: Node) -> bool:
    return len(wording(late.claim.quote)) >= 5 and alike(early, late) >= _SAME_WORDS


def _attach(node: Node, voice: Voice, sayings: list[Saying], comparator: Comparator) -> None:
    """Put a node without a named origin to the saying that its figure or wording betrays, or let it stand alone."""
    best: tuple[float, Saying, Node] | None = None
    for saying in sayings:
        for other in saying.nodes:
            score = _betrayal(node, other, comparator)
            if score and voice.anonymous and _one_description(voice, saying.voice):
                score += _SAME_DESCRIPTION
            if score >= _BETRAYED and (best is None or score > best[0]):
                best = (score, saying, other)
    if best is None:
        sayings.append(Saying(voice if voice.recorded else UNRECORDED, [node]))
        return
    _, saying, other = best
    what = "the same figure" if node.figures else "the same wording"
    source = saying.voice.origin.name or "an earlier report"
    saying.reasons[node] = _why("betrayed", f"no origin is named, but {what} as {source}", node, other)
    saying.nodes.append(node)
    saying.nodes.sort(key=lambda each: each.order)


def _one_description(left: Voice, right: Voice) -> bool:
    """Say whether one description is the other, or the other with more words before it (``official``)."""
    short, long = sorted((left.key.split(), right.key.split()), key=len)
    return bool(short) and long[-len(short) :] == short


def _betrayal(node: Node, other: Node, comparator: Comparator) -> float:
    """Return how surely a node without origin repeats another: figure and measure, wording, copied text; 0 to 1."""
    if (node.claim.polarity is Polarity.DENIED) != (other.claim.polarity is Polarity.DENIED):
        return 0.0
    words = alike(node, other)
    if node.figures and other.figures:
        if _first_figure(node) != _first_figure(other) or (
            node.facets & PLAIN and other.facets & PLAIN and not node.facets & other.facets
        ):
            return 0.0
        certain = 0.7 if odd(_number(_first_figure(node))) else 0.45
        return min(1.0, certain + 0.3 * words)
    if node.figures or other.figures:
        return 0.0
    return max(words, comparator.shared(node.words, other.words) if copied(node, other) >= _COPIED else 0.0)
