"""Grouping mentions by event."""

from __future__ import annotations

from dataclasses import replace

import numpy
import pytest

from mention_samples import read, together
from reportedly.events.mentions import group_mentions
from reportedly.events.mentions_neighbours import neighbour_features
from reportedly.events.mentions_stories import likenesses, stories
from reportedly.events.mentions_trees import load_judge, read_judge
from reportedly.model.mention import MentionGroups

ONE_SPLIT = """{"joined": 0.5, "story": 0.2, "topic": 0.1,
  "pair": {"features": ["same root"], "trees": [[[0, -1, -1], [0.5, 0, 0], [1, 0, 0], [2, 0, 0], [0, -2, 2]]]},
  "company": {"features": ["first judgement"], "trees": []}}"""


@pytest.fixture(scope="module", name="groups")
def fixture_groups() -> MentionGroups:
    """The samples grouped by the packaged judge."""
    return group_mentions(*read())


def test_the_same_act_in_two_documents_is_one_event(groups: MentionGroups) -> None:
    """One verb with the same people in two reports of a story is one event."""
    assert together(groups, "court sentenced", "bank sentenced")


def test_active_and_passive_are_one_event(groups: MentionGroups) -> None:
    """Who acts and who is acted on may change places in the sentence."""
    assert together(groups, "court arrested", "bank arrested")


def test_different_acts_of_a_story_stay_apart(groups: MentionGroups) -> None:
    """A sentence is not the arrest before it."""
    assert not together(groups, "court sentenced", "court arrested")


def test_every_mention_is_in_one_group(groups: MentionGroups) -> None:
    """Groups divide the mentions."""
    assert sorted(one for group in groups.groups for one in group) == sorted(one.id for one in read()[0])


def test_every_link_has_score_and_reasons(groups: MentionGroups) -> None:
    """No group is held together by a bare number."""
    assert groups.links
    assert all(0 < link.score <= 1 and link.reasons for link in groups.links)


def test_a_group_has_one_link_fewer_than_mentions(groups: MentionGroups) -> None:
    """Each mention but the first of a group is linked to an earlier one."""
    assert len(groups.links) == sum(len(group) - 1 for group in groups.groups)


def test_the_reason_names_the_word(groups: MentionGroups) -> None:
    """A link between equal words says which."""
    link = next(one for one in groups.links if {one.left, one.right} == {"court arrested", "bank arrested"})
    assert "the same word: arrest" in [reason.text for reason in link.reasons]


def test_two_stories_are_told_apart() -> None:
    """Documents of one story share a number, those of another have another."""
    counts = sorted(read()[1], key=lambda one: "feron" in one.names)
    assert stories(likenesses(counts).whole, 0.18) == [0, 0, 1, 1]


def test_nothing_gives_nothing() -> None:
    """No mention makes no group."""
    assert group_mentions((), ()) == MentionGroups((), ())


def test_a_mention_alone_is_a_group() -> None:
    """A single mention needs no pair."""
    mentions, counts = read()
    assert group_mentions(mentions[:1], counts).groups == ((mentions[0].id,),)


def test_a_tree_goes_left_at_its_threshold() -> None:
    """A feature at the threshold goes left, above it right."""
    forest = read_judge(ONE_SPLIT).pair
    low, high = forest.probabilities({"same root": numpy.array([0.5, 1.0])})
    assert low < 0.2
    assert high > 0.8


def test_features_of_company_are_symmetric() -> None:
    """A pair has no first and second."""
    scores = numpy.array([[0, 0.9, 0.2], [0.9, 0, 0.4], [0.2, 0.4, 0]])
    labels = numpy.array([0, 1, 1])
    found = neighbour_features(scores, labels, numpy.array([0, 1, 2]))
    assert all(numpy.allclose(square, square.T) for square in found.values())


def test_a_rival_in_the_same_document_counts_against_a_pair() -> None:
    """The better partner in a document is ahead, the other behind."""
    scores = numpy.array([[0, 0.9, 0.2], [0.9, 0, 0.4], [0.2, 0.4, 0]])
    ahead = neighbour_features(scores, numpy.array([0, 1, 1]), numpy.array([0, 1, 2]))["ahead of rivals, lower"]
    assert ahead[0, 1] > 0 > ahead[0, 2]


def test_judging_all_pairs_apart_groups_nothing() -> None:
    """With a bar that no pair reaches, each mention stays alone."""
    mentions, counts = read()
    strict = replace(load_judge(), joined=1.1)
    assert all(len(group) == 1 for group in group_mentions(mentions, counts, strict).groups)
