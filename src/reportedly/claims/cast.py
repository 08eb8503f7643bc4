"""The cast of a document: every name, acronym and description of those who speak, and who is meant by each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from reportedly.claims import lexicon
from reportedly.claims.antecedents import Candidate, Decision, load_ranker
from reportedly.claims.antecedents_features import Asked, Heard, candidates_for, determiner_of, group_of
from reportedly.claims.antecedents_figures import Figures, Sort, role_of, sort_of_noun, spot_of
from reportedly.claims.antecedents_gender import gender_of_pronoun, gender_of_word
from reportedly.claims.attribution import Mention
from reportedly.claims.cast_meet import Meeting
from reportedly.claims.names import AGENCY_NOUNS, can_stand_for, clean, fold
from reportedly.claims.names_bodies import GENERIC, Bodies
from reportedly.claims.names_people import People, is_title, person_words
from reportedly.claims.names_phrase import Phrase, Shape, taken_apart
from reportedly.claims.names_words import Word, said, words_in
from reportedly.claims.parse import Parse
from reportedly.claims.quotes import Quotation, quotations


@dataclass
class Cast:
    """Who is who in one document; grows as sources are heard in reading order."""

    parse: Parse
    people: People = field(default_factory=People)
    bodies: Bodies = field(default_factory=lambda: Bodies(""))
    figures: Figures = field(default_factory=Figures)
    """Everybody who can be meant by a pronoun or description."""
    spoken: list[tuple[str, int]] = field(default_factory=list)
    """Folded names of those who have spoken, with the sentence, in order."""

    @classmethod
    def of(cls, parse: Parse) -> Cast:
        """Collect the names of a document."""
        meeting = Meeting(parse)
        cast = cls(parse, meeting.people, meeting.bodies)
        meeting.fill(cast.figures, cast.plain_name)
        return cast

    @cached_property
    def _lowered(self) -> str:
        return self.parse.text.lower()

    @cached_property
    def _quotations(self) -> tuple[Quotation, ...]:
        return quotations(self.parse.text)

    def is_person(self, name: str) -> bool:
        """Say whether a name is a person's full name in this document."""
        return self.people.known(name) is not None

    def heard(self, name: str, mention: Mention) -> None:
        """Remember that a source has just spoken, so that pronouns and descriptions can point to it."""
        head = mention.head
        noun = "" if mention.pronoun else head.lemma_.lower()
        known = self.figures.find(name)
        plural = head.tag_ in {"NNS", "NNPS"} or head.lower_ in {"they", "we"} or " and " in name
        sort = known.sort if known else self._sort(name, mention, noun, plural=plural)
        figure = self.figures.meet(name, sort, plural=plural, roles={noun} if noun else ())
        gender = gender_of_pronoun(head.lower_) if mention.pronoun else gender_of_word(noun)
        figure.gender = figure.gender or gender
        how = head.lower_ if mention.pronoun else "" if figure.named and head.pos_ == "PROPN" else "description"
        span = mention.span
        spot = spot_of(head, mention.sentence, span.start, span.end)
        self.figures.clear(span.start, span.end, figure)
        figure.put(type(spot)(spot.start, spot.end, spot.sentence, spot.paragraph, "subject", True, how, spot.top))
        self.spoken.append((fold(name), mention.sentence.index))

    def _sort(self, name: str, mention: Mention, noun: str, *, plural: bool) -> Sort:
        """What sort of figure a source is that has not been met before."""
        if self.is_person(name) or gender_of_pronoun(mention.head.lower_) or mention.head.ent_type_ == "PERSON":
            return Sort.PERSON
        known = sort_of_noun(noun, plural=plural)
        if known is None and mention.head.pos_ == "NOUN" and not plural:
            return Sort.PERSON
        return known or (Sort.PEOPLE if plural else Sort.BODY)

    def name(self, mention: Mention, others: frozenset[str] = frozenset(), enclosing: str = "") -> str:
        """Return the fullest name that the document gives for a mention.

        Args:
            mention: the words that name the source.
            others: folded names of those who speak with it in one clause; a pronoun means none of them.
            enclosing: name of the source in whose content or quotation the mention stands, empty if none.
        """
        return self.explained(mention, others, enclosing).name

    def explained(self, mention: Mention, others: frozenset[str] = frozenset(), enclosing: str = "") -> Decision:
        """Return who is meant by a mention, with probability and grounds; arguments as for ``name``."""
        words = words_in(mention.tokens)
        if _pronoun(mention, words):
            return self._meant(mention, others, enclosing) or _own(mention, self.parse)
        phrase = taken_apart(words)
        plain = self.plain_name(mention)
        if not self._describes(phrase, plain, mention):
            return Decision(plain, 1.0, (f"the words name it: {phrase.shape}",))
        body = self._body_described(mention)
        if body:
            return Decision(body, 0.9, ("the nearest body of that sort before it",))
        meant = self._meant(mention, others, enclosing)
        if meant is not None:
            return meant
        if phrase.shape is Shape.OWNED:
            return self._owned(phrase, mention, others, enclosing)
        author = self._author_before(mention)
        return (
            Decision(author, 0.6, ("who spoke last before a text",))
            if author
            else Decision(plain, 1.0, ("its own words",))
        )

    def _author_before(self, mention: Mention) -> str:
        """``the same dispatch``, ``the statement``: a text that is spoken of again is the last speaker's."""
        first = mention.tokens[0].lower_
        text = mention.head.lemma_.lower() in lexicon.AUTHORED and mention.head.tag_ == "NN"
        if not text or first not in {"the", "this", "that", "same"} or not self.spoken:
            return ""
        figure = self.figures.find(self.spoken[-1][0])
        return figure.name if figure is not None else ""

    def _body_described(self, mention: Mention) -> str:
        """``the intelligence service``, ``analysts`` of a report: the last named body before it of that sort."""
        head = mention.head
        lemma = head.lemma_.lower()
        before = [token.lower_ for token in mention.tokens if token.i < head.i]
        staff = lemma in {"analyst", "author"} and head.tag_ == "NNS" and not set(before) - {"the"}
        definite = bool(before) and before[0] in {"the", "this", "that"} and head.tag_ == "NN"
        kinds = AGENCY_NOUNS.get("analyst" if staff else lemma, ())
        if not kinds or not (staff or definite):
            return ""
        place = mention.span.start
        named = [one for one in self.figures if one.named or one.name[:1].isupper()]
        known = [one for one in named if one.sort is Sort.BODY and one.before(place)]
        fitting = [
            one
            for one in known
            if can_stand_for(head, one.name, kinds) or f"{lemma} {one.name.lower()}" in self._lowered
        ]
        if staff and len({one.name for one in fitting}) > 1:
            return ""
        return max(fitting, key=lambda one: one.spots[one.before(place) - 1].start).name if fitting else ""

    def ranks(self, mention: Mention) -> bool:
        """Say whether a mention is a pronoun or description, which means whoever the text around it says."""
        words = words_in(mention.tokens)
        return _pronoun(mention, words) or self._describes(taken_apart(words), self.plain_name(mention), mention)

    @cached_property
    def _short_names(self) -> dict[str, str]:
        """Acronyms that stand behind what they name: ``Ukraine's intelligence service, the GRU``."""
        short: dict[str, str] = {}
        for sentence in self.parse.sentences:
            for token in sentence.tokens:
                described = token.head
                acronym = token.dep_ == "appos" and token.text.isupper() and len(token.text) > 1
                owned = any(one.dep_ == "poss" for one in described.children)
                if acronym and owned and described.lemma_.lower() in AGENCY_NOUNS:
                    words = [one for one in described.subtree if one.i <= described.i]
                    short.setdefault(fold(token.text), clean(sentence.span_of(words).of(self.parse.text)))
        return short

    def plain_name(self, mention: Mention) -> str:
        """Return the name that a mention's own words and the document's full names give, whatever stands around it."""
        words = words_in(mention.tokens)
        meant = self._short_names.get(fold(said(words)))
        if meant:
            return meant
        phrase = taken_apart(words)
        return clean(said(words)) if phrase.shape is Shape.OWNED else self._of_phrase(phrase, mention.span.start)

    def _of_phrase(self, phrase: Phrase, position: int) -> str:
        if phrase.shape is Shape.JOINT:
            return " and ".join(self._of_phrase(taken_apart(part), position) for part in phrase.parts)
        if phrase.shape is Shape.AUTHOR:
            return self._of_phrase(taken_apart(phrase.words), position)
        if phrase.shape is Shape.PERSON:
            return self.people.whole(phrase.words, position)
        alone = len(phrase.words) == 1 and phrase.words[0].capital and self.people.named(phrase.words[0].text)
        if phrase.shape is Shape.NAME or alone:
            return self._named(phrase.words, position)
        return clean(said(phrase.words))

    def _named(self, words: Sequence[Word], position: int) -> str:
        """The fullest name behind a proper name: a person's or a body's."""
        if self._personal(words):
            return self.people.whole(words, position)
        owner = next((number for number, word in enumerate(words[:-1]) if word.owner), None)
        if owner and self._personal(words[: owner + 1]):
            whole = self.people.whole(words[: owner + 1], position)
            return f"{whole}'s {said(words[owner + 1 :])}"
        place = len(words) == 1 and words[0].entity("GPE")
        return said(words) if place and not words[0].text.isupper() else self.bodies.whole(said(words))

    def _personal(self, words: Sequence[Word]) -> bool:
        """Whether words are the name of a person."""
        name = person_words(words)
        last = name[-1]
        if not all(word.capital or len(word.text) < 4 for word in name):
            return False
        plain = " ".join(word.text for word in name)
        if self.people.known(plain) is not None or (len(name) == 1 and self.people.named(plain)):
            return True
        if last.lower in GENERIC or last.lower == "staff" or is_title(last) or last.entity("GPE"):
            return False
        if len(name) == 1 and not last.text.isupper() and self.people.recall(plain):
            return True
        titled = len(name) < len(words) and any(is_title(word) for word in words[: len(words) - len(name)])
        return len(name) <= 4 and (titled or all(word.entity("PERSON") for word in name))

    def _describes(self, phrase: Phrase, plain: str, mention: Mention) -> bool:
        """Whether a phrase only says what somebody is: ``the senator``, ``the Court``, ``Utah's governor``."""
        if phrase.shape in {Shape.DESCRIBED, Shape.OWNED}:
            return not self.is_person(plain)
        if phrase.shape is not Shape.NAME or fold(plain) != fold(said(phrase.words)):
            return False
        head = mention.head
        if head.pos_ == "NOUN" and any(head in word.tokens for word in phrase.words):
            return sort_of_noun(head.lemma_.lower(), plural=head.tag_ == "NNS") is not None
        return all(word.lower in GENERIC or is_title(word) for word in phrase.words) and not self.is_person(plain)

    def _owned(self, phrase: Phrase, mention: Mention, others: frozenset[str], enclosing: str) -> Decision:
        """``his lawyer``, ``its authors``: the owner at its fullest, and what it owns."""
        own = clean(said(words_in(mention.tokens)))
        token = phrase.parts[0][0].tokens[0]
        decision = self._decided(self._asked_pronoun(token, mention, enclosing), others)
        if not decision.name:
            return Decision(own, decision.probability, decision.grounds)
        return Decision(f"{decision.name}'s {said(phrase.words)}", decision.probability, decision.grounds)

    def _meant(self, mention: Mention, others: frozenset[str], enclosing: str) -> Decision | None:
        decision = self.decided(mention, others, enclosing)
        if mention.pronoun and decision.name:
            return self._followed(decision, mention)
        return decision if decision.name else None

    def _followed(self, decision: Decision, mention: Mention) -> Decision:
        """Of a pronoun that means a description, the one whom the description means."""
        figure = self.figures.find(decision.name)
        described = figure.mention if figure is not None and not figure.named else None
        if described is None or described.span.start >= mention.span.start or fold(decision.name) in self._names_heard:
            return decision
        further = self.decided(described)
        return Decision(further.name, decision.probability, decision.grounds) if further.name else decision

    @property
    def _names_heard(self) -> frozenset[str]:
        return frozenset(name for name, _ in self.spoken)

    def decided(self, mention: Mention, others: frozenset[str] = frozenset(), enclosing: str = "") -> Decision:
        """Return whom a pronoun or description points back to, without a name where it keeps its own words."""
        return self._decided(self.asked(mention, enclosing), others)

    def _decided(self, asked: Asked, others: frozenset[str]) -> Decision:
        outlet = self.parse.document.outlet
        if asked.group in {"I", "we"} and not asked.enclosing and not asked.quoted and outlet:
            return Decision(outlet, 1.0, ("the document speaks of itself",))
        return load_ranker().decide(self.candidates(asked, others))

    def candidates(self, asked: Asked, others: frozenset[str] = frozenset()) -> list[Candidate]:
        """Return everybody who can be meant, with features."""
        heard = Heard(tuple(name for name, _ in self.spoken), tuple(sentence for _, sentence in self.spoken))
        return candidates_for(asked, [one for one in self.figures if fold(one.name) not in others], heard)

    def asked(self, mention: Mention, enclosing: str = "") -> Asked:
        """Return what matters of a pronoun or description for whom it means."""
        if enclosing and self.figures.find(enclosing) is None:
            self.figures.meet(enclosing, Sort.PERSON if self.is_person(enclosing) else Sort.BODY)
        if _pronoun(mention, words_in(mention.tokens)):
            return self._asked_pronoun(mention.head, mention, enclosing)
        return self._asked_description(mention, enclosing)

    def _asked_pronoun(self, token: Any, mention: Mention, enclosing: str) -> Asked:
        word = token.lower_
        verb = token.head if token.dep_ != "poss" else token.head.head
        relative = word in {"who", "whose", "which", "that"} and verb.dep_ == "relcl"
        start = token.idx + mention.sentence.offset
        return Asked(
            word=word,
            group=group_of(word),
            start=start,
            sentence=mention.sentence.index,
            paragraph=mention.sentence.paragraph,
            subject=role_of(token) == "subject",
            quoted=self._quoted(start),
            gender=gender_of_pronoun(word),
            plural=word in {"they", "them", "their", "we", "us", "our"},
            enclosing=fold(enclosing),
            clause=verb.head.idx + mention.sentence.offset if relative else -1,
        )

    def _asked_description(self, mention: Mention, enclosing: str) -> Asked:
        head = mention.head
        plural = head.tag_ in {"NNS", "NNPS"}
        lemma = head.lemma_.lower()
        before = [token.lower_ for token in mention.tokens if token.i < head.i]
        modifiers = [token for token in mention.tokens if token.i < head.i and token.pos_ in {"ADJ", "NOUN", "PROPN"}]
        start = mention.span.start
        return Asked(
            word=lemma,
            group="description",
            start=start,
            sentence=mention.sentence.index,
            paragraph=mention.sentence.paragraph,
            subject=role_of(head) == "subject",
            quoted=self._quoted(start),
            gender=gender_of_word(lemma),
            plural=plural,
            sort=sort_of_noun(lemma, plural=plural),
            determiner=determiner_of(before),
            modifiers=tuple(fold(token.text) for token in modifiers if fold(token.text)),
            enclosing=fold(enclosing),
            named=tuple(token.text for token in mention.tokens[1:]),
            own=fold(self.plain_name(mention)),
        )

    def _quoted(self, position: int) -> bool:
        return any(one.span.start <= position < one.span.end for one in self._quotations)


def _pronoun(mention: Mention, words: Sequence[Word]) -> bool:
    """Whether a mention is a pronoun alone; ``WHO`` among small letters is an acronym."""
    acronym = mention.head.text == "WHO" and not mention.sentence.tokens.text.isupper()
    return mention.pronoun and len(words) <= 1 and not acronym


def _own(mention: Mention, parse: Parse) -> Decision:
    return Decision(mention.span.of(parse.text), 0.0, ("nobody fits",))
