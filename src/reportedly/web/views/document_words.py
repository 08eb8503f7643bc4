"""The coded fields of a claim in plain words, for people who read it beside its text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from reportedly.model.certainty import Certainty
from reportedly.model.claim import Basis, Claim, Place, Polarity, Quantity, Scope
from reportedly.model.document import DayBasis, Document
from reportedly.publish.labels import bound_label, causation_label, day_label, days_label, forecast_label
from reportedly.publish.relation_words import relation_words

_BASES: Mapping[Basis, str] = {
    Basis.FOOTAGE: "footage is offered for it",
    Basis.DOCUMENT: "a document is offered for it",
    Basis.INTERCEPT: "an intercept is offered for it",
    Basis.EYEWITNESS: "an eyewitness is offered for it",
    Basis.DATA: "data are offered for it",
}
_KNOWN: Mapping[DayBasis, str] = {
    DayBasis.GIVEN: "as the record states",
    DayBasis.METADATA: "as the page's own data say",
    DayBasis.INFERRED: "worked out from the text",
}
_STRICT = {"more than": "more than {low:,}", "fewer than": "fewer than {high:,}"}
_PLAIN = frozenset({"about", "at least", "more than", "up to", "fewer than"})


def bound_words(one: Quantity) -> str:
    """Return the bounds of a figure: ``24 or more``, ``more than 3,000``, ``dozens, counted as 24 or more``."""
    strict = _STRICT.get(one.qualifier or "")
    end = one.low if one.qualifier == "more than" else one.high
    words = strict.format(low=one.low, high=one.high) if strict and end is not None else ""
    words = words or bound_label(one.low, one.high, one.qualifier)
    return words if one.qualifier is None or one.qualifier in _PLAIN else f"“{one.qualifier}”, counted as {words}"


def quantity_words(one: Quantity) -> str:
    """Return a figure as ``killed: 24 or more, of Ostian soldiers; a total as of 14 Dec 2024``."""
    of = f", of {one.of}" if one.of else ""
    day = f"as of {day_label(one.as_of)}" if one.as_of else ""
    scope = {Scope.CUMULATIVE: "a total", Scope.INCIDENT: "for one event", None: ""}[one.scope]
    beside = " ".join(part for part in (scope, day) if part)
    return f"{one.measure}: {bound_words(one)}{of}{f'; {beside}' if beside else ''}"


def certainty_words(one: Certainty | None) -> str:
    """Return how surely something is put: ``“likely”, that is 55 to 80 %``; empty where no word hedges it."""
    if one is None:
        return ""
    interval = f"{round(one.low * 100)} to {round(one.high * 100)} %"
    words = ", ".join(f"“{word}”" for word in one.words)
    return f"{words}, that is {interval}" if words else interval


def place_words(one: Place) -> str:
    """Return a place as the text names it, with the place that it is taken for where that has another name."""
    at = one.at
    if at is None:
        return f"{one.name} (on no map)"
    meant = ", ".join(part for part in dict.fromkeys((at.name, at.admin1, at.country)) if part and part != one.name)
    return f"{one.name} ({meant})" if meant else one.name


def day_words(claim: Claim, text: str) -> str:
    """Return the days of a claim with the words that set them; empty where no day is known."""
    if claim.when is None:
        return ""
    spans = [span for ground in claim.grounds if ground.field == "when" for span in ground.spans]
    words = " … ".join(dict.fromkeys(f"“{span.of(text)}”" for span in spans if span.of(text)))
    return f"{days_label(claim.when)}, by {words}" if words else days_label(claim.when)


def published_words(document: Document) -> str:
    """Return how the day of a document is known; empty where it has none."""
    published = document.published
    if published is None:
        return ""
    known = _KNOWN[published.basis]
    words = published.span.of(document.text) if published.span else ""
    quoted = f" (“{' '.join(words.split())}”)" if words else ""
    return f"{known}: {published.detail}{quoted}"


def fact_words(
    claim: Claim, text: str, claims: Mapping[str, Claim], numbers: Mapping[str, int]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the coded fields of a claim as names with values, those that say nothing left out.

    Args:
        claim: the claim.
        text: the text of its document.
        claims: all claims of the document by id.
        numbers: their numbers.
    """
    denied = claim.polarity is Polarity.DENIED
    kind = [str(claim.kind), "denied" if denied else "affirmed", "hedged" if claim.certainty else "put flatly"]
    facts: tuple[tuple[str, Sequence[str]], ...] = (
        ("Kind", [", ".join(kind)]),
        ("Denied", ["the source says that it is not so" if denied else ""]),
        ("Hedge", [certainty_words(claim.certainty)]),
        ("Figures", [quantity_words(one) for one in claim.quantities]),
        ("Days", [day_words(claim, text)]),
        ("Places", list(dict.fromkeys(place_words(one) for one in claim.where))),
        ("Basis", [_BASES[claim.basis] if claim.basis else ""]),
        ("Causes", [causation_label(one, text) for one in claim.causes]),
        ("Forecast", [forecast_label(claim.forecast) if claim.forecast else ""]),
        ("Beside others", relation_words(claim, claims, numbers)),
    )
    kept = ((name, tuple(value for value in values if value)) for name, values in facts)
    return tuple((name, values) for name, values in kept if values)


def safe_address(address: str | None) -> str:
    """Return an address that may be a link: plain http or https with a host; empty for any other."""
    if not address or any(mark.isspace() or not mark.isprintable() for mark in address):
        return ""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return address if parts.scheme in {"http", "https"} and parts.hostname else ""
