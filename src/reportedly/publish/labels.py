"""Short labels of the report: days, figures, counts, pages and origins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from reportedly.model.cause import Causation
from reportedly.model.claim import Quantity
from reportedly.model.days import Days
from reportedly.model.document import Document
from reportedly.model.event import Origin
from reportedly.model.forecast import Forecast

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

NOBODY = "Nobody named"
"""Label of an origin that no page names."""


def day_label(day: date | None) -> str:
    """Return a day as ``14 Dec 2024``; words of its own where it is not known."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else "day not known"


def days_label(days: Days | None) -> str:
    """Return an interval as ``13 Dec 2024 to 14 Dec 2024``; empty for none."""
    if days is None:
        return ""
    return day_label(days.first) if days.length == 1 else f"{day_label(days.first)} to {day_label(days.last)}"


def bound_label(low: int | None, high: int | None, qualifier: str | None = None) -> str:
    """Return bounds as ``24 or more``, ``up to 500``, ``30 to 40`` or ``about 200``; ``no figure`` for none."""
    if low is None and high is None:
        return "no figure"
    if high is None:
        return f"{low:,} or more"
    if low is None:
        return f"up to {high:,}"
    if low != high:
        return f"{low:,} to {high:,}"
    return f"about {low:,}" if qualifier == "about" else f"{low:,}"


def quantity_label(quantity: Quantity) -> str:
    """Return a figure as ``killed: 24 or more (Ostian soldiers)``."""
    of = f" ({quantity.of})" if quantity.of else ""
    return f"{quantity.measure}: {bound_label(quantity.low, quantity.high, quantity.qualifier)}{of}"


def causation_label(one: Causation, text: str) -> str:
    """Return a causal relation as ``fog (not) brings about the crash [caused by]``; ``…`` for an end told elsewhere.

    Args:
        one: the relation.
        text: the document's text.
    """
    cause, effect = (cut(span.of(text), 80) if span else "…" for span in (one.cause, one.effect))
    return f"{cause} {'does not: ' if one.negated else ''}{one.sense} {effect} [{one.connective.of(text)}]"


def forecast_label(one: Forecast) -> str:
    """Return a forecast as ``55-80 %, by 31 Dec 2024 (near term), on a condition``."""
    chance = "no number" if one.low is None or one.high is None else _share(one.low, one.high)
    due = f"by {day_label(one.resolution_day)}" if one.resolution_day else "without a day"
    policy = f" ({one.horizon.policy})" if one.horizon.policy else ""
    parts = ["will not happen" if one.negated else "", chance, due + policy, "on a condition" if one.condition else ""]
    return ", ".join(part for part in parts if part)


def _share(low: float, high: float) -> str:
    ends = dict.fromkeys((f"{low * 100:g}", f"{high * 100:g}"))
    return f"{'-'.join(ends)} %"


def count_label(number: int, noun: str, plural: str | None = None) -> str:
    """Return a count with its noun in the right number."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def origin_label(origin: Origin) -> str:
    """Return the name of an origin, or what stands for one that no page names."""
    return origin.name if origin.recorded and origin.name else NOBODY


def page_labels(documents: Sequence[Document]) -> dict[str, str]:
    """Return a label for each document by id: its outlet, with a running number where it has several on one day."""
    labels = {document.id: document.outlet or document.title or document.key for document in documents}
    seen = Counter((labels[document.id], document.day) for document in documents)
    used: Counter[tuple[str, date | None]] = Counter()
    for document in sorted(documents, key=lambda one: one.moment):
        place = (labels[document.id], document.day)
        if seen[place] > 1:
            used[place] += 1
            labels[document.id] = f"{place[0]} ({used[place]})"
    return labels


def runs(numbers: Sequence[int]) -> list[tuple[int, int]]:
    """Return rising numbers as runs of three and more, ``[(1, 4), (7, 7)]``; shorter ones stay single."""
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] + 1 == number:
            found[-1] = (found[-1][0], number)
        else:
            found.append((number, number))
    split = [[(first, last)] if last - first > 1 else [(n, n) for n in range(first, last + 1)] for first, last in found]
    return [one for part in split for one in part]


def cut(text: str, most: int) -> str:
    """Return the text on one line, cut to ``most`` characters with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def wrapped(text: str, width: int, most: int) -> tuple[str, ...]:
    """Break a text into at most ``most`` lines of about ``width`` characters; the last is cut where more is left."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(cut(word, width))
    if len(lines) > most:
        return (*lines[: most - 1], cut(f"{lines[most - 1]} {lines[most]}", width))
    return tuple(lines)
