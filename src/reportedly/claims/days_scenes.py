"""Days that a document has set so far, and whether a claim without days of its own belongs to one of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from reportedly.claims.content import Content, Tense
from reportedly.claims.days_find import find_days
from reportedly.claims.parse import Parse
from reportedly.model.claim import Kind
from reportedly.model.days import Days
from reportedly.model.span import Span
from reportedly.model.times import Direction

CARRYING = frozenset({Kind.EVENT, Kind.TALLY})
"""Kinds of claims whose days set a scene."""
LONGEST = 31
"""Days that a scene may last: a year dates nothing that is told after it."""


@dataclass(frozen=True, slots=True)
class Scene:
    """Days that the text speaks of, and the words that set them."""

    days: Days
    spans: tuple[Span, ...]
    sentence: int
    """Index of the sentence that spoke of the days last."""
    paragraph: int
    kind: Kind
    chained: bool
    tense: Tense
    words: frozenset[str]
    """Lemmas of the nouns and verbs of the claims that were told on these days."""
    root: str
    """Lemma of the predicate that set them."""
    claims: int = 1
    """Claims told on these days so far."""


@dataclass(frozen=True, slots=True)
class Story:
    """What a document has told up to some claim."""

    spoken: Mapping[Days, int]
    """How often the document, before and after, speaks of each day or pair of days."""
    theme: frozenset[str]
    """Lemmas of the nouns and verbs of its first sentences."""
    ahead: Scene | None = None
    """The days that the document speaks of most, wherever it does."""
    scenes: tuple[Scene, ...] = ()
    """In the order in which they were set, each once."""
    latest: Scene | None = None

    @property
    def anchor(self) -> Days | None:
        """The days from which ``two days later`` is counted."""
        return self.latest.days if self.latest else None

    def candidates(self) -> tuple[Scene, ...]:
        """Return the scenes that a claim without days of its own may belong to, each once, the latest first."""
        first = self.scenes[0] if self.scenes else None
        found: dict[Days, Scene] = {}
        for scene in (self.latest, first, self.ahead):
            if scene is not None:
                found.setdefault(scene.days, scene)
        return tuple(found.values())

    def setting(self, scene: Scene) -> Story:
        """Return the story after a claim that set a scene."""
        known = next((one for one in self.scenes if one.days == scene.days), None)
        if known is not None:
            scene = replace(scene, words=scene.words | known.words, claims=known.claims + 1)
        scenes = tuple(scene if one.days == scene.days else one for one in self.scenes)
        return replace(self, scenes=scenes if known else (*scenes, scene), latest=scene)

    def carrying(self, scene: Scene, content: Content) -> Story:
        """Return the story after a claim that belongs to a scene set before."""
        words = scene.words | content_words(content)
        grown = replace(scene, words=words, claims=scene.claims + 1)
        scenes = tuple(grown if one.days == scene.days else one for one in self.scenes)
        latest = grown if self.latest and self.latest.days == scene.days else self.latest
        return replace(self, scenes=scenes, latest=latest)


def begin(parse: Parse) -> Story:
    """Return the story of a document of which no claim has been read yet."""
    found = find_days(parse.text, Span(0, len(parse.text)), parse.document.day, Direction.BACK, None)
    times = [(time.days, time.span) for time in found if time.days is not None and time.days.length <= 2]
    spoken = Counter(days for days, _ in times)
    head = frozenset(word for sentence in parse.sentences[:2] for word in _lemmas(sentence.tokens))
    if not times:
        return Story(spoken, head)
    top = max(spoken, key=lambda days: spoken[days])
    span = next(span for days, span in times if days == top)
    sentence = parse.sentence_at(span.start)
    scene = Scene(
        top,
        (span,),
        sentence.index,
        sentence.paragraph,
        Kind.EVENT,
        False,
        Tense.NONE,
        frozenset(_lemmas(sentence.tokens)),
        "",
        0,
    )
    return Story(spoken, head, scene)


def content_words(content: Content) -> frozenset[str]:
    """Return the lemmas by which two claims are seen to speak of the same thing."""
    return frozenset(_lemmas(content.tokens))


def _lemmas(tokens: Sequence[Any]) -> list[str]:
    return [token.lemma_.lower() for token in tokens if token.pos_ in {"NOUN", "PROPN", "VERB"} and not token.is_stop]


HARM = frozenset(
    "kill die injure wound crash attack explode explosion fire earthquake flood collapse shoot shooting strike hit "
    "destroy arrest steal theft drown murder rescue collide derail land sink stab bomb bombing accident raid".split()
)
"""Words of a claim that sets the scene of an incident rather than of a debate or a plan."""
_APART = re.compile(
    r"\b(?:previously|earlier|before|already|later|since|ever|never|always|usually|often|recently|currently|still|"
    r"then|also|years?|months?|weeks?|history|once|until|after|during|when)\b"
)
_HOUR = re.compile(
    r"\b\d{1,2}(?::\d\d)?\s*[ap]\.?m\b|\b\d{1,2}:\d\d\b|\bo'clock\b|\b(?:noon|midnight|dawn|dusk|minutes?|"
    r"morning|afternoon|evening|at the scene|at the time|within (?:minutes|hours))\b"
)


def carry_features(content: Content, kind: Kind, scene: Scene, story: Story) -> tuple[str, ...]:
    """Return what speaks for or against a content's belonging to a scene, as named features."""
    return _Look(content, kind, scene, story).features()


