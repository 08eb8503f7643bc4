"""Task ``time``: time expressions, compared by span, type, TIMEX3 value and the days they cover.

Gold and predicted expressions of a document are paired one to one, equal spans first, then by the longest overlap.
``strict`` counts equal spans, ``relaxed`` overlapping ones; ``type``, ``value`` and ``interval`` count overlapping ones
that agree in these. ``interval`` looks only at what denotes days: dates, weeks, months, seasons, years, decades.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from reportedly.bench.figures import Counts, f1, share
from reportedly.bench.gold import GoldLine, read_lines, write_lines
from reportedly.bench.timex import Interval, days_of, same_form
from reportedly.model.times import TimeExpression, TimeType
from reportedly.pipeline.times import Timed, time_texts
from reportedly.pipeline.toolkit import Toolkit

Record = Mapping[str, Any]
"""A time expression in the scorer's form."""
_RANGES_IN_ONE = frozenset({"day-range", "weekday-range"})
"""Ranges that news guidelines and our own gold take as one expression; of others TIMEX3 has the two ends."""


def run(gold: Path, predictions: Path | None, tools: Toolkit) -> dict[str, Any]:
    """Find the time expressions of the gold's texts and compare; of gold only id, text and day are looked at."""
    lines = read_lines(gold)
    inputs = [(line["id"], line["text"], _day(line.get("dct"))) for line in lines]
    predicted = [{"id": found.key, "timexes": list(records(found))} for found in time_texts(inputs, tools)]
    if predictions is not None:
        write_lines(predicted, predictions)
    return score(lines, predicted)


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat((words or "")[:10])
    except ValueError:
        return None


def records(found: Timed) -> Iterator[dict[str, Any]]:
    """Yield the expressions of a text in the scorer's form, ranges as TIMEX3 annotates them."""
    for one in found.times:
        whole = not one.parts or (one.rule in _RANGES_IN_ONE and not found.narrative)
        yield from map(record, (one,) if whole else one.parts)


def record(one: TimeExpression) -> dict[str, Any]:
    """Return an expression in the scorer's form; what is vague or a mere length tells no days there."""
    data: dict[str, Any] = {
        "start": one.span.start,
        "end": one.span.end,
        "type": one.type.value,
        "value": one.value,
    }
    dated = one.type in {TimeType.DATE, TimeType.TIME} and not one.value.endswith("_REF")
    if one.interval is not None and dated:
        data |= {"begin": one.interval.first.isoformat(), "finish": one.interval.last.isoformat()}
    return data


def score(gold: Iterable[GoldLine], predicted: Iterable[GoldLine]) -> dict[str, Any]:
    """Return the figures of predicted lines against gold lines; a text that was not predicted counts as empty."""
    ours = {line["id"]: line["timexes"] for line in predicted}
    counts = Counts()
    for line in gold:
        counts += score_text(line["timexes"], ours.get(line["id"], ()))
    names = ("strict", "relaxed", "type", "value")
    return {
        "documents": counts["documents"],
        "gold": counts["gold"],
        "predicted": counts["predicted"],
        **{name: f1(counts[name], counts["predicted"], counts["gold"]) for name in names},
        "interval": f1(counts["interval"], counts["interval predicted"], counts["interval gold"]),
        "value accuracy": share(counts["value"], counts["relaxed"]),
    }


def score_text(gold: Sequence[Record], predicted: Sequence[Record]) -> Counts:
    """Count what is right in one text."""
    theirs, ours = [_interval(one) for one in gold], [_interval(one) for one in predicted]
    counts = Counts({"documents": 1, "gold": len(gold), "predicted": len(predicted)})
    counts["interval gold"] = sum(one is not None for one in theirs)
    counts["interval predicted"] = sum(one is not None for one in ours)
    for right, mine in pair(gold, predicted):
        one, other = gold[right], predicted[mine]
        counts["relaxed"] += 1
        counts["strict"] += (one["start"], one["end"]) == (other["start"], other["end"])
        counts["type"] += one["type"] == other.get("type")
        counts["value"] += same_form(one["value"]) == same_form(other.get("value"))
        counts["interval"] += theirs[right] is not None and theirs[right] == ours[mine]
    return counts


def _interval(one: Record) -> Interval | None:
    if one.get("type", "DATE") not in {"DATE", "TIME"}:
        return None
    if one.get("begin") and one.get("finish"):
        first, last = _day(one["begin"]), _day(one["finish"])
        return (first, last) if first and last else None
    return days_of(one.get("value"))


def pair(gold: Sequence[Record], predicted: Sequence[Record]) -> list[tuple[int, int]]:
    """Return pairs (gold, predicted): equal spans first, then the longest overlaps."""
    pairs: list[tuple[int, int]] = []
    spans = [(one["start"], one["end"]) for one in predicted]
    for number, one in enumerate(gold):
        same = (other for other, span in enumerate(spans) if span == (one["start"], one["end"]))
        taken = {other for _, other in pairs}
        free = next((other for other in same if other not in taken), None)
        if free is not None:
            pairs.append((number, free))
    shared = sorted(
        (-overlap, number, other)
        for number, one in enumerate(gold)
        for other, span in enumerate(spans)
        if (overlap := min(one["end"], span[1]) - max(one["start"], span[0])) > 0
    )
    for _, number, other in shared:
        if all(number != one and other != two for one, two in pairs):
            pairs.append((number, other))
    return pairs
