"""Blind rounds: nobody sees another's decision, and what the coders agree on is measured."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from review_forms import Person

ANNA, BELA, CLEO = "Anna", "Bela", "Cleo"
SECRET = "a reason that nobody may see"


def opened(anna: Person, **fields: str) -> str:
    """Open a round of four claims and return its address."""
    given = {"name": "Pilot", "size": "4", "seed": "3", "coders": f"{ANNA}\r\n{BELA}", "shows_reading": "1"}
    data: dict[str, Any] = {**given, **fields, "field": ["claim", "origin", "kind"]}
    response = anna.client.post("/review/rounds", data=data)
    assert response.status_code == 303, response.text
    return str(response.headers["location"])


def coded(person: Person, address: str, *decisions: str, reason: str = "") -> None:
    """Decide about the next claims of a round."""
    for decision in decisions:
        claim = person.see(f"{address}/code")["claim_id"]
        assert person.send(f"{address}/code/{claim}", decision=decision, reason=reason).status_code == 303


@pytest.fixture
def anna(ledger: Path) -> Person:
    """The first coder."""
    return Person.at(ledger, ANNA)


@pytest.fixture
def bela(ledger: Path) -> Person:
    """The second coder."""
    return Person.at(ledger, BELA)


@pytest.fixture
def cleo(ledger: Path) -> Person:
    """Somebody who does not code."""
    return Person.at(ledger, CLEO)


def test_the_same_seed_draws_the_same_claims(anna: Person) -> None:
    """Two rounds with one seed code the same claims, another seed draws others."""
    ids = [
        anna.see(opened(anna, name=name, seed=seed))["state"]["round"]["claim_ids"]
        for name, seed in (("one", "7"), ("two", "7"), ("three", "8"))
    ]
    assert ids[0] == ids[1] != ids[2]


def test_a_round_by_worth_takes_the_first_of_the_queue(anna: Person) -> None:
    """Claims that are most worth a look are those at the head of the queue."""
    address = opened(anna, sampling="worth")
    queue = [line["row"]["claim"]["id"] for line in anna.see("/review")["lines"][:4]]
    assert anna.see(address)["state"]["round"]["claim_ids"] == queue


BAD = [
    {"name": " "},
    {"coders": "Anna"},
    {"coders": "Anna\r\nAnna"},
    {"coders": "Anna\r\nmachine"},
    {"size": "0"},
    {"size": "9999"},
    {"size": "x"},
    {"seed": "-1"},
]


@pytest.mark.parametrize("fields", BAD)
def test_a_round_that_makes_no_sense_is_refused(anna: Person, fields: dict[str, str]) -> None:
    """Fewer than two people, no name or no claims are no round."""
    data: dict[str, Any] = {"name": "Pilot", "size": "4", "coders": f"{ANNA}\r\n{BELA}", **fields, "field": ["claim"]}
    assert anna.client.post("/review/rounds", data=data).status_code == 400


def test_two_rounds_have_two_names(anna: Person) -> None:
    """A name that is taken is refused, whatever its case."""
    opened(anna)
    data: dict[str, Any] = {"name": "PILOT", "size": "4", "coders": f"{ANNA}\r\n{BELA}", "field": ["claim"]}
    assert anna.client.post("/review/rounds", data=data).status_code == 400


def everywhere(person: Person, address: str, claim_id: str) -> str:
    """Return all that a person can be shown of a claim and a round, as pages, JSON and tables."""
    paths = [address, f"{address}/code?claim={claim_id}", f"/review/claim/{claim_id}", "/review?state=decided"]
    paths += ["/review/log", "/review/rounds", "/review?state=all", "/review?state=unsure", "/review?state=disagreed"]
    answers = [person.client.get(path, follow_redirects=True) for path in paths]
    answers += [
        person.client.get(path, headers={"accept": "application/json"}, follow_redirects=True) for path in paths
    ]
    answers += [person.client.get(path) for path in ("/review/log.csv", f"{address}/table.csv", f"{address}.json")]
    return "\n".join(one.text for one in answers)


def test_a_coder_sees_nothing_of_another_coder(anna: Person, bela: Person) -> None:
    """Reason and decision of one coder are in no page, no JSON and no table that the other is given."""
    address = opened(anna)
    first = anna.see(f"{address}/code")["claim_id"]
    coded(anna, address, "reject", reason=SECRET)
    shown = everywhere(bela, address, first)
    assert SECRET not in shown
    assert "rejected" not in shown.casefold()


def test_an_onlooker_sees_nothing_of_an_open_round(anna: Person, cleo: Person) -> None:
    """Nor is it told to anybody else while the round is open."""
    address = opened(anna)
    first = anna.see(f"{address}/code")["claim_id"]
    coded(anna, address, "reject", reason=SECRET)
    assert SECRET not in everywhere(cleo, address, first)


def test_a_coder_sees_no_decision_made_outside_of_the_round(anna: Person, bela: Person, cleo: Person) -> None:
    """What others decided about a claim that a coder still has to code is kept from the coder, too."""
    address = opened(anna)
    first = bela.see(f"{address}/code")["claim_id"]
    cleo.send(f"/review/claim/{first}", decision="unsure", reason=SECRET)
    assert SECRET not in everywhere(bela, address, first)


def test_a_coder_decides_in_the_round_alone(anna: Person) -> None:
    """The page of a claim leads a coder of an open round to the round."""
    address = opened(anna)
    first = anna.see(f"{address}/code")["claim_id"]
    response = anna.client.get(f"/review/claim/{first}")
    assert (response.status_code, response.headers["location"]) == (303, f"{address}/code?claim={first}")
    assert anna.send(f"/review/claim/{first}", decision="accept").headers["location"].startswith(address)


def test_a_coder_sees_what_she_said_herself(anna: Person) -> None:
    """Her own decision and note stand on the page when she comes back to the claim."""
    address = opened(anna)
    first = anna.see(f"{address}/code")["claim_id"]
    coded(anna, address, "unsure", reason=SECRET)
    page = anna.see(f"{address}/code?claim={first}")
    assert (page["own"], page["reason"]) == ("unsure", SECRET)


def test_words_alone_show_no_reading(anna: Person) -> None:
    """Where coders see the words alone, neither source nor figure of the machine's is marked or filled in."""
    page = anna.see(f"{opened(anna, shows_reading='0')}/code")
    roles = {role for paragraph in page["excerpt"]["paragraphs"] for piece in paragraph for role in piece["roles"]}
    assert roles == {"content"}
    assert (page["rows"], page["form"]["hops"], page["form"]["figures"], page["form"]["kind"]) == ([], [], [], "")


