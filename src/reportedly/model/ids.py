"""Derive ids from content: SHA-256 over length-framed canonical bytes, so that no two contents share one framing."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

ID_DIGITS = 24
"""Hexadecimal digits kept in an id: 96 bits, so that a billion ids collide with probability below 1e-11."""

_ID = re.compile(rf"[a-z]{{3}}-[0-9a-f]{{{ID_DIGITS}}}")


def canonical_bytes(value: object) -> bytes:
    """Encode a value so that different values never give the same bytes.

    Every part is written as a type letter, its length in bytes and its content; a sequence frames its items, a
    dataclass its name and fields in order, a mapping its items sorted by key.

    Args:
        value: None, bool, int, float, str, bytes, date, datetime, Enum, tuple, list, mapping or dataclass of these.

    Returns:
        The framed bytes.

    Raises:
        TypeError: for any other type, since its bytes would not be stable.
    """
    letter, content = _encoded(value)
    return letter + str(len(content)).encode() + b":" + content


def _encoded(value: object) -> tuple[bytes, bytes]:
    if isinstance(value, Enum):
        return _encoded(value.value)
    for types, letter, encode in _SCALARS:
        if isinstance(value, types):
            return letter, encode(value)
    if isinstance(value, Mapping):
        pairs = sorted((canonical_bytes(key), canonical_bytes(item)) for key, item in value.items())
        return b"m", b"".join(key + item for key, item in pairs)
    if is_dataclass(value) and not isinstance(value, type):
        parts = [canonical_bytes(getattr(value, field.name)) for field in fields(value)]
        return b"c", canonical_bytes(type(value).__name__) + b"".join(parts)
    raise TypeError(f"no canonical bytes for {type(value).__name__}")


_SCALARS: tuple[tuple[type | tuple[type, ...], bytes, Callable[[Any], bytes]], ...] = (
    (type(None), b"n", lambda _: b""),
    (bool, b"t", lambda value: b"1" if value else b"0"),
    (int, b"i", lambda value: str(value).encode()),
    (float, b"f", lambda value: repr(value).encode()),
    (str, b"s", lambda value: value.encode("utf-8", "surrogatepass")),
    (bytes, b"b", bytes),
    (date, b"d", lambda value: value.isoformat().encode()),
    ((tuple, list), b"l", lambda value: b"".join(canonical_bytes(item) for item in value)),
)
"""Type, letter and encoder of everything without named parts; bool stands before int, of which it is a subclass."""


def digest(*parts: object) -> str:
    """Return the SHA-256 of the framed parts as 64 hexadecimal digits."""
    return hashlib.sha256(canonical_bytes(parts)).hexdigest()


def identifier(prefix: str, *parts: object) -> str:
    """Return a short id such as ``clm-3f0c...``: the prefix names the type and is part of what is hashed.

    Args:
        prefix: three letters that tell a reader what the id points to.
        parts: what makes the thing itself, in a fixed order.
    """
    return f"{prefix}-{digest(prefix, *parts)[:ID_DIGITS]}"


def is_id(text: str) -> bool:
    """Say whether a text is an id and no name of anything."""
    return bool(_ID.fullmatch(text))
