"""Causes and forecasts of reports: what ``reportedly why`` shows."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportedly.events.causal import causal_graphs
from reportedly.events.grouping import group
from reportedly.model.causal import CausalGraph
from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.event import Event
from reportedly.pipeline.intake import code
from reportedly.pipeline.reports import documents_of
from reportedly.pipeline.toolkit import Toolkit
from reportedly.publish.labels import forecast_label


@dataclass(frozen=True, slots=True)
class Why:
    """Documents with their claims, and the causal graphs over all of them."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    graphs: tuple[CausalGraph, ...]

    @property
    def forecasts(self) -> tuple[Claim, ...]:
        """The claims that predict something, in the order of the claims."""
        return tuple(claim for claim in self.claims if claim.forecast is not None)


def predicted(claim: Claim) -> str:
    """Return what a claim predicts in one line of words; empty where it predicts nothing."""
    return forecast_label(claim.forecast) if claim.forecast else ""


def why_of(path: Path, tools: Toolkit) -> Why:
    """Read files of documents and return what their claims say about causes and about what is to come.

    Args:
        path: what can be read: a page, a text, a folder, or lines of JSON objects with ``id`` and ``text``.
        tools: settings and what they name.

    Raises:
        NothingRead: where no document could be read.
    """
    coded = sorted(code(documents_of(path, tools), tools), key=lambda one: one.document.id)
    documents = tuple(one.document for one in coded)
    claims = tuple(claim for one in coded for claim in sorted(one.claims, key=lambda claim: (claim.span, claim.id)))
    events = group(claims, documents, tools.registry, ()).events
    return Why(documents, claims, events, causal_graphs(claims, documents, events))
