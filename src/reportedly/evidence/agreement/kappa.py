"""Cohen's kappa for two coders, and the mean over pairs of coders for more.

Sources: J. Cohen, Educational and Psychological Measurement 20 (1960) 37-46; for more than two coders R. J. Light,
Psychological Bulletin 76 (1971) 365-377; J. L. Fleiss, J. Cohen and B. S. Everitt, Psychological Bulletin 72 (1969)
323-327, for the standard error with two coders.
"""

from __future__ import annotations

import math
from itertools import combinations

import numpy

from reportedly.evidence.agreement.ratings import Z95, Matrix, Table
from reportedly.model.agreement import Coefficient


def kappa(table: Table) -> Coefficient:
    """Return Cohen's kappa: agreement beyond what two coders' own habits give by chance, values being same or not.

    For more than two coders it is the mean over the pairs for which it can be told, without an interval.
    """
    coders = max((len(row) for row in table), default=0)
    found = [one for one in (_of_pair(table, *pair) for pair in combinations(range(coders), 2)) if one is not None]
    if not found:
        return Coefficient(None, note="no two coders share units in which values vary")
    if coders > 2:
        return Coefficient(math.fsum(value for value, _ in found) / len(found), note="mean over pairs of coders")
    value, error = found[0]
    if error is None:
        return Coefficient(1.0, note="every unit agrees: no interval")
    return Coefficient(value, max(-1.0, value - Z95 * error), min(1.0, value + Z95 * error), error)


def _of_pair(table: Table, left: int, right: int) -> tuple[float, float | None] | None:
    both = [(row[left], row[right]) for row in table if row[left] is not None and row[right] is not None]
    known = sorted({one for pair in both for one in pair}, key=lambda one: (str(type(one)), str(one)))
    place = {one: number for number, one in enumerate(known)}
    shares = numpy.zeros((len(known), len(known)))
    for one, other in both:
        shares[place[one], place[other]] += 1 / len(both)
    rows, columns = shares.sum(axis=1), shares.sum(axis=0)
    chance = float(rows @ columns)
    if len(known) < 2 or chance >= 1:
        return None
    if all(one == other for one, other in both):
        return 1.0, None
    observed = float(numpy.trace(shares))
    value = (observed - chance) / (1 - chance)
    return value, math.sqrt(max(0.0, _variance(shares, rows, columns, observed, chance)) / len(both))


def _variance(shares: Matrix, rows: Matrix, columns: Matrix, observed: float, chance: float) -> float:
    """Return the variance for one unit (Fleiss, Cohen and Everitt 1969, equation 13)."""
    margins = columns[:, None] + rows[None, :]
    straight = numpy.diag(shares) * ((1 - chance) - numpy.diag(margins) * (1 - observed)) ** 2
    crossed = (1 - observed) ** 2 * (shares * (1 - numpy.eye(len(shares))) * margins**2).sum()
    rest = (observed * chance - 2 * chance + observed) ** 2
    return (float(straight.sum()) + float(crossed) - rest) / (1 - chance) ** 4
