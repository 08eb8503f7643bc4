"""Compare two views of one matter: what became known, what was revised, what fell; the order of the steps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.assessment.case import Case, build_cases
from reportedly.assessment.change_build import Sides, is_minor
from reportedly.assessment.change_fell import fallen_sentences, fell, gone, regrouped
from reportedly.assessment.change_known import became_known, new_event, remarks
from reportedly.assessment.change_revised import revised
from reportedly.assessment.derivable import Support
from reportedly.assessment.pairs import Pair, pairs_of
from reportedly.model.change import Change, ChangeKind, Changes, Turn, View
from reportedly.model.yardstick import Yardstick

_TURNS = tuple(Turn)


def changes_between(earlier: View, later: View, yardstick: Yardstick) -> Changes:
    """Compare two views; equal views give no change, and the order in which anything was read changes nothing.

    Args:
        earlier: what was known first, and what its assessment said.
        later: what is known now.
        yardstick: the table that likelihood words are read on.

    Returns:
        Changes on all events, the weightiest first.
    """
    before, after = cases_of(earlier), cases_of(later)
    documents = [{one.id for one in view.documents} for view in (earlier, later)]
    claims = [{one.id for one in view.claims} for view in (earlier, later)]
    found = compared(before, after, yardstick, earlier, claims[1])
    return Changes(
        earlier,
        later,
        tuple(sorted(found, key=lambda one: (-one.weight, _TURNS.index(one.turn), one.text, one.id))),
        tuple(sorted(documents[1] - documents[0])),
        tuple(sorted(documents[0] - documents[1])),
        tuple(sorted(claims[1] - claims[0])),
        tuple(sorted(claims[0] - claims[1])),
    )


def cases_of(view: View) -> tuple[Case, ...]:
    """Return the events of a view with their evidence."""
    return build_cases(view.grouping, view.evidence, view.claims, view.documents)


def compared(
    before: Sequence[Case], after: Sequence[Case], yardstick: Yardstick, earlier: View, held: set[str]
) -> Iterator[Change]:
    """Yield the changes on every event, in no particular order.

    Args:
        before: events of the earlier view.
        after: events of the later view.
        yardstick: the table that likelihood words are read on.
        earlier: the earlier view, for what its assessment said.
        held: ids of all claims of the later view.
    """
    both: list[Sides] = []
    new: list[Case] = []
    for pair in pairs_of(before, after):
        if pair.later is None and pair.earlier is not None:
            yield gone(pair.earlier)
        elif pair.earlier is None and pair.later is not None:
            new.append(pair.later)
        elif pair.earlier is not None and pair.later is not None:
            yield from regrouped(pair)
            yield from _of_parted(pair, yardstick)
            if not _same(pair.earlier, pair.later):
                both.append(Sides(pair.earlier, pair.later, yardstick))
    yield from (new_event(case) for case in new if not is_minor(case))
    yield from remarks(new)
    for sides in both:
        yield from became_known(sides)
        yield from revised(sides)
        yield from fell(sides, held)
    if earlier.findings:
        yield from fallen_sentences(earlier.findings, both, held, Support(after, yardstick))


def _of_parted(pair: Pair, yardstick: Yardstick) -> Iterator[Change]:
    """Yield the new origins and denials of events that were told apart; what else is in them came from the event."""
    for case in pair.parted:
        if pair.earlier is not None and not is_minor(case):
            known = became_known(Sides(pair.earlier, case, yardstick))
            yield from (one for one in known if one.kind in {ChangeKind.ORIGIN, ChangeKind.DENIAL})


def _same(earlier: Case, later: Case) -> bool:
    return (earlier.event, earlier.evidence, earlier.testimonies) == (later.event, later.evidence, later.testimonies)
