"""What ``--as-of`` and ``--recorded-by`` mean for each command; the reference page of clocks is drawn from this."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

AS_OF: Mapping[str, str] = MappingProxyType(
    {
        "assess": "only reports published by then are assessed; with a ledger all are recorded",
        "import": "every row is recorded; only rows of pages published by then are shown",
        "claims": "only claims of reports published by then; events and searches among these",
        "events": "events as they would have been drawn from these reports alone",
        "show": "entries of reports published by then; events, sayings and evidence as they would have been drawn",
        "trace": "the way and the standing that were known; a claim of a later report is an unknown id",
        "drift": "changes on pages published by then, against sayings known by then",
        "history": "the course ends at this day",
        "sources": "records and letters as they stood on the reports of this day",
        "series": "only days of the tables up to this one",
        "report": "the assessment of these reports; what is new is told against what was known earlier still",
        "export": "the same bytes as from a ledger that never got a later report",
        "attributions": "only reports published by then are shown",
        "figures": "only reports published by then are shown",
        "why": "only reports published by then; forecasts of later ones are unknown",
        "times": "only reports published by then are shown",
        "places": "only reports published by then are shown",
        "extract": "claims of reports published by then are written",
        "code": "only reports published by then are sent",
    }
)
"""What the day of publication means, by command."""

RECORDED_BY = ("claims", "events", "show", "trace", "drift", "history", "sources", "report", "export")
"""Commands that know the second clock."""

WITHOUT: Mapping[str, str] = MappingProxyType(
    {
        "demo": "its pages have a date field of their own",
        "serve": "its pages have a date field of their own",
        "add": "takes in whatever it is given, for good",
        "judge": "records a decision, which has its own time of recording",
        "review": "records decisions, which have their own time of recording",
        "verify": "walks every entry, whenever it was made",
        "doctor": "looks at the installation and at the whole file",
        "diff": "is itself asked for two days, or two moments of recording",
        "gazetteer": "reads no report",
        "forecasts": "has an own --as-of at its list: how the forecasts stood on that day",
        "words": "reads no report",
        "lint": "looks at wording, whatever its day",
        "priors": "reads no report",
        "bench": "measures on data with answers, where nothing is left out",
    }
)
"""Commands that take no day, and why."""
