"""Changes on the way, each in a small case; all is invented."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from builders import ClaimFields, make_claim, make_document, make_link, make_quantity
from reportedly.events.grouping import group
from reportedly.evidence.weigh import weigh
from reportedly.model.actors import Actor, ActorRegistry
from reportedly.model.claim import Claim, Measure, Polarity, Scope, SourceClass
from reportedly.model.days import Days
from reportedly.model.document import Document
from reportedly.model.evidence import Drift, Evidence

SERVICE = "Norland Intelligence Bureau"
REGISTRY = ActorRegistry(
    (
        Actor("no-nib", SERVICE, ("NIB", "Norland's intelligence service"), SourceClass.AGENCY, "Norland"),
        Actor("so-nbi", "NBI", (), SourceClass.AGENCY, "Sorland"),
    ),
    {"Norland": ("norland", "norlander"), "Sorland": ("sorland", "sorlander"), "Tarn": ("tarn", "tarnish")},
)
Told = tuple[Document, Claim]


def loss(
    key: str,
    quote: str,
    of: str,
    chain: str | None = None,
    measure: Measure = Measure.CASUALTIES,
    words: str = "about 340",
    total: bool = True,
    when: Days | None = None,
    lead: str = "",
) -> Told:
    """Tell a loss of 340: in the service's own notice of 12 May, or by an outlet two days later with a chain."""
    said = f", {chain} said" if chain else ""
    outlet, day = ("Morning Leaf", date(2031, 5, 14)) if chain else (SERVICE, date(2031, 5, 12))
    document = make_document(key, outlet, day, f"{lead}{quote}{said}. This is report {key}.")
    quantity = make_quantity(document, words, measure, of, 340, 340, "about" if "bout" in words else None)
    if total:
        quantity = replace(quantity, scope=Scope.CUMULATIVE, as_of=date(2031, 5, 12))
    links = (make_link(document, chain),) if chain else ()
    return document, make_claim(document, quote, links, ClaimFields(quantities=(quantity,), when=when))


NOTICE = loss(
    "n",
    "Tarnish and Sorlander units in the Aumer valley have lost about 340 soldiers",
    "Tarnish and Sorlander units",
)


def weighed(*told: Told) -> Evidence:
    """Weigh reports that make one event."""
    documents, claims = [one[0] for one in told], [one[1] for one in told]
    (evidence,) = weigh(group(claims, documents, REGISTRY), claims, documents, REGISTRY)
    return evidence


def changes(*told: Told) -> list[tuple[str, str, str]]:
    """Return type, before and after of each change."""
    return [(str(d.type), d.before, d.after) for d in weighed(*told).drifts]


def relay(
    quote: str,
    of: str,
    measure: Measure = Measure.CASUALTIES,
    words: str = "about 340",
    total: bool = True,
    when: Days | None = None,
    chain: str = SERVICE,
    lead: str = "",
) -> Told:
    """Let an outlet relay the notice two days later."""
    return loss("r", quote, of, chain, measure, words, total, when, lead)


def test_another_measure_of_one_figure_is_one_saying() -> None:
    """Killed for killed and wounded: one event, one origin, one change."""
    dead = relay(
        "about 340 Tarnish and Sorlander soldiers were killed in the Aumer valley",
        "Tarnish and Sorlander soldiers",
        Measure.KILLED,
    )
    evidence = weighed(NOTICE, dead)
    assert (evidence.origins.independent, [str(d.type) for d in evidence.drifts]) == (1, ["measure"])


def test_lost_is_no_other_measure_than_killed_and_wounded() -> None:
    """The wider word changes nothing."""
    assert (
        changes(
            NOTICE,
            relay("Tarnish and Sorlander units in the Aumer valley lost about 340 soldiers", "soldiers", Measure.LOST),
        )
        == []
    )


def test_a_party_that_is_dropped_is_a_change_of_side() -> None:
    """The losses of two parties became those of one."""
    quote = "about 340 Tarnish soldiers were killed or wounded in the Aumer valley"
    assert changes(NOTICE, relay(quote, "Tarnish soldiers")) == [
        ("side", "Tarnish and Sorlander units", "Tarnish soldiers")
    ]


def test_measure_and_side_may_change_together() -> None:
    """Both changes of one claim are told."""
    quote = "about 340 Tarnish soldiers were killed in the Aumer valley"
    assert [each[0] for each in changes(NOTICE, relay(quote, "Tarnish soldiers", Measure.KILLED))] == [
        "measure",
        "side",
    ]


def test_other_words_for_the_same_people_change_nothing() -> None:
    """Soldiers, fighters and men are one."""
    quote = "about 340 fighters of Tarnish and Sorlander units were killed or wounded in the Aumer valley"
    assert changes(NOTICE, relay(quote, "fighters of Tarnish and Sorlander units")) == []


def test_a_total_given_for_one_day_is_a_change_of_scope() -> None:
    """The total became the losses of one day."""
    quote = "about 340 Tarnish and Sorlander soldiers were killed or wounded in the Aumer valley on Monday alone"
    late = relay(quote, "Tarnish and Sorlander soldiers", total=False, when=Days.on(date(2031, 5, 12)))
    assert [each[0] for each in changes(NOTICE, late)] == ["scope"]


