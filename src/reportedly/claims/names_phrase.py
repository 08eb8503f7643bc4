"""Which part of a mention names the source: the author of a text, both of two, the person behind a role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from reportedly.claims import lexicon
from reportedly.claims.names import AGENCY_NOUNS
from reportedly.claims.names_bodies import GENERIC
from reportedly.claims.names_people import is_title, person_words
from reportedly.claims.names_words import Word, tail_name

AUTHORED = (
    lexicon.AUTHORED
    | frozenset("projection guideline schedule advisory estimate number forecast statistic website communiqué".split())
) - frozenset("study survey poll analysis review".split())
"""Texts that do not count beside the one who made them; a study, letter, memo or picture stays itself."""
_MAKERS = frozenset({"by", "from", "of"})
_MADE = frozenset("release publish issue write compile conduct report post send commission author make".split())
_SITES = frozenset("account website page channel site blog feed".split())
_CALLED = frozenset({"called", "named", "as"})
_POSSESSORS = frozenset("his her its their my our your whose".split())
_PEOPLE = lexicon.ROLES | lexicon.PEOPLE | lexicon.COLLECTIVE
_IN_NAME = frozenset({"of", "for", "in", "to", "from"})
_JOINING = frozenset({"and", "or", "nor", "&"})
_WHEN = frozenset(
    """
    on in at dated during last this from earlier monday tuesday wednesday thursday friday saturday sunday
    """.split()
)


class Shape(StrEnum):
    """What sort of phrase a mention is."""

    JOINT = "joint"
    AUTHOR = "author"
    OWNED = "owned"
    PERSON = "person"
    NAME = "name"
    DESCRIBED = "described"


@dataclass(frozen=True)
class Phrase:
    """A mention taken apart."""

    shape: Shape
    words: tuple[Word, ...]
    """The words that name somebody; of ``OWNED`` those behind the owner."""
    parts: tuple[tuple[Word, ...], ...] = ()
    """Of ``JOINT`` each of those who speak; of ``OWNED`` the owner alone."""


def taken_apart(words: Sequence[Word]) -> Phrase:
    """Say what sort of phrase words are, and which of them name somebody."""
    run = _bare([word for word in words if word.lower not in _SELF])
    if not run:
        return Phrase(Shape.DESCRIBED, ())
    owned = _owned(run)
    if owned is not None:
        return owned
    author = _author(run)
    if author:
        return Phrase(Shape.AUTHOR, tuple(author))
    parts = _joined(run)
    if parts:
        return Phrase(Shape.JOINT, tuple(run), tuple(tuple(part) for part in parts))
    return _single(run)


_SELF = frozenset({"himself", "herself", "itself", "themselves"})
_COUNTING = frozenset({"both", "neither", "either"})
_ARTICLES = frozenset({"the", "a", "an", "but", "and", "that", "this", "these", "those"})


def _bare(words: Sequence[Word], more: frozenset[str] = frozenset()) -> list[Word]:
    """Words without an article in front, or further words."""
    run = list(words)
    while len(run) > 1 and run[0].lower in _ARTICLES | more:
        run = run[1:]
    return run


def _owned(run: Sequence[Word]) -> Phrase | None:
    """``his lawyer``, ``one of them``, ``Mr. Pruett's team``: whose it is, and what."""
    first = run[0].lower
    if first in _POSSESSORS and len(run) > 1:
        tail = _named_tail(run[1:])
        if tail:
            return Phrase(Shape.PERSON, tuple(tail))
        return Phrase(Shape.OWNED, tuple(run[2:] if run[1].lower == "own" else run[1:]), ((run[0],),))
    return None


def _named_tail(run: Sequence[Word]) -> list[Word]:
    """The name behind a common noun at the end (``her son Anderson Cooper``), empty where there is none."""
    tail = tail_name(run)
    if not tail or len(tail) == len(run):
        return []
    before = run[len(run) - len(tail) - 1]
    middle = run[: len(run) - len(tail)]
    if before.lower in _CALLED and before.lower != "as":
        return tail
    small = not any(word.capital for word in middle)
    if not (before.common or is_title(before) or before.lemma in lexicon.MEDIA_NOUNS or small) or before.owner:
        return []
    if small and not (before.common or is_title(before)) and not tail[-1].proper:
        return []
    if any(word.lower in _HANGING | _JOINING or word.breaks for word in middle):
        return []
    return tail


