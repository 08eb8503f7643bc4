"""The report as Markdown that is readable alone: every sentence leads to numbered claims with quote and chain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reportedly.model.assessment import Section
from reportedly.model.dossier import Dossier
from reportedly.publish.course_picture import estimate_label, likelihood_label
from reportedly.publish.figure_picture import FigureGroup
from reportedly.publish.labels import count_label, day_label, runs
from reportedly.publish.safe_text import printable
from reportedly.publish.view import AlarmView, Chapter, ClaimView, Report, SayingView, Sentence, build_report

_SPECIAL = re.compile(r"([\\`*_\[\]{}|~^$])")


def escaped(text: str) -> str:
    """Return a stored text so that Markdown prints it as it is, on one line and without HTML."""
    line = printable(text)
    line = _SPECIAL.sub(r"\\\1", line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
    line = re.sub(r"^([-+#=])", r"\\\1", line)
    return re.sub(r"^(\d+)([.)])", r"\1\\\2", line)


def render_markdown(dossier: Dossier) -> str:
    """Return the report as Markdown; references lead to the list of claims at its end."""
    report = build_report(dossier)
    parts = [*_head(report), *_key(report), *_since(report)]
    for chapter in report.chapters:
        if not chapter.small:
            parts += _chapter(chapter, report)
    parts += [*_small(report), *_documents(report), *_refusals(report), *_claims(report)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _head(report: Report) -> Iterator[str]:
    assessment = report.dossier.assessment
    yield f"# {escaped(assessment.title)}"
    known = f"As known on {day_label(assessment.as_of)}" if assessment.as_of else "As known from all documents given"
    counts = (
        f"{count_label(len(report.documents), 'document')}, {count_label(len(report.claims), 'claim')}, "
        f"{count_label(len(report.chapters), 'event')}"
    )
    scales = (
        f"Likelihood words: {escaped(assessment.yardstick)}. Ranges: {escaped(assessment.policy)}. "
        f"Counting words: {escaped(assessment.convention)}."
    )
    yield f"{known}. {counts}. {scales}"
    if assessment.reworded_by:
        yield (
            f"Some sentences are in the words of the language model {escaped(assessment.reworded_by)}, each held"
            " against ours for every figure, name and hedge."
        )
    if assessment.withheld:
        told = count_label(len(assessment.withheld), "sentence")
        yield f"{told} withheld, because nothing given bears out what they say; `report.json` lists them."


def _key(report: Report) -> Iterator[str]:
    yield "## Key judgements"
    yield " ".join(_sentence(one) for one in report.overview)
    for chapter in report.key_chapters:
        yield f"**{escaped(chapter.label)}** ({_tally(chapter)})"
        yield " ".join(_sentence(one) for one in chapter.key)
    if not report.key_chapters:
        yield "No event in these documents gives ground for a key judgement."


def _since(report: Report) -> Iterator[str]:
    if report.since:
        yield f"## {Section.SINCE.value.capitalize()}"
        yield "\n".join(f"- {_sentence(one)}" for one in report.since)


def _tally(chapter: Chapter) -> str:
    told = f"{count_label(chapter.pages, 'page')}, {count_label(chapter.independent, 'independent origin')}"
    return f"{told}; {chapter.surely}" if chapter.surely else told


def _sentence(one: Sentence) -> str:
    return f"{escaped(one.text)} {refs(one.refs)}".rstrip()


def refs(numbers: Sequence[int]) -> str:
    """References in square brackets, runs drawn together: ``[1–16, 20]``, each a link to its first claim."""
    links = [
        f"[{first}](#claim-{first})" if first == last else f"[{first}–{last}](#claim-{first})"
        for first, last in runs(numbers)
    ]
    return f"\\[{', '.join(links)}\\]" if links else ""


def _chapter(chapter: Chapter, report: Report) -> Iterator[str]:
    yield f"## {chapter.number}. {escaped(chapter.label)}"
    yield "; ".join(f"{name}: {escaped(value)}" for name, value in chapter.facts)
    yield from _ways(chapter)
    yield from _course(chapter)
    for name, sentences in chapter.sections:
        yield f"### {name.capitalize()}"
        yield "\n".join(f"- {_sentence(one)}" for one in sentences)
        if name == "what changed on the way":
            yield _changes(chapter, report)
        if name == "figures" and chapter.figures:
            yield _figures(chapter.figures, report)
            yield _rules(chapter.figures)
    yield "### Origins and grade"
    yield _origins(chapter)
    yield "\n".join(_alarm(alarm, report) for alarm in chapter.alarms)
    yield "\n".join(_collapse(*collapse) for collapse in chapter.collapses)
    grade = chapter.grade
    unknown = " F and 6 mean that it cannot be judged." if grade.source == "F" or grade.information == 6 else ""
    yield (
        f"Source graded {escaped(grade.source)}, information graded {grade.information}, "
        f"confidence {escaped(grade.confidence)}."
        + (f" As an incident, after Airwars: {escaped(grade.label)}." if grade.label else "")
        + unknown
    )
    yield "\n".join(f"- {_grounded(one.text, one.claim_ids, report)}" for one in chapter.grade_reasons)
    yield "\n".join(_saying(one, report) for one in chapter.sayings)


def _grounded(text: str, claim_ids: Iterable[str], report: Report) -> str:
    numbers = sorted({report.numbers[one] for one in claim_ids if one in report.numbers})
    return f"{escaped(text)} {refs(numbers)}".rstrip()


def _saying(saying: SayingView, report: Report) -> str:
    figure = f", {escaped(saying.figure)}" if saying.figure else ""
    told = f"- {escaped(saying.origin)}{figure}: information graded {saying.digit}; "
    return told + _grounded(saying.reason, saying.claim_ids, report)


def _alarm(alarm: AlarmView, report: Report) -> str:
    numbers = sorted({report.numbers[one] for one in alarm.claim_ids if one in report.numbers})
    told = f"looks like {escaped(alarm.looks_like)}; is {escaped(alarm.text)}"
    return f"- False corroboration ({alarm.severity}): {told} {refs(numbers)}".rstrip()


def _collapse(what: str, into: str, why: str) -> str:
    target = f"counts with {escaped(into)}" if into else "counts for nothing"
    return f"- {escaped(what)} {target}: {escaped(why)}"


def _ways(chapter: Chapter) -> Iterator[str]:
    if not chapter.ways.rows:
        return
    yield "### Where the pages have it from"
    rows = []
    for row in chapter.ways.rows:
        through = "its own page" if row.own else ", from ".join(row.relays) or "no relay known"
        changed = ", ".join(dict.fromkeys(change.kind for change in row.changes)) or "nothing"
        rows.append((row.page, row.day, through, chapter.ways.origins[row.origin].name, changed))
    yield _table(("Page", "Day", "Through", "Origin", "Changed"), rows)


def _course(chapter: Chapter) -> Iterator[str]:
    if chapter.course is None:
        return
    yield "### How belief moved"
    heads = ("Published by", "Pages", "Origins", "Two or more", "Estimate", "Grade", "Confidence", "Likelihood")
    rows = [
        (
            day_label(one.day),
            str(one.pages),
            str(one.independent),
            f"{one.at_least_two:.0%}",
            estimate_label(one.estimate),
            one.grade,
            one.confidence,
            likelihood_label(one),
        )
        for one in chapter.course.standings
    ]
    yield _table(heads, rows)


def _changes(chapter: Chapter, report: Report) -> str:
    rows = [
        (
            row.page,
            change.kind,
            change.before or "–",
            change.after or "–",
            f"{change.severity}: {change.effect}" if change.effect else change.severity,
            change.made_by or "this page",
            change.claim_id,
        )
        for row in chapter.ways.rows
        for change in row.changes
    ]
    numbered = [(*row[:-1], refs([report.numbers[row[-1]]]) if row[-1] in report.numbers else "") for row in rows]
    return _table(("Page", "Change", "Before", "After", "Weight", "Made by", "Claim"), numbered, raw=1)


def _figures(groups: Sequence[FigureGroup], report: Report) -> str:
    rows = []
    for group in groups:
        for row in group.inputs:
            note = refs([report.numbers[row.claim_id]]) if row.claim_id in report.numbers else ""
            rows.append((group.heading, row.name, row.label, note))
        rows.append((group.heading, f"Range by {group.policy}", group.range.label, ""))
        if group.band:
            rows.append((group.heading, "Best estimate, habits allowed for", group.band.label, ""))
    return _table(("Measure", "Word of", "Figure", "Claim"), rows, raw=1)


def _rules(groups: Sequence[FigureGroup]) -> str:
    """Return what published projects' rules give on the same figures, side by side; empty where all come to one."""
    ruled = [group for group in groups if group.ruled]
    rows = [(group.heading, rule.name, rule.low, rule.best, rule.high) for group in ruled for rule in group.rules]
    hows = dict.fromkeys((rule.name, rule.why) for group in ruled for rule in group.rules)
    notes = "\n".join(f"- {escaped(name)}: {escaped(why)}" for name, why in hows)
    return f"{_table(('Measure', 'Rule', 'Low', 'Best', 'High'), rows)}\n\n{notes}" if rows else ""


