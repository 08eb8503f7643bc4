"""Names and quotations of a sentence that stand in none of the words that it rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reportedly.assessment.grounding import Grounding
from reportedly.model.assessment import Finding
from reportedly.model.reason import Reason

_QUOTED = re.compile(r"“([^”]*)”|\"([^\"]*)\"")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_ENDS = '.!?:;“"('
_CALENDAR = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday".split()
)
_OURS = frozenset("icd phia ipcc reportedly ucdp acled airwars i".split())
"""Names that the assessment itself may print, of scales and policies."""


def strange_names(finding: Finding, grounding: Grounding) -> Iterator[Reason]:
    """Yield each word written as a name that is on none of the sentence's pages and is no name of its event."""
    held = [_words(text) for text in _sources(finding, grounding)]
    known = frozenset[str]().union(_CALENDAR, _OURS, *held)
    for word in _written_as_names(_QUOTED.sub(" ", finding.text)):
        if not _is_known(word.casefold(), known):
            yield Reason("name", f"it names {word}, which stands on none of the pages that it rests on")


def strange_quotations(finding: Finding, grounding: Grounding) -> Iterator[Reason]:
    """Yield each quotation that stands on none of the sentence's pages."""
    held = [_plain(text) for text in _sources(finding, grounding)]
    for match in _QUOTED.finditer(finding.text):
        quoted = match[1] or match[2] or ""
        told = _plain(quoted).strip()
        if told and not any(f" {told} " in text for text in held):
            yield Reason("quotation", f"it quotes “{quoted}”, which stands on none of the pages that it rests on")


def _sources(finding: Finding, grounding: Grounding) -> list[str]:
    """Return every text that a sentence may take names and words from."""
    cited = [grounding.claims[one] for one in finding.claim_ids]
    case = next((one for one in grounding.support.cases if one.event.id == finding.event_id), None)
    about = [*cited, *(case.claims if case else ())]
    pages = {one.document_id for one in about}
    found = [text for one in sorted(pages) if one in grounding.documents for text in _of_page(one, grounding)]
    found += [link.name for claim in about for link in claim.chain]
    found += [quantity.of for claim in about for quantity in claim.quantities]
    found += [claim.quote for claim in about]
    if case:
        found += [case.event.label, *case.event.where, *grounding.support.names(finding)]
        found += [quoted for one in grounding.findings if one.event_id == case.event.id for quoted in _quoted(one.text)]
    return found


def _quoted(text: str) -> Iterator[str]:
    """Yield what a finding quotes, some of which are our own words for what a page leaves open."""
    for match in _QUOTED.finditer(text):
        yield match[1] or match[2] or ""


def _of_page(document_id: str, grounding: Grounding) -> tuple[str, ...]:
    document = grounding.documents[document_id]
    return document.text, document.title or "", document.outlet or "", document.key


def _written_as_names(text: str) -> Iterator[str]:
    """Yield words with a capital that do not begin a sentence, and those that do where another name follows."""
    for match in _WORD.finditer(text):
        word = match.group()
        if not word[0].isupper():
            continue
        before = text[: match.start()].rstrip()
        after = text[match.end() : match.end() + 2]
        starts = not before or before[-1] in _ENDS
        if not starts or (after[:1] == " " and after[1:].isupper() and word.lower() not in _STARTS):
            yield re.sub(r"['’]s?$", "", word)


_STARTS = frozenset(
    "the a an of in on at by from no not if all both each one two three four five six seven eight nine ten according"
    " as that this these those its it for with when where while since after before only none nobody either how should"
    " were had could would may might do does did what why whether once even also still yet but and or so then thus"
    " there here most some many few several other another every any such about over under up to nearly almost more less"
    " fewer further footage who whose neither although though because until unless despite within without".split()
)


def _is_known(word: str, known: frozenset[str]) -> bool:
    parts = [part for part in re.split(r"[-'’]", word) if part]
    return word in known or word.rstrip("s") in known or all(part in known for part in parts)


@lru_cache(maxsize=2048)
def _words(text: str) -> frozenset[str]:
    """Return the words of a text, whole and in their parts, in small letters."""
    whole = [match.group() for match in _WORD.finditer(text.casefold())]
    bare = [re.sub(r"['’]s?$", "", word) for word in whole]
    return frozenset((*whole, *bare, *(part for word in whole for part in re.split(r"[-'’]", word))))


@lru_cache(maxsize=2048)
def _plain(text: str) -> str:
    """Return a text's words alone between blanks, so that marks, capitals and line ends do not count."""
    return f" {' '.join(match.group() for match in _WORD.finditer(text.casefold().replace('’', chr(39))))} "
