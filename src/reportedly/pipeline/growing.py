"""Draw events, testimonies and evidence into a ledger: only of the stories that new reports and decisions touch.

What stands in the ledger afterwards is what drawing everything anew would leave there. The tables of stories are what
makes it quick; where they do not hold, after other settings for example, everything is drawn anew and they are filled.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.events.coded import group_coded
from reportedly.events.grouping import group_story
from reportedly.events.nodes import families
from reportedly.events.stories import bindings, divide, profiles_of
from reportedly.events.ties import ties_among
from reportedly.events.verdicts import MACHINE, Verdicts
from reportedly.evidence.weigh import weigh
from reportedly.ledger.store import Ledger
from reportedly.ledger.stories import DrawnRow, StoryState
from reportedly.model.claim import Claim
from reportedly.model.codec import from_json
from reportedly.model.coded import is_coded
from reportedly.model.document import Document
from reportedly.model.entry import EntryKind
from reportedly.model.event import Grouping, Judgement
from reportedly.model.evidence import Evidence
from reportedly.model.ids import digest
from reportedly.model.review import Review
from reportedly.pipeline.decided import counted_in
from reportedly.pipeline.reading import Coded
from reportedly.pipeline.record import Drawn, Held, Recorder, held
from reportedly.pipeline.region import Region
from reportedly.pipeline.settings import ACTOR
from reportedly.pipeline.shelf import LedgerShelf
from reportedly.pipeline.toolkit import Toolkit

PEOPLE = ""
"""The story under which people's judgements are listed."""
TABLES = "tables"
"""The story under which all rows of tables are listed; they are drawn anew together."""
_KINDS = (EntryKind.JUDGEMENT, EntryKind.EVENT, EntryKind.TESTIMONY, EntryKind.EVIDENCE)


