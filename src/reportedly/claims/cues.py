"""Find who speaks in a sentence: reporting verbs and what they introduce, over the dependency tree."""

from __future__ import annotations

from typing import Any

from reportedly.claims import lexicon
from reportedly.claims.attribution import LINEAR, Attribution, mention_of
from reportedly.claims.cues_beside import beside_patterns
from reportedly.claims.cues_build import head_of, is_report, left_unsaid, made, medium_of, mere_condition, speaker_of
from reportedly.claims.cues_exhibit import displayed, exhibit
from reportedly.claims.cues_linear import colon_cue, inserted_cue, linear, right_of, tail_cue
from reportedly.claims.parse import Sentence
from reportedly.claims.tree import child, clause_head, finite, subtree


def find_attributions(sentence: Sentence) -> tuple[Attribution, ...]:
    """Return the attributions that a sentence sets by itself, in the order of their cues.

    Args:
        sentence: a parsed sentence.

    Returns:
        Attributions whose contents may nest; those over several sentences are added later.
    """
    found: list[Attribution] = []
    for token in sentence.tokens:
        for pattern in (_clausal, displayed, _quoted_as, _heard, _prepositional, _object, linear, *beside_patterns()):
            one = pattern(token, sentence)
            if one is not None:
                found.append(one)
                break
    if not found and (put := colon_cue(sentence)) is not None:
        return (put,)
    sure = [one for one in found if one.rule != "beside the verb"]
    taken = {number for one in sure for number in one.cue_tokens}
    beside = inserted_cue(sentence, taken) or tail_cue(sentence, taken | _cue_numbers(found))
    if beside is None:
        return tuple(found)
    return (*(one for one in found if not set(one.cue_tokens) & set(beside.cue_tokens)), beside)


def _cue_numbers(found: list[Attribution]) -> set[int]:
    return {number for one in found for number in one.cue_tokens}


def _own_report(verb: Any) -> bool:
    """``We also wrote that``: the document repeats itself; no link, and the words that say so are no claim."""
    subject = child(verb, "nsubj")
    return (
        subject is not None
        and subject.lower_ in {"we", "i"}
        and verb.lemma_ in {"write", "report", "say", "note", "tell"}
    )


def _clause_contents(verb: Any) -> list[list[Any]]:
    lemma = verb.lemma_.lower()
    heads = [one for one in verb.children if one.dep_ == "ccomp" and clause_head(one) and _marked(one) != "so"]
    heads += [one for one in verb.children if one.dep_ in {"conj", "parataxis"} and _marked(one) == "that"]
    contents: list[list[Any]] = [
        subtree(one, without=(*_parallel(one), *([verb] if verb in one.subtree else []))) for one in heads
    ]
    infinitive = next((one for one in verb.children if one.dep_ == "xcomp" and one.pos_ in {"VERB", "AUX"}), None)
    if infinitive is not None and lemma in lexicon.DEMAND | {"claim", "deny"}:
        wanted = child(verb, "dobj", "dative")
        tokens = [*(subtree(wanted) if wanted is not None else []), *_without_cues(infinitive)]
        contents.append(sorted(tokens, key=lambda token: token.i))
    if not contents:
        contents = [subtree(one) for one in verb.children if one.dep_ == "parataxis" and clause_head(one)]
    if lemma in lexicon.NOT_WITHOUT_THAT:
        contents = [tokens for tokens in contents if finite(head_of(tokens))]
    return contents


def _marked(clause: Any) -> str:
    mark = child(clause, "mark")
    return str(mark.lower_) if mark is not None else ""


def _parallel(content: Any) -> list[Any]:
    """Clauses set beside a content in which somebody else is named and speaks (``while Y said``): not part of it."""
    return [
        one
        for one in content.children
        if one.dep_ in {"conj", "advcl", "parataxis"}
        and _marked(one) != "that"
        and is_report(one)
        and _named_subject(one)
    ]


def _named_subject(verb: Any) -> bool:
    subject = child(verb, "nsubj")
    return subject is not None and subject.pos_ in {"PROPN", "NOUN"}


def _without_cues(infinitive: Any) -> list[Any]:
    saying = [
        one for one in infinitive.children if one.dep_ in {"xcomp", "advcl"} and one.tag_ == "VBG" and is_report(one)
    ]
    return subtree(infinitive, without=saying)


def _clausal(verb: Any, sentence: Sentence) -> Attribution | None:
    """``X said (that) ...``, ``..., X said``, ``X, saying ...``, ``urged Y to ...``."""
    if not is_report(verb) or child(verb, "auxpass") is not None or mere_condition(verb) or left_unsaid(verb):
        return None
    contents, speaker = _clause_contents(verb), speaker_of(verb, sentence)
    if contents and _own_report(verb):
        return made(verb, sentence, (), contents, "own earlier report")
    if not contents or speaker is None or (exhibit(speaker[0].head) and speaker[0].head.tag_ != "NNP"):
        return None
    return made(verb, sentence, (*medium_of(verb, sentence), *speaker), contents, "reporting verb")


