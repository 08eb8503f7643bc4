"""How a content is put: as a clause, a quotation, a verb without a subject, or a mere phrase."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.claims.parse import Parse
from reportedly.claims.tree import SUBJECTS, child, finite
from reportedly.model.attributed import Form
from reportedly.model.span import Span

QUOTATION_MARKS = frozenset('"“”«»„')


def form_of(contents: Sequence[Span], parse: Parse) -> Form:
    """Return how contents are put: that of the fullest of them.

    Args:
        contents: spans of one attribution, at least one.
        parse: the parsed document.
    """
    order = (Form.CLAUSE, Form.QUOTATION, Form.VERB, Form.PHRASE)
    return min((_form(span, parse) for span in contents), key=order.index)


def _form(span: Span, parse: Parse) -> Form:
    tokens = [token for _, token in parse.tokens_in(span)]
    numbers = {token.i for token in tokens}
    tops = [token for token in tokens if token.head.i not in numbers or token.head == token]
    if any(finite(token) and child(token, *SUBJECTS) is not None for token in tops):
        return Form.CLAUSE
    around = parse.text[max(0, span.start - 1) : span.end + 1]
    if any(mark in around for mark in QUOTATION_MARKS):
        return Form.QUOTATION
    return Form.VERB if any(token.tag_ in {"VB", "VBG"} for token in tops) else Form.PHRASE
