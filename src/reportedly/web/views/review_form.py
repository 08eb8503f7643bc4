"""The form by which a person corrects or adds a claim: what it shows, and the claim that it gives.

Words are given as places in the document's text, counted in characters from 0, end exclusive, as claims have them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from reportedly.model.claim import Basis, Claim, Kind, Link, Measure, Polarity, Quantity, Scope, SourceClass
from reportedly.model.days import Days
from reportedly.model.document import Document
from reportedly.model.errors import SettingsError
from reportedly.model.review import CodedField
from reportedly.model.span import Span
from reportedly.pipeline.workbench.correcting import Fields, Figure, Hedge, Source, added, corrected

MOST_ROWS = 12
"""Hops and figures that one form takes."""
SNAPS = (("exact", "exactly these characters"), ("widen", "widen to whole words"), ("narrow", "narrow to whole words"))
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Words:
    """A place in the text as a form holds it: two numbers, or nothing."""

    start: str = ""
    end: str = ""


@dataclass(frozen=True, slots=True)
class HopRow:
    """One hop of the chain as the form holds it."""

    name: str = ""
    source_class: str = ""
    words: Words = Words()
    cue: Words = Words()


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One figure as the form holds it."""

    measure: str = ""
    of: str = ""
    low: str = ""
    high: str = ""
    qualifier: str = ""
    scope: str = ""
    as_of: str = ""
    words: Words = Words()


@dataclass(frozen=True, slots=True)
class FormState:
    """Everything that the form holds, as text."""

    words: Words = Words()
    kind: str = Kind.EVENT.value
    polarity: str = Polarity.AFFIRMED.value
    hedge: Words = Words()
    hedge_low: str = ""
    """In per cent; empty = as the words are usually read."""
    hedge_high: str = ""
    first: str = ""
    last: str = ""
    places: str = ""
    """One name a line."""
    basis: str = ""
    hops: tuple[HopRow, ...] = ()
    """Outermost first."""
    figures: tuple[FigureRow, ...] = ()


def state_of(claim: Claim | None) -> FormState:
    """Return what the form shows of a claim; an empty form for none."""
    if claim is None:
        return FormState()
    sure = claim.certainty
    return FormState(
        words=_shown(claim.span),
        kind=claim.kind.value,
        polarity=claim.polarity.value,
        hedge=_shown(sure.spans[0]) if sure and sure.spans else Words(),
        hedge_low=f"{100 * sure.low:.4g}" if sure else "",
        hedge_high=f"{100 * sure.high:.4g}" if sure else "",
        first=claim.when.first.isoformat() if claim.when else "",
        last=claim.when.last.isoformat() if claim.when else "",
        places="\n".join(place.name for place in claim.where),
        basis=claim.basis.value if claim.basis else "",
        hops=tuple(_hop(link) for link in claim.chain),
        figures=tuple(_figure(one) for one in claim.quantities),
    )


def state_in(form: Mapping[str, str], text: str) -> FormState:
    """Return what a filled form holds; hops without a name and figures without a measure are left out.

    Args:
        form: the fields by name; line breaks may be of any kind.
        text: the document's text, by which words are widened or narrowed where the form asks for it.
    """
    snap = form.get("snap", "exact")

    def words(name: str) -> Words:
        return _snapped(Words(form.get(f"{name}-from", "").strip(), form.get(f"{name}-to", "").strip()), snap, text)

    def value(name: str) -> str:
        return form.get(name, "").strip()

    rows = range(MOST_ROWS)

    def hop(n: int) -> HopRow:
        return HopRow(value(f"hop-{n}-name"), value(f"hop-{n}-class"), words(f"hop-{n}"), words(f"cue-{n}"))

    hops = [(value(f"hop-{n}-place"), hop(n)) for n in rows if value(f"hop-{n}-name") and not form.get(f"hop-{n}-drop")]

    def figure(n: int) -> FigureRow:
        parts = ("measure", "of", "low", "high", "qualifier", "scope", "as-of")
        measure, of, low, high, qualifier, scope, as_of = (value(f"figure-{n}-{part}") for part in parts)
        return FigureRow(measure, of, low, high, qualifier, scope, as_of, words(f"figure-{n}"))

    figures = [figure(n) for n in rows if value(f"figure-{n}-measure") and not form.get(f"figure-{n}-drop")]
    places = "\n".join(line.strip() for line in form.get("places", "").splitlines() if line.strip())
    return FormState(
        words("claim"),
        value("kind"),
        value("polarity"),
        words("hedge"),
        value("hedge-low"),
        value("hedge-high"),
        value("first"),
        value("last"),
        places,
        value("basis"),
        tuple(row for _, row in sorted(hops, key=lambda one: _order(one[0]))),
        tuple(figures),
    )


