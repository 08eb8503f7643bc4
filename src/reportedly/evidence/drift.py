"""Drift: what each relay changed, compared with the claim that stands for the testimony."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from reportedly.evidence.casebook import SHOWN, Casebook, days_told, figure_of, people, running_total
from reportedly.evidence.phrases import open_day, parties, strong_words, weak_words
from reportedly.model.aliases import alias_in
from reportedly.model.claim import Basis, Claim, Measure, Quantity, SourceClass
from reportedly.model.days import Days
from reportedly.model.event import Testimony
from reportedly.model.evidence import Drift, DriftType
from reportedly.model.ids import identifier
from reportedly.model.reason import Reason
from reportedly.model.span import Span
from reportedly.model.wording import likeness, says_of_victims, sentence_around, wording

_SEVERITY = {
    DriftType.SIDE: "grave",
    DriftType.CLAIMANT: "grave",
    DriftType.POLARITY: "grave",
    DriftType.DAY: "minor",
}
"""``grave`` changes whose or whose word; all that is not listed changes the estimate or its reading: ``serious``."""

_PROOF = frozenset({Basis.FOOTAGE, Basis.DOCUMENT, Basis.INTERCEPT})
_WIDER = {Measure.LOST, Measure.CASUALTIES}
"""What is lost is killed, wounded or missing: the wider word is no other measure."""
_STALE_DAYS = 30
_SAME_START = 3


@dataclass(frozen=True)
class Comparison:
    """One relay beside the claim that stands for its testimony."""

    book: Casebook
    testimony: Testimony
    reference: Claim
    relay: Claim

    @property
    def change(self) -> str | None:
        """The code under which the relay was counted to the testimony."""
        return self.book.change(self.testimony, self.relay)

    @property
    def figures(self) -> tuple[Quantity, Quantity] | None:
        """The first figures of both, testimony first; None where one has none."""
        before, after = figure_of(self.reference), figure_of(self.relay)
        return (before, after) if before and after else None


@dataclass(frozen=True)
class Found:
    """A difference before it has an id."""

    type: DriftType
    before: str
    after: str
    span: Span | None = None
    against: Span | None = None
    why: str = ""
    severity: str = ""


def drifts_of(book: Casebook) -> tuple[Drift, ...]:
    """Return every change that the relays of an event's testimonies made, in the order of the event's claims.

    A page that says the same thing twice in other words is not compared with itself.
    """
    drifts: list[Drift] = []
    for testimony in book.testimonies:
        reference = book.reference(testimony)
        for relay in book.members(testimony):
            if relay.document_id == reference.document_id:
                continue
            pair = Comparison(book, testimony, reference, relay)
            reprint = relay.id in book.library.twins(reference)
            differences = [found] if reprint and (found := _stale(pair)) else [] if reprint else _differences(pair)
            drifts.extend(_drift(pair, difference) for difference in differences)
    place = {claim: at for at, claim in enumerate(book.event.claim_ids)}
    return tuple(sorted(drifts, key=lambda drift: (place[drift.claim_id], drift.type, drift.id)))


def _drift(pair: Comparison, found: Found) -> Drift:
    severity = found.severity or _SEVERITY.get(found.type, "serious")
    why = found.why or f"the testimony has “{found.before}”, the relay “{found.after}”"
    return Drift(
        id=identifier("dri", found.type, pair.relay.id, pair.reference.id),
        type=found.type,
        claim_id=pair.relay.id,
        testimony_id=pair.testimony.id,
        against_claim_id=pair.reference.id,
        before=found.before,
        after=found.after,
        span=found.span,
        against_span=found.against,
        severity=severity,
        reasons=(Reason(f"{found.type}-differs", why, (pair.reference.id, pair.relay.id)),),
    )


def _differences(pair: Comparison) -> list[Found]:
    """Return the differences; a graver change that explains others stands for them (codebook of the dossier)."""
    for check in _WHOLE:
        found = check(pair)
        if found is not None:
            side = _side(pair) if found.type is DriftType.MEASURE else None
            return [found, side] if side else [found]
    return [found for check in _PARTS if (found := check(pair)) is not None]


def _figure_words(claim: Claim, quantity: Quantity) -> str:
    if quantity.span is not None and claim.span.covers(quantity.span):
        return claim.quote[quantity.span.start - claim.span.start : quantity.span.end - claim.span.start]
    number = quantity.turn
    plain = f"{number[0]}-{number[1]}" if isinstance(number, tuple) else str(number)
    return f"{quantity.qualifier} {plain}" if quantity.qualifier else plain


def _claimant(pair: Comparison) -> Found | None:
    if pair.change != "claimant-changed" or not pair.relay.chain:
        return None
    link = pair.relay.chain[-1]
    library = pair.book.library
    alias = alias_in(library.document(pair.relay).text, link.name, library.registry)
    after = alias.miscalled if alias else link.name
    return Found(DriftType.CLAIMANT, pair.testimony.origin.name, after, link.span, pair.reference.span)


def _fused(pair: Comparison) -> Found | None:
    if pair.change != "fused" or pair.figures is None:
        return None
    return _on_figures(pair, DriftType.FUSED, "the relay added two figures to one")


def _polarity(pair: Comparison) -> Found | None:
    if pair.relay.polarity is pair.reference.polarity or pair.change != "polarity-changed":
        return None
    before, after = pair.reference.polarity.value, pair.relay.polarity.value
    return Found(DriftType.POLARITY, before, after, pair.relay.span, pair.reference.span)


def _on_figures(pair: Comparison, kind: DriftType, why: str = "", severity: str = "") -> Found | None:
    if pair.figures is None:
        return None
    before, after = pair.figures
    words = (_figure_words(pair.reference, before), _figure_words(pair.relay, after))
    return Found(kind, *words, after.span or pair.relay.span, before.span or pair.reference.span, why, severity)


def _measure(pair: Comparison) -> Found | None:
    if pair.figures is None:
        return None
    before, after = _measured(pair.reference, pair.figures[0]), _measured(pair.relay, pair.figures[1])
    if before is after or Measure.OTHER in {before, after} or {before, after} == _WIDER:
        return None
    return Found(DriftType.MEASURE, before.value, after.value, pair.relay.span, pair.reference.span)


def _measured(claim: Claim, quantity: Quantity) -> Measure:
    """Return what a figure counts; a claim's plain words outrank what was read from the sentence around it."""
    if quantity.measure not in {Measure.KILLED, Measure.WOUNDED}:
        return quantity.measure
    return Measure(says_of_victims(claim.quote) or quantity.measure)


