"""Whose people a figure counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.claims.content import read_content
from reportedly.claims.draft import ClaimDraft
from reportedly.claims.figures_sides import INSURGENTS, side_of
from reportedly.claims.parse import Parse
from reportedly.model.actors import Actor, ActorRegistry
from reportedly.model.claim import Link, Measure, Quantity, SourceClass
from reportedly.model.span import Span

REGISTRY = ActorRegistry(
    (Actor("tarn-staff", "Grey Staff", (), SourceClass.MILITARY, "Tarn"),),
    {"Tarn": ("tarn", "tarnish"), "Velt": ("velt", "veltish")},
)
Side = Callable[..., tuple[str | None, str]]


@pytest.fixture(name="side")
def fixture_side(parse: Callable[..., Parse]) -> Side:
    """Give a function: text, whom the figure is of and who says it -> side and rule."""

    def side(text: str, of: str, source: str | None = None) -> tuple[str | None, str]:
        parsed = parse(text)
        sentence = parsed.sentences[0]
        content = read_content(ClaimDraft(sentence.span, sentence.index), parsed)
        of_span = Span(text.index(of), text.index(of) + len(of)) if of else None
        quantity = Quantity(Measure.KILLED, of, 4, 4, of_span=of_span)
        found, ground = side_of(quantity, content, (Link(source),) if source else (), REGISTRY)
        return found, ground.rule if ground else ""

    return side


def test_the_words_for_whom_come_first(side: Side) -> None:
    """A flag beside the figure outweighs the speaker."""
    assert side("Four Veltish soldiers were killed.", "Veltish soldiers", "Grey Staff")[0] == "Velt"


def test_forces_without_a_flag_are_the_speakers_own(side: Side) -> None:
    """A staff that names no side counts its own."""
    assert side("Four soldiers were killed.", "soldiers", "Grey Staff")[0] == "Tarn"


def test_the_enemy_is_not_the_speakers_own(side: Side) -> None:
    """Whose the enemy's people are is not told."""
    assert side("Four enemy soldiers were killed.", "enemy soldiers", "Grey Staff") == (None, "")


def test_fighters_against_a_state_are_insurgents(side: Side) -> None:
    """Rebels have no flag."""
    assert side("Four rebels were killed.", "rebels") == (INSURGENTS, "fighters against a state")


def test_the_doer_is_no_victim(side: Side) -> None:
    """The side that is fired by is not the one that counts."""
    assert side("Four soldiers were killed by Veltish troops.", "soldiers")[0] is None


def test_the_only_side_in_the_sentence_is_meant(side: Side) -> None:
    """Beside a doer the other side is named."""
    assert side("Tarnish positions lost four soldiers to Veltish fire.", "soldiers")[0] is None
    assert side("Tarnish positions lost four soldiers in the night.", "soldiers")[0] == "Tarn"


@pytest.mark.parametrize("text", ["Four miners of the north were killed.", "Four miners were killed near Tarn."])
def test_civilians_have_no_side(side: Side, text: str) -> None:
    """Where no forces are counted, the speaker's side and the place say nothing."""
    assert side(text, "miners", "Grey Staff") == (None, "")


def test_two_sides_named_with_a_figure_give_none(side: Side) -> None:
    """Soldiers of two sides are not the speaker's own."""
    assert side("4 Tarn and Velt soldiers fell.", "Tarn and Velt soldiers", "Grey Staff") == (None, "")


def test_forces_beside_another_side_are_not_the_speakers_own(side: Side) -> None:
    """Soldiers without a flag are not given to the speaker where the sentence names other forces."""
    found, _ = side("Velt columns lost the village and 4 soldiers fell there.", "soldiers", "Grey Staff")
    assert found == "Velt"
