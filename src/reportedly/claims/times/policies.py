"""Policies for vague times: the words, and how many days they are taken to cover."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from reportedly.model.errors import SettingsError
from reportedly.model.times import Direction, Policy


@lru_cache(maxsize=1)
def default_policies() -> tuple[Policy, ...]:
    """Return the policies that come with the package, from ``data/times/policies.json``."""
    return _policies(
        files("reportedly").joinpath("data/times/policies.json").read_text(encoding="utf-8"), "policies.json"
    )


def read_policies(path: Path) -> tuple[Policy, ...]:
    """Return the policies of a file in the form of ``data/times/policies.json``.

    Raises:
        SettingsError: where the file cannot be read or has another form.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError("E215", f"policies cannot be read: {error}", str(path), "give a JSON file") from error
    return _policies(text, str(path))


def _policies(text: str, where: str) -> tuple[Policy, ...]:
    try:
        return tuple(_policy(one) for one in json.loads(text)["policies"])
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        advice = "take the form of data/times/policies.json"
        raise SettingsError("E215", f"policies are not in the right form: {error!r}", where, advice) from error


def _policy(one: dict[str, Any]) -> Policy:
    width = int(one["width"])
    if width < 0:
        raise ValueError(f"width below zero: {width}")
    words = tuple(str(word).lower() for word in one["words"])
    return Policy(str(one["name"]), words, Direction(one["direction"]), width, str(one["value"]), str(one["note"]))
