"""Check the wording of files; what is no prose is blanked out in place, so that findings keep line and column."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.assessment.lint.check_text import Linter, linter
from reportedly.assessment.lint.sentences import own_words, sentences
from reportedly.model.errors import InputError, SettingsError
from reportedly.model.lint import DEFAULT_RULES, Breach, LintRule
from reportedly.pipeline.resources import load_yardstick

DEFAULT_SCALE = "icd203"
PROSE_SCALES = (DEFAULT_SCALE, "phia", "ipcc", "stixwep", "kent")
"""Scales whose words people write, the default first; the others repeat the words of ICD 203."""

_LIST = 20
"""From so many lines on, a sentence on each, a file is a list of texts and not one text."""
_MOST, _MEAN = 3, 1.5
"""Sentences in a line of a list: at most, and on average."""
_WHOLE = re.compile(r"[^a-z\s].*[.!?][\"”’)\]]*")
_FENCE = re.compile(r"(?ms)^[ \t]*(```|~~~).*?^[ \t]*\1[ \t]*$")
_MARKDOWN = re.compile(r"(?m)`[^`\n]+`|\]\([^)\n]*\)|^[ \t]*>.*$|<!--.*?-->|<[^<>\n]+>")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)[*_](?=\w)|(?<=[\w.,;:!?])[*_](?!\w)|\[(?=[^\]\n]*\]\()")
_HTML_PARTS = re.compile(r"(?is)<(script|style|head|code|pre|blockquote|q)\b.*?</\1\s*>|<!--.*?-->")
_BLOCK = re.compile(
    r"(?i)</?(?:p|div|h\d|li|ul|ol|table|tr|td|th|section|article|br|hr|dd|dt|dl|figure|figcaption|header|footer)\b[^>]*>"
)
_TAG = re.compile(r"<[^<>]+>")
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|\w+);")
_ENTITIES = {
    "&ldquo;": "“",
    "&rdquo;": "”",
    "&quot;": '"',
    "&lsquo;": "‘",
    "&rsquo;": "’",
    "&amp;": "&",
    "&ndash;": "–",
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A breach with where it stands in its file."""

    file: str
    line: int
    """From 1."""
    column: int
    """From 1, in characters."""
    breach: Breach


def make_linter(scale: str | None = None, rules: Collection[LintRule] = DEFAULT_RULES) -> Linter:
    """Return the linter over the bundled scales of likelihood.

    Args:
        scale: the scale that texts must keep to, such as ``phia`` or ``icd203:2``; None = whichever fits a text.
        rules: those to check.

    Raises:
        SettingsError: where there is no such scale of likelihood.
    """
    scales = [load_yardstick(name) for name in PROSE_SCALES]
    if scale is None:
        return linter(scales, rules=rules)
    name, _, row = scale.partition(":")
    load_yardstick(scale)
    chosen = load_yardstick(name)
    if chosen.name not in {one.name for one in scales}:
        scales.append(chosen)
    return linter(scales, chosen, int(row) if row else None, rules)


def rules_named(names: Sequence[str]) -> frozenset[LintRule]:
    """Return the rules of these codes or names (``L04``, ``possibility``); the default ones where none is named.

    Raises:
        SettingsError: where there is no such rule.
    """
    found: set[LintRule] = set()
    for name in names:
        folded = name.upper().replace("-", "_")
        rule = next((one for one in LintRule if folded in (one.value, one.name)), None)
        if rule is None:
            known = ", ".join(f"{one.value} {one.name.lower().replace('_', '-')}" for one in LintRule)
            raise SettingsError("E231", "no such rule of wording", name, f"take one of {known}")
        found.add(rule)
    return frozenset(found) or DEFAULT_RULES


