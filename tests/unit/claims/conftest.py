"""One text pipeline for all tests of the claims stage."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from reportedly.claims.extractor import Extractor, load_extractor
from reportedly.claims.parse import Parse, parse_document
from reportedly.model.claim import Claim
from reportedly.model.document import DayBasis, Document, Published


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
