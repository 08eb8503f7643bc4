"""Who is working: the name under which decisions are recorded."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Form, Response
from fastapi.responses import RedirectResponse

from reportedly.pipeline.judging import refuse_machine
from reportedly.web.desk import PERSON_COOKIE, back_to

router = APIRouter()
_YEAR = 365 * 24 * 3600


@router.post("/person", response_model=None)
def person(name: Annotated[str, Form(max_length=100)], back: Annotated[str, Form()] = "/") -> Response:
    """Remember the name of the person at this browser and go back to the page that asked."""
    return _named(name, RedirectResponse(back_to(back), 303))


@router.post("/person/then", response_model=None)
def person_then(
    person_name: Annotated[str, Form(max_length=100)], to: str = "/", person_opens: Annotated[str, Form()] = ""
) -> Response:
    """Remember the name and send the form that was refused for want of it once more, as it was filled in."""
    return _named(person_name, RedirectResponse(back_to(to), 303 if person_opens else 307))


def _named(name: str, response: Response) -> Response:
    refuse_machine(name)
    response.set_cookie(PERSON_COOKIE, quote(name.strip()), max_age=_YEAR, httponly=True, samesite="strict")
    return response
