"""Who is meant: names at their fullest, pronouns and descriptions by what stands before them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.claims.antecedents import Candidate, Ranker
from reportedly.claims.antecedents_figures import Figure, Sort
from reportedly.claims.attribution import Mention
from reportedly.claims.cast import Cast
from reportedly.claims.extractor import DEFAULT_MODEL
from reportedly.claims.parse import Parse, parse_document
from reportedly.model.document import Document
from reportedly.model.span import Span

Read = Callable[..., Parse]


@pytest.fixture(scope="module", name="read")
def fixture_read() -> Read:
    """Parse a text without the extractor: ``read(text, outlet=None)``."""
    nlp = spacy.load(DEFAULT_MODEL)

    def read(text: str, outlet: str | None = None) -> Parse:
        return parse_document(Document("doc-test", "test", text, outlet=outlet), nlp)

    return read


def _mention(parse: Parse, words: str) -> Mention:
    """The last place of words in a text, as a mention."""
    start = parse.text.rindex(words)
    sentence = parse.sentence_at(start)
    tokens = sentence.tokens_in(Span(start, start + len(words)))
    numbers = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in numbers or token.head is token]
    return Mention(tops[-1], sentence, tuple(tokens))


NAMED = [
    ("surname", "Ilsa Brandt arrived on Monday. Brandt said two barges had sunk.", "Brandt", "Ilsa Brandt"),
    ("title", "President Ilsa Brandt said two barges had sunk.", "President Ilsa Brandt", "Ilsa Brandt"),
    (
        "office and place",
        "Mayor of London Edward Carver said the pier was closed.",
        "Mayor of London Edward Carver",
        "Edward Carver",
    ),
    (
        "surname of two",
        "Mr Edward Carver met his wife. Later Edward Carver and Helen Carver left. Mrs Carver said so.",
        "Mrs Carver",
        "Helen Carver",
    ),
    (
        "joint",
        "Edward Carver met Helen Brandt. Carver and Brandt said the pier was closed.",
        "Carver and Brandt",
        "Edward Carver and Helen Brandt",
    ),
    ("joint body", "Rescue and Repair Ltd said so.", "Rescue and Repair Ltd", "Rescue and Repair Ltd"),
    (
        "text by its author",
        "A report by the Ostwind Institute said two barges had sunk.",
        "A report by the Ostwind Institute",
        "Ostwind Institute",
    ),
    (
        "owner of a text",
        "The Ostwind Institute's statement said two barges had sunk.",
        "The Ostwind Institute's statement",
        "Ostwind Institute",
    ),
    (
        "picture",
        "A picture by Helen Brandt shows two barges.",
        "A picture by Helen Brandt",
        "picture by Helen Brandt",
    ),
    (
        "acronym spelled out later",
        "The ORA said two barges had sunk. The Ostwind Rescue Agency has 12 boats.",
        "The ORA",
        "Ostwind Rescue Agency",
    ),
    ("descriptor", "The phonetician Helen Brandt said so.", "The phonetician Helen Brandt", "Helen Brandt"),
    ("one name of a pope", "Pope Francis said so.", "Pope Francis", "Pope Francis"),
    ("unnamed", "A surgeon at the hospital of Kirvan said so.", "A surgeon at the hospital of Kirvan", ""),
    ("hyphen", "Lawyer Jenn St-Onge spoke. St-Onge said so.", "St-Onge", "Jenn St-Onge"),
    (
        "generic short form",
        "The Supreme Court of Norland met on Monday. The Supreme Court said so.",
        "The Supreme Court",
        "Supreme Court of Norland",
    ),
]


@pytest.mark.parametrize(("text", "words", "name"), [case[1:] for case in NAMED], ids=[case[0] for case in NAMED])
def test_a_named_mention_gets_the_fullest_name(read: Read, text: str, words: str, name: str) -> None:
    """The name is the fullest one in the text, without titles, articles and authored texts."""
    parse = read(text)
    assert Cast.of(parse).name(_mention(parse, words)) == (name or words.removeprefix("A "))


def test_a_pronoun_means_the_last_speaker_of_its_gender(read: Read) -> None:
    """``She`` is the woman who has spoken, not the man who stands nearer."""
    parse = read("Helen Brandt said the pier was closed. Edward Carver fell. She said two barges had sunk.")
    cast = Cast.of(parse)
    first = _mention(parse, "Helen Brandt")
    cast.heard(cast.name(first), first)
    assert cast.name(_mention(parse, "She")) == "Helen Brandt"


def test_first_person_in_a_quotation_means_the_one_quoted(read: Read) -> None:
    """``I`` goes to the source in whose words it stands."""
    parse = read('Edward Carver met Helen Brandt. "I think that two barges sank," Brandt said.')
    assert Cast.of(parse).name(_mention(parse, "I"), enclosing="Helen Brandt") == "Helen Brandt"


def test_first_person_outside_a_quotation_means_the_outlet(read: Read) -> None:
    """``We`` in the document's own voice is its publisher."""
    parse = read("Helen Brandt left. We think that two barges sank.", outlet="Harbour Letter")
    decision = Cast.of(parse).explained(_mention(parse, "We"))
    assert (decision.name, decision.grounds) == ("Harbour Letter", ("the document speaks of itself",))


