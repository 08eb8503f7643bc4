"""Cues found by position, where the parser saw no clause: what stands right of the verb, or before a tail."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Any

from reportedly.claims import lexicon
from reportedly.claims.attribution import LINEAR, Attribution, Mention
from reportedly.claims.cues_build import is_report, left_unsaid, made, medium_of, mere_condition, speaker_of
from reportedly.claims.parse import Sentence
from reportedly.claims.tree import child, finite, trimmed


def linear(verb: Any, sentence: Sentence) -> Attribution | None:
    """Read a strong reporting verb whose clause the parser missed: what stands beside it is the content."""
    if verb.pos_ != "VERB" or child(verb, "auxpass") is not None:
        return None
    if not (_strong(verb) or _before_that(verb) or _puts_figure(verb)):
        return None
    speaker = speaker_of(verb, sentence)
    if speaker is None or mere_condition(verb) or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod"}):
        return None
    inverted = speaker[0].head.i > verb.i
    tokens = _left_of(verb) if inverted else right_of(verb)
    if left_unsaid(verb) or (tokens and tokens[0].lower_ == "to"):
        return None
    if len(tokens) < 3 or not any(token.pos_ in {"VERB", "AUX"} or token.like_num for token in tokens):
        return None
    sources = (*medium_of(verb, sentence), *speaker)
    return made(verb, sentence, sources, [tokens], "beside the verb", content_heads=(LINEAR,), score=0.6)


def _set_off(clause: Any) -> bool:
    start = clause.left_edge.i
    return start > 0 and clause.doc[start - 1].text in {",", ";"}


def _strong(verb: Any) -> bool:
    return verb.lemma_.lower() in lexicon.STRONG


def _puts_figure(verb: Any) -> bool:
    return verb.lemma_.lower() in lexicon.FIGURE_VERBS and any(
        token.like_num and token.ent_type_ not in {"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL"}
        for token in right_of(verb)
    )


def _before_that(verb: Any) -> bool:
    following = verb.doc[verb.i + 1].lower_ if verb.i + 1 < len(verb.doc) else ""
    return following == "that" and is_report(verb)


def _introduces(token: Any) -> bool:
    return bool(token.lower_ == "that" and token.pos_ == "SCONJ")


def _left_of(verb: Any) -> list[Any]:
    """What stands before an inverted ``..., said X``, up to the clause before."""
    return [verb.doc[number] for number in range(verb.left_edge.i, verb.i) if verb.doc[number].text not in {'"', "”"}]


def right_of(verb: Any) -> list[Any]:
    """Return the verb's words to its right, hearer and leading ``that`` left out, up to the next coordinate verb."""
    ends = [one.i for one in verb.children if one.dep_ == "cc" and one.i > verb.i]
    ends += [one.left_edge.i for one in verb.children if one.dep_ == "conj" and one.i > verb.i and _set_off(one)]
    stop = min([*ends, verb.right_edge.i + 1])
    first = verb.i + 1
    heard = child(verb, "dative", "dobj") if verb.lemma_ == "tell" else None
    if heard is not None and verb.i < heard.i < stop and heard.right_edge.i < stop:
        first = heard.i + 1
    that = next((number for number in range(first, min(first + 7, stop)) if _introduces(verb.doc[number])), None)
    first = first if that is None else that
    while first < stop and (verb.doc[first].lower_ == "that" or verb.doc[first].is_punct):
        first += 1
    return [verb.doc[number] for number in range(first, min(stop, verb.sent.end))]


def inserted_cue(sentence: Sentence, taken: set[int]) -> Attribution | None:
    """Read ``Losses, the centre said, are higher``: an insertion between commas, the sentence around it is content.

    Args:
        sentence: the parsed sentence.
        taken: positions of tokens that already carry a cue.
    """
    tokens = list(sentence.tokens)
    commas = [number for number, token in enumerate(tokens) if token.text in {",", "–", "—"}]
    for start, end in pairwise(commas):
        inside = tokens[start + 1 : end]
        at = next((number for number, token in enumerate(inside) if token.lower_ in lexicon.TAIL_FORMS), None)
        if at is None or len(inside) > 9 or inside[at].i in taken or start < 1 or end + 2 >= len(tokens):
            continue
        phrase = inside[:at] or inside[at + 1 :]
        if not phrase or not _names_somebody(phrase):
            continue
        around = trimmed([*tokens[:start], *tokens[end + 1 :]])
        if any(finite(token) for token in around):
            made_one = _tail_attribution(sentence, phrase, inside[at], around)
            return replace(made_one, rule="inserted")
    return None


