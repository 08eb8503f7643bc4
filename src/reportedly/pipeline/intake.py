"""The first half of a run: paths to documents, documents to claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from reportedly.ingest.files import collect
from reportedly.model.document import Capture, Document, Refusal
from reportedly.model.errors import InputError
from reportedly.pipeline.isolation import read_all
from reportedly.pipeline.reading import Coded, Reading, known_by
from reportedly.pipeline.stage_words import doing
from reportedly.pipeline.toolkit import Toolkit


class NothingRead(InputError):
    """No document could be read; the refusals say why."""

    def __init__(self, paths: Sequence[Path | str], refusals: tuple[Refusal, ...]) -> None:
        """Keep the refusals for whoever prints the error."""
        where = ", ".join(str(path) for path in paths)
        advice = refusals[0].advice if len(refusals) == 1 else "see the refusals"
        super().__init__("E101", "nothing could be read", where, advice)
        self.refusals = refusals


def read_paths(paths: Sequence[Path], tools: Toolkit, keep: Callable[[Capture], None] | None = None) -> Reading:
    """Read every document that the paths hold.

    Args:
        paths: files and folders.
        tools: progress is told of each document.
        keep: is handed every capture before it is read.
    """
    refusals: list[Refusal] = []
    documents: dict[str, Document] = {}
    tools.progress.begin(doing("read"), None)
    for item in read_all(_captures(paths, refusals, keep), tools.limits):
        tools.progress.step()
        if isinstance(item, Refusal):
            refusals.append(item)
        else:
            documents.setdefault(item.id, item)
    tools.progress.end()
    return Reading(tuple(documents.values()), tuple(refusals))


def read_known(paths: Sequence[Path], tools: Toolkit) -> Reading:
    """Read every document that the paths hold and that was published by the settings' day.

    Raises:
        NothingRead: where no document is left; the refusals say why.
    """
    reading = read_paths(paths, tools)
    kept = known_by(reading.documents, tools.settings.as_of)
    refusals = reading.refusals + kept.refusals
    if not kept.documents:
        raise NothingRead(paths, refusals)
    return Reading(kept.documents, refusals)


def _captures(
    paths: Iterable[Path], refusals: list[Refusal], keep: Callable[[Capture], None] | None
) -> Iterator[Capture]:
    for item in collect(tuple(paths)):
        if isinstance(item, Refusal):
            refusals.append(item)
        else:
            if keep is not None:
                keep(item)
            yield item


def code(documents: Sequence[Document], tools: Toolkit) -> Iterator[Coded]:
    """Yield each document with its claims, in the order of the documents."""
    tools.progress.begin(doing("claims"), len(documents))
    for document, claims in zip(documents, tools.executor.extract(documents, tools.load_extractor), strict=True):
        tools.progress.step()
        yield Coded(document, claims)
    tools.progress.end()
