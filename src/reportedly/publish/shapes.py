"""What a drawn picture is made of; templates turn it into SVG, so that every text passes their escaping."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Label:
    """A line of text in a picture."""

    x: float
    y: float
    """Base line."""
    text: str
    role: str
    """Class of the style sheet."""
    anchor: str = "start"
    full: str = ""
    """The uncut text where ``text`` was cut."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float
    role: str
    link: str = ""
    """Anchor that a click leads to."""
    radius: float = 6


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line or curve."""

    path: str
    """SVG path data, made of numbers only."""
    role: str
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with the words that stand for it where it cannot be seen."""

    width: int
    height: int
    title: str
    description: str
    strokes: tuple[Stroke, ...]
    boxes: tuple[Box, ...]
    labels: tuple[Label, ...]
