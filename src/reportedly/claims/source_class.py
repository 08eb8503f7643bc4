"""What sort of source a name is: a linear model over the name's words and shape, with a hand-made table among them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from reportedly.claims import lexicon
from reportedly.claims.linear import load_model
from reportedly.model.actors import folded
from reportedly.model.claim import SourceClass

MODEL = "source_class"

_TABLE: tuple[tuple[SourceClass, frozenset[str]], ...] = (
    (SourceClass.IMAGERY, lexicon.IMAGERY),
    (SourceClass.DATA, frozenset("data figures database statistics".split())),
    (SourceClass.DOCUMENT, frozenset("document letter memo report statement study survey log file".split())),
    (SourceClass.REPORTS, frozenset({"reports"})),
    (SourceClass.MILITARY, frozenset("army military forces navy brigade regiment staff command".split())),
    (
        SourceClass.AGENCY,
        frozenset("agency intelligence directorate service police administration bureau".split()),
    ),
    (SourceClass.GOVERNMENT, frozenset("ministry government department kremlin pentagon presidency".split())),
    (SourceClass.INSTITUTE, frozenset("institute centre center university monitor foundation think".split())),
    (SourceClass.MEDIUM, lexicon.MEDIA_NOUNS),
    (SourceClass.CROWD, frozenset("residents witnesses survivors locals bloggers milbloggers users".split())),
    (SourceClass.ANONYMOUS, frozenset("official officials source sources diplomat diplomats insiders".split())),
)
"""Words that tell the class of a source, the more telling first; hand-made."""

_KINDS: tuple[tuple[str, frozenset[str]], ...] = (
    ("an office", frozenset("office court presidency tribunal jury prosecution chancellery spokesperson".split())),
    (
        "a fighting group",
        frozenset("militia rebels insurgents front faction movement jihad brigades guerrillas fighters".split()),
    ),
    (
        "a body of members",
        frozenset(
            "party union committee mission company charity federation association nations society council league "
            "club corporation group alliance airline firm bank organisation organization coalition fund".split()
        ),
    ),
    ("a holder of a role", lexicon.ROLES),
    ("something shown or written", lexicon.EXHIBITS),
    ("several of one sort", lexicon.COLLECTIVE),
    ("hearsay", frozenset("reports allegations rumours rumors claims accounts speculation".split())),
)
"""Words for what a source is, beside the table; hand-made, weighed by the model."""

_AFTER_HEAD = re.compile(
    r",| (?:of|for|in|from|on|at|by|to|with|near|under|among|about|between|behind|inside|close|reached|seen|released"
    r"|who|that|which|whose) "
)
_ADDED = re.compile(r" (of|for|at|from|in) (?:.* )?([^\W_]+)$")
_WORD = re.compile(r"[^\W_]+(?:['’.&/-][^\W_]+)*")
_LINKING = frozenset("of the for and in on at to de la le el al von van bin ibn da di du y".split())
_DETERMINERS = frozenset("a an the this these some several many one two three other another no most".split())
_OWNER = re.compile(r"['’]s? ")
_ENDINGS = tuple("ian ish ese ist ists er ers or ors ant ants ing ity ov sky ion".split())
_FEWEST = 2


@dataclass(frozen=True, slots=True)
class Classed:
    """The class of a source and why."""

    source_class: SourceClass
    probability: float
    """How sure the model is of the class, 0 to 1."""
    reasons: tuple[str, ...]
    """The features of the name that speak most for the class, strongest first."""


@dataclass(frozen=True)
class _Name:
    """A source's name taken apart."""

    text: str

    @cached_property
    def words(self) -> tuple[str, ...]:
        return tuple(_WORD.findall(self.text))

    @cached_property
    def plain(self) -> tuple[str, ...]:
        return tuple(_bare(word) for word in self.words)

    @cached_property
    def core(self) -> tuple[str, ...]:
        """The words up to what is only added (``of the north``, ``who saw it``)."""
        return tuple(_WORD.findall(_AFTER_HEAD.split(f"{self.text} ", maxsplit=1)[0])) or self.words

    @property
    def head(self) -> str:
        return self.core[-1] if self.core else ""


