"""Take in reports."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from reportedly.web.pages import answer

router = APIRouter()


@dataclass(frozen=True, slots=True)
class AddView:
    """What the page shows."""

    title: str


@router.get("/add", response_model=None)
def add(request: Request) -> Response:
    """Show the page."""
    return answer(request, "plain.html.j2", AddView("Add"))
