"""Find claims, events and pages."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from reportedly.web.pages import answer

router = APIRouter()


@dataclass(frozen=True, slots=True)
class SearchView:
    """What the page shows."""

    title: str


@router.get("/search", response_model=None)
def search(request: Request) -> Response:
    """Show the page."""
    return answer(request, "plain.html.j2", SearchView("Search"))
