"""Compare wordings: content words reduced to stems and everyday concepts, names, shared runs of words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from reportedly.model.span import Span

STOP = frozenset(
    "a about above according after again all also although among an and another any are as at be because been before "
    "being between but by can could did do does down during each even for from further had has have he her here him "
    "his how however i if in into is it its itself just last later least less like made make many may might more most "
    "much must near next no nor not now of off on one only onto or other our out over own part per put said same say "
    "says she should since so some still such than that the their them then there these they this those though three "
    "through to told too two under until up upon us very was we week well were what when where whether which while who "
    "whom whose why will with within without would yet you your day days people person today yesterday monday tuesday "
    "wednesday thursday friday saturday sunday january february march april june july august september october "
    "november december morning evening night afternoon year month number known reported reportedly total "
    "around some approximately nearly almost".split()
)
"""Words that tell nothing about what a claim is about: grammar, saying, calendar and the generic ``people``."""

_CONCEPTS: dict[str, str] = {
    "kill": "kill killed killing kills dead die died dies dying death deaths body bodies fatal fatality fatalities "
    "slain corpse corpses perish perished toll lives",
    "wound": "wound wounded wounding wounds injure injured injuring injury injuries hurt treated maimed",
    "casualty": "casualty casualties losses loss lost",
    "miss": "missing unaccounted accounted",
    "detain": "detain detained detaining detention detentions arrest arrested arrests custody jailed imprisoned",
    "displace": "displace displaced displacing displacement flee fled fleeing refugee refugees evacuated uprooted",
    "rescue": "rescue rescued rescuing saved pulled survivor survivors survived alive",
    "aboard": "aboard board passenger passengers ticket tickets manifest",
    "crowd": "crowd crowds protest protests protester protesters protestor protestors demonstrator demonstrators "
    "demonstration rally rallied square march marchers",
    "trap": "trap trapped remain remained remains inside besieged encircled stranded surrounded",
    "hunger": "starve starved starving starvation malnutrition malnourished hunger famine",
    "shoot": "shoot shot shots shooting fire fired fires firing rifle rifles gun guns bullet bullets ammunition "
    "gunfire rounds riflemen",
    "strike": "strike strikes struck airstrike bomb bombs bombed bombing bombardment shell shells shelled shelling "
    "missile missiles attack attacks attacked raid raids hit blast explosion exploded explode",
    "destroy": "destroy destroyed destroys destroying destruction wrecked damage damaged",
    "fighter": "fighter fighters militant militants gunman gunmen terrorist terrorists rebel rebels combatant "
    "combatants insurgent insurgents",
    "soldier": "soldier soldiers troop troops serviceman servicemen servicewomen personnel military",
    "police": "police policeman policemen officer officers constable",
    "child": "child children boy boys girl girls infant infants",
    "vehicle": "truck trucks lorry lorries convoy convoys vehicle vehicles",
    "vessel": "ferry ferries ship ships boat boats vessel vessels",
    "quake": "earthquake quake tremor",
    "flood": "flood floods flooded flooding",
    "protect": "curfew lockdown",
    "capture": "captured capture captures seized seize taken prisoner prisoners hostage hostages abducted kidnapped",
    "deploy": "deploy deployed deploying deployment deployments sent",
    "infect": "infected infection infections case cases outbreak",
    "collapse": "collapse collapsed collapsing",
    "open": "open opened opening shut closed close",
}
_BY_WORD = {word: f"={concept}" for concept, members in _CONCEPTS.items() for word in members.split()}

_NUMBER_WORDS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands "
    "million dozen dozens scores several couple few".split()
)
_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\n+")
_SUFFIXES = ("ations", "ation", "ings", "ing", "ies", "ied", "ers", "est", "ed", "es", "er", "ly", "s", "e")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the concept (``=kill``) that a word stands for, or else the word without its common endings."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"['’]s?$", "", plain)
    if plain in _BY_WORD:
        return _BY_WORD[plain]
    for suffix in _SUFFIXES:
        if plain.endswith(suffix) and len(plain) - len(suffix) >= 4:
            return plain[: len(plain) - len(suffix)]
    return plain


@lru_cache(maxsize=65536)
def is_number(word: str) -> bool:
    """Say whether a word is a numeral or a number word."""
    return word[:1].isdigit() or word.casefold() in _NUMBER_WORDS


@lru_cache(maxsize=16384)
def content(text: str) -> tuple[str, ...]:
    """Return the stems of a text's content words in order; numbers, grammar and words of saying are left out."""
    return tuple(
        stem(word)
        for word in _TOKEN.findall(text)
        if word.casefold() not in STOP and not is_number(word) and len(word) > 1
    )


@lru_cache(maxsize=16384)
def names(text: str) -> frozenset[str]:
    """Return the folded words of a text that are written as names: capitalised within a sentence, or acronyms."""
    found: set[str] = set()
    for match in _TOKEN.finditer(text):
        word = match.group()
        before = text[: match.start()].rstrip(" \"'“‘(")
        inside = bool(before) and before[-1] not in ".!?:\n" and "\n" not in text[len(before) : match.start()]
        acronym = len(word) > 1 and word.isupper()
        if ((word[0].isupper() and inside) or acronym) and word.casefold() not in STOP and not is_number(word):
            found.add(stem(word).lstrip("="))
    return frozenset(found)


