"""What a browser sends of the form of a claim, and a person at the workbench without a browser."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fastapi.testclient import TestClient

from reportedly.pipeline.settings import Settings
from reportedly.pipeline.toolkit import prepare
from reportedly.web.app import create_app
from reportedly.web.views.review_form import FormState, Words

BASE = "http://127.0.0.1"


def sent(state: FormState, **changes: str) -> dict[str, str]:
    """Return the fields that a browser sends of a form as it is shown, some of them filled in otherwise.

    Args:
        state: what the form shows.
        changes: fields by name, with underscores for hyphens.
    """
    fields = {
        "snap": "exact",
        "kind": state.kind,
        "polarity": state.polarity,
        "basis": state.basis,
        "hedge-low": state.hedge_low,
        "hedge-high": state.hedge_high,
        "first": state.first,
        "last": state.last,
        "places": state.places.replace("\n", "\r\n"),
        **_words("claim", state.words),
        **_words("hedge", state.hedge),
    }
    for n, hop in enumerate(state.hops):
        fields |= {f"hop-{n}-place": str(n + 1), f"hop-{n}-name": hop.name, f"hop-{n}-class": hop.source_class}
        fields |= _words(f"hop-{n}", hop.words) | _words(f"cue-{n}", hop.cue)
    for n, one in enumerate(state.figures):
        parts = {"measure": one.measure, "of": one.of, "low": one.low, "high": one.high}
        parts |= {"qualifier": one.qualifier, "scope": one.scope, "as-of": one.as_of}
        fields |= {f"figure-{n}-{name}": value for name, value in parts.items()} | _words(f"figure-{n}", one.words)
    return fields | {name.replace("_", "-"): value for name, value in changes.items()}


def _words(name: str, words: Words) -> dict[str, str]:
    return {f"{name}-from": words.start, f"{name}-to": words.end}


@dataclass
class Person:
    """Somebody at the workbench, or nobody where the name is empty."""

    client: TestClient

    @classmethod
    def at(cls, ledger: Path, name: str = "A. Analyst") -> Person:
        """Return a person who works with a ledger."""
        client = TestClient(create_app(ledger, prepare(Settings())), base_url=BASE, follow_redirects=False)
        if name:
            client.cookies.set("reportedly-person", quote(name))
        return cls(client)

    def see(self, path: str) -> Any:
        """Return the JSON of a page, which must be there."""
        response = self.client.get(path, headers={"accept": "application/json"})
        assert response.status_code == 200, response.text
        return response.json()

    def read(self, path: str) -> str:
        """Return the text of a page, which must be there."""
        response = self.client.get(path)
        assert response.status_code == 200, response.text
        return response.text

    def send(self, path: str, **fields: str) -> Any:
        """Send a form."""
        return self.client.post(path, data={name.replace("_", "-"): value for name, value in fields.items()})
