"""What starting the workbench loads."""

from __future__ import annotations

import subprocess
import sys

_HEAVY = ("spacy", "thinc", "trafilatura", "htmldate", "onnxruntime")
"""Load in a second or more; the language process and the reading process load them when there is something to read."""


def test_the_workbench_and_its_demonstration_start_without_what_reads_text() -> None:
    """The first page waits for nothing that only reading a report needs."""
    told = f"import sys; print([one for one in {_HEAVY!r} if one in sys.modules])"
    load = "import reportedly.web.app, reportedly.web.server, reportedly.pipeline.workbench.demo"
    done = subprocess.run([sys.executable, "-c", f"{load}; {told}"], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
