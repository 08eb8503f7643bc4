"""Everybody and everything in a document that a pronoun or description can mean, with all their places."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from reportedly.claims import lexicon
from reportedly.claims.antecedents_gender import Gender
from reportedly.claims.attribution import Mention
from reportedly.claims.names import AGENCY_NOUNS, fold
from reportedly.claims.parse import Sentence

_SUBJECT = frozenset({"nsubj", "nsubjpass", "agent", "csubj"})
_OBJECT = frozenset({"dobj", "obj", "dative", "iobj", "attr", "oprd"})


class Sort(StrEnum):
    """What sort of figure it is."""

    PERSON = "person"
    BODY = "body"
    PEOPLE = "people"
    PLACE = "place"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Spot:
    """One place at which a figure stands."""

    start: int
    end: int
    sentence: int
    paragraph: int
    role: str
    """``subject``, ``object``, ``owner`` or ``other``."""
    spoke: bool = False
    pronoun: str = ""
    """The pronoun that stands for it there, or ``description``; empty for its own name."""
    top: bool = False
    """Whether it is the subject of the sentence's main clause."""


@dataclass
class Figure:
    """Somebody or something that can be meant."""

    name: str
    sort: Sort
    plural: bool = False
    gender: Gender = ""
    named: bool = False
    """Whether it has a proper name."""
    roles: set[str] = field(default_factory=set)
    """Nouns that the document uses of it, and texts that it is the author of."""
    spots: list[Spot] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    mention: Mention | None = None
    """A place where it is described, for figures without a name of their own."""

    def put(self, spot: Spot) -> None:
        """Add a place; a second reading of the same place replaces the first."""
        at = bisect_left(self.starts, spot.start)
        if at < len(self.starts) and self.starts[at] == spot.start:
            self.spots[at] = spot
        else:
            self.starts.insert(at, spot.start)
            self.spots.insert(at, spot)

    def before(self, position: int) -> int:
        """Return how many of its places lie before a position."""
        return bisect_left(self.starts, position)


class Figures:
    """All figures of a document by folded name."""

    def __init__(self) -> None:
        """Start without anybody."""
        self._known: dict[str, Figure] = {}

    def __iter__(self) -> Any:
        """Go through all figures in the order in which they were met."""
        return iter(self._known.values())

    def find(self, name: str) -> Figure | None:
        """Return the figure with a name."""
        return self._known.get(fold(name))

    def meet(self, name: str, sort: Sort, *, plural: bool = False, roles: Iterable[str] = ()) -> Figure:
        """Return the figure with a name, made where it is new, with further roles."""
        key = fold(name)
        figure = self._known.get(key)
        if figure is None:
            figure = Figure(name, sort, plural, named=any(word[:1].isupper() for word in name.split()))
            self._known[key] = figure
        figure.roles.update(roles)
        return figure

    def clear(self, start: int, end: int, but: Figure) -> None:
        """Take from all other figures the places inside a stretch, since it has turned out who stands there."""
        for figure in self._known.values():
            if figure is but:
                continue
            low, high = bisect_left(figure.starts, start), bisect_left(figure.starts, end)
            if low < high:
                del figure.starts[low:high], figure.spots[low:high]


PERSON_NOUNS = lexicon.ROLES | frozenset(
    """
    man woman girl boy friend neighbour neighbor brother sister mother father widow passenger student volunteer monk
    priest bishop aide delegate ally opponent supporter organiser organizer wife husband son daughter cousin uncle aunt
    boss chancellor secretary candidate actor actress artist singer writer abbot archbishop constable surgeon
    pensioner dairyman angler bartender bartender owner defendant suspect victim employee worker lawmaker physician
    nurse engineer historian sociologist economist chemist vet geologist phonetician clerk treasurer colleague
    predecessor successor challenger rival member trader hiker survivor tourist guest customer sponsor veteran founder
    operator pilot cook quartermaster hunter commandant lodger tenant landlord shopkeeper baker fisherman mp hacker
    archaeologist paleontologist biologist astronomer musician guitarist footballer striker defender champion runner
    athlete winner superintendent councillor councilor congressman congresswoman ceo chairwoman person individual client
    parent child teenager brother-in-law someone somebody anyone user signatory caller viewer author couple
    """.split()
)
"""Nouns for one person."""
_PERSON_ENDINGS = ("woman", "sman", "ceman", "ologist", "icist", "macist", "ician", "titian", "eteer", "tarian")
BODY_NOUNS = (
    (lexicon.PEOPLE - PERSON_NOUNS)
    | lexicon.MEDIA_NOUNS
    | frozenset(AGENCY_NOUNS)
    | frozenset(
        """
        country state city board bank league project association federation foundation society alliance navy mission
        observatory regulator operator carrier manufacturer maker retailer chain insurer consultancy firm startup
        business store shop side camp cabinet delegation administration authority coalition club academy hospital clinic
        laboratory lab school college church museum studio label charity monitor watchdog tribunal parliament senate
        assembly house ministry staff crew team panel jury couple pair public media press militia army battalion brigade
        """.split()
    )
)
TEXT_NOUNS = (lexicon.AUTHORED | lexicon.EXHIBITS | frozenset("ruling advisory finding filing agreement".split())) - {
    "network"
}


def sort_of_noun(lemma: str, *, plural: bool) -> Sort | None:
    """Return what a noun means, or None where it means nobody."""
    if lemma in PERSON_NOUNS or lemma.endswith(_PERSON_ENDINGS):
        return Sort.PEOPLE if plural else Sort.PERSON
    if lemma in TEXT_NOUNS:
        return Sort.TEXT
    if lemma in BODY_NOUNS or lemma in lexicon.COLLECTIVE or lemma + "s" in lexicon.COLLECTIVE:
        return Sort.PEOPLE if plural or lemma in {"people", "police"} else Sort.BODY
    return None


def role_of(token: Any) -> str:
    """Return the place of a token in its clause, in few words."""
    dep = token.dep_
    if dep in {"conj", "appos", "compound", "flat"} and token.head != token:
        return role_of(token.head) if dep != "compound" else "other"
    if dep in _SUBJECT:
        return "subject"
    if dep in _OBJECT:
        return "object"
    return "owner" if dep == "poss" else "other"


def spot_of(token: Any, sentence: Sentence, start: int, end: int) -> Spot:
    """Return the place of a head noun or pronoun."""
    role = role_of(token)
    top = role == "subject" and (token.head.dep_ == "ROOT" or token.head.head.dep_ == "ROOT")
    return Spot(start, end, sentence.index, sentence.paragraph, role, top=top)
