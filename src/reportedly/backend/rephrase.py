"""Ask a model for other words for a sentence; whether they may be used is for a gate without a model to decide."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.backend.prompts import rephrasing_request
from reportedly.backend.protocol import Backend
from reportedly.backend.records import UnusableAnswer, object_in


@dataclass(frozen=True)
class Rephraser:
    """Gives other words for sentences: ``Rephraser(backend, model)`` is a function from sentence to sentence.

    What it gives is a proposal. It must pass a gate that compares figures, names and hedges before anybody reads it.
    """

    backend: Backend
    model: str
    max_tokens: int = 1024
    """The longest answer, in the model's tokens."""

    def __call__(self, sentence: str) -> str:
        """Return the model's words for a sentence; the sentence itself where the answer cannot be used.

        Raises:
            BackendError: where an answer cannot be had.
        """
        answer = self.backend.ask(rephrasing_request(sentence, self.model, self.max_tokens))
        try:
            proposed = object_in(answer.text).get("sentence")
        except UnusableAnswer:
            return sentence
        if not isinstance(proposed, str) or answer.cut_off:
            return sentence
        return " ".join(proposed.split()) or sentence
