"""Parties outside the registry: an adjective that claims give to fighting people marks bodies that bear it, too."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from reportedly.events.nodes import Node

_FORCE = (
    r"(?:soldiers?|troops?|forces?|army|armies|units?|fighters?|servicemen|militia(?:men|s)?|rebels?|insurgents?"
    r"|battalions?|brigades?|regiments?|military|navy|warships?|artillery|tanks?)"
)
_FIGHTING = re.compile(
    rf"\b([A-Z][\w’']{{3,}})(?: and [A-Z][\w’']{{3,}})?(?: [a-z]+){{0,2}} {_FORCE}\b"
    rf"|\band ([A-Z][\w’']{{3,}})(?: [a-z]+){{0,2}} {_FORCE}\b"
    rf"|\b{_FORCE} of ([A-Z][\w’']{{3,}})"
)
_WORD = re.compile(r"[A-Z][^\W\d_]{3,}")
_NO_PARTY = frozenset("the some many most eight local national royal united armed special".split())
_STEM = 5
"""Letters that a country's name and its adjective share (``Norland``, ``Norlander``, ``Norlandic``)."""


def belligerents(nodes: Iterable[Node]) -> frozenset[str]:
    """Return the names and adjectives that claims give to fighting people: in whom figures count, or in their words."""
    found: set[str] = set()
    for node in nodes:
        for words in (node.claim.quote, *(quantity.of for quantity in node.claim.quantities)):
            for match in _FIGHTING.finditer(words):
                found.update(_plain(name) for name in match.groups() if name)
    return frozenset(found - _NO_PARTY)


def party_of(name: str, fighting: Collection[str]) -> str | None:
    """Return the party whose adjective or country a body's name bears, if that party fights in the claims.

    Two bodies of one country share a side although no list knows them. Where the name bears several, or none that
    fights, the body has no side.
    """
    stems = {word[:_STEM] for word in fighting}
    borne = {_plain(word) for word in _WORD.findall(name)}
    parties = sorted(word for word in borne if word[:_STEM] in stems)
    if len({word[:_STEM] for word in parties}) != 1:
        return None
    alike = sorted((word for word in (*fighting, *parties) if word[:_STEM] == parties[0][:_STEM]), key=_by_length)
    return alike[0].capitalize()


def _by_length(word: str) -> tuple[int, str]:
    return (len(word), word)


def _plain(word: str) -> str:
    return re.sub(r"['’]s?$", "", word).casefold()
