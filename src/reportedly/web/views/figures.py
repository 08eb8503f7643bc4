"""The figures of an event over time: for each measure a chart with its table."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.dossier import Dossier
from reportedly.publish.figure_groups import figure_groups
from reportedly.publish.figure_picture import FigureGroup, draw_figures
from reportedly.publish.labels import page_labels
from reportedly.publish.shapes import Picture
from reportedly.web.views.figures_marks import Drawer, FigureMark, Part, floor_steps, marks_of, symbols_of
from reportedly.web.views.figures_spec import Spec, shape_of, spec_of, tone_of


@dataclass(frozen=True, slots=True)
class Symbol:
    """What stands for an origin in a chart and in its table."""

    origin: str
    path: str
    """SVG path about the origin of the plane."""
    tone: int
    """Number of its colour, from 0."""


@dataclass(frozen=True, slots=True)
class FigureChart:
    """One measure: its figures as rows and as a chart."""

    group: FigureGroup
    """As the report prints them, with range, model and the rules of published projects."""
    marks: tuple[FigureMark, ...]
    """Every telling, by day."""
    symbols: tuple[Symbol, ...]
    """Of the origins that give a figure of this measure."""
    floors: bool
    """Whether the line of the greatest ``at least`` is drawn."""
    spec: Spec | None
    """Vega-Lite; None where all figures are of one day."""

    @property
    def drawn(self) -> bool:
        """Whether a picture says more than the table: two tellings or more."""
        return len(self.marks) > 1

    @property
    def parts(self) -> frozenset[Part]:
        """What its tellings are to the estimate."""
        return frozenset(mark.part for mark in self.marks)


@dataclass(frozen=True, slots=True)
class FiguresView:
    """The figures of one event."""

    event_id: str
    charts: tuple[FigureChart, ...]


def figures_view(dossier: Dossier, event_id: str) -> FiguresView:
    """Return the charts of an event's figures, one for each measure, side and scope.

    Args:
        dossier: of one event, as of any day.
        event_id: the id under which the page was asked for.
    """
    charts = []
    for evidence in dossier.evidence:
        numbers = symbols_of(dossier)
        drawer = Drawer(dossier, numbers, page_labels(dossier.documents))
        for at, group in enumerate(figure_groups(dossier, evidence)):
            marks = marks_of(drawer, evidence.estimates, at, group)
            told = {mark.origin for mark in marks}
            symbols = tuple(symbol_of(name, at) for name, at in numbers.items() if name in told)
            charts.append(FigureChart(group, marks, symbols, bool(floor_steps(marks)), spec_of(group, marks)))
    return FiguresView(event_id, tuple(charts))


def figure_picture(chart: FigureChart) -> Picture:
    """Return the picture that stands where no script draws the chart."""
    return draw_figures((chart.group,))


def symbol_of(origin: str, number: int) -> Symbol:
    """Return the symbol of an origin by its number."""
    return Symbol(origin, shape_of(number), tone_of(number))
