"""Turn annotated attributions, whose parts are written out as words, into stand-off files with offsets, and back again.

    python training/acts.py TEXTS.jsonl FOLDER --annotator third --output training/annotations/attributions

``TEXTS.jsonl`` holds ``{"id", "title", "outlet", "published", "text"}`` a line and FOLDER one ``<id>.json`` a document:
a list of acts of attribution with ``id``, ``source``, ``cue``, ``content``, ``carried``, ``via``, ``parent``, ``name``,
``class``, ``sort`` and ``polarity``, source to via as exact words of the text. ``annotations/guide.md`` tells how.
Stand-off files hold offsets in code points, end exclusive, and no words but the names.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from itertools import islice, product
from pathlib import Path
from typing import Any

from standoff import ANNOTATION_LICENCE, TextMismatchError, document_head, text_hash, write_entry

Record = dict[str, Any]
Place = tuple[int, int]
SORTS = frozenset({"say", "show", "think", "intend"})
POLARITIES = frozenset({"affirmed", "denied", "withheld"})
ROLES = ("source", "cue", "content", "carried", "via")
INSIDE_COST = 60
"""Code points that a cue inside its own content counts as: it is mostly another one."""
MOST_TRIED = 4000


def located(text: str, acts: Sequence[Record]) -> list[Record]:
    """Return acts with lists of offsets in place of words.

    Words that stand in the text more than once are taken where the parts of the act lie closest together, and not
    before the act that precedes it in the list where that can be helped.

    Args:
        text: the document's text.
        acts: acts in the order of the text.

    Raises:
        ValueError: if words do not stand in the text.
    """
    found = []
    before = 0
    for act in acts:
        placed = _located(text, act, before)
        found.append(placed)
        before = min(start for start, _ in placed["content"]) + 1
    return found


def _located(text: str, act: Record, before: int) -> Record:
    parts = {role: _listed(act.get(role)) for role in ROLES}
    firsts = parts["content"][:1]
    core = [*firsts, *parts["cue"], *parts["source"]]
    choices = [places(text, words) for words in core]
    best = min(islice(product(*choices), MOST_TRIED), key=lambda chosen: _cost(chosen, len(parts["cue"]), before))
    content = [best[0]]
    for words in parts["content"][1:]:
        content.append(_nearest(places(text, words), content[-1]))
    cues, source = best[1 : 1 + len(parts["cue"])], best[1 + len(parts["cue"]) :]
    offsets = {"source": source, "cue": cues, "content": content}
    for role in ("carried", "via"):
        offsets[role] = [_nearest(places(text, words), best[-1]) for words in parts[role]]
    rest = {name: value for name, value in act.items() if name not in {*ROLES, "note"}}
    return {**rest, **{role: [list(place) for place in offsets[role]] for role in ROLES}}


def _listed(words: str | Sequence[str] | None) -> list[str]:
    if not words:
        return []
    return [words] if isinstance(words, str) else list(words)


def places(text: str, words: str) -> list[Place]:
    """Return every place at which words stand in a text as whole words.

    Raises:
        ValueError: if there is none.
    """
    found = [match.span() for match in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    if not found:
        raise ValueError(f"not in the text: {words!r}")
    return found


def _cost(chosen: Sequence[Place], cues: int, before: int) -> int:
    content, anchor = chosen[0], chosen[1] if len(chosen) > 1 else chosen[0]
    cost = sum(_gap(anchor, place) for place in chosen)
    cost += sum(INSIDE_COST for place in chosen[1 : 1 + cues] if content[0] <= place[0] and place[1] <= content[1])
    return cost * 4 + (max(0, before - content[0]) + 1) // 2


def _gap(one: Place, other: Place) -> int:
    return max(0, max(one[0], other[0]) - min(one[1], other[1]))


def _nearest(found: Sequence[Place], to: Place) -> Place:
    return min(found, key=lambda place: _gap(place, to))


def faults(acts: Sequence[Record], text: str) -> Iterator[str]:
    """Yield what is wrong with located acts: offsets out of range, empty contents, unknown values and parents."""
    ids = [act.get("id") for act in acts]
    for act in acts:
        name = act.get("id")
        if ids.count(name) != 1:
            yield f"{name}: two acts have one id"
        if not act["content"]:
            yield f"{name}: no content"
        if act.get("parent") is not None and act["parent"] not in ids:
            yield f"{name}: parent {act['parent']!r}, which is no act"
        if act.get("sort") not in SORTS or act.get("polarity") not in POLARITIES:
            yield f"{name}: sort {act.get('sort')!r}, polarity {act.get('polarity')!r}"
        for role in ROLES:
            for start, end in act[role]:
                if not 0 <= start < end <= len(text) or not text[start:end].strip():
                    yield f"{name}: {role} {start}..{end} is out of range or holds no words"


def to_standoff(document: Record, acts: Sequence[Record], annotator: str, licence: str) -> Record:
    """Return the stand-off form of a document's located acts."""
    return {
        "document": document_head(document, licence),
        "annotator": annotator,
        "annotation_licence": ANNOTATION_LICENCE,
        "attributions": list(acts),
    }


def checked(entry: Record, text: str) -> list[Record]:
    """Return the acts of a stand-off file whose text is at hand.

    Raises:
        TextMismatchError: if the text is not the one that was annotated.
    """
    head = entry["document"]
    if text_hash(text) != head["sha256"]:
        raise TextMismatchError(f"{head['id']}: the text is not the one that was annotated")
    return list(entry["attributions"])


def main() -> None:
    """Write the stand-off files of a folder of annotated documents."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("texts", type=Path)
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--annotator", required=True)
    arguments.add_argument("--licence", default="CC BY 2.5", help="of the texts")
    arguments.add_argument("--output", required=True, type=Path)
    options = arguments.parse_args()
    options.output.mkdir(parents=True, exist_ok=True)
    written = 0
    for line in options.texts.read_text(encoding="utf-8").split("\n"):
        document = json.loads(line) if line.strip() else None
        path = options.folder / f"{document['id']}.json" if document else None
        if document is None or path is None or not path.exists():
            continue
        acts = located(document["text"], json.loads(path.read_text(encoding="utf-8")))
        if wrong := list(faults(acts, document["text"])):
            raise SystemExit(f"{document['id']}: {'; '.join(wrong)}")
        write_entry(to_standoff(document, acts, options.annotator, options.licence), options.output, "attributions")
        written += 1
    print(f"{written} documents -> {options.output}")


if __name__ == "__main__":
    main()
