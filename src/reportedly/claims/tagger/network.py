"""The two trained networks: numbers of a window in, scores out. Weights are int8 and lie in the package."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import numpy
import onnxruntime
from numpy.typing import NDArray

from reportedly.claims.tagger.windows import Window
from reportedly.claims.tagger.wordpiece import WordPiece

Scores = NDArray[numpy.float32]
REACH = 128
"""Words before and after a cue within which the linker knows the distance; the same number as in training."""
BEFORE, AFTER = 48, 80
"""Words around the first of a cue that the linker sees: fewer than in training, a third faster and no worse."""


@dataclass(frozen=True)
class Seen:
    """What the encoder makes of one window."""

    window: Window
    words: Scores
    """Word vectors, (words, width)."""
    cues: Scores
    """Probability that a word stands outside of every cue, begins one, or goes on with one: (words, 3)."""


@dataclass(frozen=True)
class Linked:
    """What the linker makes of one cue: probabilities."""

    first: int
    """Number of the window's word that the rows begin with."""
    roles: Scores
    """(words, 6): nothing, source, more of it, medium, more of it, cue."""
    contents: Scores
    """(words, 4): outside, first of a run of content, more of it, carried on."""
    polarity: Scores
    """(3,): affirmed, denied, withheld."""
    sort: Scores
    """(4,): say, show, think, intend."""


@dataclass(frozen=True)
class Network:
    """Encoder, linker and the cutter of words; one thread each, so that results do not depend on the machine's load."""

    cutter: WordPiece
    encoder: Any
    linker: Any

    def see(self, windows: Sequence[Window]) -> list[Seen]:
        """Run the encoder over windows, one at a time: several together take more memory and no less time."""
        found = []
        for window in windows:
            pieces = numpy.array([window.pieces], dtype=numpy.int64)
            firsts = numpy.array([window.firsts], dtype=numpy.int64)
            inputs = {"pieces": pieces, "mask": numpy.ones_like(pieces), "firsts": firsts}
            words, cues = self.encoder.run(None, inputs)
            found.append(Seen(window, words[0], _softmax(cues[0])))
        return found

    def link(self, seen: Seen, cue: Sequence[int]) -> Linked:
        """Run the linker for one cue of a window, given as the numbers of its words."""
        low, high = max(0, cue[0] - BEFORE), min(len(seen.window.words), cue[0] + AFTER)
        places = numpy.arange(low, high)
        marked = numpy.isin(places, cue).astype(numpy.int64)[None]
        distance = (numpy.clip(places - cue[0], -REACH, REACH) + REACH)[None]
        inputs = {
            "words": seen.words[None, low:high],
            "marked": marked,
            "distance": distance,
            "mask": numpy.ones_like(marked),
        }
        roles, contents, polarity, sort = map(_softmax, self.linker.run(None, inputs))
        return Linked(low, roles[0], contents[0], polarity[0], sort[0])


def _softmax(scores: Scores) -> Scores:
    powers = numpy.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Scores = powers / powers.sum(axis=-1, keepdims=True)
    return shares


def load_network(folder: Path | None = None) -> Network:
    """Load the networks of the package, or those of a folder (to try a training before it is packaged).

    Raises:
        onnxruntime's NoSuchFile: where a folder holds no networks.
    """
    return _loaded(str(folder or resources.files("reportedly").joinpath("data", "models")))


@cache
def _loaded(folder: str) -> Network:
    package = Path(str(resources.files("reportedly").joinpath("data", "models")))
    cutter = WordPiece.load(package / "attribution.vocabulary.txt")
    encoder, linker = (_session(Path(folder) / f"attribution.{part}.onnx") for part in ("encoder", "linker"))
    return Network(cutter, encoder, linker)


def _session(path: Path) -> Any:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
