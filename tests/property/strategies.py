"""Hypothesis strategies: small worlds of invented reports with the claims that stand in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hypothesis import strategies as st

from reportedly.model.actors import Actor, ActorRegistry
from reportedly.model.certainty import Certainty
from reportedly.model.claim import Basis, Claim, Kind, Link, Measure, Polarity, Quantity, Scope, SourceClass
from reportedly.model.days import Days
from reportedly.model.document import DayBasis, Document, Published
from reportedly.model.span import Span

FIRST_DAY = date(2031, 3, 1)
BODIES = (
    "Velt Coastguard",
    "Tarn Rescue",
    "Ministry of Order",
    "Order Ministry of Tarn",
    "Doctors of Velt",
    "rescuers",
)
OUTLETS = ("Morning Leaf", "Harbour Wire", "Evening Kettle", "Velt Coastguard", "Tarn Rescue", "Ministry of Order")
COPYISTS = ("Copy Corner", "Second Hand News", *OUTLETS)
SUBJECTS = ("people", "fishermen", "officers", "protesters")
PLACES = ("the harbour of Velt", "Tarn", "the Brass Market")
VERBS = {
    Measure.KILLED: "were killed in",
    Measure.WOUNDED: "were wounded in",
    Measure.MISSING: "are missing after the fire in",
}
HEDGES = {"probably": (0.55, 0.8), "possibly": (0.2, 0.55)}
BOUNDS = ("", "at least", "up to", "about")

REGISTRY = ActorRegistry(
    (
        Actor("velt-coastguard", "Velt Coastguard", ("Coastguard",), SourceClass.AGENCY),
        Actor("tarn-ministry", "Ministry of Order", ("Order Ministry",), SourceClass.GOVERNMENT, "Tarn"),
        Actor("harbour-wire", "Harbour Wire", (), SourceClass.MEDIUM),
    ),
    {"Tarn": ("tarn",), "Velt": ("velt",)},
)
"""Some of the bodies are known, one of them belongs to a side."""


@dataclass(frozen=True)
class World:
    """Reports and their claims."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]

    def of(self, document: Document) -> tuple[Claim, ...]:
        """Return the claims of one document."""
        return tuple(claim for claim in self.claims if claim.document_id == document.id)


@dataclass(frozen=True)
class Sentence:
    """One sentence of a report before it has a place."""

    words: str
    """The whole sentence."""
    claim: Claim
    """The claim with spans that count from the sentence."""


def _quantity(draw: st.DrawFn, measure: Measure, subject: str) -> tuple[str, Quantity]:
    number = draw(st.sampled_from((3, 7, 17, 23, 40, 120)))
    bound = draw(st.sampled_from(BOUNDS))
    words = f"{bound} {number}".strip()
    low = None if bound == "up to" else number
    high = None if bound == "at least" else number
    scope = Scope.CUMULATIVE if measure is Measure.MISSING else Scope.INCIDENT
    span, of_span = Span(0, len(words)), Span(len(words) + 1, len(words) + 1 + len(subject))
    return words, Quantity(measure, subject, low, high, bound or None, scope, None, span, of_span)


@st.composite
def sentences(draw: st.DrawFn) -> Sentence:
    """Draw one sentence with one claim: a figure or an act, with or without source, hedge and denial."""
    measure = draw(st.sampled_from(tuple(VERBS)))
    subject, place = draw(st.sampled_from(SUBJECTS)), draw(st.sampled_from(PLACES))
    quantities: tuple[Quantity, ...] = ()
    hedge = draw(st.sampled_from(("", *HEDGES)))
    if draw(st.booleans()):
        count, quantity = _quantity(draw, measure, subject)
        quote, quantities = f"{count} {subject} {VERBS[measure]} {place}", (quantity,)
    else:
        quote = f"soldiers {hedge} fired on {subject} near {place}".replace("  ", " ")
    source = draw(st.sampled_from(("", *BODIES)))
    relay = draw(st.sampled_from(("", "", *OUTLETS)))
    denied = bool(source) and draw(st.integers(0, 5)) == 0
    words = f"{quote}, {source} {'denied' if denied else 'said'}." if source else f"{quote}."
    chain = tuple(Link(name, rule="given") for name in (relay, source) if name) if source else ()
    claim = Claim(
        id="",
        document_id="",
        span=Span(0, len(quote)),
        quote=quote,
        chain=chain,
        kind=draw(st.sampled_from((Kind.EVENT, Kind.FORECAST, Kind.TALLY))),
        polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
        certainty=_certainty(quote, hedge),
        when=draw(st.none() | st.integers(0, 6).map(lambda n: Days.on(FIRST_DAY + timedelta(n)))),
        quantities=quantities,
        basis=draw(st.sampled_from((None, None, Basis.FOOTAGE))),
    )
    return Sentence(words, claim)


