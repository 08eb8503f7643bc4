"""Turn the attributions found in a document into the tree that is handed out: one record a source that speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.claims.attribution import Attribution
from reportedly.claims.chains import Chains
from reportedly.claims.forms import form_of
from reportedly.claims.hedges import hedge_of
from reportedly.claims.parse import Parse
from reportedly.claims.tagger.acts import Act
from reportedly.model.attributed import Attributed, Form, Sort, Stance
from reportedly.model.claim import Link, Polarity, SourceClass
from reportedly.model.ids import identifier
from reportedly.model.span import Span

FLAGGED = 0.6
"""Score below which a person should look."""
CORE_CUES = re.compile(
    r"\b(?:sa(?:y|ys|id|ying)|tell(?:s|ing)?|told|according to|add(?:s|ed|ing)|wr(?:ite|ites|ote)|report(?:s|ed)|"
    r"announced?|noted?|stated?|claim(?:s|ed))\b",
    re.IGNORECASE,
)
"""Verbs that hardly do anything but put a statement."""
_CLOSE = 3
"""Characters between two runs of content that are only marks and spaces."""


def attributed(parse: Parse, found: Sequence[Attribution], chains: Chains) -> tuple[Attributed, ...]:
    """Return the records of a document's attributions in the order of their cues.

    Args:
        parse: the parsed document.
        found: its attributions.
        chains: who is meant by each source.
    """
    usable = [one for one in found if one.contents]
    ids = {id(one): identifier("att", parse.document.id, one.cue, one.contents) for one in usable}
    records = []
    for one in usable:
        above = chains.above(one)
        parent = None if above is None else ids[id(above)]
        records.append(_record(parse, one, chains.links(one), ids[id(one)], parent))
    return tuple(records)


def _record(parse: Parse, one: Attribution, links: Sequence[Link], own: str, parent: str | None) -> Attributed:
    source = one.sources[-1] if one.sources else None
    link = links[-1] if links else None
    act = one.act
    sort, form = act.sort if act else Sort.SAY, form_of(one.contents, parse)
    return Attributed(
        id=own,
        document_id=parse.document.id,
        source=(source.span,) if source else (),
        name=link.name if link else "reports",
        source_class=link.source_class if link else SourceClass.REPORTS,
        cue=_cue(one, act),
        content=_joined(act.contents if act and act.contents else one.contents),
        sort=sort,
        stance=_stance(one, act),
        form=form,
        statement=_states(one, sort, form, parse),
        via=tuple(link.name for link in links[:-1]),
        carried=_joined(one.carried),
        hedge=hedge_of(parse.text, one.cue),
        parent=parent,
        rule=one.found_by,
        score=round(one.score, 3),
        flagged=one.score < FLAGGED,
    )


def _states(one: Attribution, sort: Sort, form: Form, parse: Parse) -> bool:
    """Whether somebody puts what can be true or false; core speech verbs put it even as a phrase.

    Without a source only the forms of hearsay do: ``is considered dangerous`` makes nobody speak.
    """
    if sort is Sort.INTEND:
        return False
    if one.rule.startswith("hearsay"):
        return True
    if not one.sources and one.rule == "model":
        return False
    if form in {Form.CLAUSE, Form.QUOTATION}:
        return True
    return (form is Form.VERB and sort is Sort.SAY) or bool(CORE_CUES.search(one.cue.of(parse.text)))


def _cue(one: Attribution, act: Act | None) -> tuple[Span, ...]:
    """The cue as the model marks it where it sees the same one, since it takes in what stands apart."""
    if act is None or not act.cue:
        return (one.cue,)
    return act.cue


def _stance(one: Attribution, act: Act | None) -> Stance:
    if one.polarity is Polarity.DENIED:
        return Stance.DENIED
    return act.stance if act else Stance.AFFIRMED


def _joined(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Spans in order, those that overlap or are parted only by marks joined."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and span.start <= joined[-1].end + _CLOSE:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
