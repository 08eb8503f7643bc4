"""What is asked of a language model and what comes back: the common core of OpenAI-compatible chat completions."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol


class Role(StrEnum):
    """Whose words a message holds."""

    SYSTEM = "system"
    USER = "user"


@dataclass(frozen=True, slots=True)
class Message:
    """One message of a conversation."""

    role: Role
    content: str


@dataclass(frozen=True, slots=True)
class ChatRequest:
    """One question; equal questions have equal keys, whoever is asked."""

    model: str
    messages: tuple[Message, ...]
    max_tokens: int
    """The longest answer, in the model's tokens."""
    temperature: float = 0.0
    seed: int = 0
    """Asked for so that a server that can will answer the same again."""
    json_object: bool = True
    """Whether the answer is to be one JSON object."""

    def body(self) -> dict[str, Any]:
        """Return the request as the body of ``POST /v1/chat/completions``, never streamed."""
        body: dict[str, Any] = {
            "model": self.model,
            "messages": [{"role": str(one.role), "content": one.content} for one in self.messages],
            "max_tokens": self.max_tokens,
            "temperature": self.temperature,
            "seed": self.seed,
            "stream": False,
        }
        return {**body, "response_format": {"type": "json_object"}} if self.json_object else body

    def encoded(self) -> bytes:
        """Return the body as canonical JSON: keys sorted, no spaces, ASCII, so that equal requests are equal bytes."""
        return json.dumps(self.body(), sort_keys=True, separators=(",", ":")).encode("ascii")

    @property
    def key(self) -> str:
        """SHA-256 of the canonical body, 64 hexadecimal digits; address and credentials are no part of it."""
        return hashlib.sha256(self.encoded()).hexdigest()


@dataclass(frozen=True, slots=True)
class ChatAnswer:
    """What a model answered."""

    text: str
    model: str
    """The model as the server names it."""
    finish: str
    """Why it stopped, as the server says it: ``stop``, ``length`` ...; empty where it does not say."""

    @property
    def cut_off(self) -> bool:
        """Whether the answer ended at its length limit."""
        return self.finish == "length"


class Backend(Protocol):
    """Whoever answers."""

    def ask(self, request: ChatRequest) -> ChatAnswer:
        """Return the answer to a request.

        Raises:
            BackendError: where there is none that can be used.
        """
