"""Find the ties between texts without comparing all with all; the outcome depends on the set of texts alone.

Two texts are compared where they stand near each other in at least two lists of texts with a weighty stem, or a telling
figure, in common. Near means that at most ``NEAR`` steps lie between them in the order of days. A list shorter than
that, such as that of a name of one story, brings all its texts together; a long one, such as that of a country at war,
only those of one time, so that the work grows with the number of texts and not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

from reportedly.events.profiles import Profile, Tie, tie, tie_with

NEAR = 100
"""Steps in a list within which two texts are near each other."""
LISTS = 2
"""Lists in which two texts must be near each other to be compared."""

Place = tuple[str, str]
"""Day and key of a text: its place in every list."""


def ties_among(profiles: Iterable[Profile]) -> Iterator[Tie]:
    """Yield the ties of all texts, each once, in order of the later text's place.

    Args:
        profiles: one profile a text, in any order.
    """
    lists: dict[str, list[int]] = defaultdict(list)
    ordered = sorted(profiles, key=lambda profile: profile.place)
    for number, late in enumerate(ordered):
        near = Counter(other for key in late.keys for other in lists[key][-NEAR:])
        held = dict(zip(late.terms, late.weights, strict=True))
        for other in sorted(early for early, count in near.items() if count >= LISTS):
            found = tie_with(late, held, ordered[other])
            if found is not None:
                yield found
        for key in late.keys:
            lists[key].append(number)


class Shelf(Protocol):
    """Profiles and their ties as they are kept between runs."""

    def before(self, key: str, place: Place, limit: int) -> Sequence[Place]:
        """Return the last places before one in a key's list, nearest first."""

    def after(self, key: str, place: Place, limit: int) -> Sequence[Place]:
        """Return the first places behind one in a key's list, nearest first."""

    def profiles(self, texts: Iterable[str]) -> Mapping[str, Profile]:
        """Return the profiles of some texts by key; unknown ones are left out."""

    def put(self, profile: Profile) -> None:
        """Put a profile into the lists of its keys."""

    def take_out(self, profile: Profile) -> None:
        """Take a profile out of its lists, with its ties."""

    def tied(self, texts: Iterable[str]) -> Iterable[Tie]:
        """Return the ties of which at least one end is among some texts; reasons need not be kept."""

    def add_ties(self, ties: Iterable[Tie]) -> None:
        """Keep ties."""

    def cut(self, left: str, right: str) -> None:
        """Forget the tie of two texts."""


def add_text(shelf: Shelf, new: Profile) -> frozenset[str]:
    """Put a text on a shelf and bring the ties up to date; return the keys of the texts whose ties changed.

    Args:
        shelf: profiles with exactly the ties that ``ties_among`` finds; afterwards again.
        new: a text that is not on the shelf yet.
    """
    touched = {new.key}
    near: Counter[str] = Counter()
    pushed: set[tuple[str, str]] = set()
    for key in new.keys:
        before, after = shelf.before(key, new.place, NEAR), shelf.after(key, new.place, NEAR)
        near.update(text for _, text in (*before, *after))
        pushed.update(_straddling(before, after))
    shelf.put(new)
    touched |= _cut_far(shelf, pushed)
    return frozenset(touched | _tied_anew(shelf, new, near))


def remove_text(shelf: Shelf, old: Profile) -> frozenset[str]:
    """Take a text off a shelf and bring the ties up to date; return the keys of the texts whose ties changed."""
    touched = {end for one in shelf.tied([old.key]) for end in (one.left, one.right)}
    shelf.take_out(old)
    return frozenset((touched | _tie_near(shelf, _pulled(shelf, old.keys, old.place))) - {old.key})


