"""The ground under the map of an event, for pages that may not open the gazetteer themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.gazetteer.ground import ground_of, outline_of
from reportedly.gazetteer.load import CREDITS, bundled
from reportedly.model.ground import Area, Bounds, Ground
from reportedly.model.place import Boundaries, PlaceEntry
from reportedly.pipeline.toolkit import Toolkit


@dataclass(frozen=True)
class Atlas:
    """Outlines by id, and the ground around some places."""

    boundaries: Boundaries
    """Whose view of the borders decides which country is shown for a disputed area."""
    credits: tuple[str, ...] = CREDITS

    @classmethod
    def of(cls, tools: Toolkit) -> Atlas:
        """Return the atlas that the settings ask for."""
        return cls(tools.settings.boundaries)

    def outline(self, identity: str) -> Area | None:
        """Return an area with its outline; None where none is known."""
        return outline_of(identity)

    def ground(self, view: Bounds, taken: Sequence[tuple[float, float]]) -> Ground:
        """Return what lies around some places, of which ``taken`` are (longitude, latitude)."""
        return ground_of(view, tuple(taken))

    def entry(self, identity: str) -> PlaceEntry | None:
        """Return the place with an id."""
        return bundled().entry(identity)

    def country_name(self, code: str) -> str:
        """Return the name of a country by its ISO code; the code itself where none bears it."""
        found = bundled().country(code) if code else None
        return found.name if found is not None else code
