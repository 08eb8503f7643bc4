"""Reading mentions of events in their sentences."""

from __future__ import annotations

import numpy
import pytest

from mention_samples import read
from reportedly.claims.mentions_counts import counts_of
from reportedly.claims.mentions_meanings import load_word_meanings
from reportedly.claims.mentions_roots import root_of
from reportedly.model.mention import ROLES, EventMention, Rarity


def mention(name: str) -> EventMention:
    """Return a mention of the samples."""
    return next(one for one in read()[0] if one.id == name)


@pytest.mark.parametrize(
    ("verb", "noun"),
    [
        ("explode", "explosion"),
        ("acquire", "acquisition"),
        ("announce", "announcement"),
        ("die", "death"),
        ("run", "running"),
    ],
)
def test_a_verb_and_its_noun_have_one_root(verb: str, noun: str) -> None:
    """Derivations meet in one key."""
    assert root_of(verb) == root_of(noun)


def test_other_verbs_have_other_roots() -> None:
    """What shares only its beginning stays apart."""
    assert len({root_of(word) for word in ("strike", "string", "arrest", "arrive", "attack", "attend")}) == 6


def test_words_of_like_meaning_are_near() -> None:
    """The table of words knows that to murder is closer to killing than to buying."""
    table = load_word_meanings()
    killed, murdered, bought = (table.of_word(word) for word in ("killed", "murdered", "bought"))
    assert killed @ murdered > killed @ bought + 0.3


def test_an_unknown_word_has_no_meaning() -> None:
    """No vector is made up for what the table does not hold."""
    assert not load_word_meanings().of_word("zxqvbnm").any()


def test_a_mention_knows_who_acts() -> None:
    """The subject of the verb is found, and what it acts on."""
    destroyed = mention("north destroyed")
    assert "fire" in destroyed.roles["subject head"]
    assert "store" in destroyed.roles["object head"]


def test_the_passive_keeps_the_object() -> None:
    """What was destroyed is the object in the passive, too."""
    assert "store" in mention("harbour destroyed").roles["object head"]


def test_all_roles_are_filled() -> None:
    """Each mention has every role, though it may be empty."""
    assert all(set(one.roles) == set(ROLES) for one in read()[0])


def test_vectors_have_length_one() -> None:
    """Cosines are plain products."""
    lengths = [float(numpy.linalg.norm(one.vectors.context)) for one in read()[0]]
    assert lengths == pytest.approx([1.0] * len(lengths), abs=1e-5)


def test_capitals_inside_a_sentence_are_names() -> None:
    """A word with a capital counts as a name, the first word of a sentence does not."""
    assert dict(counts_of("doc", [["The", "mayor", "of", "Velle", "and", "others", "left"]]).names) == {"velle": 1}


def test_a_headline_names_nobody() -> None:
    """Where nearly all words have capitals, capitals mark no names."""
    assert not counts_of("doc", [["Fire", "Destroys", "Grain", "Store"]]).names


def test_a_rare_word_weighs_more() -> None:
    """A word of one document outweighs a word of all."""
    rarity = Rarity.of([counts_of("a", [["the", "fire"]]), counts_of("b", [["the", "court"]])])
    assert rarity.weight("fire") > rarity.weight("the")
