"""Readings that follow from doubts on who took it from whom, each with its probability."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.assessment.case import Case
from reportedly.assessment.lead import bare_pages
from reportedly.assessment.names import origin_name, verb
from reportedly.assessment.reading import Reading
from reportedly.assessment.variants import varied
from reportedly.assessment.wording import count_word, listed
from reportedly.model.evidence import Edge, EdgeKind, OriginStanding

WORTH_TELLING = 0.05
"""A doubt smaller than this is not told: nine cases in ten of it are noise of the model."""


def about_percent(probability: float) -> int:
    """Return a probability in per cent as prose has it: to the nearest five, but never nought or a hundred."""
    return min(max(5 * round(20 * probability), 5), 95)


def lineage_readings(case: Case, turn: int = 0) -> Iterator[Reading]:
    """Yield what would follow if a page without a source had one, or a source were more or less its own."""
    yield from _own_source(case, turn)
    yield from _doubtful(case)


def _own_source(case: Case, turn: int) -> Iterator[Reading]:
    bare = bare_pages(case)
    if not bare or not case.affirming or case.independent < 1:
        return
    claims = [one for one in case.core if case.claim_by_id[one].document_id in bare]
    names, many = case.page_list(claims), len(bare) > 1
    number = case.independent + 1
    sources = f"{count_word(number)} sources instead of {count_word(case.independent)}"
    whose = f"one of {listed(names)}" if many else listed(names)
    behind = "with a source of its own behind one of them" if many else "with a source of its own"
    options = (
        f"if {whose} had it from a source of its own, there would be {sources}",
        f"{listed(names)} {verb(names, 'names', 'name')} nobody; {behind}, there would be {sources}",
    )
    copies = {one: copied(case.edge_by_claim[one]) for one in claims if one in case.edge_by_claim}
    against = ""
    if copies and min(copies.values()) > WORTH_TELLING:
        makes = "their wording and days make them copies" if many else "its wording and day make it a copy"
        against = f"{makes} of {'pages' if many else 'a page'} at hand ({_of(copies)})"
    silent = f"{'they do' if many else 'it does'} not say where it comes from"
    yield Reading(varied(options, turn), claims, silent, against)


def _of(copies: dict[str, float]) -> str:
    low, high = about_percent(min(copies.values())), about_percent(max(copies.values()))
    return f"about {low} %" if low == high else f"about {low} to {high} %"


def copied(edge: Edge) -> float:
    """Return the probability that a claim was taken from a page at hand."""
    own = edge.probability if edge.kind is EdgeKind.RELAYS else 0.0
    return own + sum(one.probability for one in edge.alternatives if one.kind is EdgeKind.RELAYS)


def _doubtful(case: Case) -> Iterator[Reading]:
    """Yield the source whose independence is most in doubt, counted or not."""
    rows = [
        (min(one.probability, 1 - one.probability), origin_name(one.origin), one)
        for one in case.evidence.origins.origins
        if one.origin.recorded and one.origin.name and not one.denies
    ]
    worth = [row for row in rows if row[0] >= WORTH_TELLING]
    if not worth or case.independent < 1:
        return
    _, who, standing = max(worth, key=lambda row: (row[0], row[1]))
    yield _counted(who, standing) if standing.counts else _uncounted(case, who, standing)


def _counted(who: str, standing: OriginStanding) -> Reading:
    doubt = about_percent(1 - standing.probability)
    follows = f"if {who} has it from another of these sources after all (about {doubt} %), there is one source fewer"
    return Reading(follows, standing.claim_ids, "", "no page says that it has")


def _uncounted(case: Case, who: str, standing: OriginStanding) -> Reading:
    chance = about_percent(standing.probability)
    follows = f"if {who} has the word from none of the others (about {chance} %), there would be one source more"
    grounds = [one.reason for one in case.evidence.origins.collapses if one.what == standing.origin.name]
    same = case.party is not None and standing.origin.side == case.party
    against = "it speaks from the same side of the same matter" if same else ""
    return Reading(follows, standing.claim_ids, "", against, tuple(grounds))
