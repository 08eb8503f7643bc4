"""Find cause and effect in verbs, adjectives and nouns: ``led to``, ``is responsible for``, ``blamed``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportedly.claims import causes_lexicon as lexicon
from reportedly.claims.causes_find import Side, Tie, clause_of, phrase
from reportedly.claims.content import Content
from reportedly.claims.tree import SUBJECTS, child, subject_of, trimmed
from reportedly.model.cause import Sense

_PERSONS = frozenset({"he", "she", "we", "i", "you", "they", "who"})
_PEOPLE = frozenset(
    "army authority commander company council court crew force fighter firefighter government judge leader man "
    "military minister ministry officer official parliament people person police president protester rebel soldier "
    "team troop woman".split()
)
_WAYS = frozenset("bridge corridor door gate path road route stair staircase street track trail tunnel way".split())
_PLACES = frozenset({"GPE", "LOC", "FAC"})


def verb_ties(content: Content) -> Iterator[Tie]:
    """Yield the ties of a content that stand in its verbs, in the cue that introduces it, and in what is said to be."""
    for token in content.tokens:
        if token.pos_ in {"VERB", "AUX"}:
            tie = _blamed(token) or _made_do(content, token) or _prepositional(content, token) or _plain(content, token)
            if tie is not None:
                yield tie
        yield from _named(content, token)
    yield from _in_plain_order(content)
    for span in content.draft.cues:
        for token in content.sentence.tokens_in(span):
            tie = _blamed(token)
            if tie is not None and {one.i for one in (*tie.cause, *tie.effect)} & content.places:
                yield tie


def _in_plain_order(content: Content) -> Iterator[Tie]:
    """``The language barrier undermines coordination`` where the parser takes the verb for a noun."""
    finite = [one for one in content.tokens if one.tag_ in {"VBD", "VBZ", "VBP", "MD"}]
    for token in content.tokens[1:-1]:
        sense = lexicon.TRANSITIVE.get(token.lemma_.lower())
        mistaken = token.dep_ in {"compound", "appos"} and token.lower_.endswith("s") and token.tag_ in {"VBZ", "NNS"}
        if sense is not None and mistaken and all(one == token for one in finite):
            cause = trimmed([one for one in content.tokens if one.i < token.i])
            effect = trimmed([one for one in content.tokens if one.i > token.i])
            if cause and effect:
                yield Tie(sense, "plain order", [token], cause, effect)


def _passive(verb: Any) -> bool:
    return child(verb, "auxpass", "nsubjpass") is not None or (
        verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and child(verb, "nsubj") is None
    )


def _agentive(subject: Any | None) -> bool:
    if subject is None:
        return False
    return subject.ent_type_ in lexicon.ACTORS or subject.lower_ in _PERSONS or subject.lemma_.lower() in _PEOPLE


def _plain(content: Content, verb: Any) -> Tie | None:
    """``The fire caused a blackout``, ``a blackout caused by the fire``."""
    lemma, words = _lemma(verb)
    sense = lexicon.TRANSITIVE.get(lemma) or lexicon.PARTICLES.get(lemma)
    if _passive(verb):
        sense = sense or (lexicon.MAKES_DO.get(lemma, Sense.BRINGS_ABOUT) if lemma in lexicon.COMPELS else None)
        return _by(verb, sense) if sense is not None else None
    thing = child(verb, "dobj")
    if sense is None or thing is None or thing.lower_ in {"who", "whom", "which", "that"}:
        return None
    own = child(verb, *SUBJECTS)
    if verb.lemma_.lower() in lexicon.BY_AGENTS and _agentive(own if own is not None else subject_of(verb)):
        return None
    return _caused(content, verb, words, sense, phrase(thing), "verb")


def _lemma(verb: Any) -> tuple[str, list[Any]]:
    """Return a verb's lemma with its particle, and the tokens of both."""
    particle = child(verb, "prt")
    lemma = verb.lemma_.lower()
    return (f"{lemma} {particle.lower_}", [verb, particle]) if particle is not None else (lemma, [verb])


