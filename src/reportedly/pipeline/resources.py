"""Load the tables that a run needs beside the documents: actors, yardsticks, conventions, priors, the schema."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import pluggy
from pydantic import ValidationError

from reportedly.model.actors import ActorRegistry
from reportedly.model.codec import from_json
from reportedly.model.counting import Convention, UnitSizes
from reportedly.model.errors import SettingsError
from reportedly.model.perceptions import Perceptions
from reportedly.model.quantity_priors import QuantityPriors
from reportedly.model.registry import ADVICE, merged, read_registry
from reportedly.model.yardstick import ScaleOf, Yardstick


def data_file(*parts: str) -> Traversable:
    """Return a file of the package's data."""
    return resources.files("reportedly").joinpath("data", *parts)


def load_registry(extra: Path | None = None, plugins: pluggy.PluginManager | None = None) -> ActorRegistry:
    """Return the actors that a run knows: the user's own first, then the plug-ins', then the bundled ones.

    Args:
        extra: a file of the same form as ``data/actors.json``; an actor with the id or a name of a bundled one wins.
        plugins: asked for actors of their own.

    Raises:
        SettingsError: where the file cannot be read as actors, or does not tell who is who.
    """
    registry = read_registry(data_file("actors.json").read_bytes(), "actors.json")
    if plugins is not None:
        for actors in plugins.hook.reportedly_actors():
            registry = merged(registry, ActorRegistry(tuple(actors)))
    if extra is None:
        return registry
    try:
        text = extra.read_bytes()
    except OSError as error:
        raise SettingsError("E204", f"not a file of actors: {error.strerror}", str(extra), ADVICE) from error
    return merged(registry, read_registry(text, str(extra)))


def scale_names() -> tuple[str, ...]:
    """Return the names of all bundled scales, whatever they measure, in alphabetical order."""
    return _bundled("yardsticks")


def yardstick_names() -> tuple[str, ...]:
    """Return the names of the bundled yardsticks of likelihood in alphabetical order."""
    return tuple(name for name in scale_names() if _scale(name).of is ScaleOf.LIKELIHOOD)


def load_scale(name: str) -> Yardstick:
    """Return the bundled scale of this name or alias; ``ICD 203`` and ``icd203`` are the same.

    Args:
        name: of the scale; ``icd203:2`` puts the words of its second row first.

    Raises:
        SettingsError: where there is none, or it has no such row of words.
    """
    asked, _, row = name.partition(":")
    folded = _folded(asked)
    found = folded if folded in scale_names() else _known_as(folded)
    if found is None:
        raise SettingsError("E205", "no such scale", name, f"take one of {', '.join(scale_names())}")
    scale = _scale(found)
    if row and not (row.isdecimal() and 1 <= int(row) <= scale.word_rows):
        raise SettingsError("E205", "the scale has no such row of words", name, f"take 1 to {scale.word_rows}")
    return scale.in_row(int(row)) if row else scale


def load_yardstick(name: str) -> Yardstick:
    """Return the bundled yardstick of likelihood of this name; names are those of ``load_scale``.

    Raises:
        SettingsError: where there is none, or it measures something else.
    """
    try:
        scale = load_scale(name)
    except SettingsError as error:
        raise SettingsError("E205", error.what, name, f"take one of {', '.join(yardstick_names())}") from error
    if scale.of is not ScaleOf.LIKELIHOOD:
        what = f"a scale of {scale.of}, not of likelihood"
        raise SettingsError("E205", what, name, f"take one of {', '.join(yardstick_names())}")
    return scale


def load_perceptions() -> tuple[Perceptions, ...]:
    """Return what readers take words of likelihood to mean, the best documented survey first."""
    names = sorted(_bundled("perceptions"))
    return tuple(from_json(Perceptions, data_file("perceptions", f"{name}.json").read_bytes()) for name in names)


@cache
def _scale(name: str) -> Yardstick:
    return from_json(Yardstick, data_file("yardsticks", f"{name}.json").read_bytes())


def _known_as(folded: str) -> str | None:
    names = scale_names()
    return next((name for name in names if folded in {_folded(each) for each in _names_of(name)}), None)


def _names_of(name: str) -> tuple[str, ...]:
    scale = _scale(name)
    return (scale.name, *scale.aliases)


def convention_names() -> tuple[str, ...]:
    """Return the names of the bundled counting conventions in alphabetical order."""
    return _bundled("conventions")


def load_convention(name: str) -> Convention:
    """Return the bundled counting convention of this name; ``ACLED`` and ``acled`` are the same.

    Raises:
        SettingsError: where there is none.
    """
    folded = _folded(name)
    if folded not in convention_names():
        known = ", ".join(convention_names())
        raise SettingsError("E214", "no such counting convention", name, f"take one of {known}")
    return from_json(Convention, data_file("conventions", f"{folded}.json").read_bytes())


def load_unit_sizes() -> UnitSizes:
    """Return how many people military units have."""
    return from_json(UnitSizes, data_file("unit_sizes.json").read_bytes())


def load_quantity_priors(extra: Path | None = None) -> QuantityPriors:
    """Return what estimates of quantities take for granted.

    Args:
        extra: a file of the same form as ``data/quantity_priors.json``; each of its values takes the place of the
            bundled one of the same kind, and what it leaves out stays.

    Raises:
        SettingsError: where the file cannot be read as priors, or holds a value that cannot be one.
    """
    priors = from_json(QuantityPriors, data_file("quantity_priors.json").read_bytes())
    if extra is None:
        return priors
    try:
        own = from_json(QuantityPriors, extra.read_bytes())
    except (OSError, ValueError) as error:
        told, advice = _first_fault(error), "write it like what reportedly priors --json prints"
        raise SettingsError("E219", f"not a file of priors: {told}", str(extra), advice) from error
    wrong = own.out_of_range()
    if wrong:
        raise SettingsError(
            "E219", f"not a prior: {wrong}", str(extra), "give a factor above 0 and a spread of 0 or more"
        )
    return priors.replaced(own)


def _first_fault(error: OSError | ValueError) -> str:
    """Return what is wrong first, with the place in the file: what pydantic counts is no help to a person."""
    if not isinstance(error, ValidationError):
        return str(error)
    first = error.errors(include_url=False, include_context=False)[0]
    place = ".".join(str(part) for part in first["loc"])
    return f"{place}: {first['msg']}" if place else first["msg"]


def _bundled(folder: str) -> tuple[str, ...]:
    names = (entry.name for entry in data_file(folder).iterdir())
    return tuple(sorted(name.removesuffix(".json") for name in names if name.endswith(".json")))


def _folded(name: str) -> str:
    return re.sub(r"[\W_]", "", name).lower()


def load_schema() -> dict[str, Any]:
    """Return the published JSON Schema of the JSON report."""
    schema: dict[str, Any] = json.loads(data_file("schema", "dossier.schema.json").read_bytes())
    return schema
