"""Say what sort of assertion a claim is; where two fit: forecast, cause, tally, event, judgement, statement."""

from __future__ import annotations

import re

from reportedly.claims.content import Content, Tense
from reportedly.claims.figures import Figure
from reportedly.model.claim import Ground, Kind, Measure

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
_DEMAND_CUES = re.compile(r"\b(?:urg\w+|call\w* (?:for|on)|demand\w*|vow\w*|pledg\w+|promis\w+|recommend\w*|ask\w*|advis\w+|plan\w*|intend\w*|want\w*)\b")
_STATIVE = frozenset("be have own belong stand mean contain include require allow consist live work know need want believe remain cost".split())


def read_kind(content: Content, figures: tuple[Figure, ...]) -> tuple[Kind, Ground]:
    """Return the kind of a content and the rule that decided.

    Args:
        content: the claim's content.
        figures: its figures, since counts make a tally.
    """
    kind, rule = _kind(content, figures)
    return kind, Ground("kind", rule, (content.span,))


def _kind(content: Content, figures: tuple[Figure, ...]) -> tuple[Kind, str]:
    lower, tense = content.lower, content.tense
    cue = " ".join(span.of(content.parse.text) for span in content.draft.cues).lower()
    if _DEMAND_CUES.search(cue) or _OBLIGATION.search(lower):
        return Kind.STATEMENT, "demand"
    own = re.search(r"\b(?:i|we|our|my)\b", lower) is not None
    if tense in {Tense.FUTURE, Tense.MODAL} or _FORECAST.search(lower) and tense is not Tense.PAST:
        if own and content.draft.chain:
            return Kind.STATEMENT, "own-plan"
        return Kind.FORECAST, "looks-ahead"
    if _CAUSE.search(lower) or _CAUSE_START.match(lower):
        return Kind.CAUSE, "cause-word"
    if figures and (tense in {Tense.PERFECT, Tense.PRESENT, Tense.NONE} or _TALLY_NOUN.search(lower)):
        counting = any(figure.quantity.measure is not Measure.OTHER for figure in figures)
        if counting or _TALLY_NOUN.search(lower):
            return Kind.TALLY, "counts"
    if tense is Tense.PRESENT and content.root is not None:
        if _OPINION.search(lower):
            return Kind.JUDGEMENT, "weighs"
        if content.root.lemma_ in _STATIVE:
            return Kind.STATEMENT, "states"
    if tense is not Tense.PAST and _OPINION.search(lower) and content.draft.chain:
        return Kind.JUDGEMENT, "weighs"
    return Kind.EVENT, "happened"
