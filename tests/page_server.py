"""A web server of a test's own on this machine: pages, redirects, feeds, and servers that misbehave."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HTML = {"Content-Type": "text/html; charset=utf-8"}


@dataclass(frozen=True)
class Reply:
    """What the server says to one path."""

    body: bytes = b""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: HTML)
    drip: float = 0.0
    """Seconds between two bytes."""


@dataclass
class Pages:
    """A running server."""

    address: str
    replies: dict[str, Reply]
    asked: list[str] = field(default_factory=list)

    def at(self, path: str) -> str:
        """Return the address of a path."""
        return self.address + path


def article(words: str, title: str = "A report") -> bytes:
    """Return a page with one article."""
    return (
        f"<!doctype html><html><head><title>{title}</title></head><body><article><h1>{title}</h1>"
        f"<p>{words}</p><p>More was not known in the evening, the office added in a short note.</p>"
        "</article></body></html>"
    ).encode()


@contextmanager
def pages(replies: Mapping[str, Reply]) -> Iterator[Pages]:
    """Serve some replies by path on a free port."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    held = Pages(f"http://127.0.0.1:{server.server_address[1]}", dict(replies))
    server.pages = held  # type: ignore[attr-defined]  # how a handler finds its pages
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield held
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Answer with what stands under the path."""
        held: Pages = self.server.pages  # type: ignore[attr-defined]  # set by ``pages``
        held.asked.append(self.path)
        reply = held.replies.get(self.path, Reply(b"nothing here", 404))
        try:
            self.send_response(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if "Content-Length" not in reply.headers:
                self.send_header("Content-Length", str(len(reply.body)))
            self.end_headers()
            for byte in [reply.body] if not reply.drip else [reply.body[at : at + 1] for at in range(len(reply.body))]:
                self.wfile.write(byte)
                self.wfile.flush()
                time.sleep(reply.drip)
        except OSError:
            return  # the one who asked has left

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base's
        """Say nothing."""
