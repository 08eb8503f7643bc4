"""Find people whom a text makes victims without a number: ``a man was shot dead``, ``Militiaman killed``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from reportedly.claims.content import Content
from reportedly.claims.figures_evidence import NOTHING
from reportedly.claims.figures_measures import measure_of
from reportedly.model.claim import Measure
from reportedly.model.span import Span

HARMS = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.CAPTURED, Measure.MISSING, Measure.DETAINED})
"""Measures for which victims without a number are looked for."""
_HARMED = re.compile(
    r"\b(?:kill\w*|dead|die[sd]?|dying|death|deaths|murder\w*|assassinat\w+|execut\w+|slain|slay\w*|shot|stabb\w+|injur\w+|"
    r"wound\w+|hurt|graz\w+|hospital\w*|kidnap\w*|abduct\w+|captur\w+|missing|disappear\w*|arrest\w+|detain\w+|custody|"
    r"jail\w*|hostage\w*|bod(?:y|ies)|drown\w*|crushed|struck|hit|beaten|tortur\w+|massacr\w+|casualt\w+|victims?|"
    r"condition|pronounced|kia|wia|perish\w*|succumb\w*|burn\w+)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{2}")
_NUMBERED = frozenset({"nummod", "quantmod"})
_IN_NAME = frozenset({"compound", "nmod", "amod"})
_PEOPLE = frozenset({"PERSON", "NORP"})
_PERSONS = frozenset(
    "people person man woman men women boy girl child children kid baby infant toddler teen teenager youth adult "
    "elder male female victim suspect gunman civilian resident local villager peasant farmer citizen national "
    "foreigner tourist passenger pedestrian bystander passerby motorist cyclist driver rider biker customer clerk "
    "owner guest patron soldier troop serviceman servicewoman recruit conscript reservist veteran marine sailor "
    "airman paratrooper guerrilla rebel militant militiaman insurgent separatist fighter combatant defender guard "
    "bodyguard escort policeman policewoman officer cop trooper deputy sheriff agent detective sergeant corporal "
    "captain lieutenant major colonel general admiral commander chief private cadet pilot crew crewman crewmember "
    "crewmembers captive hostage prisoner inmate detainee refugee migrant husband wife spouse son daughter father "
    "mother parent brother sister sibling twin cousin uncle aunt nephew niece grandfather grandmother grandson "
    "granddaughter boyfriend girlfriend fiance fiancee friend neighbor neighbour relative family couple roommate "
    "classmate student pupil teacher professor nurse medic doctor surgeon paramedic patient priest bishop "
    "archbishop cardinal pope monk nun clergyman jesuit imam rabbi pastor mayor minister president senator "
    "councillor councilman governor judge magistrate lawyer attorney prosecutor ambassador diplomat consul "
    "official leader candidate politician activist unionist journalist reporter cameraman photographer newsman "
    "correspondent editor businessman businesswoman worker laborer labourer employee miner fisherman firefighter "
    "rescuer volunteer engineer technician contractor staffer aide aid servant maid cook mechanic carpenter other "
    "others one somebody someone anybody kia wia dead wounded injured body corpse occupant member survivor "
    "witness player coach singer actor dancer dealer thief burglar robber attacker assailant shooter bomber "
    "terrorist extremist subversive thug hitman mercenary sniper drone-operator shopkeeper bartender janitor "
    "trucker".split()
)
"""Nouns for people; with the endings below they are what can be a victim."""
_PERSON_ENDINGS = (
    "man",
    "men",
    "woman",
    "women",
    "ist",
    "ian",
    "eer",
    "ee",
    "boy",
    "girl",
    "person",
    "people",
    "child",
)
_NO = frozenset({"no", "neither", "nor", "nobody", "none", "without", "not"})
_NEAR = 6


@dataclass(frozen=True, slots=True)
class Victim:
    """A noun or name that may stand for victims."""

    token: Any
    span: Span
    """The noun phrase without what follows its head."""
    plural: bool
    rule: str
    """What the verbs above it say, or ``none``."""


def find_victims(content: Content) -> tuple[Victim, ...]:
    """Return the noun phrases without a number of a content that speaks of harm, in order.

    Args:
        content: a sentence, or part of one.
    """
    if _HARMED.search(content.text) is None:
        return ()
    return tuple(_candidates(content))


def _candidates(content: Content) -> Iterator[Victim]:
    for token in content.tokens:
        if token.pos_ not in {"NOUN", "PROPN"} or (
            not token.is_alpha and "-" not in token.text and "." not in token.text
        ):
            continue
        if token.dep_ in _IN_NAME and token.head.i > token.i and token.head.pos_ in {"NOUN", "PROPN"}:
            continue
        if token.ent_type_ in {"DATE", "TIME", "GPE", "LOC", "MONEY", "PERCENT", "CARDINAL"}:
            continue
        if not _person(token) or _negated(token) or _does_it(token):
            continue
        if any(child.dep_ in _NUMBERED or child.pos_ == "NUM" for child in token.lefts):
            continue
        measure, _ = measure_of(content, token, token)
        rule = measure.value if measure in HARMS else NOTHING
        yield Victim(token, _phrase(token, content), token.tag_ in {"NNS", "NNPS"}, rule)


def _person(token: Any) -> bool:
    """Say whether a noun or name may mean people."""
    if token.pos_ == "PROPN" and token.ent_type_ in {"PERSON", "NORP", ""} and len(token.text) > 2:
        return not token.text.isupper() or token.lower_ in _PERSONS
    return not {token.lemma_.lower(), token.lower_}.isdisjoint(_PERSONS) or token.lower_.endswith(_PERSON_ENDINGS)


def _negated(token: Any) -> bool:
    """Say whether a text denies that anything befell them: ``neither X nor his wife was injured``, ``no soldier``."""
    over = token.head.head if token.dep_ == "pobj" and token.head.lower_ == "of" else token.head
    around = [*token.lefts, *(token.head.lefts if token.dep_ in {"conj", "nsubj", "nsubjpass"} else ())]
    if token.lower_ in _NO or over.lower_ in _NO or any(word.lower_ in _NO for word in around):
        return True
    if any(word.lower_ in {"neither", "nor"} for word in token.doc[max(token.sent.start, token.i - 6) : token.i]):
        return True
    verb = next((above for above in token.ancestors if above.pos_ == "VERB"), None)
    return verb is not None and any(child.dep_ == "neg" and child.i < verb.i for child in verb.children)


def _does_it(token: Any) -> bool:
    """Say whether a noun is the subject of a verb that harms somebody else: ``gunmen killed a farmer``."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    verb = token.head
    return (
        token.dep_ == "nsubj"
        and verb.pos_ == "VERB"
        and _HARMED.fullmatch(verb.lower_) is not None
        and any(child.dep_ == "dobj" for child in verb.children)
    )