def wording(text: str) -> tuple[str, ...]:
    """Return every word of a text folded, numbers as ``#``: what two copies of one sentence share."""
    return tuple("#" if is_number(word) else word.casefold() for word in _TOKEN.findall(text))


def shingles(words: tuple[str, ...], size: int = 4) -> frozenset[tuple[str, ...]]:
    """Return the runs of ``size`` words; a shorter text gives itself as its one run."""
    if not words:
        return frozenset()
    return frozenset(words[at : at + size] for at in range(max(1, len(words) - size + 1)))


def likeness(left: Iterable[object], right: Iterable[object]) -> float:
    """Return the Dice coefficient of two sets: 1 where they are equal, 0 where nothing is shared or one is empty."""
    first, second = set(left), set(right)
    if not first or not second:
        return 0.0
    return 2 * len(first & second) / (len(first) + len(second))


def containment(left: Iterable[object], right: Iterable[object]) -> float:
    """Return the share of the smaller set that lies in the other; 0 where one is empty."""
    first, second = set(left), set(right)
    smaller = min(len(first), len(second))
    return len(first & second) / smaller if smaller else 0.0


@lru_cache(maxsize=4096)
def sentences(text: str) -> tuple[Span, ...]:
    """Return the spans of a text's sentences by punctuation and line breaks, in order."""
    spans, start = [], 0
    for match in _SENTENCE_END.finditer(text):
        if text[start : match.end()].strip():
            spans.append(Span(start, match.end()))
        start = match.end()
    if text[start:].strip():
        spans.append(Span(start, len(text)))
    return tuple(spans)


def sentence_around(text: str, span: Span) -> Span:
    """Return the sentences that a span touches, as one span; the span itself where there are none."""
    touched = [sentence for sentence in sentences(text) if sentence.overlaps(span)]
    return Span(touched[0].start, touched[-1].end) if touched else span


_VAGUE = frozenset(
    "reports report sources source officials official authorities analysts experts media witnesses residents locals "
    "bloggers milbloggers rescuers medics doctors observers activists organisers".split()
)
_PRONOUNS = frozenset("i we he she it they his her its their our my who him them us".split())
_ARTICLE = re.compile(r"^(the|a|an|some|several|two|three|many|local|senior|unnamed|anonymous)\s+", re.IGNORECASE)


def is_description(name: str) -> bool:
    """Say whether a source's name only describes it (``rescuers``, ``a senior official``, ``they``)."""
    words = name.strip()
    if words.casefold() in _PRONOUNS:
        return True
    while _ARTICLE.match(words):
        words = _ARTICLE.sub("", words)
    parts = words.split()
    if not any(part[:1].isupper() for part in parts):
        return True
    return parts[0] in _VAGUE or parts[-1] in _VAGUE


_SEEN = re.compile(
    r"\b(higher|greater|larger|bigger|more|worse|lower|smaller|fewer|less)\b[^.;]{0,30}?\bthan\b[^.;]{0,20}?"
    r"\b(?:video|footage|film|clip|pictures|images|recording)s?\b",
    re.IGNORECASE,
)
_DOWN = frozenset({"lower", "smaller", "fewer", "less"})


def beyond_imagery(quote: str) -> str | None:
    """Return ``more than`` or ``less than`` where a claim measures itself against a film shown before, else None."""
    match = _SEEN.search(quote)
    if match is None:
        return None
    return "less than" if match[1].casefold() in _DOWN else "more than"


def says_of_victims(quote: str) -> str | None:
    """Return ``killed`` or ``wounded`` where a claim's own words say only the one; None where they say both or neither.

    Such words outrank a measure that was read from the sentence around the claim.
    """
    concepts = set(content(quote)) & {"=kill", "=wound"}
    if len(concepts) != 1:
        return None
    return "killed" if "=kill" in concepts else "wounded"


_BACK = re.compile(r"\b(?:of|among) (?:the|these|those|its|their)\s+$", re.IGNORECASE)


def refers_back(words_before: str) -> bool:
    """Say whether a figure after these words only refers to one told before (``how many of the`` 30 died)."""
    return bool(_BACK.search(words_before))


_PHRASE = r"((?:[\w'’&-]+ ){0,7}[\w'’&-]+)"


def beside(text: str, name: str) -> tuple[str, ...]:
    """Return the words that a text sets beside a name as another name for the same: ``X, the NAME`` or ``X (NAME)``.

    Each entry is up to eight words that end where the comma or bracket stands, or that follow the name after a comma
    and an article (``NAME, the X,``); what of them is a name is for the caller to find.
    """
    known = re.escape(name)
    before = rf"{_PHRASE}(?:, (?:the|known as(?: the)?|better known as(?: the)?) | \((?:the )?){known}\b"
    after = rf"\b{known}(?:, (?:the|known as(?: the)?|better known as(?: the)?) | \((?:the )?){_PHRASE}(?=[,:;).])"
    return tuple(match[1] for pattern in (before, after) for match in re.finditer(pattern, text))
