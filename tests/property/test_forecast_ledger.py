"""What holds of resolutions in whatever order they are made and taken back."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from predicted import KNOWN, predicted
from reportedly.ledger.verify import verify
from reportedly.model.errors import NotFound, SettingsError
from reportedly.pipeline.forecasts import Answer, Wanted, enter, forecasts_of, resolve, undo

STEPS = st.lists(st.tuples(st.integers(0, 1), st.sampled_from(("yes", "no", "0.5", "void", "undo"))), max_size=8)


def taken(ledger: Path, one: str, step: str) -> bool:
    """Take a step; say whether it was accepted."""
    try:
        if step == "undo":
            undo(ledger, one, "Ann Ode", "why")
        else:
            resolve(ledger, one, Answer(step, "Ann Ode", "seen", KNOWN))
    except (NotFound, SettingsError):
        return False
    return True


@settings(max_examples=12)
@given(STEPS)
def test_the_state_is_that_of_the_last_step_accepted(steps: list[tuple[int, str]]) -> None:
    """What is resolved takes only an undo, what is open only an outcome; the chain holds throughout."""
    with TemporaryDirectory() as folder:
        ledger = Path(folder) / "a.db"
        ids = [enter(ledger, predicted(text)).id for text in ("the bridge falls", "the dam fails")]
        holds: dict[str, str] = {}
        for place, step in steps:
            one = ids[place]
            assert taken(ledger, one, step) == ((step == "undo") == (one in holds))
            if step == "undo":
                holds.pop(one, None)
            else:
                holds.setdefault(one, step)
        states = {one.prediction.id: str(one.state) for one in forecasts_of(ledger, Wanted())}
        kinds = {one: "void" if step == "void" else "resolved" for one, step in holds.items()}
        assert states == {one: kinds.get(one, "open") for one in ids}
        assert verify(ledger).ok
