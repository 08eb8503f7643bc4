"""Tables imported: judgements of their coder, what is recorded, and coder and program side by side."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from coded_tables import row, written
from reportedly.ledger.store import Ledger
from reportedly.model.entry import EntryKind
from reportedly.model.errors import SettingsError
from reportedly.model.event import Verdict
from reportedly.pipeline.imported import Imported, Order, import_tables
from reportedly.pipeline.intake import NothingRead
from reportedly.pipeline.run import dossier_of
from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import Toolkit, prepare


@pytest.fixture(scope="module")
def tools() -> Toolkit:
    """Give what a run works with."""
    return prepare(Settings())


def order(folder: Path, rows: Iterable[dict[str, str]], **more: object) -> Order:
    """Write a table and return the order to import it."""
    path = folder / "claims.csv"
    path.write_text(written(rows), encoding="utf-8")
    return Order(path, **more)  # type: ignore[arg-type]


def sayings(imported: Imported) -> list[list[str]]:
    """Return the keys of the rows of each testimony."""
    dossier = imported.run.dossier
    key = {claim.id: dossier.document_by_id[claim.document_id].key for claim in dossier.claims}
    return sorted(sorted(key[claim] for claim in one.claim_ids) for one in dossier.testimonies)


def test_ids_of_sayings_bind_rows(tools: Toolkit, tmp_path: Path) -> None:
    """Rows with one id are one saying, whatever their figures."""
    rows = [row(root_id="S1"), row(claim_id="A2", root_id="S1", number_low="900")]
    assert sayings(import_tables(order(tmp_path, rows), tools)) == [["A1", "A2"]]


def test_ids_of_sayings_hold_rows_apart(tools: Toolkit, tmp_path: Path) -> None:
    """Equal rows with two ids are two sayings."""
    rows = [row(root_id="S1"), row(claim_id="A2", root_id="S2"), row(claim_id="A3", root_id="S2")]
    assert sayings(import_tables(order(tmp_path, rows), tools)) == [["A1"], ["A2", "A3"]]


def test_blind_ignores_the_ids(tools: Toolkit, tmp_path: Path) -> None:
    """Everything is computed."""
    rows = [row(root_id="S1"), row(claim_id="A2", root_id="S2")]
    assert sayings(import_tables(order(tmp_path, rows, blind=True), tools)) == [["A1", "A2"]]


def test_judgements_bear_their_author(tools: Toolkit, tmp_path: Path) -> None:
    """They are a person's, not the machine's."""
    rows = [row(root_id="S1"), row(claim_id="A2", root_id="S2")]
    imported = import_tables(order(tmp_path, rows, author="Ada Coder"), tools)
    people = [(one.author, one.verdict) for one in imported.run.dossier.judgements if one.author != "machine"]
    assert people == [("Ada Coder", Verdict.NOT_SAME)]


def test_without_a_name_the_author_is_the_coder_of_the_file(tools: Toolkit, tmp_path: Path) -> None:
    """The file stands for its coder."""
    rows = [row(root_id="S1"), row(claim_id="A2", root_id="S1")]
    imported = import_tables(order(tmp_path, rows), tools)
    assert {one.author for one in imported.run.dossier.judgements} - {"machine"} == {"coder of claims.csv"}


def test_the_machine_is_no_coder(tools: Toolkit, tmp_path: Path) -> None:
    """Its name cannot be taken."""
    with pytest.raises(SettingsError):
        import_tables(order(tmp_path, [row()], author="machine"), tools)


def test_differences_show_both_sides(tools: Toolkit, tmp_path: Path) -> None:
    """Where the coder found nothing and the program a change."""
    rows = [row(claim_id=f"A{n}", relation="faithful_relay") for n in range(4)]
    rows.append(row(claim_id="B", relation="faithful_relay", category="killed+wounded"))
    found = [(one.key, one.coded, one.found) for one in import_tables(order(tmp_path, rows), tools).differences]
    assert found == [("B", "nothing changed", "measure")]


def test_differences_name_rows_of_another_saying(tools: Toolkit, tmp_path: Path) -> None:
    """A row that the program puts elsewhere."""
    rows = [row(root_id="S1"), row(claim_id="A2", root_id="S1"), row(claim_id="A3", root_id="S2")]
    found = [(one.key, one.about, one.coded) for one in import_tables(order(tmp_path, rows), tools).differences]
    assert found == [("A3", "saying", "S2")]


def test_agreement_is_no_difference(tools: Toolkit, tmp_path: Path) -> None:
    """Nothing is shown where both say the same."""
    rows = [row(root_id="S1", relation="faithful_relay"), row(claim_id="A2", root_id="S1", relation="faithful_relay")]
    assert import_tables(order(tmp_path, rows), tools).differences == ()


def test_nothing_read(tools: Toolkit, tmp_path: Path) -> None:
    """A table without a usable row ends the command, with the refusals."""
    with pytest.raises(NothingRead) as raised:
        import_tables(order(tmp_path, [row(claimant="")]), tools)
    assert [refusal.code for refusal in raised.value.refusals] == ["R225"]


def test_a_missing_file_is_refused(tools: Toolkit, tmp_path: Path) -> None:
    """With the code of files that are not there."""
    with pytest.raises(NothingRead) as raised:
        import_tables(Order(tmp_path / "none.csv"), tools)
    assert [refusal.code for refusal in raised.value.refusals] == ["R101"]


def test_the_ledger_gives_the_same_dossier(tools: Toolkit, tmp_path: Path) -> None:
    """What is drawn later from the ledger is what the import drew."""
    rows = [row(root_id="S1"), row(claim_id="A2", root_id="S2", distortion="side"), row(claim_id="A3", root_id="S1")]
    imported = import_tables(order(tmp_path, rows), tools, tmp_path / "case.db")
    assert dossier_of(tmp_path / "case.db", tools).dossier == imported.run.dossier


def test_importing_twice_adds_nothing(tools: Toolkit, tmp_path: Path) -> None:
    """The ledger's head stays where it is."""
    wanted = order(tmp_path, [row(root_id="S1"), row(claim_id="A2", root_id="S1")])
    import_tables(wanted, tools, tmp_path / "case.db")
    with Ledger.open(tmp_path / "case.db") as book:
        before = book.state()
    again = import_tables(wanted, tools, tmp_path / "case.db")
    with Ledger.open(tmp_path / "case.db") as book:
        assert (book.state(), again.run.added) == (before, 0)


def test_refused_rows_are_recorded(tools: Toolkit, tmp_path: Path) -> None:
    """The ledger knows what was not taken."""
    wanted = order(tmp_path, [row(), row(claim_id="A2", number_low="many")])
    import_tables(wanted, tools, tmp_path / "case.db")
    with Ledger.open(tmp_path / "case.db") as book:
        assert len(list(book.current(EntryKind.REFUSAL))) == 1
