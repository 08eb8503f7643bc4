"""Measure how long each view of the workbench takes on a ledger: ``python training/workbench_speed.py LEDGER``.

Every page is asked for over HTTP from this machine, some times in a row; the median of each is printed in milliseconds,
by the clock and of the processor, which tells more on a busy machine. The ledger is brought up to date first, so that
its catalogue is filled.
"""

from __future__ import annotations

import argparse
import http.client
import json
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn

from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from reportedly.pipeline.workbench.opening import bring_up_to_date
from reportedly.web.app import create_app
from reportedly.web.server import HOST, listening

_BAR = 0.3
"""Seconds that a view may take."""


@contextmanager
def served(ledger: Path) -> Iterator[int]:
    """Serve a ledger's workbench and give its port."""
    app = create_app(ledger, prepare(Settings()))
    with listening(0) as place:
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False, lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [place]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        try:
            yield place.getsockname()[1]
        finally:
            server.should_exit = True
            thread.join(10)


def answer(port: int, address: str, accept: str = "text/html") -> bytes:
    """Return what an address answers.

    Raises:
        ValueError: where it answers anything but 200.
    """
    connection = http.client.HTTPConnection(HOST, port, timeout=60)
    try:
        connection.request("GET", address, headers={"accept": accept})
        response = connection.getresponse()
        body = response.read()
        if response.status != 200:
            raise ValueError(f"{address} answers {response.status}: {body[:200]!r}")
        return body
    finally:
        connection.close()


def addresses(port: int, common: str, rare: str) -> dict[str, str]:
    """Return the views to be measured, by name.

    Args:
        port: where the workbench listens.
        common: a word that very many claims hold.
        rare: a word that few claims hold.
    """
    listed: Any = json.loads(answer(port, "/search?among=events", "application/json"))
    found: Any = json.loads(answer(port, f"/search?q={rare}", "application/json"))
    event = listed["lines"][0]["card"]["event_id"]
    hit = found["hits"][0]
    first = listed["lines"][0]["card"]["first"]
    return {
        "dossier, page 1": "/",
        "dossier, page 10": "/?page=10",
        "dossier, page 100": "/?page=100",
        "dossier, newest, narrowed": "/?sort=newest&measure=killed",
        "dossier, by day": f"/?sort=first_day&first={first}&last={first}",
        "dossier, common word": f"/?text={common}",
        "search, nothing asked": "/search",
        "search, common word": f"/search?q={common}",
        "search, common word, page 100": f"/search?q={common}&page=100",
        "search, common word, narrowed": f"/search?q={common}&measure=killed&letter=F",
        "search, rare word": f"/search?q={rare}",
        "search, part of a source's name": "/search?source=rescue",
        "search, events, common word": f"/search?q={common}&among=events",
        "search, events, rare word": f"/search?q={rare}&among=events",
        "search, documents, common word": f"/search?q={common}&among=documents",
        "search, documents, rare word": f"/search?q={rare}&among=documents",
        "search as JSON": f"/search.json?q={common}",
        "documents": "/documents",
        "document": hit["document_address"].partition("#")[0],
        "event": f"/event/{event}",
        "event as known on its first day": f"/event/{event}?as_of={first}",
        "review": "/review",
        "a claim's review": f"/review/claim/{hit['claim_id']}",
        "add": "/add",
        "publish": "/publish",
    }


def medians_of(port: int, address: str, times: int) -> tuple[float, float]:
    """Return the medians of some answers in seconds: by the clock, and of the processor, here and in the server."""
    taken, worked = [], []
    for _ in range(times):
        start, busy = time.perf_counter(), time.process_time()
        answer(port, address)
        taken.append(time.perf_counter() - start)
        worked.append(time.process_time() - busy)
    return statistics.median(taken), statistics.median(worked)


def main() -> None:
    """Print a line for each view."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--times", type=int, default=7, help="answers of each view")
    parser.add_argument("--common", default="people", help="a word that very many claims hold")
    parser.add_argument("--rare", default="", help="a word that few claims hold")
    given = parser.parse_args()
    start = time.perf_counter()
    bring_up_to_date(given.ledger, prepare(Settings()))
    print(f"{'brought up to date':36} {1000 * (time.perf_counter() - start):9.0f} ms")
    with served(given.ledger) as port:
        for name, address in addresses(port, given.common, given.rare or given.common).items():
            taken, worked = medians_of(port, address, given.times)
            told = f"{name:36} {1000 * taken:9.1f} ms, of the processor {1000 * worked:7.1f} ms"
            print(told if taken <= _BAR else f"{told}  over the bar")


if __name__ == "__main__":
    main()
