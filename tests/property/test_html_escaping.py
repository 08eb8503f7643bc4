"""Whatever stands in a stored field, the page prints it and never obeys it."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from functools import cache
from html.parser import HTMLParser
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

import story
from reportedly.model.dossier import Dossier
from reportedly.publish.html import render_html
from reportedly.publish.markdown import render_markdown

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'-alert(1)-'",
    "</style></svg><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}",
    "&lt;script&gt;&#60;script&#62;",
    "\u202egpj.exe\u2066",
    "]]><!--",
    "javascript:alert(1)",
)
KEPT = frozenset({"id", "document_id", "event_id", "claim_id", "parent_claim_id", "testimony_id", "against_claim_id"})
IDS = re.compile(r"(?:clm|doc|evt|tes|fnd|dri|jdg|asm|cap)-[0-9a-f]+")


class Tags(HTMLParser):
    """Count the tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note tag and attribute names."""
        self.seen.append((tag, tuple(name for name, _ in attrs)))


def tags(page: str) -> set[tuple[str, tuple[str, ...]]]:
    """Return the kinds of tags that a page has."""
    reader = Tags()
    reader.feed(page)
    return set(reader.seen)


def poisoned(value: Any, text: str) -> Any:
    """Return a model value with ``text`` added to every stored text, texts and spans kept in step."""
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return value if IDS.fullmatch(value) else value + text
    if isinstance(value, tuple):
        return tuple(poisoned(item, text) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {one.name: poisoned(getattr(value, one.name), text) for one in fields(value) if one.name not in KEPT}
        return replace(value, **changed)
    return value


@cache
def clean() -> set[tuple[str, tuple[str, ...]]]:
    """Return the kinds of tags of the story's page, with a harmless text in every field."""
    return tags(render_html(poisoned(story.dossier(), "harmless")))


def attacked(text: str) -> Dossier:
    """Return the story with ``text`` in every stored field."""
    dossier: Dossier = poisoned(story.dossier(), text)
    return dossier


@given(st.sampled_from(HOSTILE) | st.text(max_size=30))
@example("<script>alert(1)</script>")
def test_no_stored_text_becomes_a_tag(text: str) -> None:
    """The page has the tags of its templates and no other, whatever is stored."""
    assert tags(render_html(attacked(text))) <= clean() | {("br", ())}


@given(st.sampled_from(HOSTILE) | st.text(max_size=30))
def test_no_stored_text_becomes_a_tag_in_markdown(text: str) -> None:
    """Markdown carries no HTML of a stored text."""
    assert "<" not in render_markdown(attacked(text))


def test_the_attack_reaches_the_page() -> None:
    """The text that is tried does stand on the page, escaped."""
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in render_html(attacked(HOSTILE[0]))
