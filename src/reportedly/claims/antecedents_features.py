"""Readable features of one candidate for one mention; every one is a name that a reader can check in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.claims.antecedents import Candidate
from reportedly.claims.antecedents_figures import Figure, Sort, Spot
from reportedly.claims.antecedents_gender import Gender
from reportedly.model.actors import folded

_GROUPS = {
    **dict.fromkeys(("he", "she", "him", "her", "his", "hers", "himself", "herself"), "he"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "themselves"), "they"),
    **dict.fromkeys(("i", "me", "my", "myself", "mine"), "I"),
    **dict.fromkeys(("we", "us", "our", "ours"), "we"),
    **dict.fromkeys(("who", "whom", "whose", "which"), "who"),
}
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "same"})


@dataclass(frozen=True)
class Asked:
    """A pronoun or description, as far as it matters for whom it means."""

    word: str
    """The pronoun, or the head noun's lemma of a description."""
    group: str
    start: int
    sentence: int
    paragraph: int
    subject: bool
    quoted: bool
    gender: Gender = ""
    plural: bool = False
    sort: Sort | None = None
    """Of a description: what its head noun means."""
    determiner: str = ""
    """Of a description: ``the``, ``a``, ``own`` for a possessive, ``none``."""
    modifiers: tuple[str, ...] = ()
    """Of a description: folded words before the head."""
    enclosing: str = ""
    """Folded name of the source in whose words it stands."""
    speaking: bool = True
    """Whether it is made to speak, and does not merely stand there."""
    clause: int = -1
    """Where the noun of a relative pronoun stands, -1 for others."""


@dataclass(frozen=True)
class Heard:
    """Who has spoken so far: folded names and sentences, the last at the end."""

    names: tuple[str, ...]
    sentences: tuple[int, ...]


def group_of(pronoun: str) -> str:
    """Return the group of a pronoun; pronouns of one group share weights."""
    return _GROUPS.get(pronoun, "other")


def determiner_of(words: Sequence[str]) -> str:
    """Return what sort of determiner stands among the words before a noun."""
    if any(word in _DEFINITE for word in words):
        return "the"
    if any(word in {"a", "an", "one", "another", "some", "several", "many", "two", "three"} for word in words):
        return "a"
    return "none"


def candidates_for(asked: Asked, figures: Sequence[Figure], heard: Heard) -> list[Candidate]:
    """Return everybody who can be meant, with features, and the candidate that stands for the words themselves."""
    open_ones = [(figure, count) for figure in figures if (count := _open(figure, asked)) is not None]
    latest = sorted(
        (figure.spots[count - 1].start, number) for number, (figure, count) in enumerate(open_ones) if count
    )
    fitting = [number for _, number in reversed(latest) if not _conflict(open_ones[number][0], asked)]
    rank = {number: place for place, number in enumerate(fitting)}
    most = max((count for _, count in open_ones), default=0)
    found = [
        Candidate(figure, tuple(_grouped(asked, _features(asked, figure, count, rank.get(number), most, heard))))
        for number, (figure, count) in enumerate(open_ones)
    ]
    matched = any("head in its name" in one.features or "called so" in one.features for one in found)
    found.append(Candidate(None, tuple(_own(asked, matched=matched))))
    return found


def _open(figure: Figure, asked: Asked) -> int | None:
    """How many places a figure has before the mention; None where it cannot be meant."""
    count = figure.before(asked.start)
    if count or folded(figure.name) == asked.enclosing:
        return count
    following = figure.spots[0] if figure.spots else None
    if following is not None and following.sentence == asked.sentence and following.start > asked.start:
        return 0
    return None


def _conflict(figure: Figure, asked: Asked) -> bool:
    """Whether gender, number or sort speak against a figure."""
    if asked.gender and figure.gender and asked.gender != figure.gender:
        return True
    if asked.group == "he":
        return figure.sort is not Sort.PERSON
    if asked.group == "I":
        return figure.sort is not Sort.PERSON
    if asked.group == "it":
        return figure.sort in {Sort.PERSON, Sort.PEOPLE} or figure.plural
    if asked.group == "they":
        return figure.sort is Sort.PERSON
    if asked.group == "description":
        return asked.sort is not None and figure.sort is not asked.sort
    return False


def _grouped(asked: Asked, features: Iterator[str]) -> Iterator[str]:
    for feature in features:
        yield feature
        yield f"{asked.group}: {feature}"


def _bin(number: int, limits: Sequence[int]) -> str:
    """A number as its bin: ``0``, ``1``, ``2-3``, ``more``."""
    low = 0
    for limit in limits:
        if number <= limit:
            return str(limit) if low == limit else f"{low}-{limit}"
        low = limit + 1
    return "more"


