"""How the person at this browser likes the pages: their colours, and whether single keys do something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from fastapi import Request

THEME_COOKIE, KEYS_COOKIE = "reportedly-theme", "reportedly-keys"


class Theme(StrEnum):
    """Colours of the pages."""

    SYSTEM = "system"
    """As the machine is set."""
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Preferences:
    """What a browser remembers of its reader's choices."""

    theme: Theme = Theme.SYSTEM
    keys: bool = True
    """Whether single keys do something (WCAG 2.1.4 asks for a switch)."""


def preferences_of(request: Request) -> Preferences:
    """Return what the browser remembers; a cookie with anything else counts as none."""
    theme = request.cookies.get(THEME_COOKIE, "")
    known = Theme(theme) if theme in set(Theme) else Theme.SYSTEM
    return Preferences(known, request.cookies.get(KEYS_COOKIE) != "off")
