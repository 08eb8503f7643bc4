"""Fetch one page that a person asks for: bounded in time, size and redirects, and never from a private network.

The only module besides the model backend that opens a connection. It follows no proxy and no password file of the
environment, sends no cookie, and connects to the very number that it has checked, so that a name cannot lead to another
machine between the check and the connection.
"""

from __future__ import annotations

import hashlib
import queue
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from reportedly import __version__
from reportedly.ingest.media import LOOK_BYTES, binary_kind
from reportedly.ingest.refusals import refuse
from reportedly.model.document import Capture, Refusal
from reportedly.model.ids import identifier

PAGE_TYPES = {
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "text/plain": "text/plain",
    "text/markdown": "text/markdown",
}
"""Type that a server names -> media type by which the page is read."""
_FEEDS = ("application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml")
FEED_TYPES = dict.fromkeys((*_FEEDS, "text/html", "text/plain"), "application/xml")
"""The same for feeds, which many servers call by another name; the parser decides."""
_PLAIN = re.compile(r"[!-\[\]-~]+")
"""Printable ASCII without space and backslash, on which parsers of addresses differ."""
_SENT_ON = frozenset({301, 302, 303, 307, 308})
_SHOWN = 120
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")
_TRANSLATED = ip_network("64:ff9b::/96")
"""Numbers that stand for those of IPv4 (RFC 6052)."""


@dataclass(frozen=True, slots=True)
class FetchRules:
    """How long, how much, how far."""

    seconds: float = 20.0
    """From the first look-up of the name to the last byte, redirects included."""
    size: int = 20_000_000
    """Largest page in bytes, packed or unpacked."""
    redirects: int = 5
    private: bool = False
    """Whether addresses of this machine and of private networks may be fetched."""


_DEFAULT = FetchRules()


class _Refused(Exception):
    """A fetch that ends in a refusal."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.detail = _CONTROLS.sub(" ", detail)[:_SHOWN]


def fetch(address: str, rules: FetchRules = _DEFAULT, types: Mapping[str, str] = PAGE_TYPES) -> Capture | Refusal:
    """Fetch one address.

    Args:
        address: http or https.
        rules: bounds.
        types: what a server may call its content, with the media type that it is read by.

    Returns:
        A capture whose origin is the address that the content came from in the end, or a refusal that names the address
        that was asked for.
    """
    try:
        return _fetched(address.strip(), rules, types)
    except _Refused as refused:
        return refuse(refused.code, shown(address), refused.detail)


def is_address(text: str) -> bool:
    """Say whether a text is meant as an address of the web."""
    return re.match(r"(?i)https?://", text.strip()) is not None


def shown(address: str) -> str:
    """Return an address as it may be printed and stored: without a name and a password, and not endless."""
    return _CONTROLS.sub(" ", re.sub(r"//[^/@]*@", "//", address.strip()))[:500]


def _fetched(address: str, rules: FetchRules, types: Mapping[str, str]) -> Capture:
    deadline = time.monotonic() + rules.seconds
    for _ in range(rules.redirects + 1):
        parts = _checked(address)
        with _answer(parts, rules, deadline) as response:
            if response.status not in _SENT_ON:
                return _capture(address, response, rules, types, deadline)
            target = response.headers.get("Location", "")
        address = urljoin(address, quote(target.strip(), safe="%/:=&?~#+!$,;'@()*[]"))
    raise _Refused("R115")


def _checked(address: str) -> SplitResult:
    """Return the parts of an address that may be fetched."""
    address = quote(address, safe="%/:=&?~#+!$,;'@()*[]")
    try:
        parts = urlsplit(address) if _PLAIN.fullmatch(address) else None
        usable = parts is not None and parts.hostname is not None and parts.port != 0
    except ValueError:
        raise _Refused("R110") from None
    if parts is None or not usable or parts.scheme not in {"http", "https"} or "@" in parts.netloc:
        raise _Refused("R110")
    return parts


@contextmanager
def _answer(parts: SplitResult, rules: FetchRules, deadline: float) -> Iterator[HTTPResponse]:
    """Give a server's answer, cut off when the time is up, however slowly its bytes come."""
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    number = _number_of(host, port, rules, deadline)
    left = _left(deadline)
    connection: HTTPConnection = (
        _Secure(host, port, number, left) if parts.scheme == "https" else _Plain(host, port, number, left)
    )
    alarm: threading.Timer | None = None
    try:
        connection.connect()
        alarm = threading.Timer(_left(deadline), _cut, [connection.sock])
        alarm.daemon = True
        alarm.start()
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        connection.request("GET", path, headers=_HEADERS)
        with closing(connection.getresponse()) as response:
            yield response
    except (OSError, HTTPException) as error:
        late = time.monotonic() >= deadline or isinstance(error, TimeoutError)
        raise _Refused("R113" if late else "R112", "" if late else _said(error)) from error
    finally:
        if alarm is not None:
            alarm.cancel()
            alarm.join()
        connection.close()