def lint_file(path: Path, checker: Linter, by_line: bool | None = None) -> tuple[Placed, ...]:
    """Check a text, Markdown, HTML or JSON-lines file.

    Args:
        path: of the file, in UTF-8; of ``.jsonl`` the ``text`` of each line is a product of its own.
        checker: the rules.
        by_line: whether each line of the file is a product of its own; None = where the file is a list of sentences.

    Raises:
        InputError: where the file cannot be read as text.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _unreadable(str(error.strerror), str(path)) from error
    return lint_bytes(content, str(path), checker, path.suffix.lower(), by_line)


def lint_bytes(
    content: bytes, name: str, checker: Linter, suffix: str = ".txt", by_line: bool | None = None
) -> tuple[Placed, ...]:
    """Check what a file or stdin holds; the other arguments are those of ``lint_file``.

    Raises:
        InputError: where it is no text in UTF-8, or no JSON lines where these are asked for.
    """
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _unreadable("not UTF-8", name) from error
    return lint_text(text.replace("\r\n", "\n").replace("\r", "\n"), name, checker, suffix, by_line)


def lint_text(
    text: str, name: str, checker: Linter, suffix: str = ".txt", by_line: bool | None = None
) -> tuple[Placed, ...]:
    """Check a text; the other arguments are those of ``lint_file``.

    Raises:
        InputError: where JSON lines are asked for and a line holds no ``text``.
    """
    if suffix == ".jsonl":
        return tuple(_of_records(text, name, checker))
    prose = as_prose(text, suffix)
    listed = suffix == ".txt" and is_list(prose) if by_line is None else by_line
    if listed:
        lines = enumerate(prose.split("\n"), start=1)
        return tuple(
            Placed(name, number, breach.span.start + 1, breach)
            for number, line in lines
            for breach in checker.breaches(line)
        )
    return tuple(Placed(name, *_place(prose, breach.span.start), breach) for breach in checker.breaches(prose))


def is_list(text: str) -> bool:
    """Return whether a text is a list: so many lines, none empty, each whole and hardly more than a sentence long."""
    lines = text.strip("\n").split("\n")
    if len(lines) < _LIST or not all(_WHOLE.fullmatch(line.strip()) for line in lines):
        return False
    held = [len(list(sentences(own_words(line)))) for line in lines]
    return max(held) <= _MOST and sum(held) <= _MEAN * len(lines)


def as_prose(text: str, suffix: str) -> str:
    """Return a text with its marks, code, addresses and block quotations blanked out, at the same length.

    Args:
        text: of the file.
        suffix: ``.md``, ``.markdown``, ``.html``, ``.htm``; anything else is plain text.
    """
    if suffix in {".md", ".markdown"}:
        text = _MARKDOWN.sub(_spaces, _FENCE.sub(_spaces, text))
        return _EMPHASIS.sub(_spaces, text)
    if suffix in {".html", ".htm"}:
        text = _BLOCK.sub(_break, _HTML_PARTS.sub(_break, text))
        return _ENTITY.sub(_spelled, _TAG.sub(_spaces, text))
    return text


def _unreadable(reason: str, name: str) -> InputError:
    return InputError("E232", f"cannot read the text: {reason}", name, "give text, Markdown, HTML or JSON lines")


def _of_records(text: str, name: str, checker: Linter) -> Iterator[Placed]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
            words = record["text"]
        except (ValueError, TypeError, KeyError) as error:
            raise InputError(
                "E232", "a line has no text", f"{name}:{number}", "give an object with a text in each line"
            ) from error
        for breach in checker.breaches(str(words)):
            yield Placed(name, number, breach.span.start + 1, breach)


def _place(text: str, at: int) -> tuple[int, int]:
    return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1


def _spaces(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match.group())


def _break(match: re.Match[str]) -> str:
    """Put the end of a sentence where a block ends; line breaks inside are kept."""
    words = _spaces(match)
    return "|" + words[1:] if words[:1] == " " else words


def _spelled(match: re.Match[str]) -> str:
    found = _ENTITIES.get(match.group(), " ")
    return found + " " * (len(match.group()) - 1)