class Grower:
    """Keeps what is drawn in a ledger up to date; made before anything is written, so that it sees whether it is."""

    def __init__(self, book: Ledger, recorder: Recorder, tools: Toolkit) -> None:
        """Look whether the tables of stories hold for all entries and for these settings."""
        self._book = book
        self._recorder = recorder
        self._tools = tools
        units, convention, policy, priors = tools.units, tools.convention, tools.settings.policy, tools.priors
        self._settings = digest(ACTOR, tools.registry.actors, tools.registry.sides, convention, units, policy, priors)
        top = book.top()
        with book.stories() as index:
            self._holds = index.state() == StoryState(top, self._settings)

    def draw(self, coded: Iterable[Coded] = (), judged: Iterable[Judgement] = (), reviewed: Iterable[str] = ()) -> None:
        """Record what follows from new documents, judgements and decisions that stand in the ledger by now.

        Args:
            coded: the documents that were added, with their claims.
            judged: judgements by people that came or went.
            reviewed: documents whose claims count otherwise than before, since decisions came or went.
        """
        fresh, changed, decided = list(coded), list(judged), sorted(set(reviewed))
        ends = {claim for one in changed for claim in (one.left, one.right)}
        with self._book.stories() as index:
            known = index.texts_of_documents(one.document.id for one in fresh)
            strange = len(index.texts_of(ends)) < len(ends) or len(index.texts_of_documents(decided)) < len(decided)
        tables = any(is_coded(claim) for one in fresh for claim in one.claims)
        if self._holds and not known and not strange and not tables:
            self._draw_touched(fresh, changed, decided)
        elif fresh or changed or decided or not self._holds:
            self._draw_all()

    def leave(self) -> None:
        """Say that new documents were not drawn; the next one to draw draws everything."""
        self._holds = False

    def settle(self) -> None:
        """Say that nothing recorded since concerns what is drawn, such as a refusal or an assessment."""
        top = self._book.top()
        with self._book.stories() as index:
            if self._holds:
                index.set_state(StoryState(top, self._settings))

    def _draw_touched(self, fresh: Sequence[Coded], judged: Sequence[Judgement], reviewed: Sequence[str]) -> None:
        people = self._people(judged)
        documents, claims = self._touched(fresh, reviewed)
        family_of, verdicts = families(documents.values()), Verdicts(people)
        ends = {claim for one in (*people, *judged) for claim in (one.left, one.right)}
        gone = self._gone(ends)
        with self._book.stories() as index:
            region = Region(index)
            region.add(profiles_of(family_of, claims.values()))
            index.put_documents((document, family.key) for document, family in family_of.items())
            index.put_claims((claim.id, claim.document_id) for claim in claims.values())
            text_of = index.texts_of(ends)
            told = {family_of[document].key for document in reviewed}
            region.touch(text for one in judged for text in _texts(one, text_of))
            region.touch(text for one in people for text in _texts(one, text_of, told))
            bound = bindings({end: text for end, text in text_of.items() if end not in gone}, verdicts)
            stories, old = region.divided(bound)
            before = [(EntryKind(row.kind), row.subject) for row in index.drawn(old)]
            pages = {name: [document for document, _ in index.documents(texts)] for name, texts in stories.items()}
        further = [document for ids in pages.values() for document in ids if document not in documents]
        documents.update(self._documents(further))
        claims.update(counted_in(self._book, further))
        said = defaultdict[str, list[Claim]](list)
        for claim in sorted(claims.values(), key=lambda one: one.id):
            said[claim.document_id].append(claim)
        parts = [
            self._drawn(
                [claim for i in pages[name] for claim in said[i]], [documents[i] for i in pages[name]], verdicts
            )
            for name in stories
        ]
        self._record(dict(zip(stories, parts, strict=True)), before, old, people)

    def _touched(self, fresh: Sequence[Coded], reviewed: Sequence[str]) -> tuple[dict[str, Document], dict[str, Claim]]:
        """Return the documents of the texts that are new or count otherwise, with their claims as they count."""
        documents = {one.document.id: one.document for one in fresh}
        claims = {claim.id: claim for one in fresh for claim in one.claims}
        keys = {family.key for family in families(documents.values()).values()}
        with self._book.stories() as index:
            keys |= set(index.texts_of_documents(reviewed).values())
            copies = [document for document, _ in index.documents(keys)]
        documents.update(self._documents(copies))
        claims.update(counted_in(self._book, copies))
        return documents, claims

    def _gone(self, claim_ids: Collection[str]) -> set[str]:
        """Return those of some claims that do not count, since people rejected them."""
        with self._book.stories() as index:
            document_of = index.documents_of(claim_ids)
            reviewed = {document for _, document in index.reviews(document_of.values())}
        counted = counted_in(self._book, reviewed) if reviewed else {}
        return {one for one, document in document_of.items() if document in reviewed and one not in counted}

    def _draw_all(self) -> None:
        everything = held(self._book)
        people = [judgement for judgement in everything.judgements if judgement.author != MACHINE]
        there, rows = _without_tables(everything)
        verdicts, family_of = Verdicts(people), families(there.documents)
        profiles = profiles_of(family_of, there.claims)
        ties = list(ties_among(profiles.values()))
        text_of = {claim.id: family_of[claim.document_id].key for claim in there.claims}
        stories = {texts[0]: texts for texts in divide(profiles, ties, bindings(text_of, verdicts))}
        story_of = {text: name for name, texts in stories.items() for text in texts}
        pages, said = defaultdict[str, list[Document]](list), defaultdict[str, list[Claim]](list)
        for document in there.documents:
            pages[story_of[family_of[document.id].key]].append(document)
        for claim in there.claims:
            said[story_of[text_of[claim.id]]].append(claim)
        parts = {name: self._drawn(said[name], pages[name], verdicts) for name in stories}
        if rows.claims:
            parts[TABLES] = self._drawn_tables(rows, people)
        kept = {judgement.id for judgement in people}
        reviews = [
            from_json(Review, one.draft.body) for one in self._book.entries(kind=EntryKind.REVIEW) if one.draft.body
        ]
        before = [(kind, subject) for kind in _KINDS for subject in self._book.subjects(kind) if subject not in kept]
        with self._book.stories() as index:
            index.clear()
            shelf = LedgerShelf(index)
            shelf.fill(profiles.values(), story_of)
            shelf.add_ties(ties)
            index.put_documents((document, family.key) for document, family in family_of.items())
            index.put_claims((claim.id, claim.document_id) for claim in there.read)
            index.put_claims((review.claim_id, review.document_id) for review in reviews)
            index.put_reviews((review.id, review.document_id) for review in reviews)
        self._record(parts, before, (), people)

    def _drawn(self, claims: Sequence[Claim], documents: Sequence[Document], verdicts: Verdicts) -> Drawn:
        tools = self._tools
        grouping = group_story(claims, documents, tools.registry, verdicts.on(claim.id for claim in claims))
        return Drawn(grouping, self._weighed(grouping, claims, documents))

    def _drawn_tables(self, rows: Held, people: Sequence[Judgement]) -> Drawn:
        tools = self._tools
        grouping = group_coded(rows.claims, rows.documents, tools.registry, people)
        return Drawn(grouping, self._weighed(grouping, rows.claims, rows.documents))

    def _weighed(
        self, grouping: Grouping, claims: Sequence[Claim], documents: Sequence[Document]
    ) -> tuple[Evidence, ...]:
        tools = self._tools
        policy, convention, units = tools.settings.policy, tools.convention, tools.units
        return weigh(grouping, claims, documents, tools.registry, policy, convention, units, tools.priors)

    def _record(
        self,
        parts: Mapping[str, Drawn],
        before: Iterable[tuple[EntryKind, str]],
        old: Iterable[str],
        people: Iterable[Judgement],
    ) -> None:
        subjects = self._recorder.drawn(parts.values(), before)
        rows = [
            DrawnRow(kind.value, subject, name)
            for name, told in zip(parts, subjects, strict=True)
            for kind, subject in told
        ]
        rows += [DrawnRow(EntryKind.JUDGEMENT.value, judgement.id, PEOPLE) for judgement in people]
        top = self._book.top()
        with self._book.stories() as index:
            index.replace_drawn([*old, PEOPLE], rows)
            index.set_state(StoryState(top, self._settings))
        self._holds = True

    def _people(self, judged: Iterable[Judgement]) -> list[Judgement]:
        with self._book.stories() as index:
            subjects = [row.subject for row in index.drawn([PEOPLE])]
        found = self._book.holding(EntryKind.JUDGEMENT, [*subjects, *(judgement.id for judgement in judged)])
        return [from_json(Judgement, found[subject].draft.body) for subject in sorted(found)]

    def _documents(self, ids: Iterable[str]) -> dict[str, Document]:
        found = self._book.holding(EntryKind.DOCUMENT, ids)
        return {subject: from_json(Document, entry.draft.body) for subject, entry in found.items()}


def _texts(judgement: Judgement, text_of: Mapping[str, str], among: Collection[str] | None = None) -> list[str]:
    """Return the texts of a judgement's claims, or none where neither is among the given ones."""
    found = [text_of[claim] for claim in (judgement.left, judgement.right) if claim in text_of]
    return found if among is None or not set(found).isdisjoint(among) else []


def _without_tables(everything: Held) -> tuple[Held, Held]:
    """Return what a ledger holds of texts, and what it holds of rows of tables."""
    rows = {claim.document_id for claim in everything.claims if is_coded(claim)}
    parts = []
    for wanted in (False, True):
        documents = tuple(one for one in everything.documents if (one.id in rows) is wanted)
        claims = tuple(claim for claim in everything.claims if (claim.document_id in rows) is wanted)
        ids = {one.id for one in documents}
        read = tuple(claim for claim in everything.read if claim.document_id in ids)
        parts.append(replace(everything, documents=documents, claims=claims, read=read))
    return parts[0], parts[1]