def corrected_by(state: FormState, claim: Claim, document: Document) -> Claim:
    """Return a claim as a filled form says; what the form leaves as it shows it stays untouched.

    Raises:
        SettingsError: E295 where a field cannot be used, E296 where nothing was changed, E290 where the document does
            not bear the claim out.
    """
    fields = _fields(state, state_of(claim), document)
    if not fields and _classes(state) == _classes(state_of(claim)):
        raise SettingsError("E296", "nothing was corrected", claim.id, "change a field, or accept the claim")
    if "chain" in fields:
        said = {link.name: link.said for link in claim.chain}
        fields["chain"] = tuple(replace(one, said=said.get(one.name)) for one in fields["chain"])
    return _classed(corrected(claim, document, **fields), state)


def read_by(state: FormState, claim: Claim, document: Document) -> Claim:
    """Return a claim as a filled form says, whether that is what the form showed or not.

    Raises:
        SettingsError: E295 and E290 as ``corrected_by``.
    """
    fields = _fields(state, state_of(claim), document)
    return _classed(corrected(claim, document, **fields), state) if fields else _classed(claim, state)


def only(state: FormState, base: FormState, fields: Collection[CodedField]) -> FormState:
    """Return a base with the coded fields as a form holds them; what is not coded is not asked for and stays."""
    parts: dict[str, tuple[CodedField, ...]] = {
        "hops": (CodedField.ORIGIN, CodedField.CHAIN),
        "figures": (CodedField.MEASURE, CodedField.FIGURE),
        "kind": (CodedField.KIND,),
        "polarity": (CodedField.POLARITY,),
        "hedge": (CodedField.HEDGE,),
        "hedge_low": (CodedField.HEDGE,),
        "hedge_high": (CodedField.HEDGE,),
        "first": (CodedField.DAYS,),
        "last": (CodedField.DAYS,),
        "places": (CodedField.PLACES,),
    }
    coded = {part: getattr(state, part) for part, of in parts.items() if not set(of).isdisjoint(fields)}
    return replace(base, **coded)


def added_by(state: FormState, document: Document) -> Claim:
    """Return the claim that a filled form adds to a document.

    Raises:
        SettingsError: as ``corrected_by``.
    """
    empty = FormState()
    full = replace(state, kind=state.kind or empty.kind, polarity=state.polarity or empty.polarity)
    fields = _fields(full, empty, document)
    return _classed(added(document, **fields), state)


def _fields(state: FormState, before: FormState, document: Document) -> Fields:
    """Return the fields in which a form differs from what it showed."""
    fields = Fields()
    if state.words != before.words:
        fields["span"] = _needed(_span(state.words, "the claim", document), "the claim's words")
    if state.kind != before.kind:
        fields["kind"] = _one_of(Kind, state.kind, "kind")
    if state.polarity != before.polarity:
        fields["polarity"] = _one_of(Polarity, state.polarity, "polarity")
    if (state.hedge, state.hedge_low, state.hedge_high) != (before.hedge, before.hedge_low, before.hedge_high):
        fields["hedge"] = _hedge(state, before, document)
    if (state.first, state.last) != (before.first, before.last):
        fields["days"] = _days(state.first, state.last)
    if state.places != before.places:
        near = _span(state.words, "the claim", document) or Span(0, len(document.text))
        fields["places"] = tuple(_found(name, near, document) for name in dict.fromkeys(state.places.splitlines()))
    if state.basis != before.basis:
        fields["basis"] = _one_of(Basis, state.basis, "basis") if state.basis else None
    if [_unclassed(one) for one in state.hops] != [_unclassed(one) for one in before.hops]:
        fields["chain"] = tuple(_source(one, document) for one in state.hops)
    if state.figures != before.figures:
        fields["figures"] = tuple(_as_figure(one, document) for one in state.figures)
    return fields


def _hop(link: Link) -> HopRow:
    return HopRow(link.name, link.source_class.value, _shown(link.span), _shown(link.cue))


def _figure(one: Quantity) -> FigureRow:
    return FigureRow(
        one.measure.value,
        one.of,
        "" if one.low is None else str(one.low),
        "" if one.high is None else str(one.high),
        one.qualifier or "",
        one.scope.value if one.scope else "",
        one.as_of.isoformat() if one.as_of else "",
        _shown(one.span),
    )


