"""Find levels of confidence in a judgement, and tell them from the confidence of voters, buyers and teams."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.assessment.lint.sentences import Sentence
from reportedly.model.span import Span

_LEVEL = (
    r"(?:very |fairly |relatively |reasonably |only )?(?:high|moderate|medium"
    r"|low)(?:[- ]to[- ](?:high|moderate|medium|low))?"
)
_JUDGEMENT = (
    r"(?:judge?ments?|assess\w*|estimat\w*|conclusions?|findings?|attributions?|figures?|numbers?"
    r"|counts?|claims?|reports?"
    r"|reporting|sourc\w+|lines?|statements?|analys\w+|evidence|identification|forecasts?|predictions?"
    r"|verdicts?|calls?|views?"
    r"|ranges?|hypothes\w+|dates?|locations?|geolocations?|determinations?|readings?|intelligence"
    r"|information|data|match)"
)
_OBJECT = (
    rf"(?:in|of|about|behind)\s+(?:(?:this|that|these|those|our|the|its|their|each"
    rf"|any)\s+(?:[\w-]+\s+){{0,3}}?{_JUDGEMENT}|(?:it|this|that|both)\b(?!\s+\w+ment)"
    r"|(?:judging|assessing|saying|concluding|estimating|calling|attributing)\b)"
)
_OTHERS = (
    r"(?:consumers?|business|investors?|markets?|public|voters?|buyers?|economic|industry|industrial"
    r"|household|depositors?|popular"
    r"|customers?|employers?|shoppers?|traders?|manufacturers?|national|mutual|political|self|his|her"
    r"|my|your|people)(?:[’'](?:s)?)?"
)
_NOT_AFTER = (
    r"(?!-building|\s+(?:votes?|motions?|building|tricks?|m[ae]n|measures?|games?|intervals?"
    r"|limits?|bands?|bounds?|boost(?:er)?s?|and supply))"
)

_LEVELLED = re.compile(rf"(?i)\b({_LEVEL}[- ]confidence)\b{_NOT_AFTER}")
_SAID_OF_IT = re.compile(
    rf"(?i)\bconfidence(?:\s+levels?|\s+ratings?)?{_NOT_AFTER}(?P<object>\s+(?:in|of|that)\s+[^.;]{{1,90}}?)?\s*"
    rf"(?:is|are|remains?|was|stands at|stays|stood at|rated|rated as|:|=|-)\s*(?:therefore |still "
    rf"|rated |assessed as |judged |put at |only )?{_LEVEL}\b"
)
_PERSON = re.compile(
    r"(?i)\b(?:we|i|our (?:team|analysts?|desk|office)|analysts|assessors|this (?:assessment|desk"
    r"|office|team))\s+(?:\w+\s+)?"
    r"(?:am|are|is|remain|remains|feel|feels|were|was)\s+(?:\w+\s+)?confident\b"
)
_ADVERB = re.compile(
    r"(?i)\b(?:we|it|analysts)\b[^.;]{0,20}\bconfidently\s+(?:assess|judge|say|state|conclude|attribute|estimate)\w*"
)
_WITH = re.compile(
    r"(?i)\b(?:assess|judge|conclude|estimate|attribute|determine|state)(?:s|d"
    r"|ed)?\b[^.;]{0,40}\bwith\s+(?:\w+\s+)?confidence\b"
    rf"{_NOT_AFTER}"
)
_OUR = re.compile(
    rf"(?i)\b(?:our|analytic|analytical|overall|assessed"
    rf"|residual)\s+(?:\w+\s+)?confidence\b{_NOT_AFTER}|\bconfidence\s+{_OBJECT}"
    r"|\b(?:level|degree)s? of confidence\b|(?<![%\d] )\bconfidence levels?\b(?!\s+of\s+\d)"
)
_BASIS = re.compile(
    r"(?i)\b(?:because|since|as (?:the|it|no|two|three|both|all|only|independent)|based on"
    r"|on the basis|rests?|resting|given|owing to|due to"
    r"|reflect\w*|draw\w* on|grounded|supported by|corroborat\w+|for (?:want|lack) of|thanks to"
    r"|from \w+ (?:sources|origins))\b|:"
)


def levels(sentence: Sentence) -> Iterator[Span]:
    """Yield where a sentence gives a level of confidence in a judgement."""
    text = sentence.text
    taken: list[tuple[int, int]] = []
    for pattern in (_LEVELLED, _SAID_OF_IT, _PERSON, _ADVERB, _WITH, _OUR):
        for match in pattern.finditer(text):
            start, end = match.span()
            if any(start < last and first < end for first, last in taken) or _is_others(text, match):
                continue
            taken.append((start, end))
    for start, end in sorted(taken):
        yield Span(sentence.start + start, sentence.start + end)


def has_basis(sentence: Sentence) -> bool:
    """Return whether a sentence says what its confidence rests on."""
    return bool(_BASIS.search(sentence.text))


def _is_others(text: str, match: re.Match[str]) -> bool:
    """Return whether it is trust in a person or thing, or trust that somebody else has."""
    place = match.start() + max(match.group().lower().rfind("confiden"), 0)
    before, after = text[:place], text[place:]
    if re.search(rf"(?i)\b{_OTHERS}\s+(?:{_LEVEL}[- ])?$", before) or re.search(
        r"(?i)\bno$|\d ?%\s*$|\bself-$", before.rstrip() + " "
    ):
        return True
    within = re.match(r"(?i)confidence\s+(?:in|among|of)\s+(?!low\b|high\b)", after)
    return bool(within) and not re.match(rf"(?i)confidence\s+{_OBJECT}", after)
