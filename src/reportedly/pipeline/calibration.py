"""Write the picture of how often what was called so probable came true."""

from __future__ import annotations

from pathlib import Path

from reportedly.model.errors import SettingsError
from reportedly.model.score import TOO_FEW, Scorecard
from reportedly.pipeline.output import replace_file
from reportedly.publish.calibration_picture import draw_calibration


def write_calibration(card: Scorecard, path: Path) -> Path:
    """Write the calibration of a scorecard as an SVG file and return its path.

    Raises:
        SettingsError: where no probability is resolved, or the disk refuses the file.
    """
    if card.number is None:
        raise SettingsError("E255", "no stated probability is resolved yet", card.who, "resolve some forecasts first")
    note = f"Fewer than {TOO_FEW} resolved: this says little." if card.too_few else ""
    title = f"Forecasts of {card.who}" if card.who else "All forecasts"
    return replace_file(path, draw_calibration(card.number, title, note).encode("utf-8"))
