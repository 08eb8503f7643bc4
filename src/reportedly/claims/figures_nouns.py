"""Whom or what a figure counts: the noun beside it at its fullest, or the one it points back to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportedly.claims.content import Content
from reportedly.claims.figures_lexicon import bare, named_outcome
from reportedly.claims.figures_numerals import Numeral
from reportedly.claims.tree import subject_of
from reportedly.model.span import Span

_LEFT = frozenset({"amod", "compound", "nmod", "npadvmod", "advmod", "punct", "poss", "case", "nummod", "quantmod"})
_DROPPED = frozenset(
    "more other another further additional estimated total such first last least most only just some many same very "
    "own new separate different another initial combined so-called reported fewer as well still already dead".split()
)
_KEPT_PREPOSITIONS = frozenset({"of", "from"})
_MEASURING = frozenset(
    {"number", "total", "group", "series", "handful", "majority", "rest", "half", "list", "toll", "crowd", "pair"}
)
_OUTCOMES = frozenset({"dead", "injured", "wounded", "missing", "killed", "displaced"})
_PRONOUNS = frozenset({"them", "us", "these", "those", "which", "whom", "it", "all", "you", "theirs", "ours"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The noun that a figure counts."""

    noun: Any | None
    """Its head token; None where the text names nobody beside the figure."""
    span: Span | None
    """The words at their fullest, without determiner and number."""
    partitive: bool = False
    """Whether the figure takes a part of what the noun names, as in ``two of the drones``."""
    back: bool = False
    """Whether the words only point back, as in ``one of them``."""


def number_token(content: Content, numeral: Numeral) -> Any | None:
    """Return the token by which a figure hangs in the tree: the one whose head lies outside the figure."""
    inside = content.tokens_at(numeral.core)
    places = {token.i for token in inside}
    outer = [token for token in inside if token.head.i not in places or token.head == token]
    outer = [token for token in outer if not token.is_punct] or outer
    return outer[-1] if outer else None


def counted_by(content: Content, numeral: Numeral) -> Counted:
    """Return the noun that a figure counts.

    The tree is asked first; where it leaves the figure without a noun, the first noun right behind it is taken.
    """
    token = number_token(content, numeral)
    if token is None:
        return Counted(None, None)
    of = _of_object(token, content)
    if of is not None:
        if of.lower_ in _PRONOUNS or of.pos_ == "PRON":
            return Counted(None, None, partitive=True, back=True)
        return Counted(of, _fullest(content, of, numeral), partitive=True)
    noun = _head_noun(token, numeral, content)
    if noun is None:
        noun = _next_noun(content, numeral)
    if noun is None:
        return _predicated(content, numeral, token)
    noun = _past_hyphen(content, noun)
    if noun.lower_ in {"others", "more"}:
        return Counted(noun, content.span_of([noun]), back=noun.lower_ == "more")
    deeper = _of_object(noun, content) if bare(noun) else None
    if deeper is not None and deeper.pos_ in {"NOUN", "PROPN"}:
        return Counted(noun, _fullest(content, deeper, numeral))
    if bare(noun):
        return Counted(noun, _nationality(content, noun))
    return Counted(noun, _fullest(content, noun, numeral))


def _predicated(content: Content, numeral: Numeral, token: Any) -> Counted:
    """Return the noun of ``the number of deaths stands at 20``: one before the figure, a verb or ``at`` between."""
    before = [t for t in content.tokens if t.idx + content.offset < numeral.span.start]
    if (
        token.dep_ not in {"pobj", "attr", "dobj", "npadvmod", "nummod", "ROOT", "oprd", "dep", "conj", "appos"}
        and before
    ):
        return Counted(None, None)
    for other in reversed(before):
        if (
            other.pos_ in {"NOUN", "ADJ", "VERB"}
            and named_outcome(other) is not None
            and other.dep_ not in {"ROOT", "amod"}
            and not (other.pos_ == "VERB" and token.dep_ == "dobj" and token.head.i == other.i)
        ):
            of = _of_object(other, content)
            if of is not None and of.pos_ in {"NOUN", "PROPN"}:
                return Counted(other, _fullest(content, of, numeral))
            return Counted(other, _nationality(content, other))
        if other.lower_ in _MEASURING and other.dep_ in {"nsubj", "nsubjpass", "dobj", "ROOT"}:
            of = _of_object(other, content)
            if of is not None and of.pos_ in {"NOUN", "PROPN"} and not bare(of):
                return Counted(of, _fullest(content, of, numeral))
    return Counted(None, None)


