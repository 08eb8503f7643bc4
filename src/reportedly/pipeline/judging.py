"""Record what people judge to belong together, take it back, and draw the groups anew."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reportedly.events.verdicts import MACHINE
from reportedly.ledger.store import Ledger
from reportedly.model.codec import from_json, to_json
from reportedly.model.entry import Action, Draft, EntryKind
from reportedly.model.errors import NotFound, SettingsError
from reportedly.model.event import Event, Judgement, Same, Verdict
from reportedly.model.reason import Reason
from reportedly.pipeline.decided import claim_with
from reportedly.pipeline.find import whole_id
from reportedly.pipeline.growing import TABLES, Grower
from reportedly.pipeline.record import Recorder
from reportedly.pipeline.toolkit import Toolkit

_ROUNDS = 3
"""How often more claims are bound until two events are one."""


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
        (made,) = _judged(book, grower, [(claim_with(book, pair[0]), claim_with(book, pair[1]))], wish)
    return made


def judge_events(ledger: Path, pair: tuple[str, str], wish: Wish, tools: Toolkit) -> tuple[Judgement, ...]:
    """Record that two events are one, or are not, by judgements on claims that stand for them, and regroup.

    To make them one, one pair is bound; what is still told apart after that is bound, too. What belongs together by
    other signs goes along. Two that are apart already are held apart from then on.

    Args:
        ledger: the ledger that holds the events.
        pair: the events' ids, or the beginnings of them.
        wish: the verdict with author and reason.
        tools: settings and what they name.

    Returns:
        The judgements that were recorded, each of which can be taken back.

    Raises:
        NotFound: where an event is not there.
        SettingsError: where the author is the machine, or both ids are one event.
    """
    refuse_machine(wish.author)
    with Ledger.open(ledger, write=True) as book:
        grower = Grower(book, Recorder(book), tools)
        left, right = (_event(book, short).claim_ids for short in pair)
        first = left[0]
        made = _judged(book, grower, [(first, right[0])], wish)
        for _ in range(_ROUNDS if wish.same else 0):
            apart = _apart(book, first, {*left, *right})
            if not apart:
                break
            made += _judged(book, grower, [(first, other) for other in apart], wish)
    return made


def part_claims(
    ledger: Path, event_id: str, claim_ids: Sequence[str], wish: Wish, tools: Toolkit
) -> tuple[Judgement, ...]:
    """Record that some claims of an event are about another one than the rest, and regroup.

    Args:
        ledger: the ledger that holds the event.
        event_id: its id, or the beginning of it.
        claim_ids: the claims that do not belong to it.
        wish: author and reason; its verdict is not looked at.
        tools: settings and what they name.

    Returns:
        One judgement a claim, against the first of the claims that stay.

    Raises:
        NotFound: where event or claims are not there.
        SettingsError: where the author is the machine, or no claim would stay.
    """
    refuse_machine(wish.author)
    with Ledger.open(ledger, write=True) as book:
        grower = Grower(book, Recorder(book), tools)
        gone = [claim_with(book, short) for short in claim_ids]
        stay = [claim for claim in _event(book, event_id).claim_ids if claim not in gone]
        if not stay or not gone:
            raise SettingsError("E207", "an event is parted into two", event_id, "name some of its claims, not all")
        return _judged(book, grower, [(stay[0], claim) for claim in gone], replace(wish, same=False))


def _judged(book: Ledger, grower: Grower, pairs: Sequence[tuple[str, str]], wish: Wish) -> tuple[Judgement, ...]:
    made = []
    for left, right in map(sorted, pairs):
        if left == right:
            raise SettingsError("E207", "a claim cannot be judged against itself", left, "give two claims")
        made.append(_judgement(left, right, wish))
    book.append([Draft(EntryKind.JUDGEMENT, one.id, to_json(one), wish.author, wish.reason) for one in made])
    grower.draw(judged=made)
    return tuple(made)


def _event(book: Ledger, short: str) -> Event:
    entry = book.get(EntryKind.EVENT, short)
    if entry is None:
        whole = whole_id(short, book.subjects(EntryKind.EVENT), "event")
        entry = book.holding(EntryKind.EVENT, [whole])[whole]
    return from_json(Event, entry.draft.body)


def _apart(book: Ledger, first: str, wanted: Collection[str]) -> list[str]:
    """Return one claim of each event that holds some wanted claims but not the first."""
    with book.stories() as index:
        names = index.stories_of_texts(index.texts_of(wanted).values())
        drawn = [row.subject for row in index.drawn([*names, TABLES]) if row.kind == EntryKind.EVENT.value]
    entries = book.holding(EntryKind.EVENT, drawn).values()
    events = [from_json(Event, entry.draft.body).claim_ids for entry in entries]
    return [min(set(wanted) & set(one)) for one in events if first not in one and set(wanted) & set(one)]


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
