"""Read when a content happened or holds, and when it was said; carry a day on to later claims on the same event."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportedly.claims.content import Content, Tense
from reportedly.claims.days_find import Bound, TimeWords, find_days
from reportedly.claims.days_words import Direction
from reportedly.claims.draft import ClaimDraft
from reportedly.claims.linear import LinearModel
from reportedly.claims.parse import Parse, Sentence
from reportedly.model.claim import Ground, Kind
from reportedly.model.days import Days
from reportedly.model.span import Span

_LINKS = re.compile(r"^\s*(?:\w+\s){0,3}?(?:on|in|at|late|early|earlier|also|reporters?|the)?\s*$", re.IGNORECASE)
_CARRYING = frozenset({Kind.EVENT, Kind.TALLY})


@dataclass(frozen=True, slots=True)
class Setting:
    """The days that the text speaks of at a place, and the words that set them."""

    days: Days
    spans: tuple[Span, ...]
    sentence: int
    paragraph: int
    kind: Kind
    chained: bool
    tense: Tense
    words: frozenset[str]
    """Lemmas of the nouns and verbs of the claim that set it."""
    root: str
    """Lemma of that claim's predicate."""
    count: int
    """How many claims of the document have set days so far."""


@dataclass(frozen=True, slots=True)
class When:
    """What ``read_when`` found for one claim."""

    days: Days | None
    ground: Ground | None
    setting: Setting | None
    """The setting that holds after the claim."""


def content_words(content: Content) -> frozenset[str]:
    """Return the lemmas by which two claims are seen to speak of the same thing."""
    return frozenset(
        token.lemma_.lower()
        for token in content.tokens
        if token.pos_ in {"NOUN", "PROPN", "VERB"} and not token.is_stop
    )


def spoken_days(parse: Parse) -> Mapping[Days, int]:
    """Return how often a document speaks of each day or pair of days, over all its time expressions."""
    whole = Span(0, len(parse.text))
    found = find_days(parse.text, whole, parse.document.day, Direction.BACK, None)
    return Counter(time.days for time in found if time.days is not None and time.days.length <= 2)


