"""Read any capture by its media type; loads the page parser, which ``read.light`` does without."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from reportedly.model.document import Capture, Document, Refusal
from reportedly.read.codes import refuse
from reportedly.read.light import LIGHT_READERS
from reportedly.read.page import read_page

READERS: Mapping[str, Callable[[Capture], Iterator[Document | Refusal]]] = MappingProxyType(
    {**LIGHT_READERS, "text/html": read_page}
)
"""Media type -> reader."""


def read_capture(capture: Capture) -> Iterator[Document | Refusal]:
    """Read the reports that a capture holds, in their order.

    Args:
        capture: bytes with their media type.

    Yields:
        A document for each report, a refusal for each that cannot be read; at least one of either.
    """
    reader = READERS.get(capture.media_type)
    if reader is None:
        yield refuse("R210", capture.origin, capture.media_type)
    else:
        yield from reader(capture)
