"""Count what tells documents of one story from those of another: words, names, numbers, pairs of neighbours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from reportedly.model.mention import WordCounts

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9'&-]+")
_HEADLINE = 0.6
"""Share of words with a capital from which a sentence counts as a headline, where capitals mark no names."""
_OPENS = frozenset(("``", '"', "“", ".", ":"))
"""What a word with a capital can follow without being a name."""


def counts_of(document: str, sentences: Iterable[Sequence[str]]) -> WordCounts:
    """Count the words of a document.

    Args:
        document: the document's id.
        sentences: its sentences, cut into words.
    """
    listed = [list(words) for words in sentences]
    words = Counter(word.lower() for sentence in listed for word in sentence if _WORD.fullmatch(word))
    names = Counter(name.lower() for sentence in listed for name in _names(sentence))
    numbers = {word: count for word, count in words.items() if any(sign.isdigit() for sign in word)}
    pairs = Counter(
        f"{first.lower()} {second.lower()}"
        for sentence in listed
        for first, second in pairwise(sentence)
        if _WORD.fullmatch(first)
    )
    return WordCounts(document, words, names, numbers, pairs)


def _names(sentence: Sequence[str]) -> Iterator[str]:
    if sum(word[:1].isupper() for word in sentence) > _HEADLINE * len(sentence):
        return
    for before, word in pairwise(sentence):
        if word[:1].isupper() and before not in _OPENS and _WORD.fullmatch(word):
            yield word
