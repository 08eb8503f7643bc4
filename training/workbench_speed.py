"""Measure how long the workbench takes for each view of a ledger and for what people do there.

    python training/workbench_speed.py LEDGER         # the views; the ledger's tables are brought up to date first
    python training/workbench_speed.py COPY --acts    # decisions, an edition and a pasted text, too: all recorded

Every page is asked for over HTTP from this machine, once to warm up and then some times in a row. Printed are the first
answer by the clock, and the medians of the others by the clock and of the processor (this process: server and asker),
which tells more on a busy machine. All times are in milliseconds.
"""

from __future__ import annotations

import argparse
import re
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from workbench_visit import Visitor, visited

from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from reportedly.pipeline.workbench.opening import bring_up_to_date

_VIEW, _ACT = 0.3, 0.5
"""Seconds that a view and a recorded decision may take."""
_EDITION_EVENTS = 10
_STORY = (
    "QUELLBURG, 3 March 2033 - At least {n} people were killed in Quellburg{n} on Monday, the mayor's office said. "
    "The Harbour Wire, citing the regional police, reported that {n} others were hurt."
)


@dataclass
class Bench:
    """Somebody at the workbench with a clock in hand."""

    visitor: Visitor
    times: int
    only: re.Pattern[str]
    seen: dict[str, tuple[float, float, float]] = field(default_factory=dict)

    def measure(self, name: str, act: Callable[[], object], bar: float = _VIEW) -> None:
        """Do something once to warm up, then some times, and print a line; nothing where it is not asked for."""
        if not self.only.search(name):
            return
        taken, worked = [], []
        for _ in range(self.times + 1):
            start, busy = time.perf_counter(), time.process_time()
            act()
            taken.append(time.perf_counter() - start)
            worked.append(time.process_time() - busy)
        self.tell(name, taken[0], taken[1:], worked[1:], bar)

    def tell(self, name: str, first: float, taken: list[float], worked: list[float], bar: float) -> None:
        """Print a line: the first answer, then medians."""
        wall, busy = statistics.median(taken), statistics.median(worked)
        over = f"  over {1000 * bar:.0f} ms" if wall > bar else ""
        print(f"| {name:46} | {1000 * wall:7.0f} | {1000 * busy:7.0f} | {1000 * first:7.0f} |{over}", flush=True)

    def view(self, name: str, address: str) -> None:
        """Measure one page."""
        self.measure(name, lambda: self.visitor.page(address))


def views(bench: Bench, common: str, rare: str) -> None:
    """Measure every page that only reads.

    Args:
        bench: who asks.
        common: a word that very many claims hold.
        rare: a word that few claims hold.
    """
    ask = bench.visitor
    line = ask.data("/search?among=events")["lines"][0]["card"]
    widest = ask.data("/?sort=origins")["lines"][0]["card"]["event_id"]
    hit = ask.data(f"/search?q={rare}")["hits"][0]
    first, event = line["first"], line["event_id"]
    longest = ask.data("/documents?sort=claims")["lines"][0]["href"].partition("?")[0]
    for part in (
        _lists(first, common, rare),
        _events(event, widest, first),
        _readers(hit["document_address"].partition("#")[0], longest, common, rare),
        _searches(common, rare),
        _reviews(
            hit["claim_id"], event, hit["document_address"].rpartition("/")[2].partition("?")[0].partition("#")[0]
        ),
        {"add": "/add", "refusals": "/refusals", "publish": "/publish", "publish, page 2": "/publish?page=2"},
        {"for programs": "/api", "openapi.json": "/openapi.json", "help": "/help"},
    ):
        for name, address in part.items():
            bench.view(name, address)


def _lists(day: str, common: str, rare: str) -> dict[str, str]:
    return {
        "dossier": "/",
        "dossier, page 100": "/?page=100",
        "dossier, newest": "/?sort=newest",
        "dossier, newest, one measure": "/?sort=newest&measure=killed",
        "dossier, most origins, one side": "/?sort=origins&letter=F",
        "dossier, one day": f"/?sort=first_day&first={day}&last={day}",
        "dossier, common word": f"/?text={common}",
        "dossier, rare word": f"/?text={rare}",
        "dossier, a hundred a page": "/?size=100",
        "dossier as JSON": "/index.json",
    }


