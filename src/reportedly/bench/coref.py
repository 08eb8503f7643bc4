"""Task ``coref``: mentions of events grouped by event, written as the coreference scorer reads them.

Gold is a file of mentions, ``..._mentions.jsonl``, with its documents beside it in ``..._docs.jsonl``. Of a mention
only id, document, sentence and words are looked at, of a document only id and sentences: topics and clusters stay
unseen.
The comparison itself needs the clusters and is done by the scorer, so the figures here only count what was grouped.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportedly.bench.gold import GoldLine, read_lines, write_lines
from reportedly.model.errors import InputError
from reportedly.pipeline.mentions import MentionPlace, group_places
from reportedly.pipeline.toolkit import Toolkit


def run(gold: Path, predictions: Path | None, tools: Toolkit) -> dict[str, Any]:
    """Group the mentions of a file and write one line a mention: its id and its cluster.

    Raises:
        InputError: where there is no file of documents beside it, or a line lacks what is needed.
    """
    beside = gold.with_name(gold.name.replace("mentions", "docs"))
    if beside == gold or not beside.is_file():
        raise InputError("E104", "no file of documents beside the mentions", str(gold), f"put them at {beside.name}")
    try:
        places = [_place(line) for line in read_lines(gold)]
        documents = {line["doc_id"]: [one.split() for one in line["sentences"]] for line in read_lines(beside)}
    except (KeyError, TypeError, AttributeError) as error:
        advice = "mentions need id, doc_id, sent, tok; documents need doc_id and sentences"
        raise InputError("E103", f"a line lacks {error}", str(gold), advice) from error
    grouped = group_places(places, documents, tools.settings.model)
    if predictions is not None:
        home = {one: group[0] for group in grouped.groups for one in group}
        write_lines(({"id": one, "cluster": home[one]} for one in sorted(home)), predictions)
    return {
        "documents": len(documents),
        "mentions": len(places),
        "clusters": len(grouped.groups),
        "single": sum(len(group) == 1 for group in grouped.groups),
        "links": len(grouped.links),
    }


def _place(line: GoldLine) -> MentionPlace:
    return MentionPlace(line["id"], line["doc_id"], line["sent"], tuple(line["tok"]))
