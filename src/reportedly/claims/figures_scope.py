"""Say whether a figure belongs to one event or is a total, and as of which day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reportedly.claims.content import Content
from reportedly.claims.days_find import TimeWords
from reportedly.claims.figures import Figure
from reportedly.claims.figures_facets import facet_features
from reportedly.claims.linear import LinearModel
from reportedly.model.claim import Quantity, Scope
from reportedly.model.span import Span
from reportedly.model.times import Bound

_TOTAL = re.compile(
    r"\b(?:so far|since|as of|total|in all|all told|altogether|overall|cumulative|toll|to date|until now|up from|"
    r"thus far|number of|now|by|deaths|cases|casualties|losses|during|between|each|last|this year|worldwide|"
    r"confirmed|recorded|reported|more than|at least|counted|names|in the (?:country|state|province|region))\b"
)


def settled(
    figures: Sequence[Figure], content: Content, times: Sequence[TimeWords], model: LinearModel
) -> tuple[Quantity, ...]:
    """Return the quantities with scope and day: a total holds as of the day that the content gives.

    Args:
        figures: what ``read_figures`` found.
        content: the claim's content.
        times: the time expressions of its sentences.
        model: weights over ``scope_features``, with the labels ``incident``, ``cumulative`` and ``none``.
    """
    as_of = _as_of(content, times)
    done = []
    for figure in figures:
        quantity = figure.quantity
        scores = model.probabilities(scope_features(content, quantity.span or content.span, quantity.measure.value))
        label = max(model.labels, key=lambda one: (scores[one], one))
        scope = None if label == "none" else Scope(label)
        done.append(replace(quantity, scope=scope, as_of=None if scope is Scope.INCIDENT else as_of))
    return tuple(done)


def scope_features(content: Content, span: Span, measure: str) -> tuple[str, ...]:
    """Return what speaks for the scope of a figure, as named features.

    Args:
        content: the content it stands in, a claim or a whole sentence.
        span: its words.
        measure: what it counts.
    """
    says = sorted(set(_TOTAL.findall(content.sentence.span.of(content.parse.text).lower())))
    return (*facet_features(content, span, measure, ()), *(f"says {word}" for word in says))


def _as_of(content: Content, times: Sequence[TimeWords]) -> date | None:
    return next(
        (
            time.days.last
            for time in times
            if time.bound in {Bound.AS_OF, Bound.UNTIL} and time.days is not None and content.span.covers(time.span)
        ),
        None,
    )