def _events(event: str, widest: str, day: str) -> dict[str, str]:
    return {
        "event": f"/event/{event}",
        "event with most origins": f"/event/{widest}",
        "event, lineage unfolded": f"/event/{widest}?unfold=all",
        "event as known on its first day": f"/event/{event}?as_of={day}",
        "event with most origins as known later": f"/event/{widest}?as_of=2099-01-01",
        "event, figures": f"/event/{widest}/figures",
        "event, places": f"/event/{widest}/places",
        "event, course of belief": f"/event/{widest}/course",
        "event as JSON": f"/event/{widest}.json",
        "event as a file": f"/event/{widest}/download/html",
    }


def _readers(typical: str, longest: str, common: str, rare: str) -> dict[str, str]:
    return {
        "document": typical,
        "document with most claims": longest,
        "documents": "/documents",
        "documents, page 300": "/documents?page=300",
        "documents, common word": f"/documents?text={common}",
        "documents, rare word": f"/documents?text={rare}",
        "documents, most claims": "/documents?sort=claims",
        "documents, one outlet": "/documents?outlet=Harbour+Wire",
    }


def _searches(common: str, rare: str) -> dict[str, str]:
    return {
        "search, nothing asked": "/search",
        "search, common word": f"/search?q={common}",
        "search, common word, page 100": f"/search?q={common}&page=100",
        "search, common word, narrowed": f"/search?q={common}&measure=killed&letter=F",
        "search, two common words": f"/search?q={common}+killed",
        "search, rare word": f"/search?q={rare}",
        "search, beginning of words": "/search?q=a*",
        "search, part of a source's name": "/search?source=rescue",
        "search, class of sources": "/search?source_class=agency",
        "search, days": "/search?first=2032-01-01&last=2032-12-31",
        "search, events, common word": f"/search?q={common}&among=events",
        "search, events, rare word": f"/search?q={rare}&among=events",
        "search, documents, common word": f"/search?q={common}&among=documents",
        "search, documents, rare word": f"/search?q={rare}&among=documents",
        "search as JSON": f"/search.json?q={common}",
    }


def _reviews(claim: str, event: str, document: str) -> dict[str, str]:
    queue = {
        f"review, {state}": f"/review?state={state}"
        for state in ("open", "unsure", "disagreed", "stale", "decided", "all")
    }
    return {
        **queue,
        "review, page 100": "/review?page=100",
        "review, one event": f"/review?event={event}",
        "review, part of a source's name": "/review?source=rescue",
        "review of a claim": f"/review/claim/{claim}",
        "review of a claim, all": f"/review/claim/{claim}?state=all",
        "review of an event": f"/review/event/{event}",
        "review, add a claim": f"/review/add?document={document}",
        "review, log": "/review/log",
        "review, rounds": "/review/rounds",
    }


def sources(bench: Bench, names: list[str]) -> None:
    """Measure the pages of some sources."""
    for name in names:
        bench.view(f"source: {name[:30]}", f"/source/{quote(name)}")
        bench.view(f"review of a source: {name[:26]}", f"/review/source/{quote(name)}")


def acts(bench: Bench) -> None:
    """Measure what people do; every act is recorded, and decisions are taken back."""
    ask = bench.visitor
    queue = (row["row"]["claim"]["id"] for page in range(1, 9) for row in ask.data(f"/review?page={page}")["lines"])
    _decisions(bench, queue)
    _edition(bench)
    bench.times = min(bench.times, 3)
    number = iter(range(int(time.time()) % 100_000, 10**9))
    bench.measure("add a pasted text, until it is in the dossier", lambda: _added(ask, next(number)), 60)


