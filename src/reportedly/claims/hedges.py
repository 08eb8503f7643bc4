"""Read how surely a claim is put: the probability words in its content and its cues, by the codebook's table."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from reportedly.claims.content import Content
from reportedly.model.certainty import Certainty
from reportedly.model.claim import Ground
from reportedly.model.span import Span


@dataclass(frozen=True, slots=True)
class Hedge:
    """A row of the table: words that stand for one interval."""

    low: float
    high: float
    words: str
    """A regular expression over lower-case words."""


TABLE_NAME = "ICD 203 with common words of the press"
"""Name of the table, which whatever carries its intervals prints."""

TABLE: tuple[Hedge, ...] = (
    Hedge(
        0.01,
        0.05,
        (
            r"almost no chance|(?:a |the |very )?remote(?= (?:chance|possibility|prospect|likelihood))|"
            r"(?<=is )remote|(?<=are )remote|(?<=was )remote|(?<=remains )remote|"
            r"highly improbable|nearly impossible|almost impossible|almost certainly not"
        ),
    ),
    Hedge(0.05, 0.20, r"(?:very|highly|extremely|most|quite) unlikely|very improbable|very doubtful"),
    Hedge(
        0.20,
        0.45,
        (
            r"unlikely|improbable|improbably|doubtful|doubt(?:s|ed)?(?= (?:that|whether|if|it|he|she|"
            r"they|the|any|we|very)\b)|(?:i|we) doubt|doubts|doubted|not (?:very )?likely|probably not"
        ),
    ),
    Hedge(0.95, 0.99, r"(?:almost|nearly|virtually) certain(?:ly)?"),
    Hedge(0.80, 0.95, r"(?:very|highly|most|extremely) (?:likely|probable|probably)|in all (?:likelihood|probability)"),
    Hedge(
        0.45,
        0.65,
        (
            r"(?:roughly |about )?(?:an )?even chances?|roughly even(?: chances?| odds)?|"
            r"roughly an even chance|better than even(?: chances?| odds)?|even odds|fifty-fifty"
        ),
    ),
    Hedge(0.20, 0.55, r"realistic possibility"),
    Hedge(
        0.55,
        0.80,
        (
            r"likely|likelihood|probable|probably|probability|presumably|presumed|apparently|appear(?:s|"
            r"ed|ing)? to\b|appear(?:s|ed)?(?= (?:that|as if|as though|likely|\w+ed\b))|(?:it )?(?:seems?|"
            r"seemed)(?: to\b| that\b| as if\b| as though\b)|seems?|seemed|appear(?:s|"
            r"ed)?|suspected|suspects?|suspicion|supposedly|in all likelihood"
        ),
    ),
    Hedge(
        0.20,
        0.55,
        (
            r"possibly|possibility|possibilities|possible|may(?! \d)|might|could|perhaps|maybe|conceivably|"
            r"conceivable|potentially|potential|suggest(?:s|ed|ing)?|suggestive|speculat(?:es?|ed|ion|ing)|wonder(?:s|ed)?"
        ),
    ),
)
"""The codebook's table, stronger forms first, so that ``very unlikely`` is not read as ``likely``."""

_PATTERN = re.compile(
    "|".join(f"(?P<r{number}>(?<![\\w-])(?:{row.words})(?![\\w-]))" for number, row in enumerate(TABLE))
)
_CUE_ONLY = frozenset(
    {
        "suggest",
        "suggests",
        "suggested",
        "suggesting",
        "wonder",
        "wonders",
        "wondered",
        "doubt",
        "doubts",
        "doubted",
        "suspect",
        "suspects",
        "suspicion",
        "speculate",
        "speculates",
        "speculated",
    }
)


def read_certainty(content: Content) -> tuple[Certainty | None, Ground | None]:
    """Return the interval of the words that hedge a content, and what it rests on; None, None where stated flatly.

    The first hedge that holds for the whole content decides; where two of one clause agree (``could potentially``),
    the words of both are named.
    """
    hits = _in_cues(content) + _in_content(content)
    if not hits:
        return None, None
    number = hits[0][0]
    row = TABLE[number]
    same = [
        span for row_number, span in hits if TABLE[row_number].low == row.low and TABLE[row_number].high == row.high
    ]
    words = tuple(span.of(content.parse.text) for span in same)
    rule = "hedge-in-content" if content.span.covers(same[0]) else "hedge-in-cue"
    return Certainty(row.low, row.high, words, tuple(same)), Ground("certainty", rule, tuple(same))


