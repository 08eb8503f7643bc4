"""Reasons: what every judgement carries, so that no score leaves a comparator bare."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """One ground of a judgement, in words that a reader can check."""

    code: str
    """Stable short name of the rule, such as ``same-origin`` or ``figure-differs``."""
    text: str
    """The ground as a phrase for people, naming what was compared."""
    claim_ids: tuple[str, ...] = ()
    """Claims whose words the ground rests on."""
    weight: float | None = None
    """What the ground adds to the score it belongs to, where there is one (log-odds or share, as the rule says)."""
