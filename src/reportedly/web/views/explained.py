"""The words and marks of the pages, each with what it means."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.model.card import OriginMark
from reportedly.model.grading import InformationDigit, SourceLetter
from reportedly.web.pictures.origin_marks import LEGEND, DrawnOrigin, Standing, draw_marks

LETTERS = {
    SourceLetter.A: "completely reliable: its record of figures was borne out by others",
    SourceLetter.B: "usually reliable",
    SourceLetter.C: "fairly reliable",
    SourceLetter.D: "not usually reliable",
    SourceLetter.E: "unreliable",
    SourceLetter.F: "cannot be judged",
}
DIGITS = {
    InformationDigit.CONFIRMED: "confirmed by other, independent origins",
    InformationDigit.PROBABLY_TRUE: "probably true",
    InformationDigit.POSSIBLY_TRUE: "possibly true",
    InformationDigit.DOUBTFUL: "doubtful",
    InformationDigit.IMPROBABLE: "improbable",
    InformationDigit.UNKNOWN: "cannot be judged",
}


@dataclass(frozen=True, slots=True)
class Word:
    """One word with what it means."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class ExplainedView:
    """What the page of explanations shows."""

    words: tuple[Word, ...]
    marks: tuple[Standing, ...]
    example: tuple[DrawnOrigin, ...]
    letters: tuple[Word, ...]
    digits: tuple[Word, ...]


_WORDS = (
    ("Page", "A document as it was published: an article, a post, a report. It is what a reader sees and can count."),
    (
        "Claim",
        "The smallest thing that a page says and that could be true or false by itself, with the words it stands in.",
    ),
    (
        "Source",
        "Anyone whom a page names for a claim. Sources pass things on to one another before a page prints them.",
    ),
    (
        "Relay",
        "A source, or a page, that passes on what it has from somebody else. It adds a page and confirms nothing.",
    ),
    (
        "Origin",
        "The last source of the chain, whose word it is. Only origins that do not have it from each other count.",
    ),
    ("Testimony", "One saying by one origin, with all claims that relay it, on however many pages they stand."),
    (
        "Event",
        "What testimonies are about: an incident, a running tally, a state of affairs, a question about the future.",
    ),
    (
        "Drift",
        "What a relay changed: the figure, its bound, what it counts, whose losses they are, how sure it is, the day.",
    ),
    (
        "False confirmation",
        "What looks like a second source and is none: one text on several pages, two names of one body.",
    ),
    (
        "Side",
        "The party that an origin belongs to. Several origins of one side share what they know and what they want.",
    ),
)


def explained() -> ExplainedView:
    """Return the words and marks with what they mean."""
    return ExplainedView(
        tuple(Word(word, meaning) for word, meaning in _WORDS),
        LEGEND,
        draw_marks(_EXAMPLE),
        tuple(Word(str(letter), meaning) for letter, meaning in LETTERS.items()),
        tuple(Word(str(digit.value), meaning) for digit, meaning in DIGITS.items()),
    )


_EXAMPLE = (
    OriginMark("an intelligence agency", "one side", 14, counts=True),
    OriginMark("a ministry that quotes the agency", "one side", 3, counts=False),
    OriginMark("the other side's staff", "the other side", 2, counts=False, denies=True),
    OriginMark("", None, 5, counts=False, recorded=False),
)
