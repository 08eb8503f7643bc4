"""Record what people judge to belong together, take it back, and draw the groups anew."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from reportedly.events.verdicts import MACHINE
from reportedly.ledger.store import Ledger
from reportedly.model.codec import from_json, to_json
from reportedly.model.entry import Action, Draft, EntryKind
from reportedly.model.errors import NotFound, SettingsError
from reportedly.model.event import Judgement, Same, Verdict
from reportedly.model.reason import Reason
from reportedly.pipeline.find import whole_id
from reportedly.pipeline.growing import Grower
from reportedly.pipeline.record import Recorder
from reportedly.pipeline.toolkit import Toolkit


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person says about two claims."""

    same: bool
    about_event: bool
    """Whether they are about one event; if not, whether they relay one saying."""
    author: str
    reason: str


def judge(ledger: Path, pair: tuple[str, str], wish: Wish, tools: Toolkit) -> Judgement:
    """Record a person's judgement on two claims and regroup.

    Args:
        ledger: the ledger that holds the claims.
        pair: the claims' short ids.
        wish: the verdict with author and reason.
        tools: settings and what they name.

    Raises:
        NotFound: where a claim is not there.
        SettingsError: where the author is the machine, or both ids are one claim.
    """
    refuse_machine(wish.author)
    with Ledger.open(ledger, write=True) as book:
        grower = Grower(book, Recorder(book), tools)
        ids = book.subjects(EntryKind.CLAIM)
        left, right = sorted(whole_id(short, ids, "claim") for short in pair)
        if left == right:
            raise SettingsError("E207", "a claim cannot be judged against itself", left, "give two claims")
        made = _judgement(left, right, wish)
        book.append([Draft(EntryKind.JUDGEMENT, made.id, to_json(made), wish.author, wish.reason)])
        grower.draw(judged=[made])
    return made


def _judgement(left: str, right: str, wish: Wish) -> Judgement:
    about = Same.EVENT if wish.about_event else Same.TESTIMONY
    return Judgement(
        id=Judgement.identify(about, left, right, wish.author),
        about=about,
        left=left,
        right=right,
        verdict=Verdict.SAME if wish.same else Verdict.NOT_SAME,
        author=wish.author,
        score=1.0 if wish.same else 0.0,
        reasons=(Reason("person", wish.reason, (left, right)),),
    )


def undo(ledger: Path, short_id: str, author: str, reason: str, tools: Toolkit) -> str:
    """Withdraw a person's judgement, regroup, and return the judgement's id.

    Raises:
        NotFound: where no person's judgement has this id.
    """
    refuse_machine(author)
    with Ledger.open(ledger, write=True) as book:
        grower = Grower(book, Recorder(book), tools)
        there = (from_json(Judgement, entry.draft.body) for entry in book.current(EntryKind.JUDGEMENT))
        by_id = {judgement.id: judgement for judgement in there if judgement.author != MACHINE}
        ids = list(by_id)
        if not ids:
            raise NotFound("E404", "no person has judged anything here", short_id, "there is nothing to take back")
        found = whole_id(short_id, ids, "judgement")
        book.append([Draft(EntryKind.JUDGEMENT, found, "", author, reason, action=Action.WITHDRAW)])
        grower.draw(judged=[by_id[found]])
    return found


def refuse_machine(author: str) -> None:
    """Refuse an author of judgements that is not a person.

    Raises:
        SettingsError: where the name is empty, or the program's own.
    """
    if author.strip().lower() in {"", MACHINE} or author.startswith("reportedly "):
        raise SettingsError("E208", "a judgement needs a person's name", author, "say who judges with --by")
