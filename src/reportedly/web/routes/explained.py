"""What the words and marks of the pages mean."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response

from reportedly.web.pages import answer
from reportedly.web.views.explained import explained

router = APIRouter()


@router.get("/help", response_model=None)
def explain(request: Request) -> Response:
    """Explain claim, source, relay, origin, testimony, drift and grade, with the marks."""
    return answer(request, "help.html.j2", explained())
