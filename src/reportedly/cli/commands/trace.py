"""``reportedly trace``: the chain of custody of a claim, hop by hop."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from reportedly.cli import options
from reportedly.cli.failure import print_json

if TYPE_CHECKING:
    from rich.tree import Tree

    from reportedly.model.evidence import Edge
    from reportedly.pipeline.custody import Custody, Hop, Page


@click.command("trace")
@click.argument("claim_id", metavar="CLAIM")
@options.ledger_option
@options.view_options
@options.actors_option
@click.option("--why", is_flag=True, help="Also say which rule or model decided, how surely, and on which characters.")
@options.json_option
def command(claim_id: str, ledger: Path, why: bool, as_json: bool, **chosen: Any) -> None:
    """Follow a claim hop by hop to the one whose word it is.

    \b
    Example:
      reportedly trace clm-3f0c --ledger case.db --why
    """
    from reportedly.pipeline.custody import trace
    from reportedly.pipeline.run import dossier_of

    custody = trace(dossier_of(ledger, options.tools(**chosen)).dossier, claim_id)
    if as_json:
        print_json(_data(custody))
    else:
        from reportedly.cli.console import console

        console().print(_tree(custody, why))


def _data(custody: Custody) -> dict[str, Any]:
    from reportedly.model.codec import to_data

    return {
        "claim": to_data(custody.claim),
        "pages": [
            {
                "document": {"id": page.document.id, "key": page.document.key, "outlet": page.document.outlet},
                "published": str(page.document.day) if page.document.day else None,
                "claim": {"id": page.claim.id, "quote": page.claim.quote},
                "hops": [to_data(hop) for hop in page.hops],
                "edge": to_data(page.edge) if page.edge else None,
                "drifts": [to_data(drift) for drift in page.drifts],
            }
            for page in custody.pages
        ],
        "event": to_data(custody.event) if custody.event else None,
        "testimony": to_data(custody.testimony) if custody.testimony else None,
        "origins": to_data(custody.origins) if custody.origins else None,
        "alarms": [to_data(alarm) for alarm in custody.alarms],
        "belief": to_data(custody.belief) if custody.belief else None,
    }


def _tree(custody: Custody, why: bool) -> Tree:
    from rich.tree import Tree

    from reportedly.cli.console import plain

    root = Tree(plain(custody.claim.id, "bold"))
    branch = root
    for page in custody.pages:
        branch = _page(branch, page, why)
    _standing(root, custody)
    return root


def _page(parent: Tree, page: Page, why: bool) -> Tree:
    from reportedly.cli.console import plain

    document = page.document
    name = document.outlet or document.title or document.key
    branch = parent.add(plain(f"stands in {name}, {document.day or 'day not known'} ({document.key})", "cyan"))
    branch.add(plain(f"\u201c{page.claim.quote}\u201d"))
    for drift in page.drifts:
        where = "taken over" if drift.inherited else "changed here"
        words = f"{where}: {str(drift.type).replace('_', ' ')}, from {drift.before!r} to {drift.after!r}"
        effect = "; ".join(reason.text for reason in drift.reasons if reason.code == "effect")
        branch.add(plain(f"{words} ({drift.severity}{': ' if effect else ''}{effect})", "red"))
    for hop in page.hops:
        branch = branch.add(plain(_hop(hop), "bold green" if hop.is_origin else ""))
        if why:
            branch.add(plain(_decided(hop), "dim"))
    if not page.hops:
        branch.add(plain("in its own voice: no source is named", "yellow"))
    if why:
        _fields(branch, page)
    for reason in page.edge.reasons if page.edge else ():
        branch.add(plain(f"{page.edge.kind if page.edge else ''}: {reason.text}", "dim"))
    if why and page.edge is not None and page.edge.alternatives:
        branch.add(plain(_alternatives(page.edge), "dim"))
    return branch


def _alternatives(edge: Edge) -> str:
    """Return how sure an arrow is, and what else is possible, in words."""
    others = [f"{one.kind} {one.parent_claim_id or ''}".rstrip() for one in edge.alternatives]
    shares = [f"{name} {one.probability:.0%}" for name, one in zip(others, edge.alternatives, strict=True)]
    return f"how surely: {edge.probability:.0%}; else {', '.join(shares)}"


def _hop(hop: Hop) -> str:
    words = " ... ".join(f"\u201c{part}\u201d" for part in (hop.words, hop.cue) if part)
    role = "whose word it is" if hop.is_origin else "passes it on"
    said = f", said {hop.said}" if hop.said else ""
    return f"{hop.name} ({role}{said}): {words}" if words else f"{hop.name} ({role}{said})"


def _decided(hop: Hop) -> str:
    places = [("source", hop.span), ("cue", hop.cue_span)]
    known = ", ".join(f"{role} at {span.start}\u2013{span.end}" for role, span in places if span is not None)
    return f"why: {hop.rule or 'no rule named'}, score {hop.score:.2f}" + (f"; {known}" if known else "")


def _fields(branch: Tree, page: Page) -> None:
    """Hang on a branch what each field of the page's claim rests on."""
    from reportedly.cli.console import plain

    text = page.document.text
    for ground in page.claim.grounds:
        words = "; ".join(f"\u201c{span.of(text)}\u201d at {span.start}\u2013{span.end}" for span in ground.spans[:3])
        branch.add(plain(f"why {ground.field}: {ground.rule}" + (f": {words}" if words else ""), "dim"))


def _standing(root: Tree, custody: Custody) -> None:
    from reportedly.cli.console import plain
    from reportedly.model.evidence import surely_several

    if custody.testimony is not None:
        name = custody.testimony.origin.name or "an origin that is not recorded"
        number = len(custody.testimony.claim_ids)
        relaying = "1 claim relays it" if number == 1 else f"{number} claims relay it"
        root.add(plain(f"saying of {name}: {relaying} ({custody.testimony.id})"))
    for alarm in custody.alarms:
        root.add(
            plain(f"false corroboration ({alarm.severity}): looks like {alarm.looks_like}; is {alarm.text}", "red")
        )
    if custody.event is not None and custody.origins is not None:
        count = custody.origins.independent
        origins = "1 independent origin" if count == 1 else f"{count} independent origins"
        surely = surely_several(count, custody.origins.at_least_two)
        origins += f" ({surely})" if surely else ""
        root.add(plain(f"event {custody.event.label}: {origins} ({custody.event.id})"))
        for pair in custody.origins.correlations:
            root.add(plain(f"not fully independent: {pair.left} and {pair.right}: {pair.reason.text}", "dim"))
        reasons = Counter(collapse.reason.text for collapse in custody.origins.collapses)
        for reason, times in reasons.items():
            root.add(plain(f"not counted apart: {reason}" + (f" ({times} times)" if times > 1 else ""), "dim"))
    _believed(root, custody)


def _believed(root: Tree, custody: Custody) -> None:
    """Hang on how probable the event is on the word of its origins, and what each of them adds."""
    from reportedly.cli.console import plain

    belief = custody.belief
    if belief is None:
        return
    words = f"on their word, {belief.proposition}: {belief.probability:.0%} ({belief.low:.0%} to {belief.high:.0%})"
    branch = root.add(plain(words))
    for part in belief.contributions:
        branch.add(plain(f"{part.reason.text}: {part.log_odds:+.2f} log-odds; left out {part.shift:+.0%}", "dim"))
