"""Tables of running totals are recognised by their columns, or refused with what to do."""

from __future__ import annotations

import json

import pytest

from reportedly.model.errors import InputError
from reportedly.model.running import Role, Wanted
from reportedly.read.running import guess, parse_day, parse_total, read_running

ROWS = "day,date,total,difference,new,note\n1,2031-03-01,100,,9,x\n2,2031-03-02,140,40,2,y\n3,2031-03-03,190,50,7,z\n"


def test_only_running_totals_are_taken() -> None:
    """Numbers of days, differences and daily figures are none."""
    (column,) = read_running(ROWS.encode(), "t.csv", Wanted())
    assert (column.name, [one.value for one in column.readings]) == ("total", [100, 140, 190])


def test_a_column_that_is_named_is_taken_with_its_role() -> None:
    """Whatever it looks like."""
    (column,) = read_running(ROWS.encode(), "t.csv", Wanted(columns=(("new", Role.FLOOR),)))
    assert (column.name, column.role) == ("new", Role.FLOOR)


@pytest.mark.parametrize(
    "data",
    [
        [{"date": f"2031-03-0{at}", "total": 100 * at} for at in (1, 2, 3)],
        {"data": [{"date": f"2031-03-0{at}", "total": f"{at}00"} for at in (1, 2, 3)]},
        {f"2031-03-0{at}": 100 * at for at in (1, 2, 3)},
    ],
)
def test_json_is_read_in_the_usual_forms(data: object) -> None:
    """A list of objects, such a list under one name, or totals by day."""
    (column,) = read_running(json.dumps(data).encode(), "t.json", Wanted())
    assert [one.value for one in column.readings] == [100, 200, 300]


def test_several_rows_a_day_are_refused_with_the_columns_that_tell_them_apart() -> None:
    """What they count is chosen by the user."""
    rows = "date,kind,total\n" + "".join(f"2031-03-0{at},{kind},{at}0\n" for at in (1, 2, 3) for kind in ("a", "b"))
    with pytest.raises(InputError, match="--where kind=WORDS"):
        read_running(rows.encode(), "t.csv", Wanted())
    (column,) = read_running(rows.encode(), "t.csv", Wanted(where=(("kind", "b"),)))
    assert len(column.readings) == 3


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"a,b\n1,2\n", "no column holds days"),
        (b"date,b\n2031-03-01,x\n2031-03-02,y\n2031-03-03,z\n", "running total"),
        (b"date,b\n", "no rows"),
        (b"[1, 2]", "no list of objects"),
        (b"{", "no JSON"),
        (b"\xff\xfe\xff", "cannot be read"),
    ],
)
def test_what_cannot_be_used_is_refused(content: bytes, words: str) -> None:
    """Each with what is wrong."""
    with pytest.raises(InputError, match=words):
        read_running(content, "t", Wanted())


def test_a_column_of_days_that_is_not_there_is_refused() -> None:
    """The columns that are there are told."""
    with pytest.raises(InputError, match="its columns are day, date"):
        read_running(ROWS.encode(), "t.csv", Wanted(day="when"))


def test_days_and_numbers_are_read_in_several_forms() -> None:
    """Thousands may be marked; words are no numbers."""
    assert parse_day("01.03.2031") == parse_day("2031-03-01T10:00") == parse_day("2031/03/01")
    assert (parse_total("1,234,500"), parse_total("1 234"), parse_total("12 or 13")) == (1_234_500, 1_234, None)


def test_roles_are_guessed_from_names() -> None:
    """Names of columns first, then of files."""
    assert (guess("confirmed", "x.csv"), guess("total", "photo.csv"), guess("total", "x.csv")) == (
        Role.NAMED,
        Role.SEEN,
        Role.CLAIM,
    )
