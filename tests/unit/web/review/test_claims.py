"""The queue and the page of a claim: what they list, what a decision does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reportedly.model.codec import from_json
from reportedly.web.views.review_form import FormState
from review_forms import Person, sent


def claim_of(person: Person, words: str) -> dict[str, Any]:
    """Return the page of the first claim of the queue that holds some words."""
    rows = [line["row"]["claim"] for line in person.see("/review?state=all")["lines"]]
    found = next(row for row in rows if words in row["quote"])
    return dict(person.see(f"/review/claim/{found['id']}"))


def form_of(page: dict[str, Any]) -> FormState:
    """Return what the form of a claim's page shows."""
    return from_json(FormState, json.dumps(page["form"]))


def test_the_queue_begins_with_the_most_worth(reader: Person) -> None:
    """Claims stand in the order of what a look at them is worth."""
    worth = [line["row"]["worth"]["value"] for line in reader.see("/review")["lines"]]
    assert worth == sorted(worth, reverse=True)
    assert worth[0] > worth[-1]


def test_every_claim_of_the_queue_says_why(reader: Person) -> None:
    """Nothing is in the queue without grounds."""
    assert all(line["moves"] or line["doubts"] for line in reader.see("/review")["lines"])


def test_the_second_page_goes_on(reader: Person) -> None:
    """No claim stands on two pages of the queue."""
    first, second = (reader.see(f"/review?page={page}")["lines"] for page in (1, 2))
    ids = [line["row"]["claim"]["id"] for line in (*first, *second)]
    assert len(ids) == len(set(ids)) == 50


def test_the_queue_of_an_event_holds_its_claims_alone(reader: Person) -> None:
    """The queue can be narrowed to one event."""
    event = reader.see("/review")["lines"][0]["row"]["event_id"]
    assert {line["row"]["event_id"] for line in reader.see(f"/review?event={event}")["lines"]} == {event}


def test_the_queue_of_a_source_holds_its_word_alone(reader: Person) -> None:
    """The queue can be narrowed to whose word it is."""
    assert 0 < reader.see("/review?source=fire+brigade")["total"] < reader.see("/review")["total"]


def test_an_accepted_claim_leaves_the_queue(person: Person) -> None:
    """What somebody decided waits no more, and is listed among the decided."""
    first = person.see("/review")["lines"][0]["row"]["claim"]["id"]
    assert person.send(f"/review/claim/{first}", decision="accept").status_code == 303
    assert first not in [line["row"]["claim"]["id"] for line in person.see("/review")["lines"]]
    assert [line["row"]["claim"]["id"] for line in person.see("/review?state=decided")["lines"]] == [first]


@pytest.mark.parametrize("decision", ["reject", "correct"])
def test_a_reason_is_needed(person: Person, decision: str) -> None:
    """Nobody rejects or corrects without saying why."""
    page = claim_of(person, "two dozen")
    fields = sent(form_of(page), figure_0_low="25", decision=decision)
    assert person.client.post(f"/review/claim/{page['claim_id']}", data=fields).status_code == 400


def test_nobody_decides_without_a_name(ledger: Path) -> None:
    """A decision is recorded under a name or not at all."""
    nobody = Person.at(ledger, "")
    first = nobody.see("/review")["lines"][0]["row"]["claim"]["id"]
    assert nobody.send(f"/review/claim/{first}", decision="accept").status_code == 400


def test_a_correction_changes_what_is_told_and_undo_restores_it(person: Person) -> None:
    """A figure that a person mends is in the event's first sentence, and gone again when it is taken back."""
    page = claim_of(person, "at least two dozen dead")
    fields = sent(form_of(page), figure_0_low="40", decision="correct", reason="misread")
    saved = person.client.post(f"/review/claim/{page['claim_id']}", data=fields).headers["location"]
    shown = person.see(saved)
    assert "40 North Korean soldiers" in person.read(f"/event/{shown['event_id']}")
    person.send(f"/review/undo/{shown['mine']}", back="/review")
    again = person.see(f"/review/claim/{page['claim_id']}")
    assert (again["event_id"], again["event_label"]) == (page["event_id"], page["event_label"])
    assert "40 North Korean soldiers" not in person.read(f"/event/{again['event_id']}")


