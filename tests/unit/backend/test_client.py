"""The client against a stand-in server on this machine: every way in which a server can fail."""

from __future__ import annotations

import socket
from dataclasses import replace

import pytest

from reportedly.backend.address import Reach, parse_address
from reportedly.backend.client import HttpBackend, Limits
from reportedly.backend.protocol import ChatRequest, Message, Role
from reportedly.model.errors import BackendError, SettingsError
from stand_in import Reply, completion, stand_in

REQUEST = ChatRequest("m", (Message(Role.USER, "Wörds \ud800"),), 10)
KEY = "sk-very-secret-0123"


class Client:
    """A backend that does not wait, and what it would have waited."""

    def __init__(self, address: str, key: str = "", **limits: float) -> None:
        self.waits: list[float] = []
        numbers = Limits(**{"seconds": 5.0, **limits})  # type: ignore[arg-type]  # all are numbers
        self.backend = HttpBackend(parse_address(address), key, numbers, self.waits.append)

    def failure(self) -> BackendError:
        """Return the error that asking ends with."""
        with pytest.raises(BackendError) as caught:
            self.backend.ask(REQUEST)
        return caught.value


def test_the_answer_comes_back() -> None:
    """Text, model and reason of the end are taken from the first choice."""
    with stand_in(completion("hello")) as server:
        answer = Client(server.address).backend.ask(REQUEST)
    assert (answer.text, answer.model, answer.finish) == ("hello", "stand-in-1", "stop")


def test_the_request_has_the_common_form() -> None:
    """Model, messages and parameters are posted to the one endpoint."""
    with stand_in(completion("hello")) as server:
        Client(server.address).backend.ask(REQUEST)
    assert server.paths == ["/v1/chat/completions"]
    assert server.bodies == [REQUEST.body()]


def test_a_key_is_a_bearer_token() -> None:
    """The key goes into its header and nowhere else."""
    with stand_in(completion("hello")) as server:
        Client(server.address, KEY).backend.ask(REQUEST)
    assert server.headers[0]["Authorization"] == f"Bearer {KEY}"
    assert KEY not in str(server.bodies)


def test_no_key_no_header() -> None:
    """Without a key nothing pretends to be one."""
    with stand_in(completion("hello")) as server:
        Client(server.address).backend.ask(REQUEST)
    assert "Authorization" not in server.headers[0]


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_a_busy_server_is_asked_again(status: int) -> None:
    """A failure that may pass is no failure."""
    with stand_in(Reply(status=status), completion("hello")) as server:
        client = Client(server.address)
        assert client.backend.ask(REQUEST).text == "hello"
    assert client.waits == [1.0]


def test_waits_grow_until_it_is_given_up() -> None:
    """Four attempts, with waits of one, two and four seconds between them, then E601."""
    with stand_in(Reply(b'{"error": "overloaded"}', 503)) as server:
        client = Client(server.address)
        error = client.failure()
    assert (error.code, len(server.bodies), client.waits) == ("E601", 4, [1.0, 2.0, 4.0])
    assert "overloaded" in error.what


def test_the_server_may_ask_for_its_wait() -> None:
    """``Retry-After`` in seconds is kept to, up to a minute."""
    busy = [Reply(status=429, headers=(("Retry-After", seconds),)) for seconds in ("7", "900000")]
    with stand_in(*busy, completion("hello")) as server:
        client = Client(server.address)
        client.backend.ask(REQUEST)
    assert client.waits == [7.0, 60.0]


@pytest.mark.parametrize("words", ["-1", "nan", "Wed, 21 Oct 2015 07:28:00 GMT", "1e9"])
def test_another_kind_of_wait_is_passed_over(words: str) -> None:
    """What is no count of seconds changes nothing."""
    with stand_in(Reply(status=429, headers=(("Retry-After", words),)), completion("hello")) as server:
        client = Client(server.address)
        client.backend.ask(REQUEST)
    assert client.waits == [1.0]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 413, 422])
def test_a_refusal_is_not_repeated(status: int) -> None:
    """The server's no is E602, at once."""
    with stand_in(Reply(b"{}", status)) as server:
        error = Client(server.address).failure()
    assert (error.code, len(server.bodies)) == ("E602", 1)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_refused(status: int) -> None:
    """Nothing is sent to an address that the server names."""
    with stand_in(completion("stolen")) as other:
        headers = (("Location", f"{other.address}/chat/completions"),)
        with stand_in(Reply(status=status, headers=headers)) as server:
            error = Client(server.address, KEY).failure()
        assert (error.code, other.bodies) == ("E602", [])


