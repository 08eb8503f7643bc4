"""Labels of incidents after Airwars, rule by rule; all is invented."""

from __future__ import annotations

from datetime import date

import pytest

from builders import ClaimFields, make_claim, make_document, make_link, make_quantity
from reportedly.evidence.responsibility import doers
from reportedly.model.claim import Kind, Measure
from reportedly.model.evidence import IncidentLabel
from unit.events.tellings import Told
from unit.evidence.graded import DENIED, REGISTRY, graded, told

COASTGUARD = told("a", "26", "Velt Coastguard")
MISSION = told("b", "26", "Velt Rescue Mission", outlet="Second Leaf")


def owned(rest: str, cue: str = "said", body: str = "Tarn Army", of: str = "people") -> Told:
    """Let a body tell of 26 killed, with its own part in it in the rest of the sentence."""
    quote = f"26 {of} were killed at the Aumer weir on Monday{rest}"
    text = f"The {body} {cue} that {quote}. This is report d of Third Leaf."
    document = make_document("d", "Third Leaf", date(2031, 5, 13), text)
    quantity = make_quantity(document, "26", Measure.KILLED, of, 26, 26)
    link = make_link(document, body, body, cue)
    return document, make_claim(document, quote, (link,), ClaimFields(quantities=(quantity,)))


def test_one_origin_is_weak() -> None:
    """However many pages carry it."""
    copies = [told(f"c{n}", "26", "Velt Coastguard", outlet=f"Leaf {n}") for n in range(4)]
    assert graded(COASTGUARD, *copies).label is IncidentLabel.WEAK


def test_two_surely_independent_credible_origins_are_fair() -> None:
    """Of no one party."""
    assert graded(COASTGUARD, MISSION).label is IncidentLabel.FAIR


def test_figures_that_differ_still_attest_one_incident() -> None:
    """Two who differ on how many died agree that people did."""
    assert graded(COASTGUARD, told("b", "40", "Velt Rescue Mission", outlet="L")).label is IncidentLabel.FAIR


def test_two_of_one_party_are_weak() -> None:
    """One party's word is one word."""
    grade = graded(told("a", "26", "Tarn Army"), told("b", "26", "Tarn Ministry", outlet="Second Leaf"))
    assert (grade.label, grade.reasons[-1].code) == (IncidentLabel.WEAK, "one-side")


def test_a_pair_that_may_be_one_is_weak() -> None:
    """The label asks for the same surety as digit 1."""
    sure = {"Velt Coastguard": 1.0, "Velt Rescue Mission": 0.7}
    assert graded(COASTGUARD, MISSION, sure=sure).label is IncidentLabel.WEAK


def test_a_denial_makes_it_contested() -> None:
    """Even against two who agree."""
    denied = told("c", "26", "Tarn Army", outlet="Third Leaf", fields=DENIED)
    assert graded(COASTGUARD, MISSION, denied).label is IncidentLabel.CONTESTED


def test_origins_that_blame_different_parties_contest_it() -> None:
    """Each names another side as the one that did it."""
    first = told("a", "26", "Velt Coastguard", rest=" by Tarn rockets")
    second = told("b", "26", "Velt Rescue Mission", rest=" by Sudrian rockets", outlet="Second Leaf")
    grade = graded(first, second)
    assert (grade.label, grade.reasons[-1].code) == (IncidentLabel.CONTESTED, "blame-differs")


ACCEPTED = (", and it accepted responsibility", "said")


@pytest.mark.parametrize(("rest", "cue"), [ACCEPTED, (" by its rockets", "admitted"), (" by Tarn rockets", "admitted")])
def test_what_the_doer_accepts_and_another_tells_is_confirmed(rest: str, cue: str) -> None:
    """By name of responsibility, or by an admission of a deed of its own."""
    assert graded(COASTGUARD, owned(rest, cue)).label is IncidentLabel.CONFIRMED


@pytest.mark.parametrize(
    ("rest", "cue"),
    [
        (", and that nobody had accepted responsibility", "said"),
        (", and that the miners accepted responsibility", "said"),
        (", and that it did not accept responsibility", "said"),
        (" by its rockets", "said"),
        ("", "admitted"),
    ],
)
def test_what_is_no_plain_acceptance_confirms_nothing(rest: str, cue: str) -> None:
    """A refusal, a bare telling, or an admission of no deed."""
    assert graded(COASTGUARD, owned(rest, cue)).label is not IncidentLabel.CONFIRMED


def test_a_boast_is_no_acceptance() -> None:
    """What an army says it did to its enemy's soldiers is no word against its interest."""
    other = told("a", "26", "Velt Coastguard", of="Sudrian soldiers")
    boast = owned(" by its rockets", "acknowledged", of="Sudrian soldiers")
    assert graded(other, boast).label is not IncidentLabel.CONFIRMED


def test_an_acceptance_that_nobody_else_tells_of_is_weak() -> None:
    """Groups claim what they did not do."""
    assert graded(owned(", and that it accepted responsibility")).label is IncidentLabel.WEAK


def test_an_acceptance_against_the_blame_of_another_is_not_confirmed() -> None:
    """The other origin holds another side responsible."""
    blamed = told("a", "26", "Velt Coastguard", rest=" by Sudrian rockets")
    assert graded(blamed, owned(", and that it accepted responsibility")).label is not IncidentLabel.CONFIRMED


def test_what_independent_origins_deny_is_discounted() -> None:
    """Two who agree that it was not so."""
    first = told("b", "26", "Velt Rescue Mission", outlet="Second Leaf", fields=DENIED)
    second = told("c", "26", "Lakeland Observers", outlet="Third Leaf", fields=DENIED)
    assert graded(COASTGUARD, first, second).label is IncidentLabel.DISCOUNTED


@pytest.mark.parametrize("kind", [Kind.FORECAST, Kind.JUDGEMENT, Kind.STATEMENT])
def test_views_plans_and_forecasts_have_no_label(kind: Kind) -> None:
    """They are no incidents."""
    assert graded(told("a", "26", "Velt Coastguard", fields=ClaimFields(kind=kind))).label is None


@pytest.mark.parametrize(
    ("words", "sides"),
    [
        ("nine men were killed by Tarn drones", {"Tarn"}),
        ("a Sudrian missile struck the market", {"Sudria"}),
        ("Tarn troops shot three villagers", {"Tarn"}),
        ("three Tarn soldiers were killed", set()),
        ("Tarn soldiers killed in the fighting were buried", set()),
        ("nobody was hurt by Tarn drones", set()),
        ("a market in Tarn was hit", set()),
        ("ten people were killed in Tarn during an attack", set()),
    ],
)
def test_only_plain_words_name_a_doer(words: str, sides: set[str]) -> None:
    """An agent, or a subject with its weapon or forces; not whoever was hurt."""
    assert doers(REGISTRY, words) == sides
