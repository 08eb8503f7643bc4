"""What a run tells while it works, to whoever wants to hear it."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Hears which stage is at work and how far it is; calls never overlap."""

    def begin(self, stage: str, total: int | None) -> None:
        """Hear that a stage begins.

        Args:
            stage: what is being done, in words.
            total: number of steps to come; None where it is not known.
        """

    def step(self) -> None:
        """Hear that one more step is done."""

    def end(self) -> None:
        """Hear that the stage is done."""


class Silent:
    """Progress that nobody hears."""

    def begin(self, stage: str, total: int | None) -> None:
        """Pass over the beginning of a stage."""

    def step(self) -> None:
        """Pass over a step."""

    def end(self) -> None:
        """Pass over the end of a stage."""
