"""Readable features of one candidate for one mention; every one is a name that a reader can check in the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.claims.antecedents import Candidate
from reportedly.claims.antecedents_figures import Figure, Sort, Spot
from reportedly.claims.antecedents_gender import Gender
from reportedly.claims.names import AGENCY_NOUNS, fold

_GROUPS = {
    **dict.fromkeys(("he", "she", "him", "her", "his", "hers", "himself", "herself"), "he"),
    **dict.fromkeys(("it", "its", "itself"), "it"),
    **dict.fromkeys(("they", "them", "their", "themselves"), "they"),
    **dict.fromkeys(("i", "me", "my", "myself", "mine"), "I"),
    **dict.fromkeys(("we", "us", "our", "ours"), "we"),
    **dict.fromkeys(("who", "whom", "whose", "which"), "who"),
}
_KIN = tuple(
    frozenset(line.split())
    for line in """
    researcher scientist author team archaeologist biologist study report paper expert professor analyst academic work
    company firm chain maker operator manufacturer airline business retailer store carrier supplier corporation
    report study survey paper research analysis review investigation work assessment finding document publication
    statement release announcement message post tweet letter note communique bulletin advisory update
    agency ministry department board commission service bureau office administration directorate
    president leader head chief chairman director boss
    newspaper paper magazine daily weekly site website outlet broadcaster channel network station
    man father brother husband son uncle boy
    woman mother sister wife daughter aunt girl actress
    court judge justice ruling decision tribunal
    """.strip().splitlines()
)
"""Nouns that can follow each other for one figure; hand-made."""
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
    named: tuple[str, ...] = ()
    """Of a description: its words as written, from the second on."""
    own: str = ""
    """Folded words of a description, as its name would be if it meant nobody else."""
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


_POSSESSIVE = frozenset("his her its their my our your whose".split())


def determiner_of(words: Sequence[str]) -> str:
    """Return what sort of determiner stands among the words before a noun."""
    if words and words[0] in _POSSESSIVE:
        return "own"
    if any(word in _DEFINITE for word in words):
        return "the"
    if any(word in {"a", "an", "one", "another", "some", "several", "many", "two", "three"} for word in words):
        return "a"
    return "none"


def candidates_for(asked: Asked, figures: Sequence[Figure], heard: Heard) -> list[Candidate]:
    """Return everybody who can be meant, with features, and the candidate that stands for the words themselves."""
    same = next((figure for figure in figures if asked.own and fold(figure.name) == asked.own), None)
    met = [_met(figure, count, asked) for figure in figures if (count := _open(figure, asked)) is not None]
    met = [one for one in met if one.figure is not same]
    ranks = _ranks(met, asked)
    most = max((one.count for one in met), default=0)
    found = [
        Candidate(one.figure, tuple(_grouped(asked, one.fit, _features(asked, one, ranks.get(number), most, heard))))
        for number, one in enumerate(met)
    ]
    fits = [one.fit for one in met if one.fit in _FITS[:-1]]
    found.append(Candidate(None, tuple(_own(asked, fits, same, heard))))
    return found


@dataclass(frozen=True)
class _Met:
    """A figure that has been met before a mention."""

    figure: Figure
    count: int
    """How many of its places lie before the mention."""
    words: tuple[str, ...]
    """Folded words of its name."""
    fit: str
    """How well a description fits it, one of ``_FITS``; empty for pronouns."""


_FITS = ("ends its name", "in its name", "called so", "its kind fits", "near in meaning", "no word fits")
"""How a description can fit a figure, the closest first."""


def _met(figure: Figure, count: int, asked: Asked) -> _Met:
    words = tuple(fold(figure.name).split())
    return _Met(figure, count, words, _fit(asked, figure, words) if asked.group == "description" else "")


def _fit(asked: Asked, figure: Figure, words: Sequence[str]) -> str:
    """How well a description's head noun fits a figure."""
    if words[-1:] == (asked.word,) or words[-1:] == (f"{asked.word}s",):
        return _FITS[0]
    if asked.word in words:
        return _FITS[1]
    if asked.word in figure.roles:
        return _FITS[2]
    if set(AGENCY_NOUNS.get(asked.word, ())) & set(words):
        return _FITS[3]
    if any(asked.word in kin and (kin & figure.roles or kin & set(words)) for kin in _KIN):
        return _FITS[4]
    return _FITS[5]


