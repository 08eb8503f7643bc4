"""Tell what a sentence says in its own voice from what it reports that somebody else says."""

from __future__ import annotations

import re

_SURE = r"sa(?:id|ys?|ying)|tells?|told|wrote|writes|[Aa]ccording to|quot(?:ed|es|ing) \w+ as"
"""Cues that report somebody's words wherever they stand."""
_WITH_CLAUSE = (
    r"warn(?:s|ed|ing)?|claim(?:s|ed|ing)?|stat(?:es|ed|ing)|announc(?:es|ed|ing)|add(?:s|ed|ing)|argu(?:es?|ed|ing)"
    r"|insist(?:s|ed|ing)?|estimat(?:es?|ed)|predict(?:s|ed|ing)?|believ(?:es?|ed)|think(?:s)?|thought"
    r"|fear(?:s|ed|ing)?"
    r"|expect(?:s|ed)?|hop(?:es?|ed|ing)|suspect(?:s|ed)|speculat(?:es?|ed)|alleg(?:es?|ed)|asserts?"
    r"|asserted|conced(?:es?|ed)"
    r"|acknowledg(?:es?|ed)|report(?:s|ed)?|not(?:es|ed)|explain(?:s|ed)|testif(?:ies|ied)|worr(?:y"
    r"|ies|ied)|cautioned"
    r"|wonder(?:s|ed)?|suggested|hint(?:s|ed)?|denied|denies|den(?:y|ying)|doubts?|doubted|admitted"
    r"|asked|concluded|judged|ruled|decided|agreed|promised|found|finds"
)
"""Cues that do so where a clause follows."""
_CLAUSE = (
    r"(?<!\s)\s+(?:that|whether|if|it|he|she|they|there|the|a|an|this|these|those|its|their|his|her|some|many"
    r"|more|most|up|as"
    r"|at|in|on|no|both|all|our|my|your|[A-Z]\w+|\d)"
)
_BEFORE = re.compile(rf"\b(?:(?:{_SURE})\b|(?:{_WITH_CLAUSE})\b(?={_CLAUSE}))")
_AFTER = re.compile(rf",[”\"’_]*\s+(?:[^,;.]{{0,80}}?\b)(?:{_SURE}|{_WITH_CLAUSE})\b[^;]*$")
_OWN = re.compile(
    r"(?i)\b(?:we|i|our (?:team|analysts?|desk|office)|this (?:report|assessment|paper|product|note|office|desk))"
    r"(?:\s+\w+)?\s*$"
)
_TURN = re.compile(
    r";|,\s+(?:so|but|yet|which|although|though|while|whereas|suggesting|indicating|meaning|raising"
    r"|making|and (?:we|it is|this))\b"
)


def reported(text: str, place: int) -> bool:
    """Return whether the words at a place of a sentence are somebody else's, told in indirect speech.

    Args:
        text: one sentence.
        place: where the words begin.
    """
    text = text.lower() if text.isupper() else text
    for cue in _BEFORE.finditer(text):
        if cue.start() >= place:
            break
        if not _OWN.search(text[: cue.start()]) and not _TURN.search(text, cue.end(), place):
            return True
    after = _AFTER.search(text, place)
    if after and not _TURN.search(text, place, after.start() + 1) and not _OWN.search(_subject(after.group())):
        return True
    return bool(re.search(r"(?i)\baccording to\b", text[place:]) and not _TURN.search(text, place))


def _subject(words: str) -> str:
    """Return what stands before the verb of a report that follows its words."""
    found = re.search(rf"\b(?:{_SURE}|{_WITH_CLAUSE})\b", words)
    return words[: found.start()] if found else words
