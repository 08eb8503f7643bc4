"""Executors: same claims, same order, whichever runs them."""

from __future__ import annotations

from datetime import date

import pytest

from builders import make_document
from reportedly.model.document import Document
from reportedly.model.errors import SettingsError
from reportedly.pipeline.executors import Automatic, Processes, Serial, built_in
from toy import load_toy


def pages(count: int) -> list[Document]:
    """Return small documents that differ."""
    return [
        make_document(f"p{n}", "Outlet", date(2024, 12, 1), f"Mayor said: {n} trees were planted. It rained.")
        for n in range(count)
    ]


@pytest.mark.slow
def test_processes_give_what_one_after_another_gives() -> None:
    """Several processes give the claims of each document in the order of the documents."""
    documents = pages(7)
    assert list(Processes(2).extract(documents, load_toy)) == list(Serial().extract(documents, load_toy))


@pytest.mark.parametrize("executor", [Serial(), Processes(2), Automatic()])
def test_no_documents_give_no_claims(executor: Serial | Processes | Automatic) -> None:
    """Nothing is loaded or started for no documents."""
    assert list(executor.extract([], load_toy)) == []


def test_little_text_is_read_in_this_process() -> None:
    """For a few short documents the automatic choice is one after another."""
    documents = pages(2)
    assert list(Automatic().extract(documents, load_toy)) == list(Serial().extract(documents, load_toy))


def test_an_unknown_executor_is_refused() -> None:
    """A name that nobody knows is an error of the settings that lists the names."""
    with pytest.raises(SettingsError, match="auto, serial, processes"):
        built_in("cloud")
