"""Write both annotations of the documents whose attributions were annotated twice, in the form of the scorer.

python training/agreement.py --shared ../shared --output pairs
python ../shared/eval/score_attribution.py pairs/first.jsonl pairs/second.jsonl
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from attribution_corpus import ATTRIBUTIONS, annotated

SECOND = ATTRIBUTIONS.with_name("attributions-second")


def main() -> None:
    """Write ``first.jsonl`` and ``second.jsonl``."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, required=True)
    arguments.add_argument("--output", type=Path, required=True)
    options = arguments.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    again = {name for name, _, _ in annotated(options.shared, SECOND)}
    for name, folder in (("first", ATTRIBUTIONS), ("second", SECOND)):
        lines = [
            json.dumps({"doc": document, "text": text, "attributions": acts}) + "\n"
            for document, text, acts in annotated(options.shared, folder)
            if document in again
        ]
        (options.output / f"{name}.jsonl").write_text("".join(lines), encoding="utf-8")
        print(f"{name}: {len(lines)} documents")


if __name__ == "__main__":
    main()
