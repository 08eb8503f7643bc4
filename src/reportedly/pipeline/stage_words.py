"""What each stage does, in words that progress shows; apart from the stages, since naming one need not load it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_DOES: Mapping[str, str] = MappingProxyType(
    {
        "ingest": "taking in",
        "read": "reading",
        "claims": "finding who said what",
        "events": "grouping",
        "evidence": "weighing",
        "assessment": "assessing",
        "publish": "writing",
    }
)


def doing(name: str) -> str:
    """Return what the stage of this name does.

    Raises:
        KeyError: where there is no such stage.
    """
    return _DOES[name]
