"""What a code of the error reference stands for."""

from __future__ import annotations

from typing import NamedTuple


class CodeMeaning(NamedTuple):
    """Title and advice of one code (``R...`` refusal, ``L...`` loss); the reference page is drawn from these."""

    title: str
    """What happened, as a short phrase."""
    advice: str
    """What the user can do about it."""