@pytest.mark.parametrize(
    "reply",
    [
        Reply(b"<html>Sign in</html>", kind="text/html"),
        Reply(b"{}", headers=(("Content-Encoding", "gzip"),)),
        Reply(b'{"choices": [{"mess'),
        Reply(b"{}"),
        Reply(b"[]"),
        Reply(b"null"),
        Reply(b'{"choices": []}'),
        Reply(b'{"choices": [{"message": {"content": null}}]}'),
        Reply(b'{"choices": [{"message": {"content": 5}}]}'),
        Reply(b'{"choices": NaN}'),
        Reply(b'{"choices": ' + b"[" * 100_000),
        Reply(b'{"choices": ' + b"9" * 10_000 + b"}"),
        Reply(b"\xff\xfe\x00"),
    ],
    ids=str,
)
def test_what_is_no_answer_is_e603(reply: Reply) -> None:
    """HTML, packed, broken, empty, mistyped and hostile bodies end in one error and nothing else."""
    with stand_in(reply) as server:
        error = Client(server.address).failure()
    assert (error.code, len(server.bodies)) == ("E603", 1)


def test_a_huge_answer_is_cut() -> None:
    """No more than the limit is read."""
    with stand_in(completion("x" * 5000)) as server:
        error = Client(server.address, size=1000).failure()
    assert (error.code, "1000 bytes" in error.what) == ("E603", True)


def test_an_answer_that_breaks_off_is_asked_for_again() -> None:
    """A connection that ends before the promised length is a passing failure."""
    with stand_in(replace(completion("hello"), announced=5000), completion("whole")) as server:
        assert Client(server.address).backend.ask(REQUEST).text == "whole"


def test_a_silent_server_is_left() -> None:
    """The time of one answer is limited, and a slow server is not asked to begin anew."""
    with stand_in(replace(completion("late"), pause=5.0)) as server:
        error = Client(server.address, seconds=0.1).failure()
    assert (error.code, "longer than 0.1 seconds" in error.what, len(server.bodies)) == ("E601", True, 1)


def test_a_dripping_server_is_left() -> None:
    """The limit holds for the whole answer, however steadily its bytes come."""
    with stand_in(replace(completion("drop by drop"), drip=0.02)) as server:
        error = Client(server.address, seconds=0.2).failure()
    assert (error.code, "longer than 0.2 seconds" in error.what) == ("E601", True)


def test_nobody_there_is_e601() -> None:
    """A port without a server."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        address = f"http://127.0.0.1:{taken.getsockname()[1]}"
        assert Client(address).failure().code == "E601"


@pytest.mark.parametrize("status", [401, 500])
def test_a_key_that_is_echoed_stays_hidden(status: int) -> None:
    """A server that repeats the key cannot get it into a message, nor control characters."""
    with stand_in(Reply(f"bad key {KEY}\x1b[31m".encode(), status)) as server:
        error = Client(server.address, KEY, attempts=1).failure()
    assert "[key]" in error.what
    assert KEY not in str(error)
    assert "\x1b" not in str(error)


def test_the_key_is_no_part_of_how_the_client_is_shown() -> None:
    """Neither in ``repr`` nor in an error about the key itself."""
    assert KEY not in repr(HttpBackend(parse_address("https://example.org"), KEY))
    with pytest.raises(SettingsError) as caught:
        HttpBackend(parse_address("https://example.org"), f"{KEY}\r\nHost: evil")
    assert (caught.value.code, KEY in str(caught.value)) == ("E262", False)


def test_a_localhost_that_is_elsewhere_is_refused() -> None:
    """The other end of the connection is checked, not only the name."""
    with stand_in(completion("hello")) as server:
        client = Client(server.address)
        elsewhere = replace(client.backend.address, reach=Reach.THIS_MACHINE)
        backend = replace(client.backend, address=elsewhere)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("reportedly.backend.client.is_loopback", lambda _: False)
            with pytest.raises(BackendError, match="E602"):
                backend.ask(REQUEST)
    assert server.bodies == []


def test_the_environments_proxies_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """The text goes to the named address and through nobody."""
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with stand_in(completion("hello")) as server:
        assert Client(server.address).backend.ask(REQUEST).text == "hello"


def test_an_encrypted_connection_is_never_given_up_for_a_plain_one() -> None:
    """A server that does not speak TLS is no server, and sees nothing of the request."""
    with stand_in(completion("hello")) as server:
        error = Client(server.address.replace("http:", "https:"), KEY).failure()
    assert (error.code, server.bodies) == ("E601", [])
