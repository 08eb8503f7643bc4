"""Find the names in a text that may be places: capitalised words that a gazetteer knows, longest first."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.claims.places_words import BODIES, DAYS, NEVER, TITLES
from reportedly.model.place import Gazetteer, Hit, NameForm
from reportedly.model.span import Span

LONGEST = 6
"""Words of the longest name that is looked up."""
_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:[’'ʼ\-.][^\W_]+)*(?<!['’]s)", re.UNICODE)
_INNER = frozenset(
    "of the and de la le el al del dos das du des di da do am an der den auf sur en y e i op aan".split()
)
"""Small words that may stand inside a name."""
_STOP = re.compile(r"[.!?:;\n]\s*[\"“'(\[]*$|^[\"“'(\[]*$|[\n]\s*$")
_JOINTS = frozenset({" ", "\u00a0", ", ", ". ", "-"})
"""What may stand between the words of one name."""
_WORDS = NEVER | DAYS | BODIES | TITLES
"""Words that are no place alone."""
_ABBREVIATED = frozenset("st mt ft mr mrs ms dr gen col capt lt sgt sen rep gov no".split())


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text."""

    text: str
    start: int
    end: int
    opens: bool
    """Whether it begins a sentence, heading or quotation."""

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def low(self) -> str:
        """The word in lower case without its last full stop."""
        return self.text.lower().rstrip(".")


@dataclass(frozen=True, slots=True)
class Found:
    """A name in the text that places bear."""

    first: int
    """Number of its first token."""
    last: int
    """Number of its last token."""
    span: Span
    name: str
    hits: tuple[Hit, ...]
    """Places that bear it; short forms and peoples are left out."""


def tokens_of(text: str) -> list[Token]:
    """Return the words of a text in order; a possessive ``'s`` belongs to no word."""
    found: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        word = match.group()
        if word.lower().endswith(("'s", "’s")):
            word = word[:-2]
        between = text[end : match.start()]
        opens = not found or (_STOP.search(between) is not None and not _shortened(found[-1], between))
        found.append(Token(word, match.start(), match.start() + len(word), opens))
        end = match.start() + len(word)
    return found


def _shortened(before: Token, between: str) -> bool:
    return between.strip() == "." and (before.low in _ABBREVIATED or len(before.text) == 1)


@dataclass(frozen=True, slots=True)
class Names:
    """What a text's capitalised words were found to be."""

    found: tuple[Found, ...]
    """The longest names that places bear, in order and without overlap."""
    known: Mapping[str, tuple[Hit, ...]]
    """All that was looked up, short forms of states included."""
    peoples: tuple[tuple[int, str], ...]
    """Where peoples are named, with the country's code."""


def names_in(text: str, tokens: Sequence[Token], gazetteer: Gazetteer) -> Names:
    """Return the names in a text that places bear.

    Args:
        text: the report.
        tokens: its words, from ``tokens_of``.
        gazetteer: who knows the names.
    """
    windows = [(first, last) for first in range(len(tokens)) for last in _ends(text, tokens, first)]
    names = {(first, last): text[tokens[first].start : tokens[last].end] for first, last in windows}
    known = gazetteer.look_up(sorted(set(names.values())))
    found: list[Found] = []
    peoples: list[tuple[int, str]] = []
    beyond = -1
    for first, last in sorted(windows, key=lambda window: (window[0], -window[1])):
        name = names[first, last]
        hits = known.get(name, ())
        peoples += [(tokens[first].start, hit.entry.country) for hit in hits if hit.form is NameForm.DEMONYM]
        hits = _usable(hits, name) if first < last or _alone(tokens[first]) else ()
        if first > beyond and hits:
            found.append(Found(first, last, Span(tokens[first].start, tokens[last].end), name, hits))
            beyond = last
    return Names(tuple(found), known, tuple(peoples))


def given(text: str, tokens: Sequence[Token], spans: Sequence[Span], gazetteer: Gazetteer) -> tuple[Found, ...]:
    """Return names that stand at given spans, with the places that bear them; none where nobody knows the name."""
    known = gazetteer.look_up([span.of(text) for span in spans])
    found = []
    for span in spans:
        inside = [number for number, token in enumerate(tokens) if token.start < span.end and token.end > span.start]
        hits = tuple(hit for hit in known.get(span.of(text), ()) if hit.form is not NameForm.SHORT)
        if inside:
            found.append(Found(inside[0], inside[-1], span, span.of(text), hits))
    return tuple(found)


def _ends(text: str, tokens: Sequence[Token], first: int) -> list[int]:
    """Return the tokens at which a name that begins at one may end."""
    if not tokens[first].capital or tokens[first].low == "the":
        return []
    ends = [first]
    for last in range(first + 1, min(first + LONGEST, len(tokens))):
        if text[tokens[last - 1].end : tokens[last].start] not in _JOINTS:
            break
        if tokens[last].capital:
            ends.append(last)
        elif tokens[last].low not in _INNER:
            break
    return ends


def _alone(token: Token) -> bool:
    """Say whether a word alone can be a name: no article, day or the like, in whatever letters."""
    if token.text in {"US", "U.S.", "UK"}:
        return True
    return token.low not in _WORDS and len(token.low) > 1


def _usable(hits: Sequence[Hit], name: str) -> tuple[Hit, ...]:
    """Return the places that a name alone can mean; names with a comma are of one place only (``Washington, D.C.``)."""
    kept = tuple(hit for hit in hits if hit.form not in {NameForm.SHORT, NameForm.DEMONYM})
    if "," in name:
        return tuple(hit for hit in kept if hit.form in {NameForm.NAME, NameForm.OTHER} and hit.entry.weight >= 7)
    if len(name) <= 3 and name.isupper():
        return tuple(hit for hit in kept if hit.entry.weight >= 6)
    return kept
