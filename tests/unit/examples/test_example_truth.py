"""The truth file of the bundled example fits the reports that it describes."""

from __future__ import annotations

import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from reportedly.model.claim import Measure
from reportedly.model.event import EventKind
from reportedly.model.evidence import DriftType

EXAMPLE = Path(__file__).parents[3] / "examples" / "kursk-2024-12"
TRUTH = json.loads(EXAMPLE.with_name("kursk-2024-12.expected.json").read_text(encoding="utf-8"))
CLAIMS = [(entry["id"], claim) for entry in TRUTH["documents"] for claim in entry["claims"]]
BY_ID = {entry["id"]: entry for entry in TRUTH["documents"]}
TESTIMONIES = {testimony["id"]: testimony for testimony in TRUTH["testimonies"]}
EVENTS = {event["id"]: event for event in TRUTH["events"]}


class _Words(HTMLParser):
    """Collect the words between tags, scripts and styles left out."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # the base class's signature
        """Note that what follows is not shown."""
        self.hidden = tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  # the base class's signature
        """Note that what follows is shown again."""
        self.hidden = False

    def handle_data(self, data: str) -> None:
        """Keep shown words."""
        if not self.hidden:
            self.parts.append(data)


def _text(entry: dict[str, Any]) -> str:
    raw = Path(EXAMPLE, entry["file"]).read_text(encoding="utf-8")
    if entry["format"] == "jsonl":
        return str(next(r["text"] for r in map(json.loads, raw.splitlines()) if r["id"] == entry["id"]))
    if entry["format"] == "html":
        words = _Words()
        words.feed(raw)
        return "".join(words.parts)
    return raw.split("\n\n", 1)[1]


TEXTS = {entry["id"]: _text(entry) for entry in TRUTH["documents"]}


def _carriers(testimony: str) -> list[str]:
    return [name for name, claim in CLAIMS if claim["testimony"] == testimony]


@pytest.mark.parametrize(("name", "claim"), CLAIMS)
def test_quote_stands_once_in_its_document(name: str, claim: dict[str, Any]) -> None:
    """Every quote of the truth file stands exactly once in the text it belongs to."""
    assert TEXTS[name].count(claim["quote"]) == 1


@pytest.mark.parametrize(("name", "claim"), CLAIMS)
def test_every_link_is_named_in_the_document(name: str, claim: dict[str, Any]) -> None:
    """Each link of a chain goes by a name that the document itself uses."""
    assert [link for link in claim["chain"] if link not in TEXTS[name]] == []


def test_every_file_is_described() -> None:
    """The truth file describes every report of the folder and no other."""
    assert sorted(path.name for path in EXAMPLE.iterdir()) == sorted({entry["file"] for entry in TRUTH["documents"]})


def test_words_are_those_of_the_model() -> None:
    """Drift types, measures and event kinds are words that the model knows."""
    drifts = {drift for _, claim in CLAIMS for drift in claim["drift"]}
    measures = {claim["quantity"]["measure"] for _, claim in CLAIMS if "quantity" in claim}
    assert drifts <= set(DriftType)
    assert measures <= set(Measure)
    assert {event["kind"] for event in EVENTS.values()} <= set(EventKind)


def test_testimonies_and_events_exist() -> None:
    """No claim points to an unknown testimony, and no testimony to an unknown event."""
    assert {claim["testimony"] for _, claim in CLAIMS} == set(TESTIMONIES)
    assert {testimony["event"] for testimony in TESTIMONIES.values()} == set(EVENTS)


def test_parents_are_not_younger() -> None:
    """Whatever a claim was taken from was published on the same day or before."""
    for name, claim in CLAIMS:
        if claim["parent"]:
            assert BY_ID[claim["parent"]]["published"] <= BY_ID[name]["published"]


def test_parents_carry_the_testimony() -> None:
    """Whatever a claim was taken from relays the same saying."""
    for _, claim in CLAIMS:
        assert claim["parent"] is None or claim["parent"] in _carriers(claim["testimony"])


def test_two_hundred_stands_on_many_pages() -> None:
    """At least eight pages carry the agency's 200, as the example promises."""
    assert len(set(_carriers("gur-200"))) == len(EVENTS["combined-losses"]["pages"]) == 16


def test_two_hundred_has_one_origin_of_one_side() -> None:
    """The 200 has one independent origin, and it belongs to one party of the war."""
    event = EVENTS["combined-losses"]
    assert (event["independent_origins"], event["sides"], event["one_side"]) == (1, ["Ukraine"], True)


def test_origins_agree_with_testimonies() -> None:
    """The origins that an event counts are origins of its testimonies."""
    for event in EVENTS.values():
        known = {t["origin"] for t in TESTIMONIES.values() if t["event"] == event["id"]}
        assert set(event["origins"]) <= known
        assert len(event["origins"]) == event["independent_origins"]


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_reports_are_short(name: str) -> None:
    """Every report has between 120 and 260 words; pages may add navigation."""
    assert 120 <= len(TEXTS[name].split()) <= 260 + 60


def test_dateline_agrees_with_the_calendar() -> None:
    """The page without a publication line has a dateline whose weekday fits its date."""
    assert TEXTS["11-korvane-today.txt"].startswith("KYIV, Monday, 16 December 2024")
    assert f"{date.fromisoformat(BY_ID['11-korvane-today.txt']['published']):%A}" == "Monday"


def test_no_words_are_put_into_real_mouths() -> None:
    """Quotation marks stand around an invented person's words and one term only."""
    quoted = {name: re.findall(r"[\"“][^\"”]+[\"”]", text) for name, text in TEXTS.items() if "18-" not in name}
    assert {name: found for name, found in quoted.items() if found} == {
        "08-pellworth-observer.txt": ['"Friendly fire"']
    }
