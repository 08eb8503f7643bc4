"""What a model is told: instructions, which ship as data, and the material, marked off so that it stays material."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib import resources

from reportedly.backend.protocol import ChatRequest, Message, Role
from reportedly.model.document import Document

CODE = "code_claims"
REPHRASE = "rephrase"
_MARK_DIGITS = 16


@cache
def instructions(name: str) -> str:
    """Return the packaged instructions of this name."""
    file = resources.files("reportedly").joinpath("data", "prompts", f"{name}.txt")
    return file.read_text(encoding="utf-8")


def version(name: str) -> str:
    """Return what tells one state of some instructions from another: the beginning of their SHA-256."""
    return hashlib.sha256(instructions(name).encode()).hexdigest()[:12]


def marked_off(text: str) -> str:
    """Return material between two marker lines that it cannot itself contain, since they hold its own hash."""
    mark = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_MARK_DIGITS]
    return f"<<<ARTICLE {mark}\n{text}\nARTICLE {mark}>>>"


def coding_request(document: Document, passage: str, model: str, max_tokens: int) -> ChatRequest:
    """Return the request for the claims of one passage of a document.

    Args:
        document: gives title, outlet and day, which are material as well.
        passage: the part of its text that is to be coded.
        model: name of the model.
        max_tokens: the longest answer.
    """
    about = {"title": document.title, "outlet": document.outlet, "published": document.day and str(document.day)}
    told = f"About the article: {json.dumps(about)}\n\n{marked_off(passage)}\n\nReturn the claims as one JSON object."
    return _request(CODE, told, model, max_tokens)


def rephrasing_request(sentence: str, model: str, max_tokens: int) -> ChatRequest:
    """Return the request for other words for one sentence."""
    return _request(REPHRASE, json.dumps({"sentence": sentence}, ensure_ascii=False), model, max_tokens)


def _request(name: str, told: str, model: str, max_tokens: int) -> ChatRequest:
    messages = (Message(Role.SYSTEM, instructions(name)), Message(Role.USER, told))
    return ChatRequest(model, messages, max_tokens)
