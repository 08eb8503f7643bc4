"""Check that a page's words are kept: compare the source with what was parsed, and that with what was extracted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import Any

from lxml import etree
from lxml.html import HtmlElement

from reportedly.model.document import Loss
from reportedly.read.codes import loss

FEWEST_WORDS, SMALLEST_SHARE = 5, 0.005
"""Words that must be missing, and their share of the page, before it counts: sloppy markup splits a word or two."""
PARAGRAPH_WORDS = 12
"""A shorter paragraph is a caption, a button or a date more often than a part of the article."""

_UNSEEN = frozenset({"script", "style", "template", "noscript", "svg", "math", "iframe", "object", "textarea", "title"})
_ASIDE = frozenset({"nav", "aside", "footer", "header", "form", "menu", "figcaption", *_UNSEEN})
_WORD = re.compile(r"\w+")


class _SourceWords(HTMLParser):
    """Collect the visible words of a page without building a tree, so that depth cannot cut it short."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: Counter[str] = Counter()
        self._inside: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Stop at an element whose content is not shown."""
        if tag in _UNSEEN and self._inside is None and attrs is not None:
            self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        """Go on after it."""
        if tag == self._inside:
            self._inside = None

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Pass over ``<![...`` as the HTML standard's bogus comment; the base class raises AssertionError on most."""
        return self.parse_bogus_comment(i, bool(report))

    def handle_data(self, data: str) -> None:
        """Count the words of a piece of text."""
        if self._inside is None:
            self.words.update(_WORD.findall(data))


def parsing_losses(source: str, tree: HtmlElement, log: Iterable[Any]) -> tuple[Loss, ...]:
    """Return what did not get from the page's source into its tree.

    Args:
        source: the decoded page.
        tree: what the parser made of it.
        log: the parser's error log.
    """
    limits = [entry for entry in log if entry.type_name == "ERR_RESOURCE_LIMIT"]
    missing, all_words = _missing_words(source, tree)
    if limits:
        place = f"line {limits[0].line}"
        return (loss("L101", f"{limits[0].message}; {missing} of {all_words} words were dropped", place),)
    if missing >= FEWEST_WORDS and missing >= SMALLEST_SHARE * all_words:
        return (loss("L102", f"{missing} of {all_words}"),)
    return ()


def _missing_words(source: str, tree: HtmlElement) -> tuple[int, int]:
    reader = _SourceWords()
    reader.feed(source)
    reader.close()
    kept = Counter(word for piece in _visible(tree, _UNSEEN) for word in _WORD.findall(piece))
    return (reader.words - kept).total(), reader.words.total()


def _visible(tree: HtmlElement, unseen: frozenset[str]) -> Iterator[str]:
    """Yield the pieces of text of a tree in their order, without recursion and without the unseen elements."""
    hidden = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        if event == "start":
            hidden += element.tag in unseen
            if not hidden and element.text:
                yield element.text
        else:
            hidden -= element.tag in unseen
            if not hidden and element.tail:
                yield element.tail


def paragraphs_of(tree: HtmlElement) -> tuple[str, ...]:
    """Return the page's paragraphs of some length outside menus, asides and footers, as single-spaced words."""
    found = []
    hidden = 0
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        hidden += (element.tag in _ASIDE) * (1 if event == "start" else -1)
        if event == "start" and not hidden and element.tag == "p":
            words = _WORD.findall(" ".join(_visible(element, _UNSEEN)))
            if len(words) >= PARAGRAPH_WORDS:
                found.append(" ".join(words))
    return tuple(found)


def extraction_losses(paragraphs: tuple[str, ...], text: str) -> tuple[Loss, ...]:
    """Return the paragraphs of a page that were not taken as part of its article.

    Args:
        paragraphs: what ``paragraphs_of`` gave before the extraction.
        text: the article's text.
    """
    kept = f" {' '.join(_WORD.findall(text))} "
    missing = [paragraph for paragraph in paragraphs if f" {paragraph} " not in kept]
    if not missing:
        return ()
    words = sum(len(paragraph.split()) for paragraph in missing)
    opening = " ".join(missing[0].split()[:PARAGRAPH_WORDS])
    return (loss("L103", f"{len(missing)} of {len(paragraphs)}, {words} words", f"from {opening!r}"),)
