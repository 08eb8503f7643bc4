"""A relay beside the claim that stands for its testimony, and a difference between the two before it has an id."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.evidence.casebook import Casebook, figure_of
from reportedly.model.claim import Claim, Quantity
from reportedly.model.event import Testimony
from reportedly.model.evidence import DriftType
from reportedly.model.span import Span


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

    @property
    def texts(self) -> tuple[str, str]:
        """The texts of both documents, the testimony's first."""
        library = self.book.library
        return library.document(self.reference).text, library.document(self.relay).text


@dataclass(frozen=True)
class Found:
    """A difference before it has an id."""

    type: DriftType
    before: str
    after: str
    span: Span | None = None
    against: Span | None = None
    why: str = ""


def figure_words(claim: Claim, quantity: Quantity) -> str:
    """Return the words of a figure as its claim has them, or else its qualifier and number."""
    if quantity.span is not None and claim.span.covers(quantity.span):
        return claim.quote[quantity.span.start - claim.span.start : quantity.span.end - claim.span.start]
    number = quantity.turn
    plain = f"{number[0]}-{number[1]}" if isinstance(number, tuple) else str(number)
    return f"{quantity.qualifier} {plain}" if quantity.qualifier else plain


def on_figures(pair: Comparison, kind: DriftType, why: str = "") -> Found | None:
    """Return a difference between the first figures of both; None where one has none."""
    if pair.figures is None:
        return None
    before, after = pair.figures
    words = (figure_words(pair.reference, before), figure_words(pair.relay, after))
    return Found(kind, *words, after.span or pair.relay.span, before.span or pair.reference.span, why)
