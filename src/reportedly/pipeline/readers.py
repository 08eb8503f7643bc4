"""Find the extractor and the executor of a name, built in or a plug-in's; the tables load without them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pluggy

from reportedly.gazetteer.load import open_gazetteer
from reportedly.model.place import Boundaries
from reportedly.pipeline.executors import Executor, LoadExtractor, built_in

if TYPE_CHECKING:
    from reportedly.claims.extractor import Extractor


def extractor_loader(
    name: str, plugins: pluggy.PluginManager, gazetteer: Path | None = None, boundaries: Boundaries = Boundaries.UN
) -> LoadExtractor:
    """Return what loads the claim extractor of this name: a plug-in's, or the built-in one over a spaCy pipeline.

    Args:
        name: of a plug-in's extractor or of a spaCy pipeline.
        plugins: asked for an extractor of this name.
        gazetteer: a file with places of the user's own, beside the bundled ones; None = there is none.
        boundaries: whose view of the borders decides the country of a disputed place.
    """
    loader: LoadExtractor | None = plugins.hook.reportedly_extractor(name=name)
    return loader or partial(_load_extractor, name, gazetteer, boundaries)


def _load_extractor(name: str, gazetteer: Path | None, boundaries: Boundaries) -> Extractor:
    # spaCy takes a second to import, which nobody should wait for who only looks at a ledger.
    from reportedly.claims.extractor import load_extractor  # noqa: PLC0415
    from reportedly.claims.places_resolve import PlaceReader  # noqa: PLC0415

    return load_extractor(name, PlaceReader(open_gazetteer(gazetteer), boundaries))


def load_executor(name: str, plugins: pluggy.PluginManager) -> Executor:
    """Return the executor of this name: a plug-in's or a built-in one.

    Raises:
        SettingsError: where there is none.
    """
    executor: Executor | None = plugins.hook.reportedly_executor(name=name)
    return executor or built_in(name)
