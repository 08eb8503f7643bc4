"""Which documents make one story."""

from __future__ import annotations

from datetime import date

import pytest

from builders import make_document, span_in
from reportedly.events import stories
from reportedly.events.nodes import families
from reportedly.events.profiles import Tie, profile_of, tie
from reportedly.events.rarity import of_news
from reportedly.events.stories import divide, stories_of
from reportedly.events.verdicts import Verdicts
from reportedly.model.claim import Claim, Kind, Link, Measure, Quantity
from reportedly.model.document import Document
from reportedly.model.event import Judgement, Same, Verdict
from reportedly.model.span import Span

FERRY = "The ferry Corrin Belle sank off Skarn Point. Trawlermen from Aldskerry pulled survivors out of the water."
FERRY_TOLD_AGAIN = (
    "Survivors of the ferry Corrin Belle reached Aldskerry, where nurses from Brindle waited with blankets, soup and a "
    "priest; the owner, Ilse Varmond, spoke of a faulty door."
)
BAKERY = "A bakery in Belmaruk burned down while people queued for bread on Kiln Street."
SPRING, NEXT_DAY, NEXT_YEAR = date(2031, 3, 1), date(2031, 3, 2), date(2032, 3, 1)


def page(key: str, text: str, day: date | None = SPRING, outlet: str = "Morning Leaf") -> Document:
    """Return a document."""
    return make_document(key, outlet, day, text)


def keys(documents: list[Document], claims: list[Claim] | None = None, people: tuple[Judgement, ...] = ()) -> list[str]:
    """Return the keys of the documents of each story."""
    found = stories_of(documents, claims or [], Verdicts(people))
    return sorted("".join(sorted(document.key for document in story)) for story in found)


def claim_of(document: Document, quote: str, source: str, number: int) -> Claim:
    """Return a claim with a source and a number of dead."""
    span = span_in(document, quote)
    figure = Quantity(Measure.KILLED, "people", number, number, span=Span(span.start, span.start + 2))
    key = Claim.identify(document.id, span)
    return Claim(key, document.id, span, quote, (Link(source, rule="given"),), Kind.EVENT, quantities=(figure,))


def test_reports_of_one_matter_are_one_story() -> None:
    """Shared rare words tie, other words do not matter."""
    assert keys([page("a", FERRY), page("b", FERRY_TOLD_AGAIN), page("c", BAKERY)]) == ["ab", "c"]


def test_another_year_is_another_story() -> None:
    """Beyond a season likeness of words is not enough."""
    assert keys([page("a", FERRY), page("b", FERRY_TOLD_AGAIN, NEXT_YEAR)]) == ["a", "b"]


def test_a_reprint_belongs_to_its_text_whenever_it_appears() -> None:
    """Equal text is one story, years apart too."""
    assert keys([page("a", FERRY), page("b", FERRY, NEXT_YEAR, "Second Copy")]) == ["ab"]


OWN = (
    "We found 47 bodies near the harbour. Notebooks, pharmacy keys and stretchers stayed behind when gas drove our "
    "nurses out of the library."
)
QUOTED = (
    "{} said 47 people died at the harbour when riflemen cleared Lysgate. Masked youths had thrown stones at horses "
    "and trams, a mayor told listeners over breakfast."
)


@pytest.mark.parametrize(("source", "found"), [("Quay Doctors", ["ab"]), ("Hill Guards", ["a", "b"])])
def test_an_origins_own_words_join_those_who_quote_its_figure(source: str, found: list[str]) -> None:
    """A report that names the outlet as origin of the same telling figure is tied; a figure alone ties nothing."""
    own, late = page("a", OWN, outlet="Quay Doctors"), page("b", QUOTED.format(source), NEXT_DAY)
    claims = [claim_of(own, "47 bodies", "Quay Doctors", 47), claim_of(late, "47 people died", source, 47)]
    assert keys([own, late], claims) == found


def test_a_person_can_tie_two_stories() -> None:
    """A judgement that binds claims of two documents makes them one story."""
    left, right = page("a", f"{FERRY} 12 died."), page("b", f"{BAKERY} 12 died.")
    claims = [claim_of(left, "12 died", "X Guild", 12), claim_of(right, "12 died", "Y Guild", 12)]
    pair = sorted(claim.id for claim in claims)
    judged = Judgement("jdg-1", Same.EVENT, pair[0], pair[1], Verdict.SAME, "ada", 1.0)
    assert keys([left, right], claims, (judged,)) == ["ab"]


def test_a_tie_gives_its_reasons() -> None:
    """The score of two texts comes with the grounds that it is the sum of."""
    left, right = (profile_of(families([one])[one.id]) for one in (page("a", FERRY), page("b", FERRY_TOLD_AGAIN)))
    found = tie(left, right)
    assert found is not None
    assert [reason.code for reason in found.reasons] == ["story"]
    assert found.score == pytest.approx(sum(reason.weight or 0 for reason in found.reasons), abs=0.001)


def test_the_weakest_ties_give_way_in_a_large_story(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where all would be too much for one story the strongest ties hold."""
    monkeypatch.setattr(stories, "MOST", 2)
    assert divide("abc", [Tie("a", "b", 0.5), Tie("b", "c", 0.6)]) == [("a",), ("b", "c")]


def test_two_large_parts_need_a_strong_tie() -> None:
    """A tie that would add one report to a story does not join two stories."""
    pairs = [("a", "b"), ("b", "c"), ("c", "d"), ("e", "f"), ("f", "g"), ("g", "h")]
    strong = [Tie(left, right, 0.9) for left, right in pairs]
    assert len(divide("abcdefgh", [*strong, Tie("d", "e", 0.2)])) == 2
    assert len(divide("abcdefgh", [*strong, Tie("d", "e", 0.4)])) == 1


def test_common_words_of_news_are_common() -> None:
    """The packaged table knows words of news from names."""
    assert of_news().of("=kill") < of_news().of("ministr") < of_news().of("skarn")
