"""Mentions of events, read and grouped: what ``reportedly bench coref`` runs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import spacy

from reportedly.claims.mentions import MentionPlace, read_mention, read_sentences
from reportedly.claims.mentions_counts import counts_of
from reportedly.claims.mentions_meanings import load_word_meanings
from reportedly.claims.tagger.network import load_network
from reportedly.events.mentions import group_mentions
from reportedly.model.errors import InputError
from reportedly.model.ids import identifier
from reportedly.model.mention import EventMention, MentionGroups, Rarity, WordCounts

__all__ = ["MentionPlace", "group_places", "read_places"]

Documents = Mapping[str, Sequence[Sequence[str]]]
"""Sentences, cut into words, by document."""


def group_places(places: Iterable[MentionPlace], documents: Documents, model: str) -> MentionGroups:
    """Read mentions where they stand and group them by event.

    Args:
        places: where the mentions stand.
        documents: the documents that they stand in, and others.
        model: name of the spaCy pipeline.

    Raises:
        InputError: where a mention stands at no word of the documents.
    """
    return group_mentions(*read_places(places, documents, model))


def read_places(
    places: Iterable[MentionPlace], documents: Documents, model: str
) -> tuple[list[EventMention], list[WordCounts]]:
    """Read mentions and count the words of the documents; documents are known by their words, not by their names.

    Raises:
        InputError: where a mention stands at no word of the documents.
    """
    key = {name: identifier("doc", [list(words) for words in sentences]) for name, sentences in documents.items()}
    texts = {key[name]: sentences for name, sentences in documents.items()}
    counts = [counts_of(name, sentences) for name, sentences in sorted(texts.items())]
    wanted = [_checked(place, documents, key) for place in places]
    where = {(one.document, one.sentence): texts[one.document][one.sentence] for one in sorted_places(wanted)}
    read = read_sentences(where, spacy.load(model), load_network(), load_word_meanings())
    rarity = Rarity.of(counts)
    return [read_mention(one, read[one.document, one.sentence], rarity) for one in wanted], counts


def sorted_places(places: Iterable[MentionPlace]) -> list[MentionPlace]:
    """Return places in the order of documents, sentences and words."""
    return sorted(places, key=lambda one: (one.document, one.sentence, one.words, one.id))


def _checked(place: MentionPlace, documents: Documents, key: Mapping[str, str]) -> MentionPlace:
    sentences = documents.get(place.document, ())
    words = sentences[place.sentence] if 0 <= place.sentence < len(sentences) else ()
    if not place.words or not all(0 <= number < len(words) for number in place.words):
        advice = "number documents' sentences and words from 0, words parted by blanks"
        raise InputError("E103", "a mention at no word of its document", place.id, advice)
    return replace(place, document=key[place.document])
