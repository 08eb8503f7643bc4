"""Say whether a figure belongs to one event or is a total, and as of which day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reportedly.claims.content import Content
from reportedly.claims.days_find import TimeWords
from reportedly.claims.figures import Figure
from reportedly.claims.linear import LinearModel
from reportedly.model.claim import Kind, Quantity, Scope
from reportedly.model.times import Bound

_TOTAL = re.compile(
    r"\b(?:so far|since|as of|total|in all|all told|altogether|overall|cumulative|toll|to date|until now|up from|"
    r"thus far|number of|now|by|deaths|cases|casualties|losses|during|between|each|last|this year|worldwide|"
    r"confirmed|recorded|reported|more than|at least|counted|names|in the (?:country|state|province|region))\b"
)


def settled(
    figures: Sequence[Figure], content: Content, kind: Kind, times: Sequence[TimeWords], model: LinearModel
) -> tuple[Quantity, ...]:
    """Return the quantities with scope and day: a total holds as of the day that the content gives.

    Args:
        figures: what ``read_figures`` found.
        content: the claim's content.
        kind: the claim's kind.
        times: the time expressions of its sentences.
        model: weights over ``scope_features``, with the labels ``incident``, ``cumulative`` and ``none``.
    """
    as_of = _as_of(content, times)
    done = []
    for figure in figures:
        scores = model.probabilities(scope_features(figure, content, kind, times))
        label = max(model.labels, key=lambda one: (scores[one], one))
        scope = None if label == "none" else Scope(label)
        done.append(replace(figure.quantity, scope=scope, as_of=None if scope is Scope.INCIDENT else as_of))
    return tuple(done)


def scope_features(figure: Figure, content: Content, kind: Kind, times: Sequence[TimeWords]) -> tuple[str, ...]:
    """Return what speaks for the scope of a figure, as named features."""
    measure, tense, root = figure.quantity.measure, content.tense, content.root
    own = [time for time in times if content.span.covers(time.span)]
    bounds = sorted({time.bound.value for time in own})
    noun = figure.noun.lemma_.lower() if figure.noun is not None else "none"
    return (
        "bias",
        f"kind {kind}",
        f"tense {tense}",
        f"kind {kind} tense {tense}",
        f"measure {measure}",
        f"measure {measure} kind {kind}",
        f"measure {measure} tense {tense}",
        f"noun {noun}",
        f"noun {noun} kind {kind}",
        f"chain {min(len(content.draft.chain), 1)} kind {kind}",
        f"root {root.lemma_.lower() if root is not None else ''}",
        f"qualifier {figure.quantity.qualifier}",
        f"size {len(str(figure.quantity.low or figure.quantity.high or 0))}",
        f"times {len(own) > 0} kind {kind}",
        *(f"bound {bound}" for bound in bounds),
        *(f"form {time.form}" for time in own),
        *(f"says {word}" for word in sorted(set(_TOTAL.findall(content.lower)))),
    )


def _as_of(content: Content, times: Sequence[TimeWords]) -> date | None:
    return next(
        (
            time.days.last
            for time in times
            if time.bound in {Bound.AS_OF, Bound.UNTIL} and time.days is not None and content.span.covers(time.span)
        ),
        None,
    )
