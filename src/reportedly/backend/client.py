"""Ask an OpenAI-compatible server over HTTP: no redirects, bounded in time and size, patient with a busy one.

The standard library's client is used because it follows no redirect, reads no proxy and no password file from the
environment, and needs nothing that is not there already.
"""

from __future__ import annotations

import re
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from typing import NoReturn

from reportedly import __version__
from reportedly.backend.address import Address, Reach, is_loopback
from reportedly.backend.protocol import ChatAnswer, ChatRequest
from reportedly.backend.wire import UnusableBody, answer_of
from reportedly.model.errors import BackendError, SettingsError

KEY_VARIABLE = "REPORTEDLY_BACKEND_KEY"
"""The environment variable that holds the key; there is no other way to give one."""
_BUSY = frozenset({408, 429, 500, 502, 503, 504})
_LONGEST_WAIT = 60.0
_SHOWN = 200
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]+")


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much."""

    seconds: float = 300.0
    """From the connection to the last byte of one answer."""
    size: int = 8 * 2**20
    """The largest body of an answer, in bytes."""
    attempts: int = 4
    """How often one request is sent before giving up."""
    first_wait: float = 1.0
    """Seconds before the second attempt; each later wait is twice as long, or what the server asks for."""


class _Passing(Exception):
    """A failure that may pass; worth another attempt."""

    def __init__(self, what: str, wait: float | None = None) -> None:
        super().__init__(what)
        self.wait = wait


@dataclass(frozen=True)
class HttpBackend:
    """Asks the model behind an address."""

    address: Address
    key: str = field(default="", repr=False)
    """Sent as bearer token where there is one; never shown, stored or part of an error."""
    limits: Limits = Limits()
    sleep: Callable[[float], None] = time.sleep

    def __post_init__(self) -> None:
        """Refuse a key that could break out of its header, without showing it."""
        if self.key and not re.fullmatch(r"[!-~]+", self.key):
            raise SettingsError("E262", "the key holds spaces or unprintable signs", KEY_VARIABLE, "set it anew")

    def ask(self, request: ChatRequest) -> ChatAnswer:
        """Return the model's answer.

        Raises:
            BackendError: E601 where the server cannot be reached or stays busy, E602 where it refuses, E603 where what
                it sends is no answer.
        """
        body, wait = request.encoded(), self.limits.first_wait
        for left in range(self.limits.attempts - 1, -1, -1):
            try:
                return self._asked(body)
            except _Passing as failure:
                if not left:
                    advice = f"see whether the server runs; it was asked {self.limits.attempts} times"
                    raise BackendError("E601", f"no answer: {failure}", str(self.address), advice) from failure
                self.sleep(min(wait if failure.wait is None else failure.wait, _LONGEST_WAIT))
                wait *= 2
        raise ValueError("at least one attempt")

    def _asked(self, body: bytes) -> ChatAnswer:
        started = time.monotonic()
        try:
            with self._connection() as connection:
                connection.request("POST", self.address.path, body, self._headers())
                with closing(connection.getresponse()) as response:
                    content = self._content(response)
        except (OSError, HTTPException) as error:
            self._check_time(started)
            raise _Passing(str(error) or type(error).__name__) from error
        self._check_time(started)
        if response.length:  # a bounded read ends without an error where the connection does
            raise _Passing("the answer broke off")
        self._check(response, content)
        try:
            return answer_of(content)
        except UnusableBody as error:
            self._unusable(str(error))

    def _check_time(self, started: float) -> None:
        """Give up on a server that took too long: asked again, it would begin anew and take as long."""
        if time.monotonic() - started >= self.limits.seconds:
            what = f"no answer: it took longer than {self.limits.seconds:g} seconds"
            raise BackendError("E601", what, str(self.address), "allow more with --timeout, or show less at once")

    def _headers(self) -> dict[str, str]:
        headers = {
            "Content-Type": "application/json",
            "Accept": "application/json",
            "Accept-Encoding": "identity",
            "Connection": "close",
            "User-Agent": f"reportedly/{__version__}",
        }
        return {**headers, "Authorization": f"Bearer {self.key}"} if self.key else headers

    @contextmanager
    def _connection(self) -> Iterator[HTTPConnection]:
        """Give an open connection that is cut when the time is up, however slowly its bytes come."""
        to, seconds = self.address, self.limits.seconds
        connection: HTTPConnection = (
            HTTPSConnection(to.host, to.port, timeout=seconds, context=ssl.create_default_context())
            if to.secure
            else HTTPConnection(to.host, to.port, timeout=seconds)
        )
        try:
            connection.connect()
        except OSError:
            connection.close()
            raise
        alarm = threading.Timer(seconds, _cut, [connection.sock])
        alarm.daemon = True
        alarm.start()
        try:
            self._check_peer(connection)
            yield connection
        finally:
            alarm.cancel()
            alarm.join()
            connection.close()

    def _check_peer(self, connection: HTTPConnection) -> None:
        """Refuse a ``localhost`` that leads to another machine."""
        peer = connection.sock.getpeername()[0]
        if self.address.reach is Reach.THIS_MACHINE and not is_loopback(peer):
            what = "the name of this machine leads to another one"
            raise BackendError("E602", what, str(self.address), "give its number, and https")

    def _content(self, response: HTTPResponse) -> bytes:
        content = response.read(self.limits.size + 1)
        if len(content) > self.limits.size:
            self._unusable(f"more than {self.limits.size} bytes")
        return content

    def _check(self, response: HTTPResponse, content: bytes) -> None:
        status = response.status
        said = f"status {status}{self._excerpt(content)}"
        if status in _BUSY:
            raise _Passing(said, _wait_asked_for(response))
        if 300 <= status < 400:
            advice = "give the address that it leads to, if you trust it"
            raise BackendError("E602", "the server sends on to another address", str(self.address), advice)
        if status != 200:
            advice = f"see {KEY_VARIABLE}" if status in {401, 403} else "see the address and the model's name"
            raise BackendError("E602", f"the server refuses: {said}", str(self.address), advice)
        kind = response.headers.get_content_type()
        coding = response.headers.get("Content-Encoding", "identity")
        if kind != "application/json" or coding != "identity":
            self._unusable(f"{kind}, encoded as {coding}, in place of JSON")

    def _unusable(self, what: str) -> NoReturn:
        advice = "see whether the address is that of an OpenAI-compatible server"
        raise BackendError("E603", f"no usable answer: {self._harmless(what)}", str(self.address), advice)

    def _excerpt(self, content: bytes) -> str:
        words = self._harmless(content.decode("utf-8", "replace"))
        return f": {words}" if words else ""

    def _harmless(self, words: str) -> str:
        """Return the beginning of what a server says, without the key and without control characters."""
        masked = words.replace(self.key, "[key]") if self.key else words
        return _CONTROLS.sub(" ", masked).strip()[:_SHOWN]


def _cut(there: socket.socket) -> None:
    """End a connection under whoever reads from it; an encrypted one too, without its farewell."""
    with suppress(OSError):
        socket.socket.shutdown(there, socket.SHUT_RDWR)


def _wait_asked_for(response: HTTPResponse) -> float | None:
    """Return the seconds that a busy server asks for; None where it names none, or a date."""
    words = response.headers.get("Retry-After", "")
    return float(words) if re.fullmatch(r"\d{1,6}", words) else None
