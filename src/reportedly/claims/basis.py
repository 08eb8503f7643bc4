"""Read what an origin offers for its word: footage, a document, an intercept, eyesight or data."""

from __future__ import annotations

import re

from reportedly.claims.content import Content
from reportedly.model.claim import Basis, Ground, Link, SourceClass
from reportedly.model.span import Span

_NOUNS: tuple[tuple[Basis, re.Pattern[str]], ...] = tuple(
    (basis, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for basis, words in (
        (
            Basis.INTERCEPT,
            (
                r"intercept(?:s|ed)?|interceptions?|wiretaps?|"
                r"(?:radio|phone|telephone) (?:exchange|call|conversation)s?|"
                r"eavesdropp\w+|bugged|tapped (?:phone|call)s?"
            ),
        ),
        (
            Basis.FOOTAGE,
            (
                r"footage|videos?|clips?|cctv|images?|imagery|pictures?|photo(?:graph)?s?|film|recordings?|screenshots?|"
                r"livestream|dashcam|camera"
            ),
        ),
        (
            Basis.DATA,
            (
                r"data|dataset|database|(?:radar|ship|flight|seismic) (?:tracks?|records?)|radar|statistics|sensors?|"
                r"seismographs?|readings|telemetry|survey|poll|figures from|tracking|AIS"
            ),
        ),
        (
            Basis.DOCUMENT,
            (
                r"documents?|registers?|registry|(?:duty |ship's )?log(?:book)?s?|memos?|memorandum|letters?|ledgers?|"
                r"invoices?|(?:hospital|court|morgue|medical|burial|payroll|flight) (?:records?|lists?|files?|papers?|"
                r"notices?)|affidavits?|filings?|contracts?|minutes|transcripts?|annex|certificates?|manifests?|lists?|"
                r"notebooks?|indictment|diary|dossiers?|e-?mails?|spreadsheets?|charge sheet|autopsy|"
                r"case file|leaflets?"
            ),
        ),
        (Basis.EYEWITNESS, r"(?:eye)?witness(?:es)?|survivors?|bystanders?|onlookers?|passers?-?by"),
    )
)
_SAW = re.compile(
    r"\b(?:I|we|he|she|they) (?:saw|heard|watched|counted|witnessed|felt|could see|was there|were there)\b"
)
_SAW_CUE = re.compile(
    (
        r"\b(?:saw|seen|witnessed|recalled|recounted|"
        r"watched|remembers?|remembered|heard)\b"
    ),
    re.IGNORECASE,
)
_RESTS = re.compile(
    r"\b(?:based on|citing|cites?|cited|according to|quoting|using|drawing on|from|obtained|analys\w+ of|review of|"
    r"reviewed|in|points? to|pointed to|rests? on|on the basis of)\s+(?:\w+[\s-]){0,6}?$",
    re.IGNORECASE,
)
_PEOPLE = frozenset(
    "resident residents survivor survivors witness witnesses eyewitness eyewitnesses villager villagers driver drivers "
    "fisherman fishermen farmer shopkeeper neighbour neighbours "
    "neighbor neighbors passenger passengers bystander".split()
)


def read_basis(content: Content) -> tuple[Basis | None, Ground | None]:
    """Return what the origin offers, and the words that say so.

    The links of the chain are asked from the origin outwards; then words such as ``based on satellite images`` that
    stand in the claim's sentence outside its content.
    """
    for link in reversed(content.draft.chain):
        basis = _of_link(link)
        if basis is not None:
            return basis, Ground("basis", "source-offers", tuple(span for span in (link.span,) if span))
    if not content.draft.chain:
        return None, None
    return _saw(content) or _rests_on(content) or (None, None)


def _of_link(link: Link) -> Basis | None:
    if link.source_class is SourceClass.IMAGERY:
        return Basis.FOOTAGE
    if link.source_class is SourceClass.DATA:
        return Basis.DATA
    words = link.name.split()
    own = {SourceClass.DOCUMENT, SourceClass.UNKNOWN}
    if any(word[:1].isupper() for word in words[1:]) and link.source_class not in own:
        return None
    return next((basis for basis, pattern in _NOUNS if _heads(pattern, " ".join(words))), None)


def _heads(pattern: re.Pattern[str], name: str) -> bool:
    """Say whether a word of the pattern heads the name and is not part of an organisation's."""
    core = re.split(r"\b(?:of|from|by|in|on|posted|published|shared|taken|at)\b", name, maxsplit=1)[0].strip() or name
    matches = list(pattern.finditer(core))
    if not matches:
        return False
    last = matches[-1]
    heads = last.end() >= len(core.rstrip(" ,'s")) and not core[last.start()].isupper()
    return heads or last.span() == (0, len(core))


def _saw(content: Content) -> tuple[Basis, Ground] | None:
    origin = content.draft.chain[-1]
    named = {word.strip(",.").lower() for word in origin.name.split()}
    for cue in content.draft.cues:
        words = cue.of(content.parse.text)
        match = _SAW_CUE.search(words)
        if match:
            return Basis.EYEWITNESS, Ground("basis", "saw-it", (cue,))
    match = _SAW.search(content.text)
    if match:
        return Basis.EYEWITNESS, Ground("basis", "saw-it", (content.local(*match.span()),))
    if named & _PEOPLE:
        return Basis.EYEWITNESS, Ground("basis", "was-there", tuple(span for span in (origin.span,) if span))
    return None


def _rests_on(content: Content) -> tuple[Basis, Ground] | None:
    text = content.parse.text
    for sentence in content.sentences:
        for basis, pattern in _NOUNS:
            for match in pattern.finditer(text, sentence.span.start, sentence.span.end):
                span = Span(*match.span())
                named = match.group()[0].isupper() and not match.group().isupper() and span.start > sentence.span.start
                if named or content.span.overlaps(span):
                    continue
                if _RESTS.search(text[max(sentence.span.start, span.start - 60) : span.start]):
                    return basis, Ground("basis", "rests-on", (span,))
    return None
