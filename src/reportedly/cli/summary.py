"""The assessment in the terminal: key judgements, what stands on how many origins, and who changed what."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from reportedly.cli.console import add_row, plain, table
from reportedly.model.assessment import Finding, Section
from reportedly.model.dossier import Dossier
from reportedly.model.evidence import Drift
from reportedly.pipeline.summary import EventRow, event_rows

SHOWN_EVENTS = 8
SHOWN_DRIFTS = 12
SHOWN_FINDINGS = 4
BRIEF = (Section.ONE_ORIGIN, Section.ONE_SIDE, Section.CONTESTED, Section.WOULD_CHANGE)
"""Sections shown besides the key judgements; the files hold them all."""


def show_assessment(dossier: Dossier, out: Console) -> None:
    """Print what a reader needs first."""
    rows = event_rows(dossier)
    out.print(plain(dossier.assessment.title, "bold"))
    out.print(plain(_counts(dossier), "dim"))
    _show_findings(dossier, Section.KEY_JUDGEMENTS, out, limit=None)
    _show_events(rows, out)
    _show_changes(dossier, rows, out)
    for section in BRIEF:
        _show_findings(dossier, section, out, SHOWN_FINDINGS)


def _counts(dossier: Dossier) -> str:
    assessment = dossier.assessment
    day = f", as of {assessment.as_of}" if assessment.as_of else ""
    parts = (len(dossier.documents), len(dossier.claims), len(dossier.testimonies), len(dossier.events))
    documents, claims, testimonies, events = parts
    counted = f"{documents} reports, {claims} claims, {testimonies} sayings, {events} events{day}"
    return f"{counted}; words of likelihood: {assessment.yardstick}; figures: {assessment.policy}"


def _show_findings(dossier: Dossier, section: Section, out: Console, limit: int | None) -> None:
    findings = [finding for finding in dossier.assessment.findings if finding.section is section]
    if not findings:
        return
    out.print()
    out.print(plain(section.value.capitalize(), "bold"))
    for finding in findings[:limit]:
        out.print(_finding(finding))
    if limit is not None and len(findings) > limit:
        out.print(plain(f"    ... and {len(findings) - limit} more in the report", "dim"))


def _finding(finding: Finding) -> Text:
    text = Text("  - ")
    text.append_text(plain(finding.text))
    first = finding.claim_ids[0] if finding.claim_ids else ""
    more = f" +{len(finding.claim_ids) - 1}" if len(finding.claim_ids) > 1 else ""
    text.append_text(plain(f" [{first[:12]}{more}]", "dim"))
    return text


def _show_events(rows: tuple[EventRow, ...], out: Console) -> None:
    if not rows:
        return
    columns = ("event", "pages", "claims", "origins", "whose word", "sides", "figures", "grade", "changed on the way")
    made = table(*columns, title="What stands on how many origins", right=("pages", "claims", "origins"))
    for row in rows[:SHOWN_EVENTS]:
        add_row(made, *_cells(row))
    out.print()
    out.print(made)
    if len(rows) > SHOWN_EVENTS:
        out.print(plain(f"... and {len(rows) - SHOWN_EVENTS} more events on fewer pages", "dim"))


def _cells(row: EventRow) -> tuple[str | Text, ...]:
    sides = ", ".join(row.sides) + (" only" if row.one_side else "")
    echoed = row.pages > 1 and row.origins <= 1
    return (
        row.label,
        str(row.pages),
        str(row.claims),
        plain(str(row.origins), "bold red" if echoed else "bold"),
        ", ".join(row.origin_names) or "not recorded",
        plain(sides, "yellow" if row.one_side else ""),
        "; ".join(row.estimates),
        row.grade + (" contested" if row.contested else ""),
        ", ".join(f"{name} x{count}" for name, count in row.drifts.items()),
    )


def _show_changes(dossier: Dossier, rows: tuple[EventRow, ...], out: Console) -> None:
    drifts = [drift for row in rows for drift in dossier.evidence_by_event[row.id].drifts]
    if not drifts:
        return
    made = table("page", "changed", "from", "to", "claim", title="Who changed what on the way")
    for drift in drifts[:SHOWN_DRIFTS]:
        add_row(made, *drift_cells(dossier, drift))
    out.print()
    out.print(made)
    if len(drifts) > SHOWN_DRIFTS:
        out.print(plain(f"... and {len(drifts) - SHOWN_DRIFTS} more changes", "dim"))


def drift_cells(dossier: Dossier, drift: Drift) -> tuple[str, ...]:
    """Return a change as cells: page, type, before, after, claim."""
    document = dossier.document_by_id[dossier.claim_by_id[drift.claim_id].document_id]
    page = document.outlet or document.title or document.key
    return page, str(drift.type).replace("_", " "), drift.before, drift.after, drift.claim_id[:12]
