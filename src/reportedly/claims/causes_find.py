"""Find what ties cause and effect in one content by the words between them: prepositions, conjunctions, links."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from reportedly.claims.causes_lexicon import AIMS, BEFORE_CAUSE, POINTING, SENTENCE_LINKS, SUBORDINATORS
from reportedly.claims.content import Content
from reportedly.claims.tree import SUBJECTS, child, clause_head, contiguous, subtree, trimmed
from reportedly.model.cause import Sense


class Side(StrEnum):
    """The two ends of a causal relation."""

    CAUSE = "cause"
    EFFECT = "effect"


@dataclass(frozen=True)
class Tie:
    """A causal relation as tokens of one sentence."""

    sense: Sense
    rule: str
    connective: Sequence[Any]
    cause: Sequence[Any]
    """Empty where the words do not stand here."""
    effect: Sequence[Any]
    head: Any | None = None
    """The verb or noun that asserts the relation, on which hedges and negation hang."""
    elsewhere: Side | None = None
    """The end that the words leave to another claim."""


def worded_ties(content: Content) -> Iterator[Tie]:
    """Yield the ties of a content that stand in prepositions, conjunctions and links between sentences."""
    taken: set[int] = set()
    for table, read in (
        (BEFORE_CAUSE, _before_cause),
        (AIMS, _aim),
        (SUBORDINATORS, _because),
        (SENTENCE_LINKS, _link),
    ):
        for words, sense in _worded(content, table):
            if not taken & {token.i for token in words}:
                tie = read(content, words, sense)
                if tie is not None:
                    taken |= {token.i for token in words}
                    yield tie
    yield from _grounds(content)
    yield from _thereby(content)
    yield from _for_reasons(content)


def phrase(token: Any, without: Collection[Any] = ()) -> list[Any]:
    """Return the unbroken words that hang on a token, without some of its parts and without marks at the ends."""
    return trimmed(contiguous(kept, token)) if (kept := subtree(token, without)) and token in kept else []


def clause_of(token: Any) -> Any:
    """Return the head of the clause that a token stands in."""
    while not clause_head(token) and token.head != token:
        token = token.head
    return token


def _worded(content: Content, table: Mapping[str, Sense]) -> Iterator[tuple[list[Any], Sense]]:
    tokens = content.tokens
    wordings = sorted(((words.split(), sense) for words, sense in table.items()), key=lambda pair: -len(pair[0]))
    number = 0
    while number < len(tokens):
        for words, sense in wordings:
            if [token.lower_ for token in tokens[number : number + len(words)]] == words:
                yield list(tokens[number : number + len(words)]), sense
                number += len(words) - 1
                break
        number += 1


def _after(content: Content, last: Any) -> list[Any]:
    """Return the phrase that begins right after a token: the widest that does not reach back before it."""
    following = [token for token in content.tokens if token.i > last.i and not token.is_punct][:1]
    if not following:
        return []
    top = following[0]
    while top.head != top and top.head.i > last.i and top.head.i in content.places:
        top = top.head
    kept = [token for token in top.subtree if token.i > last.i and token.i in content.places]
    return trimmed(contiguous(kept, top))


def _outer(words: Sequence[Any]) -> Any:
    inside = {token.i for token in words}
    return next((token for token in words if token.head.i not in inside or token.head == token), words[0])


def _before_cause(content: Content, words: list[Any], sense: Sense) -> Tie | None:
    cause = _after(content, words[-1])
    if not cause or (words[0].lower_ == "due" and cause[0].tag_ == "VB"):
        return None
    effect, elsewhere = _governed(content, words, cause)
    return Tie(sense, "preposition", words, cause, effect, _outer(words).head, elsewhere)


def _governed(content: Content, words: list[Any], cause: Sequence[Any]) -> tuple[list[Any], Side | None]:
    """Return what a causal phrase hangs on, or that it stands in another claim."""
    outer = _outer(words)
    anchor = outer.head
    if anchor == outer or anchor.i not in content.places or anchor in cause:
        left = [token for token in content.tokens if token.i < words[0].i]
        told = trimmed(left)
        return (told, None) if any(clause_head(token) for token in told) else ([], Side.EFFECT)
    if anchor.lemma_ == "be" and not _completed(anchor, words):
        return _subject_words(anchor)
    if anchor.dep_ in SUBJECTS and anchor.head.i > words[-1].i:
        return phrase(anchor, [outer]), None
    clause = clause_of(anchor)
    kept = _inside(content, phrase(clause, [outer, *_tops(cause)]))
    return kept, None if kept else Side.EFFECT


def _completed(verb: Any, words: Sequence[Any]) -> bool:
    return any(
        one.dep_ in {"acomp", "attr", "xcomp", "ccomp", "prep"} and one not in words and verb.i < one.i < words[0].i
        for one in verb.children
    )


def _subject_words(verb: Any) -> tuple[list[Any], Side | None]:
    subject = child(verb, *SUBJECTS)
    if subject is None or subject.lower_ in POINTING:
        return [], Side.EFFECT
    return phrase(subject), None


def _tops(tokens: Sequence[Any]) -> list[Any]:
    inside = {token.i for token in tokens}
    return [token for token in tokens if token.head.i not in inside]


def _inside(content: Content, tokens: Sequence[Any]) -> list[Any]:
    return trimmed([token for token in tokens if token.i in content.places])


def _aim(content: Content, words: list[Any], sense: Sense) -> Tie | None:
    aim = _after(content, words[-1])
    if not aim:
        return None
    subject = child(words[0], "nsubjpass")
    act, elsewhere = (phrase(subject), None) if subject is not None else _governed(content, words, aim)
    if not act:
        act = trimmed([token for token in content.tokens if token.i < words[0].i])
    return Tie(sense, "aim", words, aim, act, _outer(words).head, None if act else elsewhere)


def _because(content: Content, words: list[Any], sense: Sense) -> Tie | None:
    verb = clause_of(words[0].head)
    if verb.i < words[0].i or verb.i not in content.places:
        return _before_cause(content, words, sense) if words[0].lower_ == "because" else None
    cause = _inside(content, [token for token in subtree(verb) if token.i > words[-1].i])
    if not cause:
        return None
    outer = verb.head
    if outer == verb or outer.i not in content.places:
        return Tie(sense, "conjunction", words, cause, [], None, Side.EFFECT)
    if outer.lemma_ == "be" and outer.i < words[0].i and not _completed(outer, [verb]):
        effect, elsewhere = _subject_words(outer)
        return Tie(sense, "conjunction", words, cause, effect, outer, elsewhere)
    effect = _inside(content, phrase(clause_of(outer), [verb]))
    return Tie(sense, "conjunction", words, cause, effect, outer, None if effect else Side.EFFECT)


def _link(content: Content, words: list[Any], sense: Sense) -> Tie | None:
    before = [token for token in content.tokens if token.i < words[0].i and not token.is_punct]
    if any(token.dep_ != "cc" for token in before) and words[0].dep_ != "advmod":
        return None
    follows = content.tokens[-1].i > words[-1].i and content.tokens[-1].i - words[-1].i > 1
    if not follows or (len(words) > 1 and before and before[-1].dep_ != "cc"):
        return None
    if words[0].lower_ == "so":
        return _so(content, words[0], sense)
    told = [token for token in content.tokens if token.i > words[-1].i] if not before else list(content.tokens)
    return Tie(sense, "link", words, [], trimmed(told), None, Side.CAUSE)


def _so(content: Content, word: Any, sense: Sense) -> Tie | None:
    """``..., so it was closed``: only where a clause with a subject of its own follows at once."""
    following = content.tokens[1]
    if word != content.tokens[0] or word.i == word.sent.start or following.pos_ not in {"PRON", "DET", "NOUN", "PROPN"}:
        return None
    told = [token for token in content.tokens if token.i > word.i]
    return Tie(sense, "link, so", [word], [], trimmed(told), None, Side.CAUSE) if any(map(clause_head, told)) else None


def _thereby(content: Content) -> Iterator[Tie]:
    """``The bridge fell, thereby cutting off the town``: the participle's clause is the effect of the one before."""
    for token in content.tokens:
        verb = token.head
        if token.lower_ in {"thereby", "thus", "hence"} and verb.tag_ == "VBG" and verb.i > token.i:
            effect = _inside(content, [one for one in phrase(verb) if one.i > token.i])
            main = clause_of(verb.head) if verb.head != verb else verb
            told = main != verb and main.i in content.places
            cause = trimmed([one for one in phrase(main, [verb]) if one.i < token.i]) if told else []
            if effect:
                yield Tie(Sense.BRINGS_ABOUT, "participle", [token], cause, effect, None, None if cause else Side.CAUSE)


