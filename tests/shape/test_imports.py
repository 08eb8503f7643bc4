"""The arrows between the packages point one way."""

from __future__ import annotations

from pathlib import Path

import pytest

from shape.imports import STAGES, backward_arrows, cycles, database_users, import_graph, network_users

SOURCE = Path(__file__).parents[2] / "src" / "reportedly"


def planted(tmp_path: Path, files: dict[str, str]) -> Path:
    """Write a small source tree and return the folder of its top package."""
    root = tmp_path / "reportedly"
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for folder in {root, *(path.parent for path in root.rglob("*.py"))}:
        (folder / "__init__.py").touch()
    return root


def test_no_arrow_points_backwards() -> None:
    """Stages know the model alone, and nothing below knows what is above it."""
    assert backward_arrows(import_graph(SOURCE)) == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    """There is no import cycle, lazy and typing imports included."""
    assert cycles(import_graph(SOURCE)) == []


def test_only_ledger_and_gazetteer_open_a_database() -> None:
    """No module outside the two packages that keep files imports a database library."""
    assert database_users(SOURCE) == []


def test_only_the_model_backend_and_fetching_open_a_connection() -> None:
    """No module imports a library of the network but the backend's, the workbench's server and the one that fetches."""
    assert network_users(SOURCE) == []


def test_every_stage_is_a_package() -> None:
    """The tree holds a folder for each stage of the design."""
    assert [stage for stage in STAGES if not (SOURCE / stage / "__init__.py").is_file()] == []


@pytest.mark.parametrize(
    "line",
    [
        "from reportedly.ledger import store",
        "def f():\n    import reportedly.ledger.store",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from reportedly.ledger.store import Ledger",
        "from ..ledger import store",
    ],
)
def test_a_stage_that_knows_the_ledger_is_caught(tmp_path: Path, line: str) -> None:
    """An arrow from a stage to the ledger is seen at the top, in a function, under TYPE_CHECKING and relative."""
    root = planted(tmp_path, {"claims/find.py": line, "ledger/store.py": ""})
    assert backward_arrows(import_graph(root)) == ["reportedly.claims.find imports reportedly.ledger.store"]


def test_a_stage_that_knows_another_stage_is_caught(tmp_path: Path) -> None:
    """A stage may not import another stage."""
    root = planted(tmp_path, {"events/a.py": "from reportedly.claims.b import x", "claims/b.py": "x = 1"})
    assert backward_arrows(import_graph(root)) == ["reportedly.events.a imports reportedly.claims.b"]


def test_a_lazy_cycle_is_caught(tmp_path: Path) -> None:
    """Two modules of one package that import each other inside functions form a cycle."""
    files = {
        "read/a.py": "def f():\n    from reportedly.read import b",
        "read/b.py": "def g():\n    from reportedly.read.a import f",
    }
    assert cycles(import_graph(planted(tmp_path, files))) == ["reportedly.read.a <-> reportedly.read.b"]


def test_a_stage_that_opens_a_database_is_caught(tmp_path: Path) -> None:
    """Importing sqlite3 outside the ledger is seen."""
    root = planted(tmp_path, {"events/a.py": "import sqlite3", "ledger/b.py": "import sqlite3"})
    assert database_users(root) == ["reportedly.events.a imports sqlite3"]


def test_a_stage_that_opens_a_connection_is_caught(tmp_path: Path) -> None:
    """Importing a library of the network outside the backend is seen."""
    root = planted(tmp_path, {"claims/a.py": "from http import client", "backend/b.py": "import http.client"})
    assert network_users(root) == ["reportedly.claims.a imports http"]


def test_a_second_module_that_fetches_is_caught(tmp_path: Path) -> None:
    """The right to fetch is one module's, not its package's."""
    root = planted(tmp_path, {"ingest/fetch.py": "import socket", "ingest/feed.py": "import socket"})
    assert network_users(root) == ["reportedly.ingest.feed imports socket"]
