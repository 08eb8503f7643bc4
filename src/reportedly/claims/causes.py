"""Causal relations of claims: what is said to bring about, prevent or explain what, with hedge and negation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from reportedly.claims.causes_find import Side, Tie, worded_ties
from reportedly.claims.causes_verbs import verb_ties
from reportedly.claims.content import Content
from reportedly.claims.hedges import hedge_of
from reportedly.claims.tree import negated
from reportedly.model.cause import Causation
from reportedly.model.certainty import Certainty
from reportedly.model.claim import Claim
from reportedly.model.span import Span

_DEGREES = frozenset(
    "also directly entirely even in just largely mainly mostly only part partly primarily simply".split()
)
"""Words that may stand between a hedge or negation and the connective."""


def find_ties(content: Content) -> tuple[Tie, ...]:
    """Return the causal relations in a content's words, in the order of their connectives, one a connective."""
    found: dict[int, Tie] = {}
    for tie in (*worded_ties(content), *verb_ties(content)):
        if (tie.cause or tie.effect) and not _shared(tie):
            found.setdefault(tie.connective[0].i, tie)
    return tuple(found[place] for place in sorted(found))


def _shared(tie: Tie) -> bool:
    return bool({token.i for token in tie.cause} & {token.i for token in tie.effect})


def with_causes(
    claims: Sequence[Claim], contents: Sequence[Content], ties: Sequence[Sequence[Tie]]
) -> tuple[Claim, ...]:
    """Return the claims with their causal relations; what they leave to another claim is looked up there.

    Args:
        claims: the claims of one document in the order of the text.
        contents: their contents, in the same order.
        ties: what ``find_ties`` found in each.
    """
    made = []
    for number, (claim, held) in enumerate(zip(claims, ties, strict=True)):
        causes = (_causation(tie, number, claims, contents) for tie in held)
        kept = tuple(one for one in causes if _complete(one))
        made.append(replace(claim, causes=kept) if kept else claim)
    return tuple(made)


def _complete(one: Causation) -> bool:
    if one.rule == "link, so":
        return one.cause_claim is not None
    return (one.cause is not None or one.cause_claim is not None) or one.effect is not None


def _causation(tie: Tie, number: int, claims: Sequence[Claim], contents: Sequence[Content]) -> Causation:
    content, claim = contents[number], claims[number]
    sentence = content.sentence
    for one in content.sentences:
        if tie.connective[0].sent == one.tokens[0].sent:
            sentence = one
    spans = {side: sentence.span_of(tokens) if tokens else None for side, tokens in _sides(tie)}
    connective = _connective(tie, content)
    other = _told_elsewhere(tie, number, claims, contents) if tie.elsewhere else None
    return Causation(
        sense=tie.sense,
        cause=spans[Side.CAUSE],
        effect=spans[Side.EFFECT],
        connective=connective,
        rule=tie.rule,
        cause_claim=other if tie.elsewhere is Side.CAUSE else None,
        effect_claim=other if tie.elsewhere is Side.EFFECT else None,
        negated=_is_negated(tie, content),
        certainty=_certainty(tie, content, claim, [span for span in spans.values() if span is not None]),
    )


def _sides(tie: Tie) -> Iterator[tuple[Side, Sequence[Any]]]:
    yield Side.CAUSE, tie.cause
    yield Side.EFFECT, tie.effect


def _connective(tie: Tie, content: Content) -> Span:
    """Return the words of the connective; of a verb and a far preposition the verb alone."""
    near = [tie.connective[0]]
    for before, token in pairwise(tie.connective):
        if token.i != before.i + 1:
            break
        near.append(token)
    return content.sentence.span_of(near)


def _before(tie: Tie, content: Content) -> list[Any]:
    """Return the words right before the connective, degrees passed over, nearest first; at most two."""
    first, doc = tie.connective[0], tie.connective[0].doc
    found: list[Any] = []
    place = first.i - 1
    while place >= first.sent.start and len(found) < 2:
        token = doc[place]
        if token.lower_ not in _DEGREES:
            found.append(token)
        place -= 1
    return [token for token in found if token.i in content.places or token.head.i in content.places]


def _is_negated(tie: Tie, content: Content) -> bool:
    if tie.head is not None and tie.head.pos_ in {"VERB", "AUX"} and _asserts(tie):
        return negated(tie.head) or any(one.lower_ == "no" for one in tie.connective[0].children)
    return any(token.lower_ in {"not", "n't", "n’t", "never", "neither"} for token in _before(tie, content)[:1])


def _asserts(tie: Tie) -> bool:
    """Say whether the relation's head is what asserts it: its own verb, or the copula before it."""
    return tie.head in tie.connective or (tie.head is not None and tie.head.lemma_ == "be" and tie.rule == "said to be")


def _certainty(tie: Tie, content: Content, claim: Claim, sides: Sequence[Span]) -> Certainty | None:
    """Return the hedge of the relation: beside the connective, on its verb, or on the whole claim outside both ends."""
    words = [token for token in _before(tie, content) if token.pos_ in {"ADV", "ADJ", "AUX", "VERB", "PART"}][:1]
    if tie.head is not None and _asserts(tie):
        words += [one for one in tie.head.children if one.dep_ in {"aux", "advmod", "acomp"} and one.i < tie.head.i]
    for token in words:
        hedge = hedge_of(content.parse.text, content.sentence.span_of([token]))
        if hedge is not None:
            return hedge
    whole = claim.certainty
    if whole is None or any(side.overlaps(span) for side in sides for span in whole.spans):
        return None
    return whole


def _told_elsewhere(tie: Tie, number: int, claims: Sequence[Claim], contents: Sequence[Content]) -> str | None:
    """Return the claim that holds the missing end: the neighbour in the sentence, or the last of the one before."""
    sentence = contents[number].sentence
    if number and contents[number - 1].sentence.index == sentence.index:
        return claims[number - 1].id
    opens = tie.connective[0].i - contents[number].tokens[0].i <= 2 and tie.elsewhere is Side.EFFECT
    pronoun = "pronoun" in tie.rule or tie.rule in {"link", "said to be"}
    following = contents[number + 1] if number + 1 < len(contents) else None
    if opens and not pronoun and following is not None and following.sentence.index == sentence.index:
        return claims[number + 1].id
    if not number or not pronoun:
        return None
    before = contents[number - 1].sentence
    near = before.paragraph == sentence.paragraph and before.index == sentence.index - 1
    return claims[number - 1].id if near else None
