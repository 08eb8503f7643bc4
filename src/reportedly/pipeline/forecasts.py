"""The forecasts of a ledger: list them with how they stand, enter one by hand, resolve one, take a resolution back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from reportedly.ledger.store import Ledger, utc_now
from reportedly.model.codec import from_json, to_json
from reportedly.model.entry import Action, Draft, Entry, EntryKind
from reportedly.model.errors import NotFound, SettingsError
from reportedly.model.prediction import Outcome, Prediction, PredictionKind, Resolution, Voice
from reportedly.pipeline.find import whole_id
from reportedly.pipeline.judging import refuse_machine
from reportedly.pipeline.predicting import append_beside, draft_of


def today() -> date:
    """Return the present day in UTC."""
    return utc_now().date()


class State(StrEnum):
    """How a forecast stands."""

    OPEN = "open"
    """Its horizon has not passed, or has no end."""
    DUE = "due"
    """Its horizon has passed, and nobody has said how it came out."""
    RESOLVED = "resolved"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Standing:
    """One forecast with how it stands on a day."""

    prediction: Prediction
    recorded: datetime
    """When the ledger took it: no earlier can it have been changed, and no later."""
    resolution: Resolution | None
    state: State

    @property
    def late(self) -> bool:
        """Whether it was made, or put on record here, only after the outcome was known.

        A source's forecast counts by the day of its report, which is on record elsewhere; of other statements only the
        ledger's own time shows that they came first.
        """
        if self.resolution is None:
            return False
        made, known = self.prediction.made_on, self.resolution.known_on
        if self.prediction.maker.voice is Voice.SOURCE:
            return made is not None and made > known
        return self.recorded.date() > known


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which forecasts are asked for; None = all."""

    source: str | None = None
    """Words of the maker's name."""
    state: State | None = None
    due_by: date | None = None
    """Unresolved ones whose horizon ends on or before this day."""
    as_of: date | None = None
    """How they stood on this day: what was published, and what was known, by then."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person says of how a forecast came out."""

    outcome: str
    """``yes``, ``no``, ``void`` or a number: the quantity, or the share to which a proposition came true."""
    by: str
    reason: str
    known_on: date | None = None
    """None = the newest day of the claims, or else today."""
    claims: tuple[str, ...] = ()
    """Short ids of the claims that show it."""
    condition_held: bool | None = None


def forecasts_of(ledger: Path, wanted: Wanted) -> tuple[Standing, ...]:
    """Return the forecasts of a ledger that are asked for, in order of the end of their horizon, open ends last."""
    with Ledger.open(ledger) as book:
        standings = standings_in(book, wanted.as_of)
    return tuple(one for one in standings if _is_wanted(one, wanted))


def _is_wanted(one: Standing, wanted: Wanted) -> bool:
    if wanted.source is not None and wanted.source.casefold() not in one.prediction.maker.name.casefold():
        return False
    if wanted.due_by is not None:
        due = one.prediction.due
        if due is None or due > wanted.due_by or one.resolution is not None:
            return False
    return wanted.state is None or one.state is wanted.state


def standings_in(book: Ledger, as_of: date | None = None) -> tuple[Standing, ...]:
    """Return every forecast of an open ledger with how it stands, in order of the end of its horizon."""
    day = as_of or today()
    resolutions = (
        from_json(Resolution, entry.draft.body) for entry in book.current(EntryKind.RESOLUTION, published_until=as_of)
    )
    by_prediction = {one.prediction_id: one for one in resolutions}
    entries = book.current(EntryKind.PREDICTION, published_until=as_of)
    made = (_standing(entry, by_prediction, day) for entry in entries)
    return tuple(sorted(made, key=_order))


def _order(one: Standing) -> tuple[date, date, str]:
    return one.prediction.due or date.max, one.prediction.made_on or date.max, one.prediction.id


def _standing(entry: Entry, by_prediction: dict[str, Resolution], day: date) -> Standing:
    prediction = from_json(Prediction, entry.draft.body)
    resolution = by_prediction.get(prediction.id)
    if resolution is not None:
        state = State.VOID if resolution.outcome is Outcome.VOID else State.RESOLVED
    else:
        state = State.DUE if prediction.due is not None and prediction.due < day else State.OPEN
    return Standing(prediction, entry.recorded, resolution, state)


def forecast_of(ledger: Path, short_id: str) -> Standing:
    """Return one forecast with how it stands.

    Raises:
        NotFound: where no forecast, or more than one, has this id.
    """
    with Ledger.open(ledger) as book:
        return _found(book, short_id)


def _found(book: Ledger, short_id: str) -> Standing:
    standings = {one.prediction.id: one for one in standings_in(book)}
    if not standings:
        raise NotFound("E405", "no forecast is on record here", short_id, "assess with --ledger, or report --publish")
    return standings[whole_id(short_id, standings, "forecast")]


