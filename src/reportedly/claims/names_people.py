"""Persons of one document: their fullest names, and which of them a surname, a title or a short form means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportedly.claims import lexicon
from reportedly.claims.antecedents_gender import Gender, gender_of_name, gender_of_word
from reportedly.claims.names import TITLES, fold
from reportedly.claims.names_words import Word

_AFTER_NAME = frozenset({"jr", "sr", "ii", "iii", "iv"})
_KEPT_TITLES = frozenset("pope king queen prince princess saint st emperor sheikh ayatollah imam".split())
"""Titles that stay where only one name follows (``Pope Francis``)."""
_TWO_WORD_PLACES = frozenset("new san los las north south east west el saint santa hong sri saudi united".split())
_OF = frozenset({"of", "for", "in", "to", "from"})
_MORE_TITLES = frozenset(
    """
    superintendent councilor councillor councilman councilwoman congressman congresswoman assemblyman commandant
    treasurer representative clerk engineer dame father sister brother bishop archbishop cardinal reverend rev pastor
    rabbi sheikh imam ayatollah magistrate marshal private corporal ensign commodore premier taoiseach dr
    chancellor mp senator comrade captain detective constable trooper deputy co-founder founder ceo coo cfo member
    gov sec brig insp supt mons monsenor actor actress singer comptroller honourable hon coordinator legend
    """.split()
)


def is_title(word: Word) -> bool:
    """Say whether a word in front of a name is a title or role: ``Vice-Mayor``, ``then-Secretary``, ``Mayor-elect``."""
    parts = {part.rstrip(".") for part in word.lower.split("-")}
    known = parts & TITLES or parts & _MORE_TITLES or parts & lexicon.ROLES
    return bool(known) or word.lower.endswith(("ologist", "woman"))


def person_words(words: Sequence[Word]) -> list[Word]:
    """Return the words of a person's name without descriptors, titles and the place of an office in front."""
    run = [word for word in words if word.text]
    cut = 0
    for number, word in enumerate(run[:-1]):
        if word.common or is_title(word) or (word.lower == "the" and number == 0):
            cut = number + 1
            if run[cut].lower in _OF:
                cut = _behind_office(run, cut + 1)
    if cut >= len(run):
        return run
    kept = run[cut:]
    while len(kept) > 1 and not kept[0].capital and kept[0].lower in {"the", "a", "an", "of", "fellow", "then"}:
        kept = kept[1:]
    return kept


def _behind_office(run: Sequence[Word], start: int) -> int:
    """Where the name begins behind ``Mayor of London``: one word further, or behind an entity of more words."""
    while start < len(run) and run[start].lower in {"the", "a", "an"}:
        start += 1
    for number in range(start + 1, len(run) - 1):
        first = run[number].tokens[0]
        inside = run[number - 1].tokens[0].ent_type_ in {"GPE", "ORG", "FAC", "NORP"}
        if inside and first.ent_type_ == "PERSON" and first.ent_iob_ == "B":
            return number
    return start + (2 if start < len(run) and run[start].lower in _TWO_WORD_PLACES else 1)


@dataclass
class Person:
    """One person: the fullest name, where it stands, and what is known of gender and roles."""

    name: str
    first: int
    """Where the name stands first."""
    places: list[int] = field(default_factory=list)
    gender: Gender = ""
    roles: set[str] = field(default_factory=set)

    @property
    def words(self) -> list[str]:
        """The folded words of the name, without ``Jr.`` and the like."""
        words = [one for word in self.name.split() if (one := key_of(word))]
        return words[:-1] if len(words) > 2 and words[-1] in _AFTER_NAME else words


def key_of(word: str) -> str:
    """Return one word folded for comparison, hyphens closed up."""
    return fold(word).replace(" ", "")


