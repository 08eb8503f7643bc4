"""The first sentences on an event: what is claimed on whose word, and what stands behind it."""

from __future__ import annotations

import re

from reportedly.assessment.case import Case
from reportedly.assessment.content import first_claim, words
from reportedly.assessment.figures import figure_phrase, number_range
from reportedly.assessment.names import origin_names, verb
from reportedly.assessment.variants import varied
from reportedly.assessment.wording import SMALL, count_word, counted, day, judged, listed, quoted, sentence
from reportedly.model.assessment import Likelihood
from reportedly.model.claim import Measure, SourceClass
from reportedly.model.event import Testimony

_SHOWING = frozenset({SourceClass.IMAGERY, SourceClass.DATA})
_APART = frozenset({Measure.KILLED, Measure.WOUNDED, Measure.MISSING, Measure.CAPTURED})
"""Measures that hold none of one another."""
_NUMBER = re.compile(r"(?<![\d,.])(\d{1,2})(?![\d,.]| to )")


def spelled(clause: str) -> str:
    """Return a clause with its first number as a word where it is ten or less: ``eight soldiers were killed``."""

    def word(match: re.Match[str]) -> str:
        number = int(match[1])
        return SMALL[number] if 0 < number < len(SMALL) else match[1]

    return _NUMBER.sub(word, clause, count=1)


def clause(case: Case) -> str:
    """Return the figure that the event is named after as a clause; empty where it has none that can be told."""
    figure = case.leading.quantity if case.leading else None
    if figure is None or figure.measure is Measure.OTHER:
        return ""
    as_of = f" as of {day(figure.as_of)}" if figure.as_of else ""
    beside = [one.quantity for one in companions(case) if one.quantity and one.quantity.measure is not figure.measure]
    more = [f"{number_range(one.low, one.high, one.qualifier)} {one.measure}" for one in beside]
    return f"{spelled(figure_phrase(figure))}{''.join(f' and {one}' for one in more[:1])}{as_of}"


def substance(case: Case) -> str:
    """Return the event's content as the subject of a sentence: ``the claim that eight soldiers were killed``."""
    told = clause(case)
    return f"the claim that {told}" if told else f"the claim {quoted(words(case, first_claim(case, case.leading)))}"


def companions(case: Case) -> tuple[Testimony, ...]:
    """Return what a source tells on the same pages of the same people in another measure: 50 killed, 47 wounded."""
    leading = case.leading
    if leading is None or leading.quantity is None or leading.quantity.measure not in _APART:
        return ()
    pages = set(case.page_ids(leading.claim_ids))
    return tuple(
        one
        for one in case.testimonies
        if one.quantity
        and not one.denial
        and one.origin.name == leading.origin.name
        and one.quantity.measure in _APART - {leading.quantity.measure}
        and one.quantity.of == leading.quantity.of
        and set(case.page_ids(one.claim_ids)) == pages
    )[:1]


def lead_sentence(case: Case, turn: int) -> str:
    """Return what is claimed, and by whom."""
    who = origin_names(one.origin for one in case.affirming)
    if not case.core:
        return _denied_alone(case)
    if not who:
        return _nobody(case)
    told, shows = clause(case), all(one.origin.source_class in _SHOWING for one in case.affirming)
    says = verb(who, "shows", "show") if shows else verb(who, "says", "say")
    if told:
        options = _SAID[:1] if shows else _SAID
        return sentence(varied(options, turn).format(who=listed(who), says=says, told=told))
    quote = words(case, first_claim(case, case.leading))
    options = _QUOTED if quote[:1].isupper() and not shows else _QUOTED[:1]
    return sentence(varied(options, turn).format(who=listed(who), says=says, told=quoted(quote)))


_SAID = ("{who} {says} that {told}", "according to {who}, {told}", "that {told} is what {who} {says}")
_QUOTED = ("{who} {says}: {told}", "{told}: so {says} {who}", "the word of {who} is: {told}")


def _nobody(case: Case) -> str:
    pages = case.page_list(case.core)
    told = clause(case) or quoted(words(case, first_claim(case, case.leading)))
    that = f"that {told}" if clause(case) else f"{told}"
    if len(pages) == 1:
        return sentence(f"{pages[0]} reports {that} without saying whose word it is")
    if len(pages) < len(SMALL):
        return sentence(f"{counted(len(pages), 'page')} report {that}, but none of them says whose word it is")
    return sentence(f"that is told on {len(pages)} pages, none of which says whose word it is: {told}")


