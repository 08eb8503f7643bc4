"""Figures in words: bounds as bounds, unlike measures by unlike verbs."""

from __future__ import annotations

import re

from reportedly.model.claim import Measure, Quantity

_VERBS: dict[Measure, tuple[str, str]] = {
    Measure.KILLED: ("was killed", "were killed"),
    Measure.WOUNDED: ("was wounded", "were wounded"),
    Measure.CASUALTIES: ("became a casualty", "became casualties"),
    Measure.LOST: ("was lost", "were lost"),
    Measure.CAPTURED: ("was captured", "were captured"),
    Measure.MISSING: ("is missing", "are missing"),
    Measure.DEPLOYED: ("was deployed", "were deployed"),
    Measure.DISPLACED: ("was displaced", "were displaced"),
    Measure.DETAINED: ("was detained", "were detained"),
    Measure.ATTACKED: ("was attacked", "were attacked"),
    Measure.DESTROYED: ("was destroyed", "were destroyed"),
    Measure.DAMAGED: ("was damaged", "were damaged"),
    Measure.LAUNCHED: ("was launched", "were launched"),
    Measure.INTERCEPTED: ("was intercepted", "were intercepted"),
    Measure.OTHER: ("was counted", "were counted"),
}

_COLLECTIVE = re.compile(
    r"(?i)^(the |a |an |its |their )?(\w+ )?(contingent|unit|battalion|brigade|regiment|force|army|group|crew)\b"
)

_COLLECTIVES = re.compile(
    r"(?i)\b(?:units|contingents|battalions|brigades|regiments|forces|armies|formations|detachments)$"
)
"""Plurals of bodies of people: what is counted are those in them."""
_SIDE = re.compile(r"(?!\w*(?:s|an|ish|ese|ch|i|men)\b)[A-Z]\w+(?:\+[A-Z]\w+)*(?: \([^()]*\))?$")
"""The name of a side alone, as coders write it: ``DPRK``, ``Norland (marines)``; no adjective and no plural."""
_LEADING = re.compile(r"(?i)^(?:a|an) ")


def number_range(low: int | None, high: int | None, qualifier: str | None = None) -> str:
    """Return a figure with its bound: ``at least 24``, ``up to 500``, ``30 to 40``, ``about 200``; empty for none.

    Args:
        low: lower bound, None where none is stated.
        high: upper bound, None where none is stated.
        qualifier: the text's own word for it; vague words such as ``dozens`` print as themselves with their floor.
    """
    if low is None and high is None:
        return ""
    if low is None:
        return f"{qualifier if qualifier in _UPPER else 'up to'} {high:,}"
    if high is None:
        if qualifier in {None, "at least", "more than"}:
            return f"{qualifier or 'at least'} {low:,}"
        return f"{qualifier} (at least {low:,})"
    if low != high:
        return f"{low:,} to {high:,}"
    return f"about {low:,}" if qualifier == "about" else f"{low:,}"


_UPPER = ("up to", "fewer than")


_TOLERANCE = 0.1
"""Share by which two figures may differ and still be one saying, as rounding does."""


def agrees(other: Quantity | None, figure: Quantity, loose: bool = False) -> bool:
    """Say whether another figure says the same: of the same measure, its number within a tenth.

    Args:
        other: the figure that may say the same; None says nothing.
        figure: the figure that it is compared with.
        loose: leave the measure out; for pages that name nobody and repeat a number under another word.
    """
    if other is None or (other.measure is not figure.measure and not loose):
        return False
    left, right = other.low or other.high or 0, figure.low or figure.high or 0
    return abs(left - right) <= _TOLERANCE * max(left, right)


def figure_phrase(quantity: Quantity) -> str:
    """Return a figure as a clause: ``about 200 Sudrian troops were lost``, ``at least 24 were killed``."""
    number = number_range(quantity.low, quantity.high, quantity.qualifier)
    if not number:
        return f"an unstated number{of_phrase(quantity.of) or ''} {_VERBS[quantity.measure][1]}"
    if quantity.measure is Measure.CASUALTIES:
        return _casualties(number, quantity)
    singular, plural = _VERBS[quantity.measure]
    if _COLLECTIVES.search(quantity.of):
        return f"{number} {plural} among the {_LEADING.sub('', calm(quantity.of))}"
    single = quantity.low == quantity.high == 1
    return f"{number}{of_phrase(quantity.of)} {singular if single else plural}"


def _casualties(number: str, quantity: Quantity) -> str:
    single = quantity.low == quantity.high == 1
    if _SIDE.match(quantity.of):
        of = of_phrase(quantity.of)
        return f"there {'was' if single else 'were'} {number} {'casualty' if single else 'casualties'}{of}"
    among = f" among {_LEADING.sub('', calm(quantity.of))}" if quantity.of else ""
    return f"there {'was' if single else 'were'} {number} {'casualty' if single else 'casualties'}{among}"


def figure_noun(quantity: Quantity) -> str:
    """Return a figure as a noun phrase: ``about 200 Sudrian troops lost``."""
    return f"{number_range(quantity.low, quantity.high, quantity.qualifier)}{of_phrase(quantity.of)} {quantity.measure}"


def calm(words: str) -> str:
    """Return words on one line, and in small letters where a page printed nothing but capitals."""
    line = " ".join(words.split())
    return line.lower() if line.isupper() and len(line) > _ACRONYM else line


_ACRONYM = 5
"""Letters up to which words in capitals are taken for an acronym."""


def of_phrase(of: str) -> str:
    """Return whom a figure counts as it follows the number; a collective takes ``of the``."""
    of = calm(of)
    if not of:
        return ""
    if _SIDE.match(of):
        return f" on the side of {of}"
    bare = _LEADING.sub("", of)
    if _COLLECTIVE.match(of):
        return f" of {bare}" if bare.lower().startswith(("the ", "its ", "their ")) else f" of the {bare}"
    return f" of {bare}" if bare.lower().startswith(("the ", "its ", "their ", "his ", "her ")) else f" {bare}"
