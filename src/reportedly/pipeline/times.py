"""Time expressions of documents and texts: what ``reportedly times`` and its benchmark run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportedly.claims.times.narrative import is_narrative, stated_day
from reportedly.claims.times.policies import default_policies, read_policies
from reportedly.claims.times.tagger import tag
from reportedly.model.document import Document
from reportedly.model.times import TimeExpression
from reportedly.pipeline.reports import documents_of
from reportedly.pipeline.toolkit import Toolkit


@dataclass(frozen=True, slots=True)
class Timed:
    """A text with its time expressions."""

    key: str
    """Id that the text was given."""
    text: str
    reference: date | None
    """The day against which relative words were worked out."""
    narrative: bool
    """Whether the text was read as a history."""
    times: tuple[TimeExpression, ...]
    document: Document | None = None


def time_text(
    key: str, text: str, published: date | None, *, narrative: bool | None = None, policies: Path | None = None
) -> Timed:
    """Return a text with its time expressions.

    Args:
        key: id of the text.
        text: the text itself.
        published: day of publication; where it is not known, a date that stands alone near the head is taken.
        narrative: whether the text is a history; None lets the text decide.
        policies: a file of policies for vague times, instead of those of the package.
    """
    reference = published or stated_day(text)
    history = is_narrative(text, reference) if narrative is None else narrative
    known = default_policies() if policies is None else read_policies(policies)
    return Timed(key, text, reference, history, tag(text, reference, narrative=history, policies=known))


def time_texts(inputs: Iterable[tuple[str, str, date | None]], tools: Toolkit) -> Iterator[Timed]:
    """Yield texts, given as id, text and day of publication, with their time expressions."""
    waiting = list(inputs)
    tools.progress.begin("finding times", len(waiting))
    for key, text, published in waiting:
        tools.progress.step()
        yield time_text(key, text, published)
    tools.progress.end()


def time_files(
    path: Path, tools: Toolkit, *, narrative: bool | None = None, policies: Path | None = None
) -> tuple[Timed, ...]:
    """Read files of documents and return each with its time expressions; see ``time_text``.

    Raises:
        NothingRead: where no document could be read.
        SettingsError: where the policies cannot be read.
    """
    documents = documents_of(path, tools)
    return tuple(_timed(one, narrative, policies) for one in documents)


def _timed(document: Document, narrative: bool | None, policies: Path | None) -> Timed:
    found = time_text(document.key, document.text, document.day, narrative=narrative, policies=policies)
    return Timed(found.key, found.text, found.reference, found.narrative, found.times, document)
