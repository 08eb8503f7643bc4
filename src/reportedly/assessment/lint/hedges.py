"""Find verbs of feeling, two hedges on one statement, and hearsay without a source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.assessment.lint.sentences import Sentence
from reportedly.assessment.lint.voices import reported
from reportedly.model.span import Span

_BELIEF = re.compile(
    r"(?i)\b(?:we|I|our (?:team|analysts|desk|office)|this (?:office|desk|team))\s+(?:(?:also|still|do"
    r"|strongly|firmly|therefore|now|would|really|tend to)\s+)*(?:believe|feel|think|suspect|guess"
    r"|suppose|reckon|believes|feels|thinks|suspects)\b(?!\s+(?:in|free|about|of|sorry|pain"
    r"|it necessary)\b)|\b(?:our|my) (?:gut )?(?:feeling|hunch|gut|sense|suspicion|belief) is\b"
)

_GUESS = r"(?:possibly|perhaps|maybe|conceivably|potentially|probably|likely)"
_DEGREE = r"(?:likely|unlikely|probable|improbable|probably)"
_DOUBLE = re.compile(
    rf"(?i)\b(?:may|might|could)\s+(?:well\s+|very\s+|also\s+)*{_GUESS}\b|\b(?:may|might"
    rf"|could)\s+(?:well\s+)?be\s+(?:very |highly |quite )?(?:possible|likely|probable|unlikely"
    rf"|improbable)\b|(?<!\bmost )(?<!\bmore )(?<!\bless )(?<!\bas )\b{_GUESS}\s+(?:also\s+|be\s+"
    rf"|quite\s+|very\s+)?(?:likely|unlikely|probable|improbable|probably|possibly|possible|may|might"
    rf"|could)\b(?!\s*[.,;])|\b(?:possible|probable|likely) that\b[^.;,]{{0,40}}\b(?:may|might|could)\b"
    rf"|\b{_DEGREE}\s+(?:that\s+)?(?:\w+\s+){{0,4}}(?:may|might)\s+(?:have|be)\b|\b(?:seems?"
    rf"|appears?)\s+(?:to be )?(?:possible|possibly|probably|perhaps|maybe)\b|\bnot (?:unlikely"
    rf"|improbable)\b|\b(?:may|might|could)\s+(?:seem|appear)\s+(?:to|likely)\b"
)

_HEARSAY = re.compile(
    r"(?i)\b(?:reportedly|allegedly|purportedly|rumou?red to|it (?:is|was|has been) (?:reported"
    r"|rumou?red|alleged|claimed|whispered) that)\b|(?:^|[,;:]\s+)(?:some )?sources (?:say|said|claim"
    r"|claimed|suggest)\b|\bthere (?:are|were) rumou?rs (?:that|of)\b"
)
_SOURCE = re.compile(
    r"(?i)\baccording to\b|\b(?:sa(?:id|ys?|ying)|told|tells|wrote|writes|announced|stated|claimed"
    r"|claims|reported by|reported that|citing|cited|cites|quoted|quoting|testified|confirmed|denied"
    r"|added|posted|published|per)\b|\((?:[A-Z][\w.]+[^()]{0,40}|\d[^()]*)\)|\[[^\]]+\]"
    r"|\b(?:prosecut\w+|indict\w+|charg(?:e|es|ed)|accus\w+|lawsuit|complaint|sued|suing|trial"
    r"|arrest\w*|suspect\w*|defendants?|court|jury|convict\w+|plead\w*|petition|warrant|tribunal"
    r"|extradit\w+|investigat\w+|by (?-i:(?:the )?[A-Z]\w+))\b"
)
_PRODUCT = re.compile(
    r"\bReportedly\b(?=\s+(?:is|was|reads?|writes?|keeps?|can|has|does|prints?|shows?|refuses?|takes?"
    r"|gives?|counts?|finds?|knows|needs|will)\b|[’'.:,]?s?\s*$)"
)


def beliefs(sentence: Sentence) -> Iterator[Span]:
    """Yield verbs by which the writer feels instead of judging; in indirect speech it is somebody else's *we*."""
    for span in _spans(_BELIEF, sentence):
        if not reported(sentence.text, span.start - sentence.start):
            yield span


def double_hedges(sentence: Sentence) -> Iterator[Span]:
    """Yield two hedges on one statement."""
    yield from _spans(_DOUBLE, sentence)


def hearsay(sentence: Sentence) -> Iterator[Span]:
    """Yield words of hearsay in a sentence that names nobody whose word it is."""
    names = {match.start() for match in _PRODUCT.finditer(sentence.text)}
    for match in _HEARSAY.finditer(sentence.text):
        text = sentence.text
        inside = match.group().startswith("Reportedly") and bool(text[: match.start()].strip())
        if match.start() in names or inside or _SOURCE.search(text[: match.start()] + " " + text[match.end() :]):
            continue
        yield Span(sentence.start + match.start(), sentence.start + match.end())


def _spans(pattern: re.Pattern[str], sentence: Sentence) -> Iterator[Span]:
    for match in pattern.finditer(sentence.text):
        yield Span(sentence.start + match.start(), sentence.start + match.end())
