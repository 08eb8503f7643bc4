"""Planted bugs in the grouping of mentions that its tests must catch."""

from __future__ import annotations

import numpy
import pytest

from mention_samples import read, together
from reportedly.events import mentions as mentions_module
from reportedly.events.mentions import group_mentions


def test_grouping_in_the_order_of_reading_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With mentions left in the order in which they come, links would depend on it."""
    mentions, counts = read()
    backwards = group_mentions(mentions[::-1], counts)
    assert backwards == group_mentions(mentions, counts)
    monkeypatch.setattr(mentions_module, "sorted", lambda values, **_: list(values), raising=False)
    assert group_mentions(mentions[::-1], counts) != group_mentions(mentions, counts)


def test_taking_all_documents_for_one_story_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    """With any pair of one topic taken for one event, a trial would be one with its arrest."""
    mentions, counts = read()
    assert not together(group_mentions(mentions, counts), "court sentenced", "court arrested")
    monkeypatch.setattr(
        mentions_module, "judged", lambda _, numbers, __: numpy.ones(len(numbers) * (len(numbers) - 1) // 2)
    )
    assert together(group_mentions(mentions, counts), "court sentenced", "court arrested")
