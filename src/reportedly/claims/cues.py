"""Find who speaks in a sentence: patterns over the dependency tree, one function a pattern."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportedly.claims import lexicon
from reportedly.claims.attribution import Attribution, Mention, mention_of
from reportedly.claims.parse import Sentence
from reportedly.claims.tree import child, clause_head, contiguous, finite, negated, subject_of, subtree, trimmed
from reportedly.model.claim import Polarity
from reportedly.model.span import Span

_CUE_ENTOURAGE = frozenset({"aux", "auxpass", "neg", "prt", "advmod"})


def find_attributions(sentence: Sentence) -> tuple[Attribution, ...]:
    """Return the attributions that a sentence sets by itself, in the order of their cues.

    Args:
        sentence: a parsed sentence.

    Returns:
        Attributions whose contents may nest; those over several sentences are added later.
    """
    found: list[Attribution] = []
    for token in sentence.tokens:
        for pattern in (_clausal, _relayed, _object, _according, _hearsay_adverb, _hearsay_passive, _noun, _view):
            one = pattern(token, sentence)
            if one is not None:
                found.append(one)
                break
    return tuple(found)


def is_report(token: Any) -> bool:
    """Say whether a token is a verb that can make its subject speak."""
    return token.pos_ in {"VERB", "AUX"} and token.lemma_.lower() in lexicon.SPEECH


def cue_tokens(verb: Any) -> list[Any]:
    """Return a cue verb with its auxiliaries, negation, particle and adverbs that stand beside it."""
    tokens = [verb, *(one for one in verb.children if one.dep_ in _CUE_ENTOURAGE and abs(one.i - verb.i) <= 4)]
    return contiguous(sorted(tokens, key=lambda token: token.i), verb)


def content_of(head: Any, without: tuple[Any, ...] = ()) -> list[Any]:
    """Return the trimmed tokens of a content clause or phrase."""
    return trimmed(subtree(head, without=without))


def _made(
    sentence: Sentence, verb: Any, sources: tuple[Mention, ...], contents: list[Any], rule: str, **more: Any
) -> Attribution | None:
    cue = cue_tokens(verb)
    spans: list[Span] = []
    kept: list[int] = []
    for head in contents:
        inside = verb in head.subtree
        tokens = content_of(head, without=(verb,) if inside else ())
        if tokens:
            spans.append(sentence.span_of(tokens))
            kept.append(head.i)
    if not spans:
        return None
    return Attribution(
        sentence=sentence,
        sources=sources,
        cue=sentence.span_of(cue),
        contents=tuple(spans),
        rule=rule,
        cue_tokens=tuple(token.i for token in cue),
        content_heads=tuple(kept),
        **more,
    )


def _speaker(verb: Any, sentence: Sentence) -> tuple[Mention, ...] | None:
    """The subject as a mention; None where the document itself speaks or nobody does."""
    subject = subject_of(verb)
    if subject is None or subject.lower_ in {"it", "there"} and _expletive(subject, verb):
        return None
    if subject.lower_ in lexicon.FIRST_PERSON and verb.lemma_ in lexicon.BELIEF:
        return None
    return (mention_of(subject, sentence),)


def _expletive(subject: Any, verb: Any) -> bool:
    return subject.dep_ == "expl" or verb.lemma_ in {"seem", "appear"} or child(verb, "auxpass") is not None


def _clause_contents(verb: Any) -> list[Any]:
    lemma = verb.lemma_.lower()
    heads = [one for one in verb.children if one.dep_ == "ccomp" and clause_head(one)]
    if lemma in lexicon.DEMAND or lemma in {"say", "claim", "hope", "deny", "expect", "plan"}:
        heads += [one for one in verb.children if one.dep_ == "xcomp" and one.pos_ in {"VERB", "AUX"}]
    if not heads:
        heads = [one for one in verb.children if one.dep_ in {"parataxis"} and clause_head(one)]
    if lemma in lexicon.NOT_WITHOUT_THAT:
        heads = [one for one in heads if finite(one)]
    return heads


def _clausal(verb: Any, sentence: Sentence) -> Attribution | None:
    """``X said (that) ...``, ``..., X said``, ``X, saying ...``, ``urged Y to ...``."""
    if not is_report(verb) or child(verb, "auxpass") is not None:
        return _displayed(verb, sentence)
    heads = _clause_contents(verb)
    speaker = _speaker(verb, sentence)
    if not heads or speaker is None:
        return _displayed(verb, sentence)
    if _mere_condition(verb):
        return None
    medium = _told_medium(verb, sentence)
    return _made(sentence, verb, (*medium, *speaker), heads, "reporting verb", polarity=_polarity(verb))


def _mere_condition(verb: Any) -> bool:
    """``if X says that``: nobody is said to have spoken."""
    return any(one.dep_ == "mark" and one.lower_ in {"if", "whether", "unless"} for one in verb.children)


def _polarity(verb: Any) -> Polarity:
    lemma = verb.lemma_.lower()
    denies = lemma in lexicon.DENIAL or (negated(verb) and lemma in {"believe", "think", "accept", "expect"})
    return Polarity.DENIED if denies else Polarity.AFFIRMED


def _told_medium(verb: Any, sentence: Sentence) -> tuple[Mention, ...]:
    """The medium that took it down (``told TASS``, ``in an interview with CNN``); an audience is none."""
    if verb.lemma_ in {"tell", "inform", "assure", "remind"}:
        heard = child(verb, "dative", "dobj")
        if heard is not None and medium_like(heard):
            return (mention_of(heard, sentence),)
    for prep in (one for one in verb.children if one.dep_ == "prep"):
        noun = child(prep, "pobj")
        if noun is None:
            continue
        if prep.lower_ == "to" and medium_like(noun) and verb.lemma_ in {"say", "confirm", "speak"}:
            return (mention_of(noun, sentence),)
        if prep.lower_ in {"in", "during"} and noun.lemma_ in {"interview", "comment", "remark"}:
            with_whom = next((one for one in noun.children if one.dep_ == "prep" and one.lower_ in {"with", "to"}), None)
            whom = child(with_whom, "pobj") if with_whom is not None else None
            if whom is not None and medium_like(whom):
                return (mention_of(whom, sentence),)
    return ()


def medium_like(noun: Any) -> bool:
    """Say whether a noun can be a medium that takes a saying down rather than a mere audience."""
    if noun.lower_ in lexicon.AUDIENCES or noun.lemma_.lower() in lexicon.AUDIENCES:
        return noun.pos_ == "PROPN" and noun.ent_type_ == "ORG" and noun.lower_ not in {"congress", "parliament"}
    if noun.pos_ == "PROPN":
        return noun.ent_type_ not in {"GPE", "NORP", "DATE"}
    return noun.lower_ in lexicon.MEDIA_NOUNS


def exhibit(noun: Any) -> bool:
    """Say whether a noun is a picture, document or data set that can show something."""
    return noun.lemma_.lower() in lexicon.EXHIBITS and noun.pos_ in {"NOUN", "PROPN"}


def _displayed(verb: Any, sentence: Sentence) -> Attribution | None:
    """``footage published by X shows ...``, ``the letter states that ...``, ``images in which ...``."""
    if verb.pos_ != "VERB" or verb.lemma_.lower() not in lexicon.DISPLAY:
        return None
    subject = subject_of(verb)
    if subject is None or not exhibit(subject) or child(verb, "auxpass") is not None:
        return None
    heads = [one for one in verb.children if one.dep_ in {"ccomp", "dobj"}]
    sources = (*owner_of(subject, sentence), mention_of(subject, sentence))
    return _made(sentence, verb, sources, heads[:1], "exhibit shows")


def owner_of(noun: Any, sentence: Sentence) -> tuple[Mention, ...]:
    """Return who published, wrote or holds a picture, document or data set, as the text tells."""
    for one in noun.children:
        if one.dep_ == "acl" and one.tag_ == "VBN":
            agent = child(one, "agent")
            by = child(agent, "pobj") if agent is not None else None
            if by is not None:
                return (mention_of(by, sentence),)
        if one.dep_ == "prep" and one.lower_ in {"by", "from"}:
            by = child(one, "pobj")
            if by is not None and by.pos_ in {"PROPN", "NOUN"} and by.ent_type_ not in {"DATE", "GPE", "LOC"}:
                return (mention_of(by, sentence),)
    return ()


def _relayed(verb: Any, sentence: Sentence) -> Attribution | None:
    """``Y quoted X as saying ...`` and ``X was quoted by Y as saying ...``."""
    if verb.pos_ != "VERB" or verb.lemma_ not in {"quote", "cite"}:
        return None
    as_prep = next((one for one in verb.children if one.dep_ == "prep" and one.lower_ == "as"), None)
    saying = child(as_prep, "pcomp") if as_prep is not None else None
    heads = [one for one in saying.children if one.dep_ in {"ccomp", "dobj"}] if saying is not None else []
    if saying is None or not heads:
        return None
    passive = child(verb, "nsubjpass")
    if passive is not None:
        agent = child(verb, "agent")
        by = child(agent, "pobj") if agent is not None else None
        outer = (mention_of(by, sentence),) if by is not None else ()
        return _made(sentence, saying, (*outer, mention_of(passive, sentence)), heads, "quoted as saying")
    said_by = child(verb, "dobj")
    outer = _speaker(verb, sentence) or ()
    inner = (mention_of(said_by, sentence),) if said_by is not None else ()
    return _made(sentence, saying, (*outer, *inner), heads, "quoted as saying")


def _object(verb: Any, sentence: Sentence) -> Attribution | None:
    """``X alleged Iranian involvement``, ``X put the toll at 12``: the content is a phrase."""
    lemma = verb.lemma_.lower()
    if verb.pos_ != "VERB" or child(verb, "auxpass") is not None or verb.dep_ == "amod":
        return None
    thing = child(verb, "dobj")
    speaker = _speaker(verb, sentence)
    if thing is None or speaker is None or verb.tag_ == "VBN" and verb.dep_ == "acl":
        return None
    if lemma in {"put", "give", "list"} and any(one.ent_type_ == "CARDINAL" or one.like_num for one in verb.subtree):
        heads = [thing] if lemma != "put" else [thing]
        at = next((one for one in verb.children if one.dep_ == "prep" and one.lower_ in {"at", "as"}), None)
        if lemma == "put" and at is None:
            return None
        made = _made(sentence, verb, speaker, heads, "figure put by")
        return _widened(made, at, sentence)
    if lemma not in lexicon.OBJECT_SPEECH or thing.lower_ in lexicon.AUDIENCES or thing.pos_ == "PRON":
        return None
    if lemma == "cite" or exhibit(thing) or thing.lemma_ in lexicon.CLAIM_NOUNS:
        return None
    return _made(sentence, verb, speaker, [thing], "reported thing", polarity=_polarity(verb), score=0.6)


def _widened(made: Attribution | None, prep: Any | None, sentence: Sentence) -> Attribution | None:
    if made is None or prep is None:
        return made
    tail = sentence.span_of(trimmed(list(prep.subtree)))
    first = made.contents[0]
    return Attribution(
        **{
            **{name: getattr(made, name) for name in made.__dataclass_fields__},
            "contents": (Span(min(first.start, tail.start), max(first.end, tail.end)),),
        }
    )


def _according(token: Any, sentence: Sentence) -> Attribution | None:
    """``according to X``: the content is the clause that it stands in."""
    if token.lower_ != "according" or token.i + 1 >= len(token.doc) or token.doc[token.i + 1].lower_ != "to":
        return None
    to = token.doc[token.i + 1]
    whom = child(to, "pobj") or child(token, "pobj")
    if whom is None or token.head is token:
        return None
    clause = next((one for one in [token.head, *token.head.ancestors] if clause_head(one)), token.head)
    left_out = next((one for one in (token, to) if whom in one.subtree), token)
    sources = (*owner_of(whom, sentence), mention_of(whom, sentence)) if exhibit(whom) else (mention_of(whom, sentence),)
    if exhibit(whom) and len(sources) > 1 and whom.lemma_ not in lexicon.IMAGERY:
        sources = sources[:1]
    return _spread(sentence, [token, to], clause, left_out, sources, "according to")


def _spread(
    sentence: Sentence, cue: list[Any], clause: Any, left_out: Any, sources: tuple[Mention, ...], rule: str, **more: Any
) -> Attribution | None:
    """An adverbial attribution: everything in the clause, with what is coordinated to it, is content."""
    outer = {inner.i for inner in left_out.subtree}
    tokens = trimmed([one for one in clause.subtree if one.i not in outer])
    if not tokens:
        return None
    return Attribution(
        sentence=sentence,
        sources=sources,
        cue=sentence.span_of(cue),
        contents=(sentence.span_of(tokens),),
        rule=rule,
        cue_tokens=tuple(one.i for one in cue),
        **more,
    )


def _hearsay_adverb(token: Any, sentence: Sentence) -> Attribution | None:
    """``reportedly``: there is a source, and nobody says which."""
    if token.lower_ not in lexicon.HEARSAY_ADVERBS:
        return None
    clause = next((one for one in token.ancestors if clause_head(one)), token.head)
    tokens = trimmed(subtree(clause))
    if not tokens:
        return None
    return Attribution(
        sentence, (), sentence.span_of([token]), (sentence.span_of(tokens),), "hearsay adverb", fallback_name="reports"
    )


def _hearsay_passive(verb: Any, sentence: Sentence) -> Attribution | None:
    """``is said to have ...``, ``it is believed that ...``, ``was reported to``."""
    if verb.pos_ != "VERB" or verb.lemma_ not in lexicon.HEARSAY_PARTICIPLES or child(verb, "auxpass") is None:
        return None
    if child(verb, "agent") is not None or any(one.dep_ == "aux" and one.tag_ == "MD" for one in verb.children):
        return None
    heads = [one for one in verb.children if one.dep_ in {"ccomp", "xcomp"} and one.pos_ in {"VERB", "AUX"}]
    if not heads:
        return None
    subject = child(verb, "nsubjpass")
    cue = cue_tokens(verb)
    tokens = content_of(heads[0])
    span = sentence.span_of(tokens if subject is None or subject.lower_ == "it" else [*subtree(subject), *tokens])
    return Attribution(
        sentence,
        (),
        sentence.span_of(cue),
        (span,),
        "hearsay passive",
        fallback_name="reports",
        cue_tokens=tuple(one.i for one in cue),
        content_heads=(heads[0].i,),
    )


def _noun(noun: Any, sentence: Sentence) -> Attribution | None:
    """``the claim by X that ...``, ``X's claim that ...``, ``reports that ...``."""
    if noun.pos_ != "NOUN" or noun.lemma_ not in lexicon.CLAIM_NOUNS:
        return None
    clause = next((one for one in noun.children if one.dep_ in {"acl", "ccomp", "relcl"} and _that_clause(one)), None)
    if clause is None:
        return None
    sources: tuple[Mention, ...] = owner_of(noun, sentence)
    possessor = child(noun, "poss")
    if not sources and possessor is not None:
        sources = (mention_of(possessor, sentence),)
    if not sources and noun.lemma_ == "report":
        sources = (mention_of(noun, sentence),)
    if not sources and not any(one.dep_ == "amod" for one in noun.children):
        return None
    return _made(sentence, noun, sources, [clause], "claim noun", fallback_name="" if sources else "reports")