def _figure(pair: Comparison) -> Found | None:
    if pair.figures is None or pair.figures[0].turn == pair.figures[1].turn:
        return None
    return _on_figures(pair, DriftType.FIGURE)


def _bound(pair: Comparison) -> Found | None:
    if pair.figures is None or pair.figures[0].turn != pair.figures[1].turn:
        return None
    before, after = (_bound_word(quantity) for quantity in pair.figures)
    if before == after:
        return None
    if "about" in {before, after}:
        dropped = before == "about" and after == ""
        return _on_figures(pair, DriftType.HEDGE_DROPPED, "the figure is no longer rough", "minor") if dropped else None
    return _on_figures(pair, DriftType.BOUND)


def _bound_word(quantity: Quantity) -> str:
    if quantity.high is None or quantity.low is None or quantity.qualifier == "about":
        return quantity.qualifier or "open"
    return ""


def _side(pair: Comparison) -> Found | None:
    if pair.figures is None:
        return None
    before, after = pair.figures
    ours, theirs = people(before.of), people(after.of)
    text = people(pair.book.library.document(pair.reference).text)
    registry = pair.book.library.registry
    other = bool(theirs - ours) and not any(kind in text for kind in theirs) if not ours else not ours & theirs
    first, second = parties(pair.reference, before, registry), parties(pair.relay, after, registry)
    if not (theirs and other) and not (first and second and first != second):
        return None
    return Found(
        DriftType.SIDE,
        before.of or "nobody named",
        after.of,
        after.of_span or pair.relay.span,
        before.of_span or pair.reference.span,
    )


def _hedge(pair: Comparison) -> Found | None:
    before, after = pair.reference.certainty, pair.relay.certainty
    if before is None:
        return _confirmed(pair)
    if after.low <= before.low if after is not None else weak_words(pair.book.library, pair.relay, whole=True):
        return None
    said = ", ".join(before.words)
    against = before.spans[0] if before.spans else None
    if after is None:
        return Found(DriftType.HEDGE_DROPPED, said, "stated flatly", pair.relay.span, against)
    span = after.spans[0] if after.spans else None
    return Found(DriftType.HEDGE_STRENGTHENED, said, ", ".join(after.words), span, against)


def _confirmed(pair: Comparison) -> Found | None:
    """What the origin only has signs of, given as confirmed."""
    before = weak_words(pair.book.library, pair.reference)
    after = strong_words(pair.book.library, pair.relay)
    if before is None or after is None or strong_words(pair.book.library, pair.reference) is not None:
        return None
    library = pair.book.library
    words = (before.of(library.document(pair.reference).text), after.of(library.document(pair.relay).text))
    return Found(DriftType.HEDGE_STRENGTHENED, words[0], words[1], after, before)


def _evidence(pair: Comparison) -> Found | None:
    if _proof(pair.relay) is None or _proof(pair.reference) is not None:
        return None
    if any(link.source_class in SHOWN for link in pair.reference.chain):
        return None
    link = next((link for link in pair.relay.chain if link.source_class in SHOWN), None)
    after = link.name if link is not None else str(pair.relay.basis)
    span = link.span if link is not None else None
    return Found(DriftType.EVIDENCE_UPGRADED, "word only", after, span or pair.relay.span, pair.reference.span)