_HEADERS = {
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain, */*;q=0.1",
    "Accept-Encoding": "gzip",
    "Connection": "close",
    "User-Agent": f"reportedly/{__version__}",
}


class _Plain(HTTPConnection):
    """A connection to the number that was checked."""

    def __init__(self, host: str, port: int, number: str, seconds: float) -> None:
        super().__init__(host, port, timeout=seconds)
        self._number = number

    def connect(self) -> None:
        """Connect to the number, whatever the name may lead to by now."""
        self.sock = socket.create_connection((self._number, self.port), self.timeout)


class _Secure(HTTPSConnection):
    """An encrypted connection to the number that was checked, to a server that proves the name."""

    def __init__(self, host: str, port: int, number: str, seconds: float) -> None:
        self._trust = ssl.create_default_context()
        super().__init__(host, port, timeout=seconds, context=self._trust)
        self._number = number

    def connect(self) -> None:
        """Connect to the number and have the server prove its name."""
        plain = socket.create_connection((self._number, self.port), self.timeout)
        try:
            self.sock = self._trust.wrap_socket(plain, server_hostname=self.host)
        except BaseException:
            plain.close()
            raise


def _number_of(host: str, port: int, rules: FetchRules, deadline: float) -> str:
    """Return the first number of a name that may be asked; all others of the name are as good."""
    numbers = _looked_up(host, port, _left(deadline))
    allowed = [number for number in numbers if rules.private or _is_public(number)]
    if not numbers:
        raise _Refused("R112", f"no such name: {host}")
    if len(allowed) < len(numbers):
        raise _Refused("R111", host)
    return allowed[0]


def _looked_up(host: str, port: int, seconds: float) -> list[str]:
    """Return the numbers of a name; the system's own look-up has no limit of time, so it is left behind when late."""
    found: queue.SimpleQueue[list[str]] = queue.SimpleQueue()

    def look_up() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            rows = []
        found.put(list(dict.fromkeys(str(row[4][0]) for row in rows)))

    threading.Thread(target=look_up, daemon=True).start()
    try:
        return found.get(timeout=seconds)
    except queue.Empty:
        raise _Refused("R113", "its name is not found") from None


def _is_public(number: str) -> bool:
    """Say whether a number is one of the public internet."""
    try:
        at: IPv4Address | IPv6Address = ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(at, IPv6Address):
        inner = at.ipv4_mapped or at.sixtofour or (at.teredo[1] if at.teredo else None)
        if at in _TRANSLATED:
            inner = IPv4Address(int(at) & 0xFFFFFFFF)
        if inner is not None:
            at = inner
    return at.is_global and not (at.is_multicast or at.is_reserved or at.is_unspecified)


def _capture(
    address: str, response: HTTPResponse, rules: FetchRules, types: Mapping[str, str], deadline: float
) -> Capture:
    if response.status != 200:
        raise _Refused("R114", f"status {response.status}")
    kind = response.headers.get_content_type() if "Content-Type" in response.headers else "text/html"
    if kind not in types:
        raise _Refused("R117", kind)
    content = _content(response, rules, deadline)
    binary = binary_kind(content[:LOOK_BYTES])
    if binary is not None or not content:
        raise _Refused("R117", binary or "nothing")
    origin = shown(address.partition("#")[0])
    digest = hashlib.sha256(content).hexdigest()
    return Capture(identifier("cap", origin, content), origin, types[kind], digest, content)


def _content(response: HTTPResponse, rules: FetchRules, deadline: float) -> bytes:
    """Return the body, unpacked; neither the packed nor the unpacked one may be over the limit."""
    coding = response.headers.get("Content-Encoding", "identity").strip().lower()
    if coding not in {"", "identity", "gzip", "x-gzip"}:
        raise _Refused("R117", f"packed as {coding}")
    said = response.headers.get("Content-Length", "")
    if said.isdecimal() and int(said[:20]) > rules.size:
        raise _Refused("R116", f"{int(said[:20]):,} bytes, the limit is {rules.size:,}")
    packed = response.read(rules.size + 1)
    if len(packed) > rules.size:
        raise _Refused("R116", f"the limit is {rules.size:,} bytes")
    if time.monotonic() >= deadline:
        raise _Refused("R113")
    if response.length:  # a bounded read ends without an error where the connection does
        raise _Refused("R112", "the answer broke off")
    return packed if coding in {"", "identity"} else _unpacked(packed, rules.size)


def _unpacked(packed: bytes, size: int) -> bytes:
    unpacking = zlib.decompressobj(wbits=31)
    try:
        content = unpacking.decompress(packed, size + 1)
    except zlib.error as error:
        raise _Refused("R117", "broken packing") from error
    if len(content) > size:
        raise _Refused("R116", f"the limit is {size:,} bytes unpacked")
    if not unpacking.eof:
        raise _Refused("R112", "the answer broke off")
    return content


def _left(deadline: float) -> float:
    left = deadline - time.monotonic()
    if left <= 0:
        raise _Refused("R113")
    return left


def _said(error: Exception) -> str:
    return str(error) or type(error).__name__


def _cut(there: socket.socket) -> None:
    """End a connection under whoever reads from it; an encrypted one too, without its farewell."""
    with suppress(OSError):
        socket.socket.shutdown(there, socket.SHUT_RDWR)