_NEGATION = re.compile(r"\bnot\b|n[’']t\b", re.IGNORECASE)
_ABLE = frozenset({"could", "may", "might"})
"""Auxiliaries that say no probability where the cue is negated (``could not confirm``)."""


def hedge_of(text: str, cue: Span) -> Certainty | None:
    """Return how surely a cue by itself puts what follows (``is likely to``, ``suggests``); None where flatly."""
    hits = _hits(cue.of(text), cue.start)
    negated = bool(_NEGATION.search(cue.of(text)))
    hits = [(row, span) for row, span in hits if not (negated and span.of(text).lower() in _ABLE)]
    if not hits:
        return None
    row, span = hits[0]
    return Certainty(TABLE[row].low, TABLE[row].high, (span.of(text),), (span,))


def _hits(text: str, start: int) -> list[tuple[int, Span]]:
    lowered = text.replace("’", "'").lower()
    if len(lowered) != len(text):
        lowered = text
    return [
        (int((match.lastgroup or "r0")[1:]), Span(match.start() + start, match.end() + start))
        for match in _PATTERN.finditer(lowered)
    ]


def _in_cues(content: Content) -> list[tuple[int, Span]]:
    found = []
    for cue in content.draft.cues:
        for number, span in _hits(cue.of(content.parse.text), cue.start):
            found.append((number, span))
    return found


def _in_content(content: Content) -> list[tuple[int, Span]]:
    found = []
    for number, span in _hits(content.text, content.span.start):
        tokens = content.tokens_at(span)
        if tokens and _hedges(content, tokens, span.of(content.parse.text).lower()):
            found.append((number, span))
    return found


def _hedges(content: Content, tokens: list[Any], words: str) -> bool:
    """Say whether probability words hedge the content and do not stand for something else."""
    token = tokens[-1]
    if words == "may" and (
        tokens[0].ent_type_ == "DATE"
        or (token.pos_ == "PROPN" and token.is_title and token.i > 0 and not token.is_sent_start)
    ):
        return False
    if words in {"could", "may", "might"}:
        return _modal_hedges(content, tokens[0], words)
    if words in _CUE_ONLY:
        return bool(token.dep_ == "ROOT" or token == content.root)
    if words in {"possible", "potential", "possibility", "probable"}:
        return not _as(tokens[0])
    if words.startswith(("seem", "appear")):
        return token.pos_ in {"VERB", "PART", "SCONJ", "AUX"} and not _showed_up(tokens[0])
    if words == "likely":
        return not (token.i > 0 and token.nbor(-1).lower_ in {"more", "less", "as", "equally"})
    return True


def _as(token: Any) -> bool:
    """Say whether ``possible`` stands in ``as soon as possible``, ``every possible`` or ``make it possible``."""
    if token.i == 0:
        return False
    before = token.nbor(-1).lower_
    made = {"make", "made", "makes", "making"}
    return before in {"as", "every", "best", "all", "where", *made} or (
        before == "it" and token.i > 1 and token.nbor(-2).lower_ in made
    )


def _showed_up(token: Any) -> bool:
    """Say whether ``appeared`` means came into view: no complement of what it seems to be."""
    labels = {child.dep_ for child in token.children}
    return token.lemma_ == "appear" and not labels & {"xcomp", "oprd", "acomp", "ccomp", "attr"}


def _modal_hedges(content: Content, modal: Any, words: str) -> bool:
    verb = modal.head
    if words == "could":
        if any(child.dep_ == "neg" for child in verb.children):
            return False
        if any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.children):
            return not _conditional(content)
        if verb.lemma_ in {"see", "hear", "feel", "afford", "smell", "find", "do", "help"}:
            return False
    return not _purpose(modal)


def _conditional(content: Content) -> bool:
    return re.search(r"\b(?:if|had|unless|otherwise)\b", content.lower) is not None


def _purpose(modal: Any) -> bool:
    """Say whether a modal stands in ``so that they could``, which tells an aim."""
    verb = modal.head
    return any(child.lower_ in {"so", "whether"} and child.dep_ in {"mark", "advmod"} for child in verb.children)
