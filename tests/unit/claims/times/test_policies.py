"""Policies for vague times are data that can be replaced."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from reportedly.claims.times.policies import default_policies, read_policies
from reportedly.claims.times.tagger import tag
from reportedly.model.errors import SettingsError

ONE = {"name": "lately", "words": ["lately"], "direction": "back", "width": 3, "value": "PAST_REF", "note": "ours"}


def test_every_policy_says_where_its_width_comes_from() -> None:
    """No policy is without words and a note."""
    assert all(policy.words and policy.note for policy in default_policies())


def test_a_file_of_ones_own_replaces_them(tmp_path: Path) -> None:
    """The width of the file holds."""
    path = tmp_path / "policies.json"
    path.write_text(json.dumps({"policies": [ONE]}), encoding="utf-8")
    (found,) = tag("It fell lately.", date(2024, 12, 16), policies=read_policies(path))
    assert str(found.interval) == "2024-12-13..2024-12-16"


@pytest.mark.parametrize("text", ["", "[]", '{"policies": [{}]}', json.dumps({"policies": [{**ONE, "width": -1}]})])
def test_a_file_of_another_form_is_refused(tmp_path: Path, text: str) -> None:
    """What cannot be read as policies is an error of settings."""
    path = tmp_path / "policies.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError):
        read_policies(path)
