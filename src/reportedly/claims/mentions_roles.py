"""Who and what takes part in what a mention speaks of, by the tree of its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from reportedly.model.mention import ROLES

_EMPTY = frozenset("DET ADP PRON AUX PUNCT CCONJ SCONJ PART SYM SPACE X INTJ".split())
_SAID_OF_ALL = frozenset(("be", "have", "do", "say"))
_MEANS = re.compile(r"[A-Za-z0-9]")
_SUBJECT = frozenset(("nsubj", "csubj", "agent", "poss"))
_OBJECT = frozenset(("nsubjpass", "dobj", "obj", "attr", "dative", "oprd"))
_BESIDE = frozenset("compound amod nmod nummod acomp npadvmod advmod appos".split())
_CLAUSE = frozenset("conj xcomp advcl ccomp".split())
_NEAR = 5
"""Words before and after a mention that count as near."""
_DEPTH = 6
"""How deep the words below a participant are gathered."""


def roles_of(head: Any, mention: Sequence[Any], sentence: Any) -> Mapping[str, frozenset[str]]:
    """Return words by role, all of ``ROLES``.

    Args:
        head: the word of the mention that its others hang on.
        mention: the mention's words.
        sentence: the parsed sentence.
    """
    subjects, objects, others = _participants(head, mention)
    others_words = _below(others, mention)
    subject, object_ = _below(subjects, mention), _below(objects, mention)
    first, last = min(token.i for token in mention), max(token.i for token in mention)
    beside = [token for token in sentence if token not in mention]
    found = {
        "subject": subject,
        "object": object_,
        "subject head": _words(subjects),
        "object head": _words(objects),
        "arguments": subject | object_ | others_words,
        "near": _words(token for token in beside if first - _NEAR <= token.i <= last + _NEAR),
        "words": _words(beside),
        "names": frozenset(token.lower_ for token in sentence if token.pos_ == "PROPN" and len(token.text) > 1),
        "numbers": frozenset(token.lower_ for token in sentence if token.pos_ == "NUM" and len(token.text) < 9),
        "times": _entities(sentence, ("DATE", "TIME")),
        "places": _entities(sentence, ("GPE", "LOC", "FAC")),
    }
    return {role: found[role] for role in ROLES}


def _participants(head: Any, mention: Sequence[Any]) -> tuple[list[Any], list[Any], list[Any]]:
    """Return the heads of who acts, who is acted on, and what else belongs to it."""
    children = [child for child in head.children if child not in mention]
    subjects = [child for child in children if child.dep_ in _SUBJECT]
    objects = [child for child in children if child.dep_ in _OBJECT]
    others = [child for child in children if child.dep_ in _BESIDE]
    others += [below for child in children if child.dep_ == "prep" for below in child.children]
    if not subjects and head.dep_ in {"acl", "relcl"}:
        (objects if head.tag_ == "VBN" else subjects).append(head.head)
    elif not subjects and head.dep_ in _CLAUSE:
        subjects = [
            child for child in head.head.children if child.dep_ in {"nsubj", "nsubjpass"} and child not in mention
        ]
    return subjects, objects, others


def _below(heads: Iterable[Any], mention: Sequence[Any]) -> frozenset[str]:
    return _words(token for head in heads for token in _subtree(head, 0) if token not in mention)


def _subtree(token: Any, depth: int) -> Iterator[Any]:
    yield token
    if depth < _DEPTH:
        for child in token.children:
            yield from _subtree(child, depth + 1)


def _words(tokens: Iterable[Any]) -> frozenset[str]:
    return frozenset(
        token.lower_ if token.pos_ == "PROPN" else token.lemma_.lower() for token in tokens if _means(token)
    )


def _entities(sentence: Any, kinds: Sequence[str]) -> frozenset[str]:
    return frozenset(token.lower_ for token in sentence if token.ent_type_ in kinds and _means(token))


def _means(token: Any) -> bool:
    lemma = token.lemma_.lower()
    return token.pos_ not in _EMPTY and lemma not in _SAID_OF_ALL and bool(_MEANS.search(token.text))
