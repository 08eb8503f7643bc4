"""The clock of a saying: the day on which a source spoke, from which the relative words of what it said are counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from reportedly.claims.content import Content
from reportedly.claims.days import said_days
from reportedly.claims.quotes import Quotation, quotation_at
from reportedly.model.claim import Claim, Link

NEAR = 600
"""Characters within which a quotation of the same source is of the same day."""


def dated_chain(content: Content) -> tuple[Link, ...]:
    """Return the links of a content's draft with the day of saying that stands beside each cue."""
    return tuple(_dated(link, content) for link in content.draft.chain)


def _dated(link: Link, content: Content) -> Link:
    if link.said is not None or link.cue is None:
        return link
    found = said_days(content.parse, link.cue, content.span)
    return link if found is None else replace(link, said=found[0])


def saying_day(
    chain: Sequence[Link], content: Content, before: Sequence[Claim], quoted: Sequence[Quotation]
) -> date | None:
    """Return the day from which relative words of a content are counted, where it is not that of publication.

    Args:
        chain: the content's links with their days of saying; the innermost dated one holds.
        content: the content.
        before: the claims before it; a quotation near one of the same source shares its day of saying.
        quoted: the quotations of the document.
    """
    published = content.parse.document.day
    said = next((link.said for link in reversed(chain) if link.said is not None and link.said.length == 1), None)
    if said is None and chain and quotation_at(tuple(quoted), content.span) is not None:
        said = next(
            (
                claim.origin.said
                for claim in reversed(before)
                if claim.origin is not None
                and claim.origin.name == chain[-1].name
                and claim.origin.said is not None
                and content.span.start - claim.span.end < NEAR
            ),
            None,
        )
    if said is None or said.length != 1 or (published is not None and said.last > published):
        return None
    return None if said.last == published else said.last
