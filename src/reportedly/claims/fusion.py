"""Join what the rules and the learned model found: one attribution for each act, with a score and who found it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from reportedly.claims import lexicon
from reportedly.claims.attribution import LINEAR, Attribution, Mention, mention_of
from reportedly.claims.cues_build import medium_like
from reportedly.claims.cues_exhibit import exhibit, exhibit_sources
from reportedly.claims.forms import QUOTATION_MARKS, form_of
from reportedly.claims.parse import Parse, Sentence
from reportedly.claims.tagger.acts import Act
from reportedly.claims.tree import clause_head, trimmed
from reportedly.model.attributed import Form, Sort, Stance
from reportedly.model.claim import Polarity
from reportedly.model.span import Span

KEPT = 0.6
"""Probability of a cue from which an act is kept that only the model sees."""
DOUBTED = 0.3
"""Probability of a cue below which the model speaks against a rule."""
SURE = 0.9
"""Probability of a source from which the model is believed against a rule."""
DISPUTED, UNNAMED = 0.55, 0.7
"""Most that an attribution scores where rule and model disagree, and where the model alone knows of a source."""
ALIKE = 0.5
"""Dice from which two contents are near each other."""
STANDING_ALONE = frozenset(
    {
        "according to",
        "colon",
        "per X",
        "as X put it",
        "by X's account",
        "claim noun",
        "citing",
        "hearsay adverb",
        "hearsay passive",
        "quoted as saying",
        "heard from",
        "beside the quotation",
        "own earlier report",
    }
)
"""Rules that are believed where the model sees nothing; of the others' finds more than half are then wrong."""
HEARSAY = lexicon.HEARSAY_ADVERBS | lexicon.HEARSAY_PARTICIPLES | frozenset("rumour rumor allegation report".split())
_HOPES = frozenset("expect hope hop plan want wish aim".split())
"""Verbs whose infinitive is what the subject is about to do, not what it says; ``hop`` is the lemma of ``hopes``."""
COUNTS = frozenset({"CARDINAL", "QUANTITY", "PERCENT", "MONEY"})
"""Labels of numbers that count something; days do not."""
_HELD = frozenset("indication evidence sign information proof".split())
"""What a source can have without putting it forward."""
CITING = re.compile(r"(?:citing|quoting|with reference|referring|relying)", re.IGNORECASE)
"""Cues by which a source that stands behind the speaker is named."""
_INSIDE_NAME = frozenset({"det", "compound", "amod", "poss", "nummod", "nmod", "case"})


def fused(parse: Parse, ruled: Sequence[Attribution], acts: Sequence[Act]) -> list[Attribution]:
    """Return the attributions of rules and model together, in the order of their cues.

    Args:
        parse: the parsed document.
        ruled: what the rules found.
        acts: what the model found.
    """
    partner, doubled = _partners(ruled, acts)
    found = [
        _agreed(one, partner[number], parse) if number in partner else replace(one, score=min(one.score, 0.5))
        for number, one in enumerate(ruled)
        if number in partner or (number not in doubled and (one.rule in STANDING_ALONE or _shows_pictures(one)))
    ]
    taken = {id(act) for act in partner.values()}
    alone = (act for act in acts if id(act) not in taken and act.cue_score >= KEPT)
    made = (_from_act(act, parse) for act in alone)
    return sorted([*found, *(one for one in made if one is not None)], key=lambda one: (one.cue, one.rule))


def _shows_pictures(one: Attribution) -> bool:
    """``published footage showing``: a picture with an owner is believed without the model."""
    return one.rule == "exhibit shows" and len(one.sources) > 1 and one.sources[-1].head.lemma_ in lexicon.IMAGERY


def carried_on(one: Attribution, parse: Parse) -> Attribution:
    """Return an attribution with what the model carries on from it into sentences without a cue of their own.

    Where a report says ``we`` outside of quotation marks it speaks in its own voice again.
    """
    if one.act is None or not one.bears:
        return one
    return one.carrying(*(span for span in one.act.carried if not one.covers(span) and not _own_voice(span, parse)))


def _own_voice(span: Span, parse: Parse) -> bool:
    sentence = parse.sentence_at(span.start)
    if any(mark in sentence.span.of(parse.text) for mark in QUOTATION_MARKS):
        return False
    return any(token.lower_ in lexicon.FIRST_PERSON for token in sentence.tokens_in(span))


