"""What other sources say of an event, and what its own source said before: a key judgement must hide neither."""

from __future__ import annotations

from reportedly.assessment.case import Case
from reportedly.assessment.content import first_claim, words
from reportedly.assessment.figures import agrees, figure_phrase, number_range
from reportedly.assessment.lead import spelled
from reportedly.assessment.names import origin_name, verb
from reportedly.assessment.variants import varied
from reportedly.assessment.wording import listed, quoted, sentence
from reportedly.model.claim import Measure
from reportedly.model.event import Testimony

_MOST = 3


def rival_sayings(case: Case) -> tuple[Testimony, ...]:
    """Return what other named sources affirm that is not what the event is named after, most pages first.

    Where the event is named after a figure these are other figures; else what stands in a contradiction with it.
    """
    leading = case.leading
    if leading is None:
        return ()
    own = {leading.origin.name, *(one.origin.name for one in case.affirming)}
    held = [
        one for one in case.testimonies if _speaks(one) and one.origin.name not in own and one.id not in case.replaced
    ]
    if leading.quantity is not None and leading.quantity.measure is not Measure.OTHER:
        figure = leading.quantity
        told = [one for one in held if one.quantity and not agrees(one.quantity, figure) and _tellable(one)]
    else:
        told = [one for one in held if leading.id in _contested(case) and one.id in _contested(case)]
    first: dict[str, Testimony] = {}
    for one in told:
        first.setdefault(one.origin.name, one)
    return tuple(first.values())[:_MOST]


def _speaks(one: Testimony) -> bool:
    return one.origin.recorded and bool(one.origin.name) and not one.denial


def _tellable(one: Testimony) -> bool:
    return one.quantity is not None and one.quantity.measure is not Measure.OTHER


def _contested(case: Case) -> set[str]:
    return {testimony_id for contest in case.evidence.contests for testimony_id in contest.testimony_ids}


def rival_sentence(case: Case, turn: int) -> str:
    """Return what other sources say instead; empty where none does."""
    told = [f"{_who(one)} {_says(case, one)}" for one in rival_sayings(case)]
    if not told:
        return ""
    figures = bool(case.leading and case.leading.quantity and case.leading.quantity.measure is not Measure.OTHER)
    options = _FIGURES if figures else _WORDS
    return sentence(varied(options, turn).format(listed(told)))


_FIGURES = ("it is not the only figure: {}", "other figures stand beside it: {}", "others count otherwise: {}")
_WORDS = ("others say otherwise: {}", "other words stand against it: {}")


def _who(one: Testimony) -> str:
    return f"{origin_name(one.origin)} {verb([origin_name(one.origin)], 'says', 'say')}"


def _says(case: Case, one: Testimony) -> str:
    if one.quantity is not None and _tellable(one):
        return f"that {spelled(figure_phrase(one.quantity))}"
    return quoted(words(case, first_claim(case, one)), 120)


def earlier_sentence(case: Case) -> str:
    """Return what figure the same source gave before it revised it; empty where it gave none or the same."""
    earlier = earlier_saying(case)
    if earlier is None or earlier.quantity is None:
        return ""
    number = number_range(earlier.quantity.low, earlier.quantity.high, earlier.quantity.qualifier)
    return sentence(f"it replaces an earlier figure of the same source, {spelled(number)}")


def earlier_saying(case: Case) -> Testimony | None:
    """Return the saying that the one the event is named after revises, where it gave another figure."""
    leading = case.leading
    if leading is None or leading.revises is None or leading.quantity is None:
        return None
    earlier = next((one for one in case.testimonies if one.id == leading.revises), None)
    if earlier is None or earlier.quantity is None or agrees(earlier.quantity, leading.quantity):
        return None
    return earlier