def _by(verb: Any, sense: Sense) -> Tie | None:
    agent = child(verb, "agent") or next((one for one in verb.children if one.lower_ == "by"), None)
    cause = child(agent, "pobj", "pcomp") if agent is not None else None
    if cause is None:
        return None
    effect = _undergoer(verb, child(verb, "nsubjpass"))
    elsewhere = None if effect else Side.EFFECT
    return Tie(sense, "passive", [verb, agent], phrase(cause), effect, verb, elsewhere)


def _undergoer(verb: Any, subject: Any | None) -> list[Any]:
    """Return what the verb is said of: its subject, or the noun before it; empty for a word that only points back."""
    if subject is not None and subject.lower_ not in lexicon.POINTING:
        return phrase(subject)
    if verb.dep_ in {"acl", "relcl"}:
        return [token for token in phrase(verb.head, [verb]) if token.i < verb.i]
    return []


def _made_do(content: Content, verb: Any) -> Tie | None:
    """``forced them to leave``, ``allowed fighters to enter``, ``kept the plane from landing``."""
    sense = lexicon.MAKES_DO.get(verb.lemma_.lower())
    if sense is None or _passive(verb):
        return None
    own = child(verb, *SUBJECTS)
    if _agentive(own if own is not None or verb.tag_ == "VBG" else subject_of(verb)):
        return None
    done = child(verb, "ccomp", "xcomp")
    thing = child(verb, "dobj")
    parts: list[Any] = []
    if sense is Sense.PREVENTS:
        away = next((one for one in verb.children if one.lower_ == "from" and one.i > verb.i), None)
        parts = [thing, away] if thing is not None and away is not None else []
    elif done is not None and done.i > verb.i and (done.tag_ == "VB" or verb.lemma_ == "let"):
        parts = [thing, done] if thing is not None and thing.i < done.i else [done]
    if not parts:
        return None
    effect = trimmed([token for part in parts for token in part.subtree if token.i > verb.i])
    return _caused(content, verb, [verb], sense, effect, "makes do") if effect else None


def _prepositional(content: Content, verb: Any) -> Tie | None:
    """``led to floods``, ``stems from neglect``, ``died of burns``."""
    for preposition in (one for one in verb.children if one.dep_ in {"prep", "dative", "aux"} and one.i > verb.i):
        key = (verb.lemma_.lower(), preposition.lower_)
        if key == ("give", "to") and (rise := child(verb, "dobj")) is not None and rise.lower_ == "rise":
            key = ("lead", "to")
        thing = child(preposition, "pobj", "pcomp")
        if thing is None or _passive(verb):
            continue
        if key in lexicon.WITH_PREPOSITION and not _elsewhere_meant(verb, thing):
            sense = lexicon.WITH_PREPOSITION[key]
            return _caused(content, verb, [verb, preposition], sense, phrase(thing), "verb and preposition")
        if key in lexicon.FROM_CAUSE:
            return _from(verb, preposition, thing, lexicon.FROM_CAUSE[key])
    return None


def _elsewhere_meant(verb: Any, thing: Any) -> bool:
    if verb.lemma_.lower() == "lead":
        way = subject_of(verb)
        ways = way is not None and way.lemma_.lower() in _WAYS
        up = child(verb, "prt") is not None
        return ways or up or thing.ent_type_ in _PLACES or child(verb, "dobj") is not None
    return False


def _from(verb: Any, preposition: Any, thing: Any, sense: Sense) -> Tie | None:
    effect = phrase(clause_of(verb), [preposition]) if verb.lemma_ == "die" else []
    effect = effect or _undergoer(verb, child(verb, *SUBJECTS))
    elsewhere = None if effect else Side.EFFECT
    return Tie(sense, "from", [verb, preposition], phrase(thing), effect, verb, elsewhere)


