"""How common the stems of content words are in news at large, so that no weight depends on which texts are at hand."""

from __future__ import annotations

import json
import math
from functools import cache
from importlib.resources import files


class Rarity:
    """Shares of news documents that hold a stem, and their logarithms."""

    def __init__(self, levels: dict[int, str], unseen: int) -> None:
        """Take a table as ``data/rarity.json`` holds it.

        Args:
            levels: tenths of the natural logarithm of one over the share -> stems, separated by blanks.
            unseen: the level of every other stem.
        """
        self._level = {stem: level for level, stems in levels.items() for stem in stems.split()}
        self._unseen = unseen

    def of(self, stem: str) -> float:
        """Return the natural logarithm of one over the share of documents that hold a stem."""
        return self._level.get(stem, self._unseen) / 10

    def share(self, stem: str) -> float:
        """Return the share of documents that hold a stem, above 0."""
        return math.exp(-self.of(stem))


@cache
def of_news() -> Rarity:
    """Return the table that comes with the package (``training/rarity.py`` says from what)."""
    table = json.loads(files("reportedly").joinpath("data", "rarity.json").read_bytes())
    return Rarity({int(level): stems for level, stems in table["levels"].items()}, int(table["unseen"]))
