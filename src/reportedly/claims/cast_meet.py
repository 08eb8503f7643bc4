"""Meet everybody in a document before anybody speaks: names of persons and bodies, and the nouns used of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from reportedly.claims.antecedents_figures import Figures, Sort, Spot, sort_of_noun, spot_of
from reportedly.claims.antecedents_gender import first_name, gender_of_word
from reportedly.claims.attribution import Mention, mention_of
from reportedly.claims.names import clean
from reportedly.claims.names_bodies import GENERIC, Bodies
from reportedly.claims.names_people import People, is_title
from reportedly.claims.names_words import Word, words_in
from reportedly.claims.parse import Parse, Sentence

_NAMELIKE = frozenset({"PERSON", "ORG", "GPE", "NORP", "FAC", "LOC", "PRODUCT", "WORK_OF_ART", "EVENT"})
_INSIDE = frozenset({"compound", "amod", "nmod", "flat", "nummod"})
_BEFORE = 6
"""Tokens before a name that are looked at for titles."""


class Meeting:
    """The names of a document, collected once."""

    def __init__(self, parse: Parse) -> None:
        """Collect persons and bodies."""
        self.parse = parse
        self.people = People()
        self.bodies = Bodies(parse.text)
        self._single: dict[str, list[int]] = {}
        for sentence in parse.sentences:
            for entity in sentence.tokens.ents:
                self._meet(entity, sentence)
            self._meet_titled(sentence)
        if parse.document.outlet:
            self.bodies.meet(parse.document.outlet, len(parse.text))

    def _meet(self, entity: Any, sentence: Sentence) -> None:
        position = entity.start_char + sentence.offset
        words = words_in(_whole_words(entity))
        given = entity.label_ != "DATE" and 2 <= len(words) <= 3 and first_name(words[0].lower)
        if words and (entity.label_ == "PERSON" or (given and words[-1].lower not in GENERIC)):
            before = _titles_before(entity)
            self.people.meet([*before, *words], position)
        elif entity.label_ == "ORG" and len(entity.text) > 1:
            self.bodies.meet(clean(entity.text), position)

    def _meet_titled(self, sentence: Sentence) -> None:
        """Persons whom a title shows and the entity labels miss: ``Councilor Jennifer Sneed``."""
        words = words_in(list(sentence.tokens))
        self._glimpse(words, sentence)
        for number, word in enumerate(words[:-2]):
            if not is_title(word) or word.breaks or word.owner:
                continue
            run: list[Word] = []
            for following in words[number + 1 : number + 5]:
                if not following.capital or is_title(following):
                    break
                run.append(following)
                if following.breaks or following.owner or following.raw.endswith("."):
                    break
            labels = {token.ent_type_ for one in run for token in one.tokens if token.ent_type_}
            if 2 <= len(run) <= 4 and not labels & {"GPE", "NORP", "DATE"} and all(one.proper for one in run):
                at = run[0].tokens[0].idx + sentence.offset
                if self.people.known(" ".join(one.text for one in run)) is None:
                    self.people.meet(run, at)

    def _glimpse(self, words: list[Word], sentence: Sentence) -> None:
        """Remember runs of two and three capitalised words, whatever the entity labels make of them."""
        run: list[Word] = []
        for word in [*words, None]:
            if word is not None and word.proper and word.tokens[0].ent_type_ not in {"GPE", "NORP", "DATE", "LOC"}:
                run.append(word)
                if not (word.breaks or word.owner):
                    continue
            name = [one for one in run if not is_title(one)]
            name = name[-2:] if len(name) > 3 else name
            if 2 <= len(name) <= 3 and name == run[-len(name) :] and name[-1].lower not in GENERIC:
                self.people.glimpse(name, name[0].tokens[0].idx + sentence.offset)
                self.bodies.glimpse(" ".join(one.text for one in name), name[0].tokens[0].idx + sentence.offset)
            run = []

    def fill(self, figures: Figures, named: Callable[[Mention], str]) -> None:
        """Put everybody who can be meant into the figures, with all places and the nouns used of them."""
        for sentence in self.parse.sentences:
            for head in _heads(sentence):
                self._put(head, sentence, figures, named)
        for person in self.people.all():
            figure = figures.find(person.name)
            if figure is not None:
                figure.gender = figure.gender or person.gender
                figure.roles |= person.roles

    def _put(self, head: Any, sentence: Sentence, figures: Figures, named: Callable[[Mention], str]) -> None:
        mention = mention_of(head, sentence)
        name = named(mention)
        if not name or len(name) > 160:
            return
        plural = head.tag_ in {"NNS", "NNPS"}
        noun = head.lemma_.lower()
        sort = self._sort(name, head, noun, plural=plural)
        if sort is None:
            return
        span = mention.span
        spot = spot_of(head, sentence, span.start, span.end)
        same = _apposed(head)
        if same is not None and head.pos_ == "NOUN":
            figure = figures.meet(named(mention_of(same, sentence)), sort, roles={noun})
            figure.gender = figure.gender or gender_of_word(noun)
            figure.put(spot)
            return
        together = " and " in name and sort is Sort.PERSON
        figure = figures.meet(name, Sort.PEOPLE if together else sort, plural=plural or together)
        figure.gender = figure.gender or gender_of_word(noun)
        figure.roles.update(_nouns_beside(head))
        if head.pos_ == "NOUN":
            figure.roles.add(noun)
            figure.mention = mention
        figure.put(_described(spot) if head.pos_ == "NOUN" else spot)

    def _sort(self, name: str, head: Any, noun: str, *, plural: bool) -> Sort | None:
        if self.people.known(name) is not None or (head.ent_type_ == "PERSON" and head.pos_ == "PROPN"):
            return Sort.PERSON
        if head.pos_ == "NOUN":
            return sort_of_noun(noun, plural=plural)
        if head.ent_type_ in {"GPE", "LOC", "FAC"}:
            return Sort.PLACE
        return Sort.PEOPLE if head.ent_type_ == "NORP" else Sort.BODY


def _described(spot: Spot) -> Spot:
    return Spot(spot.start, spot.end, spot.sentence, spot.paragraph, spot.role, spot.spoke, "description", spot.top)


def _whole_words(entity: Any) -> list[Any]:
    """The tokens of an entity, with those that a hyphen ties to it."""
    doc = entity.doc
    low, high = entity.start, entity.end
    while low > 1 and doc[low - 1].text == "-" and not doc[low - 1].whitespace_ and not doc[low - 2].whitespace_:
        low -= 2
    while high + 1 < len(doc) and doc[high].text == "-" and not doc[high - 1].whitespace_ and not doc[high].whitespace_:
        high += 2
    return [doc[number] for number in range(low, high)]


def _titles_before(entity: Any) -> list[Word]:
    """Titles and nouns that stand directly before a person's name."""
    doc = entity.doc
    words = words_in([doc[number] for number in range(max(entity.sent.start, entity.start - _BEFORE), entity.start)])
    kept: list[Word] = []
    if len(words) > 1 and words[-1].lower in {"of", "for", "from"} and is_title(words[-2]) and len(entity) > 2:
        return words[-2:]
    for word in reversed(words):
        if word.breaks or word.owner or not (word.common or is_title(word)):
            break
        kept.insert(0, word)
    return kept


