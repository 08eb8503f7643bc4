"""Pictures, documents and data as sources, and who stands behind them."""

from __future__ import annotations

from typing import Any

from reportedly.claims import lexicon
from reportedly.claims.attribution import Attribution, Mention, mention_of
from reportedly.claims.parse import Sentence
from reportedly.claims.tree import child, subject_of, subtree, trimmed

_ISSUING = frozenset("issue publish release post show present share upload obtain circulate broadcast air leak".split())


def exhibit(noun: Any) -> bool:
    """Say whether a noun is a picture, document or data set that can show something."""
    return noun.lemma_.lower() in lexicon.EXHIBITS and noun.pos_ in {"NOUN", "PROPN"}


def exhibit_sources(noun: Any, sentence: Sentence) -> tuple[Mention, ...]:
    """Return the links that an exhibit gives: its author alone for authored texts, else owner and exhibit.

    A report, statement or post has its author as the origin; a picture, document or data set that shows the content is
    a link, and whoever published it is the link before (codebook, chain).
    """
    owner = owner_of(noun, sentence)
    if owner and noun.lemma_.lower() in lexicon.AUTHORED:
        return owner
    shown = mention_of(noun, sentence)
    if owner:
        kept = tuple(token for token in shown.tokens if token.i <= noun.i)
        shown = Mention(noun, sentence, kept or shown.tokens)
    return (*owner, shown)


def owner_of(noun: Any, sentence: Sentence) -> tuple[Mention, ...]:
    """Return who published, wrote or holds a picture, document or data set, as the text tells."""
    for one in noun.children:
        if one.dep_ == "acl" and one.tag_ == "VBN":
            agent = child(one, "agent")
            by = child(agent, "pobj") if agent is not None else None
            if by is not None:
                return (mention_of(by, sentence),)
        if one.dep_ in {"prep", "agent"} and one.lower_ in {"by", "from"}:
            by = child(one, "pobj")
            if by is not None and by.pos_ in {"PROPN", "NOUN"} and by.ent_type_ not in {"DATE", "GPE", "LOC", "TIME"}:
                return (mention_of(by, sentence),)
        if one.dep_ == "poss" and one.lower_ not in lexicon.FIRST_PERSON and one.ent_type_ != "DATE":
            return (mention_of(one, sentence),)
    held = noun.head if noun.dep_ == "compound" else noun
    verb = held.head
    if held.dep_ == "dobj" and verb.lemma_ in _ISSUING:
        publisher = subject_of(verb)
        if publisher is not None and publisher.lower_ not in lexicon.FIRST_PERSON:
            return (mention_of(publisher, sentence),)
    return ()


def displayed(verb: Any, sentence: Sentence) -> Attribution | None:
    """``footage published by X shows ...``, ``X published footage showing ...``, ``the letter states that ...``."""
    lemma = verb.lemma_.lower()
    if verb.pos_ not in {"VERB", "NOUN"} or lemma not in lexicon.DISPLAY | lexicon.SPEECH or lemma in {"quote", "cite"}:
        return None
    shown = _shower(verb)
    if shown is None or child(verb, "auxpass") is not None or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod"}):
        return None
    noun = shown
    contents = [subtree(one) for one in verb.children if one.dep_ in {"ccomp", "dobj"}][:1]
    if not contents:
        contents = [[token for token in verb.subtree if token.i > verb.i]]
    tokens = trimmed(contents[0])
    if len(tokens) < 2:
        return None
    numbers = {token.i for token in tokens}
    head = next((token for token in tokens if token.head.i not in numbers), tokens[0])
    if _bare_data(noun):
        span, cue = sentence.span_of(tokens), sentence.span_of([verb])
        return Attribution(sentence, (), cue, (span,), "bare data", cue_tokens=(verb.i,), content_heads=(head.i,))
    return Attribution(
        sentence=sentence,
        sources=exhibit_sources(noun, sentence),
        cue=sentence.span_of([verb]),
        contents=(sentence.span_of(tokens),),
        rule="exhibit shows",
        cue_tokens=(verb.i,),
        content_heads=(head.i,),
        score=0.9,
    )


def _bare_data(noun: Any) -> bool:
    """``preliminary data suggest``: nobody's data in particular, a ground and no source."""
    if noun.lemma_ not in {"data", "datum", "information", "indication", "evidence"}:
        return False
    return not any(one.dep_ in {"poss", "prep", "acl", "compound", "nmod"} for one in noun.children)


def _shower(verb: Any) -> Any | None:
    """The exhibit that a verb of showing belongs to, also where the parser took ``footage showing`` for one noun."""
    subject = subject_of(verb) if verb.pos_ == "VERB" else None
    if subject is not None and exhibit(subject):
        return subject
    if verb.tag_ in {"VBG", "NN"} and verb.lower_.endswith("ing"):
        before = verb.doc[verb.i - 1] if verb.i else verb
        if exhibit(before) and before.i != verb.i:
            return before
    return None


_RELAYING = frozenset(
    "interview quote cite monitor relay record obtain publish carry translate contact reach question intercept".split()
)


def relays_of(mention: Mention, sentence: Sentence) -> tuple[Mention, ...]:
    """Return the relay that the text hangs on a source: ``survivors interviewed by Y``, ``Y quotes X, who says``."""
    head = mention.head
    for one in head.children:
        if one.dep_ == "acl" and one.tag_ == "VBN" and one.lemma_ in _RELAYING:
            agent = child(one, "agent")
            by = child(agent, "pobj") if agent is not None else None
            if by is not None:
                return (mention_of(by, sentence),)
        if one.dep_ == "acl" and one.tag_ == "VBG" and one.lemma_ == "speak":
            to = next((prep for prep in one.children if prep.dep_ == "prep" and prep.lower_ in {"to", "with"}), None)
            whom = child(to, "pobj") if to is not None else None
            if whom is not None and (whom.pos_ == "PROPN" or whom.lower_ in lexicon.MEDIA_NOUNS):
                return (mention_of(whom, sentence),)
    verb = head.head
    if head.dep_ == "dobj" and verb.lemma_ in {"quote", "cite"} and verb.pos_ == "VERB":
        relay = subject_of(verb)
        if relay is not None and relay.i != head.i and relay.lower_ not in lexicon.FIRST_PERSON:
            return (mention_of(relay, sentence),)
    return ()
