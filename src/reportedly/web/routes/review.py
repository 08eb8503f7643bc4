"""What people decide about claims."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from reportedly.web.pages import answer

router = APIRouter()


@dataclass(frozen=True, slots=True)
class ReviewView:
    """What the page shows."""

    title: str


@router.get("/review", response_model=None)
def review(request: Request) -> Response:
    """Show the page."""
    return answer(request, "plain.html.j2", ReviewView("Review"))
