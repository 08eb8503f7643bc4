"""Remember how the person at this browser likes the pages."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Response
from fastapi.responses import RedirectResponse

from reportedly.web.desk import back_to
from reportedly.web.preferences import KEYS_COOKIE, THEME_COOKIE, Theme

router = APIRouter()
_YEAR = 365 * 24 * 3600


@router.post("/preferences", response_model=None)
def preferences(
    back: Annotated[str, Form()] = "/",
    theme: Annotated[Theme | None, Form()] = None,
    keys: Annotated[Literal["on", "off"] | None, Form()] = None,
) -> Response:
    """Remember the colours, or whether single keys do something, and go back to the page that asked."""
    response = RedirectResponse(back_to(back), 303)
    for name, value in ((THEME_COOKIE, theme), (KEYS_COOKIE, keys)):
        if value is not None:
            response.set_cookie(name, str(value), max_age=_YEAR, httponly=True, samesite="strict")
    return response
