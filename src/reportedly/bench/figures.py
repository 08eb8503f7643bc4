"""Shares and F1 as every task prints them: rounded to four places, None where there is nothing to divide by."""

from __future__ import annotations

from collections import Counter

Counts = Counter[str]


def share(part: int, whole: int) -> float | None:
    """Return ``part`` of ``whole``; None where ``whole`` is 0."""
    return round(part / whole, 4) if whole else None


def f1(hits: int, predicted: int, gold: int) -> dict[str, float]:
    """Return precision, recall and F1; 0 where nothing was predicted or nothing is gold."""
    precision = hits / predicted if predicted else 0.0
    recall = hits / gold if gold else 0.0
    both = precision + recall
    figures = {"p": precision, "r": recall, "f1": 2 * precision * recall / both if both else 0.0}
    return {name: round(figure, 4) for name, figure in figures.items()}