def _certainty(quote: str, hedge: str) -> Certainty | None:
    if not hedge or hedge not in quote:
        return None
    at = quote.index(hedge)
    low, high = HEDGES[hedge]
    return Certainty(low, high, (hedge,), (Span(at, at + len(hedge)),))


def _placed(document: Document, sentence: Sentence, at: int) -> Claim:
    claim = sentence.claim
    span = claim.span.shifted(at)
    certainty = claim.certainty
    if certainty is not None:
        certainty = replace(certainty, spans=tuple(one.shifted(at) for one in certainty.spans))
    quantities = tuple(
        replace(q, span=q.span.shifted(at) if q.span else None, of_span=q.of_span.shifted(at) if q.of_span else None)
        for q in claim.quantities
    )
    key = Claim.identify(document.id, span)
    return replace(claim, id=key, document_id=document.id, span=span, certainty=certainty, quantities=quantities)


def report(key: str, outlet: str, day: date | None, told: Sequence[Sentence]) -> tuple[Document, tuple[Claim, ...]]:
    """Build a report out of sentences, and its claims with their places in the text."""
    text = " ".join(sentence.words for sentence in told)
    published = Published(day, DayBasis.GIVEN, "stated in the record") if day else None
    document = Document(Document.identify(key, text, None, outlet, published), key, text, None, outlet, published)
    claims, at = [], 0
    for sentence in told:
        claims.append(_placed(document, sentence, at))
        at += len(sentence.words) + 1
    return document, tuple(claims)


@st.composite
def worlds(draw: st.DrawFn, most: int = 6) -> World:
    """Draw a world of reports that partly repeat the same sentences."""
    stock = draw(st.lists(sentences(), min_size=1, max_size=5))
    documents: dict[str, Document] = {}
    claims: dict[str, Claim] = {}
    for number in range(draw(st.integers(1, most))):
        told = draw(st.lists(st.sampled_from(stock), min_size=1, max_size=3))
        day = draw(st.none() | st.integers(0, 5).map(lambda n: FIRST_DAY + timedelta(n)))
        document, found = report(f"r{number}", draw(st.sampled_from(OUTLETS)), day, told)
        documents[document.id] = document
        claims.update((claim.id, claim) for claim in found)
    return World(tuple(documents.values()), tuple(claims.values()))


@st.composite
def copies(draw: st.DrawFn, world: World) -> World:
    """Draw the same world with a copy of one report: same text and claims, other id and outlet, no earlier day."""
    source = draw(st.sampled_from(world.documents))
    outlet = draw(st.sampled_from(tuple(name for name in COPYISTS if name != source.outlet)))
    day = source.day
    if day is not None:
        day = draw(st.none() | st.integers(0, 5).map(lambda n: source.published.day + timedelta(n)))  # type: ignore[union-attr]  # has a day
    published = Published(day, DayBasis.GIVEN, "stated in the record") if day else None
    key = Document.identify("copy", source.text, None, outlet, published)
    document = replace(source, id=key, key="copy", outlet=outlet, published=published)
    copied = tuple(replace(claim, id=Claim.identify(key, claim.span), document_id=key) for claim in world.of(source))
    return World((*world.documents, document), (*world.claims, *copied))
