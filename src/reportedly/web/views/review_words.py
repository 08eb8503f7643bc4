"""Claims and their fields in words, as the pages of review print them beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.model.claim import Claim, Link
from reportedly.model.review import Decision, Review
from reportedly.publish.labels import days_label, quantity_label

OWN_VOICE = "the page itself"
NONE = "none"
NO_CLAIM = "–"
NAMES = ("Words", "Whose word", "Figures", "Hedge", "Polarity", "Kind", "Days", "Places")
DECIDED = {
    Decision.ACCEPT: "accepted",
    Decision.CORRECT: "corrected",
    Decision.REJECT: "rejected",
    Decision.UNSURE: "unsure",
    Decision.ADD: "added",
}


@dataclass(frozen=True, slots=True)
class FieldRow:
    """One field of a claim, as everybody reads it."""

    name: str
    cells: tuple[str, ...]
    """In the order of the readings."""
    differs: bool
    """Whether those in which it is a claim are not all one."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading of a claim: the machine's, or a person's."""

    who: str
    what: str
    """What this person decided; empty for the machine."""
    claim: Claim | None
    """None where it is no claim in this reading."""
    counts: bool = False
    stale: bool = False
    review_id: str = ""


def chain_words(chain: Sequence[Link]) -> str:
    """Return a chain from the outermost source inwards."""
    return " → ".join(link.name for link in chain) or OWN_VOICE


def hedge_words(claim: Claim) -> str:
    """Return how surely a claim is put."""
    sure = claim.certainty
    if sure is None:
        return "stated flatly"
    words = ", ".join(f"“{one}”" for one in sure.words)
    return f"{words} ({100 * sure.low:.0f} to {100 * sure.high:.0f} %)".strip()


def figure_words(claim: Claim) -> str:
    """Return the figures of a claim."""
    return "; ".join(quantity_label(one) for one in claim.quantities) or NONE


def fields_of(claim: Claim | None) -> dict[str, str]:
    """Return all fields of a claim in words, by name; dashes where there is no claim."""
    if claim is None:
        return dict.fromkeys(NAMES, NO_CLAIM)
    return {
        "Words": claim.quote,
        "Whose word": chain_words(claim.chain),
        "Figures": figure_words(claim),
        "Hedge": hedge_words(claim),
        "Polarity": str(claim.polarity),
        "Kind": str(claim.kind),
        "Days": days_label(claim.when) or NONE,
        "Places": ", ".join(place.name for place in claim.where) or NONE,
    }


def field_rows(readings: Sequence[Reading]) -> tuple[FieldRow, ...]:
    """Return the fields of several readings side by side."""
    told = [fields_of(one.claim) for one in readings]
    return tuple(
        FieldRow(name, tuple(one[name] for one in told), len({one[name] for one in told} - {NO_CLAIM}) > 1)
        for name in fields_of(None)
    )


def readings_of(
    machine: Claim | None, holding: str, reviews: Sequence[Review], stale: Sequence[str]
) -> tuple[Reading, ...]:
    """Return the machine's reading and those of people, oldest first.

    Args:
        machine: the claim as the machine reads it now.
        holding: id of the decision that holds; empty where the machine's reading counts.
        reviews: people's decisions in force that may be shown.
        stale: ids of decisions about another reading than the machine's of today.
    """
    people = (
        Reading(
            one.author,
            DECIDED[one.decision] + (" (adjudicated)" if one.adjudicates else ""),
            one.reading if one.decision is not Decision.UNSURE else machine,
            one.id == holding,
            one.id in stale,
            one.id,
        )
        for one in reviews
    )
    return (Reading("The machine", "", machine, not holding), *people)
