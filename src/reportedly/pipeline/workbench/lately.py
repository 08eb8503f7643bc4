"""Keep what was drawn lately, so that stepping to and fro between days draws each day once."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Lately(Generic[Value]):
    """A few values by key, the one that was not asked for longest is dropped first; safe between threads."""

    def __init__(self, most: int) -> None:
        """Keep at most so many values."""
        self._most = most
        self._held: OrderedDict[Hashable, Value] = OrderedDict()
        self._guard = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """Return the value of a key, made where it is not kept.

        Args:
            key: everything that the value depends on.
            make: makes it; two threads that ask at once may both do so.
        """
        with self._guard:
            if key in self._held:
                self._held.move_to_end(key)
                return self._held[key]
        made = make()
        with self._guard:
            self._held[key] = made
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        return made
