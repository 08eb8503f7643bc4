"""Who votes on what: from the reports of an event to the votes of its origins; all is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from builders import ClaimFields, make_claim, make_document, make_link, make_quantity
from reportedly.events.grouping import group
from reportedly.evidence.ballots import interest_of
from reportedly.evidence.casebook import Casebook, Library, casebooks
from reportedly.evidence.learned import LEAST_EVENTS, relearned
from reportedly.evidence.weigh import weigh
from reportedly.model.actors import Actor, ActorRegistry
from reportedly.model.belief import Belief, Interest, Proposition
from reportedly.model.certainty import Certainty
from reportedly.model.claim import Claim, Kind, Measure, Polarity, Scope, SourceClass
from reportedly.model.document import Document
from reportedly.model.evidence import Evidence

Told = tuple[Document, Claim]
REGISTRY = ActorRegistry(
    (
        Actor("velt-staff", "Velt General Staff", (), SourceClass.MILITARY, "Velt"),
        Actor("norland-staff", "Norland Defence Ministry", (), SourceClass.MILITARY, "Norland"),
        Actor("rescue", "Tarn Rescue", (), SourceClass.ORGANISATION),
        Actor("clinic", "Aumer Clinic", (), SourceClass.ORGANISATION),
    ),
    {"Velt": ("velt", "veltic"), "Norland": ("norland", "norlandic")},
)


def told(key: str, body: str, of: str = "fishermen", number: int = 26, **fields: object) -> Told:
    """Let a body give a number of killed at the Aumer weir."""
    quote = f"{number} {of} were killed at the Aumer weir on Monday"
    text = f"{quote}, the {body} said. This is report {key}."
    document = make_document(key, f"Leaf {key}", date(2031, 5, 13), text)
    quantity = make_quantity(document, str(number), Measure.KILLED, of, number, number)
    given = replace(ClaimFields(quantities=(quantity,)), **fields)  # type: ignore[arg-type]  # optional fields of a claim
    return document, make_claim(document, quote, (make_link(document, body),), given)


def weighed(*reports: Told) -> Evidence:
    """Weigh reports that make one event."""
    documents, claims = [one[0] for one in reports], [one[1] for one in reports]
    (evidence,) = weigh(group(claims, documents, REGISTRY), claims, documents, REGISTRY)
    return evidence


def believed(*reports: Told) -> Belief:
    """Return the belief in the one event of some reports."""
    belief = weighed(*reports).belief
    assert belief is not None
    return belief


def book_of(report: Told) -> Casebook:
    """Return the casebook of the event of one report."""
    grouping = group([report[1]], [report[0]], REGISTRY)
    (book,) = casebooks(grouping, Library([report[1]], [report[0]], REGISTRY))
    return book


def test_an_incident_is_voted_on_as_having_happened() -> None:
    """Two bodies of no party make it surer than one."""
    one, two = believed(told("a", "Tarn Rescue")), believed(told("a", "Tarn Rescue"), told("b", "Aumer Clinic"))
    assert one.proposition is Proposition.HAPPENED
    assert two.probability > one.probability


def test_two_pages_of_one_origin_are_one_vote() -> None:
    """A relay adds nothing."""
    one = believed(told("a", "Tarn Rescue"))
    assert believed(told("a", "Tarn Rescue"), told("b", "Tarn Rescue")).probability == one.probability


def test_a_hedge_reaches_the_vote() -> None:
    """A claim that is put as likely is believed less."""
    likely = told("a", "Tarn Rescue", certainty=Certainty(0.55, 0.8))
    assert believed(likely).probability < believed(told("a", "Tarn Rescue")).probability


def test_a_denial_reaches_the_vote() -> None:
    """An origin that denies it is believed to that end."""
    assert believed(told("a", "Tarn Rescue", polarity=Polarity.DENIED)).probability < 0.5


def test_words_without_a_source_alone_give_no_belief() -> None:
    """What nobody is on record for is left unsaid."""
    document, claim = told("a", "Tarn Rescue")
    assert weighed((document, replace(claim, chain=()))).belief is None


@pytest.mark.parametrize("kind", [Kind.FORECAST, Kind.JUDGEMENT, Kind.CAUSE])
def test_what_affirms_nothing_gives_no_belief(kind: Kind) -> None:
    """Forecasts, judgements and causes do not say that it happened."""
    assert weighed(told("a", "Tarn Rescue", kind=kind)).belief is None


def tally(key: str, body: str, number: int) -> Told:
    """Let a body give a running total."""
    document, claim = told(key, body, number=number, kind=Kind.TALLY)
    (quantity,) = claim.quantities
    total = replace(quantity, scope=Scope.CUMULATIVE, as_of=date(2031, 5, 12))
    return document, replace(claim, quantities=(total,))


def test_another_magnitude_speaks_against_a_total() -> None:
    """On a running total, an origin with a far other figure denies this one; a like figure supports it."""
    reports = [tally("a", "Tarn Rescue", 100), tally("b", "Aumer Clinic", 110)]
    like, far = believed(*reports), believed(reports[0], tally("c", "Aumer Clinic", 400))
    assert {like.proposition, far.proposition} == {Proposition.MAGNITUDE}
    assert like.probability > 0.8
    assert far.probability < 0.6


@pytest.mark.parametrize(
    ("body", "of", "interest"),
    [
        ("Velt General Staff", "Velt soldiers", Interest.AGAINST),
        ("Velt General Staff", "Norland soldiers", Interest.SELF_SERVING),
        ("Velt General Staff", "Velt civilians", Interest.NONE),
        ("Velt General Staff", "Velt and Norland soldiers", Interest.NONE),
        ("Tarn Rescue", "Velt soldiers", Interest.NONE),
    ],
)
def test_losses_tell_whom_a_word_serves(body: str, of: str, interest: Interest) -> None:
    """Own fallen soldiers are admitted, those of the other party are claimed, all else tells nothing."""
    book = book_of(told("a", body, of))
    (testimony,) = book.testimonies
    assert interest_of(book, testimony.origin, testimony) is interest


def test_a_denial_turns_the_interest_round() -> None:
    """To deny losses of one's own serves oneself."""
    book = book_of(told("a", "Velt General Staff", "Velt soldiers", polarity=Polarity.DENIED))
    (testimony,) = book.testimonies
    assert interest_of(book, testimony.origin, testimony) is Interest.SELF_SERVING


@pytest.mark.parametrize(("events", "learned"), [(LEAST_EVENTS - 1, False), (LEAST_EVENTS, True)])
def test_beliefs_follow_what_enough_events_teach(events: int, learned: bool) -> None:
    """Where a body is denied by another again and again, beliefs are drawn anew once there are events enough."""
    reports = [told("a", "Tarn Rescue"), told("b", "Velt General Staff", polarity=Polarity.DENIED)]
    documents, claims = [one[0] for one in reports], [one[1] for one in reports]
    grouping = group(claims, documents, REGISTRY)
    books = casebooks(grouping, Library(claims, documents, REGISTRY))
    found = weigh(grouping, claims, documents, REGISTRY)
    again = relearned(books * events, found * events)
    assert {one.belief.learned for one in again if one.belief} == {learned}
