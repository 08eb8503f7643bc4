"""Cards of events: what counts, what is told in words, and why an event is worth opening."""

from __future__ import annotations

from dataclasses import replace
from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.model.card import EventCard
from reportedly.model.claim import Measure
from reportedly.model.dossier import Dossier
from reportedly.model.evidence import Alarm, AlarmCode, Collapse, Severity
from reportedly.model.posterior import Posterior
from reportedly.model.reason import Reason
from reportedly.pipeline.workbench.cards import card_of
from reportedly.publish.view import build_report
from told_events import NOBODY, Source, Told, assessed, tell, with_posterior

MINISTRY = Source("Ministry of Defence of Ostia", 40, pages=3, side="Ostia")
MONITOR = Source("Tarn Monitor", 41, pages=2)
BARE = Source(NOBODY.name, 40, pages=4)
OTHER = Source("Relief Union", 900)
DENIER = Source("Sudrian General Staff", 40, side="Sudria", denies=True)


def dossier_of(told: Told) -> Dossier:
    """Return the dossier of one event, as the workbench draws it."""
    assessment = assessed(told)
    evidence = (told.evidence,)
    return Dossier(told.documents, (), told.claims, (told.event,), told.testimonies, (), evidence, assessment)


def card(*sources: Source) -> EventCard:
    """Return the card of an event with some sources."""
    return card_of(dossier_of(tell(sources)))


def test_an_origin_has_one_mark_however_many_pages_carry_it() -> None:
    """Copies are dots of one mark."""
    (mark,) = card(MINISTRY).origins
    assert (mark.name, mark.pages, mark.counts) == (MINISTRY.name, 3, True)


def test_pages_that_name_nobody_earn_no_mark_that_counts() -> None:
    """Lineage that is not recorded confirms nothing."""
    marks = card(MINISTRY, BARE).origins
    assert [(mark.recorded, mark.counts, mark.pages) for mark in marks] == [(True, True, 3), (False, False, 4)]


def test_pages_that_name_nobody_raise_no_count() -> None:
    """The number of independent origins is the same with and without them."""
    assert card(MINISTRY, BARE).independent == card(MINISTRY).independent == 1


@given(copies=st.integers(1, 9))
def test_copies_raise_no_count(copies: int) -> None:
    """However many pages carry one origin, one origin counts."""
    assert card(replace(MINISTRY, pages=copies)).independent == 1


def test_an_origin_that_tells_another_figure_does_not_bear_out_the_judgement() -> None:
    """It stands beside, and the count is that of the sentence."""
    told = card(MINISTRY, OTHER)
    assert [(mark.name, mark.counts, mark.beside) for mark in told.origins] == [
        (MINISTRY.name, True, False),
        (OTHER.name, False, True),
    ]


def test_an_origin_that_denies_counts_for_nothing() -> None:
    """It is marked as denying, and the event as contested."""
    told = card(MINISTRY, DENIER)
    assert [mark.denies for mark in told.origins] == [False, True]
    assert (told.independent, told.contested) == (1, True)


def test_marks_that_count_come_first() -> None:
    """The order is: counts, stands beside, denies, nobody."""
    names = [mark.name for mark in card(BARE, DENIER, OTHER, MONITOR, MINISTRY).origins]
    assert names == [MINISTRY.name, MONITOR.name, OTHER.name, DENIER.name, ""]


@pytest.mark.parametrize("sources", [(MINISTRY, MONITOR), (MINISTRY, OTHER), (BARE,), (MINISTRY, DENIER), (DENIER,)])
def test_a_card_counts_as_the_report_does(sources: tuple[Source, ...]) -> None:
    """The report on the same event has the same number of independent origins."""
    dossier = dossier_of(tell(sources))
    (chapter,) = build_report(dossier).chapters
    assert card_of(dossier).independent == chapter.independent