@dataclass(frozen=True)
class _Look:
    content: Content
    kind: Kind
    scene: Scene
    story: Story

    @cached_property
    def tense(self) -> str:
        perfect = any(token.lower_ == "had" for token in self.content.auxiliaries)
        return "tense had" if perfect else f"tense {self.content.tense}"

    @cached_property
    def chained(self) -> str:
        return f"chain {min(len(self.content.draft.chain), 1)}"

    @cached_property
    def gap(self) -> int:
        return self.content.sentence.index - self.scene.sentence

    @cached_property
    def role(self) -> str:
        """Which of the story's scenes this is."""
        story, days = self.story, self.scene.days
        first = bool(story.scenes) and story.scenes[0].days == days
        latest = story.latest is not None and story.latest.days == days
        top = story.ahead is not None and story.ahead.days == days
        return "role " + "".join(name for name, holds in (("f", first), ("l", latest), ("t", top)) if holds)

    def features(self) -> tuple[str, ...]:
        """Return all features."""
        return (*self._of_claim(), *self._of_scene(), *self._of_both(), *self._of_story())

    def _of_claim(self) -> tuple[str, ...]:
        content, tense = self.content, self.tense
        root = content.root
        subject = None if root is None else next((c for c in root.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        low = content.lower
        return (
            "bias",
            f"kind {self.kind}",
            tense,
            f"kind {self.kind} {tense}",
            self.chained,
            f"kind {self.kind} {self.chained}",
            f"{tense} {self.chained}",
            f"root {root.lemma_.lower() if root is not None else ''}",
            f"subject {_subject(subject)}",
            f"subject {_subject(subject)} {tense}",
            *(f"says {match}" for match in sorted(set(_APART.findall(low)))),
            *(["first person"] if re.search(r"\b(?:i|we|my|our)\b", low) else []),
            *(["relative"] if re.match(r"(?:which|who|where|whose)\b", low) else []),
            *(["hour"] if _HOUR.search(low) else []),
            *(["harm in claim", f"harm in claim {tense}"] if not HARM.isdisjoint(content_words(content)) else []),
        )

    def _of_scene(self) -> tuple[str, ...]:
        scene, published = self.scene, self.content.parse.document.day
        age = (published - scene.days.last).days if published else -1
        harm = f"harm {not HARM.isdisjoint(scene.words)}"
        return (
            self.role,
            f"{self.role} {self.tense}",
            f"set by {scene.root}",
            f"set by {scene.kind} {scene.tense}",
            f"{harm} {self.tense}",
            f"{harm} {self.tense} {self.chained}",
            f"length {_bucket(scene.days.length)}",
            f"age {_bucket(age)}",
            f"{self.tense} age {_bucket(age)}",
            f"claims {_bucket(scene.claims)}",
            f"claims {_bucket(scene.claims)} {self.tense}",
        )

    def _of_both(self) -> tuple[str, ...]:
        scene, content = self.scene, self.content
        near, apart = f"gap {_bucket(self.gap)}", content.sentence.paragraph - scene.paragraph
        shared = len(content_words(content) & scene.words)
        return (
            near,
            f"apart {_bucket(apart)}",
            f"{self.tense} apart {_bucket(apart)}",
            f"{self.tense} {near}",
            f"{self.chained} {near}",
            f"set chained {scene.chained} {self.chained}",
            f"shared {min(shared, 3)}",
            f"shared {min(shared, 3)} {self.tense}",
            f"{self.tense} shared {min(shared, 1)} {near}",
            *(["same sentence"] if self.gap == 0 else []),
        )

    def _of_story(self) -> tuple[str, ...]:
        story, tense = self.story, self.tense
        number = f"days spoken of {_bucket(len(story.spoken))}"
        share = f"share {round(4 * story.spoken.get(self.scene.days, 0) / max(1, sum(story.spoken.values())))}"
        early = f"early {self.scene.sentence <= 1}"
        theme = f"theme {not HARM.isdisjoint(story.theme)}"
        return (
            number,
            share,
            f"{share} {tense}",
            f"{early} {share}",
            f"{early} {tense}",
            f"{number} {tense} {self.chained}",
            f"scenes {_bucket(len(story.scenes))}",
            f"{theme} {tense}",
            f"{theme} {early} {tense}",
            f"theme shared {min(2, len(content_words(self.content) & story.theme))} {tense}",
        )


def _bucket(number: int) -> str:
    return next((f"<={top}" for top in (-1, 0, 1, 2, 4, 8, 16, 31) if number <= top), ">31")


def _subject(token: Any | None) -> str:
    if token is None:
        return "none"
    if token.pos_ == "PRON":
        return str(token.lower_)
    article = next((child.lower_ for child in token.children if child.dep_ == "det"), "")
    return f"{token.pos_} {article}"