def _phrase(token: Any, content: Content) -> Span:
    left = [token]
    for child in reversed(list(token.lefts)):
        if child.i not in content.places or child.is_punct:
            break
        left += [below for below in child.subtree if below.i in content.places and below.i < token.i]
    return content.span_of(left)


def victim_features(victim: Victim, content: Content, seen: Sequence[str]) -> tuple[str, ...]:
    """Return what speaks for what befell a victim, as named features.

    Args:
        victim: the candidate.
        content: the content it stands in.
        seen: measures of the counts before it in the document.
    """
    token, rule = victim.token, victim.rule
    tokens, place = list(content.sentence.tokens), token.i - content.sentence.tokens.start
    verbs = [above for above in token.ancestors if above.pos_ in {"VERB", "AUX"}]
    verb = verbs[0].lemma_.lower() if verbs else "NONE"
    current = token
    while current.dep_ in {"conj", "appos"} and current.head != current:
        current = current.head
    role, lemma = current.dep_, token.lemma_.lower()
    kind = "PERSON" if token.ent_type_ in _PEOPLE else token.pos_
    marks = sorted({child.lower_ for child in token.lefts if child.dep_ in {"det", "poss"}}) or ["bare"]
    around = tokens[max(0, place - _NEAR) : place + _NEAR + 3]
    names = [
        "bias",
        f"rule {rule}",
        f"rule {rule} {kind}",
        f"rule {rule} noun {lemma}",
        f"noun {lemma}" if kind != "PERSON" else "noun NAME",
        f"kind {kind} {role}",
        f"verb {verb} {role}",
        f"verb {verb} {kind} {role}",
        f"plural {victim.plural} rule {rule}",
        f"head {token.head.lemma_.lower()} {token.dep_}",
        f"entity {token.ent_type_} rule {rule}",
        f"any before {bool(seen)} rule {rule}",
        f"first {place == 0} rule {rule}",
        f"suffix {lemma[-3:]}",
        *(f"mark {mark} rule {rule}" for mark in marks),
        *(f"near {word.lemma_.lower()}" for word in around if word is not token and not word.is_punct),
        *(f"after {word.lemma_.lower()} {role}" for word in tokens[place + 1 : place + 4]),
        *(f"above {above.lemma_.lower()} {role}" for above in list(token.ancestors)[:3]),
        *(f"harm {word} {kind}" for word in sorted(set(_HARMED.findall(content.lower)))),
    ]
    return tuple(dict.fromkeys(names))
