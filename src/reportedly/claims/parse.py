"""Parse a document paragraph by paragraph, so that a headline is never glued to the sentence below it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import Any

from reportedly.claims.casing import blocks, readable
from reportedly.model.document import Document
from reportedly.model.span import Span

_DATELINE = re.compile(
    r"[A-Z][A-Z.'’\-]{2,40}(?:[ ,]+[A-Z][A-Z.'’\-]+)*"
    r"(?:,\s*(?:[A-Z][a-z]+,?\s+)?(?:\d{1,2}\s+[A-Z][A-Za-z]+\.?|[A-Z][A-Za-z]+\.?\s+\d{1,2})(?:,?\s+(?:\d{4}|\d{2}))?)?"
    r"\s*(?:\([^)\n]{1,30}\))?\s*(?:[–—]|--|-(?=\s)|:(?=\s))\s*(?:\[[A-Z ,.]+\]\s*)*"
)
"""Place in capitals, day, agency and dash before the first sentence of a wire report; no part of the sentence."""


@dataclass(frozen=True)
class Sentence:
    """One parsed sentence; its tokens count from the paragraph, its span from the document."""

    tokens: Any
    """A spaCy ``Span`` over the paragraph's ``Doc``."""
    offset: int
    """Where the paragraph begins in the document's text; ``token.idx + offset`` is the token's place."""
    index: int
    """Number of the sentence in the document, from 0."""
    paragraph: int
    """Number of the paragraph in the document, from 0; blank lines do not count."""

    @cached_property
    def span(self) -> Span:
        """The sentence's characters in the document, white space at its ends left out."""
        text = self.tokens.text
        start = self.tokens.start_char + self.offset + len(text) - len(text.lstrip())
        return Span(start, max(start, start + len(text.strip())))

    def span_of(self, tokens: Any) -> Span:
        """Return the document span from the first to the last of the given tokens (any order, not empty)."""
        first = min(token.idx for token in tokens)
        last = max(token.idx + len(token.text) for token in tokens)
        return Span(first + self.offset, last + self.offset)

    def tokens_in(self, span: Span) -> list[Any]:
        """Return the sentence's tokens that lie at least partly in a span of the document, in order."""
        low, high = span.start - self.offset, span.end - self.offset
        return [token for token in self.tokens if token.idx < high and token.idx + len(token.text) > low]


@dataclass(frozen=True)
class Parse:
    """A document with its sentences in order."""

    document: Document
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """The document's text."""
        return self.document.text

    def sentence_at(self, offset: int) -> Sentence:
        """Return the sentence that holds a place of the text, or the nearest before it, or else the first."""
        before = [sentence for sentence in self.sentences if sentence.span.start <= offset]
        return before[-1] if before else self.sentences[0]

    def tokens_in(self, span: Span) -> list[tuple[Sentence, Any]]:
        """Return the tokens that lie at least partly in a span, over all its sentences, each with its sentence."""
        touched = takewhile(lambda one: one.span.start < span.end, self.sentences[self.sentence_at(span.start).index :])
        return [(one, token) for one in touched for token in one.tokens_in(span)]


def _without_dateline(span: Span, text: str) -> Span:
    match = _DATELINE.match(text, span.start, span.end)
    return Span(match.end(), span.end) if match and match.end() < span.end else span


def parse_document(document: Document, nlp: Any) -> Parse:
    """Parse a document.

    Args:
        document: the document to parse.
        nlp: a spaCy pipeline with tagger, parser, lemmatizer and named entities.

    Returns:
        The parse; no sentence crosses the end of a paragraph. Its words may differ from the text in case, not in place.
    """
    spans = [_without_dateline(span, document.text) for span in blocks(document.text)]
    sentences: list[Sentence] = []
    for number, parsed in enumerate(nlp.pipe((readable(document.text, span) for span in spans), batch_size=16)):
        for tokens in parsed.sents:
            if tokens.text.strip():
                sentences.append(Sentence(tokens, spans[number].start, len(sentences), number))
    return Parse(document, tuple(sentences))
