"""The words of one draft as the field readers see them: tokens, predicate, tense, and places in the document."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from reportedly.claims.draft import ClaimDraft
from reportedly.claims.parse import Parse, Sentence
from reportedly.model.span import Span

_FUTURE_WORDS = frozenset({"will", "shall", "'ll", "wo", "’ll"})
_MODALS = frozenset({"would", "could", "should", "may", "might", "must", "can", "'d", "’d", "ca", "ought"})
_CLAUSE_LABELS = frozenset({"acl", "advcl", "ccomp", "csubj", "csubjpass", "pcomp", "relcl", "parataxis"})


class Tense(StrEnum):
    """The time of a content's predicate relative to its saying."""

    PAST = "past"
    PERFECT = "perfect"
    """Has or have done: begun before and holding now."""
    PRESENT = "present"
    FUTURE = "future"
    MODAL = "modal"
    NONE = "none"
    """No finite verb: a noun phrase, a participle or an infinitive."""


@dataclass(frozen=True)
class Content:
    """A draft with the tokens of its span, all of one paragraph."""

    parse: Parse
    draft: ClaimDraft
    sentences: tuple[Sentence, ...]
    """The sentences of the paragraph that the span touches, at least one."""
    tokens: tuple[Any, ...]
    """The span's tokens in order; empty where the span holds none."""

    @property
    def offset(self) -> int:
        """Where the paragraph begins; a token's place in the document is its ``idx`` plus this."""
        return self.sentences[0].offset

    @property
    def sentence(self) -> Sentence:
        """The sentence that holds the span's first character."""
        return self.sentences[0]

    @property
    def span(self) -> Span:
        """The draft's span."""
        return self.draft.span

    @cached_property
    def text(self) -> str:
        """The quoted words."""
        return self.span.of(self.parse.text)

    @cached_property
    def lower(self) -> str:
        """The quoted words in lower case with plain apostrophes, of the same length as ``text``."""
        plain = self.text.replace("’", "'")
        lowered = plain.lower()
        return lowered if len(lowered) == len(plain) else plain

    @cached_property
    def places(self) -> frozenset[int]:
        """Indexes of the tokens within their paragraph."""
        return frozenset(token.i for token in self.tokens)

    @cached_property
    def root(self) -> Any | None:
        """The token that the rest of the content hangs on: the first verb whose head lies outside, else any such."""
        tops = [token for token in self.tokens if token.head.i not in self.places or token.head == token]
        tops = [token for token in tops if not token.is_punct and token.dep_ != "cc"] or tops
        verbs = [token for token in tops if token.pos_ in {"VERB", "AUX"}]
        return max(verbs or tops, key=lambda token: (_size(token, self.places), -token.i), default=None)

    @cached_property
    def auxiliaries(self) -> tuple[Any, ...]:
        """The auxiliaries of the root inside the content, borrowed from the first of coordinated verbs."""
        root, seen = self.root, []
        while root is not None:
            seen += [child for child in root.children if child.dep_ in {"aux", "auxpass"}]
            if seen or root.dep_ != "conj" or root.head == root:
                break
            root = root.head
        return tuple(seen)

    @cached_property
    def tense(self) -> Tense:
        """The tense of the root."""
        root = self.root
        if root is None:
            return Tense.NONE
        words = {token.lower_ for token in self.auxiliaries}
        if words & _FUTURE_WORDS:
            return Tense.FUTURE
        if words & _MODALS:
            return Tense.MODAL
        if words & {"has", "have", "'ve", "’ve"}:
            return Tense.PERFECT
        if words & {"had", "was", "were", "did"} or root.tag_ == "VBD":
            return Tense.PAST
        if words & {"is", "are", "am", "do", "does", "'s", "'re", "’s", "’re"} or root.tag_ in {"VBZ", "VBP"}:
            return Tense.PRESENT
        return Tense.NONE

    def span_of(self, tokens: Iterable[Any]) -> Span:
        """Return the document span from the first to the last of some tokens of this paragraph."""
        return self.sentence.span_of(list(tokens))

    def local(self, start: int, end: int) -> Span:
        """Turn places within ``text`` into a document span."""
        return Span(self.span.start + start, self.span.start + end)

    def tokens_at(self, span: Span) -> list[Any]:
        """Return the paragraph's tokens, of the sentences touched, that lie at least partly in a document span."""
        return [token for sentence in self.sentences for token in sentence.tokens_in(span)]

    def embedded(self, token: Any) -> bool:
        """Say whether a token of the content stands in a clause below that of the root."""
        for _ in range(40):
            if token == self.root or token.i not in self.places or token.head == token:
                return False
            if token.dep_ in _CLAUSE_LABELS:
                return True
            token = token.head
        return False


def _size(token: Any, inside: frozenset[int]) -> int:
    return sum(1 for below in token.subtree if below.i in inside)


def read_content(draft: ClaimDraft, parse: Parse) -> Content:
    """Gather the tokens of a draft's span.

    Args:
        draft: the draft; only the part of its span that lies in the paragraph of its first character is read.
        parse: the document's parse, with at least one sentence.
    """
    first = parse.sentence_at(draft.span.start)
    touched = [first]
    for sentence in parse.sentences[first.index + 1 :]:
        if sentence.paragraph != first.paragraph or sentence.span.start >= draft.span.end:
            break
        touched.append(sentence)
    tokens = tuple(token for sentence in touched for token in sentence.tokens_in(draft.span) if not token.is_space)
    return Content(parse, draft, tuple(touched), tokens)
