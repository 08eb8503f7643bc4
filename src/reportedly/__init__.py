"""Reportedly: reads reports and says what is really known, by whom, through whom, and how surely."""

__version__ = "0.1.0"
