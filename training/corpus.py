"""Read the whole training corpus in gold form: the shared claim files and our own stand-off annotations.

    python training/corpus.py --shared ../shared --check
    python training/corpus.py --shared ../shared --write corpus.jsonl
    python training/corpus.py --shared ../shared --pairs FOLDER

``--check`` verifies every document (hash of the text, offsets in range, quotes, values of the codebook, nothing that is
held out for measuring) and prints counts. ``--write`` writes one gold-form line a document, which ``splitter.py`` and
``fields.py`` take. ``--pairs`` writes ``first.jsonl`` and ``second.jsonl`` with the documents annotated twice, for the
scorer. Wikinews texts are not in the repository: they are joined by id from ``corpora/*.jsonl`` in the shared data.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from standoff import Record, TextMismatchError, from_standoff, placed, problems, text_hash

ANNOTATIONS = Path(__file__).parent / "annotations"
SHARED_TRAINING = ("train", "invented")
HELD_OUT = ("dev", "seed")
"""Claim files that are there only to measure; nothing of them may be trained on."""
COUNTED = (
    "documents",
    "claims",
    "chained claims",
    "claims with two and more links",
    "links",
    "links with source span",
    "links with cue span",
    "links with both",
)


class MissingTextError(ValueError):
    """No text was found for an annotated document."""


def load(shared: Path, annotations: Path = ANNOTATIONS) -> Iterator[Record]:
    """Yield every training document in gold form with a ``source`` field that says which part it comes from.

    Links have ``span`` and ``cue_span`` wherever the annotation has the words of source or cue.

    Args:
        shared: the folder of the shared data.
        annotations: the folder of our own annotations.

    Raises:
        MissingTextError: if the shared corpora lack a text.
        TextMismatchError: if a text is not the one that was annotated.
    """
    for name in SHARED_TRAINING:
        for record in _lines(shared / "data/claims" / f"{name}.jsonl"):
            yield {**placed(record), "source": f"shared/{name}"}
    for name in ("wikinews", "invented"):
        for record in part(name, shared, annotations):
            yield {**record, "source": f"annotations/{name}"}


def part(name: str, shared: Path, annotations: Path = ANNOTATIONS) -> Iterator[Record]:
    """Yield the gold-form records of one folder of stand-off files, in the order of their ids.

    Args:
        name: the folder's name: ``wikinews``, ``wikinews-second`` or ``invented``.
        shared: the folder of the shared data, which holds the Wikinews texts.
        annotations: the folder that ``name`` lies in.
    """
    folder = annotations / name
    entries = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
    own = folder / "documents.jsonl"
    texts = _texts([own] if own.exists() else sorted((shared / "data/corpora").glob("*.jsonl")), entries)
    for entry in entries:
        known = entry["document"]["id"]
        if known not in texts:
            raise MissingTextError(f"{known}: annotated, but no text with this id was found")
        yield from_standoff(entry, texts[known])


def _texts(paths: Iterable[Path], entries: Sequence[Record]) -> dict[str, str]:
    wanted = {entry["document"]["id"] for entry in entries}
    return {line["id"]: line["text"] for path in paths for line in _lines(path) if line.get("id") in wanted}


def _lines(path: Path) -> Iterator[Record]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def held_out(shared: Path) -> dict[str, str]:
    """Return what marks a held-out document -> the file that it is in: ids, and hashes of the texts' words.

    The documents of ``gum_open.jsonl`` are included: attribution is measured on them.
    """
    found = {}
    for name in HELD_OUT:
        for record in _lines(shared / "data/claims" / f"{name}.jsonl"):
            found.update(dict.fromkeys(_marks(record["document"]["id"], record["document"]["text"]), name))
    for record in _lines(shared / "data/attribution/gum_open.jsonl"):
        found.update(dict.fromkeys(_marks(record["doc"], record["text"]), "gum_open"))
    return found


def _marks(name: str, text: str) -> tuple[str, str]:
    """Return a document's id and the hash of its letters and digits, which other spacing or quotes do not change."""
    return name, text_hash("".join(sign for sign in text.casefold() if sign.isalnum()))


