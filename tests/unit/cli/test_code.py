"""``reportedly code``: off unless named, plain about what is sent, repeatable, and without consequence for a ledger."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from stand_in import Reply, StandIn, completion, stand_in

Call = Callable[..., Result]
KEY = "sk-very-secret-0123"
LINK = {"name": "Harbour Office", "mention": "Harbour Office", "cue": "said"}
ANSWER = {
    "claims": [
        {
            "quote": "12 sailors were killed near Port Tallow",
            "chain": [LINK],
            "kind": "tally",
            "quantities": [{"words": "12", "measure": "killed", "of": "sailors", "low": 12, "high": 12}],
        },
        {"quote": "5000 sailors were killed", "chain": [], "kind": "event"},
    ]
}
SERVER = completion(ANSWER)


@pytest.fixture(autouse=True)
def _nothing_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of whoever runs the tests counts."""
    for name in ("REPORTEDLY_BACKEND", "REPORTEDLY_BACKEND_MODEL", "REPORTEDLY_BACKEND_KEY"):
        monkeypatch.delenv(name, raising=False)


def coding(call: Call, server: StandIn, *more: str | Path, cache: Path) -> Result:
    """Run the command against a server."""
    return call("code", *more, "--backend", server.address, "--backend-model", "m", "--cache", cache)


@pytest.fixture(name="found")
def fixture_found(call: Call, reports: Path, tmp_path: Path) -> dict[str, Any]:
    """What ``--json`` prints of three reports."""
    with stand_in(SERVER) as server:
        outcome = coding(call, server, reports, "--json", cache=tmp_path / "cache")
    assert outcome.exit_code == 0, outcome.output
    printed: dict[str, Any] = json.loads(outcome.stdout)
    return printed


def test_both_coders_are_counted(found: dict[str, Any]) -> None:
    """The toy reader finds five claims; the model two of them, one in each of two reports."""
    assert found["claims"] == {"both": 2, "reader_only": 3, "second_only": 0}


def test_what_was_dropped_is_counted_with_its_reason(found: dict[str, Any]) -> None:
    """An invented claim a report, and one that does not stand in the third."""
    assert found["dropped"] == {"the quote does not stand in the document": 4}


def test_differences_name_their_field(found: dict[str, Any]) -> None:
    """Both have the same words and figures; the kind differs."""
    pair = found["documents"][1]["pairs"][0]
    assert (pair["differing"], pair["reader"]["quote"]) == (["kind"], pair["second"]["quote"])


def test_the_coder_is_named(found: dict[str, Any]) -> None:
    """By the model's name."""
    assert found["coder"] == "backend:m"


@pytest.mark.parametrize("words", ["backend:m", "2 claims found by both", "tally", "reader alone", "4 of the second"])
def test_people_see_agreement_differences_and_losses(call: Call, reports: Path, tmp_path: Path, words: str) -> None:
    """Counts, fields, and what only one coder found."""
    with stand_in(SERVER) as server:
        outcome = coding(call, server, reports, "--quiet", cache=tmp_path / "cache")
    assert words in outcome.stdout


@pytest.mark.parametrize("quiet", [(), ("--quiet",), ("--json",)])
def test_the_warning_cannot_be_silenced(call: Call, reports: Path, tmp_path: Path, quiet: tuple[str, ...]) -> None:
    """It says to whom the text goes, whether that is this machine, and where it is kept."""
    with stand_in(SERVER) as server:
        outcome = coding(call, server, reports, *quiet, cache=tmp_path / "cache")
    told = " ".join(outcome.stderr.split())
    assert f"text is sent to the model m at {server.address.removesuffix('/v1')} (this machine)" in told
    assert "does not leave this machine" in told


def test_a_run_from_the_cache_is_the_same_and_sends_nothing(call: Call, reports: Path, tmp_path: Path) -> None:
    """Strict gives the same bytes without a server."""
    cache = tmp_path / "cache"
    with stand_in(SERVER) as server:
        first = coding(call, server, reports, "--json", cache=cache)
    again = call("code", reports, "--backend-model", "m", "--cache", cache, "--mode", "strict", "--json")
    assert (again.exit_code, again.stdout) == (0, first.stdout)
    assert "nothing is sent" in again.stderr


