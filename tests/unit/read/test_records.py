"""Reading JSON and JSON lines."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest

from captures import LINES, capture_of, loss_codes, read_one, refused
from reportedly.model.document import DayBasis, Document, Refusal
from reportedly.read.reader import read_capture

JSON = "application/json"


def _codes(content: str, media_type: str = LINES) -> list[str]:
    """Return a letter d for each document and the code of each refusal."""
    items = read_capture(capture_of(content, media_type))
    return [item.code if isinstance(item, Refusal) else "d" for item in items]


def test_record_fills_every_field() -> None:
    """Id, text, title, outlet, address and publication are taken as given."""
    record = {
        "id": "r1",
        "text": "Thirty died.",
        "title": "Losses",
        "outlet": "The Lantern",
        "url": "https://lantern.example/r1",
        "published": "2024-12-16T09:10",
    }
    document = read_one(json.dumps(record), LINES)
    assert (document.key, document.text, document.title) == ("r1", "Thirty died.", "Losses")
    assert (document.outlet, document.address) == ("The Lantern", "https://lantern.example/r1")
    assert document.published is not None
    assert document.published.at == datetime(2024, 12, 16, 9, 10)  # noqa: DTZ001 - local to the outlet
    assert document.published.basis is DayBasis.GIVEN


def test_annotated_record_gives_its_document() -> None:
    """Of a line with document and claims only the document is looked at."""
    line = json.dumps({"document": {"id": "r1", "text": "Thirty died."}, "claims": "anything"})
    assert read_one(line, LINES).key == "r1"


def test_document_id_is_derived_from_its_content() -> None:
    """The id is the one that the model derives from key, text, title, outlet and publication."""
    document = read_one('{"id": "r1", "text": "Thirty died."}', LINES)
    assert document.id == Document.identify("r1", "Thirty died.", None, None, None)


def test_text_is_kept_to_the_character() -> None:
    """White space at the ends and line ends of a record's text stay, so that offsets of others fit."""
    assert read_one(json.dumps({"id": "r1", "text": "  A\r\n\nB 🙂 \n"}), LINES).text == "  A\r\n\nB 🙂 \n"


def test_broken_line_is_refused_by_its_number_and_the_rest_is_read() -> None:
    """Line two is R203 and named; one and three are documents."""
    content = '{"id": "a", "text": "A."}\n{"id": "b", "text": \n{"id": "c", "text": "C."}\n'
    items = list(read_capture(capture_of(content, LINES, "r.jsonl")))
    assert [type(item).__name__ for item in items] == ["Document", "Refusal", "Document"]
    assert isinstance(items[1], Refusal)
    assert (items[1].code, items[1].where) == ("R203", "r.jsonl, line 2")


@pytest.mark.parametrize(
    ("record", "code"),
    [
        ("{}", "R201"),
        ('{"id": "a"}', "R201"),
        ('{"text": null}', "R201"),
        ('{"text": ""}', "R201"),
        ('{"text": " \\n"}', "R201"),
        ('{"text": 5}', "R202"),
        ('{"text": ["A."]}', "R202"),
        ('["A."]', "R204"),
        ("7", "R204"),
        ('{"document": "A."}', "R204"),
        ('{"id": ["a"], "text": "A."}', "R208"),
        ('{"id": "a\\u0000", "text": "A."}', "R208"),
        ("[" * 100_000, "R203"),
        ('{"text": ' + "9" * 5000 + "}", "R203"),
        ("", "R209"),
        ("\n \n", "R209"),
    ],
)
def test_unusable_record_is_refused(record: str, code: str) -> None:
    """Each fault has its own code."""
    assert _codes(record) == [code]


def test_id_used_twice_is_refused() -> None:
    """The second record of the same id is R205, whatever it says."""
    assert _codes('{"id": "a", "text": "A."}\n{"id": "a", "text": "B."}') == ["d", "R205"]


def test_record_without_id_is_named_by_file_and_line() -> None:
    """The key of a record without id is the file's name and the line."""
    assert read_one('\n{"text": "A."}', LINES).key == "report.txt#2"


def test_number_as_id_is_taken_as_text() -> None:
    """A whole number is an id."""
    assert read_one('{"id": 7, "text": "A."}', LINES).key == "7"


def test_list_in_json_gives_each_item() -> None:
    """A JSON list is read item by item, a bad one refused by its number."""
    assert _codes('[{"id": "a", "text": "A."}, 5, {"id": "b", "text": "B."}]', JSON) == ["d", "R204", "d"]


def test_empty_list_is_refused() -> None:
    """A list without items is R209."""
    assert refused("[]", JSON).code == "R209"


def test_one_object_in_json_is_read() -> None:
    """A JSON file may hold one record."""
    assert read_one('{"id": "a",\n "text": "A."}', JSON).key == "a"


@pytest.mark.parametrize("value", ["16 Dec 2024", 1734350000, ["2024-12-16"], True])
def test_publication_that_is_not_understood_is_recorded(value: object) -> None:
    """The report is read, without a day, and the loss is said."""
    document = read_one(json.dumps({"id": "a", "text": "A.", "published": value}), LINES)
    assert document.published is None
    assert loss_codes(document) == ["L120"]


@pytest.mark.parametrize("value", [None, "", " "])
def test_empty_publication_is_not_given(value: object) -> None:
    """No value is no loss."""
    assert loss_codes(read_one(json.dumps({"id": "a", "text": "A.", "published": value}), LINES)) == []


@pytest.mark.parametrize("name", ["title", "outlet", "address"])
def test_field_of_another_type_is_left_out_and_recorded(name: str) -> None:
    """A list where a string belongs is L121 with the field's name."""
    document = read_one(json.dumps({"id": "a", "text": "A.", name: ["x"]}), LINES)
    assert getattr(document, name) is None
    assert [(loss.code, loss.where) for loss in document.losses] == [("L121", name)]


def test_day_is_inferred_where_it_is_not_given() -> None:
    """A record without publication takes the text's own dateline."""
    document = read_one(json.dumps({"id": "a", "text": "ORRIN, 3 March 2025 - Thirty died."}), LINES)
    assert document.day == date(2025, 3, 3)


def test_half_surrogate_is_replaced_and_recorded() -> None:
    """JSON can spell half a pair; it is replaced in place."""
    document = read_one('{"id": "a", "text": "x\\ud800y"}', LINES)
    assert document.text == "x\ufffdy"
    assert loss_codes(document) == ["L112"]


def test_line_in_another_encoding_is_refused_alone() -> None:
    """Among UTF-8 lines one in Latin-1 is R206 and the others are not spoilt."""
    good = '{"id": "a", "text": "Größe, Köln, Düsseldorf"}\n'.encode()
    bad = '{"id": "b", "text": "Größe"}\n'.encode("latin-1")
    more = '{"id": "c", "text": "Ämter, Öfen, Übel, süß"}'.encode()
    items = list(read_capture(capture_of(good + bad + more, LINES)))
    assert [getattr(item, "code", getattr(item, "text", "")) for item in items] == [
        "Größe, Köln, Düsseldorf",
        "R206",
        "Ämter, Öfen, Übel, süß",
    ]
