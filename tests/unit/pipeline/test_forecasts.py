"""Forecasts on record: once a publication, resolved by people, taken back."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from predicted import KNOWN, MADE, predicted, stands
from reportedly.ledger.store import Ledger
from reportedly.ledger.verify import verify
from reportedly.model.entry import EntryKind
from reportedly.model.errors import LedgerError, NotFound, ReportedlyError, SettingsError
from reportedly.model.prediction import Outcome, Prediction, Resolution, Voice
from reportedly.pipeline.forecasts import Answer, State, Wanted, enter, forecast_of, forecasts_of, resolve, undo
from reportedly.pipeline.publishing import publish
from reportedly.pipeline.run import add_paths, grow_paths
from reportedly.pipeline.settings import Settings
from toy import NAME, toy_tools
from toy_reports import write_reports

BRIDGE = "Harbour Office said: the Tallow bridge will likely fall by 2031-06-01 if the river rises."
DAM = "Aldo Brandt said: the Orrin dam will fail by 2031-05-01."
AGAIN = "Harbour Office said: the Tallow bridge will likely fall by 2031-06-01 if the river rises. The sea was rough."


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """Give a ledger in which an assessment with two forecasts and a likelihood was recorded."""
    second = ("ferry", "2024-12-15", "Ferry Board said: 12 sailors were killed near Port Tallow.")
    said = (second, ("bridge", "2031-03-01", BRIDGE), ("dam", "2031-03-02", DAM))
    add_paths([write_reports(tmp_path / "reports", *said)], toy_tools(), tmp_path / "a.db", assessed=True)
    return tmp_path / "a.db"


def found(ledger: Path, words: str) -> Prediction:
    """Return the forecast whose text holds some words."""
    (one,) = (one.prediction for one in forecasts_of(ledger, Wanted()) if words in one.prediction.text)
    return one


def answer(outcome: str, *, known_on: date | None = KNOWN, condition_held: bool | None = None) -> Answer:
    """Return a person's answer."""
    return Answer(outcome, "Ann Ode", "seen", known_on, condition_held=condition_held)


def state(ledger: Path, words: str) -> State:
    """Return how a forecast stands."""
    return forecast_of(ledger, found(ledger, words).id).state


def test_an_assessment_puts_forecasts_and_likelihoods_on_record(ledger: Path) -> None:
    """Two forecasts of sources, and our own likelihood and estimate for two origins on one event."""
    voices = [one.prediction.maker.voice for one in forecasts_of(ledger, Wanted())]
    assert sorted(voices) == [Voice.OWN, Voice.OWN, Voice.SOURCE, Voice.SOURCE]


def test_adding_reports_alone_publishes_nothing(tmp_path: Path) -> None:
    """What was only read is not on record."""
    add_paths([write_reports(tmp_path / "r", ("dam", "2031-03-02", DAM))], toy_tools(), tmp_path / "a.db")
    assert forecasts_of(tmp_path / "a.db", Wanted()) == ()


def test_publishing_the_same_twice_records_it_once(ledger: Path) -> None:
    """Same inputs, no second entry."""
    before = verify(ledger).entries
    publish(ledger, toy_tools())
    assert verify(ledger).entries == before


def test_a_forecast_relayed_later_stays_one(ledger: Path, tmp_path: Path) -> None:
    """A further page that carries it is no further forecast, be it dated earlier or later."""
    more = write_reports(tmp_path / "m", ("late", "2031-03-05", AGAIN), ("early", "2031-02-27", AGAIN))
    grow_paths([more], toy_tools(), ledger)
    publish(ledger, toy_tools())
    assert found(ledger, "bridge").made_on == date(2031, 3, 1)


def test_publishing_needs_a_ledger(tmp_path: Path) -> None:
    """None is made on the way."""
    with pytest.raises(LedgerError):
        publish(tmp_path / "none.db", toy_tools())
    assert not (tmp_path / "none.db").exists()


def test_publishing_as_of_an_earlier_day_adds_no_second_judgement(ledger: Path) -> None:
    """What was judged on the same evidence is on record already, under its first day."""
    publish(ledger, toy_tools(settings=Settings(model=NAME, executor="serial", as_of=date(2024, 12, 31))))
    own = [one.prediction for one in forecasts_of(ledger, Wanted()) if one.prediction.maker.voice is Voice.OWN]
    assert {one.made_on for one in own} == {date(2031, 3, 2)}


