"""Review beside the single claim: add a missed one, regroup an event, grade a source, see the log, take back."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from reportedly.model.errors import SettingsError
from reportedly.model.grading import SourceLetter
from reportedly.model.review import Decision
from reportedly.pipeline.decided import counted_in
from reportedly.pipeline.judging import Wish, judge, judge_events, part_claims
from reportedly.pipeline.judging import undo as undo_judgement
from reportedly.pipeline.workbench.decision_log import log_page
from reportedly.pipeline.workbench.grading import grade_source, undo_source_grade
from reportedly.pipeline.workbench.regrouping import group_desk, where_now
from reportedly.pipeline.workbench.reviewing import ReviewWish, document_in, record_review, undo_review
from reportedly.pipeline.workbench.rounds import refuse_undo
from reportedly.pipeline.workbench.source_desk import source_desk
from reportedly.web.desk import AtDesk, Desk, Person, back_to, person_of
from reportedly.web.pages import answer
from reportedly.web.routes.review import NOTHING, Posted
from reportedly.web.views.review_claim import CHOICES
from reportedly.web.views.review_form import added_by, state_in
from reportedly.web.views.review_more import add_view, group_view, log_csv, log_query, log_view, source_view

router = APIRouter()
_WHOLE_LOG = 10_000
"""Entries of the log that one table holds."""


async def ticked(request: Request) -> list[str]:
    """Return the claims that are ticked in a form."""
    return [str(one) for one in (await request.form()).getlist("claim")]


@router.get("/review/add", response_model=None)
def missed(request: Request, desk: AtDesk, document: str = "") -> Response:
    """Show a document in which a missed claim is to be marked."""
    with desk.reading() as bench:
        found = document_in(bench.book, document)
        claims = sorted(counted_in(bench.book, [found.id]).values(), key=lambda one: (one.span, one.id))
        view = add_view(found, tuple(claims), request.query_params)
    return answer(request, "review_add.html.j2", view, also=CHOICES)


@router.post("/review/add", response_model=None)
def add(desk: AtDesk, person: Person, form: Posted) -> Response:
    """Record a claim that the machine missed."""
    if form.get("decision") == NOTHING:
        return Response(status_code=204)
    with desk.reading() as bench:
        document = document_in(bench.book, form.get("document", ""))
    claim = added_by(state_in(form, document.text), document)
    wish = ReviewWish(claim.id, Decision.ADD, person, form.get("reason", ""), claim)
    made = desk.recording(lambda: record_review(desk.ledger, wish, desk.tools))
    return RedirectResponse(f"/review/claim/{made.claim_id}?saved={made.id}", 303)


@router.get("/review/event/{event_id}", response_model=None)
def regroup(request: Request, event_id: str, desk: AtDesk, q: str = "") -> Response:
    """Show the claims of an event, and events to merge it with."""
    with desk.reading() as bench:
        view = group_view(group_desk(bench, event_id, q.strip()), q.strip())
    return answer(request, "review_event.html.j2", view)


@router.post("/review/event/{event_id}", response_model=None)
def group(
    event_id: str, desk: AtDesk, person: Person, form: Posted, claims: Annotated[list[str], Depends(ticked)]
) -> Response:
    """Part an event, merge it with another, or say whether two claims relay one saying."""
    reason = form.get("reason", "").strip()
    if not reason:
        raise SettingsError("E297", "a reason is needed to regroup", "reason", "say why, in a few words")
    with desk.reading() as bench:
        before = group_desk(bench, event_id, "")
    stay = [one.claim_id for one in before.claims if one.claim_id not in claims]
    done, _, other = form.get("do", "").partition(":")
    wish = Wish(
        same=done in {"merge", "one-saying"}, about_event=done in {"merge", "part"}, author=person, reason=reason
    )
    if done == "part":
        desk.recording(lambda: part_claims(desk.ledger, before.event.id, claims, wish, desk.tools))
    elif done == "merge":
        desk.recording(lambda: judge_events(desk.ledger, (before.event.id, other), wish, desk.tools))
    elif done in {"one-saying", "two-sayings"}:
        _judge_two(desk, claims, wish)
    else:
        raise SettingsError("E297", "this is no way to regroup", done, "part, merge, one-saying or two-sayings")
    with desk.reading() as bench:
        now = where_now(bench, stay or claims)
    return RedirectResponse(f"/review/event/{now}" if now else "/review", 303)


@router.get("/review/source/{name:path}", response_model=None)
def source(request: Request, name: str, desk: AtDesk) -> Response:
    """Show the letters that machine and people give a source."""
    person = person_of(request)
    with desk.reading() as bench:
        view = source_view(source_desk(bench, name, person), person)
    return answer(request, "review_source.html.j2", view)


@router.post("/review/source/{name:path}", response_model=None)
def grade(name: str, desk: AtDesk, person: Person, form: Posted) -> Response:
    """Record a person's letter for a source."""
    letter = form.get("letter", "")
    if letter not in set(SourceLetter):
        raise SettingsError("E297", "this is no letter", letter, "A to F")
    given = (SourceLetter(letter), person, form.get("reason", ""))
    desk.recording(lambda: grade_source(desk.ledger, name, *given, desk.tools))
    return RedirectResponse(f"/review/source/{quote(name, safe='')}", 303)


@router.get("/review/log", response_model=None)
def log(request: Request, desk: AtDesk) -> Response:
    """List the decisions of people, the newest first."""
    query = log_query(request.query_params)
    with desk.reading() as bench:
        view = log_view(log_page(bench, query, person_of(request)), query)
    return answer(request, "review_log.html.j2", view)


@router.get("/review/log.csv", response_model=None)
def log_table(request: Request, desk: AtDesk) -> Response:
    """Give the decisions as a table."""
    query = replace(log_query(request.query_params), size=_WHOLE_LOG)
    with desk.reading() as bench:
        text = log_csv(log_page(bench, query, person_of(request)).lines)
    headers = {"content-disposition": 'attachment; filename="decisions.csv"'}
    return Response(text, media_type="text/csv; charset=utf-8", headers=headers)


@router.post("/review/undo/{decision_id}", response_model=None)
def undo(decision_id: str, desk: AtDesk, person: Person, form: Posted) -> Response:
    """Take a decision back, whether it is about a claim, two claims or a source."""
    reason = form.get("reason", "").strip() or "taken back"
    take_back = {"rev": undo_review, "jdg": undo_judgement, "src": undo_source_grade}.get(decision_id[:3])
    if take_back is None:
        raise SettingsError("E297", "this is no decision", decision_id, "take back what stands in the log")
    with desk.reading() as bench:
        refuse_undo(bench, decision_id)
    desk.recording(lambda: take_back(desk.ledger, decision_id, person, reason, desk.tools))
    return RedirectResponse(back_to(form.get("back", "/review")), 303)


def _judge_two(desk: Desk, claims: list[str], wish: Wish) -> None:
    if len(claims) != 2:
        raise SettingsError("E297", "two claims are compared", f"{len(claims)} ticked", "tick exactly two")
    desk.recording(lambda: judge(desk.ledger, (claims[0], claims[1]), wish, desk.tools))
