"""``python -m reportedly``: the command line without the installed script."""

from __future__ import annotations

from reportedly.cli import main

if __name__ == "__main__":
    main()