def _open(figure: Figure, asked: Asked) -> int | None:
    """How many places a figure has before the mention; None where it cannot be meant."""
    count = figure.before(asked.start)
    if count or fold(figure.name) == asked.enclosing:
        return count
    following = figure.spots[0] if figure.spots else None
    if following is None:
        return None
    called = asked.word in figure.roles or asked.word in fold(figure.name).split()
    if asked.group == "description" and figure.named and called:
        return 0
    return 0 if following.sentence == asked.sentence and following.start > asked.start else None


def _ranks(met: Sequence[_Met], asked: Asked) -> dict[int, int]:
    """Number of a figure -> how many that fit have been met after it; of a description those that fit as well."""
    latest = sorted(
        ((one.figure.spots[one.count - 1].start, n) for n, one in enumerate(met) if one.count), reverse=True
    )
    passed: Counter[str] = Counter()
    ranks = {}
    for _, number in latest:
        one = met[number]
        if not _conflict(one.figure, asked):
            ranks[number] = passed[one.fit]
            passed[one.fit] += 1
    return ranks


def _conflict(figure: Figure, asked: Asked) -> bool:
    """Whether gender, number or sort speak against a figure."""
    if asked.gender and figure.gender and asked.gender != figure.gender:
        return True
    if asked.group in {"he", "I"}:
        return figure.sort is not Sort.PERSON
    if asked.group == "it":
        return figure.sort in {Sort.PERSON, Sort.PEOPLE} or figure.plural
    if asked.group == "they":
        return figure.sort is Sort.PERSON
    return False


def _grouped(asked: Asked, fit: str, features: Iterator[str]) -> Iterator[str]:
    """Features of pronouns for all and for their group; of descriptions by how well the head noun fits."""
    for feature in features:
        if fit:
            yield f"description: {feature}"
            yield f"description: {fit}, {feature}"
        else:
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


def _features(asked: Asked, met: _Met, rank: int | None, most: int, heard: Heard) -> Iterator[str]:
    figure, count = met.figure, met.count
    yield f"is a {figure.sort}{' of many' if figure.plural else ''}"
    yield "has a name" if figure.named else "has no name"
    if asked.gender:
        same = figure.gender == asked.gender
        yield "gender fits" if same else "gender conflicts" if figure.gender else "gender not known"
    if met.fit:
        yield from _description(asked, met)
    yield from _speech(asked, met, heard)
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


def _description(asked: Asked, met: _Met) -> Iterator[str]:
    """What the words of a description add: its determiner, its modifiers, what its head noun means."""
    yield f"with {asked.determiner}"
    stated = set(asked.modifiers)
    known = set(met.words) | met.figure.roles
    if not stated:
        yield f"bare, with {asked.determiner}"
        if met.figure.named:
            yield f"a name, bare, with {asked.determiner}"
            yield f"a name, bare, with {asked.determiner}, {met.figure.sort}"
    elif stated <= known:
        yield "all modifiers fit"
    else:
        yield "some modifiers fit" if stated & known else "no modifier fits"
    if asked.sort is not None:
        yield "sort fits" if met.figure.sort is asked.sort else f"{asked.sort} for {met.figure.sort}"
    yield "number fits" if met.figure.plural == asked.plural else "number differs"


def _speech(asked: Asked, met: _Met, heard: Heard) -> Iterator[str]:
    """Who has spoken: the one quoted, the last speaker, one who spoke before."""
    name, figure = " ".join(met.words), met.figure
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


def _own(asked: Asked, fits: Sequence[str], same: Figure | None, heard: Heard) -> Iterator[str]:
    """Features of the candidate that leaves the words as they are."""
    yield "own words"
    yield f"own words: {asked.group}"
    if asked.group != "description":
        yield f"own words: {asked.word}"
        return
    best = min(fits, key=_FITS.index, default=_FITS[-1])
    how = f"with {asked.determiner}"
    sort = f"{asked.sort or 'other'}{' of many' if asked.plural else ''}"
    size = f"{len(asked.modifiers[:3])} modifiers"
    yield f"own words: {how}"
    yield f"own words: {sort}"
    yield f"own words: {sort}, {how}"
    yield f"own words: {size}, {how}"
    yield f"own words: best fit {best}"
    yield f"own words: best fit {best}, {how}"
    alike = fits.count(best)
    yield f"own words: best fit {best} of {_bin(alike, (0, 1, 2))}, {how}"
    yield f"own words: best fit {best}, {sort}, {size}"
    yield f"own words: figures that fit: {_bin(len(fits), (0, 1, 2))}"
    if same is not None and asked.own in heard.names:
        yield "own words: spoke under these before"
    elif same is not None and same.before(asked.start):
        yield "own words: stood there before"
    if any(word[:1].isupper() for word in asked.named):
        yield f"own words: with a name, {how}"
