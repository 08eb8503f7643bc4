"""The dossier of one event as a file, in every format of the report."""

from __future__ import annotations

from fastapi import APIRouter, Response

from reportedly.pipeline.output import rendition
from reportedly.pipeline.workbench.matters import event_dossier
from reportedly.publish.safe_text import slug
from reportedly.web.desk import AsOf, AtDesk

router = APIRouter()

_TYPES = {
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "jsonl": "application/x-ndjson",
    "csv": "text/csv; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "bib": "application/x-bibtex; charset=utf-8",
}


@router.get("/event/{event_id}/download/{format_name}", response_model=None)
def event_file(event_id: str, format_name: str, desk: AtDesk, as_of: AsOf) -> Response:
    """Give the assessment of one event as a file."""
    with desk.reading() as bench:
        dossier = event_dossier(bench, event_id, as_of)
    made = rendition(dossier, format_name, desk.tools.plugins)
    suffix = made.filename.rpartition(".")[2]
    name = f"{slug(dossier.assessment.title, 60) or 'event'}-{slug(made.filename.partition('.')[0], 20)}"
    name += f".{made.filename.partition('.')[2]}"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(made.content, media_type=_TYPES.get(suffix, "application/octet-stream"), headers=headers)
