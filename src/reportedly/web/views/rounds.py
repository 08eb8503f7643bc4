"""Pages of blind rounds: the list, one round with its results, one claim to code or to decide between coders."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, replace

from reportedly.model.agreement import Coefficient
from reportedly.model.review import CodedField, Decision, Review, Round, Sampling
from reportedly.pipeline.workbench.round_results import Between, CodedClaim, RoundResults
from reportedly.pipeline.workbench.rounds import CodingDesk, RoundState, blank
from reportedly.publish.table import guarded
from reportedly.web.views.review_claim import Paper
from reportedly.web.views.review_form import FormState, state_of
from reportedly.web.views.review_text import Excerpt, excerpt
from reportedly.web.views.review_words import DECIDED, FieldRow, Reading, field_rows, readings_of

SOUND, TENTATIVE = 0.8, 0.667
"""Krippendorff's alphas from which agreement is taken for sound, and for good enough for tentative conclusions
(Content Analysis, 4th ed. 2019, ch. 12)."""
FIELD_NAMES = {
    CodedField.CLAIM: "is it a claim",
    CodedField.ORIGIN: "whose word",
    CodedField.CHAIN: "through whom",
    CodedField.KIND: "kind",
    CodedField.POLARITY: "polarity",
    CodedField.HEDGE: "hedge",
    CodedField.MEASURE: "measure",
    CodedField.FIGURE: "figure",
    CodedField.DAYS: "days",
    CodedField.PLACES: "places",
}


@dataclass(frozen=True, slots=True)
class RoundsView:
    """What the list of rounds shows."""

    rounds: tuple[RoundState, ...]
    fields: tuple[tuple[str, str], ...]
    """Fields that can be coded, with their names."""
    event: str


@dataclass(frozen=True, slots=True)
class CoefficientCell:
    """A coefficient as it is printed."""

    value: str
    interval: str
    note: str


@dataclass(frozen=True, slots=True)
class FieldLine:
    """How far the coders agree on one field, as it is printed."""

    name: str
    units: int
    percent: CoefficientCell
    alpha: CoefficientCell
    gwet: CoefficientCell
    kappa: CoefficientCell
    reading: str
    """What alpha is usually taken for; empty where it cannot be told."""
    metric: str


@dataclass(frozen=True, slots=True)
class RoundView:
    """What the page of a round shows."""

    state: RoundState
    codes: bool
    """Whether the person is one of its coders."""
    lines: tuple[FieldLine, ...]
    """Empty before it is over; the whole reading first."""
    results: RoundResults | None
    differing: tuple[CodedClaim, ...]
    """Claims that the coders read differently."""

    @property
    def field_names(self) -> str:
        """The coded fields in words."""
        return ", ".join(FIELD_NAMES[one] for one in self.state.round.fields)


@dataclass(frozen=True, slots=True)
class CodeView:
    """What a coder gets: a claim, and nothing of what anybody else said of it."""

    round_id: str
    round_name: str
    claim_id: str
    paper: Paper
    excerpt: Excerpt
    rows: tuple[FieldRow, ...]
    """The machine's reading; empty where the round does not show it."""
    form: FormState
    fields: tuple[str, ...]
    shows_reading: bool
    own: str
    """What the coder decided before, in a word; empty where nothing."""
    place: int
    of: int
    done: int
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class BetweenView:
    """What somebody gets who decides between coders."""

    round_id: str
    round_name: str
    claim_id: str
    paper: Paper
    excerpt: Excerpt
    readings: tuple[Reading, ...]
    rows: tuple[FieldRow, ...]
    form: FormState
    coders: tuple[str, ...]
    """Those who decided, in the order of their buttons."""
    is_coder: bool
    adjudication: str
    """Who has decided between, in words; empty where nobody has."""
    after: str


def rounds_view(rounds: tuple[RoundState, ...], event: str) -> RoundsView:
    """Return what the list of rounds shows."""
    return RoundsView(rounds, tuple((one.value, name) for one, name in FIELD_NAMES.items()), event)


def round_view(state: RoundState, person: str, results: RoundResults | None) -> RoundView:
    """Return what the page of a round shows; nothing of decisions before it is over."""
    differing = tuple(one for one in results.claims if one.differing) if results else ()
    return RoundView(state, person in state.round.coders, _lines(results) if results else (), results, differing)


