"""The page of one event as a program asks for it, over the bundled example."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from reportedly.model.entry import EntryKind
from reportedly.pipeline.judging import Wish, judge
from reportedly.pipeline.run import assess_paths
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from reportedly.pipeline.workbench.bench import Bench
from reportedly.web.app import create_app

EXAMPLE = Path(__file__).parents[3] / "examples" / "kursk-2024-12"


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the bundled example; read only."""
    made = tmp_path_factory.mktemp("event") / "example.db"
    assess_paths([EXAMPLE], prepare(Settings()), made)
    return made


@pytest.fixture(scope="module")
def event_id(ledger: Path) -> str:
    """The event of the example that most claims tell of."""
    with Bench.open(ledger, prepare(Settings())) as bench:
        events = bench.events(bench.book.subjects(EntryKind.EVENT))
    return max(events, key=lambda one: (len(one.claim_ids), one.id)).id


@pytest.fixture(scope="module")
def client(ledger: Path) -> Iterator[TestClient]:
    """A program that asks the workbench."""
    with TestClient(create_app(ledger, prepare(Settings())), base_url="http://127.0.0.1") as made:
        yield made


@pytest.fixture(scope="module")
def told(client: TestClient, event_id: str) -> dict[str, Any]:
    """The event's page as JSON."""
    found: dict[str, Any] = client.get(f"/event/{event_id}.json").json()
    return found


def test_every_sentence_leads_to_its_claims(told: dict[str, Any]) -> None:
    """A sentence has at least one claim, with the address at which the reader shows it."""
    sentences = [*told["key"], *(one for part in told["parts"] for one in part["sentences"])]
    ends = [f"?claim={ref['claim_id']}#{ref['claim_id']}" for one in sentences for ref in one["refs"]]
    addresses = [ref["address"] for one in sentences for ref in one["refs"]]
    assert all(one["refs"] for one in sentences)
    assert all(address.endswith(end) for address, end in zip(addresses, ends, strict=True))


def test_letter_and_digit_stand_apart(told: dict[str, Any]) -> None:
    """The grade is two values with words of their own, and has its grounds."""
    graded = told["graded"]
    assert (graded["letter"], graded["digit"]) == ("D", 3)
    assert graded["letter_means"] == "not usually reliable"
    assert graded["grounds"]


def test_pages_are_not_counted_as_origins(told: dict[str, Any]) -> None:
    """Sixteen pages that relay one agency are one origin."""
    assert (told["pages"], told["independent"]) == (16, 1)


def test_what_does_not_count_is_told_once_for_all_with_one_reason(told: dict[str, Any]) -> None:
    """Pages that relay the same origin are one line, those that name nobody another."""
    assert len(told["collapses"]) == 2
    assert len(told["collapses"][0]["what"]) > 5


def test_every_claim_can_be_checked(told: dict[str, Any]) -> None:
    """Each row of the claims leads to its review."""
    assert [row["review"] for row in told["claims"]] == [
        f"/review/claim/{row['ref']['claim_id']}" for row in told["claims"]
    ]


def test_a_day_leaves_out_what_came_later(client: TestClient, event_id: str, told: dict[str, Any]) -> None:
    """On an early day there are fewer pages, and the notice says so."""
    then = client.get(f"/event/{event_id}.json?as_of=2024-12-15").json()
    assert then["pages"] < told["pages"]
    assert then["known"]["notice"].startswith("As known on 15 Dec 2024: 10 pages of 16.")


def test_the_last_day_is_today(client: TestClient, event_id: str, told: dict[str, Any]) -> None:
    """As known on the day of the last page, nothing differs and nothing has changed since."""
    day = told["known"]["days"][-1]["day"]
    then = client.get(f"/event/{event_id}.json?as_of={day}").json()
    assert [one["text"] for one in then["key"]] == [one["text"] for one in told["key"]]
    assert then["known"]["since"] == []


def test_what_changed_since_is_told(client: TestClient, event_id: str) -> None:
    """Between a day and now six pages came that add no origin."""
    since = client.get(f"/event/{event_id}.json?as_of=2024-12-15").json()["known"]["since"]
    assert any(one["text"].startswith("Six more pages carry the claim") for one in since)


def test_an_event_that_was_not_known_yet_says_since_when(client: TestClient, event_id: str) -> None:
    """Before its first page an event has no findings, and its first day."""
    then = client.get(f"/event/{event_id}.json?as_of=2020-01-01").json()
    assert (then["key"], then["known"]["there"], then["known"]["first"]) == ([], False, "2024-12-14")


def test_every_tie_of_the_lineage_is_a_row(told: dict[str, Any]) -> None:
    """The table has a row for each way that is drawn."""
    graph = told["graph"]
    assert len(graph["rows"]) == len(graph["ties"]) > 15


def test_no_lineage_is_a_circle(told: dict[str, Any]) -> None:
    """Walking up from any node ends at an origin."""
    above: dict[str, list[str]] = {}
    for tie in told["graph"]["ties"]:
        above.setdefault(tie["child"], []).append(tie["parent"])
    for start in above:
        walked, at = set(), start
        while at in above:
            assert at not in walked
            walked.add(at)
            at = above[at][0]
        assert at.startswith("origin-") or at == "nobody"


def test_each_claim_has_its_clocks(told: dict[str, Any]) -> None:
    """Every claim was recorded on some day, and those without another day are counted."""
    marks = told["clocks"]["marks"]
    unknown = dict(told["clocks"]["unknown"])
    for clock in ("happened", "said", "published", "recorded"):
        known = sum(len(one["refs"]) for one in marks if one["clock"] == clock)
        assert known + unknown.get(clock, 0) == len(told["claims"])


def test_an_old_id_leads_to_where_its_claims_are(ledger: Path, event_id: str, tmp_path: Path) -> None:
    """After people took a claim out of an event, the event's old id names its successors."""
    tools = prepare(Settings())
    own = Path(shutil.copy(ledger, tmp_path / "own.db"))
    with Bench.open(own, tools) as bench:
        claims = bench.events([event_id])[0].claim_ids
    wish = Wish(same=False, about_event=True, author="A. Analyst", reason="another matter")
    judge(own, (claims[0], claims[1]), wish, tools)
    with TestClient(create_app(own, tools), base_url="http://127.0.0.1") as client:
        found = client.get(f"/event/{event_id}.json")
        shown = client.get(f"/event/{event_id}")
    moved = found.json()["moved_to"]
    assert (found.status_code, shown.status_code) == (200, 200)
    assert moved
    assert f'href="/event/{moved[0]}"' in shown.text


def test_the_course_has_a_row_a_day_on_which_anything_changed(client: TestClient, event_id: str) -> None:
    """Pages become more from day to day, and each row leads to the event as known on its day."""
    rows = client.get(f"/event/{event_id}/course.json").json()["rows"]
    assert [row["pages"] for row in rows] == sorted(row["pages"] for row in rows)
    assert rows[-1]["address"] == f"/event/{event_id}?as_of={rows[-1]['day']}"


def test_a_claim_is_no_event(client: TestClient, told: dict[str, Any]) -> None:
    """The id of a claim names no event."""
    assert client.get(f"/event/{told['claims'][0]['ref']['claim_id']}").status_code == 404


def test_nobody_knows_an_event_that_is_not_there(client: TestClient) -> None:
    """An unknown id is answered with 404."""
    assert client.get("/event/evt-000000000000000000000000").status_code == 404
