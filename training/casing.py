"""Learn which words are written small and which with a capital, for texts that came in capitals alone.

    python training/casing.py --shared ../shared

Counts, in texts with mixed case, how often a word stands inside a sentence in small letters, with a capital, or in
capitals; the first word of a sentence tells nothing and is left out. Writes ``casing.json`` under
``src/reportedly/data/models``: the words of each of the three kinds, and no text.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

OUTPUT = Path(__file__).parents[1] / "src/reportedly/data/models/casing.json"
SOURCES = (
    "claims/train.jsonl",
    "claims/invented.jsonl",
    "corpora/wikinews.jsonl",
    "corpora/wikinews_outbreaks.jsonl",
    "places/geovirus_dev.jsonl",
    "time/wikiwars_dev.jsonl",
)
"""Training texts in mixed case, below the data folder."""
SURE = 0.7
"""Share of a word's places from which it is of one kind."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def texts(shared: Path) -> Iterator[str]:
    """Yield the training texts."""
    for name in SOURCES:
        for line in (shared / "data" / name).read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            yield record.get("text") or record["document"]["text"]


def kind(word: str) -> str:
    """Return how a word is written: small, capital (its first letter only) or capitals."""
    if word.islower():
        return "small"
    return "capitals" if word.isupper() and len(word) > 1 else "capital"


def counted(shared: Path) -> dict[str, Counter[str]]:
    """Return for each word how often it is written in each way inside sentences."""
    counts: dict[str, Counter[str]] = {}
    for text in texts(shared):
        for match in _WORD.finditer(text):
            before = text[: match.start()].rstrip(" \"'“‘([")
            if before and before[-1] not in ".!?:;\n" and "\n" not in text[len(before) : match.start()]:
                counts.setdefault(match.group().lower(), Counter())[kind(match.group())] += 1
    return counts


def main() -> None:
    """Count and write."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, required=True)
    options = arguments.parse_args()
    words: dict[str, list[str]] = {"small": [], "capital": [], "capitals": []}
    for word, seen in sorted(counted(options.shared).items()):
        likeliest, times = seen.most_common(1)[0]
        if times >= SURE * sum(seen.values()) and (sum(seen.values()) > 1 or likeliest == "small"):
            words[likeliest].append(word)
    OUTPUT.write_text(json.dumps({name: " ".join(listed) for name, listed in words.items()}) + "\n", encoding="utf-8")
    print({name: len(listed) for name, listed in words.items()}, OUTPUT.stat().st_size)


if __name__ == "__main__":
    main()
