"""The annotated attributions of the repository: sound, without words, and never of a text that is there to measure."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import acts
import corpus
import pytest
from attribution_corpus import ATTRIBUTIONS, OWN_TEXTS, annotated, texts
from corpus import MissingTextError
from standoff import TextMismatchError, write_entry

from shared_data import shared_path

Record = dict[str, Any]
TEXT = "Ada said the dam was safe."
NUMBERS = ("source", "cue", "content", "carried", "via")
FOLDERS = (ATTRIBUTIONS, ATTRIBUTIONS.with_name("attributions-second"))


def _shared(root: Path, text: str = TEXT) -> Path:
    """Make a shared folder with one article and empty claim files."""
    files: dict[str, list[Record]] = {
        "corpora/articles.jsonl": [{"id": "doc-1", "text": text}],
        "claims/train.jsonl": [{"document": {"id": "doc-2", "text": "It rained."}}],
        "claims/invented.jsonl": [],
    }
    for name, lines in files.items():
        path = root / "data" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    return root


def _annotated(root: Path, name: str = "doc-1") -> Path:
    """Make a folder with one annotated document."""
    one = {"id": "a1", "source": "Ada", "cue": "said", "content": "the dam was safe"}
    found = acts.located(TEXT, [{**one, "sort": "say", "polarity": "affirmed", "parent": None}])
    root.mkdir()
    write_entry(acts.to_standoff({"id": name, "text": TEXT}, found, "first", "CC BY 4.0"), root, "attributions")
    return root


def test_annotations_find_their_text(tmp_path: Path) -> None:
    """Id, text and acts come together."""
    name, text, found = next(annotated(_shared(tmp_path / "shared"), _annotated(tmp_path / "made")))
    assert (name, text, found[0]["cue"]) == ("doc-1", TEXT, [[4, 8]])


def test_text_that_is_missing_is_named(tmp_path: Path) -> None:
    """An annotation whose text is nowhere is refused by name."""
    with pytest.raises(MissingTextError, match="doc-9"):
        list(annotated(_shared(tmp_path / "shared"), _annotated(tmp_path / "made", "doc-9")))


def test_text_that_changed_is_refused(tmp_path: Path) -> None:
    """A corrected article no longer fits its annotation."""
    with pytest.raises(TextMismatchError, match="doc-1"):
        list(annotated(_shared(tmp_path / "shared", TEXT + " Corrected."), _annotated(tmp_path / "made")))


def test_texts_come_from_corpora_claims_and_our_own(tmp_path: Path) -> None:
    """All three kinds of text may be annotated; claims that are there to measure are not read."""
    own = tmp_path / "own" / "invented"
    own.mkdir(parents=True)
    (own / "documents.jsonl").write_text(json.dumps({"id": "doc-3", "text": "Fog."}) + "\n", encoding="utf-8")
    assert set(texts(_shared(tmp_path / "shared"), tmp_path / "own")) == {"doc-1", "doc-2", "doc-3"}


def _entries(folder: Path) -> list[Record]:
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_parts_of_acts_are_numbers_alone(folder: Path) -> None:
    """Source, cue, content and the rest are offsets in every file, never words."""
    found = [one for entry in _entries(folder) for one in entry["attributions"]]
    places = [place for one in found for role in NUMBERS for place in one[role]]
    assert found
    assert all(len(place) == 2 and all(isinstance(at, int) for at in place) for place in places)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_no_file_has_a_field_for_words(folder: Path) -> None:
    """There is neither a text nor a quote nor a mention nor a note in any file."""
    fields = {name for entry in _entries(folder) for name in (*entry, *entry["document"])}
    fields |= {name for entry in _entries(folder) for one in entry["attributions"] for name in one}
    assert not fields & {"text", "quote", "mention", "note", "words"}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_files_are_named_after_their_documents(folder: Path) -> None:
    """No document is there twice, since its id is the name of its file."""
    assert all(entry["document"]["id"] == path.stem for entry, path in _paired(folder))


def _paired(folder: Path) -> list[tuple[Record, Path]]:
    return list(zip(_entries(folder), sorted(folder.glob("*.json")), strict=True))


@pytest.fixture(scope="module", name="corpus_of")
def fixture_corpus_of() -> dict[str, tuple[str, list[Record]]]:
    """Every annotated document, first and second annotations together: folder and id -> text and acts."""
    shared = shared_path("data").parent
    found = {f"first/{name}": (text, made) for name, text, made in annotated(shared)}
    return found | {f"second/{name}": (text, made) for name, text, made in annotated(shared, FOLDERS[1])}


@pytest.mark.shared
def test_every_document_loads_with_its_text(corpus_of: dict[str, tuple[str, list[Record]]]) -> None:
    """Nothing is missing and no text has changed."""
    assert len(corpus_of) == sum(len(list(folder.glob("*.json"))) for folder in FOLDERS)


@pytest.mark.shared
def test_no_act_has_a_fault(corpus_of: dict[str, tuple[str, list[Record]]]) -> None:
    """Offsets lie in the text and hold words, values are known, parents exist."""
    assert [f"{name}: {fault}" for name, (text, made) in corpus_of.items() for fault in acts.faults(made, text)] == []


@pytest.mark.shared
def test_no_act_is_its_own_ancestor(corpus_of: dict[str, tuple[str, list[Record]]]) -> None:
    """From every act the way up ends."""
    for name, (_, made) in corpus_of.items():
        above = {one["id"]: one["parent"] for one in made}
        for start, parent in above.items():
            seen, at = [start], parent
            while at is not None and at not in seen:
                seen, at = [*seen, at], above[at]
            assert at is None, f"{name}: {start} is its own ancestor"


@pytest.mark.shared
def test_nothing_annotated_is_there_to_measure(corpus_of: dict[str, tuple[str, list[Record]]]) -> None:
    """No document of dev, seed or gum_open is trained on, under its id, another id or other spacing."""
    measured = corpus.held_out(shared_path("data").parent)
    marks = {name: corpus._marks(name.split("/", 1)[1], text) for name, (text, _) in corpus_of.items()}
    assert [name for name, found in marks.items() if any(mark in measured for mark in found)] == []


def test_our_own_texts_are_in_the_repository() -> None:
    """Invented texts need no shared data."""
    files = [path.read_text(encoding="utf-8") for path in OWN_TEXTS.glob("*/documents.jsonl")]
    ids = [json.loads(line)["id"] for written in files for line in written.split("\n") if line]
    assert len(ids) == len(set(ids))
    assert ids