def _author(run: Sequence[Word]) -> list[Word]:
    """The author's words where the phrase is an authored text: ``report by X``, ``X's report``, ``X statement``."""
    hanging = next((n for n, word in enumerate(run) if n and word.lower in _HANGING and not word.capital), len(run))
    head = next((n for n in range(hanging) if _authored(run[n]) and not _precedes_text(run, n)), None)
    if head is None or (head and run[0].lower in {"one", "two", "three", "several", "some", "many"}):
        return []
    owner = next((n for n in range(head) if run[n].owner), None)
    if owner is not None and run[owner].capital:
        return _name_part(run[: owner + 1])
    named = _behind(run, head)
    before = [word for word in run[:head] if word.proper and not _dated(word)]
    if named and any(word.lower == "by" for word in run[head:]):
        return named
    if before and not run[head].proper:
        return _name_part(_run_before(run, head))
    return named


def _precedes_text(run: Sequence[Word], number: int) -> bool:
    """Whether the word only stands in front of another text (``news release``) or of a person (``report author``)."""
    following = run[number + 1] if number + 1 < len(run) else None
    return following is not None and (following.common and not run[number].breaks)


def _authored(word: Word) -> bool:
    noun = any(token.pos_ in {"NOUN", "PROPN"} for token in word.tokens)
    return noun and not word.owner and (word.lemma in AUTHORED or word.lower in AUTHORED)


def _dated(word: Word) -> bool:
    return word.entity("DATE") or word.text[:1].isdigit()


def _run_before(run: Sequence[Word], head: int) -> list[Word]:
    """The last run of capitalised words in front of a text noun, dates left out."""
    words = list(run[:head])
    while words and not words[-1].capital and words[-1].lemma not in AGENCY_NOUNS:
        words = words[:-1]
    if words and not words[-1].capital:
        return words
    tail = tail_name(words)
    while len(tail) > 1 and _dated(tail[0]):
        tail = tail[1:]
    return tail


def _behind(run: Sequence[Word], head: int) -> list[Word]:
    """The author behind the text noun: ``by X``, ``of X``, ``from X``, ``released by X``, ``at X's site`` not."""
    for number in range(head + 1, len(run) - 1):
        if run[number].lower not in _MAKERS:
            continue
        by_means = run[number].lower == "by" or number == head + 1 or run[number - 1].lemma in _MADE
        after = _bare(run[number + 1 :])
        if by_means and after and (after[0].capital or _speaks(after)):
            return _name_part(after)
    return []


def _speaks(run: Sequence[Word]) -> bool:
    """Whether words without a name mean people or a body."""
    return any(word.lemma in _PEOPLE or word.lower in _PEOPLE or word.lemma in AGENCY_NOUNS for word in run[:4])


def _name_part(run: Sequence[Word]) -> list[Word]:
    """Words up to the first circumstance of time or means."""
    kept: list[Word] = []
    for number, word in enumerate(run):
        following = run[number + 1] if number + 1 < len(run) else None
        dated = following is not None and (_dated(following) or following.lower in _WHEN)
        if kept and word.lower in _WHEN and not word.capital and (following is None or dated):
            break
        if kept and word.lower in {"dated", "released", "published", "that", "which", "who", "on"} and not word.capital:
            break
        kept.append(word)
        if word.breaks and not (following is not None and following.lower in _JOINING):
            break
    return _bare(_without_site(kept))


def _without_site(run: list[Word]) -> list[Word]:
    """The owner alone of ``Biden's Twitter account``, ``the ministry's website``."""
    owner = next((n for n, word in enumerate(run[:-1]) if word.owner), None)
    return run[: owner + 1] if owner is not None and run[-1].lemma in _SITES else run


def _joined(words: Sequence[Word]) -> list[list[Word]]:
    """Those who speak together, each with own words; empty where one name merely holds ``and``."""
    run = _bare(words, _COUNTING)
    for number in range(1, len(run) - 1):
        either = run[number].lower == "or" and len(run) < len(words)
        if not (run[number].lower in {"and", "nor", "&"} or either) or run[number].tokens[0].ent_type_:
            continue
        left, right = _unclaused(run[:number]), _bare(run[number + 1 :])
        hanging = any(word.lower in _HANGING | {"including"} for word in left)
        person = right[0].entity("PERSON") and right[0].tokens[0].ent_iob_ == "B"
        if hanging and (_low(run) or not (person or run[number + 1].lower == "the")):
            continue
        if is_title(left[-1]) or (any(is_title(word) for word in right[1:]) and not left[-1].entity("PERSON")):
            continue
        if _namely(left) and _namely(right):
            return [*_listed(left), right]
    return []


