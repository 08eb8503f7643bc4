"""Read the place names of a content, as written."""

from __future__ import annotations

from typing import Any

from reportedly.claims.content import Content
from reportedly.model.claim import Place

_LABELS = frozenset({"GPE", "LOC", "FAC"})
_PREPOSITIONS = frozenset(
    "in at near to from around outside inside into toward towards through across between off over of along on above "
    "behind beyond north south east west northeast northwest southeast southwest".split()
)
_NOT_PLACES = frozenset({"PERSON", "DATE", "TIME", "NORP", "LANGUAGE", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "CARDINAL", "EVENT", "LAW", "WORK_OF_ART"})
_HEADS = frozenset(
    "hall bridge road street square park station airport hospital school university church market prison camp district "
    "province region oblast county city town village valley river lake sea strait bay island islands mountain mountains "
    "coast port harbour harbor square plaza court house palace tower centre center border peninsula gulf forest".split()
)


def read_places(content: Content) -> tuple[Place, ...]:
    """Return the places named in a content in order, each name once.

    A name counts that the parser labels as a place, or that stands behind a preposition of place without being
    labelled as something else.
    """
    found: list[Place] = []
    seen: set[str] = set()
    for run in _name_runs(content):
        place = _place(content, run)
        if place is not None and place.name.lower() not in seen:
            seen.add(place.name.lower())
            found.append(place)
    return tuple(found)


def _name_runs(content: Content) -> list[list[Any]]:
    runs: list[list[Any]] = []
    for token in content.tokens:
        named = token.pos_ == "PROPN" or token.ent_type_ in _LABELS
        if not named or token.is_punct and token.ent_iob_ != "I":
            runs.append([])
            continue
        if not runs or (runs[-1] and (token.ent_iob_ == "B" and (runs[-1][-1].ent_type_ or True) and runs[-1][-1].ent_type_ != "" or token.i != runs[-1][-1].i + 1)):
            runs.append([])
        runs[-1].append(token)
    return [run for run in runs if run]


def _place(content: Content, run: list[Any]) -> Place | None:
    while run and (run[0].pos_ == "DET" or run[0].lower_ in {"the", "'s", "’s"}):
        run = run[1:]
    while run and run[-1].lower_ in {"'s", "’s", "'", "’"}:
        run = run[:-1]
    if not run:
        return None
    label = next((token.ent_type_ for token in run if token.ent_type_), "")
    if not any(token.text[:1].isupper() for token in run):
        return None
    if not (label in _LABELS or _stands_as_place(run, label)):
        return None
    if label in _LABELS and run[-1].dep_ in {"amod"} and run[-1].tag_ == "JJ":
        return None
    span = content.span_of(run)
    return Place(span.of(content.parse.text), span)


def _stands_as_place(run: list[Any], label: str) -> bool:
    head = run[-1]
    if label in _NOT_PLACES:
        return False
    before = run[0].nbor(-1) if run[0].i > 0 else None
    if before is not None and before.lower_ == "the" and before.i > 0:
        before = before.nbor(-1)
    if head.lower_ in _HEADS and len(run) > 1 and label != "ORG":
        return True
    if before is None or before.lower_ not in _PREPOSITIONS or head.dep_ != "pobj":
        return False
    if before.lower_ in {"of", "to", "from", "on", "over", "between"}:
        return label == "" and head.lower_ in _HEADS
    return label in {"", "ORG", "PRODUCT"}
