"""Read a table of coded claims: each row checked cell by cell and written out as a document of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reportedly.model.coded import CodedRow, Hop, Table
from reportedly.model.days import Days
from reportedly.model.document import Capture, DayBasis, Document, Loss, Published, Refusal
from reportedly.model.span import Span
from reportedly.read.coded_cells import Bounds, bounds_of, days_of, whole_number
from reportedly.read.coded_columns import COLUMNS, CONTENT, CONTENT_COLUMNS, JUDGED, key_column
from reportedly.read.codes import refuse
from reportedly.read.publication import parse_published
from reportedly.read.relayed import Named, read_claimant, read_relayed
from reportedly.read.table import Row, cut

_POLARITY = {"affirmed": False, "affirms": False, "denied": True, "denies": True, "negated": True, "": False}


@dataclass(frozen=True, slots=True)
class _Checked:
    """What is read of a row's cells."""

    bounds: Bounds
    said: Days | None
    as_of: Days | None
    published: Published | None
    denied: bool


def read_coded(capture: Capture, table: Table = Table.RELAYS, *, blind: bool = False) -> Iterator[CodedRow | Refusal]:
    """Read a table of coded claims.

    Args:
        capture: the table's bytes.
        table: whether its rows are what pages carry or what origins said themselves.
        blind: leave out what the coder judged of the relays (``JUDGED``).

    Yields:
        A row, or a refusal that names line, column and what to do, for each row; only refusals where the header lacks
        what is required.
    """
    found = cut(capture)
    yield from found.refusals
    missing = _missing(found.columns, table)
    if found.columns and missing:
        if not any(refusal.code == "R221" for refusal in found.refusals):
            yield refuse("R224", capture.origin, missing)
        return
    key = key_column(table)
    used = Counter(row.cells[key] for row in found.rows if key in row.cells)
    hidden = (JUDGED if blind else frozenset()) - {key}
    for row in found.rows:
        if used[row.cells.get(key, "")] > 1:
            yield refuse("R205", row.where, f"{key} “{row.cells[key]}”")
            continue
        checked = _check(row)
        yield checked if isinstance(checked, Refusal) else _written(row, checked, capture, table, hidden, found.losses)


def _missing(columns: tuple[str, ...], table: Table) -> str:
    if "claimant" not in columns:
        return "no column claimant"
    if table is Table.TESTIMONIES and "root_id" not in columns:
        return "no column root_id"
    if not {"category", "content", "quote", "number", "number_low", "number_high"} & set(columns):
        return "no column says what is claimed: category, content, number, number_low or number_high"
    return ""


def _check(row: Row) -> _Checked | Refusal:
    """Return what the cells say, or the first refusal: in the order of the columns."""
    if "claimant" not in row.cells:
        return refuse("R225", row.where, "column claimant")
    if not any(column in row.cells for column in CONTENT if column not in {"side_affected", "number_kind"}):
        return refuse("R226", row.where, "columns category, content, number")
    bounds = _bounds(row)
    if isinstance(bounds, Refusal):
        return bounds
    days: list[Days | None] = []
    for column in ("date_said", "as_of_date"):
        cell = row.cells.get(column)
        days.append(days_of(cell) if cell else None)
        if cell and days[-1] is None:
            return refuse("R229", row.where, f"column {column}, “{cell[:40]}”")
    published = _published(row, days[0])
    if isinstance(published, Refusal):
        return published
    polarity = row.cells.get("polarity", "").casefold()
    if polarity not in _POLARITY:
        return refuse("R230", row.where, f"column polarity, “{polarity[:40]}”")
    return _Checked(bounds, days[0], days[1], published, _POLARITY[polarity])


def _bounds(row: Row) -> Bounds | Refusal:
    ends: dict[str, int | None] = {}
    for column in ("number_low", "number_high"):
        cell = row.cells.get(column)
        ends[column] = whole_number(cell) if cell else None
        if cell and ends[column] is None:
            return refuse("R227", row.where, f"column {column}, “{cell[:40]}”")
    low, high, qualifier = ends["number_low"], ends["number_high"], None
    cell = row.cells.get("number")
    if cell and low is None and high is None:
        found = bounds_of(cell)
        if found is None:
            return refuse("R227", row.where, f"column number, “{cell[:40]}”")
        low, high, qualifier = found
    if low is not None and high is not None and low > high:
        return refuse("R228", row.where, f"{low:,} and {high:,}")
    return low, high, qualifier


def _published(row: Row, said: Days | None) -> Published | Refusal | None:
    cell = row.cells.get("published")
    if cell:
        stated = parse_published(cell, DayBasis.GIVEN, "given in the table")
        day = days_of(cell) if stated is None else None
        if stated is None and (day is None or day.length > 1):
            return refuse("R229", row.where, f"column published, “{cell[:40]}”")
        return stated or (Published(day.first, DayBasis.GIVEN, "given in the table") if day else None)
    if said is None:
        return None
    return Published(said.first, DayBasis.INFERRED, "the day of saying: no page can have it earlier")


def _written(
    row: Row, checked: _Checked, capture: Capture, table: Table, hidden: frozenset[str], losses: tuple[Loss, ...]
) -> CodedRow:
    text, cells = _text(row, hidden)
    relayed = read_relayed(row.cells.get("relayed_by", ""))
    claimant = _hops(read_claimant(row.cells["claimant"]), cells, "claimant")
    page = relayed.page.name if relayed.page else None
    outlet = claimant[0].name if table is Table.TESTIMONIES else row.cells.get("outlet") or page
    key = row.cells.get(key_column(table)) or f"row {row.line}"
    document = Document(
        id=Document.identify(key, text, None, outlet, checked.published),
        key=key,
        text=text,
        outlet=outlet,
        published=checked.published,
        address=row.cells.get("url"),
        capture_id=capture.id,
        losses=losses,
    )
    return CodedRow(
        table=table,
        line=row.line,
        document=document,
        cells=cells,
        claimant=claimant,
        relays=_hops(relayed.hops, cells, "relayed_by") if table is Table.RELAYS else (),
        low=checked.bounds[0],
        high=checked.bounds[1],
        said=checked.said,
        as_of=checked.as_of,
        denied=checked.denied,
    )


def _hops(names: Iterable[Named], cells: Mapping[str, Span], column: str) -> tuple[Hop, ...]:
    start = cells[column].start if column in cells else 0
    return tuple(Hop(one.name, one.span.shifted(start), one.unsure) for one in names)


def _text(row: Row, hidden: frozenset[str]) -> tuple[str, dict[str, Span]]:
    """Return the row as lines of ``column: cell``, the content's columns together, and where each cell stands."""
    known = [column.name for column in COLUMNS]
    first = known.index(CONTENT_COLUMNS[0])
    order = [name for name in known[:first] if name not in CONTENT_COLUMNS]
    order += [*CONTENT_COLUMNS, *(name for name in known[first:] if name not in CONTENT_COLUMNS)]
    order += sorted(name for name in row.cells if name not in set(order))
    lines: list[str] = []
    cells: dict[str, Span] = {}
    at = 0
    for name in order:
        if name in hidden or name not in row.cells:
            continue
        cells[name] = Span(at + len(name) + 2, at + len(name) + 2 + len(row.cells[name]))
        lines.append(f"{name}: {row.cells[name]}\n")
        at += len(lines[-1])
    return "".join(lines), cells
