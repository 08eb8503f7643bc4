"""Take in files and folders; whatever cannot be taken becomes a refusal and the rest goes on."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.ingest.media import BY_SUFFIX, LOOK_BYTES, TABLES, binary_kind, media_type
from reportedly.ingest.refusals import refuse
from reportedly.model.document import Capture, Refusal
from reportedly.model.ids import identifier


@dataclass(frozen=True, slots=True)
class IngestLimits:
    """What is too much to take in."""

    max_bytes: int = 20_000_000
    """Largest file that is read, in bytes."""


_DEFAULT_LIMITS = IngestLimits()
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class _Found:
    path: Path
    origin: str


def collect(paths: Sequence[Path], limits: IngestLimits = _DEFAULT_LIMITS) -> Iterator[Capture | Refusal]:
    """Take in every file that the paths name, in sorted order; folders are walked to the bottom.

    Hidden files inside folders are passed over, links that leave their folder are refused, and a file that is named
    twice is taken once.

    Args:
        paths: files and folders.
        limits: sizes beyond which a file is refused unread.

    Yields:
        A capture whose origin is the path relative to the argument (a file's name where the argument is the file), or
        a refusal that names the file.
    """
    seen: set[str] = set()
    for argument in sorted(set(paths)):
        for item in _walk(argument):
            if isinstance(item, Refusal):
                yield item
                continue
            real = os.path.realpath(item.path)
            if real not in seen:
                seen.add(real)
                yield _take(item, limits)


def take_table(path: Path, limits: IngestLimits = _DEFAULT_LIMITS) -> Capture | Refusal:
    """Take in one table of coded claims (``TABLES``).

    Args:
        path: the file.
        limits: sizes beyond which it is refused unread.
    """
    for item in _walk(path):
        if isinstance(item, Refusal):
            return item
        return _take(item, limits, TABLES) if path.is_file() else refuse("R109", item.origin)
    return refuse("R101", _printable(path.as_posix()))


def take_bytes(name: str, content: bytes, limits: IngestLimits = _DEFAULT_LIMITS) -> Capture | Refusal:
    """Take in the content of a file that was handed over with its name alone.

    Args:
        name: as its owner calls the file; of a path only the last part counts.
        content: its bytes.
        limits: sizes beyond which it is refused.
    """
    plain = _printable(re.split(r"[\\/]", name)[-1])[:_LONGEST_NAME].strip() or "a file without a name"
    found = _Found(Path(plain), plain)
    if found.path.suffix.lower() not in BY_SUFFIX:
        return refuse("R105", plain, found.path.suffix or "no suffix")
    if len(content) > limits.max_bytes:
        return refuse("R103", plain, f"{len(content):,} bytes, the limit is {limits.max_bytes:,}")
    return _capture(found, content, BY_SUFFIX)


def _walk(argument: Path) -> Iterator[_Found | Refusal]:
    try:
        mode = argument.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        yield refuse("R101", _printable(argument.as_posix()))
        return
    except (OSError, ValueError) as error:
        yield refuse("R106", _printable(argument.as_posix()), _reason(error))
        return
    if not stat.S_ISDIR(mode):
        yield _Found(argument, _printable(argument.name))
        return
    items = list(_walk_folder(argument, argument))
    if items:
        yield from items
    else:
        yield refuse("R108", _printable(argument.as_posix()))


def _walk_folder(root: Path, folder: Path) -> Iterator[_Found | Refusal]:
    try:
        entries = sorted(folder.iterdir(), key=lambda entry: entry.name)
    except OSError as error:
        yield refuse("R106", _origin(root, folder), _reason(error))
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_symlink():
            yield from _follow(root, entry)
        elif entry.is_dir():
            yield from _walk_folder(root, entry)
        else:
            yield _Found(entry, _origin(root, entry))


def _follow(root: Path, link: Path) -> Iterator[_Found | Refusal]:
    target = Path(os.path.realpath(link))
    if not target.is_relative_to(os.path.realpath(root)):
        yield refuse("R107", _origin(root, link))
    elif not target.exists():
        yield refuse("R101", _origin(root, link))
    elif target.is_file():
        yield _Found(link, _origin(root, link))
    # A link to a folder inside the root adds nothing: that folder is walked at its own place.


def _origin(root: Path, path: Path) -> str:
    return _printable(path.relative_to(root).as_posix())


def _printable(name: str) -> str:
    """Spell out bytes of a file name that are not UTF-8, since origins are printed and stored."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _take(found: _Found, limits: IngestLimits, suffixes: Mapping[str, str] = BY_SUFFIX) -> Capture | Refusal:
    where = found.origin
    try:
        status = found.path.stat()
        if not stat.S_ISREG(status.st_mode):
            return refuse("R109", where)
        if found.path.suffix.lower() not in suffixes:
            return refuse("R105", where, found.path.suffix or "no suffix")
        if status.st_size > limits.max_bytes:
            return refuse("R103", where, f"{status.st_size:,} bytes, the limit is {limits.max_bytes:,}")
        with found.path.open("rb") as file:
            content = file.read(status.st_size + 1)
    except FileNotFoundError:
        return refuse("R101", where)
    except OSError as error:
        return refuse("R106", where, _reason(error))
    if len(content) != status.st_size:
        return refuse("R106", where, "it changed while it was read")
    return _capture(found, content, suffixes)


def _capture(found: _Found, content: bytes, suffixes: Mapping[str, str]) -> Capture | Refusal:
    head = content[:LOOK_BYTES]
    binary = binary_kind(head)
    if not content:
        return refuse("R102", found.origin)
    if binary is not None:
        return refuse("R104", found.origin, binary)
    return Capture(
        id=identifier("cap", found.origin, content),
        origin=found.origin,
        media_type=media_type(found.path.suffix, head, suffixes),
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
    )


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
