"""Short ways to build an origin's word and its relays, with cues and figures, and to weigh them; all is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from builders import ClaimFields, make_claim, make_document, make_link, make_quantity
from reportedly.events.grouping import group
from reportedly.evidence.weigh import weigh
from reportedly.model.actors import Actor, ActorRegistry
from reportedly.model.claim import Claim, Link, Measure, Quantity, SourceClass
from reportedly.model.days import Days
from reportedly.model.document import Document
from reportedly.model.evidence import Alarm, AlarmCode, Drift, Evidence

BUREAU = "Norland Intelligence Bureau"
REGISTRY = ActorRegistry(
    (
        Actor("no-nib", BUREAU, ("NIB", "Secret Service of Norland"), SourceClass.AGENCY, "Norland"),
        Actor("no-head", "Arvid Moln", (), SourceClass.PERSON, "Norland", "no-nib"),
        Actor("no-guard", "Norland Guard", (), SourceClass.MILITARY, "Norland"),
        Actor("watch", "Weir Institute", (), SourceClass.INSTITUTE),
    ),
    {"Norland": ("norland", "norlander"), "Sorland": ("sorland", "sorlander"), "Tarn": ("tarn", "tarnish")},
)
Told = tuple[Document, Claim]


def on(day: int) -> Days:
    """Return a day of the month in which all stories happen."""
    return Days.on(date(2031, 5, day))


def tell(
    day: int,
    outlet: str,
    text: str,
    quote: str,
    *chain: str,
    cue: str | None = None,
    count: str | None = None,
    number: int | tuple[int | None, int | None] = 0,
    measure: Measure = Measure.KILLED,
    of: str = "people",
    qualifier: str | None = None,
    fields: ClaimFields | None = None,
    classes: SourceClass = SourceClass.UNKNOWN,
) -> Told:
    """Build a report and the one claim in it; the cue is that of the last link, ``count`` the words of its figure."""
    document = make_document(f"{outlet} {day}", outlet, date(2031, 5, day), text)
    links = [make_link(document, name, name if name in text else None, source_class=classes) for name in chain]
    if cue is not None:
        links[-1] = replace(links[-1], cue=make_link(document, "", cue=cue).cue)
    given = fields or ClaimFields()
    if count is not None:
        given = ClaimFields(
            **{**given.__dict__, "quantities": (_figure(document, count, number, measure, of, qualifier),)}
        )
    return document, make_claim(document, quote, tuple(links), given)


def _figure(
    document: Document,
    words: str,
    number: int | tuple[int | None, int | None],
    measure: Measure,
    of: str,
    qualifier: str | None,
) -> Quantity:
    low, high = number if isinstance(number, tuple) else (number, number)
    return make_quantity(document, words, measure, of, low, high, qualifier)


def said(day: int, outlet: str, quote: str, source: str, verb: str = "said", **more: object) -> Told:
    """Build a report that gives one sentence as the word of a source, after its verb and ``that``."""
    text = f"{source} {verb} that {quote}. This is report {day} of {outlet}."
    return tell(day, outlet, text, quote, source, cue=verb, **more)  # type: ignore[arg-type]  # keywords of tell


def through(claim: Told, *relays: str) -> Told:
    """Put relays before the chain of a report's claim."""
    document, held = claim
    return document, replace(held, chain=(*(Link(name, rule="given") for name in relays), *held.chain))


def weighed(*told: Told) -> list[Evidence]:
    """Weigh the claims of some reports."""
    documents, claims = [one[0] for one in told], [one[1] for one in told]
    return list(weigh(group(claims, documents, REGISTRY), claims, documents, REGISTRY))


def drifts(*told: Told) -> list[Drift]:
    """Return every change."""
    return [drift for one in weighed(*told) for drift in one.drifts]


def changes(*told: Told) -> list[str]:
    """Return the types of all changes."""
    return [str(drift.type) for drift in drifts(*told)]


def alarms(*told: Told) -> list[Alarm]:
    """Return every false corroboration."""
    return [alarm for one in weighed(*told) for alarm in one.alarms]


def codes(*told: Told) -> set[AlarmCode]:
    """Return what kinds of false corroboration there are."""
    return {alarm.code for alarm in alarms(*told)}