def _caused(
    content: Content, verb: Any, connective: Sequence[Any], sense: Sense, effect: Sequence[Any], rule: str
) -> Tie | None:
    """Return the tie of a verb with its cause: its subject, what a relative clause hangs on, or the clause before."""
    effect = trimmed([token for token in effect if token.i in content.places])
    if not effect:
        return None
    own = child(verb, *SUBJECTS)
    if own is not None and verb.dep_ == "relcl" and own.tag_ in {"WDT", "WP"}:
        return _relative(content, verb, connective, sense, effect)
    if own is not None and own.lower_ in lexicon.POINTING:
        return Tie(sense, f"{rule}, pronoun", connective, [], effect, verb, Side.CAUSE)
    if own is not None and own.dep_ == "expl":
        return None
    if own is not None:
        return Tie(sense, rule, connective, phrase(own), effect, verb)
    if verb.tag_ == "VBG":
        return _participle(content, verb, connective, sense, effect)
    subject = subject_of(verb)
    if subject is None or verb.tag_ == "VB":
        return None
    if subject.lower_ in lexicon.POINTING:
        return Tie(sense, f"{rule}, pronoun", connective, [], effect, verb, Side.CAUSE)
    words = [token for token in phrase(subject) if token.i < verb.i]
    return Tie(sense, f"{rule}, shared subject", connective, trimmed(words), effect, verb)


def _relative(
    content: Content, verb: Any, connective: Sequence[Any], sense: Sense, effect: Sequence[Any]
) -> Tie | None:
    """``heavy rain, which led to floods``: the noun before, or the whole clause where that is somebody or a place."""
    noun = verb.head
    if noun.i not in content.places:
        return Tie(sense, "relative", connective, [], effect, verb, Side.CAUSE)
    thing = noun.pos_ == "NOUN" and noun.ent_type_ not in lexicon.ACTORS and noun.lemma_.lower() not in _PEOPLE
    thing = thing and (len(connective) == 1 or noun.dep_ in SUBJECTS or clause_of(noun).lemma_ == "be")
    cause = phrase(noun, [verb]) if thing else phrase(clause_of(noun), [verb])
    return Tie(sense, "relative", connective, [one for one in cause if one.i < verb.i], effect, verb)


def _participle(
    content: Content, verb: Any, connective: Sequence[Any], sense: Sense, effect: Sequence[Any]
) -> Tie | None:
    """``The dam burst, flooding ... and forcing people out``: the clause that the participle hangs on."""
    before = verb.nbor(-1) if verb.i > 0 else None
    words = (
        [before, *connective] if before is not None and before.lower_ in {"thereby", "thus", "hence"} else connective
    )
    if verb.dep_ == "acl" and before is not None and before.lower_ != ",":
        return Tie(sense, "participle", words, phrase(verb.head, [verb]), effect, verb)
    if verb.dep_ not in {"advcl", "acl", "conj", "ROOT", "dep"}:
        return None
    main = clause_of(verb.head) if verb.head != verb else verb
    if main == verb or main.i not in content.places:
        return Tie(sense, "participle", words, [], effect, verb, Side.CAUSE)
    while verb.dep_ == "conj" and main.tag_ == "VBG" and main.head != main and main.dep_ in {"advcl", "acl", "conj"}:
        verb, main = main, clause_of(main.head)
    if main.i not in content.places:
        return Tie(sense, "participle", words, [], effect, None, Side.CAUSE)
    cause = [token for token in phrase(main, [verb]) if token.i < words[0].i]
    return Tie(sense, "participle", words, trimmed(cause), effect, verb) if cause else None


def _named(content: Content, token: Any) -> Iterator[Tie]:
    """``Fog was the cause of the crash``, ``is responsible for``, ``was to blame``, ``This explains why``."""
    lemma = token.lemma_.lower()
    verb = token.head
    if lemma in {"responsible", "attributable"} and token.dep_ == "acomp":
        goal = next(
            (one for one in token.children if one.lower_ in {"for", "to"} and child(one, "pobj", "pcomp")), None
        )
        if goal is not None:
            thing = child(goal, "pobj", "pcomp")
            yield from _copular(verb, [token, goal], phrase(thing), swapped=lemma == "attributable")
    elif lemma in {"cause", "reason", "factor"} and token.pos_ == "NOUN" and verb.lemma_ == "be":
        yield from _cause_noun(token, verb)
    elif lemma == "blame" and token.dep_ == "xcomp" and verb.lemma_ == "be":
        goal = _preposition(token, "for")
        yield from _copular(verb, [token], phrase(child(goal, "pobj", "pcomp")) if goal is not None else [])
    elif lemma == "explain" and token.pos_ == "VERB":
        done, own = child(token, "dobj", "ccomp"), child(token, "nsubj")
        if done is not None and own is not None and not _agentive(own):
            tie = _caused(content, token, [token], Sense.EXPLAINS, phrase(done), "verb")
            if tie is not None:
                yield tie


