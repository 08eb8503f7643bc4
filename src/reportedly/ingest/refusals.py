"""The refusals of ingest: every code with what it means and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from reportedly.model.codes import CodeMeaning
from reportedly.model.document import Refusal

FORMATS_READ = ".txt, .md, .html, .htm, .xhtml, .json, .jsonl, .ndjson"
"""The suffixes that are read, for people."""

REFUSALS: Mapping[str, CodeMeaning] = MappingProxyType(
    {
        "R101": CodeMeaning("no such file or folder", "Check the path; a link may point to something that has gone."),
        "R102": CodeMeaning("the file is empty", "Fetch or save the report again."),
        "R103": CodeMeaning("the file is over the size limit", "Split it, or keep one report a line in a .jsonl file."),
        "R104": CodeMeaning(
            "the content is binary, not text", f"Save the report as UTF-8 text; formats read: {FORMATS_READ}."
        ),
        "R105": CodeMeaning("the format is not read", f"Convert it and give it one of the suffixes {FORMATS_READ}."),
        "R106": CodeMeaning("the file cannot be opened", "Check that you may read it and that the disk is sound."),
        "R107": CodeMeaning(
            "the link leads out of the folder", "Name the link's target itself if it is meant to be read."
        ),
        "R108": CodeMeaning("the folder holds no files", f"Name a folder with reports in it: {FORMATS_READ}."),
        "R109": CodeMeaning(
            "not a regular file", "Pipes, sockets and devices are not read; save the content to a file."
        ),
    }
)
"""Code -> title and advice of everything that ingest refuses."""


def refuse(code: str, where: str, detail: str = "") -> Refusal:
    """Return the refusal with this code.

    Args:
        code: a key of ``REFUSALS``.
        where: the file or folder.
        detail: what this case adds to the title, such as a size.
    """
    meaning = REFUSALS[code]
    what = f"{meaning.title}: {detail}" if detail else meaning.title
    return Refusal(code=code, what=what, where=where, advice=meaning.advice)
