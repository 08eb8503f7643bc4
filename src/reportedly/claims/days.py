"""Read when a content happened or holds, and when it was said; carry a day on to later claims on the same event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from reportedly.claims.content import Content, Tense
from reportedly.claims.days_find import TimeWords, find_days
from reportedly.claims.days_scenes import CARRYING, LONGEST, Scene, Story, carry_features, content_words
from reportedly.claims.draft import ClaimDraft
from reportedly.claims.linear import LinearModel
from reportedly.claims.parse import Parse, Sentence
from reportedly.model.claim import Ground, Kind
from reportedly.model.days import Days
from reportedly.model.span import Span
from reportedly.model.times import Bound, Direction

_LINKS = re.compile(r"^\s*(?:\w+\s){0,3}?(?:on|in|at|late|early|earlier|also|reporters?|the)?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class When:
    """What ``read_when`` found for one claim."""

    days: Days | None
    ground: Ground | None
    story: Story
    """What the document has told after the claim."""
    warnings: tuple[Ground, ...] = ()
    """What a person should check, with the words it is about."""


_FAILED = re.compile(r"\bcould(?:n['’]t| not)\b")
"""What somebody could not do lies behind, whatever the modal says elsewhere."""


def times_of(
    content: Content,
    published: date | None,
    anchor: Days | None,
    kind: Kind | None = None,
    said: date | None = None,
) -> tuple[TimeWords, ...]:
    """Return the time expressions of the sentences that a content touches, worked out for its tense and kind.

    Args:
        content: the content.
        published: the day of publication.
        anchor: the days of which the text spoke last.
        kind: the claim's kind, where it is known yet.
        said: the day on which the source spoke: words inside the content are counted from it.
    """
    found = _times(content, published, anchor, kind)
    if said is None:
        return found
    quoted = {time.span: time for time in _times(content, said, anchor, kind) if content.span.covers(time.span)}
    return tuple(_counted_from(quoted.get(time.span, time), time) for time in found)


def _counted_from(quoted: TimeWords, time: TimeWords) -> TimeWords:
    return time if quoted.days == time.days else replace(quoted, from_saying=True)


def _times(content: Content, published: date | None, anchor: Days | None, kind: Kind | None) -> tuple[TimeWords, ...]:
    ahead = content.tense in {Tense.FUTURE, Tense.MODAL} or _ahead(content)
    ahead = ahead or (kind is Kind.FORECAST and content.tense is not Tense.PAST)
    ahead = ahead and _FAILED.search(content.lower) is None
    direction = Direction.AHEAD if ahead else Direction.BACK
    found = _find(content, published, direction, anchor)
    if direction is Direction.BACK and content.tense is Tense.PRESENT and kind is not Kind.TALLY:
        return tuple(_timetabled(content, found, _find(content, published, Direction.AHEAD, anchor)))
    return found


def _find(content: Content, published: date | None, direction: Direction, anchor: Days | None) -> tuple[TimeWords, ...]:
    return tuple(
        time
        for sentence in content.sentences
        for time in find_days(content.parse.text, sentence.span, published, direction, anchor)
    )


def _timetabled(content: Content, back: Sequence[TimeWords], ahead: Sequence[TimeWords]) -> Iterator[TimeWords]:
    """Look ahead for the weekday or month of a present tense: ``parliament votes on Tuesday``."""
    later = {time.span: time for time in ahead}
    for past in back:
        future = later.get(past.span, past)
        open_day = past.form in {"weekday", "month", "day"} and past.bound is Bound.AT
        yield future if open_day and content.span.covers(past.span) and not _below(content, past) else past


_AHEAD = re.compile(
    r"\b(?:scheduled|expected|planned|due|set|slated|plans?|ahead|upcoming|"
    r"going|slated|anticipated|intended) (?:to|for|on|by)\b|\bscheduled\b"
)


_WILL = re.compile(r"\b(?:will|would|shall|(?:is|are|was|were|due) to (?!have\b)[a-z]+)\b|'ll\b")


def _ahead(content: Content) -> bool:
    if _WILL.search(content.lower):
        return True
    return content.tense is not Tense.PAST and _AHEAD.search(content.lower) is not None


CARRIED_FROM = 0.4
"""Chance from which a claim is put into a scene: the best of the training documents, cross-validated; between 0.35 and
0.45 it makes hardly a difference."""


def read_when(
    content: Content,
    kind: Kind,
    times: Sequence[TimeWords],
    story: Story,
    others: Sequence[ClaimDraft],
    model: LinearModel,
) -> When:
    """Return the days on which a content happened or holds.

    Args:
        content: the claim's content.
        kind: its kind, which tells with other features whether it takes days from other sentences.
        times: the time expressions of its sentences.
        story: what the document has told so far.
        others: the other drafts of the document.
        model: weights over ``carry_features``, with the labels ``carried`` and ``open``.
    """
    own = own_days(content, kind, times, others)
    if own is not None:
        days, spans, rule = own
        scene = set_scene(content, kind, own)
        after = story.setting(scene) if scene else story
        return When(days, Ground("when", rule, spans), after, _warnings(times, spans))
    if left_open(content, times):
        return When(None, None, story)
    chances = [
        (model.probabilities(carry_features(content, kind, scene, story))["carried"], -number, scene)
        for number, scene in enumerate(story.candidates())
    ]
    chance, _, best = max(chances, default=(0.0, 0, None))
    if best is None or chance <= CARRIED_FROM:
        return When(None, None, story)
    return When(best.days, Ground("when", "carried", best.spans), story.carrying(best, content))


def _warnings(times: Sequence[TimeWords], spans: Sequence[Span]) -> tuple[Ground, ...]:
    return tuple(
        Ground("when", f"to check: {warning}", (time.span,))
        for time in times
        if time.span in spans
        for warning in time.warnings
    )


def left_open(content: Content, times: Sequence[TimeWords]) -> bool:
    """Say whether a content has time words of its own that give no day, or only bound it: then no other day is its."""
    inside = (time for time in times if content.span.covers(time.span) and not _of_saying(content, time))
    return any(time.days is None or time.bound is not Bound.AT for time in inside)


Own = tuple[Days, tuple[Span, ...], str]
"""Days that a claim's own words give, the words and the rule."""


