"""Victims without a number: whom the reader considers, and how their words are cut."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from reportedly.claims.content import read_content
from reportedly.claims.draft import ClaimDraft
from reportedly.claims.parse import Parse
from reportedly.claims.victims import Victim, find_victims, victim_features

Parser = Callable[..., Parse]


def victims(parse: Parser, text: str) -> dict[str, Victim]:
    """Return the candidates of a sentence by their words."""
    parsed = parse(text)
    sentence = parsed.sentences[0]
    found = find_victims(read_content(ClaimDraft(sentence.span, sentence.index), parsed))
    return {one.span.of(text): one for one in found}


def test_a_noun_phrase_is_a_candidate_with_its_article(parse: Parser) -> None:
    """The span holds what stands before the head, not what follows it."""
    assert list(victims(parse, "A young miner from the harbour was shot dead.")) == ["A young miner"]


@pytest.mark.parametrize(("text", "plural"), [("A miner was killed.", False), ("Miners were killed.", True)])
def test_the_form_tells_one_from_several(parse: Parser, text: str, plural: bool) -> None:
    """A plural noun stands for several."""
    assert [one.plural for one in victims(parse, text).values()] == [plural]


def test_what_the_verbs_say_is_kept(parse: Parser) -> None:
    """The rule is the measure that the verb gives."""
    assert victims(parse, "Gunmen kidnapped a nurse.")["a nurse"].rule == "captured"


@pytest.mark.parametrize(
    "text",
    [
        "A farmer sold a horse to his neighbour.",
        "Nine miners were killed.",
        "No miner was killed.",
        "The miner was not killed.",
        "Neither the miner nor his wife was injured.",
        "A hundred were killed.",
        "The mill was struck.",
    ],
)
def test_no_harm_numbers_denials_and_things_give_no_candidate(parse: Parser, text: str) -> None:
    """Nobody is a victim without a number here."""
    assert victims(parse, text) == {}


def test_features_are_named_once(parse: Parser) -> None:
    """No feature counts twice."""
    parsed = parse("A miner was killed and a miner was wounded.")
    content = read_content(ClaimDraft(parsed.sentences[0].span, 0), parsed)
    names = victim_features(find_victims(content)[0], content, ())
    assert len(names) == len(set(names))
