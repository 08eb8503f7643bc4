"""Cues beside the clause: ``according to``, ``reportedly``, ``is said to``, ``the claim that``, ``by X's account``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from reportedly.claims import lexicon
from reportedly.claims.attribution import Attribution, Mention, mention_of
from reportedly.claims.cues_exhibit import exhibit, exhibit_sources, owner_of
from reportedly.claims.parse import Sentence
from reportedly.claims.tree import SUBJECTS, child, clause_head, contiguous, subject_of, subtree, trimmed
from reportedly.model.claim import Polarity

_ACCOUNTS = frozenset("view opinion word account report estimate count reckoning admission telling figure".split())


def beside_patterns() -> tuple[Callable[[Any, Sentence], Attribution | None], ...]:
    """Return the patterns of this file in the order in which they are tried on a token."""
    return (_according, _hearsay_adverb, _hearsay_passive, _passive_by, _noun, _account, _as_put)


def _spread(
    sentence: Sentence, cue: list[Any], clause: Any, left_out: Any, sources: tuple[Mention, ...], rule: str
) -> Attribution | None:
    """An adverbial attribution: everything in the clause, with what is coordinated to it, is content."""
    outer = {inner.i for inner in left_out.subtree} | _beyond(clause, left_out)
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
    )


def _beyond(clause: Any, adverbial: Any) -> set[int]:
    """Coordinate clauses with a subject of their own that an adverbial does not reach.

    One that leads the sentence reaches all clauses joined by ``and``; one that trails or stands inside reaches its own.
    """
    leads = adverbial.i < clause.i and adverbial.left_edge.i <= clause.left_edge.i + 1
    joint = next((one.lower_ for one in clause.children if one.dep_ == "cc"), "")
    beyond: set[int] = set()
    for one in clause.children:
        if one.dep_ not in {"conj", "parataxis", "advcl"} or child(one, *SUBJECTS) is None or adverbial in one.subtree:
            continue
        contrast = joint in {"but", "yet"} or (one.dep_ == "advcl" and _contrasts(one))
        if contrast or (one.dep_ == "conj" and not leads):
            beyond |= {inner.i for inner in one.subtree}
    return beyond


def _contrasts(clause: Any) -> bool:
    mark = child(clause, "mark")
    return mark is not None and mark.lower_ in {"while", "although", "though", "whereas"}


def _clause_above(token: Any) -> Any:
    return next((one for one in token.ancestors if clause_head(one)), token.head)


def _according(token: Any, sentence: Sentence) -> Attribution | None:
    """``according to X``: the content is the clause that it stands in."""
    if token.lower_ != "according" or token.i + 1 >= len(token.doc) or token.doc[token.i + 1].lower_ != "to":
        return None
    to = token.doc[token.i + 1]
    whom = child(to, "pobj") or child(token, "pobj")
    if whom is None or token.head == token:
        return None
    left_out = next((one for one in (token, to) if whom in one.subtree), token)
    sources = exhibit_sources(whom, sentence) if exhibit(whom) else (mention_of(whom, sentence),)
    return _spread(sentence, [token, to], _clause_above(token), left_out, sources, "according to")


def _hearsay_adverb(token: Any, sentence: Sentence) -> Attribution | None:
    """``reportedly``: there is a source, and nobody says which."""
    if token.lower_ not in lexicon.HEARSAY_ADVERBS:
        return None
    clause = _clause_above(token)
    beyond = _beyond(clause, token)
    tokens = trimmed([one for one in clause.subtree if one.i not in beyond])
    if not tokens:
        return None
    span = sentence.span_of(tokens)
    return Attribution(sentence, (), sentence.span_of([token]), (span,), "hearsay adverb", fallback_name="reports")


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
    cue = contiguous([verb, *(one for one in verb.children if one.dep_ in {"aux", "auxpass", "advmod"})], verb)
    tokens = trimmed(subtree(heads[0]))
    if subject is not None and subject.lower_ != "it":
        tokens = [*subtree(subject), *tokens]
    medium = next((one for one in verb.children if one.dep_ == "prep" and one.lower_ in {"in", "by", "on"}), None)
    noun = child(medium, "pobj") if medium is not None else None
    named = noun is not None and noun.pos_ == "PROPN" and noun.ent_type_ not in {"DATE", "GPE", "TIME", "LOC"}
    whole = subject is not None and subject.lower_ != "it"
    return Attribution(
        sentence,
        (mention_of(noun, sentence),) if named else (),
        sentence.span_of(cue),
        (sentence.span_of(tokens),),
        "hearsay passive",
        fallback_name="" if named else "reports",
        cue_tokens=tuple(one.i for one in cue),
        content_heads=() if whole else (heads[0].i,),
    )


def _passive_by(verb: Any, sentence: Sentence) -> Attribution | None:
    """``the attack was claimed by X``, ``the figure was confirmed by Y``: the whole clause is content."""
    if verb.pos_ != "VERB" or verb.lemma_ not in {
        "claim",
        "report",
        "confirm",
        "announce",
        "allege",
        "state",
        "disclose",
    }:
        return None
    agent = child(verb, "agent")
    by = child(agent, "pobj") if agent is not None else None
    subject = child(verb, "nsubjpass")
    if by is None or subject is None or subject.tag_ in {"WDT", "WP"}:
        return None
    beyond = _beyond(verb, by)
    tokens = trimmed([one for one in verb.subtree if one.i not in beyond])
    return Attribution(
        sentence, (mention_of(by, sentence),), sentence.span_of([verb]), (sentence.span_of(tokens),), "passive by"
    )


def _noun(noun: Any, sentence: Sentence) -> Attribution | None:
    """``the claim by X that ...``, ``X's claim that ...``, ``reports that ...``."""
    if noun.pos_ != "NOUN" or noun.lemma_ not in lexicon.CLAIM_NOUNS:
        return None
    clause = next((one for one in noun.children if one.dep_ in {"acl", "ccomp", "relcl"} and _that_clause(one)), None)
    if clause is None:
        return None
    sources = owner_of(noun, sentence)
    if not sources and noun.lemma_ == "report":
        sources = (mention_of(noun, sentence),)
    rejecting = noun.dep_ == "dobj" and noun.head.lemma_ in lexicon.DENIAL
    if rejecting and noun.head.lemma_ == "deny":
        subject = subject_of(noun.head)
        sources = (mention_of(subject, sentence),) if subject is not None else sources
    if not sources and not any(one.dep_ == "amod" for one in noun.children):
        return None
    tokens = trimmed(subtree(clause))
    if not tokens:
        return None
    return Attribution(
        sentence=sentence,
        sources=sources,
        cue=sentence.span_of([noun]),
        contents=(sentence.span_of(tokens),),
        rule="claim noun",
        polarity=Polarity.DENIED if rejecting and noun.head.lemma_ == "deny" else Polarity.AFFIRMED,
        fallback_name="" if sources else "reports",
        cue_tokens=(noun.i,),
        content_heads=(clause.i,),
    )


