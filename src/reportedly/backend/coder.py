"""Ask a model for the claims of a document, passage by passage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from reportedly.backend.building import ClaimBuilder, Numbers
from reportedly.backend.passages import passages
from reportedly.backend.prompts import CODE, coding_request, version
from reportedly.backend.protocol import Backend
from reportedly.backend.records import UnusableAnswer, claims_in
from reportedly.model.codes import CodeMeaning
from reportedly.model.coding import Coding
from reportedly.model.document import Document, Refusal
from reportedly.model.span import Span

REFUSALS: Mapping[str, CodeMeaning] = MappingProxyType(
    {
        "R501": CodeMeaning(
            "the model's answer is not in the form that was asked for",
            "take another model, or ask again in mode record; the passage is not coded",
        ),
        "R502": CodeMeaning(
            "the model's answer was cut off at its length limit",
            "allow longer answers (--answer-tokens) or show less at once (--passage); the passage is not coded",
        ),
    }
)
"""Answers that are not taken; the reference page of codes is drawn from these."""


def coder_name(model: str) -> str:
    """Return the name under which a model codes."""
    return f"backend:{model}"


@dataclass(frozen=True)
class SecondCoder:
    """Finds claims by asking a model; holds nothing of any document."""

    backend: Backend
    model: str
    numbers: Numbers
    """Reads the numbers that words state, by which every figure is checked."""
    max_tokens: int = 4096
    """The longest answer, in the model's tokens."""
    passage: int = 6000
    """The longest passage, in code points."""
    overlap: int = 600
    """How much of a passage the next one shows again."""

    @property
    def name(self) -> str:
        """The coder's name in codings and in the ledger."""
        return coder_name(self.model)

    def code(self, document: Document) -> Coding:
        """Return what the model finds in a document and can quote.

        Raises:
            BackendError: where an answer cannot be had; answers kept so far stay kept.
        """
        builder = ClaimBuilder(document, self.name, self.numbers)
        refusals, requests = [], []
        for passage in passages(document.text, self.passage, self.overlap):
            request = coding_request(document, passage.of(document.text), self.model, self.max_tokens)
            requests.append(request.key)
            answer = self.backend.ask(request)
            try:
                builder.take(claims_in(answer.text), passage)
            except UnusableAnswer as error:
                refusals.append(_refusal("R502" if answer.cut_off else "R501", document, passage, str(error)))
        return Coding(
            Coding.identify(document.id, self.name),
            document.id,
            self.name,
            version(CODE),
            builder.in_order(),
            tuple(builder.dropped),
            tuple(refusals),
            tuple(requests),
        )


def _refusal(code: str, document: Document, passage: Span, detail: str) -> Refusal:
    meaning = REFUSALS[code]
    where = f"{document.key}, characters {passage.start} to {passage.end}"
    return Refusal(code, f"{meaning.title}: {detail}", where, meaning.advice)
