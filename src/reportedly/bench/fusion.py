"""Task ``fusion``: which of several values is true, by the votes of sources that may copy one another.

The claims are a table with a header, cells parted by tabs: ``object``, ``source`` and ``value``. A further column named
``stated``, ``attribution``, ``attributed``, ``origin`` or ``via`` tells whom a row was taken from, in the source's own
words; an empty cell tells nothing. Other columns, and files beside this one, are not looked at.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reportedly.bench.tabbed import tabbed_rows
from reportedly.model.errors import InputError
from reportedly.model.votes import Fusion, Vote
from reportedly.pipeline.fusion import fuse
from reportedly.pipeline.toolkit import Toolkit

ATTRIBUTIONS = ("stated", "attribution", "attributed", "origin", "via")
"""Names of the column that tells whom a row was taken from, the first that is there."""
_NOTHING = frozenset({"", "own", "self", "none", "unknown", "n/a", "na", "nan", "null", "not stated", "original"})
_MARKS = ".,;:!?()[]\"'“”‘’-–"
_NEEDED = ("object", "source", "value")


def run(gold: Path, predictions: Path | None, _: Toolkit) -> dict[str, Any]:
    """Read the claims, find the value of each object and write object, value and probability."""
    votes = read_votes(gold)
    fusion = fuse(votes)
    if predictions is not None:
        write(fusion, predictions)
    return {"rows": len(votes), "stated": sum(bool(vote.stated) for vote in votes), **summary(fusion)}


def read_votes(path: Path) -> list[Vote]:
    """Return the rows of a table of claims.

    Raises:
        InputError: where the file cannot be read, a column is missing, or there is no row.
    """
    lines = tabbed_rows(path, _NEEDED)
    kept = [line for line in lines if all(line[name] for name in _NEEDED)]
    if not kept:
        raise InputError("E103", "no rows", str(path), "give at least one claim")
    stated = next((name for name in ATTRIBUTIONS if name in kept[0]), "")
    names = {_words(line["source"]): line["source"] for line in kept}
    longest = max(len(words) for words in names)
    return [
        Vote(line["object"], line["source"], line["value"], named(line.get(stated) or "", names, longest))
        for line in kept
    ]


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for word in (part.strip(_MARKS) for part in text.casefold().split()) if word)


def named(text: str, names: Mapping[tuple[str, ...], str], longest: int) -> str:
    """Return whom an attribution names: the last known source in it, else the text itself; empty where it names nobody.

    Args:
        text: the attribution, a bare name or with words around it (``citing Harbour Radio``).
        names: the sources of the table by the words of their names.
        longest: words of the longest name.
    """
    words = _words(text)
    if " ".join(words) in _NOTHING:
        return ""
    for end in range(len(words), 0, -1):
        for start in range(max(0, end - longest), end):
            if words[start:end] in names:
                return names[words[start:end]]
    return text.strip()


def write(fusion: Fusion, path: Path) -> None:
    """Write the likeliest value of each object with its probability, as the scorer reads it."""
    with path.open("w", encoding="utf-8") as file:
        file.write("object\tvalue\tprob\n")
        file.writelines(f"{one.object}\t{one.value}\t{one.probability:.4f}\n" for one in fusion.values)


def summary(fusion: Fusion) -> dict[str, Any]:
    """Return what was found: who copies whom how often, how right each source is, how sure the values are."""
    sure = sum(one.probability for one in fusion.values) / len(fusion.values)
    return {
        "objects": len(fusion.values),
        "sources": len(fusion.sources),
        "false values": fusion.false_values,
        "mean probability": round(sure, 4),
        "copies": [
            {"source": one.source, "of": one.copies, "rate": round(one.rate, 3)} for one in fusion.sources if one.copies
        ],
        "accuracy": {one.source: round(one.accuracy, 3) for one in fusion.sources},
    }
