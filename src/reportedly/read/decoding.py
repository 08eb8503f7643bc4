"""Turn bytes into characters: by mark, as UTF-8, as declared, and only then by guessing, which is recorded."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from charset_normalizer import from_bytes

from reportedly.model.document import Loss
from reportedly.read.codes import loss

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WEB_DEFAULT = "cp1252"
_DAMAGED_SHARE = 0.1
_DECLARABLE = frozenset(
    "utf-8 utf-16 utf-16-le utf-16-be ascii big5 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 "
    "cp866 cp874 cp932 cp949 euc_jp euc_kr gb18030 gb2312 gbk iso2022_jp iso8859-1 iso8859-2 iso8859-3 iso8859-4 "
    "iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u "
    "shift_jis".split()
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Characters and what was lost or guessed on the way to them."""

    text: str
    losses: tuple[Loss, ...] = ()


def decode(content: bytes, declared: str | None = None) -> Decoded | None:
    """Decode a file's bytes; None where no encoding fits.

    Order: byte order mark, strict UTF-8, the declared encoding, UTF-8 with a few damaged bytes, the likeliest encoding
    by character statistics.

    Args:
        content: the bytes.
        declared: the encoding that the content itself names, such as a page's ``charset``.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            text = _strictly(content[len(mark) :], name)
            return Decoded(text) if text is not None else _damaged(content[len(mark) :], name)
    text = _strictly(content, "utf-8")
    if text is not None:
        return Decoded(text)
    text = _strictly(content, _usable(declared))
    return Decoded(text) if text is not None else _damaged(content, "utf-8") or _guessed(content)


def _strictly(content: bytes, name: str | None) -> str | None:
    if name is None:
        return None
    try:
        return content.decode(name)
    except UnicodeDecodeError:
        return None


def _usable(declared: str | None) -> str | None:
    """Return the codec of a declared encoding; browsers read ``iso-8859-1`` as its superset (WHATWG Encoding)."""
    try:
        name = codecs.lookup(declared or "").name
    except (LookupError, ValueError):
        return None
    if name in {"iso8859-1", "ascii"}:
        return _WEB_DEFAULT
    return name if name in _DECLARABLE else None


def _damaged(content: bytes, name: str) -> Decoded | None:
    """Decode with replacement where the encoding is plain in spite of a few wrong bytes."""
    text = content.decode(name, "replace")
    wrong = text.count("\ufffd")
    right = sum(character > "\x7f" for character in text) - wrong if name == "utf-8" else len(text) - wrong
    if wrong > _DAMAGED_SHARE * right:
        return None
    first = text.index("\ufffd") if wrong else 0
    place = f"byte {len(text[:first].encode(name, 'surrogatepass'))}"
    return Decoded(text, (loss("L111", f"{wrong} in all, as {name}", place),))


def _guessed(content: bytes) -> Decoded | None:
    matches = from_bytes(content)
    best = matches.best()
    if best is None:
        return None
    western = next((match for match in matches if _WEB_DEFAULT in match.could_be_from_charset), None)
    text = _strictly(content, _WEB_DEFAULT) if western is not None and western.chaos <= best.chaos else None
    name = best.encoding if text is None else _WEB_DEFAULT
    return Decoded(str(best) if text is None else text, (loss("L110", name),))
