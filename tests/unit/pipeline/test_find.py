"""Short ids."""

from __future__ import annotations

import pytest

from reportedly.model.errors import NotFound
from reportedly.pipeline.find import whole_id

IDS = ["clm-12ab", "clm-12cd", "clm-9"]


@pytest.mark.parametrize("short", ["clm-12ab", "clm-12a", "12a"])
def test_an_unambiguous_beginning_is_enough(short: str) -> None:
    """The whole id, its beginning and its beginning without letters all lead to it."""
    assert whole_id(short, IDS, "claim") == "clm-12ab"


def test_an_id_in_full_is_found_where_others_begin_with_it() -> None:
    """A whole id is never ambiguous."""
    assert whole_id("clm-9", [*IDS, "clm-99"], "claim") == "clm-9"


@pytest.mark.parametrize(("short", "code"), [("clm-7", "E401"), ("", "E401"), ("clm-12", "E402")])
def test_none_or_several_are_an_error(short: str, code: str) -> None:
    """An id that fits nothing, or more than one thing, is refused with its own code."""
    with pytest.raises(NotFound) as caught:
        whole_id(short, IDS, "claim")
    assert caught.value.code == code
