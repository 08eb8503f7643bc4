"""A shelf of profiles in memory, as plain as can be, to hold the kept ties against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reportedly.events.profiles import Profile, Tie

Place = tuple[str, str]


class PlainShelf:
    """Profiles and ties in dictionaries."""

    def __init__(self) -> None:
        self.held: dict[str, Profile] = {}
        self.ties: dict[tuple[str, str], Tie] = {}

    def _list(self, key: str) -> list[Place]:
        return sorted(profile.place for profile in self.held.values() if key in profile.keys)

    def before(self, key: str, place: Place, limit: int) -> Sequence[Place]:
        """Return the last places before one, nearest first."""
        return [one for one in self._list(key) if one < place][::-1][:limit]

    def after(self, key: str, place: Place, limit: int) -> Sequence[Place]:
        """Return the first places behind one."""
        return [one for one in self._list(key) if one > place][:limit]

    def profiles(self, texts: Iterable[str]) -> Mapping[str, Profile]:
        """Return profiles by key."""
        return {key: self.held[key] for key in texts if key in self.held}

    def put(self, profile: Profile) -> None:
        """Hold a profile."""
        self.held[profile.key] = profile

    def take_out(self, profile: Profile) -> None:
        """Let go of a profile and its ties."""
        del self.held[profile.key]
        self.ties = {pair: tie for pair, tie in self.ties.items() if profile.key not in pair}

    def tied(self, texts: Iterable[str]) -> list[Tie]:
        """Return the ties with an end among some texts."""
        wanted = set(texts)
        return [tie for pair, tie in self.ties.items() if wanted & set(pair)]

    def add_ties(self, ties: Iterable[Tie]) -> None:
        """Hold ties."""
        self.ties.update(((tie.left, tie.right), tie) for tie in ties)

    def cut(self, left: str, right: str) -> None:
        """Let go of a tie."""
        del self.ties[left, right]
