"""Bodies of one document: which full name an acronym or a short form stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.claims.names import acronyms_in, clean, fold, joint

_RUN = re.compile(r"[A-Z][\w’'\-]*\.?(?:(?: (?:of|for|the|and|on|de|in|to|&))* [A-Z][\w’'\-]*)+")
_SHORT = re.compile(r"\b(?:[A-Z][A-Z&]{1,6}|(?:[A-Z]\.){2,5})(?![\w&])")
_SMALL = frozenset("of for the and on de in to &".split())
_HANGING = re.compile(r" (?:of|for|in|on|at) ")
_OF_PLACE = re.compile(r" of (?:the )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*")
_OWNER = re.compile(r"^\S+(?:'s|’s) ")
_LEADING = frozenset("the a an but and according when while on in at as for after since however both that by".split())
GENERIC = frozenset(
    """
    court centre center league board council committee commission ministry department agency institute institution
    university hospital party union association federation authority office bureau service post times herald tribune
    journal news guardian telegraph group company corporation foundation society alliance front army navy police mission
    observatory organisation organization fund bank agency assembly parliament senate house chamber administration
    staff directorate school college church network forum project coalition movement club trust panel inquiry cell
    """.split()
)
"""Words that are a short form of any name that ends in them or begins with them."""
_USUAL = {
    "eu": "European Union",
    "un": "United Nations",
    "ap": "Associated Press",
}
"""Acronyms that newspapers do not spell out; they count only where the text has the full name somewhere."""


@dataclass(frozen=True, slots=True)
class Body:
    """A proper name of a body at a place of the text."""

    name: str
    position: int


class Bodies:
    """All bodies of a document by name, and the acronyms that the text itself explains."""

    def __init__(self, text: str) -> None:
        """Read the acronyms of a text: in brackets behind their names, or the initials of a name in it."""
        self.acronyms: dict[str, str] = {}
        self._found: list[Body] = []
        self._text = text
        self._runs: list[Body] = []
        for short, name in acronyms_in(text):
            self.acronyms.setdefault(_letters(short), _OWNER.sub("", name) if _owned_elsewhere(name, text) else name)
        for short, name in _spelled_out(text):
            self.acronyms.setdefault(short, name)

    def meet(self, name: str, position: int) -> None:
        """Remember the name of a body at a place."""
        end = self._text.find(name, position)
        behind = _OF_PLACE.match(self._text, end + len(name)) if end >= 0 else None
        if behind is not None and fold(name).split()[-1:] and fold(name).split()[-1] in GENERIC:
            self._put(name + behind.group(), position)
        self._put(name, position)

    def _put(self, name: str, position: int) -> None:
        if name and name not in {one.name for one in self._found}:
            self._found.append(Body(name, position))
            self._found.sort(key=lambda one: one.position)

    def glimpse(self, name: str, position: int) -> None:
        """Remember a run of capitalised words that may be a body's name, for a short form of it."""
        self._runs.append(Body(name, position))

    @property
    def names(self) -> list[str]:
        """All names in the order of the text."""
        return [one.name for one in self._found]

    def whole(self, words: str) -> str:
        """Return the fullest name of the body that words stand for, or the words."""
        plain = clean(words)
        full = self.acronyms.get(_letters(plain)) if _is_short(plain) else None
        return full or self._longer(plain) or plain

    def _longer(self, words: str) -> str:
        """The longer name of which words are a short form: said before them, or generic words that mean only it."""
        wanted = fold(words).split()
        if not wanted or len(wanted) > 3 or _is_short(words):
            return ""
        short = fold(words)
        fitting = []
        for one in self._found:
            name = fold(one.name)
            core = fold(_HANGING.split(one.name)[0])
            if joint(one.name) and " and " not in words and not name.startswith(short):
                continue
            opening = name.startswith(short + " ") and (_generic(wanted) or not self._alone(words, one))
            closing = _generic(wanted[-1:]) and any(whole.endswith(" " + short) for whole in (name, core))
            if opening or closing:
                fitting.append(one.name)
        if fitting or _generic(wanted):
            return fitting[0] if fitting else ""
        runs = (one for one in self._runs if fold(one.name).startswith(short + " "))
        return next((one.name for one in runs if not self._alone(words, one)), "")

    def _alone(self, words: str, longer: Body) -> bool:
        """Whether short words stand by themselves before the longer name, so that they are a name of their own."""
        return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", self._text[: longer.position]) is not None


def _generic(words: list[str]) -> bool:
    return all(word in GENERIC for word in words)


def _letters(short: str) -> str:
    return "".join(sign for sign in short.lower() if sign.isalnum())


def _is_short(words: str) -> bool:
    """Whether words are written like an acronym."""
    letters = words.replace(".", "").replace("&", "").replace("-", "")
    capitals = sum(sign.isupper() for sign in letters)
    return " " not in words.strip() and capitals >= 2 and len(letters) <= 10 and capitals * 2 >= len(letters)


def _owned_elsewhere(name: str, text: str) -> bool:
    """Whether ``UN's World Health Organization`` also stands without its owner, or is owned by an acronym."""
    match = _OWNER.match(name)
    if match is None:
        return False
    rest = name[match.end() :]
    return _is_short(name[: match.end()].strip().removesuffix("'s").removesuffix("’s")) or bool(
        re.search(rf"(?<!['’]s ){re.escape(rest)}", text)
    )


def _spelled_out(text: str) -> Iterator[tuple[str, str]]:
    """Yield acronyms of the text that are the initials of a capitalised run in it."""
    shorts = {_letters(match.group()) for match in _SHORT.finditer(text)}
    if not shorts:
        return
    for match in _RUN.finditer(text):
        words = match.group().split()
        while words and words[0].lower() in _LEADING:
            words = words[1:]
        for start in range(len(words)):
            for end in range(len(words), start + 1, -1):
                part = words[start:end]
                if part[0][0].isupper() and part[-1][0].isupper():
                    name = " ".join(part)
                    for key in _initials(part) & shorts:
                        if key != _letters(name) and (len(key) > 2 or _USUAL.get(key) == name.removesuffix("'s")):
                            yield key, clean(name)


def _initials(words: list[str]) -> set[str]:
    """The acronyms that words can have: without small words, and with them."""
    strong = "".join(word[0].lower() for word in words if word.lower() not in _SMALL)
    every = "".join("&" if word.lower() in {"and", "&"} else word[0].lower() for word in words)
    return {_letters(strong), _letters(every)}
