"""Review beside the single claim: missed claims, groups, letters of sources, the log."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from review_forms import Person


def document_of(person: Person) -> str:
    """Return the id of the document of the queue's first claim."""
    return str(person.see("/review")["lines"][0]["row"]["document_id"])


def paired_event(person: Person) -> str:
    """Return an event with two claims or more."""
    rows = [line["row"]["event_id"] for line in person.see("/review?state=all")["lines"]]
    return str(next(one for one in rows if len(person.see(f"/review/event/{one}")["rows"]) > 2))


def test_a_missed_claim_is_added(person: Person) -> None:
    """Words of the document that no claim has become one, with its own page."""
    document = document_of(person)
    pieces = [
        piece
        for paragraph in person.see(f"/review/add?document={document}")["excerpt"]["paragraphs"]
        for piece in paragraph
    ]
    bare = next(piece for piece in pieces if not piece["roles"] and len(piece["text"].split()) > 4)
    fields = {
        "document": document,
        "claim_from": str(bare["start"]),
        "claim_to": str(bare["start"] + len(bare["text"])),
    }
    made = person.send("/review/add", decision="add", kind="statement", polarity="affirmed", snap="widen", **fields)
    assert made.status_code == 303, made.text
    page = person.see(made.headers["location"])
    assert page["quote"] == bare["text"].strip()
    assert [one["what"] for one in page["readings"]] == ["", "added"]


def test_an_added_claim_can_be_taken_back(person: Person) -> None:
    """Undo leaves nothing of it but the log."""
    document = document_of(person)
    made = person.send("/review/add", document=document, claim_from="0", claim_to="12", decision="add", kind="event")
    page = person.see(made.headers["location"])
    person.send(f"/review/undo/{page['mine']}")
    assert person.see("/review/log")["page"]["lines"][0]["what"] == "took back: added"


def test_chosen_claims_are_parted(person: Person) -> None:
    """A claim that is about something else leaves the event, and undo brings it back."""
    event = paired_event(person)
    rows = person.see(f"/review/event/{event}")["rows"]
    gone = rows[-1]["claim_id"]
    parted = person.send(f"/review/event/{event}", claim=gone, do="part", reason="another fight")
    now = person.see(parted.headers["location"])
    assert gone not in {row["claim_id"] for row in now["rows"]}
    assert now["judged"][0]["what"] == "not the same event"
    assert not now["judged"][0]["left"].startswith("clm-")
    person.send(f"/review/undo/{now['judged'][0]['id']}")
    assert gone in {row["claim_id"] for row in person.see(f"/review/event/{event}")["rows"]}


def test_two_events_are_merged(person: Person) -> None:
    """Two events that a person calls one are one."""
    first, second = list(dict.fromkeys(line["row"]["event_id"] for line in person.see("/review")["lines"]))[:2]
    count = sum(len(person.see(f"/review/event/{one}")["rows"]) for one in (first, second))
    merged = person.send(f"/review/event/{first}", do=f"merge:{second}", reason="one fight")
    assert len(person.see(merged.headers["location"])["rows"]) == count


def test_regrouping_needs_a_reason(person: Person) -> None:
    """Nobody regroups without saying why."""
    event = paired_event(person)
    assert person.send(f"/review/event/{event}", do="part", reason=" ").status_code == 400


@pytest.mark.parametrize("do", ["", "burn", "one-saying", "part", "merge:"])
def test_what_is_no_regrouping_is_refused(person: Person, do: str) -> None:
    """With no claim chosen, or in no way that the page offers, nothing is regrouped."""
    assert person.send(f"/review/event/{paired_event(person)}", do=do, reason="so").status_code in {400, 404}


def test_a_person_grades_a_source(person: Person) -> None:
    """The person's letter stands beside the machine's and counts in the events."""
    before = person.see("/review/source/GUR")["desk"]["machine"]
    person.send("/review/source/GUR", letter="B", reason="borne out often")
    after = person.see("/review/source/GUR")
    assert after["desk"]["machine"] == before
    assert (after["mine"], after["desk"]["people"][0]["reason"]) == ("B", "borne out often")
    assert "graded B" in person.see("/review/log")["page"]["lines"][0]["what"]


def test_a_letter_can_be_taken_back(person: Person) -> None:
    """Undo leaves the machine's letters alone."""
    person.send("/review/source/GUR", letter="B", reason="borne out often")
    person.send(f"/review/undo/{person.see('/review/source/GUR')['mine_id']}")
    assert person.see("/review/source/GUR")["desk"]["people"] == []


@pytest.mark.parametrize("fields", [{"letter": "G", "reason": "so"}, {"letter": "B", "reason": ""}, {"reason": "so"}])
def test_what_is_no_letter_is_refused(person: Person, fields: dict[str, str]) -> None:
    """A letter is one of A to F and has a reason."""
    assert person.send("/review/source/GUR", **fields).status_code == 400


def test_a_source_that_nobody_knows_has_a_page(reader: Person) -> None:
    """A name with slashes and marks is a name like any other."""
    assert reader.see("/review/source/A%2FB%20%3Cb%3E")["desk"]["name"] == "A/B <b>"


def test_the_log_is_narrowed_by_person(person: Person, ledger: Path) -> None:
    """The decisions of one person can be listed."""
    first, second = (line["row"]["claim"]["id"] for line in person.see("/review")["lines"][:2])
    person.send(f"/review/claim/{first}", decision="accept")
    Person.at(ledger, "B. Bold").send(f"/review/claim/{second}", decision="unsure")
    assert [line["who"] for line in person.see("/review/log?who=bold")["page"]["lines"]] == ["B. Bold"]


def test_the_log_goes_on_where_its_page_ends(person: Person) -> None:
    """Older entries follow without a gap and without a repetition."""
    for line in person.see("/review")["lines"][:4]:
        person.send(f"/review/claim/{line['row']['claim']['id']}", decision="accept")
    numbers = [line["number"] for line in person.see("/review/log")["page"]["lines"]]
    assert numbers == sorted(numbers, reverse=True)
    older = person.see(f"/review/log?before={numbers[1]}")["page"]["lines"]
    assert [line["number"] for line in older] == numbers[2:]


def test_the_log_as_a_table_runs_no_formula(person: Person) -> None:
    """A reason that a spreadsheet would run is text in the table."""
    first = person.see("/review")["lines"][0]["row"]["claim"]["id"]
    person.send(f"/review/claim/{first}", decision="reject", reason='=HYPERLINK("x")')
    row = next(csv.DictReader(io.StringIO(person.client.get("/review/log.csv").text)))
    assert row["why"] == '\'=HYPERLINK("x")'


def test_stored_text_is_escaped(person: Person) -> None:
    """Markup in a reason or a name is text on every page."""
    first = person.see("/review")["lines"][0]["row"]["claim"]["id"]
    person.send(f"/review/claim/{first}", decision="reject", reason="<script>alert(1)</script>")
    person.send("/review/source/%3Cimg%20src=x%20onerror=alert(1)%3E", letter="F", reason="<b>bold</b>")
    for path in (f"/review/claim/{first}", "/review/log", "/review/source/%3Cimg%20src=x%20onerror=alert(1)%3E"):
        text = person.read(path)
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert "<b>bold</b>" not in text