def _quoted_as(verb: Any, sentence: Sentence) -> Attribution | None:
    """``Y quoted X as saying ...`` and ``X was quoted by Y as saying ...``."""
    if verb.pos_ != "VERB" or verb.lemma_ not in {"quote", "cite"}:
        return None
    as_prep = next((one for one in verb.subtree if one.lower_ == "as" and _saying_after(one) is not None), None)
    saying = _saying_after(as_prep) if as_prep is not None else None
    heads = [one for one in saying.children if one.dep_ in {"ccomp", "dobj"}] if saying is not None else []
    if saying is None or not heads:
        return None
    passive = child(verb, "nsubjpass")
    if passive is not None:
        by = _agent(verb)
        sources = (*((mention_of(by, sentence),) if by is not None else ()), mention_of(passive, sentence))
    else:
        said_by = child(verb, "dobj")
        inner = (mention_of(said_by, sentence),) if said_by is not None else ()
        sources = (*(speaker_of(verb, sentence) or ()), *inner)
    cue = (verb.i, as_prep.i, saying.i) if as_prep is not None else (verb.i, saying.i)
    return made(saying, sentence, sources, [subtree(heads[0])], "quoted as saying", cue_tokens=cue)


def _saying_after(word: Any) -> Any | None:
    """The participle of a reporting verb that follows ``as`` or hangs on it."""
    complement = child(word, "pcomp")
    following = word.doc[word.i + 1] if word.i + 1 < len(word.doc) else None
    return next(
        (one for one in (complement, following) if one is not None and one.tag_ == "VBG" and is_report(one)), None
    )


def _agent(verb: Any) -> Any | None:
    agent = child(verb, "agent")
    return child(agent, "pobj") if agent is not None else None


def _heard(verb: Any, sentence: Sentence) -> Attribution | None:
    """``X heard from Y that ...``, ``X learned from Y that ...``."""
    if verb.pos_ != "VERB" or verb.lemma_ not in {"hear", "learn"}:
        return None
    heads = [one for one in verb.children if one.dep_ == "ccomp"]
    source = next((one for one in verb.children if one.dep_ == "prep" and one.lower_ == "from"), None)
    whom = child(source, "pobj") if source is not None else None
    if not heads or whom is None:
        return None
    sources = (*(speaker_of(verb, sentence) or ()), mention_of(whom, sentence))
    return made(verb, sentence, sources, [subtree(heads[0])], "heard from")


def _prepositional(verb: Any, sentence: Sentence) -> Attribution | None:
    """``X spoke of ...``, ``X called for ...``, ``X accused Y of ...``."""
    links = lexicon.PREPOSITIONAL.get(verb.lemma_.lower(), ()) if verb.pos_ == "VERB" else ()
    speaker = speaker_of(verb, sentence) if links else None
    if speaker is None or child(verb, "auxpass") is not None:
        return None
    prep = next((one for one in verb.children if one.dep_ == "prep" and one.lower_ in links), None)
    if prep is None or prep.i < verb.i:
        return None
    thing = child(verb, "dobj")
    tokens = [token for token in prep.subtree if token.i != prep.i]
    if thing is not None and thing.i < prep.i:
        tokens = [*thing.subtree, *prep.subtree]
    elif prep.lower_ == "on" and not any(token.dep_ == "aux" and token.lower_ == "to" for token in verb.subtree):
        return None
    elif prep.lower_ == "on":
        tokens = [token for token in verb.subtree if token.i > prep.i]
    return made(verb, sentence, speaker, [sorted(tokens, key=lambda token: token.i)], "says of", score=0.8)


def _object(verb: Any, sentence: Sentence) -> Attribution | None:
    """``X alleged Iranian involvement``, ``X put the toll at 12``, ``X called it a lie``: the content is a phrase."""
    lemma = verb.lemma_.lower()
    if (
        verb.pos_ != "VERB"
        or child(verb, "auxpass") is not None
        or (verb.tag_ == "VBN" and verb.dep_ in {"acl", "amod"})
    ):
        return None
    thing = child(verb, "dobj", "nmod") or next(
        (one for one in verb.children if one.dep_ == "ccomp" and one.i > verb.i), None
    )
    if lemma not in lexicon.OBJECT_SPEECH | lexicon.CHARACTERISING or thing is None or thing.i < verb.i:
        return None
    speaker = speaker_of(verb, sentence)
    if speaker is None or thing.lower_ in lexicon.AUDIENCES or thing.tag_ in {"WDT", "WP"}:
        return None
    rest = [
        one
        for one in verb.children
        if one.i > thing.i and one.dep_ in {"oprd", "prep", "xcomp", "acomp", "ccomp", "advcl"}
    ]
    if lemma in lexicon.PREDICATING:
        return made(verb, sentence, speaker, [right_of(verb)], "characterises", score=0.8, content_heads=(LINEAR,))
    if lemma in lexicon.CHARACTERISING:
        predicate = [
            one
            for one in rest
            if one.dep_ in {"oprd", "xcomp", "acomp", "ccomp"} or one.lower_ in {"as", "at", "to", "with"}
        ]
        counted = any(token.like_num for token in thing.subtree)
        if not predicate and not (counted and lemma in {"give", "put"}) and thing.dep_ != "ccomp":
            return None
        tokens = [*thing.subtree, *(token for one in predicate for token in one.subtree)]
        return made(verb, sentence, speaker, [sorted(tokens, key=lambda token: token.i)], "characterises", score=0.8)
    if lemma == "claim" and any(token.lemma_ in lexicon.NOT_CLAIMED for token in thing.subtree):
        return None
    if lemma not in lexicon.DEMAND and (exhibit(thing) or thing.lemma_ in lexicon.CLAIM_NOUNS):
        return None
    return made(verb, sentence, speaker, [subtree(thing)], "reported thing", score=0.6)
