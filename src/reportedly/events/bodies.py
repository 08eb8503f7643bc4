"""Bodies by their names: what a name says of whom it means, whatever its order of words and however short it is."""

from __future__ import annotations

import re
from functools import lru_cache

INSTITUTIONS = frozenset(
    "ministry directorate service agency army navy police gendarmerie hospital clinic infirmary union federation "
    "confederation association council committee commission mission administration government office staff command "
    "brigade department bureau institute institution observatory company corporation firm operator owner authority "
    "board court prosecutor prosecution parliament party movement front alliance coalition organisation charity "
    "relief watch coastguard guard fire rescue ambulance inspectorate laboratory centre university chamber league "
    "fund embassy consulate municipality archive advocate ombudsman registry registrar yard line lines insurer "
    "protection defence diocese church academy foundation society circle advocacy prison brotherhood militia corps "
    "regiment battalion fleet".split()
)
"""Nouns by which an institution is known; one of them in a name tells that the name is no ordinary outlet's."""

MEDIA = frozenset(
    "wire news post times daily weekly radio tv television agency journal broadcasting broadcast gazette herald "
    "courier review digest chronicle tribune observer telegraph today press page echo mail star sun standard "
    "bulletin magazine sentinel mirror whistle live online media channel network report reports dispatch beacon "
    "ledger examiner register argus inquirer".split()
)
"""Words in the name of an ordinary outlet; its own voice is no origin, whoever quotes it."""

OFFICES = frozenset(
    "governor mayor minister president secretary director commander chief head chairman chairwoman chair spokesman "
    "spokeswoman spokesperson prosecutor physician surgeon bishop archbishop captain skipper master admiral general "
    "colonel major ambassador commissioner inspector superintendent warden manager owner president premier chancellor "
    "rector foreman leader coordinator".split()
)
"""Nouns of an office that one person holds at a time."""

_DROPPED = frozenset("the a an of for and in at on by from to its their his her our your s".split())
_ADJECTIVES = frozenset(
    "military national state local regional federal central public official provincial district city town municipal "
    "country government civil joint main general senior deputy former acting independent chief".split()
)
"""Words that tell a short form from the full name by nothing."""
_VARIANTS = {"defense": "defence", "center": "centre", "organization": "organisation", "labour": "labor"}


@lru_cache(maxsize=65536)
def tokens(name: str) -> frozenset[str]:
    """Return the telling words of a name, whatever their order: ``Ministry of Defence`` and ``defence ministry``."""
    words = re.findall(r"[^\W_]+", re.sub(r"['’]s?\b", " ", name).casefold())
    return frozenset(_VARIANTS.get(word, word) for word in map(_singular, words) if word not in _DROPPED)


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def core(name: str) -> frozenset[str]:
    """Return the telling words of a name without the adjectives that any body may bear; all where no other is left."""
    found = tokens(name)
    return found - _ADJECTIVES or found


def is_institution(name: str) -> bool:
    """Say whether a name turns on the noun of an institution and does not end in a word of an ordinary outlet."""
    return bool(head(name)) and _last(name) not in MEDIA


def is_medium(name: str) -> bool:
    """Say whether a name ends in a word of an ordinary outlet, or bears one and no noun of an institution."""
    return _last(name) in MEDIA or (bool(tokens(name) & MEDIA) and not head(name))


def _last(name: str) -> str:
    words = re.findall(r"[^\W_]+", name.casefold())
    return words[-1] if words else ""


def is_office(name: str) -> bool:
    """Say whether a lower-case description names an office that one person holds (``the regional governor``)."""
    words = re.findall(r"[^\W_]+", name.casefold())
    return bool(words) and not name.strip()[:1].isupper() and words[-1] in OFFICES


def is_short_form(name: str) -> bool:
    """Say whether a description may be a body's short form: it ends in the singular noun of an institution."""
    plain = re.sub(r"^(?:the|this|that|its|their|his|her)\s+", "", name.strip(), flags=re.IGNORECASE)
    words = re.findall(r"[^\W_]+", plain.casefold())
    return bool(words) and (words[-1] in INSTITUTIONS or words[0] in INSTITUTIONS or bool(tokens(plain) & _FIELDS))


_FIELDS = frozenset("intelligence coastguard army navy police government".split())


def short_for(name: str, full: str) -> bool:
    """Say whether one name may be the short form of another body's: all it tells stands in the other.

    One word of it must be the noun of an institution. Lawyers of a company are not the company, and its union is not
    its owner: where the longer name bears a noun of an institution before ``of`` or at its end that the shorter one
    lacks, they are two.
    """
    ours, theirs = core(name), tokens(full)
    if not ours or not _within(ours, theirs) or not (tokens(name) & (INSTITUTIONS | _FIELDS)):
        return False
    return head(name) in (head(full), "") or head(name) in theirs & _FIELDS


@lru_cache(maxsize=65536)
def same_body(name: str, other: str) -> bool:
    """Say whether two full names have the same telling words in another order, country and adjective being one."""
    ours, theirs = tokens(name), tokens(other)
    return len(ours) == len(theirs) and head(name) == head(other) and _within(ours, theirs) and _within(theirs, ours)


def _within(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Say whether all words of one name stand in the other; a country's adjective stands for the country."""
    return all(word in theirs or any(_one_country(word, other) for other in theirs) for word in ours)


def _one_country(word: str, other: str) -> bool:
    short, long = sorted((word, other), key=len)
    stem = short.rstrip("aeiouy")
    return len(stem) >= _STEM and long.startswith(stem) and _DEMONYM.fullmatch(long[len(stem) :]) is not None


_STEM = 4
_DEMONYM = re.compile(r"(?:a|e|i|o|u|y)?(?:n|an|ian|ean|ese|ish|ic|i|er|ite|eno|aise|a|ia|y|land)?")
"""Endings by which a country's name and the word for its people differ (``Orvenia``, ``Orvenian``)."""


@lru_cache(maxsize=65536)
def head(name: str) -> str:
    """Return the noun of an institution that a name turns on: before ``of`` or ``for``, else at its end."""
    before = re.split(r"\b(?:of|for|in|at|on)\b", name, maxsplit=1)[0]
    words = [_singular(word) for word in re.findall(r"[^\W_]+", re.sub(r"['’]s?\b", " ", before).casefold())]
    return next((word for word in reversed(words) if word in INSTITUTIONS), "")
