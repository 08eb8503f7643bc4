"""Record the letters that people give sources, and take them back; the machine's letters stay beside them."""

from __future__ import annotations

from pathlib import Path

from reportedly.ledger.store import Ledger
from reportedly.model.actors import ActorRegistry
from reportedly.model.codec import to_json
from reportedly.model.entry import Action, Draft, EntryKind
from reportedly.model.errors import SettingsError
from reportedly.model.grading import SourceLetter
from reportedly.model.review import SourceJudgement
from reportedly.pipeline.decided import graded_sources
from reportedly.pipeline.find import whole_id
from reportedly.pipeline.judging import refuse_machine
from reportedly.pipeline.predicting import append_beside
from reportedly.pipeline.toolkit import Toolkit
from reportedly.pipeline.workbench.bench import Bench


def grade_source(
    ledger: Path, source: str, letter: SourceLetter, author: str, reason: str, tools: Toolkit
) -> SourceJudgement:
    """Record a person's letter for a source; nothing that is drawn changes, only what grades are told of it.

    Args:
        ledger: the ledger.
        source: the source's id in the registry, or its name.
        letter: ``A`` to ``E``, or ``F`` = cannot be judged.
        author: who judges.
        reason: why.
        tools: settings and what they name.

    Raises:
        SettingsError: E208 where the author is the machine, E293 where source or reason is missing.
    """
    refuse_machine(author)
    if not source.strip() or not reason.strip():
        raise SettingsError("E293", "a letter needs a source and a reason", source, "say whom you judge, and why")
    name = source_key(source, tools.registry)
    made = SourceJudgement(SourceJudgement.identify(name, author), name, letter, author, reason.strip())
    with Ledger.open(ledger, write=True) as book:
        if graded_sources(book)[-1:] != (made,):
            append_beside(book, [Draft(EntryKind.SOURCE_GRADE, made.id, to_json(made), author, made.reason)])
    return made


def undo_source_grade(ledger: Path, judgement_id: str, author: str, reason: str, tools: Toolkit) -> str:  # noqa: ARG001 - all that write take tools
    """Withdraw a person's letter for a source and return the id of the judgement.

    Raises:
        NotFound: where no letter in force has this id.
        SettingsError: E208 where the author is the machine, E293 where no reason is given.
    """
    refuse_machine(author)
    if not reason.strip():
        raise SettingsError("E293", "a reason is needed to take a letter back", "reason", "say why, in a few words")
    with Ledger.open(ledger, write=True) as book:
        found = whole_id(judgement_id, book.subjects(EntryKind.SOURCE_GRADE), "letter")
        append_beside(book, [Draft(EntryKind.SOURCE_GRADE, found, "", author, reason, action=Action.WITHDRAW)])
    return found


def source_grades(bench: Bench) -> tuple[SourceJudgement, ...]:
    """Return the letters by people that are in force, oldest first: of several for one source the last counts."""
    return bench.graded


def source_key(source: str, registry: ActorRegistry) -> str:
    """Return the registry's id of a source, or its name where it is not there."""
    actor = registry.get(source) or registry.find(source)
    return actor.id if actor is not None else " ".join(source.split())
