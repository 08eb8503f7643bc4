"""Find the likelihood words of a sentence that judge something, and say on which scales each stands."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportedly.assessment.lint.sentences import Sentence
from reportedly.model.yardstick import Band, Yardstick

_CAREFUL = frozenset({"certain", "impossible", "even", "remote"})
"""Words of everyday that count only in the company that ``_REMOTE`` and the longer phrases ask for."""

_LOOSE = (
    r"(?:quite|fairly|rather|somewhat|pretty|reasonably|extremely|exceptionally|highly|very|most|more"
    r"|less|increasingly|all but"
    r"|virtually|nearly|almost|near) (?:likely|unlikely|probable|improbable|probably|certain|certainly"
    r"|doubtful|impossible)"
    r"|(?:good|fair|strong|slim|slight|small|little|even|better than even|high|low"
    r"|significant) (?:chance|chances|probability"
    r"|likelihood)|chances are|odds are|fifty-fifty|in all (?:likelihood|probability)|doubtful that"
    r"|better than even|realistic possibility|remote chance|(?:even|equal) (?:chances?|odds)"
    r"|as likely as not|likely|unlikely|probable"
    r"|probably|improbable|improbably"
)
"""Other words of likelihood, which are on no scale or need its intensifier."""

_REMOTE = re.compile(
    r"(?i)\b(?:chances?|prospects?|likelihood|possibility|probability|risk|odds)\b[^.;,]{0,60}\b"
    r"(?:is|are|was|were|remains?|seems?|looks?|appears?|as|be)\s+(?:very |extremely |only )?(remote)\b"
    r"|\b(remote)(?= (?:possibility|prospect|likelihood|probability)\b)|\bit is (remote) that\b"
)

_DETERMINER = (
    r"(?:the|an?|his|her|its|their|our|your|my|any|some|every|each|this|that|these|those|another|one"
    r"|two|three|four|five|six"
    r"|several|many|few|other|only|main|first|second|such|no|both|with|\w+[’']s)"
)
_ATTRIBUTIVE = re.compile(
    rf"(?i)\b{_DETERMINER}\s+(?:\w+\s+)?$",
)
_NOUNS = (
    r"voters?|successors?|candidates?|suspects?|targets?|causes?|explanations?|outcomes?|scenarios?"
    r"|locations?|sites?|routes?"
    r"|origins?|culprits?|perpetrators?|buyers?|bidders?|allies|ally|heroes|hero|heroine|pairs?"
    r"|couples?|friends?|friendships?"
    r"|alliances?|partners?|partnerships?|sources?|places?|events?|story|stories|tales?|coalitions?"
    r"|venues?|settings?|champions?"
    r"|bedfellows|stars?|winners?|losers?|victims?|cases?|motives?|effects?|consequences?|winner"
    r"|contenders?|starters?|dates?"
    r"|deaths?|losses|casualties|customers?|users?|reasons?|line-?up|loss"
)
_NUMBER_BEHIND_NOUN = re.compile(r"(?:\s+[\w-]+){1,4}\s*\(\s*\d[\d.]*\s*(?:-|–|to)\s*\d[\d.]*\s*%")
_BARE_NOUN = re.compile(rf"(?i)(?<!\s)\s+(?:{_NOUNS})\b")
_COMPARED = re.compile(
    r"(?i)\b(?:more|less|least|as|so|how|too|equally|twice|times|no|any|just as|half as|that|likelier)\s+$"
)
_RATED = re.compile(r"(?i)\b(?<!just )(?<!half )(?<!times )(?<!twice )as \|(?!\s+(?:as|an?)\b)")
"""``judged as likely``, which compares nothing."""
_ATTRIBUTED_VERB = re.compile(
    r"(?i)(?<!\s)\s+(?:to|that|be|been|have|has|had|was|were|is|are|will|would|not|because|due|from|by)\b"
)


@dataclass(frozen=True, slots=True)
class Use:
    """A likelihood word where it judges something."""

    word: str
    """In small letters."""
    start: int
    """In the whole text."""
    end: int
    sentence: Sentence


@dataclass(frozen=True)
class Family:
    """The words of one scale that may stand together in a product: those of one row of it."""

    scale: Yardstick
    row: int
    """From 1."""

    @cached_property
    def words(self) -> dict[str, Band]:
        """Each word and adverb with its band."""
        found: dict[str, Band] = {}
        for band in self.scale.bands:
            chosen = range(len(band.words)) if self.scale.word_rows == 1 else (self.row - 1,)
            for number in chosen:
                found[band.words[number]] = band
                if number < len(band.adverbs) and band.adverbs[number]:
                    found[band.adverbs[number]] = band
        return found

    @property
    def name(self) -> str:
        """Name of the scale, with the row where it has several."""
        return self.scale.name if self.scale.word_rows == 1 else f"{self.scale.name}, row {self.row} of words"


def families(scales: Sequence[Yardstick]) -> tuple[Family, ...]:
    """Return the families of all scales, in their order."""
    return tuple(Family(scale, row) for scale in scales for row in range(1, scale.word_rows + 1))


class Vocabulary:
    """All likelihood words of some scales, and the way to find them in a sentence."""

    def __init__(self, scales: Sequence[Yardstick]) -> None:
        """Take the words of the scales; those that are everyday words count in their phrases only."""
        self.families = families(scales)
        self.words = {word for family in self.families for word in family.words}
        phrases = sorted((word for word in self.words if word not in _CAREFUL), key=len, reverse=True)
        self._phrases = re.compile(
            rf"(?i)(?<![\w-])(?:{'|'.join(re.escape(word) for word in phrases)}|{_LOOSE})(?![\w-])"
        )

    def uses(self, sentence: Sentence) -> Iterator[Use]:
        """Yield the likelihood words of a sentence that judge something, in their order.

        A word before its noun (``the likely successor``, ``unlikely allies``), in a comparison (``twice as likely``) or
        in a name judges nothing.
        """
        text = sentence.text
        found = [match.span() for match in self._phrases.finditer(text) if _judges(text, match.start(), match.end())]
        taken = {place for start, end in found for place in range(start, end)}
        for match in _REMOTE.finditer(text):
            span = match.span(next(number for number in (1, 2, 3) if match[number]))
            if span[0] not in taken:
                found.append(span)
        for start, end in sorted(found):
            word = " ".join(text[start:end].lower().split())
            yield Use(word, sentence.start + start, sentence.start + end, sentence)

    def having(self, word: str) -> tuple[Family, ...]:
        """Return the families that have a word."""
        return tuple(family for family in self.families if word in family.words)


_NEAR = 300
"""Characters on each side that decide how a word is used; a longer sentence costs no more."""


def _judges(text: str, start: int, end: int) -> bool:
    before, word, after = text[max(start - _NEAR, 0) : start], text[start:end], text[end : end + _NEAR]
    if re.match(r"\s*\(\s*[<>~≈]?\s*\d", after) or _NUMBER_BEHIND_NOUN.match(after):
        return True
    if _is_name(before, word, after) or (
        _COMPARED.search(before) and " " not in word and not _RATED.search(before + "|" + after)
    ):
        return False
    adverb = word.lower().endswith(("bly", "ainly")) or word.lower().startswith("chances")
    if adverb:
        return True
    last = word.lower().rsplit(" ", 1)[-1]
    if last not in {"likely", "unlikely", "probable", "improbable", "doubtful", "certain"}:
        return True
    if re.match(r"(?i)\s+event (?:of|that)\b", after):
        return False
    if re.search(r"(?i)\b(?:this|that|these|those)\s+$", before) and re.match(r"\s+\w+(?:s|ed)\b", after):
        return True
    noun = re.match(r"\s+[\w-]+", after) and not _ATTRIBUTED_VERB.match(after)
    if noun and _ATTRIBUTIVE.search(before) and not _is_predicate(before):
        return False
    return not _BARE_NOUN.match(after)


def _is_predicate(before: str) -> bool:
    """Return whether a verb stands between the determiner and the word: ``that is likely``, ``the army likely``."""
    last = (before.split() or [""])[-1]
    return not re.fullmatch(rf"(?i){_DETERMINER}|most|very|highly|more|less|least|quite|rather|next|sole", last)


def _is_name(before: str, word: str, after: str) -> bool:
    if not word[:1].isupper():
        return False
    inside = bool(before.strip(' ("“‘*_[#-')) and not before.rstrip().endswith((":", ".", "!", "?"))
    following = re.match(r"\s+[A-Z][a-z]", after)
    if inside:
        return bool(following) or bool(re.search(r"[A-Z]\w+\s$", before)) or " " not in word
    return word == "Improbable" and not re.match(r",|\s+that\b|\s+as\b", after)
