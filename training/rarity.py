"""Count how common the stems of content words are in news, and write ``data/rarity.json``.

    python training/rarity.py --shared ../shared

Four parts count by the weights of ``PARTS``, whatever their size, so that no single war or disease makes its words look
common: Wikinews articles, Wikinews articles on outbreaks (both CC BY 2.5), reports on Latin America of 1988 to 1990
(MUC-3/4, public domain), and the annotated and invented reports that the models are trained on. Only how many documents
hold a stem goes into the package. Test and development splits are not read.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reportedly.model.wording import content

TARGET = Path(__file__).parents[1] / "src/reportedly/data/rarity.json"
PARTS = {
    ("corpora/wikinews.jsonl",): 0.4,
    ("corpora/wikinews_outbreaks.jsonl",): 0.2,
    ("corpora/muc_news.jsonl",): 0.2,
    ("claims/train.jsonl", "claims/invented.jsonl"): 0.2,
}
"""Files of a part -> its weight."""
LEAST = 3
"""A stem in fewer documents than this is left out, and counts as unseen."""
NOTE = (
    "Tenths of the natural logarithm of one over the share of news documents that hold a stem -> the stems. Counted by"
    " training/rarity.py in English Wikinews (CC BY 2.5), the MUC-3/4 reports (public domain) and the reports that the"
    " models are trained on; a stem that stands nowhere here is as rare as the highest level."
)


def texts(path: Path) -> Iterator[str]:
    """Yield the texts of a file of documents, or of documents with their claims."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row["document"]["text"] if "document" in row else row["text"]


def shares(shared: Path) -> dict[str, float]:
    """Return the share of documents that hold each stem, the parts by their weights."""
    held: Counter[str] = Counter()
    share: dict[str, float] = {}
    for files, weight in PARTS.items():
        documents = [set(content(text)) for file in files for text in texts(shared / "data" / file)]
        count = Counter(stem for stems in documents for stem in stems)
        held.update(count)
        for stem, number in count.items():
            share[stem] = share.get(stem, 0.0) + weight * number / len(documents)
    return {stem: part for stem, part in share.items() if held[stem] >= LEAST}


def main() -> None:
    """Write the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--shared", type=Path, required=True, help="the folder of the shared data")
    levels: dict[int, list[str]] = {}
    for stem, share in sorted(shares(options.parse_args().shared).items()):
        levels.setdefault(round(-10 * math.log(share)), []).append(stem)
    table = {"note": NOTE, "unseen": max(levels), "levels": {str(at): " ".join(levels[at]) for at in sorted(levels)}}
    TARGET.write_text(json.dumps(table, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{sum(map(len, levels.values()))} stems, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