def _preposition(token: Any, *words: str) -> Any | None:
    """Return the first preposition of these words that hangs on a token and has an object."""
    return next((one for one in token.children if one.lower_ in words and child(one, "pobj", "pcomp")), None)


def _copular(verb: Any, connective: Sequence[Any], thing: Sequence[Any], *, swapped: bool = False) -> Iterator[Tie]:
    subject = child(verb, *SUBJECTS)
    if subject is None:
        return
    points = subject.lower_ in lexicon.POINTING
    own = [] if points else phrase(subject)
    cause, effect = (thing, own) if swapped else (own, thing)
    elsewhere = (Side.EFFECT if swapped else Side.CAUSE) if points else (None if thing else Side.EFFECT)
    if cause or effect:
        yield Tie(Sense.BRINGS_ABOUT, "said to be", connective, cause, effect, verb, elsewhere)


def _cause_noun(noun: Any, verb: Any) -> Iterator[Tie]:
    goal = next((one for one in noun.children if one.lower_ in {"of", "for", "behind", "in"}), None)
    thing = child(goal, "pobj", "pcomp") if goal is not None else None
    effect = phrase(thing) if thing is not None else []
    connective = [noun, goal] if goal is not None and thing is not None else [noun]
    if noun.dep_ == "attr":
        yield from _copular(verb, connective, effect)
    elif noun.dep_ == "nsubj":
        told = child(verb, "attr", "ccomp", "acomp", "advcl")
        if told is not None and told.i > verb.i and (effect or told.dep_ == "attr"):
            rest = trimmed([one for one in told.subtree if one.i > verb.i])
            yield Tie(Sense.BRINGS_ABOUT, "said to be", connective, rest, effect, verb, None if effect else Side.EFFECT)


def _blamed(verb: Any) -> Tie | None:
    """``blamed the crash on fog``, ``attributed the deaths to cholera``, ``blamed Iran for the attack``."""
    lemma = verb.lemma_.lower()
    if lemma not in lexicon.BLAMES or verb.pos_ not in {"VERB", "AUX", "NOUN"}:
        return None
    ground = _preposition(verb, "on", "to")
    goal = _preposition(verb, "for")
    thing = child(verb, "dobj", "nsubjpass")
    if thing is not None and ground is None:
        ground = next((one for one in thing.children if one.lower_ in {"on", "to"} and child(one, "pobj")), None)
    if ground is not None and thing is not None and lemma != "pin":
        return _led_back(verb, thing, ground, lemma)
    if lemma == "blame" and thing is not None and goal is not None:
        effect = phrase(child(goal, "pobj", "pcomp"))
        return Tie(Sense.BRINGS_ABOUT, "blame", [verb, goal], phrase(thing, [goal]), effect, verb)
    if lemma == "blame" and thing is not None and verb.pos_ == "VERB" and thing.lower_ not in {"other", "another"}:
        return Tie(Sense.BRINGS_ABOUT, "blame", [verb], phrase(thing), [], verb, Side.EFFECT)
    return None


def _led_back(verb: Any, thing: Any, ground: Any, lemma: str) -> Tie | None:
    cause = child(ground, "pobj", "pcomp")
    if thing.lemma_.lower() in lexicon.SAYINGS or (lemma != "blame" and _agentive(cause)):
        return None
    points = thing.lower_ in lexicon.POINTING
    effect = [] if points else phrase(thing, [ground])
    return Tie(
        Sense.BRINGS_ABOUT, "blame", [verb, ground], phrase(cause), effect, verb, Side.EFFECT if points else None
    )