def test_a_possessive_gives_its_owner(read: Read) -> None:
    """``Her lawyer`` is the lawyer of the one whom the pronoun means."""
    parse = read("Helen Brandt said the pier was closed. Her lawyer said two barges had sunk.")
    cast = Cast.of(parse)
    first = _mention(parse, "Helen Brandt")
    cast.heard(cast.name(first), first)
    assert cast.name(_mention(parse, "Her lawyer")) == "Helen Brandt's lawyer"


def test_an_indefinite_description_keeps_its_words(read: Read) -> None:
    """``A senior official`` is nobody who has been named."""
    parse = read("Helen Brandt said the pier was closed. A senior official said two barges had sunk.")
    assert Cast.of(parse).name(_mention(parse, "A senior official")) == "senior official"


def test_a_pronoun_with_nobody_before_it_keeps_its_word(read: Read) -> None:
    """Where nobody can be meant the mention's own word is returned, with no probability."""
    parse = read("She said two barges had sunk.")
    decision = Cast.of(parse).explained(_mention(parse, "She"))
    assert (decision.name, decision.probability) == ("She", 0.0)


def test_a_decision_says_why(read: Read) -> None:
    """The grounds of a pronoun's decision are features that speak for it."""
    parse = read("Helen Brandt said the pier was closed. She said two barges had sunk.")
    decision = Cast.of(parse).explained(_mention(parse, "She"))
    assert decision.grounds
    assert 0 < decision.probability <= 1


def test_those_who_speak_with_it_are_not_meant(read: Read) -> None:
    """A pronoun does not mean the other source of its own clause."""
    parse = read("Helen Brandt met Edward Carver. He told Carver that two barges had sunk.")
    name = Cast.of(parse).name(_mention(parse, "He"), frozenset({"edward carver"}))
    assert name != "Edward Carver"


@settings(max_examples=60, deadline=None)
@given(
    weights=st.dictionaries(st.sampled_from("abcdef"), st.floats(-20, 20)),
    features=st.lists(st.lists(st.sampled_from("abcdef"), max_size=6), min_size=1, max_size=8),
)
def test_probabilities_add_up_to_one(weights: dict[str, float], features: list[list[str]]) -> None:
    """Whatever the weights, the candidates share a probability of one, and the reason holds only what speaks for it."""
    candidates = [Candidate(Figure(str(n), Sort.PERSON), tuple(one)) for n, one in enumerate(features)]
    ranker = Ranker(weights)
    assert sum(ranker.probabilities(candidates)) == pytest.approx(1.0)
    assert all(weights[ground] > 0 for ground in ranker.decide(candidates).grounds)
