"""Names as prose has them: with or without an article, in full, pages told apart by their day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from reportedly.assessment.wording import day
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
    if name[0].islower() and " " in name:
        plural = name.endswith("s") and not name.endswith("ss")
        return f"unnamed {name}" if plural else f"an unnamed {name}"
    if source_class is SourceClass.PERSON:
        return name
    if " of " in name and source_class is not SourceClass.DOCUMENT and not _names_person(name):
        return f"the {name}"
    last = re.sub(r"\W", "", re.sub(r"\(.*?\)", "", name).split()[-1] if name.split() else "").lower()
    return f"the {name}" if last in _BODIES - _NO_ARTICLE else name


def _names_person(name: str) -> bool:
    return bool(re.match(r"(?:Mr|Mrs|Ms|Dr|Sir|President|General|Colonel|Minister)\b", name))


def origin_name(origin: Origin) -> str:
    """Return an origin as it stands in a sentence; an origin that is not recorded has a phrase of its own."""
    if not origin.recorded or not origin.name:
        return NOBODY
    return with_article(origin.name, origin.source_class)


def origin_names(origins: Iterable[Origin]) -> list[str]:
    """Return the names of several origins as they stand in a sentence, each once, in the order given."""
    return list(dict.fromkeys(origin_name(origin) for origin in origins))


def page_names(documents: Sequence[Document]) -> Mapping[str, str]:
    """Return a name for each document by id as prose has it: its outlet, and what tells pages of one outlet apart."""
    names = {document.id: _outlet(document) for document in documents}
    for more in (_with_day, _with_title, _with_key):
        seen = Counter(names.values())
        names = {d.id: more(d, names[d.id]) if seen[names[d.id]] > 1 else names[d.id] for d in documents}
    return names


def _outlet(document: Document) -> str:
    return with_article(document.outlet) if document.outlet else document.title or document.key


def _with_day(document: Document, name: str) -> str:
    return f"{name} of {day(document.day)}" if document.day else name


def _with_title(document: Document, name: str) -> str:
    return f"{name} (“{document.title}”)" if document.title and document.title != name else name


def _with_key(document: Document, name: str) -> str:
    return f"{name} [{document.key}]"
