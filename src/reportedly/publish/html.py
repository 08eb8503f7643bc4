"""The report as one self-contained page: no address is loaded, nothing runs but one small script named by its hash."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from jinja2 import DictLoader, Environment, StrictUndefined
from markupsafe import Markup

from reportedly.model.dossier import Dossier
from reportedly.publish.course_picture import draw_course, estimate_label, likelihood_label
from reportedly.publish.figure_picture import draw_figures
from reportedly.publish.highlight import ROLES, segments
from reportedly.publish.labels import day_label, runs
from reportedly.publish.origin_picture import draw_origins
from reportedly.publish.view import Chapter, Report, build_report

_TEMPLATES = ("report.html.j2", "chapter.html.j2", "register.html.j2", "parts.html.j2")


def render_html(dossier: Dossier) -> str:
    """Return the report as one HTML page; every stored text passes through escaping."""
    report = build_report(dossier)
    style, script = _asset("report.css"), _asset("report.js")
    template = _environment().get_template("report.html.j2")
    return template.render(
        report=report,
        assessment=dossier.assessment,
        style=Markup(style),  # noqa: S704 - a file of the package, not a stored text
        script=Markup(script),  # noqa: S704 - a file of the package, not a stored text
        policy=_policy(style, script),
        roles=ROLES,
    )


@cache
def _asset(name: str) -> str:
    return files("reportedly.publish").joinpath(f"templates/{name}").read_text("utf-8").strip()


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=DictLoader({name: _asset(name) for name in _TEMPLATES}),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["day"] = day_label
    environment.filters["runs"] = runs
    environment.filters["numbered"] = _numbered
    environment.globals["origin_picture"] = lambda chapter: draw_origins(chapter.ways)
    environment.globals["figure_picture"] = lambda chapter: draw_figures(chapter.figures)
    environment.globals["course_picture"] = draw_course
    environment.globals["estimate_label"] = estimate_label
    environment.globals["likelihood_label"] = likelihood_label
    environment.globals["segments"] = segments
    environment.globals["charted"] = _charted
    environment.globals["changes"] = _changes
    return environment


def _policy(style: str, script: str) -> str:
    """Return the content security policy: nothing is loaded; this style and this script alone may act."""
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (style, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _charted(chapter: Chapter) -> bool:
    """Say whether a chart of the figures tells more than its table: two figures, a bound, a model."""
    rows = [row for group in chapter.figures for row in group.inputs]
    modelled = any(group.band for group in chapter.figures)
    return modelled or len(rows) > 1 or any(row.low != row.high for row in rows)


def _numbered(claim_ids: Iterable[str], report: Report) -> list[int]:
    return sorted({report.numbers[one] for one in claim_ids if one in report.numbers})


def _changes(report: Report, chapter: Chapter) -> list[dict[str, object]]:
    return [
        {
            "page": row.page,
            "day": row.day,
            "change": change,
            "number": report.numbers.get(change.claim_id),
            "against": report.numbers.get(change.against_claim_id),
        }
        for row in chapter.ways.rows
        for change in row.changes
    ]