def test_who_does_not_code_gets_no_claim(anna: Person, cleo: Person) -> None:
    """The coders of a round are fixed."""
    address = opened(anna)
    assert cleo.client.get(f"{address}/code").status_code == 400


def test_progress_tells_how_many_and_not_what(anna: Person, cleo: Person) -> None:
    """Everybody may see how far the coders are."""
    address = opened(anna)
    coded(anna, address, "accept", "reject")
    progress = cleo.see(address)["state"]["progress"]
    assert [(one["coder"], one["done"], one["of"]) for one in progress] == [(ANNA, 2, 4), (BELA, 0, 4)]
    assert cleo.see(address)["results"] is None


def test_results_wait_for_all_coders(anna: Person, bela: Person) -> None:
    """When the last coder has decided the last claim, agreement is shown."""
    address = opened(anna)
    coded(anna, address, *["accept"] * 4)
    coded(bela, address, *["accept"] * 3)
    assert anna.client.get(f"{address}/table.csv").status_code == 400
    coded(bela, address, "reject")
    results = anna.see(address)["results"]
    claim = next(one for one in results["fields"] if one["field"] == "claim")
    assert claim["agreement"]["percent"]["value"] == 0.75
    assert claim["confusion"] == {"values": ["no", "yes"], "counts": [[0, 0], [1, 3]]}


def test_a_closed_round_shows_what_there_is(anna: Person, bela: Person) -> None:
    """Who closes a round early sees agreement on what both had coded."""
    address = opened(anna)
    coded(anna, address, "accept", "accept")
    coded(bela, address, "accept")
    assert anna.send(f"{address}/close", reason="enough").status_code == 303
    overall = anna.see(address)["results"]["overall"]
    assert (overall["units"], overall["left_out"], overall["percent"]["value"]) == (1, 3, 1.0)


def test_the_unsure_give_no_value(anna: Person, bela: Person) -> None:
    """A claim on which one is unsure tells nothing of agreement."""
    address = opened(anna)
    coded(anna, address, *["accept"] * 4)
    coded(bela, address, "unsure", *["accept"] * 3)
    assert anna.see(address)["results"]["overall"]["units"] == 3


