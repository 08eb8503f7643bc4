"""Errors as pages: code, what, where and what to do, with the status of HTTP that fits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from reportedly.model.errors import LedgerBusy, NotFound, ReportedlyError, SettingsError
from reportedly.web.pages import answer


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
        return answer(request, "error.html.j2", view, status=status_of(said))

    async def no_page(request: Request, error: Exception) -> Response:
        said = cast("HTTPException", error)
        view = ErrorView(str(said.status_code), str(said.detail), request.url.path, "")
        return answer(request, "error.html.j2", view, status=said.status_code)

    async def unusable(request: Request, error: Exception) -> Response:
        first = cast("RequestValidationError", error).errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        view = ErrorView("E282", str(first["msg"]), where, "look at the address or the form")
        return answer(request, "error.html.j2", view, status=400)

    app.add_exception_handler(ReportedlyError, ours)
    app.add_exception_handler(HTTPException, no_page)
    app.add_exception_handler(RequestValidationError, unusable)
