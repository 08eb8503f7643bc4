"""Find out whether an installation, and a ledger, are fit for work."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, entry_points, version
from importlib.util import find_spec
from pathlib import Path

from reportedly import __version__
from reportedly.backend.address import parse_address
from reportedly.backend.client import KEY_VARIABLE
from reportedly.ledger.sqlite import version as sqlite_version
from reportedly.ledger.store import Ledger
from reportedly.ledger.verify import verify
from reportedly.model.errors import ReportedlyError
from reportedly.pipeline.plugins import installed
from reportedly.pipeline.resources import (
    convention_names,
    load_convention,
    load_registry,
    load_unit_sizes,
    load_yardstick,
    yardstick_names,
)
from reportedly.pipeline.second_coder import ADDRESS_VARIABLE
from reportedly.pipeline.settings import MODEL_VARIABLE, default_model

OLDEST_PYTHON = (3, 11)
WAL_NOTE = (
    "this SQLite can corrupt a file in WAL mode when two connections write or checkpoint at one moment; Reportedly "
    "writes and checkpoints through one connection only, so leave writing to it, or install 3.51.3 or later"
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    name: str
    ok: bool
    detail: str
    advice: str = ""
    """What to do, or to know; empty where there is nothing."""


def examine(ledger: Path | None = None) -> tuple[Finding, ...]:
    """Look at everything that a run needs, and at a ledger if one is given."""
    looks: list[tuple[str, Callable[[], Finding]]] = [
        ("python", _python),
        ("sqlite", _sqlite),
        ("language pipeline", _model),
        ("data", _data),
        ("plug-ins", _plugins),
        ("model backend", _backend),
    ]
    found = [Finding("reportedly", True, __version__), *(_looked(name, look) for name, look in looks)]
    if ledger is not None:
        found.extend(_ledger(ledger))
    return tuple(found)


def _looked(name: str, look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except ReportedlyError as error:
        return Finding(name, False, f"{error.what} ({error.where})", error.advice)
    except OSError as error:
        return Finding(name, False, f"{error.strerror}: {error.filename}", "install Reportedly anew")


def _python() -> Finding:
    there = f"{platform.python_version()} on {platform.system()}"
    return Finding("python", sys.version_info >= OLDEST_PYTHON, there)


def _sqlite() -> Finding:
    name, wal_safe = sqlite_version()
    return Finding("sqlite", True, name, "" if wal_safe else WAL_NOTE)


def _model() -> Finding:
    name = default_model()
    if find_spec(name) is None:
        advice = f"install it, or let {MODEL_VARIABLE} name one that is installed"
        return Finding("language pipeline", False, f"{name} is not installed", advice)
    try:
        there = version(name.replace("_", "-"))
    except PackageNotFoundError:
        there = "of unknown version"
    return Finding("language pipeline", True, f"{name} {there}, spaCy {version('spacy')}")


def _data() -> Finding:
    for name in yardstick_names():
        load_yardstick(name)
    for name in convention_names():
        load_convention(name)
    load_unit_sizes()
    tables = f"yardsticks {', '.join(yardstick_names())}, conventions {', '.join(convention_names())}"
    return Finding("data", True, f"{len(load_registry().actors)} actors, {tables}")


def _plugins() -> Finding:
    installed()
    names = sorted(point.name for point in entry_points(group="reportedly"))
    return Finding("plug-ins", True, ", ".join(names) or "none")


def _backend() -> Finding:
    """Tell what would be asked, without asking."""
    named = os.environ.get(ADDRESS_VARIABLE)
    if not named:
        return Finding("model backend", True, "off")
    address = parse_address(named, insecure=True)
    key = "with a key" if os.environ.get(KEY_VARIABLE) else "without a key"
    note = f"only `code` asks it, or what is called with --rephrase; unset {ADDRESS_VARIABLE} to be sure"
    return Finding("model backend", True, f"{address} ({address.reach}), {key}", note)


def _ledger(path: Path) -> Iterator[Finding]:
    try:
        with Ledger.open(path) as book:
            state = book.state()
        outcome = verify(path)
    except ReportedlyError as error:
        yield Finding("ledger", False, f"{error.what} ({error.where})", error.advice)
        return
    holds = ", ".join(f"{count} {kind}" for kind, count in state.current.items()) or "nothing yet"
    yield Finding("ledger", True, f"{state.entries} entries in {state.batches} batches, form {state.form}; {holds}")
    if outcome.ok:
        yield Finding("chain", True, f"holds, head {outcome.head[:16]}")
    else:
        yield Finding("chain", False, f"{len(outcome.damage)} damaged places", "reportedly verify names them")