def _decisions(bench: Bench, queue: Iterator[str]) -> None:
    ask, held = bench.visitor, dict[str, str]()

    def decided(fields: dict[str, str], *, shown: bool = False) -> None:
        place = ask.send(f"/review/claim/{held['claim']}", {**fields, "reason": "measured"}, shown=shown)
        held["made"] = place.rpartition("=")[2]

    def again(change: bool) -> dict[str, str]:
        held["claim"] = next(queue)
        form = ask.form(f"/review/claim/{held['claim']}")
        figure = form.get("figure-0-low", "")
        if change:
            more = {f"figure-0-{end}": str(int(figure) + 1) for end in ("low", "high")} if figure.isdecimal() else {}
            form |= more or {"polarity": "denied"}
        return form

    forms: dict[str, dict[str, str]] = {}
    steps: tuple[tuple[str, Callable[[], object], float], ...] = (
        ("accept a claim", lambda: decided({**forms["form"], "decision": "accept"}), _ACT),
        ("the page after it", lambda: ask.page(f"/review/claim/{held['claim']}?saved={held['made']}"), _VIEW),
        ("undo", lambda: ask.send(f"/review/undo/{held['made']}", {"back": "/review"}), _ACT),
        (
            "what would rejecting change",
            lambda: decided({**forms["form"], "decision": "look-reject"}, shown=True),
            _VIEW,
        ),
        (
            "what would a correction change",
            lambda: decided({**forms["form"], "decision": "look-correct"}, shown=True),
            _VIEW,
        ),
        ("correct a claim", lambda: decided({**forms["form"], "decision": "correct"}), _ACT),
        ("the page after it ", lambda: ask.page(f"/review/claim/{held['claim']}?saved={held['made']}"), _VIEW),
        ("the dossier then", lambda: ask.page("/"), _VIEW),
        ("the queue then", lambda: ask.page("/review"), _VIEW),
        ("undo the correction", lambda: ask.send(f"/review/undo/{held['made']}", {"back": "/review"}), _ACT),
        ("the dossier after that", lambda: ask.page("/"), _VIEW),
    )
    taken: dict[str, list[tuple[float, float]]] = {}
    for _ in range(bench.times + 1):
        forms["form"] = again(change=True)
        for name, step, _bar in steps:
            start, busy = time.perf_counter(), time.process_time()
            step()
            taken.setdefault(name, []).append((time.perf_counter() - start, time.process_time() - busy))
    for name, _step, bar in steps:
        rows = taken[name]
        bench.tell(name, rows[0][0], [one for one, _ in rows[1:]], [one for _, one in rows[1:]], bar)


def _edition(bench: Bench) -> None:
    ask = bench.visitor
    events = [one["event_id"] for one in ask.data("/publish")["choices"][:_EDITION_EVENTS]]
    made: list[str] = []
    fields: dict[str, str | list[str]] = {"title": "Measured", "event": events}
    bench.measure("begin an edition of ten events", lambda: made.append(ask.send("/publish", fields)), 2.0)
    if not made:
        return
    address = made[-1]
    bench.view("edition of ten events", address)
    bench.view("edition, preview", f"{address}/preview")
    bench.view("edition, history", f"{address}/history")
    bench.view("edition as DOCX", f"{address}/download/docx")
    row = next(one for one in ask.data(address)["rows"] if one["claims"])
    held = [one["claim_id"] for one in row["claims"]]
    count = iter(range(1, 10**6))

    def words() -> dict[str, str | list[str]]:
        number = next(count)
        return {"text": f"{row['text']} {number}", "claim": held, "block": row["id"], "seen": str(10**6 + number)}

    bench.measure("edition, check a typed sentence", lambda: ask.send(f"{address}/check", words(), shown=True))
    seen = iter(range(ask.data(address)["version"], 10**6))
    changed = f"{address}/block/{row['id']}"
    bench.measure("edition, save a sentence", lambda: ask.send(changed, {**words(), "seen": str(next(seen))}), _ACT)


def _added(ask: Visitor, number: int) -> None:
    """Paste a text and wait until the dossier lists its event."""
    job = ask.send("/add/text", {"text": _STORY.format(n=number), "outlet": "Harbour Wire", "day": "2033-03-03"})
    while ask.data(f"/search?among=events&q=Quellburg{number}")["total"] == 0:
        if ask.data(job).get("state") == "failed":
            raise ValueError(f"{job} failed")
        time.sleep(0.1)


def main() -> None:
    """Print a line for each view."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--times", type=int, default=7, help="answers of each view behind the first")
    parser.add_argument("--common", default="people", help="a word that very many claims hold")
    parser.add_argument("--rare", default="", help="a word that few claims hold")
    parser.add_argument("--source", action="append", default=[], help="a source whose page is measured; repeatable")
    parser.add_argument("--only", default="", help="a pattern of the names of views that are measured")
    parser.add_argument("--acts", action="store_true", help="measure what people do, too; it is recorded")
    given = parser.parse_args()
    tools = prepare(Settings())
    start = time.perf_counter()
    bring_up_to_date(given.ledger, tools)
    print(f"brought up to date in {time.perf_counter() - start:.1f} s\n")
    print(f"| {'view':46} |   clock | process |   first |\n|{'-' * 48}|--------:|--------:|--------:|")
    with visited(given.ledger, tools) as visitor:
        bench = Bench(visitor, given.times, re.compile(given.only))
        views(bench, given.common, given.rare or given.common)
        sources(bench, given.source)
        if given.acts:
            acts(bench)


if __name__ == "__main__":
    main()
