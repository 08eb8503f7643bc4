"""Keys that the spellings of one place name share.

``fold`` brings together case, accents, apostrophes, hyphens and scripts, for names all over the world. ``fold_slavic``
goes on from there for names of Ukraine, Russia and Belarus: it brings together romanisations (``y`` and ``i``, ``ye``
and ``e``, ``yo`` and ``e``, ``h`` and ``g``) and the regular pairs of Ukrainian and Russian endings (``-ivka`` and
``-ovka``, ``-e`` and ``-oye``). Both give a key back unchanged.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = {
    **dict(zip("абвгґдезийклмнопрстуфыэіўѓќ", "abvggdeziiklmnoprstufyeiugk", strict=True)),
    "и": "y",
    "й": "y",
    "ё": "yo",
    "є": "ye",
    "ї": "yi",
    "ж": "zh",
    "х": "kh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "shch",
    "ю": "yu",
    "я": "ya",
    "ъ": "",
    "ь": "",
    "ј": "j",
    "љ": "lj",
    "њ": "nj",
    "џ": "dz",
    "ћ": "c",
}
_LETTERS = {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "ə": "e", "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss"}
_TABLE = str.maketrans({**_CYRILLIC, **_LETTERS})
_APOSTROPHES = re.compile(r"['’‘ʼʹʻ`´ʺ\"“”«»]")
_SEPARATORS = re.compile(r"[\s\-–—_,()/]+")
_DOTTED = re.compile(r"(?<=\b\w)\.(?=\s?\w\b)\s?")
_SAINT = re.compile(r"\b(?:saint|st|sankt)\b")
_SOUNDS = (
    (re.compile(r"x"), "ks"),
    (re.compile(r"([zsctk])h"), r"\1q"),
    (re.compile(r"h"), "g"),
    (re.compile(r"w"), "v"),
    (re.compile(r"[iyj]+(?=[aeu])"), ""),
    (re.compile(r"[iyj]+o"), "e"),
    (re.compile(r"[iyj]+"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)
_ENDINGS = (
    (re.compile(r"(?<=\w)[oei]vk(?=[aiu]?$)"), "ivk"),
    (re.compile(r"(?<=\w\w)oe$"), "e"),
    (re.compile(r"(?<=\w[ve])o$"), "e"),
)


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """Return the key that the spellings of a place name share all over the world.

    Args:
        name: a name as written, in Latin or Cyrillic letters; other letters pass through.
    """
    text = name.casefold().translate(_TABLE)
    text = "".join(mark for mark in unicodedata.normalize("NFKD", text) if not unicodedata.combining(mark))
    text = _APOSTROPHES.sub("", text.casefold().translate(_TABLE))
    text = _DOTTED.sub("", text).replace(".", " ").replace("&", " and ")
    words = _SEPARATORS.sub(" ", text).strip()
    return _SAINT.sub("st", words.removeprefix("the "))


@lru_cache(maxsize=65536)
def fold_slavic(name: str) -> str:
    """Return the key that the romanisations and the Ukrainian and Russian form of a name share.

    Args:
        name: a name as written, or what ``fold`` made of it.
    """
    return " ".join(_word(word) for word in fold(name).split())


def _word(word: str) -> str:
    before = ""
    while word != before:
        before = word
        for pattern, sound in _SOUNDS:
            word = pattern.sub(sound, word)
        for pattern, ending in _ENDINGS:
            word = pattern.sub(ending, word)
    return word
