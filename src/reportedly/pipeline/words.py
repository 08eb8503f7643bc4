"""Look words and numbers up on the bundled scales, with what readers make of the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.model.conversion import Conversion, convert
from reportedly.model.errors import SettingsError
from reportedly.model.perceptions import Heard
from reportedly.model.yardstick import Band, Gap, Named, ScaleOf, Yardstick
from reportedly.pipeline.resources import load_perceptions, load_scale, scale_names

_PERCENT = 2
"""From here on a number without a sign is in per cent; between 1 and this it could be either."""
_NUMBER = re.compile(r"(\d+(?:\.\d+)?|\.\d+)\s*(%?)")
NUMBERS_ADVICE = "give a number from 0 to 1 or a percentage"


@dataclass(frozen=True, slots=True)
class Reading:
    """What one scale makes of a number or a word."""

    key: str
    """The name by which the scale is asked for."""
    scale: Yardstick
    row: Band | Named | None
    """The row found; None where a number falls into a gap."""
    gap: Gap | None = None
    nearest: Band | None = None
    """Of a number in a gap, the row that lies nearest."""
    also: tuple[Band, ...] = ()
    """Other rows of a nested scale that are true of the number."""

    @property
    def word(self) -> str:
        """The word of the row; empty in a gap."""
        return self.row.words[0] if self.row else ""


def as_number(asked: str) -> float | None:
    """Return the probability that a text gives (``0.7``, ``70%``, ``70``), or None where it is a word.

    Raises:
        SettingsError: where it is a number outside of 0 to 1 and of 0 to 100 %.
    """
    found = _NUMBER.fullmatch(asked.strip())
    if not found:
        return None
    number = float(found[1])
    if not found[2] and 1 < number < _PERCENT:
        what = f"{found[1]} may be a share above 1, or {found[1]} %"
        raise SettingsError("E230", what, asked, NUMBERS_ADVICE)
    number = number / 100 if found[2] or number > 1 else number
    if number > 1:
        raise SettingsError("E230", "no probability", asked, NUMBERS_ADVICE)
    return number


def readings_of_number(number: float, scale: str | None = None) -> tuple[Reading, ...]:
    """Return the word of a number on every scale of likelihood, or on the one scale asked for.

    Raises:
        SettingsError: where there is no such scale, or it has no numbers.
    """
    scales = [(scale, load_scale(scale))] if scale else list(_scales(ScaleOf.LIKELIHOOD))
    if scale and not scales[0][1].bands:
        raise SettingsError("E230", "the scale has no numbers", scale, "ask it for a word")
    return tuple(_of_number(key, table, number) for key, table in scales)


def readings_of_word(word: str, scale: str | None = None) -> tuple[Reading, ...]:
    """Return what a word or code means on every scale that has it, or on the one scale asked for.

    Raises:
        SettingsError: where there is no such scale, or none that has the word.
    """
    scales = [(scale, load_scale(scale))] if scale else list(_scales(None))
    found = tuple(Reading(key, table, row) for key, table in scales if (row := table.row(word)))
    if not found:
        where = f"{word} on {scale}" if scale else word
        raise SettingsError("E230", "no scale has this word", where, "reportedly words --scale NAME lists the words")
    return found


def converted(word: str, source: str, targets: Sequence[str] = ()) -> tuple[Conversion, ...]:
    """Take a word from one scale to others.

    Args:
        word: a word or code of the source.
        source: name of the scale that it comes from.
        targets: names of the scales wanted; without any, all that measure the same.

    Raises:
        SettingsError: where there is no such scale or word, or the scales do not measure the same.
    """
    reading = readings_of_word(word, source)[0]
    row, table = reading.row, reading.scale
    wanted = [load_scale(name) for name in targets]
    wanted = wanted or [one for _, one in _scales(table.of) if one.name != table.name]
    try:
        return tuple(convert(row, table, one) for one in wanted) if row else ()
    except ValueError as error:
        raise SettingsError("E230", str(error), word, "take two scales that measure the same") from error


def heard(row: Band | Named | None) -> tuple[tuple[str, Heard], ...]:
    """Return what readers made of a row's words, each with the name of the first survey that asked for it."""
    if not isinstance(row, Band):
        return ()
    words = dict.fromkeys((*row.words, *(form for form in row.adverbs if form)))
    found: dict[Heard, str] = {}
    for word in words:
        survey = next((one for one in load_perceptions() if one.heard(word)), None)
        each = survey.heard(word) if survey else None
        if survey and each:
            found.setdefault(each, survey.name)
    return tuple((name, each) for each, name in found.items())


def _of_number(key: str, scale: Yardstick, number: float) -> Reading:
    row = scale.band(number)
    if row is None:
        return Reading(key, scale, None, scale.gap(number), scale.nearest(number))
    return Reading(key, scale, row, also=tuple(band for band in scale.holding(number) if band != row))


def _scales(of: ScaleOf | None) -> Iterator[tuple[str, Yardstick]]:
    """Yield the bundled scales of one kind, or all, the default first."""
    for name in sorted(scale_names(), key=lambda one: (one != "icd203", one)):
        scale = load_scale(name)
        if of is None or scale.of is of:
            yield name, scale
