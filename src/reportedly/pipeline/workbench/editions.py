"""Editions in a ledger: begin, read, save, restore and publish an assessment as people edit it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

from reportedly.assessment.sentence_check import footing_of
from reportedly.model.assessment import Assessment, Finding, Section
from reportedly.model.codec import from_json, to_json
from reportedly.model.edition import BlockKind, Edition, EditionStatus, SentenceCheck, Standing
from reportedly.model.entry import Draft, Entry, EntryKind
from reportedly.model.errors import NotFound, SettingsError
from reportedly.model.ids import identifier
from reportedly.pipeline.growing import Grower
from reportedly.pipeline.judging import refuse_machine
from reportedly.pipeline.predicting import append_beside, record_predictions
from reportedly.pipeline.record import Recorder
from reportedly.pipeline.toolkit import Toolkit
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.catalogue import keep
from reportedly.pipeline.workbench.editions_edit import block_of, first_blocks, footed
from reportedly.pipeline.workbench.editions_ground import Ground, ground_of, ground_once_saved, keep_ground

_WAIT = 5.0
"""Seconds to wait for somebody else who is writing."""
MOST_EVENTS = 50
"""Events of one edition; with more, nobody reads it and no page shows it in time."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What somebody asks for who begins an edition."""

    title: str
    event_ids: tuple[str, ...]
    chosen: str
    """How the events were chosen, in words."""
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Saving:
    """Who saves, why, and which version they had before their eyes."""

    author: str
    reason: str
    seen: int


@dataclass(frozen=True, slots=True)
class Version:
    """One save of an edition, as the ledger's history has it."""

    number: int
    author: str
    reason: str
    recorded: datetime
    status: EditionStatus


class EditionMoved(SettingsError):
    """Somebody else changed the same thing in the meantime; nothing was saved."""


Change = Callable[[Bench, Edition], Edition]
"""Makes the next edition of one; the open ledger is there for what it rests on."""


def editions(bench: Bench) -> tuple[tuple[Edition, Version], ...]:
    """Return all editions of a ledger with their last save, the one that was saved last first."""
    entries = sorted(bench.book.current(EntryKind.EDITION), key=lambda entry: -entry.number)
    return tuple(_read(entry) for entry in entries)


def edition_of(bench: Bench, edition_id: str) -> Edition:
    """Return an edition.

    Raises:
        NotFound: E277 where there is none of this id.
    """
    entry = bench.book.get(EntryKind.EDITION, edition_id)
    if entry is None:
        raise NotFound("E277", "there is no such edition", edition_id, "choose one from the list")
    return from_json(Edition, entry.draft.body)


def versions_of(bench: Bench, edition_id: str) -> tuple[Version, ...]:
    """Return every save of an edition, the newest first."""
    return tuple(version for _, version in reversed(_saves(bench, edition_id)))


def begin(ledger: Path, tools: Toolkit, wish: Beginning, author: str) -> Edition:
    """Begin an edition with the findings on some events, record it and return it.

    Raises:
        SettingsError: E279 where no event is chosen, too many are, or none of them is there.
    """
    refuse_machine(author)
    if not 0 < len(wish.event_ids) <= MOST_EVENTS:
        advice = f"choose one to {MOST_EVENTS}"
        raise SettingsError("E279", "an edition needs events to speak of", f"{len(wish.event_ids)} chosen", advice)
    with Bench.open(ledger, tools, write=True, wait=_WAIT) as bench:
        events = bench.events(wish.event_ids)
        if not events:
            raise SettingsError("E279", "none of the chosen events is there", wish.event_ids[0], "choose others")
        title = " ".join(wish.title.split())[:200] or "Assessment"
        made = Edition(
            id=Edition.identify(title, author, bench.book.top()),
            title=title,
            events=tuple(event.claim_ids for event in events),
            chosen=wish.chosen,
            as_of=wish.as_of,
            yardstick=tools.yardstick.name,
            blocks=(),
            made=0,
        )
        ground = ground_of(bench, made)
        blocks = first_blocks(ground.dossier, made.id)
        made = _footed(replace(made, blocks=blocks, made=len(blocks)), ground, [one.id for one in blocks])
        _append(bench, made, author, f"begun: {wish.chosen}")
        keep_ground(bench, made, ground)
    return made


def save(
    ledger: Path, tools: Toolkit, edition_id: str, saving: Saving, change: Change, block_id: str | None = ""
) -> Edition:
    """Change an edition and record it as its next version; return it.

    What others changed in the meantime stays, unless it is the very thing that is changed now.

    Args:
        ledger: the ledger's file.
        tools: settings and what they name.
        edition_id: the edition.
        saving: who saves, why, and what they saw.
        change: makes the next edition.
        block_id: the block that is changed; empty where the edition as a whole is; None where nothing of anybody else
            can be lost, as with a remark, a move or a new sentence.

    Raises:
        EditionMoved: E275 where somebody else changed the block, or the whole, since.
        NotFound: E277 where edition or block is not there.
        SettingsError: E208 where no person saves, or what ``change`` raises.
    """
    refuse_machine(saving.author)
    with Bench.open(ledger, tools, write=True, wait=_WAIT) as bench:
        old = edition_of(bench, edition_id)
        _refuse_moved(old, saving, block_id)
        new = change(bench, old)
        if new == old:
            return old
        new = replace(new, version=old.version + 1)
        fresh = [one.id for one in new.blocks if one.kind is BlockKind.SENTENCE and one.footing is None]
        ground = ground_once_saved(bench, old, new)
        new = _footed(new, ground, fresh)
        if new.status is old.status is EditionStatus.PUBLISHED and _printed(new) != _printed(old):
            new = replace(new, status=EditionStatus.DRAFT)
        _append(bench, new, saving.author, saving.reason)
        keep_ground(bench, new, ground)
    return new


