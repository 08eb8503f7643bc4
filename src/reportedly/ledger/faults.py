"""The ledger's errors: code, what happened and what to do, each in one place."""

from __future__ import annotations

from pathlib import Path

from reportedly.model.errors import LedgerBusy, LedgerDamaged, LedgerError, NotFound

_AGAIN = "open the ledger again; what was acknowledged before is kept"


def absent(path: Path) -> LedgerError:
    """There is no file, or no folder to make it in."""
    return LedgerError("E301", "there is no ledger here", str(path), "check the path; adding reports makes one")


def foreign(path: Path, what: str) -> LedgerError:
    """The file is something else."""
    return LedgerError("E302", f"this is no ledger: {what}", str(path), "give the path of a ledger, or of a new file")


def newer(path: Path, revision: str) -> LedgerError:
    """A later version of the program wrote the file."""
    what = f"the ledger was written by a newer Reportedly (form {revision})"
    return LedgerError("E303", what, str(path), "install the newest Reportedly; the ledger was not touched")


def older(path: Path, revision: str) -> LedgerError:
    """The file has a form that only opening for writing brings up to date."""
    what = f"the ledger has an older form ({revision})"
    return LedgerError("E304", what, str(path), "open it once for writing (such as by adding a report) to update it")


def busy(path: Path) -> LedgerBusy:
    """Somebody else holds the one writing place."""
    advice = "wait until the other one has finished, or end it, and try again; reading is possible meanwhile"
    return LedgerBusy("E305", "somebody else is writing to this ledger", str(path), advice)


def unwritten(path: Path, cause: str) -> LedgerError:
    """The disk or the database refused an operation."""
    advice = f"see to the cause (disk full? file read-only? disk failing?), then {_AGAIN}"
    return LedgerError("E306", f"the ledger could not be read or written: {cause}", str(path), advice)


def stopped(path: Path) -> LedgerError:
    """The handle was stopped by an earlier failure."""
    what = "this handle stopped when an earlier write failed; that batch was not acknowledged"
    return LedgerError("E307", what, str(path), _AGAIN)


def misused(path: Path, what: str) -> LedgerError:
    """The handle is closed, read-only or of another process."""
    return LedgerError("E308", what, str(path), "open the ledger (for writing, to write) in the process that uses it")


def unacceptable(what: str, where: str, advice: str) -> LedgerError:
    """A draft cannot be recorded as it is."""
    return LedgerError("E309", what, where, advice)


def damaged(path: Path, what: str) -> LedgerDamaged:
    """The file does not hold what it should."""
    advice = "verify the ledger to see which entries are hit, and go back to a copy"
    return LedgerDamaged("E310", f"the ledger is damaged: {what}", str(path), advice)


def fixed(subject: str) -> LedgerError:
    """A prediction was to be changed."""
    what = "a recorded prediction is neither changed nor withdrawn"
    return LedgerError("E311", what, subject, "resolve it, or record another one beside it")


def unknown(short_id: str) -> NotFound:
    """No subject begins with these characters."""
    return NotFound("E401", "no such id in this ledger", short_id, "check the id; listings show all of them")


def ambiguous(short_id: str, some: tuple[str, ...]) -> NotFound:
    """Several subjects begin with these characters."""
    return NotFound("E402", f"the id fits several: {', '.join(some)} ...", short_id, "give more of its characters")


def unstored(sha256: str) -> NotFound:
    """No stored bytes have this hash."""
    return NotFound("E403", "no content with this hash is stored", sha256, "read the report in again to store them")
