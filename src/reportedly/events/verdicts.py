"""What people judged: pairs to bind, pairs to hold apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.model.event import Judgement, Same, Verdict

MACHINE = "machine"
"""The author of judgements that the program makes itself."""


class Verdicts:
    """The standing judgements of people: of several on one pair the later one holds."""

    def __init__(self, judgements: Sequence[Judgement]) -> None:
        """Keep what people judged; the machine's own judgements are made anew each time."""
        standing: dict[tuple[Same, frozenset[str]], Judgement] = {}
        for judgement in judgements:
            if judgement.author != MACHINE:
                standing[judgement.about, frozenset((judgement.left, judgement.right))] = judgement
        self._standing = standing
        self.people = tuple(judgement for judgement in judgements if judgement.author != MACHINE)
        """Every judgement by a person, superseded ones included, as given."""

    def on(self, claim_ids: Iterable[str]) -> Verdicts:
        """Return what people judged on pairs of the given claims."""
        if not self.people:
            return self
        wanted = set(claim_ids)
        return Verdicts([judgement for judgement in self.people if {judgement.left, judgement.right} <= wanted])

    def _pairs(self, about: Same, verdict: Verdict) -> frozenset[frozenset[str]]:
        return frozenset(
            pair
            for (what, pair), judgement in self._standing.items()
            if what is about and judgement.verdict is verdict and len(pair) == 2
        )

    def together(self, about: Same) -> frozenset[frozenset[str]]:
        """Return the pairs of claim ids that people bind."""
        return self._pairs(about, Verdict.SAME)

    def apart(self, about: Same) -> frozenset[frozenset[str]]:
        """Return the pairs of claim ids that people hold apart; another event is another testimony, too."""
        pairs = self._pairs(about, Verdict.NOT_SAME)
        return pairs | self._pairs(Same.EVENT, Verdict.NOT_SAME) if about is Same.TESTIMONY else pairs
