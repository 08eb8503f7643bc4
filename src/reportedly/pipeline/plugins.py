"""Find the installed plug-ins and put questions to them."""

from __future__ import annotations

from importlib.metadata import entry_points
from typing import Any

import pluggy

from reportedly.model.errors import SettingsError
from reportedly.pipeline import hooks


def installed() -> pluggy.PluginManager:
    """Return a manager that knows every plug-in of the entry-point group ``reportedly``.

    Raises:
        SettingsError: where a plug-in cannot be imported or answers questions that nobody asks.
    """
    manager = manager_of()
    for point in sorted(entry_points(group=hooks.PROJECT), key=lambda point: (point.name, point.value)):
        try:
            manager.register(point.load(), point.name)
            manager.check_pending()
        except Exception as error:
            raise SettingsError(
                "E201", f"plug-in cannot be used: {error}", point.name, "uninstall or repair it"
            ) from error
    return manager


def manager_of(*plugins: Any) -> pluggy.PluginManager:
    """Return a manager that knows the given plug-ins and no others."""
    manager = pluggy.PluginManager(hooks.PROJECT)
    manager.add_hookspecs(hooks)
    for plugin in plugins:
        manager.register(plugin)
    return manager