def _low(run: Sequence[Word]) -> bool:
    """Whether a phrase begins with a common noun, so that what follows may hang on it."""
    return not run[0].proper


def _unclaused(run: Sequence[Word]) -> list[Word]:
    """The words before ``, which makes tissues,``."""
    for number, word in enumerate(run):
        if number and word.lower in {"which", "who", "that"} and run[number - 1].breaks:
            return list(run[:number])
    return list(run)


def _listed(left: Sequence[Word]) -> list[list[Word]]:
    """The parts of ``A, B`` in front of ``and C``."""
    parts: list[list[Word]] = [[]]
    for word in left:
        parts[-1].append(word)
        if word.breaks:
            parts.append([])
    kept = [_bare(part) for part in parts if part]
    return kept if all(part[-1].proper for part in kept) else [list(left)]


def _namely(words: Sequence[Word]) -> bool:
    """Whether words end in a name that stands alone: an entity, an acronym or a person's name."""
    last = words[-1]
    if not last.capital or not last.proper:
        return False
    labels = {"PERSON", "ORG", "GPE", "NORP"}
    return any(last.entity(label) for label in labels) or last.text.isupper() or len(person_words(words)) >= 1


def _single(run: Sequence[Word]) -> Phrase:
    """One name, the person behind an office, or a description."""
    hanging = next((n for n, word in enumerate(run) if n and word.lower in _HANGING and not word.capital), len(run))
    head = run[:hanging]
    person = _office_holder(run, hanging)
    if person:
        return Phrase(Shape.PERSON, tuple(person))
    for number, word in enumerate(run[:-1]):
        behind = run[number + 1 :]
        if word.owner and word.capital and 2 <= len(behind) <= 4 and _whole_person(behind):
            return Phrase(Shape.PERSON, tuple(behind))
    tail = _named_tail(run) if hanging == len(run) or _called(run) else []
    if tail:
        return Phrase(Shape.NAME, tuple(tail))
    if hanging < len(run) and _person_of(head, run[hanging]):
        return Phrase(Shape.PERSON, tuple(head))
    alone = len(run) == 1 and run[0].capital and run[0].tokens[-1].pos_ in {"PROPN", "X", "ADJ", "VERB"}
    if any(word.proper for word in head) or alone:
        return Phrase(Shape.NAME, tuple(run))
    return Phrase(Shape.DESCRIBED, tuple(run))


_HANGING = frozenset("of for in at from on to with by behind who which that near close inside within among".split())


def _whole_person(words: Sequence[Word]) -> bool:
    """Whether words are labelled and written like a person's full name."""
    last = words[-1]
    named = all(word.capital for word in words) and last.entity("PERSON")
    return named and last.lower not in GENERIC and not is_title(last)


def _person_of(head: Sequence[Word], link: Word) -> bool:
    """Whether words before ``of the University`` are a person's name."""
    name = person_words(head)
    if len(name) < 2 or not head[-1].proper or is_title(head[-1]):
        return False
    if head[-1].entity("PERSON"):
        return True
    body = any(word.entity("ORG") or word.entity("GPE") or word.lower.rstrip("s") in GENERIC for word in name)
    return not body and len(name) <= 3 and link.lower in {"of", "from", "at"} and all(word.proper for word in name)


def _called(run: Sequence[Word]) -> bool:
    return any(word.lower in {"called", "named"} for word in run)


def _office_holder(run: Sequence[Word], hanging: int) -> list[Word]:
    """``Mayor of London Sadiq Khan``: the person at the end of an office with its place."""
    if hanging >= len(run) - 2 or run[hanging].lower not in _IN_NAME or not is_title(run[hanging - 1]):
        return []
    later = [word.lower for word in run[hanging + 1 :]]
    if set(later) & {"who", "which", "that"} or any(word.lower in _JOINING for word in run):
        return []
    name = person_words(run)
    start = len(run) - len(name)
    labelled = all(word.entity("PERSON") for word in name[-2:]) and run[start].tokens[0].ent_iob_ == "B"
    body = any(word.entity("ORG") or word.lower in GENERIC for word in name)
    office = run[hanging - 1].capital and not body
    if len(name) >= 2 and start > hanging + 1 and (labelled or (office and all(word.capital for word in name))):
        return name
    return []