def _heads(sentence: Sentence) -> Iterator[Any]:
    """Heads of the phrases in a sentence that can name somebody."""
    for token in sentence.tokens:
        if token.pos_ == "PROPN":
            if token.dep_ in {"compound", "flat"} and token.head.pos_ == "PROPN":
                continue
            if token.ent_type_ in {"DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "ORDINAL", "LANGUAGE"}:
                continue
            if token.dep_ not in _INSIDE or token.ent_type_ in _NAMELIKE:
                yield token
        elif (
            token.pos_ == "NOUN"
            and token.dep_ not in _INSIDE
            and sort_of_noun(token.lemma_.lower(), plural=token.tag_ == "NNS") is not None
        ):
            yield token


def _apposed(head: Any) -> Any:
    """The proper name that stands beside a noun in apposition or that the noun is said to be, or None."""
    if head.dep_ == "appos" and head.head.pos_ == "PROPN":
        return head.head
    for one in head.children:
        if one.dep_ == "appos" and one.pos_ == "PROPN" and one.i > head.i:
            return one
    if head.dep_ == "attr" and head.head.lemma_ == "be":
        return next((one for one in head.head.children if one.dep_ == "nsubj" and one.pos_ == "PROPN"), None)
    return None


def _nouns_beside(head: Any) -> set[str]:
    """Titles and nouns that stand in front of a name, as lemmas."""
    return {one.lemma_.lower() for one in head.children if one.dep_ in {"compound", "amod", "nmod"} and one.i < head.i}
