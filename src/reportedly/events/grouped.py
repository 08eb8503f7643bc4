"""Group whatever claims there are: those read out of texts by their words, those of tables by their cells."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.events.coded import group_coded
from reportedly.events.grouping import group
from reportedly.model.actors import ActorRegistry
from reportedly.model.claim import Claim
from reportedly.model.coded import is_coded
from reportedly.model.document import Document
from reportedly.model.event import Grouping, Judgement, Story


def group_all(
    claims: Sequence[Claim],
    documents: Sequence[Document],
    registry: ActorRegistry,
    judgements: Sequence[Judgement] = (),
) -> Grouping:
    """Find which claims speak of the same event and which relay the same saying.

    Rows of tables and claims out of texts are never joined: the one have cells and no wording, the others wording and
    no cells.

    Args:
        claims: claims of any number of documents, in any order.
        documents: the documents that the claims stand in.
        registry: who is who across documents.
        judgements: earlier judgements; those by people are kept to.

    Returns:
        The groups of ``group``, then those of ``group_coded``. Equal input in any order gives an equal result.
    """
    coded = [claim for claim in claims if is_coded(claim)]
    if not coded:
        return group(claims, documents, registry, judgements)
    rows = {claim.document_id for claim in coded}
    tables = group_coded(coded, [one for one in documents if one.id in rows], registry, judgements)
    if len(coded) == len(claims):
        return tables
    told = [claim for claim in claims if not is_coded(claim)]
    texts = group(told, [one for one in documents if one.id not in rows], registry, judgements)
    by_id = {judgement.id: judgement for judgement in (*texts.judgements, *tables.judgements)}
    return Grouping(
        events=(*texts.events, *tables.events),
        testimonies=(*texts.testimonies, *tables.testimonies),
        judgements=tuple(by_id[key] for key in sorted(by_id)),
        stories=(*texts.stories, Story(tuple(sorted(rows)))),
    )
