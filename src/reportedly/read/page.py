"""Read a web page: its article by trafilatura, its day from its metadata, and what was lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from lxml import html
from lxml.etree import LxmlError
from lxml.html import HtmlElement
from trafilatura import bare_extraction
from trafilatura.metadata import extract_metadata

from reportedly.model.document import Capture, Document, Loss, Refusal
from reportedly.read.building import Found, build
from reportedly.read.cleaning import clean
from reportedly.read.codes import refuse
from reportedly.read.decoding import decode
from reportedly.read.page_dates import stated_publication
from reportedly.read.page_losses import extraction_losses, paragraphs_of, parsing_losses
from reportedly.read.publication import FIRST_YEAR, LAST_YEAR

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_DECLARED_WITHIN = 4096
_REFERENCE = re.compile(r"&#(x0{0,8}[0-9a-f]{1,4}\b|0{0,8}[0-9]{1,5}\b);?", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,200}\?>")
_DATES = {
    "extensive_search": False,
    "original_date": True,
    "min_date": f"{FIRST_YEAR}-01-01",
    "max_date": f"{LAST_YEAR}-12-31",  # by default htmldate takes today, and the result would depend on the clock
}


@dataclass(frozen=True, slots=True)
class _Parsed:
    tree: HtmlElement
    losses: tuple[Loss, ...]


def read_page(capture: Capture) -> Iterator[Document | Refusal]:
    """Read the one article of a web page; scripts, menus and readers' comments are no part of it."""
    declared = _DECLARED.search(capture.content[:_DECLARED_WITHIN])
    decoded = decode(capture.content, declared[1].decode("ascii") if declared else None)
    if decoded is None:
        yield refuse("R206", capture.origin)
        return
    # The parser stops at a NUL, and lxml takes back no control character that a reference has brought in.
    source = clean(_REFERENCE.sub(_spelled_out, decoded.text), "page")
    try:
        parsed = _parse(source.text)
        found = None if parsed is None else _article(parsed, capture.origin)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - three libraries over hostile input; the batch must go on
        yield refuse("R211", capture.origin, type(error).__name__)
        return
    if found is None or parsed is None:
        yield refuse("R207", capture.origin)
        return
    losses = (*decoded.losses, *source.losses, *parsed.losses, *found.losses)
    yield build(replace(found, losses=losses), capture.id, capture.origin)


def _spelled_out(reference: re.Match[str]) -> str:
    """Return the control character that a numeric reference stands for, or the reference where it is harmless."""
    digits = reference[1].lower()
    number = int(digits[1:], 16) if digits.startswith("x") else int(digits)
    harmful = number < 32 and number not in {9, 10, 13}
    return chr(number) if harmful or 0xD800 <= number <= 0xDFFF or number in {0xFFFE, 0xFFFF} else reference[0]


def _parse(source: str) -> _Parsed | None:
    """Parse a page into a tree; ``huge_tree`` keeps text down to a depth of 2,048 instead of 256."""
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, collect_ids=False, remove_comments=True, remove_pis=True, no_network=True
    )
    try:
        tree = html.document_fromstring(_XML_DECLARATION.sub("", source).encode(), parser=parser)
    except LxmlError as error:
        if "memory" in str(error).lower():
            raise MemoryError from error
        return None
    return _Parsed(tree, parsing_losses(source, tree, parser.error_log))


def _article(parsed: _Parsed, key: str) -> Found | None:
    """Return the article and what the page says about it; everything is read off the tree before it is cut down."""
    paragraphs = paragraphs_of(parsed.tree)
    metadata: Any = extract_metadata(parsed.tree, date_config=_DATES)
    published = stated_publication(parsed.tree, metadata.date)
    article: Any = bare_extraction(parsed.tree, include_comments=False, deduplicate=False, with_metadata=False)
    if article is None or not (article.text or "").strip():
        return None
    return Found(
        key=key,
        text=article.text,
        title=metadata.title,
        outlet=metadata.sitename,
        address=metadata.url,
        published=published,
        losses=extraction_losses(paragraphs, article.text),
    )
