"""Count independent origins: everything that merely repeats another counts for nothing, and says why."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.evidence.casebook import Casebook, origin_key
from reportedly.model.actors import folded
from reportedly.model.claim import Claim, Kind, SourceClass
from reportedly.model.coded import DEPENDS_ON
from reportedly.model.event import Origin, Testimony
from reportedly.model.evidence import Collapse, EdgeKind, Lineage, OriginCount, OriginStanding
from reportedly.model.reason import Reason
from reportedly.model.wording import is_description, sentences

_LEANS = re.compile(
    r"\b(took the|takes the|taken from|based on|bases|drawing on|draws on|drew on|relying on|relies on|compiled from"
    r"|built on|builds on|combin(?:es|ed|ing)|laid|added the|from the (?:lists?|notes|figures|counts?|reports?) of"
    r"|cit(?:es|ing)|extrapolat\w+|reckon\w+ from|on the word of|using (?:figures|data|lists|counts))\b",
    re.IGNORECASE,
)
_NOTHING_OWN = re.compile(
    r"\b(no (?:source|sources|information|data) of (?:her|his|its|their) own|has no one in|(?:nobody|no one) from the"
    r"|without sources? of (?:her|his|its|their) own)\b",
    re.IGNORECASE,
)
"""Words by which a report tells that an origin rests on others; general English, tried on the invented dossier."""
_PRONOUN = re.compile(r"\W{0,5}(it|its|they|their|she|her|he|his)\b", re.IGNORECASE)

_ASSESSING = frozenset({Kind.JUDGEMENT, Kind.FORECAST, Kind.CAUSE})
_NAMELESS = frozenset({SourceClass.ANONYMOUS, SourceClass.REPORTS, SourceClass.CROWD})


@dataclass(frozen=True)
class Leaning:
    """One origin that rests on another."""

    on: str
    """The name of the other origin; empty where the report does not name one."""
    reason: Reason


def count_origins(book: Casebook, others: Sequence[Testimony]) -> OriginCount:
    """Count the independent origins behind an event.

    Args:
        book: the event.
        others: the testimonies of all events, since an origin may rest on what another said of another matter.
    """
    recorded = [t for t in book.testimonies if t.origin.recorded and t.claim_ids]
    unrecorded = [t for t in book.testimonies if not t.origin.recorded]
    by_origin: dict[str, list[Testimony]] = defaultdict(list)
    for testimony in recorded:
        by_origin[origin_key(testimony.origin)].append(testimony)
    names = sorted({t.origin.name for t in others if t.origin.recorded and not _nameless(t.origin)})
    leanings = {key: _leaning(book, told, names) for key, told in by_origin.items()}
    joined = _same_text(book, by_origin)
    standing: list[OriginStanding] = []
    collapses: list[Collapse] = []
    for key, told in sorted(by_origin.items()):
        barred = _barred(key, told, leanings[key], joined, by_origin)
        standing.append(_standing(book, told, counts=barred is None))
        collapses += [barred] if barred else []
        collapses += _within(book, told)
    collapses += [_unrecorded(book, testimony) for testimony in unrecorded]
    counted = sum(one.counts for one in standing)
    affirming = [one for one in standing if not one.denies]
    sides = tuple(sorted({one.origin.side for one in affirming if one.origin.side}))
    return OriginCount(
        independent=max(1, counted) if book.claims else 0,
        origins=tuple(standing),
        collapses=tuple(dict.fromkeys(collapses)),
        unrecorded_claim_ids=tuple(claim for t in unrecorded for claim in t.claim_ids),
        sides=sides,
        one_side=len(sides) == 1 and all(one.origin.side for one in affirming),
    )


def without_source(count: OriginCount, lineage: Lineage, book: Casebook) -> OriginCount:
    """Return the count with the pages named that repeat a saying and name nobody: they confirm nothing.

    Args:
        count: the origins behind the event.
        lineage: its arrows; those without a record tell which pages name nobody.
        book: the event.
    """
    bare = [edge.claim_id for edge in lineage.edges if edge.kind is EdgeKind.UNRECORDED]
    bare = [claim_id for claim_id in bare if claim_id not in count.unrecorded_claim_ids]
    kept = [one for one in count.collapses if one.code != "relay" or not set(one.reason.claim_ids[-1:]) & set(bare)]
    told = [_unrecorded_page(book, claim) for claim in book.claims if claim.id in bare]
    return replace(
        count,
        collapses=tuple(dict.fromkeys([*kept, *told])),
        unrecorded_claim_ids=(*count.unrecorded_claim_ids, *bare),
    )


def _nameless(origin: Origin) -> bool:
    if origin.source_class in _NAMELESS:
        return True
    return origin.actor_id is None and is_description(origin.name)


def _standing(book: Casebook, told: Sequence[Testimony], counts: bool) -> OriginStanding:
    claims = [claim for claim in book.claims if any(claim.id in t.claim_ids for t in told)]
    return OriginStanding(
        origin=min((t.origin for t in told), key=lambda origin: (-len(origin.name), origin.name)),
        testimony_ids=tuple(t.id for t in told),
        claim_ids=tuple(claim.id for claim in claims),
        document_ids=tuple(dict.fromkeys(claim.document_id for claim in claims)),
        counts=counts,
        denies=all(t.denial for t in told),
    )


def _barred(
    key: str,
    told: Sequence[Testimony],
    leaning: Leaning | None,
    joined: dict[str, str],
    by_origin: dict[str, list[Testimony]],
) -> Collapse | None:
    """Return why an origin does not count by itself, or None where it counts."""
    name = told[0].origin.name
    if leaning is not None and not (leaning.reason.code == "assesses" and len(by_origin) == 1):
        return Collapse("depends-on", name, leaning.on, leaning.reason)
    if joined[key] != key:
        into = by_origin[joined[key]][0].origin.name
        return Collapse("same-text", name, into, _told("same-text", f"{name} and {into} stand in the same text", told))
    if _nameless(told[0].origin):
        side = told[0].origin.side
        rivals = [t for other, many in by_origin.items() if other != key for t in many]
        if side is None or any(t.origin.side in {None, side} for t in rivals):
            text = f"“{name}” names nobody, so it may be one of the others"
            return Collapse("unrecorded", name, "", _told("nameless", text, told))
    return None


def _told(code: str, text: str, told: Sequence[Testimony]) -> Reason:
    return Reason(code, text, tuple(t.claim_ids[0] for t in told))


def _leaning(book: Casebook, told: Sequence[Testimony], names: Sequence[str]) -> Leaning | None:
    for testimony in told:
        for claim in book.members(testimony):
            if book.change(testimony, claim) is None:
                found = _stated(book, claim, testimony) or _leans(book, testimony, claim, names)
                if found is not None:
                    return found
    return None


def _stated(book: Casebook, claim: Claim, testimony: Testimony) -> Leaning | None:
    """Return on whom a coded row is stated to rest: a testimony of the event, or one that lies elsewhere."""
    ids = {ground.rule for ground in claim.grounds if ground.field == DEPENDS_ON}
    for other in book.testimonies if ids else ():
        keys = {book.library.document(member).key for member in book.members(other)}
        if other != testimony and keys & ids:
            text = f"the table says that it rests on {other.origin.name}"
            return Leaning(other.origin.name, Reason("stated", text, (claim.id,)))
    text = f"the table says that it rests on {', '.join(sorted(ids))}"
    return Leaning("", Reason("stated", text, (claim.id,))) if ids else None


def _leans(book: Casebook, testimony: Testimony, claim: Claim, names: Sequence[str]) -> Leaning | None:
    origin = testimony.origin
    target = _counterclaim(book, testimony, claim)
    if target is not None:
        reason = Reason("comments", f"it only comments on what {target.origin.name} shows", (claim.id,))
        return Leaning(target.origin.name, reason)
    if origin.source_class is SourceClass.INSTITUTE and claim.kind in _ASSESSING:
        cited = _cited_by(book, claim, origin)
        if cited:
            text = f"it assesses what {cited} says in the same report"
            return Leaning(cited, Reason("assesses", text, (claim.id,)))
    text = book.library.document(claim).text
    start, end = text.rfind("\n", 0, claim.span.start) + 1, text.find("\n", claim.span.end)
    here = text[start : end if end != -1 else len(text)]
    if _owns_up(text, origin, names):
        named = [name for name in names if _mentions(text, name) and not _same(name, origin.name)]
        words = "the report says that it has no source of its own"
        return Leaning(named[0] if named else "", Reason("nothing-own", words, (claim.id,)))
    for sentence in sentences(here):
        others = _built_on(sentence.of(here), claim, origin, names)
        if others:
            reason = Reason("leans-on", f"the report says that it builds on {', '.join(others)}", (claim.id,))
            return Leaning(others[0], reason)
    return None


def _built_on(words: str, claim: Claim, origin: Origin, names: Sequence[str]) -> list[str]:
    """Return the origins that a sentence says this one builds on: its subject is named before the words that say so."""
    leans = _LEANS.search(words)
    if leans is None:
        return []
    before, after = words[: leans.start()], words[leans.end() :]
    if not _mentions(before, origin.name) and not (_PRONOUN.match(words) and not _mentions(after, origin.name)):
        return []
    chain = {folded(link.name) for link in claim.chain}
    return [n for n in names if _mentions(after, n) and not _same(n, origin.name) and folded(n) not in chain]


def _owns_up(text: str, origin: Origin, names: Sequence[str]) -> bool:
    """Say whether a report tells that this origin has nothing of its own.

    The sentence must be about the origin: it bears its generic word (``institute``), or the last sentence before it
    that begins with a source does, or the report begins with that source.
    """
    before = ""
    for sentence in sentences(text):
        words = sentence.of(text)
        owned = _NOTHING_OWN.search(words)
        if owned:
            near = words[: owned.end() + 20]
            bearers = [name for name in (origin.name, *names) if _generic_in(near, name)]
            if bearers:
                return any(_same(name, origin.name) for name in bearers)
            subjects = [name for name in names if folded(before).startswith(folded(name))]
            if subjects:
                return any(_same(name, origin.name) for name in subjects)
            opening = [name for name in names if _mentions(text[: text.find("\n") if "\n" in text else None], name)]
            return len(opening) == 1 and _same(opening[0], origin.name)
        before = words
    return False


def _generic_in(words: str, name: str) -> bool:
    last = folded(name).split()[-1:]
    return bool(last and len(last[0]) > 4 and f" {last[0]} " in f" {folded(words)} ")


def _counterclaim(book: Casebook, testimony: Testimony, claim: Claim) -> Testimony | None:
    """Return the testimony of one's own side that a claim only comments on (``higher than in the video``)."""
    compared = book.compared(claim)
    if compared is None or testimony.origin.side is None:
        return None
    return compared[1] if compared[1].origin.side == testimony.origin.side else None


