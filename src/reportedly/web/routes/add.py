"""Take in reports: files, texts, addresses and feeds, each a job that is done beside the pages."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import UploadFile

from reportedly.model.errors import NotFound, SettingsError
from reportedly.pipeline.workbench.gathering import MOST_BYTES, Pasted, Upload, Wanted
from reportedly.pipeline.workbench.jobs import JobBoard, recorded_job
from reportedly.pipeline.workbench.refused import loss_page, refusal_page
from reportedly.publish.labels import cut
from reportedly.web.desk import AtDesk, day_in, person_of
from reportedly.web.pages import answer
from reportedly.web.views.adding import MOST_ADDRESSES, MOST_FILES, MOST_TOGETHER, add_view, as_job, job_view

router = APIRouter()
_HEADLINE = 120
"""Characters of a headline at most."""
_PAGE = 50
_FORM_BYTES = 100_000
"""What a form takes beside its files."""


def board_of(request: Request) -> JobBoard:
    """Return the jobs of the workbench that answers a request."""
    board: JobBoard = request.app.state.jobs
    return board


AtBoard = Annotated[JobBoard, Depends(board_of)]


@router.get("/add", response_model=None)
def add(request: Request, desk: AtDesk, board: AtBoard) -> Response:
    """Show how reports can be added, and the jobs so far."""
    with desk.reading() as bench:
        view = add_view(bench, board.newest(20))
    return answer(request, "add.html.j2", view)


@router.post("/add/files", response_model=None)
async def add_files(request: Request, board: AtBoard) -> Response:
    """Take files; each is judged by itself, and what cannot be read is refused with advice."""
    await _bounded(request)
    async with request.form(max_files=MOST_FILES + 1, max_fields=10, max_part_size=_FORM_BYTES) as form:
        parts = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
        if not parts:
            raise SettingsError("E272", "nothing was given to add", "files", "choose one file or more")
        if len(parts) > MOST_FILES:
            advice = f"add {MOST_FILES} files at a time, or put many reports into one .jsonl file"
            raise SettingsError("E270", "these are too many files at once", f"{len(parts)} files", advice)
        uploads = tuple([Upload(one.filename or "", await one.read(MOST_BYTES + 1)) for one in parts])
    first = uploads[0].name
    label = f"File: {first}" if len(uploads) == 1 else f"{len(uploads)} files, the first: {first}"
    return _taken(request, board, Wanted(uploads=uploads), cut(label, 160))


@router.post("/add/text", response_model=None)
def add_text(
    request: Request,
    board: AtBoard,
    text: Annotated[str, Form(max_length=MOST_BYTES)] = "",
    title: Annotated[str, Form(max_length=500)] = "",
    outlet: Annotated[str, Form(max_length=200)] = "",
    day: Annotated[str, Form(max_length=20)] = "",
    address: Annotated[str, Form(max_length=2000)] = "",
) -> Response:
    """Take a text that was pasted, with what is known about it."""
    if not text.strip():
        raise SettingsError("E272", "nothing was given to add", "text", "paste the words of the report")
    heading = title.strip() or _headline(text)
    pasted = Pasted(text, heading, outlet.strip(), day_in(day.strip()), address.strip())
    return _taken(request, board, Wanted(texts=(pasted,)), f"Text: {cut(heading or text, 80)}")


@router.post("/add/address", response_model=None)
def add_address(
    request: Request, board: AtBoard, addresses: Annotated[str, Form(max_length=_FORM_BYTES)] = ""
) -> Response:
    """Fetch pages by their addresses, one a line."""
    found = tuple(dict.fromkeys(line.strip() for line in addresses.splitlines() if line.strip()))
    if not found:
        raise SettingsError("E272", "nothing was given to add", "addresses", "give the address of a page")
    if len(found) > MOST_ADDRESSES:
        raise SettingsError("E270", "these are too many pages at once", "", f"give {MOST_ADDRESSES} at a time")
    label = f"Page: {found[0]}" if len(found) == 1 else f"{len(found)} pages, the first: {found[0]}"
    return _taken(request, board, Wanted(addresses=found), cut(label, 160))


@router.post("/add/feed", response_model=None)
def add_feed(request: Request, board: AtBoard, feed: Annotated[str, Form(max_length=2000)] = "") -> Response:
    """Fetch the pages that a feed names."""
    if not feed.strip():
        raise SettingsError("E272", "nothing was given to add", "feed", "give the address of an RSS or Atom feed")
    return _taken(request, board, Wanted(feeds=(feed.strip(),)), f"Feed: {cut(feed.strip(), 160)}")


@router.get("/add/job/{job_id}", response_model=None)
def show_job(request: Request, job_id: str, desk: AtDesk, board: AtBoard) -> Response:
    """Show how far a job is, or what came of it."""
    job = board.find(job_id)
    if job is None:
        record = recorded_job(desk.ledger, job_id)
        if record is None:
            raise NotFound("E273", "there is no such job", job_id, "look at the list of jobs on the page Add")
        job = as_job(record)
    with desk.reading() as bench:
        view = job_view(bench, job)
    part = request.headers.get("hx-request") == "true"
    return answer(request, "add_job_part.html.j2" if part else "add_job.html.j2", view)


@router.get("/refusals", response_model=None)
def refusals(
    request: Request,
    desk: AtDesk,
    show: Annotated[str, Query(pattern="^(refusals|losses)$")] = "refusals",
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> Response:
    """List what was not taken in, or what was lost of what was."""
    with desk.reading() as bench:
        view = loss_page(bench, page, _PAGE) if show == "losses" else refusal_page(bench, page, _PAGE)
    return answer(request, "refusals.html.j2", view, also={"show": show})


async def _bounded(request: Request) -> None:
    """Refuse a body that is too large; it is read to its end and thrown away, so that the browser shows the answer."""
    said = request.headers.get("content-length", "")
    most = MOST_TOGETHER + _FORM_BYTES
    if said.isdecimal() and int(said) <= most:
        return
    got = 0
    async for chunk in request.stream():
        got += len(chunk)
        if got > 20 * most:
            break
    advice = f"add them in parts of {MOST_TOGETHER // 1_000_000} MB"
    raise SettingsError("E270", "this is too much at once", f"{int(said or 0):,} bytes", advice)


def _taken(request: Request, board: JobBoard, wanted: Wanted, label: str) -> Response:
    job = board.submit(wanted, label, person_of(request))
    return RedirectResponse(f"/add/job/{job.id}", 303)


def _headline(text: str) -> str:
    """Return the headline of a pasted text: a first line set apart that ends no sentence; empty where none is."""
    first, _, rest = text.strip().partition("\n")
    line, below = first.strip(), rest.split("\n", 1)[0]
    apart = bool(rest.strip()) and not below.strip()
    return line if apart and len(line) <= _HEADLINE and line[-1].isalnum() else ""
