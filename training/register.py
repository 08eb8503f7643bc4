"""Train the model that says whether a register of violence against civilians would record a count.

    python training/register.py --shared ../shared [--folds]

Reads the counts of the MUC-4 development reports with the package's own reader, and learns which of them the keys hold
(same outcome and number). Needs the other models of ``figures.py`` in place. Writes ``register.json``.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from figures import FOLDS, OUTPUT, Example, fit

from reportedly.bench.counts import OUTCOMES
from reportedly.claims.counts import RECORDED, counts_with_features
from reportedly.claims.extractor import Extractor, load_extractor
from reportedly.claims.parse import parse_document
from reportedly.model.document import Document
from reportedly.pipeline.resources import load_registry

STRENGTH = 3.0
"""Weight of the L2 penalty."""


def examples(shared: Path, extractor: Extractor) -> Iterator[Example]:
    """Yield one example for each count of a report that has an outcome which the keys know."""
    registry = load_registry()
    for line in (shared / "data/counts/muc4_dev.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        keys = {
            (claim["outcome"], one["low"] if one["low"] is not None else one["high"])
            for claim in record["claims"]
            for one in claim["alts"]
        }
        parse = parse_document(Document(record["doc_id"], record["doc_id"], record["text"]), extractor.nlp)
        for count, features in counts_with_features(parse, extractor.speakers(parse, registry), registry):
            quantity = count.quantity
            if quantity.measure in OUTCOMES and quantity.qualifier != "plural":
                number = quantity.low if quantity.low is not None else quantity.high
                held = (OUTCOMES[quantity.measure], number) in keys
                yield Example(features, RECORDED if held else "left out", "", record["doc_id"], "muc")


def main() -> None:
    """Train and write, or cross-validate."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, required=True)
    arguments.add_argument("--folds", action="store_true", help="cross-validate and write nothing")
    options = arguments.parse_args()
    data = list(examples(options.shared, load_extractor()))
    if not options.folds:
        text = json.dumps(fit(data, STRENGTH), ensure_ascii=False) + "\n"
        (OUTPUT / "register.json").write_text(text, encoding="utf-8")
        print(len(data), "examples", Counter(one.label for one in data))
        return
    right = 0
    for fold in range(FOLDS):
        model = fit([one for one in data if one.fold != fold], STRENGTH)
        for one in (one for one in data if one.fold == fold):
            rows = [model["weights"][name] for name in one.features if name in model["weights"]]
            sums = [sum(row[place] for row in rows) for place in range(len(model["labels"]))]
            right += model["labels"][sums.index(max(sums))] == one.label
    print(f"accuracy {right / len(data):.3f} of {len(data)}")


if __name__ == "__main__":
    main()
