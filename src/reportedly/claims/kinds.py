"""Say what sort of assertion a claim is, by a linear model over its words, predicate, source and figures."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy

from reportedly.claims.causes_find import Tie
from reportedly.claims.content import Content
from reportedly.claims.figures import Figure
from reportedly.claims.linear import LinearModel, load_model
from reportedly.claims.tagger.network import Scores
from reportedly.model.claim import Ground, Kind

_CAUSE = re.compile(
    r"\b(?:because|due to|owing to|as a result|thanks to|caused? (?:by)?|causes|causing|led to|leads? to|leading to|"
    r"resulted in|results? in|resulting (?:in|from)|in order to|so that|therefore|for this reason|attribut\w+ to|"
    r"blamed? (?:on|for)|prevent(?:ed|s|ing)?|contribut\w+ to|triggered|explains?|stems? from|in response to|"
    r"reason for|the reason|motivated by|driven by|prompted|forced)\b"
)
_CAUSE_START = re.compile(r"^(?:because|since|as|due to|so that|owing to|in order to|to)\b")
_FORECAST = re.compile(
    r"\b(?:will|won't|'ll|is going to|are going to|expected to|likely to|unlikely to|set to|bound to|about to|"
    r"poised to|would|next (?:week|month|year)|tomorrow|in the (?:coming|near))\b"
)
_OPINION = re.compile(
    r"\b(?:i think|i believe|we believe|important|unacceptable|terrible|incredible|good|bad|great|wrong|right|best|"
    r"worst|clear|unfair|fair|serious|dangerous|disaster|shame|proud|happy|sad|sorry|regret|hope|worried|concern\w*|"
    r"significant|credible|plausible|unlawful|illegal|tragic|pleased|disappoint\w+|success\w*|fail\w*|fake|false|"
    r"consistent|doubt\w*|probable|evidence|responsib\w+|threat|better|worse|difficult|hard|easy|impossible|safe)\b"
)
_OBLIGATION = re.compile(r"\b(?:must|should|shall|ought to|need(?:s|ed)? to|has to|have to|calls? on|let us)\b")
_TALLY_NOUN = re.compile(
    r"\b(?:total|toll|number of|count|cases|so far|since|as of|to date|cumulative|average|rate|per cent|percent|%|"
    r"in all|altogether|overall|this year|deaths)\b"
)
_DEMAND_CUES = re.compile(
    r"\b(?:urg\w+|call\w* (?:for|on)|demand\w*|vow\w*|pledg\w+|"
    r"promis\w+|recommend\w*|ask\w*|advis\w+|plan\w*|intend\w*|want\w*)\b"
)


@dataclass(frozen=True)
class KindView:
    """What else than words and figures speaks for the kind of a content."""

    ties: Sequence[Tie] = ()
    """Its causal relations."""
    meaning: Scores | None = None
    """What the encoder makes of it; None where there is no encoder."""


@dataclass(frozen=True)
class KindModel:
    """Weights over named features and over the encoder's vector."""

    names: LinearModel
    rows: Scores
    """(width of the vector, labels)."""
    middle: Scores
    """What the vector of an average content adds for each label; without an encoder every content counts as average."""

    def probabilities(self, features: Sequence[str], meaning: Scores | None) -> dict[str, float]:
        """Return the probability of each kind."""
        if meaning is None:
            return self.names.probabilities(features)
        return self.names.probabilities(features, [float(one) for one in meaning @ self.rows - self.middle])


@cache
def load_kind_model() -> KindModel:
    """Load ``kind.json`` of the package."""
    path = resources.files("reportedly").joinpath("data", "models", "kind.json")
    data = json.loads(path.read_text(encoding="utf-8"))
    rows, middle = (numpy.array(data[name], dtype=numpy.float32) for name in ("vector", "middle"))
    return KindModel(load_model("kind"), rows, middle)


def read_kind(content: Content, figures: Sequence[Figure], view: KindView, model: KindModel) -> tuple[Kind, Ground]:
    """Return the kind of a content and what decided.

    Args:
        content: the claim's content.
        figures: its figures, since counts make a tally.
        view: its causal relations and the encoder's vector.
        model: weights over ``kind_features`` and the vector, with one label a kind.
    """
    features = kind_features(content, figures, view.ties)
    scores = model.probabilities(features, view.meaning)
    label = max(scores, key=lambda one: (scores[one], one))
    return Kind(label), Ground("kind", "; ".join(model.names.grounds(features, label)) or "prior", (content.span,))


