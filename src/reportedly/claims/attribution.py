"""What the cue patterns return: a source, the words that make it speak, and what it says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from reportedly.claims.parse import Sentence
from reportedly.claims.tagger.acts import Act
from reportedly.model.claim import Polarity
from reportedly.model.span import Span

COVERED = 0.6
"""Share of a span's characters from which it counts as content."""
LINEAR = -1
"""Stands for a content head where the content was found by position and not by the tree."""
_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "who", "this", "that"})
"""Pronouns even where a text is all capitals, in which other short words are acronyms."""
_BREAKS = frozenset({",", ";", ":", "–", "—", "(", "["})


@dataclass(frozen=True)
class Mention:
    """The words that name a source at one place."""

    head: Any
    """The head noun or pronoun, a spaCy token."""
    sentence: Sentence
    tokens: tuple[Any, ...]
    """The words of the phrase that name it, without relative clauses and appositions."""

    @property
    def span(self) -> Span:
        """The characters from the first to the last word of the name."""
        return self.sentence.span_of(self.tokens)

    @property
    def pronoun(self) -> bool:
        """Whether a pronoun stands for the source."""
        if self.head.text.isupper() and len(self.head.text) > 1 and self.head.lower_ not in _PRONOUNS:
            return False
        return bool(self.head.pos_ == "PRON" or self.head.tag_ in {"PRP", "DT", "WP", "WDT"})


@dataclass(frozen=True)
class Attribution:
    """One act of saying in the text: sources outermost first, the cue, and the contents it introduces."""

    sentence: Sentence
    sources: tuple[Mention, ...]
    """Outermost first (``told TASS`` gives TASS, then the speaker); empty for ``reportedly``."""
    cue: Span
    contents: tuple[Span, ...]
    rule: str
    polarity: Polarity = Polarity.AFFIRMED
    fallback_name: str = ""
    """The link's name where no words name a source (``reports``)."""
    cue_tokens: tuple[int, ...] = ()
    """Positions of the cue's tokens in the paragraph's parse."""
    content_heads: tuple[int, ...] = ()
    """Positions of the heads of the content clauses; ``LINEAR`` for a content found by position."""
    score: float = 1.0
    inner: bool = False
    """Whether it stands behind another attribution of the same content (``citing Y``)."""
    act: Act | None = None
    """The same act as the learned model sees it; None where only a rule does."""
    bears: bool = True
    """Whether it makes a link of the chain; plans and refusals to speak are the document's own account."""

    carried: tuple[Span, ...] = ()
    """What a careful reader still takes as said there, though it stands in sentences without a cue of their own."""

    @property
    def found_by(self) -> str:
        """Who found it: a rule, the model, or both."""
        return self.rule if self.act is None or self.rule == "model" else f"{self.rule} + model"

    def covers(self, span: Span) -> bool:
        """Say whether a span lies in the contents or in what is carried on.

        Cue and sources that stand inside the span do not count, and neither does a smaller part that juts out: the
        finders of contents and of assertions need not agree on every word.
        """
        near = [one for one in self.reach if one.overlaps(span)]
        if not near:
            return False
        if any(one.start <= span.start and span.end <= one.end + 1 for one in near):
            return True
        own = [self.cue, *(source.span for source in self.sources)]
        counted = without(span, own)
        inside = sum(_shared(part, merged) for part in counted for merged in _united(near))
        return inside >= COVERED * max(1, sum(map(len, counted)))

    @property
    def reach(self) -> tuple[Span, ...]:
        """Contents and what is carried on."""
        return (*self.contents, *self.carried)

    def reaching(self, *more: Span) -> Attribution:
        """Return the same attribution with further contents."""
        return replace(self, contents=(*self.contents, *more))

    def carrying(self, *more: Span) -> Attribution:
        """Return the same attribution carried on into further places."""
        return replace(self, carried=(*self.carried, *more))


def without(span: Span, others: Iterable[Span]) -> list[Span]:
    """Return the parts of a span that lie in none of the others."""
    parts = [span]
    for other in others:
        cut = []
        for part in parts:
            if not part.overlaps(other):
                cut.append(part)
                continue
            if part.start < other.start:
                cut.append(Span(part.start, other.start))
            if other.end < part.end:
                cut.append(Span(other.end, part.end))
        parts = cut
    return parts


def _united(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that overlap made one."""
    united: list[Span] = []
    for span in sorted(spans):
        if united and span.start <= united[-1].end:
            united[-1] = Span(united[-1].start, max(united[-1].end, span.end))
        else:
            united.append(span)
    return united


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def mention_of(head: Any, sentence: Sentence) -> Mention:
    """Return the mention whose head is a token: its phrase up to the first comma or clause, lists kept whole."""
    listed = any(one.dep_ == "conj" for one in head.children)
    low = head.left_edge.i
    for number in range(head.i - 1, low - 1, -1):
        if _foreign(head.doc[number]):
            low = number + 1
            break
    while low < head.i and (
        head.doc[low].is_punct
        or head.doc[low].ent_type_ in {"DATE", "TIME"}
        or head.doc[low].lower_ in {"both", "and", "but"}
    ):
        low += 1
    high = _right_end(head, listed=listed)
    while high > head.i and (head.doc[high].is_punct or head.doc[high].dep_ in {"cc", "prep", "mark"}):
        high -= 1
    return Mention(head, sentence, tuple(head.doc[number] for number in range(low, high + 1)))


def _foreign(token: Any) -> bool:
    """Whether a token before the head cannot belong to its name: a verb, a preposition of time, a clock time."""
    if token.pos_ in {"VERB", "AUX"} and token.dep_ not in {"amod", "compound"}:
        return True
    return bool(token.text[:1].isdigit() and ":" in token.text) or token.text in {";", ":", "–", "—"}


def _right_end(head: Any, *, listed: bool) -> int:
    """Position of the last word of the name: up to the first clause, break, time or means after the head."""
    high = head.i
    number = head.i + 1
    clauses = {one.left_edge.i for one in head.subtree if one.dep_ in _CLAUSES and one.i > head.i}
    while number <= head.right_edge.i:
        token = head.doc[number]
        if number in clauses or token.tag_ in {"WP", "WDT", "WP$", "WRB"} or _circumstance(token):
            break
        if token.text in {"(", "["}:
            closing = next((one.i for one in head.doc[number:] if one.text in {")", "]"}), None)
            if closing is None or closing + 1 >= len(head.doc) or head.doc[closing + 1].lower_ not in {"of", "for"}:
                break
            number = closing + 1
            continue
        if token.text in _BREAKS and not (listed and token.text == ","):
            break
        high = number
        number += 1
    while high + 2 < len(head.doc) and head.doc[high + 1].text == "-" and not head.doc[high].whitespace_:
        high += 2
        while high + 1 < len(head.doc) and head.doc[high + 1].pos_ == "PROPN":
            high += 1
    return int(high)


def _circumstance(token: Any) -> bool:
    """``in a statement``, ``on Monday``: when or by what means, no part of a name."""
    if token.dep_ != "prep":
        return False
    noun = next((one for one in token.children if one.dep_ == "pobj"), None)
    means = {
        "statement",
        "interview",
        "report",
        "letter",
        "tweet",
        "email",
        "message",
        "conference",
        "speech",
        "article",
    }
    return noun is not None and (noun.ent_type_ in {"DATE", "TIME"} or noun.lemma_ in means)
