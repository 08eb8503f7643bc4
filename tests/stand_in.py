"""A stand-in for a model's server: answers on a port of this machine as scripted, and keeps what it was sent."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from reportedly.backend.protocol import ChatAnswer, ChatRequest


@dataclass(frozen=True)
class Reply:
    """One scripted answer of the server."""

    body: bytes = b""
    status: int = 200
    kind: str = "application/json"
    headers: tuple[tuple[str, str], ...] = ()
    announced: int | None = None
    """The length that is promised; None = that of the body."""
    pause: float = 0.0
    """Seconds before the first byte."""
    drip: float = 0.0
    """Seconds between single bytes of the body."""


def completion(text: object, finish: str = "stop", model: str = "stand-in-1") -> Reply:
    """Return the reply of a server whose model says ``text``, or the JSON of it."""
    content = text if isinstance(text, str) else json.dumps(text)
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": finish}
    return Reply(json.dumps({"id": "x", "model": model, "choices": [choice]}).encode())


@dataclass
class StandIn:
    """A running server; what it was sent stands in ``bodies`` and ``headers``."""

    replies: Sequence[Reply]
    """In turn; the last one is given from then on."""
    address: str = ""
    bodies: list[dict[str, Any]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    stopping: threading.Event = field(default_factory=threading.Event)

    def next_reply(self) -> Reply:
        """Return the reply to the newest request."""
        return self.replies[min(len(self.bodies), len(self.replies)) - 1]


@contextmanager
def stand_in(*replies: Reply) -> Iterator[StandIn]:
    """Give a server on a free port of this machine, stopped and closed at the end."""
    there = StandIn(replies)
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(there))
    server.daemon_threads = False
    there.address = f"http://127.0.0.1:{server.server_address[1]}/v1"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield there
    finally:
        there.stopping.set()
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(there: StandIn) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers["Content-Length"]))
            there.bodies.append(json.loads(sent))
            there.paths.append(self.path)
            there.headers.append(dict(self.headers))
            reply = there.next_reply()
            there.stopping.wait(reply.pause)
            try:
                self._give(reply)
            except ConnectionError:
                self.close_connection = True

        def _give(self, reply: Reply) -> None:
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.kind)
            self.send_header("Content-Length", str(len(reply.body) if reply.announced is None else reply.announced))
            for name, value in reply.headers:
                self.send_header(name, value)
            self.end_headers()
            if not reply.drip:
                self.wfile.write(reply.body)
                return
            for index in range(len(reply.body)):
                self.wfile.write(reply.body[index : index + 1])
                if there.stopping.is_set():
                    return
                time.sleep(reply.drip)

        def log_message(self, *arguments: object) -> None:
            """Keep the tests' output clean."""

    return Handler


@dataclass
class Scripted:
    """A backend without a network: answers in turn, the last answer from then on."""

    answers: Sequence[object]
    asked: list[ChatRequest] = field(default_factory=list)
    finish: str = "stop"

    def ask(self, request: ChatRequest) -> ChatAnswer:
        """Return the next answer; what is no text is given as its JSON."""
        answer = self.answers[min(len(self.asked), len(self.answers) - 1)]
        self.asked.append(request)
        return ChatAnswer(answer if isinstance(answer, str) else json.dumps(answer), request.model, self.finish)
