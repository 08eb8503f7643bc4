"""Take a word from one scale to another by way of its interval, and say what is lost on the way."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.yardstick import Band, Named, ScaleKind, Yardstick

_STEP = 0.01
"""What lies between two runs of whole percent."""
_ROUNDED = 9


@dataclass(frozen=True, slots=True)
class Conversion:
    """A row of one scale put into the words of another."""

    source: Yardstick
    row: Band | Named
    target: Yardstick
    found: Band | Named | None
    """The row of the target that has most of the interval; None where none has any of it."""
    kept: float
    """Share of the source's interval, from 0 to 1, for which the found row is true."""
    touched: tuple[Band, ...]
    """All rows of the target that have some of the interval, from low to high."""

    @property
    def exact(self) -> bool:
        """Whether the found row says what the source's says, no more and no less."""
        if self.found is not None and self.row.code and self.found.code == self.row.code:
            return True
        if isinstance(self.row, Band) and isinstance(self.found, Band):
            return _extent(self.source, self.row) == _extent(self.target, self.found)
        return False

    @property
    def loss(self) -> str:
        """What is lost, in words; empty where nothing is."""
        if self.exact:
            return ""
        if isinstance(self.row, Named):
            return self._loss_of_name(self.row)
        if isinstance(self.found, Named):
            return f"{self.target.name} gives no number; {percents(self.row)} is lost"
        if self.found is None:
            return f"{self.target.name} has no row for any of {percents(self.row)}"
        said = [f"{percents(self.row)} becomes {percents(self.found)}"]
        if self.kept < 1:
            said.append(f"{self.kept:.0%} of the interval is kept")
        others = [band.words[0] for band in self.touched if band != self.found]
        if others:
            said.append(f"part of it is {' or '.join(others)}")
        return "; ".join(said)

    def _loss_of_name(self, row: Named) -> str:
        if self.found is not None:
            return "the word is the same; what it rests on need not be"
        if row.unknown:
            return f"{self.target.name} has no row for what cannot be judged; it stays unknown"
        return f"{self.source.name} gives {row.words[0]} no number, so that no row of {self.target.name} can be found"


def convert(row: Band | Named, source: Yardstick, target: Yardstick) -> Conversion:
    """Put a row of one scale into the words of another that measures the same thing.

    Args:
        row: of the source.
        source: the scale that it comes from.
        target: the scale wanted.

    Raises:
        ValueError: where the scales measure different things; a likelihood is no confidence.
    """
    if source.of is not target.of:
        raise ValueError(f"{source.name} is a scale of {source.of}, {target.name} one of {target.of}")
    same = _same_row(row, source, target)
    if same is not None or isinstance(row, Named) or not target.bands:
        only = (same,) if isinstance(same, Band) else ()
        return Conversion(source, row, target, same, 1.0 if only and isinstance(row, Band) else 0.0, only)
    low, high = _extent(source, row)
    if low == high:
        held = target.band(low)
        return Conversion(source, row, target, held, 1.0 if held else 0.0, (held,) if held else ())
    shares = {band: _overlap(_place(target, band), (low, high)) for band in target.bands}
    touched = tuple(band for band in target.bands if shares[band] > 0)
    held = max(touched, key=lambda band: (shares[band], -_off(band)), default=None)
    kept = _overlap(_extent(target, held), (low, high)) / (high - low) if held else 0.0
    return Conversion(source, row, target, held, round(kept, _ROUNDED), touched)


def percents(band: Band) -> str:
    """Return the interval of a row as its publisher prints it: ``55-80 %``, ``>50 %``, ``100 %``."""
    low, high = round(band.low * 100), round(band.high * 100)
    if low == high:
        return f"{low} %"
    return f">{low} %" if band.open_low and band.high == 1 else f"{low}-{high} %"


def _same_row(row: Band | Named, source: Yardstick, target: Yardstick) -> Band | Named | None:
    """Return the row of the same grade, of the same interval, or of the same word where neither has a number.

    What is unknown goes to what is unknown alone.
    """
    rows: tuple[Band | Named, ...] = (*target.bands, *target.named)
    unknown = isinstance(row, Named) and row.unknown
    for one in rows:
        if unknown != (isinstance(one, Named) and one.unknown):
            continue
        if row.code and one.code == row.code:
            return one
        if isinstance(row, Band) and isinstance(one, Band):
            if _extent(source, row) == _extent(target, one) and row.open_low == one.open_low:
                return one
        elif not row.code and row.words[0] in one.words:
            return one
    return None


def _extent(scale: Yardstick, band: Band) -> tuple[float, float]:
    """Return the interval for which a row is true; runs of whole percent reach up to the next."""
    stepped = scale.kind is ScaleKind.STEPS and band.low < band.high < 1
    return band.low, round(band.high + _STEP, _ROUNDED) if stepped else band.high


def _place(scale: Yardstick, band: Band) -> tuple[float, float]:
    """Return the interval in which a row's word is taken."""
    return band.use or _extent(scale, band)


def _overlap(one: tuple[float, float], other: tuple[float, float]) -> float:
    return round(max(min(one[1], other[1]) - max(one[0], other[0]), 0.0), _ROUNDED)


def _off(band: Band) -> float:
    return abs((band.low + band.high) / 2 - 0.5)
