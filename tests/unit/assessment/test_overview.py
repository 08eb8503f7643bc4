"""The paragraph above the key judgements, for two pages as for many."""

from __future__ import annotations

from reportedly.model.assessment import Assessment, Section
from told_events import Source, assessed, tell


def overview(assessment: Assessment) -> str:
    """Return the sentences that are about no one event, above the key judgements."""
    held = [one for one in assessment.findings if one.section is Section.KEY_JUDGEMENTS and one.event_id is None]
    return " ".join(one.text for one in held)


def test_two_pages_on_one_event() -> None:
    """A small set is told in a sentence or two."""
    made = assessed(tell((Source("Lakeland Police", 30, 2),)))
    assert overview(made) == (
        "Two reports tell of one event. Where no likelihood is given, one source or one party alone stands behind the"
        " claim, which supports none."
    )


def test_many_reports_on_many_events() -> None:
    """A large set is told by how many sources its events have."""
    single = [tell((Source("Lakeland Police", 30, 12),), at=at) for at in range(16)]
    borne_out = [tell((Source("Norland Army", 7), Source("Doctors", 7)), at=at) for at in (50, 51)]
    bare = tell((Source("", 30, 4),), at=60)
    text = overview(assessed(*single, *borne_out, bare))
    assert text.startswith(
        "The 200 reports tell of 19 events. Of these, 16 rest on the word of a single source, two have more than one"
        " that is independent, and for one nobody is named."
    )


def test_denials_are_counted() -> None:
    """An event that somebody denies is counted as contested."""
    denied = tell((Source("Norland Army", 30), Source("Sudrian Ministry", 30, denies=True)), at=1)
    plain = tell((Source("Lakeland Police", 7, 2),), at=2)
    assert "One is denied or contested." in overview(assessed(denied, plain))


def test_one_party_behind_every_figure_is_told() -> None:
    """Where all figures come from one party, that is said once above all."""
    told = [tell((Source("Norland Army", 30, 2, "Norland"),), at=at) for at in (1, 2)]
    assert "Every figure that has a source has it from one party, Norland." in overview(assessed(*told))


def test_each_sentence_cites_what_it_counts() -> None:
    """The overview leads to the claims of the events that it counts."""
    made = assessed(*(tell((Source("Lakeland Police", 30, 2),), at=at) for at in (1, 2)))
    first = next(one for one in made.findings if one.event_id is None)
    assert len(first.claim_ids) == 4


def test_nothing_told_has_no_overview() -> None:
    """Where no event has sentences of its own there is nothing to count."""
    assert overview(assessed()) == ""
