"""Who is made to say what at one place of a document: source, cue and content as spans, nested as a tree."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from reportedly.model.certainty import Certainty
from reportedly.model.claim import SourceClass
from reportedly.model.span import Span


class Sort(StrEnum):
    """What sort of act it is: what the source is said to do."""

    SAY = "say"
    """Speaks or writes."""
    SHOW = "show"
    """Shows or finds: documents, pictures, data, studies."""
    THINK = "think"
    """Believes, knows, fears, expects."""
    INTEND = "intend"
    """Plans, vows, orders, asks."""


class Stance(StrEnum):
    """What the cue makes of the content; a negation inside the content is none of it."""

    AFFIRMED = "affirmed"
    DENIED = "denied"
    WITHHELD = "withheld"
    """Nothing is affirmed: ``declined to say``, ``could not verify``."""


class Form(StrEnum):
    """How the content is put."""

    CLAUSE = "clause"
    """A finite clause: somebody or something does or is."""
    QUOTATION = "quotation"
    """Words in quotation marks that are no finite clause by themselves."""
    VERB = "verb"
    """An infinitive or a participle: ``denied losing the village``."""
    PHRASE = "phrase"
    """A mere phrase: ``announced new measures``."""


@dataclass(frozen=True, slots=True)
class Attributed:
    """One attribution of a document."""

    id: str
    """``att-`` and digits, derived from document, cue and content."""
    document_id: str
    source: tuple[Span, ...]
    """The words that name the source here; empty where none do."""
    name: str
    """The fullest name that the document gives for the source; ``reports`` where nobody is named."""
    source_class: SourceClass
    cue: tuple[Span, ...]
    """The words that attribute, with their auxiliaries and negation; several spans where they stand apart."""
    content: tuple[Span, ...]
    """What is attributed; several spans where source and cue stand inside it."""
    sort: Sort
    stance: Stance
    form: Form
    statement: bool
    """Whether something is put that can be true or false: no plan, order or wish, and more than a phrase."""
    via: tuple[str, ...] = ()
    """Media and relays through which it was said in the same act, outermost first: ``told TASS``."""
    carried: tuple[Span, ...] = ()
    """What a careful reader takes as said there too, in sentences without a cue of their own."""
    hedge: Certainty | None = None
    """How surely the cue puts it (``is likely to, he said``); hedges in the content are none of it."""
    parent: str | None = None
    """Id of the attribution inside whose content this one stands, or that cites it."""
    rule: str = ""
    """Who found it: a rule's name, ``model``, or both."""
    score: float = 1.0
    """How sure the finders are, 0 to 1; lower where rule and model disagree."""
    flagged: bool = False
    """Whether a person should look: rule and model disagree, or the score is low."""
