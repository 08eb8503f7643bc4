"""Reports of events as tables hold them, for tests of lineage."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from reportedly.model.tellings import Telling

NAMES = ("", "", "", "Norland Army", "Velt Doctors", "Harbour Police")
OUTLETS = ("Gazette", "Courier", "Herald", "Monitor", "Dispatch")


def tell(event: str, report: str, outlet: str, hour: float | None, value: float, stated: str = "") -> Telling:
    """Return one report with an exact figure."""
    return Telling(event, report, outlet, hour, "exact", value, stated)


def echoes(event: str = "e1", number: int = 6) -> list[Telling]:
    """Return the reports of one event in which outlets repeat one origin's odd figure, an hour apart."""
    outlets = [f"Paper {at}" for at in range(number)]
    stated = ["Norland Army", *[""] * (number - 1)]
    return [tell(event, f"{event}-{at}", outlets[at], float(at), 217, stated[at]) for at in range(number)]


def two_origins(event: str = "e2") -> list[Telling]:
    """Return the reports of one event that go back to two named origins with figures far apart."""
    other = [tell(event, f"{event}-x{at}", f"Sheet {at}", at + 0.5, 43, "Velt Doctors" * (at == 0)) for at in range(3)]
    return echoes(event, 4) + other


@st.composite
def tables(draw: st.DrawFn) -> Sequence[Telling]:
    """Draw a small table of reports."""
    found = []
    for event in range(draw(st.integers(1, 3))):
        for at in range(draw(st.integers(1, 6))):
            hour = draw(st.one_of(st.none(), st.integers(0, 40).map(float)))
            value = draw(st.one_of(st.none(), st.sampled_from([1.0, 3.0, 17.0, 34.0, 100.0, 217.0])))
            qualifier = draw(st.sampled_from(["exact", "at_least", "about"]))
            stated = draw(st.sampled_from((*NAMES, OUTLETS[0])))
            outlet = draw(st.sampled_from(OUTLETS))
            found.append(Telling(f"e{event}", f"r{event}.{at}", outlet, hour, qualifier, value, stated))
    return found
