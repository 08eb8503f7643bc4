"""What texts tell of named people and bodies: the office or trade beside a name, and the body that a person is of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from reportedly.events.bodies import INSTITUTIONS, OFFICES, tokens
from reportedly.events.nodes import Family
from reportedly.model.actors import folded

_NAME = r"[A-Z][\w’'-]*[a-z](?:(?: (?:of|for|and|the|de|van|al|bin|von)){0,2} [A-Z][\w’'-]*){0,4}"
_PERSON = r"[A-Z][\w’'-]*[a-z](?: [A-Z]\.)?(?: [A-Z][\w’'-]*[a-z]){1,2}"
_NOUNS = "|".join(sorted(OFFICES | INSTITUTIONS, key=lambda word: (-len(word), word)))
_BEFORE_NAME = re.compile(rf"(?:^|[\s“\"(,])((?:[a-z][\w’'-]* ){{0,3}}(?:{_NOUNS})),? ({_NAME})")
_TITLE_NAME = re.compile(rf"\b((?:[A-Z][\w’'-]* ){{0,2}}(?i:{_NOUNS})) ({_PERSON})")
_AFTER_NAME = re.compile(
    rf"({_NAME}),? (?:who is |which is )?(?:the|its|a|an|their) ((?:[\w’'-]+ ){{0,3}}(?:{_NOUNS}))\b"
)
_SIGNED = re.compile(rf"(?:^|\n)\s*({_PERSON}),? ?((?:[\w’'-]+ ){{0,3}}(?:{_NOUNS}))\s*$", re.MULTILINE)
_OFFICE = "|".join(sorted(OFFICES, key=lambda word: (-len(word), word)))
_OF_BODY = re.compile(
    rf"({_PERSON})(?: (?:of|from)|,? (?:who is |the |a |its )?(?:[\w’'-]+ ){{0,2}}(?:{_OFFICE}) (?:of|for|at|with))"
    rf" (?:the )?({_NAME})"
)
_FOR_BODY = re.compile(
    rf"({_PERSON})[^.\n]{{0,60}}? (?:on behalf of|speaking for|spokes\w+ for) (?:the )?({_NAME}|\w+)"
)


@dataclass(frozen=True)
class Roles:
    """What a set of texts tells of the names in them."""

    trades: dict[str, dict[str, set[frozenset[str]]]] = field(default_factory=dict)
    """Folded name -> key of the text -> telling words of each office or trade that the text gives it."""
    bodies: dict[str, dict[str, str]] = field(default_factory=dict)
    """Folded name of a person -> folded body -> the body as written."""


def roles_in(families: Iterable[Family], wanted: Iterable[str]) -> Roles:
    """Read the offices, trades and bodies that texts give to some names.

    Args:
        families: the texts.
        wanted: the folded names that matter; others are left out.
    """
    known = frozenset(wanted)
    trades: dict[str, dict[str, set[frozenset[str]]]] = defaultdict(lambda: defaultdict(set))
    bodies: dict[str, dict[str, str]] = defaultdict(dict)
    for family in sorted(families, key=lambda family: family.key):
        for trade, name in _told(family.text):
            for key in _known(name, known):
                trades[key][family.key].add(tokens(trade))
        for match in (*_OF_BODY.finditer(family.text), *_FOR_BODY.finditer(family.text)):
            if folded(match[1]) in known:
                bodies[folded(match[1])].setdefault(folded(match[2]), match[2])
    return Roles({name: dict(texts) for name, texts in trades.items()}, dict(bodies))


def _told(text: str) -> list[tuple[str, str]]:
    found = [(match[1], match[2]) for match in _BEFORE_NAME.finditer(text)]
    found += [(match[1], match[2]) for match in _TITLE_NAME.finditer(text)]
    found += [(match[2], match[1]) for match in _AFTER_NAME.finditer(text)]
    found += [(match[2], match[1]) for match in _SIGNED.finditer(text)]
    return found


def _known(name: str, known: frozenset[str]) -> list[str]:
    """Return the known names that some words begin with: the pattern may have run past the name's end."""
    words = folded(name).split()
    for size in range(len(words), 0, -1):
        if " ".join(words[:size]) in known:
            return [" ".join(words[:size])]
    return []
