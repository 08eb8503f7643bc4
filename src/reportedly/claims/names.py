"""Names as strings: articles and brackets off, acronyms beside their names, words for titles and bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from reportedly.model.actors import folded

_BRACKETED = re.compile(r"\(\s?([A-Z][A-Za-z.&\-]{1,9})\s?\)")
_OWNER_BEHIND = re.compile(r" of(?: the)? [A-Z]\w+(?! [A-Z])\b")
_WORD_BEFORE = re.compile(r"[\w'’&.\-]+$")
_LINKING = frozenset("of for the and on de in to &".split())
_LONGEST_NAME = 12
"""Words that a name in front of its acronym can have."""
_PARENTHESIS = re.compile(r"\s*\([^)]*(?:\)|$)")
TITLES = frozenset(
    """
    mr mrs ms dr prof professor sir lord lady president minister chancellor senator general gen colonel col captain
    capt lieutenant lt major maj admiral commander sergeant sgt governor mayor secretary spokesman spokeswoman
    spokesperson chief director chairman judge justice rep sen premier king queen prince princess sheriff inspector
    officer ambassador deputy vice acting former prime foreign defence defense interior reporter correspondent
    analyst editor author professor coach brigadier marshal
    """.split()
)
"""Words before a person\'s name that are no part of it."""

_ADDS_NOTHING = frozenset({"same", "new"})
AGENCY_NOUNS = {
    "agency": (
        "agency",
        "directorate",
        "service",
        "administration",
        "bureau",
        "intelligence",
        "organisation",
        "organization",
    ),
    "service": ("service", "directorate", "intelligence", "agency"),
    "directorate": ("directorate",),
    "ministry": ("ministry",),
    "department": ("department",),
    "institute": ("institute", "institution"),
    "centre": ("centre", "center"),
    "center": ("centre", "center"),
    "think": ("institute", "centre", "center", "foundation"),
    "group": ("group", "alliance", "movement", "front", "organisation", "organization", "network", "monitor"),
    "organisation": ("organisation", "organization", "alliance", "group", "nations"),
    "organization": ("organisation", "organization", "alliance", "group", "nations"),
    "company": ("company", "corporation", "inc", "airlines", "airways", "ltd", "group"),
    "airline": ("airlines", "airways", "air"),
    "newspaper": ("times", "post", "herald", "journal", "guardian", "telegraph", "tribune", "news", "daily", "gazette"),
    "paper": ("times", "post", "herald", "journal", "guardian", "telegraph", "tribune", "news", "daily", "gazette"),
    "broadcaster": ("television", "tv", "radio", "bbc", "corporation"),
    "channel": ("channel", "television", "tv"),
    "site": ("site", "com", "website"),
    "website": ("site", "com", "website"),
    "command": ("command",),
    "committee": ("committee",),
    "commission": ("commission",),
    "council": ("council",),
    "court": ("court",),
    "university": ("university",),
    "police": ("police",),
    "army": ("army", "forces", "military"),
    "military": ("army", "forces", "military"),
    "government": ("government",),
    "embassy": ("embassy",),
    "monitor": ("monitor",),
    "mission": ("mission",),
    "office": ("office",),
    "union": ("union",),
    "front": ("front",),
    "party": ("party",),
    "hospital": ("hospital",),
    "wire": ("wire", "press", "agency"),
    "analyst": ("institute", "centre", "center", "monitor", "group"),
}
"""Head noun of a description -> words that a name it can stand for holds; hand-made."""


def acronyms_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield each acronym that stands in brackets behind its name, with the name."""
    for match in _BRACKETED.finditer(text):
        full, short = _capitalised_before(text, match.start()), match.group(1)
        if full and _initials_fit(full, short):
            owner = _OWNER_BEHIND.match(text, match.end())
            yield short, without_article(_tail_for(full, short)) + (owner.group() if owner else "")


def _capitalised_before(text: str, end: int) -> str:
    """The run of capitalised words, with linking words between them, that ends at a place of the text."""
    words: list[str] = []
    end = len(text[:end].rstrip())
    while len(words) < _LONGEST_NAME:
        match = _WORD_BEFORE.search(text[max(0, end - 40) : end])
        if match is None:
            break
        word = match.group()
        if not word[0].isupper() and word not in _LINKING:
            break
        words.insert(0, word)
        end -= len(word)
        if not text[:end].endswith(" "):
            break
        end -= 1
    while words and words[0] in _LINKING:
        words.pop(0)
    return " ".join(words)


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """Return a name folded for comparison; remembered, since the names of a document are compared again and again."""
    return folded(name)


def clean(words: str) -> str:
    """Return a name without brackets, possessive ending, leading article and stray marks."""
    plain = _PARENTHESIS.sub("", words).strip(" ,.;:\"“”'’")
    for ending in ("'s", "’s"):
        plain = plain.removesuffix(ending)
    return without_article(" ".join(plain.split()))


def without_article(words: str) -> str:
    """Return words without a leading article."""
    first, _, rest = words.partition(" ")
    if rest and first.lower() == "that" and rest[0].isupper():
        return rest
    return rest if rest and first.lower() in {"the", "a", "an"} else words


def joint(name: str) -> bool:
    """Say whether a name joins two who speak together."""
    return " and " in name


def _initials_fit(full: str, short: str) -> bool:
    """Whether the letters of the acronym begin words of the name, in any order that keeps the first."""
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]+", full)).lower()
    letters = [letter for letter in short.lower() if letter.isalpha()]
    fits = bool(letters) and sum(letter in initials for letter in letters) >= len(letters) - 1
    body = set(folded(full).split()) & {word for words in AGENCY_NOUNS.values() for word in words}
    return len(full.split()) > 1 and (fits or (short.isupper() and bool(body)))


def _tail_for(full: str, short: str) -> str:
    """The last words of a run of capitalised words that the acronym can stand for."""
    words = without_article(full).split()
    for start in range(len(words)):
        tail = words[start:]
        if tail[0][0].lower() == short[0].lower() and tail[0][0].isupper():
            return " ".join(words) if start == 1 else " ".join(tail)
    return " ".join(words)


def can_stand_for(head: Any, name: str, kinds: tuple[str, ...]) -> bool:
    """Say whether a description can point back to a name: its kind fits, and what it adds does not speak against it.

    Args:
        head: the description's head noun.
        name: the name.
        kinds: words of which the name must hold one.
    """
    words = fold(name).split()
    core = fold(re.split(r" (?:of|for) ", name)[0]).split()
    fitting = core[-1:] if head.lemma_ in {"military", "army", "government", "police"} else words
    modifiers = [
        one.lower_ for one in head.lefts if one.dep_ in {"amod", "compound"} and one.lower_ not in _ADDS_NOTHING
    ]
    return bool(set(fitting) & set(kinds)) and all(any(word[:4] == one[:4] for word in words) for one in modifiers)
