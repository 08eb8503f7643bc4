"""Join what the rules and the learned model found: one attribution for each act, with a score and who found it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from reportedly.claims import lexicon
from reportedly.claims.attribution import LINEAR, Attribution, Mention
from reportedly.claims.parse import Parse, Sentence
from reportedly.claims.tagger.acts import Act
from reportedly.claims.tree import clause_head, trimmed
from reportedly.model.attributed import Sort, Stance
from reportedly.model.claim import Polarity
from reportedly.model.span import Span

KEPT = 0.5
"""Score from which an act that only the model sees is kept."""
DOUBTED = 0.03
"""Probability of a cue below which the model speaks against a weak rule."""
AGREED = 0.5
"""Share of characters, Dice, from which two contents are the same."""
WEAK_RULES = frozenset({"beside the verb", "tail of the sentence", "inserted", "reported thing", "by X's account"})


def fused(parse: Parse, ruled: Sequence[Attribution], acts: Sequence[Act]) -> list[Attribution]:
    """Return the attributions of rules and model together, in the order of their cues.

    Args:
        parse: the parsed document.
        ruled: what the rules found.
        acts: what the model found.
    """
    partner = _partners(ruled, acts)
    found = [_with_act(one, partner.get(number)) for number, one in enumerate(ruled)]
    taken = {id(act) for act in partner.values()}
    made = (_from_act(act, parse) for act in acts if id(act) not in taken and act.cue_score >= KEPT)
    return sorted([*found, *(one for one in made if one is not None)], key=lambda one: (one.cue, one.rule))


def carried_on(one: Attribution) -> Attribution:
    """Return an attribution with what the model carries on from it into sentences without a cue of their own."""
    if one.act is None or not one.bears:
        return one
    return one.carrying(*(span for span in one.act.carried if not one.covers(span)))


def _bears(act: Act, cue: Sequence[Any]) -> bool:
    """Whether an act that only the model sees makes a link: plans, orders and what is left unsaid do not."""
    if act.stance is Stance.WITHHELD:
        return False
    return act.sort is not Sort.INTEND or any(token.lemma_.lower() in lexicon.DEMAND for token in cue)


def _partners(ruled: Sequence[Attribution], acts: Sequence[Act]) -> dict[int, Act]:
    """Number of a rule's attribution -> the act that is the same."""
    found: dict[int, Act] = {}
    for number, one in enumerate(ruled):
        same = [act for act in acts if any(cue.overlaps(one.cue) for cue in (*act.cue, act.seed))]
        if same:
            found[number] = max(same, key=lambda act: (_shared(one.contents, act.contents), act.cue_score))
    return found


def _with_act(one: Attribution, act: Act | None) -> Attribution:
    if act is None:
        return replace(one, score=min(one.score, 0.5))
    return replace(one, act=act, score=max(one.score, act.cue_score))


def _shared(left: Iterable[Span], right: Iterable[Span]) -> float:
    """Dice of the characters of two contents."""
    ours = {at for span in left for at in range(span.start, span.end)}
    theirs = {at for span in right for at in range(span.start, span.end)}
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours or theirs else 0.0


def _from_act(act: Act, parse: Parse) -> Attribution | None:
    """The attribution that only the model sees, tied to the tree."""
    sentence = parse.sentence_at(act.seed.start)
    cue = sentence.tokens_in(act.seed)
    contents = tuple(span for run in act.contents if (span := _tidy(run, parse)) is not None)
    if not cue or not contents:
        return None
    sources = tuple(mention for span in (act.via, act.source) if (mention := _mention(span, parse)) is not None)
    return Attribution(
        sentence=sentence,
        sources=sources,
        cue=act.seed,
        contents=contents,
        rule="model",
        polarity=Polarity.DENIED if act.stance is Stance.DENIED else Polarity.AFFIRMED,
        fallback_name="" if act.source is not None else "reports",
        cue_tokens=tuple(token.i for token in cue),
        content_heads=_heads(contents, sentence, cue),
        score=act.cue_score,
        act=act,
        bears=_bears(act, cue),
    )


def _tidy(run: Span, parse: Parse) -> Span | None:
    """A run of content without marks and conjunctions at its ends."""
    first = parse.sentence_at(run.start)
    tokens = [
        (one, token) for one in parse.sentences[first.index :] if one.span.start < run.end for token in one.tokens_in(run)
    ]
    kept = trimmed([token for _, token in tokens])
    if not kept:
        return None
    ends = {id(kept[0]): None, id(kept[-1]): None}
    places = [one.span_of([token]) for one, token in tokens if id(token) in ends]
    return Span(min(place.start for place in places), max(place.end for place in places))


def _mention(span: Span | None, parse: Parse) -> Mention | None:
    if span is None:
        return None
    sentence = parse.sentence_at(span.start)
    tokens = [token for token in sentence.tokens_in(span) if not token.is_space]
    if not tokens:
        return None
    numbers = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in numbers or token.head is token]
    nouns = [token for token in tops if token.pos_ in {"NOUN", "PROPN", "PRON", "DET", "NUM"}]
    return Mention((nouns or tops or tokens)[-1], sentence, tuple(tokens))


def _heads(contents: Sequence[Span], sentence: Sentence, cue: Sequence[Any]) -> tuple[int, ...]:
    """Heads of the content's clauses that hang on the cue; ``LINEAR`` where the content is no clause of its own."""
    own = {token.i for token in cue}
    heads = []
    for span in contents:
        tokens = sentence.tokens_in(span)
        numbers = {token.i for token in tokens}
        for token in tokens:
            above = token.head
            if (above.i not in numbers or above is token) and clause_head(token) and token.i not in own:
                heads.append(token.i)
    return tuple(heads) or (LINEAR,)


