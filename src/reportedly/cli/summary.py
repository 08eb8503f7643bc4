"""The assessment in the terminal: key judgements, what stands on how many origins, and who changed what."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from reportedly.cli.console import add_row, first_of, plain, short, table
from reportedly.model.assessment import Section
from reportedly.model.dossier import Dossier
from reportedly.model.evidence import Drift
from reportedly.pipeline.summary import EventRow, event_rows

SHOWN_EVENTS = 8
SHOWN_DRIFTS = 12
SHOWN_JUDGEMENTS = 4
SHOWN_FINDINGS = 3
BRIEF = (
    Section.SINCE,
    Section.ONE_ORIGIN,
    Section.CONTESTED,
    Section.SUMS,
    Section.ALTERNATIVES,
    Section.GAPS,
    Section.WOULD_CHANGE,
)
"""Sections shown besides the key judgements; the files hold them all."""


def show_assessment(dossier: Dossier, out: Console) -> None:
    """Print what a reader needs first."""
    rows = event_rows(dossier)
    out.print(plain(dossier.assessment.title, "bold"))
    out.print(plain(_counts(dossier), "dim"))
    _show_judgements(dossier, out)
    _show_events(rows, out)
    _show_changes(dossier, rows, out)
    for section in BRIEF:
        _show_findings(dossier, section, out)


def _counts(dossier: Dossier) -> str:
    assessment = dossier.assessment
    day = f", as of {assessment.as_of}" if assessment.as_of else ""
    events = sum(not row.remark for row in event_rows(dossier))
    documents, claims, testimonies = len(dossier.documents), len(dossier.claims), len(dossier.testimonies)
    numbers = ((documents, "report"), (claims, "claim"), (testimonies, "saying"), (events, "event"))
    counted = ", ".join(f"{number} {noun}{'' if number == 1 else 's'}" for number, noun in numbers) + day
    scales = f"words of likelihood: {assessment.yardstick}; figures: {assessment.policy}"
    withheld = f"; sentences withheld: {len(assessment.withheld)}" if assessment.withheld else ""
    return f"{counted}; {scales}; counting words: {assessment.convention}{withheld}"


def _show_judgements(dossier: Dossier, out: Console) -> None:
    """Print the overview, then the key judgements, those on one event together."""
    findings = [one for one in dossier.assessment.findings if one.section is Section.KEY_JUDGEMENTS]
    overview = [one for one in findings if one.event_id is None]
    judgements = [one for one in findings if one.event_id is not None]
    groups = [list(group) for _, group in groupby(judgements, key=lambda one: one.event_id)]
    if findings:
        _heading("Key judgements", out)
    if overview:
        out.print(_paragraph(" ".join(finding.text for finding in overview), overview[0].claim_ids))
    for group in groups[:SHOWN_JUDGEMENTS]:
        out.print(_paragraph(" ".join(finding.text for finding in group), group[0].claim_ids))
    _more(len(groups) - SHOWN_JUDGEMENTS, "in the report", out)


def _show_findings(dossier: Dossier, section: Section, out: Console) -> None:
    findings = [finding for finding in dossier.assessment.findings if finding.section is section]
    if findings:
        _heading(section.value.capitalize(), out)
    for finding in findings[:SHOWN_FINDINGS]:
        out.print(_paragraph(finding.text, finding.claim_ids))
    _more(len(findings) - SHOWN_FINDINGS, "in the report", out)


def _heading(words: str, out: Console) -> None:
    out.print()
    out.print(plain(words, "bold"))


def _more(count: int, where: str, out: Console) -> None:
    if count > 0:
        out.print(plain(f"    ... and {count} more {where}", "dim"))


def _paragraph(text: str, claim_ids: Sequence[str]) -> Table:
    """Return a paragraph with a dash before it, the lines below indented, and the claims that it rests on."""
    words = plain(text)
    more = f" +{len(claim_ids) - 1}" if len(claim_ids) > 1 else ""
    words.append_text(plain(f" [{short(claim_ids[0])}{more}]" if claim_ids else "", "dim"))
    grid = Table.grid(padding=(0, 1))
    grid.add_row(Text("  -"), words)
    return grid


def _show_events(rows: tuple[EventRow, ...], out: Console) -> None:
    if not rows:
        return
    columns = ("event", "pages", "claims", "origins", "whose word", "sides", "figures", "grade")
    made = table(*columns, title="What stands on how many origins", right=("pages", "claims", "origins"))
    telling = [row for row in rows if not row.remark]
    for row in telling[:SHOWN_EVENTS]:
        add_row(made, *_cells(row))
    out.print()
    out.print(made)
    _more(len(telling) - SHOWN_EVENTS, "events on fewer pages", out)
    _more(len(rows) - len(telling), "remarks of single reports", out)


def _cells(row: EventRow) -> tuple[str | Text, ...]:
    sides = ", ".join(row.sides) + (" only" if row.one_side else "")
    echoed = row.pages > 1 and row.origins <= 1
    return (
        row.label,
        str(row.pages),
        str(row.claims),
        plain(str(row.origins), "bold red" if echoed else "bold"),
        first_of(row.origin_names) or "not recorded",
        plain(sides, "yellow" if row.one_side else ""),
        first_of(row.estimates),
        " ".join(dict.fromkeys([row.grade, *([row.incident] if row.incident else []), *_contested(row)])),
    )


def _contested(row: EventRow) -> tuple[str, ...]:
    return ("contested",) if row.contested else ()


def _show_changes(dossier: Dossier, rows: tuple[EventRow, ...], out: Console) -> None:
    drifts = [drift for row in rows for drift in dossier.evidence_by_event[row.id].drifts]
    if not drifts:
        return
    made = table("page", "changed", "from", "to", "claim id", title="Who changed what on the way")
    for drift in drifts[:SHOWN_DRIFTS]:
        add_row(made, *drift_cells(dossier, drift))
    out.print()
    out.print(made)
    _more(len(drifts) - SHOWN_DRIFTS, "changes", out)


def drift_cells(dossier: Dossier, drift: Drift) -> tuple[str, ...]:
    """Return a change as cells: page, type, before, after, claim."""
    document = dossier.document_by_id[dossier.claim_by_id[drift.claim_id].document_id]
    page = document.outlet or document.title or document.key
    return page, str(drift.type).replace("_", " "), drift.before, drift.after, short(drift.claim_id)
