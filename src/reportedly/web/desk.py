"""What all requests share: the ledger, the settings, and how both are opened."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, TypeVar
from urllib.parse import unquote

from fastapi import Depends, Request

from reportedly.model.errors import LedgerBusy, SettingsError
from reportedly.pipeline.toolkit import Toolkit
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.opening import catch_up

PATIENCE = 10.0
"""Seconds that a person's decision waits for somebody else who writes."""
_PAUSE = 0.05
Result = TypeVar("Result")
PERSON_COOKIE = "reportedly-person"
"""Holds the name under which decisions are recorded, as the person at this browser gave it."""


@dataclass(frozen=True)
class Desk:
    """One workbench: a ledger and the settings under which it is read."""

    ledger: Path
    tools: Toolkit

    @contextmanager
    def reading(self) -> Iterator[Bench]:
        """Give the ledger for one request's reading, with what was recorded since the last one listed."""
        catch_up(self.ledger, self.tools)
        with Bench.open(self.ledger, self.tools) as bench:
            yield bench

    def recording(self, act: Callable[[], Result]) -> Result:
        """Do something that records, once the ledger's one writing place is free; it is taken for moments only.

        Other pages of this workbench take it, too, to list what was recorded.

        Raises:
            LedgerBusy: where somebody else has it for longer than ``PATIENCE``.
        """
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return act()
            except LedgerBusy:
                if time.monotonic() > until:
                    raise
                time.sleep(_PAUSE)


def desk_of(request: Request) -> Desk:
    """Return the desk that answers a request."""
    desk: Desk = request.app.state.desk
    return desk


def person_of(request: Request) -> str:
    """Return the name of the person at the browser; empty where none was given."""
    return unquote(request.cookies.get(PERSON_COOKIE, "")).strip()


def named_person(request: Request) -> str:
    """Return the name of the person at the browser.

    Raises:
        SettingsError: E280 where nobody has said who is working.
    """
    name = person_of(request)
    if not name:
        advice = "say who you are at the foot of the page; decisions are recorded under this name"
        raise SettingsError("E280", "nobody has said who decides", "", advice)
    return name


def back_to(address: str) -> str:
    """Return where a form leads back to: an address of the workbench itself, never one outside."""
    return address if address.startswith("/") and not address.startswith(("//", "/\\")) else "/"


def day_in(text: str | None) -> date | None:
    """Return a day of an address's query; None where none is given.

    Raises:
        SettingsError: E281 where it is no day.
    """
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise SettingsError("E281", "this is no day", text, "write it as 2024-12-20") from error


def asked_day(as_of: str | None = None) -> date | None:
    """Return the day that an address asks for with ``?as_of=2024-12-20``."""
    return day_in(as_of)


AtDesk = Annotated[Desk, Depends(desk_of)]
AsOf = Annotated[date | None, Depends(asked_day)]
Person = Annotated[str, Depends(named_person)]
"""For routes that record something."""