def _for_reasons(content: Content) -> Iterator[Tie]:
    """``for security reasons``: the ground of what the words hang on."""
    for token in content.tokens:
        named = any(one.dep_ in {"amod", "compound"} for one in token.children)
        if token.lower_ == "reasons" and token.head.lower_ == "for" and named and token.head.i in content.places:
            tie = _before_cause(content, [token.head], Sense.MOTIVATES)
            if tie is not None:
                yield tie


_STATES = frozenset({"be", "have", "lack", "remain", "need", "fear", "want", "know"})


def _grounds(content: Content) -> Iterator[Tie]:
    """``as the market is saturated``: ``as`` and ``since`` give a ground where their clause tells a state."""
    for token in content.tokens:
        if token.lower_ not in {"as", "since"} or token.dep_ != "mark" or token.head.i < token.i:
            continue
        verb = token.head
        subject = child(verb, *SUBJECTS)
        if subject is None or subject.dep_ == "expl":
            continue
        standing = verb.lemma_ in _STATES
        modal = any(one.tag_ == "MD" or one.dep_ == "neg" for one in verb.children)
        if not (standing or modal) or _told_as_time(verb, token):
            continue
        tie = _because(content, [token], Sense.EXPLAINS)
        if tie is not None and (tie.effect or token.i == content.tokens[0].i):
            yield tie


def _told_as_time(verb: Any, conjunction: Any) -> bool:
    if any(one.dep_ == "aux" and one.lemma_ == "be" for one in verb.children):
        return True
    if conjunction.lower_ == "as":
        measured = conjunction.i > 0 and conjunction.nbor(-1).pos_ in {"ADJ", "ADV"}
        return measured or any(one.lower_ in {"if", "though"} for one in verb.children)
    main = verb.head
    perfect = any(one.lower_ in {"has", "have", "'s", "'ve"} for one in main.children if one.dep_ == "aux")
    return perfect or verb.tag_ == "VBD" or any(one.ent_type_ == "DATE" for one in verb.children)