def _head_noun(token: Any, numeral: Numeral, content: Content) -> Any | None:
    if token.dep_ in {
        "nummod",
        "compound",
        "amod",
        "quantmod",
        "det",
        "predet",
        "nmod",
        "poss",
        "npadvmod",
        "appos",
        "advmod",
    }:
        head = token.head
        for _ in range(3):
            if head.pos_ == "NUM" or (head.dep_ in {"compound", "quantmod"} and head.head.pos_ in {"NOUN", "PROPN"}):
                head = head.head
        behind = head.idx + content.offset >= numeral.core.end
        if head.pos_ in {"NOUN", "PROPN"} and behind:
            return head
        if head.pos_ == "ADJ" and behind and bare(head):
            modified = head.dep_ == "amod" and head.head.pos_ in {"NOUN", "PROPN"} and head.head.i > head.i
            return head.head if modified else head
    if token.pos_ in {"NOUN", "PROPN"} and token.idx + content.offset >= numeral.core.end:
        return token
    return None


def _past_hyphen(content: Content, noun: Any) -> Any:
    """Return the last part of a hyphenated word: ``petitioners`` for ``co`` in ``co-petitioners``."""
    for _ in range(2):
        following = [token for token in content.tokens if noun.i < token.i <= noun.i + 2]
        if len(following) < 2 or following[0].text != "-" or following[1].idx != following[0].idx + 1:
            break
        noun = following[1]
    return noun


def _next_noun(content: Content, numeral: Numeral) -> Any | None:
    """Return the noun that follows a figure with nothing but modifiers between."""
    following = [t for t in content.tokens if t.idx + content.offset >= numeral.core.end][:6]
    last = None
    for token in following:
        if token.lower_ in _OUTCOMES:
            if token.dep_ == "amod" and token.head.i > token.i and token.head in following:
                continue
            return token if last is None else last
        if token.lower_ in {"more", "others"} and last is None:
            nxt = following[following.index(token) + 1 :]
            if token.lower_ == "others" or not nxt or nxt[0].pos_ not in {"NOUN", "ADJ", "PROPN"}:
                return token
            continue
        if token.pos_ in {"NOUN", "PROPN"}:
            last = token
            continue
        if last is not None or (
            token.pos_ not in {"ADJ", "ADV"}
            and token.tag_ not in {"VBN", "VBG"}
            and token.text not in {'"', "“", "'", "‘", "-"}
        ):
            break
    return last


def _of_object(token: Any, content: Content) -> Any | None:
    for child in token.children:
        if child.lower_ in {"of", "among"} and child.dep_ == "prep" and child.i in content.places and child.i > token.i:
            return next((below for below in child.children if below.dep_ == "pobj" and below.i in content.places), None)
    return None


def _nationality(content: Content, noun: Any) -> Span | None:
    kept = [
        child
        for child in noun.children
        if child.i < noun.i
        and child.dep_ in {"amod", "compound", "nmod", "poss"}
        and ((child.text[:1].isupper() and child.i > content.tokens[0].i) or child.pos_ in {"NOUN", "PROPN"})
        and named_outcome(child) is None
        and child.pos_ not in {"PRON", "DET"}
    ]
    whole = [below for child in kept for below in child.subtree if below.i in content.places]
    return content.span_of(whole) if whole else None


