"""The refusals and losses of read: every code with what it means and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportedly.model.codes import CodeMeaning
from reportedly.model.document import Loss, Refusal

REFUSALS: Mapping[str, CodeMeaning] = MappingProxyType(
    {
        "R201": CodeMeaning("there is no text", 'Give the report\'s words, in "text" where it is a record.'),
        "R202": CodeMeaning('"text" is not a string', 'Write the report\'s words as one string in "text".'),
        "R203": CodeMeaning("this is not valid JSON", "Mend the line; a .jsonl file holds one whole object a line."),
        "R204": CodeMeaning(
            "the record is not an object", 'Write {"id": ..., "text": ...}, with title, outlet and published if known.'
        ),
        "R205": CodeMeaning("the id is used twice in this file", "Give every record an id of its own."),
        "R206": CodeMeaning("the encoding cannot be told", "Save the file as UTF-8."),
        "R207": CodeMeaning("the page holds no article", "Save the report's words as a .txt file."),
        "R208": CodeMeaning("the id is unusable", "Use a short string or a whole number as id."),
        "R209": CodeMeaning("the file holds no record", "Write one JSON object a report."),
        "R210": CodeMeaning("the media type is not read", "Convert the report to text, HTML or JSON."),
        "R211": CodeMeaning("the page cannot be parsed", "Save the report's words as a .txt file."),
        "R220": CodeMeaning("the table has no header", "Write the names of the columns into the first line."),
        "R221": CodeMeaning("two columns have one name", "Rename one of them, or leave it out."),
        "R222": CodeMeaning(
            "the row does not fit its header", "Put cells that hold the delimiter or a quotation mark in quotes."
        ),
        "R223": CodeMeaning("the table has too many rows", "Split the table."),
        "R224": CodeMeaning(
            "the table lacks a column that is needed", "Add it; the how-to lists all columns with their other names."
        ),
        "R225": CodeMeaning("the row does not say whose word it is", "Fill in claimant; “unknown” is an answer."),
        "R226": CodeMeaning("the row does not say what is claimed", "Fill in category, content or a number."),
        "R227": CodeMeaning(
            "the number is not understood", "Write a whole number; words such as “about” belong to qualifier."
        ),
        "R228": CodeMeaning("the lower bound lies over the upper one", "Exchange them, or mend the wrong one."),
        "R229": CodeMeaning(
            "the day is not understood", "Write it as 2024-12-16, or 2024-12-14..2024-12-16 for several days."
        ),
        "R230": CodeMeaning("the polarity is not understood", "Write affirmed or denied, or leave it empty."),
    }
)
"""Code -> title and advice of everything that read refuses."""

LOSSES: Mapping[str, CodeMeaning] = MappingProxyType(
    {
        "L101": CodeMeaning(
            "elements nested too deep for the HTML parser",
            "Compare with the page; save its words as .txt if they lack.",
        ),
        "L102": CodeMeaning(
            "words of the page did not survive parsing", "Compare with the page; save its words as .txt."
        ),
        "L103": CodeMeaning(
            "paragraphs outside what was taken as the article", "Compare with the page if a passage seems to lack."
        ),
        "L110": CodeMeaning("the encoding was guessed", "Check letters with accents; save the file as UTF-8."),
        "L111": CodeMeaning("bytes that are not UTF-8 were replaced", "Mend the file at the place named."),
        "L112": CodeMeaning("characters that cannot be kept were replaced", "Nothing, unless a quote looks odd."),
        "L120": CodeMeaning(
            "the publication day is not understood", "Write it as 2024-12-16 or 2024-12-16T14:05, local to the outlet."
        ),
        "L121": CodeMeaning("a field was left out", "Write title, outlet and address as strings."),
        "L122": CodeMeaning("weekday and date of the text disagree", "Give the publication day with the report."),
        "L123": CodeMeaning("the text names several publication days", "Give the publication day with the report."),
    }
)
"""Code -> title and advice of everything that read takes note of while it goes on."""


def refuse(code: str, where: str, detail: str = "") -> Refusal:
    """Return the refusal with this code.

    Args:
        code: a key of ``REFUSALS``.
        where: the file, and line or item where there is one.
        detail: what this case adds to the title.
    """
    return Refusal(code=code, what=_words(REFUSALS[code], detail), where=where, advice=REFUSALS[code].advice)


def loss(code: str, detail: str = "", where: str = "") -> Loss:
    """Return the loss with this code.

    Args:
        code: a key of ``LOSSES``.
        detail: what this case adds to the title.
        where: byte offset, line or element.
    """
    return Loss(code=code, what=_words(LOSSES[code], detail), where=where)


def _words(meaning: CodeMeaning, detail: str) -> str:
    return f"{meaning.title}: {detail}" if detail else meaning.title
