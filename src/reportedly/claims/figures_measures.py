"""What a figure counts: from the noun it stands with, its modifiers, and the verbs that govern it."""

from __future__ import annotations

from typing import Any

from reportedly.claims.content import Content
from reportedly.claims.figures_lexicon import ACTION_NOUNS, MODIFIERS, THINGS, forms, named_outcome
from reportedly.claims.figures_verbs import verb_measure
from reportedly.model.claim import Measure

_UP = frozenset(
    "pobj dobj nsubj nsubjpass attr oprd conj appos prep agent nmod compound dep pcomp acomp npadvmod dative relcl acl "
    "xcomp advcl ccomp".split()
)
"""Dependency labels along which a measure reaches down to what is counted."""
_STATES = frozenset({"dead", "slain", "wounded", "injured", "missing", "captured"})
"""Modifiers that hold for the noun even where the parser hangs them elsewhere."""
_CIRCUMSTANCES = frozenset("in at near for during within across after before since around between outside".split())
"""Prepositions whose objects say where or when and suffer nothing of the verb."""
_STATE_LABELS = frozenset("acomp attr oprd xcomp ccomp advcl dobj prep".split())
_STATE_VERBS = frozenset("be remain leave go find report lie list confirm count get become".split())


def measure_of(content: Content, number: Any, noun: Any | None) -> tuple[Measure, Any | None]:
    """Return what a figure counts and the token that says so; ``other`` and None where nothing does.

    Args:
        content: the claim's content.
        number: the last token of the figure.
        noun: the noun counted, if the text has one beside the figure.
    """
    head = noun if noun is not None else number
    if noun is not None and noun.lower_ == "more":
        return _climb(content, number if noun.head == number else noun)
    if noun is not None:
        named = named_outcome(noun)
        if named is not None and not _only_names(noun):
            return named, noun
        if "suicide" in forms(noun):
            return Measure.KILLED, noun
        modified = next(
            (t for t in noun.children if t.lower_ in MODIFIERS and t.dep_ in {"amod", "acl", "compound"}), None
        )
        if modified is None:
            modified = next((t for t in content.tokens if number.i < t.i < noun.i and t.lower_ in _STATES), None)
        if modified is not None:
            return MODIFIERS[modified.lower_], modified
    return _climb(content, head)


def _only_names(noun: Any) -> bool:
    """Say whether ``body`` means an organisation rather than the dead."""
    return noun.lemma_.lower() == "body" and any(
        child.lower_ in {"governing", "regulatory", "official"} for child in noun.children
    )


def _climb(content: Content, token: Any) -> tuple[Measure, Any | None]:
    steps = 0
    current = token
    role = ""
    while steps < 7:
        verdict = _at(current, role, token)
        if verdict is not None:
            return verdict, current
        if current.dep_ not in _UP or current.head == current:
            break
        if current.dep_ == "prep" and current.lower_ in _CIRCUMSTANCES and current.head.pos_ == "VERB":
            break
        if current.dep_ not in {"conj", "appos"} or not role:
            role = current.dep_
        if current.dep_ in {"advcl", "ccomp"} and current.pos_ == "VERB" and current.tag_ not in {"VBG", "VBN"}:
            break
        current = current.head
        if current.i not in content.places and _speaks(content, current):
            break
        steps += 1
    return Measure.OTHER, None


def _speaks(content: Content, token: Any) -> bool:
    """Say whether a token outside the content belongs to a cue, as ``captured`` does in ``footage captured ...``."""
    place = token.idx + content.offset
    return any(cue.start <= place < cue.end for cue in content.draft.cues)


def _at(current: Any, role: str, counted: Any) -> Measure | None:
    """Return the measure that one token on the way up gives to what is counted."""
    if current != counted and current.pos_ in {"NOUN", "ADJ"}:
        named = named_outcome(current)
        if named is not None and role in {"pobj", "prep", "appos", "nsubj", "attr"}:
            thing = named is Measure.LOST and not forms(counted).isdisjoint(THINGS)
            return Measure.DESTROYED if thing else named
        if role in {"pobj", "prep"} and current.lemma_.lower() in ACTION_NOUNS:
            return ACTION_NOUNS[current.lemma_.lower()]
    state = _state(current, role) if current.pos_ in {"VERB", "AUX", "ADJ", "NOUN"} else None
    if state is None and current.pos_ == "VERB":
        return verb_measure(current, role, counted)
    return state


def _state(verb: Any, role: str) -> Measure | None:
    """Return the measure of ``were missing``, ``are in custody`` or ``the dead included``."""
    lemma = verb.lemma_.lower()
    if lemma in {"be", "remain"} and role in {"nsubj", "nsubjpass"}:
        where = {below.lower_ for child in verb.children if child.dep_ == "prep" for below in child.subtree}
        if where & {"custody", "bars"}:
            return Measure.DETAINED
        if where & {"hospital", "hospitals"}:
            return Measure.WOUNDED
    if lemma in {"include", "be", "comprise"} and role in {"dobj", "attr"}:
        about = next((named_outcome(child) for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
        if about is not None:
            return about
    if lemma not in _STATE_VERBS:
        return None
    said = (child.lower_ for child in verb.children if child.dep_ in _STATE_LABELS)
    return next((MODIFIERS[word] for word in said if word in MODIFIERS), None)
