"""What changed between two views, as Markdown: each sentence with the claims of both sides, which stand at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportedly.model.change import Change, Changes, Turn
from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.publish.labels import count_label, day_label, page_labels
from reportedly.publish.markdown import escaped, refs


def render_changes(changes: Changes, title: str = "") -> str:
    """Return the changes as Markdown that is readable alone.

    Args:
        changes: what changed.
        title: the heading; empty = one is made.
    """
    claims = {claim.id: claim for view in (changes.earlier, changes.later) for claim in view.claims}
    documents = {one.id: one for view in (changes.earlier, changes.later) for one in view.documents}
    cited = [one for change in changes.changes for one in (*change.claims_after, *change.claims_before)]
    numbers = {one: number for number, one in enumerate(dict.fromkeys(cited), start=1)}
    parts = [*_head(changes, title)]
    for turn in Turn:
        held = changes.of(turn)
        if held:
            parts += [f"## What {turn}", "\n".join(f"- {_change(change, numbers)}" for change in held)]
    if not changes.changes:
        parts.append("Nothing changed.")
    return "\n\n".join([*parts, *_claims(numbers, claims, documents)]) + "\n"


def _head(changes: Changes, title: str) -> Iterator[str]:
    ends = [
        f"on {day_label(view.as_of)}" if view.as_of else "from all documents given"
        for view in (changes.earlier, changes.later)
    ]
    yield f"# {escaped(title or 'What changed')}"
    new, gone = len(changes.new_document_ids), len(changes.gone_document_ids)
    came = f"{count_label(new, 'document')} came in" + (f", {count_label(gone, 'document')} went" if gone else "")
    yield f"As known {ends[0]}, and as known {ends[1]}. {came}. {count_label(len(changes.changes), 'change')}."


def _change(change: Change, numbers: Mapping[str, int]) -> str:
    before = sorted(numbers[one] for one in change.claims_before)
    after = sorted(numbers[one] for one in change.claims_after)
    sides = [f"before {refs(before)}" if before else "", f"now {refs(after)}" if after else ""]
    why = f" Why: {escaped(change.why.text)}."
    return f"**{change.kind}**: {escaped(change.text)}{why} {'; '.join(side for side in sides if side)}"


def _claims(
    numbers: Mapping[str, int], claims: Mapping[str, Claim], documents: Mapping[str, Document]
) -> Iterator[str]:
    if not numbers:
        return
    labels = page_labels(tuple(documents[key] for key in sorted(documents)))
    yield "## Claims"
    for claim_id, number in numbers.items():
        claim = claims[claim_id]
        page = documents[claim.document_id]
        yield f"#### Claim {number}"
        chain = " ← ".join(escaped(link.name) for link in claim.chain) or "in its own voice"
        mark = "←" if claim.chain else "·"
        yield f"“{escaped(claim.quote)}” {escaped(labels[page.id])}, {day_label(page.day)} {mark} {chain}."
