"""Parts that the cue patterns share: who speaks, to which medium, with which polarity, and what that makes."""

from __future__ import annotations

from typing import Any

from reportedly.claims import lexicon
from reportedly.claims.attribution import Attribution, Mention, mention_of
from reportedly.claims.names import AGENCY_NOUNS
from reportedly.claims.parse import Sentence
from reportedly.claims.tree import child, contiguous, negated, subject_of, trimmed
from reportedly.model.claim import Polarity

_CUE_ENTOURAGE = frozenset({"aux", "auxpass", "neg", "prt", "advmod"})
_DOERS = ("er", "or", "ist", "ian", "man", "woman", "ant", "ee", "ency", "tion", "ment", "ty", "ce")
"""Endings of nouns for those who do something, and for bodies."""
_EMPTY = frozenset({"something", "nothing", "little", "much"})
"""First words of what is no content (``it says something about``)."""
_SAID_TO = frozenset(
    "say confirm speak state comment explain reveal disclose admit acknowledge repeat report write".split()
)
"""Verbs by which something is said *to* a medium."""
_NOBODY = frozenset({"no", "nobody", "none", "neither"})


def is_report(token: Any) -> bool:
    """Say whether a token is a verb that can make its subject speak."""
    return token.pos_ in {"VERB", "AUX"} and token.lemma_.lower() in lexicon.SPEECH


def _cue_tokens(verb: Any) -> list[Any]:
    """A cue verb with its auxiliaries, negation, particle and adverbs that stand beside it."""
    tokens = [verb, *(one for one in verb.children if one.dep_ in _CUE_ENTOURAGE and abs(one.i - verb.i) <= 4)]
    return contiguous(sorted(tokens, key=lambda token: token.i), verb)


def made(
    verb: Any, sentence: Sentence, sources: tuple[Mention, ...], contents: list[list[Any]], rule: str, **more: Any
) -> Attribution | None:
    """Return the attribution that a verb sets, or None where nothing is left of the contents.

    Args:
        verb: the cue verb.
        sentence: its sentence.
        sources: who speaks, outermost first.
        contents: tokens of each content, trimmed here.
        rule: name of the pattern, kept for explanation.
        more: further fields of the attribution.
    """
    cue = _cue_tokens(verb)
    kept = [trimmed(tokens) for tokens in contents if trimmed(tokens)]
    if not kept or kept[0][0].lower_ in _EMPTY:
        return None
    heads = more.pop("content_heads", None) or tuple(head_of(tokens).i for tokens in kept)
    return Attribution(
        sentence=sentence,
        sources=sources,
        cue=sentence.span_of(cue),
        contents=tuple(sentence.span_of(tokens) for tokens in kept),
        rule=rule,
        polarity=more.pop("polarity", _polarity(verb)),
        cue_tokens=more.pop("cue_tokens", None) or tuple(token.i for token in cue),
        content_heads=heads,
        **more,
    )


def head_of(tokens: list[Any]) -> Any:
    """Return the token that heads a run of tokens."""
    numbers = {token.i for token in tokens}
    return next((token for token in tokens if token.head.i not in numbers or token.head == token), tokens[0])


def speaker_of(verb: Any, sentence: Sentence) -> tuple[Mention, ...] | None:
    """Return the subject as a mention; None where the document itself speaks or nobody does."""
    subject = _inverted_subject(verb) or subject_of(verb) or _detached_subject(verb)
    if subject is None or subject.i == verb.i:
        return None
    if subject.lower_ in {"it", "there"} and (subject.dep_ == "expl" or verb.lemma_ in {"seem", "appear"}):
        return None
    if subject.lower_ in _NOBODY or any(one.lower_ in _NOBODY for one in subject.lefts):
        return None
    if subject.lower_ in lexicon.FIRST_PERSON or not _can_speak(subject, verb):
        return None
    return (mention_of(subject, sentence),)


