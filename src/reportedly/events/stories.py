"""Stories: documents that tell of one matter, tied pair by pair; all else is decided within a story.

A story is what hangs together by ties, whatever else is at hand. So a new document changes only the story that it ties
into, and the order in which documents come changes nothing.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reportedly.events.nodes import Family, families
from reportedly.events.profiles import TIED, Profile, Tie, profile_of
from reportedly.events.ties import ties_among
from reportedly.events.verdicts import Verdicts
from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.event import Same

MOST = 250
"""Texts in a story; what hangs together beyond that is divided at its weakest ties."""
DEMAND = 0.03
"""What a tie must score more to join two parts for each doubling of the smaller one, so that no few weak ties chain
matters together."""


def profiles_of(family_of: Mapping[str, Family], claims: Iterable[Claim]) -> dict[str, Profile]:
    """Return the profile of each text by key.

    Args:
        family_of: the documents with one text, by document.
        claims: the claims that stand in the documents.
    """
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.document_id in family_of:
            told[family_of[claim.document_id].key].append(claim)
    unique = {family.key: family for family in family_of.values()}
    return {key: profile_of(family, told[key]) for key, family in unique.items()}


def stories_of(
    documents: Sequence[Document], claims: Sequence[Claim], verdicts: Verdicts
) -> list[tuple[Document, ...]]:
    """Divide documents into stories.

    Args:
        documents: the documents, in any order.
        claims: the claims that stand in them.
        verdicts: what people judged; a pair of claims that they bind ties its two documents.

    Returns:
        The documents of each story by id, the stories by their first document.
    """
    family_of = families(documents)
    profiles = profiles_of(family_of, claims)
    text_of = {claim.id: family_of[claim.document_id].key for claim in claims if claim.document_id in family_of}
    members = {family.key: family.documents for family in family_of.values()}
    divided = divide(profiles, ties_among(profiles.values()), bindings(text_of, verdicts))
    told = (tuple(sorted((d for key in keys for d in members[key]), key=lambda d: d.id)) for keys in divided)
    return sorted(told, key=lambda documents: documents[0].id)


def bindings(text_of: Mapping[str, str], verdicts: Verdicts) -> list[tuple[str, str]]:
    """Return the pairs of texts that people's judgements bind.

    Args:
        text_of: claim -> key of its text.
        verdicts: what people judged.
    """
    pairs = verdicts.together(Same.EVENT) | verdicts.together(Same.TESTIMONY)
    found = (sorted(text_of[claim] for claim in pair if claim in text_of) for pair in pairs)
    return sorted({(pair[0], pair[1]) for pair in found if len(pair) == 2 and pair[0] != pair[1]})


def divide(texts: Iterable[str], ties: Iterable[Tie], bound: Iterable[tuple[str, str]] = ()) -> list[tuple[str, ...]]:
    """Join texts along their ties, the strongest first; a tie too weak for what it would join is passed over.

    What people bind is joined before all else, however large it makes a story.

    Args:
        texts: keys of texts.
        ties: the ties between them, in any order.
        bound: pairs that people bind.

    Returns:
        The keys of each story in order, the stories by their first key.
    """
    home = {key: key for key in texts}
    members = {key: [key] for key in home}

    def join(left: str, right: str) -> None:
        keep, drop = sorted((home[left], home[right]), key=lambda key: (-len(members[key]), key))
        if keep != drop:
            for key in members[drop]:
                home[key] = keep
            members[keep] += members.pop(drop)

    for left, right in bound:
        join(left, right)
    for one in sorted(ties, key=lambda tie: (-tie.score, tie.left, tie.right)):
        small, large = sorted((len(members[home[one.left]]), len(members[home[one.right]])))
        if small + large <= MOST and one.score >= TIED + DEMAND * math.log2(small):
            join(one.left, one.right)
    return sorted(tuple(sorted(keys)) for keys in members.values())