def _shown(span: Span | None) -> Words:
    return Words() if span is None else Words(str(span.start), str(span.end))


def _order(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 4 else MOST_ROWS


def _unclassed(row: HopRow) -> HopRow:
    return replace(row, source_class="")


def _classes(state: FormState) -> list[tuple[str, str]]:
    return [(row.name, row.source_class) for row in state.hops]


def _classed(claim: Claim, state: FormState) -> Claim:
    """Return a claim with the classes that a person chose for its sources."""
    chosen = {row.name: _one_of(SourceClass, row.source_class, "class") for row in state.hops if row.source_class}
    chain = tuple(replace(link, source_class=chosen.get(link.name, link.source_class)) for link in claim.chain)
    return replace(claim, chain=chain)


def _snapped(words: Words, snap: str, text: str) -> Words:
    if snap == "exact" or not (words.start.isdecimal() and words.end.isdecimal()):
        return words
    start, end = int(words.start), int(words.end)
    found = [(one.start(), one.end()) for one in _WORD.finditer(text, max(0, start - 80), min(len(text), end + 80))]
    touched = [(low, high) for low, high in found if low < end and start < high]
    if snap == "narrow":
        touched = [(low, high) for low, high in touched if start <= low and high <= end]
    return Words(str(touched[0][0]), str(touched[-1][1])) if touched else words


def _span(words: Words, what: str, document: Document) -> Span | None:
    if not words.start and not words.end:
        return None
    try:
        span = Span(int(words.start), int(words.end))
    except ValueError as error:
        raise _unusable(f"the words of {what} are no place in the text", f"{words.start} to {words.end}") from error
    if not len(span) or span.end > len(document.text):
        raise _unusable(f"the words of {what} are no place in the text", f"{words.start} to {words.end}")
    return span


def _needed(span: Span | None, what: str) -> Span:
    if span is None:
        raise _unusable(f"{what} are missing", "")
    return span


def _hedge(state: FormState, before: FormState, document: Document) -> Hedge | None:
    span = _span(state.hedge, "the hedge", document)
    if span is None:
        return None
    same = (state.hedge_low, state.hedge_high) == (before.hedge_low, before.hedge_high)
    if same and state.hedge != before.hedge:
        return Hedge(span)
    return Hedge(span, _share(state.hedge_low), _share(state.hedge_high))


def _share(text: str) -> float | None:
    if not text:
        return None
    try:
        return round(float(text) / 100, 6)
    except ValueError as error:
        raise _unusable("this is no per cent", text) from error


def _days(first: str, last: str) -> Days | None:
    if not first and not last:
        return None
    try:
        days = [date.fromisoformat(one) for one in (first or last, last or first)]
        return Days(*days)
    except ValueError as error:
        raise _unusable("these are no days, the first one first", f"{first} to {last}") from error


def _found(name: str, near: Span, document: Document) -> Span:
    start = document.text.find(name, near.start, near.end)
    start = start if start >= 0 else document.text.find(name)
    if start < 0:
        raise _unusable("this place does not stand in the document as written", name)
    return Span(start, start + len(name))


def _source(row: HopRow, document: Document) -> Source:
    return Source(row.name, _span(row.words, row.name, document), _span(row.cue, f"the cue of {row.name}", document))


def _as_figure(row: FigureRow, document: Document) -> Figure:
    return Figure(
        _one_of(Measure, row.measure, "measure"),
        row.of,
        _count(row.low),
        _count(row.high),
        row.qualifier or None,
        _one_of(Scope, row.scope, "scope") if row.scope else None,
        _day(row.as_of),
        _span(row.words, "the figure", document),
    )


def _count(text: str) -> int | None:
    bare = text.replace(",", "").replace(" ", "")
    if not bare:
        return None
    if not bare.isdecimal() or len(bare) > 15:
        raise _unusable("this is no count", text)
    return int(bare)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise _unusable("this is no day", text) from error


Chosen = TypeVar("Chosen", Kind, Polarity, Basis, Measure, Scope, SourceClass)


def _one_of(choices: type[Chosen], value: str, what: str) -> Chosen:
    try:
        return choices(value)
    except ValueError as error:
        raise _unusable(f"this is no {what}", value) from error


def _unusable(what: str, where: str) -> SettingsError:
    return SettingsError("E295", what, where, "mend the field and send the form again")