def test_a_saved_decision_says_what_it_changed(person: Person) -> None:
    """After saving, the page sets the key judgement without the decision beside that with it."""
    page = claim_of(person, "at least two dozen dead")
    fields = sent(form_of(page), figure_0_low="40", decision="correct", reason="misread")
    saved = person.client.post(f"/review/claim/{page['claim_id']}", data=fields).headers["location"]
    shift = person.see(saved)["effect"]["shifts"][0]
    assert "24" in shift["before"]
    assert "40" in shift["after"]


def test_a_look_saves_nothing(person: Person) -> None:
    """What a decision would change can be seen without making it."""
    page = claim_of(person, "at least two dozen dead")
    fields = sent(form_of(page), figure_0_low="40", decision="look-correct")
    looked = person.client.post(f"/review/claim/{page['claim_id']}", data=fields)
    assert "Not saved yet" in looked.text
    assert person.see(f"/review/claim/{page['claim_id']}")["readings"] == page["readings"]


def test_machine_and_person_stand_side_by_side(person: Person) -> None:
    """A rejected claim keeps the machine's reading beside the decision."""
    page = claim_of(person, "at least two dozen dead")
    person.send(f"/review/claim/{page['claim_id']}", decision="reject", reason="no claim")
    readings = person.see(f"/review/claim/{page['claim_id']}")["readings"]
    assert [one["who"] for one in readings] == ["The machine", "A. Analyst"]
    assert readings[0]["claim"]["quote"] == page["quote"]
    assert readings[1]["claim"] is None


def test_a_rejected_claim_leaves_its_event_to_the_others(person: Person) -> None:
    """What it changed is told of the event that the other claims still make up, not of none."""
    page = claim_of(person, "at least two dozen dead")
    answer = person.send(f"/review/claim/{page['claim_id']}", decision="reject", reason="no claim")
    effect = person.see(answer.headers["location"])["effect"]
    assert effect["event_id"]
    assert all(one["after"] != "–" for one in effect["shifts"] if one["what"] in {"Pages", "Event"})


def test_two_people_who_differ_are_disagreed(person: Person, ledger: Path) -> None:
    """A claim that one accepts and another rejects is listed as disagreed."""
    first = person.see("/review")["lines"][0]["row"]["claim"]["id"]
    person.send(f"/review/claim/{first}", decision="accept")
    Person.at(ledger, "B. Bold").send(f"/review/claim/{first}", decision="reject", reason="no claim")
    assert [line["row"]["claim"]["id"] for line in person.see("/review?state=disagreed")["lines"]] == [first]


def test_the_log_of_a_claim_says_who_when_and_why(person: Person) -> None:
    """The newest entry of the claim's log is the decision, with its reason and time."""
    first = person.see("/review")["lines"][0]["row"]["claim"]["id"]
    person.send(f"/review/claim/{first}", decision="reject", reason="only announces")
    line = person.see(f"/review/claim/{first}")["log"][0]
    assert (line["who"], line["what"], line["why"], line["in_force"]) == (
        "A. Analyst",
        "rejected",
        "only announces",
        True,
    )


@pytest.mark.parametrize("decision", ["", "add", "look-add", "burn", "look-"])
def test_what_is_no_decision_is_refused(person: Person, decision: str) -> None:
    """Only the four decisions of the page are taken."""
    first = person.see("/review")["lines"][0]["row"]["claim"]["id"]
    assert person.send(f"/review/claim/{first}", decision=decision).status_code == 400


def test_the_next_claim_follows_the_queue(reader: Person) -> None:
    """The second claim of the queue lies between the first and the third."""
    ids = [line["row"]["claim"]["id"] for line in reader.see("/review")["lines"]]
    place = reader.see(f"/review/claim/{ids[1]}")["place"]
    assert (place["before"], place["after"], place["place"]) == (ids[0], ids[2], 2)


def test_an_unknown_claim_is_not_found(reader: Person) -> None:
    """The page of a claim that is not there answers 404."""
    assert reader.client.get("/review/claim/clm-000000000000000000000000").status_code == 404


@pytest.mark.parametrize("query", ["page=99999999", "event=zzz", "source=%25"])
def test_a_strange_address_still_has_a_page(reader: Person, query: str) -> None:
    """Asking for what the queue does not hold is no error."""
    assert reader.client.get(f"/review?{query}").status_code == 200
