"""Signs that one report was taken from another, in words; the one place that names them and gives their weights.

A weight is a log-odds: how much more readily a report shows the sign when it was taken from the other than when it was
not. For tables the weights are learned from the reports at hand; for texts, which are few, they are those given here.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reportedly.evidence.alterations import Alteration
from reportedly.evidence.rates import CHANGED, DROPPED, NAMED, OUTLET, Rates
from reportedly.evidence.scenes import Scene
from reportedly.model.reason import Reason


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign of lineage."""

    text: str
    """What it is, as a phrase for people."""
    weight: float
    """Log-odds for the parent, against its being told anew."""


SIGNS: Mapping[str, Sign] = MappingProxyType(
    {
        "same-text": Sign("its text is the same", 9.0),
        "names-outlet": Sign("it names the outlet", 5.0),
        "copied": Sign("runs of four words are the same", 4.0),
        "same-sentence": Sign("the sentence is the same", 2.0),
        "own-at-hand": Sign("the origin's own publication is at hand and older", 2.5),
        "first-report": Sign("the saying first stands there", 1.0),
        "odd-figure": Sign("an odd number is the same", 1.5),
        "same-figure": Sign("number and qualifier are the same", 0.5),
        "related-figure": Sign("its number is a plain change of that one", 0.5),
        "soon": Sign("it followed within two days", 0.5),
        "late": Sign("it followed more than a week later", -0.5),
        "another-claimant": Sign("it gives the words to another", -3.0),
    }
)
"""All signs by code. Set by hand in the order of strength that research on reuse of news gives: the same text, a stated
source, copied words, equal figures, time. A document's whole text is a sign only between relays of one saying, since
pages that quote several sources share words for other reasons."""
OWN_WEIGHT = 5.5
"""Log-odds that the origin's own publication has the claim from the origin."""
NAMED_WEIGHT = 0.5
"""Log-odds that a claim which names its origin was not taken from any page at hand."""
NEW_WEIGHT = 0.5
"""The same for a claim that names nobody."""
RULED_WEIGHT = 1.5
"""What an arrow gains by being the one that the rules draw. With the two above it makes an arrow to a name as sure as
such arrows proved right on the invented dossier (0.87 of 55)."""
OWN_WORD = 5.5
"""Log-odds that an origin whose own publication is at hand has its word from no other origin."""
NAMED_WORD = 3.0
"""The same for an origin that is named by others; alike figures or sentences of other origins speak against it."""
COPIED_USUAL = 0.3
"""Share of runs at which ``copied`` has its full weight: what true reprints share (NEWS-COPY)."""
_FIGURES: Mapping[Alteration, str] = MappingProxyType(
    {
        Alteration.SAME: "the number is the same",
        Alteration.ROUNDED: "the number is rounded",
        Alteration.MULTIPLE: "the number is a multiple",
        Alteration.FACTOR: "the number is a plain fraction or multiple",
        Alteration.SLIP: "one digit of the number is another",
        Alteration.SWAP: "two digits of the number are exchanged",
        Alteration.LENGTH: "the number has a digit less or more",
        Alteration.CLOSE: "the number is close",
        Alteration.NEAR: "the number is near",
        Alteration.FAR: "the number is another",
    }
)
_KEPT = {DROPPED: "the qualifier is dropped", CHANGED: "the qualifier is another"}


def relay_reasons(scene: Scene, rates: Rates, at: int, parent: int) -> tuple[Reason, ...]:
    """Return why a report may have been taken from another, each with its log-odds against chance.

    Args:
        scene: the reports of the event.
        rates: how relays behave.
        at: the report.
        parent: the earlier report.
    """
    ways = scene.alterations[at, parent] * rates.alterations
    alteration = Alteration(int(ways.argmax()))
    chance = 0.375 / rates.spread * float(scene.widths[at])
    reasons = [Reason("figure", _FIGURES[alteration], (), _ratio(float(ways.sum()), chance))]
    kept = int(scene.qualifiers[at, parent])
    usual = rates.root_qualifiers.get(scene.tellings[at].qualifier, 0.01)
    text = _KEPT.get(kept, f"the qualifier is the same ({scene.tellings[at].qualifier or 'none'})")
    reasons.append(Reason("qualifier", text, (), _ratio(float(rates.qualifiers[kept]), usual)))
    stated = scene.tellings[at].stated
    if scene.states[at] == NAMED and scene.names[parent] == scene.names[at]:
        reasons.append(Reason("stated", f"both name {stated}", (), _ratio(1 - rates.wrong, rates.wrong)))
    elif scene.states[at] == OUTLET and scene.outlets[parent] == stated.casefold():
        reasons.append(Reason("names-outlet", f"it names {stated}", (), SIGNS["names-outlet"].weight))
    habit = rates.habits.get((scene.outlets[at], scene.outlets[parent]), 1.0)
    if habit >= 1.5:
        text = f"{scene.tellings[at].outlet} often takes from {scene.tellings[parent].outlet}"
        reasons.append(Reason("habit", text, (), _ratio(habit, 1.0)))
    return tuple(reasons)


def new_reasons(scene: Scene, at: int) -> tuple[Reason, ...]:
    """Return why a report may be an origin's own word or told anew."""
    if at == 0:
        return (Reason("first", "no earlier report is at hand"),)
    if scene.states[at] == NAMED:
        return (Reason("stated", f"it names {scene.tellings[at].stated}"),)
    return (Reason("unlike", "what it says fits no earlier report better"),)


def _ratio(part: float, whole: float) -> float:
    return round(math.log(max(part, 1e-9) / max(whole, 1e-9)), 3)
