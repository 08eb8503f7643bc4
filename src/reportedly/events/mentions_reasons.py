"""Why two mentions are taken for one event, in words that a reader can check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportedly.model.mention import EventMention
from reportedly.model.reason import Reason

_ALIKE_WORDS = 0.5
"""Cosine from which two words count as alike in meaning."""
_ALIKE_DOCUMENTS = 0.15
"""Likeness from which two documents count as alike."""
_NAMED = {
    "arguments": "who and what take part",
    "names": "names in the sentence",
    "numbers": "figures in the sentence",
    "times": "times in the sentence",
    "places": "places in the sentence",
    "near": "words close by",
}
"""Roles whose shared words are named, and how."""
_MOST = 5
"""Words named in one reason."""


def reasons_for(left: EventMention, right: EventMention, features: Mapping[str, float]) -> tuple[Reason, ...]:
    """Return the grounds of a link.

    Args:
        left: one mention.
        right: the other.
        features: the pair's features by name.
    """
    return (*_of_words(left, right, features), *_of_documents(features), *_of_roles(left, right))


def _of_words(left: EventMention, right: EventMention, features: Mapping[str, float]) -> Iterator[Reason]:
    if left.lemma == right.lemma:
        yield Reason("same-word", f"the same word: {left.lemma}")
    elif features["same root"]:
        yield Reason("same-root", f"words of one root: {left.lemma}, {right.lemma}")
    else:
        likeness = max(features["word vector"], features["phrase vector"], features["context vector"])
        code = "like-meaning" if likeness >= _ALIKE_WORDS else "other-words"
        text = "words of like meaning" if likeness >= _ALIKE_WORDS else "other words"
        yield Reason(code, f"{text}: {left.lemma}, {right.lemma} ({likeness:.2f})")


def _of_documents(features: Mapping[str, float]) -> Iterator[Reason]:
    if features["same document"]:
        yield Reason("same-document", f"the same document, {features['sentences apart']:.0f} sentences apart")
    elif features["documents alike"] >= _ALIKE_DOCUMENTS:
        yield Reason("documents-alike", f"documents that share rare words ({features['documents alike']:.2f})")


def _of_roles(left: EventMention, right: EventMention) -> Iterator[Reason]:
    for role, named in _NAMED.items():
        common = sorted(left.roles[role] & right.roles[role])
        if common:
            yield Reason(f"shared-{role}", f"{named}: {', '.join(common[:_MOST])}")
