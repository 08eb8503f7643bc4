"""Make a document of what a reader found: clean it, settle its day, check it, give it its id."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.document import DayBasis, Document, Loss, Published, Refusal
from reportedly.read.cleaning import clean
from reportedly.read.codes import loss, refuse
from reportedly.read.dateline import infer_day
from reportedly.read.publication import parse_published

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader found, still as it stood in the file."""

    key: str
    text: str
    title: object = None
    outlet: object = None
    address: object = None
    published: object = None
    """A ``Published``, or the value of a record: a string, None or something wrong."""
    losses: tuple[Loss, ...] = ()


def build(found: Found, capture_id: str, where: str) -> Document | Refusal:
    """Return the document, or a refusal where it holds no text.

    Args:
        found: what the reader found.
        capture_id: the capture it was found in.
        where: file, and line or item, for refusals.
    """
    body = clean(found.text)
    if not body.text.strip():
        return refuse("R201", where)
    losses = [*found.losses, *body.losses]
    key = clean(found.key).text
    title, outlet, address = (
        _line(name, value, losses)
        for name, value in (("title", found.title), ("outlet", found.outlet), ("address", found.address))
    )
    published = _published(found.published, losses)
    if published is None:
        inferred = infer_day(body.text)
        published = inferred.published
        losses.extend(inferred.losses)
    return Document(
        id=Document.identify(key, body.text, title, outlet, published),
        key=key,
        text=body.text,
        title=title,
        outlet=outlet,
        published=published,
        address=address,
        capture_id=capture_id,
        losses=tuple(losses),
    )


def _line(name: str, value: object, losses: list[Loss]) -> str | None:
    """Return a field as one line of text; record it where it is none."""
    if value is None:
        return None
    if not isinstance(value, str):
        losses.append(loss("L121", f"{name} is not a string", name))
        return None
    cleaned = clean(value, name)
    losses.extend(cleaned.losses)
    return " ".join(cleaned.text.split()) or None


def _published(value: object, losses: list[Loss]) -> Published | None:
    if value is None or isinstance(value, Published):
        return value
    if isinstance(value, str):
        if not value.strip():
            return None
        published = parse_published(value, DayBasis.GIVEN, "given with the report")
        if published is not None:
            return published
    losses.append(loss("L120", clean(repr(value)[:_SHOWN]).text, "published"))
    return None
