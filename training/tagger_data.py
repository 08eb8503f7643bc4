"""Turn annotated attributions into numbered windows that ``tagger.py`` learns from.

    python training/tagger_data.py --shared ../shared --output windows.jsonl

Run it with the package's own environment: sentences and words are those that the program sees when it reads. One line a
window: pieces, the place of each word's first piece, and for each act the words of its cue, the role of every word and
whether the word is content. A document's fold is taken from the hash of its id, so that it never changes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterator, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

import spacy
from attribution_corpus import annotated

from reportedly.claims.extractor import DEFAULT_MODEL
from reportedly.claims.parse import parse_document
from reportedly.claims.tagger.windows import Window, windows
from reportedly.claims.tagger.wordpiece import WordPiece
from reportedly.model.document import Document

Record = dict[str, Any]
FOLDS = 6
NOTHING, SOURCE, SOURCE_ON, VIA, VIA_ON, CUE = range(6)
"""Role of a word for one act: first and further words of its source, of its medium, and the words of its cue."""
OUTSIDE, CONTENT, CONTENT_ON, CARRIED = range(4)
"""Whether a word is content: the first of a run, a further one, or carried on without a cue of its own."""
SORTS = ("say", "show", "think", "intend")
POLARITIES = ("affirmed", "denied", "withheld")


def fold_of(name: str) -> int:
    """Return the fold of a document."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:8], 16) % FOLDS


def window_records(text: str, name: str, acts: Sequence[Record], nlp: Any, cutter: WordPiece) -> Iterator[Record]:
    """Yield the windows of one document with the labels of the acts whose cue lies in them.

    Args:
        text: the document's text.
        name: the document's id.
        acts: its acts of attribution with offsets.
        nlp: the text pipeline, for sentences.
        cutter: cuts words into pieces.
    """
    parse = parse_document(Document(name, name, text), nlp)
    sentences = [(sentence.span, sentence.paragraph) for sentence in parse.sentences]
    for number, window in enumerate(windows(text, sentences, cutter)):
        labelled = [label for act in acts if (label := _labels(window, act)) is not None]
        yield {
            "doc": name,
            "fold": fold_of(name),
            "window": number,
            "pieces": window.pieces,
            "firsts": window.firsts,
            "words": [[word.start, word.end] for word in window.words],
            "acts": labelled,
        }


def _labels(window: Window, act: Record) -> Record | None:
    """Return what an act makes of each word of a window, or None where its cue is not in it."""
    cue = _touched(window, act["cue"])
    if not cue:
        return None
    main = _main_run(cue)
    roles = [NOTHING] * len(window.words)
    contents = [OUTSIDE] * len(window.words)
    for role, states in (("via", (VIA, VIA_ON)), ("source", (SOURCE, SOURCE_ON))):
        for place in act[role]:
            for number, word in enumerate(_touched(window, [place])):
                roles[word] = states[number > 0]
    for word in cue:
        roles[word] = CUE
    for word in _touched(window, act["carried"]):
        contents[word] = CARRIED
    for place in act["content"]:
        for number, word in enumerate(_touched(window, [place])):
            contents[word] = CONTENT_ON if number else CONTENT
    return {
        "id": act["id"],
        "cue": main,
        "roles": roles,
        "contents": contents,
        "sort": SORTS.index(act["sort"]),
        "polarity": POLARITIES.index(act["polarity"]),
    }


def _touched(window: Window, places: Sequence[Sequence[int]]) -> list[int]:
    return [
        number
        for number, word in enumerate(window.words)
        if any(word.start < end and start < word.end for start, end in places)
    ]


def _main_run(cue: Sequence[int]) -> list[int]:
    """The longest unbroken run of a cue's words, the last of equally long ones: ``put it`` of ``as X put it``."""
    runs: list[list[int]] = []
    for word in cue:
        if runs and word == runs[-1][-1] + 1:
            runs[-1].append(word)
        else:
            runs.append([word])
    return max(reversed(runs), key=len)


def main() -> None:
    """Write the windows of the whole corpus."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--shared", type=Path, required=True)
    arguments.add_argument("--output", type=Path, required=True)
    options = arguments.parse_args()
    nlp = spacy.load(DEFAULT_MODEL)
    path = resources.files("reportedly").joinpath("data", "models", "attribution.vocabulary.txt")
    cutter = WordPiece.load(Path(str(path)))
    count = 0
    with options.output.open("w", encoding="utf-8") as out:
        for name, text, acts in annotated(options.shared):
            for record in window_records(text, name, acts, nlp, cutter):
                out.write(json.dumps(record) + "\n")
                count += 1
    print(f"{count} windows -> {options.output}")


if __name__ == "__main__":
    main()
