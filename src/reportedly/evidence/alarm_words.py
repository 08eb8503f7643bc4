"""``X confirmed``, where X only passes on another's word, or only has signs of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.evidence.alarm_case import AlarmCase, Raised, listed, said_by, spans_of
from reportedly.evidence.phrases import NEGATION
from reportedly.model.actors import folded
from reportedly.model.claim import Claim, SourceClass
from reportedly.model.evidence import AlarmCode, Severity
from reportedly.model.reason import Reason
from reportedly.model.span import Span
from reportedly.model.wording import sentence_around, sentences

_BORNE_OUT = (
    r"(?:confirm(?:s|ed|ing)?|verif(?:y|ies|ied)|corroborat(?:e[sd]?|ing)|back(?:s|ed)? up|bear(?:s)? out|bore out"
    r"|borne out|substantiat(?:e[sd]?)|validat(?:e[sd]?))"
)
"""Verbs for one body bearing out what another says: verbs of confirmation, general English."""
_CUE = re.compile(rf"\b{_BORNE_OUT}\b", re.IGNORECASE)
_MATTER = re.compile(
    r"\b(this|these|the (?:report|reports|figures?|numbers?|toll|claims?|account|information|news|data|statement"
    r"|death toll|estimate|losses|deaths?|casualties)|it|that)\b",
    re.IGNORECASE,
)
"""Words by which a sentence on confirmation takes up what was told before."""
_ADVERB = r"(?: (?:has|have|had|also|later|then|since))*"
_SUBJECT = re.compile(rf"(?:[Tt]he )?([A-Z][\w’'&.-]*(?: (?:of|for|and|the|[A-Z][\w’'&.-]*))*){_ADVERB}\s*$")
"""A name just before the verb, with the auxiliaries and adverbs that may stand between."""
_TAIL = re.compile(rf",?{_ADVERB}\s*$")
_OFFICE = 35
"""Characters that a rank may take between a body and what it does (``X's military spokesman confirmed``)."""
_NEAR = 2
"""Sentences before or after a claim within which a confirmation is taken to mean it."""


@dataclass(frozen=True)
class _Confirmation:
    """Words that say that a body confirms a claim."""

    claim: Claim
    body: str
    words: Span
    """Where the document says so."""


def confirmed_by_relay(case: AlarmCase) -> Iterator[Raised]:
    """Yield each confirmation by a body that only passes the matter on, or that only has signs of it."""
    seen: set[tuple[str, str]] = set()
    for confirmation in _confirmations(case):
        at = (confirmation.claim.document_id, case.key(confirmation.body))
        if at in seen:
            continue
        raised = _passed_on(case, confirmation) or _only_signs(case, confirmation)
        if raised is not None:
            seen.add(at)
            yield raised


def _confirmations(case: AlarmCase) -> Iterator[_Confirmation]:
    for claim in case.book.claims:
        link = said_by(claim)
        text = case.text(claim)
        if link is not None and link.cue is not None and _affirms(text, link.cue):
            yield _Confirmation(claim, link.name, link.cue)
        yield from _beside(case, claim, text)


def _affirms(text: str, span: Span) -> bool:
    words = _CUE.search(text, span.start, span.end)
    return words is not None and not NEGATION.search(text, max(span.start - 15, 0), words.start())


def _beside(case: AlarmCase, claim: Claim, text: str) -> Iterator[_Confirmation]:
    """Yield the confirmations that the sentences around a claim tell of, by bodies that the event knows."""
    spans = sentences(text)
    here = next((at for at, one in enumerate(spans) if one.overlaps(claim.span)), None)
    if here is None:
        return
    for sentence in spans[max(0, here - _NEAR) : here + _NEAR + 1]:
        words = sentence.of(text)
        cue = _CUE.search(words)
        if cue is None or NEGATION.search(words[max(0, cue.start() - 25) : cue.start()]):
            continue
        own = sentence.overlaps(claim.span)
        if own or _MATTER.search(words[cue.end() :]) or _MATTER.search(words[: cue.start()]):
            subject = _SUBJECT.search(words[: cue.start()])
            for name in (*case.bodies, *([subject[1]] if subject is not None else [])):
                if _agent(words, name, cue):
                    yield _Confirmation(claim, name, Span(sentence.start, sentence.start + len(words.rstrip())))


def _agent(words: str, name: str, cue: re.Match[str]) -> bool:
    """Say whether a body is who confirms: just before the verb, or after ``by`` behind it."""
    bare = re.sub(r"^[Tt]he ", "", name)
    if bare not in words:
        return False
    before = _TAIL.sub("", words[: cue.start()])
    possessed = max(before.rfind(f"{bare}'s "), before.rfind(f"{bare}’s "))
    whose = before.endswith(bare) or (possessed != -1 and len(before) - possessed - len(bare) <= _OFFICE)
    behind = words[cue.end() :].lstrip()
    return whose or (behind.startswith("by ") and -1 < behind.find(bare) <= _OFFICE)


def _passed_on(case: AlarmCase, confirmation: _Confirmation) -> Raised | None:
    """Return the alarm where a body that is said to confirm has the matter from another in every text at hand."""
    key = case.key(confirmation.body)
    relays = [
        (claim, said.name)
        for claim in case.book.claims
        if claim.id != confirmation.claim.id
        and (said := said_by(claim)) is not None
        and _same_matter(claim, confirmation.claim)
        and case.key(said.name) != key
        and key in ({case.key(link.name) for link in claim.chain[:-1]} | {case.outlet(claim)})
    ]
    if not relays or _speaks_itself(case, key, confirmation):
        return None
    sources = list(dict.fromkeys(name for _, name in relays))
    first = relays[0][0]
    text = f"{confirmation.body} only passes on what {listed(sources)} said"
    why = Reason(
        "passes-on", f"{case.page(first)} shows that {confirmation.body} has it from {sources[0]}", (first.id,)
    )
    return _raised(case, confirmation, text, why, first)


def _speaks_itself(case: AlarmCase, key: str, confirmation: _Confirmation) -> bool:
    """Say whether the body has a word of its own on the event: a claim that names it last, or its own page."""
    for claim in case.book.claims:
        said = said_by(claim)
        if claim.id == confirmation.claim.id or (said is not None and _is_confirmation(case, claim)):
            continue
        if (said is not None and case.key(said.name) == key) or (said is None and case.outlet(claim) == key):
            return True
    return False


def _is_confirmation(case: AlarmCase, claim: Claim) -> bool:
    link = said_by(claim)
    return link is not None and link.cue is not None and _affirms(case.text(claim), link.cue)


def _same_matter(left: Claim, right: Claim) -> bool:
    """Say whether two claims tell the same figure, or one saying without a figure."""
    ours, theirs = ({q.turn for q in claim.quantities} for claim in (left, right))
    if ours and theirs:
        return bool(ours & theirs)
    return not ours and not theirs


def _only_signs(case: AlarmCase, confirmation: _Confirmation) -> Raised | None:
    """Return the alarm where the body itself speaks of signs only, in another report that is no younger."""
    key, library = case.key(confirmation.body), case.book.library
    for claim, signs in case.signs:
        if claim.document_id == confirmation.claim.document_id or library.before(confirmation.claim, claim):
            continue
        named = {case.key(link.name) for link in claim.chain if link.source_class is not SourceClass.REPORTS}
        if key in named or _speaks_before(case, claim, confirmation.body, signs):
            said = signs.of(case.text(claim))
            text = f"{confirmation.body} itself only speaks of signs (“{said}”)"
            why = Reason("signs-only", f"{case.page(claim)} gives it as “{said}”", (claim.id,))
            return _raised(case, confirmation, text, why, claim, signs)
    return None


def _speaks_before(case: AlarmCase, claim: Claim, body: str, words: Span) -> bool:
    """Say whether the sentence of some words begins with a body that the reading took for no source."""
    text = case.text(claim)
    start = sentence_around(text, words).start
    return f" {folded(body)} " in f" {folded(text[start : words.start])} "


def _raised(
    case: AlarmCase, confirmation: _Confirmation, text: str, why: Reason, other: Claim, words: Span | None = None
) -> Raised:
    shown = ((other.document_id, words),) if words is not None else spans_of(other)
    return Raised(
        AlarmCode.CONFIRMED_BY_RELAY,
        Severity.GRAVE,
        f"a confirmation by {confirmation.body} on {case.page(confirmation.claim)}",
        text,
        (confirmation.claim.id, other.id),
        ((confirmation.claim.document_id, confirmation.words), *shown),
        (why,),
    )
