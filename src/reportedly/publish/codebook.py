"""Claims in the form of the codebook's gold files, one document a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from reportedly.model.cause import Causation
from reportedly.model.certainty import Certainty
from reportedly.model.claim import Claim, Link, Quantity, Relation
from reportedly.model.days import Days
from reportedly.model.document import Document
from reportedly.model.dossier import Dossier
from reportedly.model.forecast import Forecast
from reportedly.model.span import Span


def claim_record(claim: Claim) -> dict[str, Any]:
    """Return one claim with the codebook's field names; spans are code points, end exclusive.

    Beyond the gold form each chain link has ``span`` (the words that name the source) and ``cue``, a comparison has its
    ``factor``, and a claim has ``causes`` and ``forecast``.
    """
    return {
        "id": claim.id,
        "span": _span(claim.span),
        "quote": claim.quote,
        "chain": [_link(link) for link in claim.chain],
        "kind": str(claim.kind),
        "polarity": str(claim.polarity),
        "certainty": _certainty(claim.certainty),
        "when": _days(claim.when),
        "where": [place.name for place in claim.where],
        "quantities": [_quantity(quantity) for quantity in claim.quantities],
        "basis": None if claim.basis is None else str(claim.basis),
        "relation": _relation(claim.relation),
        "causes": [_causation(causation) for causation in claim.causes],
        "forecast": _forecast(claim.forecast),
    }


def document_record(document: Document, claims: Iterable[Claim]) -> dict[str, Any]:
    """Return one line of a gold file: the document's key and its claims in the order of the text."""
    held = sorted((claim for claim in claims if claim.document_id == document.id), key=lambda one: (one.span, one.id))
    return {"document": {"id": document.key}, "claims": [claim_record(claim) for claim in held]}


def render_jsonl(dossier: Dossier) -> str:
    """Return the claims of all documents, one document a line."""
    held: dict[str, list[Claim]] = {}
    for claim in dossier.claims:
        held.setdefault(claim.document_id, []).append(claim)
    records = (document_record(document, held.get(document.id, ())) for document in dossier.documents)
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def _relation(relation: Relation | None) -> dict[str, Any] | None:
    if relation is None:
        return None
    factor = {} if relation.factor is None else {"factor": relation.factor}
    return {"type": str(relation.type), "to": relation.to, **factor}


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _days(days: Days | None) -> list[str] | None:
    return None if days is None else [days.first.isoformat(), days.last.isoformat()]


def _link(link: Link) -> dict[str, Any]:
    return {"name": link.name, "span": _span(link.span), "cue": _span(link.cue), "said": _days(link.said)}


def _certainty(certainty: Certainty | None) -> dict[str, Any] | None:
    if certainty is None:
        return None
    return {"low": certainty.low, "high": certainty.high, "words": list(certainty.words)}


def _causation(one: Causation) -> dict[str, Any]:
    return {
        "sense": str(one.sense),
        "cause": _span(one.cause),
        "cause_claim": one.cause_claim,
        "effect": _span(one.effect),
        "effect_claim": one.effect_claim,
        "connective": _span(one.connective),
        "negated": one.negated,
        "certainty": _certainty(one.certainty),
        "rule": one.rule,
    }


def _forecast(one: Forecast | None) -> dict[str, Any] | None:
    if one is None:
        return None
    return {
        "low": one.low,
        "high": one.high,
        "yardstick": one.yardstick,
        "negated": one.negated,
        "condition": _span(one.condition),
        "horizon": _days(one.horizon.days),
        "horizon_basis": str(one.horizon.basis),
        "horizon_policy": one.horizon.policy,
        "resolution_day": one.resolution_day.isoformat() if one.resolution_day else None,
    }


def _quantity(quantity: Quantity) -> dict[str, Any]:
    return {
        "measure": str(quantity.measure),
        "of": quantity.of,
        "low": quantity.low,
        "high": quantity.high,
        "qualifier": quantity.qualifier,
        "scope": None if quantity.scope is None else str(quantity.scope),
        "as_of": None if quantity.as_of is None else quantity.as_of.isoformat(),
    }