def _cited_by(book: Casebook, claim: Claim, origin: Origin) -> str:
    cited = [
        other.chain[-1].name
        for other in book.library.claims.values()
        if other.document_id == claim.document_id
        and len(other.chain) > 1
        and any(
            _same(link.name, origin.name) or _actor(book, link.name) == origin.actor_id for link in other.chain[:-1]
        )
    ]
    return min(cited, default="")


def _actor(book: Casebook, name: str) -> str | None:
    actor = book.library.registry.find(name)
    return actor.id if actor else ""


def _same(left: str, right: str) -> bool:
    first, second = set(folded(left).split()), set(folded(right).split())
    return first <= second or second <= first


def _mentions(text: str, name: str) -> bool:
    plain = f" {folded(text)} "
    words = folded(name).split()
    forms = {" ".join(words), *([" ".join(words[-2:])] if len(words) > 2 else [])}
    return any(f" {form} " in plain for form in forms if form)


def _same_text(book: Casebook, by_origin: dict[str, list[Testimony]]) -> dict[str, str]:
    """Return for each origin the first origin whose own publication has the same text, itself where there is none."""
    first: dict[str, str] = {}
    joined = {key: key for key in by_origin}
    for key in sorted(by_origin):
        for testimony in by_origin[key]:
            for claim in book.members(testimony):
                if claim.chain or not book.library.own(claim, testimony.origin):
                    continue
                text = book.library.text_key(claim)
                joined[key] = min(joined[key], first.setdefault(text, key))
    return joined


