"""What people do to an edition: each a form that is answered with the editor, or with what stands against it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import RedirectResponse

from reportedly.model.edition import Block, BlockKind, Edition, Standing
from reportedly.model.errors import NotFound, SettingsError
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.editions import (
    Change,
    EditionMoved,
    Saving,
    edition_of,
    fallen,
    publish_edition,
    restored,
    save,
)
from reportedly.pipeline.workbench.editions_edit import (
    Words,
    added,
    block_of,
    entitled,
    moved,
    remarked,
    reworded,
    without,
)
from reportedly.pipeline.workbench.editions_ground import Ground, ground_of
from reportedly.web.desk import AtDesk, Desk, Person
from reportedly.web.pages import answer
from reportedly.web.views.publish_editor import check_view
from reportedly.web.views.publish_list import ConflictView, RefusedView

router = APIRouter()

Seen = Annotated[int, Form(ge=1)]
"""The version that the person had before their eyes."""
Text = Annotated[str, Form(max_length=20_000)]
Why = Annotated[str, Form(max_length=500)]
ClaimIds = Annotated[list[str] | None, Form(max_length=1000)]


@router.post("/publish/{edition_id}/check", response_model=None)
def check(
    request: Request,
    edition_id: str,
    desk: AtDesk,
    text: Text = "",
    block: Annotated[str, Form()] = "",
    claim: ClaimIds = None,
) -> Response:
    """Hold a typed text against the claims chosen for it; nothing is saved."""
    ids = tuple(claim or ())
    with desk.reading() as bench:
        edition = edition_of(bench, edition_id)
        ground = ground_of(bench, edition, ids)
    old = next((one for one in edition.blocks if one.id == block), None)
    line = " ".join(text.split())
    typed = _typed(old, line, ids)
    return answer(request, "publish_check.html.j2", check_view(ground.check(typed)))


@router.post("/publish/{edition_id}/block/{block_id}", response_model=None)
def change(
    request: Request,
    edition_id: str,
    block_id: str,
    desk: AtDesk,
    person: Person,
    seen: Seen,
    text: Text = "",
    why: Why = "",
    claim: ClaimIds = None,
) -> Response:
    """Save other words for a block, or other claims that it rests on."""
    words = Words(text, tuple(claim or ()))
    saving = Saving(person, why.strip() or "worded anew", seen)
    try:
        save(
            desk.ledger,
            desk.tools,
            edition_id,
            saving,
            lambda _, edition: reworded(edition, block_id, words, person, why.strip()),
            block_id,
        )
    except EditionMoved as error:
        return _conflict(request, desk, edition_id, block_id, words, error)
    except NotFound as error:
        return _conflict(request, desk, edition_id, block_id, words, error)
    return _back(edition_id, block_id)


@router.post("/publish/{edition_id}/block/{block_id}/take", response_model=None)
def take(request: Request, edition_id: str, block_id: str, desk: AtDesk, person: Person, seen: Seen) -> Response:
    """Take over the wording that a sentence's finding has now."""

    def taken(bench: Bench, edition: Edition) -> Edition:
        ground = ground_of(bench, edition)
        made = _taken(edition, ground, block_of(edition, block_id), person)
        if made is None:
            raise SettingsError("E278", "its finding has no other wording now", "", "word it yourself, or remove it")
        return made

    return _saved(request, desk, edition_id, Saving(person, "the finding's present wording", seen), taken, block_id)


@router.post("/publish/{edition_id}/take", response_model=None)
def take_all(request: Request, edition_id: str, desk: AtDesk, person: Person, seen: Seen) -> Response:
    """Take over the present wording of every sentence without support whose finding has one."""

    def taken(bench: Bench, edition: Edition) -> Edition:
        ground = ground_of(bench, edition)
        for block_id, check in ground.checks(edition).items():
            if check.standing is Standing.FALLS:
                edition = _taken(edition, ground, block_of(edition, block_id), person) or edition
        return edition

    return _saved(request, desk, edition_id, Saving(person, "present wordings of what had no support", seen), taken)


def _taken(edition: Edition, ground: Ground, block: Block, person: str) -> Edition | None:
    """Return the edition with a sentence in the present wording of its finding; None where there is no other."""
    offered = ground.check(block)
    there = ground.dossier.assessment.findings
    finding = next((one for one in there if one.id == offered.offered_id), None)
    if finding is None:
        return None
    words = Words(finding.text, finding.claim_ids, finding=finding)
    return reworded(edition, block.id, words, person, "the finding's present wording")


@router.post("/publish/{edition_id}/block/{block_id}/move", response_model=None)
def move(
    request: Request,
    edition_id: str,
    block_id: str,
    desk: AtDesk,
    person: Person,
    seen: Seen,
    by: Annotated[int, Form(ge=-500, le=500)],
) -> Response:
    """Move a block up or down."""
    saving = Saving(person, f"moved {'up' if by < 0 else 'down'}", seen)
    return _saved(
        request, desk, edition_id, saving, lambda _, edition: moved(edition, block_id, by), block_id, anyway=True
    )


@router.post("/publish/{edition_id}/block/{block_id}/remove", response_model=None)
def remove(
    request: Request, edition_id: str, block_id: str, desk: AtDesk, person: Person, seen: Seen, why: Why = ""
) -> Response:
    """Take a block out; the history keeps it."""
    saving = Saving(person, why.strip() or "removed", seen)
    made = _saved(request, desk, edition_id, saving, lambda _, edition: without(edition, block_id), block_id)
    return _back(edition_id) if made.status_code == 303 else made