def _fullest(content: Content, noun: Any, numeral: Numeral) -> Span:
    """Return the words from behind the figure (or the noun's own first modifier) to the noun's last complement."""
    kept = _before_noun(content, noun, numeral)
    while (
        len(kept) > 1
        and kept[1].text != "-"
        and (kept[0].lower_ in _DROPPED or kept[0].pos_ in {"DET", "NUM", "PUNCT", "ADV"})
    ):
        kept = kept[1:]
    if kept[0].pos_ == "PRON" and len(kept) > 1 and kept[0].tag_ == "PRP$":
        kept = kept[1:]
    for child in noun.rights:
        near = child.i - noun.i <= 2 and child.i in content.places
        if child.lower_ in _KEPT_PREPOSITIONS and child.dep_ == "prep" and near:
            kept += _phrase(child, content)
            break
    return content.span_of(kept)


def _before_noun(content: Content, noun: Any, numeral: Numeral) -> list[Any]:
    end = numeral.core.end - content.offset
    between = [t for t in content.tokens if t.idx >= end and t.i <= noun.i]
    plain = {"ADJ", "NOUN", "PROPN", "VERB", "ADV", "NUM", "PART", "PUNCT", "DET", "ADP"}
    if between and len(between) <= 7 and all(t.pos_ in plain for t in between):
        cut = max(
            (n for n, t in enumerate(between[:-1]) if t.dep_ == "prep" or t.pos_ == "DET" or t.text in {",", ";"}),
            default=-1,
        )
        return between[cut + 1 :]
    kept = [noun]
    for child in sorted(noun.lefts, key=lambda token: -token.i):
        if child.dep_ not in _LEFT or child.i not in content.places or child.pos_ in {"NUM", "DET"} or child.is_punct:
            break
        if child.idx < end <= noun.idx:
            break
        kept += [below for below in child.subtree if below.i in content.places]
    return sorted(kept, key=lambda token: token.i)


def _phrase(preposition: Any, content: Content) -> list[Any]:
    """Return a prepositional phrase without the relative clauses and further phrases that hang on its noun."""
    object_ = next((child for child in preposition.children if child.dep_ == "pobj"), None)
    if (
        object_ is None
        or object_.i not in content.places
        or object_.pos_ in {"PRON", "NUM"}
        or object_.ent_type_ in {"DATE", "TIME"}
    ):
        return []
    kept = [preposition, object_]
    for child in object_.children:
        if child.i < object_.i or child.lower_ == "of":
            kept += [below for below in child.subtree if below.i in content.places]
    return kept


_SUFFERING = frozenset("lose suffer take sustain incur".split())
_NOBODY_IN_PARTICULAR = frozenset(
    "soldier personnel man troop people serviceman fighter member casualty loss force person killed dead".split()
)


def sufferers_of(content: Content, number: Any, of: str) -> Span | None:
    """Return the words for those who suffer a loss, where what is counted names nobody in particular.

    ``The Russian and North Korean units lost 200 soldiers`` counts Russian and North Korean units: the codebook asks
    for whom or what at its fullest.

    Args:
        content: the claim's content.
        number: the figure's token.
        of: what was found beside the figure; empty where nothing was.
    """
    if of and not set(of.lower().split()) <= {
        form for word in _NOBODY_IN_PARTICULAR for form in (word, word + "s", "men", "servicemen")
    }:
        return None
    verb = next((token for token in number.ancestors if token.pos_ == "VERB"), None)
    if verb is None or verb.lemma_.lower() not in _SUFFERING or verb.i not in content.places or number.i < verb.i:
        return None
    subject = subject_of(verb)
    if subject is None or subject.pos_ not in {"NOUN", "PROPN"} or subject.i not in content.places:
        return None
    if subject.ent_type_ in {"GPE", "PERSON"} and not of:
        return content.span_of([subject])
    kept = [subject, *(below for child in subject.lefts for below in child.subtree if below.i in content.places)]
    for child in subject.rights:
        if child.lower_ == "of" and child.dep_ == "prep":
            kept += _phrase(child, content)
    kept.sort(key=lambda token: token.i)
    while len(kept) > 1 and (kept[0].lower_ in _DROPPED or kept[0].pos_ in {"DET", "NUM", "PUNCT", "ADV", "PRON"}):
        kept = kept[1:]
    return content.span_of(kept)
