"""Names as strings: titles and articles off, acronyms beside their names, what a description can stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from reportedly.model.actors import folded

_ACRONYM = re.compile(
    r"((?:[A-Z][\w'’&.\-]*)(?:\s+(?:of|for|the|and|on|de|in|to|&)\s+(?=[A-Zt])|\s+(?=[A-Z])|[A-Z][\w'’&.\-]*)*)"
    r"\s*\(\s*([A-Z][A-Za-z.&\-]{1,9})\s*\)((?:\s+of(?:\s+the)?\s+[A-Z]\w+)?)"
)
_PARENTHESIS = re.compile(r"\s*\([^)]*\)")
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
_SUFFIXES = frozenset({"'s", "’s", "'", "’"})

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
    "analyst": ("institute", "centre", "center", "monitor", "group"),
}
"""Head noun of a description -> words that a name it can stand for holds; hand-made."""


def acronyms_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield each acronym that stands in brackets behind its name, with the name."""
    for match in _ACRONYM.finditer(text):
        full, short = match.group(1).strip(), match.group(2)
        if _initials_fit(full, short):
            yield short, without_article(_tail_for(full, short)) + match.group(3)


def person_name(tokens: list[Any]) -> str:
    """Return a person's name without titles and possessive ending."""
    words = [token.text for token in tokens if token.text not in _SUFFIXES and not token.is_punct]
    while len(words) > 1 and words[0].rstrip(".").lower() in TITLES:
        words = words[1:]
    return " ".join(words)


def can_stand_for(head: Any, name: str, kinds: tuple[str, ...]) -> bool:
    """Say whether a description can point back to a name: its kind fits, and what it adds does not speak against it."""
    words = folded(name).split()
    core = folded(re.split(r" (?:of|for) ", name)[0]).split()
    fitting = core[-1:] if head.lemma_ in {"military", "army", "government", "police"} else words
    modifiers = [
        one.lower_ for one in head.lefts if one.dep_ in {"amod", "compound"} and one.lower_ not in {"same", "new"}
    ]
    return bool(set(fitting) & set(kinds)) and all(any(word[:4] == one[:4] for word in words) for one in modifiers)


def clean(words: str) -> str:
    """Return a name without brackets, possessive ending, leading article and stray marks."""
    plain = _PARENTHESIS.sub("", words).strip(" ,.;:\"“”'’")
    for ending in ("'s", "’s"):
        plain = plain.removesuffix(ending)
    return without_article(" ".join(plain.split()))


def without_article(words: str) -> str:
    """Return words without a leading article."""
    first, _, rest = words.partition(" ")
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
