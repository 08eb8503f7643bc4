"""Fill every field of a claim that segmentation and attribution leave open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from reportedly.claims.basis import read_basis
from reportedly.claims.causes import find_ties, with_causes
from reportedly.claims.content import Content, read_content
from reportedly.claims.days import read_when, times_of
from reportedly.claims.days_said import dated_chain, saying_day
from reportedly.claims.days_scenes import Story, begin
from reportedly.claims.draft import ClaimDraft
from reportedly.claims.figures import Figure, read_figures
from reportedly.claims.figures_scope import settled
from reportedly.claims.forecasts import read_forecast
from reportedly.claims.hedges import read_certainty
from reportedly.claims.kinds import KindView, load_kind_model, read_kind
from reportedly.claims.linear import load_model
from reportedly.claims.parse import Parse
from reportedly.claims.places import document_places, read_places
from reportedly.claims.quotes import Quotation, quotations
from reportedly.claims.relations import read_relation
from reportedly.claims.relations_figures import with_figure_relations
from reportedly.claims.tagger.meanings import Meanings
from reportedly.model.claim import Claim, Kind, Link


def fill_fields(drafts: Sequence[ClaimDraft], parse: Parse, meanings: Meanings | None = None) -> tuple[Claim, ...]:
    """Return one claim for each draft, in the same order.

    Args:
        drafts: contents with chains, in document order, since days and nouns carry over from earlier ones.
        parse: the parse that the drafts were made from.
        meanings: what the encoder makes of the document's words; None where there is no encoder.
    """
    claims: list[Claim] = []
    contents = [read_content(draft, parse) for draft in drafts]
    figures: list[Figure] = []
    story, named, quoted = begin(parse), document_places(parse), quotations(parse.text)
    ties = [find_ties(content) for content in contents]
    for draft, content, tied in zip(drafts, contents, ties, strict=True):
        claim, own, story = _fill(
            content,
            KindView(tied, meanings.of_content(draft.span, draft.cues) if meanings else None),
            figures,
            story,
            [other for other in drafts if other is not draft],
            claims,
            named,
            quoted,
        )
        figures += own
        claims.append(claim)
    return with_causes(with_figure_relations(claims, parse.text), contents, ties)


def _fill(
    content: Content,
    seen: KindView,
    earlier: Sequence[Figure],
    story: Story,
    others: Sequence[ClaimDraft],
    before: Sequence[Claim],
    named: frozenset[str],
    quoted: tuple[Quotation, ...],
) -> tuple[Claim, tuple[Figure, ...], Story]:
    draft, parse = content.draft, content.parse
    chain = dated_chain(content)
    said = saying_day(chain, content, before, quoted)
    times = times_of(content, parse.document.day, story.anchor, said=said)
    figures = read_figures(content, times, earlier)
    kind, kind_ground = read_kind(content, figures, seen, load_kind_model())
    times = times_of(content, parse.document.day, story.anchor, kind, said)
    certainty, certainty_ground = read_certainty(content)
    when = read_when(content, kind, times, story, others, load_model("carry"))
    basis, basis_ground = read_basis(content)
    relation, relation_ground = read_relation(content, before)
    grounds = (
        *draft.grounds,
        when.ground,
        *when.warnings,
        kind_ground,
        certainty_ground,
        basis_ground,
        relation_ground,
    )
    claim = Claim(
        id=Claim.identify(parse.document.id, draft.span),
        document_id=parse.document.id,
        span=draft.span,
        quote=content.text,
        chain=chain,
        kind=kind,
        polarity=draft.polarity,
        certainty=certainty,
        when=when.days,
        where=read_places(content, named),
        quantities=settled(figures, content, kind, times, load_model("scope")),
        basis=basis,
        relation=relation,
        forecast=read_forecast(content, certainty, when.days, _day_of_saying(chain, content))
        if kind is Kind.FORECAST
        else None,
        grounds=tuple(ground for ground in grounds if ground is not None),
    )
    return claim, figures, when.story


def _day_of_saying(chain: Sequence[Link], content: Content) -> date | None:
    said = [link.said.last for link in reversed(chain) if link.said is not None]
    return said[0] if said else content.parse.document.day