def _that_clause(clause: Any) -> bool:
    mark = child(clause, "mark")
    return mark is not None and mark.lower_ in {"that", "whether"} and child(clause, "nsubj", "nsubjpass", "expl") is not None


def _view(token: Any, sentence: Sentence) -> Attribution | None:
    """``as X put it``, ``in the view of X``, ``in X's view``."""
    if token.lemma_ == "put" and token.dep_ in {"advcl", "ccomp"} and child(token, "mark", "advmod") is not None:
        speaker, it = subject_of(token), child(token, "dobj")
        if speaker is not None and it is not None and it.lower_ == "it" and token.head is not token:
            return _spread(sentence, [token, it], token.head, token, (mention_of(speaker, sentence),), "as X put it")
    if token.lower_ == "in" and token.dep_ == "prep":
        noun = child(token, "pobj")
        if noun is not None and noun.lemma_ in {"view", "opinion", "word", "account"}:
            of = next((one for one in noun.children if one.dep_ == "prep" and one.lower_ == "of"), None)
            whom = child(of, "pobj") if of is not None else child(noun, "poss")
            if whom is not None and token.head is not token and whom.lower_ not in lexicon.FIRST_PERSON:
                clause = token.head
                return _spread(sentence, [token, noun], clause, token, (mention_of(whom, sentence),), "in the view of")
    return None


def cited(sentence: Sentence) -> Iterator[tuple[Any, Mention]]:
    """Yield each ``citing Y`` of a sentence: the participle and the source that is cited."""
    for token in sentence.tokens:
        if token.lower_ in {"citing", "quoting"} and token.pos_ == "VERB":
            thing = child(token, "dobj")
            if thing is not None:
                yield token, mention_of(thing, sentence)
