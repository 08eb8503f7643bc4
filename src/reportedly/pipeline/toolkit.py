"""What a run works with, put together once from its settings so that a wrong setting fails before the work begins."""

from __future__ import annotations

from dataclasses import dataclass

import pluggy

from reportedly.model.actors import ActorRegistry
from reportedly.model.counting import Convention, UnitSizes
from reportedly.model.quantity_priors import QuantityPriors
from reportedly.model.yardstick import Yardstick
from reportedly.pipeline import plugins as plugin_module
from reportedly.pipeline.executors import Executor, LoadExtractor
from reportedly.pipeline.isolation import ReadLimits
from reportedly.pipeline.progress import Progress, Silent
from reportedly.pipeline.readers import extractor_loader, load_executor
from reportedly.pipeline.resources import (
    load_convention,
    load_quantity_priors,
    load_registry,
    load_unit_sizes,
    load_yardstick,
)
from reportedly.pipeline.settings import Settings


@dataclass(frozen=True)
class Toolkit:
    """Settings with everything that they name, loaded."""

    settings: Settings
    plugins: pluggy.PluginManager
    registry: ActorRegistry
    yardstick: Yardstick
    convention: Convention
    units: UnitSizes
    priors: QuantityPriors
    load_extractor: LoadExtractor
    executor: Executor
    limits: ReadLimits
    progress: Progress


def prepare(
    settings: Settings, progress: Progress | None = None, plugins: pluggy.PluginManager | None = None
) -> Toolkit:
    """Load what the settings name.

    Args:
        settings: the run's settings.
        progress: hears how far the work is; None = nobody does.
        plugins: the plug-ins to ask; None = the installed ones.

    Raises:
        SettingsError: where a setting names something that is not there.
    """
    manager = plugin_module.installed() if plugins is None else plugins
    return Toolkit(
        settings=settings,
        plugins=manager,
        registry=load_registry(settings.actors, manager),
        yardstick=load_yardstick(settings.yardstick),
        convention=load_convention(settings.convention),
        units=load_unit_sizes(),
        priors=load_quantity_priors(settings.priors),
        load_extractor=extractor_loader(settings.model, manager, settings.gazetteer, settings.boundaries),
        executor=load_executor(settings.executor, manager),
        limits=ReadLimits(),
        progress=progress or Silent(),
    )