def _within(book: Casebook, told: Sequence[Testimony]) -> list[Collapse]:
    """Return why the further pages, names and figures of one origin do not count."""
    found: list[Collapse] = []
    pages: set[str] = set()
    name = told[0].origin.name
    for testimony in told:
        if testimony.revises is not None:
            reason = Reason("revision", f"{name} replaces its own earlier figure", testimony.claim_ids[:1])
            found.append(Collapse("revision", testimony.id, testimony.revises, reason))
        for reason in testimony.reasons:
            if reason.code == "speaks-for":
                said = reason.text.split(" is, or ")[0]
                if all(one.what != said for one in found):
                    found.append(Collapse("same-body", said, name, reason))
        reference = book.reference(testimony)
        for claim in book.members(testimony):
            page = claim.document_id
            if page == reference.document_id or page in pages:
                continue
            pages.add(page)
            document = book.library.document(claim)
            same = book.library.text_key(claim) == book.library.text_key(reference)
            code, why = ("same-text", "reprints the text") if same else ("relay", f"relays {name}")
            found.append(
                Collapse(code, document.outlet or document.key, name, Reason(code, why, (reference.id, claim.id)))
            )
    return list(dict.fromkeys(found))


def _unrecorded(book: Casebook, testimony: Testimony) -> Collapse:
    claims = book.members(testimony)
    page = _unrecorded_page(book, claims[0])
    return replace(page, reason=replace(page.reason, claim_ids=tuple(claim.id for claim in claims)))


def _unrecorded_page(book: Casebook, claim: Claim) -> Collapse:
    document = book.library.document(claim)
    text = "the report does not say whose word it is; an unknown lineage earns no confirmation"
    return Collapse("unrecorded", document.outlet or document.key, "", Reason("unrecorded", text, (claim.id,)))
