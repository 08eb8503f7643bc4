"""Write and download an assessment."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from reportedly.web.pages import answer

router = APIRouter()


@dataclass(frozen=True, slots=True)
class PublishView:
    """What the page shows."""

    title: str


@router.get("/publish", response_model=None)
def publish(request: Request) -> Response:
    """Show the page."""
    return answer(request, "plain.html.j2", PublishView("Publish"))
