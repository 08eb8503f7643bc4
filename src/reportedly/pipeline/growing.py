"""Draw events, testimonies and evidence into a ledger: only of the stories that new reports and judgements touch.

What stands in the ledger afterwards is what drawing everything anew would leave there. The tables of stories are what
makes it quick; where they do not hold, after other settings for example, everything is drawn anew and they are filled.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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

    def draw(self, coded: Iterable[Coded] = (), judged: Iterable[Judgement] = ()) -> None:
        """Record what follows from new documents and judgements that stand in the ledger by now.

        Args:
            coded: the documents that were added, with their claims.
            judged: judgements by people that came or went.
        """
        fresh, changed = list(coded), list(judged)
        ends = {claim for one in changed for claim in (one.left, one.right)}
        with self._book.stories() as index:
            known = index.texts_of_documents(one.document.id for one in fresh)
            strange = len(index.texts_of(ends)) < len(ends)
        tables = any(is_coded(claim) for one in fresh for claim in one.claims)
        if self._holds and not known and not strange and not tables:
            self._draw_touched(fresh, changed)
        elif fresh or changed or not self._holds:
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

    def _draw_touched(self, fresh: Sequence[Coded], judged: Sequence[Judgement]) -> None:
        people = self._people(judged)
        documents = {one.document.id: one.document for one in fresh}
        claims = {claim.id: claim for one in fresh for claim in one.claims}
        keys = {family.key for family in families(documents.values()).values()}
        with self._book.stories() as index:
            copies = [document for document, _ in index.documents(keys)]
            told = [claim for claim, _ in index.claims(copies)]
        documents.update(self._documents(copies))
        claims.update(self._claims(told))
        verdicts = Verdicts(people)
        family_of = families(documents.values())
        with self._book.stories() as index:
            region = Region(index)
            region.add(profiles_of(family_of, claims.values()))
            index.put_documents((document, family.key) for document, family in family_of.items())
            index.put_claims((claim.id, claim.document_id) for claim in claims.values())
            ends = [claim for one in people for claim in (one.left, one.right)]
            ends += [claim for one in judged for claim in (one.left, one.right)]
            text_of = index.texts_of(ends)
            region.touch(text_of[claim] for one in judged for claim in (one.left, one.right) if claim in text_of)
            stories, old = region.divided(bindings(text_of, verdicts))
            before = [(EntryKind(row.kind), row.subject) for row in index.drawn(old)]
            pages = {name: [document for document, _ in index.documents(texts)] for name, texts in stories.items()}
            said = {name: [claim for claim, _ in index.claims(ids)] for name, ids in pages.items()}
        documents.update(self._documents(i for ids in pages.values() for i in ids if i not in documents))
        claims.update(self._claims(i for ids in said.values() for i in ids if i not in claims))
        parts = [
            self._drawn([claims[i] for i in said[name]], [documents[i] for i in pages[name]], verdicts)
            for name in stories
        ]
        self._record(dict(zip(stories, parts, strict=True)), before, old, people)

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
        before = [(kind, subject) for kind in _KINDS for subject in self._book.subjects(kind) if subject not in kept]
        with self._book.stories() as index:
            index.clear()
            shelf = LedgerShelf(index)
            shelf.fill(profiles.values(), story_of)
            shelf.add_ties(ties)
            index.put_documents((document, family.key) for document, family in family_of.items())
            index.put_claims((claim.id, claim.document_id) for claim in there.claims)
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

    def _claims(self, ids: Iterable[str]) -> dict[str, Claim]:
        found = self._book.holding(EntryKind.CLAIM, ids)
        return {subject: from_json(Claim, entry.draft.body) for subject, entry in found.items()}


def _without_tables(everything: Held) -> tuple[Held, Held]:
    """Return what a ledger holds of texts, and what it holds of rows of tables."""
    rows = {claim.document_id for claim in everything.claims if is_coded(claim)}
    parts = []
    for wanted in (False, True):
        documents = tuple(one for one in everything.documents if (one.id in rows) is wanted)
        claims = tuple(claim for claim in everything.claims if (claim.document_id in rows) is wanted)
        parts.append(replace(everything, documents=documents, claims=claims))
    return parts[0], parts[1]