def own_days(content: Content, kind: Kind, times: Sequence[TimeWords], others: Sequence[ClaimDraft]) -> Own | None:
    """Return the days that the words of a content, or words of its sentence that date it, give; see ``read_when``."""
    inside = [time for time in times if content.span.covers(time.span) and not _of_saying(content, time)]
    return _own(content, kind, inside) or _own(content, kind, _outside(content, times, others))


def set_scene(content: Content, kind: Kind, own: Own) -> Scene | None:
    """Return the scene that a claim with days of its own sets: only what happens, over a month at most, sets one."""
    days, spans, _ = own
    if kind not in CARRYING or days.length > LONGEST or _counted_to(content, spans):
        return None
    return Scene(
        days,
        spans,
        content.sentence.index,
        content.sentence.paragraph,
        kind,
        bool(content.draft.chain),
        content.tense,
        content_words(content),
        content.root.lemma_.lower() if content.root is not None else "",
    )


_COUNTED_TO = re.compile(r"\b(?:as of|as at|up to|until)\s+(?:\w+\s+)?$", re.IGNORECASE)


def _counted_to(content: Content, spans: Sequence[Span]) -> bool:
    """Say whether a day only closes a count (``as of 14 December``): nothing else need have happened on it."""
    text = content.parse.text
    return any(
        _COUNTED_TO.search(text[max(0, span.start - 16) : span.start]) is not None
        or span.of(text).lower().startswith(("as of", "as at"))
        for span in spans
    )


