"""Pages that look like several: one text under many names, reports that cite each other, origins of one side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from reportedly.evidence.alarm_case import AlarmCase, Raised, listed, spans_of
from reportedly.evidence.casebook import SHOWN
from reportedly.model.claim import Claim
from reportedly.model.evidence import AlarmCode, Severity
from reportedly.model.reason import Reason

_ONE_TEXT = 0.6
"""Share of four-word runs of the shorter text from which two pages are one text with cuts. True reprints share about
0.30 of their three-word runs on average (NEWS-COPY), so what reaches this is no chance and no common source."""
_LEAST_WORDS = 30
"""Words that a text must have; two short notes on one matter can be alike without being one."""
_MOST_NAMED = 6


def one_text(case: AlarmCase) -> Iterator[Raised]:
    """Yield groups of pages of different outlets with one text, word for word or with cuts."""
    for group in _of_one_text(case):
        pages = list(dict.fromkeys(case.page(claim) for claim in group))
        if len(pages) > 1:
            ids = tuple(claim.id for claim in group)
            yield Raised(
                AlarmCode.ONE_TEXT,
                Severity.MINOR if len(case.counted) > 1 else Severity.SERIOUS,
                f"{len(pages)} reports: {listed(pages[:_MOST_NAMED])}{' and more' if len(pages) > _MOST_NAMED else ''}",
                f"one text, which first stands on {pages[0]}",
                ids,
                tuple((claim.document_id, claim.span) for claim in group),
                (Reason("same-text", f"they share {_ONE_TEXT:.0%} or more of their runs of four words", ids),),
            )


def _of_one_text(case: AlarmCase) -> list[list[Claim]]:
    """Return the first claim of each page, pages with one text together, by the arrows of the lineage."""
    library = case.book.library
    home: dict[str, str] = {}
    groups: dict[str, dict[str, Claim]] = defaultdict(dict)
    for claim in case.book.claims:
        parent = library.claims.get(case.parents.get(claim.id, ""))
        text = library.text_key(claim)
        if parent is not None and text not in home and _copied(case, parent, claim):
            home[text] = home.get(library.text_key(parent), library.text_key(parent))
        groups[home.setdefault(text, text)].setdefault(claim.document_id, claim)
    return [list(group.values()) for group in groups.values()]


def _copied(case: AlarmCase, parent: Claim, claim: Claim) -> bool:
    shorter = min(len(case.text(one).split()) for one in (parent, claim))
    return shorter >= _LEAST_WORDS and case.book.library.copied(parent, claim) >= _ONE_TEXT


def circular(case: AlarmCase) -> Iterator[Raised]:
    """Yield pairs that cite each other for one saying: two reports, or an origin and a relay of itself."""
    cites: dict[tuple[str, str, object], Claim] = {}
    for claim in case.book.claims:
        home = case.outlet(claim)
        for body in _cited(case, claim):
            if home and body and body != home:
                cites.setdefault((home, body, _matter(case, claim)), claim)
    for (home, body, matter), claim in cites.items():
        back = cites.get((body, home, matter))
        if back is not None and home < body:
            yield _circle(case, claim, back)


def _cited(case: AlarmCase, claim: Claim) -> list[str]:
    return list(dict.fromkeys(case.key(link.name) for link in claim.chain if link.source_class not in SHOWN))


def _matter(case: AlarmCase, claim: Claim) -> object:
    """Return what a claim says as a key: its figure, or else the testimony it belongs to."""
    return claim.quantities[0].turn if claim.quantities else case.book.testimony_of[claim.id].id


def _circle(case: AlarmCase, claim: Claim, back: Claim) -> Raised:
    early, late = sorted((claim, back), key=lambda one: (case.book.library.moment(one), one.id))
    ids = (early.id, late.id)
    first, second = case.page(early), case.page(late)
    return Raised(
        AlarmCode.CIRCULAR,
        Severity.GRAVE,
        f"{first} and {second} bearing each other out",
        f"one circle: {first} has it from {second}, and {second} from {first}",
        ids,
        (*spans_of(early), *spans_of(late)),
        (Reason("circular", f"each names the other, {first} first", ids),),
    )


def one_side(case: AlarmCase) -> Iterator[Raised]:
    """Yield the origins of an event that all belong to one party."""
    if not case.count.one_side or len(case.counted) < 2:
        return
    first: dict[str, Claim] = {}
    for standing in case.counted:
        told = [claim for claim in case.book.claims if claim.id in standing.claim_ids]
        if told:
            first[standing.origin.name] = told[0]
    ids = tuple(claim.id for claim in first.values())
    yield Raised(
        AlarmCode.ONE_SIDE,
        Severity.SERIOUS,
        f"{len(first)} origins: {listed(list(first))}",
        f"all of one party, {case.count.sides[0]}, which may share what it knows and what it wants",
        ids,
        tuple(span for claim in first.values() for span in spans_of(claim)[:1]),
        (Reason("one-side", f"every origin that affirms belongs to {case.count.sides[0]}", ids),),
    )
