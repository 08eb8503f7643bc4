"""How changes and false corroborations are shown in the report."""

from __future__ import annotations

from dataclasses import replace

import pytest

import story
from reportedly.model.dossier import Dossier
from reportedly.model.evidence import Alarm, AlarmCode, AlarmSpan, Severity
from reportedly.model.reason import Reason
from reportedly.publish.html import render_html
from reportedly.publish.markdown import render_markdown
from reportedly.publish.origin_picture import draw_origins
from reportedly.publish.shapes import Picture
from reportedly.publish.view import build_report


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    """Give the story with an alarm, an effect, and a change that was taken over."""
    held = story.dossier()
    event, _, evidence = story.loss_event()
    claim = held.claim_by_id[event.claim_ids[1]]
    words = AlarmSpan(claim.document_id, claim.span, claim.quote)
    alarm = Alarm(
        "alm-1", AlarmCode.ONE_ACTOR, Severity.SERIOUS, "two sources <b>", "one source", (claim.id,), (words,)
    )
    first, *rest = evidence.drifts
    taken = replace(
        first,
        inherited=True,
        made_by_claim_id=event.claim_ids[1],
        reasons=(*first.reasons, Reason("effect", "would narrow the lost from 150–250 to 200")),
    )
    mended = replace(evidence, drifts=(taken, *rest), alarms=(alarm,))
    return replace(held, evidence=tuple(mended if one == evidence else one for one in held.evidence))


@pytest.fixture(scope="module")
def picture(dossier: Dossier) -> Picture:
    """Draw the ways of the event with the changes."""
    return draw_origins(build_report(dossier).chapters[0].ways)


def test_the_page_shows_what_looks_like_a_confirmation(dossier: Dossier) -> None:
    """Stored texts pass the escaping."""
    assert "Looks like two sources &lt;b&gt;; is one source." in render_html(dossier)


def test_the_markdown_shows_what_looks_like_a_confirmation(dossier: Dossier) -> None:
    """The alarm stands with its severity."""
    assert "False corroboration (serious): looks like two sources &lt;b&gt;; is one source" in render_markdown(dossier)


def test_the_effect_stands_beside_the_change(dossier: Dossier) -> None:
    """What a change does to the estimate is told in the table of changes."""
    assert "would narrow the lost from 150–250 to 200" in render_markdown(dossier)


def test_a_change_that_was_taken_over_names_its_maker(picture: Picture) -> None:
    """The label on the way says from whom."""
    assert sum("(from " in label.full for label in picture.labels) == 1


def test_the_picture_tells_every_change_in_words(dossier: Dossier, picture: Picture) -> None:
    """Whoever cannot see the picture is told each change with its severity."""
    drifts = dossier.evidence_by_event[story.loss_event()[0].id].drifts
    assert picture.description.count(" changed ") == len(drifts)


def test_a_way_has_the_colour_of_its_gravest_change(picture: Picture) -> None:
    """The page with another side is drawn as grave."""
    assert any(stroke.role == "changed grave" for stroke in picture.strokes)
