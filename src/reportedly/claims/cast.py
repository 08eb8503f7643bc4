"""The cast of a document: every name, acronym and description of those who speak, and who is meant by each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from reportedly.claims import lexicon
from reportedly.claims.attribution import Mention
from reportedly.claims.names import AGENCY_NOUNS, TITLES, acronyms_in, can_stand_for, clean, joint, person_name
from reportedly.claims.parse import Parse, Sentence
from reportedly.model.actors import folded

_DEFINITE = frozenset({"the", "this", "that", "same"})


@dataclass(frozen=True, slots=True)
class Known:
    """A name seen at a place of the text."""

    name: str
    position: int
    person: bool
    plural: bool = False
    spoke: bool = False
    """Whether it was made to speak there, and did not merely stand there."""


@dataclass
class Cast:
    """Who is who in one document; grows as sentences are read in order."""

    parse: Parse
    persons: dict[str, str] = field(default_factory=dict)
    """Folded surname or short form -> fullest name."""
    bodies: list[Known] = field(default_factory=list)
    """Proper names of bodies in order of first mention."""
    acronyms: dict[str, str] = field(default_factory=dict)
    subjects: list[Known] = field(default_factory=list)
    """Everybody who can be meant by a pronoun, in order."""

    @classmethod
    def of(cls, parse: Parse) -> Cast:
        """Collect the names of a document."""
        cast = cls(parse)
        for short, name in acronyms_in(parse.text):
            cast.acronyms.setdefault(folded(short), name)
        for sentence in parse.sentences:
            for entity in sentence.tokens.ents:
                cast._meet(entity, sentence)
            cast._meet_descriptions(sentence)
        return cast

    def _meet(self, entity: Any, sentence: Sentence) -> None:
        position = entity.start_char + sentence.offset
        if entity.label_ == "PERSON":
            name = person_name(list(entity))
            words = name.split()
            if not words:
                return
            last = folded(words[-1])
            if len(name) > len(self.persons.get(last, "")) and (len(words) > 1 or last not in self.persons):
                self.persons[last] = name
            subject = entity.root.dep_ in {"nsubj", "nsubjpass"}
            if subject:
                self.subjects.append(Known(name, position, person=True))
        elif entity.label_ in {"ORG", "NORP", "GPE"} and len(entity.text) > 1:
            name = clean(entity.text)
            if entity.label_ == "ORG":
                self.bodies.append(Known(name, position, person=False))
            if entity.root.dep_ in {"nsubj", "nsubjpass"} and entity.label_ == "ORG":
                self.subjects.append(Known(name, position, person=False))

    def _meet_descriptions(self, sentence: Sentence) -> None:
        """Bodies that are named by what they are and whose (``Ukraine's military intelligence service``)."""
        for token in sentence.tokens:
            if token.pos_ != "NOUN" or token.lemma_ not in AGENCY_NOUNS or token.tag_ != "NN":
                continue
            before = [one for one in token.lefts if one.ent_type_ in {"GPE", "NORP"} or one.pos_ == "PROPN"]
            if before:
                words = sentence.span_of([one for one in token.subtree if one.i <= token.i])
                self.subjects.append(Known(clean(words.of(self.parse.text)), words.start, person=False))

    def heard(self, name: str, mention: Mention) -> None:
        """Remember that a source has just spoken, so that pronouns and descriptions can point to it."""
        person = (
            self.is_person(name) or mention.head.lemma_.lower() in lexicon.ROLES or mention.head.ent_type_ == "PERSON"
        )
        if mention.head.ent_type_ != "ORG" and _role_before(mention) and 2 <= len(name.split()) <= 3:
            self.persons.setdefault(folded(name.rsplit(maxsplit=1)[-1]), name)
            person = True
        plural = mention.head.tag_ in {"NNS", "NNPS"} or any(one.dep_ == "conj" for one in mention.head.children)
        self.subjects.append(Known(name, mention.span.start, person=person, plural=plural and not person, spoke=True))
        self.subjects.sort(key=lambda known: known.position)

    def is_person(self, name: str) -> bool:
        """Say whether a name is a person's full name in this document."""
        words = folded(name).split()
        return bool(words) and folded(self.persons.get(words[-1], "")) == folded(name)

    def name(self, mention: Mention, others: frozenset[str] = frozenset()) -> str:
        """Return the fullest name that the document gives for a mention.

        Args:
            mention: the words that name the source.
            others: folded names of those who speak with it in one clause; a pronoun means none of them.
        """
        head = mention.head
        if mention.pronoun:
            return self._behind_pronoun(mention, others) or mention.span.of(self.parse.text)
        for person in (self._ends_in_person(mention), self._apposed_person(head)):
            if person:
                known = self.persons.get(folded(person.split()[-1]), "")
                return max(known, person, key=len)
        if head.ent_type_ == "PERSON" or self._surname(mention):
            return self._person(mention)
        words = clean(_without_descriptor(mention, self.parse.text))
        if any(token.pos_ == "PROPN" for token in mention.tokens):
            return self._body(words)
        return self._described(words, mention)

    def _ends_in_person(self, mention: Mention) -> str:
        """``Mayor of London Sadiq Khan``, ``study co-author Karen Alley``: the person at the end of the phrase."""
        tail = mention.tokens[-1]
        if tail.ent_type_ not in {"PERSON", "ORG"} or tail.pos_ != "PROPN" or len(mention.tokens) < 3:
            return ""
        if not any(token.lemma_.lower() in lexicon.ROLES for token in mention.tokens[:-1]):
            return ""
        if any(token.dep_ == "cc" for token in mention.tokens):
            return ""
        run = []
        for token in reversed(mention.tokens):
            if token.pos_ != "PROPN" or token.lemma_.lower() in lexicon.ROLES or token.text.lower() in TITLES:
                break
            run.append(token)
        run.reverse()
        if len(run) > 2 and run[0].i and run[0].doc[run[0].i - 1].lower_ in {"of", "in", "for"}:
            run = run[1:]
        name = person_name(run[-3:])
        if tail.ent_type_ == "ORG" and len(name.split()) != 2:
            return ""
        return name

    def _surname(self, mention: Mention) -> bool:
        return (
            mention.head.pos_ == "PROPN"
            and (mention.head.ent_type_ in {"PERSON", ""} or len(mention.tokens) == 1)
            and folded(mention.head.text) in self.persons
            and not any(one.dep_ == "prep" for one in mention.head.children)
        )

    def _person(self, mention: Mention) -> str:
        head = mention.head
        entity = [token for token in mention.tokens if token.ent_type_ == "PERSON"] or [head]
        name = person_name(entity)
        return self.persons.get(folded(name.split()[-1]) if name else "", name)

    def _apposed_person(self, head: Any) -> str:
        """``the spokesman, Ivan Petrov``: the person; ``Ivan Petrov, a spokesman`` stays as it is."""
        if head.ent_type_ in {"PERSON", "ORG"} or head.lemma_.lower() not in lexicon.ROLES | {"one"}:
            return ""
        for one in head.subtree:
            if one.dep_ == "appos" and one.i > head.i and (one.ent_type_ == "PERSON" or _two_names(one)):
                return person_name([token for token in one.subtree if token.i <= one.i and token.dep_ != "det"])
        return ""

    def _body(self, words: str) -> str:
        staff = words.rpartition(" ")
        if staff[2].lower() in {"analysts", "authors", "researchers"} and staff[0]:
            employer = self._body(staff[0])
            if employer != staff[0] or folded(employer) in {folded(known.name) for known in self.bodies}:
                return employer
        full = self.acronyms.get(folded(words))
        if full:
            return full
        wanted = set(folded(words).split())
        longer = (
            [
                known.name
                for known in self.bodies
                if wanted < set(folded(known.name).split())
                and folded(known.name).startswith(folded(words).split()[0])
                and len(wanted) >= 1
                and not joint(known.name)
            ]
            if wanted
            else []
        )
        if longer and len(wanted) <= 2 and not words.isupper():
            return longer[0]
        for short, name in self.acronyms.items():
            if short in wanted and len(wanted) == 1:
                return name
        return words

    def _described(self, words: str, mention: Mention) -> str:
        """A description: the body or the fuller description that it points back to, or its own words."""
        head = mention.head
        if head.lower_ in {"analysts", "authors"} and len(words.split()) == 1:
            institutes = [
                full for full in self.acronyms.values() if set(folded(full).split()) & set(AGENCY_NOUNS["analyst"])
            ]
            if institutes:
                return institutes[0]
        if head.lemma_.lower() in lexicon.AUTHORED | {"document"} and any(
            one.lower_ in _DEFINITE for one in head.lefts
        ):
            spoken = [known for known in self.subjects if known.position < mention.span.start and known.spoke]
            if spoken:
                return self._whole(spoken[-1])
        definite = any(one.lower_ in {"the", "this", "that", "same"} for one in head.lefts)
        before = list(self._bodies_before(mention.span.start))
        kinds = AGENCY_NOUNS.get(head.lemma_.lower(), ())
        if definite and kinds and head.tag_ == "NN":
            for known in reversed(before):
                if can_stand_for(head, known.name, kinds):
                    return self._body(known.name)
            if head.lemma_ in {"agency", "organisation", "organization", "group", "company", "service"}:
                sources = [known for known in self.subjects if known.position < mention.span.start and not known.person]
                named = [known for known in sources if known.name[:1].isupper()]
                if named:
                    return self._body(named[-1].name)
        fuller = [
            known.name
            for known in self.subjects
            if known.position < mention.span.start
            and folded(known.name).endswith(folded(words))
            and not joint(known.name)
        ]
        if fuller and (definite or head.lemma_.lower() + "s" in lexicon.COLLECTIVE or len(words.split()) == 1):
            return max(fuller, key=len)
        return words

    def _bodies_before(self, position: int) -> Iterator[Known]:
        yield from sorted(
            (known for known in [*self.bodies, *self.subjects] if known.position < position and not known.person),
            key=lambda known: known.position,
        )

    def _behind_pronoun(self, mention: Mention, others: frozenset[str]) -> str:
        before = [known for known in self.subjects if known.position < mention.span.start]
        before = [known for known in before if folded(self._whole(known)) not in others]
        word = mention.head.lower_
        if word in {"he", "she", "him", "her", "i"}:
            fitting = [known for known in before if known.person]
        elif word in {"it", "its"}:
            fitting = [known for known in before if not known.person and not known.plural]
        elif word in {"they", "them", "their", "we"}:
            fitting = [known for known in before if known.plural] or [known for known in before if not known.person]
        else:
            fitting = []
        return self._whole(fitting[-1]) if fitting else ""

    def _whole(self, known: Known) -> str:
        if known.person:
            return self.persons.get(folded(known.name.split()[-1]), known.name)
        return self._body(known.name) if known.name[:1].isupper() else known.name


def _role_before(mention: Mention) -> bool:
    return (
        any(token.lemma_.lower() in lexicon.ROLES for token in mention.tokens[:-1])
        and mention.tokens[-1].pos_ == "PROPN"
    )


def _two_names(token: Any) -> bool:
    return token.pos_ == "PROPN" and any(one.dep_ == "compound" and one.pos_ == "PROPN" for one in token.children)


def _without_descriptor(mention: Mention, text: str) -> str:
    """The mention's words; of ``the popular channel Red Compass`` only the name that follows the common noun."""
    tokens = mention.tokens
    apposed = next((one for one in mention.head.children if one.dep_ == "appos" and one.pos_ == "PROPN"), None)
    common = mention.head.pos_ == "NOUN" and (
        mention.head.lemma_ in lexicon.MEDIA_NOUNS | lexicon.ROLES
        or mention.head.lemma_ in AGENCY_NOUNS
        or mention.head.lemma_ == "firm"
    )
    if apposed is not None and common and apposed.i in {token.i for token in tokens}:
        return mention.sentence.span_of([token for token in tokens if token.i >= apposed.left_edge.i]).of(text)
    if mention.head.pos_ == "PROPN":
        nouns = [
            token for token in tokens if token.pos_ == "NOUN" and token.i < mention.head.i and token.text.islower()
        ]
        if nouns and not any(token.dep_ in {"prep", "cc", "case"} and token.i > nouns[-1].i for token in tokens):
            return mention.sentence.span_of([token for token in tokens if token.i > nouns[-1].i]).of(text)
    return mention.span.of(text)