def _bears(act: Act, cue: Sequence[Any], following: str) -> bool:
    """Whether an act that only the model sees makes a link: plans, orders and what is left unsaid do not.

    Without a source only hearsay does: ``is believed to`` has somebody behind it, ``is expected to`` need not.
    """
    words = {token.lemma_.lower() for token in cue} | {token.lower_ for token in cue}
    if act.stance is Stance.WITHHELD:
        return False
    if act.source is None:
        return bool(words & HEARSAY)
    if act.sort is Sort.INTEND:
        return bool(words & lexicon.DEMAND)
    if words & _HELD and words & {"have", "has", "had"}:
        return False
    return not (words & _HOPES and following.startswith("to "))


def _says_something(act: Act, contents: Sequence[Span], parse: Parse) -> bool:
    """Whether a content is more than a phrase without a count: ``criticised the response`` claims nothing."""
    if act.seed.of(parse.text).lower().startswith("according"):
        return True
    tokens = [token for span in contents for token in parse.sentence_at(span.start).tokens_in(span)]
    counted = any(token.like_num and token.ent_type_ in COUNTS for token in tokens)
    return counted or form_of(contents, parse) is not Form.PHRASE


def _partners(ruled: Sequence[Attribution], acts: Sequence[Act]) -> tuple[dict[int, Act], set[int]]:
    """Return number of a rule's attribution -> the act that is the same, and those whose act went to another rule.

    An act goes to one rule: to the more special one, else to the one whose content is nearer.
    """
    pairs = [
        (one.rule not in STANDING_ALONE, -_shared(one.contents, act.contents), -act.cue_score, number, place)
        for number, one in enumerate(ruled)
        for place, act in enumerate(acts)
        if act.cue_score >= DOUBTED and any(cue.overlaps(one.cue) for cue in (*act.cue, act.seed))
    ]
    found: dict[int, Act] = {}
    taken: set[int] = set()
    for _, _, _, number, place in sorted(pairs):
        if number not in found and place not in taken:
            found[number] = acts[place]
            taken.add(place)
    doubled = {number for *_, number, _ in pairs} - set(found)
    return found, doubled


def _agreed(one: Attribution, act: Act, parse: Parse) -> Attribution:
    """The attribution that both see: the rule's structure, and of source and content what the surer of the two says.

    Where they disagree about source or content the score falls below the one from which nobody need look.
    """
    contents = tuple(span for run in act.contents if (span := _tidy(run, parse)) is not None)
    sources = _sources(one, act, parse)
    near = _shared(one.contents, contents) >= ALIKE
    differ = sources != one.sources or (bool(contents) and not near)
    nameless = not one.sources and act.source is not None
    sure = act.stance_score >= SURE
    return replace(
        one,
        act=act,
        sources=sources,
        contents=contents if contents and _trusted(one, act, near=near) else one.contents,
        score=min(act.cue_score, DISPUTED if differ else UNNAMED if nameless else 1.0),
        polarity=Polarity.DENIED if act.stance is Stance.DENIED and sure else one.polarity,
        bears=one.bears and not (act.stance is Stance.WITHHELD and sure),
    )


def _trusted(one: Attribution, act: Act, *, near: bool) -> bool:
    """Whether the model's content is taken and not the rule's: it is near the rule's or sure of itself."""
    return not one.rule.startswith("hearsay") and (near or act.content_score >= SURE)


def _sources(one: Attribution, act: Act, parse: Parse) -> tuple[Mention, ...]:
    """The rule's sources, the last replaced where the model is sure of another."""
    if not one.sources or act.source is None:
        return one.sources
    same = act.source.overlaps(one.sources[-1].span)
    if same or act.source_score < SURE or any(act.source.overlaps(other.span) for other in one.sources):
        return one.sources
    mention = _mention(act.source, parse)
    return one.sources if mention is None else (*one.sources[:-1], mention)


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
    if not contents or _only_pronouns(contents, parse) or not any(_attributes(token) for token in cue):
        return None
    speaking = _spoken_by(act.source, parse)
    if any(_nobody(one) for one in speaking):
        return None
    through = [
        one
        for one in _spoken_by(act.via, parse)
        if (medium_like(one.head) or exhibit(one.head)) and not any(one.span.overlaps(own.span) for own in speaking)
    ]
    sources = (*through, *speaking)
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
        inner=bool(CITING.match(act.seed.of(parse.text))),
        act=act,
        bears=_bears(act, cue, act.contents[0].of(parse.text).lower()) and _says_something(act, contents, parse),
    )


