"""Find the source that a headline names without a verb of saying: ``... - JFO HQ``, ``...: police``, ``DPR: ...``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from reportedly.claims.parse import Parse
from reportedly.claims.source_class import source_class
from reportedly.model.claim import Link
from reportedly.model.span import Span

SURE = 0.8
"""Score of a source named by its place in a headline."""
_TAIL = re.compile(r"(?:\s[-–—]{1,2}\s*|\s*[–—]\s*|\s*--\s*|(?<=\w)-(?=[A-Z])|:\s+)(?P<source>[^-–—:;]{2,60}?)\s*$")
"""Dash or colon and the words to the end of the line."""
_HEAD = re.compile(r"^(?P<source>[A-Z][^:;.,\d]{1,45}?):\s+(?=\S)")
_SAYS = re.compile(
    r"^(?P<source>[A-Z][\w'’. -]{1,40}?)\s+(?:says?|said|reports?|reported|confirms?|confirmed|records?|"
    r"recorded|announces?|announced|claims?|claimed)\s+(?=\S)"
)
_LABEL = re.compile(
    r"^(?:[A-Z][\w ]{3,40};\s+)?"
    r"(?:(?:[A-Z]{4,}|UPDATE\s*\d*|WRAP(?:UP)?\s*\d*|URGENT|BREAKING|CORRECTED|REFILE|RPT|ALERT|EXCLUSIVE|LEAD|INSIGHT|"
    r"ANALYSIS|FACTBOX|TIMELINE|ROUNDUP|PRESS|DIGEST|NEWS ?FLASH)[\s\d]*[-:]\s*)*"
)
"""What wires put before a headline; it names no source."""
_SPEAKERS = re.compile(
    r"\b(?:polic\w+|army|militar\w+|ministry|minister|mission|command|commander|militia|headquarters|hq|"
    r"staff|spokes\w+|officials?|authorit(?:y|ies)|administration|office|officer|agency|agencies|sources?|eyewitness(?:es)?|"
    r"witness(?:es)?|doctors?|medics?|hospital|hospitals|leader|chief|head|governor|mayor|president|premier|government|"
    r"republic|report|reports|media|radio|tv|newspaper|un|osce|ngo|monitors?|observator(?:y|ies)|watch|"
    r"council|committee|service|services|centre|center|group|force|forces|union|party|rebels|separatists|militants|"
    r"activists?|residents?|locals|relatives|family|lawyers?|prosecutors?|prosecution|court|coroner|sheriff|envoy|"
    r"ambassador|embassy|department|bureau|institute|association|red cross|red crescent|brigade|division|regiment|"
    r"corps|navy|operation)\b",
    re.IGNORECASE,
)
"""Words by which the name of a source that speaks for a body is known."""
_STATES = re.compile(
    r"\b(?:killed|dead|wounded|injured|dies|die|died|hurt|shelled|missing|captured|says?|said|kills?|wounds?|injures?|"
    r"today|yesterday|toll|live|video|photos?|pictures?|updates?|war|crisis|ceasefire|truce|clashes|attack|shelling)\b",
    re.IGNORECASE,
)
"""Words that no source's name holds: what stands there is content, a topic or a label."""


@dataclass(frozen=True, slots=True)
class Signed:
    """The source of a headline and what is said in it."""

    source: Span
    content: Span
    rule: str


def signed(text: str, line: Span, known: Callable[[str], bool]) -> Signed | None:
    """Return the source that signs a headline, or None.

    Args:
        text: the document's text.
        line: the headline.
        known: says whether words name an actor that the installation knows.
    """
    written = line.of(text)
    label = _LABEL.match(written)
    begin = line.start + (label.end() if label else 0)
    tail = _TAIL.search(text, begin, line.end)
    if tail and tail.start() - begin >= 12 and _names(tail["source"], known):
        return Signed(Span(*tail.span("source")), Span(begin, tail.start()), "signed behind a dash or colon")
    head = _HEAD.match(text[begin : line.end])
    if head and _names(head["source"], known):
        start = begin + head.start("source")
        source = Span(start, start + len(head["source"]))
        return Signed(source, Span(begin + head.end(), line.end), "named before a colon")
    says = _SAYS.match(text[begin : line.end])
    if says and _names(says["source"], known):
        source = Span(begin, begin + len(says["source"]))
        return Signed(source, Span(begin + says.end(), line.end), "subject of a headline's verb of saying")
    return None


def _names(words: str, known: Callable[[str], bool]) -> bool:
    """Say whether words read like the name of a source."""
    if len(words.split()) > 7 or re.search(r"\d", words) or _STATES.search(words) is not None:
        return False
    return _SPEAKERS.search(words) is not None or known(words)


def signature(parse: Parse, span: Span, known: Callable[[str], bool]) -> tuple[Link, ...]:
    """Return the link to the source that signs the headline in which a span stands; nothing in running text.

    Args:
        parse: the parsed document.
        span: the words that are said.
        known: says whether words name an actor that the installation knows.
    """
    line = _line(parse.text, span)
    if line.of(parse.text).rstrip().endswith((".", "!", "?", "\u201d", '"')):
        return ()
    found = signed(parse.text, line, known)
    if found is None or not found.content.covers(span):
        return ()
    name = " ".join(found.source.of(parse.text).split())
    kind = source_class(name, person=False).source_class
    return (Link(name, found.source, None, None, kind, found.rule, SURE),)


def _line(text: str, span: Span) -> Span:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    return Span(start, len(text) if end < 0 else end)