class People:
    """All persons of a document by name."""

    def __init__(self) -> None:
        """Start without anybody."""
        self._known: dict[str, Person] = {}
        self._loose: dict[str, tuple[str, int]] = {}
        self._short: dict[str, list[Person]] = {}
        """Folded word of a full name -> the persons who have it."""

    def meet(self, words: Sequence[Word], position: int) -> None:
        """Remember a person's name at a place of the text, with the titles before it."""
        name = person_words(words)
        if name and name[0].capital and len(name) <= 5:
            titles = [word.lower for word in words if word not in name and (is_title(word) or word.common)]
            self.add(" ".join(word.text for word in name), position, titles)

    def add(self, name: str, position: int, titles: Iterable[str] = ()) -> None:
        """Remember a full name (two words and more); a single word only counts for the person whom it means."""
        if len(name.split()) < 2:
            return
        person = self._known.get(fold(name))
        if person is None:
            person = Person(name, position, gender=gender_of_name(name))
            self._known[fold(name)] = person
            for word in {*person.words[1:], person.words[0]} if person.words else ():
                self._short.setdefault(word, []).append(person)
        person.places.append(position)
        for title in titles:
            person.roles.add(title.rstrip("."))
            person.gender = gender_of_word(title) or person.gender

    def glimpse(self, words: Sequence[Word], position: int) -> None:
        """Remember two or three words written like a person's name, for a surname that nobody else has."""
        self._loose.setdefault(key_of(words[-1].text), (" ".join(word.text for word in words), position))

    def recall(self, word: str) -> bool:
        """Take what was written like a name for a person's, since its last word stands for somebody alone."""
        name, position = self._loose.get(key_of(word), ("", 0))
        if name:
            self.add(name, position)
        return bool(name)

    def known(self, name: str) -> Person | None:
        """Return the person of exactly this full name."""
        return self._known.get(fold(name))

    def all(self) -> list[Person]:
        """Return everybody, in the order of the text."""
        return sorted(self._known.values(), key=lambda one: one.first)

    def surname(self, word: str) -> bool:
        """Say whether a word is the last of somebody's name."""
        key = key_of(word)
        return any(key == one.words[-1] for one in self._short.get(key, ()))

    def named(self, word: str) -> bool:
        """Say whether a word is part of somebody's name."""
        return bool(self._short.get(key_of(word)))

    def whole(self, words: Sequence[Word], position: int) -> str:
        """Return the fullest name of the person whom words mean, without titles.

        Args:
            words: a name as it stands, with titles.
            position: where it stands.
        """
        name = person_words(words)
        titles = [word.lower.rstrip(".") for word in words if word not in name]
        plain = " ".join(word.text for word in name)
        if len(name) == 1 and len(words) > 1 and fold(words[-2].text) in _KEPT_TITLES:
            fuller = self._behind(plain, titles, position)
            return fuller.name if fuller and fuller.name.split()[0] != plain else f"{words[-2].text} {plain}"
        fuller = self._behind(plain, titles, position)
        return max(fuller.name, plain, key=len) if fuller else plain

    def _behind(self, plain: str, titles: Sequence[str], position: int) -> Person | None:
        """The person with the fullest name that a shorter name can stand for."""
        parts = [one for word in plain.split() if (one := key_of(word))]
        if not parts:
            return None
        fitting = [one for one in self._short.get(parts[-1], ()) if _fits(parts, one)]
        if len(parts) > 1:
            longer = [one for one in fitting if set(parts) < set(one.words) and one.words[0] == parts[0]]
            exact: list[Person | None] = [*longer] or [self._known.get(fold(plain))]
            return max((one for one in exact if one is not None), key=lambda one: len(one.name), default=None)
        asked = next((gender for title in titles if (gender := gender_of_word(title))), "")
        fitting = [one for one in fitting if not (asked and one.gender and one.gender != asked)]
        last = [one for one in fitting if one.words[-1] == parts[0]]
        ranked = last or [one for one in fitting if one.words[0] != parts[0]] or fitting
        best = max(ranked, key=lambda one: self._fit(one, titles, position), default=None)
        if best is None:
            return None
        return max((one for one in fitting if set(best.words) <= set(one.words)), key=lambda one: len(one.name))

    def _fit(self, person: Person, titles: Sequence[str], position: int) -> tuple[bool, bool, int, int, int]:
        """How well a person fits a surname: role, named before, how often, how early, how fully."""
        before = [place for place in person.places if place <= position]
        return (
            bool(person.roles & set(titles)),
            bool(before),
            len(before),
            -person.first,
            len(person.name),
        )


def _fits(parts: Sequence[str], person: Person) -> bool:
    """Whether all words of a shorter name stand in the fuller one, in order, the first names not in conflict."""
    words = iter(person.words)
    return all(any(part == word for word in words) for part in parts)
