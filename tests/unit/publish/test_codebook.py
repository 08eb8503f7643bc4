"""Claims in the codebook's form."""

from __future__ import annotations

import json

import story
from reportedly.publish.codebook import claim_record, document_record, render_jsonl
from story_pages import losses, others, pages


def test_a_record_has_the_fields_of_the_codebook() -> None:
    """The names of the gold files' fields are used, and beside them those of causes and forecasts."""
    record = claim_record(losses()[0])
    gold = "id span quote chain kind polarity certainty when where quantities basis relation".split()
    assert list(record) == [*gold, "causes", "forecast"]


def test_the_span_gives_the_quote_back() -> None:
    """The span counts code points of the document's text, end exclusive."""
    record = claim_record(losses()[2])
    start, end = record["span"]
    assert pages()["harbour-wire-1"].text[start:end] == record["quote"]


def test_a_chain_link_carries_the_words_of_source_and_cue() -> None:
    """Each link has the span of its name and of its cue beside the gold form's name and day."""
    link = claim_record(losses()[2])["chain"][0]
    text = pages()["harbour-wire-1"].text
    assert (text[slice(*link["span"])], text[slice(*link["cue"])]) == ("The Institute for Frontier Studies", "writes")


def test_days_are_pairs_of_iso_days() -> None:
    """When is first and last day; said likewise."""
    record = claim_record(losses()[5])
    assert (record["when"], record["chain"][0]["said"]) == (["2024-12-14"] * 2, ["2024-12-14"] * 2)


def test_a_quantity_has_bounds_and_day() -> None:
    """A lower bound leaves the upper one open."""
    quantity = claim_record(others()[2])["quantities"][0]
    assert quantity == {
        "measure": "killed",
        "of": "Ostian soldiers",
        "low": 24,
        "high": None,
        "qualifier": "at least",
        "scope": None,
        "as_of": None,
    }


def test_a_hedge_is_an_interval_with_its_words() -> None:
    """Certainty is null where the content is flat."""
    assert claim_record(others()[1])["certainty"] == {"low": 0.55, "high": 0.8, "words": ["probably"]}
    assert claim_record(others()[0])["certainty"] is None


def test_a_document_is_named_by_the_users_key() -> None:
    """The document goes by the key of the user's file, its claims by their place in the text."""
    record = document_record(pages()["harbour-wire-1"], reversed(story.claims()))
    spans = [claim["span"] for claim in record["claims"]]
    assert (record["document"], spans == sorted(spans), len(spans)) == ({"id": "harbour-wire-1"}, True, 3)


def test_one_line_a_document() -> None:
    """Documents without a claim have a line too."""
    lines = [json.loads(line) for line in render_jsonl(story.dossier()).splitlines()]
    assert [line["document"]["id"] for line in lines] == list(pages())
