"""Linear models weigh named features."""

from __future__ import annotations

import pytest

from reportedly.claims.linear import LinearModel, load_model

MODEL = LinearModel(("no", "yes"), {"bias": (0.5, 0.0), "rain": (-1.0, 1.0)})


def test_probabilities_sum_to_one() -> None:
    """The labels share all probability."""
    assert sum(MODEL.probabilities(["bias", "rain"]).values()) == pytest.approx(1.0)


def test_unknown_features_weigh_nothing() -> None:
    """A feature that the model has not seen changes nothing."""
    assert MODEL.probabilities(["bias", "snow"]) == MODEL.probabilities(["bias"])


def test_the_strongest_features_ground_a_label() -> None:
    """Only features that speak for a label ground it."""
    assert MODEL.grounds(["bias", "rain"], "yes") == ("rain",)


@pytest.mark.parametrize("name", ["kind", "carry", "scope"])
def test_packaged_models_have_one_weight_a_label(name: str) -> None:
    """Every feature of a packaged model has a weight for each label."""
    model = load_model(name)
    assert {len(row) for row in model.weights.values()} == {len(model.labels)}
