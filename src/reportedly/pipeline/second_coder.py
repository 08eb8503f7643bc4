"""A second coder beside the built-in reader: open a model backend, let it code, compare, and record.

Nothing here enters grouping, evidence or assessment: a coding is an entry of its own kind, which no stage reads.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path

from reportedly.backend.address import Reach, parse_address
from reportedly.backend.agreement import Agreement, Who, agreement
from reportedly.backend.cache import CachedBackend, Mode
from reportedly.backend.client import KEY_VARIABLE, HttpBackend, Limits
from reportedly.backend.coder import SecondCoder, coder_name
from reportedly.backend.protocol import Backend
from reportedly.backend.rephrase import Rephraser
from reportedly.claims.figures_numerals import find_numerals
from reportedly.ledger.store import Ledger
from reportedly.model.actors import ActorRegistry, folded
from reportedly.model.claim import Claim
from reportedly.model.codec import from_json, to_json
from reportedly.model.coding import Coding
from reportedly.model.document import Document, Refusal
from reportedly.model.entry import Draft, EntryKind
from reportedly.model.errors import NotFound, SettingsError
from reportedly.model.span import Span
from reportedly.pipeline.intake import NothingRead, code, read_paths
from reportedly.pipeline.output import replace_file
from reportedly.pipeline.reading import Coded, known_by
from reportedly.pipeline.record import held
from reportedly.pipeline.toolkit import Toolkit

ADDRESS_VARIABLE = "REPORTEDLY_BACKEND"
"""The environment variable that can name the address in the place of ``--backend``."""


@dataclass(frozen=True, slots=True)
class BackendSettings:
    """Which model is asked, where, and where its answers are kept."""

    model: str
    """Name of the model, as its server knows it."""
    cache: Path
    """Folder of the kept answers; it comes to hold the articles' text."""
    mode: Mode = Mode.REPLAY
    address: str | None = None
    """Address of the server; needed unless the mode is strict."""
    insecure: bool = False
    """Whether plain http is allowed beyond this machine."""
    limits: Limits = field(default_factory=Limits)

    @classmethod
    def of(
        cls, model: str, cache: Path, mode: str, address: str | None, insecure: bool, seconds: float
    ) -> BackendSettings:
        """Return settings from plain values: the mode by its name, the longest time of one answer in seconds."""
        return cls(model, cache, Mode(mode), address, insecure, Limits(seconds=seconds))


@dataclass(frozen=True, slots=True)
class SecondCoding:
    """What the second coder found, beside what the reader found."""

    coded: tuple[Coded, ...]
    """The documents with the built-in reader's claims."""
    codings: tuple[Coding, ...]
    """The second coder's, in the order of the documents."""
    agreement: Agreement
    refusals: tuple[Refusal, ...]
    """What could not be read, and answers that could not be used."""


def open_backend(settings: BackendSettings) -> tuple[Backend, str]:
    """Return what answers requests, and the warning that must be shown before the first one.

    Raises:
        SettingsError: E260 to E262 for an unusable address or key, E263 where the mode sends and no address is given.
    """
    if settings.mode is Mode.STRICT:
        warning = f"nothing is sent: every answer is taken from {settings.cache}"
        return CachedBackend(settings.cache, settings.mode, replace_file), warning
    if not settings.address:
        advice = f"name it with --backend or {ADDRESS_VARIABLE}, or take answers from the cache alone (--mode strict)"
        raise SettingsError("E263", "no model backend is named", "", advice)
    address = parse_address(settings.address, insecure=settings.insecure)
    http = HttpBackend(address, os.environ.get(KEY_VARIABLE, "").strip(), settings.limits)
    where = f"model {settings.model} at {address} ({address.reach})"
    warning = f"text is sent to the {where}; {_travels(address.reach)}; answers and text are kept in {settings.cache}"
    return CachedBackend(settings.cache, settings.mode, replace_file, http), warning


def _travels(reach: Reach) -> str:
    if reach is Reach.THIS_MACHINE:
        return "it does not leave this machine, unless that server passes it on"
    return "it LEAVES THIS MACHINE, and whoever runs that server can read and keep it"


def rephraser(settings: BackendSettings) -> tuple[Rephraser, str]:
    """Return a function that proposes other words for a sentence, and the warning that must be shown before.

    Raises:
        SettingsError: as ``open_backend``.
    """
    backend, warning = open_backend(settings)
    return Rephraser(backend, settings.model), warning


def numbers_in(words: str) -> frozenset[int]:
    """Return the numbers that words state, in digits or in words; ``dozens`` states 24 by the codebook."""
    found = find_numerals(words, Span(0, len(words)))
    return frozenset(bound for one in found for bound in (one.low, one.high) if bound is not None)


