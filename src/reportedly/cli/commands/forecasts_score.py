"""``reportedly forecasts score``: how good resolved forecasts were, all together and maker by maker."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json

if TYPE_CHECKING:
    from datetime import date

    from reportedly.model.score import Figure, ProbabilityScore, RangeScore, Scorecard

SCALES = {
    "brier": "0 (perfect) to 1; the scale from 0 to 2 that others use is twice this",
    "log_score": "natural logarithm, probabilities clipped at 1e-6; 0 is perfect",
    "winkler": "on ln(1 + x): width of the range, and 2 / 0.1 (90 %) or 2 / 0.5 (50 %) times the miss; 0 is perfect",
    "intervals": "95 %: Wilson's for shares, Student's t for means",
}
"""How the figures are to be read."""


@click.command("score")
@click.option("--by", "by", type=click.Choice(["source"]), help="Also score every maker apart.")
@click.option("--source", help="Only forecasts of makers whose name holds these words.")
@click.option("--with-late", is_flag=True, help="Also score what was put on record only when the outcome was known.")
@click.option("--picture", type=options.FILE, help="Also write the calibration as an SVG file.")
@click.option("--as-of", type=options.Day(), help="What was resolved by this day (2024-12-20).")
@options.ledger_option
@options.json_option
def score(
    ledger: Path,
    by: str | None,
    source: str | None,
    with_late: bool,
    picture: Path | None,
    as_of: date | None,
    as_json: bool,
) -> None:
    """Score resolved forecasts: Brier (0 to 1), log score, calibration, ranges.

    The number that was said and the middle of the word's row are scored apart.

    \b
    Example:
      reportedly forecasts score --ledger case.db --by source --picture calibration.svg
    """
    from reportedly.model.codec import to_data
    from reportedly.pipeline.calibration import write_calibration
    from reportedly.pipeline.forecasts import Wanted, forecasts_of
    from reportedly.pipeline.scores import scorecards

    found = forecasts_of(ledger, Wanted(source=source, as_of=as_of))
    cards = scorecards(found, by == "source", with_late)
    written = [write_calibration(cards[0], picture)] if picture else []
    if as_json:
        data = [to_data(card) for card in cards]
        print_json({"scales": SCALES, "all": data[0], "by_source": data[1:], "written": [str(one) for one in written]})
        return
    from reportedly.cli.console import show_written

    _show(cards)
    show_written(written)


def _show(cards: tuple[Scorecard, ...]) -> None:
    from reportedly.cli.console import console, plain

    out = console()
    for card in cards:
        name = f"{card.who or 'nobody named'} ({card.voice})" if card.voice else "All forecasts"
        out.print(plain(name, "bold"))
        for line in card_lines(card):
            out.print(plain(f"  {line}"), soft_wrap=True)
        if card.number is not None and not card.voice:
            _show_bins(card.number)
    out.print(plain(f"Brier {SCALES['brier']}. Log score: {SCALES['log_score']}.", "dim"), soft_wrap=True)


def card_lines(card: Scorecard) -> list[str]:
    """Return a scorecard as lines for people."""
    few = "; too few to say much" if card.too_few else ""
    lines = [f"{card.resolved} resolved{few}; {card.unresolved} not yet, {card.void} void"]
    if card.late:
        lines.append(f"{card.late} left out: put on record only when the outcome was known")
    if card.number is not None:
        lines += _probability_lines("as a number", card.number)
        if card.number.brier_worst - card.number.brier_best > 1e-9:
            ends = f"{card.number.brier_best:.3f} to {card.number.brier_worst:.3f}"
            lines.append(f"within the intervals that were said, Brier could be {ends}")
    if card.word is not None:
        lines += _probability_lines("as a word", card.word)[:1]
    if card.flat is not None:
        lines.append(f"said flatly: {_figure(card.flat, 2)} came true, n {card.flat_n}")
    if card.ranges is not None:
        lines += _range_lines(card.ranges)
    if card.map is not None:
        worth = ", ".join(f"{row.stated:.0%} was {row.observed:.0%}" for row in card.map.rows)
        lines.append(f"for information, what was stated has been worth: {worth}")
    return lines


def _probability_lines(how: str, score: ProbabilityScore) -> list[str]:
    skill = "none, all came out alike" if score.skill is None else f"{score.skill:+.3f}"
    auc = "none" if score.auc is None else f"{score.auc:.3f}"
    parts = f"reliability {score.reliability:.3f} - resolution {score.resolution:.3f} + uncertainty"
    return [
        f"{how}: Brier {_figure(score.brier)}, log score {_figure(score.log_score)}, n {score.n}",
        f"skill against the base rate ({score.base_rate:.2f}) {skill}, discrimination (AUC) {auc}, ECE {score.ece:.3f}",
        f"Brier = {parts} {score.uncertainty:.3f} {score.within_bins:+.3f} within bins",
    ]


def _range_lines(score: RangeScore) -> list[str]:
    half = f"; 50 % ranges {_figure(score.half_covered, 2)}" if score.half_covered else ""
    return [
        f"90 % ranges held the value in {_figure(score.covered, 2)}{half}, n {score.n}",
        f"Winkler on ln(1 + x) {_figure(score.winkler)}, weighted interval score {_figure(score.interval_score)}",
        f"median distance of the best number on ln(1 + x) {score.median_abs_ln:.3f}",
    ]


def _figure(figure: Figure, digits: int = 3) -> str:
    words = f"{figure.value:.{digits}f}"
    if figure.low is None or figure.high is None:
        return words
    return f"{words} ({figure.low:.{digits}f}-{figure.high:.{digits}f})"


def _show_bins(score: ProbabilityScore) -> None:
    from reportedly.cli.console import add_row, console, table

    columns: tuple[Any, ...] = ("stated", "mean", "came true", "95 %", "n")
    made = table(*columns, title="Calibration", right=columns)
    for one in score.bins:
        came = one.came_true
        ends = f"{came.low:.2f}-{came.high:.2f}" if came.low is not None and came.high is not None else ""
        add_row(made, f"{one.low:.1f}-{one.high:.1f}", f"{one.stated:.2f}", f"{came.value:.2f}", ends, str(one.n))
    console().print(made)