def _denied_alone(case: Case) -> str:
    deniers = origin_names(one.origin for one in case.denying)
    told = clause(case)
    quote = quoted(words(case, first_claim(case, case.leading)))
    who = listed(deniers) or "the page"
    denies = verb(deniers or ["the page"], "denies", "deny")
    return sentence(f"{who} {denies} {'that ' + told if told else 'this: ' + quote}, and no page affirms it")


def judged_sentence(case: Case, likelihood: Likelihood) -> str:
    """Return the likelihood of what the event is named after, number beside word."""
    what = clause(case) or f"it is as {listed(origin_names(one.origin for one in case.affirming))} {_say(case)}"
    return sentence(f"{judged(likelihood.word, likelihood.low, likelihood.high)} {what}")


def _say(case: Case) -> str:
    return verb(origin_names(one.origin for one in case.affirming), "says", "say")


def support_sentence(case: Case, turn: int, likely: bool) -> str:
    """Return how many pages carry it and how many sources stand behind them; empty where the lead has said so.

    Args:
        case: the event.
        turn: place of the event among those told.
        likely: whether the lead gave a likelihood and named nobody.
    """
    names = origin_names(one.origin for one in case.affirming)
    pages = case.page_ids(case.core)
    if not names or not pages:
        return ""
    if case.independent > 1:
        return _several(case, names, likely)
    if case.independent == 0:
        stands = verb(names, "stands", "stand")
        return sentence(f"only {listed(names)} {stands} behind it, and nothing shows that this is a source of its own")
    if len(pages) == 1:
        return _one_page(case, turn)
    return _one_source(case, turn)


def _several(case: Case, names: list[str], likely: bool) -> str:
    pages = case.page_list(case.core)
    where = f"on {pages[0]}" if len(pages) == 1 else f"on {counted(len(pages), 'page')}"
    apart = "neither relaying the other" if len(names) == 2 else "none relaying another"
    if len(names) == 1:
        return sentence(f"it stands {where}")
    if likely:
        return sentence(f"{listed(names)} say so {where}, {apart}")
    both = "both" if len(names) == 2 else f"all {count_word(len(names))}"
    return sentence(f"it stands {where}, and {both} speak for themselves, {apart}")


def _one_page(case: Case, turn: int) -> str:
    page = case.page_list(case.core)[0]
    if page == listed(origin_names(one.origin for one in case.affirming)):
        alone = varied(("no other page at hand carries it", "none of the other reports repeats it"), turn)
        return sentence(alone) if len(case.documents) > 1 else ""
    options = (f"only {page} carries it", f"it stands on one page alone, that of {page}", f"{page} alone reports it")
    return sentence(varied(options[:1] if page.startswith("“") else options, turn))


def bare_pages(case: Case) -> tuple[str, ...]:
    """Return the documents that carry the core and name nobody for it."""
    named = set(case.page_ids(case.attributed))
    return tuple(one for one in case.page_ids(case.core) if one not in named)


def _one_source(case: Case, turn: int) -> str:
    total, bare = len(case.page_ids(case.core)), len(bare_pages(case))
    pages, none = counted(total, "page"), count_word(bare)
    if not bare:
        whole = "both" if total == 2 else "all"
        return sentence(
            varied(
                (
                    f"it stands on {pages}, {whole} of which go back to that one word",
                    f"the {pages} that carry it have no second source among them",
                    f"{'neither' if total == 2 else 'none'} of the {pages} that carry it names anybody else",
                ),
                turn,
            )
        )
    rest, one = count_word(total - bare), bare == 1
    back, name = "goes" if total - bare == 1 else "go", "names" if one else "name"
    silent = f"{none} {'does' if one else 'do'} not say where it comes from"
    return sentence(
        varied(
            (
                f"it stands on {pages}: {rest} {back} back to that one word, and {silent}",
                f"the {pages} that carry it have no second source among them, and {none} of them {name} none at all",
                f"of the {pages} that carry it, {rest} {back} back to that word and {none} {name} nobody",
            ),
            turn,
        )
    )
