"""An edition as files: Markdown, one self-contained page, a Word document, JSON, and its documents for managers."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from reportedly.model.errors import SettingsError
from reportedly.publish.bibtex import bibliography
from reportedly.publish.citations import citations_of
from reportedly.publish.csl import csl_items
from reportedly.publish.docx_file import claim_list, document_list
from reportedly.publish.docx_paper import Paper
from reportedly.publish.edition_view import PrintedEdition
from reportedly.publish.labels import runs
from reportedly.publish.markdown import escaped, refs
from reportedly.publish.rendition import Rendition
from reportedly.publish.safe_text import slug

WARNING = "Not to be published: what these sentences say has no support now."
FALLEN = "Support has fallen since publication: what these sentences say has no support now."
DRAFT = "Draft, not published."


def render_edition(edition: PrintedEdition, format_name: str) -> Rendition:
    """Write an edition in one format; equal editions give equal bytes.

    Raises:
        SettingsError: E230, there is no such format.
    """
    if format_name not in EDITION_FORMATS:
        known = ", ".join(EDITION_FORMATS)
        raise SettingsError("E230", f"there is no format {format_name!r}", "", f"choose one of {known}")
    suffix, _, write = EDITION_FORMATS[format_name]
    made = write(edition)
    name = f"{slug(edition.title, 60) or 'assessment'}.{suffix}"
    return Rendition(name, made if isinstance(made, bytes) else made.encode("utf-8", "replace"))


def edition_markdown(edition: PrintedEdition) -> str:
    """Return an edition as Markdown; references lead to the list of claims at its end."""
    parts = [f"# {escaped(edition.title)}", *_warned(edition), f"{_standfirst(edition)}"]
    for paragraph in edition.paragraphs:
        if paragraph[0].heading:
            parts.append(f"## {escaped(paragraph[0].text)}")
        else:
            parts.append(" ".join(f"{escaped(one.text)} {refs(one.refs)}".rstrip() for one in paragraph))
    parts.append("## Claims")
    for claim in edition.claims:
        chain = " ← ".join(escaped(name) for name in claim.chain) or "in its own voice"
        told = f"“{escaped(claim.claim.quote)}” {escaped(claim.page)}, {claim.day}"
        parts += [f"#### Claim {claim.number}", f"{told} {'←' if claim.chain else '·'} {chain}."]
    parts += ["## Documents", "\n".join(_document_lines(edition))]
    return "\n\n".join(parts) + "\n"


def edition_html(edition: PrintedEdition) -> str:
    """Return an edition as one self-contained page that prints well; nothing is loaded and nothing runs."""
    style = _asset("edition.css")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    template = _environment().get_template("edition.html.j2")
    return template.render(
        edition=edition,
        style=Markup(style),  # noqa: S704 - a file of the package, not a stored text
        policy=policy,
        warning=warning_of(edition),
        draft=DRAFT,
        addresses=addresses_of(edition),
    )


def edition_docx(edition: PrintedEdition) -> bytes:
    """Return an edition as a Word document."""
    paper = Paper(edition.title)
    if edition.warnings:
        paper.warning(warning_of(edition), edition.warnings)
    paper.line(_standfirst(edition, plain=True))
    for paragraph in edition.paragraphs:
        if paragraph[0].heading:
            paper.heading(paragraph[0].text, 1)
            continue
        line = paper.line(paragraph[0].text, paragraph[0].refs)
        for one in paragraph[1:]:
            paper.more(line, one.text, one.refs)
    claim_list(paper, edition.claims)
    document_list(paper, edition.documents)
    return paper.content()


def edition_json(edition: PrintedEdition) -> str:
    """Return an edition as JSON: its blocks with references, the claims with their words, and the documents."""
    addresses = addresses_of(edition)
    made = {
        "id": edition.id,
        "title": edition.title,
        "version": edition.version,
        "published": edition.published,
        "as_of": edition.as_of.isoformat() if edition.as_of else None,
        "yardstick": edition.yardstick,
        "warnings": edition.warnings,
        "blocks": [
            {"kind": "heading" if one.heading else "sentence", "text": one.text, "claims": one.refs}
            for one in edition.blocks
        ],
        "claims": [
            {
                "number": one.number,
                "id": one.claim.id,
                "quote": one.claim.quote,
                "page": one.page,
                "document": one.document,
                "chain": one.chain,
                "span": [one.claim.span.start, one.claim.span.end],
            }
            for one in edition.claims
        ],
        "documents": [
            {
                "number": one.number,
                "id": one.document.id,
                "title": one.document.title,
                "outlet": one.document.outlet,
                "day": one.document.day.isoformat() if one.document.day else None,
                "address": addresses.get(one.document.id),
            }
            for one in edition.documents
        ],
    }
    return json.dumps(made, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def warning_of(edition: PrintedEdition) -> str:
    """Return the heading of the block that warns readers of sentences without support."""
    return FALLEN if edition.published else WARNING


def addresses_of(edition: PrintedEdition) -> dict[str, str]:
    """Return the address of each document that can be followed, by id."""
    return {one.document_id: one.address for one in citations_of(edition.cited) if one.address}


def _warned(edition: PrintedEdition) -> list[str]:
    if not edition.warnings:
        return []
    lines = [f"> **{warning_of(edition)}**", *(f"> - {escaped(one)}" for one in edition.warnings)]
    return ["\n".join(lines)]


def _standfirst(edition: PrintedEdition, *, plain: bool = False) -> str:
    yardstick = edition.yardstick if plain else escaped(edition.yardstick)
    how = "Numbers in brackets lead to the claims that a sentence rests on."
    told = f"{edition.known}. Likelihood words: {yardstick}. {how}"
    return told if edition.published else f"{DRAFT} {told}"


def _document_lines(edition: PrintedEdition) -> list[str]:
    addresses = addresses_of(edition)
    lines = []
    for one in edition.documents:
        title = f": {escaped(one.document.title)}" if one.document.title else ""
        address = addresses.get(one.document.id)
        lines.append(f"{one.number}. {escaped(one.label)}, {one.day}{title}" + (f" <{address}>" if address else ""))
    return lines


@cache
def _asset(name: str) -> str:
    return files("reportedly.publish").joinpath(f"templates/{name}").read_text("utf-8").strip()


@cache
def _environment() -> Environment:
    made = Environment(
        loader=DictLoader({"edition.html.j2": _asset("edition.html.j2")}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["runs"] = runs
    return made


EDITION_FORMATS: Mapping[str, tuple[str, str, Callable[[PrintedEdition], str | bytes]]] = MappingProxyType(
    {
        "html": ("html", "text/html; charset=utf-8", edition_html),
        "markdown": ("md", "text/markdown; charset=utf-8", edition_markdown),
        "docx": (
            "docx",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            edition_docx,
        ),
        "bibtex": ("bib", "application/x-bibtex; charset=utf-8", lambda one: bibliography(one.cited)),
        "csl": ("csl.json", "application/vnd.citationstyles.csl+json", lambda one: csl_items(one.cited)),
        "json": ("json", "application/json", edition_json),
    }
)
"""Suffix, media type and writer of each format."""
