"""Figures as tables and charts print them: the model's band, floors, other projects' rules."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import story
from reportedly.model.dossier import Dossier
from reportedly.model.posterior import FigureRole, FigureShare, Posterior, PriorUsed, RuleRange
from reportedly.model.reason import Reason
from reportedly.publish.figure_groups import figure_groups
from reportedly.publish.figure_picture import Band, FigureGroup, FigureRow, RuleRow, draw_figures
from reportedly.publish.html import render_html
from reportedly.publish.markdown import render_markdown
from told_events import Source, assessed, tell, with_posterior

WHY = Reason("model", "as the model has it")


@cache
def modelled(role: FigureRole = FigureRole.FLOOR) -> Dossier:
    """Return a dossier on one event with two figures, a model of its number and two projects' rules."""
    told = tell((Source("Norland Army", 310, 2, "Norland"), Source("Lakeland Police", 127)))
    army, police = told.testimonies
    shares = (
        FigureShare(police.id, police.claim_ids[0], "Lakeland Police", role, 1.0, 0.7, 240.0, -0.2, WHY),
        FigureShare(army.id, army.claim_ids[0], "Norland Army", FigureRole.COUNT, 1.9, 0.3, 150.0, 0.3, WHY),
    )
    prior = PriorUsed("party on its enemy's losses, killed", 2.0, 0.6, "a published ratio")
    told = with_posterior(told, Posterior(198.7, 161.0, 262.3, 127.0, 441.9, shares, (prior,)))
    (estimate,) = told.evidence.estimates
    rules = (
        RuleRange("ACLED most conservative", 127, 127, 127, Reason("acled", "the lowest figure that any source gives")),
        RuleRange("IBC minimum to maximum", 127, None, 310, Reason("ibc", "the least and the greatest figure")),
    )
    told = replace(told, evidence=replace(told.evidence, estimates=(replace(estimate, rules=rules),)))
    return Dossier(
        told.documents, (), told.claims, (told.event,), told.testimonies, (), (told.evidence,), assessed(told)
    )


def test_the_band_is_rounded_as_in_the_sentences() -> None:
    """Table, chart and prose print one and the same numbers."""
    dossier = modelled()
    (group,) = figure_groups(dossier, dossier.evidence[0])
    assert group.band == Band(127, 160, 200, 260, 440)


def test_a_floor_is_drawn_as_a_line() -> None:
    """Names or pictures stand as a line below which the number cannot lie."""
    dossier = modelled()
    drawn = draw_figures(figure_groups(dossier, dossier.evidence[0]))
    assert [one.role for one in drawn.strokes if "limit" in one.role] == ["limit floor"]
    assert "floor 127" in [one.text for one in drawn.labels]


def test_a_cap_is_drawn_as_a_line() -> None:
    """What there were at most stands as a line above which the number cannot lie."""
    dossier = modelled(FigureRole.CAP)
    drawn = draw_figures(figure_groups(dossier, dossier.evidence[0]))
    assert [one.role for one in drawn.strokes if "limit" in one.role] == ["limit cap"]


def test_the_band_lies_within_itself() -> None:
    """The 50 % bar lies within the 90 % bar, and the best number within both."""
    dossier = modelled()
    drawn = draw_figures(figure_groups(dossier, dossier.evidence[0]))
    ninety, fifty, best = (
        next(one for one in drawn.boxes if role in one.role) for role in ("ninety", "fifty", "band best")
    )
    assert ninety.x <= fifty.x <= best.x + best.width / 2 <= fifty.x + fifty.width <= ninety.x + ninety.width


def test_nothing_is_drawn_outside_the_picture() -> None:
    """All boxes lie within the width of the chart."""
    dossier = modelled()
    drawn = draw_figures(figure_groups(dossier, dossier.evidence[0]))
    assert all(box.x >= 0 and box.x + box.width <= drawn.width for box in drawn.boxes)


def test_rules_of_projects_stand_side_by_side() -> None:
    """The published page names each rule with its range and its ground, and leaves open what it does not give."""
    page = render_markdown(modelled())
    assert "| Rule | Low | Best | High |" in page.replace("| Measure ", "")
    assert "IBC minimum to maximum | 127 | – | 310 |" in page
    assert "- IBC minimum to maximum: the least and the greatest figure" in page


def test_rules_that_all_come_to_one_number_need_no_table() -> None:
    """Where every rule gives the same number there is nothing to lay side by side."""
    row = RuleRow("one", "8", "8", "–", "so")
    group = FigureGroup("Killed", "policy", (), FigureRow("Range", "8", 8, 8), rules=(row, replace(row, best="–")))
    assert not group.ruled
    assert replace(group, rules=(row, replace(row, high="9"))).ruled


def test_a_band_without_a_half_says_nothing_of_it() -> None:
    """Where the 50 % range rounds to one number it is left out."""
    assert Band(8, 9, 9, 9, 13).label == "9 (90 %: 8 to 13)"


def test_the_page_has_rules_and_band() -> None:
    """The HTML page prints the same table and the band."""
    page = render_html(modelled())
    assert "What the rules of published projects make of the same figures" in page
    assert "200 (50 %: 160 to 260, 90 %: 127 to 440)" in page


def test_without_a_model_nothing_changes() -> None:
    """A page without posterior and rules has neither band nor table of rules."""
    page = render_html(story.dossier())
    assert "habits allowed for" not in page
    assert "rules of published projects" not in page


def test_the_overview_stands_above_the_key_judgements() -> None:
    """What the set of reports is comes before the first event."""
    page = render_markdown(modelled())
    assert page.index("reports tell of one event") < page.index("**Soldiers killed near Tarn 0**")


def lone(best: float) -> Dossier:
    """Return a dossier on one party's word alone, with a model of this size."""
    told = tell((Source("Norland Army", 8, 2, "Norland"),))
    (army,) = told.testimonies
    share = FigureShare(army.id, army.claim_ids[0], "Norland Army", FigureRole.COUNT, 2.0, 1.0, None, None, WHY)
    prior = PriorUsed("party on its enemy's losses, killed", 2.0, 0.6, "a published ratio")
    told = with_posterior(told, Posterior(best, best * 0.7, best * 1.4, best * 0.4, best * 3, (share,), (prior,)))
    return Dossier(
        told.documents, (), told.claims, (told.event,), told.testimonies, (), (told.evidence,), assessed(told)
    )


def test_a_small_number_on_one_partys_word_is_not_modelled_for_readers() -> None:
    """Habits were measured on totals; eight dead in one place are told as they were said."""
    small, large = lone(4.0), lone(40.0)
    assert figure_groups(small, small.evidence[0])[0].band is None
    assert figure_groups(large, large.evidence[0])[0].band is not None
    assert not any("best estimate" in one.text for one in small.assessment.findings)
    assert any("best estimate" in one.text for one in large.assessment.findings)