def test_strict_without_an_answer_is_an_error(call: Call, reports: Path, tmp_path: Path) -> None:
    """Exit status 8 and E604, in the form that was asked for."""
    outcome = call("code", reports, "--backend-model", "m", "--cache", tmp_path / "c", "--mode", "strict", "--json")
    assert (outcome.exit_code, json.loads(outcome.stdout)["error"]["code"]) == (8, "E604")


def test_without_an_address_nothing_is_sent(call: Call, reports: Path, tmp_path: Path) -> None:
    """The backend is off until somebody names one."""
    outcome = call("code", reports, "--backend-model", "m", "--cache", tmp_path / "cache")
    assert (outcome.exit_code, "E263" in outcome.stderr) == (2, True)


@pytest.mark.parametrize("given", [("--cache", "c"), ("--backend-model", "m")])
def test_model_and_cache_must_be_named(call: Call, reports: Path, given: tuple[str, str]) -> None:
    """There is no default for either."""
    assert call("code", reports, "--backend", "http://localhost:1", *given).exit_code == 2


def test_plain_http_to_another_machine_is_refused(call: Call, reports: Path, tmp_path: Path) -> None:
    """E261, before anything is read or sent."""
    options = ("--backend", "http://192.0.2.1/v1", "--backend-model", "m", "--cache", tmp_path)
    assert "E261" in call("code", reports, *options).stderr


@pytest.mark.parametrize("given", [(), ("both",)])
def test_files_or_a_ledger(call: Call, reports: Path, ledger: Path, tmp_path: Path, given: tuple[str, ...]) -> None:
    """Neither and both are wrong calls."""
    paths = (reports, "--ledger", ledger) if given else ()
    assert call("code", *paths, "--backend-model", "m", "--cache", tmp_path, "--mode", "strict").exit_code == 2


def test_an_unusable_answer_is_a_refusal(call: Call, reports: Path, tmp_path: Path) -> None:
    """The other reports are coded; exit status 1."""
    with stand_in(completion("no"), SERVER) as server:
        outcome = coding(call, server, reports, "--json", cache=tmp_path / "cache")
    assert (outcome.exit_code, [one["code"] for one in json.loads(outcome.stdout)["refusals"]]) == (1, ["R501"])


def test_a_server_that_refuses_ends_the_run(call: Call, reports: Path, tmp_path: Path) -> None:
    """Exit status 8; what was answered before stays kept."""
    cache = tmp_path / "cache"
    with stand_in(SERVER, Reply(status=403)) as server:
        outcome = coding(call, server, reports, cache=cache)
    assert (outcome.exit_code, "E602" in outcome.stderr, len(list(cache.iterdir()))) == (8, True, 1)


