"""Read the place names of a content, as written."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from reportedly.claims.content import Content
from reportedly.claims.parse import Parse, Sentence
from reportedly.model.claim import Place

_LABELS = frozenset({"GPE", "LOC", "FAC"})
_OTHER_LABELS = frozenset(
    "DATE TIME NORP LANGUAGE MONEY PERCENT QUANTITY ORDINAL CARDINAL EVENT LAW WORK_OF_ART".split()
)
_LOCATIVE = frozenset(
    "in at near around outside inside into toward towards across along above behind beyond beside between through "
    "throughout off north south east west northeast northwest southeast southwest".split()
)
_COMPASS = frozenset(
    "north south east west northeast northwest southeast southwest outskirts town city village centre".split()
)
_REACHING = frozenset(
    "enter leave reach cross seize capture take flee retake recapture liberate hold visit occupy approach besiege "
    "storm shell bombard control abandon surround".split()
)
_HEADS = frozenset(
    "hall bridge road street square park station airport airfield "
    "hospital school university prison camp camps district "
    "province region oblast county city town village valley "
    "river lake sea strait bay island islands mountain mountains "
    "coast port harbour harbor plaza court house palace tower border peninsula gulf forest estuary canal ridge hill "
    "front highway avenue refinery dam mine quarry reservoir desert stadium".split()
)
_SPANNING = re.compile(r"^\s{0,3},?\s{0,3}(?:and|or|to)?\s{0,3}(?:the\s{1,3})?$")
_ORGANISATION = frozenset(
    "ministry agency service institute council party company group army force forces command staff committee "
    "department office bureau union association press times news bank centre center corps front police assembly".split()
)


def document_places(parse: Parse) -> frozenset[str]:
    """Return the names, in lower case, that a document uses as places somewhere: labelled so, or ``near X``."""
    votes: Counter[str] = Counter()
    for sentence in parse.sentences:
        for run in _runs(list(sentence.tokens)):
            name = _name(run)
            if _locative(run, sentence) or _reached(run):
                votes[name] += 3
            elif run[-1].ent_type_ in _LABELS and not _modifies(run):
                votes[name] += 1
            elif run[-1].ent_type_ == "PERSON":
                votes[name] -= 2
    return frozenset(name for name, count in votes.items() if count > 0)


def read_places(content: Content, known: frozenset[str] = frozenset()) -> tuple[Place, ...]:
    """Return the places named in a content in order, each name once.

    Args:
        content: the claim's content.
        known: what ``document_places`` gives; a name that is a place once is one wherever it stands.
    """
    found: list[Place] = []
    seen: set[str] = set()
    end, spans = -1, False
    for run in _runs(list(content.tokens), known):
        start = run[0].idx + content.offset
        between = content.parse.text[end:start] if 0 <= end <= start else "."
        listed = _SPANNING.match(between) is not None and (_plain(run) or spans)
        if not (_is_place(run, known, content.sentence) or listed):
            continue
        spans = content.parse.text[max(0, start - 8) : start] == "between "
        span = content.span_of(_with_head(run, content))
        end = span.end
        name = span.of(content.parse.text)
        if name.lower() not in seen:
            seen.add(name.lower())
            found.append(Place(name, span))
    return tuple(found)


def _runs(tokens: list[Any], known: frozenset[str] = frozenset()) -> list[list[Any]]:
    """Return the runs of capitalised names in order: one name each, articles and possessive marks left out."""
    runs: list[list[Any]] = []
    for token in tokens:
        named = token.text[:1].isupper() and (
            token.pos_ == "PROPN" or token.ent_type_ in _LABELS or token.lower_ in known or _continues(runs, token)
        )
        inner = bool(runs and runs[-1]) and token.ent_iob_ == "I" and token.ent_type_ in _LABELS and not token.is_space
        if not named and not inner:
            runs.append([])
            continue
        joined = bool(runs and runs[-1]) and runs[-1][-1].i == token.i - 1
        split = (
            joined and token.ent_iob_ == "B" and runs[-1][-1].ent_type_ != "" and not _same_name(runs[-1][-1], token)
        )
        if not joined or split:
            runs.append([])
        runs[-1].append(token)
    return [trimmed for run in runs if (trimmed := _trimmed(run))]


def _continues(runs: list[list[Any]], token: Any) -> bool:
    """Say whether a capitalised common word goes on with the name before it: ``Most`` in ``Dolni Most``."""
    behind = bool(runs and runs[-1]) and runs[-1][-1].i == token.i - 1
    return behind and token.is_alpha and not token.is_sent_start and token.pos_ in {"NOUN", "ADJ", "ADV"}


def _same_name(before: Any, token: Any) -> bool:
    return bool(before.dep_ == "compound" and before.head == token)


def _trimmed(run: list[Any]) -> list[Any]:
    while run and (run[0].pos_ == "DET" or run[0].lower_ == "the"):
        run = run[1:]
    while run and (run[-1].lower_ in {"'s", "’s", "'", "’", "the", "of", "and"} or run[-1].is_punct):
        run = run[:-1]
    return run


def _name(run: list[Any]) -> str:
    return " ".join(token.lower_ for token in run)


def _is_place(run: list[Any], known: frozenset[str], sentence: Sentence) -> bool:
    label = run[-1].ent_type_
    if label in _OTHER_LABELS or _modifies(run):
        return False
    if run[-1].lower_ in _ORGANISATION and run[-1].lower_ not in _HEADS:
        return False
    return label in _LABELS or _name(run) in known or _locative(run, sentence) or _reached(run) or _headed(run)


def _plain(run: list[Any]) -> bool:
    return run[-1].ent_type_ not in _OTHER_LABELS | {"PERSON", "ORG"} and not _modifies(run)


def _headed(run: list[Any]) -> bool:
    """Say whether a name ends in, or stands before, a word for a place: ``Halle ridge``, ``Lake Senn``."""
    follower = _follower(run)
    if follower is not None and follower.lower_ in _HEADS - {"front", "house", "court"}:
        return True
    return len(run) > 1 and (
        run[-1].lower_ in _HEADS - {"court", "house", "front"} or run[0].lower_ in {"lake", "mount", "cape", "port"}
    )


def _follower(run: list[Any]) -> Any | None:
    last = run[-1]
    return last.nbor(1) if last.i + 1 < len(last.doc) else None


def _modifies(run: list[Any]) -> bool:
    """Say whether a name only qualifies a common noun, as in ``U.S. military``; ``Wend station`` is a name."""
    last, head = run[-1], run[-1].head
    if last.dep_ not in {"compound", "amod", "nmod"} or head.i <= last.i:
        return False
    return head.lower_ not in _HEADS and (head.pos_ == "NOUN" or head.ent_type_ in {"PERSON", "ORG", "NORP"})


def _locative(run: list[Any], sentence: Sentence) -> bool:
    if run[-1].ent_type_ in _OTHER_LABELS:
        return False
    first = run[0].i - sentence.tokens.start
    before = [
        token
        for token in sentence.tokens[max(0, first - 3) : first]
        if token.lower_
        not in {
            "the",
            "western",
            "eastern",
            "northern",
            "southern",
            "central",
            "upper",
            "lower",
            "neighbouring",
            "nearby",
            "downtown",
        }
    ]
    if not before:
        return False
    word = before[-1].lower_
    organisation = run[-1].ent_type_ in {"ORG", "PERSON"} and run[-1].lower_ in _ORGANISATION
    if word in _LOCATIVE:
        return before[-1].pos_ in {"ADP", "ADV", "SCONJ"} and not organisation
    return word == "of" and len(before) > 1 and before[-2].lower_ in _COMPASS


def _reached(run: list[Any]) -> bool:
    head = run[-1].head
    return bool(
        run[-1].dep_ == "dobj"
        and head.lemma_.lower() in _REACHING
        and run[-1].ent_type_ not in {"PERSON", *_OTHER_LABELS}
    )


def _with_head(run: list[Any], content: Content) -> list[Any]:
    follower = _follower(run)
    if (
        follower is not None
        and follower.lower_ in _HEADS
        and follower.i in content.places
        and run[-1].lower_ != follower.lower_
    ):
        return [*run, follower]
    return run