def tail_cue(sentence: Sentence, taken: set[int]) -> Attribution | None:
    """Read ``..., the ministry in Orsha reports`` where the parser saw no clause: content, comma, source, verb.

    Args:
        sentence: the parsed sentence.
        taken: positions of tokens that already carry a cue.
    """
    tokens = _up_to_semicolon(list(sentence.tokens))
    for comma in reversed([number for number, token in enumerate(tokens) if token.text == "," and number > 2]):
        behind = tokens[comma + 1 : comma + 10]
        at = next((number for number, token in enumerate(behind) if token.lower_ in lexicon.TAIL_FORMS), 0)
        if at < 1 or behind[at].i in taken:
            continue
        clause, after = tokens[:comma], tokens[comma + at + 2 :]
        content = trimmed(clause)
        told_after = any(token.pos_ in {"VERB", "AUX"} and finite(token) for token in after)
        if not content or told_after or not any(map(finite, clause)) or not _names_somebody(behind[:at]):
            return None
        return _tail_attribution(sentence, behind[:at], behind[at], content)
    return None


def colon_cue(sentence: Sentence) -> Attribution | None:
    """Read ``Army chief: we will hold``: a person or body, a colon, and what it says; headlines and transcripts."""
    tokens = list(sentence.tokens)
    at = next((number for number, token in enumerate(tokens[:9]) if token.text == ":"), 0)
    before, after = tokens[:at], tokens[at + 1 :]
    if not before or len(after) < 3 or not _names_somebody(before):
        return None
    last = before[-1]
    speaks = last.ent_type_ in {"PERSON", "ORG", "GPE"} or last.lemma_.lower() in lexicon.ROLES | lexicon.PEOPLE
    content = trimmed(after)
    if not speaks or not content or not any(map(finite, content)):
        return None
    head = next((token.i for token in content if token.dep_ == "ROOT" or token.head.i < content[0].i), content[0].i)
    mention = Mention(last, sentence, tuple(before))
    return Attribution(
        sentence,
        (mention,),
        sentence.span_of([tokens[at]]),
        (sentence.span_of(content),),
        "colon",
        cue_tokens=(tokens[at].i,),
        content_heads=(head,),
        score=0.7,
    )


def _up_to_semicolon(tokens: list[Any]) -> list[Any]:
    """The tokens before a semicolon behind which another clause begins, where a cue stands right before it."""
    at = next((number for number, token in enumerate(tokens) if token.text == ";"), None)
    return tokens[:at] if at and tokens[at - 1].lower_ in lexicon.TAIL_FORMS else tokens


def _names_somebody(phrase: list[Any]) -> bool:
    first = phrase[0]
    if first.pos_ not in {"DET", "PROPN", "PRON", "ADJ", "NOUN"} or first.lower_ in lexicon.FIRST_PERSON | {
        "which",
        "that",
        "who",
    }:
        return False
    if any(token.pos_ in {"VERB", "AUX", "SCONJ", "CCONJ"} or token.text in {",", '"'} for token in phrase):
        return False
    return any(token.pos_ in {"PROPN", "PRON", "NOUN"} for token in phrase)


def _tail_attribution(sentence: Sentence, phrase: list[Any], verb: Any, content: list[Any]) -> Attribution:
    nouns = [token for token in phrase if token.pos_ in {"PROPN", "NOUN", "PRON"} and token.dep_ != "pobj"]
    mention = Mention((nouns or phrase)[-1], sentence, tuple(phrase))
    return Attribution(
        sentence,
        (mention,),
        sentence.span_of([verb]),
        (sentence.span_of(content),),
        "tail of the sentence",
        cue_tokens=(verb.i,),
        score=0.6,
    )