def carry_features(content: Content, kind: Kind, setting: Setting, spoken: Mapping[Days, int]) -> tuple[str, ...]:
    """Return what speaks for or against carrying the days of a setting on to a content, as named features."""
    gap = content.sentence.index - setting.sentence
    apart = content.sentence.paragraph - setting.paragraph
    published = content.parse.document.day
    age = (published - setting.days.last).days if published else -1
    shared = len(content_words(content) & setting.words)
    root = content.root
    subject = None if root is None else next((c for c in root.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    chained = f"chain {min(len(content.draft.chain), 1)}"
    tense = f"tense {content.tense}"
    near = f"gap {_bucket(gap)}"
    share = round(4 * spoken.get(setting.days, 0) / max(1, sum(spoken.values())))
    early = setting.sentence <= 1
    return (
        f"days spoken of {_bucket(len(spoken))}",
        f"share {share}",
        f"share {share} {tense}",
        f"early {early} share {share}",
        f"early {early} {tense}",
        f"set by {setting.root}",
        f"days spoken of {_bucket(len(spoken))} {tense} {chained}",
        f"harm {not HARM.isdisjoint(setting.words)} {tense}",
        f"harm {not HARM.isdisjoint(setting.words)} {tense} {chained}",
        "bias",
        f"kind {kind}",
        tense,
        f"kind {kind} {tense}",
        chained,
        f"kind {kind} {chained}",
        f"{tense} {chained}",
        near,
        f"apart {_bucket(apart)}",
        f"{tense} apart {_bucket(apart)}",
        f"{tense} {near}",
        f"{chained} {near}",
        f"length {_bucket(setting.days.length)}",
        f"age {_bucket(age)}",
        f"set by {setting.kind} {setting.tense}",
        f"set chained {setting.chained} {chained}",
        f"shared {min(shared, 3)}",
        f"settings {_bucket(setting.count)}",
        f"{tense} shared {min(shared, 1)} {near}",
        f"{tense} age {_bucket(age)}",
        f"root {root.lemma_.lower() if root is not None else ''}",
        f"subject {_subject(subject)}",
        f"subject {_subject(subject)} {tense}",
        *(f"says {match}" for match in sorted(set(_APART.findall(content.lower)))),
        *(["first person"] if re.search(r"\b(?:i|we|my|our)\b", content.lower) else []),
        *(["relative"] if re.match(r"(?:which|who|where|whose)\b", content.lower) else []),
        *(["same sentence"] if gap == 0 else []),
    )


HARM = frozenset(
    "kill die injure wound crash attack explode explosion fire earthquake flood collapse shoot shooting strike hit "
    "destroy arrest steal theft drown murder rescue collide derail land sink stab bomb bombing accident raid".split()
)
"""Words of a claim that sets the scene of an incident rather than of a debate or a plan."""

_APART = re.compile(
    r"\b(?:previously|earlier|before|already|later|since|ever|never|always|usually|often|recently|currently|still|"
    r"then|also|years?|months?|weeks?|history|once|until|after|during|when)\b"
)


def _bucket(number: int) -> str:
    return next((f"<={top}" for top in (-1, 0, 1, 2, 4, 8, 16, 31) if number <= top), ">31")


def _subject(token: Any | None) -> str:
    if token is None:
        return "none"
    if token.pos_ == "PRON":
        return str(token.lower_)
    article = next((child.lower_ for child in token.children if child.dep_ == "det"), "")
    return f"{token.pos_} {article}"


_VAGUE = re.compile(r"\b(?:recently|lately|in recent (?:days|weeks|months|years)|in the near (?:term|future)|soon)\b")
"""Times that a text leaves open on purpose: no day of another sentence belongs to them (codebook, when)."""
_FAILED = re.compile(r"\bcould(?:n['’]t| not)\b")
"""What somebody could not do lies behind, whatever the modal says elsewhere."""


def times_of(
    content: Content, published: date | None, setting: Setting | None, kind: Kind | None = None
) -> tuple[TimeWords, ...]:
    """Return the time expressions of the sentences that a content touches, worked out for its tense and kind."""
    ahead = content.tense in {Tense.FUTURE, Tense.MODAL} or _ahead(content)
    ahead = ahead or (kind is Kind.FORECAST and content.tense is not Tense.PAST)
    ahead = ahead and _FAILED.search(content.lower) is None
    direction = Direction.AHEAD if ahead else Direction.BACK
    anchor = setting.days if setting else None
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
    for past, future in zip(back, ahead, strict=True):
        open_day = past.form in {"weekday", "month"} and past.bound is Bound.AT
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


def read_when(
    content: Content,
    kind: Kind,
    times: Sequence[TimeWords],
    setting: Setting | None,
    others: Sequence[ClaimDraft],
    model: LinearModel,
    spoken: Mapping[Days, int],
) -> When:
    """Return the days on which a content happened or holds.

    Args:
        content: the claim's content.
        kind: its kind; states, judgements and forecasts take no day from other sentences.
        times: the time expressions of its sentences.
        setting: the days that the text speaks of so far.
        others: the other drafts of the document.
        model: weights over ``carry_features``, with the labels ``carried`` and ``open``.
        spoken: what ``spoken_days`` gives for the document.
    """
    own = own_days(content, kind, times, others)
    if own is not None:
        days, spans, rule = own
        return When(days, Ground("when", rule, spans), set_days(content, kind, own, setting))
    inside = [time for time in times if content.span.covers(time.span) and not _of_saying(content, time)]
    if any(time.days is None or time.bound is not Bound.AT for time in inside) or setting is None:
        return When(None, None, setting)
    if _VAGUE.search(content.lower) is not None:
        return When(None, None, setting)
    chance = model.probabilities(carry_features(content, kind, setting, spoken))["carried"]
    if chance > 0.5:
        return When(setting.days, Ground("when", "carried", setting.spans), setting)
    return When(None, None, setting)


Own = tuple[Days, tuple[Span, ...], str]
"""Days that a claim's own words give, the words and the rule."""


def own_days(content: Content, kind: Kind, times: Sequence[TimeWords], others: Sequence[ClaimDraft]) -> Own | None:
    """Return the days that the words of a content, or words of its sentence that date it, give; see ``read_when``."""
    inside = [time for time in times if content.span.covers(time.span) and not _of_saying(content, time)]
    return _own(content, kind, inside) or _own(content, kind, _outside(content, times, others))


def set_days(content: Content, kind: Kind, own: Own, before: Setting | None) -> Setting | None:
    """Return the setting after a claim with days of its own: only what happens, over a month at most, sets one."""
    days, spans, _ = own
    if kind not in _CARRYING or days.length > 31 or _counted_to(content, spans):
        return before
    return Setting(
        days,
        spans,
        content.sentence.index,
        content.sentence.paragraph,
        kind,
        bool(content.draft.chain),
        content.tense,
        content_words(content),
        content.root.lemma_.lower() if content.root is not None else "",
        1 + (before.count if before else 0),
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
    time, days = main[0]
    if time.bound is Bound.UNTIL and published is not None and kind is Kind.FORECAST and days.last > published:
        return Days(published, days.last), (time.span,), "until"
    return days, (time.span,), time.form


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
