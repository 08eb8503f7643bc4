"""Ways from pages to origins."""

from __future__ import annotations

import story
from reportedly.publish.labels import NOBODY, page_labels
from reportedly.publish.routes import Row, Ways, ways_of
from story_pages import AGENCY_NAME


def ways() -> Ways:
    """Return the ways of the story's main event."""
    event, _, evidence = story.loss_event()
    return ways_of(story.dossier(), event, evidence, page_labels(story.documents()))


def row(page: str) -> Row:
    """Return the first way of a page."""
    return next(one for one in ways().rows if one.page == page)


def test_a_relay_stands_between_page_and_origin() -> None:
    """Who passed it on is named."""
    assert row("Harbour Wire").relays == ("Institute for Frontier Studies",)


def test_the_origins_own_page_is_no_relay() -> None:
    """A page that took it from the origin's own page has it from the origin."""
    assert row("Institute for Frontier Studies").relays == ()


def test_changes_stand_at_their_page() -> None:
    """A page carries what it changed."""
    assert [change.kind for change in row("City Gazette").changes] == ["measure", "whose"]


def test_a_page_that_names_nobody_leads_to_nobody() -> None:
    """A page that does not say whose word it is leads to an origin that confirms nothing."""
    origin = ways().origins[row("Daily Brief").origin]
    assert (origin.name, origin.counts) == (NOBODY, False)


def test_a_page_with_two_origins_has_two_ways() -> None:
    """The denial on a page is a way of its own."""
    origins = {ways().origins[one.origin].name for one in ways().rows if one.page == "The Morning Ledger"}
    assert origins == {AGENCY_NAME, "Ministry of Defence of Sudria"}


def test_every_claim_has_its_way() -> None:
    """No claim of the event is left out of the picture."""
    event = story.loss_event()[0]
    assert {claim for one in ways().rows for claim in one.claim_ids} == set(event.claim_ids)


def test_an_origin_counts_pages_and_not_claims() -> None:
    """A page with several claims is one page, and no origin has fewer than none."""
    for place, origin in enumerate(ways().origins):
        pages = {(one.page, one.day) for one in ways().rows if one.origin == place}
        assert 0 <= origin.pages <= len(pages)