def second_coding(
    source: Path | Sequence[Path],
    model: str,
    backend: Backend,
    tools: Toolkit,
    answer_tokens: int = 4096,
    passage: int = 6000,
) -> SecondCoding:
    """Let a model code documents beside the built-in reader; the codings of a ledger's documents are recorded in it.

    Args:
        source: a ledger, or paths of files and folders.
        model: name of the model.
        backend: who answers.
        tools: settings and what they name.
        answer_tokens: the longest answer, in the model's tokens.
        passage: the longest passage that is shown at once, in code points; a tenth of it is shown twice.

    Raises:
        NothingRead: where there is no document that counts.
        LedgerError: where the ledger cannot be opened or written.
        BackendError: where an answer cannot be had; nothing is recorded then, and answers kept so far stay kept.
    """
    coded, refusals = _of_ledger(source, tools) if isinstance(source, Path) else _of_paths(source, tools)
    coder = SecondCoder(backend, model, numbers_in, answer_tokens, passage, passage // 10)
    codings = _codings(coder, [one.document for one in coded], tools)
    if isinstance(source, Path):
        _record(source, codings, {one.document.id: one.document for one in coded})
    return _beside(coded, codings, refusals, tools)


def recorded_coding(ledger: Path, model: str | None, tools: Toolkit) -> SecondCoding:
    """Return the codings that a ledger holds, beside the reader's claims as they stand now; nobody is asked.

    Args:
        ledger: the ledger.
        model: whose codings; None where there is only one second coder.
        tools: settings and what they name.

    Raises:
        LedgerError: where the ledger cannot be opened.
        NotFound: E450 where there are no codings, or those of several models and none is named.
    """
    with Ledger.open(ledger) as book:
        every = [from_json(Coding, entry.draft.body) for entry in book.current(EntryKind.CODING)]
    coders = sorted({coding.coder for coding in every} if model is None else {coder_name(model)})
    found = {coding.document_id: coding for coding in every if coding.coder in coders}
    if len(coders) != 1 or not found:
        there = ", ".join(sorted({coding.coder for coding in every})) or "none"
        raise NotFound("E450", "no codings, or no telling which", str(ledger), f"name the model; there are: {there}")
    coded, refusals = _of_ledger(ledger, tools)
    both = tuple(one for one in coded if one.document.id in found)
    return _beside(both, tuple(found[one.document.id] for one in both), refusals, tools)


def _beside(
    coded: tuple[Coded, ...], codings: tuple[Coding, ...], refusals: tuple[Refusal, ...], tools: Toolkit
) -> SecondCoding:
    pairs = zip(coded, codings, strict=True)
    made = agreement([(one.document.id, one.claims, other.claims) for one, other in pairs], _who(tools.registry))
    answers = chain.from_iterable(coding.refusals for coding in codings)
    return SecondCoding(coded, codings, made, (*refusals, *answers))


def _of_paths(paths: Sequence[Path], tools: Toolkit) -> tuple[tuple[Coded, ...], tuple[Refusal, ...]]:
    reading = read_paths(paths, tools)
    kept = known_by(reading.documents, tools.settings.as_of)
    refusals = reading.refusals + kept.refusals
    if not kept.documents:
        raise NothingRead(paths, refusals)
    return tuple(code(kept.documents, tools)), refusals


def _of_ledger(ledger: Path, tools: Toolkit) -> tuple[tuple[Coded, ...], tuple[Refusal, ...]]:
    with Ledger.open(ledger) as book:
        there = held(book)
    kept = known_by(there.documents, tools.settings.as_of)
    if not kept.documents:
        raise NothingRead([ledger], kept.refusals)
    claims: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(there.claims, key=lambda one: (one.span, one.id)):
        claims[claim.document_id].append(claim)
    ordered = sorted(kept.documents, key=lambda one: (one.day or date.max, one.moment))
    return tuple(Coded(one, tuple(claims[one.id])) for one in ordered), kept.refusals


def _codings(coder: SecondCoder, documents: Sequence[Document], tools: Toolkit) -> tuple[Coding, ...]:
    found = []
    tools.progress.begin("asking the second coder", len(documents))
    for document in documents:
        found.append(coder.code(document))
        tools.progress.step()
    tools.progress.end()
    return tuple(found)


def _who(registry: ActorRegistry) -> Who:
    def who(name: str) -> str:
        actor = registry.find(name)
        return actor.id if actor else folded(name)

    return who


def _record(ledger: Path, codings: Sequence[Coding], documents: dict[str, Document]) -> None:
    """Append the codings that are new or differ from what stands; the coder is the actor."""
    drafts = [
        Draft(
            kind=EntryKind.CODING,
            subject=coding.id,
            body=to_json(coding),
            actor=coding.coder,
            reason=f"second coding of {documents[coding.document_id].key}, by instructions {coding.prompt}",
            published=documents[coding.document_id].day,
        )
        for coding in codings
    ]
    with Ledger.open(ledger, write=True) as book:
        there = book.holding(EntryKind.CODING, [draft.subject for draft in drafts])
        book.append([draft for draft in drafts if draft.subject not in there or there[draft.subject].draft != draft])