def _origins(chapter: Chapter) -> str:
    rows = []
    for origin in chapter.ways.origins:
        counts = "denies" if origin.denies else ("yes, independent" if origin.counts else "no")
        cells = (origin.name, origin.letter or "–", origin.side or "–", str(origin.pages), counts)
        rows.append((*cells, "; ".join(origin.notes)))
    return _table(("Origin", "Letter", "Party", "Pages", "Counts", "Note"), rows) if rows else ""


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]], raw: int = 0) -> str:
    """Return a table; the last ``raw`` cells of a row are our own marks and are not escaped."""
    lines = [f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}"]
    for row in rows:
        kept = len(row) - raw
        cells = [escaped(cell) for cell in row[:kept]] + list(row[kept:])
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _small(report: Report) -> Iterator[str]:
    small = [one for chapter in report.chapters if chapter.small for _, held in chapter.sections for one in held]
    small += report.general
    if small:
        yield "## Also reported"
        yield "\n".join(f"- {_sentence(one)}" for one in small)


def _documents(report: Report) -> Iterator[str]:
    yield "## Documents"
    yield "\n".join(
        f"{one.number}. {escaped(one.label)}, {one.day}"
        + (f": {escaped(one.document.title)}" if one.document.title else "")
        + f" ({escaped(one.document.key)})"
        for one in report.documents
    )


def _refusals(report: Report) -> Iterator[str]:
    if report.dossier.refusals:
        yield "## Not taken"
        rows = [(one.where, one.what, one.advice, one.code) for one in report.dossier.refusals]
        yield _table(("Input", "Why", "What to do", "Code"), rows)


def _claims(report: Report) -> Iterator[str]:
    yield "## Claims"
    for one in report.claims:
        yield f"#### Claim {one.number}"
        yield _claim(one)


def _claim(one: ClaimView) -> str:
    chain = " ← ".join(escaped(name) for name in one.chain) or "in its own voice"
    facts = "; ".join(f"{name} {escaped(value)}" for name, value in one.facts)
    mark = "←" if one.chain else "·"
    return f"“{escaped(one.claim.quote)}” {escaped(one.page)}, {one.day} {mark} {chain}. {facts}."
