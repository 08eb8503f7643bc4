"""Read when a content happened or holds, and when it was said; carry a day on to later claims on the same event."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportedly.claims.content import Content, Tense
from reportedly.claims.days_find import Bound, TimeWords, find_days
from reportedly.claims.days_words import Direction
from reportedly.claims.parse import Parse, Sentence
from reportedly.model.claim import Ground, Kind
from reportedly.model.days import Days
from reportedly.model.span import Span

_LINKS = re.compile(r"^[\s,]*(?:\w+\s){0,3}?(?:on|in|at|late|early|earlier|also|reporters?|the)?\s*$", re.I)
_CARRYING = frozenset({Kind.EVENT, Kind.TALLY})


@dataclass(frozen=True, slots=True)
class Setting:
    """The days that the text speaks of at a place, and the words that set them."""

    days: Days
    spans: tuple[Span, ...]
    sentence: int
    paragraph: int
    kind: Kind


@dataclass(frozen=True, slots=True)
class When:
    """What ``read_when`` found for one claim."""

    days: Days | None
    ground: Ground | None
    setting: Setting | None
    """The setting that holds after the claim."""


def times_of(content: Content, published: date | None, setting: Setting | None) -> tuple[TimeWords, ...]:
    """Return the time expressions of the sentences that a content touches, worked out for its tense."""
    ahead = content.tense in {Tense.FUTURE, Tense.MODAL} or _ahead(content)
    direction = Direction.AHEAD if ahead else Direction.BACK
    anchor = setting.days if setting else None
    return tuple(
        time
        for sentence in content.sentences
        for time in find_days(content.parse.text, sentence.span, published, direction, anchor)
    )


_AHEAD = re.compile(r"\b(?:scheduled|expected|planned|due|set|slated|plans?|ahead|upcoming|going) (?:to|for|on|by)\b|\bscheduled\b")


def _ahead(content: Content) -> bool:
    return content.tense is not Tense.PAST and _AHEAD.search(content.lower) is not None


def read_when(content: Content, kind: Kind, times: Sequence[TimeWords], setting: Setting | None, others: Sequence[Span]) -> When:
    """Return the days on which a content happened or holds.

    Args:
        content: the claim's content.
        kind: its kind; states, judgements and forecasts take no day from other sentences.
        times: the time expressions of its sentences.
        setting: the days that the text speaks of so far.
        others: spans of the other claims of the document.
    """
    published = content.parse.document.day
    inside = [time for time in times if content.span.covers(time.span) and not _of_saying(content, time)]
    own = _own(content, kind, inside, published)
    if own is None:
        outside = [
            time
            for time in times
            if not content.span.overlaps(time.span)
            and not any(other.covers(time.span) for other in others)
            and not _of_saying(content, time)
            and content.sentence.span.covers(time.span)
        ]
        own = _own(content, kind, outside, published) if len(outside) == 1 else None
    if own is not None:
        days, spans, rule = own
        after = Setting(days, spans, content.sentence.index, content.sentence.paragraph, kind)
        keep = setting if kind not in _CARRYING or days.length > 31 else after
        return When(days, Ground("when", rule, spans), keep)
    if any(time.days is None or time.bound is not Bound.AT for time in inside):
        return When(None, None, setting)
    if setting is not None and _carries(content, kind, setting):
        return When(setting.days, Ground("when", "carried", setting.spans), setting)
    return When(None, None, setting)


def _carries(content: Content, kind: Kind, setting: Setting) -> bool:
    return kind in _CARRYING and content.tense in {Tense.PAST, Tense.NONE}


def _own(content: Content, kind: Kind, times: Sequence[TimeWords], published: date | None) -> tuple[Days, tuple[Span, ...], str] | None:
    usable = [time for time in times if time.days is not None]
    if not usable:
        return None
    as_of = next((time for time in usable if time.bound is Bound.AS_OF), None)
    since = next((time for time in usable if time.bound is Bound.SINCE and not _below(content, time)), None)
    if since is not None and since.days is not None:
        end = as_of.days.last if as_of is not None and as_of.days is not None else published
        if end is not None and end >= since.days.first:
            return Days(since.days.first, end), (since.span,), "since"
    if as_of is not None and as_of.days is not None:
        return Days.on(as_of.days.last), (as_of.span,), "as-of"
    main = [time for time in usable if time.bound in {Bound.AT, Bound.UNTIL} and not _below(content, time)]
    main = main or [time for time in usable if time.bound is Bound.AT]
    if not main or main[0].days is None:
        return None
    chosen = main[0]
    assert chosen.days is not None
    if chosen.bound is Bound.UNTIL and published is not None and kind is Kind.FORECAST and chosen.days.last > published:
        return Days(published, chosen.days.last), (chosen.span,), "until"
    return chosen.days, (chosen.span,), chosen.form


def _below(content: Content, time: TimeWords) -> bool:
    tokens = content.tokens_at(time.span)
    return bool(tokens) and content.embedded(_top(tokens))


def _top(tokens: list[Any]) -> Any:
    places = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in places), tokens[0])


def _of_saying(content: Content, time: TimeWords) -> bool:
    """Say whether an expression dates a cue and not the content."""
    return any(_dates_cue(content.sentences, content.parse.text, time.span, cue) for cue in content.draft.cues)


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
        if time.days is not None and time.bound in {Bound.AT, Bound.AS_OF} and _dates_cue([sentence], parse.text, time.span, cue):
            return time.days, time.span
    return None
