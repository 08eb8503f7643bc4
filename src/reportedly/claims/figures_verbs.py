"""What a verb makes of those it is about: killed, wounded, deployed ..."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportedly.claims import figures_lexicon as lexicon
from reportedly.claims.figures_lexicon import forms
from reportedly.model.claim import Measure

_SUFFERS = frozenset({"dobj", "nsubjpass"})
_SUBJECT = frozenset({"nsubj"})
_ANY: frozenset[str] = frozenset()


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A verb that has a measure only with certain words, roles or nouns; an empty set asks for nothing."""

    verbs: frozenset[str]
    measure: Measure | None
    """None = the phrase counts nothing of its own kind, whatever the verb means elsewhere."""
    roles: frozenset[str] = _ANY
    """Dependency labels of what is counted."""
    below: frozenset[str] = _ANY
    """Words of which one must stand below the verb."""
    beside: frozenset[str] = _ANY
    """Words of which one must hang on the verb itself."""
    nouns: frozenset[str] = _ANY
    """Forms of which the counted noun must have one."""
    tag: str = ""

    def fits(self, verb: Any, role: str, counted: Any, below: frozenset[str], beside: frozenset[str]) -> bool:
        """Say whether the phrase stands here."""
        return (
            (not self.roles or role in self.roles)
            and (not self.below or not below.isdisjoint(self.below))
            and (not self.beside or not beside.isdisjoint(self.beside))
            and (not self.nouns or not forms(counted).isdisjoint(self.nouns))
            and (not self.tag or verb.tag_ == self.tag)
        )


_HURT = _words("hospital hospitals wounds injuries")
_PHRASES: tuple[_Phrase, ...] = (
    _Phrase(_words("shoot"), None, _SUBJECT),
    _Phrase(_words("shoot"), Measure.INTERCEPTED, beside=_words("down")),
    _Phrase(_words("shoot"), Measure.WOUNDED, _SUFFERS, _words("wounded injured leg legs arm arms foot")),
    _Phrase(_words("shoot"), Measure.KILLED, _SUFFERS),
    _Phrase(_words("take hold"), Measure.CAPTURED, beside=_words("prisoner hostage captive")),
    _Phrase(
        _words("take rush airlift admit fly treat transport transfer"),
        Measure.WOUNDED,
        _words("dobj nsubjpass conj pobj prep appos acl relcl nmod dep"),
        _HURT,
    ),
    _Phrase(_words("find recover pull count"), Measure.KILLED, below=_words("dead")),
    _Phrase(_words("claim lose"), Measure.KILLED, below=_words("life lives")),
    _Phrase(_words("set"), Measure.DAMAGED, below=_words("alight fire ablaze")),
    _Phrase(_words("seek"), Measure.MISSING, _words("nsubjpass")),
    _Phrase(
        _words("receive suffer sustain get"), Measure.WOUNDED, _SUBJECT, _words("injury injuries wound wounds burns")
    ),
    _Phrase(_words("lose"), Measure.WOUNDED, _SUBJECT, _words("sight leg legs feet limb limbs eye eyes arm")),
    _Phrase(_words("miss"), Measure.MISSING, _words("nsubj nsubjpass"), tag="VBG"),
    _Phrase(_words("hang"), Measure.KILLED, below=_words("themselves himself herself")),
    _Phrase(_words("hang"), Measure.KILLED, _SUFFERS),
    _Phrase(_words("hold keep be remain take place"), Measure.DETAINED, below=_words("custody bars")),
    _Phrase(_words("surrender"), Measure.CAPTURED, _SUBJECT),
    _Phrase(_words("give"), Measure.CAPTURED, _SUBJECT, _words("themselves"), _words("up")),
    _Phrase(_words("leave flee"), Measure.DISPLACED, _SUBJECT, nouns=lexicon.RESIDENTS),
    _Phrase(lexicon.MOVING, Measure.DEPLOYED, _SUFFERS | _SUBJECT, nouns=lexicon.DEPLOYED_THINGS),
    _Phrase(_words("send"), Measure.DEPLOYED, _SUFFERS, nouns=lexicon.DEPLOYED_THINGS),
    _Phrase(_words("lose"), Measure.DESTROYED, _SUFFERS, nouns=lexicon.THINGS),
    _Phrase(_words("burn"), Measure.KILLED, below=_words("death")),
    _Phrase(lexicon.words_of(Measure.ATTACKED), None, beside=_words("down")),
    _Phrase(lexicon.words_of(Measure.DESTROYED), Measure.KILLED, _SUFFERS, nouns=lexicon.PERSONS),
)
"""Phrases in the order in which they are tried."""


def verb_measure(verb: Any, role: str, counted: Any) -> Measure | None:
    """Return the measure that a verb gives to what is counted, or None.

    Args:
        verb: the verb.
        role: dependency label by which what is counted hangs on the verb, coordination looked through.
        counted: the counted noun, or the figure where it stands alone.
    """
    lemma = verb.lemma_.lower()
    below = frozenset(token.lower_ for token in verb.subtree)
    beside = frozenset(token.lower_ for token in verb.children)
    for phrase in _PHRASES:
        if lemma in phrase.verbs and phrase.fits(verb, role, counted, below, beside):
            return phrase.measure
    measure = lexicon.VERBS.get(lemma)
    return None if measure is None else _plain(verb, lemma, measure, role, counted)


def _plain(verb: Any, lemma: str, measure: Measure, role: str, counted: Any) -> Measure | None:
    passive = verb.tag_ == "VBN" or any(child.dep_ in {"auxpass", "nsubjpass"} for child in verb.children)
    if role == "nsubj" and lemma not in lexicon.ACTORS_SUFFER and not passive:
        return None
    if role in {"agent", "prep"} and measure in lexicon.AGENTIVE and counted.dep_ == "pobj":
        return None
    if lemma == "burn" and forms(counted).isdisjoint(lexicon.THINGS):
        return Measure.WOUNDED
    if measure is Measure.ATTACKED and role not in {"dobj", "nsubjpass", "conj", "appos", "relcl", "acl"}:
        return None
    partners = {token.lemma_.lower() for token in verb.conjuncts}
    joined = any(child.lower_ == "or" for child in verb.children)
    if measure is Measure.KILLED and joined and partners & {"injure", "wound"}:
        return Measure.CASUALTIES
    return measure
