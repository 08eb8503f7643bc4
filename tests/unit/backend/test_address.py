"""Addresses of a model backend: which are taken, how far they reach, and what is never shown of them."""

from __future__ import annotations

import pytest

from reportedly.backend.address import Reach, parse_address, reach_of
from reportedly.model.errors import SettingsError


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("http://localhost:8080", "/v1/chat/completions"),
        ("http://localhost:8080/", "/v1/chat/completions"),
        ("http://localhost:8080/v1", "/v1/chat/completions"),
        ("https://host.example/openai/v1/", "/openai/v1/chat/completions"),
        ("https://host.example/v1/chat/completions", "/v1/chat/completions"),
    ],
)
def test_the_endpoint_follows_from_any_common_form(text: str, path: str) -> None:
    """Server alone, root of the interface, or endpoint in full."""
    assert parse_address(text).path == path


@pytest.mark.parametrize(
    ("host", "reach"),
    [
        ("localhost", Reach.THIS_MACHINE),
        ("127.0.0.1", Reach.THIS_MACHINE),
        ("127.9.9.9", Reach.THIS_MACHINE),
        ("::1", Reach.THIS_MACHINE),
        ("::ffff:127.0.0.1", Reach.THIS_MACHINE),
        ("192.168.1.5", Reach.OWN_NETWORK),
        ("10.0.0.1", Reach.OWN_NETWORK),
        ("fd00::1", Reach.OWN_NETWORK),
        ("0.0.0.0", Reach.ELSEWHERE),
        ("8.8.8.8", Reach.ELSEWHERE),
        ("api.example.org", Reach.ELSEWHERE),
        ("localhost.example.org", Reach.ELSEWHERE),
        ("127.0.0.1.example.org", Reach.ELSEWHERE),
        ("2130706433", Reach.ELSEWHERE),
        ("0x7f.1", Reach.ELSEWHERE),
    ],
)
def test_reach(host: str, reach: Reach) -> None:
    """Only numbers in their full form and ``localhost`` count as this machine."""
    assert reach_of(host) is reach


@pytest.mark.parametrize("text", ["http://10.0.0.1/v1", "http://api.example.org", "http://0x7f.1/v1"])
def test_plain_http_elsewhere_is_refused(text: str) -> None:
    """E261, unless it is allowed by name."""
    with pytest.raises(SettingsError, match="E261"):
        parse_address(text)
    assert not parse_address(text, insecure=True).secure


@pytest.mark.parametrize(
    "text",
    [
        "",
        "localhost:8080",
        "ftp://localhost",
        "file:///etc/passwd",
        "http://",
        "http://a b/",
        "http://127.0.0.1:1\\@evil.example/",
        "http://localhost\r\nHost: evil.example",
        "http://localhost:99999",
        "http://localhost:x",
        "http://ex\u00e4mple.org",
        "https://host/v1?key=abc",
        "https://host/v1#part",
    ],
)
def test_what_is_no_address_is_e260(text: str) -> None:
    """Other schemes, blanks, backslashes, controls, odd ports, queries."""
    with pytest.raises(SettingsError, match="E260"):
        parse_address(text)


@pytest.mark.parametrize("text", ["https://user:secret@host/v1", "https://host/v1?token=secret", "http://secret@[::1"])
def test_credentials_in_an_address_are_refused_and_not_shown(text: str) -> None:
    """A key has one place, the environment."""
    with pytest.raises(SettingsError, match="E260") as caught:
        parse_address(text)
    assert "secret" not in str(caught.value)


def test_an_address_is_shown_without_its_path() -> None:
    """People see scheme, host and port, a number of IPv6 in brackets."""
    assert str(parse_address("https://host.example/v1")) == "https://host.example:443"
    assert str(parse_address("http://[::1]:8080/v1")) == "http://[::1]:8080"
