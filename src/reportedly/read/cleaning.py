"""Replace characters that cannot be stored, printed or trusted, one for one so that no offset moves."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.model.document import Loss
from reportedly.read.codes import loss

UNKNOWN = "\ufffd"
"""What stands for half a surrogate pair or a noncharacter: what was meant cannot be known."""

_NO_CHARACTER = re.compile("[\ud800-\udfff\ufffe\uffff]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
_KINDS = (
    (_NO_CHARACTER, UNKNOWN, "half surrogate pairs or noncharacters"),
    (_CONTROL, " ", "control characters"),
    (_BIDI, " ", "controls of writing direction"),
)
"""What is replaced, by what, and its name.

Controls of writing direction can make a quote read otherwise than it is stored (Boucher and Anderson, "Trojan Source",
2021); the plain marks U+200E and U+200F are kept, since ordinary Hebrew and Arabic text holds them.
"""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Text of the same length as before, and what was replaced in it."""

    text: str
    losses: tuple[Loss, ...] = ()


def clean(text: str, element: str = "text") -> Cleaned:
    """Return the text with unusable characters replaced; it then survives UTF-8 and back.

    Args:
        text: any string.
        element: what the string is, for the record of the loss.
    """
    losses = []
    for pattern, substitute, name in _KINDS:
        first = pattern.search(text)
        if first is not None:
            text, count = pattern.subn(substitute, text)
            losses.append(loss("L112", f"{count} {name}", f"{element}, character {first.start()}"))
    return Cleaned(text, tuple(losses))
