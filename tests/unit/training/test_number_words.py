"""The survey convention is what its script computes from the answers."""

from __future__ import annotations

from importlib.resources import files

import number_words
import pytest

from shared_data import shared_path


@pytest.mark.shared
def test_the_packaged_table_is_what_the_script_computes() -> None:
    """Running the script on the answers gives the file as it lies in the package."""
    made = number_words.text_of(number_words.convention(shared_path("data/scales/numberly.csv")))
    assert files("reportedly").joinpath("data/conventions/survey.json").read_text("utf-8") == made


@pytest.mark.parametrize(("share", "value"), [(0.0, 1), (0.5, 2.5), (1.0, 4), (0.25, 1.75)])
def test_quantiles_are_interpolated(share: float, value: float) -> None:
    """Between two answers the quantile lies on the line between them."""
    assert number_words.quantile([4, 1, 3, 2], share) == value
