"""Tables of coded claims: what is taken of a row, and what is refused and how."""

from __future__ import annotations

from datetime import date

import pytest

from coded_tables import read, refused, row, taken, written
from reportedly.model.coded import Table
from reportedly.model.days import Days
from reportedly.model.document import DayBasis
from reportedly.read.coded_cells import bounds_of, days_of, whole_number
from reportedly.read.coded_columns import COLUMNS, column_of


def test_a_row_is_a_document_of_its_own() -> None:
    """Key, outlet and day of the document come from the cells."""
    document = taken(written([row()]))[0].document
    assert (document.key, document.outlet, document.day) == ("A1", "Quay Post", date(2031, 5, 3))


def test_the_day_of_saying_is_only_inferred_as_the_pages_day() -> None:
    """Without a column for it, the page's day is known to be no more than inferred."""
    published = taken(written([row()]))[0].document.published
    assert published is not None
    assert published.basis is DayBasis.INFERRED


def test_each_cell_is_a_line_of_the_text() -> None:
    """The row is written out plainly."""
    assert "category: killed\nnumber_low: 30\nqualifier: at least\n" in taken(written([row()]))[0].document.text


def test_each_span_quotes_its_cell() -> None:
    """Where a cell stands in the text, its words stand."""
    made = taken(written([row()]))[0]
    assert {column: made.cell(column) for column in made.cells} == row()


def test_columns_come_in_any_order() -> None:
    """The text of a row does not depend on the order of the columns."""
    turned = dict(reversed(row().items()))
    assert taken(written([turned]))[0].document.text == taken(written([row()]))[0].document.text


def test_a_row_without_an_id_is_known_by_its_line() -> None:
    """The key names the line of the file."""
    assert taken(written([row(claim_id="")]))[0].document.key == "row 2"


def test_columns_that_are_not_known_are_kept_at_the_end() -> None:
    """What the table holds besides is written out, too."""
    assert taken(written([row(remark="see box 4")]))[0].document.text.endswith("remark: see box 4\n")


@pytest.mark.parametrize("column", ["relation", "distortion", "root_id"])
def test_blind_leaves_out_what_the_coder_judged(column: str) -> None:
    """Nothing of the judgement is in the document."""
    made = taken(written([row(**{column: "S-1"})]), blind=True)[0]
    assert "S-1" not in made.document.text


def test_blind_keeps_the_ids_of_sayings_in_their_own_table() -> None:
    """A list of sayings is no judgement of relays."""
    saying = {"root_id": "S-1", "claimant": "NDO", "category": "killed"}
    assert taken(written([saying]), Table.TESTIMONIES, blind=True)[0].document.key == "S-1"


def test_a_saying_stands_on_its_origins_page() -> None:
    """The outlet of an origin's own saying is the origin."""
    saying = {"root_id": "S-1", "claimant": "NDO/DIN", "category": "killed"}
    assert taken(written([saying]), Table.TESTIMONIES)[0].document.outlet == "NDO"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(delimiter: str) -> None:
    """What parts the headings parts the cells."""
    assert taken(written([row()], delimiter))[0].cell("claimant") == "NDO"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str) -> None:
    """Tables are read as spreadsheets save them, with a mark or without."""
    text = written([row(claimant="Präfektur Ålund", qualifier="über")])
    assert taken(text.encode(encoding))[0].cell("claimant") == "Präfektur Ålund"


def test_the_line_by_which_spreadsheets_name_the_delimiter() -> None:
    """``sep=;`` is no header."""
    assert taken("sep=;\n" + written([row()], ";"))[0].cell("claimant") == "NDO"


def test_cells_may_hold_line_breaks() -> None:
    """A quoted cell over two lines is one line of the text."""
    assert taken(written([row(content="two\nlines")]))[0].cell("content") == "two lines"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "R220"),
        ("claimant,claimant,category\nA,B,killed\n", "R221"),
        ("category\nkilled\n", "R224"),
        ("claimant,place\nA,B\n", "R224"),
        ("claimant,category\nA,killed,more\n", "R222"),
        (written([row(claimant="")]), "R225"),
        (written([row(category="", number_low="", qualifier="")]), "R226"),
        (written([row(number_low="many")]), "R227"),
        (written([row(number_low="-3")]), "R227"),
        (written([row(number_low="40", number_high="30")]), "R228"),
        (written([row(date_said="3/5/2031")]), "R229"),
        (written([row(as_of_date="in May")]), "R229"),
        (written([row(published="soon")]), "R229"),
        (written([row(polarity="perhaps")]), "R230"),
        (written([row(), row()]), "R205"),
    ],
)
def test_refusals(text: str, code: str) -> None:
    """Each fault has a code of its own."""
    assert {refusal.code for refusal in refused(text)} == {code}


def test_a_refusal_names_line_column_and_what_to_do() -> None:
    """Who reads it knows which cell to mend and how."""
    refusal = refused(written([row(), row(claim_id="A2", number_low="many")]))[0]
    assert (refusal.where, "number_low" in refusal.what, bool(refusal.advice)) == ("t.csv:3", True, True)


def test_the_rest_goes_on() -> None:
    """A bad row costs no other."""
    assert len(read(written([row(), row(claim_id="A2", number_low="many"), row(claim_id="A3")]))) == 3
    assert len(taken(written([row(), row(claim_id="A2", number_low="many"), row(claim_id="A3")]))) == 2


@pytest.mark.parametrize(
    ("cell", "number"), [("1,200", 1200), ("1 200", 1200), ("1.200", 1200), ("30.0", 30), ("3.5", None)]
)
def test_whole_number(cell: str, number: int | None) -> None:
    """Signs between thousands do not count; a fraction is no count."""
    assert whole_number(cell) == number


@pytest.mark.parametrize(
    ("cell", "bounds"),
    [
        ("30", (30, 30, None)),
        ("200-300", (200, 300, None)),
        (">200", (200, None, "more than")),
        ("30+", (30, None, "at least")),
        ("≥ 30", (30, None, "at least")),
        ("<50", (None, 50, "fewer than")),
        ("≤50", (None, 50, "up to")),
        ("~200", (200, 200, "about")),
        ("a lot", None),
    ],
)
def test_bounds_in_one_cell(cell: str, bounds: object) -> None:
    """A figure may stand in one column with its sign."""
    assert bounds_of(cell) == bounds


@pytest.mark.parametrize(
    ("cell", "days"),
    [
        ("2031-05-03", Days.on(date(2031, 5, 3))),
        ("2031-05-01..2031-05-03", Days(date(2031, 5, 1), date(2031, 5, 3))),
        ("03.05.2031", Days.on(date(2031, 5, 3))),
        ("25/12/2031", Days.on(date(2031, 12, 25))),
        ("12/25/2031", Days.on(date(2031, 12, 25))),
        ("3/5/2031", None),
        ("2031-02-30", None),
    ],
)
def test_days(cell: str, days: Days | None) -> None:
    """A day that could be two is none."""
    assert days_of(cell) == days


def test_headings_have_other_names() -> None:
    """Headings are compared without case and under all their names."""
    assert [column_of(heading) for heading in ("Number Low", "min", "as-of", "Remark")] == [
        "number_low",
        "number_low",
        "as_of_date",
        "remark",
    ]


def test_no_heading_means_two_columns() -> None:
    """Every name of a column is its own."""
    names = [name for column in COLUMNS for name in (column.name, *column.others)]
    assert len(names) == len(set(names))
