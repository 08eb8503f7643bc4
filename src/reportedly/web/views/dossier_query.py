"""What an address of the dossier asks for."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

from reportedly.model.card import CardQuery, CardSort
from reportedly.model.claim import Measure, SourceClass
from reportedly.model.errors import SettingsError
from reportedly.model.event import EventKind
from reportedly.model.grading import InformationDigit, SourceLetter
from reportedly.web.desk import day_in

SIZES = (10, 25, 50, 100)
"""Numbers of events that a page may list."""
_LONGEST = 500
"""Characters of one value."""

Chosen = TypeVar("Chosen", bound=Enum)


def card_query(asked: Mapping[str, str]) -> CardQuery:
    """Return what the query of an address asks for; empty values ask for nothing.

    Raises:
        SettingsError: E284 where a value is none that its field knows; E281 where a day is none.
    """
    return CardQuery(
        text=asked.get("text", "").strip()[:_LONGEST],
        kind=_chosen(EventKind, asked, "kind"),
        side=asked.get("side", "").strip()[:_LONGEST],
        measure=_chosen(Measure, asked, "measure"),
        place=asked.get("place", "").strip()[:_LONGEST],
        source=asked.get("source", "").strip()[:_LONGEST],
        source_class=_chosen(SourceClass, asked, "source_class"),
        letter=_chosen(SourceLetter, asked, "letter"),
        digit=_chosen(InformationDigit, asked, "digit"),
        first=day_in(asked.get("first")),
        last=day_in(asked.get("last")),
        alarms=bool(asked.get("alarms")),
        contested=bool(asked.get("contested")),
        sort=_chosen(CardSort, asked, "sort") or CardSort.INTEREST,
        page=_number(asked, "page", 1),
        size=_size(asked),
    )


def _chosen(kind: type[Chosen], asked: Mapping[str, str], name: str) -> Chosen | None:
    value = asked.get(name, "").strip()
    if not value:
        return None
    for one in kind:
        if str(one.value) == value:
            return one
    known = ", ".join(str(one.value) for one in kind)
    what = f"the dossier has no such {name.replace('_', ' ')}"
    raise SettingsError("E284", what, value[:80], f"give one of these: {known}")


def _number(asked: Mapping[str, str], name: str, otherwise: int) -> int:
    value = asked.get(name, "").strip()
    if not value:
        return otherwise
    if not value.isascii() or not value.isdecimal() or int(value[:9]) < 1:
        raise SettingsError("E284", f"this is no {name} of the dossier", value[:80], "give a number from 1")
    return int(value[:9])


def _size(asked: Mapping[str, str]) -> int:
    wanted = _number(asked, "size", 25)
    return next((size for size in SIZES if size >= wanted), SIZES[-1])
