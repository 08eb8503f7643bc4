"""Draw only some stories of what is known: those that two views do not share, or those that an event belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from reportedly.assessment.assess import assess
from reportedly.assessment.headings import headed
from reportedly.events.coded import group_coded
from reportedly.events.grouping import group_story
from reportedly.events.stories import stories_of
from reportedly.events.verdicts import Verdicts
from reportedly.evidence.grades import judged_by_people
from reportedly.evidence.weigh import weigh
from reportedly.model.change import View
from reportedly.model.claim import Claim
from reportedly.model.coded import is_coded
from reportedly.model.counting import Convention, as_read
from reportedly.model.document import Document
from reportedly.model.event import Grouping, Judgement
from reportedly.model.evidence import Evidence
from reportedly.model.review import SourceJudgement
from reportedly.pipeline.known import Known
from reportedly.pipeline.toolkit import Toolkit


@dataclass(frozen=True, slots=True)
class Part:
    """One story with what people judged of its claims; all rows of tables are one. Equal parts give equal results."""

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    people: tuple[Judgement, ...]
    rows: bool = False
    """Whether it holds the rows of tables."""
    graded: tuple[SourceJudgement, ...] = ()
    """Letters that people gave sources, of this story or not, oldest first."""

    def holds(self, claim_ids: Iterable[str]) -> bool:
        """Say whether one of the claims stands in it."""
        return not {claim.id for claim in self.claims}.isdisjoint(claim_ids)


def parts_of(known: Known) -> tuple[Part, ...]:
    """Divide what is known into stories, as ``group_all`` does."""
    told: dict[str, list[Claim]] = defaultdict(list)
    rows = set()
    for one in known.coded:
        told[one.document.id] = sorted(one.claims, key=lambda claim: claim.id)
        if any(is_coded(claim) for claim in one.claims):
            rows.add(one.document.id)
    texts = [one.document for one in known.coded if one.document.id not in rows]
    claims = [claim for document in texts for claim in told[document.id]]
    stories = [(story, False) for story in stories_of(texts, claims, Verdicts(known.people))]
    if rows:
        documents = sorted((one.document for one in known.coded if one.document.id in rows), key=lambda one: one.id)
        stories.append((tuple(documents), True))
    home = {document.id: number for number, (story, _) in enumerate(stories) for document in story}
    judged: dict[int, list[Judgement]] = defaultdict(list)
    story_of = {claim.id: home[claim.document_id] for held in told.values() for claim in held}
    for judgement in known.people:
        if story_of.get(judgement.left, -1) == story_of.get(judgement.right, -2):
            judged[story_of[judgement.left]].append(judgement)
    return tuple(
        Part(story, tuple(c for one in story for c in told[one.id]), tuple(judged[number]), is_rows, known.graded)
        for number, (story, is_rows) in enumerate(stories)
    )


def drawn(part: Part, tools: Toolkit) -> tuple[Grouping, tuple[Evidence, ...]]:
    """Group and weigh one part."""
    registry = tools.registry
    if part.rows:
        grouping = group_coded(part.claims, part.documents, registry, part.people)
    else:
        grouping = group_story(part.claims, part.documents, registry, Verdicts(part.people))
    rule = (tools.settings.policy, tools.convention, tools.units, tools.priors)
    evidence = weigh(grouping, part.claims, part.documents, registry, *rule)
    evidence = judged_by_people(evidence, part.graded)
    return headed(grouping, evidence, part.claims, part.documents), evidence


def view_of(parts: Sequence[Part], known: Known, tools: Toolkit, as_of: date | None, judged: bool = False) -> View:
    """Return the view that some parts give; pages are named as among all documents that are known.

    Args:
        parts: the stories wanted.
        known: everything that was known.
        tools: settings and what they name.
        as_of: the last day that counted.
        judged: whether the sentences of the assessment are composed, too.
    """
    made = [drawn(part, tools) for part in parts]
    grouping = Grouping(
        tuple(event for one, _ in made for event in one.events),
        tuple(testimony for one, _ in made for testimony in one.testimonies),
        (),
    )
    evidence = tuple(one for _, found in made for one in found)
    told, claims = as_told(grouping, [claim for part in parts for claim in part.claims], tools.convention)
    documents = tuple(sorted((one.document for one in known.coded), key=lambda one: (one.day or date.max, one.id)))
    view = View(told, evidence, claims, documents, (), as_of)
    if not judged:
        return view
    settings, table = tools.settings, tools.convention.name
    assessment = assess(told, evidence, claims, documents, tools.yardstick, settings.policy, as_of, "", table)
    return replace(view, findings=assessment.findings)


def as_told(grouping: Grouping, claims: Sequence[Claim], convention: Convention) -> tuple[Grouping, tuple[Claim, ...]]:
    """Return testimonies and claims with their vague words as the convention reads them, for what is printed."""
    testimonies = tuple(
        replace(one, quantity=as_read(one.quantity, convention)) if one.quantity else one
        for one in grouping.testimonies
    )
    read = (replace(one, quantities=tuple(as_read(q, convention) for q in one.quantities)) for one in claims)
    return replace(grouping, testimonies=testimonies), tuple(read)
