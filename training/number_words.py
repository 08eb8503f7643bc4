"""Compute what people understand by words for numbers, and write the ``survey`` convention.

    python training/number_words.py numberly.csv

``numberly.csv`` holds the answers of 46 people to "What number would you assign to the phrase ...?" (zonination,
"Perceptions of Probability and Numbers", github.com/zonination/perceptions, 2015, MIT licence): one column a phrase,
one row a person. Only the quartiles go into the package. Quartiles and not means, since some answers are jokes.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parents[1] / "src/reportedly/data/conventions/survey.json"
NAMES = {
    "A couple": ("a couple",),
    "A few": ("a few", "few"),
    "Some": ("some",),
    "Several": ("several",),
    "Many": ("many",),
    "A lot": ("a lot", "lots"),
    "Dozens": ("dozens",),
    "Scores of": ("scores",),
    "Hundreds of": ("hundreds",),
}
"""Columns that count, and the words that they stand for; ``Fractions of`` is no count."""
SOURCE = (
    "Quartiles and medians of the answers of {people} people to the survey Perceptions of Probability and Numbers"
    " (zonination, 2015, MIT licence), computed by training/number_words.py. Those asked were readers of one web forum,"
    " not of war reports. Words that were not asked for stay as the codebook codes them; what “about” leaves open was"
    " not asked either: half a unit of the last digit is the program's own rule."
)


def quantile(numbers: Sequence[float], share: float) -> float:
    """Return a quantile by linear interpolation between the answers beside it (Hyndman and Fan's type 7)."""
    ordered = sorted(numbers)
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def readings(rows: Iterable[dict[str, str]]) -> list[dict[str, Any]]:
    """Return one reading a phrase: the quartiles as ends, the median as best, all rounded to whole people."""
    held = [{column.strip(): value for column, value in row.items()} for row in rows]
    made = []
    for column, words in NAMES.items():
        numbers = [float(row[column]) for row in held]
        low, best, high = (round(quantile(numbers, share)) for share in (0.25, 0.5, 0.75))
        made.append({"words": list(words), "low": low, "high": high, "best": best})
    return made


def convention(path: Path) -> dict[str, Any]:
    """Return the convention of a file of answers."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    source = SOURCE.format(people=len(rows))
    return {"name": "Survey quartiles", "source": source, "about": "half a unit", "words": readings(rows)}


def text_of(data: dict[str, Any]) -> str:
    """Return a convention as the text of its file: one word a line."""
    words = ",\n".join(f"    {json.dumps(word, ensure_ascii=False)}" for word in data["words"])
    head = [f"  {json.dumps(key)}: {json.dumps(data[key], ensure_ascii=False)}," for key in data if key != "words"]
    return "\n".join(["{", *head, '  "words": [', words, "  ]", "}"]) + "\n"


if __name__ == "__main__":
    TARGET.write_text(text_of(convention(Path(sys.argv[1]))), encoding="utf-8")
