"""What holds for groups of mentions whatever the order of reading."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mention_samples import read
from reportedly.events.mentions import group_mentions

MENTIONS, COUNTS = read()


@settings(deadline=None, max_examples=25)
@given(st.permutations(range(len(MENTIONS))), st.permutations(range(len(COUNTS))))
def test_order_does_not_matter(mentions: list[int], counts: list[int]) -> None:
    """Mentions and documents in any order give the same groups, links and scores."""
    shuffled = group_mentions([MENTIONS[one] for one in mentions], [COUNTS[one] for one in counts])
    assert shuffled == group_mentions(MENTIONS, COUNTS)


@settings(deadline=None, max_examples=25)
@given(st.sets(st.sampled_from(range(len(MENTIONS))), min_size=1))
def test_groups_divide_any_choice_of_mentions(chosen: set[int]) -> None:
    """Whatever mentions are given, each is in exactly one group."""
    mentions = [MENTIONS[one] for one in sorted(chosen)]
    groups = group_mentions(mentions, COUNTS).groups
    assert sorted(one for group in groups for one in group) == sorted(one.id for one in mentions)
