"""Blind rounds: open one, code, see what it came to, decide between coders."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from reportedly.model.errors import SettingsError
from reportedly.model.review import Decision
from reportedly.pipeline.workbench.blinds import blinds_of
from reportedly.pipeline.workbench.round_results import Between, adjudicate, between, results_of
from reportedly.pipeline.workbench.rounds import (
    RoundWish,
    Said,
    close_round,
    code_claim,
    coding_desk,
    open_round,
    round_in,
    round_state,
    round_states,
)
from reportedly.web.desk import AtDesk, Person, person_of
from reportedly.web.pages import answer
from reportedly.web.routes.review import NOTHING, Posted
from reportedly.web.views.review_claim import CHOICES
from reportedly.web.views.review_form import corrected_by, only, read_by, state_in, state_of
from reportedly.web.views.rounds import (
    between_view,
    code_view,
    coded_fields,
    round_csv,
    round_title,
    round_view,
    rounds_view,
    sampling_of,
)

router = APIRouter()


async def chosen_fields(request: Request) -> list[str]:
    """Return the fields that are ticked in a form."""
    return [str(one) for one in (await request.form()).getlist("field")]


@router.get("/review/rounds", response_model=None)
def rounds(request: Request, desk: AtDesk, event: str = "") -> Response:
    """List the blind rounds, with a form to open one."""
    with desk.reading() as bench:
        view = rounds_view(round_states(bench), event)
    return answer(request, "rounds.html.j2", view)


@router.post("/review/rounds", response_model=None)
def begin(desk: AtDesk, person: Person, form: Posted, fields: Annotated[list[str], Depends(chosen_fields)]) -> Response:
    """Open a round."""
    wish = RoundWish(
        form.get("name", ""),
        tuple(form.get("coders", "").splitlines()),
        _number(form.get("size", "")),
        coded_fields(fields),
        sampling_of(form.get("sampling", "")),
        _number(form.get("seed", "") or "1"),
        form.get("shows_reading") == "1",
        form.get("note", ""),
        form.get("event", ""),
    )
    made = open_round(desk.ledger, wish, person, desk.tools)
    return RedirectResponse(f"/review/round/{made.id}", 303)


@router.get("/review/round/{round_id}", response_model=None)
def one_round(request: Request, round_id: str, desk: AtDesk) -> Response:
    """Show how far a round is, and what it came to when it is over."""
    with desk.reading() as bench:
        found = round_in(bench.book, round_id)
        blinds = blinds_of(bench.book)
        results = results_of(bench, round_id) if found.name in blinds.over else None
        view = round_view(round_state(bench, found, blinds), person_of(request), results)
    return answer(request, "round.html.j2", view, also={"chosen": round_title(found)})


@router.get("/review/round/{round_id}/table.csv", response_model=None)
def table(round_id: str, desk: AtDesk) -> Response:
    """Give a round that is over as a table."""
    with desk.reading() as bench:
        text = round_csv(results_of(bench, round_id))
    headers = {"content-disposition": f'attachment; filename="round-{quote(round_id)}.csv"'}
    return Response(text, media_type="text/csv; charset=utf-8", headers=headers)


@router.post("/review/round/{round_id}/close", response_model=None)
def close(round_id: str, desk: AtDesk, person: Person, form: Posted) -> Response:
    """End a round before all are done."""
    close_round(desk.ledger, round_id, person, form.get("reason", ""), desk.tools)
    return RedirectResponse(f"/review/round/{quote(round_id)}", 303)


@router.get("/review/round/{round_id}/code", response_model=None)
def code(request: Request, round_id: str, desk: AtDesk, person: Person, claim: str = "") -> Response:
    """Show a coder the next claim, or the one asked for; the round itself where nothing is left to code."""
    with desk.reading() as bench:
        over = round_in(bench.book, round_id).name in blinds_of(bench.book).over
        found = None if over else coding_desk(bench, round_id, person, claim)
    if found is None:
        return RedirectResponse(f"/review/round/{quote(round_id)}", 303)
    return answer(request, "round_code.html.j2", code_view(found), also=CHOICES)


@router.post("/review/round/{round_id}/code/{claim_id}", response_model=None)
def decide(round_id: str, claim_id: str, desk: AtDesk, person: Person, form: Posted) -> Response:
    """Record a coder's decision and go on to the next claim."""
    if form.get("decision") == NOTHING:
        return Response(status_code=204)
    with desk.reading() as bench:
        found = coding_desk(bench, round_id, person, claim_id)
    if found is None:
        return RedirectResponse(f"/review/round/{quote(round_id)}", 303)
    decision = _decision(form)
    reading = None
    if decision is Decision.CORRECT:
        state = only(state_in(form, found.document.text), state_of(found.claim), found.round.fields)
        fill = corrected_by if found.round.shows_reading else read_by
        reading = fill(state, found.claim, found.document)
    code_claim(desk.ledger, found, person, Said(decision, reading, form.get("reason", "")), desk.tools)
    return RedirectResponse(f"/review/round/{quote(round_id)}/code", 303)


@router.get("/review/round/{round_id}/between/{claim_id}", response_model=None)
def differing(request: Request, round_id: str, claim_id: str, desk: AtDesk) -> Response:
    """Show what the coders of a round that is over said of a claim, for somebody who decides."""
    with desk.reading() as bench:
        view = between_view(between(bench, round_id, claim_id), person_of(request))
    return answer(request, "round_between.html.j2", view, also=CHOICES)


@router.post("/review/round/{round_id}/between/{claim_id}", response_model=None)
def settle(round_id: str, claim_id: str, desk: AtDesk, person: Person, form: Posted) -> Response:
    """Record who is right."""
    if form.get("decision") == NOTHING:
        return Response(status_code=204)
    with desk.reading() as bench:
        found = between(bench, round_id, claim_id)
    made = _settled(found, form)
    adjudicate(desk.ledger, found, person, made, desk.tools)
    where = f"between/{quote(found.after)}" if found.after else "#differing"
    return RedirectResponse(f"/review/round/{quote(round_id)}/{where}".replace("/#", "#"), 303)


def _settled(found: Between, form: dict[str, str]) -> Said:
    asked, reason = form.get("decision", ""), form.get("reason", "")
    place = asked.removeprefix("adopt-")
    if asked != place and place.isdecimal() and int(place) < len(found.decisions):
        taken = found.decisions[int(place)]
        return Said(taken.decision, taken.corrected, reason)
    decision, reading = _decision(form), None
    if decision is Decision.CORRECT:
        base = found.machine or next(one.reading for one in found.decisions if one.reading is not None)
        reading = corrected_by(state_in(form, found.document.text), base, found.document)
    return Said(decision, reading, reason)


def _decision(form: dict[str, str]) -> Decision:
    asked = form.get("decision", "")
    if asked not in {Decision.ACCEPT, Decision.CORRECT, Decision.REJECT, Decision.UNSURE}:
        raise SettingsError("E297", "this is no decision", asked, "accept, correct, reject or unsure")
    return Decision(asked)


def _number(text: str) -> int:
    if not text.strip().isdecimal() or len(text) > 12:
        raise SettingsError("E297", "this is no whole number", text, "write it in digits")
    return int(text)
