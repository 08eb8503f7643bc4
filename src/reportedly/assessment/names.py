"""Names as prose has them: with or without an article, in full, pages told apart by their day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from reportedly.assessment.wording import day, quoted
from reportedly.model.claim import SourceClass
from reportedly.model.document import Document
from reportedly.model.event import Origin

_BODIES = frozenset(
    "academy administration agency alliance army assembly association authority battalion board brigade bureau cabinet"
    " center centre church coalition college command commission committee company congress corps council"
    " corporation court defence defense department directorate division embassy federation fleet force forces"
    " foundation front fund government group guard hospital house institute institution intelligence kremlin league"
    " mayor military ministry mission movement navy network observatory office organisation organization parliament"
    " party pentagon police presidency regiment secretariat senate service services staff treasury tribunal union unit"
    " university".split()
)
"""Nouns that make a name one of a body, which prose gives an article."""

_NO_ARTICLE = frozenset({"police", "hospital", "university", "college", "intelligence", "company", "corporation"})
"""Bodies that stand without an article where a proper name comes before them: Lakeland Police."""

_DETERMINERS = re.compile(r"(?i)(the|a|an|its|their|his|her|our|some|several|two|three|one|unnamed|anonymous)\b")

_MATERIAL = frozenset({SourceClass.IMAGERY, SourceClass.DATA})

_MATERIAL_NOUNS = frozenset({"drone", "footage", "video", "images", "photographs", "pictures", "data", "satellite"})
"""Nouns of material, which are written small within a sentence."""

_LANDS = re.compile(
    r"^(?:United|Union of|Federation of) \w+$|^(?:Netherlands|Philippines|Gambia|Bahamas)$|^\w+ Republic$"
)
"""Countries that prose gives an article."""
_WEB = re.compile(r"^\S+\.[a-z]{2,}$")
"""The address of a site, which is a name of its own: ``delo.si``."""
_ROLE = re.compile(r"(?<!['’]s) (?:official|spokesman|spokeswoman|spokesperson|diplomat|officer|source|adviser)$")
"""Words that make of a name with a capital that of nobody in particular: ``US military official``."""
_PUBLISHER = re.compile(r" (?:by|from) (?=[A-Z])")
"""What stands in the name of material before whoever published it."""

NOBODY = "no one who is named"
"""What stands in place of an origin that no page names."""


def with_article(name: str, source_class: SourceClass = SourceClass.UNKNOWN) -> str:
    """Return a source's name as it stands in a sentence: ``the Ministry of Defence``, ``an unnamed official``.

    Args:
        name: the fullest name that the documents give.
        source_class: what sort of source it is; people never take an article.
    """
    name = " ".join(name.split())
    if not name or _DETERMINERS.match(name):
        return name[:1].lower() + name[1:] if name.lower().startswith(("the ", "a ", "an ")) else name
    if re.match(r"\S+['’]s? ", name) and name[0].isupper():
        return name
    if source_class in _MATERIAL:
        parted = _PUBLISHER.search(name)
        if parted:
            name = f"{name[: parted.end()]}{with_article(name[parted.end() :])}"
        first, _, rest = name.partition(" ")
        return f"{first.lower()} {rest}" if rest and first.istitle() and first.lower() in _MATERIAL_NOUNS else name
    if _LANDS.search(name):
        return f"the {name}"
    if name in {"police", "government"}:
        return f"the {name}"
    if name[0].islower():
        return _in_small_letters(name)
    if name.istitle() and name.lower() in _MANY:
        return f"unnamed {name.lower()}"
    if _ROLE.search(name) and not _names_person(name):
        return f"{'an' if name[0] in 'AEIO' else 'a'} {name}"
    if source_class is SourceClass.PERSON and not _BODIES & set(name.lower().split()):
        return name
    if " of " in name and not _names_person(name):
        return f"the {name}"
    bare = re.sub(r"\(.*?\)", "", name).strip() or name
    head = bare.split(" for ")[0].split()[-1].lower()
    return f"the {name}" if head in _BODIES and (" for " in bare or head not in _NO_ARTICLE) else name


def _in_small_letters(name: str) -> str:
    if _AFTER_HEAD.split(name)[0].split()[-1] in _BODIES:
        return f"the {name}"
    if _WEB.search(name):
        return name
    return f"unnamed {name}" if _is_plural(name) else f"an unnamed {name}"


_AFTER_HEAD = re.compile(r" (?:of|in|from|at|on|with|for|near|to|who|that|within|inside|among|by) ")

_PLURALS = frozenset({"people", "police", "children", "men", "women"})


def _is_plural(name: str) -> bool:
    head = _AFTER_HEAD.split(name)[0].split()[-1].lower()
    return head in _PLURALS or (head.endswith("s") and head[-2:] not in {"ss", "us"})


def _names_person(name: str) -> bool:
    return bool(re.match(r"(?:Mr|Mrs|Ms|Dr|Sir|President|General|Colonel|Minister)\b", name))


def origin_name(origin: Origin) -> str:
    """Return an origin as it stands in a sentence; an origin that is not recorded has a phrase of its own."""
    if not origin.recorded or not origin.name:
        return NOBODY
    return with_article(origin.name, origin.source_class)


def verb(names: Sequence[str], singular: str, plural: str) -> str:
    """Return the form of a verb that goes with these names: plural for several, or for one of several people."""
    several = len(names) != 1 or (names[0].startswith("unnamed ") or names[0] == "the police" or _many(names[0]))
    return plural if several else singular


_MANY = frozenset(
    "forces troops doctors officials residents rescuers witnesses soldiers activists workers medics survivors"
    " protesters organisers organizers villagers sources lawyers researchers analysts".split()
)
"""Nouns that make a name one of several people."""


def _many(name: str) -> bool:
    """Say whether a name is of several people: ``the Special Operations Forces of Norland``, ``doctors``."""
    words = _AFTER_HEAD.split(name)[0].split()
    return bool(words) and words[-1].lower() in _MANY


def origin_names(origins: Iterable[Origin]) -> list[str]:
    """Return the names of several origins as they stand in a sentence, each once, in the order given."""
    return list(dict.fromkeys(origin_name(origin) for origin in origins))


def page_names(documents: Sequence[Document]) -> Mapping[str, str]:
    """Return a name for each document by id as prose has it: its outlet, and what tells pages of one outlet apart.

    Pages of one outlet carry their day, and those of one day a running number in the order of time, then key.
    """
    names = {document.id: _outlet(document) for document in documents}
    seen = Counter(names.values())
    names = {one.id: _with_day(one, names[one.id]) if seen[names[one.id]] > 1 else names[one.id] for one in documents}
    seen, used = Counter(names.values()), Counter[str]()
    for document in sorted(documents, key=lambda one: one.moment):
        name = names[document.id]
        if seen[name] > 1:
            used[name] += 1
            names[document.id] = f"{name} ({used[name]})"
    return names


def _outlet(document: Document) -> str:
    if document.outlet:
        return document.outlet if document.outlet[0].islower() else with_article(document.outlet)
    return quoted(document.title, 60) if document.title else document.key


def _with_day(document: Document, name: str) -> str:
    return f"{name} of {day(document.day)}" if document.day else name
