"""Find words that only say that something is not excluded, where they stand in place of a judgement.

Ability (``could lift``), leave (``may enter``), the month and the noun (``military might``) are none of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.assessment.lint.modals import guesses
from reportedly.assessment.lint.sentences import Sentence
from reportedly.assessment.lint.voices import reported
from reportedly.model.span import Span

_ADVERBS = (
    r"(?:also |still |quite |entirely |just |at least |only |very |perfectly |theoretically "
    r"|equally |certainly |now |therefore )*"
)
_IS = r"(?:is|are|was|were|remains?|seems?|appears?|looks?|’s|'s)"
_EVENTS = (
    r"(?:attacks?|strikes?|raids?|offensives?|escalation|retaliation|reprisals?|casualties|coup"
    r"|clash(?:es)?|violence|explosions?|blasts?"
    r"|incursions?|withdrawals?|defeat|collapse|sabotage|involvement|links?|explanation|deaths?"
    r"|victims|assault|invasion|shortages?|delays?"
    r"|arrests|protests|unrest|default|ceasefire|truce|deal|outbreak|flooding|leak|error|mistake|cause"
    r"|scenario|motive|version)"
)
_CANNOT = (
    r"(?:can ?not|can[’']t|could not|couldn[’']t|may not|should not|must not|do not"
    r"|don[’']t)\s+(?:yet |entirely |fully |currently |wholly |now )*"
)
_EVIDENCE = (
    r"(?:evidence|imagery|images?|footage|videos?|photos?|photographs?|data|figures?|analysis"
    r"|patterns?|debris|wreckage"
    r"|fragments?|craters?|damage|reporting|reports|intelligence|intercepts?|signals?|records?"
    r"|findings?|markings?|timing"
    r"|tracks?|logs?|metadata|traffic|signs?|indications?|indicators?|information|testimony|testimonies|accounts?"
    r"|documents?|radar|shadows?|angles?|trajector(?:y|ies)|results?|movements?|activity|absence"
    r"|presence|lack|location"
    r"|behaviou?r|chatter|silence|coverage|similarities|tempo|pace|size|scale|shape|forensics|samples?|readings"
    r"|autops(?:y|ies)|ballistics|burns?|wounds?|clues?|picture|sourcing|overlaps?|deployments?"
    r"|statements|posts|claims"
    r"|sequence|coincidence|preparations?|purchases?|frequency|number|everything|nothing|much)"
)
_PROPOSER = (
    r"(?:he|she|i|we|you|they|who|to|not|would|will|could|might|may|can|did|does|do|also|now|then|even"
    r"|\w+(?:er|or|ers|ors|ist|ists|ian|ians|man|men|woman|women|ee|ees|ant|ants)|people|experts?|critics?|officials?"
    r"|spokes\w+|chief|head|chair|council|board|panel|commission|parliament|minist\w+|part(?:y|ies)|bank|government"
    r"|union|group|company|firm|plan|proposal|report|draft|bill|memo|letter|paper|book|article|guide|leaflet|manual"
    r"|stud(?:y|ies)|polls?|surveys?|map|title|name|word|rules?|menu|colleagues?|friends?|staff|police|agency|office"
    r"|institute|team|judge|clerk|coach|mayor|bishop|recipe|law|some|many|others|most|few)"
)
"""Who suggests in the sense of proposing."""
_POINTING = r"(?:this|which|it|all of this|that|these|both)"
_OF_IT = (
    r"(?:\s+(?:of|from|in|at|on|near|for|around|between|taken|published|along|inside|by|now|available"
    r"|so far|left|found"
    r"|alone|also)\b[^.;,]{0,60}?)?"
)
_THUS = r"(?:also |strongly |clearly |all |would |seems? to |now |together |rather |therefore )*"

_NO_PRAISE = (
    r"(?!\s+(?:(?:the|its|his|her|their|our|one of the)\s+)?"
    r"(?:most (?!likely\b|probable\b)|best\b|worst\b|greatest\b|first\b|last\b|only\b|more\b|\w+est\b))"
)
"""Not before a superlative, which praises: ``perhaps the oldest bridge``."""
_PLAIN = re.compile(
    rf"(?i)(?P<that>\b(?:possible|conceivable|plausible)(?=\s+(?:\w+ )?that\b))"
    rf"|(?P<predicate>\b(?:{_EVENTS}\b[^.;,]{{0,50}}?\b{_IS}|it\s*{_IS})\s+{_ADVERBS}(?:possible"
    rf"|conceivable|plausible)\b(?!\s+(?:to|for|only)\b))"
    rf"|(?P<end>\b{_IS}\s+{_ADVERBS}(?:possible|conceivable|plausible)(?=\s*(?:[,.;:!?(]|$)"
    rf"|\s+(?:before|after|within|during|this|next|in the (?:coming|next)|at any|any day|later)\b))"
    rf"|(?P<possibly>(?<!cannot )(?<!not )(?<!n[’']t )(?<!could )(?<!can )\bpossibly\b{_NO_PRAISE}(?!\s+(?:can"
    rf"|could)\b))"
    rf"|(?P<perhaps>\b(?:perhaps|maybe|conceivably)\b{_NO_PRAISE})"
    rf"|(?P<out>\b(?:{_CANNOT}(?:rule out|(?:be )?ruled out|be excluded|be dismissed|(?:be )?discount(?:ed)?"
    r"|exclude (?:that|an? |any |some |the (?:possibility|chance|idea))"
    r"|dismiss (?:the )?(?:possibility|chance|idea))|impossible to (?:rule out|exclude|discount)"
    r"|not (?:be )?(?:ruled out|excluded) (?:that|by the evidence)))"
    r"|(?P<noun>\b(?:there (?:is|was|remains|exists) (?:also |still )?(?:an?|the|some"
    r"|every) (?!realistic|remote)(?:\w+ )?possibilit(?:y|ies)"
    r"|(?:rais\w+|leav\w+ open|point\w* to|open\w* up) the (?:\w+ )?possibility|(?:a"
    r"|the) possibility (?:(?:of|that) [^.;,]{1,60} )?(?:exists|remains|persists|cannot)))"
    rf"|(?P<one>\b{_IS}\s+{_ADVERBS}(?:a|one|another|an open) (?!realistic|remote)(?:\w+ )?possibility\b)"
    r"|(?P<negated>\bnot (?:impossible|inconceivable|implausible|out of the question|to be excluded)\b"
    r"|\b(?:nor|neither) can (?:we|it|one|this|that) (?:be )?(?:rule out|ruled out|exclude|excluded|discount))"
    r"|(?P<potentially>\bpotentially (?:linked|caused|carried|responsible|involved|killed|due|from"
    r"|because|by"
    r"|behind|came)\b)"
    rf"|(?P<suggests>(?<!as )\b(?:{_EVIDENCE}{_OF_IT}|{_POINTING})\s+{_THUS}suggest(?:s|ed)?\b"
    r"(?! (?:by|in|for|to|at)\b))"
    rf"|(?P<shows>\b(?!{_PROPOSER}\b)[a-z-]+\s+{_THUS}suggests?\b(?= (?:that|an?|the|it|they|there|some|no|more)\b))"
    r"|(?P<suggesting>,\s*(?:strongly |perhaps )?suggesting\b)"
)


def possibilities(sentence: Sentence) -> Iterator[Span]:
    """Yield the words of a sentence that judge nothing, in their order; what others are reported to say is theirs."""
    text = sentence.text
    found = [match.span() for match in _PLAIN.finditer(text) if not _is_made(text, match)]
    found += guesses(text)
    for start, end in sorted(found):
        if not reported(text, start):
            yield Span(sentence.start + start, sentence.start + end)


def _is_made(text: str, match: re.Match[str]) -> bool:
    """Return whether something is made possible, or possible as far as can be: no judgement of what is so."""
    before = text[: match.start()]
    if match["suggests"] and re.search(r"(?i)\bas$", before.rstrip()):
        return True
    if match["end"] and re.search(
        r"(?i)\b(?:as \w+ as|where|if|when|whenever|than|everything that|all that|what|not|no longer)\s+(?:\w+\s+)?$",
        before,
    ):
        return True
    return bool(
        re.search(
            r"(?i)\b(?:ma[dk]es?|making|best|if|not|no longer|longer|everything|anything|nothing"
            r"|whatever)\s+(?:it\s+)?$",
            before,
        )
    )
