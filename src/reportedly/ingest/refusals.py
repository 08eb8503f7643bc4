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
        "R110": CodeMeaning(
            "this is no address of a page", "Give it as https://host/page, without a name and a password in it."
        ),
        "R111": CodeMeaning(
            "the address leads to this machine or a private network",
            "Save the page to a file and add that; --allow-private lets such addresses be fetched.",
        ),
        "R112": CodeMeaning("the server cannot be reached", "Look whether the address opens in a browser; try again."),
        "R113": CodeMeaning("the server took too long", "Try again later, or save the page to a file and add that."),
        "R114": CodeMeaning(
            "the server does not give the page", "Save the page to a file from your browser and add that."
        ),
        "R115": CodeMeaning("the server sends on from address to address", "Give the address that it ends at."),
        "R116": CodeMeaning("what the server sends is over the size limit", "Save the report's words as a .txt file."),
        "R117": CodeMeaning(
            "what the server sends is no page of text", "Save the report's words as a .txt or .html file."
        ),
        "R118": CodeMeaning("this is no feed that can be read", "Give the address of an RSS or Atom feed."),
        "R119": CodeMeaning("the feed names no pages", "Look at the feed in a browser; add the pages by address."),
        "R120": CodeMeaning(
            "the page is beyond what is taken from a feed at once", "Add the feed again later, or this page by itself."
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
