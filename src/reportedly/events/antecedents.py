"""Whom a pronoun or a bare rank stands for, where a chain gives nothing better: the subject of a sentence before."""

from __future__ import annotations

import re

from reportedly.model.span import Span
from reportedly.model.wording import sentence_around, sentences

_PRONOUNS = frozenset("he she it they his her its their him them".split())
_NAME = r"(?!The\b)[A-Z][\w’'&-]*[a-z&](?:(?: of| for| and| the)? [A-Z][\w’'&-]*)*"
_SUBJECT = re.compile(rf"[\"“]?(?:The |A |Its |Nor |But |And )?({_NAME})")
_REACH = 3
"""Sentences before the claim's own in which a pronoun's subject is looked for; the nearest that has one counts."""


def antecedent(text: str, claim: Span, name: str) -> str | None:
    """Return the name that a pronoun or a bare rank stands for, or None.

    Args:
        text: the text of the report.
        claim: where the claim stands.
        name: what the chain gives: ``they``, ``his``, ``colonel``.

    Returns:
        For a pronoun the name with which one of the last sentences begins, if it is more than one word or follows an
        article; for a rank the person whom the text gives that rank.
    """
    if name.casefold() in _PRONOUNS:
        return _subject(text, sentence_around(text, claim).start)
    if name.islower() and " " not in name:
        titled = re.search(rf"\b{name.capitalize()} ([A-Z]\w+(?: [A-Z]\w+){{1,2}})", text)
        return titled[1] if titled else None
    return None


def _subject(text: str, before: int) -> str | None:
    earlier = [sentence.of(text) for sentence in sentences(text) if sentence.end <= before]
    for words in reversed(earlier[-_REACH:]):
        match = _SUBJECT.match(words)
        if match and (" " in match[1] or words.startswith("The ")):
            return match[1]
    return None
