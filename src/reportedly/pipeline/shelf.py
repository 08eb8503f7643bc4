"""The ledger's tables of stories as the shelf that the events stage keeps its texts and ties on."""

from __future__ import annotations

import json
from array import array
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from reportedly.events.profiles import Profile, Tie
from reportedly.ledger.stories import StoryIndex, TextRow, TieRow

Place = tuple[str, str]


class LedgerShelf:
    """Profiles and ties in a ledger, within one transaction."""

    def __init__(self, index: StoryIndex) -> None:
        """Keep the open tables."""
        self._index = index

    def before(self, key: str, place: Place, limit: int) -> Sequence[Place]:
        """Return the last places before one in a key's list, nearest first."""
        return self._index.before(key, *place, limit)

    def after(self, key: str, place: Place, limit: int) -> Sequence[Place]:
        """Return the first places behind one in a key's list, nearest first."""
        return self._index.after(key, *place, limit)

    def profiles(self, texts: Iterable[str]) -> Mapping[str, Profile]:
        """Return the profiles of some texts by key; unknown ones are left out."""
        return {row.text: profile_in(row) for row in self._index.texts(texts)}

    def put(self, profile: Profile) -> None:
        """Put a profile into the lists of its keys."""
        self.fill([profile], {})

    def fill(self, profiles: Iterable[Profile], story_of: Mapping[str, str]) -> None:
        """Put profiles into their lists, with the stories that are known."""
        held = list(profiles)
        rows = [TextRow(p.key, p.place[0], _written(p), story_of.get(p.key, "")) for p in held]
        self._index.put_texts(rows, ((key, *profile.place) for profile in held for key in profile.keys))

    def take_out(self, profile: Profile) -> None:
        """Take a profile out of its lists, with its ties."""
        self._index.drop_text(profile.key, profile.place[0], profile.keys)

    def tied(self, texts: Iterable[str]) -> list[Tie]:
        """Return the ties of which at least one end is among some texts, without their reasons."""
        return [Tie(*row) for row in self._index.ties(texts)]

    def add_ties(self, ties: Iterable[Tie]) -> None:
        """Keep ties."""
        self._index.add_ties(TieRow(tie.left, tie.right, tie.score) for tie in ties)

    def cut(self, left: str, right: str) -> None:
        """Forget the tie of two texts."""
        self._index.cut(left, right)


def _written(profile: Profile) -> str:
    held = {
        "day": profile.day.isoformat() if profile.day else None,
        "terms": profile.terms,
        "weights": list(profile.weights),
        "figures": profile.figures,
        "outlets": profile.outlets,
        "sources": profile.sources,
    }
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def profile_in(row: TextRow) -> Profile:
    """Return the profile that a row holds."""
    held = json.loads(row.profile)
    return Profile(
        row.text,
        date.fromisoformat(held["day"]) if held["day"] else None,
        tuple(held["terms"]),
        array("H", held["weights"]),
        *(tuple(held[field]) for field in ("figures", "outlets", "sources")),
    )
