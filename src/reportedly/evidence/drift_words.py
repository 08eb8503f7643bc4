"""Changes of words on the way: how surely, on what proof, by whom, in which words, and whether at all."""

from __future__ import annotations

from reportedly.evidence.casebook import SHOWN
from reportedly.evidence.drift_pairs import Comparison, Found
from reportedly.evidence.phrases import claimed_words, proof_words, strong_words, weak_words
from reportedly.model.aliases import alias_in
from reportedly.model.claim import Basis, Claim, SourceClass
from reportedly.model.evidence import DriftType
from reportedly.model.span import Span
from reportedly.model.wording import content, likeness, sentence_around, wording

_TURNING = frozenset("but and though although unless if until except however yet which only while whereas or".split())
"""Words that join to a statement what bounds it, takes it back or goes on with it."""
_TURNS_WITHIN = 4
_LEAST_CUT = 4
"""Words of a sentence that must be missing, with a turning word among the first of them."""
_PROOF = frozenset({Basis.FOOTAGE, Basis.DOCUMENT, Basis.INTERCEPT})


def claimant(pair: Comparison) -> Found | None:
    """The saying in another's mouth, or its origin under another body's name."""
    if pair.change != "claimant-changed" or not pair.relay.chain:
        return None
    link = pair.relay.chain[-1]
    library = pair.book.library
    alias = alias_in(library.document(pair.relay).text, link.name, library.registry)
    after = alias.miscalled if alias else link.name
    return Found(DriftType.CLAIMANT, pair.testimony.origin.name, after, link.span, pair.reference.span)


def polarity(pair: Comparison) -> Found | None:
    """The opposite of what the origin said."""
    if pair.relay.polarity is pair.reference.polarity or pair.change != "polarity-changed":
        return None
    before, after = pair.reference.polarity.value, pair.relay.polarity.value
    return Found(DriftType.POLARITY, before, after, pair.relay.span, pair.reference.span)


def hedge(pair: Comparison) -> Found | None:
    """A probability word that was dropped or raised, or a sign that was given as confirmed."""
    before, after = pair.reference.certainty, pair.relay.certainty
    if before is None:
        return _confirmed(pair)
    if after.low <= before.low if after is not None else weak_words(pair.book.library, pair.relay, whole=True):
        return None
    said = ", ".join(before.words)
    against = before.spans[0] if before.spans else None
    if after is None:
        return Found(DriftType.HEDGE_DROPPED, said, "stated flatly", pair.relay.span, against)
    span = after.spans[0] if after.spans else None
    return Found(DriftType.HEDGE_STRENGTHENED, said, ", ".join(after.words), span, against)


def _confirmed(pair: Comparison) -> Found | None:
    """What the origin only has signs of, given as confirmed."""
    before = weak_words(pair.book.library, pair.reference)
    after = strong_words(pair.book.library, pair.relay)
    if before is None or after is None or strong_words(pair.book.library, pair.reference) is not None:
        return None
    return _worded(pair, DriftType.HEDGE_STRENGTHENED, before, after)


def _worded(pair: Comparison, kind: DriftType, before: Span, after: Span) -> Found:
    first, second = pair.texts
    return Found(kind, before.of(first), after.of(second), after, before)


def evidence(pair: Comparison) -> Found | None:
    """A better kind of proof than the origin offers: a film for its word, or its claim as a confirmation."""
    if _proof(pair.relay) is None:
        return _proved(pair)
    if _proof(pair.reference) is not None or proof_words(pair.book.library, pair.reference) is not None:
        return None
    if any(link.source_class in SHOWN for link in pair.reference.chain):
        return None
    link = next((link for link in pair.relay.chain if link.source_class in SHOWN), None)
    after = link.name if link is not None else str(pair.relay.basis)
    span = link.span if link is not None else None
    return Found(DriftType.EVIDENCE_UPGRADED, "word only", after, span or pair.relay.span, pair.reference.span)


def _proved(pair: Comparison) -> Found | None:
    """What the origin is said to claim or allege, given as confirmed or proved."""
    before = claimed_words(pair.book.library, pair.reference)
    after = strong_words(pair.book.library, pair.relay)
    if before is None or after is None or strong_words(pair.book.library, pair.reference) is not None:
        return None
    return _worded(pair, DriftType.EVIDENCE_UPGRADED, before, after)


def _proof(claim: Claim) -> str | None:
    if claim.basis in _PROOF:
        return str(claim.basis)
    shown = [link.name for link in claim.chain if link.source_class is SourceClass.IMAGERY]
    return shown[0] if shown else None


def quotation(pair: Comparison) -> Found | None:
    """Words inside quotation marks that the origin's words do not bear out: exchanged, or cut short in mid-sentence."""
    library = pair.book.library
    source, text = pair.texts
    literal = in_quotation(source, pair.reference.span) or library.own(pair.reference, pair.testimony.origin)
    if not in_quotation(text, pair.relay.span) or not literal:
        return None
    ours, theirs = wording(pair.reference.quote), wording(pair.relay.quote)
    around = wording(sentence_around(source, pair.reference.span).of(source))
    exact = any(around[at : at + len(theirs)] == theirs for at in range(len(around)))
    cut = len(ours) >= len(theirs) * 1.5 and len(ours) - len(theirs) >= _LEAST_CUT
    altered = cut or _cut_off(pair, around, theirs) if exact else likeness(ours, theirs) >= 0.5 and ours != theirs
    if altered:
        return Found(DriftType.QUOTATION, pair.reference.quote, pair.relay.quote, pair.relay.span, pair.reference.span)
    return None


def _cut_off(pair: Comparison, source: tuple[str, ...], kept: tuple[str, ...]) -> bool:
    """Say whether the clause that follows a quotation in its sentence is nowhere in the relay."""
    at = next(at for at in range(len(source)) if source[at : at + len(kept)] == kept)
    rest = source[at + len(kept) :]
    joints = [place for place, word in enumerate(rest) if word in _TURNING]
    if len(rest) < _LEAST_CUT or not joints or joints[0] >= _TURNS_WITHIN:
        return False
    clause = rest[joints[0] : joints[1]] if len(joints) > 1 else rest[joints[0] :]
    telling = set(content(" ".join(clause)))
    return bool(telling) and len(telling & set(content(pair.texts[1]))) < len(telling) / 2


def in_quotation(text: str, span: Span) -> bool:
    """Say whether a span stands inside double quotation marks of its paragraph."""
    start = text.rfind("\n", 0, span.start) + 1
    before = text[start : span.start]
    if before.count('"') % 2 == 1:
        return True
    return before.rfind("“") > before.rfind("”") or before.rfind("«") > before.rfind("»")