def test_a_forecast_is_due_when_its_horizon_has_passed(ledger: Path) -> None:
    """On its last day it is still open."""
    for day, expected in ((date(2031, 5, 1), State.OPEN), (date(2031, 5, 2), State.DUE)):
        (one,) = (one for one in forecasts_of(ledger, Wanted(source="aldo", as_of=day)))
        assert one.state is expected


def test_what_was_published_later_is_not_known_as_of_a_day(ledger: Path) -> None:
    """On 1 March only the bridge had been spoken of."""
    sources = [one for one in forecasts_of(ledger, Wanted(as_of=date(2031, 3, 1))) if one.prediction.due]
    assert [one.prediction.maker.name for one in sources] == ["Harbour Office"]


def test_forecasts_due_by_a_day_are_unresolved_and_end_by_then(ledger: Path) -> None:
    """Open horizons and later ends are left out."""
    names = [one.prediction.maker.name for one in forecasts_of(ledger, Wanted(due_by=date(2031, 5, 31)))]
    assert names == ["Aldo Brandt"]
    resolve(ledger, found(ledger, "dam").id, answer("yes"))
    assert forecasts_of(ledger, Wanted(due_by=date(2031, 5, 31))) == ()


def test_a_resolution_holds_from_the_day_it_was_known(ledger: Path) -> None:
    """As of an earlier day the forecast was due."""
    resolve(ledger, found(ledger, "dam").id, answer("yes"))
    states = [forecasts_of(ledger, Wanted("aldo", as_of=day))[0].state for day in (date(2031, 5, 30), KNOWN)]
    assert states == [State.DUE, State.RESOLVED]


def test_undo_restores_what_was(ledger: Path) -> None:
    """Taken back, it stands as before, can be resolved anew, and history keeps all of it."""
    before = forecasts_of(ledger, Wanted())
    made = resolve(ledger, found(ledger, "dam").id, answer("yes"))
    assert undo(ledger, found(ledger, "dam").id, "Bo Ulm", "another dam") == found(ledger, "dam").id
    assert forecasts_of(ledger, Wanted()) == before
    resolve(ledger, found(ledger, "dam").id, answer("no"))
    with Ledger.open(ledger) as book:
        assert [entry.draft.actor for entry in book.history(made.id)] == ["Ann Ode", "Bo Ulm", "Ann Ode"]
    assert verify(ledger).ok


def test_a_resolved_forecast_is_not_resolved_again(ledger: Path) -> None:
    """Who disagrees takes the first one back."""
    resolve(ledger, found(ledger, "dam").id, answer("yes"))
    with pytest.raises(SettingsError) as caught:
        resolve(ledger, found(ledger, "dam").id, answer("no"))
    assert caught.value.code == "E250"


def test_a_conditional_forecast_asks_for_its_condition(ledger: Path) -> None:
    """Yes or no says nothing of a forecast whose condition may have failed."""
    with pytest.raises(SettingsError, match="if the river rises") as caught:
        resolve(ledger, found(ledger, "bridge").id, answer("yes"))
    assert caught.value.code == "E252"


@pytest.mark.parametrize(
    ("outcome", "held", "result"),
    [("yes", True, State.RESOLVED), ("yes", False, State.VOID), ("void", None, State.VOID)],
)
def test_a_failed_condition_voids_the_forecast(ledger: Path, outcome: str, held: bool | None, result: State) -> None:
    """What came about does not matter then."""
    resolve(ledger, found(ledger, "bridge").id, answer(outcome, condition_held=held))
    assert state(ledger, "bridge") is result


def test_a_condition_is_told_only_where_there_is_one(ledger: Path) -> None:
    """A slip of the id shows."""
    with pytest.raises(SettingsError, match="no condition"):
        resolve(ledger, found(ledger, "dam").id, answer("yes", condition_held=True))


