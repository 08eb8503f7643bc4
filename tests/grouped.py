"""B-cubed F1 of a grouping (Bagga and Baldwin 1998)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping


def b_cubed_f1(gold: Mapping[str, str], found: Mapping[str, str]) -> float:
    """Return the F1 of two groupings of the same items; their labels must have nothing in common."""
    members: dict[str, set[str]] = defaultdict(set)
    for item, label in [*gold.items(), *found.items()]:
        members[label].add(item)
    both = {item: len(members[gold[item]] & members[found[item]]) for item in gold}
    precision = sum(both[item] / len(members[found[item]]) for item in gold) / len(gold)
    recall = sum(both[item] / len(members[gold[item]]) for item in gold) / len(gold)
    return 2 * precision * recall / (precision + recall)
