"""Read all documents with annotated attributions: texts joined from the shared data or from our own invented ones.

    python training/attribution_corpus.py --shared ../shared --check

``--check`` verifies every document and prints counts of each part. It fails where a text is missing or was changed, an
offset is out of range, a value is unknown, or a document is held out for measuring or shares wording with one that is.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import corpus
from acts import checked, faults
from corpus import MissingTextError
from standoff import TextMismatchError

ATTRIBUTIONS = Path(__file__).parent / "annotations" / "attributions"
SECOND = ATTRIBUTIONS.with_name("attributions-second")
OWN_TEXTS = Path(__file__).parent / "annotations"
FURTHER = "further Wikinews"
"""The part of those that have no annotated claims and are not ours."""
RUN = 8
"""Words in a row that two documents may not share often."""
MOST_SHARED = 2
"""Such runs that an annotated document may share with one that is held out: stock phrases and titles."""
COUNTED = (
    ("documents", "words", "attributions", "nested", "two deep and more", "no source named", "said through a medium"),
    ("content in pieces", "over sentences", "carried on", "say", "show", "think", "intend"),
    ("affirmed", "denied", "withheld"),
)
"""Columns of the tables; together they would be too wide to read."""
_SENTENCE_ENDS = re.compile(r"[.!?]['\"”’)]*\s+['\"“‘(]*[A-Z]|\n")
_WORD = re.compile(r"\w+")
Record = dict[str, Any]
Runs = frozenset[tuple[str, ...]]


@dataclass(frozen=True)
class Annotated:
    """A document with its acts and the part of the corpus that it belongs to."""

    id: str
    text: str
    acts: list[Record]
    part: str


def texts(shared: Path, own: Path = OWN_TEXTS) -> dict[str, str]:
    """Return every text that may be annotated: id -> text.

    Args:
        shared: the folder of the shared data.
        own: the folder whose ``documents.jsonl`` files hold our invented texts.
    """
    found: dict[str, str] = {}
    for path in [*sorted((shared / "data/corpora").glob("*.jsonl")), *sorted(own.glob("*/documents.jsonl"))]:
        found.update((line["id"], line["text"]) for line in _lines(path) if "id" in line)
    for name in ("train", "invented"):
        for line in _lines(shared / "data/claims" / f"{name}.jsonl"):
            found[line["document"]["id"]] = line["document"]["text"]
    return found


def _lines(path: Path) -> Iterator[Record]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def annotated(shared: Path, folder: Path = ATTRIBUTIONS) -> Iterator[tuple[str, str, list[Record]]]:
    """Yield id, text and acts of every annotated document, by id.

    Raises:
        MissingTextError: if a text is nowhere to be found.
        TextMismatchError: if a text is not the one that was annotated.
    """
    known = texts(shared)
    for path in sorted(folder.glob("*.json")):
        entry = json.loads(path.read_text(encoding="utf-8"))
        name = entry["document"]["id"]
        if name not in known:
            raise MissingTextError(f"{name}: annotated, but no text with this id was found")
        yield name, known[name], checked(entry, known[name])


def parts(shared: Path, own: Path = OWN_TEXTS) -> dict[str, str]:
    """Return the part that a document belongs to: id -> the files that its text or its claims are in."""
    found: dict[str, str] = {}
    for name in ("wikinews", "invented"):
        found.update((path.stem, f"annotations/{name}") for path in (own / name).glob("*.json"))
    for path in own.glob("*/documents.jsonl"):
        for line in _lines(path):
            found.setdefault(line["id"], f"annotations/{path.parent.name}")
    for name in ("train", "invented"):
        lines = _lines(shared / "data/claims" / f"{name}.jsonl")
        found.update((line["document"]["id"], f"shared/{name}") for line in lines)
    return found


def documents(shared: Path, folder: Path = ATTRIBUTIONS) -> Iterator[Annotated]:
    """Yield the annotated documents of a folder with their parts; raises as ``annotated`` does."""
    known = parts(shared)
    for name, text, acts in annotated(shared, folder):
        yield Annotated(name, text, acts, known.get(name, FURTHER))


def counts(one: Annotated) -> Counter[str]:
    """Return what one document adds to the counts of its part."""
    above = {act["id"]: act["parent"] for act in one.acts}
    found = Counter({"documents": 1, "words": len(one.text.split()), "attributions": len(one.acts)})
    for act in one.acts:
        found[act["sort"]] += 1
        found[act["polarity"]] += 1
        found["nested"] += act["parent"] is not None
        found["two deep and more"] += above.get(act["parent"]) is not None
        found["no source named"] += not act["source"]
        found["said through a medium"] += bool(act["via"])
        found["content in pieces"] += len(act["content"]) > 1
        found["over sentences"] += any(_SENTENCE_ENDS.search(one.text[start:end]) for start, end in act["content"])
        found["carried on"] += bool(act["carried"])
    return found


def tables(found: Iterable[Annotated]) -> Iterator[str]:
    """Yield the lines of Markdown tables of counts, one row a part and one for all."""
    rows: dict[str, Counter[str]] = {}
    total: Counter[str] = Counter()
    for one in found:
        own = counts(one)
        rows.setdefault(one.part, Counter()).update(own)
        total.update(own)
    for columns in COUNTED:
        yield f"| part | {' | '.join(columns)} |"
        yield "|---" * (len(columns) + 1) + "|"
        for name, row in [*sorted(rows.items()), ("all", total)]:
            yield f"| {name} | {' | '.join(f'{row[what]:,}' for what in columns)} |"
        yield ""


def wrong(found: Iterable[Annotated], shared: Path) -> Iterator[str]:
    """Yield every fault: acts that are not well formed, documents that are there twice or held out for measuring."""
    held = list(found)
    for one in held:
        yield from (f"{one.id}: {fault}" for fault in faults(one.acts, one.text))
    heads = ({"document": {"id": one.id, "text": one.text}, "claims": [], "source": one.part} for one in held)
    yield from corpus.faults(heads, corpus.held_out(shared))
    measured = {name: runs(text) for name, text in _measured(shared)}
    for one in held:
        yield from _copied(one, measured)


def _copied(one: Annotated, measured: Mapping[str, Runs]) -> Iterator[str]:
    own = runs(one.text)
    for name, other in measured.items():
        if (count := len(own & other)) > MOST_SHARED:
            yield f"{one.id}: shares {count} runs of {RUN} words with {name}, which is there to measure"


def runs(text: str) -> Runs:
    """Return all runs of eight words of a text, in small letters and without marks."""
    words = _WORD.findall(text.casefold())
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def _measured(shared: Path) -> Iterator[tuple[str, str]]:
    """Yield id and text of every document that is there to measure."""
    for name in corpus.HELD_OUT:
        for line in _lines(shared / "data/claims" / f"{name}.jsonl"):
            yield line["document"]["id"], line["document"]["text"]
    for line in _lines(shared / "data/attribution/gum_open.jsonl"):
        yield line["doc"], line["text"]


def check(shared: Path) -> list[str]:
    """Return every fault of both annotations; print the counts of the first; raises as ``annotated`` does."""
    first, second = list(documents(shared)), list(documents(shared, SECOND))
    print("\n".join(tables(first)))
    print(f"annotated a second time, not counted above: {len(second)} documents")
    return [*wrong(first, shared), *wrong(second, shared)]


def main() -> int:
    """Check the corpus and print its counts; return 1 where something is wrong."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, required=True, help="folder of the shared data")
    arguments.add_argument("--check", action="store_true", help="verify everything and print counts")
    options = arguments.parse_args()
    try:
        found = check(options.shared) if options.check else []
    except (MissingTextError, TextMismatchError, FileNotFoundError) as error:
        found = [str(error)]
    print("\n".join(found), end="\n" if found else "", file=sys.stderr)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