def change_text(shelf: Shelf, old: Profile, new: Profile) -> frozenset[str]:
    """Put a text on a shelf in place of its earlier profile; return the keys of the texts whose ties may have changed.

    Only lists that it comes into or leaves can bring other texts near each other, or apart.

    Args:
        shelf: profiles with exactly the ties that ``ties_among`` finds; afterwards again.
        old: the text as it is on the shelf.
        new: the same text, with the same place in time.

    Raises:
        ValueError: where the two are not one text at one place.
    """
    if old.place != new.place:
        raise ValueError("a text that moves in time is taken off the shelf and put on it again")
    left, come = set(old.keys) - set(new.keys), set(new.keys) - set(old.keys)
    touched = {end for one in shelf.tied([old.key]) for end in (one.left, one.right)} | {new.key}
    shelf.take_out(old)
    pulled = _pulled(shelf, sorted(left), old.place)
    near: Counter[str] = Counter()
    pushed: set[tuple[str, str]] = set()
    for key in new.keys:
        before, after = shelf.before(key, new.place, NEAR), shelf.after(key, new.place, NEAR)
        near.update(text for _, text in (*before, *after))
        if key in come:
            pushed.update(_straddling(before, after))
    shelf.put(new)
    touched |= _cut_far(shelf, pushed) | _tie_near(shelf, pulled)
    return frozenset(touched | _tied_anew(shelf, new, near))


def _cut_far(shelf: Shelf, pushed: Iterable[tuple[str, str]]) -> set[str]:
    """Cut those of some pairs that are tied and no longer near each other, and return their texts."""
    touched: set[str] = set()
    for left, right in _still_tied(shelf, pushed):
        if not _near(shelf, left, right):
            shelf.cut(left.key, right.key)
            touched |= {left.key, right.key}
    return touched


def _tied_anew(shelf: Shelf, new: Profile, near: Counter[str]) -> set[str]:
    """Tie a text with those that it is near to in enough lists, and return the texts that are tied."""
    held = dict(zip(new.terms, new.weights, strict=True))
    others = shelf.profiles(sorted(text for text, count in near.items() if count >= LISTS))
    found = [one for text in sorted(others) if (one := tie_with(new, held, others[text])) is not None]
    shelf.add_ties(found)
    return {end for one in found for end in (one.left, one.right)}


def _pulled(shelf: Shelf, keys: Iterable[str], place: Place) -> set[tuple[str, str]]:
    """Return the pairs that come near each other where a text has left some lists."""
    return {pair for key in keys for pair in _straddling(shelf.before(key, place, NEAR), shelf.after(key, place, NEAR))}


def _tie_near(shelf: Shelf, pulled: Iterable[tuple[str, str]]) -> set[str]:
    """Tie those of some pairs that are near each other by now and tell one story, and return their texts."""
    touched: set[str] = set()
    pairs = {tuple(sorted(pair)) for pair in pulled}
    texts = shelf.profiles(sorted({text for pair in pairs for text in pair}))
    known = {(one.left, one.right) for one in shelf.tied(sorted(texts))}
    for left, right in sorted(pairs):
        found = tie(texts[left], texts[right]) if (left, right) not in known else None
        if found is not None and _near(shelf, texts[left], texts[right]):
            shelf.add_ties([found])
            touched |= {left, right}
    return touched


def _straddling(before: Sequence[Place], after: Sequence[Place]) -> set[tuple[str, str]]:
    """Return the pairs that stand ``NEAR`` steps apart without the text between them and one more with it."""
    return {
        (before[steps][1], after[NEAR - 1 - steps][1])
        for steps in range(min(NEAR, len(before)))
        if NEAR - 1 - steps < len(after)
    }


def _still_tied(shelf: Shelf, pairs: Iterable[tuple[str, str]]) -> list[tuple[Profile, Profile]]:
    wanted = {tuple(sorted(pair)) for pair in pairs}
    if not wanted:
        return []
    tied = {(one.left, one.right) for one in shelf.tied(sorted({text for pair in wanted for text in pair}))}
    both = sorted(wanted & tied)
    texts = shelf.profiles(sorted({text for pair in both for text in pair}))
    return [(texts[left], texts[right]) for left, right in both]


def _near(shelf: Shelf, left: Profile, right: Profile) -> bool:
    """Say whether two texts are near each other in enough lists."""
    early, late = sorted((left, right), key=lambda profile: profile.place)
    shared = sorted(set(early.keys).intersection(late.keys))
    return sum(late.place in shelf.after(key, early.place, NEAR) for key in shared) >= LISTS
