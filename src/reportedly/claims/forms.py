"""How a content is put: as a clause, a quotation, a verb without a subject, or a mere phrase."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claims.parse import Parse
from reportedly.claims.tree import SUBJECTS, child, finite
from reportedly.model.attributed import Form
from reportedly.model.span import Span

QUOTATION_MARKS = frozenset('"“”«»„')


def form_of(contents: Sequence[Span], parse: Parse) -> Form:
    """Return how the longest of some contents is put.

    Args:
        contents: spans of one attribution, at least one.
        parse: the parsed document.
    """
    longest = max(contents, key=len)
    tokens = [
        token
        for sentence in parse.sentences[parse.sentence_at(longest.start).index :]
        if sentence.span.start < longest.end
        for token in sentence.tokens_in(longest)
    ]
    numbers = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in numbers or token.head is token]
    if any(finite(token) and child(token, *SUBJECTS) is not None for token in tops):
        return Form.CLAUSE
    around = parse.text[max(0, longest.start - 1) : longest.end + 1]
    if any(mark in around for mark in QUOTATION_MARKS):
        return Form.QUOTATION
    return Form.VERB if any(token.tag_ in {"VB", "VBG"} for token in tops) else Form.PHRASE
