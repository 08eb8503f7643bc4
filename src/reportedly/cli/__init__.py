"""The command line: thin commands over the pipeline. In: arguments. Out: text, JSON, files, exit statuses."""

from reportedly.cli.app import main

__all__ = ["main"]
