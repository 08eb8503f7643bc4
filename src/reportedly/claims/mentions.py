"""Read mentions of events in their sentences: what word carries them, who takes part, what is near, what they mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy

from reportedly.claims.mentions_meanings import Numbers, WordMeanings, encoded, unit
from reportedly.claims.mentions_roles import roles_of
from reportedly.claims.mentions_roots import root_of
from reportedly.claims.tagger.network import Network
from reportedly.model.mention import EventMention, MentionVectors, Rarity, Vector

_EMPTY = frozenset("DET ADP PRON AUX PUNCT CCONJ SCONJ PART SYM SPACE X INTJ".split())
"""Parts of speech that mean little by themselves."""
_LIGHT = frozenset(
    "be have do make take get give go come set put keep let up out off down on in over into back away to bring".split()
)
"""Lemmas that leave the meaning of a phrase to its other words, as in *caught fire*, *set ablaze*."""


@dataclass(frozen=True, slots=True)
class MentionPlace:
    """Where a mention stands."""

    id: str
    document: str
    sentence: int
    words: tuple[int, ...]
    """Numbers of its words in the sentence."""


@dataclass(frozen=True)
class ReadSentence:
    """A parsed sentence with the encoder's vectors of its words."""

    tokens: Any
    """A spaCy ``Doc`` of the sentence's words."""
    vectors: Numbers
    meanings: WordMeanings

    @cached_property
    def context(self) -> Numbers:
        """What each word means in the sentence."""
        return self.meanings.in_context(self.vectors)

    @cached_property
    def sentence(self) -> Vector:
        """What all words mean together."""
        return _vector(self.context.mean(axis=0))


def parse_words(sentences: Iterable[Sequence[str]], nlp: Any) -> Iterator[Any]:
    """Parse sentences that are cut into words already; each stays one sentence of the same words."""
    from_words = type(nlp.make_doc(""))
    docs = (
        from_words(nlp.vocab, words=list(words), sent_starts=[not number for number in range(len(words))])
        for words in sentences
    )
    yield from nlp.pipe(docs, batch_size=64)


def read_sentences(
    wanted: Mapping[tuple[str, int], Sequence[str]], nlp: Any, network: Network, meanings: WordMeanings
) -> dict[tuple[str, int], ReadSentence]:
    """Parse and encode sentences, given by document and number."""
    parsed = parse_words(wanted.values(), nlp)
    return {
        key: ReadSentence(tokens, encoded(words, network), meanings)
        for (key, words), tokens in zip(wanted.items(), parsed, strict=True)
    }


def read_mention(place: MentionPlace, read: ReadSentence, rarity: Rarity) -> EventMention:
    """Return a mention with what its sentence tells of it.

    Args:
        place: where it stands.
        read: its sentence.
        rarity: what a word weighs among the words around.
    """
    tokens = [read.tokens[number] for number in place.words]
    head = _head(tokens)
    carrier = _carrier(head, tokens)
    meant = [token for token in tokens if _means(token)] or tokens
    roles = roles_of(head, tokens, read.tokens)
    governor = head.head if head.head not in tokens and head.head.pos_ not in _EMPTY else None
    children = [child for child in head.children if child not in tokens]
    return EventMention(
        id=place.id,
        document=place.document,
        sentence=place.sentence,
        place=place.words[0],
        lemma=carrier.lemma_.lower(),
        root=root_of(carrier.lemma_),
        roots=frozenset(root_of(token.lemma_) for token in meant),
        verb=head.pos_ in {"VERB", "AUX"},
        noun=head.pos_ in {"NOUN", "PROPN"},
        denied=any(child.dep_ == "neg" for child in children),
        modal=any(child.tag_ == "MD" for child in children),
        governor=root_of(governor.lemma_) if governor is not None else "",
        roles=roles,
        vectors=_vectors(place, read, carrier, roles, rarity),
    )


def _vectors(
    place: MentionPlace, read: ReadSentence, carrier: Any, roles: Mapping[str, frozenset[str]], rarity: Rarity
) -> MentionVectors:
    meanings = read.meanings
    words = [read.tokens[number] for number in place.words]

    def of(role: str) -> Vector:
        return _vector(meanings.of_words((word, rarity.weight(word)) for word in sorted(roles[role])))

    return MentionVectors(
        word=_vector(meanings.of_word(carrier.lemma_.lower(), carrier.lower_)),
        phrase=_vector(meanings.of_words((token.lower_, 1.0) for token in words)),
        context=_vector(read.context[list(place.words)].mean(axis=0)),
        sentence=read.sentence,
        near=of("near"),
        around=of("words"),
        arguments=of("arguments"),
    )


def _vector(numbers: Numbers) -> Vector:
    return tuple(unit(numpy.asarray(numbers, dtype=numpy.float32)).tolist())


def _head(tokens: Sequence[Any]) -> Any:
    """Return the word that the others of the mention hang on."""
    return next((token for token in tokens if token.head not in tokens or token.head == token), tokens[0])


def _carrier(head: Any, tokens: Sequence[Any]) -> Any:
    meant = [token for token in tokens if _means(token)]
    return meant[-1] if meant and head.lemma_.lower() in _LIGHT else head


def _means(token: Any) -> bool:
    return token.lemma_.lower() not in _LIGHT and token.pos_ not in _EMPTY
