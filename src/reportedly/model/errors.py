"""Every error that Reportedly raises, in one tree; each says code, what, where and what to do.

    ReportedlyError            exit 70   something of ours went wrong
    |-- InputError      E1..   exit 3    nothing could be read
    |-- SettingsError   E2..   exit 2    a setting, registry or plug-in is unusable
    |-- LedgerError     E3..   exit 5    the ledger cannot be opened or written
    |   |-- LedgerBusy         exit 5    another process writes to it
    |   `-- LedgerDamaged      exit 6    its chain does not verify
    |-- NotFound        E4..   exit 4    an id that the ledger does not hold
    |-- UnsupportedSentence E5.. exit 7  an assessment holds a sentence without a claim behind it
    |-- BackendError    E6..   exit 8    the model backend gave no answer that can be used
    `-- UnlikeMeasures  E8..   exit 70   figures that count unlike things were to be added: a fault of ours

What is merely not taken (a file, a line) is no error but a ``Refusal`` (model/document.py): it is recorded and the
rest goes on; a command that refused part of its input and did the rest ends with exit status 1.
"""

from __future__ import annotations

EXIT_OK = 0
EXIT_SOME_REFUSED = 1


class ReportedlyError(Exception):
    """Base of all errors; carries what a person needs to act."""

    exit_status = 70

    def __init__(self, code: str, what: str, where: str = "", advice: str = "") -> None:
        """Keep the four parts apart so that ``--json`` can print them.

        Args:
            code: stable code such as ``E301``.
            what: what went wrong, in words.
            where: file, line, id or address; empty where there is none.
            advice: what the user can do; empty where nothing helps.
        """
        self.code, self.what, self.where, self.advice = code, what, where, advice
        place = f" ({where})" if where else ""
        remedy = f" -> {advice}" if advice else ""
        super().__init__(f"[{code}] {what}{place}{remedy}")


class InputError(ReportedlyError):
    """None of the inputs could be read."""

    exit_status = 3


class SettingsError(ReportedlyError):
    """A setting, data file or plug-in is unusable."""

    exit_status = 2


class LedgerError(ReportedlyError):
    """The ledger cannot be opened or written."""

    exit_status = 5


class LedgerBusy(LedgerError):
    """Another process holds the ledger's one writing place."""


class LedgerDamaged(LedgerError):
    """The ledger's content does not fit its hashes."""

    exit_status = 6


class NotFound(ReportedlyError):
    """No such id, or a short id that fits several."""

    exit_status = 4


class UnsupportedSentence(ReportedlyError):
    """A sentence of an assessment has no claim behind it."""

    exit_status = 7


class BackendError(ReportedlyError):
    """The model backend gave no answer, or the cache holds none."""

    exit_status = 8


class UnlikeMeasures(ReportedlyError):
    """Figures that count unlike things were to be added."""
