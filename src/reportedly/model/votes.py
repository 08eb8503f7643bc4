"""Votes: what sources say of the value of something, and what comes of it when copies are seen through."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vote:
    """One source's word on one object."""

    object: str
    source: str
    value: str
    stated: str = ""
    """Whom the word was taken from, as the row itself says; empty where it says nothing."""


@dataclass(frozen=True, slots=True)
class FusedValue:
    """The likeliest value of an object."""

    object: str
    value: str
    probability: float


@dataclass(frozen=True, slots=True)
class FusedSource:
    """What votes tell of a source."""

    source: str
    accuracy: float
    """How often its own answers are right."""
    copies: str = ""
    """Whom it copies; empty where it copies nobody."""
    rate: float = 0.0
    """How often it repeats the one it copies where that one has spoken."""


@dataclass(frozen=True, slots=True)
class Fusion:
    """Values and sources that fit each other."""

    values: tuple[FusedValue, ...]
    """One for each object, by name."""
    sources: tuple[FusedSource, ...]
    """By name, those that only others name among them; last those that no row names and that seem to stand behind some
    of the others (``unseen source``)."""
    false_values: float
    """How many wrong values an object has to offer, as the votes tell it."""
