"""Acts of attribution as the networks see them: cue, source, medium, contents, all as spans with probabilities."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy

from reportedly.claims.parse import Parse
from reportedly.claims.tagger.network import Linked, Network, Scores, Seen
from reportedly.claims.tagger.windows import Window, windows
from reportedly.model.attributed import Sort, Stance
from reportedly.model.span import Span

SEED = 0.3
"""Probability from which a word is looked at as the first of a cue; what is kept is decided later."""
FIRST = 0.3
"""Probability from which a word may begin a source; below it there is none."""
BELONGS = 0.5
"""Probability from which a word is content."""
_SOURCE, _SOURCE_ON, _VIA, _VIA_ON, _CUE = range(1, 6)
_CONTENT, _CONTENT_ON, _CARRIED = 1, 2, 3
_SHORT_GAP = 4
"""Words between two runs of content that are taken for part of it: a mark, a stray word."""


@dataclass(frozen=True)
class Act:
    """One act as the model sees it."""

    cue: tuple[Span, ...]
    """Runs of the cue's words in order; the first to be marked is ``seed``."""
    seed: Span
    cue_score: float
    source: Span | None
    source_score: float
    """Probability of the source's words, or that there is none."""
    via: Span | None
    via_score: float
    contents: tuple[Span, ...]
    content_score: float
    """Mean probability of the content's words."""
    carried: tuple[Span, ...]
    sort: Sort
    stance: Stance
    stance_score: float


def seen_of(parse: Parse, network: Network) -> list[Seen]:
    """Return what the encoder makes of a document, window by window."""
    sentences = [(sentence.span, sentence.paragraph) for sentence in parse.sentences]
    return network.see(windows(parse.text, sentences, network.cutter))


def acts_of(parse: Parse, network: Network, read: Sequence[Seen] | None = None) -> tuple[Act, ...]:
    """Return the acts that the model sees in a document, in the order of their cues.

    Args:
        parse: the parsed document.
        network: the trained networks.
        read: what ``seen_of`` gave for this document, where it is known already.
    """
    found: list[tuple[int, Act]] = []
    for seen in seen_of(parse, network) if read is None else read:
        for cue, score in _seeds(seen):
            room = _room(seen.window, cue, parse)
            act = _act(seen.window, cue, score, network.link(seen, cue))
            if act.contents or act.carried:
                found.append((room, act))
    return tuple(act for _, act in sorted(_apart(found), key=lambda pair: pair[1].seed))


def _apart(found: Iterable[tuple[int, Act]]) -> list[tuple[int, Act]]:
    """Of acts whose first words of a cue overlap (two windows disagreed), the ones seen with more room."""
    kept: list[tuple[int, Act]] = []
    for pair in sorted(found, key=lambda pair: (-pair[0], pair[1].seed)):
        if not any(pair[1].seed.overlaps(other.seed) for _, other in kept):
            kept.append(pair)
    return kept


def _seeds(seen: Seen) -> list[tuple[list[int], float]]:
    """Runs of words that may be cues, with the probability of the first."""
    begins, goes_on = seen.cues[:, 1], seen.cues[:, 2]
    runs: list[tuple[list[int], float]] = []
    last = -1
    for word in range(len(begins)):
        likely = begins[word] >= SEED and begins[word] >= goes_on[word]
        after = word == last + 1 and goes_on[word] > max(begins[word], seen.cues[word, 0])
        if likely:
            runs.append(([word], float(begins[word])))
            last = word
        elif after and runs:
            runs[-1][0].append(word)
            last = word
    return runs


def _room(window: Window, cue: Sequence[int], parse: Parse) -> int:
    """Words between a cue and the nearer edge of its window, an edge of the document being no edge."""
    first, last = parse.sentences[0].span.start, parse.sentences[-1].span.end
    before = cue[0] if window.words[0].start > first else len(window.words)
    after = len(window.words) - 1 - cue[-1] if window.words[-1].end < last else len(window.words)
    return min(2 * before, after)


def _act(window: Window, cue: Sequence[int], score: float, linked: Linked) -> Act:
    words = window.words[linked.first : linked.first + len(linked.roles)]
    own = {number - linked.first for number in cue}
    roles = linked.roles.argmax(axis=-1)
    cue_words = sorted({*own, *(int(n) for n in numpy.flatnonzero(roles == _CUE))})
    source, source_score = _best_run(words, linked, _SOURCE, _SOURCE_ON, own)
    via, via_score = _best_run(words, linked, _VIA, _VIA_ON, own)
    likely = linked.contents[:, _CONTENT] + linked.contents[:, _CONTENT_ON]
    inside = likely[likely >= BELONGS]
    return Act(
        cue=tuple(_runs(words, cue_words)),
        seed=Span(window.words[cue[0]].start, window.words[cue[-1]].end),
        cue_score=score,
        source=source,
        source_score=source_score,
        via=via,
        via_score=via_score,
        contents=tuple(_runs(words, _filled(likely, set(cue_words)))),
        content_score=float(inside.mean()) if len(inside) else 0.0,
        carried=tuple(_runs(words, _filled(linked.contents[:, _CARRIED], set(cue_words)))),
        sort=list(Sort)[int(linked.sort.argmax())],
        stance=list(Stance)[int(linked.polarity.argmax())],
        stance_score=float(linked.polarity.max()),
    )


def _best_run(words: Sequence[Span], linked: Linked, first: int, more: int, cue: set[int]) -> tuple[Span | None, float]:
    """Return the likeliest run of words with a role and its probability, or None and how surely there is none."""
    roles = linked.roles
    best: tuple[float, int, int] | None = None
    for start in (int(n) for n in numpy.flatnonzero(roles[:, first] >= FIRST)):
        end = start + 1
        while end < len(words) and end not in cue and roles[end, more] > max(roles[end, 0], roles[end, _CUE], FIRST):
            end += 1
        score = float(roles[start, first])
        if best is None or score > best[0]:
            best = (score, start, end)
    if best is None:
        return None, 1.0 - float(roles[:, first].max(initial=0.0))
    return Span(words[best[1]].start, words[best[2] - 1].end), best[0]


def _filled(likely: Scores, cue: set[int]) -> list[int]:
    """Numbers of the words that are likely enough, with short gaps that hold no word of the cue filled."""
    filled: list[int] = []
    for word in (int(n) for n in numpy.flatnonzero(likely >= BELONGS)):
        gap = range(filled[-1] + 1, word) if filled else range(0)
        if 0 < len(gap) <= _SHORT_GAP and not cue & set(gap):
            filled.extend(gap)
        filled.append(word)
    return filled


def _runs(words: Sequence[Span], chosen: Sequence[int]) -> list[Span]:
    runs: list[list[int]] = []
    for number in chosen:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return [Span(words[first].start, words[last].end) for first, last in runs]
