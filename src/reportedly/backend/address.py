"""Where a model backend stands, and how far the text travels to get there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import IPv6Address, ip_address
from urllib.parse import urlsplit

from reportedly.model.errors import SettingsError

_FORM = "give it as https://host/v1 or http://localhost:8080/v1"
_PLAIN = re.compile(r"[!-\[\]-~]+")
"""Printable ASCII without space and backslash, on which parsers of addresses differ."""
_ENDPOINT = "/chat/completions"


class Reach(StrEnum):
    """How far what is sent travels."""

    THIS_MACHINE = "this machine"
    OWN_NETWORK = "another machine on a private network"
    ELSEWHERE = "another machine"


@dataclass(frozen=True, slots=True)
class Address:
    """A checked address of an OpenAI-compatible server."""

    secure: bool
    """Whether the connection is encrypted."""
    host: str
    port: int
    path: str
    """The path of the endpoint itself, ``/v1/chat/completions``."""
    reach: Reach

    def __str__(self) -> str:
        """Return scheme, host and port, for people."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{'https' if self.secure else 'http'}://{host}:{self.port}"


def parse_address(text: str, *, insecure: bool = False) -> Address:
    """Return the address that a text names.

    Args:
        text: the root of the interface (``https://host/v1``), the server alone, or the endpoint in full.
        insecure: whether plain http is allowed beyond this machine.

    Raises:
        SettingsError: E260 where it is no such address or holds credentials; E261 where it is plain http to another
            machine and that is not allowed.
    """
    try:
        parts = urlsplit(text) if _PLAIN.fullmatch(text) else None
        port = parts.port if parts else None
    except ValueError:
        parts = port = None
    if parts is None or parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SettingsError("E260", "no address of a model backend", _without_credentials(text), _FORM)
    if "@" in parts.netloc or parts.query or parts.fragment:
        raise SettingsError("E260", "an address with credentials or a query", _without_credentials(text), _FORM)
    secure, reach = parts.scheme == "https", reach_of(parts.hostname)
    if not (secure or insecure or reach is Reach.THIS_MACHINE):
        what = "plain http would let anybody on the way read the text and the key"
        raise SettingsError("E261", what, text, "use https, or allow it with --allow-insecure")
    return Address(secure, parts.hostname, port or (443 if secure else 80), _endpoint(parts.path), reach)


def reach_of(host: str) -> Reach:
    """Return how far a host is; a name other than ``localhost`` counts as elsewhere, whatever it resolves to."""
    if host == "localhost":
        return Reach.THIS_MACHINE
    try:
        number = ip_address(host)
    except ValueError:
        return Reach.ELSEWHERE
    if isinstance(number, IPv6Address) and number.ipv4_mapped:
        number = number.ipv4_mapped
    if number.is_loopback:
        return Reach.THIS_MACHINE
    return Reach.OWN_NETWORK if number.is_private and not number.is_unspecified else Reach.ELSEWHERE


def is_loopback(number: str) -> bool:
    """Say whether the number of a connected machine is this machine's own."""
    return reach_of(number) is Reach.THIS_MACHINE and number != "localhost"


def _endpoint(path: str) -> str:
    root = path.rstrip("/")
    if root.endswith(_ENDPOINT):
        return root
    return f"{root}{_ENDPOINT}" if root.endswith("/v1") else f"{root}/v1{_ENDPOINT}"


def _without_credentials(text: str) -> str:
    return re.sub(r"[?#].*", "", re.sub(r"//.*@", "//", text, flags=re.DOTALL), flags=re.DOTALL)
