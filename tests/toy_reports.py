"""A small folder of invented reports for tests of the pipeline and the command line."""

from __future__ import annotations

import json
from pathlib import Path

REPORTS = (
    ("wire", "2024-12-14", "Harbour Office said: 12 sailors were killed near Port Tallow. The sea was calm."),
    ("gazette", "2024-12-15", "Harbour Office said: 12 sailors were killed near Port Tallow. Shops stayed shut."),
    ("courier", "2024-12-16", "Lighthouse Guild said: 9 sailors were killed near Port Tallow."),
)


def report(key: str, published: str | None, text: str) -> dict[str, str]:
    """Return one report as a record."""
    record = {"id": key, "outlet": key.title(), "title": f"News from {key}", "text": text}
    return record if published is None else {**record, "published": published}


def write_reports(folder: Path, *more: tuple[str, str | None, str]) -> Path:
    """Write the reports, one JSON file each, into a folder that is made for them."""
    folder.mkdir(parents=True, exist_ok=True)
    for key, published, text in (*REPORTS, *more):
        (folder / f"{key}.json").write_text(json.dumps(report(key, published, text)), encoding="utf-8")
    return folder