def test_the_key_is_sent_and_nowhere_kept(
    call: Call, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not in the cache, the output or the warning."""
    monkeypatch.setenv("REPORTEDLY_BACKEND_KEY", KEY)
    cache = tmp_path / "cache"
    with stand_in(SERVER) as server:
        outcome = coding(call, server, reports, cache=cache)
    assert server.headers[0]["Authorization"] == f"Bearer {KEY}"
    kept = "".join(path.read_text("utf-8") for path in cache.iterdir())
    assert KEY not in kept + outcome.output + outcome.stderr


def test_the_claims_are_written_as_extract_writes_them(call: Call, reports: Path, tmp_path: Path) -> None:
    """One line a document, for the same scorer."""
    target = tmp_path / "second.jsonl"
    with stand_in(SERVER) as server:
        coding(call, server, reports, "--output", target, cache=tmp_path / "cache")
    lines = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert [len(line["claims"]) for line in lines] == [0, 1, 1]
    assert lines[1]["claims"][0]["chain"][0]["name"] == "Harbour Office"


def recorded(call: Call, ledger: Path, cache: Path) -> None:
    """Code a ledger's documents."""
    with stand_in(SERVER) as server:
        assert coding(call, server, "--ledger", ledger, cache=cache).exit_code == 0


def test_a_ledger_keeps_the_codings_under_the_coders_name(call: Call, ledger: Path, tmp_path: Path) -> None:
    """``show`` finds an entry of its own, made by the coder."""
    recorded(call, ledger, tmp_path / "cache")
    shown = json.loads(call("show", "cod-", "--ledger", ledger, "--json").stdout)
    assert shown["error"]["code"] == "E402"
    short = shown["error"]["advice"] + shown["error"]["what"]
    one = next(word.strip(",.") for word in short.split() if word.startswith("cod-"))
    entry = json.loads(call("show", one, "--ledger", ledger, "--json").stdout)["history"][0]
    assert (entry["draft"]["kind"], entry["draft"]["actor"]) == ("coding", "backend:m")


@pytest.mark.parametrize("command", ["report", "events", "claims"])
def test_a_coding_changes_nothing_that_is_drawn(call: Call, ledger: Path, tmp_path: Path, command: str) -> None:
    """Events, figures, findings and the reader's claims stay byte for byte the same."""
    before = call(command, "--ledger", ledger, "--json").stdout
    recorded(call, ledger, tmp_path / "cache")
    assert call(command, "--ledger", ledger, "--json").stdout == before


def test_the_same_coding_is_recorded_once(call: Call, ledger: Path, tmp_path: Path) -> None:
    """A second run adds no entry, and the chain holds."""
    recorded(call, ledger, tmp_path / "cache")
    before = json.loads(call("verify", "--ledger", ledger, "--json").stdout)
    recorded(call, ledger, tmp_path / "cache")
    assert json.loads(call("verify", "--ledger", ledger, "--json").stdout) == before


def test_as_of_leaves_later_reports_out(call: Call, reports: Path, tmp_path: Path) -> None:
    """Nothing is sent of what was not known."""
    with stand_in(SERVER) as server:
        coding(call, server, reports, "--as-of", "2024-12-15", cache=tmp_path / "cache")
    assert len(server.bodies) == 2


def test_doctor_says_that_the_backend_is_off(call: Call) -> None:
    """And where it leads when it is named, without asking it."""
    checks = {one["name"]: one for one in json.loads(call("doctor", "--json").stdout)["checks"]}
    assert checks["model backend"]["detail"] == "off"


def test_doctor_says_where_the_backend_stands(call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its reach and whether there is a key, which is not shown."""
    monkeypatch.setenv("REPORTEDLY_BACKEND", "http://10.0.0.5:8080/v1")
    monkeypatch.setenv("REPORTEDLY_BACKEND_KEY", KEY)
    checks = {one["name"]: one for one in json.loads(call("doctor", "--json").stdout)["checks"]}
    told = checks["model backend"]["detail"]
    assert told == "http://10.0.0.5:8080 (another machine on a private network), with a key"


def test_recorded_codings_are_shown_without_asking(call: Call, ledger: Path, tmp_path: Path) -> None:
    """The same comparison as when they were made."""
    with stand_in(SERVER) as server:
        first = coding(call, server, "--ledger", ledger, "--json", cache=tmp_path / "cache")
    again = call("code", "--ledger", ledger, "--recorded", "--json")
    assert (again.exit_code, json.loads(again.stdout)) == (0, json.loads(first.stdout))


def test_without_recorded_codings_e450(call: Call, ledger: Path) -> None:
    """It says which coders there are."""
    outcome = call("code", "--ledger", ledger, "--recorded")
    assert (outcome.exit_code, "E450" in outcome.stderr, "there are: none" in outcome.stderr) == (4, True, True)


def test_recorded_codings_need_a_ledger(call: Call, reports: Path) -> None:
    """Files hold none."""
    assert call("code", reports, "--recorded").exit_code == 2


def test_several_coders_must_be_told_apart(call: Call, ledger: Path, tmp_path: Path) -> None:
    """Codings of two models stand side by side in a ledger; one is named."""
    recorded(call, ledger, tmp_path / "cache")
    with stand_in(SERVER) as server:
        given = ("--backend", server.address, "--backend-model", "n", "--cache", tmp_path / "cache")
        call("code", "--ledger", ledger, *given)
    assert call("code", "--ledger", ledger, "--recorded").exit_code == 4
    one = call("code", "--ledger", ledger, "--recorded", "--backend-model", "n", "--json")
    assert json.loads(one.stdout)["coder"] == "backend:n"


def test_passages_and_answers_can_be_sized(call: Call, tmp_path: Path) -> None:
    """Shorter passages are more requests, and the limit of an answer is asked for."""
    path = tmp_path / "long.txt"
    path.write_text("".join(f"Boat {number} lay near Port Tallow. " for number in range(40)), encoding="utf-8")
    with stand_in(completion({"claims": []})) as server:
        coding(call, server, path, "--passage", "300", "--answer-tokens", "99", cache=tmp_path / "cache")
    assert len(server.bodies) > 3
    assert {body["max_tokens"] for body in server.bodies} == {99}
