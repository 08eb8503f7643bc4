"""Two names of one body that look like two sources."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from reportedly.evidence.alarm_case import SPEAKERS, AlarmCase, Raised, listed, said_by, spans_of
from reportedly.evidence.casebook import origin_key
from reportedly.model.actors import folded
from reportedly.model.claim import Claim
from reportedly.model.evidence import AlarmCode, OriginStanding, Severity
from reportedly.model.reason import Reason
from reportedly.model.span import Span
from reportedly.model.wording import is_description, sentence_around

_JOINED = r"(?:,? and|,? as well as|,? along with|,? together with|,? plus)"
_RANK = r"(?:the |its |their |his |her )?(?:[a-z][\w-]* ){0,3}"


def one_actor(case: AlarmCase) -> Iterator[Raised]:
    """Yield each pair of names of one body: in one breath, on several pages, or counted as two origins."""
    yield from _in_one_name(case)
    for standing in case.count.origins:
        if standing.origin.recorded:
            yield from _in_one_breath(case, standing)
    if len(case.counted) <= 1:
        for standing in case.counted:
            yield from _on_several_pages(case, standing)
    for left, right in combinations(case.counted, 2):
        yield from _part_and_whole(case, left, right)


def _in_one_name(case: AlarmCase) -> Iterator[Raised]:
    """Yield the sources that one link joins, where both are known names of one body."""
    registry = case.book.library.registry
    seen: set[str] = set()
    for claim in case.book.claims:
        link = said_by(claim)
        parts = re.split(rf"{_JOINED} (?:the )?", link.name) if link is not None else []
        if len(parts) != 2 or claim.document_id in seen or not all(registry.find(part) for part in parts):
            continue
        if case.key(parts[0]) == case.key(parts[1]) and _apart(*parts):
            seen.add(claim.document_id)
            actor = registry.get(case.key(parts[0]).removeprefix("actor:"))
            body = actor.name if actor is not None else parts[0]
            yield _raised(case, parts, body, [claim], spans_of(claim)[:1], f"both are names of {body}")


def _in_one_breath(case: AlarmCase, standing: OriginStanding) -> Iterator[Raised]:
    """Yield what a sentence joins as if they were two (``the GUR and Ukrainian military intelligence said``)."""
    names = _names(case, standing)
    seen: set[str] = set()
    for claim in case.book.claims:
        if claim.id not in standing.claim_ids or claim.document_id in seen:
            continue
        text = case.text(claim)
        around = sentence_around(text, claim.span)
        found = _joined(around.of(text), names)
        if found is not None:
            seen.add(claim.document_id)
            words = Span(around.start + found[2].start, around.start + found[2].end)
            why = f"both are names of {standing.origin.name} or of who speaks for it"
            yield _raised(case, [found[0], found[1]], standing.origin.name, [claim], ((claim.document_id, words),), why)


def _joined(sentence: str, names: Sequence[str]) -> tuple[str, str, Span] | None:
    present = [name for name in names if name in sentence]
    for first, second in ((a, b) for a in present for b in present if _apart(a, b)):
        match = re.search(rf"\b{re.escape(first)}{_JOINED} {_RANK}{re.escape(second)}\b", sentence)
        if match is not None:
            return first, second, Span(*match.span())
    return None


def _names(case: AlarmCase, standing: OriginStanding) -> list[str]:
    """Return every name of an origin: those of its chains, those of the registry, and its speakers'."""
    names = {name for name, _ in _called(case, standing)}
    registry = case.book.library.registry
    if standing.origin.actor_id is not None:
        for actor in registry.actors:
            speaks = actor.part_of == standing.origin.actor_id and actor.source_class in SPEAKERS
            if actor.id == standing.origin.actor_id or speaks:
                names.update((actor.name, *actor.names))
    return sorted(re.sub(r"^[Tt]he ", "", name) for name in names if len(folded(name)) > 2)


def _called(case: AlarmCase, standing: OriginStanding) -> list[tuple[str, Claim]]:
    """Return the names that the chains give an origin, each with the first claim that gives it."""
    found: dict[str, tuple[str, Claim]] = {}
    for claim in case.book.claims:
        testimony = case.book.testimony_of[claim.id]
        link = said_by(claim)
        named = link is not None and claim.id in standing.claim_ids and not is_description(link.name)
        through = case.book.through_outlet(testimony, claim)
        if link is not None and named and not through and case.book.change(testimony, claim) is None:
            found.setdefault(folded(link.name), (link.name, claim))
    return list(found.values())


def _apart(left: str, right: str) -> bool:
    """Say whether two names look like two bodies: neither is a shorter form of the other."""
    ours, theirs = set(folded(left).split()), set(folded(right).split())
    return bool(ours and theirs) and not ours <= theirs and not theirs <= ours and len(ours & theirs) < 2


def _on_several_pages(case: AlarmCase, standing: OriginStanding) -> Iterator[Raised]:
    """Yield the names under which pages give one saying of an event that rests on one origin."""
    for testimony in case.book.testimonies:
        if testimony.id not in standing.testimony_ids:
            continue
        called = [(n, c) for n, c in _called(case, standing) if c.id in testimony.claim_ids]
        chosen: list[tuple[str, Claim]] = []
        for name, claim in called:
            pages = {one.document_id for _, one in chosen}
            if claim.document_id not in pages and all(_apart(name, other) for other, _ in chosen):
                chosen.append((name, claim))
        if len(chosen) > 1:
            claims = [claim for _, claim in chosen]
            spans = tuple(span for claim in claims for span in spans_of(claim)[:1])
            why = f"all are names of {standing.origin.name} or of who speaks for it, and the saying is one"
            yield _raised(case, [name for name, _ in chosen], standing.origin.name, claims, spans, why)


def _part_and_whole(case: AlarmCase, left: OriginStanding, right: OriginStanding) -> Iterator[Raised]:
    """Yield two counted origins of which the one is a part of the other, by the registry."""
    registry = case.book.library.registry
    for part, whole in ((left, right), (right, left)):
        actor = registry.get(part.origin.actor_id) if part.origin.actor_id else None
        if actor is not None and actor.part_of is not None and origin_key(whole.origin) == f"actor:{actor.part_of}":
            claims = [c for c in case.book.claims if c.id in {part.claim_ids[0], whole.claim_ids[0]}]
            why = f"{part.origin.name} is a part of {whole.origin.name}"
            spans = tuple(span for claim in claims for span in spans_of(claim)[:1])
            yield _raised(case, [part.origin.name, whole.origin.name], whole.origin.name, claims, spans, why)


def _raised(
    case: AlarmCase,
    names: list[str],
    body: str,
    claims: Sequence[Claim],
    spans: tuple[tuple[str, Span], ...],
    why: str,
) -> Raised:
    pages = list(dict.fromkeys(case.page(claim) for claim in claims))
    return Raised(
        AlarmCode.ONE_ACTOR,
        Severity.SERIOUS,
        f"{len(names)} sources, {listed(names)}, on {listed(pages)}",
        f"one source, {body}",
        tuple(claim.id for claim in claims),
        spans,
        (Reason("one-actor", why, tuple(claim.id for claim in claims)),),
    )
