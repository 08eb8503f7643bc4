"""Publish: in, a dossier; out, one file a format, each readable alone."""

from reportedly.publish.formats import FORMATS, render
from reportedly.publish.rendition import Rendition

__all__ = ["FORMATS", "Rendition", "render"]
