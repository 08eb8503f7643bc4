"""Decide which clauses are claims of their own: a small learned scorer over features that a person can read."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from reportedly.claims.tree import child, finite, subject_of

CLAUSE_LABELS = frozenset({"conj", "advcl", "relcl", "acl", "ccomp", "parataxis", "pcomp", "dep", "appos"})
"""Dependency labels whose bearers may stand as claims of their own."""
_HURT = frozenset({"wounded", "injured"})
_CAUSAL = frozenset({"due", "because", "owing", "thanks"})
WEIGHTS = "splitter.json"
"""Learned by ``training/splitter.py`` on the annotated and invented training passages."""


@dataclass(frozen=True)
class Splitter:
    """Weights of a logistic scorer: above 0.5 a clause becomes a claim of its own."""

    weights: Mapping[str, float]

    @classmethod
    def load(cls) -> Splitter:
        """Read the weights that come with the package."""
        text = files("reportedly.data").joinpath("models", WEIGHTS).read_text(encoding="utf-8")
        return cls(json.loads(text)["weights"])

    def probability(self, token: Any) -> float:
        """Return the probability that the clause headed by a token is a claim of its own."""
        total = sum(self.weights.get(name, 0.0) for name in features(token))
        return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))

    def splits(self, token: Any) -> bool:
        """Say whether the clause headed by a token is a claim of its own."""
        return self.probability(token) > 0.5


def candidates(tokens: Any) -> Iterator[Any]:
    """Yield the tokens of a sentence whose subtree might be a claim of its own."""
    for token in tokens:
        if _one_figure(token):
            continue
        if (
            token.dep_ in CLAUSE_LABELS
            and (token.pos_ in {"VERB", "AUX"} or _counted_conjunct(token) or _predicate(token))
        ) or (token.dep_ == "prep" and token.lower_ in _CAUSAL):
            yield token


def _one_figure(token: Any) -> bool:
    """``lost 200 soldiers, killed and wounded``: the pair only says what the figure counts."""
    words = [one.lower_ for one in token.doc[token.i : token.i + 3]]
    pair = len(words) == 3 and words[0] in {"killed", "dead"} and words[1] in {"and", "or"} and words[2] in _HURT
    second = token.lower_ in _HURT and token.dep_ == "conj" and token.head.lower_ in {"killed", "dead"}
    spoken = any(one.dep_ in {"aux", "auxpass", "nsubj", "nsubjpass", "dobj"} for one in token.children)
    return (pair or second) and not spoken


def _predicate(token: Any) -> bool:
    return child(token, "nsubj", "nsubjpass", "cop") is not None


def _counted_conjunct(token: Any) -> bool:
    return token.dep_ in {"conj", "appos"} and token.pos_ in {"NOUN", "PROPN", "NUM"} and has_number(token)


def has_number(token: Any) -> bool:
    """Say whether a phrase holds a count near its head."""
    return token.like_num or any(
        one.dep_ in {"nummod", "quantmod"} and one.ent_type_ != "DATE" for one in token.children
    )


def features(token: Any) -> list[str]:
    """Return the names of the features that hold for a candidate, each a fact about its place in the tree."""
    head = token.head
    words = list(token.subtree)
    mark = child(token, "mark")
    relative = next((one.lower_ for one in words[:4] if one.tag_ in {"WDT", "WP", "WRB", "WP$"}), "")
    before = token.doc[words[0].i - 1].text if words[0].i else ""
    own_subject = child(token, "nsubj", "nsubjpass", "expl", "csubj") is not None
    label = token.dep_
    coordinator = next((one.lower_ for one in head.children if one.dep_ == "cc" and one.i < token.i), "")
    facts = [
        "bias",
        f"label={label}",
        f"label+tag={label}+{token.tag_}",
        f"label+mark={label}+{mark.lower_ if mark is not None else relative}",
        f"label+before={label}+{before if before in {',', ';', '(', '-', '–', '—'} else ''}",
        f"label+subject={label}+{own_subject}",
        f"label+finite={label}+{finite(token)}",
        f"label+head={label}+{head.pos_}",
        f"label+headlabel={label}+{head.dep_}",
        f"label+length={label}+{min(len(words) // 3, 5)}",
        f"label+cc={label}+{coordinator}",
        f"label+number={label}+{_holds_number(words)}",
        f"label+last={label}+{words[-1].i >= token.sent.end - 2}",
        f"label+early={label}+{words[0].i <= token.sent.start + 1}",
        f"label+date={label}+{any(one.ent_type_ in {'DATE', 'TIME'} for one in words)}",
        f"label+lemma={label}+{token.lemma_.lower()}" if token.pos_ in {"VERB", "AUX"} else f"label+noun={label}",
        f"label+headfinite={label}+{head.pos_ in {'VERB', 'AUX'} and finite(head)}",
        f"label+headshort={label}+{len(list(head.subtree)) - len(words) < 4}",
    ]
    if label == "conj" and token.pos_ in {"VERB", "AUX"}:
        same = subject_of(token) is not None and not own_subject
        facts.append(f"conj verb+same subject={same}+{token.tag_}+{head.tag_}")
        facts.append(f"conj verb+far={min((token.i - head.i) // 4, 4)}")
    if _counted_conjunct(token):
        facts.append(f"counted+head={has_number(head)}+{token.ent_type_ in {'DATE', 'TIME', 'MONEY', 'PERCENT'}}")
    return facts


def _holds_number(words: list[Any]) -> bool:
    return any(one.like_num and one.ent_type_ not in {"DATE", "TIME", "ORDINAL", "MONEY", "PERCENT"} for one in words)
