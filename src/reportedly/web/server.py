"""Serve the workbench on this machine and open a browser at it."""

from __future__ import annotations

import socket
import threading
import webbrowser
from collections.abc import Callable

import uvicorn
from fastapi import FastAPI

from reportedly.model.errors import SettingsError
from reportedly.pipeline.workbench.jobs import JobBoard

HOST = "127.0.0.1"
_FIRST_VIEW = 3.0
"""Seconds that the first view has to itself before the language process is started for the first report."""


def listening(port: int) -> socket.socket:
    """Return a socket that listens on this machine alone.

    Args:
        port: the port; 0 takes any that is free.

    Raises:
        SettingsError: E283 where the port is taken or not allowed.
    """
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((HOST, port))
    except OSError as error:
        made.close()
        advice = "give another with --port, or --port 0 for any that is free"
        raise SettingsError("E283", "the port cannot be used", f"{HOST}:{port}", advice) from error
    return made


def address_of(place: socket.socket) -> str:
    """Return the address of the workbench that listens there."""
    return f"http://{HOST}:{place.getsockname()[1]}/"


def serve(app: FastAPI, place: socket.socket, *, browser: bool, ready: Callable[[str], None]) -> None:
    """Serve until interrupted.

    Args:
        app: the workbench.
        place: where it listens.
        browser: whether to open a browser at it.
        ready: is told the address once it answers.
    """
    jobs: JobBoard = app.state.jobs
    later = threading.Timer(_FIRST_VIEW, jobs.preload)
    later.daemon = True

    def told(address: str) -> None:
        ready(address)
        later.start()

    try:
        server = _Announcing(uvicorn.Config(app, log_level="warning", access_log=False), place, told, browser)
        server.run(sockets=[place])
    finally:
        later.cancel()
        jobs.close()


class _Announcing(uvicorn.Server):
    """A server that says when it answers."""

    def __init__(
        self, config: uvicorn.Config, place: socket.socket, ready: Callable[[str], None], browser: bool
    ) -> None:
        super().__init__(config)
        self._address = address_of(place)
        self._ready = ready
        self._browser = browser

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen, then tell the address."""
        await super().startup(sockets)
        self._ready(self._address)
        if self._browser:
            threading.Thread(target=webbrowser.open, args=(self._address,), daemon=True).start()
