"""What no template and no picture may hold: what the content security policy forbids, or what skips escaping."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

WEB = Path(__file__).parents[3] / "src" / "reportedly" / "web"
TEMPLATES = sorted(WEB.glob("templates/**/*.j2"))
MODULES = sorted(WEB.rglob("*.py"))
FORBIDDEN = {
    "a style of its own": re.compile(r"<[^>]*\sstyle\s*=", re.IGNORECASE),
    "a style sheet inside": re.compile(r"<style\b", re.IGNORECASE),
    "an event handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "a script inside": re.compile(r"<script(?![^>]*\ssrc=)", re.IGNORECASE),
    "an address that runs": re.compile(r"=\s*[\"']?\s*javascript:", re.IGNORECASE),
    "text that is not escaped": re.compile(r"\|\s*safe\b|autoescape\s+false", re.IGNORECASE),
}


@pytest.mark.parametrize("fault", FORBIDDEN)
@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_holds_what_the_policy_forbids(path: Path, fault: str) -> None:
    """Style, handlers and scripts are files of their own, and stored text is always escaped."""
    assert FORBIDDEN[fault].findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(WEB)))
def test_no_module_marks_text_as_safe(path: Path) -> None:
    """Only templates make markup."""
    assert re.findall(r"\bMarkup\b|markupsafe|style=", path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("fault", "markup"),
    [
        ("a style of its own", '<rect class="x" style="fill: red"/>'),
        ("a style sheet inside", "<style>p {}</style>"),
        ("an event handler", '<a href="/" onclick="go()">'),
        ("a script inside", "<script>go()</script>"),
        ("an address that runs", '<a href="javascript:go()">'),
        ("text that is not escaped", "{{ view.title | safe }}"),
    ],
)
def test_each_fault_is_caught(fault: str, markup: str) -> None:
    """The patterns see what they are for."""
    assert FORBIDDEN[fault].search(markup)


def test_a_script_in_a_file_is_no_fault() -> None:
    """Files of the package may run."""
    assert not FORBIDDEN["a script inside"].search('<script src="/static/site.js" defer></script>')
