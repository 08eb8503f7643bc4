"""People who put hostile texts into everything that they may write: reasons, names, titles, searches."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reportedly.model.entry import EntryKind
from reportedly.model.grading import SourceLetter
from reportedly.model.review import CodedField, Decision, Sampling
from reportedly.pipeline.judging import Wish, judge
from reportedly.pipeline.toolkit import Toolkit
from reportedly.pipeline.workbench.bench import Bench
from reportedly.pipeline.workbench.editions import Beginning, begin
from reportedly.pipeline.workbench.grading import grade_source
from reportedly.pipeline.workbench.reviewing import ReviewWish, record_review
from reportedly.pipeline.workbench.rounds import RoundWish, open_round
from reportedly.pipeline.workbench.saved import save_view


def decide_with(ledger: Path, payloads: Sequence[str], tools: Toolkit) -> None:
    """Record decisions, a round, letters, searches and an edition of which every text is a payload.

    The payloads take turns: each stands somewhere in what people wrote, all of them in titles and reasons.
    """
    everything = " ".join(payloads)
    with Bench.open(ledger, tools) as bench:
        claims = bench.book.subjects(EntryKind.CLAIM)
        names = sorted({link.name for claim in bench.claims(claims[:5]) for link in claim.chain})
    decisions = (Decision.ACCEPT, Decision.UNSURE, Decision.REJECT)
    for number, payload in enumerate(payloads[:6]):
        wish = ReviewWish(claims[number], decisions[number % 3], f"Coder {payload}", everything)
        record_review(ledger, wish, tools)
    judge(ledger, (claims[-1], claims[-2]), Wish(False, True, f"Coder {payloads[6]}", everything), tools)
    for payload, name in zip(payloads[7:10], names, strict=False):
        grade_source(ledger, name, SourceLetter.D, f"Coder {payload}", everything, tools)
    for payload in payloads[10:14]:
        save_view(ledger, payload[:100], "/search?q=dockers", f"Coder {payload}", tools)
    coders = (f"Coder {payloads[14]}", f"Coder {payloads[15]}")
    asked = RoundWish(payloads[16], coders, 3, tuple(CodedField), Sampling.RANDOM, 1, True, everything)
    open_round(ledger, asked, coders[0], tools)
    with Bench.open(ledger, tools) as bench:
        events = bench.book.subjects(EntryKind.EVENT)
    begin(ledger, tools, Beginning(everything, events[:2], payloads[17]), f"Coder {payloads[18]}")
