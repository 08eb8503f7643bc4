"""The workbench as an application: its parts, its guard, its files."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from reportedly import __version__
from reportedly.pipeline.toolkit import Toolkit
from reportedly.pipeline.workbench.gathering import FetchRules
from reportedly.pipeline.workbench.jobs import JobBoard
from reportedly.web import errors, security
from reportedly.web.described import describe
from reportedly.web.desk import Desk
from reportedly.web.routes import (
    add,
    api,
    document,
    dossier,
    downloads,
    event,
    explained,
    figures,
    person,
    places,
    preferences,
    publish,
    publish_edit,
    review,
    review_more,
    rounds,
    search,
    source,
)

_ROUTES = (
    dossier,
    figures,
    places,
    event,
    document,
    source,
    review,
    review_more,
    rounds,
    add,
    publish,
    publish_edit,
    downloads,
    search,
    person,
    preferences,
    explained,
    api,
)
_STATIC = Path(__file__).parent / "static"
_PLAIN_JSON = frozenset({"/openapi.json"})


class Workbench(FastAPI):
    """The application, which describes each page for programs."""

    def openapi(self) -> dict[str, Any]:
        """Return the OpenAPI description."""
        return describe(self)


def create_app(ledger: Path, tools: Toolkit, rules: FetchRules | None = None) -> FastAPI:
    """Return the workbench over a ledger.

    Args:
        ledger: the ledger's file, which is there already.
        tools: settings and what they name; reading and drawing follow them.
        rules: how far and how much may be fetched where a person asks for it; None = the usual bounds.
    """
    app = Workbench(
        title="Reportedly workbench",
        version=__version__,
        description="Every page as JSON: add .json to its address or ask with Accept: application/json.",
        docs_url=None,
        redoc_url=None,
    )
    app.state.desk = Desk(ledger, tools)
    app.state.jobs = JobBoard(ledger, tools, rules)
    for module in _ROUTES:
        app.include_router(module.router)
    app.mount("/static", StaticFiles(directory=_STATIC), name="static")
    errors.install(app)
    app.add_middleware(JsonAddresses)
    app.middleware("http")(security.guard)
    return app


class JsonAddresses:
    """Lets every page be asked for as JSON under its address with ``.json`` behind it."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand before an application."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Take the ending off an address and remember it."""
        path = scope.get("path", "")
        if scope["type"] == "http" and path.endswith(".json") and path not in _PLAIN_JSON:
            bare = path.removesuffix(".json")
            bare = "/" if bare in {"", "/", "/index"} else bare
            scope = {**scope, "path": bare, "raw_path": bare.encode(), "as_json": True}
        await self._app(scope, receive, send)
