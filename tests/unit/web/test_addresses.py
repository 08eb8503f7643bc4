"""Addresses with some of what they ask for changed."""

from __future__ import annotations

import pytest
from fastapi import Request

from reportedly.web.addresses import address_with, as_known, part_of, without


def asked(query: str) -> Request:
    """Return a request of the dossier with a query."""
    return Request({"type": "http", "method": "GET", "path": "/", "query_string": query.encode(), "headers": []})


def test_a_value_is_set_and_the_rest_is_kept() -> None:
    """Other choices stay."""
    assert address_with(asked("side=Ostia&sort=newest"), sort="origins") == "/?side=Ostia&sort=origins"


def test_another_choice_leads_to_the_first_page() -> None:
    """The page of one list means nothing in another."""
    assert address_with(asked("page=4&side=Ostia"), side="Sudria") == "/?side=Sudria"


def test_the_next_page_keeps_all_choices() -> None:
    """Paging changes the page alone."""
    assert address_with(asked("page=4&side=Ostia"), page=5) == "/?side=Ostia&page=5"


def test_the_first_page_has_no_number() -> None:
    """One list has one address."""
    assert address_with(asked("page=2"), page=1) == "/"


def test_empty_values_are_left_out() -> None:
    """An address that is shared says only what was chosen."""
    assert address_with(asked("side=&text=&sort=newest"), kind="") == "/?sort=newest"


def test_values_are_encoded() -> None:
    """No value breaks out of its address."""
    assert address_with(asked(""), side='a&b="<') == "/?side=a%26b%3D%22%3C"


def test_one_of_several_values_can_be_taken_away() -> None:
    """The others of the same name stay."""
    assert without(asked("tag=a&tag=b&page=2"), "tag", "a") == "/?tag=b"


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("/", "/"),
        ("/event/evt-1", "/"),
        ("/document/doc-1", "/documents"),
        ("/review/next", "/review"),
        ("/add", "/add"),
    ],
)
def test_a_page_belongs_to_a_part(path: str, part: str) -> None:
    """Pages of events are in the dossier, those of documents among the documents."""
    assert part_of(path) == part


def test_a_day_in_force_is_told_with_the_way_back() -> None:
    """The notice leads to the same page as it is known now."""
    known = as_known(asked("as_of=2024-12-20&side=Ostia"))
    assert known is not None
    assert (known.day, known.without) == ("20 Dec 2024", "/?side=Ostia")


@pytest.mark.parametrize("query", ["", "as_of=", "as_of=soon"])
def test_without_a_day_nothing_is_in_force(query: str) -> None:
    """No notice stands where no day holds."""
    assert as_known(asked(query)) is None
