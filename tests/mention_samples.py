"""Small reports of two stories with mentions of events, for tests of grouping."""

from __future__ import annotations

from functools import cache

from reportedly.model.mention import EventMention, MentionGroups, WordCounts
from reportedly.pipeline.mentions import MentionPlace, read_places
from reportedly.pipeline.settings import DEFAULT_MODEL

REPORTS = {
    "north": (
        "A fire destroyed the Velle grain store on 3 May",
        "The blaze began near the Velle harbour and Anna Orlo died",
    ),
    "harbour": (
        "The Velle grain store was destroyed by fire on 3 May",
        "Anna Orlo died in the blaze near the Velle harbour",
    ),
    "court": (
        "A court in Tarn sentenced the banker Luc Feron to nine years",
        "Luc Feron was arrested in Tarn in 2011",
    ),
    "bank": (
        "The banker Luc Feron was sentenced in Tarn to nine years",
        "Police had arrested Luc Feron in Tarn in 2011",
    ),
}
"""Sentences by document: two of a fire, two of a trial."""

MENTIONS = (
    ("north", 0, "fire"), ("north", 0, "destroyed"), ("north", 1, "blaze"), ("north", 1, "died"),
    ("harbour", 0, "destroyed"), ("harbour", 0, "fire"), ("harbour", 1, "died"), ("harbour", 1, "blaze"),
    ("court", 0, "sentenced"), ("court", 1, "arrested"),
    ("bank", 0, "sentenced"), ("bank", 1, "arrested"),
)  # fmt: skip


def words() -> dict[str, list[list[str]]]:
    """Return the reports cut into words."""
    return {name: [sentence.split() for sentence in sentences] for name, sentences in REPORTS.items()}


def places() -> list[MentionPlace]:
    """Return where the mentions stand; an id is document and word."""
    cut = words()
    return [
        MentionPlace(f"{document} {word}", document, number, (cut[document][number].index(word),))
        for document, number, word in MENTIONS
    ]


@cache
def read() -> tuple[tuple[EventMention, ...], tuple[WordCounts, ...]]:
    """Return the mentions as read, and the words of the documents."""
    mentions, counts = read_places(places(), words(), DEFAULT_MODEL)
    return tuple(mentions), tuple(counts)


def together(groups: MentionGroups, *ids: str) -> bool:
    """Tell whether mentions are in one group."""
    return any(set(ids) <= set(group) for group in groups.groups)
