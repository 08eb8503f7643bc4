"""Read the body of a server's answer: JSON of the OpenAI-compatible form, checked, whatever was sent."""

from __future__ import annotations

import json
from typing import Any, NoReturn

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from reportedly.backend.protocol import ChatAnswer


class UnusableBody(ValueError):
    """A body that holds no answer; says why."""


class _Part(BaseModel):
    model_config = ConfigDict(strict=True, extra="ignore", frozen=True)


class _Message(_Part):
    content: str


class _Choice(_Part):
    message: _Message
    finish_reason: str | None = None


class _Completion(_Part):
    choices: list[_Choice] = Field(min_length=1)
    model: str = ""


def json_of(text: str | bytes) -> Any:
    """Return the value of strict JSON.

    Raises:
        UnusableBody: for anything else: NaN and infinities, nesting beyond what can be held, numbers of thousands of
            digits.
    """
    try:
        return json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise UnusableBody(_told(error)) from error


def _refuse(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _told(error: ValueError | RecursionError) -> str:
    return "nested too deep" if isinstance(error, RecursionError) else f"no JSON: {error}"


def answer_of(body: bytes) -> ChatAnswer:
    """Return the answer that a body holds.

    Raises:
        UnusableBody: where it holds none.
    """
    try:
        read = _Completion.model_validate(json_of(body))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise UnusableBody(f"not in the form of chat completions: {where}: {first['msg']}") from error
    choice = read.choices[0]
    return ChatAnswer(legible(choice.message.content), legible(read.model), legible(choice.finish_reason or ""))


def legible(text: str) -> str:
    """Return text that can be stored: halves of surrogate pairs become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")