def _features(
    asked: Asked, figure: Figure, count: int, rank: int | None, most: int, heard: Heard
) -> Iterator[str]:
    yield f"is a {figure.sort}{' of many' if figure.plural else ''}"
    yield "has a name" if figure.named else "has no name"
    yield from _agreement(asked, figure)
    yield from _speech(asked, figure, heard)
    if not count:
        yield "stands behind"
        return
    yield from _nearness(asked, figure, figure.spots[count - 1])
    yield f"fitting ones nearer: {_bin(rank, (0, 1, 2, 4))}" if rank is not None else "does not fit"
    yield f"places: {_bin(count, (1, 2, 4, 8))}"
    if count == most and most > 1:
        yield "stands most often"
    if figure.spots[0].sentence == 0:
        yield "in the first sentence"
    if any(spot.paragraph == asked.paragraph and spot.top for spot in figure.spots[:count]):
        yield "subject in this paragraph"


def _agreement(asked: Asked, figure: Figure) -> Iterator[str]:
    """Gender, number, and the words of a description."""
    if asked.gender:
        same = figure.gender == asked.gender
        yield "gender fits" if same else "gender conflicts" if figure.gender else "gender not known"
    if asked.group == "description":
        yield from _description(asked, figure)


def _description(asked: Asked, figure: Figure) -> Iterator[str]:
    words = folded(figure.name).split()
    called = asked.word in figure.roles
    in_name = asked.word in words or any(word.rstrip("s") == asked.word for word in words)
    how = f"with {asked.determiner}"
    if called:
        yield "called so"
        yield f"called so, {how}"
    if in_name:
        yield "head in its name"
        yield f"head in its name, {how}"
        if words[-1:] == [asked.word]:
            yield f"head ends its name, {how}"
    stated = set(asked.modifiers)
    if stated and (called or in_name):
        known = set(words) | figure.roles
        yield "all modifiers fit" if stated <= known else "some modifiers fit" if stated & known else "no modifier fits"
    elif called or in_name:
        yield f"bare head fits, {how}"
    if asked.sort is not None:
        fit = "sort fits" if figure.sort is asked.sort else f"{asked.sort} for {figure.sort}"
        yield fit
        yield f"{fit}, {how}"
        if not (called or in_name):
            yield f"{fit}, {how}, no word shared"
    yield "number fits" if figure.plural == asked.plural else "number differs"


def _speech(asked: Asked, figure: Figure, heard: Heard) -> Iterator[str]:
    """Who has spoken: the one quoted, the last speaker, one who spoke before."""
    name = folded(figure.name)
    if asked.enclosing:
        yield "is the one quoted" if name == asked.enclosing else "is not the one quoted"
        if name == asked.enclosing and figure.gender and asked.gender:
            yield "is the one quoted, gender known"
    elif asked.quoted:
        yield "inside marks"
    if name in heard.names:
        back = len(heard.names) - 1 - max(n for n, one in enumerate(heard.names) if one == name)
        away = asked.sentence - max(s for s, one in zip(heard.sentences, heard.names, strict=True) if one == name)
        yield "spoke before"
        if not back:
            yield "spoke last"
            yield f"spoke last, sentences back: {_bin(max(away, 0), (0, 1, 2, 4))}"
        elif back == 1:
            yield "spoke last but one"
        yield f"spoke, sentences back: {_bin(max(away, 0), (0, 1, 2, 4))}"
        yield f"times spoken: {_bin(heard.names.count(name), (1, 2, 4))}"
    else:
        yield "has not spoken"


def _nearness(asked: Asked, figure: Figure, last: Spot) -> Iterator[str]:
    """How far the last place is, and what it does there."""
    away = _bin(max(asked.sentence - last.sentence, 0), (0, 1, 2, 4, 8))
    yield f"sentences back: {away}"
    yield f"last as {last.role}"
    yield f"last as {last.role}, sentences back: {away}"
    if last.top:
        yield f"last as subject of the sentence, sentences back: {away}"
    if last.pronoun:
        yield f"last by a {'description' if last.pronoun == 'description' else 'pronoun'}"
        if last.pronoun == asked.word:
            yield f"last by the same pronoun, sentences back: {away}"
    if asked.subject and last.role == "subject":
        yield "subject like it"
    yield "same paragraph" if last.paragraph == asked.paragraph else "other paragraph"
    if asked.clause >= 0:
        held = any(spot.start <= asked.clause < spot.end for spot in figure.spots)
        yield "the noun of its clause" if held else "not the noun of its clause"


def _own(asked: Asked, *, matched: bool) -> Iterator[str]:
    """Features of the candidate that leaves the words as they are."""
    yield "own words"
    yield f"own words: {asked.group}"
    if asked.group == "description":
        fits = "a figure fits" if matched else "no figure fits"
        yield f"own words: with {asked.determiner}"
        yield f"own words: with {asked.determiner}, {fits}"
        yield f"own words: {fits}"
        yield f"own words: {asked.sort or 'other'}"
        yield f"own words: {asked.sort or 'other'} with {asked.determiner}"
        yield f"own words: {'many' if asked.plural else 'one'}, with {asked.determiner}"
        yield f"own words: {len(asked.modifiers[:3])} modifiers"
    else:
        yield f"own words: {asked.word}"
