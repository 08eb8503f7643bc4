"""What people do to an edition, each as a function from one edition to the next; nothing is read or written here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.model.assessment import Finding, Section
from reportedly.model.dossier import Dossier
from reportedly.model.edition import Block, BlockKind, Edition, Footing, Remark
from reportedly.model.errors import NotFound, SettingsError

MOST_CHARACTERS = 4000
"""Of one block."""
MOST_BLOCKS = 500


@dataclass(frozen=True, slots=True)
class Words:
    """What a person wants a block to say."""

    text: str
    claim_ids: tuple[str, ...] = ()
    kind: BlockKind = BlockKind.SENTENCE
    finding: Finding | None = None
    """The finding whose wording it takes over; None for a person's own words."""


def first_blocks(dossier: Dossier, edition_id: str) -> tuple[Block, ...]:
    """Return the blocks that an edition begins with: the overview, then of each event its key judgements.

    An event without key judgements has the first sentence on it.
    """
    findings = dossier.assessment.findings
    made: list[Block] = []

    def add(kind: BlockKind, text: str, finding: Finding | None = None) -> None:
        made.append(_made(Block.identify(edition_id, len(made) + 1), kind, text, finding))

    overview = [one for one in findings if one.event_id is None and one.section is Section.KEY_JUDGEMENTS]
    if overview:
        add(BlockKind.HEADING, "Key judgements")
    for one in overview:
        add(BlockKind.SENTENCE, one.text, one)
    for event_id in dict.fromkeys(one.event_id for one in findings if one.event_id):
        about = [one for one in findings if one.event_id == event_id]
        key = [one for one in about if one.section is Section.KEY_JUDGEMENTS] or about[:1]
        label = dossier.event_by_id[event_id].label
        add(BlockKind.HEADING, label[:1].upper() + label[1:])
        for one in key:
            add(BlockKind.SENTENCE, one.text, one)
    return tuple(made)


def block_of(edition: Edition, block_id: str) -> Block:
    """Return one block of an edition.

    Raises:
        NotFound: E277 where it has no such block (any more).
    """
    for block in edition.blocks:
        if block.id == block_id:
            return block
    raise NotFound("E277", "the edition has no such sentence", block_id, "somebody may have removed it; look again")


def reworded(edition: Edition, block_id: str, words: Words, author: str, reason: str) -> Edition:
    """Give a block other words, or choose other claims for it.

    Raises:
        SettingsError: E278 where it says nothing, or too much.
        NotFound: E277 where there is no such block.
    """
    old = block_of(edition, block_id)
    text = _text(words.text)
    made = replace(old, text=text, claim_ids=words.claim_ids, author=author, reason=reason, footing=None)
    made = replace(made, version=edition.version + 1)
    if words.finding is not None:
        made = replace(made, original=text, finding_id=words.finding.id, section=words.finding.section, author="")
    return _with(edition, made)


def added(edition: Edition, words: Words, after: str, author: str, reason: str) -> Edition:
    """Add a block behind another; at the end where ``after`` is empty.

    Raises:
        SettingsError: E278 where it says nothing or too much, or the edition is full.
        NotFound: E277 where there is no block to add it behind.
    """
    if len(edition.blocks) >= MOST_BLOCKS:
        raise SettingsError("E278", "the edition is full", f"{MOST_BLOCKS} blocks", "remove some, or begin another")
    place = edition.blocks.index(block_of(edition, after)) + 1 if after else len(edition.blocks)
    made = _made(Block.identify(edition.id, edition.made + 1), words.kind, _text(words.text), words.finding)
    if words.finding is None:
        made = replace(made, claim_ids=words.claim_ids, author=author)
    made = replace(made, reason=reason, version=edition.version + 1)
    blocks = (*edition.blocks[:place], made, *edition.blocks[place:])
    return replace(edition, blocks=blocks, made=edition.made + 1)


def moved(edition: Edition, block_id: str, by: int) -> Edition:
    """Move a block up (negative) or down by some places; at either end it stays there."""
    block = block_of(edition, block_id)
    rest = [one for one in edition.blocks if one.id != block_id]
    place = min(max(edition.blocks.index(block) + by, 0), len(rest))
    return replace(edition, blocks=(*rest[:place], block, *rest[place:]))


def without(edition: Edition, block_id: str) -> Edition:
    """Remove a block; the history keeps it."""
    block = block_of(edition, block_id)
    return replace(edition, blocks=tuple(one for one in edition.blocks if one is not block))


def remarked(edition: Edition, block_id: str, author: str, text: str) -> Edition:
    """Add a colleague's remark to a block.

    Raises:
        SettingsError: E278 where it says nothing, or too much.
    """
    block = block_of(edition, block_id)
    remark = Remark(author, _text(text), edition.version + 1)
    return _with(edition, replace(block, remarks=(*block.remarks, remark)))


def entitled(edition: Edition, title: str) -> Edition:
    """Give the edition another title.

    Raises:
        SettingsError: E278 where it says nothing, or too much.
    """
    return replace(edition, title=_text(title))


def footed(edition: Edition, footings: Sequence[tuple[str, Footing]]) -> Edition:
    """Keep with blocks what stands behind them now."""
    held = dict(footings)
    blocks = (replace(one, footing=held[one.id]) if one.id in held else one for one in edition.blocks)
    return replace(edition, blocks=tuple(blocks))


def unused(edition: Edition, findings: Sequence[Finding]) -> Iterator[Finding]:
    """Yield the findings that no sentence of an edition says word for word."""
    said = {block.text for block in edition.blocks}
    yield from (one for one in findings if one.text not in said)


def _made(block_id: str, kind: BlockKind, text: str, finding: Finding | None) -> Block:
    if finding is None:
        return Block(block_id, kind, text)
    overall = finding.event_id is None
    return Block(block_id, kind, text, finding.claim_ids, finding.section, finding.id, finding.text, overall)


def _with(edition: Edition, block: Block) -> Edition:
    return replace(edition, blocks=tuple(block if one.id == block.id else one for one in edition.blocks))


def _text(text: str) -> str:
    line = " ".join(text.split())
    if not line:
        raise SettingsError("E278", "this says nothing", "", "write something, or remove the sentence")
    if len(line) > MOST_CHARACTERS:
        raise SettingsError("E278", "this is too long", f"{len(line):,} characters", f"at most {MOST_CHARACTERS:,}")
    return line
