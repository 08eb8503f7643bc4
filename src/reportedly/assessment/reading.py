"""A rival reading of the evidence, with what speaks for it and what against it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.assessment.variants import varied
from reportedly.assessment.wording import sentence
from reportedly.model.reason import Reason


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which the evidence can be read other than as the key judgements read it."""

    follows: str
    """The reading and what follows from it, as a clause."""
    claim_ids: Iterable[str]
    speaks_for: str = ""
    """What speaks for it, as a clause after ``that``; empty = nothing."""
    speaks_against: str = ""
    """What speaks against it, likewise."""
    reasons: tuple[Reason, ...] = ()

    def text(self, turn: int = 0) -> str:
        """Return the reading in two sentences: what follows from it, then what speaks for and against it.

        Args:
            turn: its place among those told, by which wordings take turns.
        """
        return f"{sentence(self.follows)} {sentence(self._weighed(turn))}"

    def _weighed(self, turn: int) -> str:
        told = varied(_WEIGHED[bool(self.speaks_for), bool(self.speaks_against)], turn)
        return told.format(supports=self.speaks_for, opposes=self.speaks_against)


_WEIGHED = {
    (True, True): (
        "for it speaks that {supports}; against it, that {opposes}",
        "this reading has for it that {supports}, and against it that {opposes}",
    ),
    (True, False): (
        "for it speaks that {supports}; against it, nothing in these reports",
        "it has for it that {supports}, and nothing in these reports against it",
    ),
    (False, True): (
        "nothing in these reports speaks for it; against it speaks that {opposes}",
        "no report supports this reading, and it has against it that {opposes}",
    ),
    (False, False): (
        "nothing in these reports speaks for it or against it",
        "these reports settle it neither way",
    ),
}
"""What is said of the grounds on either side, by whether there are any for and against."""
