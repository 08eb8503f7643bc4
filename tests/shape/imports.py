"""Draw the import graph of a source tree from its syntax; imports in functions and under TYPE_CHECKING count."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

STAGES = ("ingest", "read", "claims", "events", "evidence", "assessment", "publish")
ALLOWED: Mapping[str, frozenset[str]] = {
    "model": frozenset(),
    **{stage: frozenset({"model"}) for stage in STAGES},
    "ledger": frozenset({"model"}),
    "gazetteer": frozenset({"model"}),
    "backend": frozenset({"model"}),
    "pipeline": frozenset({"model", "ledger", "gazetteer", "backend", *STAGES}),
    "bench": frozenset({"model", "pipeline"}),
    "cli": frozenset({"model", "pipeline", "bench", "web"}),
    "__main__": frozenset({"cli"}),
    "web": frozenset({"model", "pipeline", "publish"}),
}
"""Which packages a package may import besides itself and the version in the root."""
NETWORK_LIBRARIES = frozenset({"http", "urllib3", "requests", "httpx", "socket", "ssl", "ftplib", "smtplib"})
NETWORK_LAYERS = frozenset({"backend", "web"})
"""Packages that may use the network: the model backend, off unless it is asked for, and the workbench, which listens on
this machine alone and asks nobody."""
NETWORK_MODULES = frozenset({"reportedly.ingest.fetch"})
"""The one module of a stage that opens a connection: it fetches the pages that a person asks for, and nothing else may,
so that whoever reads this module knows everything that a stage asks of the network."""
DATABASE_LIBRARIES = frozenset({"sqlite3", "sqlalchemy", "alembic"})
DATABASE_LAYERS = frozenset({"ledger", "gazetteer"})
"""Packages that may open a database: the ledger its entries, the gazetteer its places, which no run changes."""

Graph = dict[str, set[str]]


def module_files(root: Path) -> dict[str, Path]:
    """Return the modules below ``root`` (the folder of the top package) by dotted name."""
    found = {}
    for path in sorted(root.rglob("*.py")):
        parts = (root.name, *path.relative_to(root).with_suffix("").parts)
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imported_names(tree: ast.AST, module: str, is_package: bool) -> Iterator[str]:
    """Yield every dotted name that a module imports anywhere in its text, relative names resolved."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            here = module.split(".") if is_package else module.split(".")[:-1]
            base = ".".join(here[: len(here) - node.level + 1]) if node.level else ""
            prefix = ".".join(part for part in (base, node.module or "") if part)
            yield from (f"{prefix}.{alias.name}" for alias in node.names)


def import_graph(root: Path) -> Graph:
    """Return module -> modules of the same tree that it imports, the longest known name of each import."""
    files = module_files(root)
    graph: Graph = {}
    for module, path in files.items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = imported_names(tree, module, path.name == "__init__.py")
        known = {_longest_known(name, files) for name in names}
        graph[module] = {name for name in known if name and name != module}
    return graph


def _longest_known(name: str, files: Mapping[str, Path]) -> str:
    while name and name not in files:
        name = name.rpartition(".")[0]
    return name


def foreign_imports(root: Path) -> dict[str, set[str]]:
    """Return module -> top names of everything that it imports from outside the tree."""
    found = {}
    for module, path in module_files(root).items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = imported_names(tree, module, path.name == "__init__.py")
        found[module] = {name.split(".")[0] for name in names} - {root.name}
    return found


def layer(module: str) -> str:
    """Return the package right below the root that a module belongs to; empty for the root itself."""
    return module.split(".")[1] if "." in module else ""


def backward_arrows(graph: Graph) -> list[str]:
    """Return every import that points from a package to one that it may not know."""
    wrong = []
    for module, targets in sorted(graph.items()):
        own = layer(module)
        for target in sorted(targets):
            other = layer(target)
            if own != other and other and other not in ALLOWED.get(own, frozenset()):
                wrong.append(f"{module} imports {target}")
    return wrong


def cycles(graph: Graph) -> list[str]:
    """Return every group of modules that import each other in a circle, each as one line."""
    reach = {module: _reachable(module, graph) for module in graph}
    groups = {
        tuple(sorted(other for other in reach[module] if module in reach.get(other, ())))
        for module in graph
        if module in reach[module]
    }
    return [" <-> ".join(group) for group in sorted(groups)]


def _reachable(start: str, graph: Graph) -> set[str]:
    seen: set[str] = set()
    waiting = list(graph.get(start, ()))
    while waiting:
        module = waiting.pop()
        if module not in seen:
            seen.add(module)
            waiting.extend(graph.get(module, ()))
    return seen


def database_users(root: Path) -> list[str]:
    """Return the modules that import a database library and may not."""
    return _users(root, DATABASE_LIBRARIES, DATABASE_LAYERS, frozenset())


def network_users(root: Path) -> list[str]:
    """Return the modules that import a library of the network and may not."""
    return _users(root, NETWORK_LIBRARIES, NETWORK_LAYERS, NETWORK_MODULES)


def _users(root: Path, libraries: frozenset[str], layers: frozenset[str], modules: frozenset[str]) -> list[str]:
    return [
        f"{module} imports {', '.join(sorted(names & libraries))}"
        for module, names in sorted(foreign_imports(root).items())
        if names & libraries and layer(module) not in layers and module not in modules
    ]
