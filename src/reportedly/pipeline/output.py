"""Write a dossier into files, by the built-in formats or a plug-in's."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import pluggy

from reportedly.model.dossier import Dossier
from reportedly.model.errors import SettingsError
from reportedly.publish import Rendition, render

Exporter = Callable[[Dossier], Rendition]
"""Turns a dossier into one file."""


def rendition(dossier: Dossier, format_name: str, plugins: pluggy.PluginManager) -> Rendition:
    """Return a dossier as one file.

    Raises:
        SettingsError: where neither the product nor a plug-in knows the format.
    """
    exporter: Exporter | None = plugins.hook.reportedly_exporter(format_name=format_name)
    if exporter is not None:
        return exporter(dossier)
    return render(dossier, format_name)


def write_files(
    dossier: Dossier, formats: Sequence[str], folder: Path, plugins: pluggy.PluginManager
) -> tuple[Path, ...]:
    """Write one file a format into a folder, which is made where it is missing, and return their paths."""
    written = []
    for name in formats:
        made = rendition(dossier, name, plugins)
        written.append(replace_file(folder / made.filename, made.content))
    return tuple(written)


def replace_file(path: Path, content: bytes) -> Path:
    """Write a file so that a reader finds the old content or the new, never half of it; return its path.

    Raises:
        SettingsError: where the disk refuses it.
    """
    half = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(content)
        half.replace(path)
    except OSError as error:
        with suppress(OSError):
            half.unlink()
        raise SettingsError(
            "E203", f"cannot be written: {error.strerror}", str(path), "choose another place"
        ) from error
    return path