def _proof(claim: Claim) -> str | None:
    if claim.basis in _PROOF:
        return str(claim.basis)
    shown = [link.name for link in claim.chain if link.source_class is SourceClass.IMAGERY]
    return shown[0] if shown else None


def _short(claim: Claim) -> Days | None:
    when = days_told(claim)
    return when if when is not None and when.length <= 7 and not running_total(claim) else None


def _usual_day(pair: Comparison) -> Days | None:
    """Return the day of the reference, or else the one day on which two other texts of the event agree."""
    known = _short(pair.reference)
    if known is not None or running_total(pair.reference):
        return known
    mine = pair.book.library.text_key(pair.relay)
    told = {
        (day, pair.book.library.text_key(claim))
        for claim in pair.book.claims
        if (day := _short(claim)) is not None and pair.book.library.text_key(claim) != mine
    }
    days = {day for day, _ in told}
    return days.pop() if len(days) == 1 and len(told) > 1 else None


def _day(pair: Comparison) -> Found | None:
    after, before = _short(pair.relay), _usual_day(pair)
    if after is not None and before is None:
        return _filled_day(pair, after)
    if after is None or before is None or after.overlaps(before):
        return None
    kind = DriftType.STALE if before.first < after.first and before.gap(after) > _STALE_DAYS else DriftType.DAY
    return Found(kind, str(before), str(after), pair.relay.span, pair.reference.span)


def _filled_day(pair: Comparison, after: Days) -> Found | None:
    """The day of the saying, given as the day of an event whose day the origin leaves open."""
    library = pair.book.library
    said = library.day(pair.reference)
    left_open = open_day(library, pair.reference) if said and after == Days.on(said) else None
    return Found(DriftType.DAY, "left open", str(after), pair.relay.span, left_open) if left_open else None


def _stale(pair: Comparison) -> Found | None:
    """A figure that its origin had replaced before the relay came out, in a report that does not give the new one."""
    book, library = pair.book, pair.book.library
    later = [t for t in book.testimonies if t.revises == pair.testimony.id]
    for revision in later:
        members = book.members(revision)
        first = book.reference(revision)
        if any(claim.document_id == pair.relay.document_id for claim in members):
            continue
        if library.before(first, pair.relay) and not library.before(pair.relay, pair.reference):
            why = "the origin had replaced this figure before"
            return _on_figures(pair, DriftType.STALE, why)
    return None


def _scope(pair: Comparison) -> Found | None:
    before, after = running_total(pair.reference), running_total(pair.relay)
    if pair.figures is None:
        return None
    if pair.change == "scope-changed" or (after and not before and pair.figures[0].scope != "cumulative"):
        return Found(DriftType.SCOPE, _scope_word(before), _scope_word(after), pair.relay.span, pair.reference.span)
    periods = (pair.reference.when, pair.relay.when)
    if after and before and periods[0] and periods[1] and abs((periods[1].first - periods[0].first).days) > _SAME_START:
        return Found(DriftType.SCOPE, str(periods[0]), str(periods[1]), pair.relay.span, pair.reference.span)
    day = _short(pair.relay)
    if before and day is not None and day.length == 1:
        return Found(DriftType.SCOPE, "a total", f"{day} alone", pair.relay.span, pair.reference.span)
    return None


def _scope_word(total: bool) -> str:
    return "a total" if total else "one incident"


def _quotation(pair: Comparison) -> Found | None:
    """Words inside quotation marks that the origin's words do not bear out: exchanged, or cut short in mid-sentence."""
    library = pair.book.library
    text, source = library.document(pair.relay).text, library.document(pair.reference).text
    literal = in_quotation(source, pair.reference.span) or library.own(pair.reference, pair.testimony.origin)
    if not in_quotation(text, pair.relay.span) or not literal:
        return None
    ours, theirs = wording(pair.reference.quote), wording(pair.relay.quote)
    around = wording(sentence_around(source, pair.reference.span).of(source))
    exact = any(around[at : at + len(theirs)] == theirs for at in range(len(around)))
    cut = exact and len(ours) >= len(theirs) * 1.5 and len(ours) - len(theirs) >= 4
    if cut or (not exact and likeness(ours, theirs) >= 0.5 and ours != theirs):
        return Found(DriftType.QUOTATION, pair.reference.quote, pair.relay.quote, pair.relay.span, pair.reference.span)
    return None


def in_quotation(text: str, span: Span) -> bool:
    """Say whether a span stands inside double quotation marks of its paragraph."""
    start = text.rfind("\n", 0, span.start) + 1
    before = text[start : span.start]
    if before.count('"') % 2 == 1:
        return True
    return before.rfind("“") > before.rfind("”") or before.rfind("«") > before.rfind("»")


_WHOLE: tuple[Callable[[Comparison], Found | None], ...] = (_fused, _claimant, _polarity, _measure)
_PARTS: tuple[Callable[[Comparison], Found | None], ...] = (
    _figure,
    _stale,
    _bound,
    _side,
    _hedge,
    _evidence,
    _day,
    _scope,
    _quotation,
)
