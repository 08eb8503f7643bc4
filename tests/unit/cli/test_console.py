"""What documents say never becomes mark-up or a control of the terminal."""

from __future__ import annotations

import io

import pytest
from rich.console import Console
from rich.progress import Progress

from reportedly.cli.console import add_row, exit_status, first_of, plain, show_refusals, table
from reportedly.cli.progress import Bars, progress
from reportedly.model.document import Refusal


def printed(cell: str) -> str:
    """Return what a table with one cell looks like."""
    stream = io.StringIO()
    made = table("words")
    add_row(made, cell)
    Console(file=stream, width=80).print(made)
    return stream.getvalue()


@pytest.mark.parametrize("hostile", ["[bold red]loud[/]", "[link=http://x]click[/link]", "[/nonsense]"])
def test_mark_up_in_a_document_is_printed_as_it_stands(hostile: str) -> None:
    """Square brackets in a document's words change nothing."""
    assert hostile in printed(hostile)


@pytest.mark.parametrize("control", ["\x1b[31m", "\x07", "\u202e", "\x9b"])
def test_control_characters_do_not_reach_the_terminal(control: str) -> None:
    """Escape, bell and direction controls are shown as a question mark."""
    assert control[0] not in printed(f"a{control}b")
    assert plain(f"a{control[0]}b").plain == "a?b"


def test_refusals_go_to_stderr_and_are_cut_short(capsys: pytest.CaptureFixture[str]) -> None:
    """Of many refusals the first are shown, and how many there are."""
    refusals = [Refusal("R102", "the file is empty", f"f{number}.txt", "fill it") for number in range(30)]
    show_refusals(refusals)
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "Not taken: 30" in shown.err
    assert "and 10 more" in shown.err


def test_the_exit_status_says_whether_something_was_refused() -> None:
    """1 with refusals, 0 without."""
    assert (exit_status([]), exit_status([Refusal("R102", "empty", "a", "b")])) == (0, 1)


def test_the_first_of_several_is_shown_with_the_rest_counted() -> None:
    """A cell with several values shows one."""
    assert [first_of([]), first_of(["a"]), first_of(["a", "b", "c"])] == ["", "a", "a +2"]


def test_nobody_is_shown_progress_without_a_terminal() -> None:
    """Where stderr is no terminal there are no bars."""
    with progress(silent=False) as shown:
        assert shown is None


def test_bars_come_and_go() -> None:
    """A stage's bar is there while the stage is at work."""
    with Progress(console=Console(file=io.StringIO())) as display:
        bars = Bars(display)
        bars.begin("reading", 2)
        bars.step()
        assert [(task.description, task.completed) for task in display.tasks] == [("reading", 1)]
        bars.end()
        assert display.tasks == []
