"""Task ``dossier``: claims traced across documents, written as the dossier scorer reads them.

Gold is a folder with ``documents.jsonl``; only that file is looked at. The comparison itself needs the folder's tables
and is done by the scorer, so the figures here only count what was predicted.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportedly.bench.gold import write_lines
from reportedly.model.dossier import Dossier
from reportedly.model.errors import InputError
from reportedly.pipeline.run import assess_paths
from reportedly.pipeline.toolkit import Toolkit


def run(gold: Path, predictions: Path | None, tools: Toolkit) -> dict[str, Any]:
    """Assess the folder's documents and write one line a claim and one an event.

    Raises:
        InputError: where the folder has no ``documents.jsonl``.
    """
    documents = gold / "documents.jsonl"
    if not documents.is_file():
        raise InputError("E104", "no documents.jsonl in the gold folder", str(gold), "give a dossier folder")
    dossier = assess_paths([documents], tools).dossier
    lines = list(prediction_lines(dossier))
    if predictions is not None:
        write_lines(lines, predictions)
    drifts = [drift for evidence in dossier.evidence for drift in evidence.drifts]
    return {
        "documents": len(dossier.documents),
        "claims": len(dossier.claims),
        "testimonies": len(dossier.testimonies),
        "events": len(dossier.events),
        "drifts": len(drifts),
        "single_origin_events": sum(evidence.origins.independent == 1 for evidence in dossier.evidence),
    }


def prediction_lines(dossier: Dossier) -> Iterator[dict[str, Any]]:
    """Yield one line a claim that an event holds, then one an event."""
    testimony = {claim_id: one.id for one in dossier.testimonies for claim_id in one.claim_ids}
    for event in dossier.events:
        evidence = dossier.evidence_by_event[event.id]
        parents = {edge.claim_id: edge.parent_claim_id for edge in evidence.lineage.edges}
        for claim_id in event.claim_ids:
            claim = dossier.claim_by_id[claim_id]
            parent = dossier.claim_by_id.get(parents.get(claim_id) or "")
            yield {
                "document": dossier.document_by_id[claim.document_id].key,
                "span": [claim.span.start, claim.span.end],
                "testimony": testimony.get(claim_id, claim_id),
                "event": event.id,
                "parent": dossier.document_by_id[parent.document_id].key if parent else None,
                "drift": sorted({str(drift.type) for drift in evidence.drifts if drift.claim_id == claim_id}),
            }
    for evidence in dossier.evidence:
        yield {"event": evidence.event_id, "independent_origins": evidence.origins.independent}