def source_class(name: str, *, person: bool) -> Classed:
    """Return the class of a source, judged by its name alone.

    Args:
        name: the fullest name that the document gives.
        person: whether the document uses it as a person's name.
    """
    if not _WORD.search(name):
        return Classed(SourceClass.UNKNOWN, 1.0, ("no words",))
    found = features(name, person=person)
    model = load_model(MODEL)
    chances = model.probabilities(found)
    best = max(chances, key=lambda label: (chances[label], label))
    return Classed(SourceClass(best), chances[best], model.grounds(found[1:], best))


def by_table(name: str, *, person: bool) -> SourceClass:
    """Return the class that the hand-made table gives: by the head word, or else by any word."""
    core = re.split(r" (?:of|for|in|from|on) ", name)[0].split()
    found = _in_table(set(folded(core[-1]).split())) if core else None
    if found is None:
        found = _in_table(set(folded(name).split()))
        if person and found is not SourceClass.IMAGERY:
            found = None
    return found or (SourceClass.PERSON if person else SourceClass.UNKNOWN)


def _in_table(words: set[str]) -> SourceClass | None:
    either = words | {word.removesuffix("s") for word in words}
    return next((kind for kind, marks in _TABLE if either & marks), None)


def features(name: str, *, person: bool) -> tuple[str, ...]:
    """Return what the model sees of a name, in words that a person can read."""
    parts = _Name(name)
    found = ["bias", f"by the table: {by_table(name, person=person)}", *_word_features(parts), *_shape_features(parts)]
    if person:
        found += ["used as a person's name", f"a person's name of {min(len(parts.words), 4)} words"]
    return tuple(dict.fromkeys(found))


def _word_features(name: _Name) -> Iterator[str]:
    head = _bare(name.head)
    yield f"head {head}"
    yield f"head {_singular(head)}"
    yield from (f"head ends in -{head[-size:]}" for size in (2, 3, 4) if len(head) > size)
    yield from (f"head has the ending -{ending}" for ending in _ENDINGS if head.endswith(ending))
    yield from (f"word {word}" for word in name.plain)
    if name.plain:
        yield f"first word {name.plain[0]}"
        yield f"last word {name.plain[-1]}"
    yield f"head starts {head[:4]}"
    yield from _kind_features(name, head)
    added = _ADDED.search(name.text)
    if added:
        yield f"{added[1]} {added[2].lower()}"


def _kind_features(name: _Name, head: str) -> Iterator[str]:
    owned = "owned " if _OWNER.search(name.text) else ""
    heads, words = {head, _singular(head)}, {*name.plain, *map(_singular, name.plain)}
    for kind, marks in _KINDS:
        if heads & marks:
            yield f"head is {kind}"
            yield f"{owned}head is {kind}"
        elif words & marks:
            yield f"names {kind}"


def _shape_features(name: _Name) -> Iterator[str]:
    proper = [word for word in name.words if word[0].isupper() or word[0].isdigit()]
    common = [word for word in name.words if word[0].islower() and word not in _LINKING]
    head = name.head
    yield "all capitalised" if proper and not common else "partly capitalised" if proper else "no capitals"
    yield f"{min(len(name.words), 5)} words"
    yield "capitalised head" if head[:1].isupper() else "plain head"
    if not common and proper and _FEWEST <= len(name.words) <= _FEWEST + 1 and _plainly_a_name(name):
        yield "reads like a full name"
    if head.isupper() and len(head) >= _FEWEST:
        yield "acronym"
    if _plural(head):
        yield "plural head" if head[:1].islower() else "plural proper head"
    yield from _joining_features(name)


def _joining_features(name: _Name) -> Iterator[str]:
    if re.search(r" and |, | & |;", name.text):
        yield "joint"
    yield from (
        f"has {word}" for word in ("of", "for", "in", "from", "at", "who", "by", "on") if word in name.words[1:]
    )
    if _OWNER.search(name.text):
        yield "has an owner"
    if name.plain and name.plain[0] in _DETERMINERS:
        yield "determiner first"
    if any(word[0].isdigit() for word in name.words):
        yield "digits"


def _plainly_a_name(name: _Name) -> bool:
    known = {*name.plain, *map(_singular, name.plain)}
    marks = [marks for _, marks in (*_TABLE, *_KINDS)]
    return not any(known & each for each in marks) and not _LINKING & set(name.words)


def _plural(word: str) -> bool:
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))


def _singular(word: str) -> str:
    return word[:-1] if _plural(word) else word


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word).lower()
