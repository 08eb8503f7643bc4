"""Events for the tests of grades, with the probabilities of their origins set by hand; all is invented."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from builders import ClaimFields
from reportedly.events.grouping import group
from reportedly.evidence.alarms import alarms_of
from reportedly.evidence.casebook import Library, casebooks
from reportedly.evidence.contests import contests_of
from reportedly.evidence.grade_case import GradeCase
from reportedly.evidence.grades import grade_of
from reportedly.evidence.independence import with_probabilities
from reportedly.evidence.lineage import lineage_of
from reportedly.evidence.origins import count_origins, without_source
from reportedly.evidence.responsibility import fighting
from reportedly.evidence.sums import sums_of
from reportedly.model.actors import Actor, ActorRegistry
from reportedly.model.claim import Measure, Polarity, SourceClass
from reportedly.model.evidence import Grade, at_least, origin_distribution
from unit.events.tellings import Told, tell

REGISTRY = ActorRegistry(
    (
        Actor("coastguard", "Velt Coastguard", (), SourceClass.AGENCY),
        Actor("mission", "Velt Rescue Mission", (), SourceClass.ORGANISATION),
        Actor("observers", "Lakeland Observers", (), SourceClass.ORGANISATION),
        Actor("tarn-army", "Tarn Army", (), SourceClass.MILITARY, "Tarn"),
        Actor("tarn-ministry", "Tarn Ministry", (), SourceClass.GOVERNMENT, "Tarn"),
        Actor("sudria-army", "Sudrian Army", (), SourceClass.MILITARY, "Sudria"),
        Actor("sudria-front", "Free Sudria Front", (), SourceClass.ARMED_GROUP, "Sudria"),
        Actor("reed", "Reed Guard", (), SourceClass.ARMED_GROUP),
    ),
    {"Tarn": ("tarn", "tarnish"), "Sudria": ("sudria", "sudrian")},
)
DENIED = ClaimFields(polarity=Polarity.DENIED)


def told(
    key: str,
    figure: str,
    *chain: str,
    day: int = 13,
    month: int = 5,
    of: str = "people",
    rest: str = "",
    measure: Measure = Measure.KILLED,
    outlet: str = "Morning Leaf",
    fields: ClaimFields | None = None,
) -> Told:
    """Let a body tell how many were killed at the Aumer weir; ``figure`` may hold ``at least`` or ``up to``."""
    number = int(figure.rsplit(maxsplit=1)[-1])
    qualifier = figure.rsplit(" ", 1)[0] if " " in figure else None
    verb = {Measure.KILLED: "were killed", Measure.DEPLOYED: "were deployed"}[measure]
    quote = f"{figure} {of} {verb} at the Aumer weir on Monday{rest}"
    source = f", the {chain[-1]} said" if chain else ""
    low = None if qualifier == "up to" else number
    high = None if qualifier == "at least" else number
    text = f"{quote}{source}. This is report {key} of {outlet}."
    return tell(
        key,
        text,
        quote,
        *chain,
        outlet=outlet,
        day=date(2031, month, day),
        killed=(figure, low, high),
        qualifier=qualifier,
        measure=measure,
        of=of,
        fields=fields,
    )


def case_of(*reports: Told, sure: Mapping[str, float] | None = None, registry: ActorRegistry = REGISTRY) -> GradeCase:
    """Return the one event of some reports as its grade sees it.

    Args:
        reports: they must make one event.
        sure: probabilities of origins by name, in place of those that are worked out.
        registry: who is who.
    """
    documents, claims = [one[0] for one in reports], [one[1] for one in reports]
    grouping = group(claims, documents, registry)
    (book,) = casebooks(grouping, Library(claims, documents, registry))
    lineage = lineage_of(book)
    count = with_probabilities(without_source(count_origins(book, grouping.testimonies), lineage, book), book)
    if sure is not None:
        origins = tuple(replace(one, probability=sure.get(one.origin.name, one.probability)) for one in count.origins)
        shares = origin_distribution(one.probability for one in origins if one.probability > 0)
        count = replace(count, origins=origins, at_least_two=at_least(2, shares))
    alarms = alarms_of(book, lineage, count)
    return GradeCase(book, count, contests_of(book), sums_of(book), alarms, fighting(registry, claims, documents))


def graded(*reports: Told, sure: Mapping[str, float] | None = None) -> Grade:
    """Return the grade of the one event of some reports."""
    return grade_of(case_of(*reports, sure=sure))
