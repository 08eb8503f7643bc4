"""The task ``coref``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mention_samples import REPORTS, places
from reportedly.bench.coref import run
from reportedly.model.errors import InputError
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare


def written(folder: Path, renamed: dict[str, str] | None = None, **more: Any) -> Path:
    """Write the samples as gold, documents under other names, and return the file of mentions."""
    names = renamed or {name: name for name in REPORTS}
    mentions = [
        {"id": one.id, "doc_id": names[one.document], "sent": one.sentence, "tok": list(one.words), **more}
        for one in places()
    ]
    documents = [{"doc_id": names[name], "sentences": list(sentences), **more} for name, sentences in REPORTS.items()]
    folder.mkdir(exist_ok=True)
    for name, lines in (("some_mentions", mentions), ("some_docs", documents)):
        (folder / f"{name}.jsonl").write_text("".join(f"{json.dumps(line)}\n" for line in lines), encoding="utf-8")
    return folder / "some_mentions.jsonl"


def clusters(gold: Path) -> set[frozenset[str]]:
    """Run the task and return the clusters that it writes."""
    target = gold.with_name("found.jsonl")
    run(gold, target, prepare(Settings(executor="serial")))
    found: dict[str, set[str]] = {}
    for line in map(json.loads, target.read_text(encoding="utf-8").splitlines()):
        found.setdefault(line["cluster"], set()).add(line["id"])
    return {frozenset(members) for members in found.values()}


def test_topics_and_clusters_are_not_looked_at(tmp_path: Path) -> None:
    """Gold that says something else of topic, subtopic and cluster changes nothing."""
    plain = clusters(written(tmp_path / "plain"))
    assert plain == clusters(written(tmp_path / "other", topic=7, subtopic="7_x", cluster="all", split="test"))


def test_names_of_documents_are_not_looked_at(tmp_path: Path) -> None:
    """Documents named as if they were of other topics are grouped as before."""
    other = dict(zip(REPORTS, ("9_1", "1_2", "9_3", "1_4"), strict=True))
    assert clusters(written(tmp_path / "plain")) == clusters(written(tmp_path / "named", other))


def test_every_mention_is_written(tmp_path: Path) -> None:
    """The scorer finds each mention once."""
    assert sorted(one for group in clusters(written(tmp_path)) for one in group) == sorted(one.id for one in places())


def test_mentions_without_documents_are_refused(tmp_path: Path) -> None:
    """Where the file of documents is missing, the error says where it should be."""
    gold = written(tmp_path)
    (tmp_path / "some_docs.jsonl").unlink()
    with pytest.raises(InputError, match="no file of documents"):
        run(gold, None, prepare(Settings(executor="serial")))


def test_a_mention_beyond_its_sentence_is_refused(tmp_path: Path) -> None:
    """A mention at no word is an error of the input, not a guess."""
    gold = written(tmp_path)
    gold.write_text('{"id": "m", "doc_id": "north", "sent": 0, "tok": [99]}\n', encoding="utf-8")
    with pytest.raises(InputError, match="no word"):
        run(gold, None, prepare(Settings(executor="serial")))


def test_a_line_without_a_field_is_refused(tmp_path: Path) -> None:
    """A mention without its words is an error that names what is missing."""
    gold = written(tmp_path)
    gold.write_text('{"id": "m", "doc_id": "north", "sent": 0}\n', encoding="utf-8")
    with pytest.raises(InputError, match="tok"):
        run(gold, None, prepare(Settings(executor="serial")))
