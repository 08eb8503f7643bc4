"""Acts and attributions made by hand, their parts given as words of a text."""

from __future__ import annotations

from typing import Any

from reportedly.claims.attribution import Attribution, Mention, mention_of
from reportedly.claims.parse import Parse
from reportedly.claims.tagger.acts import Act
from reportedly.model.attributed import Sort, Stance
from reportedly.model.span import Span


def place(text: str, words: str) -> Span:
    """Return where words stand first in a text."""
    start = text.index(words)
    return Span(start, start + len(words))


def act(text: str, cue: str, *contents: str, source: str | None = None, **fields: Any) -> Act:
    """Return what the learned model would say: sure of everything unless fields say otherwise."""
    at = place(text, cue)
    whole: dict[str, Any] = {
        "cue": (at,),
        "seed": at,
        "cue_score": 0.95,
        "source": place(text, source) if source else None,
        "source_score": 0.95,
        "via": None,
        "via_score": 0.95,
        "contents": tuple(place(text, words) for words in contents),
        "content_score": 0.95,
        "carried": (),
        "sort": Sort.SAY,
        "stance": Stance.AFFIRMED,
        "stance_score": 0.95,
    }
    return Act(**{**whole, **fields})


def mention(parse: Parse, words: str) -> Mention:
    """Return the mention that ends with the words' last token."""
    span = place(parse.text, words)
    sentence = parse.sentence_at(span.start)
    return mention_of(sentence.tokens_in(span)[-1], sentence)


def ruled(parse: Parse, cue: str, *contents: str, source: str | None = None, **fields: Any) -> Attribution:
    """Return what a rule would say; ``reporting verb`` unless fields say otherwise."""
    at = place(parse.text, cue)
    sentence = parse.sentence_at(at.start)
    whole: dict[str, Any] = {
        "sentence": sentence,
        "sources": (mention(parse, source),) if source else (),
        "cue": at,
        "contents": tuple(place(parse.text, words) for words in contents),
        "rule": "reporting verb",
        "cue_tokens": tuple(token.i for token in sentence.tokens_in(at)),
    }
    return Attribution(**{**whole, **fields})