def test_the_first_key_judgement_stands_on_the_card() -> None:
    """The sentence is the assessment's own."""
    assert card(MINISTRY).key.startswith("The Ministry of Defence of Ostia says that 40 soldiers were killed")


def test_the_newest_page_gives_the_day_of_change() -> None:
    """Of all pages the last day counts."""
    told = tell((MINISTRY, MONITOR))
    assert card_of(dossier_of(told)).changed == max(page.day for page in told.documents if page.day)


def test_a_range_is_told_in_words() -> None:
    """Measure, whose, and the range by the rule."""
    assert card(MINISTRY).estimate == "killed (soldiers): 40"


def test_a_range_of_other_things_is_named_after_them() -> None:
    """Trees are no measure."""
    told = tell((MINISTRY,))
    (estimate,) = told.evidence.estimates
    trees = replace(estimate, measure=Measure.OTHER, of="trees", high=None)
    dossier = dossier_of(replace(told, evidence=replace(told.evidence, estimates=(trees,))))
    assert card_of(dossier).estimate == "trees: 40 or more"


MODEL = Posterior(40.0, 35.0, 45.0, 25.0, 61.0, (), ())


def test_a_model_that_no_key_judgement_tells_is_not_told() -> None:
    """A number modelled from one source stays off the card."""
    assert card_of(dossier_of(with_posterior(tell((MINISTRY,)), MODEL))).estimate == "killed (soldiers): 40"


def test_alarms_stand_in_order_of_gravity() -> None:
    """The gravest is told first, with what it looks like and what it is."""
    told = tell((MINISTRY,))
    alarms = tuple(
        Alarm(str(severity), AlarmCode.ONE_TEXT, severity, "two reports", "one text", told.event.claim_ids)
        for severity in Severity
    )
    marks = card_of(dossier_of(replace(told, evidence=replace(told.evidence, alarms=alarms)))).alarms
    assert [mark.severity for mark in marks] == ["grave", "serious", "minor"]
    assert marks[0].text == "looks like two reports; is one text"


@given(st.lists(st.sampled_from([MINISTRY, MONITOR, BARE, OTHER, DENIER]), min_size=1, unique=True))
def test_the_grounds_of_interest_sum_to_it(sources: list[Source]) -> None:
    """Each ground has a weight, and the value is their sum."""
    interest = card(*sources).interest
    assert interest.value == pytest.approx(fsum(one.weight or 0.0 for one in interest.reasons), abs=0.005)
    assert all(one.weight for one in interest.reasons)


def test_pages_without_origins_of_their_own_raise_the_interest() -> None:
    """The wider the gap between what it looks like and what it is, the sooner it is worth a look."""
    assert card(replace(MINISTRY, pages=9)).interest.value > card(MINISTRY).interest.value


def test_a_denial_raises_the_interest() -> None:
    """What is contested comes before what is not."""
    assert card(MINISTRY, DENIER).interest.value > card(MINISTRY).interest.value


def test_an_origin_that_does_not_count_is_drawn_as_such() -> None:
    """An origin that has its word from another has a mark that does not count."""
    told = tell((MINISTRY, MONITOR))
    count = told.evidence.origins
    origins = tuple(replace(one, counts=one.origin.name == MINISTRY.name) for one in count.origins)
    collapse = Collapse("relay", MONITOR.name, MINISTRY.name, Reason("relay", "it cites the ministry"))
    fewer = replace(count, independent=1, origins=origins, collapses=(collapse,))
    marks = card_of(dossier_of(replace(told, evidence=replace(told.evidence, origins=fewer)))).origins
    assert [(mark.name, mark.counts) for mark in marks] == [(MINISTRY.name, True), (MONITOR.name, False)]


def test_a_dossier_of_no_event_has_no_card() -> None:
    """A card is of one event."""
    dossier = dossier_of(tell((MINISTRY,)))
    with pytest.raises(ValueError, match="unpack"):
        card_of(replace(dossier, events=()))
