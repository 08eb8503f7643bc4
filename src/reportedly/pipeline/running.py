"""Check tables of running totals and draw an estimate from them: from files to a report."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from math import log, sqrt
from pathlib import Path
from typing import Any

from reportedly.evidence.series.digits import runs
from reportedly.evidence.series.faults import settle
from reportedly.evidence.series.scrapes import families, reconcile
from reportedly.evidence.series.totals import Evidence, below_floor, contradictions, estimate
from reportedly.model.errors import InputError, SettingsError
from reportedly.model.posterior import PriorUsed
from reportedly.model.running import Column, Counted, Finding, Interest, Missing, Role, SeriesReport, Wanted
from reportedly.pipeline.resources import data_file
from reportedly.publish.series_files import series_files
from reportedly.read.running import read_running

_SIGMAS = 1.645
_PRIORS = "series_priors.json"


@dataclass(frozen=True, slots=True)
class Question:
    """What the user wants of the tables."""

    wanted: Wanted = field(default_factory=Wanted)
    interest: Interest = Interest.UNKNOWN
    counts: Counted = Counted.KILLED
    shares: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    """By column, which share of the true total a floor is thought to hold, low and high; over that of the priors."""
    priors: Path | None = None


@dataclass(frozen=True)
class _Family:
    """Columns of one source with what is left after their faults were mended."""

    columns: tuple[Column, ...]
    known: Mapping[date, float]

    @property
    def name(self) -> str:
        return " / ".join(one.name for one in self.columns)

    @property
    def role(self) -> Role:
        return self.columns[0].role


def examine(files: Sequence[Path], question: Question) -> SeriesReport:
    """Read tables, name what is wrong in them and estimate the total behind them.

    Args:
        files: tables of running totals; what they count must be one total where an estimate is wanted.
        question: what the user says about them.

    Raises:
        InputError: where a file or a column that the user named cannot be used.
        SettingsError: where the priors cannot be used.
    """
    priors = load_priors(question.priors)
    columns = [column for path in files for column in _read(path, question.wanted)]
    _refuse_unknown(columns, question)
    columns = _with_figures(columns, question.wanted)
    findings: list[Finding] = []
    settled: list[tuple[Column, dict[date, float]]] = []
    for column in columns:
        known, twice = settle(column)
        settled.append((column, known))
        findings += twice
    groups: list[_Family] = []
    for role in Role:
        held = {_label(one, columns): (one, known) for one, known in settled if one.role is role}
        for names in families({name: known for name, (_, known) in held.items()}):
            known, found = reconcile({name: held[name][1] for name in names})
            groups.append(_Family(tuple(held[name][0] for name in names), known))
            findings += found
    evidence, used = _evidence(groups, question, priors)
    claims, floors = [one for one in evidence if not one.floor], [one for one in evidence if one.floor]
    findings += [found for claim in claims for found in below_floor(claim, floors)]
    open_question = _ambiguous(groups, question)
    return SeriesReport(
        tuple(columns),
        tuple(tuple(one.name for one in group.columns) for group in groups if len(group.columns) > 1),
        tuple(sorted(findings, key=lambda one: (one.first, one.column, one.kind))),
        tuple(_missing(one, columns) for one in settled),
        () if open_question else tuple(estimate(evidence)),
        () if open_question else used,
        (open_question,) if open_question else tuple(contradictions(evidence)),
    )


def write_series(report: SeriesReport, folder: Path, title: str = "") -> list[Path]:
    """Write chart, table and findings into a folder, and return the files.

    Args:
        report: what to write.
        folder: made where it is not there.
        title: title of the chart; empty = the names of the tables.

    Raises:
        SettingsError: where the folder cannot be written.
    """
    heading = title or ", ".join(dict.fromkeys(one.file for one in report.columns))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        files = series_files(report, heading)
        for name, content in files.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        raise SettingsError("E203", f"cannot be written: {error.strerror}", str(folder), "name a folder") from error
    return [folder / name for name in files]


def _read(path: Path, wanted: Wanted) -> list[Column]:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise InputError("E102", f"cannot be read: {error.strerror}", str(path), "give a table") from error
    columns = read_running(content, path.name, wanted)
    return [_until(one, wanted.until) for one in columns] if wanted.until else columns


def _until(column: Column, day: date) -> Column:
    return replace(column, readings=tuple(one for one in column.readings if one.day <= day))


def _with_figures(columns: Sequence[Column], wanted: Wanted) -> list[Column]:
    found = [one for one in columns if one.readings]
    if not found:
        files = ", ".join(dict.fromkeys(one.file for one in columns))
        raise InputError("E103", f"no figure by {wanted.until}", files, "give a later day to --as-of")
    return found


def _refuse_unknown(columns: Sequence[Column], question: Question) -> None:
    there = {one.name for one in columns}
    for name in [*(name for name, _ in question.wanted.columns), *question.shares]:
        if name not in there:
            raise InputError("E103", f"no column {name}", "", f"there are {', '.join(sorted(there)) or 'none'}")
    for one in columns:
        people = question.counts is not Counted.EQUIPMENT
        if one.role is (Role.SEEN if people else Role.NAMED):
            words = f"column {one.name} is no floor of {question.counts.value}"
            raise InputError("E103", words, one.file, "give --counts, or the column's role with --column NAME=floor")


def _label(column: Column, columns: Sequence[Column]) -> str:
    """Return a column's name, with its file's where several columns have it."""
    several = sum(one.name == column.name for one in columns) > 1
    return f"{column.file}: {column.name}" if several else column.name


def _missing(one: tuple[Column, Mapping[date, float]], columns: Sequence[Column]) -> Missing:
    column, known = one
    first, last = min(known), max(known)
    gone = [at for at in range((last - first).days + 1) if first + timedelta(days=at) not in known]
    spans = tuple((first + timedelta(days=start), first + timedelta(days=end)) for start, end in runs(gone))
    return Missing(_label(column, columns), spans, len(gone))


def _ambiguous(groups: Sequence[_Family], question: Question) -> str:
    """Return why no estimate is drawn; empty where one is."""
    if question.wanted.columns:
        return ""
    claims, floors = ([one for one in groups if (one.role is Role.CLAIM) == claim] for claim in (True, False))
    if len(claims) <= 1 and len(floors) <= 1:
        return ""
    names = ", ".join(one.name for one in groups)
    return f"No estimate: {names} may be of different totals. Name those of one total with --column NAME=ROLE."


def _evidence(
    groups: Sequence[_Family], question: Question, priors: Mapping[str, Any]
) -> tuple[list[Evidence], tuple[PriorUsed, ...]]:
    made: list[Evidence] = []
    used: list[PriorUsed] = []
    for group in groups:
        if group.role is Role.CLAIM:
            prior = priors["factors"][question.interest][question.counts]
            name = f"{group.name}: {question.interest} claimant, {question.counts}"
            used.append(PriorUsed(name, prior["factor"], prior["spread"], prior["source"]))
            made.append(Evidence(group.name, group.known, prior["factor"], prior["spread"], floor=False))
        elif group.role is Role.FLOOR and group.name not in question.shares:
            made.append(Evidence(group.name, group.known, None, 0.0, floor=True))
        else:
            factor, spread, source = _known_share(group, question, priors)
            used.append(
                PriorUsed(f"{group.name}: share of the {question.counts} that is known", factor, spread, source)
            )
            made.append(Evidence(group.name, group.known, factor, spread, floor=True))
    return made, tuple(used)


def _known_share(group: _Family, question: Question, priors: Mapping[str, Any]) -> tuple[float, float, str]:
    """Return which share of the true total a floor holds, its spread and where that is from."""
    if group.name in question.shares:
        (low, high), source = question.shares[group.name], "set by the user"
    else:
        prior = priors["known_share"][group.role]
        low, high, source = prior["low"], prior["high"], prior["source"]
    factor, spread = sqrt(low * high), log(high / low) / (2 * _SIGMAS)
    if group.role is Role.NAMED and question.counts is Counted.CASUALTIES:
        more = priors["casualties_per_killed"]
        factor, spread = factor / more["factor"], sqrt(spread**2 + more["spread"] ** 2)
        source = f"{source}; {more['source']}"
    return factor, spread, source


def load_priors(path: Path | None) -> dict[str, Any]:
    """Return what is assumed of claimants and floors; a user's file replaces what it names.

    Raises:
        SettingsError: where the file cannot be read or does not hold what is needed.
    """
    priors: dict[str, Any] = json.loads(data_file(_PRIORS).read_text(encoding="utf-8"))
    if path is None:
        return priors
    advice = f"take the form of data/{_PRIORS}"
    try:
        merged = _merged(priors, json.loads(path.read_text(encoding="utf-8")))
        _check(merged)
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise SettingsError("E219", f"priors cannot be used: {error}", str(path), advice) from error
    return merged


def _merged(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    made = dict(old)
    for key, value in new.items():
        if key not in old:
            raise ValueError(f"nothing is called {key}")
        made[key] = _merged(old[key], value) if isinstance(old[key], dict) else value
        if isinstance(made[key], dict) and value is not made[key] and "source" in old[key] and "source" not in value:
            made[key]["source"] = "set by the user"
    return made


def _check(priors: Mapping[str, Any]) -> None:
    factors = [one for kind in priors["factors"].values() for one in kind.values()]
    for one in [*factors, priors["casualties_per_killed"]]:
        if not (one["factor"] > 0 and one["spread"] > 0):
            raise ValueError("factors and spreads must be over 0")
    for one in priors["known_share"].values():
        if not 0 < one["low"] < one["high"] <= 1:
            raise ValueError("shares must be between 0 and 1, low before high")
