"""One module for each part of the workbench; each has a ``router``."""
