"""One text pipeline for all tests of the claims stage."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from reportedly.claims.draft import ClaimDraft
from reportedly.claims.extractor import Extractor, load_extractor
from reportedly.claims.fields import fill_fields
from reportedly.claims.parse import Parse, parse_document
from reportedly.model.claim import Claim, Link
from reportedly.model.document import DayBasis, Document, Published
from reportedly.model.span import Span


def _document(text: str, published: str | None, outlet: str | None) -> Document:
    day = Published(date.fromisoformat(published), DayBasis.GIVEN, "given") if published else None
    return Document("doc-test", "test", text, None, outlet, day)


@pytest.fixture(scope="session", name="extractor")
def fixture_extractor() -> Extractor:
    """The extractor with the packaged pipeline and weights."""
    return load_extractor()


@pytest.fixture(scope="session", name="parse")
def fixture_parse(extractor: Extractor) -> Callable[..., Parse]:
    """Parse a text: ``parse(text, published=None, outlet=None)``."""

    def parse(text: str, published: str | None = None, outlet: str | None = None) -> Parse:
        return parse_document(_document(text, published, outlet), extractor.nlp)

    return parse


@pytest.fixture(scope="session", name="claims_of")
def fixture_claims_of(extractor: Extractor) -> Callable[..., tuple[Claim, ...]]:
    """Extract the claims of a text: ``claims_of(text, published=None, outlet=None)``."""

    def claims_of(text: str, published: str | None = None, outlet: str | None = None) -> tuple[Claim, ...]:
        return extractor.extract(_document(text, published, outlet))

    return claims_of


@pytest.fixture(scope="session", name="fill")
def fixture_fill(parse: Callable[..., Parse]) -> Callable[..., tuple[Claim, ...]]:
    """Fill the fields of contents given by their words: ``fill(text, *contents, published, source, cue)``.

    Without contents the whole text is one; with a source every content has a chain of that one link.
    """

    def fill(
        text: str, *contents: str, published: str | None = None, source: str | None = None, cue: str | None = None
    ) -> tuple[Claim, ...]:
        parsed = parse(text, published)
        spans = [_found(text, words) for words in contents or (text.rstrip("."),)]
        cue_span = _found(text, cue) if cue else None
        chain = (Link(source, None, cue_span),) if source else ()
        cues = (cue_span,) if cue_span else ()
        drafts = [ClaimDraft(span, parsed.sentence_at(span.start).index, chain, cues) for span in spans]
        return fill_fields(drafts, parsed)

    return fill


def _found(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
