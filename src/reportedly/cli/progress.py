"""Progress bars on stderr, where somebody looks at it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

    from reportedly.pipeline.progress import Progress


class Bars:
    """One bar a stage."""

    def __init__(self, shown: RichProgress) -> None:
        """Keep the display that the bars are drawn on."""
        self._shown = shown
        self._task: TaskID | None = None

    def begin(self, stage: str, total: int | None) -> None:
        """Draw a new bar."""
        self._task = self._shown.add_task(stage, total=total)

    def step(self) -> None:
        """Move the bar by one."""
        if self._task is not None:
            self._shown.advance(self._task)

    def end(self) -> None:
        """Take the bar away."""
        if self._task is not None:
            self._shown.remove_task(self._task)
            self._task = None


@contextmanager
def progress(silent: bool) -> Iterator[Progress | None]:
    """Give bars for the time of a run; None where nobody would see them.

    Args:
        silent: show nothing, as with ``--quiet`` and ``--json``.
    """
    if silent or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn
    from rich.progress import Progress as Shown

    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Shown(*columns, console=Console(stderr=True), transient=True) as shown:
        yield Bars(shown)
