"""False corroboration: what looks like a further confirmation of an event and is none, with the words it rests on."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reportedly.evidence.alarm_case import AlarmCase, Raised
from reportedly.evidence.alarm_figures import added, one_briefing
from reportedly.evidence.alarm_names import one_actor
from reportedly.evidence.alarm_pages import circular, one_side, one_text
from reportedly.evidence.alarm_words import confirmed_by_relay
from reportedly.evidence.casebook import Casebook
from reportedly.model.evidence import Alarm, AlarmSpan, Lineage, OriginCount
from reportedly.model.ids import identifier
from reportedly.model.span import Span


def alarms_of(book: Casebook, lineage: Lineage, count: OriginCount) -> tuple[Alarm, ...]:
    """Return every false corroboration of an event, gravest first.

    Args:
        book: the event with its claims and testimonies.
        lineage: what each of its claims was taken from.
        count: the origins behind it.
    """
    case = AlarmCase(book, lineage, count)
    found = {(alarm.code, alarm.claim_ids, alarm.text): alarm for alarm in _alarms(case)}
    rank = {"grave": 0, "serious": 1, "minor": 2}
    return tuple(sorted(found.values(), key=lambda one: (rank[one.severity], one.code, one.claim_ids, one.text)))


def _alarms(case: AlarmCase) -> Iterator[Alarm]:
    place = {claim: at for at, claim in enumerate(case.book.event.claim_ids)}
    for check in _CHECKS:
        for raised in check(case):
            claims = tuple(sorted(set(raised.claim_ids), key=lambda one: place.get(one, len(place))))
            yield Alarm(
                id=identifier("alm", raised.code, case.book.event.id, claims, raised.text),
                code=raised.code,
                severity=raised.severity,
                looks_like=raised.looks_like,
                text=raised.text,
                claim_ids=claims,
                spans=tuple(_quoted(case, document_id, span) for document_id, span in dict.fromkeys(raised.spans)),
                reasons=raised.reasons,
            )


def _quoted(case: AlarmCase, document_id: str, span: Span) -> AlarmSpan:
    return AlarmSpan(document_id, span, span.of(case.book.library.documents[document_id].text))


_CHECKS: tuple[Callable[[AlarmCase], Iterator[Raised]], ...] = (
    confirmed_by_relay,
    one_actor,
    one_briefing,
    added,
    one_text,
    circular,
    one_side,
)
