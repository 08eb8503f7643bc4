"""Group claims into events and testimonies, story by story; people's judgements beat the machine's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from reportedly.events.board import Board, judged
from reportedly.events.describe import describe, is_remark
from reportedly.events.likeness import Comparator
from reportedly.events.naming import Voice, Voices
from reportedly.events.nodes import Node, families, nodes_of
from reportedly.events.stories import stories_of
from reportedly.events.strays import return_strays
from reportedly.events.testimonies import Saying, sayings_of
from reportedly.events.verdicts import Verdicts
from reportedly.model.actors import ActorRegistry
from reportedly.model.claim import Claim
from reportedly.model.document import Document
from reportedly.model.event import Event, Grouping, Judgement, Same, Story, Testimony, Verdict


def group(
    claims: Sequence[Claim],
    documents: Sequence[Document],
    registry: ActorRegistry,
    judgements: Sequence[Judgement] = (),
) -> Grouping:
    """Find which claims speak of the same event and which relay the same saying.

    Documents are divided into stories first; what a story's claims come to depends on this story alone.

    Args:
        claims: claims of any number of documents, in any order.
        documents: the documents that the claims stand in; a claim whose document is missing is left out.
        registry: who is who across documents.
        judgements: earlier judgements; those by people are kept to, those by the machine are made anew.

    Returns:
        Stories, events with their testimonies, and every judgement: the machine's links and the people's. The events on
        most different texts come first, of these the ones with most figures, then by day and id; remarks, which one
        report makes in its own voice without a figure, come last. Equal input in any order gives an equal result.
    """
    verdicts = Verdicts(judgements)
    unique = _unique(claims)
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in unique:
        told[claim.document_id].append(claim)
    parts = []
    for story in stories_of(documents, unique, verdicts):
        held = [claim for one in story for claim in told[one.id]]
        parts.append(group_story(held, story, registry, verdicts.on(claim.id for claim in held)))
    family_of = families(documents)
    text_of = {claim.id: family_of[claim.document_id].key for claim in unique if claim.document_id in family_of}
    return joined(parts, text_of, verdicts.people)


def group_story(
    claims: Sequence[Claim], documents: Sequence[Document], registry: ActorRegistry, verdicts: Verdicts
) -> Grouping:
    """Group the claims of one story; nothing outside the story has a say.

    Args:
        claims: the story's claims, in any order.
        documents: the story's documents, in any order.
        registry: who is who across documents.
        verdicts: what people judged; that on other claims changes nothing.

    Returns:
        The story with its events and testimonies, in no particular order, and the machine's judgements.
    """
    apart = verdicts.apart(Same.EVENT)
    family_of = families(documents)
    nodes = nodes_of(_unique(claims), family_of, apart | verdicts.apart(Same.TESTIMONY))
    unique = {node.family.key: node.family for node in nodes}
    comparator = Comparator([unique[key] for key in sorted(unique)])
    voice_of = _remembered(Voices(nodes, registry).of)
    board = Board(nodes, comparator, verdicts, voice_of)
    sayings = [sayings_of([board.nodes[n] for n in members], voice_of, comparator) for members in board.events()]
    return_strays(sayings, comparator, apart)
    made = [describe(event, verdicts) for event in sayings if event]
    return Grouping(
        events=tuple(event for event, _ in made),
        testimonies=tuple(testimony for _, testimonies in made for testimony in testimonies),
        judgements=(*board.judgements(sayings), *_testimony_links(sayings)),
        stories=(Story(tuple(sorted(document.id for document in documents))),),
    )


def joined(parts: Iterable[Grouping], text_of: Mapping[str, str], people: Iterable[Judgement]) -> Grouping:
    """Return the groupings of stories as one, with people's judgements.

    Args:
        parts: what ``group_story`` gave for each story.
        text_of: claim -> key of the text it stands in.
        people: every judgement by a person.
    """
    events: list[Event] = []
    testimonies: dict[str, list[Testimony]] = defaultdict(list)
    by_id: dict[str, Judgement] = {}
    stories: list[Story] = []
    for part in parts:
        events += part.events
        stories += part.stories
        by_id.update((judgement.id, judgement) for judgement in part.judgements)
        for testimony in part.testimonies:
            testimonies[testimony.event_id].append(testimony)
    by_id.update((judgement.id, judgement) for judgement in people)
    events.sort(key=lambda event: _rank(event, testimonies[event.id], text_of))
    return Grouping(
        events=tuple(events),
        testimonies=tuple(testimony for event in events for testimony in testimonies[event.id]),
        judgements=tuple(by_id[key] for key in sorted(by_id)),
        stories=tuple(sorted(stories, key=lambda story: story.document_ids)),
    )


def _rank(
    event: Event, testimonies: Iterable[Testimony], text_of: Mapping[str, str]
) -> tuple[bool, int, int, str, str]:
    texts = {text_of[claim] for claim in event.claim_ids}
    figures = sum(testimony.quantity is not None for testimony in testimonies)
    return (is_remark(event), -len(texts), -figures, str(event.when or "9999"), event.id)


def _unique(claims: Iterable[Claim]) -> list[Claim]:
    by_id = {claim.id: claim for claim in claims}
    return [by_id[key] for key in sorted(by_id)]


def _remembered(voice: Callable[[Node], Voice]) -> Callable[[Node], Voice]:
    known: dict[tuple[str, ...], Voice] = {}

    def voice_of(node: Node) -> Voice:
        if node.claim_ids not in known:
            known[node.claim_ids] = voice(node)
        return known[node.claim_ids]

    return voice_of


def _testimony_links(told: Iterable[Iterable[Saying]]) -> list[Judgement]:
    return [
        judged(Same.TESTIMONY, reason.claim_ids[0], node.claim_ids[0], Verdict.SAME, 1.0, (reason,))
        for sayings in told
        for saying in sayings
        for node, reason in sorted(saying.reasons.items(), key=lambda item: item[0].order)
        if reason.claim_ids and reason.claim_ids[0] != node.claim_ids[0]
    ]
