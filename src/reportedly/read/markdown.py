"""Turn Markdown into the text it stands for: paragraphs parted by empty lines, marks gone, links as their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

from markdown_it import MarkdownIt
from markdown_it.token import Token

_TAG = re.compile(r"<!--.*?-->|<[^<>]+>", re.DOTALL)
_BETWEEN_BLOCKS = "\n\n"
_ENDS = {"bullet_list": "\n", "ordered_list": "\n", "table": "\n", "tr": " | "}
"""What follows a block inside a list, a table or a table's row; elsewhere an empty line does."""
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def plain_text(source: str) -> str:
    """Return a Markdown text's words: one block a paragraph, list items on lines of their own.

    Lines that the writer broke by hand are joined, tags are dropped, code and pictures' descriptions are kept.

    Args:
        source: CommonMark with tables.
    """
    blocks: list[str] = []
    open_groups: list[str] = []
    for token in _parser().parse(source):
        group = token.type.removesuffix("_open").removesuffix("_close")
        if group in _ENDS and token.nesting == 1:
            open_groups.append(group)
        elif group in _ENDS and token.nesting == -1:
            open_groups.pop()
            blocks[-1:] = [last.rstrip(" |\n") + _end(open_groups) for last in blocks[-1:]]
        elif words := _words(token).strip():
            blocks.append(words + _end(open_groups))
    return "".join(blocks).strip("\n")


def _end(open_groups: Sequence[str]) -> str:
    return _ENDS[open_groups[-1]] if open_groups else _BETWEEN_BLOCKS


def heading_of(source: str) -> str | None:
    """Return the text of the heading that a Markdown text begins with, or None where it begins otherwise."""
    tokens = _parser().parse(source)
    return _words(tokens[1]).strip() or None if tokens and tokens[0].type == "heading_open" else None


def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def _words(token: Token) -> str:
    if token.type == "inline":
        return "".join(_inline(token.children or ()))
    if token.type in {"fence", "code_block"}:
        return token.content
    return unescape(_TAG.sub(" ", token.content)) if token.type == "html_block" else ""


def _inline(children: Sequence[Token]) -> list[str]:
    return [_BREAKS.get(child.type, "" if child.type == "html_inline" else child.content) for child in children]