def code_view(desk: CodingDesk) -> CodeView:
    """Return what a coder gets."""
    one, document = desk.round, desk.document
    shown = desk.claim if one.shows_reading else blank(desk.claim, tuple(CodedField))
    before = state_of(shown)
    form = before if one.shows_reading else replace(before, kind="", polarity="", basis="")
    own = desk.own
    return CodeView(
        round_id=one.id,
        round_name=one.name,
        claim_id=desk.claim.id,
        paper=Paper(document.id, document.outlet or document.key, document.title or "", document.day),
        excerpt=excerpt(document.text, shown),
        rows=field_rows((Reading("The machine", "", desk.claim),)) if one.shows_reading else (),
        form=state_of(own.corrected) if own is not None and own.corrected is not None else form,
        fields=tuple(field.value for field in one.fields),
        shows_reading=one.shows_reading,
        own=DECIDED[own.decision] if own is not None else "",
        place=desk.place,
        of=len(one.claim_ids),
        done=desk.done,
        before=desk.before,
        after=desk.after,
        reason=own.reason if own is not None and not own.reason.startswith("coded in the round") else "",
    )


def between_view(desk: Between, person: str) -> BetweenView:
    """Return what somebody gets who decides between coders."""
    document = desk.document
    readings = readings_of(desk.machine, "none", desk.decisions, ())
    reading = desk.machine or next(one.reading for one in desk.decisions if one.reading is not None)
    done = desk.adjudication
    return BetweenView(
        round_id=desk.round.id,
        round_name=desk.round.name,
        claim_id=desk.claim_id,
        paper=Paper(document.id, document.outlet or document.key, document.title or "", document.day),
        excerpt=excerpt(document.text, reading),
        readings=tuple(replace(one, counts=False) for one in readings),
        rows=field_rows(readings),
        form=state_of(reading),
        coders=tuple(one.author for one in desk.decisions),
        is_coder=person in desk.round.coders,
        adjudication=f"{done.author} {DECIDED[done.decision]} it: {done.reason}" if done is not None else "",
        after=desk.after,
    )


def taken_from(said: Review) -> tuple[Decision, bool]:
    """Return the decision that adopts a coder's, and whether the coder's own reading goes with it."""
    return said.decision, said.corrected is not None


def round_csv(results: RoundResults) -> str:
    """Return a round as a table: a row for each claim and field, a column for each coder."""
    one = results.state.round
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(["claim", "quote", "field", *map(guarded, one.coders), "differs", "adjudicated"])
    for claim in results.claims:
        rows = {"decision": claim.decisions, **claim.values}
        for field, values in rows.items():
            cells = [
                claim.claim_id,
                claim.quote,
                field,
                *values,
                "yes" if field in claim.differing else "no",
                claim.adjudicated,
            ]
            writer.writerow(map(guarded, cells))
    return out.getvalue()


def coded_fields(names: list[str]) -> tuple[CodedField, ...]:
    """Return the fields that a form names, in the order in which they are listed; unknown ones are left out."""
    return tuple(field for field in CodedField if field.value in names)


def sampling_of(name: str) -> Sampling:
    """Return how claims are chosen; at random where a form says nothing that is known."""
    return Sampling(name) if name in set(Sampling) else Sampling.RANDOM


def round_title(one: Round) -> str:
    """Return how the claims of a round were chosen, in words."""
    if one.sampling is Sampling.WORTH:
        return "the claims of which a look is worth the most; what is found holds for these alone"
    return f"drawn at random with the seed {one.seed}"


def _lines(results: RoundResults) -> tuple[FieldLine, ...]:
    found = [("the whole reading", results.overall)]
    found += [(FIELD_NAMES[CodedField(one.field)], one.agreement) for one in results.fields]
    return tuple(
        FieldLine(
            name,
            one.units,
            _cell(one.percent, percent=True),
            _cell(one.alpha),
            _cell(one.gwet),
            _cell(one.kappa),
            _reading(one.alpha.value),
            one.metric.value,
        )
        for name, one in found
    )


def _cell(one: Coefficient, *, percent: bool = False) -> CoefficientCell:
    def shown(number: float) -> str:
        return f"{100 * number:.0f} %" if percent else f"{number:.2f}".replace("-", "−")

    interval = f"{shown(one.low)} to {shown(one.high)}" if one.low is not None and one.high is not None else ""
    return CoefficientCell("–" if one.value is None else shown(one.value), interval, one.note)


def _reading(alpha: float | None) -> str:
    if alpha is None:
        return ""
    return "sound" if alpha >= SOUND else "tentative" if alpha >= TENTATIVE else "not to be relied on"