def _outside(content: Content, times: Sequence[TimeWords], others: Sequence[ClaimDraft]) -> list[TimeWords]:
    """Return the expressions of the content's sentence that date it from outside its span."""
    sentence = content.sentence.span
    found = []
    for time in times:
        if content.span.overlaps(time.span) or not sentence.covers(time.span):
            continue
        if content.draft.chain and time.bound is not Bound.AS_OF:
            continue
        cues = [cue for draft in (content.draft, *others) for cue in draft.cues if sentence.overlaps(cue)]
        text = content.parse.text
        if any(other.span.covers(time.span) for other in others) or any(
            time.bound is not Bound.AS_OF and _dates_cue(content.sentences, text, time.span, cue) for cue in cues
        ):
            continue
        if not cues or time.bound is Bound.AS_OF or time.span.end <= content.span.start:
            found.append(time)
    return found if len(found) == 1 else []


_VAGUE_FORMS = frozenset({"overnight"})


def _own(content: Content, kind: Kind, times: Sequence[TimeWords]) -> Own | None:
    published = content.parse.document.day
    usable = [(time, time.days) for time in times if time.days is not None]
    as_of = next(((time, days) for time, days in usable if time.bound is Bound.AS_OF), None)
    since = next(((time, days) for time, days in usable if time.bound is Bound.SINCE), None)
    if since is not None:
        end = as_of[1].last if as_of else published
        if end is not None and end >= since[1].first:
            return Days(since[1].first, end), (since[0].span,), "since"
    if as_of is not None:
        return Days.on(as_of[1].last), (as_of[0].span,), "as-of"
    dated = [pair for pair in usable if pair[0].bound in {Bound.AT, Bound.UNTIL}]
    main = [pair for pair in dated if not _below(content, pair[0])]
    main = main or [pair for pair in dated if pair[0].form != "near-day"]
    main = [pair for pair in main if pair[0].form not in _VAGUE_FORMS] or main
    if not main:
        return None
    time, days = min(main, key=lambda pair: pair[1].length)
    if time.bound is Bound.UNTIL and published is not None and kind is Kind.FORECAST and days.last > published:
        return Days(published, days.last), (time.span,), "until"
    return days, (time.span,), f"{time.form}, counted from the day of saying" if time.from_saying else time.form


def _below(content: Content, time: TimeWords) -> bool:
    tokens = content.tokens_at(time.span)
    return bool(tokens) and content.embedded(_top(tokens))


def _top(tokens: list[Any]) -> Any:
    places = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in places), tokens[0])


def _of_saying(content: Content, time: TimeWords) -> bool:
    """Say whether an expression inside the span dates a cue that the span runs across."""
    cues = [cue for cue in content.draft.cues if content.span.covers(cue)]
    return any(_dates_cue(content.sentences, content.parse.text, time.span, cue) for cue in cues)


def _dates_cue(sentences: Sequence[Sentence], text: str, words: Span, cue: Span) -> bool:
    if cue.covers(words):
        return True
    gap = text[cue.end : words.start] if cue.end <= words.start else text[words.end : cue.start]
    if len(gap) < 45 and _LINKS.match(gap) and not re.search(r"\bthat\b", gap):
        return True
    sentence = next((one for one in sentences if one.span.covers(cue)), None)
    if sentence is None or not sentence.span.covers(words):
        return False
    speaking = {token.i for token in sentence.tokens_in(cue)}
    token = _top(sentence.tokens_in(words))
    for _ in range(3):
        token = token.head
        if token.i in speaking:
            return True
        if token.pos_ not in {"ADP", "ADV", "PROPN", "NOUN", "NUM"}:
            return False
    return False


def said_days(parse: Parse, cue: Span, content: Span | None = None) -> tuple[Days, Span] | None:
    """Return the day of saying that stands beside a cue, with its words.

    Args:
        parse: the document's parse.
        cue: the words that make the source speak.
        content: what was said; days inside it are days of the content.
    """
    sentence = parse.sentence_at(cue.start)
    for time in find_days(parse.text, sentence.span, parse.document.day, Direction.BACK, None):
        if content is not None and content.covers(time.span) and not content.covers(cue):
            continue
        if (
            time.days is not None
            and time.bound in {Bound.AT, Bound.AS_OF}
            and _dates_cue([sentence], parse.text, time.span, cue)
        ):
            return time.days, time.span
    return None
