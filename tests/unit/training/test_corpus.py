"""The training corpus: stand-off annotations find their texts, and nothing unfit passes the check."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import corpus
import pytest
import standoff

from reportedly.model.span import Span
from shared_data import shared_path

TEXT = 'Nine barges sank on 3 May, the harbour board said. "We lost the tenth later," it told the Quay Post.'


def _record() -> dict[str, Any]:
    board = {"name": "harbour board", "aliases": [], "mention": "the harbour board", "cue": "said"}
    post = {"name": "Quay Post", "aliases": [], "mention": "the Quay Post", "cue": "told"}
    plain: dict[str, Any] = {"polarity": "affirmed", "certainty": None, "where": [], "quantities": [], "kind": "event"}
    claims = [
        {"id": "c1", "span": [0, 25], "chain": [board], "when": ["2030-05-03", "2030-05-03"], **plain},
        {
            "id": "c2",
            "span": [52, 75],
            "chain": [post, {**board, "mention": "it", "cue": "told"}],
            "when": None,
            **plain,
        },
    ]
    head = {"id": "doc-1", "title": "Barges", "date": "2030-05-04", "licence": "CC BY 4.0", "text": TEXT}
    return {"document": head, "claims": claims}


def _folders(root: Path, text: str = TEXT, held: str = "Another text.") -> tuple[Path, Path]:
    """Make a shared folder with empty claim files and one article, and one annotation of that article."""
    files: dict[str, list[dict[str, Any]]] = {
        "data/claims/train.jsonl": [],
        "data/claims/invented.jsonl": [],
        "data/claims/dev.jsonl": [{"document": {"id": "dev-1", "text": held}}],
        "data/claims/seed.jsonl": [],
        "data/attribution/gum_open.jsonl": [],
        "data/corpora/articles.jsonl": [{"id": "doc-1", "text": text}],
    }
    for name, lines in files.items():
        path = root / "shared" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    folder = root / "annotations/wikinews"
    folder.mkdir(parents=True)
    standoff.write_entry(standoff.to_standoff(_record(), "first"), folder)
    return root / "shared", root / "annotations"


def test_standoff_holds_no_text() -> None:
    """A stand-off file has neither the text nor a quote nor the words of a cue."""
    written = json.dumps(standoff.to_standoff(_record(), "first"))
    assert not any(words in written for words in ("barges sank", "lost the tenth", "told"))


def test_there_and_back() -> None:
    """With its text, a stand-off file gives the quotes and the words of source and cue back."""
    record = standoff.from_standoff(standoff.to_standoff(_record(), "first"), TEXT)
    claim = record["claims"][1]
    assert claim["quote"] == "We lost the tenth later"
    assert [(link["mention"], link["cue"]) for link in claim["chain"]] == [("the Quay Post", "told"), ("it", "told")]
    assert record["document"]["published"] == "2030-05-04"


@pytest.mark.parametrize(
    ("text", "content", "mention", "cue", "found"),
    [
        ("Ada said so. It rained, Ada said.", "It rained", "Ada", "said", (24, 28)),
        ("Ada said it rained. Later Ada said no.", "it rained", "Ada", "said", (0, 4)),
        ("The other is late, he swore.", "The other is late", "he", "swore", (19, 22)),
        ("It is, she told us, a fake. Before, she told nothing.", "It is, she told us, a fake", "she", "told", (7, 11)),
        ("Ola quotes Ada, who quotes Ib: it rained", "it rained", "Ib", "quotes", (27, 20)),
    ],
)
def test_nearest_mention(text: str, content: str, mention: str, cue: str, found: tuple[int, int]) -> None:
    """Source and cue are whole words beside the content, before or after it, and near to each other."""
    start = text.index(content)
    source, words = standoff.locate(text, Span(start, start + len(content)), mention, cue)
    assert source is not None
    assert words is not None
    assert (source.start, words.start) == found


def test_source_without_words() -> None:
    """Where nothing in the text names the source, it has no span."""
    assert standoff.locate(TEXT, Span(0, 25), None, "said")[0] is None


def test_text_that_changed(tmp_path: Path) -> None:
    """A text that is not the annotated one is refused by name."""
    shared, annotations = _folders(tmp_path, text=TEXT + " Corrected.")
    with pytest.raises(standoff.TextMismatchError, match="doc-1: the text does not fit"):
        list(corpus.load(shared, annotations))


def test_text_that_is_missing(tmp_path: Path) -> None:
    """An annotation whose text is nowhere is refused by name."""
    shared, annotations = _folders(tmp_path)
    (shared / "data/corpora/articles.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(corpus.MissingTextError, match="doc-1"):
        list(corpus.load(shared, annotations))


def test_check_passes(tmp_path: Path) -> None:
    """A sound corpus has no faults."""
    assert corpus.check(*_folders(tmp_path)) == []


def test_held_out_text(tmp_path: Path) -> None:
    """A text that is held out is found under another id and with other spacing."""
    found = corpus.check(*_folders(tmp_path, held=TEXT.replace(" ", "  ")))
    assert found == ["doc-1: is in dev, which is there to measure"]


def test_document_twice() -> None:
    """A document that is there twice is a fault."""
    record = {**_record(), "source": "here"}
    assert "doc-1: is there twice, in here and here" in list(corpus.faults([record, record], {}))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("span", [90, 999]),
        ("span", [25, 26]),
        ("span", [24, 24]),
        ("kind", "rumour"),
        ("polarity", "maybe"),
        ("basis", "hearsay"),
        ("certainty", {"low": 0.8, "high": 0.5}),
        ("when", ["2030-05-04", "2030-05-03"]),
        ("when", ["May", "May"]),
        ("quantities", [{"measure": "sunk", "low": 9, "high": 9, "scope": "incident"}]),
        ("quantities", [{"measure": "lost", "low": None, "high": None, "scope": "incident"}]),
        ("chain", [{"name": ""}]),
        ("chain", [{"name": "Ada", "span": [0, 999]}]),
        ("relation", {"type": "more than", "to": "c9"}),
        ("colour", "blue"),
    ],
)
def test_unfit_values(field: str, value: object) -> None:
    """Every value outside the text or the codebook is a fault."""
    record = _record()
    assert list(standoff.problems(record)) == []
    record["claims"][0][field] = value
    assert list(standoff.problems(record))


def test_counts() -> None:
    """Links are counted with the words that they have."""
    counted = corpus.counts(standoff.placed(_record()))
    assert (counted["claims with two and more links"], counted["links"], counted["links with both"]) == (1, 3, 3)


def test_no_article_in_the_repository() -> None:
    """No annotation of an article holds text, quotes, or the words of source and cue."""
    paths = sorted(corpus.ANNOTATIONS.glob("wikinews*/*"))
    written = [path.read_text(encoding="utf-8") for path in paths]
    assert len(written) == 60
    assert not any(f'"{field}":' in text for text in written for field in ("text", "quote", "mention", "cue"))


@pytest.mark.shared
def test_whole_corpus(capsys: pytest.CaptureFixture[str]) -> None:
    """Every annotation of the repository fits its text, and none is of a text that is there to measure."""
    assert corpus.check(shared_path("data").parent) == []
    assert "| annotations/wikinews | 55 |" in capsys.readouterr().out