def _attributes(token: Any) -> bool:
    """Whether a word can attribute by itself: ``by`` and ``as`` cannot."""
    return token.pos_ not in {"ADP", "SCONJ", "DET", "PRON", "PUNCT", "PART", "CCONJ"} or token.lower_ == "per"


def _nobody(mention: Mention) -> bool:
    """Whether a source is none: ``no officer``, or the one of a comparison (``fuller than her owners think``)."""
    first = mention.tokens[0]
    return first.lower_ in {"no", "nobody", "none", "neither"} or (first.i > 0 and first.nbor(-1).lower_ == "than")


def _only_pronouns(contents: Sequence[Span], parse: Parse) -> bool:
    """Whether a content only points elsewhere (``has it from the wire``)."""
    tokens = [token for span in contents for token in parse.sentence_at(span.start).tokens_in(span)]
    return all(token.pos_ == "PRON" or token.is_punct for token in tokens)


def _tidy(run: Span, parse: Parse) -> Span | None:
    """A run of content without marks and conjunctions at its ends."""
    tokens = parse.tokens_in(run)
    kept = trimmed([token for _, token in tokens])
    if len(kept) > 1 and kept[0].lower_ == "that" and kept[0].i and kept[0].nbor(-1).pos_ in {"VERB", "AUX", "NOUN"}:
        kept = kept[1:]
    if not kept:
        return None
    ends = {id(kept[0]): None, id(kept[-1]): None}
    places = [one.span_of([token]) for one, token in tokens if id(token) in ends]
    return Span(min(place.start for place in places), max(place.end for place in places))


def _spoken_by(span: Span | None, parse: Parse) -> tuple[Mention, ...]:
    """The sources that a run of words names: of a text its author, of a picture its owner and the picture."""
    mention = _mention(span, parse)
    if mention is None:
        return ()
    return exhibit_sources(mention.head, mention.sentence) if exhibit(mention.head) else (mention,)


def _mention(span: Span | None, parse: Parse) -> Mention | None:
    """The mention at a place, filled up to the whole name where the model marks a part of it."""
    if span is None:
        return None
    sentence = parse.sentence_at(span.start)
    tokens = [token for token in sentence.tokens_in(span) if not token.is_space]
    if len(tokens) > 1 and tokens[0].lower_ == "that" and tokens[0].tag_ in {"IN", "WDT"}:
        tokens = tokens[1:]
    if not tokens:
        return None
    numbers = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in numbers or token.head == token]
    nouns = [token for token in tops if token.pos_ in {"NOUN", "PROPN", "PRON", "DET", "NUM"}]
    head = (nouns or tops or tokens)[-1]
    if head.dep_ not in _INSIDE_NAME or head.head.pos_ not in {"NOUN", "PROPN"} or head.head.i < head.i:
        return Mention(head, sentence, tuple(tokens))
    while head.dep_ in _INSIDE_NAME and head.head.pos_ in {"NOUN", "PROPN"} and head.head.i > head.i:
        if head.dep_ == "poss" and tokens[-1].tag_ != "POS":
            return Mention(head, sentence, tuple(tokens))
        head = head.head
    whole = {token.i: token for token in (*mention_of(head, sentence).tokens, *tokens)}
    return Mention(head, sentence, tuple(whole[number] for number in sorted(whole)))


def _heads(contents: Sequence[Span], sentence: Sentence, cue: Sequence[Any]) -> tuple[int, ...]:
    """Heads of the content's clauses that hang on the cue; ``LINEAR`` where the content is no clause of its own."""
    own = {token.i for token in cue}
    heads = []
    for span in contents:
        tokens = sentence.tokens_in(span)
        numbers = {token.i for token in tokens}
        for token in tokens:
            above = token.head
            if (above.i not in numbers or above == token) and clause_head(token) and token.i not in own:
                heads.append(token.i)
    return tuple(heads) or (LINEAR,)