def finished(anna: Person, bela: Person) -> tuple[str, str]:
    """Return a round that is over, and the claim on which its coders differ."""
    address = opened(anna)
    first = anna.see(f"{address}/code")["claim_id"]
    coded(anna, address, *["accept"] * 4)
    coded(bela, address, "reject", *["accept"] * 3)
    return address, str(first)


def test_a_round_changes_nothing_where_coders_differ(anna: Person, bela: Person) -> None:
    """A claim that one coder rejects counts on until somebody decides between them."""
    _, first = finished(anna, bela)
    assert anna.see(f"/review/claim/{first}")["event_id"]


def test_an_adjudication_takes_effect(anna: Person, bela: Person, cleo: Person) -> None:
    """A third person adopts one coder's decision, and the claim is gone."""
    address, first = finished(anna, bela)
    assert cleo.see(f"{address}/between/{first}")["coders"] == [ANNA, BELA]
    cleo.send(f"{address}/between/{first}", decision="adopt-1", reason="Bela is right")
    page = cleo.see(f"/review/claim/{first}")
    assert [one["who"] for one in page["readings"] if one["counts"]] == [CLEO]
    assert page["event_id"] == ""


def test_an_adjudication_can_be_taken_back(anna: Person, bela: Person, cleo: Person) -> None:
    """Undo brings the claim back, and the coders' decisions stay what they were."""
    address, first = finished(anna, bela)
    cleo.send(f"{address}/between/{first}", decision="adopt-1")
    mine = cleo.see(f"/review/claim/{first}")["mine"]
    assert cleo.send(f"/review/undo/{mine}").status_code == 303
    assert cleo.see(f"/review/claim/{first}")["event_id"]
    assert cleo.see(address)["results"]["overall"]["percent"]["value"] == 0.75


def test_what_was_coded_is_a_measurement(anna: Person, bela: Person) -> None:
    """Nobody takes back what was coded in a round; the log offers it for nothing."""
    address, _ = finished(anna, bela)
    lines = [line for line in anna.see("/review/log")["page"]["lines"] if line["kind"] == "review"]
    assert {line["undoable"] for line in lines} == {False}
    assert anna.send(f"/review/undo/{lines[0]['subject']}").status_code == 400
    assert anna.see(address)["state"]["over"] is True


def test_an_over_round_is_coded_no_more(anna: Person, bela: Person) -> None:
    """Who comes late finds the results, and changes nothing."""
    address, first = finished(anna, bela)
    assert anna.send(f"{address}/code/{first}", decision="reject").status_code == 400


def test_the_table_of_a_round_has_a_row_for_each_field(anna: Person, bela: Person) -> None:
    """Claims times fields, with a column for each coder."""
    address, first = finished(anna, bela)
    rows = list(csv.DictReader(io.StringIO(anna.client.get(f"{address}/table.csv").text)))
    assert len(rows) == 4 * 4
    told = next(row for row in rows if row["claim"] == first and row["field"] == "claim")
    assert (told[ANNA], told[BELA], told["differs"]) == ("yes", "no", "yes")


def test_enter_in_a_field_decides_nothing(anna: Person) -> None:
    """The first button of the form, which Enter presses, records nothing and leaves the page as it is."""
    address = opened(anna)
    first = anna.see(f"{address}/code")["claim_id"]
    assert anna.send(f"{address}/code/{first}", decision="none").status_code == 204
    assert anna.see(address)["state"]["progress"][0]["done"] == 0


def test_words_alone_are_coded_by_the_form(anna: Person, bela: Person) -> None:
    """Two coders who fill in the same origin and another kind agree on the one and differ in the other."""
    address = opened(anna, shows_reading="0", size="1")
    for person, kind in ((anna, "event"), (bela, "tally")):
        claim = person.see(f"{address}/code")["claim_id"]
        fields = {"decision": "correct", "kind": kind, "hop_0_name": "Harbour office"}
        assert person.send(f"{address}/code/{claim}", **fields).status_code == 303
    shares = {one["field"]: one["agreement"]["percent"]["value"] for one in anna.see(address)["results"]["fields"]}
    assert shares == {"claim": 1.0, "origin": 1.0, "kind": 0.0}
