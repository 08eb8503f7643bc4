"""Errors as pages: code, what, where and what to do, with the status of HTTP that fits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from reportedly.model.errors import LedgerBusy, NotFound, ReportedlyError, SettingsError
from reportedly.web.pages import answer

_NOBODY_WORKS = "E280"
_WORDS = {
    404: ("there is no such page", "check the address, or begin at the dossier"),
    405: ("this address takes in a form and shows no page", "go back to the page whose form it is"),
}
"""What is wrong and what to do, by status of HTTP."""


@dataclass(frozen=True, slots=True)
class ErrorView:
    """What a page says of an error."""

    code: str
    what: str
    where: str
    advice: str


def status_of(error: ReportedlyError) -> int:
    """Return the status of HTTP for an error of ours."""
    if isinstance(error, NotFound):
        return 404
    if isinstance(error, LedgerBusy):
        return 503
    return 400 if isinstance(error, SettingsError) else 500


def install(app: FastAPI) -> None:
    """Have an app answer errors with pages."""

    async def ours(request: Request, error: Exception) -> Response:
        said = cast("ReportedlyError", error)
        view = ErrorView(said.code, said.what, said.where, said.advice)
        if said.code == _NOBODY_WORKS and "hx-request" not in request.headers:
            return answer(request, "who.html.j2", view, status=status_of(said), also={"fields": await _typed(request)})
        return answer(request, "error.html.j2", view, status=status_of(said))

    async def no_page(request: Request, error: Exception) -> Response:
        said = cast("HTTPException", error)
        what, advice = _WORDS.get(said.status_code, (str(said.detail), ""))
        view = ErrorView(str(said.status_code), what, request.url.path, advice)
        return answer(request, "error.html.j2", view, status=said.status_code)

    async def unusable(request: Request, error: Exception) -> Response:
        first = cast("RequestValidationError", error).errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        view = ErrorView("E282", str(first["msg"]), where, "look at the address or the form")
        return answer(request, "error.html.j2", view, status=400)

    app.add_exception_handler(ReportedlyError, ours)
    app.add_exception_handler(HTTPException, no_page)
    app.add_exception_handler(RequestValidationError, unusable)


async def _typed(request: Request) -> tuple[tuple[str, str], ...]:
    """Return the fields of the form that was refused, so that it can be sent once more."""
    if request.method != "POST":
        return ()
    form = await request.form(max_fields=400)
    return tuple((name, value) for name, value in form.multi_items() if isinstance(value, str))
