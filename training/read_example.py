"""Read the bundled example and keep the result in the package, for ``reportedly demo``.

    python training/read_example.py

To be run after every change of how reports are read; a test says when it was forgotten.
"""

from __future__ import annotations

from pathlib import Path

from reportedly.pipeline.intake import code, read_paths
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from reportedly.pipeline.workbench.demo import READ_EXAMPLE, packed

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Read, pack, write."""
    tools = prepare(Settings(executor="serial"))
    coded = list(code(read_paths([ROOT / "examples" / "kursk-2024-12"], tools).documents, tools))
    target = ROOT / "src" / "reportedly" / "data" / READ_EXAMPLE
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(packed(coded))
    print(f"{len(coded)} documents, {sum(len(one.claims) for one in coded)} claims, {target.stat().st_size} bytes")


if __name__ == "__main__":
    main()