def faults(records: Iterable[Record], measured: dict[str, str]) -> Iterator[str]:
    """Yield every fault of the corpus: invalid records, documents that are there twice, documents held out."""
    seen: dict[str, str] = {}
    for record in records:
        name = record["document"]["id"]
        yield from (f"{name}: {problem}" for problem in problems(record))
        for mark in _marks(name, record["document"]["text"]):
            if mark in measured:
                yield f"{name}: is in {measured[mark]}, which is there to measure"
            if mark in seen:
                yield f"{name}: is there twice, in {seen[mark]} and {record['source']}"
            seen[mark] = record["source"]


def counts(record: Record) -> Counter[str]:
    """Return what one document adds to the counts of its part."""
    claims = record["claims"]
    links = [link for claim in claims for link in claim["chain"]]
    sources, cues = ([bool(link.get(field)) for link in links] for field in ("span", "cue_span"))
    numbers = (
        1,
        len(claims),
        sum(bool(claim["chain"]) for claim in claims),
        sum(len(claim["chain"]) > 1 for claim in claims),
        len(links),
        sum(sources),
        sum(cues),
        sum(source and cue for source, cue in zip(sources, cues, strict=True)),
    )
    return Counter(dict(zip(COUNTED, numbers, strict=True)))


def table(records: Iterable[Record]) -> list[str]:
    """Return the lines of a Markdown table of counts, one row a part and one for all."""
    rows: dict[str, Counter[str]] = {}
    for record in records:
        for name in (record["source"], "all"):
            rows.setdefault(name, Counter()).update(counts(record))
    names = [*(name for name in rows if name != "all"), "all"]
    head = [f"| part | {' | '.join(COUNTED)} |", "|---" * (len(COUNTED) + 1) + "|"]
    return head + [f"| {name} | {' | '.join(str(rows[name][what]) for what in COUNTED)} |" for name in names]


def check(shared: Path, annotations: Path = ANNOTATIONS) -> list[str]:
    """Return every fault of the corpus and of the second annotations; print the counts.

    Raises:
        MissingTextError: if the shared corpora lack a text.
        TextMismatchError: if a text is not the one that was annotated.
    """
    records = list(load(shared, annotations))
    measured = held_out(shared)
    again = part("wikinews-second", shared, annotations)
    second = [{**record, "source": "annotations/wikinews-second"} for record in again]
    print("\n".join(table(records)))
    print(f"annotated a second time, not counted above: {len(second)} documents")
    return [*faults(records, measured), *faults(second, measured)]


def write(records: Iterable[Record], path: Path) -> int:
    """Write gold-form lines and return their number."""
    # Escaped, because readers that split at every Unicode line break would cut a text in two.
    rows = [json.dumps(record) + "\n" for record in records]
    path.write_text("".join(rows), encoding="utf-8")
    return len(rows)


def write_pairs(shared: Path, folder: Path) -> None:
    """Write both annotations of the documents that were annotated twice as ``first.jsonl`` and ``second.jsonl``."""
    folder.mkdir(parents=True, exist_ok=True)
    second = list(part("wikinews-second", shared))
    ids = {record["document"]["id"] for record in second}
    write((record for record in part("wikinews", shared) if record["document"]["id"] in ids), folder / "first.jsonl")
    write(second, folder / "second.jsonl")


def main() -> int:
    """Check the corpus, write it, or write what was annotated twice; return 1 where something is wrong."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, required=True, help="folder of the shared data")
    arguments.add_argument("--check", action="store_true", help="verify everything and print counts")
    arguments.add_argument("--write", type=Path, metavar="FILE", help="write the corpus as gold-form JSON Lines")
    arguments.add_argument("--pairs", type=Path, metavar="FOLDER", help="write what was annotated twice")
    options = arguments.parse_args()
    try:
        if options.check and (wrong := check(options.shared)):
            print("\n".join(wrong), file=sys.stderr)
            return 1
        if options.write:
            print(f"{write(load(options.shared), options.write)} documents -> {options.write}")
        if options.pairs:
            write_pairs(options.shared, options.pairs)
    except (MissingTextError, TextMismatchError, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
