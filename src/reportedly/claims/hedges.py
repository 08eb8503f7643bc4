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
            r"(?<=[\"“])remote(?=[\"”])|(?<=is )remote|(?<=are )remote|(?<=was )remote|(?<=remains )remote|"
            r"highly improbable|nearly impossible|almost impossible|almost certainly not"
        ),
    ),
    Hedge(0.05, 0.20, r"(?:very|highly|extremely|most|quite) unlikely|very improbable|very doubtful"),
    Hedge(
        0.20,
        0.45,
        (
            r"unlikely|improbable|improbably|implausible|doubtful|doubt(?:s|ed)?(?= (?:that|whether|if|it|he|she|"
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
            r"ed)?|suspected|suspects?|(?<!on )suspicion(?! of)|supposedly|seemingly|"
            r"look(?:s|ed)? as (?:if|though)"
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
    hits = _in_cues(content) + _in_frame(content) + _in_content(content)
    if not hits:
        return None, None
    number = _deciding(hits, content)
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


def _deciding(hits: list[tuple[int, Span]], content: Content) -> int:
    """Return the row that holds: the first, but what it only seems to be where ``seems`` stands right before."""
    (row, first), *more = hits
    soft = first.of(content.parse.text).lower().startswith(("seem", "appear"))
    if soft and more and 0 <= more[0][1].start - first.end <= 2:
        return more[0][0]
    return row


def _in_cues(content: Content) -> list[tuple[int, Span]]:
    found = []
    text = content.parse.text
    for cue in content.draft.cues:
        negated = bool(_NEGATION.search(cue.of(text)))
        found += _seeming(content, cue)
        for number, span in _hits(text[cue.start : cue.end + _AHEAD], cue.start):
            if span.end > cue.end:
                continue
            words = span.of(text).lower()
            shown = words.startswith("appear") and re.match(r"\s+(?:in|on|at|before)\b", text[span.end :]) is not None
            noun = words.startswith("suspect") and any(one.pos_ == "NOUN" for one in content.tokens_at(span))
            if not shown and not noun and not (negated and words in _ABLE):
                found.append((number, span))
    return found


_AHEAD = 12
"""Characters behind a cue that its words are read with: ``doubt`` hedges before ``that``."""


def _seeming(content: Content, cue: Span) -> list[tuple[int, Span]]:
    """Find ``appear`` and ``seem`` that a cue hangs on: ``the images appear to show``."""
    heads = [token.head for token in content.tokens_at(cue) if token.dep_ == "xcomp"]
    spans = [content.span_of([head]) for head in heads if head.lemma_ in {"appear", "seem"}]
    return [hit for span in spans if not span.overlaps(cue) for hit in _hits(span.of(content.parse.text), span.start)]


_FRAMED = frozenset({"ccomp", "acl", "csubj", "csubjpass"})
_FRAME_PARTS = frozenset({"acomp", "attr", "advmod", "oprd"})


def _in_frame(content: Content) -> list[tuple[int, Span]]:
    """Find hedges in words that the content hangs on and that were left out of it: ``it is possible that``."""
    token = content.root
    if token is None or token.dep_ not in _FRAMED or token.head.i in content.places:
        return []
    above = token.head
    parts = [above, *(one for one in above.children if one.dep_ in _FRAME_PARTS)]
    found = []
    for part in parts:
        own = [one for one in part.subtree if one.i <= part.i and part.i - one.i <= 2 and one.sent == part.sent]
        span = content.span_of(own)
        denied = any(one.dep_ == "neg" for one in above.children)
        between = content.parse.text[span.end : content.span.start]
        near = span.end <= content.span.start and not re.search(r"[.;:!?—]", between)
        if not denied and near and not any(cue.overlaps(span) for cue in content.draft.cues):
            found += [hit for hit in _hits(span.of(content.parse.text), span.start) if _framing(hit[1], content)]
    return sorted(found, key=lambda hit: hit[1])


def _framing(span: Span, content: Content) -> bool:
    return span.of(content.parse.text).lower() not in _ABLE | {"potential", "suspicion"}


def _in_content(content: Content) -> list[tuple[int, Span]]:
    found = []
    for number, span in _hits(content.text, content.span.start):
        tokens = content.tokens_at(span)
        words = span.of(content.parse.text)
        if tokens and words != "May" and not _aside(content, tokens[0]) and _hedges(content, tokens, words.lower()):
            found.append((number, span))
    return found


def _aside(content: Content, token: Any) -> bool:
    """Say whether a hedge belongs to what stands beside the assertion: a relative or adverbial clause, a bracket."""
    if token.i > 0 and token.nbor(-1).text == "(" and token.dep_ == "advmod":
        return True
    for _ in range(40):
        if token == content.root or token.i not in content.places or token.head == token:
            return False
        if token.dep_ == "advcl" and any(one.dep_ in {"mark", "aux"} and one.i < token.i for one in token.children):
            return any(one.dep_ == "mark" or one.tag_ == "TO" for one in token.children)
        if token.dep_ == "relcl" and token.head != content.root and token.head.dep_ != "attr":
            return True
        token = token.head
    return False


_PEOPLE = frozenset(
    "agent arsonist attacker bomber collaborator criminal deserter driver extremist fighter gang gunman hacker "
    "insurgent killer leader man member militant murderer owner perpetrator poacher rebel robber saboteur separatist "
    "shooter smuggler spy supporter terrorist thief trafficker user woman".split()
)
"""Whom ``suspected`` only names and hedges nothing of what is told about them."""
_LESSENING = frozenset({"reduce", "investigate", "examine", "probe", "study", "minimise", "minimize", "discuss"})
_COMPARED = frozenset({"less", "least", "as", "equally"})


def _hedges(content: Content, tokens: list[Any], words: str) -> bool:
    """Say whether probability words hedge the content and do not stand for something else."""
    token = tokens[-1]
    if words == "may" and (
        tokens[0].ent_type_ == "DATE"
        or (token.pos_ == "PROPN" and token.is_title and token.i > 0 and not token.is_sent_start)
    ):
        return False
    if words in _ABLE:
        return _modal_hedges(content, tokens[0], words)
    if words in _CUE_ONLY:
        return bool(token.dep_ == "ROOT" or token == content.root)
    if words in {"possible", "potential", "possibility", "probable"}:
        return _possible(tokens[0], words)
    if words.startswith(("seem", "appear")):
        return token.pos_ in {"VERB", "PART", "SCONJ", "AUX"} and not _showed_up(tokens[0])
    if words == "likely":
        before, after = _neighbours(token)
        return before not in _COMPARED and not (before == "more" and after in {"to", "than"})
    if words == "suspected":
        return not (token.dep_ == "amod" and token.head.lemma_.lower() in _PEOPLE)
    if words in {"likelihood", "probability"}:
        return _neighbours(token)[1] in {"that", "of"}
    return True


def _neighbours(token: Any) -> tuple[str, str]:
    before = token.nbor(-1).lower_ if token.i > 0 else ""
    return before, token.nbor(1).lower_ if token.i + 1 < len(token.doc) else ""


def _possible(token: Any, words: str) -> bool:
    before = _neighbours(token)[0]
    if words == "potential" and token.dep_ in {"amod", "compound"}:
        return False
    if words == "possibility" and token.head.lemma_ in _LESSENING:
        return False
    superlative = token.i > 0 and token.nbor(-1).tag_ == "JJS"
    return not (_as(token) or superlative or before in {"not", "n't", "n’t", "no"})


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
    likened = _neighbours(token)[1] == "as"
    return token.lemma_ == "appear" and not likened and not labels & {"xcomp", "oprd", "acomp", "ccomp", "attr"}


_RULED = re.compile(
    r"\b(?:under|by|according to) (?:the |an? |its |their |\w+ )?(?:agreements?|laws?|deals?|treat(?:y|ies)|rules?|"
    r"terms?|constitution|accords?)\b|\b(?:constitutionally|legally|officially|lawfully)\b"
)
"""Words that make a modal one of permission."""


def _modal_hedges(content: Content, modal: Any, words: str) -> bool:
    verb = modal.head
    if _RULED.search(content.lower) or (words == "may" and _permits(verb)):
        return False
    if words == "could":
        return _could_hedges(content, verb) and not _purpose(content, modal)
    return not _purpose(content, modal)


def _could_hedges(content: Content, verb: Any) -> bool:
    if any(child.dep_ == "neg" for child in verb.children):
        return False
    if any(child.lower_ == "have" and child.dep_ == "aux" for child in verb.children):
        own = any(child.dep_ == "nsubj" and child.lower_ in {"i", "we"} for child in verb.children)
        return not own and not _conditional(content)
    return verb.lemma_ not in {"see", "hear", "feel", "afford", "smell", "find", "do", "help"}


def _permits(verb: Any) -> bool:
    """``Only Congress may allocate funds``, ``miners may speak to no one``: leave given or refused, no probability."""
    subject = next((one for one in verb.children if one.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is not None and any(one.lower_ == "only" for one in subject.children):
        return True
    return any(one.lower_ == "no" and one.head.lower_ == "one" for one in verb.subtree)


def _conditional(content: Content) -> bool:
    return re.search(r"\b(?:if|had|unless|otherwise)\b", content.lower) is not None


def _purpose(content: Content, modal: Any) -> bool:
    """Say whether a modal stands in ``so that they could``, which tells an aim."""
    verb = modal.head
    opens = content.tokens[0].lower_ == "so" and not content.tokens[0].is_sent_start
    return opens or any(
        child.lower_ in {"so", "whether"} and child.dep_ in {"mark", "advmod"} for child in verb.children
    )
