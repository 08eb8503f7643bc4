"""The packaged networks: numbers of a window in, probabilities out."""

from __future__ import annotations

from pathlib import Path

import numpy
import onnxruntime
import pytest

from reportedly.claims.tagger.network import AFTER, BEFORE, Linked, Network, Seen, load_network
from reportedly.claims.tagger.windows import windows
from reportedly.model.span import Span

TEXT = "The harbour ministry said that two barges had sunk."
CUE = [3]


def _seen(network: Network, text: str) -> Seen:
    return network.see(windows(text, [(Span(0, len(text)), 0)], network.cutter))[0]


@pytest.fixture(scope="module", name="network")
def fixture_network() -> Network:
    """The networks of the package."""
    return load_network()


@pytest.fixture(scope="module", name="linked")
def fixture_linked(network: Network) -> Linked:
    """What the linker makes of the one cue of a sentence."""
    return network.link(_seen(network, TEXT), CUE)


def test_networks_are_loaded_once() -> None:
    """A second reader shares what the first has loaded."""
    assert load_network() is load_network()


def test_folder_without_networks_is_refused(tmp_path: Path) -> None:
    """A training that left nothing behind is not silently replaced by the package's own."""
    with pytest.raises(onnxruntime.capi.onnxruntime_pybind11_state.NoSuchFile):
        load_network(tmp_path)


def test_every_word_has_a_vector_and_a_chance_to_be_a_cue(network: Network) -> None:
    """The encoder gives a row a word, and its three probabilities add up."""
    seen = _seen(network, TEXT)
    assert (len(seen.words), seen.cues.shape) == (10, (10, 3))
    assert numpy.allclose(seen.cues.sum(axis=1), 1, atol=1e-5)


def test_saying_is_the_likeliest_cue(network: Network) -> None:
    """``said`` is where an act begins."""
    assert int(_seen(network, TEXT).cues[:, 1].argmax()) == CUE[0]


def test_what_the_linker_gives_are_probabilities(linked: Linked) -> None:
    """Roles, contents, polarity and sort each add up to 1."""
    sums = [part.sum(axis=-1) for part in (linked.roles, linked.contents, linked.polarity, linked.sort)]
    assert all(numpy.allclose(one, 1, atol=1e-5) for one in sums)


def test_linker_has_a_row_a_word(linked: Linked) -> None:
    """In a short window the linker sees every word from the first on."""
    assert (linked.first, len(linked.roles), len(linked.contents)) == (0, 10, 10)


def test_linker_sees_a_stretch_around_the_cue(network: Network) -> None:
    """Far from the cue nothing is looked at."""
    seen = _seen(network, "one two three said " * 55)
    linked = network.link(seen, [100])
    assert (linked.first, len(linked.roles)) == (100 - BEFORE, BEFORE + AFTER)


def test_seeing_twice_gives_the_same(network: Network) -> None:
    """The networks hold no state."""
    first, second = _seen(network, TEXT), _seen(network, TEXT)
    assert numpy.array_equal(first.cues, second.cues)


def test_windows_are_seen_one_by_one(network: Network) -> None:
    """Other windows beside it change nothing about what is seen in one."""
    both = windows(TEXT, [(Span(0, len(TEXT)), 0)], network.cutter) * 2
    assert all(numpy.array_equal(one.cues, _seen(network, TEXT).cues) for one in network.see(both))
