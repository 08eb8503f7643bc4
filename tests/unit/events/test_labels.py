"""Labels of events; all is invented."""

from __future__ import annotations

from builders import ClaimFields, make_claim, make_document, make_quantity
from reportedly.model.claim import Measure
from unit.events.tellings import DAY, Told, grouped, tell


def label_of(*told: Told) -> str:
    """Return the label of the one event that some reports make."""
    (event,) = grouped(*told).events
    return event.label


def lost(key: str, of: str, words: str = "about 340") -> Told:
    """Tell a loss of people in the Aumer valley."""
    quote = f"{words} {of} were lost in the Aumer valley"
    document = make_document(key, "Morning Leaf", DAY, f"{quote}, Velt Coastguard said.")
    quantity = make_quantity(document, words, Measure.LOST, of, 340, 340, "about")
    fields = ClaimFields(quantities=(quantity,), where=("Aumer valley",))
    return document, make_claim(document, quote, (), fields)


def test_a_figure_makes_the_label() -> None:
    """The label says how many, whose, what and where."""
    assert label_of(lost("a", "Norland soldiers")) == "about 340 Norland soldiers lost in the Aumer valley"


def test_the_fuller_phrase_stands_for_a_bare_noun() -> None:
    """``soldiers`` gives way to a phrase that says whose they are."""
    told = lost("a", "soldiers"), lost("b", "Norland soldiers"), lost("c", "soldiers")
    assert label_of(*told) == "about 340 Norland soldiers lost in the Aumer valley"


def test_without_a_figure_the_shortest_main_clause_is_the_label() -> None:
    """A clause that leans on what stands before it is passed over."""
    whole = tell("a", "The pier at Velt is closed, Ina Roth said.", "The pier at Velt is closed", "Ina Roth")
    part = tell("b", "It was closed at Velt pier, Ina Roth said.", "It was closed at Velt pier", "Ina Roth")
    assert label_of(whole, part) == "The pier at Velt is closed"


def test_a_label_is_short() -> None:
    """A long claim is cut at a word."""
    quote = "The pier at Velt is closed " + "and nobody knows for how long " * 5 + "it stays so"
    label = label_of(tell("a", f"{quote}, Ina Roth said.", quote, "Ina Roth"))
    assert len(label) <= 90
    assert label.endswith("…")
