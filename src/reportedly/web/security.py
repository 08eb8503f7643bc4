"""What keeps the workbench to the people at this machine: who may ask, and what a page may load and run.

Stored texts are escaped wherever they are printed; the policy is the second wall, for the day on which that fails.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from fastapi import Request, Response
from fastapi.responses import PlainTextResponse

CONTENT_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
"""Scripts and styles are files of the package; nothing inline runs and no other address is asked."""
HEADERS = {
    "content-security-policy": CONTENT_POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
LOCAL_NAMES = frozenset({"127.0.0.1", "localhost", "[::1]"})
"""Names under which this machine knows itself. Any other is a page elsewhere whose name was led here."""
_READING = frozenset({"GET", "HEAD", "OPTIONS"})

Handler = Callable[[Request], Awaitable[Response]]


async def guard(request: Request, handle: Handler) -> Response:
    """Refuse requests that do not come from this machine's own pages, and set the headers of every answer."""
    refusal = _refusal(request)
    response = PlainTextResponse(refusal, 403) if refusal else await handle(request)
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    if not request.url.path.startswith("/static/"):
        response.headers.setdefault("cache-control", "no-store")
    return response


def _refusal(request: Request) -> str:
    """Return why a request is refused; empty where it is not."""
    host = request.headers.get("host", "")
    if _name(host) not in LOCAL_NAMES:
        return "The workbench answers to 127.0.0.1 and localhost only."
    if request.method in _READING:
        return ""
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    foreign = site is not None and site not in {"same-origin", "none"}
    if foreign or (origin is not None and origin.partition("://")[2] != host):
        return "Another site's page asked for this; the workbench changes nothing for it."
    return ""


def _name(host: str) -> str:
    return host if host.endswith("]") else host.rpartition(":")[0] or host
