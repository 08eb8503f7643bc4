"""What must hold for stories whatever the texts are, and in whatever order they come."""

from __future__ import annotations

import random
from array import array
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import make_document
from property.strategies import REGISTRY, World, worlds
from reportedly.events import stories, ties
from reportedly.events.grouping import group
from reportedly.events.nodes import families
from reportedly.events.profiles import Profile, profile_of
from reportedly.events.stories import divide
from reportedly.events.ties import add_text, change_text, remove_text, ties_among
from shelves import PlainShelf

STEMS = tuple("abcdefgh")


@st.composite
def profiles(draw: st.DrawFn) -> list[Profile]:
    """Draw a few texts over few stems, so that lists are long for their number."""
    made = []
    for number in range(draw(st.integers(1, 14))):
        terms = tuple(draw(st.lists(st.sampled_from(STEMS), min_size=1, max_size=4, unique=True)))
        weight = round(10_000 / len(terms) ** 0.5)
        day = draw(st.none() | st.integers(0, 4).map(lambda n: date(2031, 1, 1) + timedelta(40 * n)))
        made.append(Profile(f"t{number:02}", day, terms, array("H", [weight] * len(terms))))
    return made


@pytest.fixture(autouse=True, scope="module")
def short_lists() -> Iterator[None]:
    """Make three texts a long list and four a large story, so that the bounds are met."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ties, "NEAR", 3)
        patch.setattr(stories, "MOST", 4)
        yield


@given(profiles(), st.randoms(use_true_random=False))
def test_ties_kept_are_ties_found_at_once(texts: list[Profile], chance: random.Random) -> None:
    """Whatever the order in which texts are added, the ties are those of the whole."""
    shelf = PlainShelf()
    for text in chance.sample(texts, len(texts)):
        add_text(shelf, text)
    assert set(shelf.ties) == {(tie.left, tie.right) for tie in ties_among(texts)}


@given(profiles(), st.randoms(use_true_random=False))
def test_a_text_taken_out_leaves_no_trace(texts: list[Profile], chance: random.Random) -> None:
    """After a text is taken out the ties are those of the others."""
    shelf = PlainShelf()
    for text in texts:
        add_text(shelf, text)
    gone = chance.choice(texts)
    remove_text(shelf, gone)
    assert set(shelf.ties) == {(tie.left, tie.right) for tie in ties_among(t for t in texts if t is not gone)}


@given(profiles(), profiles(), st.randoms(use_true_random=False))
def test_a_text_changed_in_place_is_a_text_put_there_anew(
    texts: list[Profile], others: list[Profile], chance: random.Random
) -> None:
    """After a text got another profile the ties are those of the whole, and every one that moved was told."""
    shelf = PlainShelf()
    for text in texts:
        add_text(shelf, text)
    old, like = chance.choice(texts), chance.choice(others)
    new = replace(old, terms=like.terms, weights=like.weights, figures=("killed:17",), sources=("tarn",))
    before = set(shelf.ties)
    touched = change_text(shelf, old, new)
    found = {(tie.left, tie.right) for tie in ties_among(new if text is old else text for text in texts)}
    assert set(shelf.ties) == found
    assert all(touched & set(pair) for pair in before ^ found)


@given(profiles())
def test_a_text_changes_only_the_ties_it_names(texts: list[Profile]) -> None:
    """Every tie that comes or goes with a text has an end among the texts told to be touched."""
    shelf = PlainShelf()
    for text in texts[:-1]:
        add_text(shelf, text)
    before = set(shelf.ties)
    touched = add_text(shelf, texts[-1])
    assert all(set(pair) <= touched for pair in before ^ set(shelf.ties))


@given(profiles(), st.randoms(use_true_random=False))
def test_the_order_of_texts_changes_no_story(texts: list[Profile], chance: random.Random) -> None:
    """Shuffled texts and ties give equal stories."""
    found = list(ties_among(texts))
    stories_found = divide([text.key for text in texts], found)
    mixed = chance.sample(texts, len(texts))
    assert divide([t.key for t in mixed], chance.sample(found, len(found))) == stories_found


@given(profiles())
def test_no_story_is_too_large(texts: list[Profile]) -> None:
    """Only what people bind may exceed the bound."""
    assert all(len(story) <= 4 for story in divide([text.key for text in texts], ties_among(texts)))


@given(worlds(), worlds())
def test_strangers_change_nothing(near: World, far: World) -> None:
    """Reports of another matter and another age leave a world's events and testimonies as they were."""
    later = World(
        tuple(replace(document, text=_foreign(document.text)) for document in far.documents),
        far.claims,
    )
    alone = group(near.claims, near.documents, REGISTRY)
    ids = {document.id for document in near.documents}
    others = tuple(document for document in later.documents if document.id not in ids)
    both = group(near.claims, (*near.documents, *others), REGISTRY)
    assert (both.events, both.testimonies, both.judgements) == (alone.events, alone.testimonies, alone.judgements)


def _foreign(text: str) -> str:
    return " ".join(f"zq{word[::-1]}" for word in text.split())


def test_white_space_makes_no_other_profile() -> None:
    """A text broken into lines otherwise has the same profile."""
    text = "The ferry Corrin Belle sank off Skarn Point."
    first, second = (make_document("a", "Leaf", None, words) for words in (text, text.replace(" ", "\n")))
    assert profile_of(families([first])[first.id]) == profile_of(families([second])[second.id])
