"""A ledger of three invented reports with an edition begun on it, for tests of editions."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from reportedly.model.edition import Block, BlockKind, Edition, SentenceCheck
from reportedly.model.entry import EntryKind
from reportedly.pipeline.run import add_paths
from reportedly.pipeline.toolkit import Toolkit
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.editions import Beginning, Change, Saving, begin, edition_of, save
from reportedly.pipeline.workbench.editions_edit import Words, reworded
from reportedly.pipeline.workbench.editions_ground import Ground, ground_of
from toy import toy_tools
from toy_reports import write_reports

TOOLS = toy_tools()
WHO = "A. Analyst"
OTHER = "B. Editor"


@dataclass(frozen=True)
class Begun:
    """A ledger with an edition."""

    ledger: Path
    edition_id: str
    tools: Toolkit = TOOLS

    def edition(self) -> Edition:
        """Return the edition as it is saved now."""
        with Bench.open(self.ledger, self.tools) as bench:
            return edition_of(bench, self.edition_id)

    def ground(self) -> Ground:
        """Return what its sentences are held against now."""
        with Bench.open(self.ledger, self.tools) as bench:
            return ground_of(bench, edition_of(bench, self.edition_id))

    def checks(self) -> dict[str, SentenceCheck]:
        """Return how its sentences stand now."""
        return dict(self.ground().checks(self.edition()))

    def sentence(self, words: str) -> Block:
        """Return the first sentence that holds some words."""
        blocks = self.edition().blocks
        return next(one for one in blocks if one.kind is BlockKind.SENTENCE and words in one.text)

    def save(self, change: Change, block_id: str | None = "", *, seen: int | None = None, who: str = WHO) -> Edition:
        """Save a change; by default of the version that is there."""
        saving = Saving(who, "a test", self.edition().version if seen is None else seen)
        return save(self.ledger, self.tools, self.edition_id, saving, change, block_id)

    def word(self, block: Block, text: str, claim_ids: tuple[str, ...] | None = None, **how: object) -> Edition:
        """Save other words for a sentence."""
        words = Words(text, block.claim_ids if claim_ids is None else claim_ids)
        seen = how.get("seen")
        return self.save(
            lambda _, edition: reworded(edition, block.id, words, str(how.get("who", WHO)), "a test"),
            block.id,
            seen=seen if isinstance(seen, int) else None,
            who=str(how.get("who", WHO)),
        )


def begun(folder: Path, *more: tuple[str, str | None, str]) -> Begun:
    """Return a ledger in a folder with an edition on all of its events."""
    ledger = folder / "a.db"
    add_paths([write_reports(folder / "reports", *more)], TOOLS, ledger)
    with Bench.open(ledger, TOOLS) as bench:
        events = bench.book.subjects(EntryKind.EVENT)
    made = begin(ledger, TOOLS, Beginning("Losses at Port Tallow", events, "all of them"), WHO)
    return Begun(ledger, made.id)


def typed(block: Block, text: str) -> Block:
    """Return a sentence as somebody types it."""
    return replace(block, text=text)
