"""What people decide about claims: the queue, and one claim."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from reportedly.model.claim import Claim
from reportedly.model.errors import SettingsError
from reportedly.model.review import Decision, Review
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.claim_desk import ClaimDesk, claim_desk
from reportedly.pipeline.workbench.effects import Effect, effect_of
from reportedly.pipeline.workbench.queue import neighbours_of, queue_page
from reportedly.pipeline.workbench.reviewing import ReviewWish, record_review
from reportedly.web.desk import AtDesk, Person, person_of
from reportedly.web.pages import answer
from reportedly.web.views.review_claim import CHOICES, Filled, claim_view
from reportedly.web.views.review_form import corrected_by, state_in
from reportedly.web.views.review_queue import queue_query, queue_view

router = APIRouter()
NOTHING = "none"
"""What Enter in a field sends; the browser then stays where it is, with everything that was filled in."""
_LONGEST = 20_000
"""Characters of one field of a form."""


async def posted(request: Request) -> dict[str, str]:
    """Return the fields of a form as text.

    Raises:
        SettingsError: E297 where a field is a file, or longer than any field of ours.
    """
    form = await request.form(max_fields=400)
    fields = {}
    for name, value in form.multi_items():
        if not isinstance(value, str) or len(value) > _LONGEST:
            raise SettingsError("E297", "a field of the form cannot be used", name, "fill in the form of the page")
        fields[name] = value
    return fields


Posted = Annotated[dict[str, str], Depends(posted)]


@router.get("/review", response_model=None)
def review(request: Request, desk: AtDesk) -> Response:
    """Show the queue: claims by what a look at them is worth."""
    query = queue_query(request.query_params)
    with desk.reading() as bench:
        view = queue_view(queue_page(bench, query, person_of(request)), query)
    return answer(request, "review.html.j2", view)


@router.get("/review/claim/{claim_id}", response_model=None)
def claim(request: Request, claim_id: str, desk: AtDesk, saved: str = "") -> Response:
    """Show one claim where it stands, why a look is worth it, and what everybody decided."""
    query, person = queue_query(request.query_params), person_of(request)
    with desk.reading() as bench:
        found = claim_desk(bench, claim_id, person)
        if found.rounds:
            return RedirectResponse(_coding_address(found), 303)
        just = next((one for one in found.reviews if one.id == saved and one.author == person), None)
        done = (just, effect_of(bench, just)) if just is not None else None
        view = claim_view(found, person, neighbours_of(bench, query, person, found.claim_id), query, saved=done)
    return answer(request, "review_claim.html.j2", view, also=CHOICES)


@router.post("/review/claim/{claim_id}", response_model=None)
def decide(request: Request, claim_id: str, desk: AtDesk, person: Person, form: Posted) -> Response:
    """Record a decision about a claim, or show what it would change."""
    asked = form.get("decision", "")
    if asked == NOTHING:
        return Response(status_code=204)
    look = asked.removeprefix("look-")
    if look not in {Decision.ACCEPT, Decision.CORRECT, Decision.REJECT, Decision.UNSURE}:
        raise SettingsError("E297", "this is no decision", asked, "accept, correct, reject or unsure")
    decision, reason = Decision(look), form.get("reason", "").strip()
    query = queue_query(request.query_params)
    with desk.reading() as bench:
        found = claim_desk(bench, claim_id, person)
        if found.rounds:
            return RedirectResponse(_coding_address(found), 303)
        state = state_in(form, found.document.text)
        reading = corrected_by(state, found.reading, found.document) if decision is Decision.CORRECT else None
        if asked != look:
            place = neighbours_of(bench, query, person, found.claim_id)
            filled = Filled(state, reason, _effect(bench, found, decision, person, reading), decision)
            view = claim_view(found, person, place, query, filled)
            return answer(request, "review_claim.html.j2", view, also=CHOICES)
    wish = ReviewWish(found.claim_id, decision, person, reason, reading)
    made = desk.recording(lambda: record_review(desk.ledger, wish, desk.tools))
    return RedirectResponse(_claim_address(made.claim_id, request.query_params, saved=made.id), 303)


def _effect(bench: Bench, found: ClaimDesk, decision: Decision, person: str, reading: Claim | None) -> Effect:
    made = Review(
        Review.identify(found.claim_id, person),
        found.claim_id,
        found.document.id,
        decision,
        person,
        "",
        found.machine,
        reading,
    )
    return effect_of(bench, made)


def _coding_address(found: ClaimDesk) -> str:
    """Return where a coder of an open round decides about a claim of it, and nowhere else."""
    return f"/review/round/{quote(found.rounds[0].id)}/code?claim={found.claim_id}"


def _claim_address(claim_id: str, asked: Mapping[str, str], **more: str) -> str:
    kept = {name: asked[name] for name in ("state", "event", "source") if asked.get(name)}
    query = "&".join(f"{name}={quote(value)}" for name, value in {**kept, **more}.items())
    return f"/review/claim/{quote(claim_id)}?{query}"
