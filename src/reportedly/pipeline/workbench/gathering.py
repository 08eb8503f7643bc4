"""Gather what is to be added: files, texts, pages by address, the pages of feeds, one after another."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from reportedly.ingest.feed import read_feed
from reportedly.ingest.fetch import FEED_TYPES, FetchRules, fetch, shown
from reportedly.ingest.files import IngestLimits, collect, take_bytes
from reportedly.ingest.refusals import refuse
from reportedly.model.document import Capture, Refusal
from reportedly.model.ids import digest, identifier
from reportedly.pipeline.progress import Progress

FEED_PAGES = 50
"""Pages that are taken from one feed at once."""
PAUSE = 1.0
"""Seconds between two pages of one server, so that no server is pressed."""
MOST_BYTES = IngestLimits().max_bytes
"""Largest single file."""
__all__ = ["FEED_PAGES", "MOST_BYTES", "FetchRules", "Gathered", "Pasted", "Upload", "Wanted", "gather"]


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was handed over: its owner's name for it, and its content."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Pasted:
    """A text that was typed or pasted, with what its person knows about it."""

    text: str
    title: str = ""
    outlet: str = ""
    day: date | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be added."""

    files: tuple[Path, ...] = ()
    uploads: tuple[Upload, ...] = ()
    texts: tuple[Pasted, ...] = ()
    addresses: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gathered:
    """One thing that was taken in, or why it was not."""

    item: Capture | Refusal
    fetched: bool = False
    """Whether it was fetched, so that its origin is the address of its document."""
    day: date | None = None
    """The day of publication that a feed names for it."""


def gather(
    wanted: Wanted,
    rules: FetchRules,
    progress: Progress,
    *,
    limits: IngestLimits | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Iterator[Gathered]:
    """Take in everything that is wanted; what cannot be taken is refused and the rest goes on.

    Args:
        wanted: what is to be added.
        rules: bounds of fetching.
        progress: hears of each page that is fetched.
        limits: of files; None = the usual ones.
        sleep: waits between two pages of one server.
    """
    held = limits or IngestLimits()
    yield from (Gathered(item) for item in collect(wanted.files, held))
    yield from (Gathered(take_bytes(one.name, one.content, held)) for one in wanted.uploads)
    yield from (Gathered(_text(one, held)) for one in wanted.texts)
    named: list[tuple[str, date | None]] = [(address, None) for address in dict.fromkeys(wanted.addresses)]
    for feed in dict.fromkeys(wanted.feeds):
        progress.begin("reading a feed", None)
        found = _feed(feed, rules)
        progress.end()
        if isinstance(found, Refusal):
            yield Gathered(found)
            continue
        named += found[:FEED_PAGES]
        yield from (Gathered(refuse("R120", shown(address))) for address, _ in found[FEED_PAGES:])
    yield from _pages(named, rules, progress, sleep)


def _pages(
    named: list[tuple[str, date | None]], rules: FetchRules, progress: Progress, sleep: Callable[[float], None]
) -> Iterator[Gathered]:
    if not named:
        return
    progress.begin("fetching", len(named))
    before = ""
    for address, day in named:
        host = _host(address)
        if host and host == before:
            sleep(PAUSE)
        before = host
        yield Gathered(fetch(address, rules), fetched=True, day=day)
        progress.step()
    progress.end()


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _feed(address: str, rules: FetchRules) -> list[tuple[str, date | None]] | Refusal:
    got = fetch(address, rules, FEED_TYPES)
    if isinstance(got, Refusal):
        return got
    entries = read_feed(got.content, got.origin)
    return entries if isinstance(entries, Refusal) else [(one.address, one.day) for one in entries]


def _text(pasted: Pasted, limits: IngestLimits) -> Capture | Refusal:
    """Return a text as a record, which the reader of records takes as any other."""
    name = f"pasted-{digest(pasted)[:12]}"
    record = {
        "id": name,
        "text": pasted.text,
        "title": pasted.title or None,
        "outlet": pasted.outlet or None,
        "published": pasted.day.isoformat() if pasted.day else None,
        "address": pasted.address or None,
    }
    content = json.dumps({key: value for key, value in record.items() if value is not None}, ensure_ascii=False)
    taken = take_bytes(f"{name}.json", content.encode("utf-8", "replace"), limits)
    if isinstance(taken, Refusal):
        return taken
    return Capture(identifier("cap", name, taken.content), name, taken.media_type, taken.sha256, taken.content)