@router.post("/publish/{edition_id}/block/{block_id}/remark", response_model=None)
def remark(
    request: Request, edition_id: str, block_id: str, desk: AtDesk, person: Person, seen: Seen, text: Text
) -> Response:
    """Note something on a block for colleagues."""

    def noted(_: Bench, edition: Edition) -> Edition:
        return remarked(edition, block_id, person, text)

    return _saved(request, desk, edition_id, Saving(person, "a remark", seen), noted, block_id, anyway=True)


@router.post("/publish/{edition_id}/add", response_model=None)
def add(
    desk: AtDesk,
    person: Person,
    edition_id: str,
    seen: Seen,
    kind: Annotated[BlockKind, Form()] = BlockKind.SENTENCE,
    text: Text = "",
    after: Annotated[str, Form()] = "",
    finding: Annotated[str, Form()] = "",
    why: Why = "",
    claim: ClaimIds = None,
) -> Response:
    """Add a heading, a sentence of one's own, or a finding."""

    def grown(bench: Bench, edition: Edition) -> Edition:
        words = Words(text, tuple(claim or ()), kind)
        if finding:
            there = {one.id: one for one in ground_of(bench, edition).dossier.assessment.findings}
            if finding not in there:
                raise NotFound("E277", "there is no such finding any more", finding, "choose one of the present ones")
            words = Words(there[finding].text, there[finding].claim_ids, kind, there[finding])
        place = after if any(one.id == after for one in edition.blocks) else ""
        return added(edition, words, place, person, why.strip())

    reason = why.strip() or ("a finding added" if finding else f"{kind} added")
    before = save(desk.ledger, desk.tools, edition_id, Saving(person, reason, seen), grown, None)
    return _back(edition_id, Block.identify(edition_id, before.made))


@router.post("/publish/{edition_id}/title", response_model=None)
def title(request: Request, edition_id: str, desk: AtDesk, person: Person, seen: Seen, text: Text) -> Response:
    """Give an edition another title."""
    saving = Saving(person, "another title", seen)
    return _saved(request, desk, edition_id, saving, lambda _, edition: entitled(edition, text))


@router.post("/publish/{edition_id}/restore", response_model=None)
def restore(
    request: Request,
    edition_id: str,
    desk: AtDesk,
    person: Person,
    seen: Seen,
    version: Annotated[int, Form(ge=1)],
) -> Response:
    """Bring back what an edition was in an earlier version."""
    saving = Saving(person, f"version {version} brought back", seen)
    return _saved(request, desk, edition_id, saving, restored(version))


@router.post("/publish/{edition_id}/publish", response_model=None)
def publish(request: Request, edition_id: str, desk: AtDesk, person: Person, seen: Seen) -> Response:
    """Record an edition as published; refused while a sentence has no support."""
    try:
        publish_edition(desk.ledger, desk.tools, edition_id, Saving(person, "published", seen))
    except EditionMoved as error:
        return _conflict(request, desk, edition_id, "", Words(""), error)
    except SettingsError as error:
        if error.code != "E276":
            raise
        with desk.reading() as bench:
            edition = edition_of(bench, edition_id)
            wrong = fallen(edition, ground_of(bench, edition))
        by_text = {one.text: one.id for one in edition.blocks}
        told = tuple((by_text[text], text, tuple(one.text for one in check.faults)) for text, check in wrong)
        view = RefusedView(edition.id, edition.title, edition.version, error.code, error.what, told)
        return answer(request, "publish_refused.html.j2", view, status=409)
    return _back(edition_id)


def _saved(
    request: Request,
    desk: Desk,
    edition_id: str,
    saving: Saving,
    change: Change,
    block_id: str = "",
    *,
    anyway: bool = False,
) -> Response:
    """Save a change and go back to the editor; show what stands against it where somebody was quicker."""
    try:
        save(desk.ledger, desk.tools, edition_id, saving, change, None if anyway else block_id)
    except EditionMoved as error:
        return _conflict(request, desk, edition_id, block_id, Words(""), error)
    return _back(edition_id, block_id)


def _back(edition_id: str, block_id: str = "") -> Response:
    return RedirectResponse(f"/publish/{edition_id}#{block_id}" if block_id else f"/publish/{edition_id}", 303)


def _conflict(
    request: Request, desk: Desk, edition_id: str, block_id: str, words: Words, error: SettingsError | NotFound
) -> Response:
    """Show both wordings, and lose neither."""
    with desk.reading() as bench:
        edition = edition_of(bench, edition_id)
    block = next((one for one in edition.blocks if one.id == block_id), None)
    view = ConflictView(
        edition.id,
        edition.title,
        edition.version,
        error.code,
        block_id,
        words.text,
        words.claim_ids,
        block.text if block else "",
        block.author if block else "",
        block.reason if block else "",
    )
    return answer(request, "publish_conflict.html.j2", view, status=409)


def _typed(old: Block | None, text: str, claim_ids: tuple[str, ...]) -> Block:
    if old is None:
        return Block("typed", BlockKind.SENTENCE, text, claim_ids)
    original, section = old.original, old.section
    return Block(old.id, old.kind, text, claim_ids, section, old.finding_id, original, old.overall)
