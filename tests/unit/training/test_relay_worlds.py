"""The invented worlds of reports that copy each other."""

from __future__ import annotations

import pytest
from relay_worlds import WORLDS, invented


@pytest.mark.parametrize("name", sorted(WORLDS))
def test_relays_come_after_their_parents_and_share_their_origin(name: str) -> None:
    """Every report with a parent is later than it and of the same origin; each origin has one report without."""
    for told in invented(WORLDS[name], 20, 3).values():
        by_name = {one["report"]: one for one in told}
        roots = [one["origin"] for one in told if not one["parent"]]
        assert sorted(map(str, roots)) == sorted({str(one["origin"]) for one in told})
        for one in told:
            if one["parent"]:
                parent = by_name[one["parent"]]
                assert parent["origin"] == one["origin"]
                assert float(str(parent["hour"])) <= float(str(one["hour"]))


def test_a_seed_gives_the_same_world_again() -> None:
    """Equal seeds give equal reports, other seeds others."""
    assert invented(WORLDS["wires"], 5, 1) == invented(WORLDS["wires"], 5, 1)
    assert invented(WORLDS["wires"], 5, 1) != invented(WORLDS["wires"], 5, 2)
