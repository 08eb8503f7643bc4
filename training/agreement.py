"""Write both annotations of the documents whose attributions were annotated twice, in the form of the scorer.

python training/agreement.py --shared ../shared --output pairs
python ../shared/eval/score_attribution.py pairs/first.jsonl pairs/second.jsonl

Also prints how many attributions of each annotation the other one has, apart for core speech cues and for all others,
and how often sort, polarity, class and name agree.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attribution_corpus import ATTRIBUTIONS, SECOND, annotated

from reportedly.bench.attribution import score_document

Lines = Mapping[str, dict[str, Any]]
"""Lines in the form of the scorer, by document."""
FIELDS = ("sort", "polarity", "class", "name")


def pairs(shared: Path) -> tuple[Lines, Lines]:
    """Return the first and the second annotation of what was annotated twice."""
    again = {name for name, _, _ in annotated(shared, SECOND)}
    first, second = (
        {
            document: {"doc": document, "text": text, "attributions": acts}
            for document, text, acts in annotated(shared, folder)
            if document in again
        }
        for folder in (ATTRIBUTIONS, SECOND)
    )
    return first, second


def found(gold: Lines, other: Lines) -> str:
    """Return in words how many attributions of one annotation the other one has too."""
    counts: Counter[str] = Counter()
    for name, line in gold.items():
        counts.update(score_document(line["text"], line["attributions"], other[name]["attributions"]))
    core, rest = counts["core gold"], counts["gold"] - counts["core gold"]
    seen = counts["detect"] - counts["core found"]
    return f"core speech cues {counts['core found'] / core:.3f} of {core}, other cues {seen / rest:.3f} of {rest}"


def fields(first: Lines, second: Lines) -> str:
    """Return in words how often the fields agree of attributions whose cues and contents share a character."""
    counts: Counter[str] = Counter()
    for name, line in first.items():
        for act in line["attributions"]:
            same = next((one for one in second[name]["attributions"] if _same(act, one)), None)
            counts["pairs"] += same is not None
            counts.update(field for field in FIELDS if same is not None and act[field] == same[field])
    shares = ", ".join(f"{field} {counts[field] / counts['pairs']:.3f}" for field in FIELDS)
    return f"{shares} of {counts['pairs']}"


def _same(act: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return all(
        any(start < high and low < end for start, end in act[role] for low, high in other[role])
        for role in ("cue", "content")
    )


def main() -> None:
    """Write ``first.jsonl`` and ``second.jsonl``."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, required=True)
    arguments.add_argument("--output", type=Path, required=True)
    options = arguments.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    first, second = pairs(options.shared)
    for name, lines in (("first", first), ("second", second)):
        rows = [json.dumps(line) + "\n" for line in lines.values()]
        (options.output / f"{name}.jsonl").write_text("".join(rows), encoding="utf-8")
        print(f"{name}: {len(rows)} documents")
    print(f"of the first, found by the second: {found(first, second)}")
    print(f"of the second, found by the first: {found(second, first)}")
    print(f"the same in both: {fields(first, second)}")


if __name__ == "__main__":
    main()