def kind_features(content: Content, figures: Sequence[Figure], ties: Sequence[Tie]) -> tuple[str, ...]:
    """Return what speaks for the kind of a content, as named features."""
    return (
        "bias",
        *_words(content),
        *_predicate(content),
        *_source(content),
        *_patterns(content),
        *_counts(content, figures),
        *_roles(content, figures),
        *_days(content),
        *_edges(content),
        *_causal(content, ties),
    )


def _words(content: Content) -> list[str]:
    lemmas = [
        token.lemma_.lower() for token in content.tokens if not token.is_punct and token.pos_ not in {"PROPN", "NUM"}
    ]
    first = [token.lower_ for token in content.tokens[:2]]
    before = content.parse.text[max(0, content.span.start - 24) : content.span.start].lower()
    last = re.findall(r"[a-z']+|[,;:.\"“]", before)[-1:]
    return [
        *(f"has {lemma}" for lemma in dict.fromkeys(lemmas)),
        *(f"first {word}" for word in first[:1]),
        f"opens {' '.join(first)}",
        *(f"behind {word}" for word in last),
    ]


def _predicate(content: Content) -> list[str]:
    root = content.root
    if root is None:
        return ["no root"]
    subject = next((child for child in root.children if child.dep_ in {"nsubj", "nsubjpass", "expl"}), None)
    made = [
        f"root {root.lemma_.lower()}",
        f"root tag {root.tag_}",
        f"root label {root.dep_ if root.dep_ in _LABELS else 'other'}",
        f"tense {content.tense}",
        *(f"auxiliary {token.lemma_.lower()}" for token in content.auxiliaries),
    ]
    made += [
        f"root {root.lemma_.lower()} tense {content.tense}",
        f"passive {any(t.dep_ == 'auxpass' for t in root.children)}",
    ]
    if subject is not None:
        made.append(f"subject label {subject.ent_type_} {content.tense}")
        bare = subject.tag_ == "NNS" and not any(t.dep_ in {"det", "nummod", "poss"} for t in subject.children)
        made.append(f"bare plural {bare} {content.tense}")
        made += [f"subject noun {subject.lemma_.lower()}"] if subject.pos_ == "NOUN" else []
        person = subject.lower_ if subject.pos_ == "PRON" else subject.pos_
        made += [f"subject {person}", f"subject {person} tense {content.tense}"]
    if root.lemma_ == "be":
        other = next((child for child in root.children if child.dep_ in {"attr", "acomp", "prep"}), None)
        made.append(f"is {other.pos_ if other is not None else 'alone'} {content.tense}")
        made += [f"is {other.lemma_.lower()}"] if other is not None else []
    if any(token.tag_ == "VBG" for token in [root]) or any(token.dep_ == "neg" for token in root.children):
        made.append(f"going on {root.tag_ == 'VBG'} negated {any(token.dep_ == 'neg' for token in root.children)}")
    return made


_LABELS = frozenset({"ROOT", "ccomp", "xcomp", "conj", "relcl", "acl", "advcl", "parataxis"})


def _source(content: Content) -> list[str]:
    chain = content.draft.chain
    cues = [span.of(content.parse.text).lower() for span in content.draft.cues]
    first_person = re.search(r"\b(?:i|we|our|my)\b", content.lower) is not None
    quoted = content.parse.text[content.span.start - 1 : content.span.start] in {'"', "“"}
    return [
        f"quoted {quoted}",
        f"long {min(len(content.tokens) // 6, 5)}",
        f"labels {' '.join(sorted({token.ent_type_ for token in content.tokens} & {'DATE', 'PERCENT', 'MONEY'}))}",
        f"chain {min(len(chain), 2)}",
        f"chain {min(len(chain), 1)} tense {content.tense}",
        f"first person {first_person} chain {min(len(chain), 1)} tense {content.tense}",
        *(f"cue {word}" for cue in cues for word in cue.split()),
    ]


