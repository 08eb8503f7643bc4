"""The report as a Word document: every sentence leads to numbered claims at its end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.model.assessment import Section
from reportedly.model.dossier import Dossier
from reportedly.publish.citations import citations_of
from reportedly.publish.docx_paper import Cell, Paper, claim_mark
from reportedly.publish.figure_picture import FigureGroup
from reportedly.publish.labels import count_label, day_label
from reportedly.publish.view import Chapter, ClaimView, DocumentView, Report, Sentence, build_report


def render_docx(dossier: Dossier) -> bytes:
    """Return the report as a Word document (Office Open XML); equal dossiers give equal bytes."""
    report = build_report(dossier)
    paper = Paper(dossier.assessment.title or "Assessment")
    _head(paper, report)
    _key(paper, report)
    if report.since:
        paper.heading(Section.SINCE.value.capitalize(), 1)
        _sentences(paper, report.since)
    for chapter in report.chapters:
        if not chapter.small:
            _chapter(paper, chapter, report)
    _small(paper, report)
    _refusals(paper, report)
    document_list(paper, report.documents)
    claim_list(paper, report.claims)
    return paper.content()


def document_list(paper: Paper, documents: Sequence[DocumentView]) -> None:
    """Add the list of documents with what a reader needs to find them."""
    paper.heading("Documents", 1)
    cited = {one.document_id: one for one in citations_of(one.document for one in documents)}
    for one in documents:
        title = f": {one.document.title}" if one.document.title else ""
        line = paper.line(f"{one.number}. {one.label}, {one.day}{title}")
        address = cited[one.document.id].address or cited[one.document.id].place
        if address:
            line.add_run(". ")
            paper.address(line, address)


def claim_list(paper: Paper, claims: Iterable[ClaimView]) -> None:
    """Add the list of claims, each a place that references lead to."""
    paper.heading("Claims", 1)
    for one in claims:
        chain = " ← ".join(one.chain) or "in its own voice"
        facts = "; ".join(f"{name} {value}" for name, value in one.facts)
        told = f"“{one.claim.quote}” {one.page}, {one.day} (document {one.document}) "
        paper.line(
            f"{told}{'←' if one.chain else '·'} {chain}. {facts}.",
            mark=claim_mark(one.number),
            bold=f"[{one.number}]",
        )


def _head(paper: Paper, report: Report) -> None:
    assessment = report.dossier.assessment
    known = f"As known on {day_label(assessment.as_of)}" if assessment.as_of else "As known from all documents given"
    counts = ", ".join(
        count_label(len(held), noun)
        for held, noun in ((report.documents, "document"), (report.claims, "claim"), (report.chapters, "event"))
    )
    scales = f"Likelihood words: {assessment.yardstick}. Ranges: {assessment.policy}."
    paper.line(f"{known}. {counts}. {scales} Counting words: {assessment.convention}.")
    if assessment.reworded_by:
        paper.line(
            f"Some sentences are in the words of the language model {assessment.reworded_by}, each held against ours"
            " for every figure, name and hedge."
        )
    if assessment.withheld:
        told = count_label(len(assessment.withheld), "sentence")
        paper.line(f"{told} withheld, because nothing given bears out what they say.")


def _key(paper: Paper, report: Report) -> None:
    paper.heading("Key judgements", 1)
    _paragraph(paper, report.overview)
    for chapter in report.key_chapters:
        told = f"{count_label(chapter.pages, 'page')}, {count_label(chapter.independent, 'independent origin')}"
        tally = f"({told}; {chapter.surely})" if chapter.surely else f"({told})"
        paper.line(tally, bold=chapter.label).paragraph_format.keep_with_next = True
        _paragraph(paper, chapter.key)
    if not report.key_chapters:
        paper.line("No event in these documents gives ground for a key judgement.")


def _paragraph(paper: Paper, sentences: Sequence[Sentence]) -> None:
    if not sentences:
        return
    paragraph = paper.line(sentences[0].text, sentences[0].refs)
    for one in sentences[1:]:
        paper.more(paragraph, one.text, one.refs)


def _sentences(paper: Paper, sentences: Iterable[Sentence]) -> None:
    for one in sentences:
        paper.line(one.text, one.refs, style="List Bullet")


def _chapter(paper: Paper, chapter: Chapter, report: Report) -> None:
    paper.heading(f"{chapter.number}. {chapter.label}", 1)
    paper.line("; ".join(f"{name}: {value}" for name, value in chapter.facts))
    _ways(paper, chapter)
    for name, sentences in chapter.sections:
        paper.heading(name.capitalize(), 2)
        _sentences(paper, sentences)
        if name == Section.CHANGED:
            _changes(paper, chapter, report)
        if name == Section.FIGURES:
            _figures(paper, chapter.figures, report)
    _grade(paper, chapter, report)


def _ways(paper: Paper, chapter: Chapter) -> None:
    rows = []
    for row in chapter.ways.rows:
        through = "its own page" if row.own else ", from ".join(row.relays) or "no relay known"
        changed = ", ".join(dict.fromkeys(change.kind for change in row.changes)) or "nothing"
        rows.append((row.page, row.day, through, chapter.ways.origins[row.origin].name, changed))
    if rows:
        paper.heading("Where the pages have it from", 2)
    paper.table("Pages and their ways to the origin", ("Page", "Day", "Through", "Origin", "Changed"), rows)


def _changes(paper: Paper, chapter: Chapter, report: Report) -> None:
    rows = [
        (
            row.page,
            change.kind,
            change.before or "–",
            change.after or "–",
            change.severity,
            Cell("", _numbered((change.claim_id,), report)),
        )
        for row in chapter.ways.rows
        for change in row.changes
    ]
    paper.table("Changes made on the way", ("Page", "Change", "Before", "After", "Weight", "Claim"), rows)


def _figures(paper: Paper, groups: Sequence[FigureGroup], report: Report) -> None:
    rows: list[tuple[str | Cell, ...]] = []
    for group in groups:
        rows += [
            (group.heading, row.name, row.label, Cell("", _numbered((row.claim_id,), report))) for row in group.inputs
        ]
        rows.append((group.heading, f"Range by {group.policy}", group.range.label, ""))
        if group.band:
            rows.append((group.heading, "Best estimate, habits allowed for", group.band.label, ""))
    paper.table("Figures and what they come to", ("Measure", "Word of", "Figure", "Claim"), rows)


def _grade(paper: Paper, chapter: Chapter, report: Report) -> None:
    paper.heading("Origins and grade", 2)
    rows = []
    for origin in chapter.ways.origins:
        counts = "denies" if origin.denies else ("yes, independent" if origin.counts else "no")
        cells = (origin.name, origin.letter or "–", origin.side or "–", str(origin.pages), counts)
        rows.append((*cells, "; ".join(origin.notes)))
    paper.table("Origins", ("Origin", "Letter", "Party", "Pages", "Counts", "Note"), rows)
    for alarm in chapter.alarms:
        told = f"looks like {alarm.looks_like}; is {alarm.text}"
        paper.line(
            told,
            _numbered(alarm.claim_ids, report),
            style="List Bullet",
            bold=f"False corroboration ({alarm.severity}):",
        )
    for what, into, why in chapter.collapses:
        paper.line(f"{what} {f'counts with {into}' if into else 'counts for nothing'}: {why}", style="List Bullet")
    grade = chapter.grade
    told = f"Source graded {grade.source}, information graded {grade.information}, confidence {grade.confidence}."
    paper.line(told)
    for one in chapter.grade_reasons:
        paper.line(one.text, _numbered(one.claim_ids, report), style="List Bullet")


def _numbered(claim_ids: Iterable[str], report: Report) -> tuple[int, ...]:
    return tuple(sorted({report.numbers[one] for one in claim_ids if one in report.numbers}))


def _small(paper: Paper, report: Report) -> None:
    small = [one for chapter in report.chapters if chapter.small for _, held in chapter.sections for one in held]
    small += report.general
    if small:
        paper.heading("Also reported", 1)
        _sentences(paper, small)


def _refusals(paper: Paper, report: Report) -> None:
    if report.dossier.refusals:
        paper.heading("Not taken", 1)
        rows = [(one.where, one.what, one.advice, one.code) for one in report.dossier.refusals]
        paper.table("Inputs that were not taken", ("Input", "Why", "What to do", "Code"), rows)
