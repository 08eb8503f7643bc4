"""The part of a ledger's stories that new texts and judgements can change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from reportedly.events.profiles import Profile
from reportedly.events.stories import divide
from reportedly.events.ties import add_text, change_text, remove_text
from reportedly.ledger.stories import StoryIndex
from reportedly.pipeline.shelf import LedgerShelf


class Region:
    """The texts that hang together with those that were touched; stories outside it stay as they are."""

    def __init__(self, index: StoryIndex) -> None:
        """Work on open tables."""
        self._index = index
        self._shelf = LedgerShelf(index)
        self._seeds: set[str] = set()
        self._anew: set[str] = set()
        self._moved: dict[str, str] = {}

    def add(self, profiles: Mapping[str, Profile]) -> None:
        """Put texts on the shelf, or on their new places there, and bring the ties up to date.

        Args:
            profiles: texts that are new, or whose documents or claims have changed, by key.
        """
        self.touch(profiles)
        for key in sorted(profiles):
            rows = self._index.texts([key])
            old = self._shelf.profiles([key]).get(key)
            if old == profiles[key]:
                continue
            if old is None:
                self._seeds |= add_text(self._shelf, profiles[key])
                continue
            self._moved[key] = rows[0].story
            if old.place == profiles[key].place:
                self._seeds |= change_text(self._shelf, old, profiles[key])
            else:
                self._seeds |= remove_text(self._shelf, old) | add_text(self._shelf, profiles[key])

    def touch(self, texts: Iterable[str]) -> None:
        """Have the stories of some texts drawn anew, even where they keep their texts."""
        held = set(texts)
        self._seeds |= held
        self._anew |= held

    def divided(self, bound: Iterable[tuple[str, str]]) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
        """Divide the region into stories and keep this.

        Args:
            bound: pairs of texts that people bind, of any stories.

        Returns:
            The stories that are to be drawn anew, by name, and the names of the earlier ones that they replace.
        """
        pairs = sorted(bound)
        texts = self._reach(pairs)
        ties = [tie for tie in self._shelf.tied(texts) if tie.left in texts and tie.right in texts]
        inside = [(left, right) for left, right in pairs if left in texts and right in texts]
        before = self._before(texts)
        new = {keys[0]: keys for keys in divide(texts, ties, inside)}
        same = {
            name for name, keys in new.items() if before.get(name) == frozenset(keys) and self._anew.isdisjoint(keys)
        }
        for name, keys in new.items():
            if name not in same:
                self._index.set_story(name, keys)
        drawn = {name: keys for name, keys in new.items() if name not in same}
        return drawn, tuple(sorted(name for name in before if name not in same))

    def _reach(self, bound: Iterable[tuple[str, str]]) -> frozenset[str]:
        """Return every text that hangs together with a touched one, by ties or by people's judgements."""
        beside: dict[str, set[str]] = defaultdict(set)
        for left, right in bound:
            beside[left].add(right)
            beside[right].add(left)
        found = set(self._seeds)
        edge = set(found)
        while edge:
            ends = {end for tie in self._shelf.tied(sorted(edge)) for end in (tie.left, tie.right)}
            edge = (ends | {other for text in edge for other in beside[text]}) - found
            found |= edge
        return frozenset(found)

    def _before(self, texts: Iterable[str]) -> dict[str, frozenset[str]]:
        """Return the texts of each earlier story that has any of the given texts, by its name."""
        members: dict[str, set[str]] = defaultdict(set)
        for row in self._index.texts(texts):
            name = row.story or self._moved.get(row.text)
            if name:
                members[name].add(row.text)
        return {name: frozenset(keys) for name, keys in members.items()}
