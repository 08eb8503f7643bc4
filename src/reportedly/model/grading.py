"""The two scales of a grade, which order only what can be judged, and the grade of each source and each saying."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import NoReturn

from reportedly.model.reason import Reason


class SourceLetter(StrEnum):
    """How reliable a source is, after the Admiralty scale (NATO AJP-2.1); F has no place in the order.

    Comparing or sorting a letter that cannot be judged raises ``TypeError``.
    """

    A = "A"
    """Completely reliable: a record of figures that others bore out."""
    B = "B"
    """Usually reliable."""
    C = "C"
    """Fairly reliable."""
    D = "D"
    """Not usually reliable."""
    E = "E"
    """Unreliable."""
    F = "F"
    """Cannot be judged."""

    @property
    def judged(self) -> bool:
        """Whether the letter has a place in the order."""
        return self is not SourceLetter.F

    def _place(self, other: object) -> tuple[str, str]:
        theirs = SourceLetter(str(other))
        if not (self.judged and theirs.judged):
            _refuse(self, other)
        return self.value, theirs.value

    def __lt__(self, other: object) -> bool:
        """Say whether this is the more reliable; refused where one cannot be judged."""
        mine, theirs = self._place(other)
        return mine < theirs

    def __le__(self, other: object) -> bool:
        """Say whether this is at least as reliable; refused where one cannot be judged."""
        mine, theirs = self._place(other)
        return mine <= theirs

    def __gt__(self, other: object) -> bool:
        """Say whether this is the less reliable; refused where one cannot be judged."""
        mine, theirs = self._place(other)
        return mine > theirs

    def __ge__(self, other: object) -> bool:
        """Say whether this is at most as reliable; refused where one cannot be judged."""
        mine, theirs = self._place(other)
        return mine >= theirs


class InformationDigit(IntEnum):
    """How well a piece of information stands, after the Admiralty scale (NATO AJP-2.1); 6 has no place in the order.

    Comparing or sorting a digit that cannot be judged raises ``TypeError``, and no digit can be added to another or
    averaged: they are ranks.
    """

    CONFIRMED = 1
    """By other, independent sources."""
    PROBABLY_TRUE = 2
    POSSIBLY_TRUE = 3
    DOUBTFUL = 4
    IMPROBABLE = 5
    UNKNOWN = 6
    """Cannot be judged."""

    @property
    def judged(self) -> bool:
        """Whether the digit has a place in the order."""
        return self is not InformationDigit.UNKNOWN

    def _place(self, other: object) -> tuple[int, int]:
        theirs = InformationDigit(int(str(other)))
        if not (self.judged and theirs.judged):
            _refuse(self, other)
        return self.value, theirs.value

    def __lt__(self, other: object) -> bool:
        """Say whether this stands better; refused where one cannot be judged."""
        mine, theirs = self._place(other)
        return mine < theirs

    def __le__(self, other: object) -> bool:
        """Say whether this stands at least as well; refused where one cannot be judged."""
        mine, theirs = self._place(other)
        return mine <= theirs

    def __gt__(self, other: object) -> bool:
        """Say whether this stands worse; refused where one cannot be judged."""
        mine, theirs = self._place(other)
        return mine > theirs

    def __ge__(self, other: object) -> bool:
        """Say whether this stands at most as well; refused where one cannot be judged."""
        mine, theirs = self._place(other)
        return mine >= theirs

    def __add__(self, other: object) -> NoReturn:
        """Refuse to add ranks."""
        raise TypeError(f"{self!s} is a rank and cannot be added to {other!s}")

    __radd__ = __add__

    def as_integer_ratio(self) -> NoReturn:
        """Refuse to be averaged: the standard library's mean asks for this."""
        raise TypeError(f"{self!s} is a rank and has no mean")


def _refuse(left: object, right: object) -> NoReturn:
    raise TypeError(f"grades {left!s} and {right!s} have no order: F and 6 are unknown, not middling")


class Relation(StrEnum):
    """How a source stands to the matter that it speaks of."""

    NO_PARTY = "of no party"
    OWN = "on its own side"
    ENEMY = "on another side"
    OTHERS = "on losses of others"
    PARTY = "of a party"
    """Of a party, on something else than losses."""
    UNKNOWN = "not known"


@dataclass(frozen=True, slots=True)
class SourceGrade:
    """The letter of one origin in one event."""

    origin: str
    """Its name; empty where nobody is recorded."""
    letter: SourceLetter
    reasons: tuple[Reason, ...] = ()
    relation: Relation = Relation.UNKNOWN
    by_class: SourceLetter = SourceLetter.F
    """The letter before its record was looked at."""


@dataclass(frozen=True, slots=True)
class SayingGrade:
    """The digit of one saying of one origin."""

    testimony_id: str
    digit: InformationDigit
    reasons: tuple[Reason, ...] = ()
    borne_out_by: tuple[str, ...] = ()
    """Names of the other counted origins that say the same."""
    contradicted_by: tuple[str, ...] = ()
    """Names of the recorded origins that deny it or give what cannot hold beside it."""
    origin: str = ""
    """Name of the origin whose word it is."""