def test_the_name_of_another_body_is_a_wrong_claimant() -> None:
    """A page that calls Norland's service by the name of Sorland's has no second origin."""
    quote = "Tarnish and Sorlander units in the Aumer valley have lost about 340 soldiers"
    late = relay(
        quote, "Tarnish and Sorlander units", chain="NBI", lead="Norland's intelligence service, the NBI, speaks. "
    )
    evidence = weighed(NOTICE, late)
    assert (evidence.origins.independent, evidence.origins.sides) == (1, ("Norland",))
    assert [(str(d.type), d.after) for d in evidence.drifts] == [("claimant", "NBI")]


def test_a_figure_that_refers_back_is_no_relay() -> None:
    """How many of the 340 died was not said: no figure is given, so none is changed."""
    back = relay("how many of the 340 in the Aumer valley died", "soldiers", Measure.KILLED, words="340", total=False)
    documents, claims = [NOTICE[0], back[0]], [NOTICE[1], back[1]]
    drifts: list[Drift] = [
        d for e in weigh(group(claims, documents, REGISTRY), claims, documents, REGISTRY) for d in e.drifts
    ]
    assert drifts == []


def said(key: str, text: str, quote: str, day: int, polarity: Polarity = Polarity.AFFIRMED) -> Told:
    """Let a report give a word of the service without a figure."""
    document = make_document(key, f"Leaf {key}", date(2031, 5, day), text)
    return document, make_claim(document, quote, (make_link(document, SERVICE),), ClaimFields(polarity=polarity))


def test_signs_that_become_certain_are_a_stronger_claim() -> None:
    """The service has indications; the relay has it confirmed."""
    quote = "Tarnish soldiers fought at the Aumer weir"
    first = said("a", f"The {SERVICE} has indications that {quote}.", quote, 12)
    second = said("b", f"The {SERVICE} has confirmed that {quote}. More to come.", quote, 14)
    assert changes(first, second) == [("hedge_strengthened", "has indications", "has confirmed")]


def test_a_denial_that_is_affirmed_is_a_change_of_polarity() -> None:
    """A relay puts the opposite of its denial in an origin's mouth."""
    quote = "Tarnish soldiers fought at the Aumer weir"
    first = said("a", f"The {SERVICE} denied that {quote}.", quote, 12, Polarity.DENIED)
    second = said("b", f"The {SERVICE} said that {quote}. More to come.", quote, 14)
    assert changes(first, second) == [("polarity", "denied", "affirmed")]


def test_the_day_of_saying_is_not_the_day_of_an_event_left_open() -> None:
    """The notice says ``recently``; the relay gives the day of the notice."""
    lead = "Recently shots fell at the weir. "
    first = loss(
        "n",
        "About 340 men of the Aumer battalion were killed",
        "men of the Aumer battalion",
        lead=lead,
        words="About 340",
        total=False,
    )
    when = Days.on(date(2031, 5, 12))
    second = relay(
        "about 340 men of the Aumer battalion were killed on Monday",
        "men of the Aumer battalion",
        total=False,
        when=when,
    )
    assert changes(first, second) == [("day", "left open", "2031-05-12")]


def test_a_page_is_not_compared_with_itself() -> None:
    """One notice that gives its figure twice, once in rounder words, is no relay of itself."""
    first, second = "Tarnish units have lost at least 25 soldiers", "25 Tarnish soldiers are lost in all"
    document = make_document("n", SERVICE, date(2031, 5, 12), f"{first}. {second}.")
    figures = [
        make_quantity(document, "at least 25", Measure.LOST, "Tarnish soldiers", 25, None, "at least"),
        make_quantity(document, "25 Tarnish", Measure.LOST, "Tarnish soldiers", 25, 25, None),
    ]
    claims = [
        make_claim(document, quote, (), ClaimFields(quantities=(figure,)))
        for quote, figure in zip((first, second), figures, strict=True)
    ]
    weighings = weigh(group(claims, [document], REGISTRY), claims, [document], REGISTRY)
    assert [drift for evidence in weighings for drift in evidence.drifts] == []


def test_a_page_that_names_nobody_is_counted_apart() -> None:
    """A bare repetition of the figure stands in the event, and a collapse says that it confirms nothing."""
    quote = "Since spring both armies together counted some 340 dead and wounded near Aumer"
    page = make_document("b", "Evening Bark", date(2031, 5, 16), f"{quote}. Nobody knows more.")
    figure = replace(NOTICE[1].quantities[0], span=None, of_span=None)
    bare = make_claim(page, quote, (), ClaimFields(quantities=(figure,)))
    evidence = weighed(NOTICE, (page, bare))
    assert evidence.origins.independent == 1
    assert evidence.origins.unrecorded_claim_ids == (bare.id,)
    assert [one.code for one in evidence.origins.collapses if one.what == "Evening Bark"] == ["unrecorded"]