def _can_speak(subject: Any, verb: Any) -> bool:
    """Whether a subject is somebody, or a thing that a strong reporting verb makes a source."""
    if subject.pos_ in {"PROPN", "PRON", "DET", "NUM"} or subject.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"}:
        return True
    word, lemma = subject.lower_, subject.lemma_.lower()
    known = lexicon.ROLES | lexicon.COLLECTIVE | lexicon.MEDIA_NOUNS | lexicon.PEOPLE | lexicon.EXHIBITS
    if {word, lemma, lemma + "s"} & known or lemma in AGENCY_NOUNS or lemma.endswith(_DOERS):
        return True
    return verb.lemma_.lower() in lexicon.STRONG


def _inverted_subject(verb: Any) -> Any | None:
    """The subject of ``..., said X`` where the parser saw another subject before it."""
    after = [one for one in verb.children if one.dep_ == "nsubj" and one.i > verb.i]
    before = [one for one in verb.children if one.dep_ == "nsubj" and one.i < verb.i]
    return after[0] if after and before and verb.lemma_ in lexicon.STRONG else None


def _detached_subject(verb: Any) -> Any | None:
    """The person or body named before a main reporting verb whose subject the parser hung elsewhere."""
    if verb.dep_ != "ROOT" or verb.lemma_ not in lexicon.STRONG:
        return None
    named = [
        entity.root
        for entity in verb.sent.ents
        if entity.label_ in {"PERSON", "ORG"} and entity.end <= verb.i and not _after_preposition(entity.root)
    ]
    return named[-1] if named else None


def _after_preposition(token: Any) -> bool:
    return bool(token.dep_ == "pobj")


def _polarity(verb: Any) -> Polarity:
    lemma = verb.lemma_.lower()
    doubts = lemma in {"believe", "think", "accept", "expect"}
    denies = negated(verb) if doubts else lemma in lexicon.DENIAL and not negated(verb)
    return Polarity.DENIED if denies else Polarity.AFFIRMED


def medium_of(verb: Any, sentence: Sentence) -> tuple[Mention, ...]:
    """Return the medium that took it down (``told TASS``, ``in an interview with CNN``); an audience is none."""
    if verb.lemma_ in {"tell", "inform", "assure", "remind"}:
        heard = child(verb, "dative", "dobj")
        if heard is not None and heard.i > verb.i and medium_like(heard):
            return (mention_of(heard, sentence),)
    for prep in (one for one in verb.children if one.dep_ in {"prep", "dative"}):
        noun = child(prep, "pobj")
        if noun is None:
            continue
        if prep.lower_ == "to" and medium_like(noun) and verb.lemma_ in _SAID_TO:
            return (mention_of(noun, sentence),)
        if prep.lower_ in {"in", "during"} and noun.lemma_ in {"interview", "comment", "remark"}:
            to_whom = next((one for one in noun.children if one.dep_ == "prep" and one.lower_ in {"with", "to"}), None)
            whom = child(to_whom, "pobj") if to_whom is not None else None
            if whom is not None and medium_like(whom):
                return (mention_of(whom, sentence),)
    return ()


def medium_like(noun: Any) -> bool:
    """Say whether a noun can be a medium that takes a saying down rather than a mere audience."""
    if noun.lower_ in lexicon.AUDIENCES or noun.lemma_.lower() in lexicon.AUDIENCES:
        return bool(noun.pos_ == "PROPN" and noun.ent_type_ == "ORG" and noun.lower_ not in {"congress", "parliament"})
    if noun.pos_ == "PROPN":
        return noun.ent_type_ not in {"GPE", "NORP", "DATE"}
    if noun.lower_ in {"media", "outlets"}:
        return any(one.dep_ in {"amod", "compound", "poss"} for one in noun.children)
    return noun.lower_ in lexicon.MEDIA_NOUNS


def mere_condition(verb: Any) -> bool:
    """Say whether a verb stands in ``if X says that``: nobody is said to have spoken."""
    return any(one.dep_ == "mark" and one.lower_ in {"if", "whether", "unless"} for one in verb.children)


def left_unsaid(verb: Any) -> bool:
    """Say whether a verb stands in ``did not say whether``: that nothing was said is the document's own claim."""
    return negated(verb) and verb.lemma_.lower() not in lexicon.BELIEF | lexicon.DENIAL
