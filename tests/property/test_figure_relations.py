"""Invariants of what figures have to do with each other, on sentences put together at random."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.claims.relations_figures import with_figure_relations
from reportedly.model.claim import Claim, Measure, Quantity, RelationType
from reportedly.model.codec import from_json, to_json
from reportedly.model.span import Span

JOINTS = (
    " people were killed, including ",
    " killed and ",
    " wounded, ",
    " died. The death toll rose to ",
    " dead, up from ",
    " people. Another ",
    " of them soldiers. Of these, ",
    " more were hurt. Police initially said ",
    " of the ",
    " were among the dead, and ",
)
MEASURES = st.sampled_from((Measure.KILLED, Measure.WOUNDED, Measure.CASUALTIES, Measure.OTHER))


@st.composite
def told(draw: st.DrawFn) -> tuple[str, tuple[Claim, ...]]:
    """A text of figures between joints, cut into claims anywhere."""
    text, figures = "The raid hit ", []
    for _ in range(draw(st.integers(1, 6))):
        number = draw(st.integers(1, 90))
        span = Span(len(text), len(text) + len(str(number)))
        figures.append(Quantity(draw(MEASURES), draw(st.sampled_from(("", "people"))), number, number, span=span))
        text += str(number) + draw(st.sampled_from(JOINTS))
    cuts = draw(st.lists(st.booleans(), min_size=len(figures), max_size=len(figures)))
    groups: list[list[Quantity]] = [[]]
    for figure, cut in zip(figures, cuts, strict=True):
        groups += [[]] if cut and groups[-1] else []
        groups[-1].append(figure)
    return text, tuple(_claim(text, number, tuple(group)) for number, group in enumerate(groups))


def _claim(text: str, number: int, figures: tuple[Quantity, ...]) -> Claim:
    spans = [figure.span for figure in figures if figure.span]
    span = Span(spans[0].start, spans[-1].end)
    return Claim(f"clm-{number}", "doc-a", span, span.of(text), quantities=figures)


@given(told())
@settings(max_examples=150)
def test_relations_tie_figures_that_are_there(case: tuple[str, tuple[Claim, ...]]) -> None:
    """Both ends of a relation exist, are two, and its words stand in the text."""
    text, claims = case
    found = {claim.id: claim for claim in with_figure_relations(claims, text)}
    for claim in found.values():
        for one in claim.figure_relations:
            own, other = claim.quantities[one.figure], found[one.to].quantities[one.to_figure]
            assert own is not other
            assert all(span.of(text).strip() for span in one.ground.spans)


@given(told())
@settings(max_examples=150)
def test_an_update_stays_within_its_measure(case: tuple[str, tuple[Claim, ...]]) -> None:
    """What updates or adds never turns killed into wounded."""
    text, claims = case
    found = {claim.id: claim for claim in with_figure_relations(claims, text)}
    unlike = {Measure.OTHER}
    for claim in found.values():
        for one in claim.figure_relations:
            held = {claim.quantities[one.figure].measure, found[one.to].quantities[one.to_figure].measure}
            assert one.type is RelationType.PART_OF or len(held - unlike) <= 1


@given(told())
@settings(max_examples=100)
def test_nothing_but_the_relations_changes(case: tuple[str, tuple[Claim, ...]]) -> None:
    """Figures, spans and ids stay, and a claim with relations comes back from JSON as it was."""
    text, claims = case
    made = with_figure_relations(claims, text)
    assert [(one.id, one.quantities) for one in made] == [(one.id, one.quantities) for one in claims]
    assert all(from_json(Claim, to_json(one)) == one for one in made)