def _patterns(content: Content) -> list[str]:
    cue = " ".join(span.of(content.parse.text) for span in content.draft.cues).lower()
    named = (
        ("cause word", _CAUSE.search(content.lower)),
        ("cause start", _CAUSE_START.match(content.lower)),
        ("forecast word", _FORECAST.search(content.lower)),
        ("opinion word", _OPINION.search(content.lower)),
        ("obligation", _OBLIGATION.search(content.lower)),
        ("tally word", _TALLY_NOUN.search(content.lower)),
        ("demand cue", _DEMAND_CUES.search(cue)),
        ("if", re.search(r"\b(?:if|unless)\b", content.lower)),
    )
    found = [name for name, match in named if match is not None]
    return [*found, *(f"{name} tense {content.tense}" for name in found)]


def _counts(content: Content, figures: Sequence[Figure]) -> list[str]:
    if not figures:
        return ["no figures"]
    measures = sorted({figure.quantity.measure.value for figure in figures})
    other = measures == ["other"]
    return [
        "figures",
        f"figures tense {content.tense}",
        f"figures other {other}",
        f"figures other {other} tense {content.tense}",
        f"figures chain {min(len(content.draft.chain), 1)}",
        *(f"measure {measure}" for measure in measures),
        *(["figures tally word"] if _TALLY_NOUN.search(content.lower) else []),
        *(["figure first"] if figures[0].number.i - content.tokens[0].i <= 2 else []),
    ]


_MONTHS = frozenset(
    "january february march april june july august september october november december jan feb aug sept oct nov "
    "dec".split()
)
_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday today overnight".split())
_SPANNING = frozenset("since until throughout during over between from within last past".split())


def _roles(content: Content, figures: Sequence[Figure]) -> list[str]:
    """Return where the figures stand in the clause: a count that is the whole content is told otherwise than an act."""
    root = content.root
    made = []
    for figure in figures[:3]:
        measure = figure.quantity.measure.value
        noun = figure.number if figure.number.dep_ != "nummod" else figure.number.head
        place = noun.dep_ if noun != root else "root"
        made += [
            f"figure as {place}",
            f"figure as {place} tense {content.tense}",
            f"figure as {place} measure {measure}",
            f"measure {measure} tense {content.tense}",
        ]
        if root is not None:
            made.append(f"root {root.lemma_.lower()} figure as {place}")
        if figure.quantity.qualifier:
            made.append(f"qualifier {figure.quantity.qualifier}")
        if figure.quantity.scope:
            made.append(f"scope {figure.quantity.scope}")
    return [*made, f"number of figures {min(len(figures), 3)}"]


def _days(content: Content) -> list[str]:
    """Return what kinds of days the content names: a weekday points to an event, a stretch to a count."""
    words = {token.lower_ for token in content.tokens}
    named = (
        ("weekday", words & _WEEKDAYS),
        ("month", words & _MONTHS),
        ("stretch", words & _SPANNING),
        ("year", any(re.fullmatch(r"(?:19|20)\d\d", word) for word in words)),
    )
    found = [f"names {name}" for name, match in named if match]
    return [*found, *(f"{one} tense {content.tense}" for one in found)] or ["names no day"]


def _edges(content: Content) -> list[str]:
    """Return how the content begins and ends in its sentence."""
    end = content.tokens[-1] if content.tokens else None
    behind = content.parse.text[content.span.end : content.span.end + 1]
    return [
        f"ends before {behind.strip() or 'space'}",
        f"ends with {end.pos_ if end is not None else 'nothing'}",
        f"opens sentence {content.span.start - content.sentence.span.start <= 1}",
    ]


def _causal(content: Content, ties: Sequence[Tie]) -> list[str]:
    """Return what the causal relations of the content are, and whether the whole content is one."""
    made = []
    for tie in ties:
        covered = len(tie.cause) + len(tie.effect) + len(tie.connective)
        share = "whole" if covered * 3 >= len(content.tokens) * 2 else "part"
        central = content.root is not None and (content.root in tie.connective or tie.head == content.root)
        made += [
            f"tie {tie.rule}",
            f"tie {tie.sense} {share}",
            f"tie {share} central {central}",
            f"tie first {tie.connective[0] == content.tokens[0]}",
            f"tie {tie.rule} figures {any(token.like_num for token in content.tokens)}",
        ]
    return made or ["no tie"]
