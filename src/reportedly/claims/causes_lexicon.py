"""Words that tie cause and effect, each with what the cause does; put together from the codebook and read articles."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportedly.model.cause import Sense

_BRINGS, _ENABLES, _PREVENTS = Sense.BRINGS_ABOUT, Sense.ENABLES, Sense.PREVENTS
_HINDERS, _EXPLAINS, _MOTIVATES = Sense.HINDERS, Sense.EXPLAINS, Sense.MOTIVATES


def _table(rows: Mapping[Sense, str]) -> Mapping[str, Sense]:
    return MappingProxyType({word.strip(): sense for sense, words in rows.items() for word in words.split("|")})


BEFORE_CAUSE: Mapping[str, Sense] = _table(
    {
        _BRINGS: "due to|as a result of|as a consequence of|thanks to|because of|owing to|on account of|by reason of",
        _MOTIVATES: (
            "in response to|in retaliation for|in retaliation against|in revenge for|as revenge for|in protest at|"
            "in protest against|in protest over|for fear of|out of fear of|in reaction to|in reprisal for|"
            "in view of|in light of|in the light of|as punishment for|in return for"
        ),
    }
)
"""Prepositions in lower case; what follows is the cause, what they hang on is the effect."""

SUBORDINATORS: Mapping[str, Sense] = _table({_EXPLAINS: "because|given that|in that|seeing that|inasmuch as"})
"""Conjunctions before the clause of the cause."""

AIMS: Mapping[str, Sense] = _table(
    {
        _MOTIVATES: (
            "in order to|so as to|so that|in an attempt to|in an effort to|in a bid to|with the aim of|aimed at|"
            "with a view to|for the purpose of|in the hope of"
        )
    }
)
"""Words before the aim of an act; the aim is what moves it."""

SENTENCE_LINKS: Mapping[str, Sense] = _table(
    {
        _BRINGS: "as a result|as a consequence|consequently|in consequence|because of this|because of that",
        _EXPLAINS: "so|therefore|for this reason|for that reason|that is why|this is why|hence|which is why|that's why",
    }
)
"""What opens a sentence and makes the one before its cause."""

TRANSITIVE: Mapping[str, Sense] = _table(
    {
        _BRINGS: (
            "cause|trigger|spark|provoke|induce|ignite|unleash|precipitate|fuel|prompt|engender|worsen|aggravate|"
            "exacerbate|necessitate|inflame"
        ),
        _MOTIVATES: "motivate",
        _PREVENTS: "prevent|avert|preclude|thwart|forestall|avoid|foil",
        _HINDERS: (
            "hinder|hamper|undermine|impede|obstruct|stymie|disrupt|complicate|hobble|cripple|mitigate|alleviate|"
            "slow|delay|jeopardise|jeopardize|inhibit|curtail|erode"
        ),
        _ENABLES: "facilitate|enable|expedite|ease",
    }
)
"""Lemmas whose subject is the cause and whose object is the effect; in the passive ``by`` names the cause."""

BY_AGENTS = frozenset(
    "avert avoid curtail delay disrupt ease expedite foil forestall mitigate obstruct prevent provoke slow "
    "thwart".split()
)
"""Of these, verbs that tell an act and no cause where a person or body is the subject."""

WITH_PREPOSITION: Mapping[tuple[str, str], Sense] = MappingProxyType(
    {
        ("lead", "to"): _BRINGS,
        ("result", "in"): _BRINGS,
        ("contribute", "to"): _BRINGS,
        ("culminate", "in"): _BRINGS,
        ("interfere", "with"): _HINDERS,
    }
)
"""Verb and preposition whose object is the effect."""

FROM_CAUSE: Mapping[tuple[str, str], Sense] = MappingProxyType(
    {
        ("result", "from"): _BRINGS,
        ("stem", "from"): _BRINGS,
        ("arise", "from"): _BRINGS,
        ("follow", "from"): _EXPLAINS,
        ("die", "of"): _BRINGS,
        ("die", "from"): _BRINGS,
        ("attributable", "to"): _BRINGS,
    }
)
"""Verb or adjective and preposition whose object is the cause."""

MAKES_DO: Mapping[str, Sense] = _table(
    {
        _BRINGS: "force|compel|oblige|prompt|lead|cause|drive|push|induce",
        _ENABLES: "allow|enable|permit|let",
        _PREVENTS: "prevent|stop|keep|deter|discourage|bar|preclude|hinder",
    }
)
"""Lemmas that take whom and what: ``forced them to leave``, ``allowed fighters to enter``, ``kept it from landing``."""

PARTICLES: Mapping[str, Sense] = _table({_BRINGS: "bring about|set off|touch off|spark off|give rise"})
"""Verb and particle or noun; they stand for one causal verb."""

COMPELS = frozenset({"force", "compel", "oblige", "prompt", "drive", "motivate"})
"""Lemmas of ``MAKES_DO`` whose passive with ``by`` names a cause."""

BLAMES = frozenset({"blame", "attribute", "ascribe", "pin", "credit"})
"""Lemmas that lead an effect back to a cause: ``blame X on Y``, ``attribute X to Y``."""

SAYINGS = frozenset(
    "claim comment figure information news opinion phrase picture quote quotation remark report saying sentence "
    "statement story tweet view word words work".split()
)
"""Nouns that are attributed to who uttered them, which says nothing of causes."""

ACTORS = frozenset({"PERSON", "ORG", "NORP", "GPE"})
"""Entity labels of those who act."""

POINTING = frozenset({"this", "that", "it", "these", "which", "both", "they"})
"""Subjects that stand for something told before."""