@pytest.mark.parametrize(("words", "outcome", "share"), [("YES", "yes", 1.0), ("0.4", "partly", 0.4), ("0", "no", 0.0)])
def test_a_share_is_an_outcome(ledger: Path, words: str, outcome: str, share: float) -> None:
    """What came true partly is told as a share."""
    made = resolve(ledger, found(ledger, "dam").id, answer(words))
    assert (made.outcome, made.share) == (Outcome(outcome), share)


@pytest.mark.parametrize("words", ["maybe", "130", "-1", "nan", ""])
def test_what_is_no_outcome_is_refused(ledger: Path, words: str) -> None:
    """A proposition has no value."""
    with pytest.raises(SettingsError) as caught:
        resolve(ledger, found(ledger, "dam").id, answer(words))
    assert caught.value.code == "E251"


def test_the_day_of_the_claims_stands_where_none_is_given(ledger: Path) -> None:
    """The newest report that shows it says when it was known."""
    with Ledger.open(ledger) as book:
        claim = next(entry for entry in book.current(EntryKind.CLAIM) if entry.draft.published == date(2024, 12, 16))
    shown = Answer("yes", "Ann Ode", "seen", claims=(claim.draft.subject,))
    assert resolve(ledger, found(ledger, "dam").id, shown).known_on == date(2024, 12, 16)


@pytest.mark.parametrize("author", ["", "machine", "reportedly 9.9"])
def test_a_resolution_needs_a_persons_name(ledger: Path, author: str) -> None:
    """Nobody can sign as the program."""
    with pytest.raises(SettingsError, match="person"):
        resolve(ledger, found(ledger, "dam").id, Answer("yes", author, "seen"))


def test_nothing_to_take_back_is_an_error(ledger: Path) -> None:
    """Only what is resolved can be reopened."""
    with pytest.raises(NotFound) as caught:
        undo(ledger, found(ledger, "dam").id, "Ann Ode", "why")
    assert caught.value.code == "E406"


def test_a_ledger_without_forecasts_says_how_to_get_some(tmp_path: Path) -> None:
    """An id that is looked for where nothing is on record."""
    add_paths([write_reports(tmp_path / "r")], toy_tools(), tmp_path / "a.db")
    with pytest.raises(NotFound) as caught:
        forecast_of(tmp_path / "a.db", "prd-1")
    assert caught.value.code == "E405"


def test_a_forecast_entered_by_hand_is_on_record(tmp_path: Path) -> None:
    """It stands under the person's name, and a second time is refused."""
    made = enter(tmp_path / "a.db", predicted())
    assert forecast_of(tmp_path / "a.db", made.id).prediction == made
    with pytest.raises(ReportedlyError) as caught:
        enter(tmp_path / "a.db", predicted())
    assert caught.value.code == "E254"


def test_resolving_leaves_the_drawn_stories_in_place(ledger: Path) -> None:
    """The next report is not a reason to draw everything anew."""
    resolve(ledger, found(ledger, "dam").id, answer("yes"))
    with Ledger.open(ledger, write=True) as book, book.stories() as index:
        kept = index.state()
    with Ledger.open(ledger) as book:
        assert kept is not None
        assert kept.number == book.top()


def test_an_own_judgement_recorded_after_the_fact_is_late() -> None:
    """Only the ledger's own time shows that it came first."""
    own = predicted(voice=Voice.OWN)
    after = datetime(2031, 6, 2, tzinfo=UTC)
    assert stands(own, 1.0, recorded=after).late
    assert not stands(own, 1.0, recorded=datetime(2031, 6, 1, 23, tzinfo=UTC)).late


def test_a_sources_forecast_counts_by_the_day_of_its_report() -> None:
    """It is on record elsewhere, whenever the report came into the ledger."""
    source = predicted(voice=Voice.SOURCE)
    after = datetime(2035, 1, 1, tzinfo=UTC)
    assert not stands(source, 1.0, recorded=after).late
    assert stands(source, 1.0, known=date(2031, 2, 28)).late
    assert source.made_on == MADE


def test_ids_of_resolutions_follow_their_forecast() -> None:
    """After an undo the next resolution is about the same subject."""
    assert Resolution.identify("prd-1") == Resolution.identify("prd-1") != Resolution.identify("prd-2")
