"""Names in prose: articles, unnamed sources, pages of one outlet."""

from __future__ import annotations

from datetime import date

import pytest

from builders import make_document
from reportedly.assessment.names import NOBODY, origin_name, page_names, verb, with_article
from reportedly.model.claim import SourceClass
from reportedly.model.event import Origin


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ministry of Defence of Sudria", "the Ministry of Defence of Sudria"),
        ("Institute for Frontier Studies", "the Institute for Frontier Studies"),
        ("Norland Army", "the Norland Army"),
        ("Lakeland Police", "Lakeland Police"),
        ("Harbour Wire", "Harbour Wire"),
        ("The Morning Ledger", "the Morning Ledger"),
        ("Norland's military intelligence", "Norland's military intelligence"),
        ("senior official", "an unnamed senior official"),
        ("local officials", "unnamed local officials"),
        ("soldiers in the Tarn district", "unnamed soldiers in the Tarn district"),
        ("a senior official", "a senior official"),
        ("reports", "unnamed reports"),
        ("police", "the police"),
        ("delo.si", "delo.si"),
        ("Officials", "unnamed officials"),
        ("US military official", "a US military official"),
        ("Znak.com's source", "Znak.com's source"),
    ],
)
def test_a_name_takes_the_article_that_prose_gives_it(name: str, text: str) -> None:
    """Bodies take ``the``, proper names none, unnamed people are called unnamed."""
    assert with_article(name) == text


def test_a_person_takes_no_article() -> None:
    """A person is named without an article, whatever the name contains."""
    assert with_article("Anna of Greenfield", SourceClass.PERSON) == "Anna of Greenfield"


@pytest.mark.parametrize(
    ("names", "said"),
    [(["Norland"], "says"), (["A", "B"], "say"), (["unnamed officials"], "say"), (["the police"], "say")],
)
def test_a_verb_goes_with_its_names(names: list[str], said: str) -> None:
    """Several people take the plural, also under one name."""
    assert verb(names, "says", "say") == said


def test_an_origin_that_is_not_recorded_has_words_of_its_own() -> None:
    """Nobody is made up where no page names an origin."""
    assert origin_name(Origin("", recorded=False)) == NOBODY


def test_pages_of_one_outlet_are_told_apart_by_their_day() -> None:
    """Two pages of one outlet carry their days."""
    pages = [make_document(str(day), "Harbour Wire", date(2024, 12, day), "text") for day in (14, 15)]
    assert sorted(page_names(pages).values()) == [
        "Harbour Wire of 14 December 2024",
        "Harbour Wire of 15 December 2024",
    ]


def test_pages_of_one_outlet_and_day_are_numbered() -> None:
    """Two pages of one outlet on one day carry a running number too."""
    pages = [make_document(key, "Harbour Wire", date(2024, 12, 14), key) for key in ("b", "a")]
    names = page_names(pages)
    assert names[pages[1].id] == "Harbour Wire of 14 December 2024 (1)"


def test_a_page_without_outlet_goes_by_its_title() -> None:
    """The title stands in for an outlet that is not known."""
    page = make_document("k", None, None, "text", title="Fire in the mill")
    assert page_names([page]) == {page.id: "“Fire in the mill”"}


def test_an_outlet_in_small_letters_is_not_unnamed() -> None:
    """A page's outlet is its name, whatever its letters."""
    page = make_document("one", "dayfr", date(2024, 12, 14), "text")
    assert page_names([page]) == {page.id: "dayfr"}
