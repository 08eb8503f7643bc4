"""Fetching a page: what is taken, and everything that is refused."""

from __future__ import annotations

import gzip
import time
from dataclasses import replace

import pytest

from page_server import HTML, Reply, article, pages
from reportedly.ingest import fetch as module
from reportedly.ingest.fetch import FetchRules, fetch
from reportedly.model.document import Capture, Refusal

HERE = FetchRules(seconds=5, private=True)
PAGE = article("The ministry said that 12 people were killed.")


def code(outcome: Capture | Refusal) -> str:
    """Return the code of a refusal; empty for a capture."""
    return outcome.code if isinstance(outcome, Refusal) else ""


def test_a_page_is_taken_with_its_address() -> None:
    """The capture's origin is where the page stands, without the part that names a place on it."""
    with pages({"/a": Reply(PAGE)}) as web:
        got = fetch(web.at("/a#foot"), HERE)
        assert isinstance(got, Capture)
        assert (got.origin, got.media_type, got.content) == (web.at("/a"), "text/html", PAGE)


def test_a_packed_page_is_unpacked() -> None:
    """Gzip is understood."""
    with pages({"/": Reply(gzip.compress(PAGE), headers={**HTML, "Content-Encoding": "gzip"})}) as web:
        got = fetch(web.at("/"), HERE)
        assert isinstance(got, Capture)
        assert got.content == PAGE


def test_a_redirect_is_followed_to_the_page() -> None:
    """The origin is the address that the page came from in the end."""
    with pages({"/a": Reply(status=302, headers={"Location": "/b"}), "/b": Reply(PAGE)}) as web:
        got = fetch(web.at("/a"), HERE)
        assert isinstance(got, Capture)
        assert got.origin == web.at("/b")


def test_redirects_without_end_are_refused() -> None:
    """A page that sends on to itself is given up."""
    with pages({"/a": Reply(status=302, headers={"Location": "/a"})}) as web:
        assert code(fetch(web.at("/a"), HERE)) == "R115"


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "ftp://example.org/a",
        "http://user:word@example.org/",
        "http://",
        "http://example.org:99999/",
        "http://exa\\mple.org/",
        "just words",
        "",
    ],
)
def test_what_is_no_address_of_a_page_is_refused(address: str) -> None:
    """Only http and https, without credentials, are asked."""
    assert code(fetch(address, HERE)) in {"R110", "R112"}


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "10.0.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "[::ffff:127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[fd00::1]",
        "2130706433",
        "0x7f.1",
    ],
)
def test_this_machine_and_private_networks_are_refused(host: str) -> None:
    """Whatever the writing of a number, nothing on this machine or beside it is asked."""
    assert code(fetch(f"http://{host}/", FetchRules(seconds=5))) in {"R111", "R112"}


def test_a_redirect_to_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A public page cannot send on to this machine."""
    with pages({"/a": Reply(status=302, headers={"Location": "http://127.0.0.1/secret"})}) as web:
        asked: list[str] = []

        def looked_up(host: str, *_: object) -> list[str]:
            asked.append(host)
            return ["127.0.0.1"]

        monkeypatch.setattr(module, "_looked_up", looked_up)
        monkeypatch.setattr(module, "_is_public", lambda _: len(asked) < 2)
        address = web.at("/a").replace("127.0.0.1", "news.example")
        assert code(fetch(address, replace(HERE, private=False))) == "R111"
        assert asked == ["news.example", "127.0.0.1"]


def test_a_name_that_leads_to_this_machine_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is the number that counts, not the name."""
    monkeypatch.setattr(module, "_looked_up", lambda *_: ["127.0.0.1"])
    assert code(fetch("http://news.example/", FetchRules(seconds=5))) == "R111"


def test_a_page_over_the_limit_is_refused() -> None:
    """Neither a body that says so nor one that does not is read to its end."""
    small = replace(HERE, size=1000)
    with pages({"/": Reply(b"x" * 5000)}) as web:
        assert code(fetch(web.at("/"), small)) == "R116"


def test_a_bomb_is_refused() -> None:
    """A small packed body that unpacks beyond the limit is given up."""
    bomb = Reply(gzip.compress(b" " * 3_000_000), headers={**HTML, "Content-Encoding": "gzip"})
    with pages({"/": bomb}) as web:
        assert code(fetch(web.at("/"), replace(HERE, size=100_000))) == "R116"


def test_a_slow_server_is_given_up() -> None:
    """A server that sends a byte now and then is cut off when the time is up."""
    with pages({"/": Reply(PAGE, drip=0.2)}) as web:
        began = time.monotonic()
        assert code(fetch(web.at("/"), replace(HERE, seconds=0.6))) == "R113"
        assert time.monotonic() - began < 3


def test_a_status_that_is_no_page_is_refused() -> None:
    """A missing page is no report."""
    with pages({}) as web:
        refused = fetch(web.at("/gone"), HERE)
        assert isinstance(refused, Refusal)
        assert (refused.code, refused.where) == ("R114", web.at("/gone"))
        assert "404" in refused.what


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/octet-stream"])
def test_what_is_no_text_is_refused(kind: str) -> None:
    """Only pages and texts are taken."""
    with pages({"/": Reply(b"%PDF-1.7", headers={"Content-Type": kind})}) as web:
        assert code(fetch(web.at("/"), HERE)) == "R117"


def test_a_server_that_is_not_there_is_refused() -> None:
    """Nothing listens: a refusal, no error."""
    with pages({}) as web:
        address = web.at("/")
    assert code(fetch(address, HERE)) == "R112"


def test_an_answer_that_breaks_off_is_refused() -> None:
    """A body shorter than announced is not taken for the whole."""
    with pages({"/": Reply(PAGE, headers={**HTML, "Content-Length": str(len(PAGE) + 50)})}) as web:
        assert code(fetch(web.at("/"), replace(HERE, seconds=2))) in {"R112", "R113"}


def test_a_password_is_not_kept() -> None:
    """What is printed and stored of a refused address lacks its credentials."""
    refused = fetch("http://me:secret@example.org/", HERE)
    assert isinstance(refused, Refusal)
    assert "secret" not in refused.where