def restored(version: int) -> Change:
    """Return the change that brings back what an edition was in an earlier version."""

    def change(bench: Bench, edition: Edition) -> Edition:
        for old, _ in _saves(bench, edition.id):
            if old.version == version:
                now, raised = {one.id: one for one in edition.blocks}, edition.version + 1
                blocks = (one if one == now.get(one.id) else replace(one, version=raised) for one in old.blocks)
                return replace(edition, title=old.title, blocks=tuple(blocks), status=EditionStatus.DRAFT)
        raise NotFound("E277", "the edition has no such version", str(version), "choose one from its history")

    return change


def fallen(edition: Edition, ground: Ground) -> tuple[tuple[str, SentenceCheck], ...]:
    """Return the sentences that nothing supports now, each with what is wrong with it."""
    checks = ground.checks(edition)
    return tuple(
        (one.text, checks[one.id])
        for one in edition.blocks
        if one.kind is BlockKind.SENTENCE and checks[one.id].standing is Standing.FALLS
    )


def publish_edition(ledger: Path, tools: Toolkit, edition_id: str, saving: Saving) -> Edition:
    """Record an edition as an assessment, with what it predicts, and mark it as published.

    Raises:
        SettingsError: E276 where a sentence falls, or there is none.
        EditionMoved: E275 where somebody changed it in the meantime.
    """
    refuse_machine(saving.author)
    with Bench.open(ledger, tools, write=True, wait=_WAIT) as bench:
        old = edition_of(bench, edition_id)
        _refuse_moved(old, saving, "")
        ground = ground_of(bench, old)
        wrong = fallen(old, ground)
        told = [one for one in old.blocks if one.kind is BlockKind.SENTENCE]
        if wrong or not told:
            count = "a sentence" if len(wrong) == 1 else f"{len(wrong)} sentences"
            what = f"{count} without support" if wrong else "it has no sentence"
            where = "; ".join(f"“{text}”" for text, _ in wrong[:3])
            raise SettingsError("E276", f"this edition cannot be published: {what}", where, "mend or remove them first")
        recorder = Recorder(bench.book)
        grower = Grower(bench.book, recorder, tools)
        assessment = _assessment(old, ground, tools)
        recorder.assessment(assessment)
        if old.as_of is None:
            record_predictions(bench.book, replace(ground.dossier, assessment=assessment))
        new = replace(old, status=EditionStatus.PUBLISHED, version=old.version + 1, assessment_id=assessment.id)
        bench.book.append([Draft(EntryKind.EDITION, new.id, to_json(new), saving.author, saving.reason)])
        grower.settle()
        keep(bench.book, tools)
    return new


def _saves(bench: Bench, edition_id: str) -> list[tuple[Edition, Version]]:
    entries = bench.book.history(edition_id)
    return [_read(one) for one in entries if one.draft.kind is EntryKind.EDITION and one.draft.body]


def _read(entry: Entry) -> tuple[Edition, Version]:
    made, told = from_json(Edition, entry.draft.body), entry.draft
    return made, Version(made.version, told.actor, told.reason, entry.recorded, made.status)


def _assessment(edition: Edition, ground: Ground, tools: Toolkit) -> Assessment:
    checks = ground.checks(edition)
    findings = tuple(
        Finding(
            one.id,
            one.section or Section.CLAIMED,
            one.text,
            one.claim_ids,
            checks[one.id].event_id,
            ground.grounding.likelihood_in(one.text, checks[one.id].event_id),
        )
        for one in edition.blocks
        if one.kind is BlockKind.SENTENCE
    )
    policy, table = tools.settings.policy, tools.convention.name
    pages = tuple(document.id for document in ground.dossier.documents)
    name = identifier("asm", edition.title, edition.as_of, edition.yardstick, policy, table, findings, pages)
    return Assessment(name, edition.title, edition.as_of, edition.yardstick, policy, findings, pages, table)


def _refuse_moved(edition: Edition, saving: Saving, block_id: str | None) -> None:
    if block_id is None:
        return
    now = block_of(edition, block_id).version if block_id else edition.version
    if now > saving.seen:
        what = "somebody changed this in the meantime; nothing of yours is saved yet"
        raise EditionMoved("E275", what, edition.id, "look at both and save again")


def _printed(edition: Edition) -> Sequence[tuple[object, ...]]:
    """Return what readers see of an edition."""
    return [(edition.title,), *((one.kind, one.text, one.claim_ids) for one in edition.blocks)]


def _footed(edition: Edition, ground: Ground, block_ids: Sequence[str]) -> Edition:
    told = [block_of(edition, one) for one in block_ids]
    sentences = [one for one in told if one.kind is BlockKind.SENTENCE]
    return footed(edition, [(one.id, footing_of(one, ground.grounding)) for one in sentences])


def _append(bench: Bench, edition: Edition, author: str, reason: str) -> None:
    draft = Draft(EntryKind.EDITION, edition.id, to_json(edition), author, reason or "saved")
    append_beside(bench.book, [draft])
    keep(bench.book, bench.tools)
