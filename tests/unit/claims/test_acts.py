"""Acts read off the networks' probabilities; the networks here are tables of labels, so that every fact is exact."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy
import pytest

from reportedly.claims.parse import Parse
from reportedly.claims.tagger.acts import FIRST, SEED, Act, acts_of
from reportedly.claims.tagger.network import Network
from reportedly.claims.tagger.wordpiece import WordPiece
from reportedly.model.attributed import Sort, Stance
from reportedly.model.span import Span

Read = Callable[..., Parse]
Labels = Sequence[str]
CUTTER = WordPiece({"[UNK]": 0, "[CLS]": 1, "[SEP]": 2})
TEXT = "The mayor said the dam was safe , she told us ."
PLAIN = "S s C c c c c . . . . ."


def _logits(share: float, place: int, width: int) -> Any:
    """Scores whose softmax gives a place its share and the rest to the first place, or to the second."""
    shares = numpy.full(width, 1e-9)
    shares[0 if place else 1] = 1 - share
    shares[place] = share
    return numpy.log(shares)


class _Encoder:
    """Gives the cue's probability to words labelled C."""

    def __init__(self, labels: Labels, score: float) -> None:
        self.labels, self.score = labels, score

    def run(self, _: None, inputs: Mapping[str, Any]) -> list[Any]:
        """Return word vectors and the scores of cues."""
        count = inputs["firsts"].shape[1]
        begins = [self.score if at < len(self.labels) and self.labels[at] == "C" else 1e-9 for at in range(count)]
        return [numpy.zeros((1, count, 2)), numpy.array([[_logits(share, 1, 3) for share in begins]])]


class _Linker:
    """Gives each word the role and content of its label: S s source, M m medium, C x cue, c content, k carried."""

    def __init__(self, labels: Labels, source: float) -> None:
        self.labels, self.source = labels, source

    def run(self, _: None, inputs: Mapping[str, Any]) -> list[Any]:
        """Return the scores of roles, contents, polarity and sort."""
        count = inputs["words"].shape[1]
        labels = [self.labels[at] if at < len(self.labels) else "." for at in range(count)]
        roles = [max(0, ".SsMmC".find("C" if label == "x" else label)) for label in labels]
        contents = [{"c": 2, "k": 3}.get(label, 0) for label in labels]
        shares = [self.source if role == 1 else 0.99 for role in roles]
        first = numpy.array([[_logits(share, role, 6) for share, role in zip(shares, roles, strict=True)]])
        second = numpy.array([[_logits(0.99, content, 4) for content in contents]])
        return [first, second, numpy.array([_logits(0.9, 2, 3)]), numpy.array([_logits(0.9, 1, 4)])]


@pytest.fixture(scope="module", name="acts")
def fixture_acts(parse: Read) -> Callable[..., tuple[Act, ...]]:
    """Read a text's acts off labels: ``acts(labels, text, score, source)``."""

    def acts(labels: str, text: str = TEXT, score: float = 0.9, source: float = 0.9) -> tuple[Act, ...]:
        network = Network(CUTTER, _Encoder(labels.split(), score), _Linker(labels.split(), source))
        return acts_of(parse(text), network)

    return acts


Acts = Callable[..., tuple[Act, ...]]


def test_parts_are_the_words_of_the_labels(acts: Acts) -> None:
    """Source, cue and content are the runs of words that the linker marks."""
    one = acts(PLAIN)[0]
    parts = (one.source, one.cue[0], one.contents[0])
    assert [part.of(TEXT) for part in parts if part] == ["The mayor", "said", "the dam was safe"]


def test_scores_are_the_networks_probabilities(acts: Acts) -> None:
    """Nothing is made surer or less sure on the way."""
    one = acts(PLAIN, score=0.7, source=0.6)[0]
    assert [one.cue_score, one.source_score] == pytest.approx([0.7, 0.6])


def test_sort_and_stance_are_the_likeliest(acts: Acts) -> None:
    """Of four sorts and three stances the one with the highest probability is taken."""
    one = acts(PLAIN)[0]
    assert (one.sort, one.stance) == (Sort.SHOW, Stance.WITHHELD)
    assert one.stance_score == pytest.approx(0.9)


@pytest.mark.parametrize(("score", "count"), [(SEED + 0.01, 1), (SEED - 0.01, 0)])
def test_unlikely_cue_is_not_looked_at(acts: Acts, score: float, count: int) -> None:
    """Below ``SEED`` a word begins no cue."""
    assert len(acts(PLAIN, score=score)) == count


def test_unlikely_source_is_none(acts: Acts) -> None:
    """Below ``FIRST`` there is no source, and the score says how surely."""
    one = acts(PLAIN, source=FIRST - 0.1)[0]
    assert one.source is None
    assert one.source_score == pytest.approx(1.1 - FIRST)


def test_medium_is_apart_from_the_source(acts: Acts) -> None:
    """Who is told and who tells are two runs."""
    text = "Ada told Radio Ostwind the dam was safe ."
    one = acts("S C M m c c c c .", text)[0]
    assert [part.of(text) for part in (one.source, one.via) if part] == ["Ada", "Radio Ostwind"]


def test_cue_may_stand_apart(acts: Acts) -> None:
    """A further word that the linker marks is a run of its own, though no cue of its own begins there."""
    text = "As the mayor put the dam was safe it ."
    runs = acts("x S s C c c c c x .", text)[0].cue
    assert [run.of(text) for run in runs] == ["As", "put", "it"]


def test_short_gap_in_a_content_is_filled(acts: Acts) -> None:
    """A stray word that the linker leaves out belongs to what stands around it."""
    assert [run.of(TEXT) for run in acts("S s C c . c c . . . . .")[0].contents] == ["the dam was safe"]


def test_long_gap_in_a_content_parts_it(acts: Acts) -> None:
    """A whole clause between two runs is somebody else's."""
    text = "Ada said the dam , as we all know from her last three letters , was safe ."
    found = acts("S C c c . . . . . . . . . . . c c .", text)[0].contents
    assert [run.of(text) for run in found] == ["the dam", "was safe"]


def test_gap_that_holds_the_cue_stays(acts: Acts) -> None:
    """A cue inside its content is never taken for content."""
    text = "Two barges reportedly sank near Ostwind ."
    assert [run.of(text) for run in acts("c c C c c c .", text)[0].contents] == ["Two barges", "sank near Ostwind"]


def test_cue_that_introduces_nothing_is_no_act(acts: Acts) -> None:
    """Without content and without what is carried on there is no act."""
    assert acts("S s C . . . . . . . . .") == ()


def test_what_is_only_carried_on_is_an_act(acts: Acts) -> None:
    """``Police gave details.`` may introduce the next sentence."""
    one = acts("S s C k k k k . . . . .")[0]
    assert (one.contents, [run.of(TEXT) for run in one.carried]) == ((), ["the dam was safe"])


def test_cue_seen_in_two_windows_is_one_act(parse: Read) -> None:
    """A long document is read in overlapping windows, and no cue is told twice."""
    text = "Ada said it rained . " * 120
    network = Network(CUTTER, _Encoder("N C c c .".split() * 120, 0.9), _Linker(["S", "C", "c", "c", "."] * 60, 0.9))
    seeds = [one.seed for one in acts_of(parse(text), network)]
    assert len(seeds) == len(set(seeds))
    assert seeds == sorted(seeds)


def test_acts_lie_in_the_text(acts: Acts) -> None:
    """Every run of an act is a place of the text."""
    runs = [run for one in acts(PLAIN) for run in (*one.cue, *one.contents, one.seed)]
    assert all(Span(0, len(TEXT)).covers(run) for run in runs)
