"""Opening a model backend: what is warned of, what is refused, and the function that a gate of rewordings takes."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.backend.cache import Mode
from reportedly.backend.protocol import ChatAnswer, ChatRequest, Message, Role
from reportedly.ledger.store import Ledger
from reportedly.model.entry import EntryKind
from reportedly.model.errors import BackendError, SettingsError
from reportedly.pipeline.run import add_paths
from reportedly.pipeline.second_coder import BackendSettings, numbers_in, open_backend, rephraser, second_coding
from stand_in import Scripted, completion, stand_in
from toy import toy_tools
from toy_reports import write_reports

SENTENCE = "Harbour Office says that at least 12 sailors were killed."


@pytest.fixture(name="settings")
def fixture_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BackendSettings:
    """Settings of a backend on this machine, with no key set."""
    monkeypatch.delenv("REPORTEDLY_BACKEND_KEY", raising=False)
    return BackendSettings("m", tmp_path / "cache", address="http://localhost:9")


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("http://localhost:9/v1", "does not leave this machine, unless that server passes it on"),
        ("https://10.0.0.5/v1", "LEAVES THIS MACHINE"),
        ("https://api.example.org/v1", "https://api.example.org:443 (another machine); it LEAVES THIS MACHINE"),
    ],
)
def test_the_warning_says_how_far_the_text_goes(settings: BackendSettings, address: str, words: str) -> None:
    """To whom, and whether it leaves this machine."""
    assert words in open_backend(replace(settings, address=address))[1]


def test_strict_needs_no_address_and_warns_of_nothing(settings: BackendSettings) -> None:
    """Nobody can be asked."""
    backend, warning = open_backend(replace(settings, mode=Mode.STRICT, address=None))
    assert warning.startswith("nothing is sent")
    with pytest.raises(BackendError, match="E604"):
        backend.ask(ChatRequest("m", (Message(Role.USER, "hello"),), 10))


@pytest.mark.parametrize("mode", [Mode.RECORD, Mode.REPLAY])
def test_a_mode_that_sends_needs_an_address(settings: BackendSettings, mode: Mode) -> None:
    """E263, before anything else."""
    with pytest.raises(SettingsError, match="E263"):
        open_backend(replace(settings, mode=mode, address=None))


def test_a_key_with_a_line_end_is_refused(settings: BackendSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    """E262; white space around it does not matter."""
    monkeypatch.setenv("REPORTEDLY_BACKEND_KEY", " one\ntwo ")
    with pytest.raises(SettingsError, match="E262"):
        open_backend(settings)


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("about 1,200 men", {1200}),
        ("two dozen", {24}),
        ("30 to 40", {30, 40}),
        ("at least 24", {24}),
        ("dozens", {24}),
        ("the men", set()),
        ("", set()),
    ],
)
def test_numbers_are_read_as_the_reader_reads_them(words: str, numbers: set[int]) -> None:
    """By the codebook's table, bounds without the end that is not there."""
    assert numbers_in(words) == numbers


def test_a_rephraser_is_a_function_of_a_sentence(settings: BackendSettings) -> None:
    """With the same warning, cache and key as coding."""
    better = completion({"sentence": "At least 12 sailors were killed, Harbour Office says."})
    with stand_in(better) as server:
        rewrite, warning = rephraser(replace(settings, address=server.address))
        assert rewrite(SENTENCE) == "At least 12 sailors were killed, Harbour Office says."
    assert "this machine" in warning
    again, _ = rephraser(replace(settings, mode=Mode.STRICT))
    assert again(SENTENCE) == "At least 12 sailors were killed, Harbour Office says."


def codings_after(tmp_path: Path, *answers: object) -> list[str]:
    """Code a ledger once with each answer and return the bodies of the entries that this made, in order."""
    ledger = tmp_path / "case.db"
    add_paths([write_reports(tmp_path / "reports")], toy_tools(), ledger)
    for answer in answers:
        second_coding(ledger, "m", Scripted([answer]), toy_tools())
    with Ledger.open(ledger) as book:
        return [entry.draft.body for entry in book.entries(kind=EntryKind.CODING)]


def test_a_new_coding_takes_the_place_of_the_old_one_and_keeps_it(tmp_path: Path) -> None:
    """History holds both; what did not change is not said again."""
    claim = {"quote": "12 sailors were killed near Port Tallow", "kind": "event"}
    bodies = codings_after(tmp_path, {"claims": []}, {"claims": []}, {"claims": [claim]})
    assert [len(json.loads(body)["claims"]) for body in bodies] == [0, 0, 0, 1, 1, 0]


def test_a_run_that_fails_records_nothing(tmp_path: Path) -> None:
    """Half a coding is none."""

    class Failing(Scripted):
        def ask(self, request: ChatRequest) -> ChatAnswer:
            if self.asked:
                raise BackendError("E601", "gone")
            return super().ask(request)

    ledger = tmp_path / "case.db"
    add_paths([write_reports(tmp_path / "reports")], toy_tools(), ledger)
    with pytest.raises(BackendError):
        second_coding(ledger, "m", Failing([{"claims": []}]), toy_tools())
    with Ledger.open(ledger) as book:
        assert book.count(EntryKind.CODING) == 0
