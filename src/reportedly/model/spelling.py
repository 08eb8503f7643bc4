"""One key for the spellings of one name: transliterations, British and American forms, short forms of states.

The key is for names of the registry alone. It brings together what differs in spelling only (``Zelens'kyi``,
``Zelensky``, ``Zelenskyy``); names that differ in a letter that is spoken stay apart (``Iraq`` and ``Iran``, ``GUR``
and ``GRU``, ``Niger`` and ``Nigeria``), and no word is ever left out, so that ``Sudan`` is not ``South Sudan``.
"""

from __future__ import annotations

import re
import unicodedata

_DROPPED = frozenset("the a an of from in by s its their".split())
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ə": "e", "æ": "ae", "œ": "oe", "þ": "th"})
_APOSTROPHES = re.compile(r"['’‘ʼʹʻ`´]")
_GENITIVE = re.compile(r"['’ʼ][sS]\b|(?<=[sS])['’](?=\s|$)")
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}[A-Z]?")
_ABBREVIATION = re.compile(r"\b[A-Z][A-Za-z]*[A-Z]\b")
_SHORTEST = 4
"""Letters from which on a word is taken for a transliteration; shorter ones are compared as they stand."""

_ABBREVIATIONS = {
    "US": "United States",
    "USA": "United States",
    "UK": "United Kingdom",
    "UN": "United Nations",
    "DPRK": "North Korea",
    "ROK": "South Korea",
    "PRC": "China",
    "DRC": "DR Congo",
    "UAE": "United Arab Emirates",
    "KSA": "Saudi Arabia",
    "MoD": "Ministry of Defence",
    "MOD": "Ministry of Defence",
    "MoFA": "Ministry of Foreign Affairs",
    "MFA": "Ministry of Foreign Affairs",
    "MoH": "Ministry of Health",
    "MOH": "Ministry of Health",
}
"""Short forms that stand in longer names (``US Department of State``, ``Russian MoD``); matched in capitals only."""

_SOUNDS = (
    (re.compile(r"^[iyj]+(?=e)"), ""),
    (re.compile(r"[iyj]+"), "i"),
    (re.compile(r"o+u"), "u"),
    (re.compile(r"x"), "ks"),
    (re.compile(r"q"), "k"),
)
"""Letters that transliterations of one sound differ in (``Yevgeny``, ``Evgenii``; ``Houthi``, ``Huthi``)."""

_FORMS = (
    (re.compile(r"isation(s?)$"), r"ization\1"),
    (re.compile(r"^(de|of)fence$"), r"\1fense"),
    (re.compile(r"^centre(s?)$"), r"center\1"),
    (re.compile(r"^programme(s?)$"), r"program\1"),
    (re.compile(r"^labour$"), "labor"),
    (re.compile(r"^armoured$"), "armored"),
)

_SAME = {
    spelled: chosen
    for chosen, others in {
        "kyiv": "kiev kyyiv",
        "kharkiv": "kharkov",
        "odesa": "odessa",
        "lviv": "lvov",
        "luhansk": "lugansk",
        "dnipro": "dnepr",
        "chernihiv": "chernigov",
        "mykolaiv": "nikolaev nikolayev",
        "zaporizhzhia": "zaporizhia zaporozhye zaporizhzhya",
        "chornobyl": "chernobyl",
        "donbas": "donbass",
        "turkey": "turkiye türkiye",
        "mohammed": "muhammad mohamed mohammad muhammed mohamad",
        "hezbollah": "hizbollah hizbullah hizballah",
    }.items()
    for spelled in others.split()
}
"""Spellings that no rule brings together: places in Ukrainian and Russian form, names from Arabic."""


def spelled(name: str) -> str:
    """Return the key that all spellings of a name share; the key of a key is itself."""
    text = _GENITIVE.sub(" ", _DOTTED.sub(lambda match: match[0].replace(".", ""), name))
    text = _ABBREVIATION.sub(lambda match: _ABBREVIATIONS.get(match[0], match[0]), text)
    words = re.findall(r"\w+", _APOSTROPHES.sub("", _plain(text)))
    keys = (_key(word) for word in words if word not in _DROPPED)
    return " ".join(key for key in keys if key not in _DROPPED)


def _plain(text: str) -> str:
    for _ in range(2):
        text = unicodedata.normalize("NFKD", text.casefold())
        text = "".join(mark for mark in text if not unicodedata.combining(mark))
    return text.translate(_LETTERS)


def _key(word: str) -> str:
    if len(word) < _SHORTEST or any(mark.isdigit() for mark in word):
        return word
    return _PLACES.get(sounded := _sounded(_formed(word)), sounded)


def _formed(word: str) -> str:
    for pattern, form in _FORMS:
        word = pattern.sub(form, word)
    return word


def _sounded(word: str) -> str:
    for pattern, sound in _SOUNDS:
        word = pattern.sub(sound, word)
    return word


_PLACES = {_sounded(_plain(other)): _sounded(chosen) for other, chosen in _SAME.items()}
