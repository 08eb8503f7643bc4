"""What the cue patterns return: a source, the words that make it speak, and what it says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from reportedly.claims.parse import Sentence
from reportedly.claims.tree import subtree
from reportedly.model.claim import Polarity
from reportedly.model.span import Span

_NOT_PART_OF_NAME = frozenset({"relcl", "acl", "appos", "advcl", "punct", "cc"})


@dataclass(frozen=True)
class Mention:
    """The words that name a source at one place."""

    head: Any
    """The head noun or pronoun, a spaCy token."""
    sentence: Sentence
    tokens: tuple[Any, ...]
    """The words of the phrase that name it, without relative clauses and appositions."""

    @property
    def span(self) -> Span:
        """The characters from the first to the last word of the name."""
        return self.sentence.span_of(self.tokens)

    @property
    def pronoun(self) -> bool:
        """Whether a pronoun stands for the source."""
        return self.head.pos_ == "PRON" or self.head.tag_ in {"PRP", "DT", "WP", "WDT"}


@dataclass(frozen=True)
class Attribution:
    """One act of saying in the text: sources outermost first, the cue, and the contents it introduces."""

    sentence: Sentence
    sources: tuple[Mention, ...]
    """Outermost first (``told TASS`` gives TASS, then the speaker); empty for ``reportedly``."""
    cue: Span
    contents: tuple[Span, ...]
    rule: str
    polarity: Polarity = Polarity.AFFIRMED
    fallback_name: str = ""
    """The link's name where no words name a source (``reports``)."""
    cue_tokens: tuple[int, ...] = ()
    """Positions of the cue's tokens in the paragraph's parse."""
    content_heads: tuple[int, ...] = ()
    """Positions of the heads of the content clauses."""
    score: float = 1.0

    def covers(self, span: Span) -> bool:
        """Say whether a span lies in one of the contents (up to closing punctuation)."""
        return any(content.start <= span.start and span.end <= content.end + 1 for content in self.contents)

    def reaching(self, *more: Span) -> Attribution:
        """Return the same attribution with further contents."""
        return replace(self, contents=(*self.contents, *more))


def mention_of(head: Any, sentence: Sentence) -> Mention:
    """Return the mention whose head is a token: its phrase without clauses and appositions after it."""
    if head.ent_type_ == "PERSON" and head.pos_ == "PROPN":
        tokens = [token for token in head.doc[head.left_edge.i : head.i + 1] if token.dep_ != "punct" or token.i < head.i]
        tail = [token for token in head.rights if token.dep_ in {"compound", "flat"} and token.ent_type_ == "PERSON"]
        return Mention(head, sentence, tuple(tokens + tail))
    dropped = [one for one in head.children if one.dep_ in _NOT_PART_OF_NAME and not _in_list(one, head)]
    tokens = subtree(head, without=dropped)
    first_comma = next((token.i for token in head.rights if token.dep_ == "punct" and token.text == ","), None)
    if first_comma is not None and not any(one.dep_ == "conj" for one in head.children):
        tokens = [token for token in tokens if token.i < first_comma]
    return Mention(head, sentence, tuple(tokens) or (head,))


def _in_list(token: Any, head: Any) -> bool:
    return token.dep_ in {"cc", "punct"} and any(one.dep_ == "conj" and one.i > token.i for one in head.children)
