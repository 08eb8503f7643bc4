"""What holds for every estimate of a running total."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from reportedly.evidence.series.digits import slip_between, slips
from reportedly.evidence.series.totals import Evidence, estimate
from reportedly.model.running import Role, Wanted
from reportedly.read.running import read_running
from running_samples import clean, day

TOTALS = st.dictionaries(st.integers(0, 60).map(day), st.integers(1, 10**6).map(float), min_size=1, max_size=12)
SPREADS = st.floats(0.05, 1.5)
FACTORS = st.floats(0.1, 5.0)


@given(TOTALS, TOTALS, FACTORS, SPREADS, st.one_of(st.none(), st.floats(0.1, 1.0)))
def test_an_estimate_stays_above_its_floors_and_never_falls(
    claimed: dict[date, float], known: dict[date, float], factor: float, spread: float, share: float | None
) -> None:
    """Whatever is claimed, however jumbled: order of quantiles, floors and time hold."""
    evidence = [Evidence("a", claimed, factor, spread, floor=False), Evidence("b", known, share, 0.3, floor=True)]
    bands = estimate(evidence)
    for one in bands:
        highest = max((value for when, value in known.items() if when <= one.day), default=0.0)
        assert highest <= one.low <= one.half_low <= one.best <= one.half_high <= one.high
    assert all(one.low <= two.low and one.best <= two.best and one.high <= two.high for one, two in pairwise(bands))


@given(st.integers(0, 2**32))
def test_the_order_of_rows_does_not_matter(seed: int) -> None:
    """A shuffled table is read as the same columns."""
    lines = [f"{when},{value:.0f}" for when, value in clean(days=12).items()]
    shuffled = list(lines)
    Random(seed).shuffle(shuffled)
    (one,), (two,) = (
        read_running("\n".join(["date,total", *rows]).encode(), "t.csv", Wanted()) for rows in (lines, shuffled)
    )
    assert one == two
    assert one.role is Role.CLAIM


@given(st.integers(1, 10**7))
def test_every_slip_can_be_told(value: int) -> None:
    """Whatever number one slip leads to, the words for it are found."""
    assert all(slip_between(value, meant) for meant in slips(value) if str(meant)[0] != "0" and meant > 9)