def _that_clause(clause: Any) -> bool:
    mark = child(clause, "mark")
    if mark is None and clause.dep_ == "relcl" and clause.left_edge.lower_ == "that":
        made_by_it = clause.lemma_ in {"make", "issue", "give", "publish", "hear", "have", "be"}
        subject = child(clause, *SUBJECTS)
        return subject is not None and subject.lower_ != "that" and not made_by_it
    return mark is not None and mark.lower_ in {"that", "whether"} and child(clause, *SUBJECTS) is not None


def _account(token: Any, sentence: Sentence) -> Attribution | None:
    """``in the view of X``, ``by X's count``, ``by reports on Saturday``, ``per the ministry``."""
    if token.dep_ not in {"prep", "agent"} or token.lower_ not in {"in", "by", "per", "on"} or token.head == token:
        return None
    noun = child(token, "pobj")
    if noun is None:
        return None
    if token.lower_ == "per" and noun.pos_ == "PROPN" and noun.ent_type_ in {"ORG", "PERSON"}:
        return _spread(sentence, [token], _clause_above(token), token, (mention_of(noun, sentence),), "per X")
    if noun.lemma_ not in _ACCOUNTS:
        return None
    of = next((one for one in noun.children if one.dep_ == "prep" and one.lower_ in {"of", "from"}), None)
    whom = child(of, "pobj") if of is not None else child(noun, "poss")
    if whom is None and token.lower_ == "by" and noun.lower_ == "reports":
        whom = noun
    if token.lower_ == "on" and noun.lemma_ not in {"word", "account"}:
        return None
    if of is not None and noun.lemma_ in {"report", "figure", "word"} and whom is not None and not _source_like(whom):
        return None
    if whom is None or whom.lower_ in lexicon.FIRST_PERSON or whom.ent_type_ in {"DATE", "TIME"}:
        return None
    if whom.pos_ not in {"PROPN", "NOUN", "PRON"} or whom.like_num:
        return None
    return _spread(
        sentence, [token, noun], _clause_above(token), token, (mention_of(whom, sentence),), "by X's account"
    )


def _as_put(token: Any, sentence: Sentence) -> Attribution | None:
    """``as X put it``: the clause that it is set into is X's."""
    if token.lemma_ != "put" or token.dep_ not in {"advcl", "ccomp"} or child(token, "mark", "advmod") is None:
        return None
    speaker, it = subject_of(token), child(token, "dobj")
    if speaker is None or it is None or it.lower_ != "it" or token.head == token:
        return None
    return _spread(sentence, [token, it], token.head, token, (mention_of(speaker, sentence),), "as X put it")


def cited(sentence: Sentence) -> Iterator[tuple[Any, Mention]]:
    """Yield each ``citing Y`` of a sentence: the participle and the source that is cited."""
    for token in sentence.tokens:
        if token.lower_ in {"citing", "quoting"} and token.pos_ == "VERB":
            thing = child(token, "dobj")
            if thing is not None and _source_like(thing):
                yield token, mention_of(thing, sentence)
        elif token.lower_ == "reference" and token.dep_ == "pobj" and token.head.lower_ == "with":
            to = next((one for one in token.children if one.lower_ == "to"), None)
            thing = child(to, "pobj") if to is not None else None
            if thing is not None:
                yield token, mention_of(thing, sentence)


def _source_like(noun: Any) -> bool:
    """Whether something cited is a source and not a ground (``citing health concerns``)."""
    if noun.pos_ == "PROPN" or noun.ent_type_ in {"PERSON", "ORG", "NORP"}:
        return True
    lemma = noun.lemma_.lower()
    return (
        lemma in lexicon.ROLES | lexicon.EXHIBITS | lexicon.MEDIA_NOUNS | lexicon.PEOPLE
        or lemma + "s" in lexicon.COLLECTIVE
    )