def enter(ledger: Path, prediction: Prediction) -> Prediction:
    """Put a person's own forecast on record; the ledger is made where it is missing.

    Raises:
        SettingsError: where the maker is no person's name, or the very same forecast is on record.
    """
    refuse_machine(prediction.maker.name)
    with Ledger.open(ledger, write=True) as book:
        if book.get(EntryKind.PREDICTION, prediction.id) is not None:
            raise SettingsError("E254", "this very forecast is on record", prediction.id, "nothing needs to be done")
        append_beside(book, [draft_of(prediction, prediction.maker.name)])
    return prediction


def resolve(ledger: Path, short_id: str, answer: Answer) -> Resolution:
    """Record how a forecast came out.

    Raises:
        NotFound: where no forecast, or no claim, has such an id.
        SettingsError: where it is resolved already, the answer does not fit it, or nobody signs.
    """
    refuse_machine(answer.by)
    with Ledger.open(ledger, write=True) as book:
        found = _found(book, short_id)
        claims = [whole_id(one, book.subjects(EntryKind.CLAIM), "claim") for one in answer.claims]
        known = answer.known_on or _newest_day(book, claims) or today()
        made = resolution_of(found, answer, tuple(claims), known)
        record_resolution(book, made, answer.by)
    return made


def record_resolution(book: Ledger, made: Resolution, actor: str) -> None:
    """Record a resolution in an open ledger."""
    body = to_json(made)
    append_beside(book, [Draft(EntryKind.RESOLUTION, made.id, body, actor, made.reason, published=made.known_on)])


def _newest_day(book: Ledger, claim_ids: Sequence[str]) -> date | None:
    days = [entry.draft.published for entry in book.holding(EntryKind.CLAIM, claim_ids).values()]
    return max((day for day in days if day is not None), default=None)


def resolution_of(found: Standing, answer: Answer, claim_ids: tuple[str, ...], known: date) -> Resolution:
    """Return the resolution that an answer to a forecast is.

    Raises:
        SettingsError: E250 resolved already, E251 the answer does not fit, E252 nothing said of its condition.
    """
    prediction = found.prediction
    if found.resolution is not None:
        what = f"it is resolved already: {found.resolution.outcome} by {found.resolution.by}"
        raise SettingsError("E250", what, prediction.id, "take that back first with reportedly forecasts undo")
    outcome, share, value = _read(answer.outcome, prediction)
    held = _condition(answer, prediction, outcome)
    if held is False:
        outcome, share, value = Outcome.VOID, None, None
    return Resolution(
        id=Resolution.identify(prediction.id),
        prediction_id=prediction.id,
        outcome=outcome,
        share=share,
        value=value,
        by=answer.by,
        reason=answer.reason,
        known_on=known,
        claim_ids=claim_ids,
        condition_held=held,
    )


def _condition(answer: Answer, prediction: Prediction, outcome: Outcome) -> bool | None:
    if not prediction.condition:
        if answer.condition_held is not None:
            raise SettingsError("E252", "it has no condition", prediction.id, "leave --condition out")
        return None
    if answer.condition_held is None and outcome is not Outcome.VOID:
        what = f"it holds only on a condition: “{prediction.condition}”"
        raise SettingsError("E252", what, prediction.id, "say --condition held, or --condition failed: then it is void")
    return answer.condition_held


def _read(words: str, prediction: Prediction) -> tuple[Outcome, float | None, float | None]:
    """Return outcome, share and value of an answer."""
    plain = words.strip().lower()
    if plain == Outcome.VOID:
        return Outcome.VOID, None, None
    if prediction.kind is PredictionKind.PROPOSITION and plain in {Outcome.YES, Outcome.NO}:
        return Outcome(plain), float(plain == Outcome.YES), None
    try:
        number = float(plain.replace(",", ""))
    except ValueError:
        number = -1.0
    if prediction.kind is PredictionKind.QUANTITY and 0 <= number < float("inf"):
        return Outcome.VALUE, None, number
    if prediction.kind is PredictionKind.PROPOSITION and 0 <= number <= 1:
        whole = {0.0: Outcome.NO, 1.0: Outcome.YES}
        return whole.get(number, Outcome.PARTLY), number, None
    fitting = "a number from 0, or void" if prediction.kind is PredictionKind.QUANTITY else "yes, no, void or 0 to 1"
    raise SettingsError("E251", f"“{words}” is no outcome of a {prediction.kind}", prediction.id, f"give {fitting}")


def undo(ledger: Path, short_id: str, by: str, reason: str) -> str:
    """Withdraw the resolution of a forecast, which is open again; return the forecast's id.

    Raises:
        NotFound: where no forecast has this id, or it is not resolved.
        SettingsError: where nobody signs.
    """
    refuse_machine(by)
    with Ledger.open(ledger, write=True) as book:
        found = _found(book, short_id)
        if found.resolution is None:
            raise NotFound("E406", "it is not resolved", found.prediction.id, "there is nothing to take back")
        withdrawal = Draft(EntryKind.RESOLUTION, found.resolution.id, "", by, reason, action=Action.WITHDRAW)
        append_beside(book, [withdrawal])
    return found.prediction.id
