"""A workbench that runs beside a measurement, and somebody who asks it for pages and sends its forms."""

from __future__ import annotations

import http.client
import json
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import uvicorn
from lxml import html

from reportedly.pipeline.toolkit import Toolkit
from reportedly.web.app import create_app
from reportedly.web.server import HOST, listening

_COOKIE = "reportedly-person=Ada"
_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Visitor:
    """Somebody at a workbench, by its port."""

    port: int

    def page(self, address: str, accept: str = "text/html") -> bytes:
        """Return what an address answers.

        Raises:
            ValueError: where it answers anything but 200.
        """
        status, _, body = self._asked("GET", address, {"accept": accept}, b"")
        if status != 200:
            raise ValueError(f"{address} answers {status}: {body[:200]!r}")
        return body

    def data(self, address: str) -> Any:
        """Return the JSON of a page."""
        return json.loads(self.page(address, "application/json"))

    def form(self, address: str, action: str = "") -> dict[str, str]:
        """Return what a browser would send of a page's form.

        Args:
            address: the page.
            action: where the form leads; empty = to the page itself, with or without a query.
        """
        wanted = action or address
        for one in html.document_fromstring(self.page(address)).forms:
            if (one.get("action") or "").partition("?")[0] == wanted:
                return {str(name): str(value) for name, value in one.form_values()}
        raise ValueError(f"{address} has no form that leads to {wanted}")

    def send(self, address: str, fields: Mapping[str, str | list[str]], *, shown: bool = False) -> str:
        """Send a form; return where it leads.

        Args:
            address: where the form leads.
            fields: what it holds, by name.
            shown: whether it is answered with a page and not with another address.

        Raises:
            ValueError: where it is not taken.
        """
        body = urlencode(fields, doseq=True).encode()
        status, place, told = self._asked("POST", address, {"content-type": _FORM}, body)
        if status != (200 if shown else 303):
            raise ValueError(f"{address} answers {status}: {told[:400]!r}")
        return place

    def _asked(self, method: str, address: str, headers: dict[str, str], body: bytes) -> tuple[int, str, bytes]:
        connection = http.client.HTTPConnection(HOST, self.port, timeout=120)
        try:
            connection.request(method, address, body or None, {"cookie": _COOKIE, **headers})
            response = connection.getresponse()
            return response.status, response.headers.get("location", ""), response.read()
        finally:
            connection.close()


@contextmanager
def visited(ledger: Path, tools: Toolkit) -> Iterator[Visitor]:
    """Serve a ledger's workbench, and give somebody who is at it."""
    app = create_app(ledger, tools)
    with listening(0) as place:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [place]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        try:
            yield Visitor(place.getsockname()[1])
        finally:
            server.should_exit = True
            thread.join(10)
            app.state.jobs.close()
